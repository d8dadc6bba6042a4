/* therapist, room, service, person: list. */
#include "out.h"
#include "people.h"
#include "verbs.h"

#include <frontdesk/desk_person.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>

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

enum err
out_therapists(const struct request *r, int64_t only)
{
	const struct practice *p = &r->desk.practice;
	struct table *out = out_table(r, therapist_columns, array_size(therapist_columns));

	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];
		const struct room *room = practice_room(p, t->usual_room_id);

		if (only != PEOPLE_ALL && t->id != only)
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
	return out_therapists(r, PEOPLE_ALL);
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

enum err
out_rooms(const struct request *r, int64_t only)
{
	const struct practice *p = &r->desk.practice;
	struct table *out = out_table(r, room_columns, array_size(room_columns));

	for (size_t i = 0; i < p->rooms.n; i++) {
		const struct room *room = &p->rooms.v[i];

		if (only != PEOPLE_ALL && room->id != only)
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
	return out_rooms(r, PEOPLE_ALL);
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

enum err
out_services(const struct request *r, int64_t only)
{
	const struct practice *p = &r->desk.practice;
	struct table *out = out_table(r, service_columns, array_size(service_columns));
	civil_day today = civil_day_of(desk_now(&r->desk));

	for (size_t i = 0; i < p->services.n; i++) {
		const struct service *s = &p->services.v[i];

		if (only != PEOPLE_ALL && s->id != only)
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
	return out_services(r, PEOPLE_ALL);
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

enum err
out_persons(const struct request *r, int64_t only)
{
	const struct practice *p = &r->desk.practice;
	struct table *out = out_table(r, person_columns, array_size(person_columns));

	for (size_t i = 0; i < p->persons.n; i++) {
		const struct person *one = &p->persons.v[i];
		const struct therapist *t = practice_therapist(p, one->therapist_id);

		if (only != PEOPLE_ALL && one->id != only)
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
	return out_persons(r, PEOPLE_ALL);
}
