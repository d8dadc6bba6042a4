/* A Tuesday with two bookings, and what schedule_check() says to a proposal, as one text. */
#ifndef SCHEDULE_FIXTURE_H
#define SCHEDULE_FIXTURE_H

#include <frontdesk/schedule.h>

#include "fixture.h"
#include "../tap.h"

static struct practice practice;
static struct book book;

/* The findings as one text: "hard therapist-busy: Mia is with …\n…". */
static inline const char *
findings_text(const struct proposal *want, civil_min now)
{
	static char text[2048];
	struct findings f = {0};

	schedule_check(&practice, &book, want, now, &f);
	text[0] = '\0';
	for (size_t i = 0; i < f.n; i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%s %s: %s",
		    i > 0 ? "\n" : "", finding_level_word(f.v[i].level),
		    finding_code_word(f.v[i].code), f.v[i].text);
	findings_release(&f);
	return text;
}

/* On Tuesday Jon has client 2 in room 1, 12:00–13:00, and Mia client 1 in room 2, 14:30–15:30. */
static inline void
set_up(void)
{
	fixture_practice(&practice);
	book = (struct book){
	    .from = civil_at(fixture_monday(), 0), .until = civil_at(fixture_monday() + 14, 0)};
	fixture_appt(&book, JON, ROOM_1, 2, fixture_at(2, 12, 0), 60, 15);
	fixture_appt(&book, MIA, ROOM_2, 1, fixture_at(2, 14, 30), 60, 15);
}

static inline void
tear_down(void)
{
	practice_release(&practice);
	book_release(&book);
}

static inline struct proposal
plain(int64_t therapist, civil_min start)
{
	return (struct proposal){.therapist_id = therapist,
	    .service_id = SWEDISH,
	    .room_id = ROOM_C,
	    .start = start,
	    .minutes = 60,
	    .turnover = -1};
}

static inline void
push_absence(int64_t therapist, int64_t room, civil_min start, civil_min end, bool weekly,
    const char *reason)
{
	struct absence *a = list_push(&book.absences);

	*a = (struct absence){.therapist_id = therapist,
	    .room_id = room,
	    .start = start,
	    .end = end,
	    .weekly = weekly};
	a->reason = reason != NULL ? xstrdup(reason) : NULL;
}

#endif
