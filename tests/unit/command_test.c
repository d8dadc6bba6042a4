/* The command table: its own laws, and the questions it answers. */
#include <ctype.h>

#include <frontdesk/command.h>
#include <frontdesk/text.h>

#include "../tap.h"

static const unsigned modes[] = {
#define X(id, bit, title) IN_##id,
    MODE_LIST(X)
#undef X
};
enum { MODES = sizeof(modes) / sizeof(modes[0]) };

static void
test_rows(void)
{
	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		const struct command *r = &commands[c];
		bool screen = (r->where & ~(unsigned)IN_CLI) != 0;
		size_t used;
		int blanks = 0;

		for (const char *s = r->name; *s != '\0'; s++)
			blanks += *s == ' ';
		ok(r->where != 0 && r->name[0] != '\0' && blanks <= 1, "%s: one or two words",
		    r->name);
		ok(text_width(r->label) <= 16, "%s: a short label", r->name);
		ok(text_width(r->help) >= 2 && text_width(r->help) <= (screen ? 60 : 80) &&
			isupper((unsigned char)r->help[0]),
		    "%s: one line of help", r->name);
		ok(screen == (r->keys[0] != '\0') || c == CMD_SUSPEND || c == CMD_SPLIT_COUPLE,
		    "%s: keys on a screen, and only there", r->name);
		for (unsigned bit = 1; bit <= IN_HELP; bit <<= 1) {
			char first[64], *second;

			if ((r->where & bit) == 0)
				continue;
			snprintf(first, sizeof(first), "%s", r->name);
			second = strchr(first, ' ');
			if (second != NULL)
				*second++ = '\0';
			ok(command_by_name(bit, first, second, &used) == c, "%s: found by name",
			    r->name);
			is_int(used, second == NULL ? 1 : 2, "%s: words used", r->name);
		}
	}
}

static void
test_keys(void)
{
	for (size_t m = 0; m < MODES; m++) {
		int twice = 0;

		for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
			char key[COMMAND_KEY_SIZE];

			if ((commands[c].where & modes[m]) == 0)
				continue;
			for (size_t n = 0; command_key(c, n, key); n++)
				twice += command_by_key(modes[m], key) != c;
		}
		is_int(twice, 0, "no key twice in mode %u", modes[m]);
	}
	ok(command_by_key(IN_DAY, "n") == CMD_NEW, "n books");
	ok(command_by_key(IN_CANCEL, "n") == CMD_CANCEL_NOSHOW, "n after x is a no-show");
	ok(command_by_key(IN_DAY, "F2") == CMD_DAY, "F2 is the twin of D");
	ok(command_by_key(IN_DAY, "Ctrl-Z") == CMD_UNDO, "Ctrl-Z takes back");
	ok(command_by_key(IN_DAY, "Ctrl-") == CMD_NONE, "the beginning of a key is no key");
	ok(command_by_key(IN_PROMPT, "q") == CMD_NONE, "q is text in the prompt");
	ok(command_by_key(IN_DAY, "") == CMD_NONE, "no key");
}

static void
test_footer(void)
{
	const uint64_t helped = commands[CMD_HELP].where | commands[CMD_HELP_TYPING].where;

	for (size_t m = 0; m < MODES; m++) {
		struct str s = {0};
		int wider = 0, no_help = 0, broken = 0;

		for (int columns = 20; columns <= 200; columns++) {
			str_clear(&s);
			command_footer(modes[m], 0, columns, &s);
			wider += text_width(str_text(&s)) > columns;
			no_help += strstr(str_text(&s), "? Help") == NULL &&
			    strstr(str_text(&s), "F1 Help") == NULL;
			broken += s.n > 0 && s.v[s.n - 1] == ' ';
		}
		ok(wider == 0 && broken == 0, "the footer of mode %u fits", modes[m]);
		ok(no_help == 0 || (helped & modes[m]) == 0, "? Help stays in mode %u", modes[m]);
		str_release(&s);
	}
	struct str s = {0};
	command_footer(IN_DAY, 0, 80, &s);
	is_str(str_text(&s),
	    "n New  Enter Open  m Move  x Cancel  a Arrived  g Go to  u Undo  / Find  ? Help",
	    "80 columns");
	str_clear(&s);
	command_footer(IN_DAY, ON_ROW | ON_CLIENT, 80, &s);
	is_str(str_text(&s),
	    "n New  g Go to  u Undo  / Find  w Why  j Next  k Keep free  v Rooms  ? Help",
	    "with nothing to do something to");
	str_clear(&s);
	command_footer(IN_CANCEL, 0, 80, &s);
	is_str(str_text(&s),
	    "c Client  p Practice  n No-show  l Left  e Error  Esc Back  Ctrl-Q Quit  ? Help",
	    "after x");
	str_release(&s);
}

static void
test_names(void)
{
	size_t used;

	ok(command_by_name(IN_CLI, "client", "add", &used) == CMD_CLIENT_ADD && used == 2,
	    "two words");
	ok(command_by_name(IN_CLI, "book", "smith", &used) == CMD_BOOK && used == 1,
	    "one, and a word");
	ok(command_by_name(IN_CLI, "client", NULL, &used) == CMD_NONE && used == 0, "half a name");
	ok(command_by_name(IN_DAY, "book", NULL, &used) == CMD_NONE, "not a command of this place");
	ok(command_by_name(IN_CLI, "nonsense", "add", &used) == CMD_NONE, "unknown");
	ok(command_near(IN_CLI, "agnda") == CMD_AGENDA, "near: a letter missing");
	ok(command_near(IN_CLI, "clint add") == CMD_CLIENT_ADD, "near: two words");
	ok(command_near(IN_CLI, "exp") == CMD_EXPORT, "near: the beginning");
	ok(command_near(IN_CLI, "report") == CMD_NONE, "another word is not near");
	ok(command_near(IN_CLI, "xyzzy") == CMD_NONE, "near: nothing");
	ok(command_near(IN_CLI, "") == CMD_NONE, "near: no word");
	ok(command_takes(CMD_INIT, "zone"), "init takes --zone");
	ok(command_takes(CMD_BOOK, "dry-run"), "book takes --dry-run");
	ok(!command_takes(CMD_BOOK, "dry"), "no abbreviations");
	ok(!command_takes(CMD_AGENDA, "zone"), "agenda takes no --zone");
	ok(option_rows[OPTION_FILE].global && option_rows[OPTION_VERSION].global, "global options");
	ok(!option_rows[OPTION_YES].global, "an option of some commands");
	is_str(option_rows[OPTION_DRY_RUN].name, "dry-run", "an option's name");
}

int
main(void)
{
	test_rows();
	test_keys();
	test_footer();
	test_names();
	return done();
}
