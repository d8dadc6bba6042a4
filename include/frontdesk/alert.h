/*
 * What the desk is to be told of a client, where, and until when (design: desk.md 1). It is the
 * desk's, not the therapist's: people write health into it all the same, so that no log and no
 * label holds its text.
 */
#ifndef FRONTDESK_ALERT_H
#define FRONTDESK_ALERT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>
#include <frontdesk/str.h>
#include <frontdesk/when.h>

/* X(ID, member, word): where one shows. Columns of the file are at_MEMBER. */
#define ALERT_PLACE_LIST(X) \
	X(BOOKING, booking, "booking") \
	X(CHECK_IN, check_in, "check-in") \
	X(ROSTER, roster, "roster")

enum alert_place {
#define X(id, member, word) ALERT_AT_##id,
	ALERT_PLACE_LIST(X)
#undef X
	    ALERT_PLACE_COUNT
};

/* X(ID, label, help): what is typed of one. */
#define ALERT_FIELD_LIST(X) \
	X(TEXT, "Text", "What the desk is to be told; no health") \
	X(PLACES, "Where", "booking, check-in, roster") \
	X(UNTIL, "Until", "The last day on which it shows; empty: no end")

enum alert_field {
#define X(id, label, help) ALERT_##id,
	ALERT_FIELD_LIST(X)
#undef X
	    ALERT_FIELD_COUNT
};

enum { ALERT_TEXT_MAX = 200 };

struct alert {
	int64_t id; /* 0 = a new one */
	int64_t client_id;
	int rev;
	char *text; /* owned; one line */
	unsigned places; /* bits 1 << enum alert_place */
	civil_day until; /* the last day on which it shows; CIVIL_DAY_NONE = no end */
	bool ended; /* shows nowhere */
};
struct alert_list {
	struct alert *v;
	size_t n, cap;
};
/* A new one of a client: at booking and check-in, without an end. */
void alert_init(struct alert *a, int64_t client_id);
void alert_copy(struct alert *out, const struct alert *a);
void alert_release(struct alert *a);
void alert_list_release(struct alert_list *l);

/* Whether its days are over. */
bool alert_is_over(const struct alert *a, civil_day day);
/* Whether it shows at a place on a day. */
bool alert_shows(const struct alert *a, enum alert_place at, civil_day day);
/*
 * Sets one field as typed. UNTIL is a WHEN of a day that is still to come; "" and "none" are no
 * end. ERR_USAGE names the word at fault.
 */
MUST_CHECK enum err alert_set(
    struct alert *a, const struct when_habits *h, enum alert_field f, const char *value);
/* Adds a field as alert_set() reads it; nothing for an empty one. */
void alert_tell(const struct alert *a, enum alert_field f, struct str *out);
/* Adds "Brings her own oil (booking, check-in; until Mon 30 Nov 2026)". */
void alert_line(const struct alert *a, struct str *out);

#endif
