/* Rules about the client, the therapist and the service. */
#include "check.h"

void
check_length(struct check *c)
{
	if (c->want->minutes <= 0)
		FOUND(c, FINDING_LENGTH, 0, "an appointment of %d minutes has no length",
		    c->want->minutes);
	else if (c->end > c->day_end)
		FOUND(c, FINDING_LENGTH, 0, "an appointment ends by midnight of its day");
	else if (c->held - c->start > APPT_HELD_MAX)
		FOUND(c, FINDING_LENGTH, 0,
		    "an appointment with its turnover takes at most %d minutes, not %d",
		    APPT_HELD_MAX, (int)(c->held - c->start));
}

/* Who it is, when two are booked; else how the one is spoken of. */
static const char *
client_or(const struct check *c, const char *nobody)
{
	const char *name = c->want->client_name;

	return name != NULL && name[0] != '\0' ? name : nobody;
}

/* ": " behind that name. */
static const char *
colon(const struct check *c)
{
	return client_or(c, "")[0] != '\0' ? ": " : "";
}

static void
check_client_state(struct check *c, enum client_state state)
{
	switch (state) {
	case CLIENT_ACTIVE:
		break;
	case CLIENT_BARRED:
		FOUND(c, FINDING_CLIENT_BARRED, 0, "%s may be booked by the owner only",
		    client_or(c, "this client"));
		break;
	case CLIENT_ARCHIVED:
	case CLIENT_DECEASED:
	case CLIENT_MERGED:
	case CLIENT_STATE_COUNT:
		FOUND(c, FINDING_CLIENT_ARCHIVED, 0, "%s%sthis client's record is closed (%s)",
		    client_or(c, ""), colon(c), client_state_word(state));
		break;
	}
}

static void
check_pairing(struct check *c, const struct client_facts *f)
{
	const struct therapist *t = c->therapist;

	if (f->gender_preference != 0 && t->gender != f->gender_preference)
		FOUND(c, FINDING_GENDER, 0, "%s would rather have a %s therapist than %s",
		    client_or(c, "the client"), f->gender_preference == 'F' ? "female" : "male",
		    t->name);
	if (ids_has(&f->avoid, t->id))
		FOUND(c, FINDING_DO_NOT_PAIR, 0, "%s and %s are not to be paired",
		    client_or(c, "the client"), t->name);
}

static void
check_client_notices(struct check *c, const struct client_facts *f)
{
	for (size_t i = 0; i < f->alerts.n; i++)
		FOUND(c, FINDING_ALERT, 0, "Alert%s%s: %s",
		    client_or(c, "")[0] != '\0' ? " for " : "", client_or(c, ""), f->alerts.v[i]);
	if (f->is_new && !f->has_phone)
		FOUND(c, FINDING_NO_PHONE, 0, "a new client without a phone");
	if (f->looks_like != NULL)
		FOUND(c, f->is_same ? FINDING_SAME_CLIENT : FINDING_LOOKS_LIKE, 0, "%s",
		    f->looks_like);
	if (f->no_shows >= 2)
		FOUND(c, FINDING_NO_SHOWS, 0, "%s%s%d no-shows in the last 12 months",
		    client_or(c, ""), colon(c), f->no_shows);
	if (f->visits == 0 && (f->is_new || c->want->client_id != 0))
		FOUND(c, FINDING_FIRST_VISIT, 0, "%s%sfirst visit: ask to come 15 minutes early",
		    client_or(c, ""), colon(c));
}

void
check_people(struct check *c)
{
	const struct therapist *t = c->therapist;

	if (c->want->client != NULL) {
		check_client_state(c, c->want->client->state);
		check_pairing(c, c->want->client);
		check_client_notices(c, c->want->client);
	}
	if (!t->active)
		FOUND(c, FINDING_THERAPIST_ARCHIVED, 0, "%s does not work here any more", t->name);
	if (t->licence_until != CIVIL_DAY_NONE && c->day > t->licence_until) {
		char day[CIVIL_LONG_SIZE];

		FOUND(c, FINDING_LICENCE, 0, "%s's licence is valid until %s", t->name,
		    civil_long_day(t->licence_until, day));
	}
}

static bool
is_able(const struct therapist *t, const struct service *s)
{
	for (size_t i = 0; i < t->services.n; i++)
		if (t->services.v[i].service_id == s->id)
			return t->services.v[i].able;
	return true;
}

/* "60 and 90": the durations the service is offered in on a day. */
static void
list_durations(struct str *out, const struct service *s, civil_day day)
{
	money_cents price;
	int last = 0;

	for (size_t i = 0; i < s->durations.n; i++) {
		int minutes = s->durations.v[i].minutes;

		if (minutes == last || !service_price(s, minutes, day, &price))
			continue;
		str_addf(out, "%s%d", last != 0 ? ", " : "", minutes);
		last = minutes;
	}
}

static void
check_duration(struct check *c)
{
	struct str offered = {0};
	money_cents price;

	if (service_price(c->service, c->want->minutes, c->day, &price) ||
	    !check_raise(c, FINDING_DURATION))
		return;
	list_durations(&offered, c->service, c->day);
	findings_add(c->out, check_level(c, FINDING_DURATION), FINDING_DURATION, 0,
	    "%s has no %d minutes; it has %s", c->service->name, c->want->minutes,
	    offered.n > 0 ? str_text(&offered) : "no durations on that day");
	str_release(&offered);
}

static bool
has_skills(const struct therapist *t, const struct service *s)
{
	for (size_t i = 0; i < s->skills.n; i++)
		if (!words_has(&t->skills, s->skills.v[i]))
			return false;
	return true;
}

bool
check_is_able(const struct therapist *t, const struct service *s)
{
	return t->active && is_able(t, s) && has_skills(t, s);
}

/* What is found stands on screens that others see: the service by its desk label. */
void
check_service(struct check *c)
{
	const struct service *s = c->service;

	if (!s->active)
		FOUND(c, FINDING_SERVICE_ARCHIVED, 0, "%s is not offered any more",
		    service_desk_name(s));
	if (!is_able(c->therapist, s))
		FOUND(c, FINDING_NOT_ABLE, 0, "%s does not give %s", c->therapist->name,
		    service_desk_name(s));
	check_duration(c);
	if (!has_skills(c->therapist, s)) /* which one would tell what for */
		FOUND(c, FINDING_SKILL, 0, "%s lacks a skill for %s", c->therapist->name,
		    service_desk_name(s));
	if (s->people > 1 && c->want->party_id == 0)
		FOUND(c, FINDING_PARTY, 0,
		    "%s is for %d clients with a therapist each; book them in one",
		    service_desk_name(s), s->people);
}
