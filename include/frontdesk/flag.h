/*
 * Flags: what must be known before hands are laid on (design: desk.md 6). They are never stored:
 * flags_derive() makes them from what was told, by the practice's rules. Pure.
 */
#ifndef FRONTDESK_FLAG_H
#define FRONTDESK_FLAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>
#include <frontdesk/intake.h>
#include <frontdesk/str.h>
#include <frontdesk/words.h>

/* What the list of them is. */
#define FLAGS_ARE "What must be known before hands are laid on"

/* X(ID, word, what it asks for): the gravest first. */
#define FLAG_LEVEL_LIST(X) \
	X(STOP, "STOP", "do not start today; the therapist speaks with the client") \
	X(CLEAR, "CLEAR", "needs a clinician's OK on file") \
	X(LOCAL, "LOCAL", "avoid that area") \
	X(ADAPT, "ADAPT", "adapt pressure or position") \
	X(INFO, "INFO", "to be known")
enum flag_level {
#define X(id, word, asks) FLAG_##id,
	FLAG_LEVEL_LIST(X)
#undef X
	    FLAG_LEVEL_COUNT
};
const char *flag_level_word(enum flag_level l);
const char *flag_level_asks(enum flag_level l);
MUST_CHECK enum err flag_level_find(const char *word, enum flag_level *out);

/*
 * raised_by: alternatives parted by blanks, each of terms that must all hold, joined by "+":
 *   condition:disc          has it now            past:clot          had it
 *   condition:surgery<42d   since less than so many days (a day not told counts as recent)
 *   condition:surgery>=42d  since so many days or more
 *   told:surgeries<42d      words in that field, of such a day (intake.h); "none" tells nothing
 *   medication:bloodthinner of that class
 *   pregnancy:1 :2 :3       in that trimester     pregnancy:any
 *   cause:disc  onset:acute the complaint's       region:back        pain, focus or numb there
 *                           (acute ends 42 days after it was told, subacute after 84)
 *   kind:numb               any region is so marked: numb, scar, bruise, avoid
 *   goal:pregnancy          what the client comes for
 * "region:back" is any region whose section is "back"; "region:lb" is that region. A disc or
 * sciatica that is had, as a condition or cause, is of "region:back" without any.
 * What free words name was told as well: conditions by those of surgeries, injuries, implants,
 * allergies and of a condition "other" ("other:heart attack"), medications by those of "other".
 */
struct flag_rule {
	int64_t id;
	int rev;
	char *code; /* owned, as all texts here; unique */
	char *name; /* "herniated disc or sciatica" */
	enum flag_level level;
	char *raised_by;
	char *prompt; /* what to do */
	int cap; /* most pressure, 1..5; 0 = any */
	char *blocks; /* codes of services, comma separated; "*" = all; "" = none */
	char *skill; /* "" = none */
	int expires_days; /* it stands so many, with the one that it was told; 0 = for good */
	bool acknowledge;
	int place;
	bool active;
	int64_t updated; /* UTC seconds: what was acknowledged before was another rule */
};
struct flag_rules {
	struct flag_rule *v; /* by level, then place */
	size_t n, cap;
};
void flag_rule_release(struct flag_rule *r);
void flag_rules_release(struct flag_rules *l);
/* ERR_USAGE names the term of raised_by that is not understood or no word of the vocabulary. */
MUST_CHECK enum err flag_rule_check(const struct flag_rule *r, const struct vocabulary *l);
const struct flag_rule *flag_rule(const struct flag_rules *l, const char *code); /* NULL: none */
/* By code or the unique beginning of code or name; ERR_NOT_FOUND lists. */
MUST_CHECK enum err flag_rule_find(
    const struct flag_rules *l, const char *word, const struct flag_rule **out);

/* A clinician's leave. */
struct clearance {
	int64_t id, client_id;
	int rev;
	char *flag, *given_by, *note; /* owned */
	civil_day day, until; /* until: last day it holds; CIVIL_DAY_NONE = open */
	int64_t at; /* UTC seconds; when it came here */
	civil_day came; /* the same as a day of the practice: for flags_derive() */
	bool ended;
};
struct clearance_list {
	struct clearance *v;
	size_t n, cap;
};
void clearance_release(struct clearance *c);
void clearance_list_release(struct clearance_list *l);

/* That a therapist knows of a flag: for client, flag and service until the next intake. */
struct acknowledgement {
	int64_t id, client_id, service_id, intake_id, appt_id, therapist_id;
	char *flag, *noted_by; /* owned */
	bool by_phone; /* else by PIN */
	int64_t at; /* UTC seconds */
};
struct acknowledgement_list {
	struct acknowledgement *v;
	size_t n, cap;
};
void acknowledgement_list_release(struct acknowledgement_list *l);

/*
 * How much of a client's flag may be said in a sentence: its name too; its level and what to do;
 * only that one of its level stands.
 */
enum flag_telling { FLAG_TELLS_NAME, FLAG_TELLS_PROMPT, FLAG_TELLS_LEVEL };

/* What flags are derived from. */
struct health {
	struct intake intake; /* the newest version; id 0 = nothing was told */
	struct clearance_list clearances;
	struct acknowledgement_list acknowledgements;
};
void health_release(struct health *h);

/* One flag of a client on a day. The rule is found again by its id (practice_flag_rule). */
struct flag {
	int64_t rule_id;
	enum flag_level level;
	int cap; /* of the rule */
	bool cleared; /* a clearance holds: CLEAR asks for nothing more by itself */
	bool outdone; /* the pressure that the client likes, or at a place, is above its cap */
	struct ids acknowledged; /* services for which a therapist knows */
	struct ids acknowledged_by; /* and who it is, in the same place */
	struct ids therapists; /* who knows, of whichever service, each once */
	civil_day until; /* the last day; CIVIL_DAY_NONE = for good */
	/*
	 * What it is about, each place once, by code and side alone: those written behind an answer
	 * that raises it ("fracture:faL knR") and, of a LOCAL one, those that do. Empty = none
	 * told.
	 */
	struct region_list places;
};
struct flag_list {
	struct flag *v; /* by level, then place of the rule */
	size_t n, cap;
};
void flag_list_release(struct flag_list *l);
void flag_list_copy(struct flag_list *to, const struct flag_list *from);

/* Every flag that stands on a day. */
void flags_derive(const struct flag_rules *rules, const struct vocabulary *l,
    const struct health *h, civil_day day, struct flag_list *out);
/* Whether the therapist knows of it for the service. */
bool flag_is_known(const struct flag *f, int64_t service_id, int64_t therapist_id);
/*
 * Whether it asks for the therapist by itself, whatever the session: STOP, CLEAR (not cleared), and
 * a rule that says so.
 */
bool flag_asks(const struct flag *f, const struct flag_rule *r);
/* Whether neither service nor therapist has the skill that the rule wants. */
struct service;
struct therapist;
bool flag_lacks_skill(
    const struct flag_rule *r, const struct service *service, const struct therapist *t);
/*
 * Whether a flag still asks for the therapist before this session: by itself, or because the
 * service needs or the client likes more pressure than its cap, is not to be given, or a skill is
 * wanting; until the therapist who gives it knows. Service 0: no session is thought of.
 */
struct practice;
bool flag_is_open(
    const struct practice *p, const struct flag *f, int64_t service_id, int64_t therapist_id);
/* The gravest that is open, a cleared one as ADAPT; FLAG_LEVEL_COUNT: none. */
enum flag_level flags_open(
    const struct practice *p, const struct flag_list *l, int64_t service_id, int64_t therapist_id);
/* " Left forearm, right knee."; adds nothing when no place was told. */
void flag_say_places(struct str *out, const struct vocabulary *l, const struct flag *f);
/* The most pressure all flags allow, 1..5; 0 = any. *which (may be NULL): whose it is. */
int flags_cap(const struct flag_list *l, const struct flag **which);
/* Whether the rule keeps a service from being given, by its code. */
bool flag_blocks(const struct flag_rule *r, const char *service_code);

/*
 * What may be seen over the counter: "!S" when a STOP stands, "!C" for a CLEAR that is not cleared
 * or anything open for the service and its therapist, "" else.
 */
const char *flags_mark(
    const struct practice *p, const struct flag_list *l, int64_t service_id, int64_t therapist_id);

#endif
