/* The parts of a WHEN: reading one, and putting them together. */
#include <string.h>

#include "phrase.h"

/* h hr hours: 60, min minutes: 1, m: 1 too, but not as a word of its own; 0 = none. */
static int
unit_minutes(const char *s, size_t n)
{
	static const struct {
		const char *word;
		int minutes;
	} units[] = {{"m", 1}, {"min", 1}, {"mins", 1}, {"minute", 1}, {"minutes", 1}, {"h", 60},
	    {"hr", 60}, {"hrs", 60}, {"hour", 60}, {"hours", 60}};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (span_is(s, n, units[i].word))
			return units[i].minutes;
	return 0;
}

/* What follows "1." of 1.5h or 1,25h, in hundredths; false: not so. */
static bool
scan_hundredths(const char **s, const char *end, int *out)
{
	const char *begin = *s;

	if (!scan_number(s, end, 2, out))
		return false;
	if (*s - begin == 1)
		*out *= 10;
	return true;
}

/* 90m, 60min, 1h, 1h30, 1h30m, 1.5h; the unit may be the next word. */
static bool
read_figures(char *const *words, size_t n, int *minutes, size_t *taken)
{
	const char *s = words[0], *end = s + word_length(s), *unit;
	int count, hundredths = 0, extra = 0, each;
	size_t size;

	if (!scan_number(&s, end, 4, &count))
		return false;
	if (s < end && (*s == '.' || *s == ',') && (s++, !scan_hundredths(&s, end, &hundredths)))
		return false;
	*taken = s == end && n > 1 && word_length(words[1]) > 1 ? 2 : 1;
	unit = *taken == 2 ? words[1] : s;
	size = *taken == 2 ? word_length(words[1]) : (size_t)(end - s);
	if ((each = unit_minutes(unit, size)) > 0) {
		*minutes = count * each + hundredths * each / 100;
		return hundredths * each % 100 == 0;
	}
	/* 1h30, 1h30m */
	if (s == end || (*s != 'h' && *s != 'H') || (s++, !scan_number(&s, end, 2, &extra)) ||
	    (s < end && unit_minutes(s, (size_t)(end - s)) != 1))
		return false;
	*minutes = count * 60 + extra;
	return extra <= 59 && hundredths == 0;
}

static enum err
length_read(char *const *words, size_t n, int *minutes, size_t *taken)
{
	int typed;
	size_t count;

	*taken = 0;
	if (!read_figures(words, n, &typed, &count))
		return ERR_OK;
	if (typed < 1 || typed > CIVIL_DAY_MINUTES)
		return err_set(ERR_USAGE, "\"%s\": a length is 1 minute to 24 hours", words[0]);
	*minutes = typed;
	*taken = count;
	return ERR_OK;
}

/* 14:30, at 3 p, 2 to 4pm, now */
static enum err
time_read(
    char *const *words, size_t n, const struct when_habits *h, struct part *out, size_t *taken)
{
	size_t at = n > 1 && word_is(words[0], "at");
	int start, end;
	enum err err;

	if (word_is(words[at], "now")) {
		out->minute = civil_minute_of(h->now);
		*taken = at + 1;
		return ERR_OK;
	}
	err = span_read(words + at, n - at, h, &start, &end, taken);
	if (err != ERR_OK || *taken > 0)
		*taken += at;
	if (err != ERR_OK || *taken == 0)
		return err;
	out->minute = start;
	out->minutes = end < 0 ? -1 : end - start;
	return ERR_OK;
}

/* -15:30; also -7, which is a day before too */
static enum err
end_read(char *const *words, size_t n, struct part *out, size_t *taken)
{
	size_t size, more;
	char *rest[2] = {words[0], n > 1 ? words[1] : NULL};
	enum err err;

	if (words[0][0] == '\0' || find_dash(words[0], strlen(words[0]), 0, &size) != 0)
		return ERR_OK;
	rest[0] += size;
	err = clock_read(rest, n > 1 ? 2 : 1, &out->end, &more);
	/* -30 are days. */
	if (out->day.kind != DAY_NONE && (err != ERR_OK || more != 1))
		return ERR_OK;
	if (err != ERR_OK || more == 0)
		return err;
	out->has_end = true;
	*taken = more;
	return ERR_OK;
}

/* 2026-11-23T15:00: the day is the first ten bytes. */
static enum err
stamp_read(char *const *words, const struct when_habits *h, struct part *out, size_t *taken)
{
	enum { DAY_BYTES = 10 };
	char day[DAY_BYTES + 1], *const day_word[] = {day},
					*const time_word[] = {words[0] + DAY_BYTES + 1};
	enum err err;

	*taken = 0;
	if (strlen(words[0]) <= DAY_BYTES || words[0][4] != '-' ||
	    (words[0][DAY_BYTES] != 'T' && words[0][DAY_BYTES] != 't'))
		return ERR_OK;
	memcpy(day, words[0], DAY_BYTES);
	day[DAY_BYTES] = '\0';
	err = day_read(day_word, 1, h, &out->day, taken);
	if (err != ERR_OK || *taken == 0)
		return err;
	err = time_read(time_word, 1, h, out, taken);
	if (err == ERR_OK && *taken == 0)
		err = err_set(
		    ERR_USAGE, "\"%s\" has no time after the T; write 2026-11-23T15:00", words[0]);
	return err;
}

/* 14:30x and 25:99-x can be nothing but a time. */
static bool
looks_timed(const char *word)
{
	const char *colon = strchr(word, ':');

	return word[0] >= '0' && word[0] <= '9' && colon != NULL && colon[1] >= '0' &&
	    colon[1] <= '9';
}

enum err
part_read(
    char *const *words, size_t n, const struct when_habits *h, struct part *out, size_t *taken)
{
	enum err err;

	*out = (struct part){.minute = -1, .minutes = -1};
	err = stamp_read(words, h, out, taken);
	if (err != ERR_OK || *taken > 0)
		return err;
	err = day_read(words, n, h, &out->day, taken);
	if (err == ERR_OK)
		err = end_read(words, n, out, taken);
	if (err != ERR_OK || *taken > 0)
		return err;
	err = length_read(words, n, &out->minutes, taken);
	if (err != ERR_OK || *taken > 0)
		return err;
	err = time_read(words, n, h, out, taken);
	if (err == ERR_OK && *taken == 0 && looks_timed(words[0]))
		err = err_set(
		    ERR_USAGE, "\"%s\" is not a time; write 14:30 or 14:30-15:30", words[0]);
	return err;
}

/* A weekday may stand beside its date. */
static enum err
merge_day(const struct part *part, const char *word, const struct when_habits *h, struct when *io)
{
	civil_day day = day_on_or_after(&part->day, civil_day_of(h->now));
	bool bare = part->day.kind == DAY_OF_WEEK;
	char buf[CIVIL_LONG_SIZE];
	enum err err = day_in_years(word, day);

	if (err != ERR_OK)
		return err;
	if (io->day == CIVIL_DAY_NONE) {
		io->day = day;
		io->weekday = bare;
	} else if (bare != io->weekday && civil_weekday(day) == civil_weekday(io->day)) {
		io->day = bare ? io->day : day;
		io->weekday = false;
	} else if (day != io->day) {
		return err_set(
		    ERR_USAGE, "two days: \"%s\" is not %s", word, civil_long_day(io->day, buf));
	}
	return ERR_OK;
}

static enum err
merge_end(const struct part *part, const char *word, const struct when_habits *h, struct when *io)
{
	int end;

	if (io->minute < 0)
		return err_set(ERR_USAGE, "\"%s\" is an end without a beginning before it", word);
	if (io->minutes >= 0)
		return err_set(ERR_USAGE, "two lengths: \"%s\" and %d minutes", word, io->minutes);
	if (!clock_end(io->minute, false, &part->end, h, &end))
		return err_set(ERR_USAGE, "\"%s\" is not after the beginning", word);
	io->minutes = end - io->minute;
	return ERR_OK;
}

static enum err
merge_time(const struct part *part, const char *word, struct when *io)
{
	if (part->minute >= 0 && io->minute >= 0)
		return err_set(ERR_USAGE, "two times: \"%s\" and %02d:%02d", word, io->minute / 60,
		    io->minute % 60);
	if (part->minutes >= 0 && io->minutes >= 0)
		return err_set(ERR_USAGE, "two lengths: \"%s\" and %d minutes", word, io->minutes);
	if (part->minute >= 0)
		io->minute = part->minute;
	if (part->minutes >= 0)
		io->minutes = part->minutes;
	return ERR_OK;
}

enum err
part_merge(const struct part *part, const char *word, const struct when_habits *h, struct when *io)
{
	bool end =
	    part->has_end && (part->day.kind == DAY_NONE || (io->minute >= 0 && io->minutes < 0));
	struct when w = *io;
	enum err err = ERR_OK;

	if (end)
		err = merge_end(part, word, h, &w);
	else if (part->day.kind != DAY_NONE)
		err = merge_day(part, word, h, &w);
	if (err == ERR_OK)
		err = merge_time(part, word, &w);
	if (err != ERR_OK)
		return err;
	if (w.weekday && w.minute >= 0 && civil_at(w.day, w.minute) < h->now)
		w.day += 7;
	*io = w;
	return ERR_OK;
}
