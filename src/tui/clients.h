/*
 * The clients: a list to look through, the selected one's details beside it from 80 columns on,
 * where Tab goes to the visits.
 * Without a filter it is a stretch of all by name, read as one goes along. Split over clients.c
 * (what is done), clients_read.c (what is shown) and clients_draw.c.
 */
#ifndef TUI_CLIENTS_H
#define TUI_CLIENTS_H

#include "app.h"
#include "client_visits.h"
#include "scroll.h"
#include "view.h"

struct clients {
	struct view view; /* first */
	char *filter; /* owned; as typed; "" = none */
	bool all; /* archived and deceased ones too */
	struct client_hits hits; /* those found, or a stretch of all */
	struct client_hits similar; /* when nobody is found: whom a slip of the finger hides */
	size_t hidden; /* archived ones that were found, but are not shown */
	bool begins, ends; /* the stretch has the first, the last of all */
	struct scroll list; /* over the hits */
	struct client_visits visits; /* of the selected one, beside the list */
	bool pane; /* the keys are for those */
	struct { /* marks of flags of those that were on the screen */
		struct client_marked {
			int64_t client_id;
			const char *mark; /* static */
		} * v; /* owned */
		size_t n, cap;
	} marks;
};

struct view *clients_new(struct app *a);
bool clients_is(const struct view *v);
/* Selects a client where the list is on the screen or under it. */
void clients_select(struct app *a, int64_t client_id);
/* Of a row of the list, those found and those similar; NULL: the last, of a new client. */
const struct client_hit *clients_row(const struct clients *c, size_t i);
const struct client_hit *clients_selected(const struct clients *c); /* NULL: nobody */
int64_t clients_selected_id(const struct clients *c); /* 0: nobody */
bool clients_filtered(const struct clients *c);

/* --- What is shown (clients_read.c) ---------------------------------------------------------- */

/* Reads it again, with the details of the selected one; who was selected stays so, if possible. */
MUST_CHECK enum err clients_show(struct clients *c, int64_t selected);
/* All of them from one end, which is selected. */
MUST_CHECK enum err clients_read_end(struct clients *c, bool last);
/* Before all of them are scrolled: a page on either side of the selected one, or the end. */
MUST_CHECK enum err clients_read_margins(struct clients *c);
/* The details of the selected one. */
void clients_read_sheet(struct clients *c);

/* Of those on the screen the marks of flags, once a load; and that of one: "!S", "!C" or "". */
void clients_read_marks(struct clients *c);
const char *clients_mark(const struct clients *c, int64_t client_id);

/* --- Drawing (clients_draw.c) ---------------------------------------------------------------- */

/* Rows of the list on a screen of so many; whether the selected one is beside it. */
int clients_rows(int rows);
bool clients_has_pane(int columns);
void clients_draw(const struct view *v, struct canvas *c);
void clients_heading(const struct view *v, struct str *out);
void clients_focus(const struct view *v, struct str *out);
void clients_hint(const struct view *v, struct str *out);

#endif
