/* What is known of a client for the findings: the record, and what their health says of a day. */
#include <stdlib.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

struct intake_habits
desk_intake_habits(const struct desk *d)
{
	return (struct intake_habits){
	    .words = &d->practice.vocabulary,
	    .when = desk_habits(d),
	    .today = civil_day_of(desk_now(d)),
	};
}

static void
facts_of_intake(const struct desk *d, const struct health *h, civil_day day, struct client_facts *f)
{
	const struct intake_item *pressure = intake_item(&h->intake, INTAKE_PRESSURE);
	const int months = settings_number(&d->practice.settings, SETTING_INTAKE_MONTHS);

	flags_derive(&d->practice.flag_rules, &d->practice.vocabulary, h, day, &f->flags);
	f->told_at = h->intake.at;
	f->pressure = pressure != NULL && pressure->number <= PRESSURE_MOST ? pressure->number : 0;
	f->has_intake = h->intake.id != 0 || !intake_empty(&h->intake);
	f->intake_old = h->intake.stamped_at != 0 &&
	    intake_is_old(civil_day_of(desk_civil(d, h->intake.stamped_at)), months, day);
}

static enum err
facts_of_visits(struct desk *d, int64_t client_id, struct client_facts *f)
{
	struct visit_list l = {0};
	struct str last = {0};
	enum err e = store_visits(d->store, client_id, desk_now(d), 1, &l);

	if (e == ERR_OK && l.n > 0)
		visit_last(&last, &l.v[l.n - 1]);
	if (last.n > 0)
		f->last_time = str_take(&last);
	str_release(&last);
	visit_list_release(&l);
	return e;
}

static enum err
facts_of_consents(struct desk *d, int64_t client_id, civil_day day, struct client_facts *f)
{
	struct consent_list l = {0};
	struct client c;
	enum err e;

	client_init(&c);
	e = store_consents(d->store, client_id, &l);
	if (e == ERR_OK)
		e = store_client(d->store, client_id, &c);
	if (e == ERR_OK)
		f->consents_missing = consents_missing(&l, c.birth, day);
	client_release(&c);
	consent_list_release(&l);
	return e;
}

void
health_set_days(const struct desk *d, struct health *h)
{
	for (size_t i = 0; i < h->clearances.n; i++)
		h->clearances.v[i].came = civil_day_of(desk_civil(d, h->clearances.v[i].at));
}

enum err
facts_heard(struct desk *d, const char *heard, struct intake *in)
{
	const struct intake_habits habits = desk_intake_habits(d);
	struct str changes = {0};
	struct intake was;
	enum err e;

	if (heard == NULL || heard[0] == '\0')
		return ERR_OK;
	intake_copy(&was, in);
	e = intake_hear(in, &habits, heard, NULL);
	intake_changes(&changes, &was, in, &d->practice.vocabulary);
	if (changes.n > 0)
		in->id = 0;
	str_release(&changes);
	intake_release(&was);
	return e;
}

/* Names are private; to somebody who is no person here health is told as little as can be. */
static enum flag_telling
telling(const struct desk *d)
{
	if (desk_sees_private(d))
		return FLAG_TELLS_NAME;
	return desk_me(d) != NULL ? FLAG_TELLS_PROMPT : FLAG_TELLS_LEVEL;
}

enum err
facts_read(
    struct desk *d, int64_t client_id, const char *heard, civil_day day, struct client_facts *out)
{
	struct health h = {0};
	enum err e = ERR_OK;

	if (client_id == 0)
		intake_init(&h.intake);
	else
		e = store_client_facts(d->store, client_id, desk_now(d), out);
	if (e == ERR_OK && client_id != 0)
		e = store_health(d->store, client_id, &h);
	health_set_days(d, &h);
	if (e == ERR_OK)
		e = facts_heard(d, heard, &h.intake);
	if (e == ERR_OK)
		facts_of_intake(d, &h, day, out);
	out->telling = telling(d);
	if (e == ERR_OK && client_id != 0 && out->telling != FLAG_TELLS_LEVEL)
		e = facts_of_visits(d, client_id, out);
	if (e == ERR_OK && client_id != 0)
		e = facts_of_consents(d, client_id, day, out);
	if (e == ERR_OK && client_id != 0)
		e = desk_note_waits(d, client_id, &out->note_waits);
	health_release(&h);
	return e;
}

int
facts_pressure(struct desk *d, const char *heard)
{
	const struct intake_item *said;
	struct intake in;
	int level = 0;

	intake_init(&in);
	if (facts_heard(d, heard, &in) == ERR_OK &&
	    (said = intake_item(&in, INTAKE_PRESSURE)) != NULL && said->number <= PRESSURE_MOST)
		level = said->number;
	intake_release(&in);
	return level;
}

enum err
health_check_start(struct desk *d, const struct appt *a, struct findings *out)
{
	struct client_facts facts = {0};
	const struct proposal want = {
	    .service_id = a->service_id, .therapist_id = a->therapist_id, .client = &facts};
	enum err e = facts_read(d, a->client_id, NULL, civil_day_of(a->start), &facts);

	if (e == ERR_OK)
		schedule_start(&d->practice, &want, out);
	client_facts_release(&facts);
	return e;
}
