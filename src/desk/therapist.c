/* Setting up a therapist. */
#include <frontdesk/desk_practice.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "fields.h"

static enum err
set_code(struct desk *d, void *record, const char *value)
{
	struct therapist *t = record;

	return value_code(d, value, CODE_THERAPIST, t->id, &t->code);
}

static enum err
set_name(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_name(value, &((struct therapist *)record)->name);
}

static enum err
set_gender(struct desk *d, void *record, const char *value)
{
	struct therapist *t = record;

	(void)d;
	if (value[0] != '\0' && (value[1] != '\0' || strchr("FMXfmx", value[0]) == NULL))
		return err_set(ERR_USAGE, "\"%s\" is neither F, M nor X", value);
	t->gender = value[0] >= 'a' ? (char)(value[0] - 'a' + 'A') : value[0];
	return ERR_OK;
}

static enum err
set_colour(struct desk *d, void *record, const char *value)
{
	static const char *const known[] = {
	    "", "red", "green", "yellow", "blue", "magenta", "cyan"};
	struct therapist *t = record;

	(void)d;
	if (strcmp(value, "none") == 0)
		value = "";
	for (size_t i = 0; i < array_size(known); i++)
		if (strcmp(known[i], value) == 0) {
			xstrset(&t->colour, value);
			return ERR_OK;
		}
	return err_set(
	    ERR_USAGE, "\"%s\": write red, green, yellow, blue, magenta, cyan or none", value);
}

static enum err
set_skills(struct desk *d, void *record, const char *value)
{
	struct therapist *t = record;

	(void)d;
	words_release(&t->skills);
	value_words(value, &t->skills);
	return ERR_OK;
}

static enum err
set_cap(struct desk *d, void *record, const char *value)
{
	struct therapist *t = record;

	(void)d;
	return value_number(value, 0, CIVIL_DAY_MINUTES, &t->hands_on_cap);
}

static enum err
set_room(struct desk *d, void *record, const char *value)
{
	struct therapist *t = record;

	if (value[0] == '\0') {
		t->usual_room_id = 0;
		return ERR_OK;
	}
	return practice_find_room(&d->practice, value, &t->usual_room_id);
}

static enum err
set_licence(struct desk *d, void *record, const char *value)
{
	const struct when_habits habits = desk_habits(d);
	struct therapist *t = record;
	struct when when;
	enum err e;

	if (value[0] == '\0') {
		t->licence_until = CIVIL_DAY_NONE;
		return ERR_OK;
	}
	e = when_parse(value, &habits, &when, NULL);
	if (e == ERR_OK && when.day == CIVIL_DAY_NONE)
		e = err_set(ERR_USAGE, "\"%s\" is no day", value);
	if (e == ERR_OK)
		t->licence_until = when.day;
	return e;
}

/* What this therapist differs in for one service; made when there is nothing yet. */
static struct therapist_service *
differs(struct therapist *t, int64_t service_id)
{
	struct therapist_service *s;

	for (size_t i = 0; i < t->services.n; i++)
		if (t->services.v[i].service_id == service_id)
			return &t->services.v[i];
	s = list_push(&t->services);
	*s = (struct therapist_service){.service_id = service_id, .able = true, .turnover = -1};
	return s;
}

static enum err
set_cannot(struct desk *d, void *record, const char *value)
{
	struct therapist *t = record;
	struct words names = {0};
	enum err e = ERR_OK;

	for (size_t i = 0; i < t->services.n; i++)
		t->services.v[i].able = true;
	value_words(value, &names);
	for (size_t i = 0; i < names.n && e == ERR_OK; i++) {
		int64_t id;

		e = practice_find_service(&d->practice, names.v[i], &id);
		if (e == ERR_OK)
			differs(t, id)->able = false;
	}
	words_release(&names);
	return e;
}

struct turnovers {
	struct desk *desk;
	struct therapist *therapist;
};

static enum err
add_turnover(void *arg, const char *service, const char *minutes)
{
	struct turnovers *to = arg;
	int64_t id;
	int n;
	enum err e;

	e = practice_find_service(&to->desk->practice, service, &id);
	if (e == ERR_OK)
		e = value_number(minutes, 0, TURNOVER_MAX, &n);
	if (e == ERR_OK)
		differs(to->therapist, id)->turnover = n;
	return e;
}

static enum err
set_turnover(struct desk *d, void *record, const char *value)
{
	struct turnovers to = {.desk = d, .therapist = record};

	for (size_t i = 0; i < to.therapist->services.n; i++)
		to.therapist->services.v[i].turnover = -1;
	return value_pairs(value, add_turnover, &to);
}

static const struct therapist *
said(const void *record)
{
	return record;
}

static void
say_code(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, said(record)->code);
}

static void
say_name(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, said(record)->name);
}

static void
say_gender(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, (const char[]){said(record)->gender, '\0'});
}

static void
say_colour(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, said(record)->colour);
}

static void
say_skills(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	say_words(&said(record)->skills, out);
}

static void
say_cap(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_addf(out, "%d", said(record)->hands_on_cap);
}

static void
say_room(const struct desk *d, const void *record, struct str *out)
{
	const struct room *room = practice_room(&d->practice, said(record)->usual_room_id);

	str_add(out, room != NULL ? room->code : "");
}

static void
say_licence(const struct desk *d, const void *record, struct str *out)
{
	char day[CIVIL_DAY_SIZE];

	(void)d;
	if (said(record)->licence_until != CIVIL_DAY_NONE)
		str_add(out, civil_iso_day(said(record)->licence_until, day));
}

static void
say_cannot(const struct desk *d, const void *record, struct str *out)
{
	const struct therapist *t = record;

	for (size_t i = 0; i < t->services.n; i++) {
		const struct service *s =
		    practice_service(&d->practice, t->services.v[i].service_id);

		if (s != NULL && !t->services.v[i].able)
			str_addf(out, "%s%s", out->n > 0 ? "," : "", s->code);
	}
}

static void
say_turnover(const struct desk *d, const void *record, struct str *out)
{
	const struct therapist *t = record;

	for (size_t i = 0; i < t->services.n; i++) {
		const struct therapist_service *differs_in = &t->services.v[i];
		const struct service *s = practice_service(&d->practice, differs_in->service_id);

		if (s != NULL && differs_in->turnover >= 0)
			str_addf(
			    out, "%s%s=%d", out->n > 0 ? "," : "", s->code, differs_in->turnover);
	}
}

static const struct field fields[] = {
#define X(field, label, help) {#field, set_##field, say_##field},
    THERAPIST_FIELD_LIST(X)
#undef X
};

void
desk_therapist_say(const struct desk *d, int64_t id, size_t field, struct str *out)
{
	const struct therapist *record = practice_therapist(&d->practice, id);

	if (record != NULL)
		fields[field].say(d, record, out);
}

static enum err
save(struct desk *d, struct therapist *t, char *const *words, size_t n)
{
	bool is_new = t->id == 0;
	enum err e;

	e = fields_set(d, fields, array_size(fields), t, words, n);
	if (e == ERR_OK && t->name == NULL)
		e = err_set(ERR_USAGE, "a therapist needs a name: name=Mia");
	if (e == ERR_OK && t->code == NULL)
		e = err_set(ERR_USAGE, "a therapist needs a code: code=mia");
	if (e == ERR_OK)
		e = store_therapist_save(d->store, t);
	if (e == ERR_OK)
		desk_setup_label(d, is_new ? "Added" : "Changed", "therapist", t->name);
	return e;
}

/* The row of a fresh snapshot, to be changed in place: the snapshot is read again afterwards. */
static struct therapist *
of(struct desk *d, int64_t id)
{
	for (size_t i = 0; i < d->practice.therapists.n; i++)
		if (d->practice.therapists.v[i].id == id)
			return &d->practice.therapists.v[i];
	return NULL;
}

static enum err
save_inside(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct therapist fresh = {.licence_until = CIVIL_DAY_NONE, .active = true};
	struct therapist *t = *id == 0 ? &fresh : of(d, *id);
	enum err e;

	if (t == NULL)
		return err_set(ERR_NOT_FOUND, "no therapist #%lld", (long long)*id);
	e = save(d, t, words, n);
	if (e == ERR_OK)
		*id = t->id;
	therapist_release(&fresh);
	return e;
}

enum err
desk_therapist_save(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Changed therapist");
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	return desk_setup_end(d, save_inside(d, id, words, n));
}

enum err
desk_therapist_archive(struct desk *d, int64_t id, bool archived)
{
	struct store_step step = desk_step(d, "Archived therapist");
	struct therapist *t;
	enum err e;

	e = desk_setup_begin(d, &step);
	if (e != ERR_OK)
		return e;
	t = of(d, id);
	if (t == NULL)
		return desk_setup_end(
		    d, err_set(ERR_NOT_FOUND, "no therapist #%lld", (long long)id));
	t->active = !archived;
	desk_setup_label(d, archived ? "Archived" : "Took back", "therapist", t->name);
	e = store_therapist_save(d->store, t);
	return desk_setup_end(d, e);
}
