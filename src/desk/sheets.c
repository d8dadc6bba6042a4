/* What therapists and clients are handed: sheets of one session, cards, slips, the intake form. */
#include "sheets.h"

#include <stdlib.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>
#include <frontdesk/paper_health.h>

/* --- The therapist's sheet ------------------------------------------------------------------- */

/* What they like to be called; initials while the screen keeps names to itself. */
static enum err
read_name(struct desk *d, int64_t client_id, char **name)
{
	const char *shown;
	struct str initials = {0};
	struct client c;
	enum err e;

	client_init(&c);
	e = store_client(d->store, client_id, &c);
	shown = str_or_empty(c.preferred);
	if (shown[0] == '\0')
		shown = str_or_empty(c.first);
	if (shown[0] == '\0')
		shown = client_shown_last(c.first, c.last, c.preferred, c.phone);
	if (d->initials)
		client_initials(&initials, c.first, c.last);
	*name = xstrdup(d->initials ? str_text(&initials) : shown);
	str_release(&initials);
	client_release(&c);
	return e;
}

static const char *
plan_of(const struct visit *v)
{
	return str_or_empty(v->soap[VISIT_P - VISIT_S]);
}

/* A session without a plan leaves the one before it standing. */
static enum err
read_plan(struct desk *d, int64_t client_id, struct visit *out)
{
	struct visit_list l = {0};
	enum err e = desk_visits(d, client_id, 0, &l);

	for (size_t i = l.n; i > 0 && plan_of(out)[0] == '\0'; i--)
		xstrset(&out->soap[VISIT_P - VISIT_S], plan_of(&l.v[i - 1]));
	visit_list_release(&l);
	return e;
}

/* The newest one; what is not for these eyes is not in it. */
static enum err
read_last(struct desk *d, int64_t client_id, struct visit *out)
{
	struct visit_list l = {0};
	enum err e = desk_visits(d, client_id, 1, &l);

	if (e == ERR_OK && l.n > 0)
		*out = l.v[--l.n];
	else
		visit_init(out);
	visit_list_release(&l);
	return e == ERR_OK && out->appt_id != 0 && plan_of(out)[0] == '\0'
	    ? read_plan(d, client_id, out)
	    : e;
}

static enum err
read_session(struct desk *d, const struct appt *a, struct session *out)
{
	enum err e;

	out->appt = a;
	e = read_name(d, a->client_id, &out->name);
	if (e == ERR_OK)
		e = desk_intake(d, a->client_id, &out->intake);
	if (e == ERR_OK)
		e = desk_flags(d, a->client_id, civil_day_of(a->start), &out->flags);
	if (e == ERR_OK)
		e = desk_note_waits(d, a->client_id, &out->note_waits);
	return e == ERR_OK ? read_last(d, a->client_id, &out->last) : e;
}

enum err
sheets_of_therapists(
    struct desk *d, const struct book *b, const struct roster_options *o, struct sheet_list *out)
{
	struct session_list l = {0};
	enum err e = ERR_OK;

	for (size_t i = 0; i < b->appts.n && e == ERR_OK; i++) {
		const struct appt *a = &b->appts.v[i];

		if (appt_state_holds(a->state) && civil_day_of(a->start) == o->day &&
		    (o->therapist_id == 0 || a->therapist_id == o->therapist_id))
			e = read_session(d, a, list_push(&l));
	}
	if (e == ERR_OK)
		paper_therapist_sheets(out, &d->practice, &l, o, desk_sees_private(d));
	session_list_release(&l);
	return e;
}

/* --- For the client -------------------------------------------------------------------------- */

static enum err
read_appt(struct desk *d, int64_t appt_id, struct appt *out)
{
	enum err e = store_appt(d->store, appt_id, out);

	if (e == ERR_OK && !appt_state_holds(out->state))
		e = err_set(ERR_REFUSED, "appointment #%lld is %s", (long long)appt_id,
		    appt_state_title(out->state));
	return e;
}

enum err
desk_card(struct desk *d, int64_t appt_id, struct sheet_list *out)
{
	struct str event = {0};
	struct appt a = {0};
	enum err e = read_appt(d, appt_id, &a);

	if (e == ERR_OK)
		e = ics_small(&event, d->zone, &d->practice, &a);
	if (e == ERR_OK) {
		const struct card_options o = {.appt = &a, .event = str_text(&event)};

		paper_card(list_push(out), &d->practice, &o);
	}
	str_release(&event);
	appt_release(&a);
	return e;
}

enum err
desk_aftercare(struct desk *d, int64_t appt_id, struct sheet_list *out)
{
	struct appt a = {0};
	enum err e = read_appt(d, appt_id, &a);

	if (e == ERR_OK)
		paper_aftercare(list_push(out), &d->practice);
	appt_release(&a);
	return e;
}

enum err
desk_intake_form(struct desk *d, int64_t client_id, struct sheet_list *out)
{
	struct intake_form f = {.printed = desk_now(d)};
	struct intake in = {0};
	struct client c;
	enum err e = ERR_OK;

	client_init(&c);
	if (client_id != 0) {
		f.client = &c;
		f.intake = &in;
		e = store_client(d->store, client_id, &c);
	}
	if (e == ERR_OK && client_id != 0)
		e = desk_intake(d, client_id, &in);
	if (e == ERR_OK)
		paper_intake_form(list_push(out), &d->practice, &f);
	intake_release(&in);
	client_release(&c);
	return e;
}
