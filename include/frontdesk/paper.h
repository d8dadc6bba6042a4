/*
 * What the desk prints (design: paper.md). A sheet is laid out once, as pages of lines of columns;
 * paper_text() writes it, the PDF helper will draw the same. No health on any sheet of this header.
 */
#ifndef FRONTDESK_PAPER_H
#define FRONTDESK_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/err.h>
#include <frontdesk/practice.h>
#include <frontdesk/schedule.h>
#include <frontdesk/str.h>

enum { PAPER_COLUMNS = 80, PAPER_CELLS = 8, PAPER_PAGE_LINES = 60 };

enum paper_kind { PAPER_TITLE, PAPER_HEADING, PAPER_ROW, PAPER_MORE, PAPER_TEXT, PAPER_RULE, PAPER_BLANK };

/* A line: its cells stand in the sheet's columns (ROW, MORE, HEADING) or fill the line (TITLE: left and right; TEXT). */
struct paper_line {
	enum paper_kind kind; /* MORE continues the ROW above it: never on another page */
	char *cell[PAPER_CELLS]; /* owned; NULL = empty */
};

struct paper_column {
	int width; /* columns of text; the last one may be 0 = the rest */
	bool right; /* aligned to the right */
};

struct sheet {
	struct paper_column column[PAPER_CELLS];
	size_t columns;
	char *title, *subtitle; /* owned; repeated on each page with "1 of 2" */
	struct paper_line *v;
	size_t n, cap;
	bool page_break; /* starts on a new page: set for every sheet of a set but the first */
};
struct sheet_list {
	struct sheet *v;
	size_t n, cap;
};
void sheet_release(struct sheet *s);
void sheet_list_release(struct sheet_list *l);

/* What a roster needs to know beyond the book. */
struct roster_options {
	civil_day day;
	int64_t therapist_id; /* 0 = all */
	civil_min printed; /* when */
	const char *printed_by;
	const char *day_note; /* or NULL */
	const struct ids *without_phone; /* clients to ask for a phone; may be NULL */
};
/* The desk's roster of one day: every appointment in time order, totals, gaps of 60 min and more, who is off. */
void paper_desk_roster(struct sheet *out, const struct practice *p, const struct book *b,
    const struct roster_options *o);
/* The door's sheet: one a room, times and services (desk labels), no names. */
void paper_room_sheets(struct sheet_list *out, const struct practice *p, const struct book *b,
    const struct roster_options *o);

/* As plain text of at most PAPER_COLUMNS columns. Pages are cut at lines_a_page (0: one endless page) and parted by a form feed when `feed`. */
void paper_text(struct str *out, const struct sheet_list *sheets, int lines_a_page, bool feed);

#endif
