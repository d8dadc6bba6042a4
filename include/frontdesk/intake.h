/*
 * What a client tells of their health (design: desk.md 6). HEALTH. A version has every answer;
 * versions are appended, never changed. Pure: dates come in as days, words from the vocabulary.
 */
#ifndef FRONTDESK_INTAKE_H
#define FRONTDESK_INTAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>
#include <frontdesk/str.h>
#include <frontdesk/vocabulary.h>
#include <frontdesk/when.h>

/* --- Regions --------------------------------------------------------------------------------- */

/*
 * X(ID, word, mark, in words): what is said of a place. In the notation a mark stands before the
 * code, or the word behind "=": "+trB" focus both upper trapezius, "-ab" avoid the abdomen, "lbL7"
 * low back left pain 7, "faR=numb", "qd=scar", "hnL=bruise"; "@3" behind it is the pressure liked
 * there ("+trB@4"). The side is one of L R B M (left, right, both, middle) or left out.
 */
#define REGION_KIND_LIST(X) \
	X(PAIN, "pain", "", "pain") \
	X(FOCUS, "focus", "+", "focus") \
	X(AVOID, "avoid", "-", "avoid") \
	X(NUMB, "numb", "", "numb") \
	X(SCAR, "scar", "", "scar") \
	X(BRUISE, "bruise", "", "bruise")
enum region_kind {
#define X(id, word, mark, words) REGION_##id,
	REGION_KIND_LIST(X)
#undef X
	    REGION_KIND_COUNT
};
const char *region_kind_word(enum region_kind k);
MUST_CHECK enum err region_kind_find(const char *word, enum region_kind *out);

enum { REGION_CODE_SIZE = 9, PAIN_NONE = -1, PAIN_MOST = 10, PRESSURE_MOST = 5 };
struct region {
	char code[REGION_CODE_SIZE]; /* of the vocabulary */
	char side; /* 'L', 'R', 'B', 'M'; 0 = not said */
	enum region_kind kind;
	int pain; /* 0..10; PAIN_NONE */
	int pressure; /* 1..5 liked there; 0 = not said */
};
struct region_list {
	struct region *v;
	size_t n, cap;
};
void region_list_release(struct region_list *l);
/* Whether a word is written as a region is, so that it is no option and no other field. */
bool region_looks_like(const struct vocabulary *l, const char *word);
/* ERR_USAGE points at what is wrong in the word: code, side, number. */
MUST_CHECK enum err region_parse(const struct vocabulary *l, const char *word, struct region *out);
/* As it is typed: "+trB@4". */
void region_write(struct str *out, const struct region *r);
/* In words: "both upper trapezius: focus, pressure 4". */
void region_say(struct str *out, const struct vocabulary *l, const struct region *r);
/* The place alone: "both upper trapezius". */
void region_say_place(struct str *out, const struct vocabulary *l, const struct region *r);
/*
 * The same place and side with the same kind takes the other's place, avoid that of focus and focus
 * that of avoid; else it is added.
 */
void region_put(struct region_list *l, const struct region *r);
/* Takes out all that is said of a place. */
void region_drop(struct region_list *l, const char *code, char side);

/* --- Pressure -------------------------------------------------------------------------------- */

/* X(level, short, full wording of the therapist's sheet): the Walton levels */
#define PRESSURE_LIST(X) \
	X(1, "very light", "light lotioning: no tissue is moved, full contact, skin only") \
	X(2, "light", "heavy lotioning: superficial fat and muscle move slightly") \
	X(3, "medium", "medium pressure: medium layers of muscle, some movement of joints") \
	X(4, "firm", "strong pressure: deep muscle, joints move; what most call deep") \
	X(5, "deep", "deep pressure: the deepest layers, close to bone; sparing")
enum { PRESSURE_VARIES = 6 };
const char *pressure_word(int level); /* 1..5 and PRESSURE_VARIES; "" for others */
const char *pressure_wording(int level); /* in full; "" for others */
/* "4", "firm", "varies". ERR_USAGE lists the levels. */
MUST_CHECK enum err pressure_parse(const char *word, int *level);

/* --- Fields ---------------------------------------------------------------------------------- */

/*
 * X(ID, word, kind, choices, section, label): every field of the form, in its order.
 *   MANY    codes of the vocabulary named by choices, each with words of its own, a day (since
 *           when) and whether it is over: "disc", "disc:L5/S1", "surgery@2026-10-20", "disc@past"
 *   ONE     one code of that vocabulary; CHOICE  one of the words in choices
 *   SCALE   0..10; PRESSURE  a level or varies; DATE  a day; WORDS  text
 */
#define INTAKE_FIELD_LIST(X) \
	X(GOALS, "goals", MANY, "goal", REASON, "Comes for") \
	X(REASON, "reason", WORDS, "", REASON, "In their words") \
	X(CAUSE, "cause", ONE, "cause", COMPLAINT, "Cause") \
	X(ONSET, "onset", CHOICE, "acute subacute chronic", COMPLAINT, "Onset") \
	X(PAIN, "pain", SCALE, "", COMPLAINT, "Pain now, 0 to 10") \
	X(WORST, "worst", SCALE, "", COMPLAINT, "At worst") \
	X(BEST, "best", SCALE, "", COMPLAINT, "At best") \
	X(QUALITY, "quality", MANY, "quality", COMPLAINT, "It feels") \
	X(WORSE, "worse", WORDS, "", COMPLAINT, "Worse with") \
	X(BETTER, "better", WORDS, "", COMPLAINT, "Better with") \
	X(SLEEP, "sleep", WORDS, "", COMPLAINT, "Effect on sleep") \
	X(WORK, "work", WORDS, "", COMPLAINT, "Effect on work") \
	X(PRESSURE, "pressure", PRESSURE, "", PRESSURE, "Pressure liked") \
	X(CONDITIONS, "conditions", MANY, "condition", HEALTH, "Conditions") \
	X(MEDICATIONS, "medications", MANY, "medication", HEALTH, "Medications") \
	X(DUE, "due", DATE, "", HEALTH, "Pregnant, due") \
	X(SURGERIES, "surgeries", WORDS, "", HEALTH, "Surgeries") \
	X(INJURIES, "injuries", WORDS, "", HEALTH, "Injuries") \
	X(IMPLANTS, "implants", WORDS, "", HEALTH, "Implants") \
	X(ALLERGIES, "allergies", WORDS, "", HEALTH, "Allergies") \
	X(OIL, "oil", WORDS, "", HEALTH, "Oil") \
	X(POSITION, "position", CHOICES, "no-prone no-supine no-left no-right step warm-table", \
	    COMFORT, "Position limits") \
	X(TALK, "talk", CHOICE, "talk quiet", COMFORT, "Talk") \
	X(MUSIC, "music", WORDS, "", COMFORT, "Music") \
	X(DRAPING, "draping", WORDS, "", COMFORT, "Draping") \
	X(UNTOUCHED, "untouched", WORDS, "", COMFORT, "Not to be touched")

/* X(ID, title, private): what is private is the therapists' and the owner's alone. */
#define INTAKE_SECTION_LIST(X) \
	X(REASON, "Reason and goals", true) \
	X(COMPLAINT, "Complaint", true) \
	X(REGIONS, "Places", false) \
	X(PRESSURE, "Pressure", false) \
	X(HEALTH, "Health", true) \
	X(COMFORT, "Comfort", false)

enum intake_field {
#define X(id, word, kind, choices, section, label) INTAKE_##id,
	INTAKE_FIELD_LIST(X)
#undef X
	    INTAKE_FIELD_COUNT
};
enum intake_section {
#define X(id, title, private) INTAKE_SECTION_##id,
	INTAKE_SECTION_LIST(X)
#undef X
	    INTAKE_SECTION_COUNT
};
/* CHOICES: any number of the words in choices. */
enum intake_kind {
	INTAKE_MANY,
	INTAKE_ONE,
	INTAKE_CHOICE,
	INTAKE_CHOICES,
	INTAKE_SCALE,
	INTAKE_IS_PRESSURE,
	INTAKE_DATE,
	INTAKE_WORDS
};
struct intake_field_row {
	const char *word, *choices, *label;
	enum intake_kind kind;
	enum intake_section section;
};
extern const struct intake_field_row intake_field_rows[INTAKE_FIELD_COUNT];
const char *intake_section_title(enum intake_section s);
bool intake_section_is_private(enum intake_section s);
/* ERR_USAGE names the word and lists the fields. */
MUST_CHECK enum err intake_field_find(const char *word, enum intake_field *out);

/* --- A version ------------------------------------------------------------------------------- */

/* X(ID, word): where it was told. */
#define INTAKE_SOURCE_LIST(X) \
	X(PAPER, "paper") \
	X(PHONE, "phone") \
	X(DESK, "desk") \
	X(THERAPIST, "therapist") \
	X(IMPORT, "import")
enum intake_source {
#define X(id, word) INTAKE_FROM_##id,
	INTAKE_SOURCE_LIST(X)
#undef X
	    INTAKE_SOURCE_COUNT
};
const char *intake_source_word(enum intake_source s);
MUST_CHECK enum err intake_source_find(const char *word, enum intake_source *out);

/* X(ID, word): what kind of version. NO_CHANGE has no answers: those before it hold. */
#define INTAKE_VERSION_LIST(X) \
	X(NEW, "new") \
	X(ANNUAL, "annual") \
	X(UPDATE, "update") \
	X(NO_CHANGE, "no change")
enum intake_version {
#define X(id, word) INTAKE_IS_##id,
	INTAKE_VERSION_LIST(X)
#undef X
	    INTAKE_VERSION_COUNT
};
const char *intake_version_word(enum intake_version v);
MUST_CHECK enum err intake_version_find(const char *word, enum intake_version *out);

/* One answer. Which members count is the field's kind. */
struct intake_item {
	enum intake_field field;
	char *code; /* owned; of the vocabulary, or a word of the choices; "" = none */
	char *text; /* owned; the words; "" = none */
	int number; /* SCALE 0..10, PRESSURE 1..6; -1 = none */
	/*
	 * Since when, or due; CIVIL_DAY_NONE = not told. Of WORDS of health the last day that they
	 * may mean ("knee 2019": the end of that year), else the one on which they were told.
	 */
	civil_day day;
	bool past; /* it is over */
};
struct intake {
	int64_t id; /* 0: nothing was told yet */
	int64_t client_id;
	int64_t at; /* UTC seconds, of this version */
	char *who; /* owned; login or person */
	enum intake_source source;
	enum intake_version version;
	char *note; /* owned; for the therapist; "" = none */
	struct {
		struct intake_item *v; /* by field, then as told */
		size_t n, cap;
	} items;
	struct region_list regions;
	/* The newest stamp, of this version or a "no change" after it; UTC seconds, 0 = none. */
	int64_t stamped_at;
};
struct intake_list {
	struct intake *v;
	size_t n, cap;
};
void intake_init(struct intake *in);
void intake_release(struct intake *in);
void intake_list_release(struct intake_list *l);
/* Deep; `to` is overwritten, not released. */
void intake_copy(struct intake *to, const struct intake *from);
bool intake_empty(const struct intake *in); /* no answer, no region, no note */

/* What the words are read with. */
struct intake_habits {
	const struct vocabulary *words;
	struct when_habits when; /* how days are typed */
	civil_day today; /* a condition without a day was told today */
};
/*
 * Sets a field from what was typed; an empty value empties it. "+VALUE" adds to a field of several,
 * "-VALUE" takes out. ERR_USAGE, ERR_NOT_FOUND name the word; then the intake is as it was.
 */
MUST_CHECK enum err intake_set(
    struct intake *in, const struct intake_habits *h, enum intake_field field, const char *value);
/* The field as it is typed, and in words. Nothing when it is not told. */
void intake_write(struct str *out, const struct intake *in, enum intake_field field);
void intake_say(
    struct str *out, const struct intake *in, const struct vocabulary *l, enum intake_field field);
/* The first answer of a field; NULL = not told. */
const struct intake_item *intake_item(const struct intake *in, enum intake_field field);
/*
 * What a caller says: "!preg 12.2. !disc !lb7 !p3": each word after "!" is a region, a condition, a
 * cause, a medication, "preg" with the due date, "p" with the pressure or a level of it by name, or
 * FIELD=VALUE. A name counts whole, or when its last word is begun by four letters. ERR_USAGE and
 * ERR_NOT_FOUND name the word, ERR_USAGE also lists its readings when there are several or it is
 * near them; then the intake is as it was. *out (may be NULL) = what was understood, in words, "; "
 * between.
 */
MUST_CHECK enum err intake_hear(
    struct intake *in, const struct intake_habits *h, const char *heard, struct str *out);
/*
 * What changed between two versions, a line each: "Pressure liked: 4 firm -> 3 medium". Adds
 * nothing when they tell the same.
 */
void intake_changes(struct str *out, const struct intake *before, const struct intake *after,
    const struct vocabulary *l);
/*
 * "Named but not told: stroke; tell it as conditions=+stroke": the conditions and medications that
 * words of `in` name (its note, and what is private) and `told` does not tell. Being named is no
 * answer: a person is to ask. Nothing when there are none.
 */
void intake_say_named(struct str *out, const struct intake *in, const struct intake *told,
    const struct vocabulary *l);
/* Whether a stamp is older than so many months on a day; also when nothing was told. */
bool intake_is_old(civil_day stamped, int months, civil_day today);

/* Weeks of pregnancy on a day (280 days end on the due date), 0..42; -1: over, or not yet. */
int pregnancy_weeks(civil_day due, civil_day day);
int pregnancy_trimester(int weeks); /* 1..3; 1 to 13 weeks, 14 to 27, 28 on; 0 for -1 */
/* ", week 28, third trimester" behind the due date of an intake; nothing when that is over. */
void pregnancy_say(struct str *out, const struct intake *in, civil_day day);

#endif
