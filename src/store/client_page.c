/* All clients by name, a stretch at a time. */
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "records.h"

/* Binds where the stretch begins: behind (or before) a client, or at the end of the list. */
static enum err
bind_place(struct stmt *st, struct store *s, const struct client_page *p)
{
	const char *end = p->back ? "\U0010FFFF" : ""; /* no name comes behind that one */
	struct client c = {0};
	enum err e = ERR_OK;

	if (p->beside != 0)
		e = store_client(s, p->beside, &c);
	if (e == ERR_OK) {
		stmt_bind_text(st, ":last", c.id == 0 ? end : c.last);
		stmt_bind_text(st, ":first", c.first);
		stmt_bind_i64(st, ":id", c.id);
	}
	client_release(&c);
	return e;
}

static enum err
read_hits(struct store *s, const struct ids *ids, civil_min now, struct client_hits *out)
{
	struct client_hits hits = {.total = ids->n};
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < ids->n; i++) {
		struct client_hit hit;

		e = store_client_hit(s, ids->v[i], now, &hit);
		if (e == ERR_OK)
			*list_push(&hits) = hit;
	}
	if (e == ERR_OK)
		*out = hits;
	else
		client_hits_release(&hits);
	return e;
}

enum err
store_client_page(
    struct store *s, const struct client_page *p, civil_min now, struct client_hits *out)
{
	struct stmt st = stmt_begin(s, p->back ? STMT_CLIENT_PAGE_BACK : STMT_CLIENT_PAGE);
	struct ids ids = {0};
	enum err e, placed = bind_place(&st, s, p);

	stmt_bind_i64(&st, ":all", p->all);
	stmt_bind_i64(&st, ":limit", (int64_t)p->limit);
	while (placed == ERR_OK && stmt_row(&st))
		*list_push(&ids) = stmt_i64(&st, "id");
	e = stmt_end(&st);
	if (placed != ERR_OK)
		e = placed;
	if (e == ERR_OK)
		e = read_hits(s, &ids, now, out);
	ids_release(&ids);
	return e;
}
