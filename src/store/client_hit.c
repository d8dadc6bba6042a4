/* One line of a client list. */
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "records.h"

civil_min
record_year_ago(civil_min now)
{
	return civil_at(civil_add_months(civil_day_of(now), -12), civil_minute_of(now));
}

void
client_hit_release(struct client_hit *h)
{
	free(h->first);
	free(h->last);
	free(h->preferred);
	free(h->phone);
	*h = (struct client_hit){0};
}

void
client_hits_release(struct client_hits *h)
{
	for (size_t i = 0; i < h->n; i++)
		client_hit_release(&h->v[i]);
	free(h->v);
	*h = (struct client_hits){0};
}

static void
read_hit(struct stmt *st, struct client_hit *h)
{
	h->id = stmt_i64(st, "id");
	h->first = stmt_text(st, "first");
	h->last = xstrdup(client_shown_last(
	    h->first, stmt_peek(st, "last"), stmt_peek(st, "preferred"), stmt_peek(st, "phone")));
	h->preferred = stmt_text(st, "preferred");
	h->phone = stmt_text(st, "phone");
	h->birth = record_day(st, "birth_day");
	h->state = client_read_state(st);
	h->last_visit = record_min(st, "last_visit");
	h->next_visit = record_min(st, "next_visit");
	h->visits = (int)stmt_i64(st, "visits");
	h->no_shows = (int)stmt_i64(st, "no_shows");
}

static struct stmt
begin_usual(struct store *s, enum stmt_id statement, int64_t id, civil_min now)
{
	struct stmt st = stmt_begin(s, statement);

	stmt_bind_i64(&st, ":id", id);
	stmt_bind_i64(&st, ":now", now);
	return st;
}

enum err
store_client_usual(struct store *s, int64_t id, civil_min now, struct client_usual *out)
{
	struct stmt st = begin_usual(s, STMT_CLIENT_USUAL_SERVICE, id, now);
	enum err e;

	*out = (struct client_usual){0};
	while (stmt_row(&st)) {
		out->service_id = stmt_i64(&st, "service_id");
		out->minutes = (int)stmt_i64(&st, "minutes");
	}
	e = stmt_end(&st);
	if (e != ERR_OK)
		return e;
	st = begin_usual(s, STMT_CLIENT_USUAL_THERAPIST, id, now);
	while (stmt_row(&st))
		out->therapist_id = stmt_i64(&st, "therapist_id");
	return stmt_end(&st);
}

enum err
store_client_hit(struct store *s, int64_t id, civil_min now, struct client_hit *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_HIT);
	struct client_hit h = {0};
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	stmt_bind_i64(&st, ":now", now);
	stmt_bind_i64(&st, ":year_ago", record_year_ago(now));
	while (stmt_row(&st))
		read_hit(&st, &h);
	e = record_end(&st, h.id != 0, "client", id);
	if (e == ERR_OK)
		*out = h;
	else
		client_hit_release(&h);
	return e;
}
