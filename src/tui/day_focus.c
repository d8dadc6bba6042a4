/* The lines around the day's grid: the heading, the selected thing in words, the hint. */
#include "day.h"
#include "say.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

#include <frontdesk/text.h>

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
	if (day_flag(d, a)[0] != '\0')
		str_addf(&needs, "  %s", day_flag_words(d, a));
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
		client_short_name(out, cell->appt->client_first, cell->appt->client_last,
		    &day_desk(d)->practice.settings);
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
	if (d->change.client_id != 0) {
		day_say_age(d, out);
		return;
	}
	if (cell == NULL) {
		str_add(out, d->as == DAY_LIST ? "Nothing on this day." : DAY_NO_THERAPISTS);
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
		str_add(out, SAY_WHY);
	else if (d->cancelling)
		str_add(out, "Who cancelled? Any other key: nobody.");
	else if (d->change.client_id != 0)
		day_say_change(d, out);
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
