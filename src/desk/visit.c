/* What happened in a session, as the therapist writes it. */
#include <frontdesk/desk_health.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

/* What is not for the eyes of the desk is as if it were not written. */
static void
hide_private(const struct desk *d, struct visit *v)
{
	if (desk_sees_private(d))
		return;
	for (size_t i = 0; i < array_size(v->soap); i++)
		xstrset(&v->soap[i], "");
	xstrset(&v->note, "");
	for (size_t i = 0; i < v->addenda.n; i++)
		xstrset(&v->addenda.v[i].text, "");
}

static enum err
client_of(struct desk *d, int64_t appt_id, struct appt *a)
{
	enum err e = store_appt(d->store, appt_id, a);

	return e == ERR_OK ? health_opened(d, a->client_id) : e;
}

enum err
desk_visit(struct desk *d, int64_t appt_id, struct visit *out)
{
	struct appt a = {0};
	enum err e = client_of(d, appt_id, &a);

	*out = (struct visit){0};
	if (e == ERR_OK)
		e = store_visit(d->store, appt_id, out);
	if (e == ERR_OK) {
		out->appt_id = appt_id;
		hide_private(d, out);
	}
	appt_release(&a);
	return e;
}

static enum err
relabel(struct desk *d, const char *verb, int64_t appt_id)
{
	struct appt a = {0};
	enum err e = store_appt(d->store, appt_id, &a);

	if (e == ERR_OK)
		e = health_relabel(d, verb, a.client_id);
	appt_release(&a);
	return e;
}

/* "pain=6/2" on the visit. */
static enum err
set_word(struct desk *d, struct visit *v, const char *word)
{
	const char *is = strchr(word, '=');
	enum visit_field field;
	char *name;
	enum err e;

	if (is == NULL)
		return err_set(ERR_USAGE, "\"%s\" is no FIELD=VALUE", word);
	name = xstrndup(word, (size_t)(is - word));
	e = visit_field_find(name, &field);
	free(name);
	if (e == ERR_OK && visit_field_is_private(field))
		e = desk_may_see_private(d);
	return e == ERR_OK ? visit_set(v, &d->practice.vocabulary, field, is + 1) : e;
}

/* Not in the plan, or to come and nobody here: who has arrived may say how the pain is. */
static enum err
has_begun(struct desk *d, int64_t appt_id)
{
	struct appt a = {0};
	enum err e = store_appt(d->store, appt_id, &a);

	if (e == ERR_OK && !appt_state_holds(a.state))
		e = err_set(ERR_REFUSED, "this appointment is %s: there was no session",
		    appt_state_title(a.state));
	else if (e == ERR_OK && a.state < APPT_ARRIVED && a.start > desk_now(d))
		e = err_set(ERR_REFUSED, "this session has not begun");
	appt_release(&a);
	return e;
}

static enum err
words_inside(struct desk *d, int64_t appt_id, int rev, char *const *words, size_t n)
{
	struct visit v = {0};
	enum err e = has_begun(d, appt_id);

	if (e == ERR_OK)
		e = store_visit(d->store, appt_id, &v);
	if (e == ERR_OK && rev != VISIT_NEWEST && rev != v.rev)
		e = err_set(
		    ERR_BUSY, "somebody noted something of this session meanwhile; look again");
	v.appt_id = appt_id;
	for (size_t i = 0; i < n && e == ERR_OK; i++)
		e = set_word(d, &v, words[i]);
	if (e == ERR_OK)
		e = store_visit_save(d->store, &v);
	visit_release(&v);
	return e == ERR_OK ? relabel(d, "Noted the session of", appt_id) : e;
}

enum err
desk_visit_words(struct desk *d, int64_t appt_id, int rev, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Session");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, words_inside(d, appt_id, rev, words, n), false) : e;
}

static int
hardest(const struct visit *v)
{
	int most = v->pressure;

	for (size_t i = 0; i < v->regions.n; i++)
		if (v->regions.v[i].pressure > most)
			most = v->regions.v[i].pressure;
	return most;
}

enum err
desk_visit_caution(struct desk *d, int64_t appt_id, struct str *out)
{
	struct client_facts facts = {0};
	struct visit v = {0};
	struct appt a = {0};
	enum err e = client_of(d, appt_id, &a);
	int cap;

	if (e == ERR_OK)
		e = store_visit(d->store, appt_id, &v);
	if (e == ERR_OK && hardest(&v) > 0)
		e = facts_read(d, a.client_id, NULL, civil_day_of(a.start), &facts);
	cap = flags_cap(&facts.flags, NULL);
	if (e == ERR_OK && cap != 0 && hardest(&v) > cap)
		str_addf(out, "pressure %d is above the cap of %d", hardest(&v), cap);
	client_facts_release(&facts);
	visit_release(&v);
	appt_release(&a);
	return e;
}

/* The therapist of the session, or an owner; anybody where there are no persons. */
static enum err
may_sign(struct desk *d, int64_t appt_id)
{
	const struct person *me = desk_me(d);
	struct appt a = {0};
	enum err e = desk_may_see_private(d);

	if (e == ERR_OK)
		e = store_appt(d->store, appt_id, &a);
	if (e == ERR_OK && me != NULL && me->role == PERSON_THERAPIST &&
	    me->therapist_id != a.therapist_id)
		e = err_set(
		    ERR_REFUSED, "this session was not yours; its therapist or the owner signs");
	appt_release(&a);
	return e;
}

static enum err
sign_inside(struct desk *d, int64_t appt_id)
{
	struct visit v = {0};
	enum err e = has_begun(d, appt_id);

	if (e == ERR_OK)
		e = may_sign(d, appt_id);
	if (e == ERR_OK)
		e = store_visit(d->store, appt_id, &v);
	if (e == ERR_OK && v.signed_at != 0)
		e = err_set(ERR_REFUSED, "this session is signed already, by %s", v.signed_by);
	else if (e == ERR_OK && v.appt_id == 0)
		e = err_set(ERR_REFUSED, "nothing is written of this session yet");
	v.signed_at = desk_utc(d);
	xstrset(&v.signed_by, d->options.who);
	if (e == ERR_OK)
		e = store_visit_save(d->store, &v);
	visit_release(&v);
	return e == ERR_OK ? relabel(d, "Signed the session of", appt_id) : e;
}

enum err
desk_visit_sign(struct desk *d, int64_t appt_id)
{
	struct store_step step = desk_step(d, "Signed");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, sign_inside(d, appt_id), false) : e;
}

static enum err
addendum_inside(struct desk *d, int64_t appt_id, const char *text)
{
	struct visit v = {0};
	enum err e = desk_may_see_private(d);

	if (e == ERR_OK)
		e = store_visit(d->store, appt_id, &v);
	if (e == ERR_OK && v.signed_at == 0)
		e = err_set(ERR_REFUSED, "this session is not signed: it can still be changed");
	if (e == ERR_OK)
		e = store_visit_addendum(d->store, appt_id, text);
	visit_release(&v);
	return e == ERR_OK ? relabel(d, "Added to the session of", appt_id) : e;
}

enum err
desk_visit_addendum(struct desk *d, int64_t appt_id, const char *text)
{
	struct store_step step = desk_step(d, "Added to a session");
	enum err e = store_begin(d->store, &step);

	return e == ERR_OK ? desk_end(d, addendum_inside(d, appt_id, text), false) : e;
}

enum err
desk_visits(struct desk *d, int64_t client_id, size_t most, struct visit_list *out)
{
	enum err e = health_opened(d, client_id);

	if (e == ERR_OK)
		e = store_visits(d->store, client_id, desk_now(d), most, out);
	for (size_t i = 0; i < out->n; i++)
		hide_private(d, &out->v[i]);
	return e;
}
