/* Moving an appointment; splitting a couple. */
#include <frontdesk/desk_booking.h>

#include <string.h>

#include <frontdesk/mem.h>

#include "side.h"

/* Whether only the note changes, wherever the appointment stands. */
static bool
only_note(const struct move *m)
{
	return m->desk_note != NULL && m->start == CIVIL_NONE && m->minutes == 0 &&
	    m->therapist_id == 0 && m->room_id == 0 && m->service_id == 0 && !m->turnover_typed;
}

static enum err
may_move(const struct desk *d, const struct appt *a, const struct move *m)
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
		e = side_facts(d, &out->v[i], rows->v[i].client_id);
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
	enum err e = may_move(d, &rows->v[0], m);

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

/* Judges and writes the rows; *reason: why soft findings did not hold it back, NULL = none did. */
static enum err
write_move(struct desk *d, const struct appt_list *rows, const struct move *m,
    const struct consent *c, const char **reason, struct booking *out)
{
	struct findings *found = &out->findings;
	struct sides sides = {0};
	enum err e;

	e = find_move(d, rows, m, &sides, found);
	out->unchanged = e == ERR_OK && m->desk_note == NULL && stands_so(&sides, rows);
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
		e = may_move(d, &rows.v[0], m);
		if (e == ERR_OK)
			e = set_note(d, &rows.v[0], m->desk_note);
	} else if (e == ERR_OK) {
		e = write_move(d, &rows, m, c, &reason, out);
	}
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

/* --- A couple is split on purpose ------------------------------------------------------------ */

/* The words name a service alone; "" = the one they have. */
static enum err
read_split(struct desk *d, int64_t appt_id, const char *words, struct move *out)
{
	enum err e;

	*out = (struct move){.start = CIVIL_NONE};
	if (words[strspn(words, " ")] == '\0')
		return ERR_OK;
	e = desk_move_words(d, appt_id, words, out);
	if (e == ERR_OK &&
	    (out->service_id == 0 || out->start != CIVIL_NONE || out->therapist_id != 0 ||
		out->room_id != 0 || out->turnover_typed))
		e = err_set(ERR_USAGE,
		    "\"%s\" is no service; a split says only what each takes then: sw60", words);
	return e;
}

static enum err
may_split(const struct desk *d, const struct appt_list *rows, const struct move *m)
{
	const struct appt *a = &rows->v[0];
	const struct service *s = practice_service(&d->practice, a->service_id);
	struct move each = *m;
	enum err e = ERR_OK;

	if (a->party_id == 0)
		return err_set(ERR_REFUSED, "appointment #%lld is no couple's", (long long)a->id);
	if (rows->n < 2)
		return err_set(ERR_REFUSED, "the other of the couple is not in the plan any more");
	for (size_t i = 0; i < rows->n && e == ERR_OK; i++) {
		e = may_move(d, &rows->v[i], &each);
		each.rev = 0; /* as seen was the one named */
	}
	if (e == ERR_OK && m->service_id == 0 && s->people > 1)
		e = err_set(ERR_USAGE, "%s is for %d clients; say what each takes then: split sw60",
		    s->name, s->people);
	return e;
}

/* From here on the row is nobody's other one. */
static enum err
part(struct desk *d, struct appt *a)
{
	const int64_t id = a->id;
	enum err e;

	a->party_id = 0;
	e = store_appt_update(d->store, a);
	appt_release(a);
	*a = (struct appt){0};
	return e == ERR_OK ? store_appt(d->store, id, a) : e;
}

/* Each is judged by itself, the one named first: it is the one that looks for another room. */
static enum err
split_rows(struct desk *d, struct appt_list *rows, const struct move *m, const struct consent *c,
    struct booking *out)
{
	struct move each = *m;
	struct str label = {0};
	const char *reason = NULL;
	enum err e = may_split(d, rows, m);

	each.rev = 0;
	for (size_t i = 0; i < rows->n && e == ERR_OK; i++)
		e = part(d, &rows->v[i]);
	for (size_t i = 0; i < rows->n && e == ERR_OK; i++) {
		const struct appt_list one = {.v = &rows->v[i], .n = 1};

		if (i == 0 || m->service_id != 0)
			e = write_move(d, &one, &each, c, &reason, out);
	}
	out->unchanged = false;
	if (e == ERR_OK)
		e = store_appt(d->store, rows->v[0].id, &out->appt);
	if (e == ERR_OK)
		e = store_appt(d->store, rows->v[1].id, &out->appt2);
	if (e == ERR_OK) {
		str_add(&label, "Split ");
		desk_booking_line(d, out, &label);
		store_relabel(d->store, str_text(&label), reason);
	}
	str_release(&label);
	return e;
}

enum err
desk_split(struct desk *d, int64_t appt_id, int rev, const char *words, const struct consent *c,
    struct booking *out)
{
	struct store_step step = desk_step(d, "Split");
	struct appt_list rows = {0};
	struct move m;
	enum err e;

	*out = (struct booking){0};
	e = read_split(d, appt_id, words, &m);
	m.rev = rev;
	step.deferred = true; /* until the one split off has another room, they share one */
	if (e == ERR_OK)
		e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = desk_reload(d);
	if (e == ERR_OK)
		e = party_rows(d, appt_id, &rows);
	if (e == ERR_OK)
		e = split_rows(d, &rows, &m, c, out);
	appt_list_release(&rows);
	return desk_end(d, e, c != NULL && c->dry_run);
}
