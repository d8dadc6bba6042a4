/* The canvas: clipping, wide and combining characters at every edge. */
#include "../../src/tui/canvas.h"

#include "../tap.h"

static char *
dump(const struct canvas *c)
{
	struct str s = {0};

	canvas_dump(c, &s);
	return str_take(&s);
}

static void
test_text(void)
{
	static const struct {
		int column, width;
		const char *text, *row;
		int used;
	} cases[] = {
	    {0, 5, "Smith", "Smith.....\n", 5},
	    {0, 3, "Smith", "Smi.......\n", 3},
	    {2, 6, "ab", "..ab    ..\n", 2},
	    {8, 9, "Smith", "........Sm\n", 2},
	    {12, 3, "Smith", "..........\n", 0},
	    {-1, 3, "Smith", "..........\n", 0},
	    {0, 3, "田中", "田 .......\n", 2},
	    {9, 4, "田", ".........\n", 0},
	    {0, 4, "e\xCC\x81z", "e\xCC\x81z  ......\n", 2},
	    {0, 4, "\xCC\x81z", "z   ......\n", 1},
	    {0, 4, "a\x01\xFF", "a\xEF\xBF\xBD\xEF\xBF\xBD ......\n", 3},
	    {0, 6, "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",
		"\xF0\x9F\x91\xA9\xF0\x9F\x92\xBB  ....\n", 4},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct canvas c;
		char *got;

		canvas_init(&c, 1, 10, true);
		canvas_fill(&c, 0, 0, 10, ROLE_TEXT, GLYPH_FREE);
		is_int(
		    canvas_text(&c, 0, cases[i].column, cases[i].width, ROLE_HEAD, cases[i].text),
		    cases[i].used, "columns used by case %zu", i);
		got = dump(&c);
		is_str(got, cases[i].row, "case %zu", i);
		free(got);
		canvas_release(&c);
	}
}

static void
test_halves(void)
{
	struct canvas c;
	char *got;

	canvas_init(&c, 1, 6, true);
	canvas_text(&c, 0, 0, 6, ROLE_TEXT, "田中x");
	canvas_text(&c, 0, 1, 2, ROLE_TEXT, "ab");
	got = dump(&c);
	is_str(got, " ab x\n", "writing over halves leaves no half");
	free(got);
	canvas_text(&c, 0, 0, 1, ROLE_TEXT, "a\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85");
	ok(canvas_cell(&c, 0, 0)->cp[4] == 0x304, "four marks at most");
	is_int(c.missed, 0, "all of it was on the canvas");
	canvas_text(&c, 3, 0, 4, ROLE_TEXT, "out");
	canvas_text(&c, 0, 4, 3, ROLE_TEXT, "");
	is_int(c.missed, 2, "what lies off it is counted");
	canvas_text(&c, 0, 2, 2, ROLE_SELECTED, "");
	ok(canvas_cell(&c, 0, 2)->role == ROLE_SELECTED && canvas_cell(&c, 0, 2)->cp[0] == ' ',
	    "a text fills its width in its role");
	canvas_release(&c);
}

int
main(void)
{
	test_text();
	test_halves();
	return done();
}
