/* therapist, room, service, person: add, edit, archive, the same for all four; a person's PIN. */
#include "people.h"
#include "out.h"
#include "secret.h"
#include "verbs.h"

#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>

struct kind {
	enum err (*find)(const struct practice *p, const char *word, int64_t *id);
	enum err (*save)(struct desk *d, int64_t *id, char *const *fields, size_t n);
	enum err (*archive)(struct desk *d, int64_t id, bool archived);
	enum err (*print)(const struct request *r, int64_t only);
	const char *filter; /* of agenda; NULL = none */
};
static const struct kind therapists = {practice_find_therapist, desk_therapist_save,
    desk_therapist_archive, out_therapists, "--therapist"};
static const struct kind rooms = {
    practice_find_room, desk_room_save, desk_room_archive, out_rooms, "--room"};
static const struct kind services = {
    practice_find_service, desk_service_save, desk_service_archive, out_services, NULL};

static const struct kind persons = {
    practice_find_person, desk_person_save, desk_person_archive, out_persons, NULL};

static enum err
save(struct request *r, const struct kind *k, int64_t id, size_t first)
{
	enum err e = k->save(&r->desk, &id, (char *const *)(r->args.v + first), r->args.n - first);

	return e == ERR_OK ? k->print(r, id) : e;
}

static enum err
edit(struct request *r, const struct kind *k)
{
	int64_t id;
	enum err e = k->find(&r->desk.practice, r->args.v[0], &id);

	return e == ERR_OK ? save(r, k, id, 1) : e;
}

struct to_come {
	long n;
	civil_min last;
};

static bool
count(void *arg, const struct appt *a)
{
	struct to_come *c = arg;

	c->n++;
	c->last = a->start;
	return true;
}

/* Who or what is archived keeps its bookings: somebody must see to them. */
static enum err
say_to_come(const struct request *r, const struct kind *k, int64_t id)
{
	struct appt_query q = {.from = desk_now(&r->desk), .until = INT64_MAX, .holds_only = true};
	struct to_come c = {0};
	char day[CIVIL_DAY_SIZE];
	enum err e;

	if (k == &therapists)
		q.therapist_id = id;
	else
		q.room_id = id;
	e = store_appts(r->desk.store, &q, count, &c);
	if (e == ERR_OK && c.n > 0)
		out_line("%ld booking%s to come stay%s; list them: frontdesk agenda today..%s %s "
			 "%s",
		    c.n, c.n == 1 ? "" : "s", c.n == 1 ? "s" : "",
		    civil_iso_day(civil_day_of(c.last), day), k->filter, r->args.v[0]);
	return e;
}

/* "mia" archives, "mia back" takes back. */
static enum err
archive(struct request *r, const struct kind *k)
{
	bool back;
	int64_t id;
	enum err e = request_back(r, 1, &back);

	if (e == ERR_OK)
		e = k->find(&r->desk.practice, r->args.v[0], &id);
	if (e == ERR_OK)
		e = k->archive(&r->desk, id, !back);
	if (e == ERR_OK)
		e = k->print(r, id);
	if (e == ERR_OK && !back && k->filter != NULL && r->format == TABLE_TEXT)
		e = say_to_come(r, k, id);
	return e;
}

enum err
verb_therapist_add(struct request *r)
{
	return save(r, &therapists, 0, 0);
}

enum err
verb_therapist_edit(struct request *r)
{
	return edit(r, &therapists);
}

enum err
verb_therapist_archive(struct request *r)
{
	return archive(r, &therapists);
}

enum err
verb_room_add(struct request *r)
{
	return save(r, &rooms, 0, 0);
}

enum err
verb_room_edit(struct request *r)
{
	return edit(r, &rooms);
}

enum err
verb_room_archive(struct request *r)
{
	return archive(r, &rooms);
}

enum err
verb_service_add(struct request *r)
{
	return save(r, &services, 0, 0);
}

enum err
verb_service_edit(struct request *r)
{
	return edit(r, &services);
}

enum err
verb_service_archive(struct request *r)
{
	return archive(r, &services);
}

enum err
verb_person_add(struct request *r)
{
	return save(r, &persons, 0, 0);
}

enum err
verb_person_edit(struct request *r)
{
	return edit(r, &persons);
}

enum err
verb_person_archive(struct request *r)
{
	return archive(r, &persons);
}

/* Never from argv, which every user of the machine can read. */
enum err
verb_person_pin(struct request *r)
{
	char pin[PIN_MOST + 2] = "";
	int64_t id;
	enum err e = practice_find_person(&r->desk.practice, r->args.v[0], &id);

	if (e == ERR_OK && r->args.n > 1 && strcmp(r->args.v[1], "off") != 0)
		e = err_set(ERR_USAGE, "only \"off\" may stand there; the PIN is asked for");
	else if (e == ERR_OK && r->args.n == 1)
		e = secret_read("PIN, 4 to 12 digits: ", pin, sizeof(pin));
	if (e == ERR_OK && r->args.n == 1)
		e = pin_check(pin);
	if (e == ERR_OK)
		e = desk_person_pin(&r->desk, id, pin);
	explicit_bzero(pin, sizeof(pin));
	return e == ERR_OK ? out_persons(r, id) : e;
}
