/*
 * One proposal being checked. The rules of schedule_check() stand by theme in check_who.c,
 * check_health.c, check_time.c, check_clash.c and check_room.c; each is a function over this
 * struct.
 */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include <frontdesk/schedule.h>

struct check {
	const struct practice *p;
	const struct book *b;
	const struct proposal *want;
	civil_min now;

	const struct therapist *therapist;
	const struct service *service;
	const struct room *room; /* NULL: none */
	civil_day day;
	civil_min day_start, day_end;
	civil_min start, end;
	civil_min held; /* cut at midnight, not at the next booking */
	size_t first; /* of the book's appointments: none before it reaches into the proposal */
	bool lenient; /* a past day or a diary taken over: only double bookings are hard */

	enum finding_level worst; /* so far */
	struct findings *out; /* NULL: only `worst` is asked, no sentences (a search) */
};

void check_init(struct check *c, const struct practice *p, const struct book *b,
    const struct proposal *want, civil_min now, struct findings *out);
enum finding_level check_level(const struct check *c, enum finding_code code);
/* Takes note of a finding; true: its sentence is wanted. */
bool check_raise(struct check *c, enum finding_code code);

/* Raises a finding; the sentence and its arguments are only worked out when it is wanted. */
#define FOUND(c, code, appt_id, ...) \
	do { \
		if (check_raise(c, code)) \
			findings_add((c)->out, check_level(c, code), code, appt_id, __VA_ARGS__); \
	} while (0)

/* The usual level of a code. */
enum finding_level finding_usual_level(enum finding_code code);

/* Index of the first appointment that starts at or after a time. */
size_t book_first(const struct book *b, civil_min start);

/*
 * "14:30" or "2:30pm", of the proposal's day; its midnights are 00:00 and 24:00 (12:00am both), and
 * what lies outside is cut there.
 */
char *check_hm(const struct check *c, civil_min m, char buf[static CIVIL_HM_SIZE]);
/* "Sun 29 Nov" */
enum { CHECK_DAY_SIZE = 24 };
char *check_day(civil_day day, char buf[static CHECK_DAY_SIZE]);
/* Adds "Ada Smith", "a client" when there is no name. */
void check_name(const struct practice *p, struct str *out, const struct appt *a);

/* Adds "; that hold has run out" when it is so. */
void check_say_hold(const struct check *c, struct str *out, const struct appt *a);

/*
 * Whether an appointment takes time that the proposal wants: holds, is another one, and overlaps
 * [start, held).
 */
bool check_in_way(const struct check *c, const struct appt *a);

/* Whether the sessions themselves overlap, turnover aside. */
bool check_sessions_overlap(const struct check *c, const struct appt *a);
/* "only 5 min after Ada Smith with Mia (turnover 15)"; or "in room 2" */
void check_say_turnover(struct check *c, const struct appt *a, const char *with, const char *whom);

/*
 * All rules but that of the room, those that say the same of every start of the day or the others;
 * stops at the first question or refusal.
 */
bool check_passes(struct check *c, bool all_day);

/* The rules. */
/* Whether a therapist gives a service. */
bool check_is_able(const struct therapist *t, const struct service *s);
void check_length(struct check *c);
void check_people(struct check *c);
void check_service(struct check *c);
void check_flag_skills(struct check *c);
void check_health(struct check *c);
void check_shift(struct check *c);
void check_absences(struct check *c);
void check_distance(struct check *c);
void check_clashes(struct check *c);
void check_hands_on(struct check *c);
void check_client_day(struct check *c);
void check_gaps(struct check *c);
void check_room(struct check *c);
void check_occupied(struct check *c); /* its room by others; c->room is not NULL */
void check_room_absences(struct check *c);
/* The best room for what is checked, by the book as it stands there; 0: none is left. */
int64_t check_best_room(const struct check *at);

/*
 * Free minutes left beside the proposal, to the next booking, time off or edge of the shift; -1
 * when outside a shift.
 */
struct gaps {
	int before, after;
};
struct gaps check_gaps_beside(const struct check *c);
bool gap_is_orphan(int minutes);
/* Session minutes of the therapist's other appointments on that day. */
int check_hands_on_minutes(const struct check *c);

#endif
