/* book, free, why: by the line that books and the query for free time. */
#include "out_appt.h"
#include "verbs.h"

#include <stdlib.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/line.h>
#include <frontdesk/mem.h>

/* --hold UNTIL: a day, or a day and a time. */
static enum err
read_hold(const struct request *r, struct plan *plan)
{
	const struct when_habits habits = desk_habits(&r->desk);
	const char *until = r->options[OPTION_HOLD];
	struct when when;
	enum err e;

	if (until == NULL)
		return ERR_OK;
	plan->held = true;
	if (*until == '\0')
		return ERR_OK;
	e = when_parse(until, &habits, &when, NULL);
	if (e != ERR_OK)
		return e;
	if (when.minute < 0)
		when.minute = CIVIL_DAY_MINUTES - 1;
	plan->hold_until = when_start(&when, &habits);
	return ERR_OK;
}

/* A new client is made only for a time that is held: a name mistyped must not become somebody. */
static enum err
read_plan(struct request *r, struct plan *plan)
{
	bool hold = request_has(r, OPTION_HOLD);
	enum plan_client who = hold ? PLAN_CLIENT_EITHER : PLAN_CLIENT_KNOWN;
	char *words = request_line(r, 0);
	enum err e;

	e = desk_plan(&r->desk, words, who, plan);
	free(words);
	if (e == ERR_OK)
		e = read_hold(r, plan);
	if (e == ERR_OK && request_has(r, OPTION_NOTE))
		plan->desk_note = xstrdup(r->options[OPTION_NOTE]);
	return e;
}

/* The words that book the first way: '#1' bk60 mia 2026-11-27T10:00 '!disc' */
static void
add_line(const struct request *r, const struct plan *asked, const struct plan *fit, struct str *out)
{
	const struct practice *p = &r->desk.practice;
	const struct therapist *t = practice_therapist(p, fit->therapist_id);
	const struct service *s = practice_service(p, fit->service_id);
	char start[CIVIL_MIN_SIZE];

	if (asked->client_id != 0)
		str_addf(out, "book '#%lld'", (long long)asked->client_id);
	else
		str_addf(out, "book %s", str_or_empty(asked->new_name));
	str_addf(
	    out, " %s%d %s %s", s->code, fit->minutes, t->code, civil_iso_min(fit->start, start));
	for (size_t i = 0; i < r->args.n; i++)
		if (r->args.v[i][0] == '!')
			str_addf(out, " \"%s\"", r->args.v[i]);
	if (asked->client_id == 0)
		str_add(out, " --hold");
}

/* Each way, and what is typed to go it. */
static void
add_ways(struct request *r, const struct plan *asked, const struct ways *w)
{
	struct str typed[array_size(w->say)] = {0};

	str_add(&typed[1], "--yes \"" SUBJECT_TO_OK "\"");
	if (w->say[0] != NULL)
		add_line(r, asked, &w->fitting, &typed[0]);
	if (w->say[0] != NULL && w->fitting_waits)
		str_addf(&typed[0], " %s", str_text(&typed[1]));
	str_add(&typed[2], "--hold --yes \"" CALL_BACK "\"");
	for (size_t i = 0; i < array_size(w->say); i++) {
		if (w->say[i] != NULL)
			str_addf(&r->instead, "%s%zu %s: %s", r->instead.n > 0 ? "\n" : "", i + 1,
			    w->say[i], str_text(&typed[i]));
		str_release(&typed[i]);
	}
}

/* What else could be booked, and what to say to the caller, when a flag stands in the way. */
static enum err
say_ways(struct request *r, enum err e, const struct plan *plan, struct findings *found)
{
	struct ways ways = {0};

	if (e == ERR_NEEDS_YES) {
		struct str why = {0};

		str_add(&why, err_message());
		if (desk_ways(&r->desk, plan, found, &ways) == ERR_OK && ways.sentence != NULL) {
			add_ways(r, plan, &ways);
			str_addf(&r->instead, "\nSay: %s", ways.sentence);
		}
		e = err_set(e, "%s", str_text(&why));
		str_release(&why);
	}
	ways_release(&ways);
	return out_refused(r, e, found);
}

enum err
verb_book(struct request *r)
{
	const struct consent consent = request_consent(r);
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct booking done = {0};
	enum err e;

	e = read_plan(r, &plan);
	if (e == ERR_OK)
		e = desk_book(&r->desk, &plan, &consent, &done);
	if (e == ERR_OK)
		e = out_booking(r, plan.held ? "Held" : "Booked",
		    plan.held ? "Would hold" : "Would book", &done);
	else
		e = say_ways(r, e, &plan, &done.findings);
	/* That it is kept, never what it is. */
	if (e == ERR_OK && r->format == TABLE_TEXT && !consent.dry_run && plan.heard != NULL)
		out_line("  what was heard is kept with the client's intake");
	booking_release(&done);
	plan_release(&plan);
	return e;
}

enum err
verb_why(struct request *r)
{
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct findings found = {0};
	struct str echo = {0};
	enum err e;

	e = read_plan(r, &plan);
	if (e == ERR_OK)
		e = desk_why(&r->desk, &plan, &found);
	if (e == ERR_OK && r->format == TABLE_TEXT) {
		desk_plan_echo(&r->desk, &plan, &echo);
		out_line("%s", str_text(&echo));
		if (found.n == 0)
			out_line("nothing stands in the way");
	}
	if (e == ERR_OK)
		e = out_findings(r, &found);
	str_release(&echo);
	findings_release(&found);
	plan_release(&plan);
	return e;
}

/* --- Free time ------------------------------------------------------------------------------- */

enum { SLOTS_SHOWN = 20 };

static const struct table_column slot_columns[] = {
    {"start", NULL, TABLE_STRING},
    {"end", NULL, TABLE_STRING},
    {"therapist", NULL, TABLE_STRING},
    {"room", NULL, TABLE_STRING},
    {"service", NULL, TABLE_STRING},
    {"minutes", NULL, TABLE_NUMBER},
    {"marks", NULL, TABLE_STRING},
};
const struct fields fields_free = {slot_columns, array_size(slot_columns)};

/* "o" leaves a gap too short to book, "t" touches another booking or the edge of the shift. */
static void
add_slot_marks(struct str *out, const struct slot *s)
{
	if (s->orphan)
		str_addc(out, 'o');
	if (s->touches)
		str_addc(out, 't');
}

static void
out_slot(struct table *t, const struct desk *d, const struct slot *s, const struct service *service)
{
	const struct therapist *therapist = practice_therapist(&d->practice, s->therapist_id);
	const struct room *room = practice_room(&d->practice, s->room_id);
	struct str marks = {0};

	add_slot_marks(&marks, s);
	table_time(t, s->start);
	table_time(t, s->end);
	table_text(t, therapist != NULL ? therapist->code : "");
	table_text(t, room != NULL ? room->code : "");
	table_text(t, service != NULL ? service->code : "");
	table_number(t, s->end - s->start);
	table_str(t, &marks);
}

static void
slot_line(const struct desk *d, const struct slot *s)
{
	const struct therapist *therapist = practice_therapist(&d->practice, s->therapist_id);
	const struct room *room = practice_room(&d->practice, s->room_id);
	struct str line = {0};

	add_span(&line, d, s->start, s->end);
	str_addf(&line, "  %s", therapist != NULL ? therapist->name : "");
	if (room != NULL)
		str_addf(&line, ", %s", room->name);
	if (s->orphan)
		str_add(&line, "  (leaves a gap under 30 min)");
	out_line("%s", str_text(&line));
	str_release(&line);
}

/* The first ones, unless it was said how many: people read no list of hundreds. */
static void
slot_lines(const struct desk *d, const struct slot_list *slots, bool all)
{
	size_t n = all || slots->n <= SLOTS_SHOWN ? slots->n : SLOTS_SHOWN;

	for (size_t i = 0; i < n; i++)
		slot_line(d, &slots->v[i]);
	if (slots->n == 0)
		out_line("no free time");
	if (n < slots->n)
		out_line("… and %zu more; --limit N or fewer days", slots->n - n);
}

static enum err
out_slots(struct request *r, const struct slot_list *slots, const struct free_query *q)
{
	const struct service *service = practice_service(&r->desk.practice, q->service_id);
	struct table *t;

	if (r->format == TABLE_TEXT) {
		slot_lines(&r->desk, slots, request_has(r, OPTION_LIMIT) || q->limit > 0);
		return ERR_OK;
	}
	t = out_table(r, slot_columns, array_size(slot_columns));
	for (size_t i = 0; i < slots->n; i++)
		out_slot(t, &r->desk, &slots->v[i], service);
	return table_end(t);
}

enum err
verb_free(struct request *r)
{
	const struct when_habits habits = desk_habits(&r->desk);
	struct slot_list slots = {0};
	struct free_query q = {0};
	char *words = request_words(r, 0), *client = NULL;
	long limit = 0;
	enum err e;

	e = request_number(r, OPTION_LIMIT, 1, 10000, &limit);
	if (e == ERR_OK)
		e = free_query_parse(words, &r->desk.practice, &habits, &q, &client);
	if (e == ERR_OK)
		e = desk_free(&r->desk, words, (size_t)limit, &slots);
	if (e == ERR_OK)
		e = out_slots(r, &slots, &q);
	slot_list_release(&slots);
	free_query_release(&q);
	free(client);
	free(words);
	return e;
}
