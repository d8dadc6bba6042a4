/* The body in characters, and where its places are on it. */
#include <frontdesk/body.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

/* The middle of each figure; the halves are mirrored. */
enum { FRONT_MIDDLE = 10, BACK_MIDDLE = 33 };

static const char figures[BODY_ROWS][BODY_COLUMNS + 1] = {
    "R       .---.       L  L       .---.       R",
    "front  (     )         back   (     )       ",
    "        (   )                  (   )        ",
    "    .---'   '---.          .---'   '---.    ",
    "   (             )        (             )   ",
    "   |  (       )  |        |  (       )  |   ",
    "  (  ||       ||  )      (  ||       ||  )  ",
    "  |  | |     | |  |      |  | |     | |  |  ",
    " (  )  |     |  (  )    (  )  |     |  (  ) ",
    " |  | (       ) |  |    |  | (       ) |  | ",
    " '--' |   .   | '--'    '--' |   .   | '--' ",
    "      |   |   |              |   |   |      ",
    "      |  ) (  |              |  ) (  |      ",
    "      (  | |  )              (  | |  )      ",
    "     (___) (___)            (___) (___)     ",
};

/* A place in the middle, and one on both sides, so far from the middle. */
#define FRONT(code, row) \
	{ \
		code, 'M', row, FRONT_MIDDLE \
	}
#define FRONT_TWO(code, row, apart) \
	{code, 'R', row, FRONT_MIDDLE - (apart)}, \
	{ \
		code, 'L', row, FRONT_MIDDLE + (apart) \
	}
#define BACK(code, row) \
	{ \
		code, 'M', row, BACK_MIDDLE \
	}
#define BACK_TWO(code, row, apart) \
	{code, 'L', row, BACK_MIDDLE - (apart)}, \
	{ \
		code, 'R', row, BACK_MIDDLE + (apart) \
	}

const struct body_spot body_spots[] = {
    BACK("hd", 1),
    FRONT_TWO("jw", 2, 1),
    BACK("nk", 3),
    BACK_TWO("nk", 3, 1),
    BACK_TWO("tr", 4, 2),
    BACK_TWO("sh", 4, 5),
    BACK_TWO("sb", 5, 2),
    BACK("sp", 5),
    BACK("ub", 6),
    BACK_TWO("ub", 6, 2),
    BACK("mb", 7),
    BACK_TWO("mb", 7, 2),
    BACK("lb", 8),
    BACK_TWO("lb", 8, 2),
    BACK_TWO("ql", 9, 3),
    BACK("si", 9),
    BACK_TWO("si", 9, 1),
    BACK_TWO("gl", 10, 1),
    BACK_TWO("hp", 10, 3),
    BACK_TWO("hm", 11, 2),
    BACK_TWO("cf", 12, 3),
    BACK_TWO("ac", 13, 3),
    BACK_TWO("ft", 14, 3),
    FRONT("fc", 1),
    FRONT("ch", 5),
    FRONT_TWO("ch", 5, 2),
    FRONT("ab", 7),
    FRONT_TWO("ab", 7, 2),
    FRONT_TWO("hf", 9, 2),
    FRONT_TWO("lg", 10, 2),
    FRONT_TWO("qd", 11, 3),
    FRONT_TWO("ad", 11, 1),
    FRONT_TWO("kn", 12, 3),
    FRONT_TWO("sn", 13, 3),
    FRONT_TWO("ua", 6, 6),
    FRONT_TWO("el", 7, 7),
    FRONT_TWO("fa", 8, 7),
    FRONT_TWO("wr", 9, 8),
    FRONT_TWO("hn", 10, 8),
};
const size_t body_spot_count = array_size(body_spots);

const struct body_pick body_picks[BODY_PICKS] = {
    {"neck", "nk"},
    {"upper back", "ub"},
    {"low back", "lb"},
    {"shoulders", "sh"},
    {"legs", "lg"},
    {"hips", "hp"},
    {"feet", "ft"},
    {"head", "hd"},
};

/* --- Marks ----------------------------------------------------------------------------------- */

char
body_mark(const struct region *r)
{
	static const char marks[] = {
	    [REGION_FOCUS] = '+',
	    [REGION_AVOID] = 'x',
	    [REGION_NUMB] = 'o',
	    [REGION_SCAR] = '/',
	    [REGION_BRUISE] = '#',
	};

	if (r->kind != REGION_PAIN && (r->kind != REGION_FOCUS || r->pain == PAIN_NONE))
		return marks[r->kind];
	if (r->pain == PAIN_NONE)
		return '?';
	return r->pain == PAIN_MOST ? '*' : (char)('0' + r->pain);
}

/* Of two marks on one spot the one further on in this list is drawn. */
static int
gravity(char mark)
{
	static const char all[] = "+?0123456789*/#ox";
	const char *at = strchr(all, mark);

	return at == NULL || mark == '\0' ? -1 : (int)(at - all);
}

static bool
has_spot(const char *code, char side)
{
	for (size_t i = 0; i < body_spot_count; i++)
		if (body_spots[i].side == side && strcmp(body_spots[i].code, code) == 0)
			return true;
	return false;
}

/* A side the place has no spot for is drawn where it has some; without a side in the middle. */
static bool
is_on(const struct region *r, const struct body_spot *spot)
{
	const bool middle = spot->side == 'M';

	if (strcmp(spot->code, r->code) != 0)
		return false;
	if (r->side == 'L' || r->side == 'R')
		return middle ? !has_spot(r->code, r->side) : spot->side == r->side;
	if (r->side == 'B')
		return !middle || !has_spot(r->code, 'L');
	return middle || !has_spot(r->code, 'M');
}

void
body_chart(struct str *out, const struct region_list *regions)
{
	char rows[BODY_ROWS][BODY_COLUMNS + 1], marks[BODY_ROWS][BODY_COLUMNS] = {0};

	memcpy(rows, figures, sizeof(rows));
	for (size_t i = 0; i < regions->n; i++) {
		const char mark = body_mark(&regions->v[i]);

		for (size_t k = 0; k < body_spot_count; k++) {
			const struct body_spot *s = &body_spots[k];

			if (is_on(&regions->v[i], s) &&
			    gravity(mark) > gravity(marks[s->row][s->column]))
				rows[s->row][s->column] = marks[s->row][s->column] = mark;
		}
	}
	for (size_t i = 0; i < BODY_ROWS; i++)
		str_addf(out, "%s\n", rows[i]);
}

/* --- Walking --------------------------------------------------------------------------------- */

/* A row is as high as two columns are wide; what lies aside counts double. */
static int
distance(const struct body_spot *from, const struct body_spot *to, int rows, int columns)
{
	const int down = 2 * abs(to->row - from->row), across = abs(to->column - from->column);

	return down * (rows == 0 ? 2 : 1) + across * (columns == 0 ? 2 : 1);
}

static bool
lies(int from, int to, int direction)
{
	return direction == 0 || (direction > 0 ? to > from : to < from);
}

size_t
body_walk(size_t spot, int rows, int columns)
{
	const struct body_spot *from = &body_spots[spot];
	size_t best = spot;
	int least = 0;

	for (size_t i = 0; i < body_spot_count; i++) {
		const struct body_spot *to = &body_spots[i];
		int far = distance(from, to, rows, columns);

		if (i == spot || !lies(from->row, to->row, rows) ||
		    !lies(from->column, to->column, columns))
			continue;
		if (best == spot || far < least) {
			best = i;
			least = far;
		}
	}
	return best;
}
