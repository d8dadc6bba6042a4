/*
 * The visits of a client, on the card and beside the list. What is done to one is done by the day
 * under the view, which stands on that visit; while the day asks, the view is its face.
 */
#ifndef TUI_CLIENT_VISITS_H
#define TUI_CLIENT_VISITS_H

#include "app.h"
#include "client_sheet.h"
#include "scroll.h"

struct client_visits {
	struct app *app;
	struct client_sheet sheet;
	struct scroll list; /* of its visits */
};
void client_visits_release(struct client_visits *v);
/* Reads a client with so many visits, id 0: nobody. The selected one stays so; of another client it
 * is the next, else the last. */
MUST_CHECK enum err client_visits_load(struct client_visits *v, int64_t client_id, size_t most);
const struct appt *client_visits_selected(const struct client_visits *v); /* NULL: none */

/* Nothing is open on the day from before. */
void client_visits_begin(struct client_visits *v);
/* The day has something open: who cancelled, a reason, the appointment. */
bool client_visits_ask(const struct client_visits *v);
/* These are of a view: IN_CLIENT, or the day's mode while it asks … */
unsigned client_visits_where(const struct client_visits *v);
/* … one step back is the day's then; false: it has nothing open. */
bool client_visits_back(struct client_visits *v);
/* Obeys the commands of IN_CLIENT but for walking; false: it is none. */
bool client_visits_command(struct client_visits *v, enum cmd c, const char *words);
void client_visits_echo(
    const struct client_visits *v, enum cmd c, const char *words, struct lines *out);
void client_visits_focus(const struct client_visits *v, struct str *out);
bool client_visits_subject(const struct client_visits *v, struct subject *out);
/* ON_ROW: no visit is selected; 0. */
uint64_t client_visits_lack(const struct client_visits *v);
bool client_visits_show(const struct client_visits *v, int64_t appt_id);
/* The appointment that is open over them. */
void client_visits_draw_open(const struct client_visits *v, struct canvas *c);

#endif
