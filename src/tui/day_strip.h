/* A therapist's day in one line, two characters an hour: "Fri 27 Anna 09..##10++11..12//13". */
#ifndef TUI_DAY_STRIP_H
#define TUI_DAY_STRIP_H

#include <frontdesk/desk.h>

/* X(ID, sign, what it says): half an hour each. */
#define STRIP_LIST(X) \
	X(TAKEN, '#', "taken") \
	X(OFF, '/', "off") \
	X(FREE, '.', "free") \
	X(FITS, '+', "what is booked here, where it fits") \
	X(CLASHES, '!', "what is booked here, where it does not")

/*
 * [from, until) is what is proposed. The appointment that is moved is not in its own way (0 = none
 * is). The hours are those of the shift and of the proposal.
 */
MUST_CHECK enum err day_strip(struct desk *d, int64_t therapist_id, civil_min from, civil_min until,
    int64_t moving_id, struct str *out);

#endif
