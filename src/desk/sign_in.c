/* Who acts, what they may do, and becoming someone else by PIN. */
#include <frontdesk/desk_person.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "health.h"

/* In the audit. */
static const char signed_in[] = "Signed in", wrong_pin[] = "Wrong PIN";

const struct person *
desk_me(const struct desk *d)
{
	return practice_person_of(&d->practice, d->options.who);
}

bool
desk_has_persons(const struct desk *d)
{
	for (size_t i = 0; i < d->practice.persons.n; i++)
		if (d->practice.persons.v[i].active)
			return true;
	return false;
}

bool
desk_has_pins(const struct desk *d)
{
	for (size_t i = 0; i < d->practice.persons.n; i++)
		if (d->practice.persons.v[i].active && d->practice.persons.v[i].has_pin)
			return true;
	return false;
}

bool
desk_may_write(const struct desk *d)
{
	const struct person *me = desk_me(d);

	return me != NULL ? me->role != PERSON_READER : !desk_has_persons(d);
}

/* "ana", "ana or ben" */
static void
say_owners(const struct desk *d, struct str *out)
{
	for (size_t i = 0; i < d->practice.persons.n; i++) {
		const struct person *p = &d->practice.persons.v[i];

		if (p->active && p->role == PERSON_OWNER)
			str_addf(out, "%s%s", out->n > 0 ? " or " : "", p->name);
	}
}

enum err
desk_may_set_up(const struct desk *d)
{
	const struct person *me = desk_me(d);
	struct str owners = {0};
	enum err e;

	if (me != NULL ? me->role == PERSON_OWNER : !desk_has_persons(d))
		return ERR_OK;
	say_owners(d, &owners);
	e = err_set(ERR_REFUSED, "setting up is for the owner, %s; you are %s%s%s",
	    str_text(&owners), d->options.who, me != NULL ? ", " : "",
	    me != NULL ? person_role_word(me->role) : "");
	str_release(&owners);
	return e;
}

/* One audit row of its own, whatever this person may do. */
static enum err
note(struct desk *d, const char *what, int64_t person_id, const char *who)
{
	struct store_step step = desk_note_step(d, what);
	enum err e;

	if (store_read_only(d->store))
		return ERR_OK;
	step.who = who;
	step.no_undo = true;
	e = store_begin(d->store, &step);
	if (e == ERR_OK)
		e = store_audit_add(d->store, "person", person_id, what);
	if (e == ERR_OK)
		e = store_commit(d->store);
	store_rollback(d->store);
	return e;
}

enum err
pin_was_wrong(struct desk *d, int64_t person_id)
{
	return note(d, wrong_pin, person_id, d->options.who);
}

enum err
desk_sign_in(struct desk *d, const char *login, const char *pin)
{
	const struct person *p;
	char *hash = NULL;
	enum err e = desk_reload(d);
	bool right;

	if (e != ERR_OK)
		return e;
	p = practice_person_of(&d->practice, login);
	if (p != NULL)
		e = store_person_pin(d->store, p->id, &hash);
	if (e != ERR_OK)
		return e;
	right = pin_matches(pin, str_or_empty(hash));
	free(hash);
	e = note(d, right ? signed_in : wrong_pin, p != NULL ? p->id : 0,
	    right ? login : d->options.who);
	if (!right)
		return err_set(ERR_REFUSED, "that is not the name and PIN of a person here");
	if (e != ERR_OK)
		return e;
	xstrset(&d->signed_in, login);
	d->options.who = d->signed_in;
	return ERR_OK;
}

struct wrong {
	const char *who;
	int n;
};

static bool
count_wrong(void *arg, const struct audit *a)
{
	struct wrong *w = arg;

	if (strcmp(a->action, signed_in) == 0)
		w->n = 0;
	w->n += strcmp(a->action, wrong_pin) == 0 && strcmp(a->who, w->who) == 0;
	return true;
}

enum err
desk_wrong_pins(struct desk *d, int seconds, int *n)
{
	const int64_t now = desk_utc(d);
	const struct audit_query q = {.from = now - seconds, .until = now + 1};
	struct wrong w = {.who = d->options.who};
	enum err e = store_audit(d->store, &q, count_wrong, &w);

	*n = w.n;
	return e;
}
