/* The history: who did what, when, what was before and after; of what was selected, or of all. */
#ifndef TUI_HISTORY_H
#define TUI_HISTORY_H

#include "app.h"

struct view *history_new(struct app *a);
bool history_is(const struct view *v);

#endif
