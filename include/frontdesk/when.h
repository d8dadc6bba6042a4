/*
 * Dates, times and ranges as typed (design: screens.md, "Dates and times as typed"; commands.md,
 * WHEN and RANGE). Pure: text, now and habits of the practice in, result out. The whole text must be
 * understood: ERR_USAGE names the word at fault and says what would be right.
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
	int opens; /* minute of the day the practice opens: a bare 1-7 means the afternoon if it opens at 8 or later */
	int week_start; /* 1 = Monday, 7 = Sunday */
};

/* What was typed; what was not is CIVIL_DAY_NONE or -1. */
struct when {
	civil_day day;
	int minute; /* of the day, 0..1439 */
	int minutes; /* the length, from "-15:30", "90m", "1h30", "1.5h", "to 4pm" */
};

/*
 * A day, a time, or both, with an end: "fri 14:30", "tomorrow 3pm", "in 2 weeks at 9:00",
 * "next tue 2 to 4pm", "+2w", "12 mar", "2026-11-23T15:00". `*at` (may be NULL) = byte offset of the
 * word at fault.
 */
MUST_CHECK enum err when_parse(const char *text, const struct when_habits *h, struct when *out, size_t *at);

/*
 * A word or words at the beginning of `words` (n of them) that read as part of a WHEN, for grammars
 * in which other words stand between: returns how many words were taken, 0 = none, and merges them
 * into *io. A word that can only be a date or time but is wrong (25:99, 31.2.) is ERR_USAGE.
 */
MUST_CHECK enum err when_take(char *const *words, size_t n, const struct when_habits *h,
    struct when *io, size_t *taken);

/* day and time filled in: no day = today, or tomorrow when the time has passed; no time = -1 stays. */
civil_min when_start(const struct when *w, const struct when_habits *h);

/* "= Fri 27 Nov 2026, 14:30–15:30 (in 4 days)" */
void when_echo(struct str *out, const struct when *w, const struct when_habits *h);

/* [from, until) in civil minutes. */
struct range {
	civil_min from, until;
};
/*
 * A RANGE: a day or words for one (the whole day), "2026-11-01..2026-11-30" (both days included),
 * "this|next|last week|month|quarter|year", "week", "month", "2026-11", "2026-Q3", "2026", "mon-thu".
 */
MUST_CHECK enum err range_parse(const char *text, const struct when_habits *h, struct range *out);

/* Splits into words at blanks; "quotes" keep words together (the quotes go). ERR_USAGE: an open quote. */
struct word_list {
	struct word {
		char *text; /* owned */
		size_t at; /* byte offset in the text */
		bool quoted;
	} *v;
	size_t n, cap;
};
MUST_CHECK enum err words_split(const char *text, struct word_list *out);
void word_list_release(struct word_list *l);

#endif
