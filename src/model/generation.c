#include <frontdesk/generation.h>

static civil_day
same_day(civil_day day)
{
	return day;
}

static civil_day
monday_of(civil_day day)
{
	return day - (civil_weekday(day) - 1);
}

static civil_day
first_of_month(civil_day day)
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	return day - (mday - 1);
}

/* The newest of each of the last `most` periods. */
static void
keep_each(civil_day (*period)(civil_day), int most, const civil_day *day, bool *keep, size_t n)
{
	civil_day last = CIVIL_DAY_NONE;

	for (size_t i = 0; i < n && most > 0; i++) {
		if (period(day[i]) == last)
			continue;
		last = period(day[i]);
		keep[i] = true;
		most--;
	}
}

void
generations(const civil_day *day, bool *keep, size_t n)
{
	for (size_t i = 0; i < n; i++)
		keep[i] = false;
	keep_each(same_day, GENERATION_DAYS, day, keep, n);
	keep_each(monday_of, GENERATION_WEEKS, day, keep, n);
	keep_each(first_of_month, GENERATION_MONTHS, day, keep, n);
}
