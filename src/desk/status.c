/* States: confirmed, arrived, started, completed, cancelled and back. */
#include <frontdesk/desk_booking.h>

#include <frontdesk/mem.h>

#include "side.h"

/* Whether the time of a row that comes back is still free; names who has it now. */
static enum err
still_free(struct desk *d, const struct appt *a)
{
	struct appt other = {0};
	struct str line = {0};
	int64_t id = 0;
	enum err e;

	e = store_appt_clash(d->store, a, &id);
	if (e != ERR_OK || id == 0)
		return e;
	e = store_appt(d->store, id, &other);
	if (e == ERR_OK) {
		desk_appt_line(d, &other, &line);
		e = err_set(ERR_REFUSED, "the time is booked again: %s", str_text(&line));
	}
	str_release(&line);
	appt_release(&other);
	return e;
}

static enum err
may_enter(struct desk *d, const struct appt *a, enum appt_state to, bool force)
{
	switch (appt_step(a->state, to, a->start, desk_now(d))) {
	case STEP_OK:
		return ERR_OK;
	case STEP_ORDER:
		return force ? ERR_OK : err_set(ERR_NEEDS_YES, "%s", err_message());
	case STEP_NEVER:
		break;
	}
	return ERR_REFUSED; /* appt_step() has said why */
}

static enum err
enter(struct desk *d, struct appt *a, enum appt_state to, const char *reason)
{
	bool back = !appt_state_holds(a->state) && appt_state_holds(to);
	enum err e = ERR_OK;

	appt_enter(a, to, desk_utc(d));
	if (a->state == APPT_HELD && a->hold_until == CIVIL_NONE)
		a->hold_until =
		    desk_now(d) + 60 * settings_number(&d->practice.settings, SETTING_HOLD_HOURS);
	if (reason != NULL)
		xstrset(&a->reason, reason);
	if (back)
		e = still_free(d, a);
	if (e == ERR_OK)
		e = store_appt_update(d->store, a);
	return e;
}

/* A couple's other row follows, when it stands where the first one stood. */
static enum err
enter_party(struct desk *d, const struct appt *a, enum appt_state was, enum appt_state to,
    const char *reason)
{
	struct appt_list others = {0};
	enum err e;

	e = party_others(d, a, &others);
	for (size_t i = 0; i < others.n && e == ERR_OK; i++)
		if (others.v[i].state == was)
			e = enter(d, &others.v[i], to, reason);
	appt_list_release(&others);
	return e;
}

/* What the step is called: "Cancelled", "In session", "Taken back to booked". */
static void
label_step(const struct desk *d, const struct appt *a, enum appt_state was, struct str *label)
{
	const char *title = appt_state_title(a->state);

	if (appt_state_holds(a->state) && (a->state < was || !appt_state_holds(was)))
		str_addf(label, "Taken back to %s ", title);
	else
		str_addf(
		    label, "%c%s ", title[0] >= 'a' ? title[0] - 'a' + 'A' : title[0], title + 1);
	desk_appt_line(d, a, label);
}

static enum err
status_inside(struct desk *d, int64_t appt_id, int rev, enum appt_state to, bool force,
    const char *reason, struct appt *out)
{
	struct str label = {0};
	enum appt_state was;
	enum err e;

	e = store_appt(d->store, appt_id, out);
	if (e != ERR_OK)
		return e;
	if (rev != 0 && rev != out->rev)
		return err_set(ERR_BUSY, "%s changed this %lld s ago; look again", out->last_by,
		    (long long)(desk_utc(d) - out->updated));
	was = out->state;
	e = may_enter(d, out, to, force);
	if (e == ERR_OK)
		e = enter(d, out, to, reason);
	if (e == ERR_OK)
		e = enter_party(d, out, was, to, reason);
	if (e == ERR_OK) {
		label_step(d, out, was, &label);
		store_relabel(d->store, str_text(&label), reason);
	}
	str_release(&label);
	return e;
}

static enum err
change(struct desk *d, int64_t appt_id, int rev, enum appt_state to, bool force, const char *reason,
    bool dry_run, struct appt *out)
{
	struct store_step step = desk_step(d, "Changed");
	enum err e;

	*out = (struct appt){0};
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = status_inside(d, appt_id, rev, to, force, reason, out);
	return desk_end(d, e, dry_run);
}

enum err
desk_status(struct desk *d, int64_t appt_id, int rev, enum appt_state to, bool force,
    const char *reason, struct appt *out)
{
	return change(d, appt_id, rev, to, force, reason, false, out);
}

enum err
desk_cancel(struct desk *d, int64_t appt_id, int rev, enum cancel_by by, const char *reason,
    bool dry_run, struct appt *out)
{
	enum appt_state to = APPT_PRACTICE;
	struct appt a = {0};
	enum err e;

	e = store_appt(d->store, appt_id, &a);
	if (e != ERR_OK)
		return e;
	if (!appt_state_holds(a.state)) {
		e = err_set(ERR_REFUSED, "this appointment is %s already", appt_state_title(a.state));
		appt_release(&a);
		return e;
	}
	if (by == CANCEL_CLIENT)
		to = appt_cancelled(a.start, desk_now(d),
		    settings_number(&d->practice.settings, SETTING_LATE_CANCEL));
	appt_release(&a);
	return change(d, appt_id, rev, to, false, reason, dry_run, out);
}
