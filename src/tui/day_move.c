/* Picking up and dropping, and why a time is not free. */
#include "day.h"

#include <frontdesk/mem.h>

void
day_pick_up(struct day *d)
{
	const struct appt *a = day_selected_appt(d);

	if (a == NULL)
		app_say(d->view.app, ROLE_TEXT, "Nothing is booked here to move.");
	else if (!appt_state_holds(a->state) || a->state == APPT_STARTED ||
	    a->state == APPT_COMPLETED)
		app_say(d->view.app, ROLE_CAUTION, "It is %s; take that back first.",
		    appt_state_title(a->state));
	else {
		appt_copy(&d->moving, a);
		if (d->as == DAY_LIST)
			day_take_line(d); /* its column, too: a time that was typed has another */
		d->minute = civil_minute_of(d->moving.start); /* not that of its row */
		day_lay_out(d);
	}
}

void
day_still_moving(struct day *d)
{
	struct str s = {0};

	day_say_pair(d, &s, &d->moving, day_other(d, &d->moving));
	app_say(d->view.app, ROLE_CAUTION, "%s is picked up: Enter drops, Esc puts back.",
	    str_text(&s));
	str_release(&s);
}

/* Nothing is picked up any more. */
static void
let_go(struct day *d)
{
	appt_release(&d->moving);
	d->moving = (struct appt){0};
	day_lay_out(d);
}

void
day_put_back(struct day *d)
{
	const int64_t id = d->moving.id;
	const civil_min start = d->moving.start;
	struct str s = {0};

	if (civil_day_of(start) != d->day)
		day_show(d, civil_day_of(start), civil_minute_of(start));
	day_say_pair(d, &s, &d->moving, day_other(d, &d->moving));
	let_go(d);
	day_select(d, id);
	app_say(d->view.app, ROLE_TEXT, "%s stays where it was.", str_text(&s));
	str_release(&s);
}

static void
moved(struct day *d, const struct booking *b)
{
	const struct therapist *t;
	const int64_t room_id = d->dropping.room_id != 0 ? d->dropping.room_id : d->moving.room_id;
	const struct room *r;
	struct str was = {0};
	char hm[CIVIL_HM_SIZE];

	day_say_pair(d, &was, &d->moving, &b->appt2);
	if (b->appt.start != d->moving.start) {
		d->last.cmd = CMD_DROP;
		d->last.by = b->appt.start - d->moving.start;
	}
	let_go(d);
	day_follow(d, &b->appt); /* reads the practice again */
	t = practice_therapist(&day_desk(d)->practice, b->appt.therapist_id);
	r = practice_room(&day_desk(d)->practice, b->appt.room_id);
	if (r == NULL || r->id == room_id)
		r = NULL; /* the room is the old one */
	app_say(d->view.app, ROLE_MESSAGE, "Moved %s to %s %s%s%s.  u Undo", str_text(&was),
	    d->dropping.room_id != 0 ? practice_room(&day_desk(d)->practice, room_id)->code
		: t != NULL          ? t->name
				     : "",
	    day_say_time(d, b->appt.start, hm), r != NULL ? ", now in " : "",
	    r != NULL ? r->code : "");
	app_say_findings(d->view.app, &b->findings);
	str_release(&was);
}

/* yes: why to go on. */
static void
drop(struct day *d, const char *yes)
{
	const struct consent consent = {.yes = yes};
	struct booking b = {0};
	enum err e = desk_move(d->view.app->desk, d->moving.id, &d->dropping, &consent, &b);

	if (e == ERR_OK) {
		moved(d, &b);
		if (d->affected.appts.n > 0) {
			d->affected.moved++;
			day_affected_next(d);
		}
	} else if (e == ERR_NEEDS_YES && b.findings.n > 0) {
		day_ask_reason(d, CMD_DROP, NULL, &b.findings);
	} else if (b.findings.n > 0) {
		/* still picked up: try elsewhere */
		app_say(d->view.app, ROLE_PROBLEM, "Not moved: it cannot be dropped here.");
		app_say_findings(d->view.app, &b.findings);
	} else {
		app_say_error(d->view.app);
		if (e == ERR_BUSY) {
			let_go(d);
			app_changed(d->view.app);
		}
	}
	booking_release(&b);
}

struct move
day_move_here(const struct day *d)
{
	const struct therapist *t = d->as == DAY_ROOMS ? NULL : day_therapist(d);
	const struct room *r = day_room(d);

	return (struct move){
	    .start = day_start(d),
	    .therapist_id = t != NULL ? t->id : 0,
	    .room_id = r != NULL ? r->id : 0,
	    .rev = d->moving.rev,
	};
}

static bool
is_where_it_was(const struct day *d, const struct move *m)
{
	return m->start == d->moving.start &&
	    (m->therapist_id == 0 || m->therapist_id == d->moving.therapist_id) &&
	    (m->room_id == 0 || m->room_id == d->moving.room_id);
}

/* What speaks against the place it is held over is said before it is dropped there. */
void
day_weigh(struct day *d)
{
	struct move here = day_move_here(d);
	struct findings f = {0};

	if (is_where_it_was(d, &here))
		return;
	if (desk_move_why(d->view.app->desk, d->moving.id, &here, &f) == ERR_OK)
		app_say_findings(d->view.app, &f);
	else
		app_say_error(d->view.app);
	findings_release(&f);
}

void
day_drop(struct day *d, const char *yes)
{
	if (yes != NULL) {
		drop(d, yes);
		return;
	}
	d->dropping = day_move_here(d);
	if (is_where_it_was(d, &d->dropping))
		day_put_back(d);
	else
		drop(d, NULL);
}

void
day_move_by(struct day *d, civil_min by)
{
	day_pick_up(d);
	if (d->moving.id == 0)
		return;
	d->dropping = (struct move){.start = d->moving.start + by, .rev = d->moving.rev};
	drop(d, NULL);
}

/* Whether a finding speaks of the time alone, whoever comes and whatever for. */
static bool
about_time(enum finding_code c)
{
	static const enum finding_code codes[] = {FINDING_THERAPIST_ARCHIVED,
	    FINDING_THERAPIST_BUSY, FINDING_OUTSIDE_SHIFT, FINDING_IN_BREAK, FINDING_TIME_OFF,
	    FINDING_CLOSED, FINDING_TURNOVER, FINDING_PAST, FINDING_FAR_AHEAD, FINDING_LICENCE};

	for (size_t i = 0; i < array_size(codes); i++) {
		if (codes[i] == c)
			return true;
	}
	return false;
}

/* The findings for a session as long as the row, of any service, for nobody in particular. */
static void
find_reasons(const struct day *d, struct findings *out)
{
	const struct practice *p = &day_desk(d)->practice;
	struct findings all = {0};
	struct str span = {0};
	const struct proposal want = {
	    .therapist_id = day_therapist(d)->id,
	    .service_id = p->services.v[0].id,
	    .start = day_begin(d),
	    .minutes = d->grid.step,
	    .minutes_typed = true,
	    .turnover = 0,
	};

	schedule_check(p, &d->book, &want, desk_now(day_desk(d)), &all);
	for (size_t i = 0; i < all.n; i++) {
		const struct finding *f = &all.v[i];

		if (about_time(f->code))
			findings_add(out, f->level, f->code, f->appt_id, "%s", f->text);
	}
	findings_release(&all);
	day_say_span(d, &span, want.start, want.start + want.minutes);
	if (schedule_roomless(p, &d->book, 0, want.start, d->grid.step))
		findings_add(
		    out, LEVEL_HARD, FINDING_NO_ROOM, 0, "no room is free %s", str_text(&span));
	str_release(&span);
}

void
day_why(struct day *d)
{
	struct findings f = {0};

	if (day_therapist(d) == NULL || day_desk(d)->practice.services.n == 0) {
		app_say(d->view.app, ROLE_TEXT, "w is asked of a therapist's time; v leads there.");
		return;
	}
	find_reasons(d, &f);
	if (f.n == 0)
		app_say(d->view.app, ROLE_TEXT, "Nothing is in the way here; n books.");
	app_say_findings(d->view.app, &f);
	findings_release(&f);
}
