/* The grid onto the canvas. */
#include "day.h"

#include <string.h>

#include <frontdesk/text.h>

/* "free 10:15–10:30", "free :15–:30", "free :15–" to the end of the row, "10:15–10:30" */
enum part { PART_WHOLE, PART_MINUTES, PART_EDGE, PART_TIMES };

enum role
day_role(const struct day *d, const struct appt *a)
{
	if (day_late(d, a) > 0 || day_missed(d, a))
		return ROLE_LATE;
	switch (a->state) {
	case APPT_HELD:
	case APPT_BOOKED:
		return ROLE_PLANNED;
	case APPT_CONFIRMED:
		return ROLE_CONFIRMED;
	case APPT_ARRIVED:
	case APPT_STARTED:
		return ROLE_HERE;
	case APPT_COMPLETED:
		return ROLE_DONE;
	case APPT_CANCELLED:
	case APPT_LATE:
	case APPT_PRACTICE:
	case APPT_NOSHOW:
	case APPT_LEFT:
	case APPT_VOID:
	case APPT_STATE_COUNT:
		break;
	}
	return ROLE_GONE;
}

/* Where the text of one cell goes. */
struct spot {
	struct canvas *c;
	int row, column, width; /* inside, without the marks of the selection */
	enum role role;
	bool now; /* the now-line runs through what is blank */
};

/* Text at `at` of the spot; what is behind it becomes blank, or the now-line. */
static void
put(const struct spot *s, int at, const char *text)
{
	int used;

	if (at >= s->width)
		return;
	used = at + canvas_text(s->c, s->row, s->column + at, s->width - at, s->role, text);
	if (s->now && used + 1 < s->width)
		canvas_fill(
		    s->c, s->row, s->column + used + 1, s->width - used - 1, ROLE_NOW, GLYPH_NOW);
}

/* State, odd start, name, and the marks at the right end. */
static void
draw_name(const struct day *d, const struct spot *s, const struct day_cell *cell, int row_minute)
{
	const struct appt *a = cell->appt;
	struct str line = {0}, marks = {0}, name = {0};
	int minute = civil_minute_of(a->start), width;
	struct spot rest = *s;
	char hm[CIVIL_HM_SIZE];

	day_say_marks(d, &marks, cell);
	str_addc(&line, appt_state_char(a->state));
	if (minute > row_minute && minute < row_minute + d->grid.step)
		str_addf(&line, "%s%02d", canvas_glyph(s->c, GLYPH_MINUTES), minute % 60);
	else if (minute != row_minute)
		str_addf(&line, "%s ", day_say_row_time(d, a->start, hm));
	width = s->width - text_width(str_text(&marks)) - (marks.n > 0);
	day_say_name(d, &name, a, width - text_width(str_text(&line)));
	str_add(&line, str_text(&name));
	rest.width = width;
	canvas_text(s->c, s->row, s->column, s->width, s->role, "");
	put(&rest, 0, str_text(&line));
	if (marks.n > 0)
		canvas_text(s->c, s->row, s->column + width + 1, s->width - width - 1, s->role,
		    str_text(&marks));
	str_release(&line);
	str_release(&marks);
	str_release(&name);
}

static void
draw_off(const struct spot *s, const struct day_cell *cell)
{
	const char *reason = cell->kind == DAY_ROOMLESS ? "no room"
	    : cell->absence != NULL                     ? str_or_empty(cell->absence->reason)
							: "off";
	int width = text_width(reason);

	canvas_fill(s->c, s->row, s->column, s->width, ROLE_OFF, GLYPH_OFF);
	if (cell->first && s->width > 4)
		canvas_text(s->c, s->row, s->column + 2,
		    width < s->width - 3 ? width : s->width - 3, s->role, reason);
}

/* ":15": in the row that tells the hour. */
static void
add_minutes(const struct day *d, struct str *out, int minute)
{
	str_addf(out, "%s%02d", glyph_text(GLYPH_MINUTES, d->view.app->ascii), minute % 60);
}

static void
add_part(const struct day *d, struct str *out, const struct day_cell *cell, enum part part)
{
	const char *dash = glyph_text(GLYPH_DASH, d->view.app->ascii);
	const bool begins = cell->free_from % d->grid.step == 0;
	const bool ends = cell->free_until % d->grid.step == 0;
	char hm[CIVIL_HM_SIZE];

	str_add(out, part != PART_TIMES ? "free " : "");
	if (part == PART_WHOLE || part == PART_TIMES) {
		str_addf(out, "%s%s", day_say_row_time(d, cell->free_from, hm), dash);
		str_add(out, day_say_row_time(d, cell->free_until, hm));
		return;
	}
	if (part == PART_MINUTES || !begins)
		add_minutes(d, out, cell->free_from);
	str_add(out, dash);
	if (part == PART_MINUTES || !ends)
		add_minutes(d, out, cell->free_until);
}

/* Which part of the row is free, as it fits: a time is never cut, and "free" goes last. */
static void
add_free(const struct day *d, struct str *line, const struct day_cell *cell, int width)
{
	const int left = width - text_width(str_text(line));

	for (enum part part = PART_WHOLE; part <= PART_TIMES; part++) {
		struct str s = {0};
		bool fits;

		add_part(d, &s, cell, part);
		fits = text_width(str_text(&s)) <= left;
		if (fits)
			str_add(line, str_text(&s));
		str_release(&s);
		if (fits)
			return;
	}
}

/* Free all through: a dot where the stretch begins. Free in part: which part. */
static void
draw_free(const struct day *d, const struct spot *s, const struct day_cell *cell)
{
	struct str line = {0};

	if (cell->free_until - cell->free_from == d->grid.step) {
		put(s, 1, cell->first ? canvas_glyph(s->c, GLYPH_FREE) : "");
		return;
	}
	str_add(&line, canvas_glyph(s->c, cell->edge == DAY_TURNOVER ? GLYPH_TURNOVER : GLYPH_OFF));
	add_free(d, &line, cell, s->width);
	put(s, 0, str_text(&line));
	str_release(&line);
}

/* A further line of a session: its bar, the label, or the free time behind its end. */
static void
draw_session(const struct day *d, const struct spot *s, const struct day_cell *cell)
{
	struct str line = {0};

	str_add(&line, canvas_glyph(s->c, GLYPH_SESSION));
	if (cell->kind == DAY_LABEL) {
		str_addc(&line, ' ');
		if (d->as == DAY_ROOMS)
			day_say_label_who(d, &line, cell->appt, s->width - 2);
		else
			day_say_label(d, &line, cell->appt, s->width - 2);
	} else if (cell->free_from < cell->free_until) {
		add_free(d, &line, cell, s->width);
	}
	put(s, 0, str_text(&line));
	str_release(&line);
}

static void
draw_cell(const struct day *d, struct spot *s, const struct day_cell *cell, int row_minute)
{
	switch (cell->kind) {
	case DAY_FREE:
		draw_free(d, s, cell);
		break;
	case DAY_NAME:
	case DAY_GONE:
		draw_name(d, s, cell, row_minute);
		break;
	case DAY_LABEL:
	case DAY_SESSION:
		draw_session(d, s, cell);
		break;
	case DAY_TURNOVER:
		canvas_fill(s->c, s->row, s->column, s->width, ROLE_OFF, GLYPH_TURNOVER);
		break;
	case DAY_OFF:
	case DAY_ROOMLESS:
		draw_off(s, cell);
		break;
	}
}

/* What is picked up goes with the selection, at the time it would have. */
static void
draw_moving(const struct day *d, const struct spot *s, int row_minute)
{
	struct appt there = d->moving;
	const struct day_cell cell = {.kind = DAY_NAME, .appt = &there};

	there.start = day_start(d);
	draw_name(d, s, &cell, row_minute);
}

static enum role
cell_role(const struct day *d, const struct day_cell *cell)
{
	switch (cell->kind) {
	case DAY_FREE:
		return ROLE_FREE;
	case DAY_TURNOVER:
	case DAY_OFF:
	case DAY_ROOMLESS:
		return ROLE_OFF;
	case DAY_NAME:
	case DAY_LABEL:
	case DAY_SESSION:
	case DAY_GONE:
		break;
	}
	return day_role(d, cell->appt);
}

/* The first row on show: further down while a message would cover the selected one. */
static int
top_row(const struct day *d)
{
	int last = d->first_row + d->grid.rows - 1 - app_covered(d->view.app);

	return d->first_row + (day_row(d) > last ? day_row(d) - last : 0);
}

static void
draw_column(const struct day *d, struct canvas *c, size_t shown, size_t column)
{
	int left = day_grid_column(&d->grid, shown), now = -1;

	if (civil_day_of(d->view.app->now) == d->day)
		now = civil_minute_of(d->view.app->now) / d->grid.step;
	for (int i = 0; i < d->grid.rows; i++) {
		int row = top_row(d) + i, line = d->grid.top + i;
		bool selected = !d->head && column == d->column && row == day_row(d);
		struct spot s = {c, line, left, d->grid.width, ROLE_TEXT, row == now};

		if (row >= day_rows(d->grid.step))
			break;
		canvas_text(
		    c, line, left + d->grid.width, 1, ROLE_RULE, canvas_glyph(c, GLYPH_VERTICAL));
		s.role = selected ? ROLE_SELECTED : cell_role(d, day_cell_at(d, column, row));
		if (selected) {
			canvas_text(c, line, left, d->grid.width, s.role, ">");
			canvas_text(c, line, left + d->grid.width - 1, 1, s.role, "<");
			s.column++;
			s.width -= 2;
			c->cursor_row = line;
			c->cursor_column = s.column;
		}
		if (selected && d->moving.id != 0) {
			draw_moving(d, &s, row * d->grid.step);
		} else {
			struct day_cell cell =
			    selected ? *day_selected(d) : *day_cell_at(d, column, row);

			/* why somebody is off stands on every screen of it */
			cell.first = cell.first || (i == 0 && cell.kind == DAY_OFF);
			draw_cell(d, &s, &cell, row * d->grid.step);
		}
	}
}

/* A time as wide as its column. 15-minute rows name the hour and the half, and the topmost one its
 * hour; the others only their minutes. */
static void
draw_time(const struct day *d, struct canvas *c, int line, civil_min m, enum role role)
{
	struct str s = {0};
	char hm[CIVIL_HM_SIZE];

	day_say_row_time(d, m, hm);
	if (role != ROLE_NOW && line > d->grid.top && civil_minute_of(m) % 30 != 0)
		text_pad(&s, strchr(hm, ':') + 1, DAY_TIME_WIDTH, TEXT_RIGHT);
	else
		text_pad(&s, hm, DAY_TIME_WIDTH, TEXT_RIGHT);
	canvas_text(c, line, 0, DAY_TIME_WIDTH, role, str_text(&s));
	str_release(&s);
}

/* The times at the left; the row of now has the time it is. */
static void
draw_times(const struct day *d, struct canvas *c)
{
	civil_min now = d->view.app->now;

	canvas_text(c, d->grid.top - 1, 0, DAY_TIME_WIDTH, ROLE_HEAD, "Time");
	canvas_text(
	    c, d->grid.top - 1, DAY_TIME_WIDTH, 1, ROLE_RULE, canvas_glyph(c, GLYPH_VERTICAL));
	for (int i = 0; i < d->grid.rows; i++) {
		civil_min start = civil_at(d->day, (top_row(d) + i) * d->grid.step);

		if (civil_day_of(start) != d->day)
			break;
		if (now >= start && now < start + d->grid.step)
			draw_time(d, c, d->grid.top + i, now, ROLE_NOW);
		else
			draw_time(d, c, d->grid.top + i, start, ROLE_TEXT);
		canvas_text(c, d->grid.top + i, DAY_TIME_WIDTH, 1, ROLE_RULE,
		    canvas_glyph(c, GLYPH_VERTICAL));
	}
}

/* "Mia +20": the name, and by how much she runs late. */
static void
draw_head(const struct day *d, struct canvas *c, size_t shown, size_t column)
{
	const bool selected = d->head && column == d->column;
	const enum role role = selected ? ROLE_SELECTED : ROLE_HEAD;
	const int row = d->grid.top - 1, left = day_grid_column(&d->grid, shown);
	struct str s = {0};

	day_say_column(d, &s, column);
	canvas_text(c, row, left, 1, role, selected ? ">" : "");
	canvas_text(c, row, left + 1, d->grid.width - 1, role, str_text(&s));
	if (selected) {
		canvas_text(c, row, left + d->grid.width - 1, 1, role, "<");
		c->cursor_row = row;
		c->cursor_column = left + 1;
	}
	canvas_text(c, row, left + d->grid.width, 1, ROLE_RULE, canvas_glyph(c, GLYPH_VERTICAL));
	str_release(&s);
}

static void
draw_grid(const struct day *d, struct canvas *c)
{
	size_t page = day_grid_page(&d->grid, d->column, day_columns(d));

	draw_times(d, c);
	for (size_t i = 0; i < d->grid.shown && page + i < day_columns(d); i++) {
		draw_head(d, c, i, page + i);
		draw_column(d, c, i, page + i);
	}
}

void
day_draw(const struct view *v, struct canvas *c)
{
	const struct day *d = (const struct day *)v;

	if (d->as == DAY_LIST)
		day_list_draw(d, c);
	else
		draw_grid(d, c);
	if (d->grid.pane > 0)
		day_draw_pane(d, c);
	if (d->card)
		card_draw(d, c);
}
