/* Free time, by a query as typed. */
#include <frontdesk/desk_booking.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/line.h>

#include "side.h"

enum { FREE_DAYS_MAX = 366 };

static enum err
client_of(struct desk *d, const char *words, struct free_query *q, struct client_facts *facts)
{
	enum err e;

	if (words[0] == '\0')
		return ERR_OK;
	e = desk_client_one(d, words, &q->client_id);
	if (e == ERR_OK)
		e = store_client_facts(d->store, q->client_id, desk_now(d), facts);
	if (e == ERR_OK)
		q->client = facts;
	return e;
}

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

static enum err
search(struct desk *d, struct free_query *q, struct slot_list *out)
{
	struct book book = {0};
	enum err e;

	if (q->until - q->from > FREE_DAYS_MAX)
		return err_set(ERR_USAGE, "that is more than a year of free time; name fewer days");
	e = store_book(d->store, q->from, q->until, &book);
	if (e == ERR_OK) {
		free_search(&d->practice, &book, q, desk_now(d), out);
		keep_existing(d, out);
	}
	book_release(&book);
	return e;
}

enum err
desk_free(struct desk *d, const char *words, size_t limit, struct slot_list *out)
{
	const struct when_habits habits = desk_habits(d);
	struct client_facts facts = {0};
	struct free_query q = {0};
	char *client = NULL;
	enum err e;

	e = free_query_parse(words, &d->practice, &habits, &q, &client);
	if (e == ERR_OK && q.service_id == 0)
		e = plan_no_service(&d->practice, client);
	if (e == ERR_OK) {
		if (limit > 0)
			q.limit = limit;
		e = client_of(d, client, &q, &facts);
	}
	if (e == ERR_OK)
		e = search(d, &q, out);
	free(client);
	client_facts_release(&facts);
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

/* On the day of `to` with the therapist asked for; when they have nothing, with anybody. */
static enum err
search_near(struct desk *d, struct free_query *q, civil_min to, size_t most, struct slot_list *out)
{
	int64_t therapist_id = q->therapist_id;
	enum err e;

	q->from = civil_day_of(to);
	q->until = q->from + 1;
	e = search(d, q, out);
	if (e == ERR_OK && out->n == 0 && therapist_id != 0) {
		q->therapist_id = 0;
		e = search(d, q, out);
		q->therapist_id = therapist_id;
	}
	keep_nearest(out, to, most);
	return e;
}

static enum err
facts_of(struct desk *d, struct free_query *q, struct client_facts *facts)
{
	if (q->client_id == 0)
		return ERR_OK;
	q->client = facts;
	return store_client_facts(d->store, q->client_id, desk_now(d), facts);
}

enum err
desk_free_near(struct desk *d, const struct plan *p, size_t most, struct slot_list *out)
{
	struct client_facts facts = {0};
	struct free_query q = {
	    .client_id = p->client_id,
	    .service_id = p->service_id,
	    .minutes = p->minutes,
	    .minutes_typed = p->minutes_typed,
	    .therapist_id = p->therapist_id,
	    .room_id = p->room_id,
	};
	enum err e = facts_of(d, &q, &facts);

	if (e == ERR_OK)
		e = search_near(d, &q, p->start, most, out);
	client_facts_release(&facts);
	return e;
}

enum err
desk_free_instead(struct desk *d, const struct appt *a, size_t most, struct slot_list *out)
{
	enum { DAYS_AFTER = 14 };
	struct client_facts facts = {0};
	struct free_query q = {
	    .client_id = a->client_id,
	    .service_id = a->service_id,
	    .minutes = appt_minutes(a),
	    .minutes_typed = true,
	    .therapist_id = a->therapist_id,
	    .moving_id = a->id,
	};
	enum err e = facts_of(d, &q, &facts);

	if (e == ERR_OK)
		e = search_near(d, &q, a->start, most, out);
	if (e == ERR_OK && out->n == 0) {
		q.from = civil_day_of(a->start) + 1;
		q.until = q.from + DAYS_AFTER;
		q.limit = most;
		e = search(d, &q, out);
	}
	client_facts_release(&facts);
	return e;
}
