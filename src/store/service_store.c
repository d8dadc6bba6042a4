/* Therapists, rooms, services and persons: saving one. */
#include <frontdesk/mem.h>

#include "records.h"

static enum err
code_free(struct store *s, enum stmt_id taken, const char *code, int64_t id)
{
	struct stmt st = stmt_begin(s, taken);

	return record_code_free(&st, code, id);
}

enum err
store_room_save(struct store *s, struct room *r)
{
	enum err e = code_free(s, STMT_ROOM_TAKEN, r->code, r->id);
	struct stmt st;

	if (e != ERR_OK)
		return e;
	st = stmt_begin(s, r->id == 0 ? STMT_ROOM_INSERT : STMT_ROOM_UPDATE);
	record_bind(&st, r->id, r->rev);
	stmt_bind_text(&st, ":code", r->code);
	stmt_bind_text(&st, ":name", r->name);
	stmt_bind_i64(&st, ":capacity", r->capacity);
	stmt_bind_i64(&st, ":step_free", r->step_free);
	stmt_bind_text(&st, ":location", r->location);
	stmt_bind_i64(&st, ":active", r->active);
	return record_saved(&st, STMT_ROOM_CHANGED, "room", &r->id, &r->rev);
}

static enum err
add_skills(struct store *s, enum stmt_id add, int64_t id, const struct words *skills)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < skills->n; i++) {
		struct stmt st = stmt_begin(s, add);

		stmt_bind_i64(&st, ":id", id);
		stmt_bind_text(&st, ":skill", skills->v[i]);
		e = stmt_run(&st);
	}
	return e;
}

static enum err
add_therapist_services(struct store *s, const struct therapist *t)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < t->services.n; i++) {
		const struct therapist_service *v = &t->services.v[i];
		struct stmt st = stmt_begin(s, STMT_THERAPIST_SERVICE_ADD);

		stmt_bind_i64(&st, ":id", t->id);
		stmt_bind_i64(&st, ":service", v->service_id);
		stmt_bind_i64(&st, ":able", v->able);
		if (v->turnover < 0)
			stmt_bind_null(&st, ":turnover");
		else
			stmt_bind_i64(&st, ":turnover", v->turnover);
		e = stmt_run(&st);
	}
	return e;
}

static enum err
save_therapist_row(struct store *s, struct therapist *t)
{
	struct stmt st = stmt_begin(s, t->id == 0 ? STMT_THERAPIST_INSERT : STMT_THERAPIST_UPDATE);

	record_bind(&st, t->id, t->rev);
	stmt_bind_text(&st, ":code", t->code);
	stmt_bind_text(&st, ":name", t->name);
	record_bind_letter(&st, ":gender", t->gender);
	stmt_bind_text(&st, ":colour", t->colour);
	stmt_bind_i64(&st, ":hands_on_cap", t->hands_on_cap);
	stmt_bind_id(&st, ":usual_room_id", t->usual_room_id);
	record_bind_day(&st, ":licence_until_day", t->licence_until);
	stmt_bind_i64(&st, ":active", t->active);
	return record_saved(&st, STMT_THERAPIST_CHANGED, "therapist", &t->id, &t->rev);
}

enum err
store_therapist_save(struct store *s, struct therapist *t)
{
	enum err e = code_free(s, STMT_THERAPIST_TAKEN, t->code, t->id);

	if (e == ERR_OK)
		e = save_therapist_row(s, t);
	if (e == ERR_OK)
		e = record_run(s, STMT_THERAPIST_SKILLS_CLEAR, t->id);
	if (e == ERR_OK)
		e = add_skills(s, STMT_THERAPIST_SKILL_ADD, t->id, &t->skills);
	if (e == ERR_OK)
		e = record_run(s, STMT_THERAPIST_SERVICES_CLEAR, t->id);
	if (e == ERR_OK)
		e = add_therapist_services(s, t);
	return e;
}

enum err
store_therapist_late(struct store *s, int64_t id, civil_day day, int minutes)
{
	struct stmt st = stmt_begin(s, STMT_THERAPIST_LATE);
	int rev;

	stmt_bind_i64(&st, ":id", id);
	stmt_bind_text(&st, ":who", s->step.who);
	stmt_bind_i64(&st, ":at", s->step.at);
	record_bind_day(&st, ":day", minutes > 0 ? day : CIVIL_DAY_NONE);
	stmt_bind_i64(&st, ":minutes", minutes);
	return record_saved(&st, STMT_THERAPIST_CHANGED, "therapist", &id, &rev);
}

static enum err
add_rooms(struct store *s, int64_t id, const struct ids *rooms)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < rooms->n; i++) {
		struct stmt st = stmt_begin(s, STMT_SERVICE_ROOM_ADD);

		stmt_bind_i64(&st, ":id", id);
		stmt_bind_i64(&st, ":room", rooms->v[i]);
		e = stmt_run(&st);
	}
	return e;
}

static enum err
add_durations(struct store *s, const struct service *v)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < v->durations.n; i++) {
		struct stmt st = stmt_begin(s, STMT_SERVICE_DURATION_ADD);

		stmt_bind_i64(&st, ":id", v->id);
		stmt_bind_i64(&st, ":minutes", v->durations.v[i].minutes);
		stmt_bind_i64(&st, ":from", v->durations.v[i].from);
		stmt_bind_i64(&st, ":price", v->durations.v[i].price);
		e = stmt_run(&st);
	}
	return e;
}

static enum err
save_service_row(struct store *s, struct service *v)
{
	struct stmt st = stmt_begin(s, v->id == 0 ? STMT_SERVICE_INSERT : STMT_SERVICE_UPDATE);

	record_bind(&st, v->id, v->rev);
	stmt_bind_text(&st, ":code", v->code);
	stmt_bind_text(&st, ":name", v->name);
	stmt_bind_text(&st, ":description", v->description);
	stmt_bind_text(&st, ":desk_label", v->desk_label);
	stmt_bind_i64(&st, ":turnover", v->turnover);
	stmt_bind_i64(&st, ":min_pressure", v->min_pressure);
	stmt_bind_i64(&st, ":people", v->people);
	stmt_bind_i64(&st, ":active", v->active);
	return record_saved(&st, STMT_SERVICE_CHANGED, "service", &v->id, &v->rev);
}

enum err
store_service_save(struct store *s, struct service *v)
{
	enum err e = code_free(s, STMT_SERVICE_TAKEN, v->code, v->id);

	if (e == ERR_OK)
		e = save_service_row(s, v);
	if (e == ERR_OK)
		e = record_run(s, STMT_SERVICE_SKILLS_CLEAR, v->id);
	if (e == ERR_OK)
		e = add_skills(s, STMT_SERVICE_SKILL_ADD, v->id, &v->skills);
	if (e == ERR_OK)
		e = record_run(s, STMT_SERVICE_ROOMS_CLEAR, v->id);
	if (e == ERR_OK)
		e = add_rooms(s, v->id, &v->rooms);
	if (e == ERR_OK)
		e = record_run(s, STMT_SERVICE_DURATIONS_CLEAR, v->id);
	if (e == ERR_OK)
		e = add_durations(s, v);
	return e;
}

enum err
store_person_save(struct store *s, struct person *p)
{
	enum err e = code_free(s, STMT_PERSON_TAKEN, p->login, p->id);
	struct stmt st;

	if (e != ERR_OK)
		return e;
	st = stmt_begin(s, p->id == 0 ? STMT_PERSON_INSERT : STMT_PERSON_UPDATE);
	record_bind(&st, p->id, p->rev);
	stmt_bind_text(&st, ":login", p->login);
	stmt_bind_text(&st, ":name", p->name);
	stmt_bind_text(&st, ":role", person_role_word(p->role));
	stmt_bind_id(&st, ":therapist_id", p->therapist_id);
	stmt_bind_i64(&st, ":active", p->active);
	return record_saved(&st, STMT_PERSON_CHANGED, "person", &p->id, &p->rev);
}

enum err
store_person_pin_set(struct store *s, struct person *p, const char *hash)
{
	struct stmt st = stmt_begin(s, STMT_PERSON_PIN_SET);

	record_bind(&st, p->id, p->rev);
	stmt_bind_text(&st, ":pin", hash);
	return record_saved(&st, STMT_PERSON_CHANGED, "person", &p->id, &p->rev);
}

enum err
store_person_pin(struct store *s, int64_t id, char **hash)
{
	struct stmt st = stmt_begin(s, STMT_PERSON_PIN);
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	*hash = stmt_row(&st) ? stmt_text(&st, "pin") : NULL;
	e = stmt_end(&st);
	if (*hash == NULL)
		*hash = xstrdup("");
	return e;
}
