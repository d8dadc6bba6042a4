/* A RANGE: calendar periods, two days, or a WHEN. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "phrase.h"

/* Whole days [from, until). */
static struct range
days(civil_day from, civil_day until)
{
	return (struct range){civil_at(from, 0), civil_at(until, 0)};
}

static struct range
months(int year, int first_month, int count)
{
	civil_day from = civil_from_ymd(year, first_month, 1);

	return days(from, civil_add_months(from, count));
}

/* week, month, quarter, year; `step` of them from this one. */
static bool
period(const char *word, int step, const struct when_habits *h, struct range *out)
{
	static const struct {
		const char *word;
		int months;
	} periods[] = {{"month", 1}, {"quarter", 3}, {"year", 12}};
	civil_day today = civil_day_of(h->now), from;
	int year, month, mday;

	if (word_is(word, "week")) {
		from = week_begin(today, h) + 7 * step;
		*out = days(from, from + 7);
		return true;
	}
	civil_to_ymd(today, &year, &month, &mday);
	for (size_t i = 0; i < array_size(periods); i++) {
		int count = periods[i].months;

		if (!word_is(word, periods[i].word))
			continue;
		from = civil_from_ymd(year, (month - 1) / count * count + 1, 1);
		from = civil_add_months(from, step * count);
		*out = days(from, civil_add_months(from, count));
		return true;
	}
	return false;
}

/* this week, next month, last year, week */
static size_t
read_period(char *const *words, size_t n, const struct when_habits *h, struct range *out)
{
	static const char *const which[] = {"last", "this", "next"};

	if (period(words[0], 0, h, out))
		return 1;
	for (int i = 0; n > 1 && i < (int)array_size(which); i++)
		if (word_is(words[0], which[i]) && period(words[1], i - 1, h, out))
			return 2;
	return 0;
}

/* 2026, 2026-11, 2026-Q3 */
static enum err
read_year(const char *word, struct range *out, size_t *taken)
{
	const char *s = word, *end = word + word_length(word);
	int year, part = 0;
	bool quarter = false;

	*taken = 0;
	if (!scan_number(&s, end, 4, &year) || s - word != 4)
		return ERR_OK;
	if (s < end) {
		if (*s++ != '-' || s == end)
			return ERR_OK;
		quarter = *s == 'Q' || *s == 'q';
		s += quarter;
		if (!scan_number(&s, end, 2, &part) || s != end)
			return ERR_OK;
		if (part < 1 || part > (quarter ? 4 : 12))
			return err_set(ERR_USAGE, "\"%s\": %s go from 1 to %d", word,
			    quarter ? "quarters" : "months", quarter ? 4 : 12);
	}
	if (year < CIVIL_YEAR_MIN || year > CIVIL_YEAR_MAX)
		return err_set(ERR_USAGE, "\"%s\": years go from %d to %d", word, CIVIL_YEAR_MIN,
		    CIVIL_YEAR_MAX);
	if (part == 0)
		*out = months(year, 1, 12);
	else if (quarter)
		*out = months(year, part * 3 - 2, 3);
	else
		*out = months(year, part, 1);
	*taken = 1;
	return ERR_OK;
}

/* A part of the calendar: a week, month, quarter or year. */
static enum err
read_calendar(
    char *const *words, size_t n, const struct when_habits *h, struct range *out, size_t *taken)
{
	*taken = read_period(words, n, h, out);
	return *taken > 0 ? ERR_OK : read_year(words[0], out, taken);
}

/* An end of a span: a day, or the first or last one of a part of the calendar. */
static enum err
read_edge(char *const *words, size_t n, const struct when_habits *h, bool last,
    struct day_phrase *out, size_t *taken)
{
	struct range part;
	enum err err = read_calendar(words, n, h, &part, taken);

	if (err == ERR_OK && *taken == 0)
		return day_read(words, n, h, out, taken);
	if (err == ERR_OK)
		*out = (struct day_phrase){
		    .kind = DAY_FIXED, .day = civil_day_of(last ? part.until - 1 : part.from)};
	return err;
}

/*
 * The last day is the coming one and the first the one before it; but "fri..+1m" begins with the
 * coming Friday.
 */
static enum err
pair(const char *word, const struct day_phrase *a, const struct day_phrase *b,
    const struct when_habits *h, struct range *out)
{
	civil_day today = civil_day_of(h->now);
	civil_day last = day_on_or_after(b, a->kind == DAY_FIXED ? a->day : today);
	civil_day first = day_on_or_before(a, last);
	enum err err = day_in_years(word, last);

	if (a->kind == DAY_OF_WEEK && b->kind == DAY_FIXED && day_on_or_after(a, today) <= last)
		first = day_on_or_after(a, today);
	if (err == ERR_OK && last < first)
		err = err_set(ERR_USAGE, "\"%s\": the range ends before it begins", word);
	if (err == ERR_OK)
		*out = days(first, last + 1);
	return err;
}

/* mon-thu, 27.11.-30.11. in one word */
static enum err
cut_days(const char *word, const struct when_habits *h, struct day_phrase *a, struct day_phrase *b,
    bool *found)
{
	size_t n = word_length(word), size = 0, read;
	enum err err = ERR_OK;

	*found = false;
	for (size_t i = find_dash(word, n, 1, &size); i < n && !*found;
	     i = find_dash(word, n, i + size, &size)) {
		char *left[] = {xstrndup(word, i)};
		char *right[] = {xstrndup(word + i + size, n - i - size)};

		if (day_read(left, 1, h, a, &read) == ERR_OK && read == 1) {
			err = day_read(right, 1, h, b, &read);
			*found = err != ERR_OK || read == 1;
		}
		free(left[0]);
		free(right[0]);
	}
	return err;
}

/* 27.11. - 30.11., 12 mar to 15 mar, mon-thu, 2026-11..2026-12 */
static enum err
read_pair(
    char *const *words, size_t n, const struct when_habits *h, struct range *out, size_t *taken)
{
	struct day_phrase a = {0}, b = {0};
	size_t first, second;
	bool found = false;
	enum err err = read_edge(words, n, h, false, &a, &first);

	*taken = 0;
	if (err != ERR_OK || first == 0)
		err = cut_days(words[0], h, &a, &b, &found);
	if (found && err == ERR_OK)
		err = pair(words[0], &a, &b, h, out);
	if (found) {
		*taken = err == ERR_OK;
		return err;
	}
	if (err != ERR_OK || first == 0 || first >= n || !word_is_to(words[first]))
		return ERR_OK;
	if (first + 1 == n)
		return err_set(ERR_USAGE, "\"%s\" wants a day after it", words[first]);
	err = read_edge(words + first + 1, n - first - 1, h, true, &b, &second);
	if (err == ERR_OK && second == 0)
		err = err_set(ERR_USAGE, "\"%s\" is not a day", words[first + 1]);
	if (err != ERR_OK) {
		*taken = first + 1;
		return err;
	}
	err = pair(words[0], &a, &b, h, out);
	*taken = err == ERR_OK ? first + 1 + second : 0;
	return err;
}

char *
range_spread(const char *text)
{
	struct str s = {0};
	size_t n = strlen(text);

	for (size_t i = 0; i < n; i++) {
		/* 1.11...30.11.: the first point belongs to the day. */
		if (i > 0 && text[i] == '.' && text[i + 1] == '.' && text[i + 2] != '.') {
			str_add(&s, " .. ");
			i++;
		} else {
			str_addc(&s, text[i]);
		}
	}
	return str_take(&s);
}

enum err
range_read(
    char *const *words, size_t n, const struct when_habits *h, struct range *out, size_t *taken)
{
	enum err err;

	err = read_calendar(words, n, h, out, taken);
	if (err != ERR_OK || (*taken > 0 && (*taken == n || !word_is_to(words[*taken]))))
		return err;
	return read_pair(words, n, h, out, taken);
}

/* A single day is the whole of it; a time wants its end. */
static enum err
of_when(const char *text, const struct when_habits *h, struct range *out)
{
	struct when w;
	enum err err = when_parse(text, h, &w, NULL);

	if (err != ERR_OK)
		return err;
	if (w.minute < 0 && (w.minutes >= 0 || w.day == CIVIL_DAY_NONE))
		return err_set(ERR_USAGE, "\"%s\" is a length; a range is a day or two days", text);
	if (w.minute < 0)
		*out = days(w.day, w.day + 1);
	else if (w.minutes < 0)
		return err_set(ERR_USAGE, "\"%s\" has no end; write fri 14:30-15:30", text);
	else
		*out = (struct range){when_start(&w, h), when_start(&w, h) + w.minutes};
	return ERR_OK;
}

enum err
range_parse(const char *text, const struct when_habits *h, struct range *out)
{
	struct word_list words = {0};
	struct range range = {0};
	size_t taken = 0;
	char *wide = range_spread(text), **texts;
	enum err err = words_split(wide, &words);

	free(wide);
	if (err != ERR_OK)
		return err;
	texts = word_texts(&words);
	if (words.n > 0)
		err = range_read(texts, words.n, h, &range, &taken);
	if (err == ERR_OK && taken > 0 && taken < words.n)
		err = err_set(ERR_USAGE,
		    "\"%s\" does not belong to a range; write mon-thu, "
		    "2026-11-01..2026-11-30 or this week",
		    words.v[taken].text);
	else if (err == ERR_OK && taken == 0)
		err = of_when(text, h, &range);
	if (err == ERR_OK)
		*out = range;
	free(texts);
	word_list_release(&words);
	return err;
}
