/* What booking, moving and "why?" have in common: read the day, choose, check. */
#include "side.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "health.h"

enum {
	PARTY_NEW = -1, /* a party without an id yet: any number no row has */
	PRETENDED = -1, /* a row that is only thought of */
};

void
sides_release(struct sides *s)
{
	for (size_t i = 0; i < s->n; i++) {
		client_facts_release(&s->v[i].facts);
		free(s->v[i].first);
		free(s->v[i].last);
		free(s->v[i].name);
	}
	str_release(&s->nobody);
	book_release(&s->book);
	*s = (struct sides){0};
}

enum err
side_facts(struct desk *d, struct side *s, int64_t client_id, const char *heard, civil_day day)
{
	struct client c;
	enum err e;

	s->want.client_id = client_id;
	s->want.client = &s->facts;
	e = facts_read(d, client_id, heard, day, &s->facts);
	if (e != ERR_OK || client_id == 0)
		return e;
	client_init(&c);
	e = alerts_at(d, client_id, ALERT_AT_BOOKING, &s->facts.alerts);
	if (e == ERR_OK)
		e = store_client(d->store, client_id, &c);
	if (e == ERR_OK) {
		xstrset(&s->first, c.first);
		xstrset(&s->last, client_shown_last(c.first, c.last, c.preferred, c.phone));
	}
	client_release(&c);
	return e;
}

/* Puts a side into the book as if it stood there, for the other side to meet it. */
static void
book_pretend(struct desk *d, struct book *b, const struct side *s)
{
	const struct proposal *want = &s->want;
	struct appt a = {
	    .id = PRETENDED,
	    .client_id = want->client_id,
	    .therapist_id = want->therapist_id,
	    .room_id = want->room_id,
	    .service_id = want->service_id,
	    .party_id = want->party_id,
	    .start = want->start,
	    .end = want->start + want->minutes,
	    .held = schedule_held(&d->practice, b, want),
	    .state = APPT_BOOKED,
	    .hold_until = CIVIL_NONE,
	};
	size_t at = 0;

	a.client_first = xstrdup(str_or_empty(s->first));
	a.client_last = xstrdup(str_or_empty(s->last));
	while (at < b->appts.n && b->appts.v[at].start <= a.start)
		at++;
	(void)list_push(&b->appts);
	memmove(
	    &b->appts.v[at + 1], &b->appts.v[at], (b->appts.n - 1 - at) * sizeof(b->appts.v[0]));
	b->appts.v[at] = a;
}

void
book_drop(struct book *b, int64_t appt_id)
{
	for (size_t i = 0; i < b->appts.n; i++)
		if (b->appts.v[i].id == appt_id) {
			appt_release(&b->appts.v[i]);
			memmove(&b->appts.v[i], &b->appts.v[i + 1],
			    (b->appts.n - i - 1) * sizeof(b->appts.v[0]));
			b->appts.n--;
			return;
		}
}

static bool
is_said(const struct findings *f, const struct finding *one)
{
	for (size_t i = 0; i < f->n; i++)
		if (strcmp(f->v[i].text, one->text) == 0)
			return true;
	return false;
}

/* What both sides find is said once. */
static void
check_second(struct desk *d, struct sides *s, struct findings *found)
{
	struct findings more = {0};

	book_pretend(d, &s->book, &s->v[0]);
	schedule_check(&d->practice, &s->book, &s->v[1].want, desk_now(d), &more);
	book_drop(&s->book, PRETENDED);
	for (size_t i = 0; i < more.n; i++) {
		const struct finding *one = &more.v[i];

		if (!is_said(found, one))
			findings_add(found, one->level, one->code, one->appt_id, "%s", one->text);
	}
	findings_release(&more);
}

void
sides_check(struct desk *d, struct sides *s, struct findings *found)
{
	for (size_t i = 0; i < s->n && (s->n > 1 || s->named); i++) {
		struct side *side = &s->v[i];
		struct str name = {0};

		if (d->practice.settings.initials)
			client_initials(&name, side->first, side->last);
		else
			str_addf(
			    &name, "%s %s", str_or_empty(side->first), str_or_empty(side->last));
		xstrset(&side->name, str_text(&name) + strspn(str_text(&name), " "));
		side->want.client_name = side->name;
		str_release(&name);
	}
	schedule_check(&d->practice, &s->book, &s->v[0].want, desk_now(d), found);
	if (s->n > 1)
		check_second(d, s, found);
}

void
sides_choose_room(struct desk *d, struct sides *s)
{
	int64_t room = s->v[0].want.room_id;

	if (room == 0)
		room = schedule_room(&d->practice, &s->book, &s->v[0].want);
	for (size_t i = 0; i < s->n; i++)
		s->v[i].want.room_id = room;
}

/* Of a therapist, not of the client, the room or the service. */
static bool
is_of_therapist(enum finding_code code)
{
	static const enum finding_code codes[] = {FINDING_THERAPIST_BUSY, FINDING_NOT_ABLE,
	    FINDING_OUTSIDE_SHIFT, FINDING_IN_BREAK, FINDING_TIME_OFF, FINDING_TURNOVER,
	    FINDING_SKILL, FINDING_FLAG_SKILL, FINDING_GENDER, FINDING_DO_NOT_PAIR,
	    FINDING_HANDS_ON, FINDING_LICENCE};

	for (size_t i = 0; i < array_size(codes); i++)
		if (codes[i] == code)
			return true;
	return false;
}

/* How little stands in the way of this therapist: fewer is better. Adds the first of it to *why. */
static int
obstacles(struct desk *d, struct sides *s, struct side *side, int64_t therapist_id, struct str *why)
{
	struct findings f = {0};
	struct proposal want = side->want;
	int n = 0;

	want.therapist_id = therapist_id;
	if (want.room_id == 0)
		want.room_id = schedule_room(&d->practice, &s->book, &want);
	schedule_check(&d->practice, &s->book, &want, desk_now(d), &f);
	for (size_t i = 0; i < f.n; i++)
		n += f.v[i].level == LEVEL_HARD ? 1000 : f.v[i].level == LEVEL_SOFT ? 10 : 0;
	if (therapist_id != side->facts.preferred_therapist_id)
		n++;
	for (size_t i = 0; i < f.n && f.v[i].level != LEVEL_NOTICE; i++)
		if (is_of_therapist(f.v[i].code)) {
			str_addf(why, "%s%s", why->n > 0 ? "; " : "", f.v[i].text);
			break;
		}
	findings_release(&f);
	return n;
}

/* Whoever can, the preferred one first; when nobody can, whoever has least against it. */
static enum err
choose_therapist(struct desk *d, struct sides *s, struct side *side, int64_t not_this)
{
	struct str why = {0};
	int best = INT_MAX;

	for (size_t i = 0; i < d->practice.therapists.n; i++) {
		const struct therapist *t = &d->practice.therapists.v[i];
		int n;

		if (!t->active || t->id == not_this)
			continue;
		n = obstacles(d, s, side, t->id, &why);
		if (n < best) {
			best = n;
			side->want.therapist_id = t->id;
		}
	}
	if (s->nobody.n == 0)
		str_add(&s->nobody, str_text(&why));
	str_release(&why);
	if (side->want.therapist_id != 0)
		return ERR_OK;
	return err_set(ERR_REFUSED,
	    "the practice has no %stherapist; add one: therapist add "
	    "code=mia name=Mia",
	    not_this != 0 ? "second " : "");
}

/* Another desk may have taken back what the plan was made of. */
static enum err
plan_stands(const struct desk *d, const struct plan *p)
{
	const struct practice *now = &d->practice;

	if (practice_service(now, p->service_id) == NULL ||
	    (p->therapist_id != 0 && practice_therapist(now, p->therapist_id) == NULL) ||
	    (p->therapist2_id != 0 && practice_therapist(now, p->therapist2_id) == NULL) ||
	    (p->room_id != 0 && practice_room(now, p->room_id) == NULL))
		return err_set(ERR_BUSY,
		    "another desk has taken the therapist, room or service back; look again");
	return ERR_OK;
}

static struct proposal
proposal_of(const struct plan *p)
{
	return (struct proposal){
	    .service_id = p->service_id,
	    .therapist_id = p->therapist_id,
	    .room_id = p->room_id,
	    .start = p->start,
	    .minutes = p->minutes,
	    .minutes_typed = p->minutes_typed,
	    .turnover = p->turnover_typed ? p->turnover : -1,
	};
}

/* What is known of somebody who is not a client yet. */
static enum err
new_facts(struct desk *d, const struct plan *p, struct client_facts *facts)
{
	struct findings alike = {0};
	struct client c;
	enum err e;

	e = plan_new_client(d, p, &c);
	if (e == ERR_OK)
		e = desk_find_alike(d, &c, &alike);
	facts->is_new = true;
	facts->has_phone = c.phone != NULL && c.phone[0] != '\0';
	for (size_t i = 0; e == ERR_OK && i < alike.n; i++) {
		const bool same = alike.v[i].code == FINDING_SAME_CLIENT;

		if (i > 0 && (facts->is_same || !same))
			continue;
		xstrset(&facts->looks_like, alike.v[i].text);
		facts->is_same = same;
	}
	findings_release(&alike);
	client_release(&c);
	return e;
}

enum err
sides_read(struct desk *d, const struct plan *p, struct sides *out)
{
	civil_day day = civil_day_of(p->start);
	enum err e;

	out->n = p->client2_id != 0 ? 2 : 1;
	e = store_book(d->store, day, day + 1, &out->book);
	if (e == ERR_OK)
		e = side_facts(d, &out->v[0], p->client_id, p->heard, day);
	if (e == ERR_OK && p->client_id == 0 && p->new_name != NULL)
		e = new_facts(d, p, &out->v[0].facts);
	if (e == ERR_OK && out->n == 2)
		e = side_facts(d, &out->v[1], p->client2_id, NULL, day);
	return e;
}

enum err
sides_settle(struct desk *d, const struct plan *p, struct sides *s, struct findings *found)
{
	enum err e = plan_stands(d, p);

	for (size_t i = 0; i < s->n; i++) {
		struct proposal *want = &s->v[i].want;
		const int64_t client_id = want->client_id;

		*want = proposal_of(p);
		want->client_id = client_id;
		want->client = &s->v[i].facts;
		want->party_id = s->n == 2 ? PARTY_NEW : 0;
		want->pressure = i == 0 ? facts_pressure(d, p->heard) : 0;
		if (i == 1)
			want->therapist_id = p->therapist2_id;
	}
	for (size_t i = 0; i < s->n && e == ERR_OK; i++)
		if (s->v[i].want.therapist_id == 0)
			e = choose_therapist(
			    d, s, &s->v[i], i == 1 ? s->v[0].want.therapist_id : p->therapist2_id);
	if (e != ERR_OK)
		return e;
	sides_choose_room(d, s);
	sides_check(d, s, found);
	return ERR_OK;
}

enum err
sides_of_plan(struct desk *d, const struct plan *p, struct sides *out, struct findings *found)
{
	enum err e = sides_read(d, p, out);

	return e == ERR_OK ? sides_settle(d, p, out, found) : e;
}

enum err
findings_verdict(const struct findings *f, const struct consent *c, const char *nobody)
{
	enum finding_level worst = findings_worst(f);
	bool has_reason = c != NULL && c->yes != NULL && c->yes[strspn(c->yes, " ")] != '\0';
	bool all = nobody[0] != '\0' && f->n > 0 && is_of_therapist(f->v[0].code);

	if (worst == LEVEL_HARD)
		return err_set(ERR_REFUSED, "%s%s", all ? "nobody is free then: " : "",
		    all ? nobody : f->v[0].text);
	if (worst == LEVEL_SOFT && !has_reason)
		return err_set(ERR_NEEDS_YES, "%s%s; say why to go on",
		    all ? "nobody is free then: " : "", all ? nobody : f->v[0].text);
	return ERR_OK;
}

struct others {
	const struct appt *of;
	struct appt_list *out;
};

static bool
collect(void *arg, const struct appt *a)
{
	struct others *o = arg;

	if (a->party_id == o->of->party_id && a->id != o->of->id)
		appt_copy(list_push(o->out), a);
	return true;
}

enum err
party_others(struct desk *d, const struct appt *a, struct appt_list *out)
{
	const struct appt_query q = {.from = a->start, .until = a->start + 1};
	struct others o = {.of = a, .out = out};

	return a->party_id == 0 ? ERR_OK : store_appts(d->store, &q, collect, &o);
}

enum err
party_rows(struct desk *d, int64_t appt_id, struct appt_list *out)
{
	struct appt_list others = {0};
	struct appt a = {0};
	enum err e;

	e = store_appt(d->store, appt_id, &a);
	if (e != ERR_OK)
		return e;
	*list_push(out) = a;
	e = party_others(d, &a, &others);
	for (size_t i = 0; i < others.n; i++)
		if (appt_state_holds(others.v[i].state))
			appt_copy(list_push(out), &others.v[i]);
	appt_list_release(&others);
	return e;
}

enum err
desk_end(struct desk *d, enum err e, bool dry_run)
{
	if (e == ERR_OK && !dry_run)
		return store_commit(d->store);
	store_rollback(d->store);
	return e;
}
