/*
 * The one line that books and the free-time query (design: screens.md, "One line that books").
 * Each word is claimed by exactly one reading; words nobody claims are the client's. A word with
 * two readings is ERR_USAGE and lists them, as are two services, therapists, rooms, days, times.
 *
 *   day, time, length  as in when.h; a word that can only be one but is wrong (25:99, 31.2.) is
 *                      ERR_USAGE, never a client's
 *   service            its code, with minutes or without ("dt60", "dt 60"), or its whole name
 *   therapist          the code, the whole name, or its first word ("mia", when only one has it);
 *                      "*" or "any". Beginnings of names and last names are the client's
 *   room               its code, or room:CODE. Figures alone are a time, so room 2 is room:2
 *   turnover           turnover=30: the minutes after this one appointment, instead of the usual
 *   heard              every word that begins with "!", wherever it stands: !disc. Quotes join
 *                      several (!"low back"), and !preg 12.2. has its date
 *   client             every other word, every quoted one, #231, figures that are no time, a phone
 * in groups of figures (0170 555 1234)
 *
 * Of two readings the one of more words wins ("sun li" over "sun"). Codes claim for archived
 * records too, names for active ones only.
 */
#ifndef FRONTDESK_LINE_H
#define FRONTDESK_LINE_H

#include <frontdesk/practice.h>
#include <frontdesk/schedule.h>
#include <frontdesk/when.h>

/* Ids of 0 and when members of "not typed" stand for what was left out. */
struct line {
	char *client; /* owned; the client's words, blank separated; "" = none */
	char *client2; /* owned; the second of a couple, "costa + lima"; or NULL */
	int64_t service_id;
	int minutes; /* from "dt60", "dt 60", "60m", "14:30-15:30"; 0 = not typed */
	int64_t therapist_id, therapist2_id; /* two: "anna + ben" */
	bool therapist_any; /* "*" or "any" */
	int64_t room_id;
	struct when when;
	int turnover; /* minutes, 0..TURNOVER_MAX; -1 = not typed */
	char *heard; /* owned; what was heard: "!preg 12.2. !disc"; "" = none; health */
};
void line_release(struct line *l);
/* smith dt60 mia fri 3p !disc. ERR_NOT_FOUND: no such room:CODE. An empty text is an empty line. */
MUST_CHECK enum err line_parse(
    const char *text, const struct practice *p, const struct when_habits *h, struct line *out);

/*
 * dt60 female >15:00 mon-thu skill:backpain room:any first 10
 *
 *   gender    female male f m
 *   time      ">15:00" starts then or later, "<12:00" ends by then, "15:00-18:00" within; "morning"
 *             ends by 12:00, "afternoon" is within 12:00-18:00, "evening" starts at 17:00 or later
 *   weekdays  "fri", "mon-thu", "mon,wed"; one alone is the coming one (today's, unless the times
 *             asked for have passed: then in seven days)
 *   days      a day or a RANGE ("next week", "27.11.-30.11."); "week" and "month" alone go from
 *             today on; default: the next 14 days from today
 *   skill     blanks and hyphens do not matter; ERR_NOT_FOUND lists those there are
 *
 * *client (owned by the caller) = the client's words, "" = none; out->client_id and client are not
 * filled in. out is released by free_query_release().
 */
MUST_CHECK enum err free_query_parse(const char *text, const struct practice *p,
    const struct when_habits *h, struct free_query *out, char **client);

#endif
