/*
 * Health at the desk: what is told, flags, who may see and say what (design: desk.md 6). Every
 * function that reads a client's record for a person writes who did to the audit, once a person,
 * client and day. HEALTH.
 */
#ifndef FRONTDESK_DESK_HEALTH_H
#define FRONTDESK_DESK_HEALTH_H

#include <frontdesk/desk_booking.h>
#include <frontdesk/store_health.h>

/*
 * Who sees what. The desk sees levels, prompts, preferences, regions and what it noted itself;
 * the answers in full, S/O/A/P and the therapist's notes are the therapists' and the owner's.
 * Without active persons everybody sees all. ERR_REFUSED says whose it is.
 * So do findings: they name a flag to who sees what is private, tell its level and what to do to
 * the desk, and that one of its level stands to somebody who is no person here.
 */
bool desk_sees_private(const struct desk *d);
MUST_CHECK enum err desk_may_see_private(const struct desk *d);

/* --- Words and rules -------------------------------------------------------------------------- */

/* Loads what is shipped into a file that has none of a kind; what the practice changed stays. */
MUST_CHECK enum err desk_vocabulary_load(struct desk *d);
/* X(field, label, help): what the words of add and edit may be. */
#define VOCABULARY_FIELD_LIST(X) \
	X(code, "Code", "Short code, typed") \
	X(label, "In words", "In words") \
	X(also, "Other words", "Other words for it, comma separated") \
	X(section, "Part", "The part of its list it stands in") \
	X(place, "Place", "Its place in the list")
#define FLAG_FIELD_LIST(X) \
	X(code, "Code", "Short code, typed") \
	X(name, "In words", "In words") \
	X(level, "Level", "STOP, CLEAR, LOCAL, ADAPT or INFO") \
	X(when, "Raised by", "What raises it: condition:disc+onset:acute pregnancy:2") \
	X(prompt, "What to do", "What to do") \
	X(cap, "At most", "Most pressure, 1 to 5; 0 = any") \
	X(blocks, "Not given", "Services not to be given, comma separated; * = all") \
	X(skill, "Skill", "A skill the therapist should have") \
	X(expires, "Ends after", "Days that it stands, the first with them; 0 = for good") \
	X(acknowledge, "To be told", "yes: the therapist is to be told") \
	X(place, "Place", "Its place in the list")
MUST_CHECK enum err desk_vocabulary_save(
    struct desk *d, enum vocabulary_kind kind, int64_t *id, char *const *fields, size_t n);
MUST_CHECK enum err desk_vocabulary_archive(struct desk *d, int64_t id, bool archived);
MUST_CHECK enum err desk_flag_rule_save(struct desk *d, int64_t *id, char *const *fields, size_t n);
MUST_CHECK enum err desk_flag_rule_archive(struct desk *d, int64_t id, bool archived);
/* A field as add and edit take it; field: its place in the list. Nothing of what is gone. */
void desk_vocabulary_say(const struct desk *d, int64_t id, size_t field, struct str *out);
void desk_flag_rule_say(const struct desk *d, int64_t id, size_t field, struct str *out);

/* --- Intake ----------------------------------------------------------------------------------- */

struct intake_habits desk_intake_habits(const struct desk *d);
/*
 * The newest version, one of them, all of them without answers: opened to be read. Who does not see
 * what is private finds the private sections empty.
 */
MUST_CHECK enum err desk_intake(struct desk *d, int64_t client_id, struct intake *out);
MUST_CHECK enum err desk_intake_version(
    struct desk *d, int64_t client_id, int64_t id, struct intake *out);
MUST_CHECK enum err desk_intakes(struct desk *d, int64_t client_id, struct intake_list *out);
/* When it was last told or confirmed: UTC seconds, 0 = never. Reads nobody's answers out. */
MUST_CHECK enum err desk_intake_stamp(struct desk *d, int64_t client_id, int64_t *out);
/*
 * Tells something new, in words as typed: "pain=6", "conditions=+disc", "+trB", "lbL7", "-ab",
 * "lbL=" (no more of that place), and source=, note=. Everything else stays as it was told before,
 * seen or not. base_id: the version it was made from (ERR_BUSY when there is a newer one), or
 * INTAKE_NEWEST. ERR_REFUSED: it tells nothing new; "no change" is for that.
 */
enum { INTAKE_NEWEST = -1 };
MUST_CHECK enum err desk_intake_words(
    struct desk *d, int64_t client_id, int64_t base_id, char *const *words, size_t n);
/* The same; *said is what was understood, in words. */
MUST_CHECK enum err desk_intake_tell(struct desk *d, int64_t client_id, int64_t base_id,
    char *const *words, size_t n, struct str *said);
/*
 * What is named by the words just told and not told as an answer (intake_say_named), to be asked
 * about; nothing when there is nothing. Who does not see what is private hears of these words
 * alone, whatever was told before.
 */
MUST_CHECK enum err desk_intake_named(
    struct desk *d, int64_t client_id, char *const *words, size_t n, struct str *out);
/* Stamps "no change" with today. ERR_REFUSED: nothing was ever told. */
MUST_CHECK enum err desk_no_change(struct desk *d, int64_t client_id);
/* What the caller said anew is kept as a version by phone, inside a step that is under way. */
MUST_CHECK enum err desk_hear_inside(struct desk *d, int64_t client_id, const char *heard);
/*
 * What is typed where only what was heard is: "preg 12.2. disc !lb7", the "!" left out or not. *out
 * is the same with it, *said (may be NULL) what was understood. ERR_USAGE, ERR_NOT_FOUND: a word.
 */
MUST_CHECK enum err desk_heard(
    const struct desk *d, const char *text, struct str *out, struct str *said);

/* A note of an import that names flags. */
struct note_found {
	struct note_seen note; /* its texts are owned */
	struct words codes; /* of conditions and medications it names, "condition:disc" */
};
struct note_found_list {
	struct note_found *v;
	size_t n, cap;
};
void note_found_list_release(struct note_found_list *l);
/* client_id 0: of everybody. The therapists' and the owner's. */
MUST_CHECK enum err desk_notes_to_review(
    struct desk *d, int64_t client_id, struct note_found_list *out);
/* Whether there is one of this client. What it says is not told: for anybody's eyes. */
MUST_CHECK enum err desk_note_waits(struct desk *d, int64_t client_id, bool *out);
/*
 * Takes the words that are right into a new version, and marks the note as read. "none" alone:
 * nothing of it is right. ERR_USAGE: no words.
 */
MUST_CHECK enum err desk_note_review(
    struct desk *d, const char *record, int64_t id, char *const *codes, size_t n);

/* --- Flags ------------------------------------------------------------------------------------ */

/* Those of a client on a day. */
MUST_CHECK enum err desk_flags(
    struct desk *d, int64_t client_id, civil_day day, struct flag_list *out);
/* "LOCAL fracture …: Keep away. Left forearm. Until Mon 30 Nov 2026. Known to Mia." */
void desk_flag_say(const struct desk *d, const struct flag *f, struct str *out);
/*
 * The marks over the counter of all clients of a day, by client; and of one appointment. "" = none.
 */
struct flag_mark {
	int64_t client_id;
	struct flag_list flags;
};
struct flag_marks {
	struct flag_mark *v; /* by client */
	size_t n, cap;
};
void flag_marks_release(struct flag_marks *l);
MUST_CHECK enum err desk_flag_marks(
    struct desk *d, civil_min from, civil_min until, struct flag_marks *out);
const char *desk_flag_mark(const struct desk *d, const struct flag_marks *l, const struct appt *a);
/* Whether a flag of it still waits for a therapist's word. */
bool desk_flag_waits(const struct desk *d, const struct flag_marks *l, const struct appt *a);
/* The mark of a client today, whatever is booked: what no therapist knows of. Static. */
MUST_CHECK enum err desk_client_mark(struct desk *d, int64_t client_id, const char **mark);
/*
 * A therapist says that they know of a flag before this appointment: with the PIN of their person,
 * or by phone (pin NULL), noted by who is signed in. "" as the flag's code: all that are open.
 * shown: the rules of the flags that were seen, NULL = whichever stand. ERR_BUSY: one stands open
 * that was not seen. ERR_REFUSED: a wrong PIN (that is audited), a therapist without one or not of
 * the session, no such flag stands, or nothing is open.
 */
MUST_CHECK enum err desk_acknowledge(struct desk *d, int64_t appt_id, const char *flag,
    const struct ids *shown, int64_t therapist_id, const char *pin);
/* Appointments to come that stand subject to the therapist's OK (0 = of all), by start. */
struct awaited {
	struct appt appt;
	enum flag_level level; /* the gravest that waits */
};
struct awaited_list {
	struct awaited *v;
	size_t n, cap;
};
void awaited_list_release(struct awaited_list *l);
MUST_CHECK enum err desk_awaiting(struct desk *d, int64_t therapist_id, struct awaited_list *out);

/* X(field, label, help): what the words of a clearance and of a consent may be. */
#define CLEARANCE_FIELD_LIST(X) \
	X(flag, "Flag", "Code of the flag") \
	X(by, "Given by", "The clinician who gives it") \
	X(on, "On", "Day of the letter, or today; of what happened later it clears nothing") \
	X(until, "Until", "Last day it holds; open when not said") \
	X(note, "It says", "What it says")
#define CONSENT_FIELD_LIST(X) \
	X(kind, "To", "treatment, data, minor, photo or news") \
	X(version, "Version", "Of the text that was signed") \
	X(by, "Given by", "The guardian; the client when not said") \
	X(on, "On", "Day; today when not said")
MUST_CHECK enum err desk_clearance_add(
    struct desk *d, int64_t client_id, char *const *words, size_t n);
MUST_CHECK enum err desk_clearance_end(struct desk *d, int64_t client_id, int64_t id);
MUST_CHECK enum err desk_clearances(struct desk *d, int64_t client_id, struct clearance_list *out);
MUST_CHECK enum err desk_consent_add(
    struct desk *d, int64_t client_id, char *const *words, size_t n);
MUST_CHECK enum err desk_consent_end(struct desk *d, int64_t client_id, enum consent_kind kind);
MUST_CHECK enum err desk_consents(struct desk *d, int64_t client_id, struct consent_list *out);

/*
 * The ways on when a flag stands between a plan and its service. The first: a service and pressure
 * that fit, with a skilled therapist, nearest to the time asked for (service_id 0: there is none).
 * The second: as asked, subject to the therapist's OK. The third: hold the time and call back.
 */
struct ways {
	struct plan fitting; /* owned */
	bool fitting_waits; /* it too is subject to the therapist's OK */
	char *say[3]; /* owned; what each is, in words */
	char *sentence; /* owned; what to say to the caller */
};
void ways_release(struct ways *w);
/* No way is needed when no finding is of a flag: then sentence is NULL. */
MUST_CHECK enum err desk_ways(
    struct desk *d, const struct plan *p, const struct findings *found, struct ways *out);
/* The reason that stands with what was booked so, or is held until somebody has called back. */
#define SUBJECT_TO_OK "subject to the therapist's OK"
#define CALL_BACK "call back"

/* --- Visits ----------------------------------------------------------------------------------- */

MUST_CHECK enum err desk_visit(struct desk *d, int64_t appt_id, struct visit *out);
/*
 * Words as typed: "pain=6/2" "pressure=3" "feedback=right" (VISIT_FIELD_LIST). rev: the visit as
 * seen (ERR_BUSY), VISIT_NEWEST: as it is. ERR_REFUSED: s o a p and note are the therapists' and
 * the owner's; or it is signed.
 */
enum { VISIT_NEWEST = -1 };
MUST_CHECK enum err desk_visit_words(
    struct desk *d, int64_t appt_id, int rev, char *const *words, size_t n);
/*
 * "pressure 5 is above the cap of 2": the pressure noted, also of one place, and what the flags of
 * that day allow. It happened, so it is kept; adds nothing when it keeps within them. For a
 * message, never for what is kept.
 */
MUST_CHECK enum err desk_visit_caution(struct desk *d, int64_t appt_id, struct str *out);
/* Locks it; by the therapist of the session or the owner. */
MUST_CHECK enum err desk_visit_sign(struct desk *d, int64_t appt_id);
MUST_CHECK enum err desk_visit_addendum(struct desk *d, int64_t appt_id, const char *text);
/* The newest so many of a client before now, oldest first: for the trend and "last time". */
MUST_CHECK enum err desk_visits(
    struct desk *d, int64_t client_id, size_t most, struct visit_list *out);

#endif
