/*
 * Weekly hours as typed: "mon-fri 9-13 14-18 sat 9-13" (design: commands.md, `hours`).
 * Days ("mon", "mon-fri", "mon,wed", "sat-mon"), then one or more spans or "off"; a day not named
 * has none; "off" alone is of all days. Times are of the 24-hour clock ("9", "9:30") or with am,
 * pm. Spans of one day are ascending and do not touch.
 */
#ifndef FRONTDESK_HOURS_H
#define FRONTDESK_HOURS_H

#include <stddef.h>

#include <frontdesk/err.h>
#include <frontdesk/str.h>

struct span {
	int from, until; /* minutes of a day, [from, until), 0..1440 */
};

enum { HOURS_SPANS_A_DAY = 6, HOURS_ALL_DAYS = 0xfe };
struct hours {
	struct {
		struct span v[HOURS_SPANS_A_DAY];
		size_t n;
	} day[8]; /* by ISO weekday 1..7; day[0] unused */
	unsigned named; /* the days that were typed, as bits 1 << weekday */
};

/* ERR_USAGE names the word at fault. */
MUST_CHECK enum err hours_parse(const char *text, struct hours *out);
/* "1/2", the first of two weeks of a cycle, up to 4: cycle 2, week 0; "" is every week. */
MUST_CHECK enum err hours_cycle(const char *text, int *cycle, int *week);
/* The text that parses to the same hours, days with the same spans together; "off" = none. */
void hours_text(struct str *out, const struct hours *h);

#endif
