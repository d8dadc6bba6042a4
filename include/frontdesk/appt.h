/*
 * An appointment and its states (design: desk.md 4). The session runs [start, end); the client is
 * taken until end, therapist and room until held = end + turnover.
 */
#ifndef FRONTDESK_APPT_H
#define FRONTDESK_APPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>
#include <frontdesk/money.h>
#include <frontdesk/str.h>
#include <frontdesk/words.h>

struct settings;

/*
 * X(ID, character, word, holds, title)
 *   word   what a person types for it; holds: whether it keeps the time taken
 *   title  how it is said on paper and screens
 * No state uses ! > < (an alert, the selection).
 */
#define APPT_STATE_LIST(X) \
	X(HELD, '~', "held", true, "held") \
	X(BOOKED, '-', "booked", true, "booked") \
	X(CONFIRMED, '+', "confirmed", true, "confirmed") \
	X(ARRIVED, '@', "arrived", true, "arrived") \
	X(STARTED, '*', "started", true, "in session") \
	X(COMPLETED, '=', "completed", true, "completed") \
	X(CANCELLED, 'x', "cancelled", false, "cancelled") \
	X(LATE, '%', "late", false, "cancelled late") \
	X(PRACTICE, 'p', "practice", false, "cancelled by the practice") \
	X(NOSHOW, '?', "noshow", false, "no-show") \
	X(LEFT, '^', "left", false, "left without service") \
	X(VOID, 'v', "void", false, "booked in error")

enum appt_state {
#define X(id, character, word, holds, title) APPT_##id,
	APPT_STATE_LIST(X)
#undef X
	    APPT_STATE_COUNT
};

char appt_state_char(enum appt_state s);
const char *appt_state_word(enum appt_state s);
const char *appt_state_title(enum appt_state s);
bool appt_state_holds(enum appt_state s);
bool appt_has_begun(enum appt_state s); /* hands were laid on: started, completed */
/* Whether it counts in a client's figures: all but void and cancelled by the practice. */
bool appt_state_counts(enum appt_state s);
bool appt_state_from_char(char c, enum appt_state *out);
/* By word or character; ERR_USAGE lists the words. */
MUST_CHECK enum err appt_state_parse(const char *word, enum appt_state *out);

struct appt;
/*
 * The move from the state it is in to another (of the appointment: state, state_before, start).
 *   forward   held booked confirmed (either or both skipped) -> arrived -> started -> completed
 *   back      any one step, and every x % p v ? ^ back to where it came from, state_before
 *   out       held, booked, confirmed -> x % p v ?; arrived -> ^ v p
 * ORDER: it skips a step, goes back over more than one, or from out of the plan anywhere else; a
 * no-show before the start; arrived, started or completed said on a later day. The person may force
 * it. NEVER: no sense (a no-show of one in session, anything out of completed but back; arrived,
 * started, completed, no-show and left before the day of the appointment).
 * err_message() has the sentence when the answer is not STEP_OK.
 */
enum appt_step { STEP_OK, STEP_ORDER, STEP_NEVER };
enum appt_step appt_step(const struct appt *a, enum appt_state to, civil_min now);

/* Longest time an appointment may hold its therapist, within one day; triggers have it too. */
enum { APPT_HELD_MAX = 480, APPT_UID_SIZE = 16 };

struct appt {
	int64_t id;
	unsigned char uid[APPT_UID_SIZE]; /* random, for ever (RFC 7986 5.3) */
	int64_t client_id, therapist_id;
	int64_t room_id; /* 0: none */
	int64_t service_id;
	int64_t party_id; /* 0: alone; a couple shares one */
	int64_t series_id;
	civil_min start, end, held;
	enum appt_state state;
	enum appt_state state_before; /* where it left the plan (x % p v ? ^); else state */
	bool requested; /* the therapist was asked for by name */
	bool message_left; /* the mark `m` */
	char *desk_note; /* owned; seen by all at the desk; no health */
	char *reason; /* owned; why a soft finding was overridden, or why it was cancelled */
	money_cents price;
	money_cents paid;
	civil_min hold_until; /* for held; else CIVIL_NONE */
	civil_min expected; /* when a client who comes late said to be here; appt_expected() */
	/* UTC seconds; 0 = not. */
	int64_t booked_at, confirmed_at, arrived_at, started_at, completed_at, ended_at;
	int rev;
	int sequence; /* RFC 5545 3.8.7.4: rises with each change of time, room, therapist, state */
	int64_t updated; /* UTC seconds */
	char *last_by; /* owned; who changed it last */
	/* Read along with it, for lists; not part of the record. */
	char *client_first, *client_last; /* owned; last: as shown (client_shown_last) */
	bool first_visit; /* the client has no earlier appointment that holds */
};

struct appt_list {
	struct appt *v;
	size_t n, cap;
};

void appt_release(struct appt *a);
/* Deep; `to` is overwritten, not released. */
void appt_copy(struct appt *to, const struct appt *from);
void appt_list_release(struct appt_list *l);
int appt_minutes(const struct appt *a); /* session, without turnover */

/*
 * What the clock says of it (design: desk.md 4); nothing is ever marked by itself.
 *   expected  when the client is to come: its start, or what was said, within the session
 *   late      minutes since its start without the client, from when they were expected to its end
 *   left      minutes until its end when it has not begun by its start: who comes late ends on time
 *   noshow    15 minutes after they were expected, to the end of that day, the desk is asked
 */
civil_min appt_expected(const struct appt *a);
int appt_late(const struct appt *a, civil_min now);
/* Whether the client may be expected at a time; else says why not. */
MUST_CHECK enum err appt_may_expect(const struct appt *a, civil_min at);
int appt_left(const struct appt *a, civil_min now);
bool appt_asks_noshow(const struct appt *a, civil_min now);
/* A held time whose hold has run out. It goes on holding: the desk decides. */
bool appt_hold_over(const struct appt *a, civil_min now);
/*
 * All of that in words, `lead` before it: "no-show? 20 min late, 40 of 60 min left", "exp. 10:50,
 * 40 of 60 min left", "held until 18:00", or nothing.
 */
void appt_remark(struct str *out, const char *lead, const struct appt *a, civil_min now,
    const struct settings *s);

/*
 * Why an appointment needs the desk, the most pressing first. X(ID, in words)
 */
#define APPT_NEED_LIST(X) \
	X(WAITING, "has come and waits") \
	X(NOSHOW, "no-show?") \
	X(LATE, "late") \
	X(OVER, "past its end") \
	X(HOLD, "the hold runs out") \
	X(OK, "waits for the therapist's OK") \
	X(CALL, "not confirmed for tomorrow")
enum appt_need {
#define X(id, words) APPT_NEEDS_##id,
	APPT_NEED_LIST(X)
#undef X
	    APPT_NEEDS_NOTHING
};
const char *appt_need_words(enum appt_need n); /* "" = nothing */
/* waiting: the appointments that wait for a therapist's OK; NULL = none. */
enum appt_need appt_need(const struct appt *a, const struct ids *waiting, civil_min now);
/*
 * Of those that need the desk, by need and then by start, the one behind `after` (the first when
 * that is none of them, or the last): so that going on and on meets each. NULL: none does. *nth:
 * which it is, from 1; *of: how many there are.
 */
const struct appt *appt_next_need(const struct appt_list *l, const struct ids *waiting,
    int64_t after, civil_min now, size_t *nth, size_t *of);

/*
 * Where the moment is kept at which it came into a state: booked_at for held and booked, ended_at
 * for x % p v ? ^.
 */
int64_t *appt_stamp(struct appt *a, enum appt_state s);
/*
 * Makes the move, once it is allowed: state, state_before, stamps (a step back clears those of the
 * steps undone) and, when it is no longer held, hold_until.
 */
void appt_enter(struct appt *a, enum appt_state to, int64_t utc);
/* What a client's cancelling is called now: late when less than late_hours are left. */
enum appt_state appt_cancelled(civil_min start, civil_min now, int late_hours);

/* UUID of the appointment as text, for .ics: 36 characters, lower case. */
enum { APPT_UID_TEXT = 37 };
char *appt_uid_text(const unsigned char uid[static APPT_UID_SIZE], char buf[static APPT_UID_TEXT]);

#endif
