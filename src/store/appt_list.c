/* Appointments read in numbers: lists, and the book of some days. */
#include <frontdesk/mem.h>

#include "records.h"

/* The statement whose index fits the question best. */
static enum stmt_id
list_statement(const struct appt_query *q)
{
	if (q->appt_id != 0)
		return STMT_APPT;
	if (q->client_id != 0)
		return STMT_APPTS_OF_CLIENT;
	if (q->holds_only && q->therapist_id != 0)
		return STMT_APPTS_OF_THERAPIST;
	if (q->holds_only && q->room_id != 0)
		return STMT_APPTS_OF_ROOM;
	return STMT_APPTS;
}

static void
bind_query(struct stmt *st, enum stmt_id id, const struct appt_query *q)
{
	bool any_time = q->from == q->until;

	if (id == STMT_APPT) {
		stmt_bind_i64(st, ":id", q->appt_id);
		return;
	}
	stmt_bind_i64(st, ":from", any_time ? INT64_MIN : q->from);
	stmt_bind_i64(st, ":until", any_time ? INT64_MAX : q->until);
	stmt_bind_id(st, ":room", q->room_id);
	if (id != STMT_APPTS_OF_ROOM)
		stmt_bind_id(st, ":therapist", q->therapist_id);
	if (id == STMT_APPTS_OF_CLIENT)
		stmt_bind_i64(st, ":client", q->client_id);
	if (id == STMT_APPTS_OF_CLIENT || id == STMT_APPTS)
		stmt_bind_i64(st, ":holds_only", q->holds_only);
}

enum err
store_appts(
    struct store *s, const struct appt_query *q, bool (*fn)(void *, const struct appt *), void *arg)
{
	enum stmt_id id = list_statement(q);
	struct stmt st = stmt_begin(s, id);
	bool more = true;

	bind_query(&st, id, q);
	while (more && stmt_row(&st)) {
		struct appt a;

		appt_read(&st, &a);
		more = fn(arg, &a);
		appt_release(&a);
	}
	return stmt_end(&st);
}

enum err
store_usual(struct store *s, int people, civil_min since, int64_t *service_id, int *minutes)
{
	struct stmt st = stmt_begin(s, STMT_USUAL);

	*service_id = 0;
	*minutes = 0;
	stmt_bind_i64(&st, ":people", people);
	stmt_bind_i64(&st, ":since", since);
	while (stmt_row(&st)) {
		*service_id = stmt_i64(&st, "service_id");
		*minutes = (int)stmt_i64(&st, "minutes");
	}
	return stmt_end(&st);
}

/* Reads the rows of a statement that is bound, and ends it. */
static enum err
read_book(struct stmt *st, void (*read)(struct stmt *, struct appt *), civil_min from,
    civil_min until, struct book *out)
{
	struct book b = {.from = from, .until = until};
	enum err e;

	while (stmt_row(st))
		read(st, list_push(&b.appts));
	e = stmt_end(st);
	if (e == ERR_OK)
		e = store_absences(st->store, from, until, &b.absences);
	if (e == ERR_OK)
		*out = b;
	else
		book_release(&b);
	return e;
}

enum err
store_book(struct store *s, civil_day from, civil_day until, struct book *out)
{
	struct appt_query q = {.from = civil_at(from, 0), .until = civil_at(until, 0)};
	struct stmt st = stmt_begin(s, STMT_APPTS);

	bind_query(&st, STMT_APPTS, &q);
	return read_book(&st, appt_read, q.from, q.until, out);
}

enum err
store_book_taken(struct store *s, civil_day from, civil_day until, struct book *out)
{
	struct stmt st = stmt_begin(s, STMT_APPTS_TAKEN);

	stmt_bind_i64(&st, ":from", civil_at(from, 0));
	stmt_bind_i64(&st, ":until", civil_at(until, 0));
	return read_book(&st, appt_read_taken, civil_at(from, 0), civil_at(until, 0), out);
}

enum err
store_client_appts(struct store *s, int64_t client_id, size_t limit, struct appt_list *out)
{
	struct stmt st = stmt_begin(s, STMT_APPTS_OF_CLIENT_BACK);
	struct appt_list l = {0};
	enum err e;

	stmt_bind_i64(&st, ":client", client_id);
	stmt_bind_i64(&st, ":limit", (int64_t)limit);
	while (stmt_row(&st))
		appt_read(&st, list_push(&l));
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = l;
	else
		appt_list_release(&l);
	return e;
}
