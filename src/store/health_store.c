/*
 * All that flags are derived from, for one client or for all of a time: a few statements for all
 * of them, whose rows are laid to the client they are of.
 */
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "health.h"

struct asked {
	int64_t client_id; /* 0: those with an appointment in [from, until) */
	civil_min from, until;
};

/* By the clients' numbers. */
struct healths {
	struct health *v;
	size_t n, cap;
};

static struct stmt
begin(struct store *s, enum stmt_id id, const struct asked *q)
{
	struct stmt st = stmt_begin(s, id);

	stmt_bind_id(&st, ":client", q->client_id);
	stmt_bind_i64(&st, ":from", q->from);
	stmt_bind_i64(&st, ":until", q->until);
	return st;
}

/* NULL: who was booked since the clients were read; their turn is the next reading. */
static struct health *
of_client(const struct healths *l, int64_t client_id)
{
	size_t from = 0, until = l->n;

	while (from < until) {
		size_t middle = from + (until - from) / 2;

		if (l->v[middle].intake.client_id == client_id)
			return &l->v[middle];
		if (l->v[middle].intake.client_id < client_id)
			from = middle + 1;
		else
			until = middle;
	}
	return NULL;
}

static enum err
read_intakes(struct store *s, const struct asked *q, struct healths *out)
{
	struct stmt st = begin(s, STMT_HEALTH_INTAKES, q);

	while (stmt_row(&st)) {
		struct health *h = list_push(out);

		*h = (struct health){0};
		if (stmt_is_null(&st, "id"))
			intake_init(&h->intake);
		else
			intake_read(&st, &h->intake);
		h->intake.client_id = stmt_i64(&st, "asked_id");
	}
	return stmt_end(&st);
}

/* A version that tells nothing takes back what was told before it. */
static void
forget_empty(struct healths *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct intake *in = &l->v[i].intake;
		int64_t client_id = in->client_id;

		if (in->id == 0 || !intake_empty(in))
			continue;
		intake_release(in);
		intake_init(in);
		in->client_id = client_id;
	}
}

static enum err
read_told(struct store *s, const struct asked *q, struct healths *out)
{
	enum err e = read_intakes(s, q, out);

	for (size_t i = 0; e == ERR_OK && i < out->n; i++)
		if (out->v[i].intake.id != 0)
			e = intake_read_answers(s, &out->v[i].intake);
	forget_empty(out);
	return e;
}

static void
read_clearance(struct stmt *st, struct clearance *c)
{
	*c = (struct clearance){
	    .id = stmt_i64(st, "id"),
	    .client_id = stmt_i64(st, "client_id"),
	    .rev = (int)stmt_i64(st, "rev"),
	    .flag = stmt_text(st, "flag"),
	    .given_by = stmt_text(st, "given_by"),
	    .note = stmt_text(st, "note"),
	    .day = record_day(st, "day"),
	    .until = record_day(st, "until_day"),
	    .at = stmt_i64(st, "updated"),
	    .ended = stmt_i64(st, "ended") != 0,
	};
}

static enum err
read_clearances(struct store *s, const struct asked *q, const struct healths *l)
{
	struct stmt st = begin(s, STMT_HEALTH_CLEARANCES, q);

	while (stmt_row(&st)) {
		struct health *h = of_client(l, stmt_i64(&st, "client_id"));

		if (h != NULL)
			read_clearance(&st, list_push(&h->clearances));
	}
	return stmt_end(&st);
}

static void
read_acknowledgement(struct stmt *st, struct acknowledgement *a)
{
	*a = (struct acknowledgement){
	    .id = stmt_i64(st, "id"),
	    .client_id = stmt_i64(st, "client_id"),
	    .flag = stmt_text(st, "flag"),
	    .service_id = stmt_i64(st, "service_id"),
	    .intake_id = stmt_i64(st, "intake_id"),
	    .appt_id = stmt_i64(st, "appointment_id"),
	    .therapist_id = stmt_i64(st, "therapist_id"),
	    .by_phone = stmt_i64(st, "by_phone") != 0,
	    .noted_by = stmt_text(st, "noted_by"),
	    .at = stmt_i64(st, "at"),
	};
}

static enum err
read_acknowledgements(struct store *s, const struct asked *q, const struct healths *l)
{
	struct stmt st = begin(s, STMT_HEALTH_ACKNOWLEDGEMENTS, q);

	while (stmt_row(&st)) {
		struct health *h = of_client(l, stmt_i64(&st, "client_id"));

		if (h != NULL)
			read_acknowledgement(&st, list_push(&h->acknowledgements));
	}
	return stmt_end(&st);
}

static void
healths_release(struct healths *l)
{
	for (size_t i = 0; i < l->n; i++)
		health_release(&l->v[i]);
	free(l->v);
	*l = (struct healths){0};
}

/* What is told of one client must be of one moment. */
static enum err
read_all(struct store *s, const struct asked *q, struct healths *out)
{
	bool alone;
	enum err e = store_read_alone(s, &alone);

	if (e == ERR_OK)
		e = read_told(s, q, out);
	if (e == ERR_OK)
		e = read_clearances(s, q, out);
	if (e == ERR_OK)
		e = read_acknowledgements(s, q, out);
	if (alone)
		store_read_end(s);
	if (e != ERR_OK)
		healths_release(out);
	return e;
}

enum err
store_intake(struct store *s, int64_t client_id, struct intake *out)
{
	const struct asked q = {.client_id = client_id};
	struct healths l = {0};
	enum err e = read_told(s, &q, &l);

	if (e == ERR_OK) {
		*out = l.v[0].intake;
		l.v[0].intake = (struct intake){0};
	}
	healths_release(&l);
	return e;
}

enum err
store_health(struct store *s, int64_t client_id, struct health *out)
{
	const struct asked q = {.client_id = client_id};
	struct healths l = {0};
	enum err e = read_all(s, &q, &l);

	if (e != ERR_OK)
		return e;
	*out = l.v[0];
	free(l.v);
	return ERR_OK;
}

enum err
store_health_between(struct store *s, civil_min from, civil_min until,
    bool (*fn)(void *, struct health *), void *arg)
{
	const struct asked q = {.from = from, .until = until};
	struct healths l = {0};
	bool more = true;
	enum err e = read_all(s, &q, &l);

	for (size_t i = 0; e == ERR_OK && more && i < l.n; i++)
		more = fn(arg, &l.v[i]);
	healths_release(&l);
	return e;
}

enum err
store_clearances(struct store *s, int64_t client_id, struct clearance_list *out)
{
	const struct asked q = {.client_id = client_id};
	struct health h = {.intake.client_id = client_id};
	enum err e = read_clearances(s, &q, &(struct healths){.v = &h, .n = 1});

	if (e == ERR_OK)
		*out = h.clearances;
	else
		clearance_list_release(&h.clearances);
	return e;
}

enum err
store_acknowledgements(struct store *s, int64_t client_id, struct acknowledgement_list *out)
{
	const struct asked q = {.client_id = client_id};
	struct health h = {.intake.client_id = client_id};
	enum err e = read_acknowledgements(s, &q, &(struct healths){.v = &h, .n = 1});

	if (e == ERR_OK)
		*out = h.acknowledgements;
	else
		acknowledgement_list_release(&h.acknowledgements);
	return e;
}
