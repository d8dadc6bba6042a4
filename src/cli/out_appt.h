/* Appointments as lines for people; private to the command line. */
#ifndef CLI_OUT_APPT_H
#define CLI_OUT_APPT_H

#include "out.h"

#include <frontdesk/desk_booking.h>

/* How the lines of a list say their day: not at all, under headings, or each with its date. */
enum agenda_days { DAYS_KNOWN, DAYS_AS_HEADINGS, DAYS_IN_LINES };

struct agenda {
	const struct desk *d;
	enum agenda_days days;
	civil_day day; /* of the last heading */
	int times, client, label, therapist, room; /* widths; 0 = the practice has none */
};
/* With DAYS_IN_LINES the list is of one client, whose name is left out. */
void agenda_init(struct agenda *g, const struct request *r, enum agenda_days days);
/* "09:00–10:00  + Smith, Ada  Massage 60  Mia  room 2  #12 1R" */
void agenda_line(struct agenda *g, const struct appt *a);

/* What came of a booking: sentence and notices, or records. would: the word of a dry run. */
MUST_CHECK enum err out_booking(
    const struct request *r, const char *did, const char *would, const struct booking *b);

/* "Fri 27 Nov 2026, 14:30–15:30" */
void add_span(struct str *out, const struct desk *d, civil_min from, civil_min until);
/* "Wed 25 Nov", with its year when that is not this one */
void add_short_day(struct str *out, const struct desk *d, civil_day day);
/* "Ada Smith", as in records */
void add_client_name(struct str *out, const char *first, const char *last);

/* " 11:15 Mia, 14:00 Mia": free starts; those of another day than `day` with their date. */
void add_slots(struct str *out, const struct desk *d, const struct slot_list *slots, civil_day day);

/*
 * Bookings in the way of new hours or a block: told, not moved, with the clients' phones and where
 * each could go; for people the first twenty, and how to list them all: "--therapist mia".
 */
MUST_CHECK enum err out_in_the_way(
    struct request *r, const struct appt_list *l, const char *filter);

#endif
