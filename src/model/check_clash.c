/* Rules about what else is booked: therapist and client busy, turnover, hands-on minutes, gaps. */
#include "check.h"

enum { ORPHAN_MINUTES = 30 };

/* A hold that has run out keeps its time: whoever wants it is told that it may be given back. */
void
check_say_hold(const struct check *c, struct str *out, const struct appt *a)
{
	if (appt_hold_over(a, c->now))
		str_add(out, "; that hold has run out");
}

/* "Mia is with Ada Smith 14:30–15:45 (turnover to 16:00)" */
static void
say_busy(struct check *c, const struct appt *a)
{
	struct str text = {0};
	char hm[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];

	if (!check_raise(c, FINDING_THERAPIST_BUSY))
		return;
	str_addf(&text, "%s is with ", c->therapist->name);
	check_name(c->p, &text, a);
	str_addf(&text, " %s–%s", check_hm(c, a->start, hm), check_hm(c, a->end, until));
	if (a->held > a->end)
		str_addf(&text, " (turnover to %s)", check_hm(c, a->held, hm));
	check_say_hold(c, &text, a);
	findings_add(c->out, check_level(c, FINDING_THERAPIST_BUSY), FINDING_THERAPIST_BUSY, a->id,
	    "%s", str_text(&text));
	str_release(&text);
}

/* "Ada Smith is booked 14:30–15:30 with Jon" */
static void
say_client(struct check *c, enum finding_code code, const struct appt *a, const char *more)
{
	const struct therapist *t = practice_therapist(c->p, a->therapist_id);
	struct str name = {0};
	char from[CIVIL_HM_SIZE], until[CIVIL_HM_SIZE];

	if (!check_raise(c, code))
		return;
	check_name(c->p, &name, a);
	findings_add(c->out, check_level(c, code), code, a->id, "%s is booked %s–%s%s%s%s",
	    str_text(&name), check_hm(c, a->start, from), check_hm(c, a->end, until),
	    t != NULL ? " with " : "", t != NULL ? t->name : "", more);
	str_release(&name);
}

/* "only 5 min after Ada Smith with Mia (turnover 15)" */
void
check_say_turnover(struct check *c, const struct appt *a, const char *with, const char *whom)
{
	bool after = a->end <= c->start;
	int gap = (int)(after ? c->start - a->end : a->start - c->end);
	int turnover = (int)(after ? a->held - a->end : c->held - c->end);
	struct str name = {0};

	if (!check_raise(c, FINDING_TURNOVER))
		return;
	check_name(c->p, &name, a);
	findings_add(c->out, check_level(c, FINDING_TURNOVER), FINDING_TURNOVER, a->id,
	    "only %d min %s %s %s %s (turnover %d)", gap, after ? "after" : "before",
	    str_text(&name), with, whom, turnover);
	str_release(&name);
}

bool
check_sessions_overlap(const struct check *c, const struct appt *a)
{
	return a->start < c->end && a->end > c->start;
}

void
check_clashes(struct check *c)
{
	int64_t client_id = c->want->client_id;

	for (size_t i = c->first; i < c->b->appts.n; i++) {
		const struct appt *a = &c->b->appts.v[i];

		if (a->start >= c->held)
			break;
		if (!check_in_way(c, a))
			continue;
		if (client_id != 0 && a->client_id == client_id && check_sessions_overlap(c, a))
			say_client(c, FINDING_CLIENT_BUSY, a, "");
		if (a->therapist_id != c->therapist->id)
			continue;
		if (check_sessions_overlap(c, a))
			say_busy(c, a);
		else
			check_say_turnover(c, a, "with", c->therapist->name);
	}
}

/* Other appointments of the day that hold, from the i-th on; NULL: no more. */
static const struct appt *
next_of_day(const struct check *c, size_t *i)
{
	for (; *i < c->b->appts.n; ++*i) {
		const struct appt *a = &c->b->appts.v[*i];

		if (a->start >= c->day_end)
			return NULL;
		if (appt_state_holds(a->state) && a->id != c->want->appt_id) {
			++*i;
			return a;
		}
	}
	return NULL;
}

int
check_hands_on_minutes(const struct check *c)
{
	size_t i = book_first(c->b, c->day_start);
	const struct appt *a;
	int minutes = 0;

	while ((a = next_of_day(c, &i)) != NULL)
		if (a->therapist_id == c->therapist->id)
			minutes += appt_minutes(a);
	return minutes;
}

void
check_hands_on(struct check *c)
{
	int cap = c->therapist->hands_on_cap > 0
	    ? c->therapist->hands_on_cap
	    : settings_number(&c->p->settings, SETTING_HANDS_ON_CAP);
	int minutes = check_hands_on_minutes(c) + c->want->minutes;
	char day[CHECK_DAY_SIZE];

	if (minutes > cap)
		FOUND(c, FINDING_HANDS_ON, 0,
		    "%s would have %d minutes of hands-on work on %s; the cap is %d",
		    c->therapist->name, minutes, check_day(c->day, day), cap);
}

void
check_client_day(struct check *c)
{
	size_t i = book_first(c->b, c->day_start);
	const struct appt *a;

	if (c->want->client_id == 0)
		return;
	while ((a = next_of_day(c, &i)) != NULL)
		if (a->client_id == c->want->client_id && !check_sessions_overlap(c, a))
			say_client(c, FINDING_SAME_DAY, a, " the same day");
}

bool
gap_is_orphan(int minutes)
{
	return minutes > 0 && minutes < ORPHAN_MINUTES;
}

/* Narrows the free time [from, until) around the proposal by something taken beside it. */
static void
narrow(const struct check *c, civil_min taken_from, civil_min taken_until, civil_min *from,
    civil_min *until)
{
	if (taken_from >= c->end) {
		if (taken_from < *until)
			*until = taken_from;
	} else if (taken_until > *from) {
		*from = taken_until < c->start ? taken_until : c->start;
	}
}

struct gaps
check_gaps_beside(const struct check *c)
{
	struct span v[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(c->therapist, c->day, v, HOURS_SPANS_A_DAY);
	size_t at = 0, i = book_first(c->b, c->day_start);
	const struct appt *a;
	civil_min from, until, f, u;

	while (
	    at < n && (c->start < c->day_start + v[at].from || c->end > c->day_start + v[at].until))
		at++;
	if (at == n)
		return (struct gaps){-1, -1};
	from = c->day_start + v[at].from;
	until = c->day_start + v[at].until;
	while ((a = next_of_day(c, &i)) != NULL)
		if (a->therapist_id == c->therapist->id)
			narrow(c, a->start, a->held, &from, &until);
	for (size_t k = 0; k < c->b->absences.n; k++) {
		const struct absence *off = &c->b->absences.v[k];

		if (off->room_id == 0 &&
		    (off->therapist_id == 0 || off->therapist_id == c->therapist->id) &&
		    absence_time(off, c->day_start, c->day_end, &f, &u))
			narrow(c, f, u, &from, &until);
	}
	/* what is under way is lost to nobody */
	return (struct gaps){from < c->now ? -1 : (int)(c->start - from),
	    until > c->held ? (int)(until - c->held) : 0};
}

void
check_gaps(struct check *c)
{
	struct gaps gaps;

	if (c->out == NULL)
		return;
	gaps = check_gaps_beside(c);
	if (gap_is_orphan(gaps.before))
		FOUND(c, FINDING_ORPHAN_GAP, 0, "leaves %d free minutes before it", gaps.before);
	if (gap_is_orphan(gaps.after))
		FOUND(c, FINDING_ORPHAN_GAP, 0, "leaves %d free minutes after it", gaps.after);
}
