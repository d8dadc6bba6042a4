/* Appointments and times of the day, in words. */
#include "day.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

#include <frontdesk/text.h>

static void
add_short_name(const struct day *d, struct str *out, const struct appt *a)
{
	client_short_name(out, a->client_first, a->client_last, &day_desk(d)->practice.settings);
}

char *
day_say_time(const struct day *d, civil_min m, char buf[static CIVIL_HM_SIZE])
{
	return settings_hm(&day_desk(d)->practice.settings, m, buf);
}

char *
day_say_row_time(const struct day *d, civil_min m, char buf[static CIVIL_HM_SIZE])
{
	day_say_time(d, m, buf);
	buf[strspn(buf, "0123456789:")] = '\0';
	return buf;
}

void
day_say_short(const struct day *d, struct str *out, const struct appt *a)
{
	char hm[CIVIL_HM_SIZE];

	str_addf(out, "%s ", day_say_time(d, a->start, hm));
	add_short_name(d, out, a);
}

void
day_say_span(const struct day *d, struct str *out, civil_min from, civil_min until)
{
	char start[CIVIL_HM_SIZE], end[CIVIL_HM_SIZE];

	if (until - from == CIVIL_DAY_MINUTES)
		str_add(out, "all day");
	else
		str_addf(out, "%s%s%s", day_say_time(d, from, start),
		    glyph_text(GLYPH_DASH, d->view.app->ascii), day_say_time(d, until, end));
}

/* The other client of a couple; NULL when it is none, or not on this day. */
static const struct appt *
other_of_couple(const struct day *d, const struct appt *a)
{
	for (size_t i = 0; a->party_id != 0 && i < d->book.appts.n; i++) {
		const struct appt *b = &d->book.appts.v[i];

		if (b->party_id == a->party_id && b->id != a->id)
			return b;
	}
	return NULL;
}

void
day_say_name(const struct day *d, struct str *out, const struct appt *a, int columns)
{
	const struct settings *s = &day_desk(d)->practice.settings;
	const char *first = str_or_empty(a->client_first), *last = str_or_empty(a->client_last);
	const struct appt *b = other_of_couple(d, a);

	if (b != NULL) {
		add_short_name(d, out, a);
		str_add(out, " & ");
		add_short_name(d, out, b);
	} else if (s->initials || first[0] == '\0' || last[0] == '\0') {
		add_short_name(d, out, a);
	} else if (settings_is(s, SETTING_NAME_ORDER, "first")) {
		str_addf(out, "%s %s", first, last);
	} else if (text_width(last) + 1 + text_width(first) <= columns) {
		str_addf(out, "%s %s", last, first);
	} else {
		str_addf(out, "%s ", last);
		str_addn(out, first, text_next(first, 0));
	}
}

void
day_say_label(const struct day *d, struct str *out, const struct appt *a, int columns)
{
	const struct practice *p = &day_desk(d)->practice;
	const struct service *s = practice_service(p, a->service_id);
	const struct room *r = practice_room(p, a->room_id);
	struct str label = {0};
	int room = r != NULL ? text_width(r->code) + 1 : 0;

	if (s != NULL)
		service_label(&label, s, appt_minutes(a));
	if (columns > room)
		str_addn(out, str_text(&label), text_fit(str_text(&label), columns - room, NULL));
	if (r != NULL)
		str_addf(out, " %s", r->code);
	str_release(&label);
}

int
day_late(const struct day *d, const struct appt *a)
{
	return appt_late(a, d->view.app->now);
}

void
day_heading(const struct view *v, struct str *out)
{
	const struct day *d = (const struct day *)v;
	const struct therapist *t = day_therapist(d);
	bool ascii = v->app->ascii;
	size_t page = day_grid_page(&d->grid, d->column, d->therapists.n);
	char day[CIVIL_LONG_SIZE];

	if (t != NULL && d->grid.shown < d->therapists.n) {
		str_addf(out, "%s%s %zu", page > 0 ? "< " : "", t->name, page + 1);
		if (d->grid.shown > 1)
			str_addf(out, "%s%zu", glyph_text(GLYPH_DASH, ascii), page + d->grid.shown);
		str_addf(out, " of %zu%s  ", d->therapists.n,
		    page + d->grid.shown < d->therapists.n ? " >" : "");
	}
	str_addf(out, "< %s%s wk%d >", civil_long_day(d->day, day),
	    d->day == civil_day_of(v->app->now) ? " (today)" : "", civil_week(d->day, NULL));
}

static void
focus_appt(const struct day *d, struct str *out, const struct appt *a)
{
	const struct settings *s = &day_desk(d)->practice.settings;
	const struct appt *b = other_of_couple(d, a);

	day_say_span(d, out, a->start, a->end);
	str_addc(out, ' ');
	client_name(out, a->client_first, a->client_last, s);
	if (b != NULL) {
		str_add(out, " & ");
		client_name(out, b->client_first, b->client_last, s);
	}
	str_add(out, "  ");
	day_say_label(d, out, a, INT_MAX);
	str_add(out, "  ");
	for (const char *c = appt_state_title(a->state); *c != '\0'; c++)
		str_addc(out, (char)toupper((unsigned char)*c));
	appt_remark(out, "  ", a, d->view.app->now);
	if (a->first_visit)
		str_add(out, "  first visit");
	if (a->requested)
		str_add(out, "  by name");
}

static void
focus_free(const struct day *d, struct str *out, const struct day_cell *cell)
{
	struct span free[DAY_FREE_MAX];
	size_t n = day_free(&d->source, day_therapist(d), free, DAY_FREE_MAX);
	int from = cell->free_from, until = cell->free_until;

	for (size_t i = 0; i < n; i++) {
		if (free[i].from <= from && from < free[i].until) {
			from = free[i].from;
			until = free[i].until;
		}
	}
	day_say_span(d, out, civil_at(d->day, from), civil_at(d->day, until));
	str_addf(out, " free, %d min", until - from);
}

static void
focus_cell(const struct day *d, struct str *out, const struct day_cell *cell)
{
	int row = day_row(d) * d->grid.step;
	civil_min start = civil_at(d->day, row);

	switch (cell->kind) {
	case DAY_FREE:
		focus_free(d, out, cell);
		break;
	case DAY_TURNOVER:
		day_say_span(d, out, start, start + d->grid.step);
		str_add(out, " turnover after ");
		add_short_name(d, out, cell->appt);
		break;
	case DAY_ROOMLESS:
		day_say_span(d, out, start, start + d->grid.step);
		str_add(out, " free, but no room is");
		break;
	case DAY_OFF:
		day_say_span(d, out, start, start + d->grid.step);
		str_addf(out, " %s", cell->absence == NULL ? "not on shift" : "kept free");
		if (cell->absence != NULL && str_or_empty(cell->absence->reason)[0] != '\0')
			str_addf(out, ": %s", cell->absence->reason);
		break;
	case DAY_NAME:
	case DAY_LABEL:
	case DAY_SESSION:
	case DAY_GONE:
		focus_appt(d, out, cell->appt);
		break;
	}
}

void
day_focus(const struct view *v, struct str *out)
{
	const struct day *d = (const struct day *)v;
	const struct day_cell *cell = day_selected(d);

	if (cell == NULL) {
		str_add(out, "No therapists yet.");
		return;
	}
	if (d->moving.id != 0) {
		str_add(out, "Moving ");
		day_say_short(d, out, &d->moving);
		str_add(out, " to: ");
	}
	str_addf(out, "%s ", day_therapist(d)->name);
	focus_cell(d, out, cell);
	if (cell->others > 0)
		str_addf(out, "  (%d more in this row)", cell->others);
}

void
day_hint(const struct view *v, struct str *out)
{
	const struct day *d = (const struct day *)v;

	if (d->therapists.n == 0)
		str_add(out, "S, Therapists, n adds one; then h says the hours. ? Help");
	else if (d->asking.cmd != CMD_NONE)
		str_add(out, "Why go on all the same?");
	else if (d->cancelling)
		str_add(out, "Who cancelled? Any other key: nobody.");
	else if (d->moving.id != 0)
		str_add(out, "Go anywhere, other days too. Enter drops, Esc puts back.");
	else if (d->book.appts.n == 0)
		str_add(
		    out, "Nothing is booked on this day. n books into the selected time; ? Help");
}
