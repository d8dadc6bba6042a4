/* Going along the Day: rows, columns, days, and what the columns are. */
#include "day.h"

static void
show_today(struct day *d)
{
	civil_min now = desk_now(day_desk(d));
	int minute = civil_minute_of(now);

	d->head = false;
	day_show(d, civil_day_of(now), minute);
	if (d->as != DAY_LIST)
		d->minute -= minute % d->grid.step;
	if (minute < d->opens)
		day_show(d, civil_day_of(now), d->opens);
}

/* Onto a row: at its first minute, but what is picked up keeps its own on the row it is from. */
static void
stand_at_row(struct day *d, int row)
{
	int own = d->moving.id != 0 ? civil_minute_of(d->moving.start) : -1;

	d->minute = own >= 0 && own / d->grid.step == row ? own : row * d->grid.step;
}

/* Up from the first row is the header; it is nowhere to drop something. */
static void
step_up(struct day *d)
{
	int row = day_row(d);
	bool first =
	    d->as == DAY_LIST ? d->list.at == 0 : row == d->opens / d->grid.step || row == 0;

	if (d->other > 0) {
		(void)day_select_other(d, d->other - 1);
	} else if (first && d->moving.id == 0 && day_columns(d) > 0) {
		d->head = true;
	} else if (d->as == DAY_LIST) {
		scroll_command(&d->list, CMD_UP);
		day_take_line(d);
	} else if (row > 0) {
		stand_at_row(d, row - 1);
	}
}

/* Down from the header is the row where we stood. */
static void
step_rows(struct day *d, enum cmd c, int rows)
{
	int opens = d->opens / d->grid.step;
	int row = day_row(d) + rows, last = day_rows(d->grid.step) - 1;

	if (c == CMD_DOWN && d->moving.id == 0 && day_select_other(d, d->other + 1)) {
		stand_at_row(d, day_row(d));
		return;
	}
	d->other = 0;
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
	if (rows < 0 && day_row(d) >= opens && row < opens)
		row = opens; /* no further than Up goes */
	row = row < 0 ? 0 : row > last ? last : row;
	stand_at_row(d, row);
}

static void
step_column(struct day *d, int by)
{
	d->other = 0;
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

static struct day_turn
turned_here(const struct day *d)
{
	const struct therapist *t = day_therapist(d);
	const struct appt *a = day_selected_appt(d);

	return (struct day_turn){.day = d->day,
	    .column = d->column,
	    .line = d->as == DAY_LIST ? d->list.at : 0,
	    .minute = d->minute,
	    .therapist_id = t != NULL ? t->id : 0,
	    .appt_id = a != NULL ? a->id : 0};
}

static bool
is_same(const struct day_turn *a, const struct day_turn *b)
{
	return a->day == b->day && a->column == b->column && a->line == b->line &&
	    a->minute == b->minute && a->appt_id == b->appt_id;
}

/* A practice without rooms has no columns of them. All the way around leads back to where one
 * began, though rooms and lines have nothing there. */
static void
turn(struct day *d)
{
	const struct day_turn here = turned_here(d);
	enum day_as as = (d->as + 1) % DAY_AS_COUNT;

	if (!is_same(&here, &d->led))
		d->began = here;
	day_lay_out_again(d, as == DAY_ROOMS && d->rooms.n == 0 ? DAY_LIST : as, d->zoom);
	if (!d->head) {
		day_stand_with(d, d->began.therapist_id, d->began.minute);
		if (d->began.appt_id != 0)
			(void)day_select(d, d->began.appt_id);
	}
	d->led = turned_here(d);
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
	case CMD_RIGHT:
		step_column(d, c == CMD_RIGHT ? 1 : -1);
		break;
	case CMD_NEXT_DAY:
	case CMD_PREVIOUS_DAY:
		step_day(d, c == CMD_NEXT_DAY ? 1 : -1);
		break;
	case CMD_TODAY:
		show_today(d);
		break;
	case CMD_ZOOM:
		day_lay_out_again(d, d->as, d->grid.step == 15 ? 30 : 15);
		break;
	case CMD_TURN:
		turn(d);
		break;
	default:
		return;
	}
	day_scroll(d);
}
