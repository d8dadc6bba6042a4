/*
 * What happened in a session, and consents (design: desk.md 6). HEALTH.
 */
#ifndef FRONTDESK_VISIT_H
#define FRONTDESK_VISIT_H

#include <frontdesk/civil.h>
#include <frontdesk/intake.h>

/* X(ID, word, in words): what the client says of the pressure. */
#define FEEDBACK_LIST(X) \
	X(NONE, "", "") \
	X(LIGHT, "light", "too light") \
	X(RIGHT, "right", "right") \
	X(DEEP, "deep", "too deep")
enum feedback {
#define X(id, word, words) FEEDBACK_##id,
	FEEDBACK_LIST(X)
#undef X
	    FEEDBACK_COUNT
};
const char *feedback_word(enum feedback f);
const char *feedback_says(enum feedback f);
MUST_CHECK enum err feedback_find(const char *word, enum feedback *out);

/*
 * X(ID, word, label): what `visit APPT field=value` takes, and the form shows.
 *   pain         "6/2": before and after, 0..10; "6" or "6/", and "/2", leave the other as it was
 *   comfort      0..10, to stay at 7 or below
 *   regions      as in intake.h: "lbL trB@4"         techniques  codes, comma separated
 *   again        "2w x4": every two weeks, four times; "10d"; "" = none
 *   aftercare    yes or no
 *   s o a p      the therapist's; locked once signed
 */
#define VISIT_FIELD_LIST(X) \
	X(PAIN, "pain", "Pain before/after") \
	X(PRESSURE, "pressure", "Pressure used") \
	X(FEEDBACK, "feedback", "It was") \
	X(COMFORT, "comfort", "Comfort, 0 to 10") \
	X(REGIONS, "regions", "Worked on") \
	X(TECHNIQUES, "techniques", "Techniques") \
	X(AGAIN, "again", "Come again") \
	X(AFTERCARE, "aftercare", "Aftercare given") \
	X(S, "s", "S: what the client said") \
	X(O, "o", "O: what was found") \
	X(A, "a", "A: assessment") \
	X(P, "p", "P: plan") \
	X(NOTE, "note", "Note")
enum visit_field {
#define X(id, word, label) VISIT_##id,
	VISIT_FIELD_LIST(X)
#undef X
	    VISIT_FIELD_COUNT
};
const char *visit_field_word(enum visit_field f);
const char *visit_field_label(enum visit_field f);
MUST_CHECK enum err visit_field_find(const char *word, enum visit_field *out);
/* s o a p and note: the therapist's and the owner's alone. */
bool visit_field_is_private(enum visit_field f);

struct addendum {
	int64_t at;
	char *who, *text; /* owned */
};
struct visit {
	int64_t appt_id; /* 0: nothing is written of it */
	int rev; /* 0: no row yet */
	int pain_before, pain_after, comfort; /* 0..10; PAIN_NONE */
	int pressure; /* 1..5; 0 = not told */
	enum feedback feedback;
	struct region_list regions; /* kind is not used */
	char *techniques; /* owned, as all texts here; codes, comma separated */
	char *soap[4]; /* S, O, A, P */
	char *note; /* the therapist's, also of an import */
	int64_t signed_at; /* UTC seconds; 0 = open */
	char *signed_by;
	int again_days, again_times; /* 0 = none; 0 = not said how often */
	bool aftercare;
	struct {
		struct addendum *v;
		size_t n, cap;
	} addenda;
	/* Read along with it: of its appointment. */
	civil_min start;
	int64_t service_id, therapist_id;
};
struct visit_list {
	struct visit *v;
	size_t n, cap;
};
void visit_init(struct visit *v);
void visit_release(struct visit *v);
void visit_list_release(struct visit_list *l);
/*
 * An empty value empties the field. ERR_USAGE names the word; ERR_REFUSED: it is signed, say it as
 * an addendum (again, aftercare and note stay open).
 */
MUST_CHECK enum err visit_set(
    struct visit *v, const struct vocabulary *l, enum visit_field field, const char *value);
/* As typed; and in words ("6 before, 2 after"). */
void visit_write(struct str *out, const struct visit *v, enum visit_field field);
void visit_say(
    struct str *out, const struct visit *v, const struct vocabulary *l, enum visit_field field);

/* "last: 4, too deep": pressure and feedback of a visit; adds nothing when neither is told. */
void visit_last(struct str *out, const struct visit *v);
/* The change a visit made: before - after; 0 when one is not told. Marked from VISIT_CHANGE on. */
enum { VISIT_CHANGE = 2 };
int visit_change(const struct visit *v);
/*
 * The trend of a client's pain, oldest first, in at most so many columns: one line a visit, "12 Oct
 * 7 ####### -> 4 ####  -3 *"; the changes of VISIT_CHANGE and more are marked. Only visits with a
 * pain. The last line says it in words: "7 -> 3 over 3 visits". Nothing when none has one.
 */
void visit_trend(struct str *out, const struct visit_list *l, int columns, size_t most);

/* --- Consents -------------------------------------------------------------------------------- */

/* X(ID, word, in words, required): what a client agrees to. */
#define CONSENT_KIND_LIST(X) \
	X(TREATMENT, "treatment", "treatment", true) \
	X(DATA, "data", "keeping health data", true) \
	X(MINOR, "minor", "treatment of a minor, by the guardian", false) \
	X(PHOTO, "photo", "photographs", false) \
	X(NEWS, "news", "news by mail", false)
enum consent_kind {
#define X(id, word, words, required) CONSENT_##id,
	CONSENT_KIND_LIST(X)
#undef X
	    CONSENT_KIND_COUNT
};
const char *consent_kind_word(enum consent_kind k);
const char *consent_kind_says(enum consent_kind k);
MUST_CHECK enum err consent_kind_find(const char *word, enum consent_kind *out);
struct consent_given {
	int64_t id, client_id;
	int rev;
	enum consent_kind kind;
	char *version, *given_by; /* owned; given_by "" = the client */
	civil_day day, ended; /* ended: withdrawn; CIVIL_DAY_NONE = it holds */
};
struct consent_list {
	struct consent_given *v;
	size_t n, cap;
};
void consent_given_release(struct consent_given *c);
void consent_list_release(struct consent_list *l);
/* Those that are required and missing on a day, as bits 1 << kind; MINOR for who is under 18. */
unsigned consents_missing(const struct consent_list *l, civil_day birth, civil_day day);
bool is_minor(civil_day birth, civil_day day); /* under 18; false when not told */

#endif
