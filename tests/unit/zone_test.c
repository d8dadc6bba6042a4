/* Zone files: against the C library's own reading of them, by hand-made files, and damaged ones. */
#include <time.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>
#include <frontdesk/zone.h>

#include "../tap.h"

enum { HOUR = 3600, DAY = 86400 };

static const char *const zones[] = {"Europe/Berlin", "Europe/London", "Europe/Dublin",
    "America/New_York", "America/St_Johns", "America/Sao_Paulo", "America/Nuuk", "America/Santiago",
    "Africa/Casablanca", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tehran", "Asia/Gaza",
    "Asia/Jerusalem", "Australia/Lord_Howe", "Australia/Sydney", "Pacific/Apia", "Pacific/Chatham",
    "Antarctica/Troll", "UTC", "Etc/GMT+5", "Etc/GMT-14", "EST5EDT"};

static struct zone *
opened(const char *name)
{
	struct zone *z;

	if (zone_open(&z, name) != ERR_OK) {
		printf("Bail out! %s\n", err_message());
		exit(1);
	}
	return z;
}

static int64_t
at(const char *civil)
{
	civil_min m = 0;

	if (!civil_parse_iso_min(civil, &m))
		abort();
	return m * 60;
}

/* Whether the zone says about this moment what the C library says. */
static bool
agrees(const struct zone *z, int64_t utc)
{
	time_t t = (time_t)utc;
	char name[ZONE_NAME_SIZE];
	struct tm tm;
	int offset;
	bool dst;

	localtime_r(&t, &tm);
	zone_in_force(z, utc, &offset, &dst, name);
	if (offset == tm.tm_gmtoff && dst == (tm.tm_isdst > 0) && strcmp(name, tm.tm_zone) == 0)
		return true;
	printf("# %s at %lld: %d %d %s, the C library says %ld %d %s\n", zone_name(z),
	    (long long)utc, offset, dst, name, tm.tm_gmtoff, tm.tm_isdst, tm.tm_zone);
	return false;
}

static void
test_against_libc(const char *name)
{
	struct zone *z = opened(name);
	int64_t end = at("2101-01-01 00:00");
	struct zone_change change;
	int64_t from = 0;
	int moments = 0, bad = 0;

	setenv("TZ", name, 1);
	tzset();
	/* A step of no round length meets every hour of the day and day of the week. */
	for (int64_t t = 0; t < end && bad < 5; t += 5 * HOUR + 1234, moments++)
		bad += !agrees(z, t);
	while (bad < 5 && zone_next_change(z, from, &change) && change.utc < end) {
		bad += !agrees(z, change.utc - 1) + !agrees(z, change.utc);
		from = change.utc + 1;
		moments += 2;
	}
	is_int(bad, 0, "%s agrees with the C library at %d moments", name, moments);
	zone_close(z);
}

/* A civil minute made of a moment leads back to it. */
static void
test_round_trip(const char *name)
{
	struct zone *z = opened(name);
	int bad = 0;

	for (int64_t t = 0; t < at("2199-12-31 00:00"); t += 37 * HOUR + 60) {
		int64_t back = -1;
		int64_t rounded = t - t % 60;
		enum zone_fit fit = zone_utc(z, zone_civil(z, rounded), &back);

		/* The first of two can be at most three hours before. */
		bad += fit == ZONE_GAP || (fit == ZONE_ONCE && back != rounded) ||
		    (fit == ZONE_TWICE && (back > rounded || back < rounded - 3 * HOUR));
	}
	is_int(bad, 0, "%s: civil time and back", name);
	zone_close(z);
}

static void
test_fits(void)
{
	static const struct {
		const char *zone, *civil;
		enum zone_fit fit;
		const char *utc;
	} rows[] = {
	    {"Europe/Berlin", "2026-11-23 09:00", ZONE_ONCE, "2026-11-23 08:00"},
	    {"Europe/Berlin", "2026-03-29 01:59", ZONE_ONCE, "2026-03-29 00:59"},
	    {"Europe/Berlin", "2026-03-29 02:00", ZONE_GAP, "2026-03-29 01:00"},
	    {"Europe/Berlin", "2026-03-29 02:59", ZONE_GAP, "2026-03-29 01:59"},
	    {"Europe/Berlin", "2026-03-29 03:00", ZONE_ONCE, "2026-03-29 01:00"},
	    {"Europe/Berlin", "2026-10-25 01:59", ZONE_ONCE, "2026-10-24 23:59"},
	    {"Europe/Berlin", "2026-10-25 02:00", ZONE_TWICE, "2026-10-25 00:00"},
	    {"Europe/Berlin", "2026-10-25 02:59", ZONE_TWICE, "2026-10-25 00:59"},
	    {"Europe/Berlin", "2026-10-25 03:00", ZONE_ONCE, "2026-10-25 02:00"},
	    {"Europe/Berlin", "2199-03-31 02:30", ZONE_GAP, "2199-03-31 01:30"},
	    {"Europe/Berlin", "2199-07-01 12:00", ZONE_ONCE, "2199-07-01 10:00"},
	    {"Europe/Berlin", "2199-10-27 02:30", ZONE_TWICE, "2199-10-27 00:30"},
	    {"America/New_York", "2026-03-08 02:30", ZONE_GAP, "2026-03-08 07:30"},
	    {"America/New_York", "2026-11-01 01:30", ZONE_TWICE, "2026-11-01 05:30"},
	    {"Australia/Lord_Howe", "2026-04-05 01:45", ZONE_TWICE, "2026-04-04 14:45"},
	    {"Australia/Lord_Howe", "2026-10-04 02:15", ZONE_GAP, "2026-10-03 15:45"},
	    {"Pacific/Apia", "2011-12-30 12:00", ZONE_GAP, "2011-12-30 22:00"},
	    {"Pacific/Apia", "2011-12-31 00:00", ZONE_ONCE, "2011-12-30 10:00"},
	    {"Asia/Kathmandu", "2026-11-23 09:00", ZONE_ONCE, "2026-11-23 03:15"},
	    {"UTC", "2026-03-29 02:30", ZONE_ONCE, "2026-03-29 02:30"},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		struct zone *z = opened(rows[i].zone);
		int64_t utc = -1;

		is_int(zone_utc(z, at(rows[i].civil) / 60, &utc), rows[i].fit, "%s %s: fit",
		    rows[i].zone, rows[i].civil);
		is_int(utc, at(rows[i].utc), "%s %s: moment", rows[i].zone, rows[i].civil);
		zone_close(z);
	}
}

static void
test_changes(void)
{
	struct zone *berlin = opened("Europe/Berlin"), *utc = opened("UTC");
	struct zone_change c = {0};

	is_str(zone_name(berlin), "Europe/Berlin", "name");
	is_str(zone_footer(berlin), "CET-1CEST,M3.5.0,M10.5.0/3", "footer");
	ok(zone_next_change(berlin, at("2026-01-01 00:00"), &c), "Berlin changes in 2026");
	is_int(c.utc, at("2026-03-29 01:00"), "in March");
	is_int(c.offset_before, HOUR, "from one hour");
	is_int(c.offset_after, 2 * HOUR, "to two");
	ok(c.dst_after, "to summer time");
	is_str(c.name_after, "CEST", "called so");
	ok(zone_next_change(berlin, c.utc, &c), "a change at the moment itself counts");
	is_int(c.utc, at("2026-03-29 01:00"), "the same");
	ok(zone_next_change(berlin, c.utc + 1, &c), "the next");
	is_int(c.utc, at("2026-10-25 01:00"), "in October");
	ok(zone_next_change(berlin, at("2037-10-26 00:00"), &c), "beyond the file's last change");
	is_int(c.utc, at("2038-03-28 01:00"), "by the footer");
	ok(zone_next_change(berlin, at("2200-10-01 00:00"), &c), "up to 2200");
	ok(!zone_next_change(berlin, at("2201-01-01 00:00"), &c), "none after 2200");
	ok(zone_next_change(berlin, INT64_MIN, &c), "from the beginning of time");
	ok(!zone_next_change(utc, INT64_MIN, &c), "UTC never changes");
	is_int(zone_civil(berlin, -1), 59, "a civil minute is rounded down");
	zone_close(berlin);
	zone_close(utc);
	zone_close(NULL);
}

static void
test_names(void)
{
	static const char *const bad[] = {"", "Europe", "Europe/Atlantis", "/etc/passwd",
	    "../../../etc/passwd", "Europe/../UTC", "zone.tab", "UTC ", "Europe/Berlin/", "Zürich"};
	static const char *const other_case[] = {"america/new_york", "AMERICA/New_york"};
	struct zone *berlin = NULL;

	for (size_t i = 0; i < array_size(bad); i++) {
		struct zone *z = NULL;

		is_int(zone_open(&z, bad[i]), ERR_USAGE, "no zone \"%s\"", bad[i]);
	}
	for (size_t i = 0; i < array_size(other_case); i++) {
		struct zone *z = NULL;

		ok(zone_open(&z, other_case[i]) == ERR_OK &&
			strcmp(zone_name(z), "America/New_York") == 0,
		    "%s in its own case", other_case[i]);
		zone_close(z);
	}
	is_int(zone_open(&berlin, "Zürich"), ERR_USAGE, "none");
	is_str(err_message(), "no time zone \"Zürich\"; they look like Europe/Berlin", "sentence");
}

/* A file with one type, no changes and this footer. */
static void
make_file(struct str *s, const char *footer)
{
	static const unsigned char half[] = {'T', 'Z', 'i', 'f', '2', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4,
	    0, 0, 0, 0, 0, 0, 'A', 'A', 'A', 0};

	str_clear(s);
	str_addn(s, (const char *)half, sizeof(half));
	str_addn(s, (const char *)half, sizeof(half));
	str_addf(s, "\n%s\n", footer);
}

static enum err
parse_footer(struct zone **z, const char *footer)
{
	struct str s = {0};
	enum err e;

	make_file(&s, footer);
	e = zone_parse(z, "Test/Zone", (const unsigned char *)str_text(&s), s.n);
	str_release(&s);
	return e;
}

static void
test_footers(void)
{
	static const struct {
		const char *footer, *from, *change;
		int offset;
		const char *name;
	} rows[] = {
	    {"AAA0BBB,J60/0,J300", "2024-01-01 00:00", "2024-03-01 00:00", HOUR, "BBB"},
	    {"AAA0BBB,J60/0,J300", "2025-01-01 00:00", "2025-03-01 00:00", HOUR, "BBB"},
	    {"AAA0BBB,59/0,J300", "2024-01-01 00:00", "2024-02-29 00:00", HOUR, "BBB"},
	    {"AAA0BBB,59/0,J300", "2025-01-01 00:00", "2025-03-01 00:00", HOUR, "BBB"},
	    {"<+03>-3<+04>,M3.1.6/24,M10.1.6/24", "2026-01-01 00:00", "2026-03-07 21:00", 4 * HOUR,
		"+04"},
	    {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-01-01 00:00", "2026-03-29 01:00", -HOUR,
		"-01"},
	    {"IST-2IDT,M3.4.4/26,M10.5.0", "2026-01-01 00:00", "2026-03-27 00:00", 3 * HOUR, "IDT"},
	    {"IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01 00:00", "2026-03-29 01:00", HOUR, "IST"},
	    {"AAA+1:30BBB+0:15:30,M3.2.0/2:10:20,M11.1.0", "2026-01-01 00:00", "2026-03-08 03:40",
		-930, "BBB"},
	    {"AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01 00:00", "2026-04-04 16:00", 10 * HOUR,
		"AEST"},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		struct zone *z;
		struct zone_change c = {0};

		ok(parse_footer(&z, rows[i].footer) == ERR_OK, "%s: understood", rows[i].footer);
		ok(zone_next_change(z, at(rows[i].from), &c), "%s: changes", rows[i].footer);
		is_int(c.utc / 60 * 60, at(rows[i].change), "%s: when", rows[i].footer);
		is_int(c.offset_after, rows[i].offset, "%s: to", rows[i].footer);
		is_str(c.name_after, rows[i].name, "%s: name", rows[i].footer);
		zone_close(z);
	}
}

static void
test_bad_footers(void)
{
	static const char *const bad[] = {"A0", "CET", "CET-", "CET-25", "CET-1CEST", "<+03-3",
	    "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
	    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J5", "CET-1CEST,366,5",
	    "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x",
	    "CET-99999999999999999999", "ABCDEFGHIJKLMNOPQ0", "CET-1:60"};
	struct zone *z = NULL;

	for (size_t i = 0; i < array_size(bad); i++)
		is_int(parse_footer(&z, bad[i]), ERR_FAILED, "footer \"%s\" is refused", bad[i]);
	is_str(err_message(), "zone file Test/Zone is damaged", "sentence");
	ok(parse_footer(&z, "") == ERR_OK, "an empty footer is fine");
	is_str(zone_footer(z), "", "and says so");
	zone_close(z);
	/* RFC 8536 3.3: summer time all the year round; the ends meet the starts. */
	ok(parse_footer(&z, "XXX3EDT4,0/0,J365/23") == ERR_OK, "summer time all year");
	is_int(zone_offset(z, at("2026-01-01 12:00")), -4 * HOUR, "holds in winter");
	is_int(zone_offset(z, at("2027-01-01 03:00")), -4 * HOUR, "holds at the seam");
	zone_close(z);
}

/* Every file cut short, and every byte turned, is refused or read; the sanitizers watch. */
static void
test_damage(void)
{
	struct str good = {0};
	int refused = 0;
	struct zone *z;

	make_file(&good, "CET-1CEST,M3.5.0,M10.5.0/3");
	for (size_t n = 0; n < good.n; n++) {
		unsigned char *cut = xcalloc(n, 1);

		if (n > 0)
			memcpy(cut, good.v, n);
		refused += zone_parse(&z, "X", cut, n) == ERR_FAILED;
		free(cut);
	}
	is_int(refused, good.n, "every cut file is refused");
	refused = 0;
	for (size_t i = 0; i < good.n; i++) {
		for (int bit = 0; bit < 8; bit++) {
			good.v[i] = (char)(good.v[i] ^ (1 << bit));
			if (zone_parse(&z, "X", (const unsigned char *)good.v, good.n) == ERR_OK)
				zone_close(z);
			else
				refused++;
			good.v[i] = (char)(good.v[i] ^ (1 << bit));
		}
	}
	ok(refused > 0, "a turned bit does no harm");
	str_release(&good);
}

int
main(void)
{
	for (size_t i = 0; i < array_size(zones); i++) {
		test_against_libc(zones[i]);
		test_round_trip(zones[i]);
	}
	test_fits();
	test_changes();
	test_names();
	test_footers();
	test_bad_footers();
	test_damage();
	return done();
}
