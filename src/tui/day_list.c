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
	STATE_WIDTH = 11,
	CLIENT_WIDTH = 20,
	LABEL_WIDTH = 12,
	THERAPIST_WIDTH = 7,
	PADDED_FROM = 78, /* columns: below, nothing is padded, so that more of it fits */
};

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

static int
by_time(const void *left, const void *right)
{
	const struct day_line *a = left, *b = right;

	if (a->from != b->from)
		return a->from - b->from;
	if (a->cell.kind != b->cell.kind)
		return (a->cell.kind == DAY_FREE) - (b->cell.kind == DAY_FREE);
	return a->therapist_id < b->therapist_id ? -1 : a->therapist_id > b->therapist_id;
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
	if (d->lines.n > 0)
		qsort(d->lines.v, d->lines.n, sizeof(d->lines.v[0]), by_time);
}

/* --- Drawing --------------------------------------------------------------------------------- */

/* Adds a word and two blanks; padded where there is room for it. */
static void
add(const struct day *d, struct str *out, const char *word, int width)
{
	if (d->view.app->columns >= PADDED_FROM)
		text_pad(out, word, width, TEXT_LEFT);
	else
		str_add(out, word);
	str_add(out, word[0] != '\0' || d->view.app->columns >= PADDED_FROM ? "  " : "");
}

static void
add_time(const struct day *d, struct str *out, const struct day_line *line)
{
	bool twelve = settings_is(&day_desk(d)->practice.settings, SETTING_CLOCK, "12");
	struct str span = {0};

	day_say_span(d, &span, civil_at(d->day, line->from), civil_at(d->day, line->until));
	text_pad(out, str_text(&span), twelve ? TIME_WIDTH_12 : TIME_WIDTH, TEXT_LEFT);
	str_addc(out, ' ');
	str_release(&span);
}

/* "- booked  Müller, Kathe  Massage 60  Mia  r1  1®" */
static void
add_appt(const struct day *d, struct str *out, const struct day_line *line)
{
	const struct practice *p = &day_desk(d)->practice;
	const struct appt *a = line->cell.appt;
	const struct therapist *t = practice_therapist(p, a->therapist_id);
	const struct room *r = practice_room(p, a->room_id);
	const struct service *s = practice_service(p, a->service_id);
	struct str word = {0}, label = {0}, name = {0};

	str_addf(&word, "%c %s", appt_state_char(a->state),
	    a->id == d->moving.id ? "picked up" : appt_state_word(a->state));
	add(d, out, str_text(&word), STATE_WIDTH);
	day_say_name(d, &name, a, CLIENT_WIDTH);
	add(d, out, str_text(&name), CLIENT_WIDTH);
	if (s != NULL)
		service_label(&label, s, appt_minutes(a));
	add(d, out, str_text(&label), LABEL_WIDTH);
	add(d, out, t != NULL ? t->name : "", THERAPIST_WIDTH);
	str_addf(out, "%s  ", r != NULL ? r->code : "");
	day_say_marks(d, out, &line->cell);
	str_release(&word);
	str_release(&label);
	str_release(&name);
}

static enum role
line_text(const void *arg, size_t i, struct str *out)
{
	const struct day *d = arg;
	const struct practice *p = &day_desk(d)->practice;
	const struct day_line *line = &d->lines.v[i];
	const struct absence *off = line->cell.absence;
	const struct therapist *t = practice_therapist(p, line->therapist_id);

	add_time(d, out, line);
	if (line->cell.appt != NULL) {
		add_appt(d, out, line);
		return day_role(d, line->cell.appt);
	}
	if (off == NULL) {
		str_addf(out, "%s free, %d min  %s", glyph_text(GLYPH_FREE, d->view.app->ascii),
		    line->until - line->from, t->name);
		return ROLE_FREE;
	}
	str_addf(out, "%s kept free  %s", glyph_text(GLYPH_OFF, d->view.app->ascii),
	    str_or_empty(off->reason));
	if (t != NULL)
		str_addf(out, "  %s", t->name);
	else if (off->room_id != 0)
		str_addf(out, "  %s", practice_room(p, off->room_id)->code);
	else
		str_add(out, "  all");
	return ROLE_OFF;
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
