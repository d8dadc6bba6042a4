/* Appointments and times of the day, in words. */
#include "day.h"

#include <string.h>

#include <frontdesk/text.h>

#include "say.h"

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
	str_add(out, day_flag(d, cell->appt));
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

const struct appt *
day_needs_appt(const struct day *d)
{
	const struct appt *a = day_selected_appt(d);

	if (a == NULL)
		app_say(d->view.app, ROLE_TEXT, "%s",
		    d->therapists.n > 0 ? "Nothing is booked here; n books." : DAY_NO_THERAPISTS);
	return a;
}
