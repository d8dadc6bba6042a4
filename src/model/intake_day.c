/* The day that free words tell of: "hip replaced 10 Nov", "knee 2019, left". */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "intake_parts.h"
#include "phrase.h"

enum { YEAR_FIRST = 1880, LETTERS_LEAST = 3 };

/* How many words at the beginning tell a day; 0 = none. Of a month or year it is the last. */
typedef size_t reader(char *const *words, size_t n, const struct when_habits *h, civil_day *out);

static bool
is_year(const char *s, const char *end, int *year)
{
	return s + 4 == end && scan_number(&s, end, 4, year) && s == end && *year >= YEAR_FIRST &&
	    *year <= CIVIL_YEAR_MAX;
}

static civil_day
month_end(int year, int month)
{
	return civil_from_ymd(year, month, civil_month_days(year, month));
}

/* 10 nov, 10.11., 2026-11-10, yesterday, last fri, monday; a bare "2." may number a list. */
static size_t
read_day(char *const *words, size_t n, const struct when_habits *h, civil_day *out)
{
	struct day_phrase day;
	size_t taken;

	if (day_read(words, n, h, &day, &taken) != ERR_OK || taken == 0 ||
	    day.kind == DAY_OF_MONTH ||
	    (day.kind == DAY_OF_WEEK && word_length(words[0]) < LETTERS_LEAST))
		return 0;
	*out = day_on_or_before(&day, civil_day_of(h->now));
	return taken;
}

/* 3 weeks ago */
static size_t
read_ago(char *const *words, size_t n, const struct when_habits *h, civil_day *out)
{
	static char in[] = "in";
	struct day_phrase ahead;
	size_t taken;

	if (n < 3 || !word_is(words[2], "ago") ||
	    day_read((char *const[]){in, words[0], words[1]}, 3, h, &ahead, &taken) != ERR_OK ||
	    taken < 3)
		return 0;
	*out = 2 * civil_day_of(h->now) - ahead.day;
	return taken;
}

/* last week, this month */
static size_t
read_period(char *const *words, size_t n, const struct when_habits *h, civil_day *out)
{
	struct range range;
	size_t taken;

	if (n < 2 || range_read(words, 2, h, &range, &taken) != ERR_OK || taken < 2)
		return 0;
	*out = civil_day_of(range.until - 1);
	return taken;
}

/* nov 2026, november, 11/2026, 2026-11 */
static size_t
read_month(char *const *words, size_t n, const struct when_habits *h, civil_day *out)
{
	const char *s = words[0], *end = s + word_length(s);
	int month = month_of(s, (size_t)(end - s)), year;

	if (month > 0 && n > 1 && is_year(words[1], words[1] + word_length(words[1]), &year)) {
		*out = month_end(year, month);
		return 2;
	}
	if (month > 0) {
		year = civil_year(civil_day_of(h->now));
		year -= civil_from_ymd(year, month, 1) > civil_day_of(h->now);
	} else if (end - s > 5 && s[4] == '-' && is_year(s, s + 4, &year)) {
		s += 5;
		if (!scan_number(&s, end, 2, &month) || s != end)
			return 0;
	} else if (!scan_number(&s, end, 2, &month) || s == end || strchr("/.-", *s) == NULL ||
	    !is_year(s + 1, end, &year)) {
		return 0;
	}
	if (month < 1 || month > 12)
		return 0;
	*out = month_end(year, month);
	return 1;
}

static size_t
read_year(char *const *words, size_t n, const struct when_habits *h, civil_day *out)
{
	int year;

	(void)n;
	(void)h;
	if (!is_year(words[0], words[0] + word_length(words[0]), &year))
		return 0;
	*out = month_end(year, 12);
	return 1;
}

/* The reader that fits the words at the beginning. */
static size_t
read_any(char *const *words, size_t n, const struct when_habits *h, civil_day *out)
{
	static reader *const readers[] = {read_ago, read_day, read_period, read_month, read_year};
	size_t taken = 0;

	for (size_t i = 0; i < array_size(readers) && taken == 0; i++)
		taken = readers[i](words, n, h, out);
	return taken;
}

civil_day
intake_day_told(const char *text, const struct intake_habits *h)
{
	struct when_habits when = h->when;
	struct word_list words = {0};
	civil_day last = INT32_MIN, day;
	char **texts;
	size_t taken;

	when.now = civil_at(h->today, 0);
	intake_split(text, " ,;()", &words);
	texts = word_texts(&words);
	for (size_t i = 0; i < words.n; i += taken) {
		taken = read_any(texts + i, words.n - i, &when, &day);
		if (taken > 0)
			last = day > last ? day : last;
		else
			taken = 1;
	}
	free(texts);
	word_list_release(&words);
	return last == INT32_MIN || last > h->today ? h->today : last;
}
