/* The flags that stand on a day, from what was told. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "flag_terms.h"
#include "intake_parts.h"

/* Later than any day: for good. */
#define FOR_GOOD INT32_MAX

enum { DAY_SECONDS = 86400, PREGNANCY_LAST = 20, THIRD_FROM = -84, SECOND_FROM = -182 };

struct deriving {
	const struct vocabulary *words;
	const struct health *h;
	civil_day day;
	civil_day version; /* the day of the version: what has no day of its own was told then */
};

/* The days of what raises a flag, the latest: of an event, and of what was told; NO_DAY: neither.
 */
struct cause {
	civil_day happened, told;
};
#define NO_DAY INT32_MIN

/* That terms hold: until when, and when it was told; both grow worse by what joins them. */
struct holds {
	civil_day until; /* the last day; FOR_GOOD */
	civil_day told;
	struct cause cause;
};

static void
add_cause(struct cause *all, const struct cause *one)
{
	all->happened = one->happened > all->happened ? one->happened : all->happened;
	all->told = one->told > all->told ? one->told : all->told;
}

/* --- One term -------------------------------------------------------------------------------- */

static bool
condition_holds(const struct deriving *d, const struct term *t, const struct intake_item *item,
    struct holds *out)
{
	const bool dated = item->day != CIVIL_DAY_NONE;
	const civil_day since = dated ? item->day : d->version;

	*out = (struct holds){FOR_GOOD, since, {NO_DAY, dated ? since : NO_DAY}};
	if (t->days != 0 && dated)
		out->cause = (struct cause){since, NO_DAY};
	if (t->kind == TERM_PAST)
		return item->past;
	if (t->days == 0)
		return !item->past;
	if (!t->within)
		return !item->past && dated && d->day - since >= t->days;
	/* What is over may be fresh all the same: an operation, a fracture. */
	if (item->past && !dated)
		return false;
	/* A day that was not told counts as recent, always. */
	out->until = dated ? since + t->days - 1 : FOR_GOOD;
	return true;
}

static bool
pregnancy_holds(const struct deriving *d, const struct term *t, const struct intake_item *item,
    struct holds *out)
{
	const int trimester = pregnancy_trimester(pregnancy_weeks(item->day, d->day));
	static const civil_day ends[] = {0, SECOND_FROM - 1, THIRD_FROM - 1, PREGNANCY_LAST};
	const bool any = strcmp(t->value, "any") == 0;

	*out = (struct holds){
	    item->day + (any ? PREGNANCY_LAST : ends[trimester]), d->version, {NO_DAY, NO_DAY}};
	return trimester > 0 && (any || t->value[0] == '0' + trimester);
}

/*
 * How long it has lasted decides, not the word of long ago: what was acute when it was told is
 * subacute after six weeks and chronic after twelve.
 */
static bool
onset_holds(const struct deriving *d, const struct term *t, const struct intake_item *item,
    struct holds *out)
{
	static const struct {
		const char *word;
		int from, until; /* days */
	} stages[] = {{"acute", 0, 42}, {"subacute", 42, 84}, {"chronic", 84, FOR_GOOD}};
	int64_t begun = out->told;
	bool holds = false;

	for (size_t i = 0; i < array_size(stages); i++)
		if (strcmp(str_or_empty(item->code), stages[i].word) == 0)
			begun -= stages[i].from;
	for (size_t i = 0; i < array_size(stages); i++)
		if (strcmp(t->value, stages[i].word) == 0) {
			holds =
			    d->day - begun >= stages[i].from && d->day - begun < stages[i].until;
			if (stages[i].until != FOR_GOOD)
				out->until = (civil_day)(begun + stages[i].until - 1);
		}
	return holds;
}

/* "none" is an answer, too. */
static bool
tells_nothing(const char *text)
{
	static const char *const nothing[] = {"no", "none", "nil", "never", "nothing", "not any"};
	struct str folded = {0};
	bool is;

	text_fold(&folded, text, TEXT_FOLD_PLAIN);
	is = folded.n == 0;
	for (size_t i = 0; i < array_size(nothing); i++)
		is |= strcmp(str_text(&folded), nothing[i]) == 0;
	str_release(&folded);
	return is;
}

static bool
told_holds(const struct deriving *d, const struct term *t, const struct intake_item *item,
    struct holds *out)
{
	return strcmp(intake_field_rows[item->field].word, t->value) == 0 &&
	    !tells_nothing(str_or_empty(item->text)) && condition_holds(d, t, item, out);
}

/* A disc or sciatica is of the back, though no place was told. */
static bool
is_of_back(const struct intake_item *item)
{
	const char *code = str_or_empty(item->code);

	return (item->field == INTAKE_CONDITIONS || item->field == INTAKE_CAUSE) && !item->past &&
	    (strcmp(code, "disc") == 0 || strcmp(code, "sciatica") == 0);
}

static bool
item_holds(const struct deriving *d, const struct term *t, const struct intake_item *item,
    struct holds *out)
{
	const bool same = strcmp(str_or_empty(item->code), t->value) == 0;

	const bool dated = item->day != CIVIL_DAY_NONE;

	*out = (struct holds){
	    FOR_GOOD, dated ? item->day : d->version, {NO_DAY, dated ? item->day : NO_DAY}};
	switch (t->kind) {
	case TERM_CONDITION:
	case TERM_PAST:
		return item->field == INTAKE_CONDITIONS && same && condition_holds(d, t, item, out);
	case TERM_TOLD:
		return told_holds(d, t, item, out);
	case TERM_MEDICATION:
		return item->field == INTAKE_MEDICATIONS && same && !item->past;
	case TERM_PREGNANCY:
		return item->field == INTAKE_DUE && pregnancy_holds(d, t, item, out);
	case TERM_CAUSE:
		return item->field == INTAKE_CAUSE && same && !item->past;
	case TERM_GOAL:
		return item->field == INTAKE_GOALS && same && !item->past;
	case TERM_ONSET:
		return item->field == INTAKE_ONSET && onset_holds(d, t, item, out);
	case TERM_REGION:
		return strcmp(t->value, "back") == 0 && is_of_back(item);
	case TERM_KIND:
	case TERM_KIND_COUNT:
		break;
	}
	return false;
}

/* What the words of an answer name was told as well: "nuts, latex", "other:warfarin". */
static bool
words_hold(const struct deriving *d, const struct term *t, const struct intake_item *item,
    struct holds *out)
{
	struct intake_item named = {.day = item->day, .past = item->past};
	struct vocabulary_keys keys = {0};
	struct str text = {0};
	enum vocabulary_kind kind;
	bool holds = false;

	if (!intake_names(item, &kind) ||
	    (kind == VOCABULARY_MEDICATION) != (t->kind == TERM_MEDICATION))
		return false;
	named.field = kind == VOCABULARY_MEDICATION ? INTAKE_MEDICATIONS : INTAKE_CONDITIONS;
	vocabulary_keys_add(&keys, d->words, kind);
	vocabulary_fold(&text, str_or_empty(item->text));
	for (size_t i = 0; i < keys.n && !holds; i++) {
		named.code = keys.v[i].word->code;
		holds =
		    item_holds(d, t, &named, out) && vocabulary_key_in(&keys.v[i], str_text(&text));
	}
	str_release(&text);
	vocabulary_keys_release(&keys);
	return holds;
}

static bool
region_holds(const struct deriving *d, const struct term *t, const struct region *r)
{
	const struct vocabulary_word *w;

	if (t->kind == TERM_KIND)
		return strcmp(region_kind_word(r->kind), t->value) == 0;
	if (t->kind != TERM_REGION ||
	    (r->kind != REGION_PAIN && r->kind != REGION_FOCUS && r->kind != REGION_NUMB))
		return false;
	w = vocabulary_word(d->words, VOCABULARY_REGION, r->code);
	return strcmp(r->code, t->value) == 0 || (w != NULL && strcmp(w->section, t->value) == 0);
}

/* Of several answers that make a term hold, the one that does so longest. */
static bool
term_holds(const struct deriving *d, const struct term *t, struct holds *out)
{
	const struct intake *in = &d->h->intake;
	struct holds one, best = {.cause = {NO_DAY, NO_DAY}};
	bool any = false;

	for (size_t i = 0; i < in->items.n; i++) {
		if (!item_holds(d, t, &in->items.v[i], &one) &&
		    !words_hold(d, t, &in->items.v[i], &one))
			continue;
		best.until = any && best.until > one.until ? best.until : one.until;
		best.told = any && best.told > one.told ? best.told : one.told;
		add_cause(&best.cause, &one.cause);
		any = true;
	}
	for (size_t i = 0; i < in->regions.n; i++) {
		if (!region_holds(d, t, &in->regions.v[i]))
			continue;
		best.until = FOR_GOOD;
		best.told = any && best.told > d->version ? best.told : d->version;
		any = true;
	}
	*out = best;
	return any;
}

/* The day that it was told is the first of those it stands. */
static civil_day
last_day(const struct holds *h, const struct flag_rule *r)
{
	const int64_t end = h->told + (int64_t)r->expires_days - 1;

	return r->expires_days > 0 && end < h->until ? (civil_day)end : h->until;
}

/* --- Where it is ------------------------------------------------------------------------------ */

/* What is said of a place is the intake's; here it is a place. */
static void
add_place(struct region_list *out, struct region place)
{
	place.kind = REGION_PAIN;
	place.pain = PAIN_NONE;
	place.pressure = 0;
	region_put(out, &place);
}

/* "faL knR", among other words. */
static void
add_written(const struct vocabulary *l, const char *text, struct region_list *out)
{
	while (*text != '\0') {
		size_t n = strcspn(text, " ");
		char *word = xstrndup(text, n);
		struct region place;

		if (region_looks_like(l, word) && region_parse(l, word, &place) == ERR_OK)
			add_place(out, place);
		free(word);
		text += n + (text[n] == ' ');
	}
}

/* A numb foot may tell of the back: only what is to be avoided is where it was raised from. */
static void
add_places(const struct deriving *d, const struct flag_rule *r, const struct term_list *terms,
    struct region_list *out)
{
	const struct intake *in = &d->h->intake;
	struct holds any;

	for (size_t t = 0; t < terms->n; t++) {
		for (size_t i = 0; i < in->items.n; i++)
			if (item_holds(d, &terms->v[t], &in->items.v[i], &any) &&
			    d->day <= last_day(&any, r))
				add_written(d->words, str_or_empty(in->items.v[i].text), out);
		for (size_t i = 0; r->level == FLAG_LOCAL && i < in->regions.n; i++)
			if (region_holds(d, &terms->v[t], &in->regions.v[i]))
				add_place(out, in->regions.v[i]);
	}
}

/* --- One rule -------------------------------------------------------------------------------- */

/* The last day that an alternative holds, and what it comes from; false: it does not. */
static bool
terms_hold(const struct deriving *d, const struct flag_rule *r, const struct term_list *terms,
    civil_day *until, struct cause *cause)
{
	struct holds all = {FOR_GOOD, NO_DAY, {NO_DAY, NO_DAY}}, one;

	for (size_t i = 0; i < terms->n; i++) {
		if (!term_holds(d, &terms->v[i], &one))
			return false;
		all.until = one.until < all.until ? one.until : all.until;
		all.told = one.told > all.told ? one.told : all.told;
		add_cause(&all.cause, &one.cause);
	}
	*until = last_day(&all, r);
	if (d->day > *until)
		return false;
	add_cause(cause, &all.cause);
	return true;
}

/*
 * Whether a rule is raised, and until when: the alternative that lasts longest counts. Where: all
 * of them; places may be NULL.
 */
static bool
is_raised(const struct deriving *d, const struct flag_rule *r, civil_day *until,
    struct region_list *places, struct cause *cause)
{
	const char *s = str_or_empty(r->raised_by);
	civil_day one;
	bool raised = false, end = false;

	*until = INT32_MIN;
	while (!end) {
		struct term_list terms = {0};
		/* One that is not understood raises nothing. */
		enum err err = terms_next(&s, &terms);

		end = err == ERR_OK && terms.n == 0;
		if (err == ERR_OK && !end && terms_hold(d, r, &terms, &one, cause)) {
			*until = *until > one ? *until : one;
			raised = true;
			if (places != NULL)
				add_places(d, r, &terms, places);
		}
		term_list_release(&terms);
	}
	return raised;
}

/* The same to the day after which none of the alternatives goes on from the others. */
static bool
stands(const struct deriving *d, const struct flag_rule *r, civil_day *until,
    struct region_list *places, struct cause *cause)
{
	struct deriving next = *d;
	struct cause later_cause = {NO_DAY, NO_DAY};
	civil_day later;

	if (!is_raised(d, r, until, places, cause))
		return false;
	while (*until != FOR_GOOD) {
		next.day = *until + 1;
		if (!is_raised(&next, r, &later, NULL, &later_cause))
			break;
		*until = later;
	}
	return true;
}

/*
 * A clinician's leave is what this level asks for; on others it is no more than a paper. It is for
 * what was known when it was given: not for what happened after its day, nor for what was told
 * after it came.
 */
static bool
is_cleared(const struct deriving *d, const struct flag_rule *r, const struct cause *cause)
{
	const struct clearance_list *l = &d->h->clearances;

	for (size_t i = 0; r->level == FLAG_CLEAR && i < l->n; i++) {
		const struct clearance *c = &l->v[i];

		if (!c->ended && strcmp(c->flag, r->code) == 0 && c->day <= d->day &&
		    cause->happened <= c->day && cause->told <= c->came &&
		    (c->until == CIVIL_DAY_NONE || d->day <= c->until))
			return true;
	}
	return false;
}

/* The client likes more than it allows, or does at a place. */
static bool
is_outdone(const struct deriving *d, const struct flag_rule *r)
{
	const struct intake_item *liked = intake_item(&d->h->intake, INTAKE_PRESSURE);
	const struct region_list *l = &d->h->intake.regions;

	if (r->cap == 0)
		return false;
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].pressure > r->cap)
			return true;
	return liked != NULL && liked->number <= PRESSURE_MOST && liked->number > r->cap;
}

/* Those said of this version and this rule: what is told or ruled anew is to be known anew. */
static void
add_acknowledgements(const struct deriving *d, const struct flag_rule *r, struct flag *f)
{
	const struct acknowledgement_list *l = &d->h->acknowledgements;
	const struct intake *in = &d->h->intake;

	for (size_t i = 0; i < l->n; i++) {
		const struct acknowledgement *a = &l->v[i];

		if (a->client_id != in->client_id || a->intake_id != in->id ||
		    strcmp(a->flag, r->code) != 0 || (r->rev > 1 && a->at < r->updated))
			continue;
		*list_push(&f->acknowledged) = a->service_id;
		*list_push(&f->acknowledged_by) = a->therapist_id;
		if (!ids_has(&f->therapists, a->therapist_id))
			*list_push(&f->therapists) = a->therapist_id;
	}
}

void
flags_derive(const struct flag_rules *rules, const struct vocabulary *l, const struct health *h,
    civil_day day, struct flag_list *out)
{
	const int64_t at = h->intake.at;
	const struct deriving d = {
	    .words = l,
	    .h = h,
	    .day = day,
	    .version = at > 0 ? (civil_day)(at / DAY_SECONDS) : day,
	};

	for (size_t i = 0; i < rules->n; i++) {
		const struct flag_rule *r = &rules->v[i];
		struct region_list places = {0};
		struct cause cause = {NO_DAY, NO_DAY};
		civil_day until;
		struct flag *f;

		if (!r->active || !stands(&d, r, &until, &places, &cause))
			continue;
		f = list_push(out);
		*f = (struct flag){.rule_id = r->id,
		    .level = r->level,
		    .cap = r->cap,
		    .cleared = is_cleared(&d, r, &cause),
		    .outdone = is_outdone(&d, r),
		    .until = until == FOR_GOOD ? CIVIL_DAY_NONE : until,
		    .places = places};
		add_acknowledgements(&d, r, f);
	}
}
