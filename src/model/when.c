/* A WHEN: the parts of a whole text, its beginning, its echo. */
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "phrase.h"

enum err
when_take(char *const *words, size_t n, const struct when_habits *h, struct when *io, size_t *taken)
{
	struct part part;
	enum err err = part_read(words, n, h, &part, taken);

	if (err != ERR_OK || *taken == 0)
		return err;
	err = part_merge(&part, words[0], h, io);
	if (err != ERR_OK)
		*taken = 0;
	return err;
}

/* *i = the index of the word at fault. */
static enum err
take_all(char *const *words, size_t n, const struct when_habits *h, struct when *out, size_t *i)
{
	size_t taken;

	for (*i = 0; *i < n; *i += taken) {
		enum err err = when_take(words + *i, n - *i, h, out, &taken);

		if (err != ERR_OK) {
			*i += taken;
			return err;
		}
		if (taken == 0)
			return err_set(ERR_USAGE,
			    "\"%s\" is not a day or a time; write fri 14:30, 27.11., +2w or 3pm",
			    words[*i]);
	}
	return n > 0 ? ERR_OK : err_set(ERR_USAGE, "no day and no time; write fri 14:30 or +2w");
}

enum err
when_parse(const char *text, const struct when_habits *h, struct when *out, size_t *at)
{
	struct word_list words = {0};
	struct when w = WHEN_EMPTY;
	size_t i = 0;
	char **texts;
	enum err err;

	if (at != NULL)
		*at = 0;
	err = words_split(text, &words);
	if (err != ERR_OK)
		return err;
	texts = word_texts(&words);
	err = take_all(texts, words.n, h, &w, &i);
	if (err == ERR_OK)
		*out = w;
	else if (at != NULL && i < words.n)
		*at = words.v[i].at;
	free(texts);
	word_list_release(&words);
	return err;
}

civil_min
when_start(const struct when *w, const struct when_habits *h)
{
	civil_min start;

	if (w->minute < 0)
		return CIVIL_NONE;
	if (w->day != CIVIL_DAY_NONE)
		return civil_at(w->day, w->minute);
	start = civil_at(civil_day_of(h->now), w->minute);
	return start < h->now ? start + CIVIL_DAY_MINUTES : start;
}

static void
echo_distance(struct str *out, civil_day day, const struct when_habits *h)
{
	int days = day - civil_day_of(h->now);

	if (days == 0)
		str_add(out, " (today)");
	else if (days == 1)
		str_add(out, " (tomorrow)");
	else if (days == -1)
		str_add(out, " (yesterday)");
	else if (days > 0)
		str_addf(out, " (in %d days)", days);
	else
		str_addf(out, " (%d days ago)", -days);
}

static void
echo_time(struct str *out, civil_min m, const struct when_habits *h)
{
	char hm[CIVIL_HM_SIZE];

	str_add(out, h->twelve ? civil_hm12(m, hm) : civil_hm(m, hm));
}

void
when_echo(struct str *out, const struct when *w, const struct when_habits *h)
{
	civil_min start = when_start(w, h);
	civil_day day = start != CIVIL_NONE ? civil_day_of(start) : w->day;
	char buf[CIVIL_LONG_SIZE];

	if (day != CIVIL_DAY_NONE)
		str_addf(out, "= %s", civil_long_day(day, buf));
	if (start != CIVIL_NONE) {
		str_add(out, ", ");
		echo_time(out, start, h);
	}
	if (start != CIVIL_NONE && w->minutes >= 0) {
		str_add(out, "–");
		echo_time(out, start + w->minutes, h);
	} else if (w->minutes >= 0) {
		str_addf(out, "%s%d min", day != CIVIL_DAY_NONE ? ", " : "= ", w->minutes);
	}
	if (day != CIVIL_DAY_NONE)
		echo_distance(out, day, h);
}
