/* A practice with a client who has told of their health in September, and has just arrived. */
#ifndef HEALTH_H
#define HEALTH_H

#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>

#include "tui_fixture.h"

/* Seamus O'Brien is selected: arrived, 10:30 with Mia. */
#define OBRIEN "D t Right Right Right Right g[10:30] Enter "

static inline int64_t
health_client(struct desk *d, const char *who)
{
	int64_t id = 0;

	must(desk_client_one(d, who, &id));
	return id;
}

/* Tells it as if it were that day. */
static inline void
health_told(const char *when, const char *who, const char *by, char *const *words, size_t n)
{
	struct desk_options o = fixture_options(by);
	struct desk d = {0};

	if (!civil_parse_iso_min(when, &o.pinned))
		abort();
	must(desk_open(&d, &o));
	must(desk_intake_words(&d, health_client(&d, who), INTAKE_NEWEST, words, n));
	desk_close(&d);
}

static inline void
health_practice(void)
{
	struct desk d = {0};

	fixture_open(&d);
	tui_monday(&d);
	desk_close(&d);
	health_told("2026-06-01T10:00", "o'brien", "anna",
	    WORDS("goals=pain", "conditions=disc", "lbL6", "pressure=4", "source=phone"), 5);
	health_told("2026-09-02T14:00", "o'brien", "rita",
	    WORDS("medications=bloodthinner", "pressure=3", "+trB"), 3);
}

#endif
