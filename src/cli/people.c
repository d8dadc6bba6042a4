/* therapist, room, service, person: list, add, edit, archive. */
#include "out.h"
#include "secret.h"
#include "verbs.h"

#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { ALL = 0 };

static void
table_words(struct table *t, const struct words *w)
{
	struct str text = {0};

	for (size_t i = 0; i < w->n; i++)
		str_addf(&text, "%s%s", i > 0 ? "," : "", w->v[i]);
	table_str(t, &text);
}

static void
table_yes(struct table *t, bool yes)
{
	table_text(t, yes ? "yes" : "no");
}

/* --- Therapists ------------------------------------------------------------------------------ */

static const struct table_column therapist_columns[] = {
    {"code", "Code", TABLE_WHOLE},
    {"name", "Name", TABLE_STRING},
    {"gender", "Gender", TABLE_STRING},
    {"skills", "Skills", TABLE_LIST},
    {"room", "Room", TABLE_STRING},
    {"cap", "Cap", TABLE_NUMBER},
    {"licence", "Licence", TABLE_STRING},
    {"colour", NULL, TABLE_STRING},
    {"active", "Active", TABLE_WHOLE},
};

static enum err
out_therapists(const struct request *r, int64_t only)
{
	const struct practice *p = &r->desk.practice;
	struct table *out = out_table(r, therapist_columns, array_size(therapist_columns));

	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];
		const struct room *room = practice_room(p, t->usual_room_id);

		if (only != ALL && t->id != only)
			continue;
		table_text(out, t->code);
		table_text(out, t->name);
		table_text(out, (char[]){t->gender, '\0'});
		table_words(out, &t->skills);
		table_text(out, room != NULL ? room->code : "");
		table_id(out, t->hands_on_cap);
		table_day(out, t->licence_until);
		table_text(out, t->colour);
		table_yes(out, t->active);
	}
	return table_end(out);
}

enum err
verb_therapist_list(struct request *r)
{
	if (r->format == TABLE_TEXT && r->desk.practice.therapists.n == 0)
		out_line("no therapists yet; add one: frontdesk therapist add code=mia name=Mia");
	return out_therapists(r, ALL);
}

/* --- Rooms ----------------------------------------------------------------------------------- */

static const struct table_column room_columns[] = {
    {"code", "Code", TABLE_WHOLE},
    {"name", "Name", TABLE_STRING},
    {"capacity", "Capacity", TABLE_NUMBER},
    {"step_free", "Step free", TABLE_STRING},
    {"location", "Location", TABLE_STRING},
    {"active", "Active", TABLE_WHOLE},
};

static enum err
out_rooms(const struct request *r, int64_t only)
{
	const struct practice *p = &r->desk.practice;
	struct table *out = out_table(r, room_columns, array_size(room_columns));

	for (size_t i = 0; i < p->rooms.n; i++) {
		const struct room *room = &p->rooms.v[i];

		if (only != ALL && room->id != only)
			continue;
		table_text(out, room->code);
		table_text(out, room->name);
		table_number(out, room->capacity);
		table_yes(out, room->step_free);
		table_text(out, room->location);
		table_yes(out, room->active);
	}
	return table_end(out);
}

enum err
verb_room_list(struct request *r)
{
	if (r->format == TABLE_TEXT && r->desk.practice.rooms.n == 0)
		out_line("no rooms yet; add one: frontdesk room add code=1 name=\"room 1\"");
	return out_rooms(r, ALL);
}

/* --- Services -------------------------------------------------------------------------------- */

static const struct table_column service_columns[] = {
    {"code", "Code", TABLE_WHOLE},
    {"name", "Name", TABLE_STRING},
    {"label", "Label", TABLE_STRING},
    {"prices", "Prices", TABLE_LIST},
    {"coming", "To come", TABLE_STRING},
    {"turnover", "Turnover", TABLE_NUMBER},
    {"pressure", "Pressure", TABLE_NUMBER},
    {"skills", "Skills", TABLE_LIST},
    {"rooms", NULL, TABLE_STRING},
    {"people", NULL, TABLE_NUMBER},
    {"description", NULL, TABLE_STRING},
    {"active", "Active", TABLE_WHOLE},
};

/* "60=95.00,90=130.00": what counts today, in the form in which it is typed. */
static void
table_prices(struct table *t, const struct service *s, civil_day today)
{
	struct str text = {0};
	int last = 0;

	for (size_t i = 0; i < s->durations.n; i++) {
		int minutes = s->durations.v[i].minutes;
		char amount[MONEY_SIZE];
		money_cents price;

		if (minutes == last || !service_price(s, minutes, today, &price))
			continue;
		str_addf(
		    &text, "%s%d=%s", text.n > 0 ? "," : "", minutes, money_text(price, amount));
		last = minutes;
	}
	table_str(t, &text);
}

static void
add_coming(struct str *out, const struct service_duration *v, bool first)
{
	char amount[MONEY_SIZE];
	int year, month, mday;

	civil_to_ymd(v->from, &year, &month, &mday);
	if (first)
		str_addf(out, "%sfrom %d %s %d: ", out->n > 0 ? "; " : "", mday,
		    civil_month_name(month), year);
	str_addf(out, "%s%d=%s", first ? "" : ",", v->minutes,
	    v->price == PRICE_NONE ? "none" : money_text(v->price, amount));
}

/*
 * "from 1 Dec 2026: 60=100.00,90=none; from …": what will count, by the days from which it does.
 */
static void
table_coming(struct table *t, const struct service *s, civil_day today)
{
	struct str text = {0};
	civil_day day = today;

	for (;;) {
		civil_day next = CIVIL_DAY_NONE;
		bool first = true;

		for (size_t i = 0; i < s->durations.n; i++)
			if (s->durations.v[i].from > day &&
			    (next == CIVIL_DAY_NONE || s->durations.v[i].from < next))
				next = s->durations.v[i].from;
		if (next == CIVIL_DAY_NONE)
			break;
		day = next;
		for (size_t i = 0; i < s->durations.n; i++) {
			const struct service_duration *v = &s->durations.v[i];

			if (v->from != day)
				continue;
			add_coming(&text, v, first);
			first = false;
		}
	}
	table_str(t, &text);
}

static void
table_rooms(struct table *t, const struct practice *p, const struct ids *rooms)
{
	struct str text = {0};

	for (size_t i = 0; i < rooms->n; i++) {
		const struct room *room = practice_room(p, rooms->v[i]);

		if (room != NULL)
			str_addf(&text, "%s%s", text.n > 0 ? "," : "", room->code);
	}
	table_str(t, &text);
}

static enum err
out_services(const struct request *r, int64_t only)
{
	const struct practice *p = &r->desk.practice;
	struct table *out = out_table(r, service_columns, array_size(service_columns));
	civil_day today = civil_day_of(desk_now(&r->desk));

	for (size_t i = 0; i < p->services.n; i++) {
		const struct service *s = &p->services.v[i];

		if (only != ALL && s->id != only)
			continue;
		table_text(out, s->code);
		table_text(out, s->name);
		table_text(out, s->desk_label);
		table_prices(out, s, today);
		table_coming(out, s, today);
		table_number(out, s->turnover);
		table_number(out, s->min_pressure);
		table_words(out, &s->skills);
		table_rooms(out, p, &s->rooms);
		table_number(out, s->people);
		table_text(out, s->description);
		table_yes(out, s->active);
	}
	return table_end(out);
}

enum err
verb_service_list(struct request *r)
{
	return out_services(r, ALL);
}

/* --- Persons --------------------------------------------------------------------------------- */

static const struct table_column person_columns[] = {
    {"login", "Login", TABLE_WHOLE},
    {"name", "Name", TABLE_STRING},
    {"role", "Role", TABLE_STRING},
    {"therapist", "Therapist", TABLE_STRING},
    {"pin", "PIN", TABLE_STRING},
    {"active", "Active", TABLE_WHOLE},
};

static enum err
out_persons(const struct request *r, int64_t only)
{
	const struct practice *p = &r->desk.practice;
	struct table *out = out_table(r, person_columns, array_size(person_columns));

	for (size_t i = 0; i < p->persons.n; i++) {
		const struct person *one = &p->persons.v[i];
		const struct therapist *t = practice_therapist(p, one->therapist_id);

		if (only != ALL && one->id != only)
			continue;
		table_text(out, one->login);
		table_text(out, one->name);
		table_text(out, person_role_word(one->role));
		table_text(out, t != NULL ? t->code : "");
		table_yes(out, one->has_pin);
		table_yes(out, one->active);
	}
	return table_end(out);
}

enum err
verb_person_list(struct request *r)
{
	if (r->format == TABLE_TEXT && r->desk.practice.persons.n == 0)
		out_line("no persons: everybody may do everything; you would be the first, and the "
			 "owner: frontdesk person add name=%s",
		    r->where.who);
	return out_persons(r, ALL);
}

/* --- Adding, editing, archiving: the same for all four --------------------------------------- */

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
