/* Free time, found by a query and booked from the list. */
#ifndef TUI_FREE_H
#define TUI_FREE_H

#include "view.h"

struct view *free_new(struct app *a);

#endif
