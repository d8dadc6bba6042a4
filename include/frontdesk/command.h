/*
 * The one command table (design: house.md, "One list for each closed set"). Keys, footer, help
 * overlay, prompt, command-line verbs, completion and the manual's lists are made from
 * commands.def.
 */
#ifndef FRONTDESK_COMMAND_H
#define FRONTDESK_COMMAND_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include <frontdesk/err.h>
#include <frontdesk/str.h>

/*
 * The modes of the screens: one list. X(ID, bit, title in the help and the manual).
 */
#define MODE_LIST(X) \
	X(DAY, 1, "On the day") \
	X(MOVE, 2, "While an appointment is picked up") \
	X(CANCEL, 3, "After x: who") \
	X(REASON, 4, "When a finding asks why to go on") \
	X(CARD, 5, "While an appointment is open") \
	X(DIALOG, 6, "In a dialog") \
	X(CLIENTS, 7, "In the list of clients") \
	X(CLIENT, 8, "On a client's card") \
	X(FREE, 9, "In the list of free times") \
	X(PRINT, 10, "In the print menu") \
	X(PREVIEW, 11, "In the preview of a sheet") \
	X(HISTORY, 12, "In the history") \
	X(PARKED, 13, "Among the parked drafts") \
	X(SETUP, 14, "In the set-up") \
	X(WELCOME, 15, "At the first start") \
	X(LOCKED, 16, "While the screen is locked") \
	X(PROMPT, 17, "In the prompt") \
	X(HELP, 18, "In this help") \
	X(BOOKING, 19, "In the booking dialog") \
	X(AFFECTED, 20, "Clients of time that was taken, one by one") \
	X(SETUP_LIST, 21, "In a list of the set-up") \
	X(SETUP_THERAPIST, 22, "In the set-up, on a therapist or hours") \
	X(SETUP_PERSON, 23, "In the set-up, on a person") \
	X(EDIT, 24, "While an appointment is changed") \
	X(NO_PIN, 25, "While it is locked, and nobody has a PIN") \
	X(CHANGE, 26, "After h: any change in health") \
	X(INTAKE, 27, "In the health form") \
	X(BODY, 28, "On the body chart")

/* Where a command is understood. Each bit but IN_CLI is a mode of the screen. */
enum where {
	IN_CLI = 1 << 0, /* a verb of the command line */
#define X(id, bit, title) IN_##id = 1 << (bit),
	MODE_LIST(X)
#undef X
	/* the screens one goes to */
	IN_PLACES = IN_DAY | IN_CLIENTS | IN_CLIENT | IN_FREE | IN_PRINT | IN_PREVIEW | IN_HISTORY |
	    IN_PARKED | IN_SETUP,
	/* where letters are text for the view */
	IN_TYPING = IN_DIALOG | IN_LOCKED,
	/* what has rows to go through */
	IN_LISTS = IN_CLIENTS | IN_CLIENT | IN_FREE | IN_PRINT | IN_PREVIEW | IN_HISTORY |
	    IN_PARKED | IN_SETUP | IN_WELCOME,
	/* of health, where letters are keys */
	IN_HEALTH = IN_CHANGE | IN_BODY,
};

/* Above the modes, in a command's row: only when there is something, somebody to do it to. */
#define ON_ROW (UINT64_C(1) << 32)
#define ON_CLIENT (UINT64_C(1) << 33)
/* And: of the day, but done from every place by those of its keys that are no other's there. */
#define FROM_PLACES (UINT64_C(1) << 34)

enum cmd {
	CMD_NONE,
#define COMMAND(id, name, where, keys, args, label, help) CMD_##id,
#include <frontdesk/commands.def>
#undef COMMAND
	CMD_COUNT
};

struct command {
	const char *name; /* one or two words */
	uint64_t where; /* of enum where, and ON_… */
	const char *keys; /* blank separated names of keys; "" = none */
	const char *args; /* as in the synopsis; the long options in it are those it takes */
	const char *label; /* the footer's word; "" = not there */
	const char *help; /* one line */
};
extern const struct command commands[CMD_COUNT];

/* Whether lists of keys name a command under a mode; what every place and the open appointment
 * have stands under IN_PLACES alone. */
static inline bool
command_listed(uint64_t where, unsigned mode)
{
	const bool everywhere = (where & FROM_PLACES) != 0 || (where & IN_PLACES) == IN_PLACES;

	if (mode == IN_PLACES)
		return everywhere;
	return (where & mode) != 0 && !(everywhere && (mode & (IN_PLACES | IN_CARD)) != 0);
}

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
 * columns wide. lacks: the bits of ON_… that there is nothing for.
 */
void command_footer(unsigned where, uint64_t lacks, int columns, struct str *out);

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
