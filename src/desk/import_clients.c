/* A client list of another product, row by row. */
#include <stdlib.h>
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
	e = store_client_alike(r->desk->store, c, country, str_text(&r->nicknames), &list);
	for (size_t i = 0; i < list.n && e == ERR_OK && *id == 0; i++) {
		const char *why = "";

		switch (client_alike(c, &list.v[i], country, str_text(&r->nicknames), &why)) {
		case ALIKE_NOT:
			break;
		case ALIKE_SURELY:
			if (!births_differ(c, &list.v[i]))
				*id = list.v[i].id;
			break;
		case ALIKE_MAYBE:
			if (alike != NULL && alike->n == 0) {
				str_addf(alike, "looks like #%lld ", (long long)list.v[i].id);
				client_name(alike, list.v[i].first,
				    client_shown_last(list.v[i].first, list.v[i].last,
					list.v[i].preferred, list.v[i].phone),
				    s);
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
	struct import_link l = {0};
	enum err e;

	e = store_import_find(r->desk->store, source, row->external_id, &l);
	*id = l.record_id;
	if (e != ERR_OK || *id != 0)
		return e;
	return surely_known(r, &row->client, id, alike);
}

/* X(member, name): the texts an import may write. */
#define IMPORTED_LIST(X) \
	X(first, "first name") \
	X(last, "last name") \
	X(preferred, "preferred name") \
	X(phone, "phone") \
	X(phone2, "second phone") \
	X(email, "e-mail") \
	X(address, "address") \
	X(occupation, "occupation")

/* A number of what an import may write. */
static int64_t
client_hash(const struct client *c)
{
	struct str s = {0};
	int64_t hash;

#define X(member, name) str_addf(&s, "%s\n", str_or_empty(c->member));
	IMPORTED_LIST(X)
#undef X
	str_addf(&s, "%d", (int)c->birth);
	hash = import_text_hash(str_text(&s));
	str_release(&s);
	return hash;
}

/* Whether a text of theirs is taken; else ours is told to be kept. */
static bool
takes(bool is_empty, bool is_same, bool ours, const char *name, struct str *kept)
{
	if (is_empty || !ours)
		return true;
	if (!is_same)
		str_addf(kept, "%s%s", kept->n > 0 ? ", " : "", name);
	return false;
}

/* What the source says is taken, unless ours stays; what it leaves empty stays. */
static void
overlay(struct client *to, const struct client *from, bool ours, struct str *kept)
{
#define X(member, name) \
	if (str_or_empty(from->member)[0] != '\0' && \
	    takes(str_or_empty(to->member)[0] == '\0', \
		strcmp(str_or_empty(to->member), from->member) == 0, ours, name, kept)) \
		xstrset(&to->member, from->member);
	IMPORTED_LIST(X)
#undef X
	if (from->birth != CIVIL_DAY_NONE &&
	    takes(to->birth == CIVIL_DAY_NONE, to->birth == from->birth, ours, "birth date", kept))
		to->birth = from->birth;
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
		e = store_import_put(store, source, row->external_id,
		    &(struct import_link){*id, row_hash, client_hash(&row->client)});
	return e;
}

/*
 * Brings somebody we have up to date. What stands here and is not as the import last wrote it is
 * the desk's, and stays.
 */
static enum err
update(struct run *r, const struct import_client *row, struct import_link *l, struct decided *out)
{
	struct store *store = r->desk->store;
	int country = settings_number(&r->desk->practice.settings, SETTING_PHONE_COUNTRY);
	struct str kept = {0};
	struct client c;
	int64_t was;
	enum err e;

	client_init(&c);
	e = store_client(store, out->id, &c);
	was = client_hash(&c);
	overlay(&c, &row->client, l->record_hash != was, &kept);
	out->outcome = client_hash(&c) != was ? IMPORT_CHANGED : IMPORT_SAME;
	if (e == ERR_OK && out->outcome == IMPORT_CHANGED)
		e = store_client_save(store, &c, country);
	if (kept.n > 0)
		str_addf(&out->reason, "%s%s%s kept", out->reason.n > 0 ? "; " : "",
		    l->record_id != 0 ? "changed here since: " : "", str_text(&kept));
	else
		l->record_hash = client_hash(&c);
	str_release(&kept);
	client_release(&c);
	return e;
}

/* Each memo once, whatever else of its row changes. */
static enum err
add_memo(struct run *r, int64_t client_id, const char *memo)
{
	char *last = NULL;
	enum err e;

	e = store_intake_last(r->desk->store, client_id, "import", &last);
	if (e == ERR_OK && strcmp(last, memo) != 0) {
		e = store_intake_note(r->desk->store, client_id, "import", memo);
		r->report->memos++;
	}
	free(last);
	return e;
}

static enum err
decide(struct run *r, struct import_client *c, int64_t hash, struct decided *out)
{
	struct store *store = r->desk->store;
	struct import_link l = {0};
	enum err e;

	e = store_import_find(store, "clients", c->external_id, &l);
	if (e == ERR_OK && l.record_id != 0 && l.row_hash == hash) {
		out->outcome = IMPORT_SAME;
		out->id = l.record_id;
		return ERR_OK;
	}
	if (e == ERR_OK)
		e = import_known_client(r, "clients", c, &out->id, &out->reason);
	if (e == ERR_OK && out->id != 0) {
		e = update(r, c, &l, out);
		l.record_id = out->id;
		l.row_hash = hash;
		if (e == ERR_OK)
			e = store_import_put(store, "clients", c->external_id, &l);
	} else if (e == ERR_OK) {
		e = import_save_client(r, "clients", c, hash, &out->id);
		out->outcome = IMPORT_NEW;
	}
	if (e == ERR_OK && c->memo[0] != '\0')
		e = add_memo(r, out->id, c->memo);
	return e;
}

enum err
import_client(struct run *r, const struct csv_row *row, struct decided *out)
{
	int64_t hash = import_row_hash(&r->map, row->v, row->n);
	struct import_link l = {0};
	struct import_client c = {0};
	enum err e = ERR_OK;

	if (import_client_row(&r->map, row->v, row->n, &r->desk->practice, &c) != ERR_OK) {
		str_add(&out->reason, err_message());
	} else if (import_seen(r, c.external_id, row, out)) {
		e = store_import_find(r->desk->store, "clients", c.external_id, &l);
		out->id = l.record_id;
	} else {
		e = decide(r, &c, hash, out);
		if (c.dropped != NULL)
			str_addf(&out->reason, "%s%s", out->reason.n > 0 ? "; " : "", c.dropped);
	}
	import_client_release(&c);
	return e;
}
