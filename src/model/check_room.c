/* Rules about the room, and the choice of one. */
#include "check.h"

static void
check_fit(struct check *c)
{
	const struct room *r = c->room;
	const struct service *s = c->service;
	int people = c->want->party_id != 0 && s->people < 2 ? 2 : s->people;

	if (!r->active)
		FOUND(c, FINDING_ROOM_ARCHIVED, 0, "room %s is not in use any more", r->code);
	if (s->rooms.n > 0 && !ids_has(&s->rooms, r->id))
		FOUND(c, FINDING_ROOM_UNFIT, 0, "room %s is not for %s", r->code,
		    service_desk_name(s));
	else if (r->capacity < people)
		FOUND(c, FINDING_ROOM_UNFIT, 0, "room %s holds %d client%s; %s is for %d", r->code,
		    r->capacity, r->capacity == 1 ? "" : "s", s->name, people);
}

/* "room 2 is taken 14:30–15:45 by Ada Smith with Jon" */
static void
say_full(struct check *c, const struct appt *a)
{
	const struct therapist *t = practice_therapist(c->p, a->therapist_id);
	struct str who = {0};
	char from[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];

	if (!check_raise(c, FINDING_ROOM_FULL))
		return;
	check_name(c->p, &who, a);
	str_addf(&who, "%s%s", t != NULL ? " with " : "", t != NULL ? t->name : "");
	check_say_hold(c, &who, a);
	findings_add(c->out, check_level(c, FINDING_ROOM_FULL), FINDING_ROOM_FULL, a->id,
	    "room %s is taken %s–%s by %s", c->room->code, check_hm(c, a->start, from),
	    check_hm(c, a->end, until), str_text(&who));
	str_release(&who);
}

/* Of the same therapist was told already: check_clashes(). */
void
check_occupied(struct check *c)
{
	int of_party = 0;

	for (size_t i = c->first; i < c->b->appts.n; i++) {
		const struct appt *a = &c->b->appts.v[i];
		bool together = a->party_id != 0 && a->party_id == c->want->party_id;

		if (a->start >= c->held)
			break;
		if (a->room_id != c->room->id || !check_in_way(c, a))
			continue;
		if (together && ++of_party < c->room->capacity)
			continue;
		if (a->therapist_id == c->therapist->id)
			continue;
		if (together || check_sessions_overlap(c, a))
			say_full(c, a);
		else
			check_say_turnover(c, a, "in room", c->room->code);
	}
}

static bool
has_rooms(const struct practice *p)
{
	for (size_t i = 0; i < p->rooms.n; i++)
		if (p->rooms.v[i].active)
			return true;
	return false;
}

/* "; r1: Ada Smith 14:30–15:45": what keeps each room that the service may have. */
static void
add_occupant(struct check *c, const struct room *r, struct str *out)
{
	char from[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];
	civil_min f, u;

	for (size_t i = c->first; i < c->b->appts.n && c->b->appts.v[i].start < c->held; i++) {
		const struct appt *a = &c->b->appts.v[i];

		if (a->room_id != r->id || !check_in_way(c, a))
			continue;
		str_addf(out, "; %s: ", r->code);
		check_name(c->p, out, a);
		str_addf(out, " %s–%s", check_hm(c, a->start, from), check_hm(c, a->end, until));
		if (!check_sessions_overlap(c, a))
			str_addf(out, " (turnover to %s)", check_hm(c, a->held, until));
		return;
	}
	for (size_t i = 0; i < c->b->absences.n; i++)
		if (c->b->absences.v[i].room_id == r->id &&
		    absence_time(&c->b->absences.v[i], c->start, c->end, &f, &u)) {
			str_addf(out, "; %s: blocked", r->code);
			return;
		}
}

static void
say_no_room(struct check *c)
{
	char from[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];
	struct str who = {0};

	if (!check_raise(c, FINDING_NO_ROOM))
		return;
	for (size_t i = 0; i < c->p->rooms.n; i++) {
		const struct room *r = &c->p->rooms.v[i];

		if (r->active && (c->service->rooms.n == 0 || ids_has(&c->service->rooms, r->id)))
			add_occupant(c, r, &who);
	}
	findings_add(c->out, check_level(c, FINDING_NO_ROOM), FINDING_NO_ROOM, 0,
	    "no room for %s is free %s–%s%s", service_desk_name(c->service),
	    check_hm(c, c->start, from), check_hm(c, c->end, until), str_text(&who));
	str_release(&who);
}

void
check_room(struct check *c)
{
	if (c->room != NULL) {
		check_fit(c);
		if (c->out == NULL && c->worst == LEVEL_HARD)
			return; /* a search asks no more */
		check_occupied(c);
		check_room_absences(c);
	} else if (has_rooms(c->p)) {
		say_no_room(c);
	}
}

int64_t
check_best_room(const struct check *at)
{
	const struct practice *p = at->p;
	struct check c = *at;
	int64_t best = 0;
	int best_rank = 0;

	c.lenient = false;
	for (size_t i = 0; i < p->rooms.n; i++) {
		const struct room *r = &p->rooms.v[i];
		int rank = r->id == c.therapist->usual_room_id ? 0 : r->capacity;

		if (best != 0 && rank >= best_rank)
			continue;
		c.room = r;
		c.worst = LEVEL_NOTICE;
		check_room(&c);
		if (c.worst == LEVEL_HARD)
			continue;
		/* A question costs more than any capacity. */
		rank += c.worst == LEVEL_SOFT ? 100 : 0;
		if (best == 0 || rank < best_rank) {
			best = r->id;
			best_rank = rank;
		}
	}
	return best;
}

int64_t
schedule_room(const struct practice *p, const struct book *b, const struct proposal *want)
{
	struct check c;

	check_init(&c, p, b, want, want->start, NULL);
	return check_best_room(&c);
}

bool
schedule_roomless(
    const struct practice *p, const struct book *b, int64_t appt_id, civil_min start, int minutes)
{
	static const struct therapist nobody = {0}; /* whose own bookings would be passed over */
	struct proposal want = {.appt_id = appt_id, .start = start, .minutes = minutes};
	struct check c;

	if (p->therapists.n == 0 || !has_rooms(p))
		return false;
	want.therapist_id = p->therapists.v[0].id;
	for (size_t i = 0; i < p->services.n; i++) {
		if (!p->services.v[i].active)
			continue;
		want.service_id = p->services.v[i].id;
		check_init(&c, p, b, &want, start, NULL);
		c.therapist = &nobody;
		if (check_best_room(&c) != 0)
			return false;
	}
	return true;
}
