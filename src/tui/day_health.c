/* The key of health: of who has arrived whether anything changed, of others the form. */
#include "day.h"

#include <frontdesk/desk_health.h>

#include "intake_form.h"

static void
open_form(struct day *d, bool back_pain)
{
	const struct appt *a = day_needs_appt(d);

	if (a == NULL)
		return;
	if (back_pain)
		intake_form_push_back_pain(d->view.app, a->client_id);
	else
		intake_form_push(d->view.app, a->client_id);
}

void
day_health(struct day *d)
{
	struct desk *desk = d->view.app->desk;
	const struct appt *a = day_selected_appt(d);
	const bool here = a != NULL && a->state == APPT_ARRIVED;
	int64_t stamp = 0;

	if (here && desk_intake_stamp(desk, a->client_id, &stamp) != ERR_OK) {
		app_say_error(d->view.app);
	} else if (stamp == 0) { /* not here, or nothing it could have changed from */
		open_form(d, false);
	} else {
		d->change.client_id = a->client_id;
		d->change.since = civil_day_of(desk_civil(desk, stamp));
		d->change.appt_id = a->id;
	}
}

void
day_back_pain(struct day *d)
{
	open_form(d, true);
}

/* "2 Sep", of another year "2 Sep 2025" */
static void
say_since(const struct day *d, struct str *out)
{
	int year, month, mday, now, ignored;

	civil_to_ymd(d->change.since, &year, &month, &mday);
	civil_to_ymd(civil_day_of(d->view.app->now), &now, &ignored, &ignored);
	str_addf(out, "%d %s", mday, civil_month_name(month));
	if (year != now)
		str_addf(out, " %d", year);
}

void
day_say_change(const struct day *d, struct str *out)
{
	str_add(out, "Any change since ");
	say_since(d, out);
	str_add(out, "?  n no · y form · Esc not asked");
}

void
day_say_age(const struct day *d, struct str *out)
{
	const struct settings *s = &day_desk(d)->practice.settings;
	const civil_day today = civil_day_of(d->view.app->now);
	const int days = (int)(today - d->change.since);
	const struct appt *a = day_selected_appt(d);

	if (a != NULL && a->id == d->change.appt_id)
		day_say_short(d, out, a);
	str_add(out, ": last told ");
	say_since(d, out);
	str_addf(out, ", %d day%s ago", days, days == 1 ? "" : "s");
	if (intake_is_old(d->change.since, settings_number(s, SETTING_INTAKE_MONTHS), today))
		str_add(out, ", too old: ask anew");
}

static void
stamp(struct day *d, int64_t client_id, int64_t appt_id)
{
	struct app *app = d->view.app;
	const struct appt *a;
	struct str who = {0};

	if (desk_no_change(app->desk, client_id) != ERR_OK) {
		app_say_error(app);
		return;
	}
	app_changed(app);
	a = day_selected_appt(d);
	if (a != NULL && a->id == appt_id) {
		str_addc(&who, ' ');
		day_say_short(d, &who, a);
	}
	app_say(app, ROLE_MESSAGE, "No change in health, asked today:%s.  u Undo", str_text(&who));
	str_release(&who);
}

void
day_change(struct day *d, enum cmd answer)
{
	const int64_t client_id = d->change.client_id, appt_id = d->change.appt_id;

	d->change.client_id = 0;
	if (answer == CMD_NO_CHANGE)
		stamp(d, client_id, appt_id);
	else if (answer == CMD_CHANGED)
		intake_form_push(d->view.app, client_id);
	else
		app_say(d->view.app, ROLE_TEXT, "Not asked.");
}
