/*
 * A small practice for the tests of the rules. Monday is 2026-11-23.
 *   1 asha F  mon-fri 9-17, room c usual · 2 jon M  mon-fri 10-18
 *   3 mia F  mon-fri 9-13 14-18, deep-tissue
 *   rooms 1 "1", 2 "2" (one client), 3 "c" (two)
 *   1 sw Swedish 30 60 90 · 2 dt Deep tissue 60 90, skill deep-tissue, rooms 1 2
 *   3 cp Couples massage 60, two people
 */
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

#include <frontdesk/mem.h>
#include <frontdesk/schedule.h>

enum { ASHA = 1, JON, MIA };
enum { ROOM_1 = 1, ROOM_2, ROOM_C };
enum { SWEDISH = 1, DEEP, COUPLES };

static inline civil_day
fixture_monday(void)
{
	return civil_from_ymd(2026, 11, 23);
}

/* A time of the week: day 1 = Monday. */
static inline civil_min
fixture_at(int weekday, int hour, int minute)
{
	return civil_at(fixture_monday() + weekday - 1, hour * 60 + minute);
}

static inline struct therapist *
fixture_therapist(struct practice *p, int64_t id, const char *code, const char *name, char gender)
{
	struct therapist *t = list_push(&p->therapists);

	t->id = id;
	t->code = xstrdup(code);
	t->name = xstrdup(name);
	t->gender = gender;
	t->licence_until = CIVIL_DAY_NONE;
	t->active = true;
	return t;
}

static inline void
fixture_shift(struct therapist *t, int weekday, int from_hour, int until_hour)
{
	*list_push(&t->shifts) = (struct shift){.weekday = weekday,
	    .span = {from_hour * 60, until_hour * 60},
	    .cycle = 1,
	    .valid_from = CIVIL_DAY_NONE,
	    .valid_until = CIVIL_DAY_NONE};
}

static inline void
fixture_room(struct practice *p, int64_t id, const char *code, int capacity)
{
	struct room *r = list_push(&p->rooms);

	*r = (struct room){.id = id, .capacity = capacity, .active = true};
	r->code = xstrdup(code);
	r->name = xstrdup(code);
}

static inline struct service *
fixture_service(struct practice *p, int64_t id, const char *code, const char *name, int people)
{
	struct service *s = list_push(&p->services);

	*s = (struct service){.id = id, .turnover = 15, .people = people, .active = true};
	s->code = xstrdup(code);
	s->name = xstrdup(name);
	return s;
}

static inline void
fixture_duration(struct service *s, int minutes, civil_day from, money_cents price)
{
	*list_push(&s->durations) = (struct service_duration){minutes, from, price};
}

static inline void
fixture_practice(struct practice *p)
{
	struct service *s;
	struct therapist *t;

	*p = (struct practice){0};
	t = fixture_therapist(p, ASHA, "asha", "Asha", 'F');
	t->usual_room_id = ROOM_C;
	fixture_therapist(p, JON, "jon", "Jon", 'M');
	t = fixture_therapist(p, MIA, "mia", "Mia", 'F');
	words_add(&t->skills, "deep-tissue");
	for (int weekday = 1; weekday <= 5; weekday++) {
		fixture_shift(&p->therapists.v[0], weekday, 9, 17);
		fixture_shift(&p->therapists.v[1], weekday, 10, 18);
		fixture_shift(&p->therapists.v[2], weekday, 9, 13);
		fixture_shift(&p->therapists.v[2], weekday, 14, 18);
	}
	fixture_room(p, ROOM_1, "1", 1);
	fixture_room(p, ROOM_2, "2", 1);
	fixture_room(p, ROOM_C, "c", 2);
	s = fixture_service(p, SWEDISH, "sw", "Swedish", 1);
	fixture_duration(s, 30, 0, 5000);
	fixture_duration(s, 60, 0, 9000);
	fixture_duration(s, 90, 0, 12500);
	s = fixture_service(p, DEEP, "dt", "Deep tissue", 1);
	fixture_duration(s, 60, 0, 10000);
	fixture_duration(s, 90, 0, 14000);
	words_add(&s->skills, "deep-tissue");
	*list_push(&s->rooms) = ROOM_1;
	*list_push(&s->rooms) = ROOM_2;
	s = fixture_service(p, COUPLES, "cp", "Couples massage", 2);
	fixture_duration(s, 60, 0, 18000);
}

/* Appends to the book, which is to stay in the order of starts. All clients are Ada Smith. */
static inline struct appt *
fixture_appt(struct book *b, int64_t therapist_id, int64_t room_id, int64_t client_id,
    civil_min start, int minutes, int turnover)
{
	struct appt *a = list_push(&b->appts);

	a->id = (int64_t)b->appts.n;
	a->therapist_id = therapist_id;
	a->room_id = room_id;
	a->client_id = client_id;
	a->service_id = SWEDISH;
	a->start = start;
	a->end = start + minutes;
	a->held = a->end + turnover;
	a->state = a->state_before = APPT_BOOKED;
	a->client_first = xstrdup("Ada");
	a->client_last = xstrdup("Smith");
	return a;
}

#endif
