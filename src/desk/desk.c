/* Opening the desk: the file, its practice, its zone; what time it is on its wall. */
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

/* Acting as someone else is the owner's. */
static enum err
may_act_as(const struct desk *d)
{
	const char *login = d->options.login;
	const struct person *self;

	if (login == NULL || strcmp(login, d->options.who) == 0 || !desk_has_persons(d))
		return ERR_OK;
	self = practice_person_of(&d->practice, login);
	if (self != NULL && self->role == PERSON_OWNER)
		return ERR_OK;
	return err_set(
	    ERR_REFUSED, "acting as %s is for the owner; you are %s", d->options.who, login);
}

enum err
desk_open(struct desk *d, const struct desk_options *o)
{
	enum err e;

	*d = (struct desk){.options = *o};
	e = store_open(&d->store, o->path, STORE_OPEN);
	if (e == ERR_OK)
		e = desk_reload(d);
	if (e == ERR_OK)
		e = may_act_as(d);
	if (e == ERR_OK)
		e = desk_vocabulary_load(d);
	if (e != ERR_OK)
		desk_close(d);
	return e;
}

void
desk_close(struct desk *d)
{
	store_close(d->store);
	practice_release(&d->practice);
	zone_close(d->zone);
	free(d->checking.first);
	free(d->signed_in);
	*d = (struct desk){0};
}

enum err
desk_reload(struct desk *d)
{
	struct practice fresh = {0};
	const char *name;
	enum err e;

	e = store_practice(d->store, &fresh);
	if (e != ERR_OK)
		return e;
	name = settings_text(&fresh.settings, SETTING_ZONE);
	if (d->zone == NULL || strcmp(zone_name(d->zone), name) != 0) {
		struct zone *zone;

		e = zone_open(&zone, name);
		if (e != ERR_OK) {
			practice_release(&fresh);
			return e;
		}
		zone_close(d->zone);
		d->zone = zone;
	}
	practice_release(&d->practice);
	d->practice = fresh;
	d->practice.settings.initials = d->initials;
	return ERR_OK;
}

void
desk_initials(struct desk *d, bool on)
{
	d->initials = on;
	d->practice.settings.initials = on;
}

int64_t
desk_utc(const struct desk *d)
{
	int64_t utc;

	if (d->options.pinned == CIVIL_NONE)
		return d->options.clock(d->options.clock_arg);
	zone_utc(d->zone, desk_now(d), &utc);
	return utc;
}

civil_min
desk_now(const struct desk *d)
{
	const struct desk_options *o = &d->options;
	civil_min now;

	if (o->pinned != CIVIL_NONE && !o->pinned_today)
		return o->pinned;
	now = zone_civil(d->zone, o->clock(o->clock_arg));
	return o->pinned == CIVIL_NONE ? now
				       : civil_at(civil_day_of(now), civil_minute_of(o->pinned));
}

civil_min
desk_civil(const struct desk *d, int64_t utc)
{
	return zone_civil(d->zone, utc);
}

/* The minute at which the practice opens on its first open weekday. */
static int
opening_minute(const struct practice *p)
{
	struct hours h;

	if (hours_parse(settings_text(&p->settings, SETTING_HOURS), &h) != ERR_OK)
		return 0;
	for (int day = 1; day <= 7; day++)
		if (h.day[day].n > 0)
			return h.day[day].v[0].from;
	return 0;
}

struct when_habits
desk_habits(const struct desk *d)
{
	const struct settings *s = &d->practice.settings;

	return (struct when_habits){
	    .now = desk_now(d),
	    .month_first = settings_is(s, SETTING_DATE_ORDER, "mdy"),
	    .opens = opening_minute(&d->practice),
	    .week_start = settings_is(s, SETTING_WEEK_START, "sun") ? 7 : 1,
	    .twelve = settings_is(s, SETTING_CLOCK, "12"),
	};
}

enum err
desk_time_exists(const struct desk *d, civil_min m)
{
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];
	int64_t utc;
	enum zone_fit fit = zone_utc(d->zone, m, &utc);

	if (fit == ZONE_ONCE)
		return ERR_OK;
	civil_long_day(civil_day_of(m), day);
	settings_hm(&d->practice.settings, m, hm);
	return err_set(ERR_REFUSED, "%s %s on %s: the clocks change that night; take another time",
	    hm, fit == ZONE_GAP ? "does not exist" : "exists twice", day);
}

enum err
desk_span_exists(const struct desk *d, civil_min start, civil_min end)
{
	enum err e = desk_time_exists(d, start);

	return e == ERR_OK ? desk_time_exists(d, end) : e;
}

struct store_step
desk_step(const struct desk *d, const char *label)
{
	return (struct store_step){
	    .who = d->options.who,
	    .desk = d->options.terminal,
	    .at = desk_utc(d),
	    .label = label,
	    .refused = !desk_may_write(d),
	};
}

struct store_step
desk_note_step(const struct desk *d, const char *label)
{
	struct store_step step = desk_step(d, label);

	step.refused = false;
	return step;
}
