/* The help overlay: the commands of a mode, or of all; scrolled, filtered. */
#ifndef TUI_HELP_H
#define TUI_HELP_H

#include "view.h"

struct view *help_new(struct app *a, unsigned where);

#endif
