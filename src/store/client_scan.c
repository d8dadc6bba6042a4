/* Reading the index of names and phones by the words typed. */
#include "client_scan.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

static const struct {
	enum client_key_kind kind;
	bool digits;
} kinds[] = {
    {KEY_LAST, false},
    {KEY_FIRST, false},
    {KEY_OTHER, false},
    {KEY_PHONE, true},
    {KEY_PHONE_END, true},
};

static void
bind_prefix(struct stmt *st, enum client_key_kind kind, const char *word, int64_t limit)
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
	stmt_bind_i64(st, ":limit", limit);
	free(backwards);
}

enum err
client_count_keys(struct store *s, const struct client_query_word *w, int64_t limit, size_t *out)
{
	int64_t n = 0;
	enum err e = ERR_OK;

	*out = 0;
	for (size_t i = 0; e == ERR_OK && i < array_size(kinds); i++) {
		struct stmt st;

		if (kinds[i].digits != w->digits)
			continue;
		st = stmt_begin(s, STMT_CLIENT_KEY_COUNT);
		bind_prefix(&st, kinds[i].kind, w->text, limit);
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

static struct stmt
begin_scan(
    struct store *s, enum client_key_kind kind, const char *word, const char *other, int64_t limit)
{
	struct stmt st =
	    stmt_begin(s, other != NULL ? STMT_CLIENT_KEY_SCAN_BOTH : STMT_CLIENT_KEY_SCAN);

	bind_prefix(&st, kind, word, limit);
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

	for (size_t i = 0; e == ERR_OK && i < array_size(kinds); i++) {
		struct stmt st;

		if (kinds[i].digits != w->digits)
			continue;
		st = begin_scan(s, kinds[i].kind, w->text, how->other, how->limit);
		e = take(&st, kinds[i].kind, how->limit, out);
		if (e == ERR_OK && how->near && !w->digits)
			e = scan_near(s, kinds[i].kind, w->text, how->limit, out);
	}
	return e;
}

enum err
client_mark_word(struct store *s, const struct client_query_word *w, size_t others,
    struct candidates *c, const struct places *p)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < array_size(kinds); i++) {
		struct stmt st;

		if (kinds[i].digits != w->digits)
			continue;
		st = begin_scan(s, kinds[i].kind, w->text, NULL, -1);
		while (stmt_row(&st)) {
			size_t place = *place_of(p, c, stmt_i64(&st, "client_id"));
			struct candidate *found = place > 0 ? &c->v[place - 1] : NULL;

			if (found == NULL || found->fits < others)
				continue;
			found->fits = others + 1;
			if (kinds[i].kind < found->kind)
				found->kind = kinds[i].kind;
		}
		e = stmt_end(&st);
	}
	return e;
}
