/* help, --help, --version: all of it from the command table. */
#include "help.h"
#include "out.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/text.h>

enum { NAME_WIDTH = 24 };

void
help_row(const char *name, const char *help)
{
	struct str line = {0};

	str_add(&line, "  ");
	if (text_width(name) < NAME_WIDTH)
		text_pad(&line, name, NAME_WIDTH, TEXT_LEFT);
	else
		str_addf(&line, "%s  ", name);
	str_add(&line, help);
	out_line("%s", str_text(&line));
	str_release(&line);
}

void
help_usage(enum cmd c, struct str *out)
{
	str_addf(out, "frontdesk %s", commands[c].name);
	if (commands[c].args[0] != '\0')
		str_addf(out, " %s", commands[c].args);
}

/* "-o, --output FILE" */
static void
option_row_line(const struct option_row *o)
{
	struct str name = {0};

	if (o->letter != 0)
		str_addf(&name, "-%c, ", o->letter);
	str_addf(&name, "--%s", o->name);
	if (o->arg[0] == '[')
		str_addf(&name, "[=%.*s]", (int)strcspn(o->arg + 1, "]"), o->arg + 1);
	else if (o->arg[0] != '\0')
		str_addf(&name, " %s", o->arg);
	help_row(str_text(&name), o->help);
	str_release(&name);
}

static void
help_options(enum cmd c)
{
	bool any = false;

	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *o = &option_rows[i];

		if (c == CMD_NONE ? !o->global : !command_takes(c, o->name))
			continue;
		if (!any)
			out_line("%s", "");
		if (!any)
			out_line("%s", c == CMD_NONE ? "Options of every command:" : "Options:");
		any = true;
		option_row_line(o);
	}
}

/* --- Pages ----------------------------------------------------------------------------------- */

static void
help_one(enum cmd c)
{
	struct str usage = {0};

	help_usage(c, &usage);
	out_line("%s", str_text(&usage));
	out_line("%s", commands[c].help);
	help_options(c);
	help_details(c);
	str_release(&usage);
}

/* The table is in the order of the footer, where those of the screens too do not stand apart. */
static void
help_verbs(bool on_screen)
{
	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++)
		if ((commands[c].where & IN_CLI) != 0 && (commands[c].where != IN_CLI) == on_screen)
			help_row(commands[c].name, commands[c].help);
}

static void
help_all(void)
{
	out_line("usage: frontdesk [OPTIONS] [COMMAND [ARGUMENTS]]");
	out_line("Without a command the screens open on today.");
	out_line("%s", "");
	help_verbs(false);
	help_verbs(true);
	help_options(CMD_NONE);
	out_line("%s", "");
	out_line("Exit status:");
#define X(id, status, text) help_row(#status, text);
	ERR_LIST(X)
#undef X
	out_line("%s", "");
	out_line("More of a command: frontdesk help COMMAND. All of it: man frontdesk.");
}

void
help_print(enum cmd c)
{
	if (c == CMD_NONE)
		help_all();
	else
		help_one(c);
}

void
help_version(void)
{
	out_line("frontdesk %s, schema %d, SQLite %s", VERSION, store_schema(), store_sqlite());
}

/* "help therapist": every command that begins so. */
static bool
help_parts(const char *verb)
{
	size_t n = strlen(verb);
	bool any = false;

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		struct str usage = {0};

		if ((commands[c].where & IN_CLI) == 0 || strncmp(commands[c].name, verb, n) != 0 ||
		    commands[c].name[n] != ' ')
			continue;
		any = true;
		help_usage(c, &usage);
		out_line("%s", str_text(&usage));
		out_line("    %s", commands[c].help);
		str_release(&usage);
	}
	return any;
}

enum err
verb_help(struct request *r)
{
	const char *w1 = r->args.n > 0 ? r->args.v[0] : NULL;
	const char *w2 = r->args.n > 1 ? r->args.v[1] : NULL;
	size_t used;
	enum cmd c;

	if (w1 == NULL) {
		help_all();
		return ERR_OK;
	}
	c = command_by_name(IN_CLI, w1, w2, &used);
	if (c != CMD_NONE && used == r->args.n) {
		help_one(c);
		return ERR_OK;
	}
	if (w2 == NULL && help_parts(w1))
		return ERR_OK;
	return err_set(ERR_USAGE, "no command \"%s%s%s\"; frontdesk help lists them all", w1,
	    w2 != NULL ? " " : "", str_or_empty(w2));
}
