#include <frontdesk/civil.h>

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/*
 * Dates are counted in eras of 400 years of 146,097 days, with years that begin on 1 March, so
 * that the leap day is the last of its year. 1970-01-01 is day 719,468 from 0000-03-01.
 */
enum { ERA_YEARS = 400, ERA_DAYS = 146097, EPOCH_SHIFT = 719468 };

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
civil_month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	assert(month >= 1 && month <= 12);
	return days[month - 1] + (month == 2 && is_leap(year));
}

bool
civil_ymd_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
	    day <= civil_month_days(year, month);
}

civil_day
civil_from_ymd(int year, int month, int day)
{
	int64_t march_year = (int64_t)year - (month <= 2);
	int64_t era = floor_div(march_year, ERA_YEARS);
	int64_t y = march_year - era * ERA_YEARS;
	int64_t from_march = (month + 9) % 12;
	int64_t day_of_year = (153 * from_march + 2) / 5 + day - 1;
	int64_t day_of_era = y * 365 + y / 4 - y / 100 + day_of_year;

	return (civil_day)(era * ERA_DAYS + day_of_era - EPOCH_SHIFT);
}

void
civil_to_ymd(civil_day day, int *year, int *month, int *mday)
{
	int64_t shifted = (int64_t)day + EPOCH_SHIFT;
	int64_t era = floor_div(shifted, ERA_DAYS);
	int64_t d = shifted - era * ERA_DAYS;
	int64_t y = (d - d / 1460 + d / 36524 - d / 146096) / 365;
	int64_t day_of_year = d - (365 * y + y / 4 - y / 100);
	int64_t from_march = (5 * day_of_year + 2) / 153;

	*mday = (int)(day_of_year - (153 * from_march + 2) / 5 + 1);
	*month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
	*year = (int)(y + era * ERA_YEARS + (*month <= 2));
}

int
civil_year(civil_day day)
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	return year;
}

int
civil_weekday(civil_day day)
{
	/* 1970-01-01 was a Thursday. */
	int64_t since_monday = (int64_t)day + 3;

	return (int)(since_monday - floor_div(since_monday, 7) * 7) + 1;
}

int
civil_week(civil_day day, int *year)
{
	/* A week belongs to the year its Thursday lies in. */
	civil_day thursday = day - civil_weekday(day) + 4;
	int y = civil_year(thursday);

	if (year != NULL)
		*year = y;
	return (thursday - civil_from_ymd(y, 1, 1)) / 7 + 1;
}

civil_day
civil_add_months(civil_day day, int n)
{
	int year, month, mday, last;
	int64_t months;

	civil_to_ymd(day, &year, &month, &mday);
	months = (int64_t)year * 12 + month - 1 + n;
	year = (int)floor_div(months, 12);
	month = (int)(months - (int64_t)year * 12) + 1;
	last = civil_month_days(year, month);
	return civil_from_ymd(year, month, mday < last ? mday : last);
}

civil_min
civil_at(civil_day day, int minute)
{
	return (civil_min)day * CIVIL_DAY_MINUTES + minute;
}

civil_day
civil_day_of(civil_min m)
{
	int64_t day = floor_div(m, CIVIL_DAY_MINUTES);

	assert(day >= INT32_MIN && day <= INT32_MAX);
	return (civil_day)day;
}

int
civil_minute_of(civil_min m)
{
	return (int)(m - floor_div(m, CIVIL_DAY_MINUTES) * CIVIL_DAY_MINUTES);
}

const char *
civil_weekday_name(int weekday)
{
	static const char names[][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

	assert(weekday >= 1 && weekday <= 7);
	return names[weekday - 1];
}

const char *
civil_month_name(int month)
{
	static const char names[][4] = {
	    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

	assert(month >= 1 && month <= 12);
	return names[month - 1];
}

const char *
civil_weekday_long(int weekday)
{
	static const char *const names[] = {
	    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

	assert(weekday >= 1 && weekday <= 7);
	return names[weekday - 1];
}

const char *
civil_month_long(int month)
{
	static const char *const names[] = {"January", "February", "March", "April", "May", "June",
	    "July", "August", "September", "October", "November", "December"};

	assert(month >= 1 && month <= 12);
	return names[month - 1];
}

char *
civil_iso_day(civil_day day, char buf[static CIVIL_DAY_SIZE])
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	(void)snprintf(buf, CIVIL_DAY_SIZE, "%04d-%02d-%02d", year, month, mday);
	return buf;
}

char *
civil_iso_min(civil_min m, char buf[static CIVIL_MIN_SIZE])
{
	char day[CIVIL_DAY_SIZE], hm[CIVIL_HM_SIZE];

	(void)snprintf(
	    buf, CIVIL_MIN_SIZE, "%sT%.5s", civil_iso_day(civil_day_of(m), day), civil_hm(m, hm));
	return buf;
}

char *
civil_hm(civil_min m, char buf[static CIVIL_HM_SIZE])
{
	int minute = civil_minute_of(m);

	(void)snprintf(buf, CIVIL_HM_SIZE, "%02d:%02d", minute / 60, minute % 60);
	return buf;
}

char *
civil_hm12(civil_min m, char buf[static CIVIL_HM_SIZE])
{
	int minute = civil_minute_of(m), hour = minute / 60;

	(void)snprintf(buf, CIVIL_HM_SIZE, "%d:%02d%s", hour % 12 == 0 ? 12 : hour % 12,
	    minute % 60, hour < 12 ? "am" : "pm");
	return buf;
}

char *
civil_long_day(civil_day day, char buf[static CIVIL_LONG_SIZE])
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	(void)snprintf(buf, CIVIL_LONG_SIZE, "%s %d %s %d", civil_weekday_name(civil_weekday(day)),
	    mday, civil_month_name(month), year);
	return buf;
}

char *
civil_iso_utc(int64_t utc, char buf[static CIVIL_MIN_SIZE])
{
	char minute[CIVIL_MIN_SIZE];
	int64_t m = floor_div(utc, 60);

	(void)snprintf(
	    buf, CIVIL_MIN_SIZE, "%.19s:%02dZ", civil_iso_min(m, minute), (int)(utc - m * 60));
	return buf;
}

/* The number made of n digits at s; -1 when one of them is no digit. */
static int
digits(const char *s, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

/* s holds at least ten bytes. */
static bool
read_day(const char *s, civil_day *out)
{
	int year = digits(s, 4), month = digits(s + 5, 2), mday = digits(s + 8, 2);

	if (s[4] != '-' || s[7] != '-' || !civil_ymd_valid(year, month, mday))
		return false;
	*out = civil_from_ymd(year, month, mday);
	return true;
}

bool
civil_parse_iso_day(const char *s, civil_day *out)
{
	return strlen(s) == strlen("2026-11-23") && read_day(s, out);
}

bool
civil_parse_iso_min(const char *s, civil_min *out)
{
	civil_day day;
	int hour, minute;

	if (strlen(s) != strlen("2026-11-23T09:00") || !read_day(s, &day))
		return false;
	hour = digits(s + 11, 2);
	minute = digits(s + 14, 2);
	if ((s[10] != 'T' && s[10] != ' ') || s[13] != ':' || hour < 0 || hour > 23 || minute < 0 ||
	    minute > 59)
		return false;
	*out = civil_at(day, hour * 60 + minute);
	return true;
}
