/*
 * What was half typed and put aside: the list of it (`O`), and its way back from the drafts of an
 * earlier start.
 */
#ifndef TUI_PARKED_H
#define TUI_PARKED_H

#include "app.h"

struct view *parked_new(struct app *a);
/* Takes the drafts of earlier starts over, and says how many there are. */
void parked_find(struct app *a);

#endif
