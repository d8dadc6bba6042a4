/* Which copies stay. */
#include <frontdesk/generation.h>
#include <frontdesk/mem.h>

#include "../tap.h"

enum { DAYS = 500 };

/* A copy a day, the newest on this day: how many stay, and whether this one does. */
static void
test_daily(void)
{
	civil_day today = civil_from_ymd(2026, 11, 25), day[DAYS]; /* a Wednesday */
	bool keep[DAYS];
	int n = 0;
	static const struct {
		int y, m, d;
		bool stays;
		const char *why;
	} rows[] = {
	    {2026, 11, 25, true, "today's"},
	    {2026, 11, 19, true, "the seventh day's"},
	    {2026, 11, 18, false, "the eighth day's"},
	    {2026, 11, 15, true, "last week's last but one"},
	    {2026, 11, 14, false, "not another of that week"},
	    {2026, 11, 1, true, "the fifth week's"},
	    {2026, 10, 31, true, "October's last"},
	    {2026, 10, 25, false, "the sixth week's"},
	    {2025, 12, 31, true, "the twelfth month's"},
	    {2025, 11, 30, false, "the thirteenth month's"},
	};

	for (int i = 0; i < DAYS; i++)
		day[i] = today - i;
	generations(day, keep, DAYS);
	for (int i = 0; i < DAYS; i++)
		n += keep[i];
	for (size_t i = 0; i < array_size(rows); i++) {
		int at = today - civil_from_ymd(rows[i].y, rows[i].m, rows[i].d);

		is_int(keep[at], rows[i].stays, "%s", rows[i].why);
	}
	/* 7 days; 3 more weeks' Sundays (the 22nd is among the days); 11 more months. */
	is_int(n, 7 + 3 + 11, "a daily copy leaves 21 after more than a year");
}

static void
test_few(void)
{
	civil_day day[] = {100, 100, 40, 39};
	bool keep[] = {false, false, false, true};

	generations(day, keep, 4);
	ok(keep[0] && !keep[1], "of one day the newest");
	ok(keep[2] && keep[3], "days without a copy do not count");
	generations(NULL, NULL, 0);
	ok(true, "none");
}

int
main(void)
{
	test_daily();
	test_few();
	return done();
}
