/* Calendars out: from the rows of one read transaction into the stream of ics. */
#include <frontdesk/desk_file.h>

#include <frontdesk/mem.h>

#include "side.h"

/* Held and void rows are never exported, gone ones only when asked for (calendar.md E10). */
static bool
exported(const struct appt *a, bool with_cancelled)
{
	if (a->state == APPT_HELD || a->state == APPT_VOID)
		return false;
	return appt_state_holds(a->state) || with_cancelled;
}

struct bounds {
	civil_min from, until;
};

static bool
widen(void *arg, const struct appt *a)
{
	struct bounds *b = arg;

	if (b->from == CIVIL_NONE || a->start < b->from)
		b->from = a->start;
	if (b->until == CIVIL_NONE || a->start >= b->until)
		b->until = a->start + 1;
	return true;
}

struct stream {
	struct ics *ics;
	bool with_cancelled;
	enum err err;
};

static bool
put(void *arg, const struct appt *a)
{
	struct stream *s = arg;

	if (exported(a, s->with_cancelled))
		s->err = ics_event(s->ics, a);
	return s->err == ERR_OK;
}

static struct appt_query
query_of(const struct export_query *q)
{
	return (struct appt_query){
	    .from = q->from,
	    .until = q->until,
	    .therapist_id = q->therapist_id,
	    .room_id = q->room_id,
	    .client_id = q->client_id,
	    .appt_id = q->appt_id,
	    .holds_only = !q->with_cancelled,
	};
}

static enum err
stream(struct desk *d, const struct export_query *q, const struct ics_options *o, FILE *out,
    int64_t *bytes, int64_t *events)
{
	const struct appt_query rows = query_of(q);
	struct stream s = {.with_cancelled = q->with_cancelled};
	enum err e, ended;

	e = ics_begin(&s.ics, out, o);
	if (e != ERR_OK)
		return e;
	e = store_appts(d->store, &rows, put, &s);
	if (e == ERR_OK)
		e = s.err;
	ended = ics_end(s.ics, bytes, events);
	return e != ERR_OK ? e : ended;
}

/* What went out, and whose record it belongs to: an appointment is its client's. */
static enum err
say_full(struct desk *d, const struct export_query *q, struct str *what, int64_t *client_id)
{
	struct appt a = {0};
	enum err e = ERR_OK;

	*client_id = q->client_id;
	if (q->appt_id == 0) {
		str_add(what, "Exported a calendar with clients' names");
		return ERR_OK;
	}
	e = store_appt(d->store, q->appt_id, &a);
	if (e == ERR_OK) {
		str_addf(
		    what, "Exported appointment #%lld with full details", (long long)q->appt_id);
		*client_id = a.client_id;
	}
	appt_release(&a);
	return e;
}

/* Whoever sends out names says so in the audit, before anything leaves. */
static enum err
audit_full(struct desk *d, const struct export_query *q)
{
	struct store_step step = desk_note_step(d, "Exported a calendar with clients' names");
	struct str what = {0};
	int64_t client_id;
	enum err e;

	if (q->detail != ICS_FULL)
		return ERR_OK;
	step.no_undo = true;
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = say_full(d, q, &what, &client_id);
	if (e == ERR_OK)
		e = store_audit_add(d->store, "export", client_id, str_text(&what));
	str_release(&what);
	return desk_end(d, e, false);
}

static void
calendar_name(const struct desk *d, const struct export_query *q, struct str *out)
{
	const struct therapist *t = practice_therapist(&d->practice, q->therapist_id);
	const struct room *r = practice_room(&d->practice, q->room_id);

	str_add(out, settings_text(&d->practice.settings, SETTING_NAME));
	if (t != NULL)
		str_addf(out, " - %s", t->name);
	if (r != NULL)
		str_addf(out, " - %s", r->name);
}

enum err
desk_export(
    struct desk *d, const struct export_query *q, FILE *out, int64_t *bytes, int64_t *events)
{
	const struct appt_query rows = query_of(q);
	struct bounds bounds = {CIVIL_NONE, CIVIL_NONE};
	struct str name = {0};
	struct ics_options o;
	enum err e;

	e = audit_full(d, q);
	if (e == ERR_OK)
		e = store_read_begin(d->store);
	if (e != ERR_OK)
		return e;
	calendar_name(d, q, &name);
	/* What is written decides the form of its time zone. */
	e = store_appts(d->store, &rows, widen, &bounds);
	if (bounds.from == CIVIL_NONE)
		bounds.from = bounds.until = desk_now(d);
	o = (struct ics_options){
	    .zone = d->zone,
	    .practice = &d->practice,
	    .detail = q->detail,
	    .utc = q->utc,
	    .client_file = q->client_id != 0 || q->appt_id != 0,
	    .alarm = q->alarm,
	    .aftercare = q->aftercare,
	    .name = q->appt_id == 0 ? str_text(&name) : NULL,
	    .from = bounds.from,
	    .until = bounds.until,
	};
	if (e == ERR_OK)
		e = stream(d, q, &o, out, bytes, events);
	store_read_end(d->store);
	str_release(&name);
	return e;
}
