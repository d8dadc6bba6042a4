/* The practice: read as one snapshot; settings, hours and absences written. */
#include <frontdesk/mem.h>

#include "records.h"

static enum err
read_settings(struct store *s, struct settings *out)
{
	struct stmt st = stmt_begin(s, STMT_SETTINGS);
	enum setting id;

	/* A key of a later version is no business of ours. */
	while (stmt_row(&st))
		if (setting_find(stmt_peek(&st, "key"), &id) == ERR_OK)
			xstrset(&out->value[id], stmt_peek(&st, "value"));
	return stmt_end(&st);
}

static enum err
read_rooms(struct store *s, struct practice *p)
{
	struct stmt st = stmt_begin(s, STMT_ROOMS);

	while (stmt_row(&st)) {
		struct room *r = list_push(&p->rooms);

		r->id = stmt_i64(&st, "id");
		r->rev = (int)stmt_i64(&st, "rev");
		r->code = stmt_text(&st, "code");
		r->name = stmt_text(&st, "name");
		r->capacity = (int)stmt_i64(&st, "capacity");
		r->step_free = stmt_i64(&st, "step_free") != 0;
		r->location = stmt_text(&st, "location");
		r->active = stmt_i64(&st, "active") != 0;
	}
	return stmt_end(&st);
}

static enum err
read_therapists(struct store *s, struct practice *p)
{
	struct stmt st = stmt_begin(s, STMT_THERAPISTS);

	while (stmt_row(&st)) {
		struct therapist *t = list_push(&p->therapists);

		t->id = stmt_i64(&st, "id");
		t->rev = (int)stmt_i64(&st, "rev");
		t->code = stmt_text(&st, "code");
		t->name = stmt_text(&st, "name");
		t->gender = stmt_peek(&st, "gender")[0];
		t->colour = stmt_text(&st, "colour");
		t->hands_on_cap = (int)stmt_i64(&st, "hands_on_cap");
		t->usual_room_id = stmt_i64(&st, "usual_room_id");
		t->licence_until = record_day(&st, "licence_until_day");
		t->active = stmt_i64(&st, "active") != 0;
		t->late_day = record_day(&st, "late_day");
		t->late_minutes = (int)stmt_i64(&st, "late_minutes");
	}
	return stmt_end(&st);
}

static enum err
read_services(struct store *s, struct practice *p)
{
	struct stmt st = stmt_begin(s, STMT_SERVICES);

	while (stmt_row(&st)) {
		struct service *v = list_push(&p->services);

		v->id = stmt_i64(&st, "id");
		v->rev = (int)stmt_i64(&st, "rev");
		v->code = stmt_text(&st, "code");
		v->name = stmt_text(&st, "name");
		v->description = stmt_text(&st, "description");
		v->desk_label = stmt_text(&st, "desk_label");
		v->turnover = (int)stmt_i64(&st, "turnover");
		v->min_pressure = (int)stmt_i64(&st, "min_pressure");
		v->people = (int)stmt_i64(&st, "people");
		v->active = stmt_i64(&st, "active") != 0;
	}
	return stmt_end(&st);
}

static enum err
read_persons(struct store *s, struct practice *p)
{
	struct stmt st = stmt_begin(s, STMT_PERSONS);

	while (stmt_row(&st)) {
		struct person *one = list_push(&p->persons);

		one->id = stmt_i64(&st, "id");
		one->rev = (int)stmt_i64(&st, "rev");
		one->login = stmt_text(&st, "login");
		one->name = stmt_text(&st, "name");
		/* A word of a later version may do least. */
		if (person_role_find(stmt_peek(&st, "role"), &one->role) != ERR_OK)
			one->role = PERSON_READER;
		one->therapist_id = stmt_i64(&st, "therapist_id");
		one->has_pin = stmt_i64(&st, "has_pin") != 0;
		one->active = stmt_i64(&st, "active") != 0;
	}
	return stmt_end(&st);
}

/* What belongs to a therapist or service that is not there (a damaged file) is passed over. */
static struct therapist *
therapist_of(struct practice *p, struct stmt *st)
{
	int64_t id = stmt_i64(st, "therapist_id");

	for (size_t i = 0; i < p->therapists.n; i++)
		if (p->therapists.v[i].id == id)
			return &p->therapists.v[i];
	return NULL;
}

static struct service *
service_of(struct practice *p, struct stmt *st)
{
	int64_t id = stmt_i64(st, "service_id");

	for (size_t i = 0; i < p->services.n; i++)
		if (p->services.v[i].id == id)
			return &p->services.v[i];
	return NULL;
}

static void
read_therapist_skill(struct practice *p, struct stmt *st)
{
	struct therapist *t = therapist_of(p, st);

	if (t != NULL)
		words_add(&t->skills, stmt_peek(st, "skill"));
}

static void
read_therapist_service(struct practice *p, struct stmt *st)
{
	struct therapist *t = therapist_of(p, st);

	if (t != NULL)
		*list_push(&t->services) = (struct therapist_service){
		    .service_id = stmt_i64(st, "service_id"),
		    .able = stmt_i64(st, "able") != 0,
		    .turnover = stmt_is_null(st, "turnover") ? -1 : (int)stmt_i64(st, "turnover"),
		};
}

static struct span
read_span(struct stmt *st)
{
	return (struct span){
	    .from = (int)stmt_i64(st, "from_minute"),
	    .until = (int)stmt_i64(st, "until_minute"),
	};
}

static void
read_shift(struct practice *p, struct stmt *st)
{
	struct therapist *t = therapist_of(p, st);

	if (t != NULL)
		*list_push(&t->shifts) = (struct shift){
		    .weekday = (int)stmt_i64(st, "weekday"),
		    .span = read_span(st),
		    .cycle = (int)stmt_i64(st, "cycle"),
		    .week = (int)stmt_i64(st, "week"),
		    .valid_from = record_day(st, "valid_from_day"),
		    .valid_until = record_day(st, "valid_until_day"),
		};
}

static void
read_exception(struct practice *p, struct stmt *st)
{
	struct therapist *t = therapist_of(p, st);

	if (t != NULL)
		*list_push(&t->exceptions) = (struct shift_exception){
		    .day = record_day(st, "day"),
		    .span = read_span(st),
		};
}

static void
read_service_skill(struct practice *p, struct stmt *st)
{
	struct service *v = service_of(p, st);

	if (v != NULL)
		words_add(&v->skills, stmt_peek(st, "skill"));
}

static void
read_service_room(struct practice *p, struct stmt *st)
{
	struct service *v = service_of(p, st);

	if (v != NULL)
		*list_push(&v->rooms) = stmt_i64(st, "room_id");
}

static void
read_duration(struct practice *p, struct stmt *st)
{
	struct service *v = service_of(p, st);

	if (v != NULL)
		*list_push(&v->durations) = (struct service_duration){
		    .minutes = (int)stmt_i64(st, "minutes"),
		    .from = record_day(st, "from_day"),
		    .price = stmt_i64(st, "price_cents"),
		};
}

/* The tables that hang on therapists and services, and what one row of each becomes. */
static const struct part {
	enum stmt_id rows;
	void (*read)(struct practice *, struct stmt *);
} parts[] = {
    {STMT_THERAPIST_SKILLS, read_therapist_skill},
    {STMT_THERAPIST_SERVICES, read_therapist_service},
    {STMT_SHIFTS, read_shift},
    {STMT_SHIFT_EXCEPTIONS, read_exception},
    {STMT_SERVICE_SKILLS, read_service_skill},
    {STMT_SERVICE_ROOMS, read_service_room},
    {STMT_SERVICE_DURATIONS, read_duration},
};

static enum err
read_part(struct store *s, const struct part *part, struct practice *p)
{
	struct stmt st = stmt_begin(s, part->rows);

	while (stmt_row(&st))
		part->read(p, &st);
	return stmt_end(&st);
}

static enum err
read_all(struct store *s, struct practice *p)
{
	enum err e = read_settings(s, &p->settings);

	if (e == ERR_OK)
		e = read_rooms(s, p);
	if (e == ERR_OK)
		e = read_therapists(s, p);
	if (e == ERR_OK)
		e = read_services(s, p);
	if (e == ERR_OK)
		e = read_persons(s, p);
	if (e == ERR_OK)
		e = words_read(s, p);
	for (size_t i = 0; e == ERR_OK && i < array_size(parts); i++)
		e = read_part(s, &parts[i], p);
	return e;
}

enum err
store_practice(struct store *s, struct practice *out)
{
	struct practice p = {0};
	bool alone;
	enum err e = store_read_alone(s, &alone);

	if (e != ERR_OK)
		return e;
	e = read_all(s, &p);
	if (alone)
		store_read_end(s);
	if (e == ERR_OK)
		*out = p;
	else
		practice_release(&p);
	return e;
}

enum err
store_setting_set(struct store *s, enum setting id, const char *value)
{
	struct stmt st = stmt_begin(s, STMT_SETTING_SET);
	enum err e;

	stmt_bind_text(&st, ":key", setting_rows[id].key);
	stmt_bind_text(&st, ":value", value);
	e = stmt_run(&st);
	/* The digits a phone is found by depend on the country. */
	if (e == ERR_OK && id == SETTING_PHONE_COUNTRY)
		e = store_clients_reindex(s);
	return e;
}
