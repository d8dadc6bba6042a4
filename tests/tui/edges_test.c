/*
 * Wide and combining names at every edge: whatever the columns, no half of a character is left
 * over, none hangs over an edge, marks stay with their letter, and frames stay straight.
 */
#include "tui_fixture.h"

#include <frontdesk/desk_client.h>

enum { FROM = 60, TO = 130, ROWS = 24, DOWN = 0x2502, LEFT = 0x250C, RIGHT = 0x2510 };

#define WIDE "田中花子山本太郎田中花子山本太郎田中花子山本太郎田中花子山本太郎"
#define MARK "e\xCC\x81"
#define MARKS MARK MARK MARK MARK MARK MARK MARK MARK MARK MARK
#define MANY MARKS MARKS MARKS MARKS MARKS MARKS

static const char *const names[][2] = {
    {"first=" WIDE, "last=" WIDE},
    {"first=x" WIDE, "last=x" WIDE},
    {"first=" MANY, "last=" MANY},
    {"first=x" MARK WIDE, "last=" MARK "田" MANY},
};

static void
people(struct desk *d)
{
	for (size_t i = 0; i < array_size(names); i++) {
		struct findings alike = {0};
		struct client c;

		must(desk_client_add(
		    d, WORDS(names[i][0], names[i][1]), 2, "owner agreed", false, &c, &alike));
		findings_release(&alike);
		client_release(&c);
	}
	tui_book(d, "#1 sw60 mia 9:00");
	tui_book(d, "#2 sw60 jon 9:00");
	tui_book(d, "#3 sw45 jon 11:15");
	tui_book(d, "#4 dt90 mia 10:30");
}

/* What is wrong with a cell; NULL: nothing. */
static const char *
fault(const struct canvas *c, int row, int column)
{
	const struct cell *cell = canvas_cell(c, row, column);
	int width = codepoint_width(cell->cp[0]);

	if (cell->cp[0] == 0) {
		const struct cell *left = column > 0 ? canvas_cell(c, row, column - 1) : NULL;

		return left == NULL || codepoint_width(left->cp[0]) != 2 ? "half a character"
									 : NULL;
	}
	if (width == 0)
		return "a mark without a letter";
	if (width == 2 && (column + 1 == c->columns || canvas_cell(c, row, column + 1)->cp[0] != 0))
		return "a character over an edge";
	if (cell->cp[0] == 'e' && cell->cp[1] == 0x301 && cell->cp[2] != 0)
		return "marks of another letter";
	return NULL;
}

/* The column of a code point in a row; -1: there is none. */
static int
find(const struct canvas *c, int row, uint32_t cp)
{
	for (int column = 0; column < c->columns; column++) {
		if (canvas_cell(c, row, column)->cp[0] == cp)
			return column;
	}
	return -1;
}

/* From the box's upper edge down to its lower one, both sides stand. */
static bool
box_is_straight(const struct canvas *c)
{
	const int left = find(c, 2, LEFT), right = find(c, 2, RIGHT);

	if (left < 0 || right < 0)
		return left < 0 && right < 0;
	for (int row = 3; row < c->rows && canvas_cell(c, row, left)->cp[0] == DOWN; row++) {
		if (canvas_cell(c, row, right)->cp[0] != DOWN)
			return false;
	}
	return true;
}

/* Every line between columns goes down to the last row of the body. */
static bool
columns_are_straight(const struct canvas *c, int from)
{
	for (int column = 0; column < c->columns; column++) {
		if (canvas_cell(c, from, column)->cp[0] != DOWN)
			continue;
		for (int row = from; row < c->rows - 3; row++) {
			if (canvas_cell(c, row, column)->cp[0] != DOWN)
				return false;
		}
	}
	return true;
}

/* Draws at so many columns; what is wrong, or NULL. */
static const char *
drawn(struct tui *t, int columns, int straight_from)
{
	const char *why = NULL;
	struct canvas c;

	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = t->a.rows, .columns = columns});
	canvas_init(&c, t->a.rows, columns, false);
	app_draw(&t->a, &c);
	for (int row = 0; row < c.rows; row++) {
		for (int column = 0; column < columns && why == NULL; column++)
			why = fault(&c, row, column);
	}
	if (c.cursor_row < 0 || c.cursor_row >= c.rows || c.cursor_column < 0 ||
	    c.cursor_column >= columns)
		why = "the cursor is off the screen";
	else if (canvas_cell(&c, c.cursor_row, c.cursor_column)->cp[0] == 0)
		why = "the cursor is on half a character";
	if (!box_is_straight(&c))
		why = "the box is not straight";
	if (straight_from > 0 && !columns_are_straight(&c, straight_from))
		why = "the columns are not straight";
	canvas_release(&c);
	return why;
}

static void
test_screen(struct tui *t, const char *keys, int straight_from)
{
	int bad = 0;

	tui_keys(t, keys);
	for (int columns = FROM; columns <= TO; columns++) {
		const char *why = drawn(t, columns, straight_from);

		if (why != NULL && bad++ < 3)
			printf("# at %d columns: %s\n", columns, why);
	}
	is_int(bad, 0, "%s", keys);
	tui_keys(t, "D D");
}

int
main(void)
{
	struct desk d = {0};
	struct tui t;

	fixture_open(&d);
	people(&d);
	desk_close(&d);
	tui_start(&t, "rita", ROWS, 80);
	test_screen(&t, "D", 3);
	test_screen(&t, "t Down Down Right", 3);
	test_screen(&t, "v Down", 0);
	test_screen(&t, "v Down", 0);
	test_screen(&t, "v C", 5);
	test_screen(&t, "C Down Down", 5);
	test_screen(&t, "C Down Enter", 0);
	test_screen(&t, "C Down e", 0);
	test_screen(&t, "C Down e Home Right Right Right", 0);
	test_screen(&t, "C Down Down e Tab End Left", 0);
	test_screen(&t, "n[田]", 0);
	test_screen(&t, "n[é] Down", 0);
	test_screen(&t, "n[x] Down Enter", 0);
	test_screen(&t, "n[" WIDE WIDE "]", 0);
	test_screen(&t, "n[x" WIDE MANY "] Left Left", 0);
	test_screen(&t, "n[" MANY MANY "] Home Right", 0);
	test_screen(&t, "n Tab Tab Tab Tab Tab [" MANY WIDE MANY "]", 0);
	test_screen(&t, "/[" WIDE MANY "]", 0);
	test_screen(&t, ": [" MANY "x" WIDE "]", 0);
	test_screen(&t, "H H Down", 0);
	test_screen(&t, "O Down", 0);
	test_screen(&t, "P Enter", 0);
	tui_stop(&t);
	return done();
}
