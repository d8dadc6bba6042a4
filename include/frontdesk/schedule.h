/*
 * May this be booked? (design: desk.md 3.) schedule_check() is the one predicate: booking, moving,
 * searching for free time and "why not?" all use it. Pure: it reads what it is given.
 */
#ifndef FRONTDESK_SCHEDULE_H
#define FRONTDESK_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/appt.h>
#include <frontdesk/client.h>
#include <frontdesk/practice.h>
#include <frontdesk/visit.h>

/*
 * X(ID, level, code): every reason there is. HARD is refused, SOFT asks why to go on, NOTICE is
 * shown.
 * The level is the usual one: a past day or a diary taken over makes all but BUSY ones soft; a
 * duration typed on purpose is soft.
 */
#define FINDING_LIST(X) \
	X(CLIENT_BARRED, HARD, "client-barred") \
	X(CLIENT_ARCHIVED, HARD, "client-archived") \
	X(THERAPIST_ARCHIVED, HARD, "therapist-archived") \
	X(ROOM_ARCHIVED, HARD, "room-archived") \
	X(SERVICE_ARCHIVED, HARD, "service-archived") \
	X(THERAPIST_BUSY, HARD, "therapist-busy") \
	X(ROOM_FULL, HARD, "room-full") \
	X(NO_ROOM, HARD, "no-room") \
	X(CLIENT_BUSY, HARD, "client-busy") \
	X(LENGTH, HARD, "length") \
	X(DURATION, HARD, "duration") \
	X(NOT_ABLE, HARD, "not-able") \
	X(ROOM_UNFIT, HARD, "room-unfit") \
	X(PARTY, HARD, "party") \
	X(OUTSIDE_SHIFT, SOFT, "outside-shift") \
	X(IN_BREAK, SOFT, "in-break") \
	X(TIME_OFF, SOFT, "time-off") \
	X(CLOSED, SOFT, "closed") \
	X(ROOM_BLOCKED, SOFT, "room-blocked") \
	X(TURNOVER, SOFT, "turnover") \
	X(SKILL, SOFT, "skill") \
	X(GENDER, SOFT, "gender") \
	X(DO_NOT_PAIR, SOFT, "do-not-pair") \
	X(HANDS_ON, SOFT, "hands-on") \
	X(LICENCE, SOFT, "licence") \
	X(SAME_CLIENT, SOFT, "same-client") \
	X(PAST, SOFT, "past") \
	X(FAR_AHEAD, SOFT, "far-ahead") \
	X(OUT_OF_ORDER, SOFT, "out-of-order") \
	X(ALERT, NOTICE, "alert") \
	X(NO_PHONE, NOTICE, "no-phone") \
	X(LOOKS_LIKE, NOTICE, "looks-like") \
	X(NO_SHOWS, NOTICE, "no-shows") \
	X(SAME_DAY, NOTICE, "same-day") \
	X(FIRST_VISIT, NOTICE, "first-visit") \
	X(ORPHAN_GAP, NOTICE, "orphan-gap") \
	HEALTH_FINDING_LIST(X)
/* Those that tell of health: such a sentence is for the dialog and the card, never for a grid. */
#define HEALTH_FINDING_LIST(X) \
	X(FLAG_STOP, SOFT, "flag-stop") \
	X(FLAG_CLEAR, SOFT, "flag-clear") \
	X(FLAG_OPEN, SOFT, "flag-open") \
	X(FLAG_BLOCKS, SOFT, "flag-blocks") \
	X(FLAG_CAP, SOFT, "flag-cap") \
	X(FLAG_SKILL, SOFT, "flag-skill") \
	X(PRESSURE_LOW, SOFT, "pressure-low") \
	X(FLAG_KNOWN, NOTICE, "flag-known") \
	X(LAST_TIME, NOTICE, "last-time") \
	X(INTAKE_MISSING, NOTICE, "intake-missing") \
	X(INTAKE_OLD, NOTICE, "intake-old") \
	X(CONSENT_MISSING, NOTICE, "consent-missing") \
	X(GUARDIAN_MISSING, NOTICE, "guardian-missing") \
	X(NOTE_UNREAD, NOTICE, "note-unread")

enum finding_code {
#define X(id, level, code) FINDING_##id,
	FINDING_LIST(X)
#undef X
	    FINDING_COUNT
};

enum finding_level { LEVEL_NOTICE, LEVEL_SOFT, LEVEL_HARD };
const char *finding_level_word(enum finding_level l); /* notice soft hard */
const char *finding_code_word(enum finding_code c);
bool finding_is_health(enum finding_code c);

struct finding {
	enum finding_level level;
	enum finding_code code;
	int64_t appt_id; /* the appointment in the way; 0 = none */
	/* Owned; it names the culprit: "Mia is with Ada Smith 14:30–15:45 (turnover to 16:00)" */
	char *text;
};

struct findings {
	struct finding *v; /* hard first, then soft, then notices */
	size_t n, cap;
};
void findings_release(struct findings *f);
void findings_add(struct findings *f, enum finding_level level, enum finding_code code,
    int64_t appt_id, const char *fmt, ...) PRINTF_LIKE(5, 6);
enum finding_level findings_worst(const struct findings *f); /* LEVEL_NOTICE when empty */
bool findings_has(const struct findings *f, enum finding_code code);

/* Time off, closure, block: of a therapist, a room, or (both 0) all. */
struct absence {
	int64_t id;
	int64_t therapist_id, room_id;
	civil_min start, end;
	bool weekly; /* repeats every 7 days from start on */
	char *reason; /* owned; for the desk, never exported */
};
struct absence_list {
	struct absence *v;
	size_t n, cap;
};
void absence_list_release(struct absence_list *l);
/* Whether it is of whole days, so that nobody need be told times. */
bool absence_whole_days(const struct absence *a);
/* Whether it covers part of [start, end); weekly ones are unrolled. */
bool absence_touches(const struct absence *a, civil_min start, civil_min end);

/* The time of an absence that touches [start, end): a weekly one's in that week. */
bool absence_time(
    const struct absence *a, civil_min start, civil_min end, civil_min *from, civil_min *until);

/*
 * What is known of a stretch of whole days: every appointment that starts in it, by start (those
 * that do not hold may be among them and count for nothing); every absence touching it.
 */
struct book {
	civil_min from, until;
	struct appt_list appts;
	struct absence_list absences;
};
void book_release(struct book *b);

/* What is known of a client, for the findings that concern them. A zeroed one finds nothing. */
struct client_facts {
	enum client_state state;
	char gender_preference;
	int64_t preferred_therapist_id;
	struct ids avoid;
	bool has_phone;
	int visits; /* appointments that hold, ever */
	int no_shows; /* in the last 12 months */
	bool is_new; /* made along with this booking */
	/* Health (desk.md 6), on the day of the booking. */
	struct flag_list flags;
	enum flag_telling telling; /* what the findings say of them */
	int64_t told_at; /* UTC seconds of the newest version; 0 = nothing was told */
	int pressure; /* liked, 1..5; 0 = not told, or varies */
	bool has_intake, intake_old;
	bool note_waits; /* an imported one, that names flags */
	unsigned consents_missing; /* bits 1 << enum consent_kind */
	char *last_time; /* owned; "last: 4, too deep"; NULL = nothing told */
	struct words alerts; /* what the desk is to be told when they are booked */
	char *looks_like; /* owned; "looks like #12 Tom Twin (same phone)"; NULL = nobody */
	bool is_same; /* so much so that it is asked about */
};
void client_facts_release(struct client_facts *f);

struct proposal {
	int64_t appt_id; /* the appointment moved, never in its own way; 0 = new */
	int64_t client_id; /* 0: nobody yet (a search) */
	int64_t therapist_id, service_id;
	int64_t room_id; /* 0: to be chosen by schedule_room() */
	int64_t party_id;
	civil_min start;
	int minutes;
	bool minutes_typed; /* on purpose: not a usual duration is soft */
	int turnover; /* minutes; -1 = by service and therapist */
	bool taking_over; /* a diary from elsewhere: only double bookings are hard */
	int pressure; /* asked for, 1..5; 0: what the client likes */
	/* Flags were asked and answered where it stood: they are notices. */
	bool flags_asked;
	const struct client_facts *client; /* may be NULL */
	const char *client_name; /* said with what is found of them; NULL: they are booked alone */
};

/* The end of the therapist's time: end + turnover, cut at midnight and at the next booking. */
civil_min schedule_held(
    const struct practice *p, const struct book *b, const struct proposal *want);
/*
 * Whether `want` takes turnover from an earlier appointment: the held of that one is to become
 * want->start, in the same transaction.
 */
bool schedule_squeezes(const struct proposal *want, const struct appt *a);
/*
 * Whether `a` ends its turnover where `left` began, with the same therapist or room: once that one
 * has left its time, the held of `a` is to become schedule_held() of proposal_of_appt(a).
 */
bool schedule_gave_way(const struct appt *a, const struct appt *left);
/*
 * The turnover that was said of this one appointment; -1: it has the usual one, or that gave way to
 * what is booked behind it in the book of its day.
 */
int schedule_own_turnover(const struct practice *p, const struct book *b, const struct appt *a);
/*
 * An appointment where it stands, with the turnover the practice would give it now, or its own when
 * that is longer: a shorter one may be what it once gave up.
 */
struct proposal proposal_of_appt(const struct practice *p, const struct appt *a);

/*
 * Adds every finding about `want` to out. The book must cover the whole civil day of `want`; its
 * therapist and service must be of the practice. A practice without rooms in use needs none;
 * otherwise room_id 0 gives NO_ROOM.
 */
void schedule_check(const struct practice *p, const struct book *b, const struct proposal *want,
    civil_min now, struct findings *out);

/*
 * May a session of this client start now? Hard: an open STOP, a missing guardian's consent. Soft:
 * no intake, or an old one, a missing consent, anything else that is open. Of the flags' findings
 * alone.
 */
void schedule_start(const struct practice *p, const struct proposal *want, struct findings *out);

/*
 * Of schedule_check() only what else is booked then: the busy ones (hard) and short turnover
 * (soft). For an appointment that comes back to a time it was booked into once.
 */
void schedule_clashes(const struct practice *p, const struct book *b, const struct proposal *want,
    civil_min now, struct findings *out);

/*
 * The room when none is named: the therapist's usual one, else the smallest free room the service
 * allows (by capacity, then code); when all are taken, one that costs a question only (turnover, a
 * block). 0: none is left, or the practice has no rooms.
 */
int64_t schedule_room(const struct practice *p, const struct book *b, const struct proposal *want);
/*
 * Whether for [start, start + minutes) no room is left for any service, whoever works; false for a
 * practice without rooms. What is in the way of appt_id (0 = nothing) is that one alone.
 */
bool schedule_roomless(
    const struct practice *p, const struct book *b, int64_t appt_id, civil_min start, int minutes);

/* A wish for free time. Lists of 0 length and 0 mean "any". */
struct free_query {
	int64_t client_id;
	const struct client_facts *client; /* may be NULL */
	const char *heard; /* not owned; what the caller says of their health, or NULL */
	int64_t service_id;
	int minutes;
	bool minutes_typed;
	int64_t therapist_id;
	char gender; /* of the therapist: 'F', 'M', 0 */
	char *skill; /* owned; NULL = none asked */
	int64_t room_id;
	civil_day from, until; /* days [from, until) */
	unsigned weekdays; /* bit 1<<weekday (1..7); 0 = all */
	int after, before; /* start >= after, end <= before, minutes of the day; before 0 = 1440 */
	size_t limit; /* 0 = all */
	int64_t moving_id; /* an appointment that may be moved out of its own way */
};
void free_query_release(struct free_query *q);

struct slot {
	civil_min start, end;
	int64_t therapist_id, room_id;
	bool orphan; /* leaves a gap under 30 minutes beside it */
	bool touches; /* follows or precedes another booking or the edge of the shift directly */
};
struct slot_list {
	struct slot *v;
	size_t n, cap;
};

/*
 * Every start on the grid from now on that schedule_check() lets through without a hard or soft
 * finding: no more, no fewer; the room is the one asked for, else schedule_room()'s. Ranked for
 * "anyone": the client's preferred therapist, slots touching bookings without an orphan gap, the
 * earliest, fewest hands-on minutes that day. For a named therapist: by time. minutes 0: the
 * service's default. A service for several people is searched as a party: a start is listed when as
 * many therapists are free then.
 */
void free_search(const struct practice *p, const struct book *b, const struct free_query *q,
    civil_min now, struct slot_list *out);
void slot_list_release(struct slot_list *l);

#endif
