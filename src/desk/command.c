/* The command table and the questions it answers. */
#include <string.h>

#include <frontdesk/command.h>
#include <frontdesk/text.h>

const struct command commands[CMD_COUNT] = {
    {"", 0, "", "", "", ""},
#define COMMAND(id, name, where, keys, args, label, help) {name, where, keys, args, label, help},
#include <frontdesk/commands.def>
#undef COMMAND
};

const struct option_row option_rows[OPTION_COUNT] = {
#define OPTION(id, name, arg, letter, help) \
	{name, arg, help, letter, OPTION_##id <= OPTION_VERSION},
#include <frontdesk/options.def>
#undef OPTION
};

/* The n-th blank separated word of s, and its length; NULL: there are not so many. */
static const char *
word_at(const char *s, size_t n, size_t *len)
{
	for (;; n--) {
		s += strspn(s, " ");
		*len = strcspn(s, " ");
		if (*len == 0)
			return NULL;
		if (n == 0)
			return s;
		s += *len;
	}
}

bool
command_key(enum cmd c, size_t n, char buf[static COMMAND_KEY_SIZE])
{
	size_t len;
	const char *key = word_at(commands[c].keys, n, &len);

	if (key == NULL || len >= COMMAND_KEY_SIZE)
		return false;
	memcpy(buf, key, len);
	buf[len] = '\0';
	return true;
}

enum cmd
command_by_key(unsigned where, const char *key)
{
	char have[COMMAND_KEY_SIZE];

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		if ((commands[c].where & where) == 0)
			continue;
		for (size_t n = 0; command_key(c, n, have); n++) {
			if (strcmp(have, key) == 0)
				return c;
		}
	}
	return CMD_NONE;
}

/* Whether name is the words w1 and w2 (w2 may be NULL), parted by one blank. */
static bool
is_name(const char *name, const char *w1, const char *w2)
{
	size_t n = strlen(w1);

	if (strncmp(name, w1, n) != 0)
		return false;
	if (w2 == NULL)
		return name[n] == '\0';
	return name[n] == ' ' && strcmp(name + n + 1, w2) == 0;
}

enum cmd
command_by_name(unsigned where, const char *w1, const char *w2, size_t *used)
{
	for (size_t words = w2 == NULL ? 1 : 2; words > 0; words--) {
		for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
			if ((commands[c].where & where) != 0 &&
			    is_name(commands[c].name, w1, words == 2 ? w2 : NULL)) {
				*used = words;
				return c;
			}
		}
	}
	*used = 0;
	return CMD_NONE;
}

bool
command_takes(enum cmd c, const char *option)
{
	size_t n = strlen(option);

	for (const char *at = commands[c].args; (at = strstr(at, "--")) != NULL;) {
		at += 2;
		if (strncmp(at, option, n) == 0 && strchr("] |[", at[n]) != NULL)
			return true;
	}
	return false;
}

enum cmd
command_near(unsigned where, const char *name)
{
	enum cmd nearest = CMD_NONE;
	int best = strlen(name) < 8 ? 2 : 3; /* so many edits make it another word */

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		int edits;

		if ((commands[c].where & where) == 0)
			continue;
		if (text_begins(commands[c].name, name))
			return c;
		edits = text_distance(name, commands[c].name, best);
		if (edits < best) {
			best = edits;
			nearest = c;
		}
	}
	return nearest;
}

/* "n New"; false: the command has no key or no label. */
static bool
hint(enum cmd c, struct str *out)
{
	char key[COMMAND_KEY_SIZE];

	if (commands[c].label[0] == '\0' || !command_key(c, 0, key))
		return false;
	str_addf(out, "%s %s", key, commands[c].label);
	return true;
}

void
command_footer(unsigned where, uint64_t lacks, int columns, struct str *out)
{
	enum { GAP = 2 };
	/* Where letters are text, ? is one. */
	const enum cmd help = (commands[CMD_HELP].where & where) != 0 ? CMD_HELP
	    : (commands[CMD_HELP_TYPING].where & where) != 0          ? CMD_HELP_TYPING
								      : CMD_NONE;
	struct str last = {0}, one = {0};
	int left = columns;

	if (hint(help, &last))
		left -= text_width(str_text(&last));
	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		if (c == help || (commands[c].where & where) == 0 ||
		    (commands[c].where & lacks) != 0)
			continue;
		str_clear(&one);
		if (!hint(c, &one))
			continue;
		left -= text_width(str_text(&one)) + GAP;
		if (left < 0)
			break;
		str_addf(out, "%s  ", str_text(&one));
	}
	if (last.n > 0)
		str_add(out, str_text(&last));
	else if (out->n >= GAP)
		out->v[out->n -= GAP] = '\0';
	str_release(&last);
	str_release(&one);
}
