/* Words to a move, and to the plan of booking the same again. */
#include <frontdesk/desk_booking.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/line.h>
#include <frontdesk/mem.h>

#include "side.h"

/* A time alone keeps the day, a day alone keeps the time. */
static void
read_move(const struct line *l, const struct when_habits *habits, const struct appt *now,
    struct move *out)
{
	struct when when = l->when;

	if (when.day != CIVIL_DAY_NONE || when.minute >= 0) {
		if (when.day == CIVIL_DAY_NONE)
			when.day = civil_day_of(now->start);
		if (when.minute < 0)
			when.minute = civil_minute_of(now->start);
		out->start = when_start(&when, habits);
	}
	out->minutes = l->minutes > 0 ? l->minutes : when.minutes > 0 ? when.minutes : 0;
	out->minutes_typed = out->minutes > 0;
	out->therapist_id = l->therapist_id;
	out->room_id = l->room_id;
	out->service_id = l->service_id;
	out->turnover_typed = l->turnover >= 0;
	out->turnover = l->turnover;
	/* What was not named is as it stood when it was read. */
	out->rev = now->rev;
}

enum err
desk_move_words(struct desk *d, int64_t appt_id, const char *words, struct move *out)
{
	const struct when_habits habits = desk_habits(d);
	struct appt now = {0};
	struct line l = {0};
	enum err e;

	*out = (struct move){.start = CIVIL_NONE};
	e = store_appt(d->store, appt_id, &now);
	if (e == ERR_OK)
		e = line_parse(words, &d->practice, &habits, &l);
	if (e == ERR_OK && l.heard[0] != '\0')
		e = err_set(ERR_USAGE, "what was heard (!) is said when booking, not when moving");
	if (e == ERR_OK && l.client[0] != '\0')
		e = err_set(ERR_USAGE, "\"%s\" is no time, therapist, room or service to move to",
		    l.client);
	if (e == ERR_OK)
		read_move(&l, &habits, &now, out);
	line_release(&l);
	appt_release(&now);
	return e;
}

/* The d, w or m of "4w", "+4w", "10d"; 0: another kind of WHEN. */
static char
counted(const char *when)
{
	size_t n;

	when += when[0] == '+';
	n = strspn(when, "0123456789");
	return n > 0 && when[n] != '\0' && strchr("dwm", when[n]) != NULL && when[n + 1] == '\0'
	    ? when[n]
	    : '\0';
}

/* A number of days, weeks or months after the day of a time. */
static enum err
count_from(struct when_habits habits, civil_min from, const char *text, struct when *out)
{
	struct str typed = {0};
	enum err e;

	habits.now = from;
	str_addf(&typed, "%s%s", text[0] == '+' ? "" : "+", text);
	e = when_parse(str_text(&typed), &habits, out, NULL);
	str_release(&typed);
	return e;
}

/*
 * Counted from the appointment itself, not from today. Of an old one that would be over: then weeks
 * count from the last such weekday, days and months from today.
 */
static enum err
count_again(
    const struct when_habits *habits, const struct appt *a, const char *text, struct when *out)
{
	civil_day day = civil_day_of(a->start), today = civil_day_of(habits->now);
	enum err e = count_from(*habits, a->start, text, out);

	if (e != ERR_OK || civil_at(out->day, civil_minute_of(a->start)) > habits->now)
		return e;
	day = counted(text) == 'w' ? today - (today - day) % 7 : today;
	return count_from(*habits, civil_at(day, 0), text, out);
}

static enum err
again(struct desk *d, const struct appt *a, const char *text, struct plan *out)
{
	struct when_habits habits = desk_habits(d);
	struct when when;
	enum err e;

	e = counted(text) != '\0' ? count_again(&habits, a, text, &when)
				  : when_parse(text, &habits, &when, NULL);
	if (e != ERR_OK)
		return e;
	if (when.minute < 0)
		when.minute = civil_minute_of(a->start);
	*out = (struct plan){
	    .client_id = a->client_id,
	    .service_id = a->service_id,
	    .therapist_id = a->therapist_id,
	    .requested = a->requested,
	    .start = when_start(&when, &habits),
	    .minutes = when.minutes > 0 ? when.minutes : appt_minutes(a),
	    .minutes_typed = true,
	    .hold_until = CIVIL_NONE,
	};
	return ERR_OK;
}

/* "tue 17:30 mia", "mia tue 17:30": what is no time alone is one and a therapist, by name. */
static enum err
again_with(struct desk *d, const struct appt *a, const char *text, struct plan *out)
{
	enum err e = again(d, a, text, out);
	char *why;

	if (e == ERR_OK)
		return e;
	why = xstrdup(err_message());
	for (const char *at = strchr(text, ' '); at != NULL && e != ERR_OK; at = strchr(at, ' ')) {
		char *head = xstrndup(text, (size_t)(at - text));
		int64_t id = 0;

		at += strspn(at, " ");
		if (practice_find_therapist(&d->practice, at, &id) == ERR_OK)
			e = again(d, a, head, out);
		else if (practice_find_therapist(&d->practice, head, &id) == ERR_OK)
			e = again(d, a, at, out);
		if (e == ERR_OK) {
			out->therapist_id = id;
			out->requested = true;
		}
		free(head);
	}
	if (e != ERR_OK)
		e = err_set(ERR_USAGE, "%s", why);
	free(why);
	return e;
}

enum err
desk_rebook_plan(struct desk *d, int64_t appt_id, const char *when, struct plan *out)
{
	struct appt_list rows = {0};
	enum err e;

	e = party_rows(d, appt_id, &rows);
	if (e == ERR_OK)
		e = again_with(d, &rows.v[0], when, out);
	if (e == ERR_OK && rows.n > 1) {
		out->client2_id = rows.v[1].client_id;
		out->therapist2_id = rows.v[1].therapist_id;
	}
	appt_list_release(&rows);
	return e;
}
