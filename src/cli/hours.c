/* hours: when a therapist works. */
#include "out_appt.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static const struct table_column columns[] = {
    {"therapist", "Therapist", TABLE_STRING},
    {"hours", "Hours", TABLE_STRING},
    {"from", "From", TABLE_STRING},
    {"until", "Until", TABLE_STRING},
    {"week", "Week", TABLE_STRING},
};

static void
out_week(struct table *t, const struct therapist *who, size_t i)
{
	const struct shift *first = &who->shifts.v[i];
	struct hours h;
	struct str text = {0}, week = {0};

	therapist_week(who, i, &h);
	hours_text(&text, &h);
	if (first->cycle > 1)
		str_addf(&week, "%d/%d", first->week + 1, first->cycle);
	table_text(t, who->code);
	table_str(t, &text);
	table_day(t, first->valid_from);
	table_day(t, first->valid_until);
	table_str(t, &week);
}

/* A day on which other hours count: "off", or its spans. */
static void
out_exception(struct table *t, const struct therapist *who, civil_day day)
{
	struct span spans[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(who, day, spans, array_size(spans));
	struct str text = {0};

	for (size_t i = 0; i < n; i++)
		str_addf(&text, "%s%d:%02d-%d:%02d", i > 0 ? " " : "", spans[i].from / 60,
		    spans[i].from % 60, spans[i].until / 60, spans[i].until % 60);
	table_text(t, who->code);
	table_text(t, n > 0 ? str_text(&text) : "off");
	table_day(t, day);
	table_day(t, day + 1);
	table_empty(t);
	str_release(&text);
}

static void
out_exceptions(struct table *t, const struct therapist *who, civil_day today)
{
	civil_day last = CIVIL_DAY_NONE;

	for (size_t i = 0; i < who->exceptions.n; i++) {
		civil_day day = who->exceptions.v[i].day;

		if (day >= today && day != last)
			out_exception(t, who, day);
		last = day;
	}
}

/* From the day on which the last hours end, when no others follow. */
static void
out_end(struct table *t, const struct therapist *who)
{
	civil_day end = 0;

	for (size_t i = 0; i < who->shifts.n; i++) {
		const struct shift *s = &who->shifts.v[i];

		if (s->valid_until == CIVIL_DAY_NONE)
			return;
		end = s->valid_until > end ? s->valid_until : end;
	}
	if (end == 0)
		return;
	table_text(t, who->code);
	table_text(t, "off");
	table_day(t, end);
	table_empty(t);
	table_empty(t);
}

/* All there were and will be, in the order in which they begin. */
static enum err
out_hours(const struct request *r, const struct therapist *who)
{
	struct table *t = out_table(r, columns, array_size(columns));

	for (size_t i = 0; i < who->shifts.n; i++)
		if (therapist_week_begins(who, i))
			out_week(t, who, i);
	out_end(t, who);
	out_exceptions(t, who, civil_day_of(desk_now(&r->desk)));
	if (r->format == TABLE_TEXT && who->shifts.n == 0 && r->args.n == 1)
		out_line("%s has no hours yet; set them: frontdesk hours %s mon-fri 9-13 14-18",
		    who->name, who->code);
	return table_end(t);
}

/* "Mia's hours are changed from Mon 23 Nov", and the bookings outside of them. */
static enum err
say_changed(
    struct request *r, int64_t id, civil_day from, civil_day on, const struct appt_list *way)
{
	const struct therapist *who = practice_therapist(&r->desk.practice, id);
	struct str line = {0}, filter = {0};
	enum err e;

	if (from == CIVIL_DAY_NONE)
		from = civil_day_of(desk_now(&r->desk));
	str_addf(
	    &line, "%s's hours are changed %s ", who->name, on != CIVIL_DAY_NONE ? "on" : "from");
	add_short_day(&line, &r->desk, on != CIVIL_DAY_NONE ? on : from);
	if (r->format == TABLE_TEXT)
		out_line("%s", str_text(&line));
	str_addf(&filter, "--therapist %s", who->code);
	e = out_in_the_way(r, way, str_text(&filter));
	str_release(&line);
	str_release(&filter);
	return e;
}

static enum err
set_hours(struct request *r, int64_t id)
{
	char *text = request_words(r, 1);
	civil_day from = CIVIL_DAY_NONE;
	struct appt_list in_the_way = {0};
	civil_day on = CIVIL_DAY_NONE;
	int cycle = 1, week = 0;
	enum err e;

	e = hours_cycle(str_or_empty(r->options[OPTION_CYCLE]), &cycle, &week);
	if (e != ERR_OK)
		e = err_set(e, "--cycle %s", err_message());
	if (e == ERR_OK && request_has(r, OPTION_ON) &&
	    (request_has(r, OPTION_FROM) || request_has(r, OPTION_CYCLE)))
		e = err_set(ERR_USAGE, "--on is of one day; --from and --cycle are of weeks");
	if (e == ERR_OK && request_has(r, OPTION_FROM))
		e = request_day(r, r->options[OPTION_FROM], &from);
	if (e == ERR_OK && request_has(r, OPTION_ON))
		e = request_day(r, r->options[OPTION_ON], &on);
	if (e == ERR_OK && on != CIVIL_DAY_NONE)
		e = desk_hours_on(&r->desk, id, text, on, &in_the_way);
	else if (e == ERR_OK)
		e = desk_hours(&r->desk, id, text, from, cycle, week, &in_the_way);
	if (e == ERR_OK)
		e = say_changed(r, id, from, on, &in_the_way);
	appt_list_release(&in_the_way);
	free(text);
	return e;
}

enum err
verb_hours(struct request *r)
{
	int64_t id;
	enum err e;

	e = practice_find_therapist(&r->desk.practice, r->args.v[0], &id);
	if (e == ERR_OK && r->args.n > 1)
		e = set_hours(r, id);
	else if (e == ERR_OK &&
	    (request_has(r, OPTION_FROM) || request_has(r, OPTION_CYCLE) ||
		request_has(r, OPTION_ON)))
		e = err_set(
		    ERR_USAGE, "--from, --on and --cycle need the hours, like mon-fri 9-13 14-18");
	/* Records after a change are the bookings in the way, as those of a block are. */
	if (e != ERR_OK || (r->args.n > 1 && r->format != TABLE_TEXT))
		return e;
	return out_hours(r, practice_therapist(&r->desk.practice, id));
}
