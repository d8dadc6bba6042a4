/* What the desk hears and marks: a message left, a client who comes late, a therapist who runs
 * late. */
#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_practice.h>

#include "fields.h"
#include "side.h"

static enum err
mark_inside(
    struct desk *d, int64_t appt_id, int rev, const bool *left, civil_min at, struct booking *out)
{
	struct appt *a = &out->appt;
	struct str label = {0};
	char hm[CIVIL_HM_SIZE];
	enum err e = desk_reload(d);

	if (e == ERR_OK)
		e = store_appt(d->store, appt_id, a);
	if (e != ERR_OK)
		return e;
	if (rev != 0 && rev != a->rev)
		return store_stale(d->store, "appointment", a->last_by, a->updated);
	if (left == NULL)
		e = appt_may_expect(a, at);
	if (e != ERR_OK)
		return e;
	if (left != NULL) {
		a->message_left = *left;
		str_add(&label, *left ? "Message left: " : "No message left: ");
	} else {
		a->expected = at;
		str_addf(&label, at > a->start ? "Expected %s: " : "Expected in time: ",
		    settings_hm(&d->practice.settings, at, hm));
	}
	desk_booking_line(d, out, &label);
	store_relabel(d->store, str_text(&label), NULL);
	str_release(&label);
	return store_appt_update(d->store, a);
}

static enum err
mark(struct desk *d, int64_t appt_id, int rev, const bool *left, civil_min at, struct booking *out)
{
	struct store_step step = desk_step(d, "Marked");
	enum err e;

	*out = (struct booking){0};
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	return desk_end(d, mark_inside(d, appt_id, rev, left, at, out), false);
}

enum err
desk_message_left(struct desk *d, int64_t appt_id, int rev, bool left, struct booking *out)
{
	return mark(d, appt_id, rev, &left, CIVIL_NONE, out);
}

enum err
desk_expect(struct desk *d, int64_t appt_id, int rev, civil_min at, struct booking *out)
{
	return mark(d, appt_id, rev, NULL, at, out);
}

enum err
desk_runs_late(struct desk *d, int64_t therapist_id, civil_day day, int minutes)
{
	struct store_step step = desk_step(d, "Runs late");
	const struct therapist *t;
	enum err e;

	if (minutes < 0 || minutes > DESK_LATE_MAX)
		return err_set(ERR_USAGE, "%d min late is none of 0 to %d", minutes, DESK_LATE_MAX);
	/* Not set up, though it stands in their row: whoever sits at the desk says it. */
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = desk_reload(d);
	if (e != ERR_OK)
		return desk_setup_end(d, e);
	t = practice_therapist(&d->practice, therapist_id);
	if (t == NULL)
		return desk_setup_end(
		    d, err_set(ERR_NOT_FOUND, "no therapist #%lld", (long long)therapist_id));
	desk_setup_label(d, minutes > 0 ? "Runs late:" : "In time:", "therapist", t->name);
	return desk_setup_end(d, store_therapist_late(d->store, therapist_id, day, minutes));
}
