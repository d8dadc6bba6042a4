#include "client_card.h"

#include <stdlib.h>

#include <frontdesk/desk_booking.h>
#include <frontdesk/mem.h>

#include "client_visits.h"
#include "day.h"
#include "health_lines.h"

enum {
	VISITS_MAX = 2000, /* more than anybody has been given */
	FIRST_ROW = 2,
	ROWS_BELOW = 3,
	VISITS_MIN = 4, /* lines that the details leave to them, if there are so many */
	VISITS_LEAST = 2, /* that the alerts do */
	HEADS = 3, /* who, so far, and the line above the visits */
	DETAILS = 3, /* lines of them that health leaves */
	HEALTH_LEAST = 3, /* lines for which all details but one make way */
	TREND = 37, /* columns of the trend, beside what else is told of health */
	TWO_COLUMNS = 80,
};

struct client_card {
	struct view view; /* first */
	int64_t id;
	struct client_visits visits;
	struct lines details, alerts;
	struct health_lines health;
	/* Details for which there is no room are gone through from the first visit up. */
	bool reading;
	int first_detail; /* the row of them that is on show first */
};

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

/* The trend stands beside the rest where there is room, else under it. */
static bool
is_beside(const struct client_card *k)
{
	return k->view.app->columns >= TWO_COLUMNS && k->health.trend.n > 0;
}

/* Lines of health with their head, as many as leave the least to visits, and some to details. */
static int
health_rows(const struct client_card *k)
{
	const int body = k->view.app->rows - FIRST_ROW - ROWS_BELOW;
	const int says = (int)k->health.says.n, trend = (int)k->health.trend.n;
	const int wanted = 1 + (!is_beside(k) ? says + trend : says > trend ? says : trend);
	int most = body - HEADS - DETAILS - VISITS_LEAST - alert_rows(k);

	if (most < wanted && most < HEALTH_LEAST)
		most += DETAILS - 1;
	return wanted < most ? wanted : most < 2 ? 0 : most;
}

/* Lines of details, as many as leave some to the visits. */
static int
detail_rows(const struct client_card *k)
{
	const int body = k->view.app->rows - FIRST_ROW - ROWS_BELOW;
	const int columns = detail_columns(k);
	const int wanted = ((int)k->details.n + columns - 1) / columns;
	const int visits =
	    k->visits.sheet.visits.n < VISITS_MIN ? (int)k->visits.sheet.visits.n : VISITS_MIN;
	const int most = body - HEADS - (visits > 0 ? visits : 1) - alert_rows(k) - health_rows(k);

	return most < 1 ? 1 : wanted < most ? wanted : most;
}

/* Rows of details that are not on show. */
static int
hidden_rows(const struct client_card *k)
{
	const int columns = detail_columns(k);
	const int hidden = ((int)k->details.n + columns - 1) / columns - detail_rows(k);

	return hidden > 0 ? hidden : 0; /* of a client who is gone there are none */
}

static int
visit_row(const struct client_card *k)
{
	return FIRST_ROW + HEADS + detail_rows(k) + alert_rows(k) + health_rows(k);
}

static void
lay_out(struct client_card *k)
{
	const int hidden = hidden_rows(k);

	k->first_detail = k->first_detail < hidden ? k->first_detail : hidden;
	k->visits.list.n = k->visits.sheet.visits.n;
	k->visits.list.rows = k->view.app->rows - ROWS_BELOW - visit_row(k);
	scroll_fit(&k->visits.list);
}

static void
read_health(struct client_card *k)
{
	const int columns = k->view.app->columns;

	health_lines_load(
	    &k->health, k->view.app->desk, k->id, columns, columns >= TWO_COLUMNS ? TREND : 0);
}

static enum err
client_card_load(struct view *v)
{
	struct client_card *k = (struct client_card *)v;
	enum err e = client_visits_load(&k->visits, k->id, VISITS_MAX);

	if (e != ERR_OK)
		return e;
	lines_clear(&k->details);
	lines_clear(&k->alerts);
	client_sheet_details(&k->visits.sheet, v->app->desk, &k->details);
	client_sheet_alerts(&k->visits.sheet, v->app->desk, v->app->columns, &k->alerts);
	read_health(k);
	lay_out(k);
	return ERR_OK;
}

static enum role
draw_visit(const void *arg, size_t i, struct str *out)
{
	const struct client_card *k = arg;

	return client_visit_line(
	    k->view.app->desk, &k->visits.sheet.visits.v[i], k->view.app->columns - 2, out);
}

static void
draw_details(const struct client_card *k, struct canvas *c, int row)
{
	const int columns = detail_columns(k), rows = detail_rows(k);
	const int width = c->columns / columns;

	const int first = k->first_detail * columns;

	for (int i = 0; first + i < (int)k->details.n && i < rows * columns; i++) {
		const struct said *s = &k->details.v[first + i];

		canvas_line(c, row + i % rows, i / rows * width, width - 1, s->role, s->text);
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
		canvas_line(c, row++, 0, c->columns, l->v[i].role, l->v[i].text);
	if (whole == l->n)
		return;
	command_key(CMD_ALERTS, 0, key);
	str_addf(&more, "… %zu lines more; %s lists the alerts", l->n - whole, key);
	canvas_line(c, row, 0, c->columns, ROLE_CAUTION, str_text(&more));
	str_release(&more);
}

static void
draw_some(const struct lines *l, struct canvas *c, int row, int column, int width, int most)
{
	for (int i = 0; i < (int)l->n && i < most; i++)
		canvas_line(c, row + i, column, width, l->v[i].role, l->v[i].text);
}

/* What there is no room for, and the key of the form that tells it. */
static void
draw_says(const struct lines *l, struct canvas *c, int row, int width, int most)
{
	const int more = (int)l->n - most + 1;
	struct str s = {0};
	char key[COMMAND_KEY_SIZE];

	draw_some(l, c, row, 0, width, most);
	if (more < 2)
		return;
	command_key(CMD_HEALTH, 0, key);
	str_addf(&s, "… %d lines more of health; %s opens it", more, key);
	canvas_line(c, row + most - 1, 0, width, ROLE_CAUTION, str_text(&s));
	str_release(&s);
}

static void
draw_health(const struct client_card *k, struct canvas *c, int row)
{
	const struct health_lines *h = &k->health;
	const int rows = health_rows(k) - 1, says = (int)h->says.n;
	const int trend = c->columns - TREND;

	if (rows < 1)
		return;
	client_draw_head(c, row++, 0, c->columns, "Health");
	draw_says(&h->says, c, row, is_beside(k) ? trend : c->columns, rows);
	if (is_beside(k))
		draw_some(&h->trend, c, row, trend, TREND, rows);
	else
		draw_some(&h->trend, c, row + says, 0, c->columns, rows - says);
}

static void
draw_who(const struct client_card *k, struct canvas *c)
{
	struct str title = {0}, so_far = {0};

	client_sheet_title(&k->visits.sheet, k->view.app->desk, c->columns, &title);
	client_sheet_so_far(&k->visits.sheet, &so_far);
	canvas_text(c, FIRST_ROW, 0, c->columns, ROLE_TITLE, str_text(&title));
	canvas_line(c, FIRST_ROW + 1, 0, c->columns, ROLE_TEXT, str_text(&so_far));
	str_release(&title);
	str_release(&so_far);
}

/* "Visits", and whether there is more above them. */
static void
draw_visits_head(const struct client_card *k, struct canvas *c, int row)
{
	const int hidden = hidden_rows(k);
	struct str s = {0};

	str_add(&s, "Visits");
	if (hidden > 0)
		str_addf(&s, "; %d line%s more of the details: Up", hidden, hidden == 1 ? "" : "s");
	client_draw_head(c, row, 0, c->columns, str_text(&s));
	str_release(&s);
}

static void
client_card_draw(const struct view *v, struct canvas *c)
{
	const struct client_card *k = (const struct client_card *)v;
	struct scroll visits = k->visits.list;
	int row = FIRST_ROW + 2;

	draw_who(k, c);
	draw_details(k, c, row);
	row += detail_rows(k);
	draw_alerts(k, c, row);
	row += alert_rows(k);
	draw_health(k, c, row);
	row += health_rows(k);
	draw_visits_head(k, c, row++);
	visits.rows -= app_covered(v->app); /* a message may lie over the rest */
	scroll_fit(&visits);
	c->cursor_row = row;
	scroll_draw(&visits, c, row, 0, c->columns, draw_visit, k);
	if (visits.n == 0)
		canvas_text(c, row, 2, c->columns - 2, ROLE_FREE, "none");
	client_visits_draw_open(&k->visits, c);
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
	client_visits_focus(&((const struct client_card *)v)->visits, out);
}

static void
client_card_hint(const struct view *v, struct str *out)
{
	const struct client_card *k = (const struct client_card *)v;

	if (client_visits_ask(&k->visits))
		day_hint(v->app->views[0], out);
	else if (k->visits.sheet.visits.n == 0)
		str_add(out, "n books the first visit");
	else
		str_add(out, "e edits the client; Enter e the visit");
}

/* --- Doing ----------------------------------------------------------------------------------- */

/* Up from the first visit leads to the end of the details and through them, any other way back. */
static void
walk(struct client_card *k, enum cmd c)
{
	const bool up = c == CMD_UP || c == CMD_EARLIER || c == CMD_TOP;
	const int hidden = hidden_rows(k), page = c == CMD_UP ? 1 : detail_rows(k);

	if (!up || k->visits.list.at > 0 || hidden <= 0) {
		k->reading = false;
		k->first_detail = 0;
		scroll_command(&k->visits.list, c);
	} else if (!k->reading) {
		k->reading = true;
		k->first_detail = hidden;
	} else {
		k->first_detail = k->first_detail > page ? k->first_detail - page : 0;
	}
}

static void
client_card_command(struct view *v, enum cmd c, const char *words)
{
	struct client_card *k = (struct client_card *)v;

	if (!client_visits_command(&k->visits, c, words))
		walk(k, c);
}

static bool
client_card_back(struct view *v)
{
	return client_visits_back(&((struct client_card *)v)->visits);
}

static void
client_card_echo(struct view *v, enum cmd c, const char *words, struct lines *out)
{
	client_visits_echo(&((struct client_card *)v)->visits, c, words, out);
}

static unsigned
client_card_where(const struct view *v)
{
	return client_visits_where(&((const struct client_card *)v)->visits);
}

static bool
client_card_shows(const struct view *v, int64_t appt_id)
{
	return client_visits_show(&((const struct client_card *)v)->visits, appt_id);
}

static bool
client_card_shows_client(const struct view *v, int64_t client_id)
{
	return ((const struct client_card *)v)->id == client_id;
}

static bool
client_card_subject(const struct view *v, struct subject *out)
{
	return client_visits_subject(&((const struct client_card *)v)->visits, out);
}

static uint64_t
client_card_lacks(const struct view *v)
{
	return client_visits_lack(&((const struct client_card *)v)->visits);
}

static void
client_card_resize(struct view *v, int rows, int columns)
{
	struct client_card *k = (struct client_card *)v;

	(void)rows;
	lines_clear(&k->alerts);
	client_sheet_alerts(&k->visits.sheet, v->app->desk, columns, &k->alerts);
	read_health(k);
	lay_out(k);
}

static void
client_card_release(struct view *v)
{
	struct client_card *k = (struct client_card *)v;

	client_visits_release(&k->visits);
	lines_release(&k->details);
	lines_release(&k->alerts);
	health_lines_release(&k->health);
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
    .lacks = client_card_lacks,
    .resize = client_card_resize,
    .release = client_card_release,
};

void
client_card_push(struct app *a, int64_t client_id)
{
	struct client_card *k = xcalloc(1, sizeof(*k));

	k->view = (struct view){.ops = &card_ops, .app = a};
	k->id = client_id;
	k->visits.app = a;
	client_visits_begin(&k->visits);
	app_push(a, &k->view);
}
