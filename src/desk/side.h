/*
 * One side of a booking: a client with a therapist. A couple has two, in one room. Shared by
 * booking, moving and "why?"; private to desk.
 */
#ifndef DESK_SIDE_H
#define DESK_SIDE_H

#include <frontdesk/desk_booking.h>

struct side {
	struct proposal want;
	char *first,
	    *last; /* owned; the client's name, for what is said of a couple's other side */
	char *name; /* owned; of two clients the one, for what is found of them */
	struct client_facts facts; /* want.client points here */
};

struct sides {
	struct side v[2];
	size_t n;
	bool named; /* what is found says of whom, though there be but one */
	struct book book; /* the civil day of the start */
	struct str nobody; /* nobody was named and nobody can: each with the first reason */
};
void sides_release(struct sides *s);

/*
 * Reads the day and the clients, chooses therapist and room where none is named, and finds what
 * there is to say.
 */
MUST_CHECK enum err sides_of_plan(
    struct desk *d, const struct plan *p, struct sides *out, struct findings *found);
/* Its two halves: the day and the clients; then, for any start of that day, all the rest. */
MUST_CHECK enum err sides_read(struct desk *d, const struct plan *p, struct sides *out);
MUST_CHECK enum err sides_settle(
    struct desk *d, const struct plan *p, struct sides *s, struct findings *found);
/* heard: what the caller says of their health; NULL = nothing. */
MUST_CHECK enum err side_facts(
    struct desk *d, struct side *s, int64_t client_id, const char *heard, civil_day day);
/* Adds the texts of a client's alerts that show at a place today. */
MUST_CHECK enum err alerts_at(
    struct desk *d, int64_t client_id, enum alert_place at, struct words *out);
/* Chooses the room of all sides when none is named; a couple's sides share one. */
void sides_choose_room(struct desk *d, struct sides *s);
/* Each against the book, and the second against the first. */
void sides_check(struct desk *d, struct sides *s, struct findings *found);

/*
 * ERR_OK: go on. ERR_REFUSED or ERR_NEEDS_YES with the first finding as the sentence. nobody: when
 * it is not empty, what every therapist has against it, said instead of one therapist's finding.
 */
MUST_CHECK enum err findings_verdict(
    const struct findings *f, const struct consent *c, const char *nobody);
/*
 * Shortens the turnover of what ends before `start` with the same therapist or room and still
 * holds it then.
 */
MUST_CHECK enum err side_squeeze(struct desk *d, struct book *b, const struct proposal *want);
/*
 * After an appointment has left its time (as it stood in `left`): what had shortened its turnover
 * for it takes it back, as far as the next one.
 */
MUST_CHECK enum err turnover_back(struct desk *d, const struct appt *left);
/*
 * Before an appointment comes back to its time: ERR_REFUSED when that is booked again,
 * ERR_NEEDS_YES when only turnover is short and nobody forces it; else a->held is set and what
 * ends before it gives way again.
 */
MUST_CHECK enum err turnover_again(struct desk *d, struct appt *a, bool force);

/* Takes a row out of the book: it is about to stand elsewhere. */
void book_drop(struct book *b, int64_t appt_id);
/* Until when a time beginning at `start` is held when nobody says. */
civil_min hold_until(const struct desk *d, civil_min start);

/*
 * Adds the rows that share the party of `a` and stand at its time: they move and change state
 * together.
 */
MUST_CHECK enum err party_others(struct desk *d, const struct appt *a, struct appt_list *out);
/* What moves together: the one named first, then what of its party still holds. */
MUST_CHECK enum err party_rows(struct desk *d, int64_t appt_id, struct appt_list *out);

/* Whether an appointment may be moved so at all. */
MUST_CHECK enum err move_allowed(const struct desk *d, const struct appt *a, const struct move *m);
/*
 * Judges and writes the rows, inside a step; *reason: why soft findings did not hold it back, as
 * it was if none did. named: what is found says of whom, as it does of a couple.
 */
MUST_CHECK enum err move_write(struct desk *d, const struct appt_list *rows, const struct move *m,
    const struct consent *c, bool named, const char **reason, struct booking *out);
/* Adds a line to the therapist's note; what is noted stays. */
MUST_CHECK enum err note_add(struct desk *d, int64_t appt_id, const char *note);

/* ERR_USAGE: no service in a line; names the client's word that looks like one. */
MUST_CHECK enum err plan_no_service(const struct practice *p, const char *client);
/* The client a plan would make; *out is to be released in any case. */
MUST_CHECK enum err plan_new_client(const struct desk *d, const struct plan *p, struct client *out);
/* Everybody who might be the same person, as soft findings. */
MUST_CHECK enum err desk_find_alike(struct desk *d, const struct client *c, struct findings *out);

/*
 * Ends a use case: commits, or rolls back for an error or a dry run. The error's sentence is
 * kept.
 */
MUST_CHECK enum err desk_end(struct desk *d, enum err e, bool dry_run);

#endif
