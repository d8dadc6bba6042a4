/*
 * Rules about health: flags × service × pressure × skills (design: desk.md 6). What a therapist
 * knows of, and what was asked when it was booked so, is told and asked no more.
 */
#include <string.h>

#include <frontdesk/text.h>

#include "check.h"

/* How far a flag has come for the service of the proposal. */
struct raised {
	const struct flag *flag;
	const struct flag_rule *rule;
	enum flag_telling telling;
	bool known; /* a therapist knows of it */
	bool asked; /* it was said under a finding of its own */
};

static struct raised
raise(const struct practice *p, const struct proposal *want, const struct flag *f)
{
	struct raised r = {
	    .flag = f, .rule = practice_flag_rule(p, f->rule_id), .telling = want->client->telling};

	r.known = flag_is_known(f, want->service_id, want->therapist_id);
	return r;
}

/* "a STOP flag", "an ADAPT flag" */
static const char *
one_of(enum flag_level level)
{
#define X(id, word, asks) [FLAG_##id] = "a " word " flag",
	static const char *const a[] = { FLAG_LEVEL_LIST(X) };
#undef X
#define X(id, word, asks) [FLAG_##id] = "an " word " flag",
	static const char *const an[] = { FLAG_LEVEL_LIST(X) };
#undef X

	return strchr("AEIOU", flag_level_word(level)[0]) != NULL ? an[level] : a[level];
}

/* In a sentence: "herniated disc", or where its name is not said "an ADAPT flag". */
static const char *
called(const struct raised *r)
{
	return r->telling == FLAG_TELLS_NAME ? r->rule->name : one_of(r->flag->level);
}

/* "Ada Smith: " when two are booked. */
static const char *
whose(const struct proposal *want)
{
	return want->client_name != NULL ? want->client_name : "";
}

static const char *
colon(const struct proposal *want)
{
	return whose(want)[0] != '\0' ? ": " : "";
}

/* Takes note of a health finding; true: its sentence is wanted. */
static bool
ask(struct check *c, struct raised *r, enum finding_code code)
{
	if (r->known)
		return false;
	r->asked = true;
	return check_raise(c, code);
}

/* Of one level all sentences are alike: it is said once. */
static void
tell_level(struct check *c, const struct raised *r, enum finding_code code)
{
	const enum finding_level level = check_level(c, code);
	struct str text = {0};
	bool said = false;

	str_addf(&text, "%s%s%s stands", whose(c->want), colon(c->want), one_of(r->flag->level));
	for (size_t i = 0; i < c->out->n; i++)
		said = said ||
		    (c->out->v[i].level == level &&
			strcmp(c->out->v[i].text, str_text(&text)) == 0);
	if (!said)
		findings_add(c->out, level, code, 0, "%s", str_text(&text));
	str_release(&text);
}

#define TELL(c, r, code, ...) \
	do { \
		if ((r)->telling == FLAG_TELLS_LEVEL) \
			tell_level(c, r, code); \
		else \
			findings_add((c)->out, check_level(c, code), code, 0, __VA_ARGS__); \
	} while (0)

#define ASK(c, r, code, ...) \
	do { \
		if (ask(c, r, code)) \
			TELL(c, r, code, __VA_ARGS__); \
	} while (0)

/* Whether a flag wants a skill that is not there, and none before it says so already. */
static bool
asks_skill(const struct check *c, size_t i)
{
	const struct flag *f = c->want->client->flags.v;
	const struct raised r = raise(c->p, c->want, &f[i]);

	if (r.known || !flag_lacks_skill(r.rule, c->service, c->therapist))
		return false;
	for (size_t k = 0; k < i; k++) {
		const struct raised before = raise(c->p, c->want, &f[k]);

		if (!before.known && text_same(before.rule->skill, r.rule->skill))
			return false;
	}
	return true;
}

/* Whether one who gives the service has every skill that the flags want. */
static bool
is_skilled(const struct check *c, const struct therapist *t)
{
	const struct flag_list *l = &c->want->client->flags;

	for (size_t i = 0; i < l->n; i++) {
		const struct flag_rule *rule = practice_flag_rule(c->p, l->v[i].rule_id);

		if (flag_lacks_skill(rule, c->service, t))
			return false;
	}
	return check_is_able(t, c->service);
}

/*
 * A search offers whom the booking will ask about, rather than nobody, when no therapist has what
 * is wanted.
 */
static bool
is_vain(const struct check *c)
{
	for (size_t i = 0; i < c->p->therapists.n; i++)
		if (is_skilled(c, &c->p->therapists.v[i]))
			return false;
	return true;
}

/* The rule that a search heeds too: it is of the therapist, not of client and service alone. */
void
check_flag_skills(struct check *c)
{
	const struct client_facts *facts = c->want->client;

	for (size_t i = 0; facts != NULL && i < facts->flags.n; i++) {
		struct raised r = raise(c->p, c->want, &facts->flags.v[i]);

		if (asks_skill(c, i) && (c->out != NULL || !is_vain(c)))
			ASK(c, &r, FINDING_FLAG_SKILL,
			    "%s%s%s wants a therapist with the skill %s; %s has not",
			    whose(c->want), colon(c->want), called(&r), r.rule->skill,
			    c->therapist->name);
	}
}

/* The lowest cap that is not known says what all of them would. */
static bool
asks_cap(const struct check *c, const struct flag *f)
{
	const struct flag_list *l = &c->want->client->flags;

	for (size_t k = 0; k < l->n; k++) {
		const struct flag *o = &l->v[k];

		if (o->cap != 0 && (o->cap < f->cap || (o->cap == f->cap && o < f)) &&
		    !raise(c->p, c->want, o).known)
			return false;
	}
	return f->cap != 0;
}

static void
check_cap(struct check *c, struct raised *r)
{
	const int cap = r->flag->cap, least = c->service->min_pressure;
	const int asked = c->want->pressure;
	const int liked = asked != 0 ? asked : c->want->client->pressure;

	if (!asks_cap(c, r->flag))
		return;
	if (least > cap)
		ASK(c, r, FINDING_FLAG_CAP,
		    "%s%s%s needs pressure %d; %s caps at %d: the therapist must acknowledge",
		    whose(c->want), colon(c->want), c->service->name, least, called(r), cap);
	else if (liked <= cap && r->flag->outdone)
		ASK(c, r, FINDING_FLAG_CAP,
		    "%s%smore is liked at a place; %s caps at %d: the therapist must acknowledge",
		    whose(c->want), colon(c->want), called(r), cap);
	else if (liked > cap)
		ASK(c, r, FINDING_FLAG_CAP,
		    "%s%spressure %d is %s; %s caps at %d: the therapist must acknowledge",
		    whose(c->want), colon(c->want), liked,
		    c->want->pressure != 0 ? "asked for" : "liked", called(r), cap);
}

/* A clinician's leave answers the question of its level, and no other: it is to be massaged. */
static void
check_flag(struct check *c, struct raised *r)
{
	const char *who = whose(c->want), *sep = colon(c->want), *prompt = r->rule->prompt;
	const char *word = flag_level_word(r->flag->level);
	const bool named = r->telling == FLAG_TELLS_NAME;
	const char *gap = named ? " " : "", *name = named ? r->rule->name : "";

	if (r->flag->level == FLAG_STOP)
		ASK(c, r, FINDING_FLAG_STOP, "%s%s%s%s%s: %s", who, sep, word, gap, name, prompt);
	else if (r->flag->level == FLAG_CLEAR && !r->flag->cleared)
		ASK(c, r, FINDING_FLAG_CLEAR, "%s%s%s%s%s: %s", who, sep, word, gap, name, prompt);
	if (flag_blocks(r->rule, c->service->code))
		ASK(c, r, FINDING_FLAG_BLOCKS, "%s%s%s is not given with %s", who, sep,
		    c->service->name, called(r));
	check_cap(c, r);
	if (!r->asked && flag_asks(r->flag, r->rule))
		ASK(c, r, FINDING_FLAG_OPEN, "%s%s%s%s%s: the therapist must acknowledge%s%s", who,
		    sep, word, gap, name, named ? "" : ": ", named ? "" : prompt);
	if (!r->asked && check_raise(c, FINDING_FLAG_KNOWN))
		TELL(c, r, FINDING_FLAG_KNOWN, "%s%s%s%s%s%s: %s", who, sep, word, gap, name,
		    r->flag->cleared ? " (cleared)"
			: r->known   ? " (the therapist knows)"
				     : "",
		    prompt);
}

/* What is liked is no order: it is told, and the service stands. */
static void
check_pressure(struct check *c, const struct client_facts *facts)
{
	const int least = c->service->min_pressure, asked = c->want->pressure;

	if (asked != 0 && asked < least)
		FOUND(c, FINDING_PRESSURE_LOW, 0,
		    "%s begins at pressure %d (%s); %d (%s) is asked for", c->service->name, least,
		    pressure_word(least), asked, pressure_word(asked));
	else if (asked == 0 && facts->pressure != 0 && facts->pressure < least && c->out != NULL &&
	    facts->telling != FLAG_TELLS_LEVEL)
		findings_add(c->out, LEVEL_NOTICE, FINDING_PRESSURE_LOW, 0,
		    "%s%slikes pressure %d (%s); %s begins at %d", whose(c->want), colon(c->want),
		    facts->pressure, pressure_word(facts->pressure), c->service->name, least);
}

/* "consent to treatment and keeping health data is missing" */
static void
say_consents(struct str *out, unsigned missing)
{
	bool first = true;

	str_add(out, "consent to ");
	for (enum consent_kind k = 0; k < CONSENT_KIND_COUNT; k++)
		if (k != CONSENT_MINOR && (missing & 1u << k) != 0) {
			str_addf(out, "%s%s", first ? "" : " and ", consent_kind_says(k));
			first = false;
		}
	str_add(out, " is missing");
}

static void
check_papers(struct check *c, const struct client_facts *facts)
{
	const char *who = whose(c->want), *sep = colon(c->want);

	if (!facts->has_intake)
		FOUND(c, FINDING_INTAKE_MISSING, 0, "%s%sno intake yet", who, sep);
	else if (facts->intake_old)
		FOUND(c, FINDING_INTAKE_OLD, 0, "%s%sthe intake is older than %d months", who, sep,
		    settings_number(&c->p->settings, SETTING_INTAKE_MONTHS));
	if (facts->note_waits)
		FOUND(c, FINDING_NOTE_UNREAD, 0, "%s%san imported note waits to be read", who, sep);
	if ((facts->consents_missing & 1u << CONSENT_MINOR) != 0)
		FOUND(c, FINDING_GUARDIAN_MISSING, 0,
		    "%s%sunder 18: the guardian's consent is missing", who, sep);
	if (facts->last_time != NULL)
		FOUND(c, FINDING_LAST_TIME, 0, "%s%s%s", who, sep, facts->last_time);
}

void
check_health(struct check *c)
{
	const struct client_facts *facts = c->want->client;

	if (facts == NULL || c->want->taking_over)
		return;
	for (size_t i = 0; i < facts->flags.n; i++) {
		struct raised r = raise(c->p, c->want, &facts->flags.v[i]);

		r.asked = asks_skill(c, i);
		check_flag(c, &r);
	}
	check_pressure(c, facts);
	/* Who is moved was told of them when it was booked. */
	if (c->want->appt_id == 0 && (c->want->client_id != 0 || facts->is_new))
		check_papers(c, facts);
}

/* What is open of a flag when the session is to start. */
static void
start_flag(const struct practice *p, const struct proposal *want, const struct flag *f,
    struct findings *out)
{
	const struct flag_rule *rule = practice_flag_rule(p, f->rule_id);
	const bool stop = f->level == FLAG_STOP;
	const enum flag_telling telling = want->client->telling;
	const bool named = telling == FLAG_TELLS_NAME;
	const bool prompts = telling == FLAG_TELLS_PROMPT;

	if (!flag_is_open(p, f, want->service_id, want->therapist_id))
		return;
	findings_add(out, stop ? LEVEL_HARD : LEVEL_SOFT,
	    stop                                        ? FINDING_FLAG_STOP
		: f->level == FLAG_CLEAR && !f->cleared ? FINDING_FLAG_CLEAR
							: FINDING_FLAG_OPEN,
	    0, "%s%s%s: %s%s%s", flag_level_word(f->level), named ? " " : "",
	    named ? rule->name : "",
	    stop ? "the therapist speaks with the client first" : "the therapist must acknowledge",
	    prompts ? ": " : "", prompts ? rule->prompt : "");
}

void
schedule_start(const struct practice *p, const struct proposal *want, struct findings *out)
{
	const struct client_facts *facts = want->client;
	const unsigned minor = 1u << CONSENT_MINOR;
	struct str missing = {0};

	for (size_t i = 0; i < facts->flags.n; i++)
		start_flag(p, want, &facts->flags.v[i], out);
	if ((facts->consents_missing & minor) != 0)
		findings_add(out, LEVEL_HARD, FINDING_GUARDIAN_MISSING, 0,
		    "under 18: no session without the guardian's consent");
	if (!facts->has_intake)
		findings_add(out, LEVEL_SOFT, FINDING_INTAKE_MISSING, 0, "there is no intake yet");
	else if (facts->intake_old)
		findings_add(out, LEVEL_SOFT, FINDING_INTAKE_OLD, 0,
		    "the intake is older than %d months",
		    settings_number(&p->settings, SETTING_INTAKE_MONTHS));
	if (facts->note_waits)
		findings_add(
		    out, LEVEL_SOFT, FINDING_NOTE_UNREAD, 0, "an imported note waits to be read");
	if ((facts->consents_missing & ~minor) != 0) {
		say_consents(&missing, facts->consents_missing);
		findings_add(out, LEVEL_SOFT, FINDING_CONSENT_MISSING, 0, "%s", str_text(&missing));
	}
	str_release(&missing);
}
