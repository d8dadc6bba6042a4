/*
 * Putting a sheet together. Private to paper. Texts are cleaned of control characters on their way
 * in.
 */
#ifndef PAPER_LAYOUT_H
#define PAPER_LAYOUT_H

#include <frontdesk/paper.h>

/* `names` has as many as there are columns; makes the HEADING and the RULE below it. */
void sheet_table(
    struct sheet *s, const struct paper_column *columns, const char *const *names, size_t n);
/* A new empty line; valid until the next one. */
struct paper_line *sheet_line(struct sheet *s, enum paper_kind kind);
void sheet_cell(struct paper_line *l, size_t column, const char *text);
/* TEXT lines, wrapped between words; where a line goes on, it is indented by so many columns. */
void sheet_text(struct sheet *s, int indent, const char *text);
/* MORE lines of a column, wrapped between words. */
void sheet_more(struct sheet *s, size_t column, const char *text);
/*
 * Lines that stay together on a page: the first begins the block, the others go on with it. A sheet
 * of blocks has one column. The text goes in as it is, blanks too; `line` is empty afterwards.
 */
void sheet_blocks(struct sheet *s);
void sheet_block(struct sheet *s, bool first, struct str *line);
/*
 * "label     text" in a block, cleaned, folded where the text begins (after so many columns), in at
 * most so many lines; nothing when there is no text.
 */
struct sheet_field {
	bool first; /* it begins a block */
	int column, most;
	const char *label;
};
void sheet_block_field(struct sheet *s, const struct sheet_field *f, const char *text);
/* Cuts the next line off a text: how many bytes it has, whole words where they fit. */
size_t sheet_wrap(const char *text, int columns);
/* For titles: takes the text over and returns it clean; the caller owns it. */
char *paper_clean(struct str *text);
/* "Elm Street Massage, printed Mon 23 Nov 2026 09:41 by rita" */
void sheet_subtitle(struct sheet *s, const struct practice *p, const struct roster_options *o);

/* The part of the book a roster is about: [*first, *end) of its appointments start on the day. */
void roster_day(const struct book *b, civil_day day, size_t *first, size_t *end);
/* "Friday 27 November 2026" */
void paper_day(struct str *out, civil_day day);
/* "09:00-10:00", "9:00am-10:00am" */
enum { PAPER_TIMES_SIZE = 32 };
char *paper_times(
    const struct practice *p, civil_min from, civil_min until, char buf[static PAPER_TIMES_SIZE]);
/* How wide such times get. */
int paper_times_width(const struct practice *p);
void paper_label(struct str *out, const struct practice *p, const struct appt *a);

/* Adds the therapists' gaps of 60 minutes and more, and who is off, to a roster (free.c). */
void roster_free(struct sheet *s, const struct practice *p, const struct book *b,
    const struct roster_options *o);

#endif
