/* The ways on when a flag stands between a caller and what they ask for (design: screens.md). */
#include <frontdesk/desk_health.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "health.h"
#include "side.h"

enum { SAME_LENGTH = 1000 }; /* worth more than all skills */

void
ways_release(struct ways *w)
{
	plan_release(&w->fitting);
	for (size_t i = 0; i < array_size(w->say); i++)
		free(w->say[i]);
	free(w->sentence);
	*w = (struct ways){.fitting = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE}};
}

static bool
is_asked(const struct findings *found)
{
	for (size_t i = 0; i < found->n; i++)
		if (found->v[i].level == LEVEL_SOFT && finding_is_health(found->v[i].code))
			return true;
	return false;
}

/* Whether a flag that nobody has cleared or acknowledged wants this skill. */
static bool
is_wanted(const struct desk *d, const struct flag_list *flags, const char *skill)
{
	for (size_t i = 0; i < flags->n; i++)
		if (text_same(practice_flag_rule(&d->practice, flags->v[i].rule_id)->skill, skill))
			return true;
	return false;
}

/* Whether no flag speaks against a service, by its pressure or its code. */
static bool
is_allowed(const struct desk *d, const struct flag_list *flags, const struct service *s)
{
	const int cap = flags_cap(flags, NULL);

	if (cap != 0 && s->min_pressure > cap)
		return false;
	for (size_t i = 0; i < flags->n; i++)
		if (flag_blocks(practice_flag_rule(&d->practice, flags->v[i].rule_id), s->code))
			return false;
	return true;
}

/* How well another service suits the flags: -1 not at all; a skill that they want is worth. */
static int
suits(const struct desk *d, const struct flag_list *flags, const struct service *s)
{
	int worth = 0;

	if (!is_allowed(d, flags, s))
		return -1;
	for (size_t i = 0; i < s->skills.n; i++)
		if (!is_wanted(d, flags, s->skills.v[i]))
			return -1;
		else
			worth += 2;
	return worth;
}

/*
 * The service asked for when nothing speaks against it; else the one that suits best, of the same
 * length if any is; of equals the one that the practice had first.
 */
static const struct service *
fitting_service(const struct desk *d, const struct flag_list *flags, const struct plan *p)
{
	const struct service *asked = practice_service(&d->practice, p->service_id), *best = NULL;
	const civil_day day = civil_day_of(p->start);
	money_cents price;
	int most = -1;

	if (is_allowed(d, flags, asked))
		return asked;
	for (size_t i = 0; i < d->practice.services.n; i++) {
		const struct service *s = &d->practice.services.v[i];
		int worth = suits(d, flags, s);

		if (!s->active || s->people != asked->people || worth < 0)
			continue;
		if (service_price(s, p->minutes, day, &price))
			worth += SAME_LENGTH;
		if (worth > most || (worth == most && best != NULL && s->id < best->id)) {
			most = worth;
			best = s;
		}
	}
	return best;
}

/* Where it is free: with the therapist asked for, else with anybody; that day, else the next one.
 */
static enum err
place_fitting(struct desk *d, struct plan *w)
{
	const civil_min asked = w->start;
	struct slot_list near = {0};
	struct slot slot = {0};
	enum err e = desk_free_near(d, w, 1, &near);
	bool found = e == ERR_OK && near.n > 0;

	if (found)
		slot = near.v[0];
	slot_list_release(&near);
	if (e == ERR_OK && !found) {
		w->therapist_id = 0;
		e = desk_free_next(d, w, &slot);
	}
	if (e == ERR_OK) {
		w->start = slot.start;
		w->therapist_id = slot.therapist_id;
		w->room_id = slot.room_id;
		w->requested = w->requested && w->start == asked;
	}
	return e;
}

/* Whether the way comes out where the caller was just refused. */
static bool
is_same(const struct plan *p, const struct plan *w)
{
	return w->service_id == p->service_id && w->minutes == p->minutes && w->start == p->start &&
	    (p->therapist_id == 0 || w->therapist_id == p->therapist_id);
}

/*
 * A copy of the plan but for service, place and length; nothing free within weeks, or no other
 * booking than that: no such way.
 */
static enum err
find_fitting(struct desk *d, const struct plan *p, const struct flag_list *flags, struct plan *out)
{
	const struct service *s = fitting_service(d, flags, p);
	const civil_day day = civil_day_of(p->start);
	money_cents price;
	enum err e;

	*out = *p;
	out->new_name = out->new_phone = out->desk_note = out->therapist_note = NULL;
	if (s == NULL || p->client2_id != 0 || (flags->n > 0 && flags->v[0].level == FLAG_STOP)) {
		*out = (struct plan){.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
		return ERR_OK; /* no way is open under a STOP, or to a couple */
	}
	out->service_id = s->id;
	if (!service_price(s, p->minutes, day, &price)) {
		out->minutes = service_default_minutes(s, day);
		out->minutes_typed = false;
	}
	e = place_fitting(d, out);
	out->heard = NULL; /* the caller's plan has it */
	if (e == ERR_NOT_FOUND || (e == ERR_OK && is_same(p, out))) {
		*out = (struct plan){.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
		e = ERR_OK;
	}
	return e;
}

static void
keep_words(const struct plan *p, struct plan *w)
{
	w->new_name = p->new_name != NULL ? xstrdup(p->new_name) : NULL;
	w->new_phone = p->new_phone != NULL ? xstrdup(p->new_phone) : NULL;
	w->desk_note = p->desk_note != NULL ? xstrdup(p->desk_note) : NULL;
	w->therapist_note = p->therapist_note != NULL ? xstrdup(p->therapist_note) : NULL;
	w->heard = p->heard != NULL ? xstrdup(p->heard) : NULL;
}

/* What to say to the caller, by the gravest flag. No diagnosis, no promise. */
static const char *const sentences[FLAG_LEVEL_COUNT] = {
    [FLAG_STOP] = "\"Thank you for telling me. With that we do not begin a session; please ask a "
		  "doctor, and our therapist will call you.\"",
    [FLAG_CLEAR] =
	"\"Thank you for telling me. For that we ask for your doctor's OK in writing; our "
	"therapist will look at it before the session.\"",
    [FLAG_LOCAL] = "\"Thank you for telling me. Your therapist will leave that place out.\"",
    [FLAG_ADAPT] = "\"Thank you for telling me. Your therapist will look at it before the session "
		   "and adapt the pressure.\"",
    [FLAG_INFO] = "\"Thank you for telling me. I note it for your therapist.\"",
};

static void
say_ways(struct desk *d, const struct flag_list *flags, enum flag_level level, struct ways *w)
{
	const struct therapist *t = practice_therapist(&d->practice, w->fitting.therapist_id);
	const struct service *s = practice_service(&d->practice, w->fitting.service_id);
	const int cap = flags_cap(flags, NULL);
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];
	struct str fit = {0};

	if (s != NULL) {
		str_addf(&fit, "%s %d", s->name, w->fitting.minutes);
		if (cap != 0)
			str_addf(&fit, " at pressure %d (%s) at most", cap, pressure_word(cap));
		str_addf(&fit, " with %s, %s %s", t->name,
		    civil_long_day(civil_day_of(w->fitting.start), day),
		    settings_hm(&d->practice.settings, w->fitting.start, hm));
	}
	w->say[0] = s != NULL ? str_take(&fit) : NULL;
	w->say[1] = xstrdup("As asked, " SUBJECT_TO_OK);
	w->say[2] = xstrdup("Hold the time and call back");
	w->sentence = xstrdup(sentences[level]);
	str_release(&fit);
}

enum err
desk_ways(struct desk *d, const struct plan *p, const struct findings *found, struct ways *out)
{
	struct client_facts facts = {0};
	enum err e;

	*out = (struct ways){.fitting = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE}};
	if (!is_asked(found) || p->start == CIVIL_NONE)
		return ERR_OK;
	e = facts_read(d, p->client_id, p->heard, civil_day_of(p->start), &facts);
	/* What would fit tells what a flag asks for. */
	if (e == ERR_OK && facts.telling != FLAG_TELLS_LEVEL)
		e = find_fitting(d, p, &facts.flags, &out->fitting);
	if (e == ERR_OK) {
		const enum flag_level level =
		    flags_open(&d->practice, &facts.flags, p->service_id, p->therapist_id);

		if (out->fitting.service_id != 0) {
			keep_words(p, &out->fitting);
			out->fitting_waits =
			    flags_open(&d->practice, &facts.flags, out->fitting.service_id,
				out->fitting.therapist_id) != FLAG_LEVEL_COUNT;
		}
		/* With none left it is a pressure to be adapted. */
		say_ways(d, &facts.flags, level != FLAG_LEVEL_COUNT ? level : FLAG_ADAPT, out);
	}
	client_facts_release(&facts);
	return e;
}
