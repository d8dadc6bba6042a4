/* What the Day shows, and where we stand in it. */
#include "day.h"

#include <stdlib.h>

#include <frontdesk/mem.h>

const struct desk *
day_desk(const struct day *d)
{
	return d->view.app->desk;
}

static const struct ids *
columns(const struct day *d)
{
	return d->as == DAY_ROOMS ? &d->rooms : &d->therapists;
}

size_t
day_columns(const struct day *d)
{
	return columns(d)->n;
}

static const struct day_line *
selected_line(const struct day *d)
{
	return d->as == DAY_LIST && !d->head && d->lines.n > 0 ? &d->lines.v[d->list.at] : NULL;
}

const struct therapist *
day_therapist(const struct day *d)
{
	const struct day_line *line = selected_line(d);
	const struct appt *a = d->as == DAY_ROOMS ? day_selected_appt(d) : NULL;
	int64_t id = 0;

	if (line != NULL)
		id = line->therapist_id;
	else if (d->as == DAY_ROOMS)
		id = a != NULL ? a->therapist_id : 0;
	else if (d->therapists.n > 0)
		id = d->therapists.v[d->column];
	return id == 0 ? NULL : practice_therapist(&day_desk(d)->practice, id);
}

const struct room *
day_room(const struct day *d)
{
	return d->as != DAY_ROOMS || d->rooms.n == 0
	    ? NULL
	    : practice_room(&day_desk(d)->practice, d->rooms.v[d->column]);
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
	const struct day_line *line = selected_line(d);

	if (line != NULL)
		return &line->cell;
	if (d->head || d->as == DAY_LIST || day_columns(d) == 0)
		return NULL;
	if (d->other > 0)
		return &d->other_cell;
	return day_cell_at(d, d->column, day_row(d));
}

static const struct appt *
other_at(const struct day *d, size_t column, int row, int n)
{
	const struct day_cell *cells = day_cell_at(d, column, 0);
	const bool rooms = d->as == DAY_ROOMS;

	return day_other_of_row(cells, d->grid.step, &d->source,
	    rooms ? 0 : d->therapists.v[column], rooms ? d->rooms.v[column] : 0, row, n - 1);
}

bool
day_select_other(struct day *d, int n)
{
	const struct day_cell *row;
	const struct appt *a = NULL;

	if (d->head || d->as == DAY_LIST || day_columns(d) == 0)
		return false;
	row = day_cell_at(d, d->column, day_row(d));
	if (n > 0 && (a = other_at(d, d->column, day_row(d), n)) == NULL &&
	    (n > row->others + 1 || !day_free_beside(row)))
		return false;
	d->other = n;
	d->other_cell = *row;
	d->other_cell.appt = a;
	d->other_cell.edge = DAY_SESSION;
	d->other_cell.kind = a == NULL   ? DAY_FREE
	    : appt_state_holds(a->state) ? DAY_NAME
					 : DAY_GONE;
	if (a != NULL)
		d->other_cell.free_from = d->other_cell.free_until = 0;
	return true;
}

bool
day_select_free(struct day *d)
{
	return !d->head && d->as != DAY_LIST && day_columns(d) > 0 &&
	    day_select_other(d, day_cell_at(d, d->column, day_row(d))->others + 1);
}

const struct appt *
day_selected_appt(const struct day *d)
{
	const struct day_cell *cell = day_selected(d);

	return cell == NULL || cell->kind == DAY_TURNOVER ? NULL : cell->appt;
}

bool
day_minute_stands(const struct day *d)
{
	if (d->moving.id != 0 && d->minute == civil_minute_of(d->moving.start))
		return true;
	return d->as != DAY_LIST && d->minute % d->grid.step != 0;
}

civil_min
day_start(const struct day *d)
{
	const struct day_cell *cell = day_selected(d);
	bool free = cell != NULL && (cell->kind == DAY_FREE || cell->kind == DAY_GONE) &&
	    cell->free_from < cell->free_until;
	int minute = d->minute;

	if (free && !day_minute_stands(d) &&
	    (minute < cell->free_from || minute >= cell->free_until))
		minute = cell->free_from;
	return civil_at(d->day, minute);
}

/* --- Laying out ------------------------------------------------------------------------------ */

/* The columns: therapists and rooms in use, and those of the past with something on that day. */
static void
find_columns(struct day *d)
{
	const struct practice *p = &day_desk(d)->practice;

	d->therapists.n = d->rooms.n = 0;
	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];
		bool shown = t->active;

		for (size_t k = 0; k < d->book.appts.n && !shown; k++)
			shown = d->book.appts.v[k].therapist_id == t->id;
		if (shown)
			*list_push(&d->therapists) = t->id;
	}
	for (size_t i = 0; i < p->rooms.n; i++) {
		const struct room *r = &p->rooms.v[i];
		bool shown = r->active;

		for (size_t k = 0; k < d->book.appts.n && !shown; k++)
			shown = d->book.appts.v[k].room_id == r->id;
		if (shown)
			*list_push(&d->rooms) = r->id;
	}
}

void
day_scroll(struct day *d)
{
	d->list.n = d->lines.n;
	d->list.rows = d->grid.rows;
	scroll_fit(&d->list);
	d->first_row = day_grid_scroll(&d->grid, d->first_row, day_row(d));
}

/* The line of what is picked up, when that is where we stand. */
static bool
is_own_place(const struct day *d, const struct day_line *line)
{
	return d->moving.id != 0 && line->cell.appt != NULL &&
	    line->cell.appt->id == d->moving.id && line->from == d->minute &&
	    line->therapist_id == d->was_therapist_id;
}

/* Stands in the list at our time: with our therapist if that has a line then, else at the next. */
static void
stand_in_list(struct day *d)
{
	size_t next = d->lines.n, own = 0;

	while (own < d->lines.n && !is_own_place(d, &d->lines.v[own]))
		own++;
	for (size_t i = d->lines.n; i-- > 0 && own == d->lines.n;) {
		const struct day_line *line = &d->lines.v[i];

		if (line->from >= d->minute)
			next = i;
		if (line->therapist_id == d->was_therapist_id && line->from <= d->minute &&
		    d->minute < line->until) {
			next = i;
			break;
		}
	}
	d->list.at = own < d->lines.n ? own : next;
	day_scroll(d);
}

void
day_stand(struct day *d)
{
	if (d->as == DAY_LIST)
		stand_in_list(d);
	day_scroll(d);
}

void
day_lay_out(struct day *d)
{
	const struct practice *p = &day_desk(d)->practice;
	const struct ids *ids = columns(d);
	size_t rows;

	d->other = 0; /* its cell is of the old book */
	d->source = (struct day_source){.day = d->day, .book = &d->book, .without = d->moving.id};
	day_find_roomless(&d->source, p);
	d->opens = day_opens(&d->source, p);
	day_grid_fit(&d->grid, d->view.app->rows, d->view.app->columns, ids->n);
	if (d->zoom != 0)
		d->grid.step = d->zoom;
	rows = (size_t)day_rows(d->grid.step);
	free(d->cells);
	d->cells = xcalloc(ids->n * rows + 1, sizeof(*d->cells));
	for (size_t i = 0; i < ids->n; i++) {
		struct day_cell *cells = &d->cells[i * rows];

		if (d->as == DAY_ROOMS)
			day_room_column(
			    cells, d->grid.step, &d->source, p, practice_room(p, ids->v[i]));
		else
			day_column(
			    cells, d->grid.step, &d->source, practice_therapist(p, ids->v[i]));
	}
	day_list_build(d);
	day_stand(d);
}

/* --- Standing -------------------------------------------------------------------------------- */

static void
select_column(struct day *d)
{
	const struct ids *ids = columns(d);
	int64_t id = d->as == DAY_ROOMS ? d->was_room_id : d->was_therapist_id;

	d->column = 0;
	for (size_t i = 0; i < ids->n; i++) {
		if (ids->v[i] == id)
			d->column = i;
	}
}

void
day_stand_with(struct day *d, int64_t therapist_id, int minute)
{
	if (therapist_id != 0)
		d->was_therapist_id = therapist_id;
	d->minute = minute;
	d->other = 0;
	select_column(d);
	day_stand(d);
}

void
day_remember_column(struct day *d)
{
	if (d->column >= day_columns(d))
		return;
	if (d->as == DAY_ROOMS)
		d->was_room_id = d->rooms.v[d->column];
	else
		d->was_therapist_id = d->therapists.v[d->column];
}

void
day_take_line(struct day *d)
{
	const struct day_line *line;

	if (d->lines.n == 0)
		return;
	line = &d->lines.v[d->list.at];
	d->minute = line->from;
	if (line->therapist_id != 0)
		d->was_therapist_id = line->therapist_id;
	select_column(d);
}

static bool
is_of(const struct day *d, const struct day_cell *cell, int64_t appt_id, int64_t party_id)
{
	if (cell->appt == NULL || cell->kind == DAY_TURNOVER)
		return false;
	/* a couple has one cell in its room */
	return cell->appt->id == appt_id ||
	    (d->as == DAY_ROOMS && party_id != 0 && cell->appt->party_id == party_id);
}

static void
stand_at(struct day *d, size_t column, int row)
{
	d->column = column;
	d->minute = row * d->grid.step;
	d->other = 0;
	day_remember_column(d);
	day_scroll(d);
}

static bool
select_cell(struct day *d, int64_t appt_id, int64_t party_id)
{
	int rows = day_rows(d->grid.step);

	for (size_t i = 0; i < day_columns(d); i++) {
		for (int row = 0; row < rows; row++) {
			if (!is_of(d, day_cell_at(d, i, row), appt_id, party_id))
				continue;
			stand_at(d, i, row);
			return true;
		}
	}
	return false;
}

/* One that has no line of its own. */
static bool
select_other(struct day *d, int64_t appt_id)
{
	int rows = day_rows(d->grid.step);
	const struct appt *a;

	for (size_t i = 0; i < day_columns(d); i++) {
		for (int row = 0; row < rows; row++) {
			for (int n = 1; (a = other_at(d, i, row, n)) != NULL; n++) {
				if (a->id != appt_id)
					continue;
				stand_at(d, i, row);
				return day_select_other(d, n);
			}
		}
	}
	return false;
}

bool
day_select(struct day *d, int64_t appt_id)
{
	int64_t party_id = 0;

	d->head = false;
	for (size_t i = 0; i < d->book.appts.n; i++) {
		if (d->book.appts.v[i].id == appt_id)
			party_id = d->book.appts.v[i].party_id;
	}
	if (d->as != DAY_LIST)
		return select_cell(d, appt_id, party_id) || select_other(d, appt_id);
	for (size_t i = 0; i < d->lines.n; i++) {
		if (!is_of(d, &d->lines.v[i].cell, appt_id, 0))
			continue;
		d->list.at = i;
		day_take_line(d);
		day_scroll(d);
		return true;
	}
	return false;
}

/* --- Reading --------------------------------------------------------------------------------- */

/* The selected appointment stays selected, wherever it went; else the time does. */
static void
stand_again(struct day *d, int64_t appt_id, const struct appt *was)
{
	select_column(d);
	day_stand(d);
	for (size_t i = 0; i < d->book.appts.n; i++) {
		const struct appt *now = &d->book.appts.v[i];

		if (now->id == appt_id &&
		    (d->as == DAY_LIST || now->start != was->start ||
			now->therapist_id != was->therapist_id || now->room_id != was->room_id))
			day_select(d, appt_id);
	}
}

enum err
day_load(struct view *v)
{
	struct day *d = (struct day *)v;
	const struct appt *a = day_selected_appt(d);
	struct appt was = a != NULL ? *a : (struct appt){0}; /* its texts go with the old book */
	bool first = d->cells == NULL, head = d->head, other = d->other > 0;
	const bool part = other && a == NULL;
	struct book book = {0};
	enum err e = store_book(day_desk(d)->store, d->day, d->day + 1, &book);

	if (e != ERR_OK)
		return e;
	day_remember_column(d);
	book_release(&d->book);
	d->book = book;
	e = day_flags_load(d);
	find_columns(d);
	day_lay_out(d);
	if (first && d->minute < d->opens)
		d->minute = d->opens;
	else if (first)
		d->minute -= d->minute % d->grid.step;
	stand_again(d, was.id, &was);
	if (part)
		(void)day_select_free(d);
	else if (other)
		day_select(d, was.id);
	d->head = head && day_columns(d) > 0;
	d->card = d->card && day_selected_appt(d) != NULL;
	card_load(d);
	day_affected_follow(d);
	return e;
}

void
day_lay_out_again(struct day *d, enum day_as as, int zoom)
{
	const struct appt *a = day_selected_appt(d);
	const int64_t id = a != NULL ? a->id : 0;
	const bool head = d->head, part = d->other > 0 && a == NULL;

	day_remember_column(d);
	if (a != NULL)
		d->was_therapist_id = a->therapist_id;
	d->as = as;
	d->zoom = zoom;
	day_lay_out(d);
	d->first_row = d->opens / d->grid.step;
	select_column(d);
	day_stand(d);
	a = day_selected_appt(d);
	if (id != 0 && (a == NULL || a->id != id))
		day_select(d, id);
	if (part)
		(void)day_select_free(d);
	d->head = head && day_columns(d) > 0;
}

void
day_show(struct day *d, civil_day day, int minute)
{
	d->day = day;
	d->minute = minute;
	d->other = 0;
	if (day_load(&d->view) != ERR_OK) {
		app_say_error(d->view.app);
		return;
	}
	d->first_row = d->opens / d->grid.step;
	d->minute = minute;
	day_stand(d);
}

void
day_follow(struct day *d, const struct appt *a)
{
	if (civil_day_of(a->start) != d->day)
		day_show(d, civil_day_of(a->start), civil_minute_of(a->start));
	app_changed(d->view.app);
	day_select(d, a->id);
}
