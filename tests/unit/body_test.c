/* The body chart: its spots, marks and walking; what it looks like is a golden file. */
#include <frontdesk/body.h>
#include <frontdesk/mem.h>

#include "../tap.h"
#include "../golden.h"

/* The shipped places that have none on the body. */
static const char *const nowhere[] = {"fb"};

static bool
is_nowhere(const char *code)
{
	for (size_t i = 0; i < array_size(nowhere); i++)
		if (strcmp(nowhere[i], code) == 0)
			return true;
	return false;
}

static bool
has_spot(const char *code)
{
	for (size_t i = 0; i < body_spot_count; i++)
		if (strcmp(body_spots[i].code, code) == 0)
			return true;
	return false;
}

/* The first column of each line of the shipped table. */
static void
test_regions(void)
{
	char *all = golden_read("data/regions.tsv"), *rest = all, *line;
	int codes = 0;

	ok(all != NULL, "the shipped regions are there");
	while ((line = strsep(&rest, "\n")) != NULL) {
		char *code = strsep(&line, "\t");

		if (line == NULL || code[0] == '#' || strcmp(code, "code") == 0)
			continue;
		ok(has_spot(code) != is_nowhere(code), "%s has %s spot", code,
		    is_nowhere(code) ? "no" : "a");
		codes++;
	}
	ok(codes >= 33, "%d places are shipped", codes);
	for (size_t i = 0; i < BODY_PICKS; i++)
		ok(has_spot(body_picks[i].code), "the pick %s has a spot", body_picks[i].label);
	free(all);
}

static void
put(struct region_list *l, const char *code, char side, enum region_kind kind, int pain)
{
	struct region *r = list_push(l);

	*r = (struct region){.side = side, .kind = kind, .pain = pain};
	(void)snprintf(r->code, sizeof(r->code), "%s", code);
}

/* Every spot by itself, drawn where the table says, and no two in one place. */
static void
test_spots(void)
{
	int drawn = 0, apart = 0, mirrored = 0, sided = 0;

	for (size_t i = 0; i < body_spot_count; i++) {
		const struct body_spot *s = &body_spots[i];
		struct region_list l = {0};
		struct str chart = {0};
		bool alone = true, twin = s->side == 'M';

		put(&l, s->code, s->side, REGION_AVOID, PAIN_NONE);
		body_chart(&chart, &l);
		drawn += chart.v[s->row * (BODY_COLUMNS + 1) + s->column] == 'x' &&
		    strchr(strchr(chart.v, 'x') + 1, 'x') == NULL;
		for (size_t k = 0; k < body_spot_count; k++) {
			const struct body_spot *o = &body_spots[k];

			alone &= k == i || o->row != s->row || o->column != s->column;
			twin |= strcmp(o->code, s->code) == 0 && o->row == s->row &&
			    o->side == (s->side == 'L' ? 'R' : 'L');
		}
		apart += alone;
		mirrored += twin;
		sided += s->side == 'L' || s->side == 'R' || s->side == 'M';
		str_release(&chart);
		region_list_release(&l);
	}
	is_int(drawn, body_spot_count, "each spot is drawn once, at its place");
	is_int(apart, body_spot_count, "no two spots share a place");
	is_int(mirrored, body_spot_count, "left and right are both there");
	is_int(sided, body_spot_count, "a spot is left, right or in the middle");
}

static void
test_marks(void)
{
	static const struct {
		enum region_kind kind;
		int pain;
		char mark;
	} cases[] = {
	    {REGION_FOCUS, PAIN_NONE, '+'},
	    {REGION_FOCUS, 6, '6'},
	    {REGION_AVOID, PAIN_NONE, 'x'},
	    {REGION_AVOID, 6, 'x'},
	    {REGION_PAIN, 0, '0'},
	    {REGION_PAIN, 7, '7'},
	    {REGION_PAIN, 10, '*'},
	    {REGION_PAIN, PAIN_NONE, '?'},
	    {REGION_NUMB, PAIN_NONE, 'o'},
	    {REGION_SCAR, PAIN_NONE, '/'},
	    {REGION_BRUISE, 3, '#'},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		const struct region r = {
		    .code = "lb", .kind = cases[i].kind, .pain = cases[i].pain};

		is_int(body_mark(&r), cases[i].mark, "%s %d is marked %c",
		    region_kind_word(cases[i].kind), cases[i].pain, cases[i].mark);
	}
}

/* What is drawn of one place, as the marks in reading order. */
static void
marks_of(const char *code, char side, struct str *out)
{
	struct region_list none = {0}, l = {0};
	struct str empty = {0}, chart = {0};

	put(&l, code, side, REGION_PAIN, 7);
	body_chart(&empty, &none);
	body_chart(&chart, &l);
	for (size_t i = 0; i < chart.n; i++)
		if (chart.v[i] != empty.v[i])
			str_addf(out, "%zu,%zu ", i / (BODY_COLUMNS + 1), i % (BODY_COLUMNS + 1));
	str_release(&empty);
	str_release(&chart);
	region_list_release(&l);
}

static void
test_sides(void)
{
	static const struct {
		const char *code, *where;
		char side;
	} cases[] = {
	    {"lb", "8,31 ", 'L'},
	    {"lb", "8,35 ", 'R'},
	    {"lb", "8,33 ", 'M'},
	    {"lb", "8,33 ", 0},
	    {"lb", "8,31 8,35 ", 'B'},
	    {"kn", "12,7 ", 'R'},
	    {"kn", "12,7 12,13 ", 'M'},
	    {"kn", "12,7 12,13 ", 0},
	    {"kn", "12,7 12,13 ", 'B'},
	    {"sp", "5,33 ", 'L'},
	    {"sp", "5,33 ", 'B'},
	    {"fb", "", 0},
	    {"ours", "", 'L'},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct str where = {0};

		marks_of(cases[i].code, cases[i].side, &where);
		is_str(str_text(&where), cases[i].where, "%s, side %c", cases[i].code,
		    cases[i].side != 0 ? cases[i].side : '-');
		str_release(&where);
	}
}

static void
test_gravest(void)
{
	struct region_list l = {0};
	struct str chart = {0};

	put(&l, "lb", 'L', REGION_PAIN, 3);
	put(&l, "lb", 'L', REGION_AVOID, PAIN_NONE);
	put(&l, "lb", 'L', REGION_FOCUS, PAIN_NONE);
	body_chart(&chart, &l);
	is_int(chart.v[8 * (BODY_COLUMNS + 1) + 31], 'x', "the gravest of a spot is drawn");
	str_release(&chart);
	region_list_release(&l);
}

/* --- Walking --------------------------------------------------------------------------------- */

static const struct {
	int rows, columns;
} directions[] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};

static size_t
reached_from(size_t start)
{
	bool *seen = xcalloc(body_spot_count, sizeof(*seen));
	size_t *queue = xcalloc(body_spot_count, sizeof(*queue)), n = 1;

	queue[0] = start;
	seen[start] = true;
	for (size_t i = 0; i < n; i++)
		for (size_t d = 0; d < array_size(directions); d++) {
			size_t to = body_walk(queue[i], directions[d].rows, directions[d].columns);

			if (!seen[to]) {
				seen[to] = true;
				queue[n++] = to;
			}
		}
	free(seen);
	free(queue);
	return n;
}

static void
test_walk(void)
{
	int right_way = 0, steps = 0;
	size_t everywhere = 0;

	for (size_t i = 0; i < body_spot_count; i++) {
		everywhere += reached_from(i) == body_spot_count;
		for (size_t d = 0; d < array_size(directions); d++) {
			const int rows = directions[d].rows, columns = directions[d].columns;
			const size_t to = body_walk(i, rows, columns);
			const int down = body_spots[to].row - body_spots[i].row,
				  right = body_spots[to].column - body_spots[i].column;

			right_way += to == i || down * rows > 0 || right * columns > 0;
			steps++;
		}
	}
	is_int(everywhere, body_spot_count, "from every spot the arrows reach every other");
	is_int(right_way, steps, "an arrow goes its way, or nowhere");
}

/* --- Looks ----------------------------------------------------------------------------------- */

static void
test_looks(void)
{
	struct region_list l = {0};
	struct str charts = {0};

	body_chart(&charts, &l);
	put(&l, "tr", 'B', REGION_FOCUS, PAIN_NONE);
	put(&l, "lb", 'L', REGION_PAIN, 7);
	put(&l, "lb", 'R', REGION_PAIN, 10);
	put(&l, "ab", 0, REGION_AVOID, PAIN_NONE);
	put(&l, "ft", 'R', REGION_NUMB, PAIN_NONE);
	put(&l, "kn", 'L', REGION_SCAR, PAIN_NONE);
	put(&l, "fa", 'R', REGION_BRUISE, PAIN_NONE);
	body_chart(&charts, &l);
	region_list_release(&l);
	for (size_t i = 0; i < body_spot_count; i++)
		put(&l, body_spots[i].code, body_spots[i].side, REGION_FOCUS, PAIN_NONE);
	body_chart(&charts, &l);
	is_golden(str_text(&charts), "tests/unit/golden/body.txt");
	region_list_release(&l);
	str_release(&charts);
}

int
main(void)
{
	test_regions();
	test_spots();
	test_marks();
	test_sides();
	test_gravest();
	test_walk();
	test_looks();
	return done();
}
