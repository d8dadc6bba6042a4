/* What waits for the therapist: appointments to come that stand subject to her OK. */
#include <frontdesk/desk_health.h>

#include <stdlib.h>

#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

enum { AWAITED_DAYS = 366 }; /* as far as is booked ahead */

/* What a client told, and what stands of it on the day looked at last. */
struct told {
	struct health health;
	civil_day day;
	struct flag_list flags;
};
struct told_list {
	struct told *v; /* by client */
	size_t n, cap;
};

static void
told_list_release(struct told_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		health_release(&l->v[i].health);
		flag_list_release(&l->v[i].flags);
	}
	free(l->v);
}

static int
by_client(const void *va, const void *vb)
{
	const int64_t a = ((const struct told *)va)->health.intake.client_id;
	const int64_t b = ((const struct told *)vb)->health.intake.client_id;

	return (a > b) - (a < b);
}

struct awaiting {
	const struct desk *d;
	struct told_list told;
	int64_t therapist_id;
	struct awaited_list *out;
};

static bool
take_told(void *arg, struct health *h)
{
	struct awaiting *w = arg;

	health_set_days(w->d, h);
	*list_push(&w->told) = (struct told){.health = *h, .day = CIVIL_DAY_NONE};
	*h = (struct health){0};
	return true;
}

/* A flag may have ended by the day of the session, or a trimester begun: each day has its own. */
static const struct flag_list *
flags_then(struct awaiting *w, const struct appt *a)
{
	static const struct flag_list none;
	const struct told key = {.health.intake.client_id = a->client_id};
	struct told *t =
	    w->told.n > 0 ? bsearch(&key, w->told.v, w->told.n, sizeof(key), by_client) : NULL;
	const civil_day day = civil_day_of(a->start);

	if (t != NULL && t->day != day) {
		flag_list_release(&t->flags);
		flags_derive(&w->d->practice.flag_rules, &w->d->practice.vocabulary, &t->health,
		    day, &t->flags);
		t->day = day;
	}
	return t != NULL ? &t->flags : &none;
}

static bool
collect(void *arg, const struct appt *a)
{
	struct awaiting *w = arg;
	enum flag_level level;
	struct awaited *row;

	if (!appt_state_holds(a->state) || a->state >= APPT_STARTED ||
	    (w->therapist_id != 0 && a->therapist_id != w->therapist_id))
		return true;
	level = flags_open(&w->d->practice, flags_then(w, a), a->service_id, a->therapist_id);
	if (level != FLAG_LEVEL_COUNT) {
		row = list_push(w->out);
		row->level = level;
		appt_copy(&row->appt, a);
	}
	return true;
}

enum err
desk_awaiting(struct desk *d, int64_t therapist_id, struct awaited_list *out)
{
	/* Who has arrived late today waits too. */
	const civil_min from = civil_at(civil_day_of(desk_now(d)), 0);
	const civil_min until = from + (civil_min)AWAITED_DAYS * CIVIL_DAY_MINUTES;
	const struct appt_query q = {.from = from, .until = until};
	struct awaiting w = {.d = d, .therapist_id = therapist_id, .out = out};
	enum err e = store_health_between(d->store, from, until, take_told, &w);

	if (e == ERR_OK && w.told.n > 0)
		qsort(w.told.v, w.told.n, sizeof(w.told.v[0]), by_client);
	if (e == ERR_OK)
		e = store_appts(d->store, &q, collect, &w);
	told_list_release(&w.told);
	return e;
}

void
awaited_list_release(struct awaited_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		appt_release(&l->v[i].appt);
	free(l->v);
	*l = (struct awaited_list){0};
}
