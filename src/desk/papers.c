/* Clearances and consents: what is on file. */
#include <frontdesk/desk_health.h>

#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

enum err
desk_clearances(struct desk *d, int64_t client_id, struct clearance_list *out)
{
	enum err e = health_opened(d, client_id);

	return e == ERR_OK ? store_clearances(d->store, client_id, out) : e;
}

static enum err
clearance_inside(struct desk *d, struct clearance *c)
{
	enum err e = desk_reload(d);

	if (e == ERR_OK && flag_rule(&d->practice.flag_rules, c->flag) == NULL)
		e = err_set(ERR_NOT_FOUND, "there is no flag \"%s\"", c->flag);
	if (e == ERR_OK && c->until != CIVIL_DAY_NONE && c->until < c->day)
		e = err_set(ERR_USAGE, "a clearance ends after it began");
	if (e == ERR_OK)
		e = store_clearance_save(d->store, c);
	return e == ERR_OK ? health_relabel(d, "Clearance for", c->client_id) : e;
}

enum err
desk_clearance_add(struct desk *d, struct clearance *c)
{
	struct store_step step = desk_step(d, "Clearance");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, clearance_inside(d, c), false) : e;
}

static enum err
end_clearance(struct desk *d, int64_t client_id, int64_t id)
{
	struct clearance_list l = {0};
	enum err e = store_clearances(d->store, client_id, &l);
	bool found = false;

	for (size_t i = 0; i < l.n && e == ERR_OK; i++)
		if (l.v[i].id == id && !l.v[i].ended) {
			l.v[i].ended = found = true;
			e = store_clearance_save(d->store, &l.v[i]);
		}
	clearance_list_release(&l);
	if (e == ERR_OK && !found)
		e = err_set(ERR_NOT_FOUND, "this client has no clearance #%lld", (long long)id);
	return e == ERR_OK ? health_relabel(d, "Ended a clearance for", client_id) : e;
}

enum err
desk_clearance_end(struct desk *d, int64_t client_id, int64_t id)
{
	struct store_step step = desk_step(d, "Ended a clearance");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, end_clearance(d, client_id, id), false) : e;
}

enum err
desk_consents(struct desk *d, int64_t client_id, struct consent_list *out)
{
	return store_consents(d->store, client_id, out);
}

enum err
desk_consent_add(struct desk *d, struct consent_given *c)
{
	struct store_step step = desk_step(d, "Consent");
	enum err e = store_begin(d->store, &step);

	if (e != ERR_OK)
		return e;
	e = store_consent_save(d->store, c);
	if (e == ERR_OK)
		e = health_relabel(d, "Consent of", c->client_id);
	return desk_end(d, e, false);
}

/* Every consent of the kind that still holds. */
static enum err
end_consents(struct desk *d, int64_t client_id, enum consent_kind kind)
{
	const civil_day today = civil_day_of(desk_now(d));
	struct consent_list l = {0};
	enum err e = store_consents(d->store, client_id, &l);
	bool found = false;

	for (size_t i = 0; i < l.n && e == ERR_OK; i++)
		if (l.v[i].kind == kind && l.v[i].ended == CIVIL_DAY_NONE) {
			found = true;
			l.v[i].ended = today;
			e = store_consent_save(d->store, &l.v[i]);
		}
	consent_list_release(&l);
	if (e == ERR_OK && !found)
		e = err_set(ERR_NOT_FOUND, "there is no consent to %s to be withdrawn",
		    consent_kind_says(kind));
	return e == ERR_OK ? health_relabel(d, "Withdrew a consent of", client_id) : e;
}

enum err
desk_consent_end(struct desk *d, int64_t client_id, enum consent_kind kind)
{
	struct store_step step = desk_step(d, "Withdrew a consent");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, end_consents(d, client_id, kind), false) : e;
}
