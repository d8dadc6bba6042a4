/*
 * The body, front and back, in characters, with the places that were told marked on it: for the
 * form and the therapist's sheet (design: desk.md 6, paper.md). Pure.
 */
#ifndef FRONTDESK_BODY_H
#define FRONTDESK_BODY_H

#include <frontdesk/intake.h>

/*
 * Front on the left, back on the right, as one looks at the client: on the back L is left, on the
 * front L is right. Marks: + focus, x avoid, 0..9, * (10) and ? (not told how bad) pain, o numb,
 * / scar, # bruise.
 */
enum { BODY_ROWS = 15, BODY_COLUMNS = 44 };

/* Where a place is drawn. */
struct body_spot {
	char code[REGION_CODE_SIZE];
	char side; /* 'L', 'R', 'M' */
	int row, column; /* 0..BODY_ROWS-1, 0..BODY_COLUMNS-1 */
};
extern const struct body_spot body_spots[];
extern const size_t body_spot_count;

/* The lines, each of BODY_COLUMNS columns and a newline. A place without a spot is not drawn. */
void body_chart(struct str *out, const struct region_list *regions);
/* The mark of a place: the gravest of what is said of it. */
char body_mark(const struct region *r);
/*
 * The spot next to one in a direction (rows and columns of -1, 0, 1), nearest first; the same when
 * there is none.
 */
size_t body_walk(size_t spot, int rows, int columns);
/* The quick picks, by digit 1..8: "neck", "upper back", "low back", "shoulders", "legs", … */
enum { BODY_PICKS = 8 };
struct body_pick {
	const char *label, *code;
};
extern const struct body_pick body_picks[BODY_PICKS];

#endif
