/* What was booked last on the screens. */
#ifndef BOOKED_H
#define BOOKED_H

#include "tui_fixture.h"

/* The newest appointment: "Smith Ada, dt 60, Jon 2026-11-23T09:00 r1, -". */
static inline bool
keep_newest(void *arg, const struct appt *a)
{
	struct appt *newest = arg;

	if (a->id > newest->id) {
		appt_release(newest);
		appt_copy(newest, a);
	}
	return true;
}

static inline struct appt
newest(struct tui *t)
{
	const struct appt_query all = {0};
	struct appt a = {0};

	must(store_appts(t->d.store, &all, keep_newest, &a));
	return a;
}

static inline const char *
booked(struct tui *t)
{
	static char buf[256];
	struct appt a = newest(t);
	const struct practice *p = &t->d.practice;
	const struct room *r = practice_room(p, a.room_id);
	char iso[CIVIL_MIN_SIZE];

	snprintf(buf, sizeof(buf), "%s %s, %s %d, %s %s %s %c", a.client_first, a.client_last,
	    practice_service(p, a.service_id)->code, appt_minutes(&a),
	    practice_therapist(p, a.therapist_id)->code, civil_iso_min(a.start, iso),
	    r != NULL ? r->code : "", appt_state_char(a.state));
	appt_release(&a);
	return buf;
}

#endif
