/* The places: the screens one goes to, by their command. One list. */
#ifndef TUI_PLACE_H
#define TUI_PLACE_H

#include "app.h"

/* X(COMMAND, how it is made). The day is always there; the others lie over it. */
#define PLACE_LIST(X) \
	X(DAY, day_new) \
	X(CLIENTS, clients_new) \
	X(FREE, free_new) \
	X(PRINT, print_menu_new) \
	X(HISTORY, history_new) \
	X(PARKED, parked_new) \
	X(SETUP, setup_new)

/* The i-th place, as they stand in the second line; CMD_NONE: there are no more. */
enum cmd place_at(size_t i);
/* The place that `screen NAME` prints; CMD_NONE: there is none of that name. */
enum cmd place_by_name(const char *name);
/* "day, clients …" */
void place_names(struct str *out);
/* Whether the command goes to a place. */
bool place_is(enum cmd c);

#endif
