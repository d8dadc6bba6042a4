/* A time of day as typed, and a time with its end. */
#include <string.h>

#include <frontdesk/mem.h>

#include "phrase.h"

/* Longer words are no times. */
enum { CLOCK_WORD = 40 };

enum scan { SCAN_NOT, SCAN_OK, SCAN_WRONG }; /* WRONG: can only be a time, but is none */

/* am, a, pm, p; the whole of s[0..n) */
static bool
scan_half(const char *s, size_t n, enum clock_how *out)
{
	if (span_is(s, n, "am") || span_is(s, n, "a"))
		*out = CLOCK_AM;
	else if (span_is(s, n, "pm") || span_is(s, n, "p"))
		*out = CLOCK_PM;
	else
		return false;
	return true;
}

/* The hour and minute of 1430, 14:30, 2.30, 3; *s ends behind them. */
static enum scan
scan_figures(const char **s, const char *end, struct clock *out)
{
	const char *begin = *s, *minute;
	int figures;
	char mark;

	if (!scan_number(s, end, 4, &figures) || *s - begin == 3)
		return SCAN_NOT;
	if (*s - begin == 4) {
		*out = (struct clock){figures / 100, figures % 100, CLOCK_EXACT};
		return SCAN_OK;
	}
	*out = (struct clock){figures, 0, CLOCK_BARE};
	if (*s == end || (**s != ':' && **s != '.'))
		return SCAN_OK;
	mark = *(*s)++;
	minute = *s;
	out->how = CLOCK_EXACT;
	if (scan_number(s, end, 2, &out->minute) && *s - minute == 2)
		return SCAN_OK;
	/* 12.3 may be a day without its last point, 12. is one. */
	return mark == ':' || (*s == end && *s > minute) ? SCAN_WRONG : SCAN_NOT;
}

static bool
in_range(const struct clock *c)
{
	if (c->how == CLOCK_AM || c->how == CLOCK_PM)
		return c->hour >= 1 && c->hour <= 12 && c->minute <= 59;
	if (c->how == CLOCK_BARE)
		return c->hour >= 1 && c->hour <= 24;
	return c->hour * 60 + c->minute <= CIVIL_DAY_MINUTES && c->minute <= 59;
}

static enum scan
scan_clock(const char *s, size_t n, struct clock *out)
{
	const char *begin = s, *end = s + n;
	struct clock c;
	enum scan scan;
	bool colon = memchr(s, ':', n) != NULL, four;

	if (span_is(s, n, "noon")) {
		*out = (struct clock){12, 0, CLOCK_EXACT};
		return SCAN_OK;
	}
	scan = scan_figures(&s, end, &c);
	if (scan != SCAN_OK)
		return scan;
	four = s - begin == 4 && memchr(begin, '.', 4) == NULL && !colon;
	if (s < end && !scan_half(s, (size_t)(end - s), &c.how))
		return colon ? SCAN_WRONG : SCAN_NOT;
	/* 5678 may be the end of a phone number. */
	if (!in_range(&c))
		return four ? SCAN_NOT : SCAN_WRONG;
	/* 12.11 may be a day without its last point. */
	if (s == end && !colon && !four && c.how == CLOCK_EXACT && c.minute >= 1 && c.minute <= 12)
		return SCAN_WRONG;
	*out = c;
	return SCAN_OK;
}

static enum err
wrong(const char *word)
{
	if (strchr(word, '.') != NULL)
		return err_set(ERR_USAGE,
		    "\"%s\" is not clear: a day is written 12.3., a time 12:03 or 2.30pm", word);
	return err_set(ERR_USAGE,
	    "\"%s\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m", word);
}

/*
 * The word, with the am or pm that follows it when `half`; NULL: there is none, or it is too long.
 */
static const char *
joined(char *const *words, size_t n, bool half, char buf[static CLOCK_WORD])
{
	size_t len = word_length(words[0]), more = 0;
	enum clock_how how;

	if (half && (n < 2 || !scan_half(words[1], word_length(words[1]), &how)))
		return NULL;
	if (half)
		more = word_length(words[1]);
	if (len + more >= CLOCK_WORD)
		return NULL;
	memcpy(buf, words[0], len);
	if (half)
		memcpy(buf + len, words[1], more);
	buf[len + more] = '\0';
	return buf;
}

/* 14:30-15:30, 2-4pm; without a dash *to is untouched and *two false. */
static enum scan
scan_span(const char *s, struct clock *from, struct clock *to, bool *two)
{
	size_t n = strlen(s), size, dash = find_dash(s, n, 1, &size);
	enum scan left, right;

	*two = dash < n;
	left = scan_clock(s, dash < n ? dash : n, from);
	if (!*two)
		return left;
	right = scan_clock(s + dash + size, n - dash - size, to);
	if (left == SCAN_OK && right == SCAN_OK)
		return SCAN_OK;
	if (left != SCAN_NOT && right != SCAN_NOT)
		return SCAN_WRONG;
	return left != SCAN_NOT && memchr(s, ':', n) != NULL ? SCAN_WRONG : SCAN_NOT;
}

/* One clock or two of one word, or of one and its am or pm. */
static enum err
read_word(
    char *const *words, size_t n, struct clock *from, struct clock *to, bool *two, size_t *taken)
{
	char buf[CLOCK_WORD];

	*taken = 0;
	for (int half = 1; half >= 0; half--) {
		const char *s = n > 0 ? joined(words, n, half != 0, buf) : NULL;
		enum scan scan = s == NULL ? SCAN_NOT : scan_span(s, from, to, two);

		if (scan == SCAN_OK)
			*taken = half != 0 ? 2 : 1;
		if (scan == SCAN_WRONG)
			return wrong(words[0]);
		if (scan == SCAN_OK)
			break;
	}
	return ERR_OK;
}

enum err
clock_read(char *const *words, size_t n, struct clock *out, size_t *taken)
{
	struct clock end;
	bool two;
	enum err err = read_word(words, n, out, &end, &two, taken);

	if (err == ERR_OK && *taken > 0 && two) {
		*taken = 0;
		return wrong(words[0]);
	}
	return err;
}

int
clock_minute(const struct clock *c, const struct when_habits *h)
{
	enum { EIGHT = 8 * 60 };
	int hour = c->hour;

	switch (c->how) {
	case CLOCK_AM:
		hour %= 12;
		break;
	case CLOCK_PM:
		hour = hour % 12 + 12;
		break;
	case CLOCK_BARE:
		hour += hour <= 7 && h->opens >= EIGHT ? 12 : 0;
		break;
	case CLOCK_EXACT:
		break;
	}
	return hour * 60 + c->minute;
}

bool
clock_end(int start, bool pm, const struct clock *to, const struct when_habits *h, int *end)
{
	enum { HALF_DAY = 12 * 60 };
	int minute = clock_minute(to, h);
	bool afternoon = to->how == CLOCK_BARE || (pm && to->how == CLOCK_EXACT);

	/* 9-5, 2pm-3:30 */
	if (minute <= start && minute < HALF_DAY && afternoon)
		minute += HALF_DAY;
	*end = minute;
	return minute > start;
}

/* In "2 to 4pm" both are pm, in "11-1pm" only the end is. */
static bool
resolve(const struct clock *from, const struct clock *to, const struct when_habits *h, int *start,
    int *end)
{
	struct clock same = *from;

	same.how = to->how;
	if (from->hour >= 1 && from->hour <= 12 && from->how != CLOCK_AM && from->how != CLOCK_PM &&
	    (to->how == CLOCK_AM || to->how == CLOCK_PM)) {
		*start = clock_minute(&same, h);
		*end = clock_minute(to, h);
		if (*start < *end)
			return true;
	}
	*start = clock_minute(from, h);
	/* Who says 17 means 9 in the morning. */
	if (from->hour > 12 && to->how == CLOCK_BARE) {
		same = *to;
		same.how = CLOCK_EXACT;
		to = &same;
	}
	return clock_end(*start, from->how == CLOCK_PM, to, h, end);
}

enum err
span_read(
    char *const *words, size_t n, const struct when_habits *h, int *start, int *end, size_t *taken)
{
	struct clock from, to;
	bool two;
	size_t more;
	enum err err = read_word(words, n, &from, &to, &two, taken);

	if (err != ERR_OK || *taken == 0)
		return err;
	if (!two && *taken + 1 < n && word_is_to(words[*taken])) {
		size_t at = *taken + 1;

		err = clock_read(words + at, n - at, &to, &more);
		two = true;
		*taken = at + more;
		if (err == ERR_OK && more == 0)
			err = wrong(words[at]);
		if (err != ERR_OK)
			return err;
	}
	*end = -1;
	if (!two)
		*start = clock_minute(&from, h);
	else if (!resolve(&from, &to, h, start, end))
		err = err_set(ERR_USAGE, "\"%s\" ends before it begins", words[0]);
	if (err == ERR_OK && *start == CIVIL_DAY_MINUTES)
		err = err_set(
		    ERR_USAGE, "\"%s\" is the end of a day; write 0:00 of the next one", words[0]);
	if (err != ERR_OK)
		*taken = 0;
	return err;
}
