/*
 * Time was taken that is booked ("Mia is sick today"): its clients are gone through one by one,
 * each with phone and nearest alternatives. Nothing is changed but by a key.
 */
#include "day.h"

#include <stdlib.h>

#include <frontdesk/mem.h>

static bool
is_affected(const struct day *d, const struct appt *a)
{
	return civil_day_of(a->start) == d->day && a->end > desk_now(day_desk(d)) &&
	    a->state <= APPT_ARRIVED;
}

void
day_affected_begin(struct day *d, int64_t absence_id, const struct appt_list *l, const char *why)
{
	struct affected *f = &d->affected;

	f->appts.n = f->at = 0;
	f->absence_id = absence_id;
	f->day = d->day;
	f->moved = f->cancelled = 0;
	xstrset(&f->why, why);
	for (size_t i = 0; i < l->n; i++) {
		if (is_affected(d, &l->v[i]))
			*list_push(&f->appts) = l->v[i].id;
	}
	if (f->appts.n > 0)
		day_affected_show(d);
}

bool
day_affected_again(struct day *d)
{
	const struct therapist *t = d->as == DAY_ROOMS ? NULL : day_therapist(d);
	const civil_min midnight = civil_at(d->day, 0);
	const struct absence *off = NULL;
	struct appt_list open = {0};
	struct str why = {0};

	for (size_t i = 0; t != NULL && i < d->book.absences.n; i++) {
		const struct absence *a = &d->book.absences.v[i];

		if (a->therapist_id == t->id && a->end >= midnight + CIVIL_DAY_MINUTES)
			off = a;
	}
	for (size_t i = 0; off != NULL && i < d->book.appts.n; i++) {
		const struct appt *a = &d->book.appts.v[i];

		if (a->therapist_id == t->id && absence_touches(off, a->start, a->end))
			*list_push(&open) = *a; /* its texts stay the book's */
	}
	if (open.n > 0) {
		str_addf(&why, "%s: %s", t->name, str_or_empty(off->reason));
		day_affected_begin(d, off->id, &open, str_text(&why));
	}
	free(open.v);
	str_release(&why);
	return d->affected.appts.n > 0;
}

static const struct appt *
at_hand(const struct day *d)
{
	for (size_t i = 0; i < d->book.appts.n; i++) {
		if (d->book.appts.v[i].id == d->affected.appts.v[d->affected.at])
			return &d->book.appts.v[i];
	}
	return NULL;
}

static void
find_slots(struct day *d, const struct appt *a)
{
	const struct plan p = {
	    .client_id = a->client_id,
	    .service_id = a->service_id,
	    .minutes = appt_minutes(a),
	    .minutes_typed = true,
	    .therapist_id = a->therapist_id,
	    .start = a->start,
	    .moving_id = a->id,
	};

	slot_list_release(&d->affected.slots);
	if (appt_state_holds(a->state) &&
	    desk_free_near(d->view.app->desk, &p, AFFECTED_SLOTS, &d->affected.slots) != ERR_OK)
		app_say_error(d->view.app);
}

/* "1 of 3: 10:30 O'Brien, Massage 60 r1, tel. 0171 555 0142" */
static void
say_client(struct day *d, const struct appt *a)
{
	const struct desk *desk = day_desk(d);
	struct affected *f = &d->affected;
	struct client_hit hit = {0};
	struct str s = {0};
	char hm[CIVIL_HM_SIZE];

	str_addf(&s, "%zu of %zu: %s ", f->at + 1, f->appts.n, day_say_time(d, a->start, hm));
	client_name(&s, a->client_first, a->client_last, &desk->practice.settings);
	str_add(&s, ", ");
	day_say_label(d, &s, a, d->view.app->columns);
	if (store_client_hit(desk->store, a->client_id, desk_now(desk), &hit) == ERR_OK)
		str_addf(
		    &s, ", tel. %s", str_or_empty(hit.phone)[0] != '\0' ? hit.phone : "not known");
	if (!appt_state_holds(a->state))
		str_addf(&s, ", %s", appt_state_title(a->state));
	lines_add(&d->view.app->message, ROLE_MESSAGE, "%s", str_text(&s));
	client_hit_release(&hit);
	str_release(&s);
}

/* "1 Ben 11:15   2 Jon 12:00" */
static void
say_slots(struct day *d, const struct appt *a)
{
	const struct practice *p = &day_desk(d)->practice;
	const struct slot_list *l = &d->affected.slots;
	struct str s = {0};
	char hm[CIVIL_HM_SIZE];

	for (size_t i = 0; i < l->n; i++) {
		const struct therapist *t = practice_therapist(p, l->v[i].therapist_id);

		str_addf(&s, "%s%zu %s %s", i > 0 ? "   " : "", i + 1, t->name,
		    day_say_time(d, l->v[i].start, hm));
	}
	if (l->n == 0 && appt_state_holds(a->state))
		str_add(&s, "Nobody is free for that on this day.");
	if (s.n > 0)
		lines_add(&d->view.app->message, ROLE_TEXT, "%s", str_text(&s));
	str_release(&s);
}

void
day_affected_show(struct day *d)
{
	const struct appt *a;

	if (d->day != d->affected.day)
		day_show(d, d->affected.day, d->minute);
	a = at_hand(d);
	if (a == NULL) {
		app_say(d->view.app, ROLE_TEXT, "%zu of %zu is on another day now.",
		    d->affected.at + 1, d->affected.appts.n);
		slot_list_release(&d->affected.slots);
		return;
	}
	day_select(d, a->id);
	find_slots(d, a);
	app_say(d->view.app, ROLE_TEXT, "Kept free %s.", str_or_empty(d->affected.why));
	say_client(d, a);
	say_slots(d, a);
}

void
day_affected_end(struct day *d)
{
	struct affected *f = &d->affected;
	const int open = (int)f->appts.n - f->moved - f->cancelled;
	struct str left = {0};

	if (open > 0)
		str_addf(&left, " %d still open; k on the header goes on.", open);
	app_say(d->view.app, ROLE_MESSAGE, "Kept free %s. %zu affected: %d moved, %d cancelled.%s",
	    str_or_empty(f->why), f->appts.n, f->moved, f->cancelled, str_text(&left));
	str_release(&left);
	f->appts.n = 0;
	slot_list_release(&f->slots);
}

void
day_affected_follow(struct day *d)
{
	struct affected *f = &d->affected;

	if (f->appts.n == 0 || d->day != f->day)
		return;
	for (size_t i = 0; i < d->book.absences.n; i++) {
		if (d->book.absences.v[i].id == f->absence_id)
			return;
	}
	f->appts.n = 0;
	slot_list_release(&f->slots);
}

void
day_affected_next(struct day *d)
{
	if (++d->affected.at < d->affected.appts.n)
		day_affected_show(d);
	else
		day_affected_end(d);
}

/* Moves the one at hand to a free time it was offered. */
static void
take_slot(struct day *d, size_t i)
{
	const struct appt *a = at_hand(d);
	const struct consent consent = {0};
	struct booking b = {0};
	struct move to;

	if (a == NULL || i >= d->affected.slots.n) {
		day_affected_show(d);
		return;
	}
	to = (struct move){.start = d->affected.slots.v[i].start,
	    .therapist_id = d->affected.slots.v[i].therapist_id,
	    .rev = a->rev};
	if (desk_move(d->view.app->desk, a->id, &to, &consent, &b) == ERR_OK) {
		d->affected.moved++;
		app_changed(d->view.app);
		day_affected_next(d);
	} else {
		app_say_error(d->view.app);
	}
	booking_release(&b);
}

static void
cancel(struct day *d)
{
	const struct appt *a = at_hand(d);
	struct booking b = {0};

	if (a == NULL) {
		day_affected_show(d);
		return;
	}
	if (desk_cancel(d->view.app->desk, a->id, a->rev, CANCEL_PRACTICE, d->affected.why, false,
		false, &b) == ERR_OK) {
		d->affected.cancelled++;
		d->affected.just_cancelled = true;
		app_changed(d->view.app);
		day_affected_next(d);
	} else {
		app_say_error(d->view.app);
	}
	booking_release(&b);
}

void
day_affected_command(struct day *d, enum cmd c)
{
	switch (c) {
	case CMD_AFFECTED_TAKE:
		app_count_once(d->view.app);
		take_slot(
		    d, d->view.app->typed[0] >= '1' ? (size_t)(d->view.app->typed[0] - '1') : 0);
		break;
	case CMD_AFFECTED_MOVE:
		day_pick_up(d);
		break;
	case CMD_AFFECTED_CANCEL:
		app_count_once(d->view.app);
		cancel(d);
		break;
	case CMD_AFFECTED_NEXT:
		day_affected_next(d);
		break;
	case CMD_AFFECTED_BACK:
		d->affected.at -= d->affected.at > 0;
		day_affected_show(d);
		break;
	case CMD_BACK:
		day_affected_end(d);
		break;
	default:
		day_affected_show(d);
	}
}
