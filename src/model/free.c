/* Free time: every start on the grid that the rules let through, ranked. */
#include <assert.h>
#include <stdlib.h>

#include <frontdesk/mem.h>
#include <frontdesk/schedule.h>

#include "check.h"

/* A party that nobody is of yet: for services of several people. */
enum { SOME_PARTY = -1 };

/* A slot and what it is ranked by. */
struct candidate {
	struct slot slot;
	bool preferred;
	int fit; /* 0 touches and leaves no orphan gap, 1 leaves none, 2 leaves one */
	int hands_on; /* minutes of the therapist on that day */
	size_t order; /* as found: by day, therapist, start */
};

struct search {
	const struct practice *p;
	const struct book *b;
	const struct free_query *q;
	civil_min now;
	struct book own; /* the part of b of one therapist, the client, one day; owns its array */
	struct {
		struct candidate *v;
		size_t n, cap;
	} found;
};

void
free_query_release(struct free_query *q)
{
	free(q->skill);
	*q = (struct free_query){0};
}

void
slot_list_release(struct slot_list *l)
{
	free(l->v);
	*l = (struct slot_list){0};
}

static void
add_candidate(struct search *s, const struct check *c)
{
	const struct client_facts *client = s->q->client;
	struct gaps gaps = check_gaps_beside(c);
	struct candidate *found = list_push(&s->found);
	struct slot *slot = &found->slot;

	slot->start = c->start;
	slot->end = c->end;
	slot->therapist_id = c->therapist->id;
	slot->room_id = c->room != NULL ? c->room->id : 0;
	slot->orphan = gap_is_orphan(gaps.before) || gap_is_orphan(gaps.after);
	slot->touches = gaps.before == 0 || gaps.after == 0;
	found->preferred = client != NULL && client->preferred_therapist_id == c->therapist->id;
	found->fit = slot->orphan ? 2 : slot->touches ? 0 : 1;
	found->hands_on = check_hands_on_minutes(c);
	found->order = s->found.n;
}

/* A start may be hindered by few: the therapist's and the client's, and those in the room. */
static void
take_own(struct search *s, const struct proposal *want, civil_day day)
{
	const struct appt_list *all = &s->b->appts;
	const civil_min until = civil_at(day + 1, 0);

	s->own.absences = s->b->absences;
	s->own.appts.n = 0;
	for (size_t i = book_first(s->b, civil_at(day, 0) - APPT_HELD_MAX);
	     i < all->n && all->v[i].start < until; i++)
		if (all->v[i].therapist_id == want->therapist_id ||
		    (want->client_id != 0 && all->v[i].client_id == want->client_id))
			*list_push(&s->own.appts) = all->v[i];
}

static void
try_start(struct search *s, const struct proposal *want)
{
	struct check c, there;

	check_init(&c, s->p, &s->own, want, s->now, NULL);
	if (!check_passes(&c, false))
		return;
	check_init(&there, s->p, s->b, want, s->now, NULL);
	if (there.room == NULL)
		there.room = practice_room(s->p, check_best_room(&there));
	check_room(&there);
	c.room = there.room;
	if (there.worst == LEVEL_NOTICE)
		add_candidate(s, &c);
}

static void
search_day(
    struct search *s, const struct therapist *t, const struct service *service, civil_day day)
{
	const struct free_query *q = s->q;
	int grid = settings_number(&s->p->settings, SETTING_GRID);
	int before = q->before > 0 ? q->before : CIVIL_DAY_MINUTES;
	struct proposal want = {.appt_id = q->moving_id,
	    .client_id = q->client_id,
	    .therapist_id = t->id,
	    .service_id = q->service_id,
	    .room_id = q->room_id,
	    .party_id = service->people > 1 ? SOME_PARTY : 0,
	    .start = civil_at(day, 0),
	    .minutes = q->minutes > 0 ? q->minutes : service_default_minutes(service, day),
	    .minutes_typed = q->minutes_typed,
	    .turnover = -1,
	    .client = q->client};
	struct span spans[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(t, day, spans, HOURS_SPANS_A_DAY);
	struct check c;

	if (want.minutes <= 0 || n == 0)
		return;
	check_init(&c, s->p, s->b, &want, s->now, NULL);
	if (!check_passes(&c, true))
		return;
	take_own(s, &want, day);
	if (before > spans[n - 1].until)
		before = spans[n - 1].until;
	for (int m = 0; m + want.minutes <= before; m += grid) {
		want.start = civil_at(day, m);
		if (m >= q->after && m >= spans[0].from && want.start >= s->now)
			try_start(s, &want);
	}
}

static bool
is_asked_for(const struct free_query *q, const struct therapist *t)
{
	return (q->therapist_id == 0 || q->therapist_id == t->id) &&
	    (q->gender == 0 || t->gender == q->gender) &&
	    (q->skill == NULL || words_has(&t->skills, q->skill));
}

static int
by_time(const void *va, const void *vb)
{
	const struct candidate *a = va, *b = vb;

	if (a->slot.start != b->slot.start)
		return a->slot.start < b->slot.start ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static int
by_rank(const void *va, const void *vb)
{
	const struct candidate *a = va, *b = vb;

	if (a->preferred != b->preferred)
		return a->preferred ? -1 : 1;
	if (a->fit != b->fit)
		return a->fit - b->fit;
	if (a->slot.start == b->slot.start && a->hands_on != b->hands_on)
		return a->hands_on - b->hands_on;
	return by_time(va, vb);
}

/* Starts at which too few therapists are free together are no starts for a party. */
static void
keep_parties(struct search *s, size_t people)
{
	struct candidate *v = s->found.v;
	size_t kept = 0;

	for (size_t i = 0, next; i < s->found.n; i = next) {
		for (next = i; next < s->found.n && v[next].slot.start == v[i].slot.start; next++)
			;
		for (size_t k = i; k < next && next - i >= people; k++)
			if (is_asked_for(s->q, practice_therapist(s->p, v[k].slot.therapist_id)))
				v[kept++] = v[k];
	}
	s->found.n = kept;
}

static void
search_days(struct search *s, const struct service *service)
{
	const struct free_query *q = s->q;

	for (civil_day day = q->from; day < q->until; day++) {
		if (civil_at(day, 0) < s->b->from || civil_at(day + 1, 0) > s->b->until ||
		    (q->weekdays != 0 && (q->weekdays & 1U << civil_weekday(day)) == 0))
			continue;
		for (size_t i = 0; i < s->p->therapists.n; i++)
			/* For a party the others count too. */
			if (service->people > 1 || is_asked_for(q, &s->p->therapists.v[i]))
				search_day(s, &s->p->therapists.v[i], service, day);
	}
}

static void
sort(struct search *s, int (*by)(const void *, const void *))
{
	if (s->found.n > 0)
		qsort(s->found.v, s->found.n, sizeof(s->found.v[0]), by);
}

void
free_search(const struct practice *p, const struct book *b, const struct free_query *q,
    civil_min now, struct slot_list *out)
{
	struct search s = {.p = p, .b = b, .q = q, .now = now};
	const struct service *service = practice_service(p, q->service_id);

	assert(service != NULL);
	search_days(&s, service);
	if (q->therapist_id != 0 || service->people > 1)
		sort(&s, by_time);
	if (service->people > 1)
		keep_parties(&s, (size_t)service->people);
	if (q->therapist_id == 0)
		sort(&s, by_rank);
	for (size_t i = 0; i < s.found.n && (q->limit == 0 || out->n < q->limit); i++)
		*list_push(out) = s.found.v[i].slot;
	free(s.found.v);
	free(s.own.appts.v);
}
