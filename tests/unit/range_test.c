/* Ranges as typed. Now is Wednesday 2026-11-25, 10:00. */
#include <frontdesk/mem.h>
#include <frontdesk/when.h>

#include "../tap.h"

static struct when_habits
habits(void)
{
	return (struct when_habits){
	    .now = civil_at(civil_from_ymd(2026, 11, 25), 600),
	    .opens = 480,
	    .week_start = 1,
	};
}

/* Whole days as "first..last", both included, else as times "from..until". */
static const char *
shown(const struct range *r)
{
	static char text[64];
	char a[CIVIL_MIN_SIZE], b[CIVIL_MIN_SIZE];

	if (civil_minute_of(r->from) == 0 && civil_minute_of(r->until) == 0)
		snprintf(text, sizeof(text), "%s..%s", civil_iso_day(civil_day_of(r->from), a),
		    civil_iso_day(civil_day_of(r->until) - 1, b));
	else
		snprintf(text, sizeof(text), "%s..%s", civil_iso_min(r->from, a),
		    civil_iso_min(r->until, b));
	return text;
}

struct row {
	const char *text, *want;
};

static void
check_rows(const struct when_habits *h, const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct range r = {7, 7};
		enum err err = range_parse(rows[i].text, h, &r);

		is_str(err == ERR_OK ? shown(&r) : err_message(), rows[i].want, "%s", rows[i].text);
		if (err != ERR_OK)
			ok(err == ERR_USAGE && r.from == 7 && r.until == 7, "%s: untouched",
			    rows[i].text);
	}
}

static void
test_periods(void)
{
	static const struct row rows[] = {
	    {"week", "2026-11-23..2026-11-29"},
	    {"this week", "2026-11-23..2026-11-29"},
	    {"next week", "2026-11-30..2026-12-06"},
	    {"last week", "2026-11-16..2026-11-22"},
	    {"Next WEEK", "2026-11-30..2026-12-06"},
	    {"month", "2026-11-01..2026-11-30"},
	    {"this month", "2026-11-01..2026-11-30"},
	    {"next month", "2026-12-01..2026-12-31"},
	    {"last month", "2026-10-01..2026-10-31"},
	    {"quarter", "2026-10-01..2026-12-31"},
	    {"last quarter", "2026-07-01..2026-09-30"},
	    {"next quarter", "2027-01-01..2027-03-31"},
	    {"year", "2026-01-01..2026-12-31"},
	    {"last year", "2025-01-01..2025-12-31"},
	    {"next year", "2027-01-01..2027-12-31"},
	    {"2026", "2026-01-01..2026-12-31"},
	    {"2028", "2028-01-01..2028-12-31"},
	    {"2026-11", "2026-11-01..2026-11-30"},
	    {"2028-02", "2028-02-01..2028-02-29"},
	    {"2026-Q3", "2026-07-01..2026-09-30"},
	    {"2026-q1", "2026-01-01..2026-03-31"},
	    {"2026-Q4", "2026-10-01..2026-12-31"},
	    {"2026-11..2026-12", "2026-11-01..2026-12-31"},
	    {"2026-11 to 2028-02", "2026-11-01..2028-02-29"},
	    {"2026-Q3..2026-Q4", "2026-07-01..2026-12-31"},
	    {"2025..2026", "2025-01-01..2026-12-31"},
	    {"last month to next month", "2026-10-01..2026-12-31"},
	    {"this week .. 2026-12", "2026-11-23..2026-12-31"},
	    {"2026-11..2026-12-15", "2026-11-01..2026-12-15"},
	    {"2026-11-15..2026-12", "2026-11-15..2026-12-31"},
	    {"today..2026", "2026-11-25..2026-12-31"},
	    {"2026-11..2026-11", "2026-11-01..2026-11-30"},
	    {"2026-12..2026-11", "\"2026-12\": the range ends before it begins"},
	    {"2026-11..2026-13", "\"2026-13\": months go from 1 to 12"},
	    {"2026-11..", "\"..\" wants a day after it"},
	    {"2026-Q5", "\"2026-Q5\": quarters go from 1 to 4"},
	    {"2026-13", "\"2026-13\": months go from 1 to 12"},
	    {"1969", "\"1969\": years go from 1970 to 2199"},
	    {"next", "\"next\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"next week fri",
		"\"fri\" does not belong to a range; write mon-thu, "
		"2026-11-01..2026-11-30 or this week"},
	};
	static const struct row sunday[] = {
	    {"this week", "2026-11-22..2026-11-28"},
	    {"next week", "2026-11-29..2026-12-05"},
	};
	struct when_habits h = habits();

	check_rows(&h, rows, array_size(rows));
	h.week_start = 7;
	check_rows(&h, sunday, array_size(sunday));
}

static void
test_days(void)
{
	static const struct row rows[] = {
	    {"today", "2026-11-25..2026-11-25"},
	    {"tomorrow", "2026-11-26..2026-11-26"},
	    {"fri", "2026-11-27..2026-11-27"},
	    {"wed", "2026-11-25..2026-11-25"},
	    {"next fri", "2026-12-04..2026-12-04"},
	    {"12.3.", "2027-03-12..2027-03-12"},
	    {"12 mar 2026", "2026-03-12..2026-03-12"},
	    {"2026-11-23", "2026-11-23..2026-11-23"},
	    {"-1w", "2026-11-18..2026-11-18"},
	    {"in 2 weeks", "2026-12-09..2026-12-09"},
	    {"2026-11-01..2026-11-30", "2026-11-01..2026-11-30"},
	    {"2026-11-01 .. 2026-11-30", "2026-11-01..2026-11-30"},
	    {"2026-11-30..2026-11-30", "2026-11-30..2026-11-30"},
	    {"2026-11-01-2026-11-30", "2026-11-01..2026-11-30"},
	    {"2028-02-28..2028-03-01", "2028-02-28..2028-03-01"},
	    {"today..+2w", "2026-11-25..2026-12-09"},
	    {"-1w..today", "2026-11-18..2026-11-25"},
	    {"yesterday..tomorrow", "2026-11-24..2026-11-26"},
	    {"fri..+1m", "2026-11-27..2026-12-25"},
	    {"27.11.-30.11.", "2026-11-27..2026-11-30"},
	    {"27.11.–30.11.", "2026-11-27..2026-11-30"},
	    {"27.11. - 30.11.", "2026-11-27..2026-11-30"},
	    {"27.11...30.11.", "2026-11-27..2026-11-30"},
	    {"1.11.-30.11.", "2026-11-01..2026-11-30"},
	    {"20.12.-6.1.", "2026-12-20..2027-01-06"},
	    {"1.3.-15.3.", "2027-03-01..2027-03-15"},
	    {"12.-15.3.", "2027-03-12..2027-03-15"},
	    {"1.3.2026-15.3.2026", "2026-03-01..2026-03-15"},
	    {"1.3.2026-15.3.", "2026-03-01..2026-03-15"},
	    {"1.3.-15.3.2026", "2026-03-01..2026-03-15"},
	    {"12/3-15/3", "2027-03-12..2027-03-15"},
	    {"12 mar - 15 mar", "2027-03-12..2027-03-15"},
	    {"12 mar to 15 mar 2028", "2028-03-12..2028-03-15"},
	    {"27 nov..30 nov", "2026-11-27..2026-11-30"},
	    {"28.2.-29.2.", "2028-02-28..2028-02-29"},
	    {"mon-thu", "2026-11-23..2026-11-26"},
	    {"mon to thu", "2026-11-23..2026-11-26"},
	    {"mon..thu", "2026-11-23..2026-11-26"},
	    {"mon-tue", "2026-11-30..2026-12-01"},
	    {"sat-mon", "2026-11-28..2026-11-30"},
	    {"fri-fri", "2026-11-27..2026-11-27"},
	    {"today to fri", "2026-11-25..2026-11-27"},
	    {"2026-11-30..2026-11-01", "\"2026-11-30\": the range ends before it begins"},
	    {"tomorrow..today", "\"tomorrow\": the range ends before it begins"},
	    {"fri to", "\"to\" wants a day after it"},
	    {"fri..", "\"..\" wants a day after it"},
	    {"fri to lunch", "\"lunch\" is not a day"},
	    {"1.11.-31.2.", "\"31.2.\": the days of Feb go from 1 to 29"},
	    {"1.11. - 31.2.", "\"31.2.\": the days of Feb go from 1 to 29"},
	    {"lunch", "\"lunch\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm"},
	    {"", "no day and no time; write fri 14:30 or +2w"},
	};
	struct when_habits h = habits();

	check_rows(&h, rows, array_size(rows));
}

static void
test_times(void)
{
	static const struct row rows[] = {
	    {"fri 14-16", "2026-11-27T14:00..2026-11-27T16:00"},
	    {"fri 2 to 4pm", "2026-11-27T14:00..2026-11-27T16:00"},
	    {"tomorrow 14:30 90m", "2026-11-26T14:30..2026-11-26T16:00"},
	    {"2026-11-27T09:00-12:00", "2026-11-27T09:00..2026-11-27T12:00"},
	    {"9:00-9:30", "2026-11-26T09:00..2026-11-26T09:30"},
	    {"fri 14:30", "\"fri 14:30\" has no end; write fri 14:30-15:30"},
	    {"60m", "\"60m\" is a length; a range is a day or two days"},
	    {"fri 60m", "\"fri 60m\" is a length; a range is a day or two days"},
	};
	struct when_habits h = habits();

	check_rows(&h, rows, array_size(rows));
}

int
main(void)
{
	test_periods();
	test_days();
	test_times();
	return done();
}
