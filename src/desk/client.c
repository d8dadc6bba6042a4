/* Clients: add, edit, find, archive. */
#include <frontdesk/desk_client.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "side.h"

enum {
	LISTED = 6, /* how many of several matches a sentence lists */
	COMING_READ = 200, /* the latest appointments of a client, with those to come */
	COMING_SAID = 3,
};

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

enum err
desk_client_only(struct desk *d, const char *words, size_t *n, int64_t *id)
{
	struct client_query q = {0};
	enum err e;

	*n = 0;
	*id = 0;
	e = client_query_parse(words, &q);
	if (e == ERR_OK)
		e = store_client_only(d->store, &q, n, id);
	client_query_release(&q);
	return e;
}

static void
shown_name(const struct desk *d, const struct client *c, struct str *out)
{
	client_name(out, c->first, client_shown_last(c->first, c->last, c->preferred, c->phone),
	    &d->practice.settings);
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

/* They, one after the other, and whether there are more. */
static void
add_hits(const struct desk *d, const struct client_hits *hits, struct str *out)
{
	for (size_t i = 0; i < hits->n; i++) {
		str_add(out, i > 0 ? "; " : "");
		add_hit(d, &hits->v[i], out);
	}
	str_add(out, hits->total > hits->n ? "; …" : "");
}

enum err
desk_client_similar(struct desk *d, const char *words, size_t limit, struct client_hits *out)
{
	struct client_query q = {0};
	enum err e;

	e = client_query_parse(words, &q);
	if (e == ERR_OK)
		e = store_client_similar(d->store, &q, desk_now(d), limit, out);
	client_query_release(&q);
	return e;
}

enum err
desk_client_offer(struct desk *d, const char *words, struct str *out)
{
	struct client_hits hits = {0};
	enum err e;

	e = desk_client_similar(d, words, LISTED, &hits);
	if (e == ERR_OK && hits.n > 0) {
		str_add(out, "similar: ");
		add_hits(d, &hits, out);
	}
	client_hits_release(&hits);
	return e;
}

enum err
desk_client_none(struct desk *d, const char *words, struct str *out)
{
	struct str offer = {0};
	enum err e;

	if (strspn(words, "0123456789") == strlen(words)) {
		str_addf(out, "no phone with %s; a client's number is written '#%s'", words, words);
		return ERR_OK;
	}
	e = desk_client_offer(d, words, &offer);
	str_addf(out, "no client \"%s\"%s%s", words, offer.n > 0 ? "; " : "", str_text(&offer));
	str_release(&offer);
	return e;
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
		e = desk_client_none(d, words, &list);
		if (e == ERR_OK)
			e = err_set(ERR_NOT_FOUND, "%s", str_text(&list));
	} else if (e == ERR_OK) {
		add_hits(d, &hits, &list);
		e = err_set(ERR_NOT_FOUND,
		    "\"%s\" could be %zu clients: %s; write more of the name, or #%lld", words,
		    hits.total, str_text(&list), (long long)hits.v[0].id);
	}
	str_release(&list);
	client_hits_release(&hits);
	return e;
}

enum err
desk_client_usual(struct desk *d, int64_t id, struct str *out)
{
	const struct service *service;
	const struct therapist *therapist;
	struct client_usual usual;
	enum err e;

	e = store_client_usual(d->store, id, desk_now(d), &usual);
	if (e != ERR_OK)
		return e;
	service = practice_service(&d->practice, usual.service_id);
	therapist = practice_therapist(&d->practice, usual.therapist_id);
	if (service != NULL)
		service_label(out, service, usual.minutes);
	if (therapist != NULL)
		str_addf(out, "%s%s", service != NULL ? ", " : "", therapist->name);
	return ERR_OK;
}

enum err
desk_client_guardian(struct desk *d, const struct client *c, struct str *out)
{
	struct client guardian;
	enum err e;

	client_tell(c, &d->practice, "guardian", out);
	if (c->guardian_id == 0)
		return ERR_OK;
	if ((e = store_client(d->store, c->guardian_id, &guardian)) != ERR_OK)
		return e;
	str_addc(out, ' ');
	shown_name(d, &guardian, out);
	client_release(&guardian);
	return ERR_OK;
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
check(const struct desk *d, const struct client *c)
{
	char day[CIVIL_DAY_SIZE];

	if (c->birth != CIVIL_DAY_NONE && c->birth > civil_day_of(desk_now(d)))
		return err_set(
		    ERR_USAGE, "birth %s is in the future", civil_iso_day(c->birth, day));
	return client_check(c);
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
	return e == ERR_OK ? check(d, c) : e;
}

enum err
desk_find_alike(struct desk *d, const struct client *c, struct findings *out)
{
	int country = settings_number(&d->practice.settings, SETTING_PHONE_COUNTRY);
	struct client_list list = {0};
	struct str nicknames = {0};
	enum err e;

	client_nicknames(&nicknames, &d->practice.vocabulary);
	e = store_client_alike(d->store, c, country, str_text(&nicknames), &list);
	for (size_t i = 0; i < list.n && e == ERR_OK; i++) {
		const char *why = "";
		const enum client_alike alike =
		    client_alike(c, &list.v[i], country, str_text(&nicknames), &why);
		struct str name = {0};

		if (list.v[i].id != c->id && alike != ALIKE_NOT) {
			shown_name(d, &list.v[i], &name);
			findings_add(out, LEVEL_SOFT,
			    alike == ALIKE_SURELY ? FINDING_SAME_CLIENT : FINDING_LOOKS_LIKE, 0,
			    "looks like #%lld %s (%s)", (long long)list.v[i].id, str_text(&name),
			    why);
		}
		str_release(&name);
	}
	str_release(&nicknames);
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
		client_full_name(&label, c->first,
		    client_shown_last(c->first, c->last, c->preferred, c->phone),
		    &d->practice.settings);
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
		e = findings_verdict(alike, &consent, "");
	if (e == ERR_OK)
		e = save(d, "Added", out);
	return desk_end(d, e, dry_run);
}

/* A step that changes one client: what its verb does to them stands between these two. */
static enum err
begin_change(struct desk *d, int64_t id, const char *did, struct client *c)
{
	struct store_step step = desk_step(d, did);
	enum err e;

	client_init(c);
	e = store_begin(d->store, &step);
	return e == ERR_OK ? store_client(d->store, id, c) : e;
}

static enum err
end_change(struct desk *d, enum err e, const char *did, struct client *c)
{
	if (e == ERR_OK)
		e = save(d, did, c);
	return desk_end(d, e, false);
}

enum err
desk_client_edit(
    struct desk *d, int64_t id, int rev, char *const *fields, size_t n, struct client *out)
{
	enum err e = begin_change(d, id, "Changed client", out);

	if (e == ERR_OK && rev != 0)
		out->rev = rev;
	if (e == ERR_OK)
		e = set_fields(d, fields, n, out, NULL);
	if (e == ERR_OK)
		e = check(d, out);
	return end_change(d, e, "Changed", out);
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
	enum err e = begin_change(d, id, "Archived client", out);

	if (e == ERR_OK)
		e = archive(out, archived);
	return end_change(d, e, archived ? "Archived" : "Took back", out);
}

enum err
desk_client_coming(struct desk *d, int64_t id, struct str *out)
{
	struct appt_list l = {0};
	size_t n = 0;
	enum err e = store_client_appts(d->store, id, COMING_READ, &l);

	for (size_t i = l.n; e == ERR_OK && i > 0; i--) {
		const struct appt *a = &l.v[i - 1];
		char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

		if (a->start <= desk_now(d) || !appt_state_holds(a->state))
			continue;
		if (++n <= COMING_SAID)
			str_addf(out, "%s%s %s", n > 1 ? ", " : "",
			    civil_long_day(civil_day_of(a->start), day),
			    settings_hm(&d->practice.settings, a->start, hm));
	}
	if (n > COMING_SAID)
		str_addf(out, " and %zu more", n - COMING_SAID);
	appt_list_release(&l);
	return e;
}
