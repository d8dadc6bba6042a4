/* How a dialog looks. */
#ifndef TUI_DIALOG_DRAW_H
#define TUI_DIALOG_DRAW_H

#include "dialog.h"

void dialog_draw(const struct view *v, struct canvas *c);
void dialog_focus(const struct view *v, struct str *out);
void dialog_hint(const struct view *v, struct str *out);

#endif
