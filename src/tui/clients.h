/*
 * The clients: a list to look through, the selected one's details beside it from 80 columns on.
 * Without a filter it is a stretch of all by name, read as one goes along. Split over clients.c
 * (what is shown, what is done) and clients_draw.c.
 */
#ifndef TUI_CLIENTS_H
#define TUI_CLIENTS_H

#include "app.h"
#include "client_sheet.h"
#include "scroll.h"
#include "view.h"

struct clients {
	struct view view; /* first */
	char *filter; /* owned; as typed; "" = none */
	bool all; /* archived and deceased ones too */
	struct client_hits hits; /* those found, or a stretch of all */
	size_t hidden; /* archived ones that were found, but are not shown */
	bool begins, ends; /* the stretch has the first, the last of all */
	struct scroll list; /* over the hits */
	struct client_sheet sheet; /* of the selected one */
};

struct view *clients_new(struct app *a);
bool clients_is(const struct view *v);
/* Selects a client where the list is on the screen or under it. */
void clients_select(struct app *a, int64_t client_id);
const struct client_hit *clients_selected(const struct clients *c); /* NULL: nobody */

/* --- Drawing (clients_draw.c) ---------------------------------------------------------------- */

/* Rows of the list on a screen of so many. */
int clients_rows(int rows);
void clients_draw(const struct view *v, struct canvas *c);
void clients_heading(const struct view *v, struct str *out);
void clients_focus(const struct view *v, struct str *out);
void clients_hint(const struct view *v, struct str *out);

#endif
