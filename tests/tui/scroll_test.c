/* The rows of a list: what is selected, what is on show, what is drawn. */
#include "../tap.h"

#include "../../src/tui/scroll.h"

static void
is_at(const struct scroll *s, size_t at, size_t top, const char *what)
{
	ok(s->at == at && s->top == top, "%s: at %zu, from %zu", what, s->at, s->top);
}

static void
test_walk(void)
{
	struct scroll s = {.n = 10, .rows = 4};
	static const struct {
		enum cmd cmd;
		size_t at, top;
		const char *what;
	} cases[] = {
	    {CMD_UP, 0, 0, "up at the top"},
	    {CMD_DOWN, 1, 0, "down"},
	    {CMD_LATER, 4, 1, "a page on leaves one row"},
	    {CMD_LATER, 7, 4, "and one more"},
	    {CMD_LATER, 9, 6, "not beyond the last"},
	    {CMD_DOWN, 9, 6, "nor by a step"},
	    {CMD_EARLIER, 6, 6, "a page back"},
	    {CMD_EARLIER, 3, 3, "and one more"},
	    {CMD_EARLIER, 0, 0, "not above the first"},
	    {CMD_BOTTOM, 9, 6, "the last"},
	    {CMD_TOP, 0, 0, "the first"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ok(scroll_command(&s, cases[i].cmd), "%s is its command", cases[i].what);
		is_at(&s, cases[i].at, cases[i].top, cases[i].what);
	}
	ok(!scroll_command(&s, CMD_LEFT), "another command is not");
}

static void
test_fit(void)
{
	struct scroll s = {.n = 10, .at = 9, .top = 6, .rows = 4};

	s.n = 5;
	scroll_fit(&s);
	is_at(&s, 4, 1, "fewer rows");
	s.rows = 10;
	scroll_fit(&s);
	is_at(&s, 4, 0, "all on show");
	s.rows = 2;
	scroll_fit(&s);
	is_at(&s, 4, 3, "a smaller screen keeps the selected one");
	s.n = 0;
	scroll_fit(&s);
	is_at(&s, 0, 0, "none");
	for (enum cmd c = CMD_NONE; c < CMD_COUNT; c++)
		(void)scroll_command(&s, c);
	is_at(&s, 0, 0, "none, whatever is pressed");
	s = (struct scroll){.n = 3, .rows = 0};
	ok(scroll_command(&s, CMD_BOTTOM) && s.at == 2, "without room it still walks");
}

static enum role
line(const void *arg, size_t i, struct str *out)
{
	(void)arg;
	str_addf(out, "row %zu", i);
	return ROLE_TEXT;
}

static void
test_draw(void)
{
	const struct scroll s = {.n = 5, .at = 2, .top = 1, .rows = 3};
	struct canvas c;
	struct str text = {0};

	canvas_init(&c, 5, 10, false);
	scroll_draw(&s, &c, 1, 2, 8, line, NULL);
	canvas_dump(&c, &text);
	is_str(str_text(&text), "\n    row 1\n  > row 2\n    row 3\n\n", "the rows on show");
	ok(c.cursor_row == 2 && c.cursor_column == 2, "the cursor is on the selected one");
	is_int(canvas_cell(&c, 2, 5)->role, ROLE_SELECTED, "which shows");
	is_int(canvas_cell(&c, 1, 5)->role, ROLE_TEXT, "the others do not");
	str_release(&text);
	canvas_release(&c);
}

int
main(void)
{
	test_walk();
	test_fit();
	test_draw();
	return done();
}
