/* How a dialog looks. */
#ifndef TUI_DIALOG_DRAW_H
#define TUI_DIALOG_DRAW_H

#include "dialog.h"

void dialog_draw(const struct view *v, struct canvas *c);
/* How many lines of it there is no room for. */
size_t dialog_hidden(const struct dialog *d);
void dialog_focus(const struct view *v, struct str *out);
void dialog_hint(const struct view *v, struct str *out);

#endif
