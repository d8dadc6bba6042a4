/* block, unblock, closed: time that is kept free. */
#include "out_appt.h"
#include "verbs.h"

#include <stdlib.h>

#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static const struct table_column columns[] = {
    {"id", "#", TABLE_NUMBER},
    {"who", "Who", TABLE_STRING},
    {"start", "From", TABLE_WHOLE},
    {"end", "Until", TABLE_WHOLE},
    {"weekly", "Every week", TABLE_STRING},
    {"reason", "Reason", TABLE_STRING},
};

static void
out_block(struct table *t, const struct request *r, const struct absence *a)
{
	const struct practice *p = &r->desk.practice;
	const struct therapist *who = practice_therapist(p, a->therapist_id);
	const struct room *room = practice_room(p, a->room_id);

	table_number(t, a->id);
	table_text(t, who != NULL ? who->code : room != NULL ? room->code : "all");
	/* People count days with the last one; records say when it ends. */
	if (r->format == TABLE_TEXT && absence_whole_days(a)) {
		table_day(t, civil_day_of(a->start));
		table_day(t, civil_day_of(a->end - 1));
	} else {
		table_moment(t, r, a->start);
		table_moment(t, r, a->end);
	}
	table_text(t, a->weekly ? "yes" : "");
	table_text(t, a->reason);
}

/* "Wed 25 Nov 12:00–13:00", "Wed 25 Nov", "Wed 25 Nov to Fri 27 Nov", "… 12:00 to … 9:00" */
static void
add_time(struct str *out, const struct desk *d, const struct absence *a)
{
	const struct settings *s = &d->practice.settings;
	civil_day first = civil_day_of(a->start), last = civil_day_of(a->end - 1);
	bool whole = absence_whole_days(a);
	char from[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];

	settings_hm(s, a->start, from);
	settings_hm(s, a->end, until);
	add_short_day(out, d, first);
	if (!whole)
		str_addf(out, " %s%s", from, first == last ? "–" : "");
	if (first != last) {
		str_add(out, " to ");
		add_short_day(out, d, whole ? last : civil_day_of(a->end));
		str_add(out, whole ? "" : " ");
	}
	if (!whole)
		str_add(out, until);
}

/* "Mia is kept free Wed 25 Nov 12:00–13:00; give it back: frontdesk unblock 3" */
static void
say_blocked(const struct desk *d, const struct absence *a)
{
	const struct therapist *who = practice_therapist(&d->practice, a->therapist_id);
	const struct room *room = practice_room(&d->practice, a->room_id);
	struct str line = {0};

	if (who != NULL)
		str_addf(&line, "%s is kept free ", who->name);
	else if (room != NULL)
		str_addf(&line, "Room %s is kept free ", room->code);
	else
		str_add(&line, "The practice is closed ");
	add_time(&line, d, a);
	out_line("%s%s; give it back: frontdesk unblock %lld", str_text(&line),
	    a->weekly ? ", every week" : "", (long long)a->id);
	str_release(&line);
}

/* How the agenda is asked for those in the way. */
static void
add_filter(struct str *out, const struct practice *p, const struct absence *a)
{
	const struct therapist *who = practice_therapist(p, a->therapist_id);
	const struct room *room = practice_room(p, a->room_id);

	if (who != NULL)
		str_addf(out, "--therapist %s", who->code);
	else if (room != NULL)
		str_addf(out, "--room %s", room->code);
}

static enum err
add_absence(struct request *r, struct absence *a, size_t first)
{
	struct range range = {0};
	struct appt_list in_the_way = {0};
	struct str filter = {0};
	enum err e;

	e = request_range(r, first, &range);
	if (e != ERR_OK)
		return e;
	a->start = range.from;
	a->end = range.until;
	a->weekly = request_has(r, OPTION_WEEKLY);
	a->reason = xstrdup(str_or_empty(r->options[OPTION_REASON]));
	e = desk_block(&r->desk, a, &in_the_way);
	add_filter(&filter, &r->desk.practice, a);
	if (e == ERR_OK && r->format == TABLE_TEXT)
		say_blocked(&r->desk, a);
	if (e == ERR_OK)
		e = out_in_the_way(r, &in_the_way, str_text(&filter));
	str_release(&filter);
	appt_list_release(&in_the_way);
	free(a->reason);
	return e;
}

/* Everything from today on, for a year: what is kept free, and how to give it back. */
static enum err
list_blocks(const struct request *r)
{
	struct absence_list l = {0};
	civil_min from = civil_at(civil_day_of(desk_now(&r->desk)), 0);
	struct table *t;
	enum err e;

	e = store_absences(r->desk.store, from, from + 366 * CIVIL_DAY_MINUTES, &l);
	if (e != ERR_OK)
		return e;
	if (r->format == TABLE_TEXT && l.n == 0)
		out_line("Nothing is blocked in the coming year");
	t = out_table(r, columns, array_size(columns));
	for (size_t i = 0; i < l.n; i++)
		out_block(t, r, &l.v[i]);
	absence_list_release(&l);
	return table_end(t);
}

enum err
verb_block(struct request *r)
{
	struct absence a = {0};
	enum err e;

	if (r->args.n == 0)
		return list_blocks(r);
	if (r->args.n == 1)
		return err_set(ERR_USAGE, "block needs a day or time, like fri 9-11");
	e = desk_absence_who(&r->desk, r->args.v[0], &a);
	return e == ERR_OK ? add_absence(r, &a, 1) : e;
}

enum err
verb_closed(struct request *r)
{
	struct absence a = {0};

	if (!request_has(r, OPTION_REASON))
		return err_set(
		    ERR_USAGE, "closed needs --reason, like --reason \"public holiday\"");
	return add_absence(r, &a, 0);
}

enum err
verb_unblock(struct request *r)
{
	int64_t id;
	enum err e;

	e = request_appt(r->args.v[0], &id);
	if (e != ERR_OK)
		return err_set(ERR_USAGE, "\"%s\" is not a block's number", r->args.v[0]);
	e = desk_unblock(&r->desk, id);
	if (e == ERR_OK && r->format == TABLE_TEXT)
		out_line("Block %lld is given back", (long long)id);
	return e;
}
