/* The line editor: every command, by grapheme cluster. */
#include "../../src/tui/line_edit.h"

#include "../tap.h"

#define ACUTE "e\xCC\x81"
#define FAMILY "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB"

static void
test_commands(void)
{
	static const struct {
		const char *text;
		enum cmd cmds[6];
		const char *insert, *want; /* the cursor is shown as | */
	} cases[] = {
	    {"smith", {CMD_NONE}, "", "smith|"},
	    {"smith", {CMD_EDIT_LEFT, CMD_EDIT_LEFT}, "", "smi|th"},
	    {"smith", {CMD_EDIT_HOME, CMD_EDIT_LEFT}, "X", "X|smith"},
	    {"smith", {CMD_EDIT_HOME, CMD_EDIT_RIGHT}, "", "s|mith"},
	    {"smith", {CMD_EDIT_END, CMD_EDIT_RIGHT}, "", "smith|"},
	    {"smith", {CMD_EDIT_RUBOUT}, "", "smit|"},
	    {"smith", {CMD_EDIT_HOME, CMD_EDIT_RUBOUT}, "", "|smith"},
	    {"smith", {CMD_EDIT_HOME, CMD_EDIT_DELETE}, "", "|mith"},
	    {"smith", {CMD_EDIT_DELETE}, "", "smith|"},
	    {"ada smith  ", {CMD_EDIT_WORD}, "", "ada |"},
	    {"ada smith", {CMD_EDIT_WORD, CMD_EDIT_WORD, CMD_EDIT_WORD}, "", "|"},
	    {"ada smith", {CMD_EDIT_CLEAR}, "bo", "bo|"},
	    {"x" ACUTE, {CMD_EDIT_LEFT}, "", "x|" ACUTE},
	    {"x" ACUTE, {CMD_EDIT_RUBOUT}, "", "x|"},
	    {"x" FAMILY "y", {CMD_EDIT_LEFT, CMD_EDIT_LEFT}, "", "x|" FAMILY "y"},
	    {"x" FAMILY, {CMD_EDIT_RUBOUT}, "", "x|"},
	    {"", {CMD_EDIT_LEFT, CMD_EDIT_RUBOUT, CMD_EDIT_DELETE, CMD_EDIT_WORD, CMD_EDIT_CLEAR},
		"", "|"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct line_edit e = {0};

		line_edit_set(&e, cases[i].text);
		for (size_t n = 0; n < 6 && cases[i].cmds[n] != CMD_NONE; n++)
			ok(line_edit_command(&e, cases[i].cmds[n]), "an editing command");
		ok(line_edit_insert(&e, cases[i].insert), "it fits");
		line_edit_insert(&e, "|");
		is_str(str_text(&e.text), cases[i].want, "case %zu", i);
		line_edit_release(&e);
	}
}

static void
test_limits(void)
{
	struct line_edit e = {0};
	char long_text[LINE_EDIT_MAX + 1];
	int column;
	size_t from;

	ok(!line_edit_command(&e, CMD_NEW), "not an editing command");
	ok(line_edit_paste(&e, "a\tb\nc\x1b[31m\xE2\x80\xAE"), "a paste");
	is_str(str_text(&e.text), "a b c[31m", "a paste is one line of text");
	memset(long_text, 'x', LINE_EDIT_MAX);
	long_text[LINE_EDIT_MAX] = '\0';
	ok(!line_edit_insert(&e, long_text), "too long is not taken");
	is_str(str_text(&e.text), "a b c[31m", "and nothing is lost");
	line_edit_set(&e, "0123456789田中");
	from = line_edit_window(&e, 6, &column);
	ok(from == 9 && column == 5, "the cursor stays in sight");
	line_edit_command(&e, CMD_EDIT_HOME);
	from = line_edit_window(&e, 6, &column);
	ok(from == 0 && column == 0, "also at the beginning");
	line_edit_release(&e);
}

int
main(void)
{
	test_commands();
	test_limits();
	return done();
}
