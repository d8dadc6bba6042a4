/* Setting up a room. */
#include <frontdesk/desk_practice.h>

#include <frontdesk/mem.h>

#include "fields.h"

static enum err
set_code(struct desk *d, void *record, const char *value)
{
	struct room *r = record;

	return value_code(d, value, CODE_ROOM, r->id, &r->code);
}

static enum err
set_name(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_name(value, &((struct room *)record)->name);
}

static enum err
set_capacity(struct desk *d, void *record, const char *value)
{
	struct room *r = record;

	(void)d;
	return value_number(value, 1, 4, &r->capacity);
}

static enum err
set_step_free(struct desk *d, void *record, const char *value)
{
	struct room *r = record;

	(void)d;
	return value_yes(value, &r->step_free);
}

static enum err
set_location(struct desk *d, void *record, const char *value)
{
	struct room *r = record;

	(void)d;
	xstrset(&r->location, value);
	return ERR_OK;
}

static void
say_code(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct room *)record)->code);
}

static void
say_name(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct room *)record)->name);
}

static void
say_capacity(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_addf(out, "%d", ((const struct room *)record)->capacity);
}

static void
say_step_free(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct room *)record)->step_free ? "yes" : "no");
}

static void
say_location(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct room *)record)->location);
}

static const struct field fields[] = {
#define X(field, label, help) {#field, set_##field, say_##field},
    ROOM_FIELD_LIST(X)
#undef X
};

void
desk_room_say(const struct desk *d, int64_t id, size_t field, struct str *out)
{
	const struct room *record = practice_room(&d->practice, id);

	if (record != NULL)
		fields[field].say(d, record, out);
}

static struct room *
of(struct desk *d, int64_t id)
{
	for (size_t i = 0; i < d->practice.rooms.n; i++)
		if (d->practice.rooms.v[i].id == id)
			return &d->practice.rooms.v[i];
	return NULL;
}

static enum err
save(struct desk *d, struct room *r, char *const *words, size_t n)
{
	bool is_new = r->id == 0;
	enum err e;

	e = fields_set(d, fields, array_size(fields), r, words, n);
	if (e == ERR_OK && r->code == NULL)
		e = err_set(ERR_USAGE, "a room needs a code: code=r1");
	if (e == ERR_OK && r->name == NULL)
		r->name = xstrdup(r->code);
	if (e == ERR_OK)
		e = store_room_save(d->store, r);
	if (e == ERR_OK)
		desk_setup_label(d, is_new ? "Added" : "Changed", "room", r->name);
	return e;
}

static enum err
save_inside(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct room fresh = {.capacity = 1, .active = true};
	struct room *r = *id == 0 ? &fresh : of(d, *id);
	enum err e;

	if (r == NULL)
		return err_set(ERR_NOT_FOUND, "no room #%lld", (long long)*id);
	e = save(d, r, words, n);
	if (e == ERR_OK)
		*id = r->id;
	room_release(&fresh);
	return e;
}

enum err
desk_room_save(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Changed room");
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	return desk_setup_end(d, save_inside(d, id, words, n));
}

enum err
desk_room_archive(struct desk *d, int64_t id, bool archived)
{
	struct store_step step = desk_step(d, "Archived room");
	struct room *r;
	enum err e;

	e = desk_setup_begin(d, &step);
	if (e != ERR_OK)
		return e;
	r = of(d, id);
	if (r == NULL)
		return desk_setup_end(d, err_set(ERR_NOT_FOUND, "no room #%lld", (long long)id));
	r->active = !archived;
	desk_setup_label(d, archived ? "Archived" : "Took back", "room", r->name);
	e = store_room_save(d->store, r);
	return desk_setup_end(d, e);
}
