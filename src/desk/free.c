/* Free time, by a query as typed. */
#include <frontdesk/desk_booking.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/line.h>

#include "health.h"
#include "side.h"

enum { FREE_DAYS_MAX = 366, NEXT_DAYS = 28, LONGER = 14 };

/* Nobody is offered a time that the night of a clock change takes away. */
static void
keep_existing(const struct desk *d, struct slot_list *l)
{
	size_t kept = 0;

	for (size_t i = 0; i < l->n; i++)
		if (desk_span_exists(d, l->v[i].start, l->v[i].end) == ERR_OK)
			l->v[kept++] = l->v[i];
	l->n = kept;
}

/* What a search stands on. */
struct ground {
	struct client_facts facts;
	struct book book;
};

static void
ground_release(struct ground *g)
{
	client_facts_release(&g->facts);
	book_release(&g->book);
}

/* As far as a day that may lie beyond what is asked for; q->client points into it. */
static enum err
ground_read(struct desk *d, struct free_query *q, civil_day until, struct ground *out)
{
	enum err e = ERR_OK;

	if (q->service_id == 0)
		return err_set(ERR_USAGE, "no service; write its code with minutes, like dt60");
	if (q->until - q->from > FREE_DAYS_MAX)
		return err_set(ERR_USAGE, "that is more than a year of free time; name fewer days");
	if (q->client_id != 0 || q->heard != NULL) {
		e = facts_read(d, q->client_id, q->heard, q->from, &out->facts);
		q->client = &out->facts;
	}
	return e == ERR_OK ? store_book_taken(d->store, q->from, until, &out->book) : e;
}

static void
search(struct desk *d, const struct ground *g, const struct free_query *q, struct slot_list *out)
{
	free_search(&d->practice, &g->book, q, desk_now(d), out);
	keep_existing(d, out);
}

enum err
desk_free_search(struct desk *d, const struct free_query *q, struct slot_list *out)
{
	struct ground g = {0};
	struct free_query wish = *q; /* owns nothing */
	enum err e = ground_read(d, &wish, q->until, &g);

	if (e == ERR_OK)
		search(d, &g, &wish, out);
	ground_release(&g);
	return e;
}

/* X(how it is said without the wish, whether it is asked for, giving it up) */
#define WISH_LIST(X) \
	X("at another time of day", q->after > 0 || q->before > 0, w.after = w.before = 0) \
	X("with another therapist", q->therapist_id != 0, w.therapist_id = 0) \
	X("with any gender", q->gender != 0, w.gender = 0) \
	X("without that skill", q->skill != NULL, w.skill = NULL) \
	X("in another room", q->room_id != 0, w.room_id = 0) \
	X("on other weekdays", q->weekdays != 0, w.weekdays = 0) \
	X("within two weeks more", true, w.until += LONGER)

/* Looked for day by day: the first that has something ends it. */
static bool
any_free(struct desk *d, const struct ground *g, struct free_query q)
{
	struct slot_list slots = {0};
	bool any;

	for (const civil_day until = q.until; q.from < until && slots.n == 0; q.from++) {
		q.until = q.from + 1;
		search(d, g, &q, &slots);
	}
	any = slots.n > 0;
	slot_list_release(&slots);
	return any;
}

enum err
desk_free_widen(struct desk *d, const struct free_query *q, struct str *out)
{
	struct ground g = {0};
	struct free_query wish = *q; /* owns nothing */
	enum err e = ground_read(d, &wish, q->until + LONGER, &g);

#define X(what, asked, give_up) \
	if (e == ERR_OK && (asked)) { \
		struct free_query w = wish; \
\
		give_up; \
		if (any_free(d, &g, w)) \
			str_addf(out, "%s%s", out->n > 0 ? "; " : "", what); \
	}
	WISH_LIST(X)
#undef X
	ground_release(&g);
	return e;
}

enum err
desk_free_read(struct desk *d, const char *words, struct free_query *out, char **client)
{
	const struct when_habits habits = desk_habits(d);
	size_t n;
	enum err e;

	e = free_query_parse(words, &d->practice, &habits, out, client);
	/* Words that are nobody's yet are told of when they are used. */
	if (e == ERR_OK && (*client)[0] != '\0' &&
	    desk_client_only(d, *client, &n, &out->client_id) != ERR_OK)
		out->client_id = 0;
	return e;
}

enum err
desk_free(struct desk *d, const char *words, size_t limit, struct slot_list *out)
{
	struct free_query q = {0};
	char *client = NULL, day[CIVIL_LONG_SIZE];
	enum err e;

	e = desk_free_read(d, words, &q, &client);
	if (e == ERR_OK && q.service_id == 0)
		e = plan_no_service(&d->practice, client);
	if (e == ERR_OK && client[0] != '\0')
		e = desk_client_one(d, client, &q.client_id);
	if (e == ERR_OK && q.until <= civil_day_of(desk_now(d)))
		e = err_set(ERR_USAGE, "%s is past; free time is looked for from now on",
		    civil_long_day(q.until - 1, day));
	if (limit > 0)
		q.limit = limit;
	if (e == ERR_OK)
		e = desk_free_search(d, &q, out);
	free(client);
	free_query_release(&q);
	return e;
}

/* Takes the starts farthest from a time out, until so many are left. */
static void
keep_nearest(struct slot_list *l, civil_min to, size_t most)
{
	while (l->n > most) {
		size_t far = 0;

		for (size_t i = 1; i < l->n; i++)
			if (llabs(l->v[i].start - to) >= llabs(l->v[far].start - to))
				far = i;
		l->n--;
		memmove(&l->v[far], &l->v[far + 1], (l->n - far) * sizeof(l->v[0]));
	}
}

/* The wish for the place of a plan, on its day. */
static struct free_query
wish_of(const struct plan *p)
{
	const civil_day day = civil_day_of(p->start);

	return (struct free_query){
	    .client_id = p->client_id,
	    .heard = p->heard,
	    .service_id = p->service_id,
	    .minutes = p->minutes,
	    .minutes_typed = p->minutes_typed,
	    .therapist_id = p->therapist_id,
	    .room_id = p->room_id,
	    .from = day,
	    .until = day + 1,
	    .moving_id = p->moving_id,
	};
}

/* Of a couple the search sees one: the starts stay at which booking takes both. */
static enum err
keep_for_both(struct desk *d, const struct plan *p, struct slot_list *l)
{
	struct sides sides = {0};
	struct plan at = *p; /* owns nothing */
	size_t kept = 0;
	enum err e;

	if (p->client2_id == 0 || l->n == 0)
		return ERR_OK;
	at.start = l->v[0].start;
	e = sides_read(d, &at, &sides);
	for (size_t i = 0; i < l->n && e == ERR_OK; i++) {
		struct findings found = {0};

		at.start = l->v[i].start;
		if (p->therapist_id != 0) /* given up, perhaps */
			at.therapist_id = l->v[i].therapist_id;
		e = sides_settle(d, &at, &sides, &found);
		if (e == ERR_OK && findings_worst(&found) <= LEVEL_NOTICE)
			l->v[kept++] = l->v[i];
		findings_release(&found);
	}
	l->n = kept;
	sides_release(&sides);
	return e;
}

enum err
desk_free_near(struct desk *d, const struct plan *p, size_t most, struct slot_list *out)
{
	struct free_query q = wish_of(p);
	enum err e = desk_free_search(d, &q, out);

	if (e == ERR_OK)
		e = keep_for_both(d, p, out);
	/* When the therapist asked for has nothing: anybody, but in the place of two. */
	if (e == ERR_OK && out->n == 0 && q.therapist_id != 0 && p->therapist2_id == 0) {
		q.therapist_id = 0;
		e = desk_free_search(d, &q, out);
		if (e == ERR_OK)
			e = keep_for_both(d, p, out);
	}
	keep_nearest(out, p->start, most);
	return e;
}

enum err
desk_free_instead(struct desk *d, const struct appt *a, size_t most, struct slot_list *out)
{
	enum { DAYS_AFTER = 14 };
	struct free_query q = {
	    .client_id = a->client_id,
	    .service_id = a->service_id,
	    .minutes = appt_minutes(a),
	    .minutes_typed = true,
	    .therapist_id = a->therapist_id,
	    .from = civil_day_of(a->start),
	    .until = civil_day_of(a->start) + 1,
	    .moving_id = a->id,
	};
	enum err e = desk_free_search(d, &q, out);

	if (e == ERR_OK && out->n == 0) {
		q.therapist_id = 0;
		e = desk_free_search(d, &q, out);
		q.therapist_id = a->therapist_id;
	}
	keep_nearest(out, a->start, most);
	if (e != ERR_OK || out->n > 0)
		return e;
	q.from = q.until;
	q.until += DAYS_AFTER;
	q.limit = most;
	return desk_free_search(d, &q, out);
}

/* The earliest of the slots after a time; NULL: there is none. */
static const struct slot *
first_after(const struct slot_list *l, civil_min after)
{
	const struct slot *first = NULL;

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].start > after && (first == NULL || l->v[i].start < first->start))
			first = &l->v[i];
	return first;
}

enum err
desk_free_next(struct desk *d, const struct plan *p, struct slot *out)
{
	struct free_query q = wish_of(p);

	for (int i = 0; i < NEXT_DAYS; i++, q.from++, q.until++) {
		struct slot_list slots = {0};
		enum err e = desk_free_search(d, &q, &slots);
		const struct slot *first;
		bool found;

		if (e == ERR_OK)
			e = keep_for_both(d, p, &slots);
		first = first_after(&slots, p->start);
		found = e == ERR_OK && first != NULL;
		if (found)
			*out = *first;
		slot_list_release(&slots);
		if (e != ERR_OK || found)
			return e;
	}
	return err_set(ERR_NOT_FOUND, "nothing is free in the next four weeks");
}
