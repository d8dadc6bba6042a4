/*
 * The booking dialog (design: screens.md, "The booking dialog"): opened by `n` on the day, from a
 * client's card and from a free time that was found; and over an appointment, to edit it.
 */
#ifndef TUI_BOOKING_H
#define TUI_BOOKING_H

#include <stdbool.h>
#include <stdint.h>

#include <frontdesk/civil.h>

struct app;

/* What it begins with; 0, CIVIL_NONE and NULL: not known yet. */
struct booking_seed {
	int64_t client_id, service_id, therapist_id, room_id;
	bool requested; /* the therapist was asked for by name */
	int minutes;
	civil_min start;
	bool walk_in; /* the client is here, as long as it stays at that start */
	const char *words; /* in the client's field, as if typed there */
};
void booking_push(struct app *a, const struct booking_seed *s);
/* The same over an appointment; what is saved changes it. */
void booking_edit(struct app *a, int64_t appt_id);

#endif
