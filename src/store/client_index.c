/* The search keys of clients: made whenever a name, an e-mail or a phone changes. */
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "records.h"

static enum err
add_keys(struct store *s, int64_t id, const struct client_keys *keys)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < keys->n; i++) {
		struct stmt st = stmt_begin(s, STMT_CLIENT_KEY_ADD);

		stmt_bind_i64(&st, ":kind", keys->v[i].kind);
		stmt_bind_text(&st, ":key", keys->v[i].key);
		stmt_bind_i64(&st, ":id", id);
		e = stmt_run(&st);
	}
	return e;
}

enum err
client_index(struct store *s, const struct client *c, int country)
{
	struct client_keys keys = {0};
	struct words former = {0};
	enum err e = record_run(s, STMT_CLIENT_KEYS_CLEAR, c->id);

	/* A merged client is found as the one they were merged into. */
	if (e != ERR_OK || c->state == CLIENT_MERGED)
		return e;
	if (c->rev > 1)
		e = store_client_former(s, c->id, &former);
	if (e == ERR_OK) {
		client_keys(&keys, c, &former, country);
		e = add_keys(s, c->id, &keys);
	}
	client_keys_release(&keys);
	words_release(&former);
	return e;
}

static enum err
phone_country(struct store *s, int *out)
{
	struct stmt st = stmt_begin(s, STMT_SETTING);
	struct settings settings = {0};
	enum err e;

	stmt_bind_text(&st, ":key", setting_rows[SETTING_PHONE_COUNTRY].key);
	while (stmt_row(&st))
		xstrset(&settings.value[SETTING_PHONE_COUNTRY], stmt_peek(&st, "value"));
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = settings_number(&settings, SETTING_PHONE_COUNTRY);
	settings_release(&settings);
	return e;
}

static enum err
reindex(struct store *s, int64_t client_id, int country)
{
	struct client c = {0};
	enum err e = store_client(s, client_id, &c);

	if (e == ERR_NOT_FOUND)
		return record_run(s, STMT_CLIENT_KEYS_CLEAR, client_id);
	if (e == ERR_OK)
		e = client_index(s, &c, country);
	client_release(&c);
	return e;
}

enum err
store_client_reindex(struct store *s, int64_t client_id)
{
	int country = 0;
	enum err e = phone_country(s, &country);

	return e == ERR_OK ? reindex(s, client_id, country) : e;
}

enum err
store_clients_reindex(struct store *s)
{
	struct stmt st = stmt_begin(s, STMT_CLIENT_IDS);
	struct ids all = {0};
	int country = 0;
	enum err e;

	while (stmt_row(&st))
		*list_push(&all) = stmt_i64(&st, "id");
	e = stmt_end(&st);
	if (e == ERR_OK)
		e = phone_country(s, &country);
	for (size_t i = 0; e == ERR_OK && i < all.n; i++)
		e = reindex(s, all.v[i], country);
	ids_release(&all);
	return e;
}
