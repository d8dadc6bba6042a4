/*
 * Civil dates and times: the practice's wall, no zone (design: desk.md 2).
 * civil_day: days since 1970-01-01. civil_min: minutes since 1970-01-01 00:00.
 * Both may be negative; what people may type lies in CIVIL_YEAR_MIN..CIVIL_YEAR_MAX.
 */
#ifndef FRONTDESK_CIVIL_H
#define FRONTDESK_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t civil_day;
typedef int64_t civil_min;

enum { CIVIL_DAY_MINUTES = 1440, CIVIL_YEAR_MIN = 1970, CIVIL_YEAR_MAX = 2199 };
#define CIVIL_NONE INT64_MIN /* "no time"; never a time */
#define CIVIL_DAY_NONE INT32_MIN
#define CIVIL_DAY_LAST 84005 /* 2199-12-31, the last day people may type */

bool civil_ymd_valid(int year, int month, int day);
civil_day civil_from_ymd(int year, int month, int day); /* proleptic Gregorian; a valid date */
void civil_to_ymd(civil_day day, int *year, int *month, int *mday);
int civil_year(civil_day day);
/* 1 = Monday … 7 = Sunday (ISO 8601). */
int civil_weekday(civil_day day);
/* ISO 8601 week number; *year (may be NULL) = the year it belongs to. */
int civil_week(civil_day day, int *year);
/* n months later (or earlier); the 31st becomes the month's last day. */
civil_day civil_add_months(civil_day day, int n);
int civil_month_days(int year, int month);

civil_min civil_at(civil_day day, int minute); /* minute of the day, may be outside 0..1439 */
civil_day civil_day_of(civil_min m);
int civil_minute_of(civil_min m); /* 0..1439 */

/* Short English names: "Mon", "Nov". weekday 1..7, month 1..12. */
const char *civil_weekday_name(int weekday);
const char *civil_month_name(int month);
/* In full: "Monday", "November". */
const char *civil_weekday_long(int weekday);
const char *civil_month_long(int month);

/* Text forms; each returns buf. */
enum { CIVIL_DAY_SIZE = 16, CIVIL_MIN_SIZE = 24, CIVIL_HM_SIZE = 16, CIVIL_LONG_SIZE = 32 };
char *civil_iso_day(civil_day day, char buf[static CIVIL_DAY_SIZE]); /* 2026-11-23 */
char *civil_iso_min(civil_min m, char buf[static CIVIL_MIN_SIZE]); /* 2026-11-23T09:00 */
/* 09:00; the minute of the day alone */
char *civil_hm(civil_min m, char buf[static CIVIL_HM_SIZE]);
char *civil_hm12(civil_min m, char buf[static CIVIL_HM_SIZE]); /* 9:00am, 12:15pm, 12:00am */
char *civil_long_day(civil_day day, char buf[static CIVIL_LONG_SIZE]); /* Mon 23 Nov 2026 */
char *civil_iso_utc(int64_t utc, char buf[static CIVIL_MIN_SIZE]); /* 2026-11-23T09:00:00Z */

/*
 * Exactly the forms 2026-11-23 and 2026-11-23T09:00 (or a blank for T); false: not one, *out
 * untouched.
 */
bool civil_parse_iso_day(const char *s, civil_day *out);
bool civil_parse_iso_min(const char *s, civil_min *out);

#endif
