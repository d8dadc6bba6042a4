/* Saving the booking dialog, and what is said of it. */
#include "booking_dialog.h"

#include <frontdesk/mem.h>

#include "day.h"

/* "Booked: Friday 27 November, half past two …": what is read back to the client. */
static void
say_saved(struct booking_dialog *b, const struct booking *done)
{
	struct app *app = b->d.view.app;
	struct str s = {0};
	const char *how;

	if (done->appt.id == 0) {
		app_say(app, ROLE_TEXT, "Nothing was changed.");
		return;
	}
	how = b->was.id != 0                   ? "Changed"
	    : done->appt.state == APPT_HELD    ? "Held"
	    : done->appt.state == APPT_ARRIVED ? "Walk-in, arrived"
					       : "Booked";
	day_follow((struct day *)app->views[0], &done->appt);
	desk_read_back(booking_desk(b), done, &s);
	app_say(app, ROLE_MESSAGE, "%s: %s.  u Undo", how, str_text(&s));
	app_say_findings(app, &done->findings);
	str_release(&s);
}

static bool
is_nothing(const struct move *m)
{
	return m->start == CIVIL_NONE && m->minutes == 0 && m->therapist_id == 0 &&
	    m->room_id == 0 && m->service_id == 0 && m->desk_note == NULL &&
	    m->therapist_note == NULL;
}

static enum err
save_plan(struct booking_dialog *b, const struct plan *p, const char *yes, struct booking *out)
{
	const struct consent consent = {.yes = yes};
	struct move m;

	if (b->was.id == 0)
		return desk_book(booking_desk(b), p, &consent, out);
	if (p->therapist_id == 0)
		return err_set(ERR_USAGE, "no therapist; write a name or code");
	m = booking_move(b, p);
	if (is_nothing(&m))
		return ERR_OK;
	return desk_move(booking_desk(b), b->was.id, &m, &consent, out);
}

/* The field that the first finding is about, if it is asked; most are about the time. */
static enum booking_field
at_fault(const struct booking_dialog *b, const struct findings *f)
{
	static const struct {
		enum finding_code code;
		enum booking_field field;
	} of[] = {
	    {FINDING_CLIENT_BARRED, BOOKING_CLIENT},
	    {FINDING_CLIENT_ARCHIVED, BOOKING_CLIENT},
	    {FINDING_SERVICE_ARCHIVED, BOOKING_SERVICE},
	    {FINDING_LENGTH, BOOKING_SERVICE},
	    {FINDING_DURATION, BOOKING_SERVICE},
	    {FINDING_PARTY, BOOKING_SERVICE},
	    {FINDING_THERAPIST_ARCHIVED, BOOKING_THERAPIST},
	    {FINDING_NOT_ABLE, BOOKING_THERAPIST},
	    {FINDING_ROOM_ARCHIVED, BOOKING_ROOM},
	    {FINDING_ROOM_UNFIT, BOOKING_ROOM},
	};

	for (size_t i = 0; f->n > 0 && i < array_size(of); i++)
		if (of[i].code == f->v[0].code && !b->d.fields[of[i].field].off)
			return of[i].field;
	return BOOKING_WHEN;
}

/* It was read, but it is not saved: why. */
static void
refused(struct booking_dialog *b, const struct plan *p, enum err e, const struct booking *tried)
{
	if (e == ERR_NEEDS_YES && tried->findings.n > 0) {
		if (!booking_ask_ways(b, p, &tried->findings))
			dialog_ask(&b->d, &tried->findings);
		return;
	}
	if (!dialog_behind(&b->d, e))
		dialog_fail(&b->d, at_fault(b, &tried->findings));
}

bool
booking_save(struct dialog *d, const char *yes)
{
	struct booking_dialog *b = (struct booking_dialog *)d;
	struct booking done = {0};
	enum booking_field field = BOOKING_CLIENT;
	struct plan p = {.start = CIVIL_NONE};
	enum err e = b->was.id != 0 ? ERR_OK : booking_settle_client(b);

	if (e == ERR_OK)
		e = booking_plan(b, &p, &field);
	if (e != ERR_OK) {
		dialog_fail(d, field);
	} else {
		e = save_plan(b, &p, yes, &done);
		if (e == ERR_OK)
			say_saved(b, &done);
		else
			refused(b, &p, e, &done);
	}
	booking_release(&done);
	plan_release(&p);
	return e == ERR_OK;
}
