/* The footer of a zone file: a POSIX TZ rule, with the hours -167 to 167 of RFC 8536 3.3.1. */
#include "zone_data.h"

#include <string.h>

#include <frontdesk/mem.h>

/* One of the two days in a year when the clocks change. */
struct rule_day {
	enum { RULE_JULIAN, RULE_ZERO_BASED, RULE_WEEKDAY } kind;
	int n; /* JULIAN 1..365, 29 February never counted; ZERO_BASED 0..365 */
	int month, week, weekday; /* WEEKDAY: week 1..5 (5 = the last), weekday 0 = Sunday */
	int seconds; /* after midnight, by the clock before the change */
};

struct rule {
	struct zone_type standard, summer;
	struct rule_day start, end; /* of summer time */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool
is_name_char(char c)
{
	return is_letter(c) || is_digit(c) || c == '+' || c == '-';
}

/* The take_ functions read at *s, move it behind what they read, and say whether it was there. */

static bool
take_char(const char **s, char c)
{
	if (**s != c)
		return false;
	++*s;
	return true;
}

static bool
take_number(const char **s, int min, int max, int *out)
{
	int value = 0;

	if (!is_digit(**s))
		return false;
	for (; is_digit(**s); ++*s) {
		value = value * 10 + (**s - '0');
		if (value > max)
			return false;
	}
	*out = value;
	return value >= min;
}

/* CET or <+03> */
static bool
take_name(const char **s, char name[static ZONE_NAME_SIZE])
{
	bool quoted = take_char(s, '<');
	const char *start = *s;
	size_t n;

	while (quoted ? is_name_char(**s) : is_letter(**s))
		++*s;
	n = (size_t)(*s - start);
	if (n < 3 || n >= ZONE_NAME_SIZE || (quoted && !take_char(s, '>')))
		return false;
	memcpy(name, start, n);
	name[n] = '\0';
	return true;
}

/* [+-]hours[:minutes[:seconds]] */
static bool
take_time(const char **s, int hours_max, int *seconds)
{
	bool minus = take_char(s, '-');
	int h, m = 0, sec = 0;

	if (!minus)
		(void)take_char(s, '+');
	if (!take_number(s, 0, hours_max, &h))
		return false;
	if (take_char(s, ':') && !take_number(s, 0, 59, &m))
		return false;
	if (take_char(s, ':') && !take_number(s, 0, 59, &sec))
		return false;
	*seconds = (h * 3600 + m * 60 + sec) * (minus ? -1 : 1);
	return true;
}

static bool
take_weekday(const char **s, struct rule_day *d)
{
	d->kind = RULE_WEEKDAY;
	return take_number(s, 1, 12, &d->month) && take_char(s, '.') &&
	    take_number(s, 1, 5, &d->week) && take_char(s, '.') &&
	    take_number(s, 0, 6, &d->weekday);
}

/* ,M3.5.0/2 or ,J60/2 or ,59/2 */
static bool
take_day(const char **s, struct rule_day *d)
{
	bool there;

	if (!take_char(s, ','))
		return false;
	if (take_char(s, 'M')) {
		there = take_weekday(s, d);
	} else if (take_char(s, 'J')) {
		d->kind = RULE_JULIAN;
		there = take_number(s, 1, 365, &d->n);
	} else {
		d->kind = RULE_ZERO_BASED;
		there = take_number(s, 0, 365, &d->n);
	}
	d->seconds = 2 * 3600;
	return there && (!take_char(s, '/') || take_time(s, 167, &d->seconds));
}

/* CET-1 or CET-1CEST[-2],M3.5.0,M10.5.0/3. *has_summer tells which. */
static bool
parse(const char *s, struct rule *r, bool *has_summer)
{
	int west;

	if (!take_name(&s, r->standard.name) || !take_time(&s, 24, &west))
		return false;
	r->standard.offset = -west;
	*has_summer = *s != '\0';
	if (!*has_summer)
		return true;
	if (!take_name(&s, r->summer.name))
		return false;
	r->summer.dst = true;
	r->summer.offset = r->standard.offset + 3600;
	if (*s != ',') {
		if (!take_time(&s, 24, &west))
			return false;
		r->summer.offset = -west;
	}
	return take_day(&s, &r->start) && take_day(&s, &r->end) && *s == '\0';
}

static civil_day
day_in_year(const struct rule_day *d, int year)
{
	civil_day day = civil_from_ymd(year, 1, 1);

	switch (d->kind) {
	case RULE_ZERO_BASED:
		return day + d->n;
	case RULE_JULIAN:
		return day + d->n - 1 + (d->n >= 60 && civil_month_days(year, 2) == 29);
	case RULE_WEEKDAY:
		break;
	}
	day = civil_from_ymd(year, d->month, 1);
	day += (d->weekday - civil_weekday(day) + 7) % 7 + (d->week - 1) * 7;
	if (day >= civil_from_ymd(year, d->month, 1) + civil_month_days(year, d->month))
		day -= 7;
	return day;
}

static int64_t
change_in_year(const struct rule_day *d, int year, int offset_before)
{
	return (int64_t)day_in_year(d, year) * 86400 + d->seconds - offset_before;
}

static size_t
add_type(struct zone *z, const struct zone_type *type)
{
	*list_push(&z->types) = *type;
	return z->types.n - 1;
}

static int
year_of(int64_t utc)
{
	int64_t first = (int64_t)civil_from_ymd(ZONE_YEAR_FIRST, 1, 1) * 86400;
	int64_t last = (int64_t)civil_from_ymd(ZONE_YEAR_LAST, 1, 1) * 86400;

	if (utc < first)
		return ZONE_YEAR_FIRST;
	return utc > last ? ZONE_YEAR_LAST : civil_year((civil_day)(utc / 86400));
}

bool
zone_add_rule(struct zone *z, int64_t after)
{
	struct rule r = {0};
	bool has_summer;
	size_t standard, summer;

	if (!parse(z->footer, &r, &has_summer))
		return false;
	if (!has_summer)
		return true; /* the last change has led there */
	standard = add_type(z, &r.standard);
	summer = add_type(z, &r.summer);
	for (int year = year_of(after); year <= ZONE_YEAR_LAST; year++) {
		int64_t start = change_in_year(&r.start, year, r.standard.offset);
		int64_t end = change_in_year(&r.end, year, r.summer.offset);

		/* South of the equator, summer time ends first. */
		if (end < start && end > after)
			zone_add_change(z, end, standard);
		if (start > after)
			zone_add_change(z, start, summer);
		if (end > start && end > after)
			zone_add_change(z, end, standard);
	}
	return true;
}
