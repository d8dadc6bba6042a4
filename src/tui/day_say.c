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
		    glyph_text(GLYPH_DASH, d->view.app->ascii),
		    civil_minute_of(until) == 0 ? "24:00" : day_say_time(d, until, end));
}

const struct appt *
day_other(const struct day *d, const struct appt *a)
{
	for (size_t i = 0; a->party_id != 0 && i < d->book.appts.n; i++) {
		const struct appt *b = &d->book.appts.v[i];

		if (b->party_id == a->party_id && b->id != a->id)
			return b;
	}
	return NULL;
}

void
day_say_pair(const struct day *d, struct str *out, const struct appt *a, const struct appt *b)
{
	day_say_short(d, out, a);
	if (b != NULL && b->id != 0) {
		str_add(out, " & ");
		add_short_name(d, out, b);
	}
}

void
day_say_name(const struct day *d, struct str *out, const struct appt *a, int columns)
{
	const struct settings *s = &day_desk(d)->practice.settings;
	const char *first = str_or_empty(a->client_first), *last = str_or_empty(a->client_last);
	const struct appt *b = day_other(d, a);

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

/* The service, cut so that its minutes, and where it is or who gives it, fit behind it. */
static void
say_label(
    const struct day *d, struct str *out, const struct appt *a, int columns, const char *behind)
{
	const struct service *s = practice_service(&day_desk(d)->practice, a->service_id);
	const char *name = s != NULL ? service_desk_name(s) : "";
	struct str rest = {0};
	int left;

	if (s != NULL)
		str_addf(&rest, " %d", appt_minutes(a));
	if (behind[0] != '\0')
		str_addf(&rest, " %s", behind);
	left = columns - text_width(str_text(&rest));
	str_addn(out, name, text_fit(name, left > 0 ? left : 0, NULL));
	str_add(out, str_text(&rest));
	str_release(&rest);
}

void
day_say_label(const struct day *d, struct str *out, const struct appt *a, int columns)
{
	const struct room *r = practice_room(&day_desk(d)->practice, a->room_id);

	say_label(d, out, a, columns, r != NULL ? r->code : "");
}

void
day_say_service(const struct day *d, struct str *out, const struct appt *a, int columns)
{
	say_label(d, out, a, columns, "");
}

void
day_say_label_who(const struct day *d, struct str *out, const struct appt *a, int columns)
{
	const struct therapist *t = practice_therapist(&day_desk(d)->practice, a->therapist_id);

	say_label(d, out, a, columns, t != NULL ? t->name : "");
}

static void
add_mark(const struct day *d, struct str *out, bool is, enum glyph g)
{
	if (is)
		str_add(out, glyph_text(g, d->view.app->ascii));
}

void
day_say_marks(const struct day *d, struct str *out, const struct day_cell *cell)
{
	add_mark(d, out, day_late(d, cell->appt) > 0, GLYPH_LATE);
	add_mark(d, out, day_missed(d, cell->appt), GLYPH_MISSED);
	add_mark(d, out, cell->appt->message_left, GLYPH_MESSAGE);
	add_mark(d, out, cell->appt->first_visit, GLYPH_FIRST);
	add_mark(d, out, cell->appt->requested, GLYPH_REQUESTED);
	add_mark(d, out, cell->others > 0, GLYPH_MORE);
	if (cell->others > 0)
		str_addf(out, "%d", cell->others);
}

void
day_say_column(const struct day *d, struct str *out, size_t column)
{
	const struct practice *p = &day_desk(d)->practice;
	const struct therapist *t;
	const struct room *r;

	if (d->as == DAY_ROOMS) {
		r = practice_room(p, d->rooms.v[column]);
		str_addf(out, "%s %s", r->code, r->name);
		return;
	}
	t = practice_therapist(p, d->therapists.v[column]);
	str_add(out, t->name);
	if (therapist_late(t, d->day) > 0)
		str_addf(out, " +%d", therapist_late(t, d->day));
}

bool
day_missed(const struct day *d, const struct appt *a)
{
	return day_late(d, a) == 0 && appt_asks_noshow(a, d->view.app->now);
}

int
day_late(const struct day *d, const struct appt *a)
{
	return appt_late(a, d->view.app->now);
}

/* The selected column by the first word of its name, so that the places and Help stay in sight. */
static void
add_paged_name(const struct day *d, struct str *out)
{
	enum { NAME_MAX_WIDTH = 8 };
	struct str name = {0};
	size_t word;

	day_say_column(d, &name, d->column);
	word = strcspn(str_text(&name), " ");
	str_addn(out, str_text(&name),
	    text_fit(str_text(&name), NAME_MAX_WIDTH, NULL) < word
		? text_fit(str_text(&name), NAME_MAX_WIDTH, NULL)
		: word);
	str_release(&name);
}

void
day_heading(const struct view *v, struct str *out)
{
	const struct day *d = (const struct day *)v;
	bool ascii = v->app->ascii;
	size_t n = day_columns(d), page = day_grid_page(&d->grid, d->column, n);
	char day[CIVIL_LONG_SIZE];

	if (d->as != DAY_LIST && d->grid.shown < n) {
		str_add(out, page > 0 ? "< " : "");
		add_paged_name(d, out);
		str_addf(out, " %zu", page + 1);
		if (d->grid.shown > 1)
			str_addf(out, "%s%zu", glyph_text(GLYPH_DASH, ascii), page + d->grid.shown);
		str_addf(out, " of %zu%s  ", n, page + d->grid.shown < n ? " >" : "");
	}
	str_addf(out, "< %s%s wk%d >", civil_long_day(d->day, day),
	    d->day == civil_day_of(v->app->now) ? " (today)" : "", civil_week(d->day, NULL));
}

/* A session that is still to come, of a therapist who runs late. */
static void
add_runs_late(const struct day *d, struct str *out, const struct appt *a)
{
	const struct therapist *t = practice_therapist(&day_desk(d)->practice, a->therapist_id);
	int late = t != NULL ? therapist_late(t, d->day) : 0;

	if (late > 0 && a->state <= APPT_ARRIVED && d->view.app->now < a->end)
		str_addf(out, "  %s runs %d min late", t->name, late);
}

static void
focus_appt(const struct day *d, struct str *out, const struct appt *a)
{
	const struct settings *s = &day_desk(d)->practice.settings;
	const struct appt *b = day_other(d, a);
	struct str needs = {0};

	day_say_span(d, out, a->start, a->end);
	str_addc(out, ' ');
	client_name(out, a->client_first, a->client_last, s);
	if (b != NULL) {
		str_add(out, " & ");
		client_name(out, b->client_first, b->client_last, s);
	}
	appt_remark(&needs, "  ", a, d->view.app->now, s);
	add_runs_late(d, &needs, a);
	if (needs.n == 0) {
		str_add(out, "  ");
		day_say_label(d, out, a, INT_MAX);
	}
	str_add(out, "  ");
	for (const char *c = appt_state_title(a->state); *c != '\0'; c++)
		str_addc(out, (char)toupper((unsigned char)*c));
	if (needs.n > 0) {
		str_addf(out, "%s  ", str_text(&needs)); /* first, for the line may be cut */
		day_say_label(d, out, a, INT_MAX);
	}
	str_release(&needs);
	if (a->message_left)
		str_add(out, "  message left");
	if (a->first_visit)
		str_add(out, "  first visit");
	if (a->requested)
		str_add(out, "  by name");
}

/* The free stretch of a column around the selected row. */
static void
find_free(const struct day *d, int *from, int *until)
{
	int rows = day_rows(d->grid.step);

	for (int row = day_row(d); *from == row * d->grid.step && row > 0; row--) {
		const struct day_cell *above = day_cell_at(d, d->column, row - 1);

		if (above->free_until != *from || above->free_from == above->free_until)
			break;
		*from = above->free_from;
	}
	for (int row = day_row(d) + 1; *until == row * d->grid.step && row < rows; row++) {
		const struct day_cell *below = day_cell_at(d, d->column, row);

		if (below->free_from != *until || below->free_from == below->free_until)
			break;
		*until = below->free_until;
	}
}

static void
focus_free(const struct day *d, struct str *out, const struct day_cell *cell)
{
	int from = cell->free_from, until = cell->free_until;
	char hm[CIVIL_HM_SIZE];

	if (d->as != DAY_LIST)
		find_free(d, &from, &until);
	day_say_span(d, out, civil_at(d->day, from), civil_at(d->day, until));
	str_addf(out, " free, %d min", until - from);
	if ((d->as == DAY_LIST || day_minute_stands(d)) && day_start(d) > civil_at(d->day, from) &&
	    day_start(d) < civil_at(d->day, until))
		str_addf(out, ", at %s", day_say_time(d, day_start(d), hm));
}

static void
focus_cell(const struct day *d, struct str *out, const struct day_cell *cell)
{
	switch (cell->kind) {
	case DAY_FREE:
		focus_free(d, out, cell);
		break;
	case DAY_TURNOVER:
		day_say_taken(d, out, cell);
		str_add(out, " turnover after ");
		add_short_name(d, out, cell->appt);
		break;
	case DAY_ROOMLESS:
		day_say_taken(d, out, cell);
		str_add(out, " free, but every room is taken");
		break;
	case DAY_OFF:
		day_say_taken(d, out, cell);
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

/* "Mia: 5 appointments, 4.5 h, until 18:00", with how late she runs. */
static void
focus_head(const struct day *d, struct str *out)
{
	const struct therapist *t = d->as == DAY_ROOMS ? NULL : day_therapist(d);
	const struct room *r = day_room(d);
	int n = 0, minutes = 0, until = -1;
	struct span spans[HOURS_SPANS_A_DAY];
	char hm[CIVIL_HM_SIZE];

	for (size_t i = 0; i < d->book.appts.n; i++) {
		const struct appt *a = &d->book.appts.v[i];

		if (!appt_state_holds(a->state) ||
		    (t != NULL ? a->therapist_id != t->id : a->room_id != r->id))
			continue;
		n++;
		minutes += appt_minutes(a);
	}
	if (t != NULL) {
		size_t k = therapist_spans(t, d->day, spans, HOURS_SPANS_A_DAY);

		until = k > 0 ? spans[k - 1].until : -1;
	}
	str_addf(out, "%s: %d appointment%s, %d.%d h", t != NULL ? t->name : r->name, n,
	    n == 1 ? "" : "s", minutes / 60, minutes % 60 / 6);
	if (until >= 0)
		str_addf(out, ", until %s", day_say_time(d, civil_at(d->day, until), hm));
	else if (t != NULL)
		str_add(out, ", not on shift");
	if (t != NULL && therapist_late(t, d->day) > 0)
		str_addf(out, ", runs %d min late", therapist_late(t, d->day));
}

/* "Moving 10:15 Mulligan to: Asha 11:00–11:30" */
static void
focus_moving(const struct day *d, struct str *out)
{
	const struct move to = day_move_here(d);
	const struct room *r = day_room(d);
	const struct therapist *t = practice_therapist(&day_desk(d)->practice,
	    to.therapist_id != 0 ? to.therapist_id : d->moving.therapist_id);

	str_add(out, "Moving ");
	day_say_short(d, out, &d->moving);
	str_addf(out, " to: %s ", r != NULL ? r->code : t != NULL ? t->name : "");
	day_say_span(d, out, to.start, to.start + appt_minutes(&d->moving));
}

void
day_focus(const struct view *v, struct str *out)
{
	const struct day *d = (const struct day *)v;
	const struct day_cell *cell = day_selected(d);

	if (d->head) {
		focus_head(d, out);
		return;
	}
	if (cell == NULL) {
		str_add(out,
		    d->as == DAY_LIST ? "Nothing on this day." : "No therapists yet: S adds them.");
		return;
	}
	if (d->moving.id != 0) {
		focus_moving(d, out);
		return;
	}
	if (day_room(d) != NULL)
		str_addf(out, "%s ", day_room(d)->code);
	if (day_therapist(d) != NULL)
		str_addf(out, "%s ", day_therapist(d)->name);
	focus_cell(d, out, cell);
	if (cell->others > 0)
		str_addf(out, "  (%d more in this row)", cell->others);
}

static bool
has_free(const struct day *d)
{
	const size_t n = day_columns(d) * (size_t)day_rows(d->grid.step);

	for (size_t i = 0; i < n; i++) {
		if (d->cells[i].kind == DAY_FREE)
			return true;
	}
	return false;
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
	else if (d->head && d->as == DAY_ROOMS)
		str_add(out, "k not usable today; x, m and a are for rows.");
	else if (d->head)
		str_add(out, "k sick today, l runs late; x, m and a are for rows.");
	else if (d->book.appts.n == 0)
		str_addf(out, "Nothing is booked on this day%s; ? Help",
		    has_free(d) ? ". n books into the selected time"
				: ", and no time is free. w says why");
}
