/* One line of text being typed. The cursor moves by grapheme cluster. A zeroed one is empty. */
#ifndef TUI_LINE_EDIT_H
#define TUI_LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include <frontdesk/command.h>
#include <frontdesk/str.h>

enum { LINE_EDIT_MAX = 500 }; /* bytes; more is not taken */

struct line_edit {
	struct str text;
	size_t at; /* byte offset of the cursor, at a cluster */
};

void line_edit_release(struct line_edit *e);
/* The text, with the cursor at its end. */
void line_edit_set(struct line_edit *e, const char *text);
/* Empties it, in memory too: of a PIN nothing is left. */
void line_edit_forget(struct line_edit *e);
/* Writes at the cursor; false: it would be too long, nothing was written. */
bool line_edit_insert(struct line_edit *e, const char *text);
/* Pastes: newlines become blanks, control characters go. */
bool line_edit_paste(struct line_edit *e, const char *text);
/* One of the EDIT_ commands; false: not one of them. */
bool line_edit_command(struct line_edit *e, enum cmd c);
/* The part to show in so many columns (>= 2) such that the cursor is in sight: offset of its first
 * byte; *column of the cursor. */
size_t line_edit_window(const struct line_edit *e, int columns, int *column);

#endif
