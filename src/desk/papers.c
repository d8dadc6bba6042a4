/* Clearances and consents: what is on file. */
#include <frontdesk/desk_health.h>

#include <frontdesk/mem.h>

#include "fields.h"
#include "health.h"
#include "side.h"

enum err
desk_clearances(struct desk *d, int64_t client_id, struct clearance_list *out)
{
	enum err e = health_opened(d, client_id);

	return e == ERR_OK ? store_clearances(d->store, client_id, out) : e;
}

/* --- The fields of a clearance ---------------------------------------------------------------- */

static enum err
set_day(const struct desk *d, const char *value, civil_day *out)
{
	const struct when_habits habits = desk_habits(d);
	struct when when;
	enum err e = when_parse(value, &habits, &when, NULL);

	if (e == ERR_OK && when.day == CIVIL_DAY_NONE)
		e = err_set(ERR_USAGE, "\"%s\" is no day", value);
	if (e == ERR_OK)
		*out = when.day;
	return e;
}

static enum err
clearance_set_flag(struct desk *d, void *record, const char *value)
{
	struct clearance *c = record;
	const struct flag_rule *rule;
	enum err e = flag_rule_find(&d->practice.flag_rules, value, &rule);

	if (e == ERR_OK)
		xstrset(&c->flag, rule->code);
	return e;
}

static enum err
clearance_set_by(struct desk *d, void *record, const char *value)
{
	(void)d;
	xstrset(&((struct clearance *)record)->given_by, value);
	return ERR_OK;
}

static enum err
clearance_set_on(struct desk *d, void *record, const char *value)
{
	return set_day(d, value, &((struct clearance *)record)->day);
}

static enum err
clearance_set_until(struct desk *d, void *record, const char *value)
{
	return set_day(d, value, &((struct clearance *)record)->until);
}

static enum err
clearance_set_note(struct desk *d, void *record, const char *value)
{
	(void)d;
	xstrset(&((struct clearance *)record)->note, value);
	return ERR_OK;
}

static const struct field clearance_fields[] = {
#define X(name, label, help) {#name, clearance_set_##name, NULL},
    CLEARANCE_FIELD_LIST(X)
#undef X
};

static enum err
check_clearance(const struct clearance *c)
{
	if (c->flag[0] == '\0')
		return err_set(ERR_USAGE, "a clearance is for a flag: flag=surgery");
	if (c->given_by[0] == '\0')
		return err_set(ERR_USAGE, "a clearance is given by somebody: by=\"Dr. Lee\"");
	if (c->until != CIVIL_DAY_NONE && c->until < c->day)
		return err_set(ERR_USAGE, "a clearance does not end before it began");
	return ERR_OK;
}

/* What is dated in the time to come was not signed yet; of a STOP no paper lifts anything. */
static enum err
check_signed(struct desk *d, const char *what, civil_day day)
{
	char buf[CIVIL_LONG_SIZE];

	if (day <= civil_day_of(desk_now(d)))
		return ERR_OK;
	return err_set(ERR_USAGE, "%s is not dated in the time to come; on=%s is", what,
	    civil_long_day(day, buf));
}

static enum err
check_lifts(struct desk *d, const struct clearance *c)
{
	const struct flag_rule *r = flag_rule(&d->practice.flag_rules, c->flag);

	if (r == NULL || r->level != FLAG_STOP)
		return ERR_OK;
	return err_set(ERR_REFUSED,
	    "%s is a STOP: no clearance lifts it, the therapist speaks with the client", c->flag);
}

static enum err
clearance_inside(struct desk *d, int64_t client_id, char *const *words, size_t n)
{
	struct clearance c = {.client_id = client_id,
	    .flag = xstrdup(""),
	    .given_by = xstrdup(""),
	    .note = xstrdup(""),
	    .day = civil_day_of(desk_now(d)),
	    .until = CIVIL_DAY_NONE};
	enum err e = desk_reload(d);

	if (e == ERR_OK)
		e = fields_set(d, clearance_fields, array_size(clearance_fields), &c, words, n);
	if (e == ERR_OK)
		e = check_clearance(&c);
	if (e == ERR_OK)
		e = check_signed(d, "a clearance", c.day);
	if (e == ERR_OK)
		e = check_lifts(d, &c);
	if (e == ERR_OK)
		e = store_clearance_save(d->store, &c);
	if (e == ERR_OK)
		e = health_relabel(d, "Clearance for", client_id);
	clearance_release(&c);
	return e;
}

enum err
desk_clearance_add(struct desk *d, int64_t client_id, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Clearance");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, clearance_inside(d, client_id, words, n), false) : e;
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

static enum err
consent_set_kind(struct desk *d, void *record, const char *value)
{
	(void)d;
	return consent_kind_find(value, &((struct consent_given *)record)->kind);
}

static enum err
consent_set_version(struct desk *d, void *record, const char *value)
{
	(void)d;
	xstrset(&((struct consent_given *)record)->version, value);
	return ERR_OK;
}

static enum err
consent_set_by(struct desk *d, void *record, const char *value)
{
	(void)d;
	xstrset(&((struct consent_given *)record)->given_by, value);
	return ERR_OK;
}

static enum err
consent_set_on(struct desk *d, void *record, const char *value)
{
	return set_day(d, value, &((struct consent_given *)record)->day);
}

static const struct field consent_fields[] = {
#define X(name, label, help) {#name, consent_set_##name, NULL},
    CONSENT_FIELD_LIST(X)
#undef X
};

/* Who is under age does not sign for themselves. */
static enum err
check_consent(const struct consent_given *c)
{
	if (c->kind == CONSENT_KIND_COUNT)
		return err_set(ERR_USAGE, "a consent is to something: kind=treatment");
	if (c->kind == CONSENT_MINOR && c->given_by[0] == '\0')
		return err_set(ERR_USAGE, "the guardian gives it: by=\"Anna Lee\"");
	return ERR_OK;
}

static enum err
consent_inside(struct desk *d, int64_t client_id, char *const *words, size_t n)
{
	struct consent_given c = {.client_id = client_id,
	    .kind = CONSENT_KIND_COUNT,
	    .version = xstrdup(""),
	    .given_by = xstrdup(""),
	    .day = civil_day_of(desk_now(d)),
	    .ended = CIVIL_DAY_NONE};
	enum err e = fields_set(d, consent_fields, array_size(consent_fields), &c, words, n);

	if (e == ERR_OK)
		e = check_consent(&c);
	if (e == ERR_OK)
		e = check_signed(d, "a consent", c.day);
	if (e == ERR_OK)
		e = store_consent_save(d->store, &c);
	if (e == ERR_OK)
		e = health_relabel(d, "Consent of", client_id);
	consent_given_release(&c);
	return e;
}

enum err
desk_consent_add(struct desk *d, int64_t client_id, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Consent");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, consent_inside(d, client_id, words, n), false) : e;
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
