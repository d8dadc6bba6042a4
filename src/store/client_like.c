/* Clients who might be the same as one about to be saved: few are read, client_alike() judges. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "records.h"

enum {
	SAME_MAX = 50, /* clients read with one same phone or e-mail */
	BEGINNING = 3, /* letters without a slip in a name that may have two */
	WHOLE_ADDRESS = 8, /* bytes; a shorter key is a mere name before the @ */
};

/* One about to be saved. */
struct newcomer {
	struct store *s;
	const struct client *c;
	struct client_keys keys;
	const char *nicknames;
	struct client_keys firsts; /* of the first and the preferred name alone */
	struct ids found; /* who may be the same */
};

void
client_list_release(struct client_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		client_release(&l->v[i]);
	free(l->v);
	*l = (struct client_list){0};
}

static void
add_id(struct ids *out, int64_t id)
{
	if (!ids_has(out, id))
		*list_push(out) = id;
}

static enum err
take_ids(struct stmt *st, struct ids *out)
{
	while (stmt_row(st))
		add_id(out, stmt_i64(st, "client_id"));
	return stmt_end(st);
}

/* The same phone or e-mail; the same name of one who has but one. */
static enum err
with_key(struct newcomer *n, const struct client_key *k)
{
	struct stmt st = stmt_begin(n->s, STMT_CLIENT_KEY_SAME);

	stmt_bind_i64(&st, ":kind", k->kind);
	stmt_bind_text(&st, ":word", k->key);
	stmt_bind_i64(&st, ":limit", SAME_MAX);
	return take_ids(&st, &n->found);
}

/* One same name and the same birth date. */
static enum err
with_birth(struct newcomer *n, const struct client_key *k)
{
	struct stmt st;

	if (n->c->birth == CIVIL_DAY_NONE)
		return ERR_OK;
	st = stmt_begin(n->s, STMT_CLIENT_KEY_BORN);
	stmt_bind_i64(&st, ":kind", k->kind);
	stmt_bind_text(&st, ":word", k->key);
	record_bind_day(&st, ":birth", n->c->birth);
	return take_ids(&st, &n->found);
}

static bool
has_first(const struct newcomer *n, const char *name)
{
	for (size_t i = 0; i < n->firsts.n; i++)
		if (client_first_alike(n->firsts.v[i].key, name, n->nicknames))
			return true;
	return false;
}

/* A name that begins so, beside one like the first name: the many others of a family are not read.
 */
static enum err
with_name(struct newcomer *n, enum client_key_kind kind, const char *begins)
{
	struct stmt st = stmt_begin(n->s, STMT_CLIENT_KEY_NAMES);

	stmt_bind_i64(&st, ":kind", kind);
	stmt_bind_i64(&st, ":names", KEY_OTHER);
	stmt_bind_text(&st, ":word", begins);
	while (stmt_row(&st))
		if (has_first(n, stmt_peek(&st, "name")))
			add_id(&n->found, stmt_i64(&st, "client_id"));
	return stmt_end(&st);
}

static enum err
with_slips(struct newcomer *n, const char *last)
{
	struct words near = {0};
	enum err e = client_near(n->s, KEY_LAST, last, &near);

	for (size_t i = 0; e == ERR_OK && i < near.n; i++)
		e = with_name(n, KEY_LAST, near.v[i]);
	words_release(&near);
	if (e == ERR_OK && text_letters(last) >= CLIENT_SLIP_TWO) {
		size_t end = 0;
		char *begins;

		for (int i = 0; i < BEGINNING; i++)
			end = text_next(last, end);
		begins = xstrndup(last, end);
		e = with_name(n, KEY_LAST, begins);
		free(begins);
	}
	return e;
}

/* As it is, with slips of the finger, and typed the other way round. */
static enum err
with_last(struct newcomer *n, const struct client_key *k)
{
	enum err e = with_name(n, KEY_LAST, k->key);

	if (e == ERR_OK)
		e = with_slips(n, k->key);
	if (e == ERR_OK)
		e = with_name(n, KEY_FIRST, k->key);
	return e == ERR_OK ? with_birth(n, k) : e;
}

static enum err
gather(struct newcomer *n)
{
	bool has_last = n->keys.n > 0 && n->keys.v[0].kind == KEY_LAST;
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < n->keys.n; i++) {
		const struct client_key *k = &n->keys.v[i];

		switch (k->kind) {
		case KEY_LAST:
			e = with_last(n, k);
			break;
		case KEY_FIRST:
			e = has_last ? with_birth(n, k) : with_key(n, k);
			break;
		case KEY_OTHER:
			if (strlen(k->key) >= WHOLE_ADDRESS)
				e = with_key(n, k);
			break;
		case KEY_PHONE:
			e = with_key(n, k);
			break;
		case KEY_PHONE_END:
			break;
		}
	}
	return e;
}

/* Adds the client of that id when they are alike. */
static enum err
judge(const struct newcomer *n, int64_t id, int country, struct client_list *out)
{
	struct client other;
	const char *why;
	enum err e = store_client(n->s, id, &other);

	if (e != ERR_OK)
		return e;
	if (client_alike(n->c, &other, country, n->nicknames, &why) != ALIKE_NOT)
		*list_push(out) = other;
	else
		client_release(&other);
	return ERR_OK;
}

enum err
store_client_alike(struct store *s, const struct client *c, int country, const char *nicknames,
    struct client_list *out)
{
	const struct client called = {.first = c->first, .preferred = c->preferred};
	struct newcomer n = {.s = s, .c = c, .nicknames = nicknames};
	struct client_list alike = {0};
	bool alone;
	enum err e = store_read_alone(s, &alone);

	if (e != ERR_OK)
		return e;
	client_keys(&n.keys, c, NULL, country);
	client_keys(&n.firsts, &called, NULL, country);
	e = gather(&n);
	for (size_t i = 0; e == ERR_OK && i < n.found.n; i++)
		if (n.found.v[i] != c->id)
			e = judge(&n, n.found.v[i], country, &alike);
	if (alone)
		store_read_end(s);
	ids_release(&n.found);
	client_keys_release(&n.firsts);
	client_keys_release(&n.keys);
	if (e == ERR_OK)
		*out = alike;
	else
		client_list_release(&alike);
	return e;
}
