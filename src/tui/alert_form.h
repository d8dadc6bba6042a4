/* The dialog in which alerts of a client are added, changed and ended. */
#ifndef TUI_ALERT_FORM_H
#define TUI_ALERT_FORM_H

#include <frontdesk/client.h>

#include "app.h"
#include "dialog.h"

extern const struct dialog_ops alert_form_ops;

/* Of a client; where there are alerts they may be chosen first. */
void alert_form_push(struct app *a, int64_t client_id);

#endif
