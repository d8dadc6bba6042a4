/* Booking, and asking why not. */
#include <frontdesk/desk_booking.h>

#include <stdlib.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>

#include "side.h"

void
booking_release(struct booking *b)
{
	appt_release(&b->appt);
	appt_release(&b->appt2);
	findings_release(&b->findings);
	*b = (struct booking){0};
}

enum err
desk_appt(struct desk *d, int64_t appt_id, struct booking *out)
{
	struct appt_list others = {0};
	enum err e;

	*out = (struct booking){0};
	e = store_appt(d->store, appt_id, &out->appt);
	if (e == ERR_OK)
		e = party_others(d, &out->appt, &others);
	if (others.n > 0)
		appt_copy(&out->appt2, &others.v[0]);
	appt_list_release(&others);
	return e;
}

enum err
desk_why(struct desk *d, struct plan *plan, struct findings *out)
{
	struct sides sides = {0};
	enum err e;

	e = sides_of_plan(d, plan, &sides, out);
	if (e == ERR_OK) {
		plan->any = plan->therapist_id == 0;
		plan->therapist_id = sides.v[0].want.therapist_id;
		plan->room_id = sides.v[0].want.room_id;
		if (sides.n == 2)
			plan->therapist2_id = sides.v[1].want.therapist_id;
	}
	sides_release(&sides);
	return e;
}

/* The new client of a plan, made in the booking's own transaction. */
static enum err
make_client(struct desk *d, struct plan *plan)
{
	struct client c;
	enum err e;

	e = plan_new_client(d, plan, &c);
	if (e == ERR_OK)
		e = store_client_save(
		    d->store, &c, settings_number(&d->practice.settings, SETTING_PHONE_COUNTRY));
	if (e == ERR_OK)
		plan->client_id = c.id;
	client_release(&c);
	return e;
}

/* As long as the practice holds a time, but not beyond its beginning. */
civil_min
hold_until(const struct desk *d, civil_min start)
{
	civil_min until =
	    desk_now(d) + 60 * settings_number(&d->practice.settings, SETTING_HOLD_HOURS);

	return until < start ? until : start;
}

static struct appt
appt_of(
    const struct desk *d, const struct plan *plan, const struct sides *s, const struct side *side)
{
	const struct proposal *want = &side->want;
	const struct service *service = practice_service(&d->practice, want->service_id);
	struct appt a = {
	    .client_id = want->client_id,
	    .therapist_id = want->therapist_id,
	    .room_id = want->room_id,
	    .service_id = want->service_id,
	    .start = want->start,
	    .end = want->start + want->minutes,
	    .held = schedule_held(&d->practice, &s->book, want),
	    .state = plan->held ? APPT_HELD : APPT_BOOKED,
	    .requested = plan->requested,
	    .hold_until = CIVIL_NONE,
	    .booked_at = desk_utc(d),
	};

	a.state_before = a.state;
	if (plan->held)
		a.hold_until =
		    plan->hold_until != CIVIL_NONE ? plan->hold_until : hold_until(d, plan->start);
	if (plan->walk_in)
		appt_enter(&a, APPT_ARRIVED, desk_utc(d));
	service_price(service, want->minutes, civil_day_of(want->start), &a.price);
	return a;
}

static enum err
check_hold(const struct desk *d, const struct plan *plan)
{
	civil_min until = plan->hold_until;
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	if (!plan->held)
		return ERR_OK;
	if (until == CIVIL_NONE)
		until = hold_until(d, plan->start);
	if (until > plan->start)
		return err_set(ERR_USAGE, "a time cannot be held beyond its own beginning");
	if (until <= desk_now(d))
		return err_set(ERR_USAGE, "a hold ends in the time to come; %s %s has passed",
		    civil_long_day(civil_day_of(until), day),
		    settings_hm(&d->practice.settings, until, hm));
	return ERR_OK;
}

/* Who walks in is here today, and has a session, not a hold. */
static enum err
check_walk_in(const struct desk *d, const struct plan *plan)
{
	const struct appt a = {.state = APPT_BOOKED, .start = plan->start};

	if (!plan->walk_in)
		return ERR_OK;
	if (plan->held)
		return err_set(ERR_USAGE, "who walks in is booked, not held");
	return appt_step(&a, APPT_ARRIVED, desk_now(d)) == STEP_OK ? ERR_OK : ERR_REFUSED;
}

static enum err
insert_side(struct desk *d, const struct plan *plan, struct sides *s, size_t i, int64_t party_id,
    const char *reason, int64_t *id)
{
	struct appt a = appt_of(d, plan, s, &s->v[i]);
	enum err e;

	a.party_id = party_id;
	if (i > 0 && practice_service(&d->practice, a.service_id)->people > 1)
		a.price = 0; /* a couple's service is paid once, with the first row */
	a.desk_note = xstrdup(str_or_empty(plan->desk_note));
	a.reason = xstrdup(str_or_empty(reason));
	e = side_squeeze(d, &s->book, &s->v[i].want);
	if (e == ERR_OK)
		e = store_appt_insert(d->store, &a);
	/* A couple is known by the id of its first row, which only now exists. */
	if (e == ERR_OK && s->n == 2 && i == 0) {
		a.party_id = a.id;
		e = store_appt_update(d->store, &a);
	}
	*id = a.id;
	appt_release(&a);
	return e;
}

static enum err
insert_notes(struct desk *d, const struct plan *plan, int64_t appt_id)
{
	enum err e = ERR_OK;

	if (plan->therapist_note != NULL && plan->therapist_note[0] != '\0')
		e = store_therapist_note_set(d->store, appt_id, plan->therapist_note);
	if (e == ERR_OK && plan->heard != NULL && plan->heard[0] != '\0')
		e = desk_hear_inside(d, plan->client_id, plan->heard);
	return e;
}

static enum err
insert_all(struct desk *d, const struct plan *plan, struct sides *s, const char *reason,
    struct booking *out)
{
	int64_t first = 0, second = 0;
	enum err e;

	e = insert_side(d, plan, s, 0, 0, reason, &first);
	if (e == ERR_OK && s->n == 2)
		e = insert_side(d, plan, s, 1, first, reason, &second);
	if (e == ERR_OK)
		e = insert_notes(d, plan, first);
	if (e == ERR_OK)
		e = store_appt(d->store, first, &out->appt);
	if (e == ERR_OK && second != 0)
		e = store_appt(d->store, second, &out->appt2);
	return e;
}

static enum err
book_inside(struct desk *d, struct plan *plan, const struct consent *c, struct booking *out)
{
	struct sides sides = {0};
	struct str label = {0};
	enum err e;

	e = desk_reload(d);
	if (e == ERR_OK)
		e = sides_of_plan(d, plan, &sides, &out->findings);
	if (e == ERR_OK)
		e = findings_verdict(&out->findings, c,
		    plan->therapist_id == 0 && plan->therapist2_id == 0 ? str_text(&sides.nobody)
									: "");
	if (e == ERR_OK && plan->client_id == 0) {
		e = make_client(d, plan);
		sides.v[0].want.client_id = plan->client_id;
	}
	if (e == ERR_OK) {
		bool asked = findings_worst(&out->findings) == LEVEL_SOFT;

		e = insert_all(d, plan, &sides, asked ? c->yes : NULL, out);
	}
	if (e == ERR_OK) {
		str_add(&label, plan->held ? "Held " : plan->walk_in ? "Walk-in " : "Booked ");
		desk_booking_line(d, out, &label);
		store_relabel(d->store, str_text(&label), out->appt.reason);
	}
	str_release(&label);
	sides_release(&sides);
	return e;
}

enum err
desk_book(struct desk *d, const struct plan *plan, const struct consent *c, struct booking *out)
{
	struct store_step step = desk_step(d, "Booked");
	struct plan inside = *plan;
	enum err e;

	*out = (struct booking){0};
	e = desk_span_exists(d, plan->start, plan->start + plan->minutes);
	if (e == ERR_OK)
		e = check_hold(d, plan);
	if (e == ERR_OK)
		e = check_walk_in(d, plan);
	if (e == ERR_OK)
		e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	/* A new client's id is known inside alone: the plan stays as it was. */
	e = book_inside(d, &inside, c, out);
	return desk_end(d, e, c != NULL && c->dry_run);
}
