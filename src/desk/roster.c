/* The day on paper. */
#include <frontdesk/desk_file.h>
#include <frontdesk/desk_health.h>

#include <frontdesk/hours.h>
#include <frontdesk/mem.h>
#include <frontdesk/safe_file.h>

#include "sheets.h"

enum { OPEN_AHEAD = 62 }; /* days: a closure is rarely longer */

/* What the desk's roster tells of the clients of a day, beside what is booked. */
struct told {
	struct ids clients, phoneless, flagged;
	struct alert_list alerts;
};

static void
told_release(struct told *t)
{
	ids_release(&t->clients);
	ids_release(&t->phoneless);
	ids_release(&t->flagged);
	alert_list_release(&t->alerts);
}

static enum err
tell_client(struct desk *d, int64_t id, civil_day day, struct told *out)
{
	struct alert_list alerts = {0};
	struct client c;
	enum err e;

	client_init(&c);
	e = store_client(d->store, id, &c);
	if (e == ERR_OK && str_or_empty(c.phone)[0] == '\0' && str_or_empty(c.phone2)[0] == '\0')
		*list_push(&out->phoneless) = id;
	client_release(&c);
	if (e == ERR_OK)
		e = store_alerts(d->store, id, &alerts);
	for (size_t i = 0; i < alerts.n; i++) {
		if (alert_shows(&alerts.v[i], ALERT_AT_ROSTER, day))
			alert_copy(list_push(&out->alerts), &alerts.v[i]);
	}
	alert_list_release(&alerts);
	return e;
}

static enum err
tell_flagged(struct desk *d, const struct book *b, civil_day day, struct ids *out)
{
	struct flag_marks marks = {0};
	enum err e = desk_flag_marks(d, civil_at(day, 0), civil_at(day + 1, 0), &marks);

	for (size_t i = 0; i < b->appts.n; i++)
		if (appt_state_holds(b->appts.v[i].state) &&
		    desk_flag_mark(d, &marks, &b->appts.v[i])[0] != '\0')
			*list_push(out) = b->appts.v[i].id;
	flag_marks_release(&marks);
	return e;
}

static enum err
tell(struct desk *d, const struct book *b, civil_day day, struct told *out)
{
	enum err e = tell_flagged(d, b, day, &out->flagged);

	for (size_t i = 0; i < b->appts.n && e == ERR_OK; i++) {
		int64_t id = b->appts.v[i].client_id;

		if (ids_has(&out->clients, id))
			continue;
		*list_push(&out->clients) = id;
		e = tell_client(d, id, day, out);
	}
	return e;
}

enum err
desk_roster(struct desk *d, civil_day day, enum roster_for whom, int64_t therapist_id,
    struct sheet_list *out)
{
	struct book book = {0};
	struct told told = {0};
	const struct roster_options o = {
	    .day = day,
	    .therapist_id = therapist_id,
	    .printed = desk_now(d),
	    .printed_by = d->options.who,
	    .without_phone = &told.phoneless,
	    .flagged = &told.flagged,
	    .alerts = &told.alerts,
	};
	enum err e;

	e = store_book(d->store, day, day + 1, &book);
	if (e == ERR_OK && whom == ROSTER_DESK)
		e = tell(d, &book, day, &told);
	if (e == ERR_OK && whom == ROSTER_DESK)
		paper_desk_roster(list_push(out), &d->practice, &book, &o);
	else if (e == ERR_OK && whom == ROSTER_ROOM)
		paper_room_sheets(out, &d->practice, &book, &o);
	else if (e == ERR_OK)
		e = sheets_of_therapists(d, &book, &o, out);
	told_release(&told);
	book_release(&book);
	return e;
}

/* Any minute of its opening hours in which the whole practice is not closed. */
static bool
is_open(const struct hours *h, const struct absence_list *l, civil_day day)
{
	int weekday = civil_weekday(day);

	for (size_t i = 0; i < h->day[weekday].n; i++) {
		const struct span *s = &h->day[weekday].v[i];

		for (civil_min t = civil_at(day, s->from); t < civil_at(day, s->until); t++) {
			bool closed = false;

			for (size_t k = 0; k < l->n && !closed; k++)
				closed = l->v[k].therapist_id == 0 && l->v[k].room_id == 0 &&
				    absence_touches(&l->v[k], t, t + 1);
			if (!closed)
				return true;
		}
	}
	return false;
}

civil_day
desk_next_open(const struct desk *d, civil_day day)
{
	struct absence_list l = {0};
	struct hours h;
	civil_day next = day;

	if (hours_parse(settings_text(&d->practice.settings, SETTING_HOURS), &h) != ERR_OK)
		return day;
	if (store_absences(d->store, civil_at(day, 0), civil_at(day + OPEN_AHEAD, 0), &l) != ERR_OK)
		return day;
	while (next < day + OPEN_AHEAD && !is_open(&h, &l, next))
		next++;
	absence_list_release(&l);
	return next < day + OPEN_AHEAD ? next : day;
}

enum err
desk_roster_file(const struct sheet_list *sheets, const char *path)
{
	struct safe_file file = {0};
	struct str text = {0};
	enum err e = safe_file_open(&file, path);

	if (e != ERR_OK)
		return e;
	paper_text(&text, sheets, PAPER_PAGE_LINES, true);
	fputs(str_text(&text), file.f);
	str_release(&text);
	return safe_file_commit(&file);
}
