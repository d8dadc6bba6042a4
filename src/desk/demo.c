/*
 * The demonstration practice: invented people, a diary that looks lived in, the same for the same
 * seed and day. Rows are written in bulk; the rules hold all the same, because time is handed out
 * in order.
 */
#include <frontdesk/desk_file.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "demo.h"
#include "fields.h"

enum {
	DAYS_AHEAD = 61,
	CHUNK = 50000, /* rows a transaction: keeps the log small */
	OPENS = 9 * 60,
	CLOSES = 18 * 60,
	LUNCH = 13 * 60, /* an hour */
	A_DAY = 5, /* sessions of a therapist on a full day, at least */
	DAYS_A_YEAR = 300,
	NOTED = 120 * 1440, /* minutes back in which sessions have been written of */
};

/* splitmix64: small, good enough, and ours on every machine. */
uint64_t
demo_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

int
demo_below(uint64_t *state, int n)
{
	assert(n > 0);
	return (int)(demo_random(state) % (uint64_t)n);
}

uint64_t
demo_uids(const struct desk *d, const struct demo *w, int kind)
{
	uint64_t state = w->seed;

	state = demo_random(&state) + (uint64_t)civil_day_of(desk_now(d));
	return demo_random(&state) + (uint64_t)kind;
}

void
demo_uid(void *state, unsigned char uid[static APPT_UID_SIZE])
{
	uint64_t halves[2] = {demo_random(state), demo_random(state)};

	memcpy(uid, halves, sizeof(halves));
}

/* What the wish leaves open, so that so many appointments find room. */
static void
settle(struct demo *w)
{
	long a_year = (long)w->therapists * A_DAY * DAYS_A_YEAR;

	if (w->appointments == 0)
		return;
	if (w->appointments > a_year * w->years_back && w->years_back < 20)
		w->years_back =
		    w->appointments / a_year < 20 ? (int)(w->appointments / a_year) + 1 : 20;
	while (w->appointments > (long)w->therapists * A_DAY * DAYS_A_YEAR * w->years_back)
		w->therapists++;
	if (w->rooms < w->therapists && w->appointments > a_year)
		w->rooms = w->therapists;
	if (w->clients < w->appointments / 100)
		w->clients = (int)(w->appointments / 100);
}

/* The diary as it is being filled: when each is free again. */
struct diary {
	struct desk *desk;
	const struct demo *wish;
	uint64_t random, health;
	civil_min now;
	const int64_t *clients; /* their ids */
	struct demo_flag *flags; /* of each client */
	struct {
		civil_day day; /* the last one on which they were given a time */
		civil_min until; /* of that day */
	} * taken; /* each client */
	civil_min *therapist_free, *room_free;
	long made;
};

static enum appt_state
state_at(struct diary *g, civil_min start, civil_min end)
{
	int n = demo_below(&g->random, 100);

	if (end <= g->now)
		return n < 86 ? APPT_COMPLETED
		    : n < 92  ? APPT_CANCELLED
		    : n < 95  ? APPT_LATE
		    : n < 99  ? APPT_NOSHOW
			      : APPT_PRACTICE;
	if (start <= g->now)
		return n < 90 ? APPT_STARTED : APPT_ARRIVED;
	if (civil_day_of(start) == civil_day_of(g->now) && start - g->now <= 20 && n < 60)
		return APPT_ARRIVED;
	return n < 4 ? APPT_CANCELLED : n < 45 ? APPT_CONFIRMED : APPT_BOOKED;
}

/* A client who has no other session then; -1 when luck finds none. */
static long
pick_client(struct diary *g, civil_min start, civil_min end)
{
	enum { TRIES = 20 };
	civil_day day = civil_day_of(start);

	for (int i = 0; i < TRIES; i++) {
		/* Regulars come often: half of the visits are those of a fifth of the clients. */
		int n = g->wish->clients;
		int at = demo_below(&g->random, demo_below(&g->random, 2) ? n : n / 5 + 1);

		if (g->taken[at].day == day && g->taken[at].until > start)
			continue;
		g->taken[at].day = day;
		g->taken[at].until = end;
		return at;
	}
	return -1;
}

static bool
fits(const struct therapist *t, const struct service *s)
{
	for (size_t i = 0; i < s->skills.n; i++)
		if (!words_has(&t->skills, s->skills.v[i]))
			return false;
	return s->people == 1;
}

static const struct service *
pick_service(struct diary *g, const struct therapist *t)
{
	const struct practice *p = &g->desk->practice;

	for (;;) {
		const struct service *s =
		    &p->services.v[demo_below(&g->random, (int)p->services.n)];

		if (fits(t, s))
			return s;
	}
}

static void
stamp(struct diary *g, struct appt *a, enum appt_state to)
{
	int64_t utc = 0;

	zone_utc(g->desk->zone, a->start, &utc);
	a->booked_at = utc - 86400 * (1 + demo_below(&g->random, 20));
	if (a->booked_at > desk_utc(g->desk))
		a->booked_at = desk_utc(g->desk) - 3600;
	a->state = a->state_before = APPT_BOOKED;
	if (to != APPT_BOOKED)
		appt_enter(a, to, to == APPT_CONFIRMED ? a->booked_at + 3600 : utc);
	if (to == APPT_COMPLETED)
		a->paid = a->price;
}

static civil_min
on_grid(civil_min m)
{
	return (m + 14) / 15 * 15;
}

static enum err
note_health(struct diary *g, const struct appt *a, struct demo_flag *flag)
{
	enum err e = ERR_OK;

	if (a->state == APPT_COMPLETED)
		e = demo_visit(g->desk, &g->health, a);
	return e == ERR_OK ? demo_known(g->desk, &g->health, a, flag) : e;
}

/* One session beginning at `start`; false when it does not fit before `until`. */
static enum err
add(struct diary *g, size_t t, size_t r, civil_min start, civil_min until, bool *fitted)
{
	const struct practice *p = &g->desk->practice;
	const struct therapist *therapist = &p->therapists.v[t];
	const struct service *s = pick_service(g, therapist);
	const struct service_duration *how =
	    &s->durations.v[demo_below(&g->random, (int)s->durations.n)];
	struct appt a = {
	    .therapist_id = therapist->id,
	    .room_id = p->rooms.v[r].id,
	    .service_id = s->id,
	    .start = start,
	    .end = start + how->minutes,
	    .held = start + how->minutes + s->turnover,
	    .price = how->price,
	    .hold_until = CIVIL_NONE,
	    .requested = demo_below(&g->random, 4) == 0,
	};
	enum appt_state state;
	long client = -1;
	enum err e;

	if (a.held <= until)
		client = pick_client(g, a.start, a.end);
	*fitted = client >= 0;
	if (!*fitted)
		return ERR_OK;
	a.client_id = g->clients[client];
	state = state_at(g, a.start, a.end);
	stamp(g, &a, state);
	/* Gone rows free their time; leaving the gap keeps the diary simple. */
	g->therapist_free[t] = g->room_free[r] = on_grid(a.held);
	g->made++;
	e = store_appt_insert(g->desk->store, &a);
	if (e == ERR_OK && a.start > g->now - NOTED)
		e = note_health(g, &a, &g->flags[client]);
	appt_release(&a);
	return e;
}

static bool
enough(const struct diary *g)
{
	return g->wish->appointments > 0 && g->made >= g->wish->appointments;
}

/* The room that is free first. */
static size_t
first_room(const struct diary *g)
{
	size_t best = 0;

	for (size_t r = 1; r < g->desk->practice.rooms.n; r++)
		if (g->room_free[r] < g->room_free[best])
			best = r;
	return best;
}

/* The therapist who is free first, before `until`, anyone of several; -1: all are done. */
static long
next_therapist(struct diary *g, civil_min until)
{
	size_t n = g->desk->practice.therapists.n, first = (size_t)demo_below(&g->random, (int)n);
	long best = -1;

	for (size_t i = 0; i < n; i++) {
		size_t t = (first + i) % n;

		if (g->therapist_free[t] < until &&
		    (best < 0 || g->therapist_free[t] < g->therapist_free[best]))
			best = (long)t;
	}
	return best;
}

/* One half of a day, by the clock: whoever is free next gets the room that is free first. */
static enum err
fill_half(struct diary *g, civil_min from, civil_min until, int busy)
{
	const struct practice *p = &g->desk->practice;
	enum err e = ERR_OK;
	long t;

	for (size_t i = 0; i < p->therapists.n; i++)
		g->therapist_free[i] = from;
	for (size_t i = 0; i < p->rooms.n; i++)
		g->room_free[i] = from;
	while (e == ERR_OK && !enough(g) && (t = next_therapist(g, until)) >= 0) {
		size_t r = first_room(g);
		civil_min start = g->therapist_free[t];
		bool fitted;

		if (g->room_free[r] > start) {
			g->therapist_free[t] = on_grid(g->room_free[r]);
			continue;
		}
		if (demo_below(&g->random, 100) >= busy) {
			g->therapist_free[t] += 15 * (1 + demo_below(&g->random, 4));
			continue;
		}
		e = add(g, (size_t)t, r, start, until, &fitted);
		if (!fitted)
			g->therapist_free[t] += 15;
	}
	return e;
}

/* Full in the past, thinner the further ahead. */
static int
how_busy(const struct diary *g, civil_day day)
{
	int ahead = day - civil_day_of(g->now);

	if (g->wish->appointments > 0)
		return 95;
	return ahead <= 2 ? 75 : ahead <= 14 ? 50 : 20;
}

static enum err
fill_day(struct diary *g, civil_day day)
{
	int busy = how_busy(g, day);
	enum err e;

	if (civil_weekday(day) == 7)
		return ERR_OK;
	e = fill_half(g, civil_at(day, OPENS), civil_at(day, LUNCH), busy);
	if (e == ERR_OK)
		e = fill_half(g, civil_at(day, LUNCH + 60), civil_at(day, CLOSES), busy);
	return e;
}

static enum err
fill_days(struct diary *g)
{
	struct store_step step = desk_step(g->desk, "Demonstration practice");
	civil_day today = civil_day_of(g->now);
	/* A wished number is laid from the last day backwards, so that today is always filled. */
	civil_day first = civil_add_months(today, -12 * g->wish->years_back),
		  day = today + DAYS_AHEAD;
	uint64_t uids = demo_uids(g->desk, g->wish, 1);
	enum err e = ERR_OK;

	step.bulk = true;
	step.uid = demo_uid;
	step.uid_arg = &uids;
	while (e == ERR_OK && day >= first && !enough(g)) {
		long begun = g->made;

		e = store_begin(g->desk->store, &step);
		while (e == ERR_OK && day >= first && !enough(g) && g->made - begun < CHUNK)
			e = fill_day(g, day--);
		if (e == ERR_OK)
			e = store_commit(g->desk->store);
		if (e == ERR_OK)
			e = store_checkpoint(g->desk->store, true);
	}
	store_rollback(g->desk->store);
	return e;
}

static enum err
fill_diary(struct desk *d, const struct demo *w, const int64_t *clients, struct demo_flag *flags)
{
	struct diary g = {
	    .desk = d,
	    .wish = w,
	    .random = w->seed,
	    .health = w->seed ^ 0x9a4,
	    .now = desk_now(d),
	    .clients = clients,
	    .flags = flags,
	    .taken = xcalloc((size_t)w->clients, sizeof(*g.taken)),
	    .therapist_free = xcalloc(d->practice.therapists.n, sizeof(civil_min)),
	    .room_free = xcalloc(d->practice.rooms.n, sizeof(civil_min)),
	};
	enum err e;

	e = fill_days(&g);
	free(g.taken);
	free(g.therapist_free);
	free(g.room_free);
	return e;
}

enum err
desk_demo(const struct desk_options *o, const struct demo *wish)
{
	struct demo w = *wish;
	struct demo_flag *flags;
	int64_t *clients;
	struct desk d;
	enum err e;

	if (w.therapists < 1 || w.rooms < 1 || w.clients < 1 || w.years_back < 1 ||
	    w.appointments < 0)
		return err_set(
		    ERR_USAGE, "a practice needs at least one therapist, room, client and year");
	settle(&w);
	e = desk_create(&d, o, "Elm Street Massage", "America/New_York", NULL);
	if (e != ERR_OK)
		return e;
	clients = xcalloc((size_t)w.clients, sizeof(*clients));
	flags = xcalloc((size_t)w.clients, sizeof(*flags));
	e = demo_people(&d, &w, clients);
	if (e == ERR_OK)
		e = demo_told(&d, &w, clients, flags);
	if (e == ERR_OK)
		e = fill_diary(&d, &w, clients, flags);
	free(clients);
	free(flags);
	if (e == ERR_OK)
		desk_close(&d);
	else
		desk_remove(&d);
	return e;
}
