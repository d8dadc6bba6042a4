/* Going along the Day: rows, columns, days, and what the columns are. */
#include "day.h"

static void
show_today(struct day *d)
{
	civil_min now = desk_now(day_desk(d));
	int minute = civil_minute_of(now);

	d->head = false;
	day_show(d, civil_day_of(now), minute);
	if (minute < d->opens)
		day_show(d, civil_day_of(now), d->opens);
}

/* Up from the first row is the header; it is nowhere to drop something. */
static void
step_up(struct day *d)
{
	int row = day_row(d);
	bool first =
	    d->as == DAY_LIST ? d->list.at == 0 : row == d->opens / d->grid.step || row == 0;

	if (first && d->moving.id == 0 && day_columns(d) > 0) {
		d->head = true;
	} else if (d->as == DAY_LIST) {
		scroll_command(&d->list, CMD_UP);
		day_take_line(d);
	} else if (row > 0) {
		d->minute = (row - 1) * d->grid.step;
	}
}

/* Down from the header is the row where we stood. */
static void
step_rows(struct day *d, enum cmd c, int rows)
{
	int row = day_row(d) + rows, last = day_rows(d->grid.step) - 1;

	if (d->head && c == CMD_DOWN) {
		d->head = false;
		return;
	}
	d->head = false;
	if (d->as == DAY_LIST) {
		scroll_command(&d->list, c);
		day_take_line(d);
		return;
	}
	row = row < 0 ? 0 : row > last ? last : row;
	d->minute = row * d->grid.step;
}

static void
step_column(struct day *d, int by)
{
	if (by < 0)
		d->column -= d->column > 0;
	else
		d->column += d->column + 1 < day_columns(d);
	day_remember_column(d);
	if (!d->head)
		day_stand(d);
}

static void
step_day(struct day *d, int days)
{
	civil_day day = d->day + days;

	if (civil_year(day) >= CIVIL_YEAR_MIN && civil_year(day) <= CIVIL_YEAR_MAX)
		day_show(d, day, d->minute);
}

/* What the columns are, and how many minutes a row has. */
static void
turn(struct day *d, enum cmd c)
{
	const struct appt *a = day_selected_appt(d);
	int64_t id = a != NULL ? a->id : 0;
	bool head = d->head;

	if (c == CMD_ZOOM) {
		d->zoom = d->grid.step == 15 ? 30 : 15;
		day_lay_out_again(d);
		return;
	}
	day_remember_column(d);
	if (a != NULL)
		d->was_therapist_id = a->therapist_id;
	d->as = (d->as + 1) % DAY_AS_COUNT;
	if (d->as == DAY_ROOMS && d->rooms.n == 0)
		d->as = DAY_LIST;
	day_lay_out_again(d);
	if (id != 0)
		day_select(d, id);
	d->head = head;
}

void
day_walk(struct day *d, enum cmd c)
{
	switch (c) {
	case CMD_UP:
		step_up(d);
		break;
	case CMD_DOWN:
		step_rows(d, c, 1);
		break;
	case CMD_EARLIER:
		step_rows(d, c, -d->grid.rows / 2);
		break;
	case CMD_LATER:
		step_rows(d, c, d->grid.rows / 2);
		break;
	case CMD_LEFT:
		step_column(d, -1);
		break;
	case CMD_RIGHT:
		step_column(d, 1);
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
	case CMD_ZOOM:
	case CMD_TURN:
		turn(d, c);
		break;
	default:
		return;
	}
	day_scroll(d);
}
