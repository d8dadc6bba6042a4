/* Clients: add, edit, find, archive. */
#include <frontdesk/desk_client.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "side.h"

enum { LISTED = 6 }; /* how many of several matches a sentence lists */

enum err
desk_client_find(struct desk *d, const char *words, size_t limit, struct client_hits *out)
{
	struct client_query q = {0};
	enum err e;

	e = client_query_parse(words, &q);
	if (e == ERR_OK)
		e = store_client_find(d->store, &q, desk_now(d), limit, out);
	client_query_release(&q);
	return e;
}

/* "#12 Smith, Ada b.1979 ..42" */
static void
add_hit(const struct desk *d, const struct client_hit *h, struct str *out)
{
	size_t n = strlen(h->phone);

	str_addf(out, "#%lld ", (long long)h->id);
	client_name(out, h->first, h->last, &d->practice.settings);
	if (h->birth != CIVIL_DAY_NONE)
		str_addf(out, " b.%d", civil_year(h->birth));
	if (n >= 2)
		str_addf(out, " ..%s", h->phone + n - 2);
}

enum err
desk_client_one(struct desk *d, const char *words, int64_t *id)
{
	struct client_hits hits = {0};
	struct str list = {0};
	enum err e;

	e = desk_client_find(d, words, LISTED, &hits);
	if (e == ERR_OK && hits.total == 1) {
		*id = hits.v[0].id;
	} else if (e == ERR_OK && hits.total == 0) {
		e = strspn(words, "0123456789") == strlen(words)
		    ? err_set(ERR_NOT_FOUND, "no phone with %s; a client's number is written '#%s'",
			  words, words)
		    : err_set(ERR_NOT_FOUND, "no client \"%s\"", words);
	} else if (e == ERR_OK) {
		for (size_t i = 0; i < hits.n; i++) {
			str_add(&list, i > 0 ? "; " : "");
			add_hit(d, &hits.v[i], &list);
		}
		e = err_set(ERR_NOT_FOUND,
		    "\"%s\" could be %zu clients: %s%s; write more of the name, or #%lld", words,
		    hits.total, str_text(&list), hits.total > hits.n ? "; …" : "",
		    (long long)hits.v[0].id);
	}
	str_release(&list);
	client_hits_release(&hits);
	return e;
}

static enum err
set_fields(const struct desk *d, char *const *fields, size_t n, struct client *c, struct str *name)
{
	enum err e = ERR_OK;

	for (size_t i = 0; i < n && e == ERR_OK; i++) {
		const char *eq = strchr(fields[i], '=');
		char *field;

		if (eq == NULL && name != NULL) {
			str_addf(name, "%s%s", name->n > 0 ? " " : "", fields[i]);
			continue;
		}
		if (eq == NULL)
			return err_set(ERR_USAGE, "\"%s\" is no FIELD=VALUE", fields[i]);
		field = xstrndup(fields[i], (size_t)(eq - fields[i]));
		e = client_set(c, &d->practice, field, eq + 1);
		free(field);
	}
	return e;
}

static enum err
fill(const struct desk *d, char *const *fields, size_t n, struct client *c)
{
	struct str name = {0};
	enum err e;

	e = set_fields(d, fields, n, c, &name);
	if (e == ERR_OK && name.n > 0) {
		struct str first = {0}, last = {0};

		client_split_name(str_text(&name), &first, &last);
		e = client_set(c, &d->practice, "first", str_text(&first));
		if (e == ERR_OK)
			e = client_set(c, &d->practice, "last", str_text(&last));
		str_release(&first);
		str_release(&last);
	}
	str_release(&name);
	return e == ERR_OK ? client_check(c) : e;
}

enum err
desk_find_alike(struct desk *d, const struct client *c, struct findings *out)
{
	int country = settings_number(&d->practice.settings, SETTING_PHONE_COUNTRY);
	struct client_list list = {0};
	enum err e;

	e = store_client_alike(d->store, c, country, &list);
	for (size_t i = 0; i < list.n && e == ERR_OK; i++) {
		const char *why = "";
		struct str name = {0};

		if (list.v[i].id != c->id &&
		    client_alike(c, &list.v[i], country, &why) != ALIKE_NOT) {
			client_name(&name, list.v[i].first, list.v[i].last, &d->practice.settings);
			findings_add(out, LEVEL_SOFT, FINDING_LOOKS_LIKE, 0,
			    "looks like #%lld %s (%s)", (long long)list.v[i].id, str_text(&name),
			    why);
		}
		str_release(&name);
	}
	client_list_release(&list);
	return e;
}

static enum err
save(struct desk *d, const char *verb, struct client *c)
{
	struct str label = {0};
	enum err e;

	e = store_client_save(
	    d->store, c, settings_number(&d->practice.settings, SETTING_PHONE_COUNTRY));
	if (e == ERR_OK) {
		str_addf(&label, "%s client #%lld ", verb, (long long)c->id);
		if (str_or_empty(c->first)[0] != '\0' || str_or_empty(c->last)[0] != '\0')
			client_full_name(&label, c->first, c->last, &d->practice.settings);
		else
			str_add(&label, str_or_empty(c->phone));
		store_relabel(d->store, str_text(&label), NULL);
	}
	str_release(&label);
	return e;
}

enum err
desk_client_add(struct desk *d, char *const *fields, size_t n, const char *yes, bool dry_run,
    struct client *out, struct findings *alike)
{
	struct store_step step = desk_step(d, "Added client");
	const struct consent consent = {.yes = yes};
	enum err e;

	client_init(out);
	e = fill(d, fields, n, out);
	if (e == ERR_OK)
		e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = desk_find_alike(d, out, alike);
	if (e == ERR_OK)
		e = findings_verdict(alike, &consent, VERDICT_ON_NAMED);
	if (e == ERR_OK)
		e = save(d, "Added", out);
	return desk_end(d, e, dry_run);
}

enum err
desk_client_edit(struct desk *d, int64_t id, char *const *fields, size_t n, struct client *out)
{
	struct store_step step = desk_step(d, "Changed client");
	enum err e;

	client_init(out);
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = store_client(d->store, id, out);
	if (e == ERR_OK)
		e = set_fields(d, fields, n, out, NULL);
	if (e == ERR_OK)
		e = client_check(out);
	if (e == ERR_OK)
		e = save(d, "Changed", out);
	return desk_end(d, e, false);
}

/* Only between these two: barred, deceased and merged ones stay what they are. */
static enum err
archive(struct client *c, bool archived)
{
	enum client_state from = archived ? CLIENT_ACTIVE : CLIENT_ARCHIVED;

	if (c->state != from)
		return err_set(ERR_REFUSED, "client #%lld is %s, not %s", (long long)c->id,
		    client_state_word(c->state), client_state_word(from));
	c->state = archived ? CLIENT_ARCHIVED : CLIENT_ACTIVE;
	return ERR_OK;
}

enum err
desk_client_archive(struct desk *d, int64_t id, bool archived, struct client *out)
{
	struct store_step step = desk_step(d, "Archived client");
	enum err e;

	client_init(out);
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = store_client(d->store, id, out);
	if (e == ERR_OK)
		e = archive(out, archived);
	if (e == ERR_OK)
		e = save(d, archived ? "Archived" : "Took back", out);
	return desk_end(d, e, false);
}
