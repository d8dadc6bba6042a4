/* Setting up the persons. */
#include <frontdesk/desk_person.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "fields.h"

static enum err
set_login(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_word(value, true, &((struct person *)record)->login);
}

static enum err
set_name(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_name(value, &((struct person *)record)->name);
}

static enum err
set_role(struct desk *d, void *record, const char *value)
{
	(void)d;
	return person_role_find(value, &((struct person *)record)->role);
}

static enum err
set_therapist(struct desk *d, void *record, const char *value)
{
	int64_t *id = &((struct person *)record)->therapist_id;

	if (value[0] != '\0')
		return practice_find_therapist(&d->practice, value, id);
	*id = 0;
	return ERR_OK;
}

static void
say_login(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct person *)record)->login);
}

static void
say_name(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct person *)record)->name);
}

static void
say_role(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, person_role_word(((const struct person *)record)->role));
}

static void
say_therapist(const struct desk *d, const void *record, struct str *out)
{
	const struct therapist *t =
	    practice_therapist(&d->practice, ((const struct person *)record)->therapist_id);

	str_add(out, t != NULL ? t->code : "");
}

static const struct field fields[] = {
#define X(field, label, help) {#field, set_##field, say_##field},
    PERSON_FIELD_LIST(X)
#undef X
};

void
desk_person_say(const struct desk *d, int64_t id, size_t field, struct str *out)
{
	const struct person *p = practice_person(&d->practice, id);

	if (p != NULL)
		fields[field].say(d, p, out);
}

static struct person *
of(struct desk *d, int64_t id)
{
	for (size_t i = 0; i < d->practice.persons.n; i++)
		if (d->practice.persons.v[i].id == id)
			return &d->practice.persons.v[i];
	return NULL;
}

enum err
desk_owner_left(struct desk *d)
{
	const struct desk_options *o = &d->options;
	const char *login = o->login != NULL ? o->login : o->who; /* --as does not last */
	enum err e = desk_reload(d);

	if (e != ERR_OK || !desk_has_persons(d))
		return e;
	for (size_t i = 0; i < d->practice.persons.n; i++) {
		const struct person *p = &d->practice.persons.v[i];

		if (p->active && p->role == PERSON_OWNER &&
		    (p->has_pin || strcmp(p->login, login) == 0))
			return ERR_OK;
	}
	return err_set(ERR_REFUSED,
	    "no owner would be left who can sign in: one of login %s, or with a PIN", login);
}

static bool
names_field(char *const *words, size_t n, const char *name)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < n; i++)
		if (strncmp(words[i], name, length) == 0 && words[i][length] == '=')
			return true;
	return false;
}

static enum err
check(struct desk *d, struct person *p, char *const *words, size_t n)
{
	bool first = p->id == 0 && !desk_has_persons(d);

	if (p->login == NULL && first)
		p->login = xstrdup(d->options.who);
	if (p->login == NULL)
		return err_set(ERR_USAGE, "a person needs a login: login=ana");
	if (p->name == NULL)
		p->name = xstrdup(p->login);
	if (p->id != 0 || names_field(words, n, "role"))
		return ERR_OK;
	if (!first)
		return err_set(ERR_USAGE, "a person needs a role: role=desk");
	p->role = PERSON_OWNER;
	return ERR_OK;
}

static enum err
save(struct desk *d, struct person *p, char *const *words, size_t n)
{
	bool is_new = p->id == 0;
	enum err e = fields_set(d, fields, array_size(fields), p, words, n);

	if (e == ERR_OK)
		e = check(d, p, words, n);
	if (e == ERR_OK)
		e = store_person_save(d->store, p);
	if (e == ERR_OK)
		desk_setup_label(d, is_new ? "Added" : "Changed", "person", p->name);
	return e;
}

static enum err
save_inside(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct person fresh = {.active = true};
	struct person *p = *id == 0 ? &fresh : of(d, *id);
	enum err e;

	if (p == NULL)
		return err_set(ERR_NOT_FOUND, "no person #%lld", (long long)*id);
	e = save(d, p, words, n);
	if (e == ERR_OK)
		*id = p->id;
	person_release(&fresh);
	return e == ERR_OK ? desk_owner_left(d) : e;
}

enum err
desk_person_save(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Changed person");
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	return desk_setup_end(d, save_inside(d, id, words, n));
}

enum err
desk_person_archive(struct desk *d, int64_t id, bool archived)
{
	struct store_step step = desk_step(d, "Archived person");
	struct person *p;
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	p = of(d, id);
	if (p == NULL)
		return desk_setup_end(d, err_set(ERR_NOT_FOUND, "no person #%lld", (long long)id));
	p->active = !archived;
	desk_setup_label(d, archived ? "Archived" : "Took back", "person", p->name);
	e = store_person_save(d->store, p);
	if (e == ERR_OK)
		e = desk_owner_left(d);
	return desk_setup_end(d, e);
}

/* Begins what changes a PIN: everybody may do that for themselves. */
static enum err
pin_begin(struct desk *d, int64_t id, const struct store_step *step)
{
	const struct person *me = desk_me(d);
	enum err e;

	if (me == NULL || me->id != id)
		return desk_setup_begin(d, step);
	e = store_begin(d->store, step);
	if (e != ERR_OK)
		return e;
	e = desk_reload(d);
	if (e != ERR_OK)
		store_rollback(d->store);
	return e;
}

enum err
desk_person_pin(struct desk *d, int64_t id, const char *pin)
{
	struct store_step step = desk_step(d, "Changed the PIN");
	char hash[PIN_HASH_SIZE] = "";
	struct person *p;
	enum err e = ERR_OK;

	if (pin[0] != '\0')
		e = pin_check(pin);
	if (e == ERR_OK && pin[0] != '\0')
		e = pin_hash(pin, hash);
	if (e == ERR_OK)
		e = pin_begin(d, id, &step);
	if (e != ERR_OK)
		return e;
	p = of(d, id);
	if (p == NULL)
		return desk_setup_end(d, err_set(ERR_NOT_FOUND, "no person #%lld", (long long)id));
	desk_setup_label(
	    d, hash[0] != '\0' ? "Changed the PIN" : "Took the PIN away", "of", p->name);
	e = store_person_pin_set(d->store, p, hash);
	if (e == ERR_OK && hash[0] == '\0')
		e = desk_owner_left(d);
	return desk_setup_end(d, e);
}
