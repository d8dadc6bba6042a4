/* What happened in a session: saved by rev, locked once signed, added to. */
#include <stdint.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "health.h"

static const char *
feedback_at(size_t i)
{
	return feedback_word((enum feedback)i);
}

static void
read_visit(struct stmt *st, struct visit *v)
{
	*v = (struct visit){
	    .appt_id = stmt_i64(st, "appointment_id"),
	    .note = stmt_text(st, "note"),
	    .rev = (int)stmt_i64(st, "rev"),
	    .pain_before = health_number(st, "pain_before", PAIN_NONE),
	    .pain_after = health_number(st, "pain_after", PAIN_NONE),
	    .comfort = health_number(st, "comfort", PAIN_NONE),
	    .pressure = health_number(st, "pressure", 0),
	    .feedback = (enum feedback)health_word(st, "feedback", feedback_at, FEEDBACK_COUNT),
	    .techniques = stmt_text(st, "techniques"),
	    .soap = {stmt_text(st, "subjective"), stmt_text(st, "objective"),
		stmt_text(st, "assessment"), stmt_text(st, "plan")},
	    .signed_at = stmt_i64(st, "signed_at"),
	    .signed_by = stmt_text(st, "signed_by"),
	    .again_days = (int)stmt_i64(st, "again_days"),
	    .again_times = (int)stmt_i64(st, "again_times"),
	    .aftercare = stmt_i64(st, "aftercare") != 0,
	    .start = record_min(st, "start_m"),
	    .service_id = stmt_i64(st, "service_id"),
	    .therapist_id = stmt_i64(st, "therapist_id"),
	};
}

static enum err
read_regions(struct store *s, int64_t appt_id, struct region_list *out)
{
	struct stmt st = stmt_begin(s, STMT_VISIT_REGIONS);

	stmt_bind_i64(&st, ":id", appt_id);
	while (stmt_row(&st)) {
		struct region *r = list_push(out);

		*r = (struct region){
		    .side = stmt_peek(&st, "side")[0],
		    .pain = PAIN_NONE,
		    .pressure = health_number(&st, "pressure", 0),
		};
		(void)snprintf(r->code, sizeof(r->code), "%s", stmt_peek(&st, "code"));
	}
	return stmt_end(&st);
}

static enum err
read_addenda(struct store *s, struct visit *v)
{
	struct stmt st = stmt_begin(s, STMT_VISIT_ADDENDA);

	stmt_bind_i64(&st, ":id", v->appt_id);
	while (stmt_row(&st))
		*list_push(&v->addenda) = (struct addendum){.at = stmt_i64(&st, "at"),
		    .who = stmt_text(&st, "who"),
		    .text = stmt_text(&st, "text")};
	return stmt_end(&st);
}

enum err
store_visit(struct store *s, int64_t appt_id, struct visit *out)
{
	struct stmt st = stmt_begin(s, STMT_VISIT);
	struct visit v;
	enum err e;

	visit_init(&v);
	stmt_bind_i64(&st, ":id", appt_id);
	while (stmt_row(&st)) {
		visit_release(&v);
		read_visit(&st, &v);
	}
	e = stmt_end(&st);
	if (e == ERR_OK && v.appt_id != 0)
		e = read_regions(s, appt_id, &v.regions);
	if (e == ERR_OK && v.appt_id != 0)
		e = read_addenda(s, &v);
	if (e == ERR_OK)
		*out = v;
	else
		visit_release(&v);
	return e;
}

/* The statement tells the newest first. */
static void
turn_round(struct visit_list *l)
{
	for (size_t i = 0; i < l->n / 2; i++) {
		struct visit v = l->v[i];

		l->v[i] = l->v[l->n - 1 - i];
		l->v[l->n - 1 - i] = v;
	}
}

enum err
store_visits(
    struct store *s, int64_t client_id, civil_min before, size_t most, struct visit_list *out)
{
	struct stmt st = stmt_begin(s, STMT_VISITS);
	struct visit_list found = {0};
	enum err e;

	stmt_bind_i64(&st, ":client", client_id);
	stmt_bind_i64(&st, ":before", before == 0 ? INT64_MAX : before);
	stmt_bind_i64(&st, ":most", most == 0 ? -1 : (int64_t)most);
	while (stmt_row(&st))
		read_visit(&st, list_push(&found));
	e = stmt_end(&st);
	for (size_t i = 0; e == ERR_OK && i < found.n; i++)
		e = read_regions(s, found.v[i].appt_id, &found.v[i].regions);
	turn_round(&found);
	if (e == ERR_OK)
		*out = found;
	else
		visit_list_release(&found);
	return e;
}

static bool
same_regions(const struct region_list *a, const struct region_list *b)
{
	bool same = a->n == b->n;

	for (size_t i = 0; same && i < a->n; i++)
		same = strcmp(a->v[i].code, b->v[i].code) == 0 && a->v[i].side == b->v[i].side &&
		    a->v[i].pressure == b->v[i].pressure;
	return same;
}

static enum err
add_region(struct store *s, int64_t appt_id, const struct region *r, size_t place)
{
	struct stmt st = stmt_begin(s, STMT_VISIT_REGION_ADD);

	stmt_bind_i64(&st, ":id", appt_id);
	stmt_bind_i64(&st, ":place", (int64_t)place);
	stmt_bind_text(&st, ":code", r->code);
	record_bind_letter(&st, ":side", r->side);
	health_bind_number(&st, ":pressure", r->pressure, 0);
	return stmt_run(&st);
}

/* Those of a signed visit are not touched: as they are they may be saved. */
static enum err
save_regions(struct store *s, const struct visit *v)
{
	struct region_list now = {0};
	enum err e = read_regions(s, v->appt_id, &now);
	bool same = same_regions(&now, &v->regions);

	region_list_release(&now);
	if (e != ERR_OK || same)
		return e;
	e = record_run(s, STMT_VISIT_REGIONS_CLEAR, v->appt_id);
	for (size_t i = 0; e == ERR_OK && i < v->regions.n; i++)
		e = add_region(s, v->appt_id, &v->regions.v[i], i);
	return e;
}

static enum err
save_row(struct store *s, struct visit *v)
{
	static const char *const soap[] = {":subjective", ":objective", ":assessment", ":plan"};
	struct stmt st = stmt_begin(s, STMT_VISIT_UPDATE);
	int64_t id = v->appt_id;

	record_bind(&st, v->appt_id, v->rev);
	stmt_bind_text(&st, ":note", v->note);
	health_bind_number(&st, ":pain_before", v->pain_before, PAIN_NONE);
	health_bind_number(&st, ":pain_after", v->pain_after, PAIN_NONE);
	health_bind_number(&st, ":comfort", v->comfort, PAIN_NONE);
	health_bind_number(&st, ":pressure", v->pressure, 0);
	stmt_bind_text(&st, ":feedback", feedback_word(v->feedback));
	stmt_bind_text(&st, ":techniques", v->techniques);
	for (size_t i = 0; i < array_size(soap); i++)
		stmt_bind_text(&st, soap[i], v->soap[i]);
	stmt_bind_id(&st, ":signed_at", v->signed_at);
	stmt_bind_text(&st, ":signed_by", v->signed_by);
	stmt_bind_i64(&st, ":again_days", v->again_days);
	stmt_bind_i64(&st, ":again_times", v->again_times);
	stmt_bind_i64(&st, ":aftercare", v->aftercare);
	return record_saved(&st, STMT_VISIT_CHANGED, "visit", &id, &v->rev);
}

enum err
store_visit_save(struct store *s, struct visit *v)
{
	enum err e = ERR_OK;

	if (v->rev == 0) {
		struct stmt st = stmt_begin(s, STMT_VISIT_BEGIN);

		record_bind(&st, 0, 0);
		stmt_bind_i64(&st, ":id", v->appt_id);
		e = stmt_run(&st);
	}
	/* First the regions: with the row they may be signed. */
	if (e == ERR_OK)
		e = save_regions(s, v);
	return e == ERR_OK ? save_row(s, v) : e;
}

enum err
store_visit_addendum(struct store *s, int64_t appt_id, const char *text)
{
	struct stmt st = stmt_begin(s, STMT_VISIT_ADDENDUM_ADD);
	bool added = false;

	record_bind(&st, 0, 0);
	stmt_bind_i64(&st, ":id", appt_id);
	stmt_bind_text(&st, ":text", text);
	while (stmt_row(&st))
		added = true;
	return record_end(&st, added, "visit", appt_id);
}
