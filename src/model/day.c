/* A day as typed: names, weekdays, steps, figures, months. */
#include <string.h>

#include <frontdesk/mem.h>

#include "phrase.h"

static bool
fits(const struct day_phrase *d, civil_day day)
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	switch (d->kind) {
	case DAY_OF_WEEK:
		return civil_weekday(day) == d->weekday;
	case DAY_OF_MONTH:
		return mday == d->mday;
	case DAY_OF_YEAR:
		return month == d->month && mday == d->mday;
	case DAY_NONE:
	case DAY_FIXED:
		break;
	}
	return true;
}

/* Every day_phrase comes within eight years: 29 February skips 2100. */
civil_day
day_on_or_after(const struct day_phrase *d, civil_day from)
{
	if (d->kind == DAY_FIXED)
		return d->day;
	while (!fits(d, from))
		from++;
	return from;
}

civil_day
day_on_or_before(const struct day_phrase *d, civil_day until)
{
	if (d->kind == DAY_FIXED)
		return d->day;
	while (!fits(d, until))
		until--;
	return until;
}

civil_day
week_begin(civil_day day, const struct when_habits *h)
{
	return day - (civil_weekday(day) - h->week_start + 7) % 7;
}

enum err
day_in_years(const char *word, civil_day day)
{
	int year = civil_year(day);

	if (year >= CIVIL_YEAR_MIN && year <= CIVIL_YEAR_MAX)
		return ERR_OK;
	return err_set(
	    ERR_USAGE, "\"%s\": years go from %d to %d", word, CIVIL_YEAR_MIN, CIVIL_YEAR_MAX);
}

static enum err
fixed(const char *word, civil_day day, struct day_phrase *out)
{
	enum err err = day_in_years(word, day);

	if (err == ERR_OK)
		*out = (struct day_phrase){.kind = DAY_FIXED, .day = day};
	return err;
}

/* The end of a reader that read n words. */
static enum err
took(enum err err, size_t n, size_t *taken)
{
	*taken = err == ERR_OK ? n : 0;
	return err;
}

static enum err
of_month(const char *word, int mday, struct day_phrase *out)
{
	if (mday < 1 || mday > 31)
		return err_set(ERR_USAGE, "\"%s\": the days of a month go from 1 to 31", word);
	*out = (struct day_phrase){.kind = DAY_OF_MONTH, .mday = mday};
	return ERR_OK;
}

/* A date; year -1: whichever has it. */
static enum err
date(const char *word, int year, int month, int mday, struct day_phrase *out)
{
	enum { ANY_LEAP_YEAR = 2000 };
	int most;

	if (month < 1 || month > 12)
		return err_set(ERR_USAGE, "\"%s\": there is no month %d", word, month);
	if (year >= 0 && (year < CIVIL_YEAR_MIN || year > CIVIL_YEAR_MAX))
		return err_set(ERR_USAGE, "\"%s\": years go from %d to %d", word, CIVIL_YEAR_MIN,
		    CIVIL_YEAR_MAX);
	most = civil_month_days(year < 0 ? ANY_LEAP_YEAR : year, month);
	if (mday < 1 || mday > most)
		return err_set(ERR_USAGE, "\"%s\": the days of %s go from 1 to %d", word,
		    civil_month_name(month), most);
	if (year >= 0)
		return fixed(word, civil_from_ymd(year, month, mday), out);
	*out = (struct day_phrase){.kind = DAY_OF_YEAR, .month = month, .mday = mday};
	return ERR_OK;
}

/* today, tomorrow, yesterday; fri */
static enum err
read_name(char *const *words, size_t n, const struct when_habits *h, struct day_phrase *out,
    size_t *taken)
{
	static const struct {
		const char *word;
		int step;
	} names[] = {{"today", 0}, {"tomorrow", 1}, {"yesterday", -1}};
	int weekday = weekday_of(words[0], word_length(words[0]));

	(void)n;
	if (weekday > 0) {
		*out = (struct day_phrase){.kind = DAY_OF_WEEK, .weekday = weekday};
		*taken = 1;
		return ERR_OK;
	}
	for (size_t i = 0; i < array_size(names); i++) {
		if (!word_is(words[0], names[i].word))
			continue;
		return took(fixed(words[0], civil_day_of(h->now) + names[i].step, out), 1, taken);
	}
	return ERR_OK;
}

/* this fri, next fri, last fri: of this, the next, the last calendar week */
static enum err
read_of_week(char *const *words, size_t n, const struct when_habits *h, struct day_phrase *out,
    size_t *taken)
{
	static const char *const which[] = {"last", "this", "next"};
	static const char *const spans[] = {"week", "month", "quarter", "year"};
	civil_day week = week_begin(civil_day_of(h->now), h);

	for (int i = 0; n > 1 && i < (int)array_size(which); i++) {
		int weekday = weekday_of(words[1], word_length(words[1]));

		if (!word_is(words[0], which[i]))
			continue;
		for (size_t k = 0; k < array_size(spans); k++)
			if (word_is(words[1], spans[k]))
				return err_set(ERR_USAGE,
				    "\"%s %s\" is not one day; write next fri or +1w", words[0],
				    words[1]);
		if (weekday == 0)
			return ERR_OK;
		week += 7 * (i - 1);
		return took(
		    fixed(words[0], week + (weekday - h->week_start + 7) % 7, out), 2, taken);
	}
	return ERR_OK;
}

/* d, w, m for the words of a step; 0 = none. */
static char
unit_of(const char *s, size_t n)
{
	static const char *const units[] = {
	    "d", "day", "days", "w", "week", "weeks", "m", "month", "months"};

	for (size_t i = 0; i < array_size(units); i++)
		if (span_is(s, n, units[i]))
			return units[i][0];
	return 0;
}

static enum err
step(const char *word, int count, char unit, const struct when_habits *h, struct day_phrase *out)
{
	civil_day today = civil_day_of(h->now);

	if (unit == 'm')
		return fixed(word, civil_add_months(today, count), out);
	return fixed(word, today + count * (unit == 'w' ? 7 : 1), out);
}

/* +3d, +2w, -1m, +7; without a sign 3d and 2w alone, for 90m is a length */
static enum err
read_step(char *const *words, size_t n, const struct when_habits *h, struct day_phrase *out,
    size_t *taken)
{
	const char *s = words[0], *end = s + word_length(s);
	char sign = *s;
	int count;
	char unit;

	if (sign == '+' || sign == '-')
		s++;
	else
		sign = 0;
	if (!scan_number(&s, end, 3, &count))
		return ERR_OK;
	unit = s == end && sign != 0 ? 'd' : unit_of(s, (size_t)(end - s));
	if (sign == '+' && unit == 0)
		return err_set(ERR_USAGE, "\"%s\" is not a step; write +3d, +2w or +1m", words[0]);
	if (sign == 0 && s == end && n > 1 && word_length(words[1]) > 1 &&
	    unit_of(words[1], word_length(words[1])) != 0)
		return err_set(
		    ERR_USAGE, "\"%s %s\": write in %s %s", words[0], words[1], words[0], words[1]);
	if (unit == 0 || (sign == 0 && unit == 'm'))
		return ERR_OK;
	return took(step(words[0], sign == '-' ? -count : count, unit, h, out), 1, taken);
}

/* in 2 weeks, in 2w */
static enum err
read_in(char *const *words, size_t n, const struct when_habits *h, struct day_phrase *out,
    size_t *taken)
{
	const char *s, *end;
	bool apart;
	int count;
	char unit;

	if (n < 2 || !word_is(words[0], "in"))
		return ERR_OK;
	s = words[1];
	end = s + word_length(s);
	if (!scan_number(&s, end, 3, &count))
		return ERR_OK;
	apart = s == end && n > 2;
	unit = apart ? unit_of(words[2], word_length(words[2])) : unit_of(s, (size_t)(end - s));
	if (unit != 0)
		return took(step(words[1], count, unit, h, out), apart ? 3 : 2, taken);
	*taken = apart ? 2 : 1;
	return err_set(
	    ERR_USAGE, "\"%s\": write in 3 days, in 2 weeks or in 1 month", words[*taken]);
}

/* Two figures mean 20xx. */
static bool
scan_year(const char **s, const char *end, int *year)
{
	const char *begin = *s;

	if (!scan_number(s, end, 4, year) || (*s - begin != 2 && *s - begin != 4))
		return false;
	if (*s - begin == 2)
		*year += 2000;
	return true;
}

/* What follows the year of 2026-11-23. */
static enum err
read_iso(const char *word, const char *s, int year, struct day_phrase *out, size_t *taken)
{
	const char *end = word + word_length(word);
	int month, mday;

	if (s == end || *s++ != '-' || !scan_number(&s, end, 2, &month) || s == end ||
	    *s++ != '-' || !scan_number(&s, end, 2, &mday) || s != end)
		return ERR_OK;
	return took(date(word, year, month, mday, out), 1, taken);
}

/* What follows the first figure and its mark: 12. 12.3. 12.3.27 12/3 12/3/2027; a is 12. */
static enum err
read_marked(const char *word, const char *s, int a, const struct when_habits *h,
    struct day_phrase *out, size_t *taken)
{
	const char *end = word + word_length(word);
	char mark = s[-1];
	bool dots = mark == '.', month_first = !dots && h->month_first, closed;
	int b, year = -1;

	if (s == end && dots)
		return took(of_month(word, a, out), 1, taken);
	if (!scan_number(&s, end, 2, &b) || (s < end && *s != mark))
		return ERR_OK;
	closed = s < end;
	s += closed;
	/* 12.3 may be a time, 12/3/ is nothing. */
	if (s == end && closed != dots)
		return ERR_OK;
	if (s < end && (!scan_year(&s, end, &year) || s != end))
		return err_set(
		    ERR_USAGE, "\"%s\" has no year; write 12.3.2027 or 2027-03-12", word);
	return took(
	    month_first ? date(word, year, a, b, out) : date(word, year, b, a, out), 1, taken);
}

/* 12. 12.3. 12.3.2027 12/3 2027-03-12 */
static enum err
read_figures(char *const *words, size_t n, const struct when_habits *h, struct day_phrase *out,
    size_t *taken)
{
	const char *s = words[0], *end = s + word_length(s);
	int a;

	(void)n;
	if (!scan_number(&s, end, 4, &a) || s == end)
		return ERR_OK;
	if (s - words[0] == 4)
		return read_iso(words[0], s, a, out, taken);
	if (s - words[0] > 2 || (*s != '.' && *s != '/'))
		return ERR_OK;
	return read_marked(words[0], s + 1, a, h, out, taken);
}

/* The day of "12 mar" and "12. mar". */
static bool
day_number(const char *word, bool point, int *mday)
{
	const char *s = word, *end = s + word_length(s);

	if (!scan_number(&s, end, 2, mday))
		return false;
	return s == end || (point && s + 1 == end && *s == '.');
}

static int
month_word(const char *word)
{
	size_t n = word_length(word);

	return month_of(word, n > 3 && word[n - 1] == '.' ? n - 1 : n);
}

/* 12 mar, 12. mar 2027, mar 12, mar 12 2027 */
static enum err
read_month(char *const *words, size_t n, const struct when_habits *h, struct day_phrase *out,
    size_t *taken)
{
	int month, mday, typed, year = -1;

	(void)h;
	if (n < 2)
		return ERR_OK;
	if ((month = month_word(words[1])) > 0) {
		if (!day_number(words[0], true, &mday))
			return ERR_OK;
	} else if ((month = month_word(words[0])) == 0 || !day_number(words[1], false, &mday)) {
		return ERR_OK;
	}
	/* 12 mar 1430 is a time, 12 mar 2027 a year. */
	if (n > 2 && word_length(words[2]) == 4 && word_is_number(words[2], 4, &typed) &&
	    typed >= CIVIL_YEAR_MIN && typed <= CIVIL_YEAR_MAX)
		year = typed;
	return took(date(words[0], year, month, mday, out), year < 0 ? 2 : 3, taken);
}

enum err
day_read(char *const *words, size_t n, const struct when_habits *h, struct day_phrase *out,
    size_t *taken)
{
	static enum err (*const readers[])(char *const *, size_t, const struct when_habits *,
	    struct day_phrase *,
	    size_t *) = {read_name, read_of_week, read_month, read_in, read_step, read_figures};
	size_t on = n > 1 && word_is(words[0], "on");

	*taken = 0;
	for (size_t i = 0; i < array_size(readers); i++) {
		enum err err = readers[i](words + on, n - on, h, out, taken);

		if (err == ERR_OK && *taken == 0)
			continue;
		*taken += on;
		return err;
	}
	return ERR_OK;
}
