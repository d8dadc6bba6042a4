/* A client list of another product, row by row. */
#include <string.h>

#include <frontdesk/mem.h>

#include "import.h"
#include "side.h"

/* Two birth dates that are known and differ: father and son on one phone. */
static bool
births_differ(const struct client *a, const struct client *b)
{
	return a->birth != CIVIL_DAY_NONE && b->birth != CIVIL_DAY_NONE && a->birth != b->birth;
}

/*
 * Somebody of the same name whose phone, e-mail or birth date is the same too; else who it may
 * be.
 */
static enum err
surely_known(struct run *r, const struct client *c, int64_t *id, struct str *alike)
{
	const struct settings *s = &r->desk->practice.settings;
	int country = settings_number(s, SETTING_PHONE_COUNTRY);
	struct client_list list = {0};
	enum err e;

	*id = 0;
	e = store_client_alike(r->desk->store, c, country, &list);
	for (size_t i = 0; i < list.n && e == ERR_OK && *id == 0; i++) {
		const char *why = "";

		switch (client_alike(c, &list.v[i], country, &why)) {
		case ALIKE_NOT:
			break;
		case ALIKE_SURELY:
			if (!births_differ(c, &list.v[i]))
				*id = list.v[i].id;
			break;
		case ALIKE_MAYBE:
			if (alike != NULL && alike->n == 0) {
				str_addf(alike, "looks like #%lld ", (long long)list.v[i].id);
				client_name(alike, list.v[i].first, list.v[i].last, s);
				str_addf(alike, " (%s)", why);
			}
			break;
		}
	}
	client_list_release(&list);
	return e;
}

enum err
import_known_client(struct run *r, const char *source, const struct import_client *row, int64_t *id,
    struct str *alike)
{
	int64_t hash;
	enum err e;

	e = store_import_find(r->desk->store, source, row->external_id, id, &hash);
	if (e != ERR_OK || *id != 0)
		return e;
	return surely_known(r, &row->client, id, alike);
}

/* What the source says is taken, what it leaves empty stays. */
static void
overlay(struct client *to, const struct client *from)
{
#define X(member, help) \
	if (from->member != NULL && from->member[0] != '\0') \
		xstrset(&to->member, from->member);
	CLIENT_TEXT_LIST(X)
#undef X
	if (from->birth != CIVIL_DAY_NONE)
		to->birth = from->birth;
}

static bool
differs(const struct client *a, const struct client *b)
{
#define X(member, help) \
	if (strcmp(str_or_empty(a->member), str_or_empty(b->member)) != 0) \
		return true;
	CLIENT_TEXT_LIST(X)
#undef X
	return a->birth != b->birth;
}

enum err
import_save_client(
    struct run *r, const char *source, struct import_client *row, int64_t row_hash, int64_t *id)
{
	struct store *store = r->desk->store;
	int country = settings_number(&r->desk->practice.settings, SETTING_PHONE_COUNTRY);
	enum err e;

	e = store_client_save(store, &row->client, country);
	*id = row->client.id;
	if (e == ERR_OK)
		e = store_import_put(store, source, row->external_id, *id, row_hash);
	return e;
}

/* Adds to somebody we have; *changed tells whether anything was new. */
static enum err
update(struct run *r, const struct import_client *row, int64_t id, bool *changed)
{
	struct store *store = r->desk->store;
	int country = settings_number(&r->desk->practice.settings, SETTING_PHONE_COUNTRY);
	struct client was, now;
	enum err e;

	client_init(&was);
	client_init(&now);
	e = store_client(store, id, &was);
	if (e == ERR_OK)
		e = store_client(store, id, &now);
	if (e == ERR_OK) {
		overlay(&now, &row->client);
		*changed = differs(&was, &now);
		if (*changed)
			e = store_client_save(store, &now, country);
	}
	client_release(&was);
	client_release(&now);
	return e;
}

static enum err
decide(struct run *r, struct import_client *c, int64_t hash, struct decided *out)
{
	struct store *store = r->desk->store;
	int64_t mapped = 0, old_hash = 0;
	bool changed = false;
	enum err e;

	e = store_import_find(store, "clients", c->external_id, &mapped, &old_hash);
	if (e == ERR_OK && mapped != 0 && old_hash == hash) {
		out->outcome = IMPORT_SAME;
		out->id = mapped;
		return ERR_OK;
	}
	if (e == ERR_OK)
		e = import_known_client(r, "clients", c, &out->id, &out->reason);
	if (e == ERR_OK && out->id != 0) {
		e = update(r, c, out->id, &changed);
		if (e == ERR_OK)
			e = store_import_put(store, "clients", c->external_id, out->id, hash);
		out->outcome = changed ? IMPORT_CHANGED : IMPORT_SAME;
	} else if (e == ERR_OK) {
		e = import_save_client(r, "clients", c, hash, &out->id);
		out->outcome = IMPORT_NEW;
	}
	if (e == ERR_OK && c->memo[0] != '\0') {
		e = store_intake_note(store, out->id, "import", c->memo);
		r->report->memos++;
	}
	return e;
}

enum err
import_client(struct run *r, const struct csv_row *row, struct decided *out)
{
	int64_t hash = import_row_hash(&r->map, row->v, row->n);
	struct import_client c = {0};
	enum err e = ERR_OK;

	if (import_client_row(&r->map, row->v, row->n, &r->desk->practice, &c) != ERR_OK) {
		str_add(&out->reason, err_message());
	} else if (import_seen(r, c.external_id)) {
		out->outcome = IMPORT_SAME;
		str_add(&out->reason, "the same as a row above");
		e = store_import_find(r->desk->store, "clients", c.external_id, &out->id, &hash);
	} else {
		e = decide(r, &c, hash, out);
		if (c.dropped != NULL)
			str_addf(&out->reason, "%s%s", out->reason.n > 0 ? "; " : "", c.dropped);
	}
	import_client_release(&c);
	return e;
}
