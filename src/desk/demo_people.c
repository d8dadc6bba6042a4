/* The people and rooms of the demonstration practice. */
#include "demo.h"

#include <stdlib.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "fields.h"

enum { CLIENTS_A_STEP = 20000 };

static const struct {
	const char *code, *name, *gender, *skills;
} therapists[] = {
    {"mia", "Mia", "F", "deep-tissue,hot-stone,prenatal,back-pain"},
    {"jon", "Jon", "M", "deep-tissue,sports,back-pain"},
    {"asha", "Asha", "F", "deep-tissue,prenatal,lymphatic,hot-stone,reflexology"},
    {"ben", "Ben", "M", "sports,reflexology,hot-stone"},
};

static const char *const first_names[] = {
    "Ada",
    "Alex",
    "Amélie",
    "Ana",
    "Bríd",
    "Carla",
    "Chen",
    "Dmitri",
    "Elena",
    "Emil",
    "Fatima",
    "Grace",
    "Hannah",
    "Ines",
    "Jan",
    "João",
    "José",
    "Käthe",
    "Kim",
    "Lászlo",
    "Linh",
    "Marta",
    "Maya",
    "Nadia",
    "Noah",
    "Olga",
    "Omar",
    "Orla",
    "Paul",
    "Priya",
    "Quinn",
    "Renée",
    "Rosa",
    "Sam",
    "Seamus",
    "Sofia",
    "Thomas",
    "Tom",
    "Ülkü",
    "Viktor",
    "Wanda",
    "Yusuf",
    "Zoë",
    "健",
    "Björn",
    "Chloé",
    "Darius",
    "Esther",
    "Femi",
    "Gül",
};
static const char *const last_names[] = {
    "Smith",
    "Jones",
    "O'Brien",
    "Müller",
    "Novák",
    "Costa",
    "Lima",
    "Patel",
    "Weber",
    "Diaz",
    "Kim",
    "Lee",
    "Tanaka",
    "Ivanov",
    "Kowalski",
    "Nguyễn",
    "Wu",
    "Yılmaz",
    "de Vries",
    "van der Berg",
    "St. John",
    "García",
    "Rossi",
    "Dubois",
    "Andersen",
    "Þórsdóttir",
    "Haddad",
    "Okafor",
    "Cohen",
    "Silva",
    "Popescu",
    "Horvat",
    "Lindqvist",
    "田中",
    "Moreau",
    "Fischer",
    "Brown",
    "Walker",
    "Reyes",
    "Singh",
    "D'Angelo",
    "Mulligan",
    "Mulder",
    "McDonald",
    "Åkesson",
    "Lopez-Mulero",
    "Ross",
    "Adeyemi",
};

static enum err
add_therapist(struct desk *d, int i)
{
	size_t k = (size_t)i % array_size(therapists);
	struct therapist t = {
	    .gender = therapists[k].gender[0],
	    .licence_until = CIVIL_DAY_NONE,
	    .active = true,
	};
	struct hours h;
	struct str code = {0}, name = {0};
	enum err e;

	str_add(&code, therapists[k].code);
	str_add(&name, therapists[k].name);
	if (k < (size_t)i) {
		str_addf(&code, "%d", i + 1);
		str_addf(&name, " %d", i + 1);
	}
	t.code = str_take(&code);
	t.name = str_take(&name);
	value_words(therapists[k].skills, &t.skills);
	if (d->practice.rooms.n > 0)
		t.usual_room_id = d->practice.rooms.v[(size_t)i % d->practice.rooms.n].id;
	e = store_therapist_save(d->store, &t);
	if (e == ERR_OK)
		e = hours_parse("mon-sat 9-13 14-18", &h);
	if (e == ERR_OK)
		e = store_shifts_set(d->store, t.id, &h, 1, 0, 0);
	therapist_release(&t);
	return e;
}

static enum err
add_room(struct desk *d, int i, int of)
{
	struct room r = {
	    .capacity = i == of - 1 && of > 1 ? 2 : 1, .active = true, .step_free = i == 0};
	struct str code = {0}, name = {0};
	enum err e;

	str_addf(&code, "r%d", i + 1);
	str_addf(&name, "Room %d", i + 1);
	r.code = str_take(&code);
	r.name = str_take(&name);
	e = store_room_save(d->store, &r);
	room_release(&r);
	return e;
}

/* "obrien12@example.com": addresses begin as variously as names do. */
static void
add_address(struct str *out, const char *last, int number)
{
	struct str name = {0};

	text_fold(&name, last, TEXT_FOLD_PLAIN);
	for (const char *p = str_text(&name); *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			str_addc(out, *p);
	str_addf(out, "%s%d@example.com", out->n > 0 ? "" : "client", number);
	str_release(&name);
}

static enum err
add_client(struct desk *d, uint64_t *random, int i, int64_t *id)
{
	struct client c;
	struct str phone = {0}, email = {0};
	int year = 1940 + demo_below(random, 66);
	enum err e;

	client_init(&c);
	c.first = xstrdup(first_names[demo_below(random, (int)array_size(first_names))]);
	c.last = xstrdup(last_names[demo_below(random, (int)array_size(last_names))]);
	if (demo_below(random, 20) > 0) {
		str_addf(&phone, "(%d) 555-%04d", 201 + demo_below(random, 700), i % 10000);
		c.phone = str_take(&phone);
	}
	if (demo_below(random, 3) > 0) {
		add_address(&email, c.last, i + 1);
		c.email = str_take(&email);
	}
	c.birth = civil_from_ymd(year, 1 + demo_below(random, 12), 1 + demo_below(random, 28));
	c.message_ok = demo_below(random, 2);
	e = store_client_save(
	    d->store, &c, settings_number(&d->practice.settings, SETTING_PHONE_COUNTRY));
	*id = c.id;
	client_release(&c);
	return e;
}

/* Rooms come first, so that therapists can have a usual one. */
static enum err
set_up(struct desk *d, const struct demo *w)
{
	enum err e = store_setting_set(d->store, SETTING_ADDRESS, "12 Elm Street, Springfield");

	if (e == ERR_OK)
		e = store_setting_set(d->store, SETTING_PHONE, "(555) 555-0100");
	if (e == ERR_OK)
		e = store_setting_set(d->store, SETTING_CURRENCY, "USD");
	for (int i = 0; i < w->rooms && e == ERR_OK; i++)
		e = add_room(d, i, w->rooms);
	if (e == ERR_OK)
		e = desk_reload(d);
	for (int i = 0; i < w->therapists && e == ERR_OK; i++)
		e = add_therapist(d, i);
	return e;
}

enum err
demo_people(struct desk *d, const struct demo *w, int64_t *clients)
{
	struct store_step step = desk_step(d, "Demonstration practice");
	uint64_t random = w->seed ^ 0xc11e475, uids = demo_uids(d, w, 2);
	enum err e;

	step.bulk = true;
	step.uid = demo_uid;
	step.uid_arg = &uids;
	e = desk_setup_begin(d, &step);
	if (e != ERR_OK)
		return e;
	e = desk_setup_end(d, set_up(d, w));
	for (int i = 0; i < w->clients && e == ERR_OK;) {
		e = store_begin(d->store, &step);
		do
			if (e == ERR_OK)
				e = add_client(d, &random, i, &clients[i]);
		while (e == ERR_OK && ++i < w->clients && i % CLIENTS_A_STEP != 0);
		if (e == ERR_OK)
			e = store_commit(d->store);
	}
	store_rollback(d->store);
	return e;
}
