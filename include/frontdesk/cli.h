/*
 * The command line (design: commands.md): arguments in; text, records and an exit status out. What
 * comes from outside (environment, clock, login, terminal, screens) is handed in by main.c.
 */
#ifndef FRONTDESK_CLI_H
#define FRONTDESK_CLI_H

#include <stdbool.h>
#include <stdint.h>

#include <frontdesk/desk.h>
#include <frontdesk/err.h>

/* The size and the keys of `screen NAME`. */
struct cli_screen {
	const char *name;
	int columns, rows;
	const char *keys;
};

/* All texts outlive the call; NULL = not set in the environment. */
struct cli {
	int argc;
	char *const *argv;
	const char *file; /* $FRONTDESK_FILE */
	const char *data_home; /* $XDG_DATA_HOME */
	const char *home; /* $HOME */
	const char *now; /* $FRONTDESK_NOW */
	char *const *environment; /* handed on to lp */
	const char *zone; /* the system's IANA zone, for `init` */
	const char *login; /* who works here; for the audit */
	const char *terminal; /* which desk; "" = none */
	int64_t (*clock)(void *); /* UTC seconds */
	int columns; /* of the terminal on stdout; 0 = stdout is none */
	/* The other face: runs the screens; prints one as text. *status = the exit status. */
	enum err (*screens)(const struct desk_options *o, bool ascii, int *status);
	enum err (*screen)(const struct desk_options *o, bool ascii, const struct cli_screen *s);
};

/* Does what the arguments say; returns the exit status. A failure is one sentence on stderr. */
int cli_run(const struct cli *c);

#endif
