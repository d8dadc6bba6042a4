#include "vtimezone.h"

enum {
	DAY_SECONDS = 86400,
	PROOF_YEARS =
	    28, /* the weekdays repeat: in fewer, the fourth Sunday may look like the last */
	WEEK_LAST = 1 << 0, /* a bit of yearly.weeks; bit n: the n-th weekday of the month */
};

/* Changes that come at the same hour of, say, the last Sunday in March. */
struct yearly {
	struct zone_change change; /* the first; the offsets are the same in all */
	int month, weekday, second; /* by the clock before the change */
	unsigned weeks; /* what fits all of them */
	int first_year, last_year;
	bool seen;
};

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* The next change of the offset: names and flags alone do not matter to a calendar. */
static bool
next_shift(const struct zone *z, int64_t from, struct zone_change *out)
{
	for (; zone_next_change(z, from, out); from = out->utc + 1)
		if (out->offset_before != out->offset_after)
			return true;
	return false;
}

static struct yearly
yearly_of(const struct zone_change *c)
{
	int64_t local = c->utc + c->offset_before;
	civil_day day = (civil_day)floor_div(local, DAY_SECONDS);
	struct yearly y = {.change = *c, .weekday = civil_weekday(day), .seen = true};
	int mday;

	civil_to_ymd(day, &y.last_year, &y.month, &mday);
	y.first_year = y.last_year;
	y.second = (int)(local - (int64_t)day * DAY_SECONDS);
	y.weeks = 1U << ((mday - 1) / 7 + 1);
	if (mday + 7 > civil_month_days(y.last_year, y.month))
		y.weeks |= WEEK_LAST;
	return y;
}

/* Whether the rule so far also explains the change of the next year, which it takes in. */
static bool
yearly_takes(struct yearly *y, const struct yearly *next)
{
	if (!y->seen) {
		*y = *next;
		return true;
	}
	y->weeks &= next->weeks;
	y->last_year++;
	return y->weeks != 0 && next->last_year == y->last_year && next->month == y->month &&
	    next->weekday == y->weekday && next->second == y->second &&
	    next->change.offset_before == y->change.offset_before &&
	    next->change.offset_after == y->change.offset_after;
}

/* 1 to 4, or -1 for the last one of the month. */
static int
yearly_week(const struct yearly *y)
{
	int week = 1;

	if (y->weeks & WEEK_LAST)
		return -1;
	while ((y->weeks & 1U << week) == 0)
		week++;
	return week;
}

/* When it changes in a year: seconds since 1970-01-01 00:00 by the clock before the change. */
static int64_t
yearly_local(const struct yearly *y, int year)
{
	civil_day first = civil_from_ymd(year, y->month, 1);
	civil_day day = first + (y->weekday - civil_weekday(first) + 7) % 7;
	int week = yearly_week(y);

	if (week > 0)
		day += (week - 1) * 7;
	else
		day += (first + civil_month_days(year, y->month) - 1 - day) / 7 * 7;
	return (int64_t)day * DAY_SECONDS + y->second;
}

/* Whether it says nothing in [from, until) but what was seen. */
static bool
yearly_covers(const struct yearly *y, int64_t from, int64_t until)
{
	int before = y->change.offset_before;

	return y->seen && yearly_local(y, y->first_year - 1) - before < from &&
	    yearly_local(y, y->last_year + 1) - before >= until;
}

/*
 * Finds the two yearly rules that explain every change from `from` until PROOF_YEARS after `until`,
 * leaving no year out and adding none; false when there are none. rule[1] is the change to the
 * greater offset.
 */
static bool
yearly_rules(const struct zone *z, int64_t from, int64_t until, struct yearly rule[2])
{
	int64_t horizon = (int64_t)civil_from_ymd(CIVIL_YEAR_MAX + 1, 1, 1) * DAY_SECONDS;
	int64_t proof = until + (int64_t)PROOF_YEARS * 366 * DAY_SECONDS;
	struct zone_change c;

	if (proof > horizon)
		proof = horizon;
	rule[0] = rule[1] = (struct yearly){0};
	for (int64_t at = from; next_shift(z, at, &c) && c.utc < proof; at = c.utc + 1) {
		struct yearly next = yearly_of(&c);

		if (!yearly_takes(&rule[c.offset_after > c.offset_before], &next))
			return false;
	}
	return yearly_covers(&rule[0], from, proof) && yearly_covers(&rule[1], from, proof);
}

static void
add_offset(struct ics_writer *w, const char *property, int offset)
{
	int size = offset < 0 ? -offset : offset;
	struct str line = {0};

	str_addf(
	    &line, "%s:%c%02d%02d", property, offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
	if (size % 60 != 0)
		str_addf(&line, "%02d", size % 60);
	ics_line(w, str_text(&line));
	str_release(&line);
}

/* local: seconds since 1970-01-01 00:00 by the clock before the change. */
static void
add_observance(struct ics_writer *w, bool daylight, int64_t local, const struct zone_change *c,
    const char *rrule)
{
	civil_min m = floor_div(local, 60);
	char stamp[ICS_STAMP_SIZE];

	ics_line(w, daylight ? "BEGIN:DAYLIGHT" : "BEGIN:STANDARD");
	ics_add(w, "DTSTART:");
	ics_line(w, ics_stamp(m, (int)(local - m * 60), stamp));
	if (rrule != NULL)
		ics_line(w, rrule);
	add_offset(w, "TZOFFSETFROM", c->offset_before);
	add_offset(w, "TZOFFSETTO", c->offset_after);
	ics_text(w, "TZNAME", c->name_after, TEXT_LINE);
	ics_line(w, daylight ? "END:DAYLIGHT" : "END:STANDARD");
}

static void
add_yearly(struct ics_writer *w, bool daylight, const struct yearly *y)
{
	static const char days[][3] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
	struct str rrule = {0};

	str_addf(&rrule, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", y->month, yearly_week(y),
	    days[y->weekday - 1]);
	add_observance(w, daylight, yearly_local(y, 1970), &y->change, str_text(&rrule));
	str_release(&rrule);
}

/*
 * The lowest offset is called STANDARD: readers want at least one, whatever the zone's own flags.
 */
static void
add_changes(struct ics_writer *w, const struct zone *z, int64_t from, int64_t until)
{
	struct zone_change first = {0}, c;
	int lowest;
	bool dst;

	zone_in_force(z, from, &first.offset_after, &dst, first.name_after);
	first.offset_before = lowest = first.offset_after;
	for (int64_t t = from; next_shift(z, t, &c) && c.utc < until; t = c.utc + 1)
		if (c.offset_after < lowest)
			lowest = c.offset_after;
	add_observance(w, first.offset_after > lowest, 0, &first, NULL);
	for (int64_t t = from; next_shift(z, t, &c) && c.utc < until; t = c.utc + 1)
		add_observance(w, c.offset_after > lowest, c.utc + c.offset_before, &c, NULL);
}

void
ics_vtimezone(struct ics_writer *w, const struct zone *z, civil_min from, civil_min until)
{
	/* No offset is larger than a day, and an appointment ends on the day it began. */
	int64_t from_utc = from * 60 - DAY_SECONDS, until_utc = until * 60 + 2 * DAY_SECONDS;
	struct yearly rule[2];

	ics_line(w, "BEGIN:VTIMEZONE");
	ics_add(w, "TZID:");
	ics_line(w, zone_name(z));
	if (yearly_rules(z, from_utc, until_utc, rule)) {
		add_yearly(w, false, &rule[0]);
		add_yearly(w, true, &rule[1]);
	} else {
		add_changes(w, z, from_utc, until_utc);
	}
	ics_line(w, "END:VTIMEZONE");
}
