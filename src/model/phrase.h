/*
 * Words and the parts of a WHEN: what when.c, range.c, line.c, free_query.c and hours.c share.
 * A reader looks at the beginning of `words` (n > 0 of them) and tells in *taken how many words it
 * read; 0 = they are none of its kind. On ERR_USAGE *taken is the index of the word at fault.
 * Case does not matter, nor does a comma at the end of a word.
 */
#ifndef MODEL_PHRASE_H
#define MODEL_PHRASE_H

#include <frontdesk/when.h>

/* words.c */
size_t word_length(const char *word); /* bytes, without a comma at the end */
bool word_is(const char *word, const char *lower);
bool span_is(const char *s, size_t n, const char *lower); /* of s[0..n) */
bool word_is_number(const char *word, size_t max_digits, int *out);
/* Reads 1..max_digits digits at *s and goes past them; false: none, or more. max_digits <= 9. */
bool scan_number(const char **s, const char *end, size_t max_digits, int *out);
/* Weekday 1..7 and month 1..12 of s[0..n) by a beginning of >= 2 or >= 3 letters; 0 = none. */
int weekday_of(const char *s, size_t n);
int month_of(const char *s, size_t n);
/* "-" or "–" in s[0..n) at or after `from`: its offset, and its bytes in *size; n = none. */
size_t find_dash(const char *s, size_t n, size_t from, size_t *size);
/* Between two days or times: "to", "-", "–", "..". */
bool word_is_to(const char *word);
/* Its place in a closed list; ERR_USAGE names the word and lists what there is. */
MUST_CHECK enum err word_pick(const char *word, const char *const *list, size_t n, size_t *out);
/* What follows a prefix in lower case: "backpain" of skill:backpain; NULL: the word has no such. */
const char *word_after(const char *word, const char *prefix);
/* "fri", "mon-thu", "mon,wed", "sat-mon" as bits 1 << weekday; false: something else. */
bool word_weekdays(const char *word, unsigned *bits);
/* How many words from i on stand before the next quoted one. */
size_t word_run(const struct word_list *l, size_t i);
/* The texts of a list, for readers; freed by the caller, the texts stay the list's. */
char **word_texts(const struct word_list *l);

/* A day as typed: a fixed one, or one that comes again every week, month or year. */
struct day_phrase {
	enum day_kind { DAY_NONE, DAY_FIXED, DAY_OF_WEEK, DAY_OF_MONTH, DAY_OF_YEAR } kind;
	civil_day day; /* FIXED */
	int weekday, month, mday;
};
/*
 * day.c: "today", "fri", "next fri", "+2w", "in 2 weeks", "12.", "12.3.", "12/3", "12 mar 2027",
 * ISO
 */
MUST_CHECK enum err day_read(char *const *words, size_t n, const struct when_habits *h,
    struct day_phrase *out, size_t *taken);
civil_day day_on_or_after(const struct day_phrase *d, civil_day from);
civil_day day_on_or_before(const struct day_phrase *d, civil_day until);
/* The first day of the calendar week of `day`. */
civil_day week_begin(civil_day day, const struct when_habits *h);
/* ERR_USAGE naming the word when the day is not of the years people may type. */
MUST_CHECK enum err day_in_years(const char *word, civil_day day);

/* A time of day as typed: "14:30", "1430", "2.30pm", "3", "noon". */
struct clock {
	int hour, minute; /* 24:00 at most */
	enum clock_how {
		CLOCK_BARE,
		CLOCK_EXACT,
		CLOCK_AM,
		CLOCK_PM
	} how; /* BARE: the hour alone */
};
/* clock.c */
/* One clock, of one word or two: "3 p". */
MUST_CHECK enum err clock_read(char *const *words, size_t n, struct clock *out, size_t *taken);
int clock_minute(const struct clock *c, const struct when_habits *h); /* 0..1440 */
/* The end meant by `to` after a start; `pm`: the start was typed with pm. false: not after it. */
bool clock_end(int start, bool pm, const struct clock *to, const struct when_habits *h, int *end);
/*
 * A clock, with its end or without (*end = -1): "14:30", "14:30-15:30", "2 to 4pm"; minutes of the
 * day.
 */
MUST_CHECK enum err span_read(
    char *const *words, size_t n, const struct when_habits *h, int *start, int *end, size_t *taken);

/* One part of a WHEN. */
struct part {
	struct day_phrase day; /* DAY_NONE: not typed */
	int minute, minutes; /* -1: not typed */
	bool has_end; /* "-15:30"; a "-7" has a day too, and means one of the two */
	struct clock end;
};
/* part.c */
MUST_CHECK enum err part_read(
    char *const *words, size_t n, const struct when_habits *h, struct part *out, size_t *taken);
/* Puts a part into *io; word = its first, for the sentence of ERR_USAGE. */
MUST_CHECK enum err part_merge(
    const struct part *part, const char *word, const struct when_habits *h, struct when *io);

/* The text with blanks around every ".."; owned by the caller. For range_read()'s words. */
char *range_spread(const char *text);
/* range.c: "next week", "2026-Q3", "27.11.-30.11.", "mon to thu"; a single day is none of these. */
MUST_CHECK enum err range_read(
    char *const *words, size_t n, const struct when_habits *h, struct range *out, size_t *taken);

#endif
