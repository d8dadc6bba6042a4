/*
 * The sample practice of the calendar tests: the one of the rules, with an address and names that
 * are hard to write.
 */
#ifndef TESTS_ICS_SAMPLE_H
#define TESTS_ICS_SAMPLE_H

#include <stdlib.h>

#include <frontdesk/ics.h>

#include "../unit/fixture.h"

static inline void
sample_practice(struct practice *p)
{
	fixture_practice(p);
	p->settings.value[SETTING_NAME] = xstrdup("Elm Street Massage, Bodywork; & Co\\");
	p->settings.value[SETTING_ADDRESS] = xstrdup("1 Elm Street, 2nd floor");
	xstrset(&p->therapists.v[2].name, "Mia van der Berg");
	xstrset(&p->rooms.v[0].name, "Garden room");
	xstrset(&p->services.v[0].desk_label, "Massage");
	xstrset(&p->services.v[1].desk_label, "Massage");
}

/* A random UUID, but the same for the same number. */
static inline void
sample_uid(unsigned char uid[static APPT_UID_SIZE], uint64_t n)
{
	uint64_t x = n * 0x9E3779B97F4A7C15U + 1;

	for (int i = 0; i < APPT_UID_SIZE; i++) {
		x ^= x >> 12;
		x ^= x << 25;
		x ^= x >> 27;
		uid[i] = (unsigned char)((x * 0x2545F4914F6CDD1DU) >> 56);
	}
	uid[6] = (unsigned char)((uid[6] & 0x0F) | 0x40);
	uid[8] = (unsigned char)((uid[8] & 0x3F) | 0x80);
}

static inline struct appt *
sample_appt(struct book *b, const char *first, const char *last, int64_t service, civil_min start,
    int minutes)
{
	int64_t n = (int64_t)b->appts.n;
	struct appt *a = fixture_appt(b, 1 + n % 3, n % 4, 100 + n, start, minutes, 15);

	xstrset(&a->client_first, first);
	xstrset(&a->client_last, last);
	a->service_id = service;
	a->updated = 1795424705 + n; /* 2026-11-23 09:05:05 UTC */
	a->sequence = (int)(n % 3);
	a->desk_note = xstrdup("SECRET-NOTE");
	a->reason = xstrdup("SECRET-REASON");
	a->price = 98765;
	sample_uid(a->uid, (uint64_t)a->id);
	return a;
}

/* Two weeks of it, by start, in every state and around the end of summer time in Europe. */
static inline void
sample_book(struct book *b)
{
	static const struct {
		const char *first, *last, *start;
		int64_t service;
		int minutes;
		enum appt_state state;
	} rows[] = {
	    {"Ada", "Smith", "2026-10-24T09:00", SWEDISH, 60, APPT_COMPLETED},
	    {"花子", "田中", "2026-10-25T01:15", SWEDISH, 30, APPT_BOOKED},
	    {"Zoe\xcc\x88", "O'Brien", "2026-10-25T10:00", DEEP, 90, APPT_CONFIRMED},
	    {"Käthe", "Müller, geb. Schmidt; Dr.", "2026-10-26T10:00", DEEP, 60, APPT_ARRIVED},
	    {"", "", "2026-10-26T12:30", SWEDISH, 45, APPT_HELD},
	    {"Cher", "", "2026-10-26T14:00", COUPLES, 60, APPT_STARTED},
	    {"Tom\x1b[31m\nEND:VEVENT", "Jo\xffnes", "2026-10-27T09:00", 99, 60, APPT_BOOKED},
	    {"Wolfeschlegelsteinhausenbergerdorff Hubert Blaine Adolph Charles David Earl",
		"Frederick Gerald Hubert Irvin John Kenneth Lloyd Martin Nero Oliver",
		"2026-10-27T11:00", SWEDISH, 60, APPT_BOOKED},
	    {"Ann", "Gone", "2026-10-28T09:00", SWEDISH, 60, APPT_CANCELLED},
	    {"Bo", "Noshow", "2026-10-28T11:00", SWEDISH, 60, APPT_NOSHOW},
	    {"👩‍👩‍👧", "🇩🇪", "2026-12-31T23:00", SWEDISH, 30, APPT_BOOKED},
	};

	*b = (struct book){0};
	for (size_t i = 0; i < array_size(rows); i++) {
		civil_min start = 0;
		struct appt *a;

		if (!civil_parse_iso_min(rows[i].start, &start))
			abort();
		a = sample_appt(
		    b, rows[i].first, rows[i].last, rows[i].service, start, rows[i].minutes);
		a->state = rows[i].state;
	}
}

/* The year 2026. */
static inline struct ics_options
sample_options(const struct practice *p, const struct zone *z)
{
	return (struct ics_options){
	    .zone = z,
	    .practice = p,
	    .from = civil_at(civil_from_ymd(2026, 1, 1), 0),
	    .until = civil_at(civil_from_ymd(2027, 1, 1), 0),
	};
}

#endif
