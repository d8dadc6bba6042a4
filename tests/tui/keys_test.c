/* Names of keys, and the keys of `screen --keys`. */
#include "../../src/tui/keys.h"

#include "../tap.h"

static void
test_codepoints(void)
{
	static const struct {
		uint32_t cp;
		const char *name, *text; /* NULL: no key; no text */
	} cases[] = {{'n', "n", "n"}, {'\r', "Enter", NULL}, {'\n', "Enter", NULL},
	    {27, "Esc", NULL}, {9, "Tab", NULL}, {' ', "Space", " "}, {127, "Backspace", NULL},
	    {8, "Backspace", NULL}, {1, "Ctrl-A", NULL}, {26, "Ctrl-Z", NULL}, {0xE4, "ä", "ä"},
	    {0x7530, "田", "田"}, {0x301, "\xCC\x81", "\xCC\x81"}, {0, NULL, NULL},
	    {0x9F, NULL, NULL}};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct key k = {0};
		bool is = key_from_codepoint(&k, cases[i].cp);

		ok(is == (cases[i].name != NULL), "U+%04X is a key", (unsigned)cases[i].cp);
		if (!is)
			continue;
		is_str(k.name, cases[i].name, "its name");
		ok((key_text(&k) == NULL) == (cases[i].text == NULL), "whether it writes");
		if (cases[i].text != NULL)
			is_str(key_text(&k), cases[i].text, "what it writes");
	}
}

/* Items as one text: keys in <>, texts in "". */
static void
is_items(const char *keys, const char *want)
{
	struct str got = {0}, text = {0};
	struct key k;
	enum keys_item item;
	const char *at = keys;

	while ((item = keys_next(&at, &k, &text)) == KEYS_KEY || item == KEYS_TEXT)
		str_addf(&got, item == KEYS_KEY ? "<%s>" : "\"%s\"",
		    item == KEYS_KEY ? k.name : str_text(&text));
	if (item == KEYS_BAD)
		str_addf(&got, "bad at %s", at);
	is_str(str_text(&got), want, "keys %s", keys);
	str_release(&got);
	str_release(&text);
}

static void
test_commands(void)
{
	struct key k, other;
	char name[COMMAND_KEY_SIZE];

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++)
		for (size_t n = 0; command_key(c, n, name); n++)
			ok(key_from_name(&k, name, strlen(name)) && strcmp(k.name, name) == 0,
			    "%s is a key of the terminal", name);
	ok(key_from_name(&k, "n", 1) && key_other_case(&k, &other) && other.name[0] == 'N',
	    "n and N");
	ok(key_from_name(&k, "4", 1) && !key_other_case(&k, &other), "4 has no other case");
	ok(!key_from_name(&k, "Ctrl-é", 7) && !key_from_name(&k, "Entr", 4), "no such keys");
}

int
main(void)
{
	test_codepoints();
	is_items("", "");
	is_items(" n  Enter ", "<n><Enter>");
	is_items("n[smith dt60] Enter", "<n>\"smith dt60\"<Enter>");
	is_items("[ ] Ctrl-Z F2", "<[><]><Ctrl-Z><F2>");
	is_items("Down Dwn x", "<Down>bad at Dwn x");
	is_items("n [smith", "<n>bad at [smith");
	test_commands();
	return done();
}
