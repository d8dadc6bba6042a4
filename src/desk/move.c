/* Moving an appointment. */
#include <frontdesk/desk_booking.h>

#include <frontdesk/mem.h>

#include "health.h"
#include "side.h"

static bool
has_note(const struct move *m)
{
	return m->desk_note != NULL || m->therapist_note != NULL;
}

/* Whether only notes change, wherever the appointment stands. */
static bool
only_note(const struct move *m)
{
	return has_note(m) && m->start == CIVIL_NONE && m->minutes == 0 && m->therapist_id == 0 &&
	    m->room_id == 0 && m->service_id == 0 && !m->turnover_typed;
}

enum err
move_allowed(const struct desk *d, const struct appt *a, const struct move *m)
{
	if (m->rev != 0 && m->rev != a->rev)
		return store_stale(d->store, "appointment", a->last_by, a->updated);
	if (only_note(m))
		return ERR_OK;
	if (!appt_state_holds(a->state))
		return err_set(ERR_REFUSED, "appointment #%lld is %s; take that back first",
		    (long long)a->id, appt_state_title(a->state));
	if (a->state == APPT_COMPLETED || a->state == APPT_STARTED)
		return err_set(ERR_REFUSED, "appointment #%lld is %s and stays where it was",
		    (long long)a->id, appt_state_title(a->state));
	return ERR_OK;
}

/* Where this row is to stand. A couple's other row goes along in time, not in therapist. */
static struct proposal
moved(const struct appt *a, const struct move *m, bool named, int own_turnover)
{
	struct proposal want = {
	    .appt_id = a->id,
	    .party_id = a->party_id,
	    .therapist_id = named && m->therapist_id != 0 ? m->therapist_id : a->therapist_id,
	    .service_id = m->service_id != 0 ? m->service_id : a->service_id,
	    .room_id = m->room_id != 0 ? m->room_id : a->room_id,
	    .start = m->start != CIVIL_NONE ? m->start : a->start,
	    .minutes = m->minutes != 0 ? m->minutes : appt_minutes(a),
	    .minutes_typed = m->minutes == 0 || m->minutes_typed,
	    .turnover = m->turnover_typed ? m->turnover : own_turnover,
	};

	return want;
}

static bool
is_open(const struct desk *d, const struct flag_list *l, int64_t rule_id, const struct appt *a)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].rule_id == rule_id)
			return flag_is_open(&d->practice, &l->v[i], a->service_id, a->therapist_id);
	return false;
}

/*
 * Whether what is open where it is to stand was answered where it stood: with a reason, the same
 * therapist and service, nothing told since, and no flag that its old day did not have open.
 */
static enum err
ask_flags(struct desk *d, const struct appt *was, struct side *s)
{
	struct client_facts then = {0};
	enum err e = ERR_OK;

	if (str_or_empty(was->reason)[0] == '\0' || s->facts.told_at > was->updated ||
	    s->want.therapist_id != was->therapist_id || s->want.service_id != was->service_id)
		return ERR_OK;
	if (civil_day_of(s->want.start) != civil_day_of(was->start))
		e = facts_read(d, was->client_id, NULL, civil_day_of(was->start), &then);
	else
		flag_list_copy(&then.flags, &s->facts.flags);
	s->want.flags_asked = e == ERR_OK;
	for (size_t i = 0; i < s->facts.flags.n; i++) {
		const int64_t rule_id = s->facts.flags.v[i].rule_id;

		if (is_open(d, &s->facts.flags, rule_id, was) &&
		    !is_open(d, &then.flags, rule_id, was))
			s->want.flags_asked = false;
	}
	client_facts_release(&then);
	return e;
}

/* Keeps the room when it is free there, else takes another. */
static void
settle_room(struct desk *d, struct sides *s, bool named)
{
	struct findings f = {0};

	if (named || s->v[0].want.room_id == 0)
		return;
	sides_check(d, s, &f);
	if (findings_has(&f, FINDING_ROOM_FULL) || findings_has(&f, FINDING_ROOM_BLOCKED) ||
	    findings_has(&f, FINDING_ROOM_UNFIT)) {
		s->v[0].want.room_id = 0;
		sides_choose_room(d, s);
	}
	findings_release(&f);
}

static enum err
write_side(struct desk *d, struct sides *s, size_t i, const struct appt *was, const char *note,
    const char *reason)
{
	const struct proposal *want = &s->v[i].want;
	const struct service *service = practice_service(&d->practice, want->service_id);
	struct appt a;
	enum err e;

	appt_copy(&a, was);
	a.start = want->start;
	a.end = want->start + want->minutes;
	a.held = schedule_held(&d->practice, &s->book, want);
	a.therapist_id = want->therapist_id;
	a.room_id = want->room_id;
	if (a.service_id != want->service_id || appt_minutes(was) != want->minutes) {
		service_price(service, want->minutes, civil_day_of(want->start), &a.price);
		if (service->people > 1 && a.party_id != 0 && a.party_id != a.id)
			a.price = 0; /* a couple's service is paid once, with the first row */
	}
	a.service_id = want->service_id;
	if (reason != NULL)
		xstrset(&a.reason, reason);
	if (note != NULL)
		xstrset(&a.desk_note, note);
	e = side_squeeze(d, &s->book, want);
	if (e == ERR_OK)
		e = store_appt_update(d->store, &a);
	appt_release(&a);
	return e;
}

static enum err
plan_move(struct desk *d, const struct appt_list *rows, const struct move *m, struct sides *out)
{
	civil_day day = civil_day_of(rows->v[0].start);
	enum err e;

	e = store_book(d->store, day, day + 1, &out->book);
	if (e != ERR_OK)
		return e;
	out->n = rows->n < 2 ? rows->n : 2;
	for (size_t i = 0; i < out->n; i++)
		out->v[i].want = moved(&rows->v[i], m, i == 0,
		    schedule_own_turnover(&d->practice, &out->book, &rows->v[i]));
	book_release(&out->book);
	day = civil_day_of(out->v[0].want.start);
	e = desk_span_exists(
	    d, out->v[0].want.start, out->v[0].want.start + out->v[0].want.minutes);
	if (e == ERR_OK)
		e = store_book(d->store, day, day + 1, &out->book);
	for (size_t i = 0; i < out->n && e == ERR_OK; i++)
		e = side_facts(d, &out->v[i], rows->v[i].client_id, NULL, day);
	for (size_t i = 0; i < out->n && e == ERR_OK; i++)
		e = ask_flags(d, &rows->v[i], &out->v[i]);
	if (e != ERR_OK)
		return e;
	for (size_t i = 0; i < rows->n; i++)
		book_drop(&out->book, rows->v[i].id);
	settle_room(d, out, m->room_id != 0);
	return ERR_OK;
}

/* Another desk may have taken back where it is to go. */
static enum err
move_stands(const struct desk *d, const struct move *m)
{
	if ((m->therapist_id != 0 && practice_therapist(&d->practice, m->therapist_id) == NULL) ||
	    (m->room_id != 0 && practice_room(&d->practice, m->room_id) == NULL) ||
	    (m->service_id != 0 && practice_service(&d->practice, m->service_id) == NULL))
		return err_set(ERR_BUSY,
		    "another desk has taken the therapist, room or service back; look again");
	return ERR_OK;
}

/* The rows as they are to stand, and what there is to say. */
static enum err
find_move(struct desk *d, const struct appt_list *rows, const struct move *m, struct sides *sides,
    struct findings *out)
{
	enum err e = move_allowed(d, &rows->v[0], m);

	if (e == ERR_OK)
		e = move_stands(d, m);
	if (e == ERR_OK)
		e = plan_move(d, rows, m, sides);
	if (e == ERR_OK)
		sides_check(d, sides, out);
	return e;
}

/* Reads the rows again as they are now, and names the step. */
static enum err
moved_to(struct desk *d, const struct appt_list *rows, const char *reason, struct booking *out)
{
	const struct appt *was = &rows->v[0];
	struct str label = {0};
	enum err e;

	e = store_appt(d->store, was->id, &out->appt);
	if (e == ERR_OK && rows->n > 1)
		e = store_appt(d->store, rows->v[1].id, &out->appt2);
	if (e != ERR_OK)
		return e;
	str_add(&label,
	    out->appt.start != was->start || out->appt.therapist_id != was->therapist_id
		? "Moved to "
		: "Changed ");
	desk_booking_line(d, out, &label);
	store_relabel(d->store, str_text(&label), reason);
	str_release(&label);
	return ERR_OK;
}

static enum err
set_note(struct desk *d, const struct appt *was, const char *note)
{
	struct appt a;
	enum err e;

	if (note == NULL)
		return ERR_OK;
	appt_copy(&a, was);
	xstrset(&a.desk_note, note);
	e = store_appt_update(d->store, &a);
	appt_release(&a);
	return e;
}

/* Whether every row stands where it is to go. */
static bool
stands_so(const struct sides *s, const struct appt_list *rows)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct proposal *want = &s->v[i].want;
		const struct appt *a = &rows->v[i];

		if (want->start != a->start || want->minutes != appt_minutes(a) ||
		    want->therapist_id != a->therapist_id || want->room_id != a->room_id ||
		    want->service_id != a->service_id ||
		    (want->turnover >= 0 && want->turnover != a->held - a->end))
			return false;
	}
	return true;
}

enum err
move_write(struct desk *d, const struct appt_list *rows, const struct move *m,
    const struct consent *c, bool named, const char **reason, struct booking *out)
{
	struct findings *found = &out->findings;
	struct sides sides = {.named = named};
	enum err e;

	e = find_move(d, rows, m, &sides, found);
	out->unchanged = e == ERR_OK && !has_note(m) && stands_so(&sides, rows);
	if (out->unchanged) {
		findings_release(found);
		sides_release(&sides);
		return ERR_OK;
	}
	if (e == ERR_OK)
		e = findings_verdict(found, c, "");
	if (e == ERR_OK && findings_worst(found) == LEVEL_SOFT)
		*reason = c->yes;
	for (size_t i = 0; i < sides.n && e == ERR_OK; i++)
		e = write_side(d, &sides, i, &rows->v[i], i == 0 ? m->desk_note : NULL, *reason);
	for (size_t i = 0; i < sides.n && e == ERR_OK; i++)
		e = turnover_back(d, &rows->v[i]);
	sides_release(&sides);
	return e;
}

static enum err
move_inside(struct desk *d, int64_t appt_id, const struct move *m, const struct consent *c,
    struct booking *out)
{
	struct appt_list rows = {0};
	const char *reason = NULL; /* kept only when something was asked */
	enum err e;

	e = desk_reload(d);
	if (e == ERR_OK)
		e = party_rows(d, appt_id, &rows);
	if (e == ERR_OK && only_note(m)) {
		e = move_allowed(d, &rows.v[0], m);
		if (e == ERR_OK)
			e = set_note(d, &rows.v[0], m->desk_note);
	} else if (e == ERR_OK) {
		e = move_write(d, &rows, m, c, false, &reason, out);
	}
	if (e == ERR_OK && m->therapist_note != NULL)
		e = note_add(d, appt_id, m->therapist_note);
	if (e == ERR_OK)
		e = moved_to(d, &rows, reason, out);
	appt_list_release(&rows);
	return e;
}

enum err
desk_move_why(struct desk *d, int64_t appt_id, struct move *m, struct findings *out)
{
	struct appt_list rows = {0};
	struct sides sides = {0};
	enum err e;

	e = party_rows(d, appt_id, &rows);
	if (e == ERR_OK)
		e = find_move(d, &rows, m, &sides, out);
	if (e == ERR_OK)
		m->room_id = sides.v[0].want.room_id;
	sides_release(&sides);
	appt_list_release(&rows);
	return e;
}

enum err
desk_move(struct desk *d, int64_t appt_id, const struct move *m, const struct consent *c,
    struct booking *out)
{
	/* The rows of a couple may pass through each other's place: judged as a whole. */
	struct store_step step = desk_step(d, "Moved");
	enum err e;

	*out = (struct booking){0};
	step.deferred = true;
	e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = move_inside(d, appt_id, m, c, out);
	return desk_end(d, e, out->unchanged || (c != NULL && c->dry_run));
}
