/* Rules about the time: shifts, breaks, time off, closures, the past. */
#include "check.h"

enum { YEAR_AHEAD_DAYS = 366 };

static void
add_span(const struct check *c, struct str *out, civil_min from, civil_min until)
{
	char a[CIVIL_HM_SIZE], b[CIVIL_HM_SIZE];

	str_addf(out, "%s–%s", check_hm(c, from, a), check_hm(c, until, b));
}

static void
say_no_shift(struct check *c)
{
	const struct therapist *t = c->therapist;
	char day[CHECK_DAY_SIZE];

	if (t->shifts.n == 0 && t->exceptions.n == 0)
		FOUND(c, FINDING_OUTSIDE_SHIFT, 0, "%s has no working hours yet", t->name);
	else
		FOUND(c, FINDING_OUTSIDE_SHIFT, 0, "%s does not work on %s", t->name,
		    check_day(c->day, day));
}

static void
say_outside(struct check *c, const struct span *v, size_t n)
{
	civil_min outside = c->start;
	struct str hours = {0};
	char day[CHECK_DAY_SIZE], hm[CIVIL_HM_SIZE];

	if (!check_raise(c, FINDING_OUTSIDE_SHIFT))
		return;
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			str_add(&hours, " and ");
		add_span(c, &hours, c->day_start + v[i].from, c->day_start + v[i].until);
		if (c->start >= c->day_start + v[i].from && c->start < c->day_start + v[i].until)
			outside = c->end;
	}
	findings_add(c->out, check_level(c, FINDING_OUTSIDE_SHIFT), FINDING_OUTSIDE_SHIFT, 0,
	    "%s works %s on %s; %s is outside", c->therapist->name, str_text(&hours),
	    check_day(c->day, day), check_hm(c, outside, hm));
	str_release(&hours);
}

static void
say_break(struct check *c, civil_min from, civil_min until)
{
	char a[CIVIL_HM_SIZE], b[CIVIL_HM_SIZE];

	FOUND(c, FINDING_IN_BREAK, 0, "%s has a break %s–%s", c->therapist->name,
	    check_hm(c, from, a), check_hm(c, until, b));
}

/* The session is to lie in one span of work; turnover may go on after it. */
void
check_shift(struct check *c)
{
	struct span v[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(c->therapist, c->day, v, HOURS_SPANS_A_DAY);
	civil_min from = c->start - c->day_start, until = c->end - c->day_start;

	if (n == 0) {
		say_no_shift(c);
		return;
	}
	if (from < v[0].from || until > v[n - 1].until) {
		say_outside(c, v, n);
		return;
	}
	for (size_t i = 1; i < n; i++)
		if (from < v[i].from && until > v[i - 1].until)
			say_break(c, c->day_start + v[i - 1].until, c->day_start + v[i].from);
}

/* A closure and a block say why; a person's time off is nobody else's business. */
static void
say_absence(struct check *c, const struct absence *a, civil_min from, civil_min until)
{
	bool has_reason = a->reason != NULL && a->reason[0] != '\0';
	const char *colon = has_reason ? ": " : "", *reason = has_reason ? a->reason : "";
	struct str time = {0};

	if (from <= c->day_start && until >= c->day_end)
		str_add(&time, "all day");
	else
		add_span(c, &time, from, until);
	if (a->therapist_id != 0)
		FOUND(c, FINDING_TIME_OFF, 0, "%s is off %s", c->therapist->name, str_text(&time));
	else if (a->room_id != 0)
		FOUND(c, FINDING_ROOM_BLOCKED, 0, "room %s is blocked %s%s%s", c->room->code,
		    str_text(&time), colon, reason);
	else
		FOUND(c, FINDING_CLOSED, 0, "the practice is closed %s%s%s", str_text(&time), colon,
		    reason);
	str_release(&time);
}

static void
check_absences_of(struct check *c, int64_t therapist_id, int64_t room_id)
{
	const struct absence_list *l = &c->b->absences;
	civil_min from, until;

	for (size_t i = 0; i < l->n; i++) {
		const struct absence *a = &l->v[i];

		if (a->therapist_id == therapist_id && a->room_id == room_id &&
		    absence_time(a, c->start, c->end, &from, &until))
			say_absence(c, a, from, until);
	}
}

void
check_absences(struct check *c)
{
	check_absences_of(c, 0, 0);
	check_absences_of(c, c->therapist->id, 0);
}

void
check_room_absences(struct check *c)
{
	check_absences_of(c, 0, c->room->id);
}

void
check_distance(struct check *c)
{
	int grid = settings_number(&c->p->settings, SETTING_GRID);
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	if (c->now - c->start > grid && !c->want->taking_over)
		FOUND(c, FINDING_PAST, 0, "%s %s has passed", civil_long_day(c->day, day),
		    check_hm(c, c->start, hm));
	if (c->day - civil_day_of(c->now) > YEAR_AHEAD_DAYS)
		FOUND(c, FINDING_FAR_AHEAD, 0, "%s is more than a year ahead",
		    civil_long_day(c->day, day));
}
