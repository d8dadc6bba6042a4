/* The rows of a list: which one is selected, and which are on show. A zeroed one is empty. */
#ifndef TUI_SCROLL_H
#define TUI_SCROLL_H

#include <stdbool.h>
#include <stddef.h>

#include <frontdesk/command.h>
#include <frontdesk/str.h>

#include "canvas.h"

struct scroll {
	size_t n, at, top; /* rows; the selected one; the first on show */
	int rows; /* on show */
};

/* After n or rows have changed: the selected row is there, and in sight. */
void scroll_fit(struct scroll *s);
/* UP, DOWN, EARLIER, LATER, TOP, BOTTOM; false: another command. */
bool scroll_command(struct scroll *s, enum cmd c);
/*
 * Draws the rows on show from there, each `width` columns: "> " before the selected one, where the
 * cursor goes, and `line` gives the rest of row i and its role. Rows without a line stay as they
 * are.
 */
void scroll_draw(const struct scroll *s, struct canvas *c, int row, int column, int width,
    enum role (*line)(const void *arg, size_t i, struct str *out), const void *arg);

#endif
