/*
 * A practice for the tests of the grammars, and a now: Monday 2026-11-23, 10:00, opening at 8.
 * Codes and names are chosen to get in each other's way.
 */
#ifndef TESTS_GRAMMAR_H
#define TESTS_GRAMMAR_H

#include <frontdesk/line.h>
#include <frontdesk/mem.h>

enum { ASHA = 1, JON, MIA, SUN, MIA_TWO, MAY, GONE };
enum { DEEP = 1, SWEDISH, COUPLES, HOT, HOT_TWO };
enum { ROOM_ONE = 1, ROOM_C, ROOM_R2 };

static inline struct when_habits
grammar_habits(void)
{
	return (struct when_habits){
	    .now = civil_at(civil_from_ymd(2026, 11, 23), 600),
	    .opens = 480,
	    .week_start = 1,
	};
}

static inline struct therapist *
grammar_therapist(struct practice *p, int64_t id, const char *code, const char *name)
{
	struct therapist *t = list_push(&p->therapists);

	t->id = id;
	t->code = xstrdup(code);
	t->name = xstrdup(name);
	t->active = true;
	return t;
}

static inline void
grammar_room(struct practice *p, int64_t id, const char *code)
{
	struct room *r = list_push(&p->rooms);

	r->id = id;
	r->code = xstrdup(code);
	r->name = xstrdup(code);
	r->active = true;
}

static inline struct service *
grammar_service(struct practice *p, int64_t id, const char *code, const char *name)
{
	struct service *s = list_push(&p->services);

	s->id = id;
	s->code = xstrdup(code);
	s->name = xstrdup(name);
	s->active = true;
	for (int minutes = 60; minutes <= 90; minutes += 30)
		*list_push(&s->durations) = (struct service_duration){minutes, 0, 9000};
	return s;
}

/* Released by practice_release(). */
static inline void
grammar_practice(struct practice *p)
{
	*p = (struct practice){0};
	words_add(&grammar_therapist(p, ASHA, "asha", "Asha Rao")->skills, "Back pain");
	grammar_therapist(p, JON, "jon", "Jon Berg");
	words_add(&grammar_therapist(p, MIA, "mc", "Mia Chen")->skills, "deep-tissue");
	grammar_therapist(p, SUN, "sun", "Sun Li");
	grammar_therapist(p, MIA_TWO, "a", "Mia Roth");
	grammar_therapist(p, MAY, "mm", "May Moss");
	grammar_therapist(p, GONE, "old", "Olga Gone")->active = false;
	grammar_room(p, ROOM_ONE, "1");
	grammar_room(p, ROOM_C, "c");
	grammar_room(p, ROOM_R2, "r2");
	words_add(&grammar_service(p, DEEP, "dt", "Deep tissue")->skills, "deep-tissue");
	grammar_service(p, SWEDISH, "sw", "Swedish");
	grammar_service(p, COUPLES, "cp", "Couples massage");
	grammar_service(p, HOT, "hs", "Hot stone");
	grammar_service(p, HOT_TWO, "hs2", "Hot stone long");
}

#endif
