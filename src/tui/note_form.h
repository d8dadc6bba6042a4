/* The dialog in which an imported note is read (CMD_READ_NOTE): which of its words are right. */
#ifndef TUI_NOTE_FORM_H
#define TUI_NOTE_FORM_H

#include <frontdesk/desk_health.h>

#include "app.h"

/* The oldest note of the client that waits; it says why when there is none to be read. */
void note_form_push(struct app *a, int64_t client_id);

#endif
