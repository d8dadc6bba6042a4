/* The Day view: what is shown, where we stand, and which command does what. */
#include "day.h"

#include <stdlib.h>

#include <frontdesk/mem.h>

const struct desk *
day_desk(const struct day *d)
{
	return d->view.app->desk;
}

const struct therapist *
day_therapist(const struct day *d)
{
	if (d->therapists.n == 0)
		return NULL;
	return practice_therapist(&day_desk(d)->practice, d->therapists.v[d->column]);
}

const struct day_cell *
day_cell_at(const struct day *d, size_t column, int row)
{
	return &d->cells[column * (size_t)day_rows(d->grid.step) + (size_t)row];
}

int
day_row(const struct day *d)
{
	return d->minute / d->grid.step;
}

const struct day_cell *
day_selected(const struct day *d)
{
	return d->therapists.n == 0 ? NULL : day_cell_at(d, d->column, day_row(d));
}

const struct appt *
day_selected_appt(const struct day *d)
{
	const struct day_cell *cell = day_selected(d);

	return cell == NULL || cell->kind == DAY_TURNOVER ? NULL : cell->appt;
}

civil_min
day_start(const struct day *d)
{
	const struct day_cell *cell = day_selected(d);
	int minute = day_row(d) * d->grid.step;

	if (cell != NULL && (cell->kind == DAY_FREE || cell->kind == DAY_GONE) &&
	    cell->free_from < cell->free_until)
		minute = cell->free_from;
	return civil_at(d->day, minute);
}

/* The columns: therapists at work here, and those of the past with something on that day. */
static void
find_therapists(struct day *d)
{
	const struct practice *p = &day_desk(d)->practice;

	d->therapists.n = 0;
	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];
		bool shown = t->active;

		for (size_t k = 0; k < d->book.appts.n && !shown; k++)
			shown = d->book.appts.v[k].therapist_id == t->id;
		if (shown)
			*list_push(&d->therapists) = t->id;
	}
}

void
day_lay_out(struct day *d)
{
	const struct practice *p = &day_desk(d)->practice;
	size_t rows;

	d->source = (struct day_source){.day = d->day, .book = &d->book, .without = d->moving.id};
	day_find_roomless(&d->source, p);
	day_grid_fit(&d->grid, d->view.app->rows, d->view.app->columns, d->therapists.n);
	rows = (size_t)day_rows(d->grid.step);
	free(d->cells);
	d->cells = xcalloc(d->therapists.n * rows + 1, sizeof(*d->cells));
	for (size_t i = 0; i < d->therapists.n; i++) {
		const struct therapist *t = practice_therapist(p, d->therapists.v[i]);

		day_column(&d->cells[i * rows], d->grid.step, &d->source, t);
	}
}

/* The row in which the day begins: the first at which anybody works or anything is booked. */
static int
opening_row(const struct day *d)
{
	int rows = day_rows(d->grid.step);

	for (int row = 0; row < rows; row++) {
		for (size_t i = 0; i < d->therapists.n; i++) {
			const struct day_cell *cell = day_cell_at(d, i, row);

			if (cell->kind != DAY_OFF || cell->absence != NULL)
				return row;
		}
	}
	return 8 * 60 / d->grid.step; /* nobody works: show the morning */
}

/* Stands at a minute of the day, but not before anybody works. */
static void
stand_at_work(struct day *d, int minute)
{
	int opens = opening_row(d) * d->grid.step;

	d->minute = minute > opens ? minute : opens;
}

static void
scroll(struct day *d)
{
	d->first_row = day_grid_scroll(&d->grid, d->first_row, day_row(d));
}

bool
day_select(struct day *d, int64_t appt_id)
{
	int rows = day_rows(d->grid.step);

	for (size_t i = 0; i < d->therapists.n; i++) {
		for (int row = 0; row < rows; row++) {
			const struct day_cell *cell = day_cell_at(d, i, row);

			if (cell->appt == NULL || cell->appt->id != appt_id ||
			    cell->kind == DAY_TURNOVER)
				continue;
			d->column = i;
			d->minute = row * d->grid.step;
			scroll(d);
			return true;
		}
	}
	return false;
}

static void
select_column(struct day *d, int64_t therapist_id)
{
	d->column = 0;
	for (size_t i = 0; i < d->therapists.n; i++) {
		if (d->therapists.v[i] == therapist_id)
			d->column = i;
	}
}

/* Reads the day again. The selected appointment stays selected, wherever it went; else the time
 * does. */
static enum err
day_load(struct view *v)
{
	struct day *d = (struct day *)v;
	const struct appt *a = day_selected_appt(d);
	int64_t appt_id = a != NULL ? a->id : 0;
	civil_min start = a != NULL ? a->start : CIVIL_NONE;
	int64_t therapist_id = d->therapists.n > 0 ? d->therapists.v[d->column] : 0;
	bool first = d->cells == NULL;
	struct book book = {0};
	enum err e = store_book(day_desk(d)->store, d->day, d->day + 1, &book);

	if (e != ERR_OK)
		return e;
	book_release(&d->book);
	d->book = book;
	find_therapists(d);
	day_lay_out(d);
	if (first)
		stand_at_work(d, d->minute);
	select_column(d, therapist_id);
	for (size_t i = 0; i < book.appts.n; i++) {
		const struct appt *now = &book.appts.v[i];

		if (now->id == appt_id &&
		    (now->start != start || now->therapist_id != therapist_id))
			day_select(d, appt_id);
	}
	d->card = d->card && day_selected_appt(d) != NULL;
	card_load(d);
	scroll(d);
	return ERR_OK;
}

void
day_show(struct day *d, civil_day day, int minute)
{
	d->day = day;
	d->minute = minute;
	if (day_load(&d->view) != ERR_OK) {
		app_say_error(d->view.app);
		return;
	}
	d->first_row = opening_row(d);
	scroll(d);
}

void
day_follow(struct day *d, const struct appt *a)
{
	if (civil_day_of(a->start) != d->day)
		day_show(d, civil_day_of(a->start), civil_minute_of(a->start));
	app_changed(d->view.app);
	day_select(d, a->id);
}

static void
show_today(struct day *d)
{
	civil_min now = desk_now(day_desk(d));

	day_show(d, civil_day_of(now), civil_minute_of(now));
	stand_at_work(d, d->minute);
	d->first_row = opening_row(d);
	scroll(d);
}

static void
day_resize(struct view *v, int rows, int columns)
{
	struct day *d = (struct day *)v;

	(void)rows;
	(void)columns;
	day_lay_out(d);
	d->first_row = opening_row(d);
	scroll(d);
}

static unsigned
day_where(const struct view *v)
{
	const struct day *d = (const struct day *)v;

	if (d->asking.cmd != CMD_NONE)
		return IN_REASON;
	if (d->cancelling)
		return IN_CANCEL;
	if (d->moving.id != 0)
		return IN_MOVE;
	return d->card ? IN_CARD : IN_DAY;
}

static bool
day_shows(const struct view *v, int64_t appt_id)
{
	const struct day *d = (const struct day *)v;

	for (size_t i = 0; i < d->book.appts.n; i++) {
		if (d->book.appts.v[i].id == appt_id)
			return true;
	}
	return false;
}

static bool
day_subject(const struct view *v, struct subject *out)
{
	const struct appt *a = day_selected_appt((const struct day *)v);

	*out = (struct subject){"appointment", a != NULL ? a->id : 0};
	return a != NULL;
}

static void
step_rows(struct day *d, int rows)
{
	int row = day_row(d) + rows, last = day_rows(d->grid.step) - 1;

	row = row < 0 ? 0 : row > last ? last : row;
	d->minute = row * d->grid.step;
	scroll(d);
}

static void
step_day(struct day *d, int days)
{
	civil_day day = d->day + days;

	if (civil_year(day) >= CIVIL_YEAR_MIN && civil_year(day) <= CIVIL_YEAR_MAX)
		day_show(d, day, d->minute);
}

static void
walk(struct day *d, enum cmd c)
{
	switch (c) {
	case CMD_UP:
		step_rows(d, -1);
		break;
	case CMD_DOWN:
		step_rows(d, 1);
		break;
	case CMD_EARLIER:
		step_rows(d, -d->grid.rows / 2);
		break;
	case CMD_LATER:
		step_rows(d, d->grid.rows / 2);
		break;
	case CMD_LEFT:
		d->column -= d->column > 0;
		break;
	case CMD_RIGHT:
		d->column += d->column + 1 < d->therapists.n;
		break;
	case CMD_NEXT_DAY:
		step_day(d, 1);
		break;
	case CMD_PREVIOUS_DAY:
		step_day(d, -1);
		break;
	case CMD_TODAY:
		show_today(d);
		break;
	default:
		break;
	}
}

/* A question is closed by any key that does not answer it. */
static void
close_question(struct day *d)
{
	if (d->asking.cmd != CMD_NONE)
		day_reason(d, NULL);
	else if (d->cancelling)
		day_not_cancelled(d);
	else
		d->card = false;
	d->cancelling = false;
}

static void
open_selected(struct day *d)
{
	d->card = day_selected_appt(d) != NULL;
	card_load(d);
	if (!d->card)
		app_say(d->view.app, ROLE_TEXT, "Nothing is booked here; n books.");
}

/* What is done to the selected appointment, and what needs words. */
static void
act(struct day *d, enum cmd c, const char *words)
{
	switch (c) {
	case CMD_OPEN:
		open_selected(d);
		break;
	case CMD_NEW:
		day_book(d);
		break;
	case CMD_EDIT:
		day_edit(d);
		break;
	case CMD_AGAIN:
		day_again(d, words);
		break;
	case CMD_WHY_NOT:
		day_why(d);
		break;
	case CMD_GO_TO:
		day_go_to(d, words);
		break;
	case CMD_PICK_UP:
		day_pick_up(d);
		break;
	case CMD_DROP:
		day_drop(d, NULL);
		break;
	case CMD_PUT_BACK:
		day_put_back(d);
		break;
	case CMD_DAY:
		d->card = false;
		break;
	default:
		walk(d, c);
	}
}

static void
reason_in_words(struct day *d, const char *words)
{
	if (words == NULL)
		app_ask(d->view.app, CMD_REASON_TEXT, "Reason:", "");
	else if (words[0] != '\0')
		day_reason(d, words);
	else
		app_say(d->view.app, ROLE_CAUTION, "A reason is needed; Esc goes back.");
}

/* A key that does nothing here, but for an open question, which it closes. */
static void
no_command(struct day *d)
{
	if (d->cancelling || d->asking.cmd != CMD_NONE)
		close_question(d);
	else if (d->moving.id != 0)
		day_still_moving(d);
}

static void
day_command(struct view *v, enum cmd c, const char *words)
{
	struct day *d = (struct day *)v;

	d->force_key = c == d->force_key ? c : CMD_NONE;
	switch (c) {
	case CMD_NONE:
		no_command(d);
		break;
	case CMD_BACK:
		close_question(d);
		break;
	case CMD_CONFIRMED:
	case CMD_ARRIVED:
	case CMD_STARTED:
	case CMD_FINISHED:
	case CMD_CANCEL_MENU:
		day_status(d, c);
		break;
	case CMD_CANCEL_CLIENT:
	case CMD_CANCEL_PRACTICE:
	case CMD_CANCEL_NOSHOW:
	case CMD_CANCEL_LEFT:
	case CMD_CANCEL_VOID:
		day_cancel(d, c);
		break;
	case CMD_REASON_CLIENT:
	case CMD_REASON_THERAPIST:
	case CMD_REASON_OWNER:
	case CMD_REASON_EMERGENCY:
		day_reason(d, commands[c].name);
		break;
	case CMD_REASON_TEXT:
		reason_in_words(d, words);
		break;
	default:
		act(d, c, words);
	}
}

static void
day_release(struct view *v)
{
	struct day *d = (struct day *)v;

	free(d->asking.words);
	client_hit_release(&d->client);
	str_release(&d->usual);
	appt_release(&d->moving);
	book_release(&d->book);
	ids_release(&d->therapists);
	free(d->cells);
	free(d);
}

static const struct view_ops day_ops = {
    .title = "DAY",
    .where = day_where,
    .load = day_load,
    .draw = day_draw,
    .heading = day_heading,
    .focus = day_focus,
    .hint = day_hint,
    .command = day_command,
    .echo = day_echo,
    .shows = day_shows,
    .subject = day_subject,
    .resize = day_resize,
    .release = day_release,
};

struct view *
day_new(struct app *a)
{
	struct day *d = xcalloc(1, sizeof(*d));

	d->view = (struct view){.ops = &day_ops, .app = a};
	d->day = civil_day_of(a->now);
	d->minute = civil_minute_of(a->now);
	return &d->view;
}

civil_day
day_shown(const struct app *a)
{
	return ((const struct day *)a->views[0])->day;
}
