/* The dialog in which a client is entered and changed; and archiving. */
#ifndef TUI_CLIENT_FORM_H
#define TUI_CLIENT_FORM_H

#include <frontdesk/client.h>

#include "app.h"
#include "dialog.h"

extern const struct dialog_ops client_form_ops;

/* A new client of a name as typed ("" = not known yet). */
void client_form_new(struct app *a, const char *name);
void client_form_edit(struct app *a, const struct client *c);
/* Archives an active client, takes an archived one back; says so. */
void client_archive_turn(struct app *a, const struct client *c);

#endif
