/*
 * The practice as set up: settings, therapists with skills and shifts, rooms, services with
 * durations and prices (design: desk.md 1). A snapshot read by store_practice(); the rules read it,
 * nobody writes into it. Ids are > 0; 0 stands for "none".
 */
#ifndef FRONTDESK_PRACTICE_H
#define FRONTDESK_PRACTICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/flag.h>
#include <frontdesk/hours.h>
#include <frontdesk/money.h>
#include <frontdesk/person.h>
#include <frontdesk/setting.h>
#include <frontdesk/vocabulary.h>
#include <frontdesk/words.h>

/* One span of work on one weekday, every week or in one week of a cycle. */
struct shift {
	int weekday; /* 1..7 */
	struct span span;
	int cycle; /* weeks of the cycle, 1..4 */
	int week; /* 0..cycle-1: (weeks since Monday 1969-12-29) mod cycle */
	civil_day valid_from, valid_until; /* [from, until); until = CIVIL_DAY_NONE: open */
};

/* A day on which the shifts do not count: other spans, or none. */
struct shift_exception {
	civil_day day;
	struct span span; /* from == until: not working that day */
};

/* What a therapist may differ in for one service. */
struct therapist_service {
	int64_t service_id;
	bool able; /* false: not able to give it at all (hard) */
	int turnover; /* minutes; -1: the service's */
};

struct therapist {
	int64_t id;
	int rev;
	char *code; /* unique, short, typed when booking */
	char *name;
	char gender; /* 'F', 'M', 'X' or 0 = not told */
	char *colour; /* a word of the theme; "" = none */
	int hands_on_cap; /* minutes a day; 0 = the practice's */
	int64_t usual_room_id;
	civil_day licence_until; /* last valid day; CIVIL_DAY_NONE = not told */
	bool active;
	civil_day late_day; /* on which they run late_minutes late; CIVIL_DAY_NONE = none */
	int late_minutes;
	struct words skills;
	struct {
		struct shift *v;
		size_t n, cap;
	} shifts;
	struct {
		struct shift_exception *v;
		size_t n, cap;
	} exceptions;
	struct {
		struct therapist_service *v;
		size_t n, cap;
	} services;
};

struct room {
	int64_t id;
	int rev;
	char *code, *name;
	int capacity; /* clients of one party; 1..4 */
	bool step_free; /* reached without stairs */
	char *location;
	bool active;
};

/* A duration that a service is offered in, and its price from a day on. */
struct service_duration {
	int minutes;
	civil_day from;
	money_cents price; /* PRICE_NONE: from that day on it is not offered any more */
};
#define PRICE_NONE INT64_MAX

enum { SERVICE_TURNOVER = 15, TURNOVER_MAX = 120 }; /* minutes; the first when nobody says */
struct service {
	int64_t id;
	int rev;
	char *code; /* unique; typed with minutes: "dt60" */
	char *name;
	char *description; /* to read aloud on the phone */
	char *desk_label; /* what may be seen over the counter: "Massage"; minutes are added */
	int turnover; /* minutes after, 0..TURNOVER_MAX */
	int min_pressure; /* 0 = any, 1..5 */
	int people; /* 1; couples 2 */
	bool active;
	struct words skills; /* all required */
	struct ids rooms; /* empty: any room */
	struct {
		struct service_duration *v;
		size_t n, cap;
	} durations; /* by minutes, then from */
};

struct practice {
	struct settings settings;
	struct {
		struct therapist *v;
		size_t n, cap;
	} therapists; /* by code */
	struct {
		struct room *v;
		size_t n, cap;
	} rooms; /* by code */
	struct {
		struct service *v;
		size_t n, cap;
	} services; /* by code */
	struct {
		struct person *v;
		size_t n, cap;
	} persons; /* by login */
	struct vocabulary vocabulary;
	struct flag_rules flag_rules;
};

void therapist_release(struct therapist *t);
void room_release(struct room *r);
void service_release(struct service *s);
void practice_release(struct practice *p);

/* By id; NULL when there is none. */
const struct therapist *practice_therapist(const struct practice *p, int64_t id);
const struct room *practice_room(const struct practice *p, int64_t id);
const struct service *practice_service(const struct practice *p, int64_t id);
const struct person *practice_person(const struct practice *p, int64_t id);
const struct vocabulary_word *practice_word(const struct practice *p, int64_t id);
const struct flag_rule *practice_flag_rule(const struct practice *p, int64_t id);
/* The active person of a login; NULL when there is none. */
const struct person *practice_person_of(const struct practice *p, const char *login);

/*
 * By what a person typed: the code, else the whole name, else the unique beginning of a code or
 * name; archived ones only by their whole code or name. ERR_NOT_FOUND names the word and lists
 * what exists or what it could mean.
 */
MUST_CHECK enum err practice_find_therapist(
    const struct practice *p, const char *word, int64_t *id);
MUST_CHECK enum err practice_find_room(const struct practice *p, const char *word, int64_t *id);
MUST_CHECK enum err practice_find_service(const struct practice *p, const char *word, int64_t *id);
MUST_CHECK enum err practice_find_person(const struct practice *p, const char *word, int64_t *id);

/*
 * What a mistyped word was perhaps meant as: a code (also for the first word of a therapist's name)
 * or a weekday, one slip away; NULL = nothing.
 */
const char *practice_near(const struct practice *p, const char *word);
/*
 * Whether a record may have this code: ERR_REFUSED when a line could read it as something else, a
 * code of any kind, a day, a time, a word of the grammars. `id` of `kind` is the record itself
 * (0 = new).
 */
enum code_kind { CODE_THERAPIST, CODE_ROOM, CODE_SERVICE };
MUST_CHECK enum err practice_code_free(
    const struct practice *p, const char *code, enum code_kind kind, int64_t id);

/*
 * The spans a therapist works on a day (exceptions before shifts), ascending, apart from each
 * other; returns how many, at most max.
 */
size_t therapist_spans(const struct therapist *t, civil_day day, struct span *out, size_t max);

/* Shifts that were set together are one week's hours: whether shift i is the first of such. */
bool therapist_week_begins(const struct therapist *t, size_t i);
/* Those hours. */
void therapist_week(const struct therapist *t, size_t i, struct hours *out);
/* By how many minutes the therapist runs late on a day; 0 = on time. */
int therapist_late(const struct therapist *t, civil_day day);

/* Minutes of turnover after this service by this therapist. */
int practice_turnover(const struct practice *p, const struct service *s, const struct therapist *t);
/* The price of a duration on a day; false: the service is not offered so. */
bool service_price(const struct service *s, int minutes, civil_day day, money_cents *out);
/* The duration meant when none is typed: 60 if offered, else the shortest that day; 0 if none. */
int service_default_minutes(const struct service *s, civil_day day);
/* What it is called where others see it: the desk label, else its name. */
const char *service_desk_name(const struct service *s);
/* "Massage 60": the same with minutes. */
void service_label(struct str *out, const struct service *s, int minutes);

#endif
