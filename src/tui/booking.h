/*
 * The booking dialog (design: screens.md, "The booking dialog"): opened by `n` on the day, from a
 * client's card and from a free time that was found.
 */
#ifndef TUI_BOOKING_H
#define TUI_BOOKING_H

#include <stdint.h>

#include <frontdesk/civil.h>

struct app;

/* What it begins with; 0, CIVIL_NONE and NULL: not known yet. */
struct booking_seed {
	int64_t client_id, service_id, therapist_id, room_id;
	int minutes;
	civil_min start;
	const char *words; /* a line that books, as typed behind ":new" */
};
void booking_push(struct app *a, const struct booking_seed *s);

#endif
