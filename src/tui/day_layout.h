/*
 * The arithmetic of the day grid: how many columns and rows fit, and what stands in each row of a
 * therapist's day. Pure: no desk, no canvas.
 */
#ifndef TUI_DAY_LAYOUT_H
#define TUI_DAY_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include <frontdesk/schedule.h>

enum { DAY_TIME_WIDTH = 5, DAY_PANE_WIDTH = 29 };

/* What fits a screen (screens.md, rule 8). */
struct day_grid {
	int top; /* the first row of the screen that is the body's; the line above it has the names
		  */
	int rows; /* lines of the body */
	int step; /* minutes a row: 15 from 30 lines on, else 30 */
	size_t shown; /* therapist columns side by side; at least 1 */
	int width; /* of each column, without the rule behind it */
	int pane; /* where the information pane begins; 0 = there is none */
};
void day_grid_fit(struct day_grid *g, int rows, int columns, size_t therapists);
/* The column of the screen in which the i-th column on show begins. */
int day_grid_column(const struct day_grid *g, size_t i);
/* The first therapist of the page in which therapist i is; therapists are paged sideways. */
size_t day_grid_page(const struct day_grid *g, size_t i, size_t therapists);
/* The first row to show, so that `row` is in sight: `first` as long as possible. */
int day_grid_scroll(const struct day_grid *g, int first, int row);

enum day_kind {
	DAY_FREE,
	DAY_NAME, /* the line with the client's name */
	DAY_LABEL, /* the line with service and room */
	DAY_SESSION, /* a further line of it */
	DAY_TURNOVER,
	DAY_OFF, /* outside the shift, or kept free */
	DAY_ROOMLESS, /* the therapist is free, but no room is */
	DAY_GONE, /* cancelled or the like: one line */
};

/* One row of one therapist's day. */
struct day_cell {
	enum day_kind kind;
	enum day_kind edge; /* what the rest of the row is when free_from..free_until is only a part
			       of it; else DAY_FREE */
	const struct appt *appt; /* of the book; NULL when free or off */
	int others; /* appointments that begin in the row and have no line of their own */
	int free_from, free_until; /* the free part of the row, minutes of the day; equal = none */
	int gap_until; /* the end of the free stretch that part is of, in this row or a later one */
	const struct absence *absence; /* OFF: why; NULL = not on shift */
	bool first; /* the first row of a stretch of its kind */
};

/* What has the row leaves a part of it free. */
bool day_free_beside(const struct day_cell *cell);
/* How many rows a day has. */
int day_rows(int step);
/* What a day is laid out from. The book covers the day and outlives the cells. */
enum { DAY_SLOT = 5, DAY_SLOTS = CIVIL_DAY_MINUTES / DAY_SLOT };
struct day_source {
	civil_day day;
	const struct book *book;
	int64_t without; /* an appointment left out, as if it were not there; 0 = none */
	bool roomless[DAY_SLOTS]; /* by schedule_roomless(): when no room is free */
};
/* Fills in when no room is free; the rest of *s is there already. */
void day_find_roomless(struct day_source *s, const struct practice *p);
/* Fills cells[day_rows(step)] for one therapist, or for one room: taken, or free while anybody
 * works. A couple has one cell in its room. */
void day_column(
    struct day_cell *cells, int step, const struct day_source *s, const struct therapist *t);
void day_room_column(struct day_cell *cells, int step, const struct day_source *s,
    const struct practice *p, const struct room *r);
/* The n-th (from 0) of the `others` of a row, of the therapist or else the room whose cells they
 * are; NULL: there are not so many. */
const struct appt *day_other_of_row(const struct day_cell *cells, int step,
    const struct day_source *s, int64_t therapist_id, int64_t room_id, int row, int n);
/* The minute at which the day begins: the first at which anybody works or anything is booked. */
int day_opens(const struct day_source *s, const struct practice *p);
/* The free stretches of a therapist's day, ascending; returns how many, at most max. */
enum { DAY_FREE_MAX = 64 };
size_t day_free(
    const struct day_source *s, const struct therapist *t, struct span *out, size_t max);

#endif
