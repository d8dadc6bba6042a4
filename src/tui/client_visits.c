#include "client_visits.h"

#include "alert_form.h"
#include "booking.h"
#include "client_form.h"
#include "day.h"
#include "intake_form.h"
#include "note_form.h"
#include "papers_form.h"

void
client_visits_release(struct client_visits *v)
{
	client_sheet_release(&v->sheet);
}

const struct appt *
client_visits_selected(const struct client_visits *v)
{
	return v->list.at < v->sheet.visits.n ? &v->sheet.visits.v[v->list.at] : NULL;
}

enum err
client_visits_load(struct client_visits *v, int64_t client_id, size_t most)
{
	const struct appt *at = client_visits_selected(v);
	const int64_t visit = at != NULL ? at->id : 0;
	const bool same = v->sheet.client.id == client_id;
	enum err e = ERR_OK;

	if (client_id == 0)
		client_sheet_release(&v->sheet);
	else
		e = client_sheet_load(&v->sheet, v->app->desk, client_id, most);
	if (e != ERR_OK)
		return e;
	if (!same) {
		v->list.at = client_sheet_past(&v->sheet, desk_now(v->app->desk));
		v->list.at -= v->list.at > 0;
	}
	for (size_t i = 0; i < v->sheet.visits.n; i++) {
		if (v->sheet.visits.v[i].id == visit)
			v->list.at = i;
	}
	v->list.n = v->sheet.visits.n;
	scroll_fit(&v->list);
	return ERR_OK;
}

/* --- The day under it ------------------------------------------------------------------------ */

static struct day *
day_under(const struct client_visits *v)
{
	return (struct day *)v->app->views[0];
}

static unsigned
day_mode(const struct client_visits *v)
{
	const struct view *d = &day_under(v)->view;

	return d->ops->where(d);
}

static void
to_day(struct client_visits *v, enum cmd c, const char *words)
{
	struct view *d = &day_under(v)->view;

	d->ops->command(d, c, words);
}

bool
client_visits_ask(const struct client_visits *v)
{
	return day_mode(v) != IN_DAY;
}

unsigned
client_visits_where(const struct client_visits *v)
{
	return client_visits_ask(v) ? day_mode(v) : IN_CLIENT;
}

bool
client_visits_back(struct client_visits *v)
{
	if (!client_visits_ask(v))
		return false;
	to_day(v, CMD_BACK, NULL);
	return true;
}

void
client_visits_begin(struct client_visits *v)
{
	(void)client_visits_back(v);
}

void
client_visits_echo(const struct client_visits *v, enum cmd c, const char *words, struct lines *out)
{
	day_echo(&day_under(v)->view, c, words, out);
}

void
client_visits_draw_open(const struct client_visits *v, struct canvas *c)
{
	if (day_under(v)->card)
		card_draw(day_under(v), c);
}

void
client_visits_focus(const struct client_visits *v, struct str *out)
{
	if (client_visits_ask(v))
		day_focus(&day_under(v)->view, out);
	else if (client_visits_selected(v) != NULL)
		desk_appt_line(v->app->desk, client_visits_selected(v), out);
	else
		str_add(out, "No visits.");
}

bool
client_visits_subject(const struct client_visits *v, struct subject *out)
{
	const struct view *d = &day_under(v)->view;

	if (client_visits_ask(v))
		return d->ops->subject(d, out);
	*out = (struct subject){"client", v->sheet.client.id};
	return true;
}

uint64_t
client_visits_lack(const struct client_visits *v)
{
	return client_visits_ask(v) || client_visits_selected(v) != NULL ? 0 : ON_ROW;
}

bool
client_visits_show(const struct client_visits *v, int64_t appt_id)
{
	for (size_t i = 0; i < v->sheet.visits.n; i++) {
		if (v->sheet.visits.v[i].id == appt_id)
			return true;
	}
	return false;
}

/* --- Doing ----------------------------------------------------------------------------------- */

/* The day stands on the selected visit; false: said why not. */
static bool
stand(struct client_visits *v)
{
	if (client_visits_selected(v) != NULL)
		return day_stand_on(day_under(v), client_visits_selected(v));
	app_say(v->app, ROLE_TEXT, "No visits yet; n books one.");
	return false;
}

static void
pick_up(struct client_visits *v)
{
	struct app *a = v->app;

	if (!stand(v))
		return;
	app_to_day(a); /* the view is gone from here on */
	app_command(a, CMD_PICK_UP, NULL);
}

/* Of a visit for which they have arrived the day asks whether anything changed. */
static void
health(struct client_visits *v)
{
	const struct appt *a = client_visits_selected(v);

	if (a != NULL && a->state == APPT_ARRIVED && stand(v))
		to_day(v, CMD_HEALTH, NULL);
	else
		intake_form_push(v->app, v->sheet.client.id);
}

/* What is done to the client. */
static bool
act_client(struct client_visits *v, enum cmd c)
{
	const struct booking_seed seed = {.client_id = v->sheet.client.id, .start = CIVIL_NONE};

	switch (c) {
	case CMD_BOOK_FOR:
		booking_push(v->app, &seed);
		return true;
	case CMD_ADD_CLIENT:
		client_form_new(v->app, "");
		return true;
	case CMD_EDIT_CLIENT:
		client_form_edit(v->app, &v->sheet.client);
		return true;
	case CMD_ALERTS:
		alert_form_push(v->app, v->sheet.client.id);
		return true;
	case CMD_HEALTH:
		health(v);
		return true;
	case CMD_BACK_PAIN:
		intake_form_push_back_pain(v->app, v->sheet.client.id);
		return true;
	case CMD_SIGNED:
	case CMD_CLEARED:
		papers_form_push(v->app, c, v->sheet.client.id);
		return true;
	case CMD_READ_NOTE:
		note_form_push(v->app, v->sheet.client.id);
		return true;
	case CMD_ARCHIVE:
		client_archive_turn(v->app, &v->sheet.client);
		return true;
	default:
		return false;
	}
}

static bool
act(struct client_visits *v, enum cmd c, const char *words)
{
	switch (c) {
	case CMD_PICK_UP:
		pick_up(v);
		return true;
	case CMD_OPEN:
	case CMD_CANCEL_MENU:
	case CMD_CONFIRMED:
	case CMD_ARRIVED:
	case CMD_STARTED:
	case CMD_FINISHED:
	case CMD_AGAIN:
	case CMD_LATE:
	case CMD_SPLIT_COUPLE:
	case CMD_MESSAGE_LEFT:
	case CMD_REPEAT:
	case CMD_ACKNOWLEDGE:
	case CMD_SESSION:
		if (words != NULL || stand(v))
			to_day(v, c, words);
		return true;
	default:
		return act_client(v, c);
	}
}

bool
client_visits_command(struct client_visits *v, enum cmd c, const char *words)
{
	if (!client_visits_ask(v))
		return act(v, c, words);
	to_day(v, c, words);
	return true;
}
