/*
 * The screens, as main.c and the tests see them. Everything but terminal.c is pure of the terminal:
 * keys in, canvas out.
 */
#ifndef FRONTDESK_TUI_H
#define FRONTDESK_TUI_H

#include <stdbool.h>
#include <stdio.h>

#include <frontdesk/desk.h>
#include <frontdesk/err.h>

/* How the screens are run. Values of the environment are read by main.c. */
struct tui_options {
	struct desk_options desk;
	const char *zone; /* the system's, offered at the first start; NULL = it does not say */
	bool ascii; /* no line graphics */
	bool no_color;
	bool utf8; /* the locale's charset */
	/* where the number of handled events goes before each wait (tests); -1 = nowhere */
	int sync_fd;
	char *const *environment; /* handed on to lp */
	const char *drafts; /* folder of what is half typed; NULL = it is not kept */
	const char *crash_log; /* a line for each crash, without data; NULL = nowhere */
};

/*
 * Runs the screens on the terminal; without a file they begin with the welcome, and make it when
 * the person says so. They run on the terminal of stdin and stdout until the person leaves. *status
 * = the exit status (128+n after a signal).
 */
MUST_CHECK enum err tui_run(const struct tui_options *o, int *status);

/*
 * Prints the named screen as text after some keys. keys: as in commands.def, blank separated;
 * "[text]" types the text. ERR_USAGE: no such screen or key, or a size under 60x16 or over
 * 400x200.
 */
MUST_CHECK enum err tui_print(const struct tui_options *o, const char *name, int columns, int rows,
    const char *keys, FILE *out);

#endif
