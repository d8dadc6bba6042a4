/*
 * Booking, moving, states, free time: what the desk does to appointments (design: desk.md 3–5).
 * A refusal is an answer: the findings say why, the error code is ERR_REFUSED (a hard one) or
 * ERR_NEEDS_YES (soft ones and no reason given), and nothing was written.
 */
#ifndef FRONTDESK_DESK_BOOKING_H
#define FRONTDESK_DESK_BOOKING_H

#include <frontdesk/appt.h>
#include <frontdesk/desk.h>
#include <frontdesk/schedule.h>

/* What is to be booked, once every word is understood. */
struct plan {
	int64_t client_id; /* 0: a new client of new_name and new_phone */
	int64_t client2_id; /* the second of a couple; 0 = none */
	char *new_name, *new_phone; /* owned; "First Last" */
	int64_t service_id;
	int minutes;
	bool minutes_typed;
	int64_t therapist_id; /* 0: whoever is free, ranked as free time is */
	int64_t therapist2_id;
	bool requested; /* the therapist was named */
	bool any; /* nobody was: desk_why() chose whoever is best for it */
	int64_t room_id; /* 0: chosen */
	bool turnover_typed; /* its own, not that of service and therapist */
	int turnover; /* minutes */
	civil_min start; /* CIVIL_NONE: not said yet */
	char *desk_note, *therapist_note; /* owned; the second is health */
	char *heard; /* owned; what the caller said, kept as intake by phone; health */
	bool held;
	civil_min hold_until; /* CIVIL_NONE: the practice's hold_hours */
	bool walk_in; /* the client is here: booked as arrived */
	int64_t moving_id; /* free time is searched for this appointment; 0 = for a new one */
};
void plan_release(struct plan *p);
/* Sets new_name and new_phone from words for a new client: those of figures are the phone. */
void plan_new_words(struct plan *p, const char *words);

/*
 * Reads the one line that books. ERR_USAGE: a word; ERR_NOT_FOUND: no such client, or several
 * (listed). What is not said is filled in: minutes by the service, day and time by when_start().
 * Without a service or a time: ERR_USAGE says what is missing.
 */
enum plan_client {
	PLAN_CLIENT_KNOWN, /* the words are to find one client */
	PLAN_CLIENT_EITHER, /* words that find nobody name a new client */
	PLAN_CLIENT_NEW, /* they name a new client in any case; but "#231" is always a known one */
};
MUST_CHECK enum err desk_plan(
    struct desk *d, const char *words, enum plan_client who, struct plan *out);
/* "= Fri 27 Nov 2026, 14:30–15:30, Mia, room 2, Deep tissue 60, 95.00"; "any: Mia" when chosen */
void desk_plan_echo(const struct desk *d, const struct plan *p, struct str *out);

/*
 * What somebody takes most often of late, of the services for so many people; who never came, and
 * nobody (0): what is taken most in the practice. service_id 0: no such service is offered.
 */
struct usual {
	int64_t service_id;
	int minutes;
	bool own; /* the client's own */
	bool first; /* nothing was booked of late: the one that was set up first */
};
MUST_CHECK enum err desk_usual(struct desk *d, int64_t client_id, int people, struct usual *out);

/* How a refusal is met. */
struct consent {
	const char *yes; /* the reason why soft findings are overridden; NULL = ask */
	bool dry_run; /* decide, write nothing */
};

/* What came of it. Release both with booking_release(). */
struct booking {
	struct appt appt, appt2; /* as saved (appt2: the second of a couple, id 0 = none) */
	struct findings findings; /* all, also when it went through */
	bool unchanged; /* it stood so already: nothing was written */
};
void booking_release(struct booking *b);

/* One appointment as it stands; of a couple the other row too. ERR_NOT_FOUND */
MUST_CHECK enum err desk_appt(struct desk *d, int64_t appt_id, struct booking *out);

/*
 * The findings for a plan, nothing written: "why?". Chooses therapist and room as desk_book()
 * would (they come back in *plan).
 */
MUST_CHECK enum err desk_why(struct desk *d, struct plan *plan, struct findings *out);
MUST_CHECK enum err desk_book(
    struct desk *d, const struct plan *plan, const struct consent *c, struct booking *out);

/* A new place for an appointment: 0 and CIVIL_NONE keep what is. */
struct move {
	civil_min start;
	int minutes;
	int64_t therapist_id, room_id, service_id;
	bool minutes_typed;
	bool turnover_typed; /* else what it had of its own stays */
	int turnover; /* minutes */
	int rev; /* the row as seen; 0 = as it is now */
	const char *desk_note; /* the caller's; NULL keeps it */
	const char *therapist_note; /* the caller's; added to what there is; health; or NULL */
};
/* "fri 14:30 ben 90m": what is named changes. */
MUST_CHECK enum err desk_move_words(
    struct desk *d, int64_t appt_id, const char *words, struct move *out);
MUST_CHECK enum err desk_move(struct desk *d, int64_t appt_id, const struct move *m,
    const struct consent *c, struct booking *out);
/*
 * The therapist's note of an appointment; health. *text, the caller's, is "" when there is none,
 * and NULL when there is one that is not for this person to read, or not while names are kept back.
 */
MUST_CHECK enum err desk_therapist_note(struct desk *d, int64_t appt_id, char **text);
/* The findings for a move, nothing written; the room it would get comes back in *m. */
MUST_CHECK enum err desk_move_why(
    struct desk *d, int64_t appt_id, struct move *m, struct findings *out);
/*
 * Makes two single bookings of a couple's; the one named goes to another room. words: the service
 * both take then, "sw60"; "" = the one they have, which must be for one (ERR_USAGE says so).
 * out->appt is the one named, out->appt2 the other. rev 0 = as it is now.
 */
MUST_CHECK enum err desk_split(struct desk *d, int64_t appt_id, int rev, const char *words,
    const struct consent *c, struct booking *out);
/*
 * The same client, therapist, service and time on another day (or at another time): a new
 * appointment. when: "4w" and the like count from the appointment; when that has passed, weeks from
 * its last weekday until today, days and months from today. A therapist may be named beside it.
 * The plan of it.
 */
MUST_CHECK enum err desk_rebook_plan(
    struct desk *d, int64_t appt_id, const char *when, struct plan *out);

/*
 * Changes a state. ERR_NEEDS_YES when it is out of order, or comes back with short turnover, and
 * is not forced; ERR_REFUSED when it makes no sense or the time is booked again. Both rows of a
 * couple leave the plan and come back together (then out->appt2 is the other one); who has come is
 * said of each. What it had taken turnover from takes it back when it leaves, and gives way again
 * when it returns. rev 0 = as it is now. reason may be NULL.
 */
MUST_CHECK enum err desk_status(struct desk *d, int64_t appt_id, int rev, enum appt_state to,
    bool force, const char *reason, struct booking *out);
/* Cancelled by the client (late when the window says so) or by the practice; force as above. */
enum cancel_by { CANCEL_CLIENT, CANCEL_PRACTICE };
MUST_CHECK enum err desk_cancel(struct desk *d, int64_t appt_id, int rev, enum cancel_by by,
    const char *reason, bool force, bool dry_run, struct booking *out);

/*
 * What the desk hears of an appointment: that a message was left; when the client comes who said
 * that it will be late (within the session; its start takes that back). rev as above.
 */
MUST_CHECK enum err desk_message_left(
    struct desk *d, int64_t appt_id, int rev, bool left, struct booking *out);
MUST_CHECK enum err desk_expect(
    struct desk *d, int64_t appt_id, int rev, civil_min at, struct booking *out);

/*
 * What a query says (line.h) and who it is for: the one client its words find, else client_id 0.
 * *client = those words, the caller's; "" = none.
 */
MUST_CHECK enum err desk_free_read(
    struct desk *d, const char *words, struct free_query *out, char **client);
/* "Deep tissue massage 60, female, from 15:00, Mon 23 Nov to Sun 29 Nov" */
void desk_free_echo(const struct desk *d, const struct free_query *q, struct str *out);
/* Every free start for it, ranked (free_search). ERR_USAGE: no service. */
MUST_CHECK enum err desk_free_search(
    struct desk *d, const struct free_query *q, struct slot_list *out);
/* Of a query that found nothing: which wish to give up, "at another time of day; with anybody"; ""
 * when giving up one does not help. */
MUST_CHECK enum err desk_free_widen(struct desk *d, const struct free_query *q, struct str *out);
/* Free time, by a query as typed. */
MUST_CHECK enum err desk_free(
    struct desk *d, const char *words, size_t limit, struct slot_list *out);

/*
 * The free starts on the day of a plan that are nearest to its own, at most so many: with its
 * therapist, and when that one has none (or none is named) with anybody.
 */
MUST_CHECK enum err desk_free_near(
    struct desk *d, const struct plan *p, size_t most, struct slot_list *out);
/* The first free start after a plan's own; ERR_NOT_FOUND: none in the next four weeks. */
MUST_CHECK enum err desk_free_next(struct desk *d, const struct plan *p, struct slot *out);

/*
 * For an appointment whose time is taken away: free starts nearest to it that day with its
 * therapist, else with anybody, else with its therapist in the 14 days after; at most so many.
 */
MUST_CHECK enum err desk_free_instead(
    struct desk *d, const struct appt *a, size_t most, struct slot_list *out);

/*
 * One appointment in one line, for the screen: "Fri 27 Nov 14:30 Smith, Ada · Deep tissue 60 ·
 * Mia"; the client by initials when names are not shown.
 */
void desk_appt_line(const struct desk *d, const struct appt *a, struct str *out);
/*
 * What is read back to the client: "Friday 27 November, half past two in the afternoon, Massage for
 * 60 minutes with Mia", and until when it is held. By the desk's label: it stays on the screen.
 */
void desk_read_back(const struct desk *d, const struct booking *b, struct str *out);
/* What is kept of a step, always by name; a couple is "Smith, Ada & Kim, Lou · Couples 60 · Mia &
 * Jon". */
void desk_booking_line(const struct desk *d, const struct booking *b, struct str *out);

#endif
