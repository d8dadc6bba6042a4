/* Reading the index of names and phones by the words typed. */
#include "client_scan.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

const struct client_scan_kind client_scan_kinds[CLIENT_SCAN_KINDS] = {
    {KEY_LAST, false},
    {KEY_FIRST, false},
    {KEY_OTHER, false},
    {KEY_PHONE, true},
    {KEY_PHONE_END, true},
};

void
client_scan_bind(struct stmt *st, enum client_key_kind kind, const char *word)
{
	char *backwards = NULL;
	size_t n = strlen(word);

	if (kind == KEY_PHONE_END) {
		backwards = xstrdup(word);
		for (size_t i = 0; i < n; i++)
			backwards[i] = word[n - 1 - i];
	}
	stmt_bind_i64(st, ":kind", kind);
	stmt_bind_text(st, ":word", backwards != NULL ? backwards : word);
	free(backwards);
}

enum err
client_count_keys(struct store *s, const struct client_query_word *w, int64_t limit, size_t *out)
{
	int64_t n = 0;
	enum err e = ERR_OK;

	*out = 0;
	for (size_t i = 0; e == ERR_OK && i < CLIENT_SCAN_KINDS; i++) {
		struct stmt st;

		if (client_scan_kinds[i].digits != w->digits)
			continue;
		st = stmt_begin(s, STMT_CLIENT_KEY_COUNT);
		client_scan_bind(&st, client_scan_kinds[i].kind, w->text);
		stmt_bind_i64(&st, ":limit", limit);
		e = stmt_one(&st, "n", &n);
		*out += (size_t)n;
	}
	return e;
}

/* Ends the statement; `limit` as it was bound. */
static enum err
take(struct stmt *st, enum client_key_kind kind, int64_t limit, struct candidates *out)
{
	size_t before = out->n;

	while (stmt_row(st)) {
		struct candidate *c = list_push(out);

		c->id = stmt_i64(st, "client_id");
		c->kind = kind;
		c->order = out->n;
	}
	out->cut |= limit > 0 && out->n - before >= (size_t)limit;
	return stmt_end(st);
}

static enum err
scan_near(struct store *s, enum client_key_kind kind, const char *word, int64_t limit,
    struct candidates *out)
{
	struct words names = {0};
	enum err e = client_near(s, kind, word, &names);

	for (size_t i = 0; e == ERR_OK && i < names.n; i++) {
		struct stmt st = stmt_begin(s, STMT_CLIENT_KEY_SAME);

		stmt_bind_i64(&st, ":kind", kind);
		stmt_bind_text(&st, ":word", names.v[i]);
		stmt_bind_i64(&st, ":limit", limit);
		e = take(&st, kind, limit, out);
	}
	words_release(&names);
	return e;
}

static size_t *
place_of(const struct places *p, const struct candidates *c, int64_t id)
{
	size_t i = (size_t)((uint64_t)id * 0x9E3779B97F4A7C15u >> 32) & (p->size - 1);

	while (p->v[i] != 0 && c->v[p->v[i] - 1].id != id)
		i = (i + 1) & (p->size - 1);
	return &p->v[i];
}

void
candidates_drop_twins(struct candidates *c, struct places *p)
{
	size_t kept = 0;

	for (p->size = 1; p->size < 2 * c->n + 1; p->size *= 2)
		;
	p->v = xcalloc(p->size, sizeof(*p->v));
	for (size_t i = 0; i < c->n; i++) {
		size_t *place = place_of(p, c, c->v[i].id);

		if (*place == 0) {
			c->v[kept] = c->v[i];
			*place = ++kept;
		}
	}
	c->n = kept;
}

struct candidate *
candidates_find(struct candidates *c, const struct places *p, int64_t id)
{
	const size_t place = *place_of(p, c, id);

	return place > 0 ? &c->v[place - 1] : NULL;
}

static struct stmt
begin_scan(
    struct store *s, enum client_key_kind kind, const char *word, const char *other, int64_t limit)
{
	struct stmt st =
	    stmt_begin(s, other != NULL ? STMT_CLIENT_KEY_SCAN_BOTH : STMT_CLIENT_KEY_SCAN);

	client_scan_bind(&st, kind, word);
	stmt_bind_i64(&st, ":limit", limit);
	if (other != NULL) {
		stmt_bind_i64(&st, ":names", KEY_OTHER);
		stmt_bind_text(&st, ":other", other);
	}
	return st;
}

enum err
client_scan_word(struct store *s, const struct client_query_word *w, const struct client_scan *how,
    struct candidates *out)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < CLIENT_SCAN_KINDS; i++) {
		struct stmt st;

		if (client_scan_kinds[i].digits != w->digits)
			continue;
		st = begin_scan(s, client_scan_kinds[i].kind, w->text, how->other, how->limit);
		e = take(&st, client_scan_kinds[i].kind, how->limit, out);
		if (e == ERR_OK && how->near && !w->digits)
			e = scan_near(s, client_scan_kinds[i].kind, w->text, how->limit, out);
	}
	return e;
}
