/* Clients who might be the same as one about to be saved: few are read, client_alike() judges. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "records.h"

enum {
	SAME_MAX = 50, /* clients read with one same key: a common last name tells little */
	LIKE_MAX = 200, /* with names that begin alike */
	LAST_LETTERS = 3,
	FIRST_LETTERS = 1,
	WHOLE_ADDRESS = 8, /* bytes; a shorter key is a mere name before the @ */
};

void
client_list_release(struct client_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		client_release(&l->v[i]);
	free(l->v);
	*l = (struct client_list){0};
}

static enum err
take_ids(struct stmt *st, struct ids *out)
{
	while (stmt_row(st)) {
		int64_t id = stmt_i64(st, "client_id");

		if (!ids_has(out, id))
			*list_push(out) = id;
	}
	return stmt_end(st);
}

/* The same phone, e-mail or name. */
static enum err
with_key(struct store *s, const struct client_key *k, struct ids *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_KEY_SAME);

	stmt_bind_i64(&st, ":kind", k->kind);
	stmt_bind_text(&st, ":word", k->key);
	stmt_bind_i64(&st, ":limit", SAME_MAX);
	return take_ids(&st, out);
}

/* The same last name and birth date, whatever the first name is. */
static enum err
with_birth(struct store *s, const struct client_key *k, civil_day birth, struct ids *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_KEY_BORN);

	stmt_bind_i64(&st, ":kind", k->kind);
	stmt_bind_text(&st, ":word", k->key);
	record_bind_day(&st, ":birth", birth);
	stmt_bind_i64(&st, ":limit", SAME_MAX);
	return take_ids(&st, out);
}

static void
bind_beginning(struct stmt *st, const char *name, const char *key, size_t letters)
{
	size_t n = 0;
	char *begins;

	while (letters-- > 0 && key[n] != '\0')
		n = text_next(key, n);
	begins = xstrndup(key, n);
	stmt_bind_text(st, name, begins);
	free(begins);
}

/* A last and a first name that begin like these. */
static enum err
with_names(struct store *s, const char *last, const char *first, struct ids *out)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_KEY_LIKE);

	stmt_bind_i64(&st, ":last_kind", KEY_LAST);
	stmt_bind_i64(&st, ":first_kind", KEY_FIRST);
	bind_beginning(&st, ":last", last, LAST_LETTERS);
	bind_beginning(&st, ":first", first, FIRST_LETTERS);
	stmt_bind_i64(&st, ":limit", LIKE_MAX);
	return take_ids(&st, out);
}

/* Slips of the finger, short forms, and names typed the other way round. */
static enum err
with_similar(
    struct store *s, const struct client_key *last, const struct client_keys *keys, struct ids *out)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < keys->n; i++) {
		if (keys->v[i].kind != KEY_FIRST)
			continue;
		e = with_names(s, last->key, keys->v[i].key, out);
		if (e == ERR_OK)
			e = with_names(s, keys->v[i].key, last->key, out);
	}
	return e;
}

static enum err
gather(struct store *s, const struct client *c, const struct client_keys *keys, struct ids *out)
{
	bool has_last = keys->n > 0 && keys->v[0].kind == KEY_LAST;
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < keys->n; i++) {
		const struct client_key *k = &keys->v[i];
		bool address = k->kind == KEY_OTHER && strlen(k->key) >= WHOLE_ADDRESS;

		if (k->kind == KEY_LAST || k->kind == KEY_PHONE || address ||
		    (k->kind == KEY_FIRST && !has_last))
			e = with_key(s, k, out);
		if (e == ERR_OK && k->kind == KEY_LAST)
			e = with_similar(s, k, keys, out);
		if (e == ERR_OK && k->kind == KEY_LAST && c->birth != CIVIL_DAY_NONE)
			e = with_birth(s, k, c->birth, out);
	}
	return e;
}

/* Adds the client of that id when they are alike. */
static enum err
judge(struct store *s, const struct client *c, int64_t id, int country, struct client_list *out)
{
	struct client other;
	const char *why;
	enum err e = store_client(s, id, &other);

	if (e != ERR_OK)
		return e;
	if (client_alike(c, &other, country, &why) != ALIKE_NOT)
		*list_push(out) = other;
	else
		client_release(&other);
	return ERR_OK;
}

enum err
store_client_alike(struct store *s, const struct client *c, int country, struct client_list *out)
{
	struct client_list alike = {0};
	struct client_keys keys = {0};
	struct ids found = {0};
	enum err e;

	client_keys(&keys, c, NULL, country);
	e = gather(s, c, &keys, &found);
	for (size_t i = 0; e == ERR_OK && i < found.n; i++)
		if (found.v[i] != c->id)
			e = judge(s, c, found.v[i], country, &alike);
	ids_release(&found);
	client_keys_release(&keys);
	if (e == ERR_OK)
		*out = alike;
	else
		client_list_release(&alike);
	return e;
}
