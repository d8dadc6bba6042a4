/* The Day as a list: a line an appointment, a free stretch or kept time, by time. */
#include "day.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum {
	TIME_WIDTH = 11,
	TIME_WIDTH_12 = 15,
	STATE_WIDTH = 16,
	NAME_MIN = 14,
	NAME_MAX = 20,
	LABEL_WIDTH = 12,
	THERAPIST_WIDTH = 7,
	THERAPIST_MIN = 5,
	ROOM_AND_MARKS = 9,
	WORDS_FROM = 78, /* columns: below, a state is its sign alone */
};

/* How wide the columns of the lines are. */
struct widths {
	int time, state, name, label, therapist;
};

static struct widths
find_widths(const struct day *d)
{
	const int width = d->grid.pane > 0 ? d->grid.pane - 1 : d->view.app->columns;
	const bool twelve = settings_is(&day_desk(d)->practice.settings, SETTING_CLOCK, "12");
	struct widths w = {.time = twelve ? TIME_WIDTH_12 : TIME_WIDTH,
	    .state = width >= WORDS_FROM ? STATE_WIDTH : 1,
	    .label = LABEL_WIDTH,
	    .therapist = width >= WORDS_FROM ? THERAPIST_WIDTH : THERAPIST_MIN};
	const int gaps = 2 + 1 + 4 * 2 - (w.state == 1);

	w.name = width - gaps - w.time - w.state - w.label - w.therapist - ROOM_AND_MARKS;
	w.name = w.name < NAME_MIN ? NAME_MIN : w.name > NAME_MAX ? NAME_MAX : w.name;
	return w;
}

/* --- What the lines are ---------------------------------------------------------------------- */

static void
add_appts(struct day *d)
{
	for (size_t i = 0; i < d->book.appts.n; i++) {
		const struct appt *a = &d->book.appts.v[i];
		struct day_line *line;

		if (civil_day_of(a->start) != d->day)
			continue; /* what is picked up keeps its line: there it can be put back */
		line = list_push(&d->lines);
		*line = (struct day_line){.therapist_id = a->therapist_id,
		    .cell = {.kind = appt_state_holds(a->state) ? DAY_NAME : DAY_GONE, .appt = a},
		    .from = civil_minute_of(a->start),
		    .until = (int)(a->end - civil_at(d->day, 0))};
	}
}

static void
add_free(struct day *d, const struct therapist *t)
{
	struct span free[DAY_FREE_MAX];
	size_t n = day_free(&d->source, t, free, DAY_FREE_MAX);

	for (size_t i = 0; i < n; i++) {
		struct day_line *line = list_push(&d->lines);

		*line = (struct day_line){.therapist_id = t->id,
		    .cell = {.kind = DAY_FREE,
			.free_from = free[i].from,
			.free_until = free[i].until},
		    .from = free[i].from,
		    .until = free[i].until};
	}
}

static void
add_kept(struct day *d, const struct absence *a)
{
	const civil_min midnight = civil_at(d->day, 0);
	civil_min from, until;
	struct day_line *line;

	if (!absence_time(a, midnight, midnight + CIVIL_DAY_MINUTES, &from, &until))
		return;
	line = list_push(&d->lines);
	*line = (struct day_line){.therapist_id = a->therapist_id,
	    .cell = {.kind = DAY_OFF, .absence = a},
	    .from = from > midnight ? (int)(from - midnight) : 0,
	    .until = (int)(until - midnight)};
	if (line->until > CIVIL_DAY_MINUTES)
		line->until = CIVIL_DAY_MINUTES;
}

/* What begins together is in the order of the columns; what is of nobody comes first. */
static void
find_order(const struct day *d, struct day_line *line)
{
	line->order = 0;
	for (size_t i = 0; i < d->therapists.n; i++) {
		if (d->therapists.v[i] == line->therapist_id)
			line->order = i + 1;
	}
}

static int
by_time(const void *left, const void *right)
{
	const struct day_line *a = left, *b = right;

	if (a->from != b->from)
		return a->from - b->from;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	if (a->cell.kind != b->cell.kind)
		return (a->cell.kind == DAY_FREE) - (b->cell.kind == DAY_FREE);
	return (a->cell.kind == DAY_NAME) - (b->cell.kind == DAY_NAME);
}

void
day_list_build(struct day *d)
{
	const struct practice *p = &day_desk(d)->practice;

	d->lines.n = 0;
	if (d->as != DAY_LIST)
		return;
	add_appts(d);
	for (size_t i = 0; i < d->therapists.n; i++)
		add_free(d, practice_therapist(p, d->therapists.v[i]));
	for (size_t i = 0; i < d->book.absences.n; i++)
		add_kept(d, &d->book.absences.v[i]);
	for (size_t i = 0; i < d->lines.n; i++)
		find_order(d, &d->lines.v[i]);
	if (d->lines.n > 0)
		qsort(d->lines.v, d->lines.n, sizeof(d->lines.v[0]), by_time);
}

/* --- Drawing --------------------------------------------------------------------------------- */

/* Adds a word and two blanks; what is wider is cut. */
static void
add(struct str *out, const char *word, int width)
{
	text_pad(out, word, width, TEXT_LEFT);
	str_add(out, width == 1 ? " " : "  ");
}

static void
add_time(const struct day *d, struct str *out, const struct day_line *line)
{
	struct str span = {0};

	day_say_span(d, &span, civil_at(d->day, line->from), civil_at(d->day, line->until));
	text_pad(out, str_text(&span), find_widths(d).time, TEXT_LEFT);
	str_addc(out, ' ');
	str_release(&span);
}

/* "- booked  Müller, Kathe  Massage 60  Mia  r1  1®" */
static void
add_appt(const struct day *d, struct str *out, const struct day_line *line)
{
	const struct widths w = find_widths(d);
	const struct practice *p = &day_desk(d)->practice;
	const struct appt *a = line->cell.appt;
	const struct therapist *t = practice_therapist(p, a->therapist_id);
	const struct room *r = practice_room(p, a->room_id);
	struct str word = {0}, label = {0}, name = {0};

	str_addc(&word, appt_state_char(a->state));
	if (w.state > 1)
		str_addf(
		    &word, " %s", a->id == d->moving.id ? "picked up" : appt_state_title(a->state));
	add(out, str_text(&word), w.state);
	day_say_name(d, &name, a, w.name);
	add(out, str_text(&name), w.name);
	day_say_service(d, &label, a, w.label);
	add(out, str_text(&label), w.label);
	add(out, t != NULL ? t->name : "", w.therapist);
	str_addf(out, "%s  ", r != NULL ? r->code : "");
	day_say_marks(d, out, &line->cell);
	str_release(&word);
	str_release(&label);
	str_release(&name);
}

/* What is no appointment: a sign, what it is, and whose. */
static void
add_other(const struct day *d, struct str *out, enum glyph sign, const char *what, const char *who)
{
	const struct widths w = find_widths(d);
	struct str text = {0};

	str_addf(&text, "%s %s", glyph_text(sign, d->view.app->ascii), what);
	add(out, str_text(&text), w.state + w.name + w.label + (w.state == 1 ? 3 : 4));
	str_add(out, who);
	str_release(&text);
}

static enum role
line_text(const void *arg, size_t i, struct str *out)
{
	const struct day *d = arg;
	const struct practice *p = &day_desk(d)->practice;
	const struct day_line *line = &d->lines.v[i];
	const struct absence *off = line->cell.absence;
	const struct therapist *t = practice_therapist(p, line->therapist_id);
	const char *reason = off != NULL ? str_or_empty(off->reason) : "";
	struct str what = {0};

	add_time(d, out, line);
	if (line->cell.appt != NULL) {
		add_appt(d, out, line);
		return day_role(d, line->cell.appt);
	}
	if (off == NULL)
		str_addf(&what, "free, %d min", line->until - line->from);
	else
		str_addf(&what, "kept free%s%s", reason[0] != '\0' ? ": " : "", reason);
	add_other(d, out, off == NULL ? GLYPH_FREE : GLYPH_OFF, str_text(&what),
	    t != NULL                              ? t->name
		: off != NULL && off->room_id != 0 ? practice_room(p, off->room_id)->code
						   : "all");
	str_release(&what);
	return off == NULL ? ROLE_FREE : ROLE_OFF;
}

static void
draw_head(const struct day *d, struct canvas *c, int width)
{
	struct str s = {0};

	if (d->head) {
		str_add(&s, "> ");
		day_say_column(d, &s, d->column);
		str_add(&s, " <");
		c->cursor_row = d->grid.top - 1;
		c->cursor_column = 2;
	} else {
		str_add(&s, "  By time");
	}
	canvas_text(
	    c, d->grid.top - 1, 0, width, d->head ? ROLE_SELECTED : ROLE_HEAD, str_text(&s));
	str_release(&s);
}

/* The first line after now; SIZE_MAX: it is another day. */
static size_t
first_to_come(const struct day *d)
{
	const civil_min now = d->view.app->now;
	size_t i = 0;

	if (civil_day_of(now) != d->day)
		return SIZE_MAX;
	while (i < d->lines.n && d->lines.v[i].from <= civil_minute_of(now))
		i++;
	return i;
}

/* "  10:20 ––––––" */
static void
draw_now(const struct day *d, struct canvas *c, int row, int width)
{
	char hm[CIVIL_HM_SIZE];
	int used = 2 +
	    canvas_text(c, row, 2, width - 2, ROLE_NOW, day_say_time(d, d->view.app->now, hm)) + 1;

	canvas_fill(c, row, used, width - used, ROLE_NOW, GLYPH_NOW);
}

void
day_list_draw(const struct day *d, struct canvas *c)
{
	const int width = d->grid.pane > 0 ? d->grid.pane - 1 : c->columns;
	const size_t now = first_to_come(d);
	struct scroll s = d->list;

	s.rows -= app_covered(d->view.app);
	if (now != SIZE_MAX)
		s.rows--; /* for the now-line */
	scroll_fit(&s);
	if (d->head)
		s.at = s.n; /* no line is */
	draw_head(d, c, width);
	if (now >= s.top && now <= s.top + (size_t)s.rows) {
		struct scroll past = s;

		past.rows = (int)(now - s.top);
		scroll_draw(&past, c, d->grid.top, 0, width, line_text, d);
		draw_now(d, c, d->grid.top + past.rows, width);
		s.top = now;
		s.rows -= past.rows;
		scroll_draw(&s, c, d->grid.top + past.rows + 1, 0, width, line_text, d);
	} else {
		scroll_draw(&s, c, d->grid.top, 0, width, line_text, d);
	}
}
