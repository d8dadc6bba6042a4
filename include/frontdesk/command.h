/*
 * The one command table (design: house.md, "One list for each closed set"). Keys, footer, help
 * overlay, prompt, command-line verbs, completion and the manual's lists are made from
 * commands.def.
 */
#ifndef FRONTDESK_COMMAND_H
#define FRONTDESK_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include <frontdesk/err.h>
#include <frontdesk/str.h>

/* Where a command is understood. Each bit but IN_CLI is a mode of the screen. */
enum where {
	IN_CLI = 1 << 0, /* a verb of the command line */
	IN_DAY = 1 << 1, /* the day grid */
	IN_MOVE = 1 << 2, /* the day grid while an appointment is picked up */
	IN_CANCEL = 1 << 3, /* after x: who cancelled */
	IN_PROMPT = 1 << 4, /* the prompt is open */
	IN_HELP = 1 << 5, /* the help overlay is open */
	IN_CARD = 1 << 6, /* an appointment is open */
	IN_REASON = 1 << 7, /* a soft finding asks why to go on */
};

enum cmd {
	CMD_NONE,
#define COMMAND(id, name, where, keys, args, label, help) CMD_##id,
#include <frontdesk/commands.def>
#undef COMMAND
	CMD_COUNT
};

struct command {
	const char *name; /* one or two words */
	unsigned where;
	const char *keys; /* blank separated names of keys; "" = none */
	const char *args; /* as in the synopsis; the long options in it are those it takes */
	const char *label; /* the footer's word; "" = not there */
	const char *help; /* one line */
};
extern const struct command commands[CMD_COUNT];

/* The n-th key of a command (from 0) into buf; false: it has no more. */
enum { COMMAND_KEY_SIZE = 16 };
bool command_key(enum cmd c, size_t n, char buf[static COMMAND_KEY_SIZE]);
enum cmd command_by_key(unsigned where, const char *key);
/* By one or two words (w2 may be NULL); *used = how many. CMD_NONE: unknown. */
enum cmd command_by_name(unsigned where, const char *w1, const char *w2, size_t *used);
/* Whether the command's arguments name this long option. */
bool command_takes(enum cmd c, const char *option);
/* The command whose name is nearest to a mistyped one; CMD_NONE when nothing is near. */
enum cmd command_near(unsigned where, const char *name);
/*
 * "n New  Enter Open  …  ? Help": whole hints by priority (table order), ? Help always, at most
 * columns wide.
 */
void command_footer(unsigned where, int columns, struct str *out);

/*
 * The options of the command line: one list. OPTION(ID, name, arg, letter, help)
 *   arg     "" = none; "[X]" = optional; else its placeholder
 *   letter  short form, or 0
 */
enum option_id {
#define OPTION(id, name, arg, letter, help) OPTION_##id,
#include <frontdesk/options.def>
#undef OPTION
	OPTION_COUNT
};
struct option_row {
	const char *name, *arg, *help;
	char letter;
	bool global; /* before or after the verb, for every command */
};
extern const struct option_row option_rows[OPTION_COUNT];

#endif
