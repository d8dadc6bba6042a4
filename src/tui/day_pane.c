/* The information pane of wide screens: the month, the selected appointment, the day in figures. */
#include "day.h"

#include <stdio.h>

#include <frontdesk/text.h>

struct pane {
	struct canvas *c;
	int row, last; /* the next line, the last one */
	int column, width;
};

/* What is long goes on in further lines. */
static void
line(struct pane *p, enum role role, const char *text)
{
	do {
		const size_t bytes = lines_break(text, p->width);
		struct str s = {0};

		str_addn(&s, text, bytes);
		if (p->row <= p->last)
			canvas_text(p->c, p->row++, p->column, p->width, role, str_text(&s));
		str_release(&s);
		text += bytes;
		text += text[0] == ' ';
	} while (text[0] != '\0');
}

static void
title(struct pane *p, const char *text)
{
	int used = text_width(text) + 1;

	line(p, ROLE_TEXT, "");
	line(p, ROLE_HEAD, text);
	if (p->row <= p->last + 1)
		canvas_fill(
		    p->c, p->row - 1, p->column + used, p->width - used, ROLE_RULE, GLYPH_EDGE);
}

/* One week of the month, the shown day in brackets. */
static void
draw_week(const struct day *d, struct pane *p, civil_day first, int month)
{
	struct str s = {0};

	str_addf(&s, "%2d", civil_week(first, NULL));
	for (int i = 0; i < 7; i++) {
		civil_day day = first + i;
		int y, m, mday;

		civil_to_ymd(day, &y, &m, &mday);
		str_addc(&s, day == d->day ? '[' : i > 0 && day - 1 == d->day ? ']' : ' ');
		if (m == month)
			str_addf(&s, "%2d", mday);
		else
			str_add(&s, "  ");
	}
	str_add(&s, first + 6 == d->day ? "]" : "");
	line(p, ROLE_TEXT, str_text(&s));
	str_release(&s);
}

static void
draw_month(const struct day *d, struct pane *p)
{
	bool sunday = settings_is(&day_desk(d)->practice.settings, SETTING_WEEK_START, "sun");
	int year, month, mday, lead;
	civil_day first;
	char name[32];

	civil_to_ymd(d->day, &year, &month, &mday);
	first = civil_from_ymd(year, month, 1);
	lead = sunday ? civil_weekday(first) % 7 : civil_weekday(first) - 1;
	snprintf(name, sizeof(name), "         %s %d", civil_month_name(month), year);
	line(p, ROLE_HEAD, name);
	line(p, ROLE_TEXT, sunday ? "wk Su Mo Tu We Th Fr Sa" : "wk Mo Tu We Th Fr Sa Su");
	for (civil_day day = first - lead; day < first + civil_month_days(year, month); day += 7)
		draw_week(d, p, day, month);
}

void
day_client_load(struct day *d)
{
	const struct desk *desk = day_desk(d);
	const struct appt *a = d->card || d->grid.pane > 0 ? day_selected_appt(d) : NULL;
	const int64_t id = a != NULL ? a->client_id : 0;

	if (id == d->client.id)
		return;
	client_hit_release(&d->client);
	d->client = (struct client_hit){.last_visit = CIVIL_NONE, .next_visit = CIVIL_NONE};
	if (id != 0 && store_client_hit(desk->store, id, desk_now(desk), &d->client) != ERR_OK)
		app_say_error(d->view.app);
	d->client.id = id;
}

/* How to reach the client, and when they were and will be here. */
static void
draw_client(const struct day *d, struct pane *p, const struct appt *a)
{
	const struct client_hit *h = &d->client;
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];
	struct str s = {0};

	if (str_or_empty(h->phone)[0] != '\0') {
		str_addf(&s, "Tel %s", h->phone);
		line(p, ROLE_TEXT, str_text(&s));
	}
	str_clear(&s);
	str_addf(&s, "Last: %s",
	    h->last_visit == CIVIL_NONE ? "none"
					: civil_long_day(civil_day_of(h->last_visit), day));
	line(p, ROLE_TEXT, str_text(&s));
	if (h->next_visit == CIVIL_NONE)
		line(p, ROLE_TEXT, "Next: none; b books again");
	else if (h->next_visit == a->start)
		line(p, ROLE_TEXT, "Next: this one");
	else {
		str_clear(&s);
		str_addf(&s, "Next: %s", civil_long_day(civil_day_of(h->next_visit), day));
		str_addf(&s, " %s", day_say_time(d, h->next_visit, hm));
		line(p, ROLE_TEXT, str_text(&s));
	}
	str_release(&s);
}

static void
draw_selected(const struct day *d, struct pane *p)
{
	const struct appt *a = day_selected_appt(d);
	struct str s = {0};

	title(p, "Selected");
	if (a == NULL) {
		line(p, ROLE_TEXT, "nothing booked; n books");
		return;
	}
	client_name(&s, a->client_first, a->client_last, &day_desk(d)->practice.settings);
	str_addf(&s, " (#%lld)", (long long)a->client_id);
	line(p, ROLE_TEXT, str_text(&s));
	str_clear(&s);
	day_say_label(d, &s, a, p->width);
	line(p, ROLE_TEXT, str_text(&s));
	str_clear(&s);
	day_say_span(d, &s, a->start, a->end);
	if (day_therapist(d) != NULL)
		str_addf(&s, "  %s", day_therapist(d)->name);
	line(p, ROLE_TEXT, str_text(&s));
	str_clear(&s);
	day_say_state(d, &s, a);
	line(p, day_role(d, a), str_text(&s));
	if (day_flag(d, a)[0] != '\0')
		line(p, ROLE_CAUTION, day_flag_words(d, a));
	str_clear(&s);
	appt_remark(&s, "", a, d->view.app->now, &day_desk(d)->practice.settings);
	if (s.n > 0)
		line(p, ROLE_LATE, str_text(&s));
	if (str_or_empty(a->desk_note)[0] != '\0')
		line(p, ROLE_TEXT, a->desk_note);
	draw_client(d, p, a);
	str_release(&s);
}

/* "  Anna   09:00 16:00": where each has an hour free. */
static void
draw_free_hours(const struct day *d, struct pane *p)
{
	enum { HOUR = 60, MOST = 3 };
	const civil_min now = d->view.app->now;
	const civil_day day = civil_day_of(now);
	int passed = 0; /* minutes of the shown day that are past */

	if (day == d->day)
		passed = (civil_minute_of(now) + DAY_SLOT - 1) / DAY_SLOT * DAY_SLOT;
	else if (day > d->day)
		return;
	line(p, ROLE_TEXT, "Free 60 min and more:");
	for (size_t i = 0; i < d->therapists.n; i++) {
		const struct therapist *t =
		    practice_therapist(&day_desk(d)->practice, d->therapists.v[i]);
		struct span free[DAY_FREE_MAX];
		size_t n = day_free(&d->source, t, free, DAY_FREE_MAX);
		struct str s = {0};
		int found = 0;

		str_add(&s, "  ");
		text_pad(&s, t->name, 8, TEXT_LEFT);
		for (size_t k = 0; k < n && found < MOST; k++) {
			char hm[CIVIL_HM_SIZE];
			int from = free[k].from < passed ? passed : free[k].from;

			if (free[k].until - from < HOUR)
				continue;
			str_addf(&s, " %s", day_say_row_time(d, from, hm));
			found++;
		}
		if (found > 0)
			line(p, ROLE_TEXT, str_text(&s));
		str_release(&s);
	}
}

static void
draw_figures(const struct day *d, struct pane *p)
{
	int count[APPT_STATE_COUNT] = {0}, holds = 0;
	struct str s = {0};

	for (size_t i = 0; i < d->book.appts.n; i++) {
		enum appt_state state = d->book.appts.v[i].state;

		count[state]++;
		holds += appt_state_holds(state);
	}
	title(p, "The day");
	str_addf(&s, "%d in the book", holds);
	line(p, ROLE_TEXT, str_text(&s));
	str_clear(&s);
	for (enum appt_state state = 0; state < APPT_STATE_COUNT; state++) {
		struct str one = {0};

		if (count[state] == 0)
			continue;
		str_addf(&one, "%c %d %s", appt_state_char(state), count[state],
		    appt_state_title(state));
		if (s.n > 0 &&
		    text_width(str_text(&s)) + 2 + text_width(str_text(&one)) > p->width) {
			line(p, ROLE_TEXT, str_text(&s));
			str_clear(&s);
		}
		str_addf(&s, "%s%s", s.n > 0 ? "  " : "", str_text(&one));
		str_release(&one);
	}
	if (s.n > 0)
		line(p, ROLE_TEXT, str_text(&s));
	str_release(&s);
}

void
day_draw_pane(const struct day *d, struct canvas *c)
{
	struct pane p = {
	    .c = c,
	    .row = d->grid.top - 1,
	    .last = d->grid.top + d->grid.rows - 1,
	    .column = d->grid.pane,
	    .width = DAY_PANE_WIDTH,
	};

	draw_month(d, &p);
	if (d->therapists.n > 0)
		draw_selected(d, &p);
	draw_figures(d, &p);
	draw_free_hours(d, &p);
}
