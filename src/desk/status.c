/* States: confirmed, arrived, started, completed, cancelled and back. */
#include <frontdesk/desk_booking.h>

#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

/* What is asked for: a state, or that it is cancelled, which the clock gives its state. */
struct change {
	int64_t appt_id;
	int rev; /* as seen; 0 = as it is */
	enum appt_state to;
	const enum cancel_by *cancel; /* NULL: to */
	bool force, dry_run;
	const char *reason;
};

static enum err
check_order(struct desk *d, const struct appt *a, enum appt_state to, struct findings *out)
{
	switch (appt_step(a, to, desk_now(d))) {
	case STEP_ORDER:
		findings_add(out, LEVEL_SOFT, FINDING_OUT_OF_ORDER, 0, "%s", err_message());
		return ERR_OK;
	case STEP_OK:
		return ERR_OK;
	case STEP_NEVER:
		break;
	}
	return ERR_REFUSED; /* appt_step() has said why */
}

/* Of days past it is late. */
static enum err
check_start(struct desk *d, const struct appt *a, enum appt_state to, struct findings *out)
{
	if (!appt_has_begun(to) || appt_has_begun(a->state) ||
	    civil_day_of(a->start) < civil_day_of(desk_now(d)))
		return ERR_OK;
	return health_check_start(d, a, out);
}

/* All of it is asked at once: nothing is forced that was not shown. */
static enum err
is_answered(const struct change *c, const struct findings *f)
{
	switch (findings_worst(f)) {
	case LEVEL_HARD:
		return err_set(ERR_REFUSED, "%s", f->v[0].text);
	case LEVEL_SOFT:
		return c->force ? ERR_OK : err_set(ERR_NEEDS_YES, "%s", f->v[0].text);
	case LEVEL_NOTICE:
		break;
	}
	return ERR_OK;
}

/*
 * What a session was begun in spite of, for the log: " (in spite of: the therapist's OK, consent)".
 * What the flag is does not stand there.
 */
static void
say_in_spite(const struct findings *f, struct str *label)
{
	static const struct {
		enum finding_code code;
		const char *says;
	} missing[] = {
	    {FINDING_FLAG_CLEAR, "a clinician's OK missing"},
	    {FINDING_FLAG_OPEN, "the therapist's OK missing"},
	    {FINDING_INTAKE_MISSING, "no intake"},
	    {FINDING_INTAKE_OLD, "an old intake"},
	    {FINDING_NOTE_UNREAD, "an unread note"},
	    {FINDING_CONSENT_MISSING, "consent missing"},
	};
	bool first = true;

	for (size_t i = 0; i < array_size(missing); i++)
		if (findings_has(f, missing[i].code)) {
			str_addf(label, "%s%s", first ? " (in spite of: " : ", ", missing[i].says);
			first = false;
		}
	str_add(label, first ? "" : ")");
}

/* Its time is freed, or taken again; turnover follows. */
static enum err
enter(struct desk *d, struct appt *a, enum appt_state to, const struct change *c)
{
	bool held = appt_state_holds(a->state), holds = appt_state_holds(to);
	enum err e = ERR_OK;

	if (!held && holds)
		e = turnover_again(d, a, c->force);
	if (e != ERR_OK)
		return e;
	appt_enter(a, to, desk_utc(d));
	if (a->state == APPT_HELD && a->hold_until == CIVIL_NONE)
		a->hold_until = hold_until(d, a->start);
	if (c->reason != NULL)
		xstrset(&a->reason, c->reason);
	e = store_appt_update(d->store, a);
	if (e == ERR_OK && held && !holds)
		e = turnover_back(d, a);
	return e;
}

/* A couple leaves the plan and comes back together; who has come is said of each. */
static bool
is_shared(enum appt_state to)
{
	return !appt_state_holds(to) && to != APPT_NOSHOW && to != APPT_LEFT;
}

/* A couple's other row follows, when it stands where the first one stood. */
static enum err
enter_party(struct desk *d, const struct change *c, enum appt_state was, struct booking *io)
{
	enum appt_state to = io->appt.state;
	struct appt_list others = {0};
	enum err e;

	if (!is_shared(was) && !is_shared(to))
		return ERR_OK;
	e = party_others(d, &io->appt, &others);
	for (size_t i = 0; i < others.n && e == ERR_OK; i++) {
		if (others.v[i].state != was)
			continue;
		e = enter(d, &others.v[i], to, c);
		appt_release(&io->appt2);
		appt_copy(&io->appt2, &others.v[i]);
	}
	appt_list_release(&others);
	return e;
}

/* Who has come now, and had not: what the desk is to be told of them. */
static enum err
find_alerts(struct desk *d, enum appt_state was, struct booking *io)
{
	const bool before = appt_state_holds(was) && was >= APPT_ARRIVED;
	const enum appt_state now = io->appt.state;
	struct words alerts = {0};
	enum err e = ERR_OK;

	if (!before && appt_state_holds(now) && now >= APPT_ARRIVED)
		e = alerts_at(d, io->appt.client_id, ALERT_AT_CHECK_IN, &alerts);
	for (size_t i = 0; i < alerts.n; i++)
		findings_add(
		    &io->findings, LEVEL_NOTICE, FINDING_ALERT, 0, "Alert: %s", alerts.v[i]);
	words_release(&alerts);
	return e;
}

/* What the step is called: "Cancelled", "In session", "Taken back to booked". */
static void
label_step(const struct desk *d, const struct booking *b, enum appt_state was, struct str *label)
{
	enum appt_state now = b->appt.state;
	const char *title = appt_state_title(now);

	if (appt_state_holds(now) && (now < was || !appt_state_holds(was)))
		str_addf(label, "Taken back to %s ", title);
	else
		str_addf(
		    label, "%c%s ", title[0] >= 'a' ? title[0] - 'a' + 'A' : title[0], title + 1);
	desk_booking_line(d, b, label);
}

static enum err
cancelled_state(const struct desk *d, const struct appt *a, enum cancel_by by, enum appt_state *to)
{
	if (!appt_state_holds(a->state))
		return err_set(
		    ERR_REFUSED, "this appointment is %s already", appt_state_title(a->state));
	*to = by == CANCEL_PRACTICE
	    ? APPT_PRACTICE
	    : appt_cancelled(a->start, desk_now(d),
		  settings_number(&d->practice.settings, SETTING_LATE_CANCEL));
	return ERR_OK;
}

static enum err
change_inside(struct desk *d, const struct change *c, struct booking *out)
{
	struct appt *a = &out->appt;
	struct str label = {0};
	enum appt_state was, to = c->to;
	enum err e;

	e = desk_reload(d);
	if (e == ERR_OK)
		e = store_appt(d->store, c->appt_id, a);
	if (e != ERR_OK)
		return e;
	if (c->rev != 0 && c->rev != a->rev)
		return store_stale(d->store, "appointment", a->last_by, a->updated);
	was = a->state;
	if (c->cancel != NULL)
		e = cancelled_state(d, a, *c->cancel, &to);
	if (e == ERR_OK)
		e = check_order(d, a, to, &out->findings);
	if (e == ERR_OK)
		e = check_start(d, a, to, &out->findings);
	if (e == ERR_OK)
		e = is_answered(c, &out->findings);
	if (e == ERR_OK)
		e = enter(d, a, to, c);
	if (e == ERR_OK)
		e = enter_party(d, c, was, out);
	if (e == ERR_OK)
		e = find_alerts(d, was, out);
	if (e == ERR_OK) {
		label_step(d, out, was, &label);
		say_in_spite(&out->findings, &label);
		store_relabel(d->store, str_text(&label), c->reason);
	}
	str_release(&label);
	return e;
}

static enum err
change(struct desk *d, const struct change *c, struct booking *out)
{
	/* What comes back may find its time taken: the commit says by whom. */
	struct store_step step = desk_step(d, "Changed");
	enum err e;

	*out = (struct booking){0};
	step.deferred = true;
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	return desk_end(d, change_inside(d, c, out), c->dry_run);
}

enum err
desk_status(struct desk *d, int64_t appt_id, int rev, enum appt_state to, bool force,
    const char *reason, struct booking *out)
{
	const struct change c = {
	    .appt_id = appt_id, .rev = rev, .to = to, .force = force, .reason = reason};

	return change(d, &c, out);
}

enum err
desk_cancel(struct desk *d, int64_t appt_id, int rev, enum cancel_by by, const char *reason,
    bool force, bool dry_run, struct booking *out)
{
	const struct change c = {.appt_id = appt_id,
	    .rev = rev,
	    .cancel = &by,
	    .force = force,
	    .reason = reason,
	    .dry_run = dry_run};

	return change(d, &c, out);
}
