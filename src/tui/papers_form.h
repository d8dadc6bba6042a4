/* The dialogs of a consent (CMD_SIGNED) and of a clinician's clearance (CMD_CLEARED) of a client.
 */
#ifndef TUI_PAPERS_FORM_H
#define TUI_PAPERS_FORM_H

#include <frontdesk/desk_health.h>

#include "app.h"
#include "dialog.h"

extern const struct dialog_ops papers_form_ops;

/* It says why when it cannot be opened. */
void papers_form_push(struct app *a, enum cmd c, int64_t client_id);

#endif
