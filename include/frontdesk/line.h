/*
 * The one line that books and the free-time query (design: screens.md, "One line that books").
 * Each word is claimed by exactly one reading; words nobody claims are the client's. A word with two
 * readings is ERR_USAGE and lists them.
 */
#ifndef FRONTDESK_LINE_H
#define FRONTDESK_LINE_H

#include <frontdesk/practice.h>
#include <frontdesk/schedule.h>
#include <frontdesk/when.h>

/* Ids of 0 and when members of "not typed" stand for what was left out. */
struct line {
	char *client; /* owned; the client's words, blank separated; "" = none. "costa + lima": the first of two */
	char *client2; /* owned; the second of a couple, or NULL */
	int64_t service_id;
	int minutes; /* from "dt60", "dt 60", "60m", "-15:30"; 0 = not typed */
	int64_t therapist_id, therapist2_id;
	bool therapist_any; /* "*" or "any" */
	int64_t room_id;
	struct when when;
	char *heard; /* owned; the words after "!", blank separated; "" = none */
};
void line_release(struct line *l);
/* smith dt60 mia fri 3p !disc */
MUST_CHECK enum err line_parse(const char *text, const struct practice *p, const struct when_habits *h,
    struct line *out);

/*
 * dt60 female >15:00 mon-thu skill:backpain room:any first 10
 * Days: a RANGE's words, weekdays, a date; default: the next 14 days from today. *client (owned by
 * the caller) = the client's words, "" = none.
 */
MUST_CHECK enum err free_query_parse(const char *text, const struct practice *p,
    const struct when_habits *h, struct free_query *out, char **client);

#endif
