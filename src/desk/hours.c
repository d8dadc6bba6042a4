/* Working hours and absences, and the bookings in their way. */
#include <frontdesk/desk_practice.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "fields.h"

enum { LOOK_AHEAD = 366 }; /* days in which bookings are looked for */

/* Which bookings no longer fit. */
struct in_the_way {
	const struct therapist *therapist; /* of changed hours */
	const struct absence *absence; /* or of an absence */
	struct appt_list *out;
};

static bool
within_spans(const struct therapist *t, const struct appt *a)
{
	struct span spans[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(t, civil_day_of(a->start), spans, array_size(spans));
	int from = civil_minute_of(a->start), until = from + appt_minutes(a);

	for (size_t i = 0; i < n; i++)
		if (spans[i].from <= from && until <= spans[i].until)
			return true;
	return false;
}

static bool
collect(void *arg, const struct appt *a)
{
	struct in_the_way *w = arg;
	bool in_the_way = w->absence != NULL ? absence_touches(w->absence, a->start, a->end)
					     : !within_spans(w->therapist, a);

	if (in_the_way)
		appt_copy(list_push(w->out), a);
	return true;
}

static enum err
look(struct desk *d, struct in_the_way *w, civil_min from, int days, int64_t therapist_id,
    int64_t room_id)
{
	const struct appt_query q = {
	    .from = from,
	    .until = from + (civil_min)days * CIVIL_DAY_MINUTES,
	    .therapist_id = therapist_id,
	    .room_id = room_id,
	    .holds_only = true,
	};

	return store_appts(d->store, &q, collect, w);
}

/* The spans of one week of a cycle that are valid on a day; false: none of that cycle are. */
static bool
hours_valid(const struct therapist *t, int cycle, int week, civil_day day, struct hours *out)
{
	bool any = false;

	*out = (struct hours){0};
	for (size_t i = 0; i < t->shifts.n; i++) {
		const struct shift *s = &t->shifts.v[i];

		if (s->cycle != cycle || s->valid_from > day ||
		    (s->valid_until != CIVIL_DAY_NONE && s->valid_until <= day))
			continue;
		any = true;
		if (s->week == week && out->day[s->weekday].n < HOURS_SPANS_A_DAY)
			out->day[s->weekday].v[out->day[s->weekday].n++] = s->span;
	}
	return any;
}

static int
cycle_valid(const struct therapist *t, civil_day day)
{
	struct hours h;

	for (int cycle = 4; cycle > 1; cycle--)
		if (hours_valid(t, cycle, 0, day, &h))
			return cycle;
	return 1;
}

/* The weeks as they will be: what is not named stays as it was valid on that day. */
static enum err
write_weeks(struct desk *d, const struct therapist *t, const struct hours *typed, civil_day from,
    int cycle, int week)
{
	int was = cycle_valid(t, from);
	bool every = cycle == 1 && was > 1; /* said of no week: of each */
	int cycles = every ? was : cycle;
	struct hours weeks[4];
	enum err e = ERR_OK;

	for (int w = 0; w < cycles; w++) {
		(void)hours_valid(t, was, was == 1 ? 0 : w, from, &weeks[w]);
		for (int day = 1; day <= 7 && (every || w == week); day++)
			if ((typed->named & 1u << day) != 0)
				weeks[w].day[day] = typed->day[day];
	}
	for (int w = 0; w < cycles && e == ERR_OK; w++)
		e = store_shifts_set(d->store, t->id, &weeks[w], cycles, w, from);
	return e;
}

enum err
desk_hours(struct desk *d, int64_t therapist_id, const char *hours, civil_day from, int cycle,
    int week, struct appt_list *in_the_way)
{
	struct in_the_way way = {.out = in_the_way};
	struct store_step step = desk_step(d, "Changed hours");
	struct hours h;
	enum err e;

	if (from == CIVIL_DAY_NONE)
		from = civil_day_of(desk_now(d));
	e = hours_parse(hours, &h);
	if (e == ERR_OK)
		e = desk_setup_begin(d, &step);
	if (e != ERR_OK)
		return e;
	way.therapist = practice_therapist(&d->practice, therapist_id);
	if (way.therapist == NULL)
		e = err_set(ERR_NOT_FOUND, "no therapist #%lld", (long long)therapist_id);
	else if (h.named == HOURS_ALL_DAYS)
		e = store_shifts_set(d->store, therapist_id, &h, cycle, week, from);
	else
		e = write_weeks(d, way.therapist, &h, from, cycle, week);
	if (e == ERR_OK)
		e = desk_reload(d);
	if (e == ERR_OK) {
		way.therapist = practice_therapist(&d->practice, therapist_id);
		desk_setup_label(d, "Changed", "hours of", way.therapist->name);
		e = look(d, &way, civil_at(from, 0), LOOK_AHEAD, therapist_id, 0);
	}
	return desk_setup_end(d, e);
}

/* "9-13 14-18" of one day, read as the hours of its weekday. */
static enum err
read_spans(const char *spans, civil_day day, struct hours *out)
{
	struct str text = {0};
	enum err e;

	if (text_same(spans, "off")) {
		*out = (struct hours){0};
		return ERR_OK;
	}
	str_addf(&text, "%s %s", civil_weekday_name(civil_weekday(day)), spans);
	e = hours_parse(str_text(&text), out);
	str_release(&text);
	return e;
}

static enum err
write_day(struct desk *d, int64_t therapist_id, const char *spans, civil_day day)
{
	int weekday = civil_weekday(day);
	struct hours h;
	enum err e;

	if (text_same(spans, "usual"))
		return store_exception_clear(d->store, therapist_id, day);
	e = read_spans(spans, day, &h);
	if (e != ERR_OK)
		return e;
	return store_exception_set(d->store, therapist_id, day, h.day[weekday].v, h.day[weekday].n);
}

enum err
desk_hours_on(struct desk *d, int64_t therapist_id, const char *spans, civil_day day,
    struct appt_list *in_the_way)
{
	struct in_the_way way = {.out = in_the_way};
	struct store_step step = desk_step(d, "Changed hours of a day");
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	if (practice_therapist(&d->practice, therapist_id) == NULL)
		e = err_set(ERR_NOT_FOUND, "no therapist #%lld", (long long)therapist_id);
	else
		e = write_day(d, therapist_id, spans, day);
	if (e == ERR_OK)
		e = desk_reload(d);
	if (e == ERR_OK) {
		way.therapist = practice_therapist(&d->practice, therapist_id);
		desk_setup_label(d, "Changed", "hours of", way.therapist->name);
		e = look(d, &way, civil_at(day, 0), 1, therapist_id, 0);
	}
	return desk_setup_end(d, e);
}

/* The very same block is there: the second one would have to be given back too. */
static enum err
refuse_twice(struct desk *d, const struct absence *a)
{
	struct absence_list l = {0};
	enum err e = store_absences(d->store, a->start, a->end, &l);

	for (size_t i = 0; i < l.n && e == ERR_OK; i++) {
		const struct absence *b = &l.v[i];

		if (b->therapist_id == a->therapist_id && b->room_id == a->room_id &&
		    b->start == a->start && b->end == a->end && b->weekly == a->weekly)
			e = err_set(ERR_REFUSED, "this time is kept free already, by block %lld",
			    (long long)b->id);
	}
	absence_list_release(&l);
	return e;
}

/* "Kept Mia free Wed 25 Nov 2026 12:00", "Closed Thu 31 Dec 2026" */
static void
label_absence(struct desk *d, const struct absence *a)
{
	const struct therapist *t = practice_therapist(&d->practice, a->therapist_id);
	const struct room *r = practice_room(&d->practice, a->room_id);
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];
	struct str label = {0};

	if (t != NULL || r != NULL)
		str_addf(&label, "Kept %s free ", t != NULL ? t->name : r->name);
	else
		str_add(&label, "Closed ");
	str_add(&label, civil_long_day(civil_day_of(a->start), day));
	if (!absence_whole_days(a))
		str_addf(&label, " %s", settings_hm(&d->practice.settings, a->start, hm));
	store_relabel(d->store, str_text(&label), NULL);
	str_release(&label);
}

enum err
desk_absence_who(const struct desk *d, const char *word, struct absence *a)
{
	const struct practice *p = &d->practice;
	struct str sentence = {0};
	enum err e;

	if (text_same(word, "all"))
		return ERR_OK;
	e = practice_find_therapist(p, word, &a->therapist_id);
	if (e == ERR_OK)
		return ERR_OK;
	str_add(&sentence, err_message());
	if (practice_find_room(p, word, &a->room_id) == ERR_OK)
		e = ERR_OK;
	else
		e = err_set(e, "%s", str_text(&sentence));
	str_release(&sentence);
	return e;
}

enum err
desk_block(struct desk *d, struct absence *a, struct appt_list *in_the_way)
{
	struct in_the_way way = {.absence = a, .out = in_the_way};
	struct store_step step = desk_step(d, "Kept time free");
	enum err e;

	if (a->start >= a->end)
		return err_set(ERR_USAGE, "the time to keep free ends before it begins");
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = refuse_twice(d, a);
	if (e == ERR_OK)
		e = store_absence_add(d->store, a);
	if (e == ERR_OK)
		label_absence(d, a);
	/* What began the evening before may reach into it. */
	if (e == ERR_OK)
		e = look(
		    d, &way, a->start - APPT_HELD_MAX, LOOK_AHEAD, a->therapist_id, a->room_id);
	return desk_setup_end(d, e);
}

enum err
desk_unblock(struct desk *d, int64_t id)
{
	struct store_step step = desk_step(d, "Gave blocked time back");
	enum err e;

	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	return desk_setup_end(d, store_absence_remove(d->store, id));
}
