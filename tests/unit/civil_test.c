/* Civil dates: every day of 1900–2199, weeks, months, and the strict text forms. */
#include <frontdesk/civil.h>
#include <frontdesk/mem.h>

#include "../tap.h"

/* Walks the calendar by hand, day by day, beside the arithmetic. */
static void
test_every_day(void)
{
	int year = 1900, month = 1, mday = 1, weekday = 1; /* a Monday */
	civil_day first = civil_from_ymd(1900, 1, 1), end = civil_from_ymd(2200, 1, 1);
	int bad_ymd = 0, bad_day = 0, bad_weekday = 0, bad_text = 0;

	for (civil_day day = first; day < end; day++) {
		char text[CIVIL_DAY_SIZE];
		civil_day parsed = CIVIL_DAY_NONE;
		int y, m, d;

		civil_to_ymd(day, &y, &m, &d);
		bad_ymd += y != year || m != month || d != mday || civil_year(day) != year;
		bad_day += civil_from_ymd(year, month, mday) != day;
		bad_weekday += civil_weekday(day) != weekday;
		bad_text +=
		    !civil_parse_iso_day(civil_iso_day(day, text), &parsed) || parsed != day;
		weekday = weekday % 7 + 1;
		if (++mday > civil_month_days(year, month)) {
			mday = 1;
			month = month % 12 + 1;
			year += month == 1;
		}
	}
	is_int(end - first, 109573, "the days of 300 years");
	is_int(bad_ymd, 0, "every day has its date");
	is_int(bad_day, 0, "every date its day");
	is_int(bad_weekday, 0, "every day its weekday");
	is_int(bad_text, 0, "every day its text, which reads back");
}

static void
test_known(void)
{
	is_int(civil_from_ymd(1970, 1, 1), 0, "the epoch");
	is_int(civil_from_ymd(1969, 12, 31), -1, "the day before");
	is_int(civil_from_ymd(2000, 3, 1), 11017, "1 March 2000");
	is_int(civil_from_ymd(2026, 11, 23), 20780, "23 November 2026");
	is_int(civil_from_ymd(1, 1, 1), -719162, "the first year");
	is_int(civil_weekday(civil_from_ymd(2026, 11, 23)), 1, "a Monday");
	is_int(civil_weekday(civil_from_ymd(1, 1, 1)), 1, "the first day was a Monday, too");
	is_int(civil_month_days(1900, 2), 28, "February 1900");
	is_int(civil_month_days(2000, 2), 29, "February 2000");
	is_int(civil_month_days(2024, 2), 29, "February 2024");
	is_int(civil_month_days(2026, 2), 28, "February 2026");
	is_int(civil_month_days(2026, 11), 30, "November");
	ok(civil_ymd_valid(2024, 2, 29) && !civil_ymd_valid(2023, 2, 29), "leap day");
	ok(!civil_ymd_valid(2026, 0, 1) && !civil_ymd_valid(2026, 13, 1), "months");
	ok(!civil_ymd_valid(2026, 1, 0) && !civil_ymd_valid(2026, 4, 31), "days");
	ok(!civil_ymd_valid(0, 1, 1) && !civil_ymd_valid(10000, 1, 1), "years");
}

static void
test_weeks(void)
{
	static const struct {
		int year, month, mday, week, week_year;
	} rows[] = {
	    {2026, 11, 23, 48, 2026},
	    {2026, 1, 1, 1, 2026},
	    {2026, 12, 31, 53, 2026},
	    {2027, 1, 3, 53, 2026},
	    {2027, 1, 4, 1, 2027},
	    {2024, 12, 30, 1, 2025},
	    {2021, 1, 3, 53, 2020},
	    {2020, 12, 31, 53, 2020},
	    {2005, 1, 1, 53, 2004},
	    {2008, 12, 29, 1, 2009},
	    {2010, 1, 3, 53, 2009},
	    {1970, 1, 1, 1, 1970},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		civil_day day = civil_from_ymd(rows[i].year, rows[i].month, rows[i].mday);
		char text[CIVIL_DAY_SIZE];
		int year;

		civil_iso_day(day, text);
		is_int(civil_week(day, &year), rows[i].week, "%s: week", text);
		is_int(year, rows[i].week_year, "%s: its year", text);
	}
	is_int(civil_week(0, NULL), 1, "the year may be left out");
}

static void
test_months(void)
{
	static const struct {
		const char *from;
		int n;
		const char *to;
	} rows[] = {
	    {"2026-11-23", 0, "2026-11-23"},
	    {"2026-11-23", 1, "2026-12-23"},
	    {"2026-11-23", 2, "2027-01-23"},
	    {"2026-01-31", 1, "2026-02-28"},
	    {"2024-01-31", 1, "2024-02-29"},
	    {"2024-02-29", 12, "2025-02-28"},
	    {"2026-01-15", -1, "2025-12-15"},
	    {"2026-03-31", -1, "2026-02-28"},
	    {"2026-11-23", -11, "2025-12-23"},
	    {"2026-11-23", -1200, "1926-11-23"},
	    {"1970-01-01", 2399, "2169-12-01"},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		char text[CIVIL_DAY_SIZE];
		civil_day day = CIVIL_DAY_NONE;

		ok(civil_parse_iso_day(rows[i].from, &day), "%s is a day", rows[i].from);
		is_str(civil_iso_day(civil_add_months(day, rows[i].n), text), rows[i].to,
		    "%s and %d months", rows[i].from, rows[i].n);
	}
}

static void
test_minutes(void)
{
	civil_day day = civil_from_ymd(2026, 11, 23);
	char buf[CIVIL_MIN_SIZE], hm[CIVIL_HM_SIZE], text[CIVIL_LONG_SIZE];

	is_int(civil_at(day, 540), 29923740, "Monday at nine");
	is_int(civil_day_of(civil_at(day, 540)), day, "its day");
	is_int(civil_minute_of(civil_at(day, 540)), 540, "its minute");
	is_int(civil_day_of(civil_at(day, 1440)), day + 1, "24:00 is the next day");
	is_int(civil_day_of(civil_at(day, -1)), day - 1, "a minute before midnight");
	is_int(civil_minute_of(civil_at(day, -1)), 1439, "is 23:59");
	is_int(civil_day_of(-1), -1, "before the epoch");
	is_int(civil_minute_of(-1), 1439, "as well");
	is_int(civil_day_of(-1440), -1, "a whole day before it");
	is_int(civil_minute_of(-1440), 0, "is a midnight");
	is_str(civil_iso_min(civil_at(day, 540), buf), "2026-11-23T09:00", "minute as text");
	is_str(civil_iso_min(-1, buf), "1969-12-31T23:59", "also before the epoch");
	is_str(civil_hm(civil_at(day, 1439), hm), "23:59", "the time alone");
	is_str(civil_hm(545, hm), "09:05", "of a minute of the day");
	is_str(civil_long_day(day, text), "Mon 23 Nov 2026", "a day for people");
	is_str(civil_long_day(civil_from_ymd(2026, 3, 1), text), "Sun 1 Mar 2026", "one digit");
	is_str(civil_iso_utc(1795424400, buf), "2026-11-23T09:00:00Z", "a moment");
	is_str(civil_iso_utc(-1, buf), "1969-12-31T23:59:59Z", "before the epoch");
	is_str(civil_weekday_name(1), "Mon", "Monday");
	is_str(civil_weekday_name(7), "Sun", "Sunday");
	is_str(civil_month_name(1), "Jan", "January");
	is_str(civil_month_name(12), "Dec", "December");
}

static void
test_parse(void)
{
	static const char *const bad_days[] = {"", "2026-11-2", "2026-11-233", " 2026-11-23",
	    "2026-11-23 ", "2026/11/23", "2026-13-01", "2026-02-29", "2026-00-10", "2026-10-00",
	    "+026-11-23", "2026-1 -23", "0000-01-01", "26-11-23", "2026-11--1", "２026-11-23"};
	static const char *const bad_minutes[] = {"", "2026-11-23", "2026-11-23T9:00",
	    "2026-11-23T24:00", "2026-11-23T09:60", "2026-11-23T09:00Z", "2026-11-23t09:00",
	    "2026-11-23T09.00", "2026-11-23T09:0x", "2026-11-31T09:00", "2026-11-23T-9:00"};
	civil_day day = 42;
	civil_min minute = 42;

	for (size_t i = 0; i < array_size(bad_days); i++)
		ok(!civil_parse_iso_day(bad_days[i], &day), "\"%s\" is no day", bad_days[i]);
	for (size_t i = 0; i < array_size(bad_minutes); i++)
		ok(!civil_parse_iso_min(bad_minutes[i], &minute), "\"%s\" is no minute",
		    bad_minutes[i]);
	ok(day == 42 && minute == 42, "refused texts leave the result alone");
	ok(civil_parse_iso_min("2026-11-23T09:00", &minute), "a minute");
	is_int(minute, 29923740, "with T");
	ok(civil_parse_iso_min("1935-02-28 23:59", &minute), "a minute");
	is_int(minute, civil_at(civil_from_ymd(1935, 2, 28), 1439), "with a blank");
}

int
main(void)
{
	test_every_day();
	test_known();
	test_weeks();
	test_months();
	test_minutes();
	test_parse();
	return done();
}
