/*
 * What the desk sees of one client: beside the list and on the card. No health: notes of
 * therapists and intakes are not read.
 */
#ifndef TUI_CLIENT_SHEET_H
#define TUI_CLIENT_SHEET_H

#include <frontdesk/alert.h>
#include <frontdesk/client.h>
#include <frontdesk/desk.h>

#include "canvas.h"
#include "lines.h"

/* The fields of a client, as they are typed on the command line, called here, and explained. */
struct client_field {
	const char *name, *label, *help;
};
enum {
#define X(field, label, help) CLIENT_FIELD_##field,
	CLIENT_TEXT_LIST(X) CLIENT_OTHER_LIST(X)
#undef X
	    CLIENT_FIELDS
};
extern const struct client_field client_fields[CLIENT_FIELDS];

struct client_sheet {
	struct client client; /* id 0 = nobody */
	struct client_hit hit;
	struct words former;
	struct str guardian; /* "#12 Smith, Ada" */
	struct alert_list told; /* that have not been ended */
	struct str usual; /* service and therapist; "" = nothing is */
	struct appt_list visits; /* past and to come, the latest first */
};
void client_sheet_release(struct client_sheet *s);
/* Reads a client with at most so many of the latest visits; ERR_NOT_FOUND: there is none. */
MUST_CHECK enum err client_sheet_load(
    struct client_sheet *s, struct desk *d, int64_t id, size_t visits);
/* The first of the visits that is past; their number when none is. */
size_t client_sheet_past(const struct client_sheet *s, civil_min now);

/* "Muller, Kathe  #231  born 14 Mar 1979 (47)"; where that is too wide "Muller, Kathe  born 1979
 * (47)" */
void client_sheet_title(
    const struct client_sheet *s, const struct desk *d, int columns, struct str *out);
/* "Visits 18, last 26 Oct 2026, next 7 Dec 2026, no-shows 1 in 12 months" */
void client_sheet_so_far(const struct client_sheet *s, struct str *out);
/* Everything else that is told of them. */
void client_sheet_details(const struct client_sheet *s, const struct desk *d, struct lines *out);
/* What to mind, in so many columns: that they are not to be booked, the alerts whose days are not
 * over, what follows from the rest. */
void client_sheet_alerts(
    const struct client_sheet *s, const struct desk *d, int columns, struct lines *out);
/* A visit in so many columns, and its role. */
enum role client_visit_line(
    const struct desk *d, const struct appt *a, int columns, struct str *out);

/* "today", "12 Mar", "2024": a day near or far, in six columns at most. */
void client_say_day(civil_min m, civil_min now, struct str *out);
/* "..42": the end of a phone, by which callers are told apart; nothing when there is none. */
void client_say_phone(const char *phone, struct str *out);
/* "-- Visits -------" */
void client_draw_head(struct canvas *c, int row, int column, int width, const char *text);

#endif
