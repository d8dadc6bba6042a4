/*
 * The chart of the body over the health form: what is typed is the notation of the places, the
 * cursor is on the spot. Where the chart has no room it is a list. HEALTH.
 */
#ifndef TUI_BODY_CHART_H
#define TUI_BODY_CHART_H

#include <frontdesk/body.h>

#include "intake_form.h"

/* What is marked goes into the form's field at once. */
void body_chart_push(struct intake_form *f);

/* --- Between its files: body_chart.c (going, marking), body_chart_draw.c -----------------------
 */

enum {
	BODY_CHART_ABOVE = 2, /* lines of the screen above the box, and below it */
	BODY_CHART_BELOW = 3,
	BODY_CHART_EDGES = 2,
	BODY_CHART_COLUMN = 2, /* of the figures, and of what stands beside them */
	BODY_CHART_BESIDE = BODY_CHART_COLUMN + BODY_COLUMNS + 3,
};

struct body_chart {
	struct view view; /* first */
	struct intake_form *form; /* the view below */
	char code[REGION_CODE_SIZE]; /* where we are */
	char side; /* 'L', 'R', 'B', 'M'; 0 = no side is said */
	char typed[REGION_CODE_SIZE]; /* letters of a code, so far */
};

/* The spot of a place; of both sides the left one; body_spot_count: it has none. */
size_t body_chart_spot(const char *code, char side);
/* Whether something is told of where we are; what has no side stands in the middle. */
bool body_chart_is_here(const struct body_chart *b, const struct region *r);
const struct vocabulary *body_chart_words(const struct body_chart *b);
/* It is a list, where the chart has no room. */
bool body_chart_is_list(const struct body_chart *b);

/* As in struct view_ops. */
void body_chart_draw(const struct view *v, struct canvas *c);
void body_chart_focus(const struct view *v, struct str *out);
void body_chart_hint(const struct view *v, struct str *out);

#endif
