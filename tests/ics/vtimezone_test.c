/*
 * The VTIMEZONE of every zone of zone.tab, read back by a reader that knows nothing of the zone:
 * its offsets must be the zone's (calendar.md E8).
 */
#include <frontdesk/mem.h>
#include <frontdesk/str.h>
#include <frontdesk/zone.h>

#include "../../src/ics/vtimezone.h"
#include "../tap.h"

enum { DAY = 86400, YEARS_READ = 2040 };

/* When an offset begins to hold. */
struct onset {
	int64_t utc;
	int offset;
};
struct onsets {
	struct onset *v;
	size_t n, cap;
};

static char *
written(const struct zone *z, int from_year, int until_year)
{
	static struct ics_writer w;
	char *bytes = NULL;
	size_t n = 0;

	w = (struct ics_writer){.file = open_memstream(&bytes, &n)};
	ics_vtimezone(&w, z, civil_at(civil_from_ymd(from_year, 1, 1), 0),
	    civil_at(civil_from_ymd(until_year, 1, 1), 0));
	if (ics_flush(&w) != ERR_OK)
		ok(0, "flushed");
	(void)fclose(w.file);
	ics_writer_release(&w);
	return bytes;
}

/* The value of a property between s and end; NULL: not there. */
static const char *
property(const char *s, const char *end, const char *name)
{
	const char *at = strstr(s, name);

	return at != NULL && at < end ? at + strlen(name) : NULL;
}

static int
digits(const char *s, int n)
{
	int value = 0;

	while (n-- > 0)
		value = value * 10 + (*s++ - '0');
	return value;
}

static int
read_offset(const char *s)
{
	int size = digits(s + 1, 2) * 3600 + digits(s + 3, 2) * 60;

	if (s[5] >= '0' && s[5] <= '9')
		size += digits(s + 5, 2);
	return *s == '-' ? -size : size;
}

/* The day of "BYMONTH=3;BYDAY=-1SU" in a year. */
static civil_day
read_rule_day(const char *rule, int year)
{
	static const char *const names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
	int month = (int)strtol(strstr(rule, "BYMONTH=") + 8, NULL, 10), weekday = 1;
	char *name;
	long week = strtol(strstr(rule, "BYDAY=") + 6, &name, 10);
	civil_day first = civil_from_ymd(year, month, 1), day;

	while (strncmp(names[weekday - 1], name, 2) != 0)
		weekday++;
	if (week > 0) {
		for (day = first; civil_weekday(day) != weekday; day++)
			;
		return day + (civil_day)(week - 1) * 7;
	}
	day = first + civil_month_days(year, month) - 1;
	while (civil_weekday(day) != weekday)
		day--;
	return day;
}

static int
by_utc(const void *a, const void *b)
{
	const struct onset *x = a, *y = b;

	return (x->utc > y->utc) - (x->utc < y->utc);
}

static void
read_observance(struct onsets *out, const char *s, const char *end)
{
	const char *start = property(s, end, "DTSTART:"), *rule = property(s, end, "RRULE:");
	int before = read_offset(property(s, end, "TZOFFSETFROM:"));
	int after = read_offset(property(s, end, "TZOFFSETTO:"));
	int year = digits(start, 4);
	civil_day day = civil_from_ymd(year, digits(start + 4, 2), digits(start + 6, 2));
	int second =
	    digits(start + 9, 2) * 3600 + digits(start + 11, 2) * 60 + digits(start + 13, 2);

	if (rule != NULL && read_rule_day(rule, year) != day)
		ok(0, "DTSTART is the first of its rule: %.60s", rule);
	do {
		*list_push(out) = (struct onset){(int64_t)day * DAY + second - before, after};
		if (rule != NULL)
			day = read_rule_day(rule, ++year);
	} while (rule != NULL && year <= YEARS_READ);
}

static void
read_vtimezone(struct onsets *out, const char *s)
{
	for (const char *end; (s = strstr(s, "BEGIN:")) != NULL; s = end) {
		s += strlen("BEGIN:");
		end = strstr(s, "END:");
		if (strncmp(s, "VTIMEZONE", 9) == 0)
			end = s;
		else
			read_observance(out, s, end);
	}
	if (out->n > 0)
		qsort(out->v, out->n, sizeof(*out->v), by_utc);
}

/* How many of the moments every six hours are read with another offset than the zone's. */
static int
wrong_moments(const struct zone *z, const struct onsets *o, int from_year, int until_year)
{
	int64_t end = (int64_t)civil_from_ymd(until_year, 1, 1) * DAY;
	size_t at = 0;
	int wrong = 0;

	if (o->n == 0)
		return -1;
	for (int64_t t = (int64_t)civil_from_ymd(from_year, 1, 1) * DAY; t < end; t += DAY / 4) {
		while (at + 1 < o->n && o->v[at + 1].utc <= t)
			at++;
		wrong += o->v[at].offset != zone_offset(z, t);
	}
	return wrong;
}

/* Exactly at the changes, which the moments every six hours may miss by minutes. */
static int
wrong_changes(const struct zone *z, const struct onsets *o, int from_year, int until_year)
{
	int64_t end = (int64_t)civil_from_ymd(until_year, 1, 1) * DAY;
	int64_t t = (int64_t)civil_from_ymd(from_year, 1, 1) * DAY;
	struct zone_change c;
	int wrong = 0;

	for (; zone_next_change(z, t, &c) && c.utc < end; t = c.utc + 1) {
		bool found = c.offset_before == c.offset_after;

		for (size_t i = 0; i < o->n && !found; i++)
			found = o->v[i].utc == c.utc && o->v[i].offset == c.offset_after;
		wrong += !found;
	}
	return wrong;
}

/* 0: right; *rules = whether by one STANDARD and at most one DAYLIGHT. */
static int
check_zone(const char *name, int from_year, int until_year, bool *rules)
{
	struct onsets o = {0};
	struct zone *z;
	int wrong = -1;
	char *text;

	if (zone_open(&z, name) != ERR_OK)
		return wrong;
	text = written(z, from_year, until_year);
	read_vtimezone(&o, text);
	wrong = wrong_moments(z, &o, from_year, until_year) +
	    wrong_changes(z, &o, from_year, until_year);
	*rules = strstr(text, "RRULE:") != NULL || o.n == 1;
	free(o.v);
	free(text);
	zone_close(z);
	return wrong;
}

static void
test_all(int from_year, int until_year, int rules_least)
{
	FILE *f = fopen("/usr/share/zoneinfo/zone.tab", "r");
	int zones = 0, bad = 0, by_rule = 0;
	char line[512];

	if (f == NULL)
		skip_all("no /usr/share/zoneinfo/zone.tab");
	while (fgets(line, sizeof(line), f) != NULL) {
		char *name = strchr(line, '\t');
		bool rules = false;
		int wrong;

		if (line[0] == '#' || name == NULL || (name = strchr(name + 1, '\t')) == NULL)
			continue;
		name++;
		name[strcspn(name, "\t\n")] = '\0';
		wrong = check_zone(name, from_year, until_year, &rules);
		if (wrong != 0)
			printf("# %s: %d wrong\n", name, wrong);
		zones++;
		bad += wrong != 0;
		by_rule += rules;
	}
	(void)fclose(f);
	printf("# %d zones, %d by rule\n", zones, by_rule);
	ok(zones > 400 && bad == 0, "all zones read back right, %d to %d", from_year, until_year);
	ok(by_rule >= rules_least, "%d zones and more by one rule", rules_least);
}

static void
test_forms(void)
{
	static const struct {
		const char *name, *why;
		int from, until;
		bool rules;
	} rows[] = {
	    {"Europe/Berlin", "a rule", 2026, 2027, true},
	    {"Europe/Dublin", "summer is standard", 2026, 2036, true},
	    {"Antarctica/Troll", "two hours", 2026, 2036, true},
	    {"Pacific/Chatham", "south, 45 minutes", 2026, 2036, true},
	    {"Australia/Lord_Howe", "half an hour", 2026, 2036, true},
	    {"Asia/Kolkata", "no summer time", 2026, 2036, true},
	    {"UTC", "the default", 2026, 2027, true},
	    {"America/New_York", "the rule changed in 2007", 2005, 2009, false},
	    {"America/Sao_Paulo", "given up in 2019", 2018, 2021, false},
	    {"America/Mexico_City", "given up in 2022", 2021, 2024, false},
	    {"Asia/Jerusalem", "the Friday before the last Sunday", 2026, 2028, false},
	    {"Asia/Gaza", "by the moon", 2026, 2036, false},
	    {"Africa/Casablanca", "by the moon, the other way", 2026, 2036, false},
	    {"America/Santiago", "at 24:00", 2026, 2028, false},
	    {"Africa/Monrovia", "seconds", 1971, 1973, false},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		bool rules = false;
		int wrong = check_zone(rows[i].name, rows[i].from, rows[i].until, &rules);

		ok(wrong == 0 && rules == rows[i].rules, "%s: %s", rows[i].name, rows[i].why);
	}
}

static void
test_text(void)
{
	static const char berlin[] = "BEGIN:VTIMEZONE\r\n"
				     "TZID:Europe/Berlin\r\n"
				     "BEGIN:STANDARD\r\n"
				     "DTSTART:19701025T030000\r\n"
				     "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
				     "TZOFFSETFROM:+0200\r\n"
				     "TZOFFSETTO:+0100\r\n"
				     "TZNAME:CET\r\n"
				     "END:STANDARD\r\n"
				     "BEGIN:DAYLIGHT\r\n"
				     "DTSTART:19700329T020000\r\n"
				     "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
				     "TZOFFSETFROM:+0100\r\n"
				     "TZOFFSETTO:+0200\r\n"
				     "TZNAME:CEST\r\n"
				     "END:DAYLIGHT\r\n"
				     "END:VTIMEZONE\r\n";
	struct zone *z;
	char *got;

	if (zone_open(&z, "Europe/Berlin") != ERR_OK)
		skip_all("no zone files");
	got = written(z, 2026, 2027);
	is_str(got, berlin, "Berlin as text");
	free(got);
	zone_close(z);
}

int
main(void)
{
	test_text();
	test_forms();
	test_all(2026, 2037, 400);
	test_all(1970, 2037, 1);
	for (int year = 1996; year < 2030; year++)
		test_all(year, year + 1, 1);
	return done();
}
