/* The arguments: options anywhere, words in order, the verb in front of them. */
#include "request.h"

#include <getopt.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { LONG_BASE = 256 }; /* values of long options begin where those of letters end */

/* For getopt_long(): words in order, a missing value told from an unknown option. */
static void
build(struct option longs[static OPTION_COUNT + 1], char shorts[static 2 * OPTION_COUNT + 3])
{
	size_t n = 0;

	shorts[n++] = '-';
	shorts[n++] = ':';
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];
		int has = row->arg[0] == '\0' ? no_argument
		    : row->arg[0] == '['      ? optional_argument
					      : required_argument;

		longs[i] = (struct option){row->name, has, NULL, LONG_BASE + i};
		if (row->letter == 0)
			continue;
		shorts[n++] = row->letter;
		if (has == required_argument)
			shorts[n++] = ':';
	}
	shorts[n] = '\0';
	longs[OPTION_COUNT] = (struct option){0};
}

static enum err
misfit(int code, int letter, const char *word)
{
	int n = (int)strcspn(word, "=");

	if (code == ':')
		return err_set(ERR_USAGE, "%.*s needs a value", n, word);
	if (letter >= LONG_BASE)
		return err_set(ERR_USAGE, "%.*s takes no value", n, word);
	if (letter != 0)
		return err_set(ERR_USAGE, "unknown option -%c; see frontdesk help", letter);
	return err_set(ERR_USAGE, "unknown or unclear option %.*s; see frontdesk help", n, word);
}

static int
option_of(int code)
{
	if (code >= LONG_BASE)
		return code - LONG_BASE;
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_rows[i].letter == code)
			return i;
	return OPTION_COUNT;
}

/* "-15:30" is the end of a session, "-7" days back: a digit is no option's letter. */
static bool
is_number(const char *word)
{
	return word[0] == '-' && word[1] >= '0' && word[1] <= '9';
}

/* "-ab", "-lbL@2": what is to be avoided, of `intake set`; elsewhere it is options. */
static bool
is_place(const struct request *r, const char *word)
{
	size_t n = 3;

	if (r->args.n < 2 || strcmp(r->args.v[0], "intake") != 0 ||
	    strcmp(r->args.v[1], "set") != 0 || word[0] != '-' ||
	    strspn(word + 1, "abcdefghijklmnopqrstuvwxyz") != 2)
		return false;
	n += strspn(word + n, "LRBM");
	return word[n + strspn(word + n, "@=0123456789")] == '\0';
}

enum err
request_options(struct request *r)
{
	struct option longs[OPTION_COUNT + 1];
	char shorts[2 * OPTION_COUNT + 3];
	int argc = r->cli->argc, code;
	char *const *argv = r->cli->argv;

	build(longs, shorts);
	opterr = 0;
	for (optind = 1; optind < argc;) {
		if (is_number(argv[optind]) || is_place(r, argv[optind])) {
			*list_push(&r->args) = argv[optind++];
			continue;
		}
		code = getopt_long(argc, argv, shorts, longs, NULL);
		if (code == -1)
			break;
		if (code == '?' || code == ':')
			return misfit(code, optopt, argv[optind - 1]);
		if (code == 1)
			*list_push(&r->args) = optarg;
		else
			r->options[option_of(code)] = optarg != NULL ? optarg : "";
	}
	for (; optind < argc; optind++)
		*list_push(&r->args) = argv[optind];
	return ERR_OK;
}

/* The second words of a verb with parts: "add, archive, edit, list"; nothing when it has none. */
static void
parts_of(const char *verb, struct str *out)
{
	size_t n = strlen(verb);

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++)
		if ((commands[c].where & IN_CLI) != 0 && strncmp(commands[c].name, verb, n) == 0 &&
		    commands[c].name[n] == ' ')
			str_addf(out, "%s%s", out->n > 0 ? ", " : "", commands[c].name + n + 1);
}

static enum err
unknown(const char *verb)
{
	struct str parts = {0};
	enum cmd near = command_near(IN_CLI, verb);
	enum err e;

	parts_of(verb, &parts);
	if (parts.n > 0)
		e = err_set(ERR_USAGE, "%s what? there are: %s", verb, str_text(&parts));
	else if (near != CMD_NONE)
		e = err_set(ERR_USAGE, "unknown command \"%s\"; did you mean %s?", verb,
		    commands[near].name);
	else
		e = err_set(ERR_USAGE, "unknown command \"%s\"; see frontdesk help", verb);
	str_release(&parts);
	return e;
}

static enum err
check_taken(const struct request *r)
{
	const char *yes = r->options[OPTION_YES];

	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];

		if (r->options[i] == NULL || row->global || command_takes(r->cmd, row->name))
			continue;
		if (r->cmd == CMD_NONE)
			return err_set(
			    ERR_USAGE, "--%s needs a command; see frontdesk help", row->name);
		return err_set(ERR_USAGE, "%s does not take --%s; usage: frontdesk %s %s",
		    commands[r->cmd].name, row->name, commands[r->cmd].name, commands[r->cmd].args);
	}
	if (yes != NULL && yes[strspn(yes, " ")] == '\0')
		return err_set(ERR_USAGE, "--yes needs the reason, like --yes \"client asked\"");
	return ERR_OK;
}

enum err
request_command(struct request *r)
{
	size_t used = 0;

	if (r->args.n > 0) {
		r->cmd = command_by_name(
		    IN_CLI, r->args.v[0], r->args.n > 1 ? r->args.v[1] : NULL, &used);
		if (r->cmd == CMD_NONE)
			return unknown(r->args.v[0]);
		r->args.n -= used;
		memmove(r->args.v, r->args.v + used, r->args.n * sizeof(*r->args.v));
	}
	return check_taken(r);
}
