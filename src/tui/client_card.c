#include "client_card.h"

#include <stdlib.h>

#include <frontdesk/desk_booking.h>
#include <frontdesk/mem.h>

#include "alert_form.h"
#include "booking.h"
#include "client_form.h"
#include "client_sheet.h"
#include "day.h"
#include "scroll.h"

enum {
	VISITS_MAX = 2000, /* more than anybody has been given */
	FIRST_ROW = 2,
	ROWS_BELOW = 3,
	VISITS_MIN = 4, /* lines that the details leave to them */
	VISITS_LEAST = 2, /* that the alerts do */
	HEADS = 3, /* who, so far, and the line above the visits */
	TWO_COLUMNS = 80,
};

struct client_card {
	struct view view; /* first */
	int64_t id;
	struct client_sheet sheet;
	struct lines details, alerts;
	struct scroll visits;
};

/* --- The day under it ------------------------------------------------------------------------ */

static struct day *
day_under(const struct client_card *k)
{
	return (struct day *)k->view.app->views[0];
}

static unsigned
day_mode(const struct client_card *k)
{
	const struct view *d = &day_under(k)->view;

	return d->ops->where(d);
}

/* Whether the day has something open: who cancelled, a reason, the appointment. */
static bool
day_asks(const struct client_card *k)
{
	return day_mode(k) != IN_DAY;
}

static void
to_day(struct client_card *k, enum cmd c, const char *words)
{
	struct view *d = &day_under(k)->view;

	d->ops->command(d, c, words);
}

static const struct appt *
selected(const struct client_card *k)
{
	return k->visits.at < k->sheet.visits.n ? &k->sheet.visits.v[k->visits.at] : NULL;
}

/* The day stands on the selected visit; false: said why not. */
static bool
stand(struct client_card *k)
{
	if (selected(k) != NULL)
		return day_stand_on(day_under(k), selected(k));
	app_say(k->view.app, ROLE_TEXT, "No visits yet; n books one.");
	return false;
}

/* --- What is shown --------------------------------------------------------------------------- */

static int
detail_columns(const struct client_card *k)
{
	return k->view.app->columns >= TWO_COLUMNS ? 2 : 1;
}

/* Lines of alerts with their head, as many as leave the least to details and visits. */
static int
alert_rows(const struct client_card *k)
{
	const int body = k->view.app->rows - FIRST_ROW - ROWS_BELOW;
	const int wanted = k->alerts.n > 0 ? (int)k->alerts.n + 1 : 0;
	const int most = body - HEADS - 1 - VISITS_LEAST;

	return wanted < most ? wanted : most;
}

/* Lines of details, as many as leave some to the visits. */
static int
detail_rows(const struct client_card *k)
{
	const int body = k->view.app->rows - FIRST_ROW - ROWS_BELOW;
	const int columns = detail_columns(k);
	const int wanted = ((int)k->details.n + columns - 1) / columns;
	const int most = body - HEADS - VISITS_MIN - alert_rows(k);

	return most < 1 ? 1 : wanted < most ? wanted : most;
}

static int
visit_row(const struct client_card *k)
{
	return FIRST_ROW + HEADS + detail_rows(k) + alert_rows(k);
}

static void
lay_out(struct client_card *k)
{
	k->visits.n = k->sheet.visits.n;
	k->visits.rows = k->view.app->rows - ROWS_BELOW - visit_row(k);
	scroll_fit(&k->visits);
}

static enum err
client_card_load(struct view *v)
{
	struct client_card *k = (struct client_card *)v;
	struct desk *d = v->app->desk;
	const int64_t visit = selected(k) != NULL ? selected(k)->id : 0;
	const bool first = k->sheet.client.id == 0;
	enum err e = client_sheet_load(&k->sheet, d, k->id, VISITS_MAX);

	if (e != ERR_OK)
		return e;
	lines_clear(&k->details);
	lines_clear(&k->alerts);
	client_sheet_details(&k->sheet, d, &k->details);
	client_sheet_alerts(&k->sheet, d, k->view.app->columns, &k->alerts);
	if (first) /* the next visit, else the last */
		k->visits.at = client_sheet_past(&k->sheet, desk_now(d));
	k->visits.at -= first && k->visits.at > 0;
	for (size_t i = 0; i < k->sheet.visits.n; i++) {
		if (k->sheet.visits.v[i].id == visit)
			k->visits.at = i;
	}
	lay_out(k);
	return ERR_OK;
}

static enum role
draw_visit(const void *arg, size_t i, struct str *out)
{
	const struct client_card *k = arg;

	return client_visit_line(
	    k->view.app->desk, &k->sheet.visits.v[i], k->view.app->columns - 2, out);
}

static void
draw_details(const struct client_card *k, struct canvas *c, int row)
{
	const int columns = detail_columns(k), rows = detail_rows(k);
	const int width = c->columns / columns;

	for (int i = 0; i < (int)k->details.n && i < rows * columns; i++) {
		const struct said *s = &k->details.v[i];

		canvas_text(c, row + i % rows, i / rows * width, width - 1, s->role, s->text);
	}
}

static void
draw_alerts(const struct client_card *k, struct canvas *c, int row)
{
	const struct lines *l = &k->alerts;
	const size_t fit = l->n > 0 ? (size_t)alert_rows(k) - 1 : 0;
	const size_t whole = fit < l->n ? fit - 1 : fit; /* the last line says what is cut */
	struct str more = {0};
	char key[COMMAND_KEY_SIZE];

	if (fit > 0)
		client_draw_head(c, row++, 0, c->columns, "Alerts");
	for (size_t i = 0; i < whole; i++)
		canvas_text(c, row++, 0, c->columns, l->v[i].role, l->v[i].text);
	if (whole == l->n)
		return;
	command_key(CMD_ALERTS, 0, key);
	str_addf(&more, "… %zu lines more; %s lists the alerts", l->n - whole, key);
	canvas_text(c, row, 0, c->columns, ROLE_CAUTION, str_text(&more));
	str_release(&more);
}

static void
draw_who(const struct client_card *k, struct canvas *c)
{
	struct str title = {0}, so_far = {0};

	client_sheet_title(&k->sheet, k->view.app->desk, c->columns, &title);
	client_sheet_so_far(&k->sheet, &so_far);
	canvas_text(c, FIRST_ROW, 0, c->columns, ROLE_TITLE, str_text(&title));
	canvas_text(c, FIRST_ROW + 1, 0, c->columns, ROLE_TEXT, str_text(&so_far));
	str_release(&title);
	str_release(&so_far);
}

static void
client_card_draw(const struct view *v, struct canvas *c)
{
	const struct client_card *k = (const struct client_card *)v;
	const struct day *d = day_under(k);
	struct scroll visits = k->visits;
	int row = FIRST_ROW + 2;

	draw_who(k, c);
	draw_details(k, c, row);
	row += detail_rows(k);
	draw_alerts(k, c, row);
	row += alert_rows(k);
	client_draw_head(c, row++, 0, c->columns, "Visits");
	visits.rows -= app_covered(v->app); /* a message may lie over the rest */
	scroll_fit(&visits);
	c->cursor_row = row;
	scroll_draw(&visits, c, row, 0, c->columns, draw_visit, k);
	if (visits.n == 0)
		canvas_text(c, row, 2, c->columns - 2, ROLE_FREE, "none");
	if (d->card)
		card_draw(d, c);
}

static void
client_card_heading(const struct view *v, struct str *out)
{
	(void)v;
	(void)out;
}

static void
client_card_focus(const struct view *v, struct str *out)
{
	const struct client_card *k = (const struct client_card *)v;

	if (day_asks(k))
		day_focus(&day_under(k)->view, out);
	else if (selected(k) != NULL)
		desk_appt_line(v->app->desk, selected(k), out);
	else
		str_add(out, "No visits.");
}

static void
client_card_hint(const struct view *v, struct str *out)
{
	const struct client_card *k = (const struct client_card *)v;

	if (day_asks(k))
		day_hint(&day_under(k)->view, out);
	else if (k->sheet.visits.n == 0)
		str_add(out, "n books the first visit");
	else
		str_add(out, "e edits the client; Enter e the visit");
}

/* --- Doing ----------------------------------------------------------------------------------- */

static void
pick_up(struct client_card *k)
{
	struct app *a = k->view.app;

	if (!stand(k))
		return;
	app_to_day(a); /* the card is gone from here on */
	app_command(a, CMD_PICK_UP, NULL);
}

static void
act(struct client_card *k, enum cmd c, const char *words)
{
	switch (c) {
	case CMD_PICK_UP:
		pick_up(k);
		break;
	case CMD_NEW:
		booking_push(
		    k->view.app, &(struct booking_seed){.client_id = k->id, .start = CIVIL_NONE});
		break;
	case CMD_NEW_CLIENT:
		client_form_new(k->view.app, "");
		break;
	case CMD_EDIT_CLIENT:
		client_form_edit(k->view.app, &k->sheet.client);
		break;
	case CMD_ALERTS:
		alert_form_push(k->view.app, k->id);
		break;
	case CMD_ARCHIVE:
		client_archive_turn(k->view.app, &k->sheet.client);
		break;
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
		if (words != NULL || stand(k))
			to_day(k, c, words);
		break;
	default:
		scroll_command(&k->visits, c);
	}
}

static void
client_card_command(struct view *v, enum cmd c, const char *words)
{
	struct client_card *k = (struct client_card *)v;

	if (day_asks(k))
		to_day(k, c, words);
	else
		act(k, c, words);
}

/* One step back is the day's, while it has something open. */
static bool
client_card_back(struct view *v)
{
	struct client_card *k = (struct client_card *)v;

	if (!day_asks(k))
		return false;
	to_day(k, CMD_BACK, NULL);
	return true;
}

static void
client_card_echo(struct view *v, enum cmd c, const char *words, struct lines *out)
{
	day_echo(&day_under((struct client_card *)v)->view, c, words, out);
}

static unsigned
client_card_where(const struct view *v)
{
	const struct client_card *k = (const struct client_card *)v;

	return day_asks(k) ? day_mode(k) : IN_CLIENT;
}

static bool
client_card_shows(const struct view *v, int64_t appt_id)
{
	const struct client_card *k = (const struct client_card *)v;

	for (size_t i = 0; i < k->sheet.visits.n; i++) {
		if (k->sheet.visits.v[i].id == appt_id)
			return true;
	}
	return false;
}

static bool
client_card_shows_client(const struct view *v, int64_t client_id)
{
	return ((const struct client_card *)v)->id == client_id;
}

static bool
client_card_subject(const struct view *v, struct subject *out)
{
	const struct client_card *k = (const struct client_card *)v;
	const struct view *d = &day_under(k)->view;

	if (day_asks(k))
		return d->ops->subject(d, out);
	*out = (struct subject){"client", k->id};
	return true;
}

static bool
client_card_bare(const struct view *v)
{
	const struct client_card *k = (const struct client_card *)v;

	return !day_asks(k) && selected(k) == NULL;
}

static void
client_card_resize(struct view *v, int rows, int columns)
{
	struct client_card *k = (struct client_card *)v;

	(void)rows;
	lines_clear(&k->alerts);
	client_sheet_alerts(&k->sheet, v->app->desk, columns, &k->alerts);
	lay_out(k);
}

static void
client_card_release(struct view *v)
{
	struct client_card *k = (struct client_card *)v;

	client_sheet_release(&k->sheet);
	lines_release(&k->details);
	lines_release(&k->alerts);
	free(k);
}

static const struct view_ops card_ops = {
    .title = "CLIENT",
    .where = client_card_where,
    .load = client_card_load,
    .draw = client_card_draw,
    .heading = client_card_heading,
    .focus = client_card_focus,
    .hint = client_card_hint,
    .command = client_card_command,
    .back = client_card_back,
    .echo = client_card_echo,
    .shows = client_card_shows,
    .shows_client = client_card_shows_client,
    .subject = client_card_subject,
    .bare = client_card_bare,
    .resize = client_card_resize,
    .release = client_card_release,
};

void
client_card_push(struct app *a, int64_t client_id)
{
	struct client_card *k = xcalloc(1, sizeof(*k));

	k->view = (struct view){.ops = &card_ops, .app = a};
	k->id = client_id;
	if (day_asks(k)) /* an appointment was left open there */
		to_day(k, CMD_BACK, NULL);
	app_push(a, &k->view);
}
