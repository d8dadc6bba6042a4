/*
 * Calendar files out (RFC 5545, 7986; design: calendar.md, E1–E14). A stream: one event at a time,
 * memory does not grow. The same data gives the same bytes.
 */
#ifndef FRONTDESK_ICS_H
#define FRONTDESK_ICS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <frontdesk/appt.h>
#include <frontdesk/err.h>
#include <frontdesk/practice.h>
#include <frontdesk/str.h>
#include <frontdesk/zone.h>

/* X(ID, word): how much an export tells (E11). */
#define ICS_DETAIL_LIST(X) \
	X(BUSY, "busy") \
	X(SERVICE, "service") \
	X(INITIALS, "initials") \
	X(FULL, "full")

enum ics_detail {
#define X(id, word) ICS_##id,
	ICS_DETAIL_LIST(X)
#undef X
	    ICS_DETAIL_COUNT
};
/* ERR_USAGE lists the words. */
MUST_CHECK enum err ics_detail_parse(const char *word, enum ics_detail *out);
const char *ics_detail_word(enum ics_detail d);

struct ics_options {
	const struct zone *zone; /* the practice's */
	const struct practice *practice;
	enum ics_detail detail;
	bool utc; /* DTSTART in UTC, no VTIMEZONE */
	bool
	    /* for one client: practice, address, start, therapist's first name, "Appointment" */
	    client_file;
	int alarm; /* minutes before, in a client's file; 0 = none */
	bool aftercare; /* the practice's aftercare text, in a client's file */
	const char
	    *name; /* NAME and X-WR-CALNAME of a range; NULL: a single-appointment file has none */
	/*
	 * The range of the starts, in the years that may be typed: decides the form of the
	 * VTIMEZONE. One appointment: [start, start + 1).
	 */
	civil_min from, until;
};

struct ics;

/*
 * Writes the head and the VTIMEZONE through a buffer of its own. The options and the file must
 * outlive the stream; they stay the caller's. On an error there is nothing to end.
 */
MUST_CHECK enum err ics_begin(struct ics **out, FILE *file, const struct ics_options *o);
/*
 * One VEVENT. A state that does not hold is written as STATUS:CANCELLED (leave those out unless
 * they are asked for, E10); a held one is left out. ERR_FAILED names the appointment when it ends
 * before it starts, begins outside of the range, or at a time that the zone's clocks leap over;
 * then and when a write fails the file is of no use.
 */
MUST_CHECK enum err ics_event(struct ics *i, const struct appt *a);
/*
 * The foot; flushes. *bytes and *events (either may be NULL) tell what was written. ERR_FAILED also
 * when ics_event() had failed. Frees in any case.
 */
MUST_CHECK enum err ics_end(struct ics *i, int64_t *bytes, int64_t *events);

/*
 * Adds one appointment as a VEVENT of few bytes, for a QR code that a phone reads without a
 * network: the practice's name and address and the times in UTC; lines are not folded. No therapist
 * and no treatment. ERR_FAILED: a time that the zone's clocks leap over.
 */
MUST_CHECK enum err ics_small(
    struct str *out, const struct zone *z, const struct practice *p, const struct appt *a);

enum { ICS_GOOGLE_LIMIT = 1000000 }; /* bytes above which Google refuses a file (E13) */

#endif
