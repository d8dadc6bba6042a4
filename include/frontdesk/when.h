/*
 * Dates, times and ranges as typed (design: screens.md, "Dates and times as typed"; commands.md,
 * WHEN and RANGE). Pure: text, now and habits of the practice in, result out. The whole text must
 * be understood: ERR_USAGE names the word at fault and says what would be right.
 */
#ifndef FRONTDESK_WHEN_H
#define FRONTDESK_WHEN_H

#include <stdbool.h>
#include <stddef.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>
#include <frontdesk/str.h>

struct when_habits {
	civil_min now;
	bool month_first; /* 12/3 is 3 December */
	int opens; /* minute of the day: a bare 1-7 is the afternoon if this is 8:00 or later */
	int week_start; /* 1 = Monday, 7 = Sunday */
	bool twelve; /* echoed as 2:30pm, not 14:30 */
};

/*
 * What was typed; what was not is CIVIL_DAY_NONE or -1. A day that comes again and again is the
 * coming one, today included: "12.", "12.3." and "12 mar" without a year, "29.2." in the next leap
 * year, "fri". A bare weekday that is today means in seven days once the time typed has passed.
 * "next fri" is the Friday of the next calendar week (by week_start), "this fri" and "last fri"
 * those of this and the last one. A two-digit year is 20xx.
 */
struct when {
	civil_day day;
	int minute; /* of the day, 0..1439 */
	int minutes; /* the length, from "-15:30", "90m", "1h30", "1.5h", "to 4pm" */
	bool weekday; /* the day was typed as a bare weekday */
};
#define WHEN_EMPTY ((struct when){.day = CIVIL_DAY_NONE, .minute = -1, .minutes = -1})

/*
 * A day, a time, or both, with an end: "fri 14:30", "tomorrow 3pm", "in 2 weeks at 9:00",
 * "next tue 2 to 4pm", "+2w", "4w", "12 mar", "2026-11-23T15:00". A weekday may stand beside its
 * date ("Fri 27 Nov 2026, 14:30–15:30" as echoed). Bare 1-24 are hours (24 only as an end), of the
 * afternoon as when_habits says; in "2 to 4pm" both are pm. A bare number after "-" is the end when
 * a time stands before it, else days back ("-7"). Times that a clock change skips are read like any
 * other: desk refuses them.
 * `*at` (may be NULL) = byte offset of the word at fault, 0 when there is no word.
 */
MUST_CHECK enum err when_parse(
    const char *text, const struct when_habits *h, struct when *out, size_t *at);

/*
 * The next part of a WHEN (a day, a time with its end, or a length) at the beginning of `words`
 * (n of them, n > 0), for grammars in which other words stand between. Merges it into *io, which
 * begins as WHEN_EMPTY, and tells how many words it took; 0 = the first word is none of this. A
 * word that can only be a date or time but is wrong (25:99, 31.2.), or a second day, time or length
 * is ERR_USAGE: then *taken is the index of the word at fault.
 */
MUST_CHECK enum err when_take(
    char *const *words, size_t n, const struct when_habits *h, struct when *io, size_t *taken);

/* No day = today, or tomorrow when the time has passed; no time = CIVIL_NONE. */
civil_min when_start(const struct when *w, const struct when_habits *h);

/*
 * "= Fri 27 Nov 2026, 14:30–15:30 (in 4 days)", "2:30pm–3:30pm" when `twelve`; adds only what was
 * typed, nothing for WHEN_EMPTY.
 */
void when_echo(struct str *out, const struct when *w, const struct when_habits *h);

/* [from, until) in civil minutes. */
struct range {
	civil_min from, until;
};
/*
 * A RANGE: "this|next|last week|month|quarter|year" (alone: this one), "2026-11", "2026-Q3",
 * "2026"; two days or two of these, both included: "2026-11-01..2026-11-30", "2026-11..2026-12",
 * "27.11.-30.11.", "mon-thu", "12 mar to 15 mar"; a WHEN of one day (the whole day) or with a time
 * and an end (just that: "fri 14-16"). Of two days that come again, the last is the coming one and
 * the first the one before it: the range that is under way, else the next ("mon-thu" on a
 * Wednesday began on Monday).
 */
MUST_CHECK enum err range_parse(const char *text, const struct when_habits *h, struct range *out);

/*
 * Splits into words at blanks; "quotes" keep words together (the quotes go), also inside a word:
 * skill:"back pain". ERR_USAGE: an open quote.
 */
struct word_list {
	struct word {
		char *text; /* owned */
		size_t at; /* byte offset in the text */
		bool quoted; /* began with a quote */
	} * v;
	size_t n, cap;
};
MUST_CHECK enum err words_split(const char *text, struct word_list *out);
void word_list_release(struct word_list *l);

#endif
