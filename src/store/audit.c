/* Who did what: written with every step, read by log and by the other desks. */
#include <assert.h>
#include <sqlite3.h>
#include <string.h>

#include <frontdesk/str.h>

#include "changeset.h"

enum err
audit_write(struct store *s, const char *record, int64_t record_id, const char *action,
    const char *old, const char *new_, int64_t *id)
{
	struct stmt st = stmt_begin(s, STMT_AUDIT_ADD);

	stmt_bind_i64(&st, ":at", s->step.at);
	stmt_bind_text(&st, ":who", s->step.who);
	stmt_bind_text(&st, ":desk", s->step.desk);
	stmt_bind_text(&st, ":action", action);
	stmt_bind_text(&st, ":record", record);
	stmt_bind_i64(&st, ":record_id", record_id);
	stmt_bind_text(&st, ":old", old);
	stmt_bind_text(&st, ":new", new_);
	stmt_bind_text(&st, ":reason", s->step.reason);
	return stmt_one(&st, "id", id);
}

enum err
audit_intake_text(struct change *c, struct str *new_)
{
	struct stmt st = stmt_begin(c->store, STMT_INTAKE_COUNTS);

	stmt_bind_i64(
	    &st, ":id", sqlite3_value_int64(change_new(c, change_column(c->columns, "id"))));
	while (stmt_row(&st)) {
		int64_t items = stmt_i64(&st, "items"), regions = stmt_i64(&st, "regions");

		if (items > 0)
			str_addf(new_, "answers=%lld", (long long)items);
		if (regions > 0)
			str_addf(new_, "%splaces=%lld", new_->n > 0 ? " " : "", (long long)regions);
	}
	return stmt_end(&st);
}

enum err
store_audit_add(struct store *s, const char *record, int64_t record_id, const char *what)
{
	int64_t id;

	assert(s->inside);
	return audit_write(s, record, record_id, what, "", "", &id);
}

enum err
store_audit_last(struct store *s, int64_t *id)
{
	struct stmt st = stmt_begin(s, STMT_AUDIT_LAST);

	return stmt_one(&st, "id", id);
}

/* The narrowest question first: each has an index. */
static enum stmt_id
choose(const struct audit_query *q)
{
	if (q->client_id != 0)
		return q->newest_first ? STMT_AUDIT_OF_CLIENT_BACK : STMT_AUDIT_OF_CLIENT;
	if (q->record != NULL && q->record_id != 0)
		return q->newest_first ? STMT_AUDIT_OF_RECORD_BACK : STMT_AUDIT_OF_RECORD;
	if (q->from != 0 || q->until != 0)
		return STMT_AUDIT_BETWEEN;
	return q->newest_first ? STMT_AUDIT_BACK : STMT_AUDIT_AFTER;
}

static void
bind_query(struct stmt *st, const struct audit_query *q)
{
	const char *only = q->record;

	if (st->id == STMT_AUDIT_OF_CLIENT || st->id == STMT_AUDIT_OF_CLIENT_BACK) {
		stmt_bind_i64(st, ":client_id", q->client_id);
	} else if (st->id == STMT_AUDIT_OF_RECORD || st->id == STMT_AUDIT_OF_RECORD_BACK) {
		stmt_bind_text(st, ":record", q->record);
		stmt_bind_text(
		    st, ":part", strcmp(q->record, "appointment") == 0 ? "visit" : q->record);
		stmt_bind_i64(st, ":record_id", q->record_id);
		only = "";
	}
	stmt_bind_text(st, ":only", only);
	stmt_bind_i64(st, ":after", q->after_id);
	stmt_bind_i64(st, ":before", q->before_id == 0 ? INT64_MAX : q->before_id);
	stmt_bind_i64(st, ":from", q->from);
	stmt_bind_i64(st, ":until", q->until == 0 ? INT64_MAX : q->until);
}

enum err
store_audit(struct store *s, const struct audit_query *q, bool (*fn)(void *, const struct audit *),
    void *arg)
{
	struct stmt st = stmt_begin(s, choose(q));
	bool more = true;

	bind_query(&st, q);
	while (more && stmt_row(&st)) {
		/* The texts are the statement's: good for the call, and not to be written to. */
#define TEXT(column) ((char *)(uintptr_t)stmt_peek(&st, column))
		const struct audit a = {
		    .id = stmt_i64(&st, "id"),
		    .at = stmt_i64(&st, "at"),
		    .who = TEXT("who"),
		    .desk = TEXT("desk"),
		    .action = TEXT("action"),
		    .record = TEXT("record"),
		    .record_id = stmt_i64(&st, "record_id"),
		    .old = TEXT("old"),
		    .new_ = TEXT("new"),
		    .reason = TEXT("reason"),
		};
#undef TEXT
		more = fn(arg, &a);
	}
	return stmt_end(&st);
}
