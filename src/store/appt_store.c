/* Appointments: one record, its guards' refusals, the therapist's note. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "records.h"

/* States are kept by their character; one we do not know can only come from a damaged file. */
static enum appt_state
read_state(struct stmt *st, const char *column)
{
	enum appt_state state = APPT_BOOKED;

	if (!appt_state_from_char(stmt_peek(st, column)[0], &state))
		st->err = err_set(ERR_DAMAGED, "an appointment is in no state we know");
	return state;
}

static void
read_stamps(struct stmt *st, struct appt *a)
{
	a->booked_at = stmt_i64(st, "booked_at");
	a->confirmed_at = stmt_i64(st, "confirmed_at");
	a->arrived_at = stmt_i64(st, "arrived_at");
	a->started_at = stmt_i64(st, "started_at");
	a->completed_at = stmt_i64(st, "completed_at");
	a->ended_at = stmt_i64(st, "ended_at");
}

void
appt_read_taken(struct stmt *st, struct appt *a)
{
	*a = (struct appt){.id = stmt_i64(st, "id")};
	a->client_id = stmt_i64(st, "client_id");
	a->therapist_id = stmt_i64(st, "therapist_id");
	a->room_id = stmt_i64(st, "room_id");
	a->party_id = stmt_i64(st, "party_id");
	a->start = stmt_i64(st, "start_m");
	a->end = stmt_i64(st, "end_m");
	a->held = stmt_i64(st, "held_m");
	a->state = read_state(st, "state");
}

void
appt_read(struct stmt *st, struct appt *a)
{
	const void *uid;

	appt_read_taken(st, a);
	if (stmt_blob(st, "uid", &uid) == sizeof(a->uid))
		memcpy(a->uid, uid, sizeof(a->uid));
	a->service_id = stmt_i64(st, "service_id");
	a->series_id = stmt_i64(st, "series_id");
	a->state_before = read_state(st, "state_before");
	a->requested = stmt_i64(st, "requested") != 0;
	a->message_left = stmt_i64(st, "message_left") != 0;
	a->desk_note = stmt_text(st, "desk_note");
	a->reason = stmt_text(st, "reason");
	a->price = stmt_i64(st, "price_cents");
	a->paid = stmt_i64(st, "paid_cents");
	a->hold_until = record_min(st, "hold_until_m");
	a->expected = record_min(st, "expected_m");
	read_stamps(st, a);
	a->rev = (int)stmt_i64(st, "rev");
	a->sequence = (int)stmt_i64(st, "sequence");
	a->updated = stmt_i64(st, "updated");
	a->last_by = stmt_text(st, "last_by");
	a->client_first = stmt_text(st, "client_first");
	a->client_last = xstrdup(client_shown_last(a->client_first, stmt_peek(st, "client_last"),
	    stmt_peek(st, "client_preferred"), stmt_peek(st, "client_phone")));
	a->first_visit = stmt_i64(st, "first_visit") != 0;
}

enum err
store_appt(struct store *s, int64_t id, struct appt *out)
{
	struct stmt st = stmt_begin(s, STMT_APPT);
	struct appt a = {0};
	enum err e;

	stmt_bind_i64(&st, ":id", id);
	while (stmt_row(&st))
		appt_read(&st, &a);
	e = record_end(&st, a.id != 0, "appointment", id);
	if (e == ERR_OK)
		*out = a;
	else
		appt_release(&a);
	return e;
}

static void
bind_state(struct stmt *st, const char *name, enum appt_state state)
{
	record_bind_letter(st, name, appt_state_char(state));
}

static void
bind_appt(struct stmt *st, const struct appt *a)
{
	record_bind(st, a->id, a->rev);
	stmt_bind_i64(st, ":client_id", a->client_id);
	stmt_bind_i64(st, ":therapist_id", a->therapist_id);
	stmt_bind_id(st, ":room_id", a->room_id);
	stmt_bind_i64(st, ":service_id", a->service_id);
	stmt_bind_id(st, ":party_id", a->party_id);
	stmt_bind_id(st, ":series_id", a->series_id);
	stmt_bind_i64(st, ":start_m", a->start);
	stmt_bind_i64(st, ":end_m", a->end);
	stmt_bind_i64(st, ":held_m", a->held);
	bind_state(st, ":state", a->state);
	bind_state(st, ":state_before", a->state_before);
	stmt_bind_i64(st, ":holds", appt_state_holds(a->state));
	stmt_bind_i64(st, ":requested", a->requested);
	stmt_bind_i64(st, ":message_left", a->message_left);
	stmt_bind_text(st, ":desk_note", a->desk_note);
	stmt_bind_text(st, ":reason", a->reason);
	stmt_bind_i64(st, ":price_cents", a->price);
	stmt_bind_i64(st, ":paid_cents", a->paid);
	record_bind_min(st, ":hold_until_m", a->hold_until);
	record_bind_min(st, ":expected_m", appt_expected(a) > a->start ? a->expected : CIVIL_NONE);
	stmt_bind_i64(st, ":booked_at", a->booked_at);
	stmt_bind_i64(st, ":confirmed_at", a->confirmed_at);
	stmt_bind_i64(st, ":arrived_at", a->arrived_at);
	stmt_bind_i64(st, ":started_at", a->started_at);
	stmt_bind_i64(st, ":completed_at", a->completed_at);
	stmt_bind_i64(st, ":ended_at", a->ended_at);
}

/* Runs the insert or update and takes over what the file made of it. */
static enum err
save(struct stmt *st, struct appt *a)
{
	struct store *s = st->store;
	int64_t id = a->id;
	bool saved = false;
	enum err e;

	bind_appt(st, a);
	while (stmt_row(st)) {
		saved = true;
		a->id = stmt_i64(st, "id");
		a->rev = (int)stmt_i64(st, "rev");
		a->sequence = (int)stmt_i64(st, "sequence");
	}
	e = stmt_end(st);
	if (e == ERR_OK && !saved)
		return record_stale(s, STMT_APPT_CHANGED, "appointment", id);
	if (e == ERR_OK) {
		a->updated = s->step.at;
		xstrset(&a->last_by, s->step.who);
	}
	return e;
}

enum err
store_appt_insert(struct store *s, struct appt *a)
{
	enum err e = record_uid(s, a->uid);
	struct stmt st;

	if (e != ERR_OK)
		return e;
	a->id = 0;
	st = stmt_begin(s, STMT_APPT_INSERT);
	stmt_bind_blob(&st, ":uid", a->uid, sizeof(a->uid));
	return save(&st, a);
}

enum err
store_appt_update(struct store *s, struct appt *a)
{
	struct stmt st = stmt_begin(s, STMT_APPT_UPDATE);

	return save(&st, a);
}

enum err
store_appts_touch(struct store *s, civil_min from)
{
	struct stmt st = stmt_begin(s, STMT_APPTS_TOUCH);

	stmt_bind_i64(&st, ":from", from);
	stmt_bind_text(&st, ":who", s->step.who);
	stmt_bind_i64(&st, ":at", s->step.at);
	return stmt_run(&st);
}

enum err
store_therapist_note(struct store *s, int64_t appt_id, char **out)
{
	struct stmt st = stmt_begin(s, STMT_VISIT_NOTE);
	struct str note = {0};
	enum err e;

	stmt_bind_i64(&st, ":id", appt_id);
	while (stmt_row(&st))
		str_add(&note, stmt_peek(&st, "note"));
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = xstrdup(str_text(&note));
	str_release(&note);
	return e;
}

enum err
store_therapist_note_set(struct store *s, int64_t appt_id, const char *note)
{
	struct stmt st = stmt_begin(s, STMT_VISIT_NOTE_SET);

	stmt_bind_i64(&st, ":id", appt_id);
	stmt_bind_text(&st, ":note", note);
	stmt_bind_text(&st, ":who", s->step.who);
	stmt_bind_i64(&st, ":at", s->step.at);
	return stmt_run(&st);
}
