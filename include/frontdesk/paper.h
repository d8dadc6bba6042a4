/*
 * What the desk prints (design: paper.md). A sheet is laid out once, as lines of cells in columns;
 * paper_text() cuts it into pages and writes it, the PDF helper will draw the same. No health on
 * any sheet of this header.
 */
#ifndef FRONTDESK_PAPER_H
#define FRONTDESK_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include <frontdesk/alert.h>
#include <frontdesk/err.h>
#include <frontdesk/practice.h>
#include <frontdesk/schedule.h>
#include <frontdesk/str.h>

enum { PAPER_COLUMNS = 80, PAPER_CELLS = 8, PAPER_PAGE_LINES = 60 };

/*
 * HEADING, with the RULE below it, is said again on every page its rows go on to. ROW: a cell a
 * column. MORE continues the ROW above it, never on another page: its cell runs to the end of the
 * line. TEXT: cell[0], at most PAPER_COLUMNS wide.
 */
enum paper_kind { PAPER_HEADING, PAPER_RULE, PAPER_ROW, PAPER_MORE, PAPER_TEXT, PAPER_BLANK };

struct paper_line {
	enum paper_kind kind;
	char *cell[PAPER_CELLS]; /* owned; NULL = empty; without control characters */
};

struct paper_column {
	int width; /* columns of text; one blank stands between two */
	bool right; /* aligned to the right */
};

/* Begins on a new page. */
struct sheet {
	struct paper_column column[PAPER_CELLS];
	size_t columns;
	char *title, *subtitle; /* owned; repeated on each page with "page 1 of 2" */
	struct paper_line *v;
	size_t n, cap;
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
	int64_t therapist_id; /* 0 = all; the room sheets pass over it */
	civil_min printed; /* when */
	const char *printed_by; /* or NULL */
	const char *day_note; /* or NULL */
	const struct ids *without_phone; /* clients to ask for a phone; may be NULL */
	const struct ids *flagged; /* appointments with a "!"; may be NULL */
	const struct alert_list *alerts; /* that show on the desk's, in no order; may be NULL */
};
/*
 * The desk's roster of one day: every appointment but void ones in time order, totals, gaps of 60
 * minutes and more, who is off. `out` is zeroed; the book covers the whole day.
 */
void paper_desk_roster(struct sheet *out, const struct practice *p, const struct book *b,
    const struct roster_options *o);
/*
 * The door's sheets: one an active room, times and services (desk labels), no names. Added to
 * `out`.
 */
void paper_room_sheets(struct sheet_list *out, const struct practice *p, const struct book *b,
    const struct roster_options *o);

/* What a client takes home. It lies about: no name, no treatment, no health. */
struct card_options {
	const struct appt *appt;
	const char *event; /* for the phone, as a QR code; NULL = none */
};
void paper_card(struct sheet *out, const struct practice *p, const struct card_options *o);
void paper_aftercare(struct sheet *out, const struct practice *p);

/*
 * As plain text of at most PAPER_COLUMNS columns, no blanks at line ends. Pages have at most
 * lines_a_page lines (0: one endless page a sheet) and are parted by a form feed when `feed`, else
 * by an empty line.
 */
void paper_text(struct str *out, const struct sheet_list *sheets, int lines_a_page, bool feed);

/* --- On paper -------------------------------------------------------------------------------- */

struct printer {
	const char *name; /* of CUPS; "" = the usual one */
	char *const *environment; /* handed on to lp */
	bool quiet; /* what lp says is not shown */
	const char *or_else; /* static; how to write a file, for who has no printer */
};
struct print_job {
	pid_t pid; /* 0 = nothing is being printed */
	const char *or_else;
};
/*
 * Hands the sheets to lp, which is run without a shell; they are never in a file on the disk.
 * ERR_FAILED: there is no lp, or it does not run.
 */
MUST_CHECK enum err paper_print(
    const struct printer *p, const struct sheet_list *sheets, struct print_job *out);
/* How it went, once it is done; wait: until then. ERR_FAILED: lp did not take it. */
MUST_CHECK enum err paper_printed(struct print_job *job, bool wait, bool *done);

#endif
