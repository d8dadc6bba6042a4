/* The booking dialog: opened over the day, a client or an appointment; its commands, its drafts. */
#include "booking_dialog.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "back_pain.h"

enum { SMALL_ROWS = 20 };

struct desk *
booking_desk(const struct booking_dialog *b)
{
	return b->d.view.app->desk;
}

static void
booking_changed(struct dialog *d, size_t field)
{
	struct booking_dialog *b = (struct booking_dialog *)d;

	b->typed[field] = true;
	if (field != BOOKING_CLIENT)
		return;
	if (d->fields[field].id == BOOKING_NEW_CLIENT) {
		booking_take_new(b);
	} else if (d->fields[field].id != 0) {
		booking_take_client(b, d->fields[field].id);
	} else {
		b->client2 = 0;
		booking_look_up(b);
	}
}

/* --- Commands -------------------------------------------------------------------------------- */

/* Up and Down in a time: to the next one on the grid. */
static void
step_time(struct booking_dialog *b, bool down)
{
	struct desk *desk = booking_desk(b);
	const int grid = settings_number(&desk->practice.settings, SETTING_GRID);
	enum booking_field field;
	struct plan p;

	/* With a time that cannot be read there is nothing to step from. */
	if (booking_plan(b, &p, &field) == ERR_OK || p.start != CIVIL_NONE) {
		civil_min at = p.start + (down ? grid : -1);

		booking_set_time(b, BOOKING_WHEN, at - civil_minute_of(at) % grid);
		b->d.dirty = true;
	}
	plan_release(&p);
	dialog_refresh(&b->d);
}

static void
next_free(struct booking_dialog *b)
{
	struct app *app = b->d.view.app;
	enum booking_field field;
	struct slot slot;
	struct plan p;

	if (booking_plan(b, &p, &field) != ERR_OK ||
	    desk_free_next(booking_desk(b), &p, &slot) != ERR_OK) {
		app_say_error(app);
	} else {
		booking_apply_line(b);
		b->has_line = false;
		booking_set_time(b, BOOKING_WHEN, slot.start);
		b->d.dirty = true;
		dialog_refresh(&b->d);
	}
	plan_release(&p);
}

/* A held time is let go by itself; the practice says how long it waits. */
void
booking_hold(struct booking_dialog *b)
{
	struct desk *desk = booking_desk(b);
	struct field *f = &b->d.fields[BOOKING_HOLD];
	civil_min until =
	    desk_now(desk) + 60 * settings_number(&desk->practice.settings, SETTING_HOLD_HOURS);
	enum booking_field field;
	struct plan p;

	if (booking_plan(b, &p, &field) == ERR_OK && p.start < until)
		until = p.start;
	plan_release(&p);
	f->off = !f->off;
	if (f->off) {
		dialog_set(&b->d, BOOKING_HOLD, "", 0);
		dialog_go(&b->d, BOOKING_WHEN);
	} else {
		booking_set_time(b, BOOKING_HOLD, until);
		dialog_go(&b->d, BOOKING_HOLD);
	}
	dialog_refresh(&b->d);
}

static void
new_client(struct booking_dialog *b)
{
	struct str name = {0};

	if (b->is_new) { /* not, after all */
		b->is_new = false;
		b->d.fields[BOOKING_PHONE].off = true;
		dialog_go(&b->d, BOOKING_CLIENT);
		booking_look_up(b);
	} else if (dialog_text(&b->d, BOOKING_CLIENT)[0] == '#') {
		app_say(b->d.view.app, ROLE_CAUTION, "A new client has a name, not a number.");
	} else if (booking_client(b) != 0) {
		booking_say_clients(b, booking_client(b), false, &name);
		app_say(b->d.view.app, ROLE_CAUTION,
		    "%s is a client already; type the name of the new one.", str_text(&name));
		str_release(&name);
		dialog_go(&b->d, BOOKING_CLIENT);
	} else {
		booking_take_new(b);
		dialog_go(&b->d, BOOKING_PHONE);
	}
	b->d.dirty = true;
	dialog_refresh(&b->d);
}

static void
read_aloud(const struct booking_dialog *b)
{
	enum booking_field field;
	const struct service *s;
	struct plan p;

	if (booking_plan(b, &p, &field) != ERR_OK && p.service_id == 0) {
		app_say_error(b->d.view.app);
	} else {
		s = practice_service(&booking_desk(b)->practice, p.service_id);
		app_say(b->d.view.app, ROLE_MESSAGE, "%s: %s", s->name,
		    str_or_empty(s->description)[0] != '\0' ? s->description
							    : "there is no text to read aloud");
	}
	plan_release(&p);
}

/* Of a couple somebody is not certain, and there is no choice to take: it says so, and stays. */
static bool
is_half(struct booking_dialog *b)
{
	if (!b->has_line || b->line.client2 == NULL || b->d.marked < b->d.choices.n ||
	    booking_settle_client(b) == ERR_OK)
		return false;
	app_say_error(b->d.view.app);
	dialog_refresh(&b->d);
	return true;
}

static bool
booking_command(struct dialog *d, enum cmd c)
{
	struct booking_dialog *b = (struct booking_dialog *)d;

	switch (c) {
	case CMD_UP:
	case CMD_DOWN:
		if (d->at != BOOKING_WHEN)
			return false;
		step_time(b, c == CMD_DOWN);
		return true;
	case CMD_NEXT_FREE:
		next_free(b);
		return true;
	case CMD_HOLD:
		booking_hold(b);
		return true;
	case CMD_NEW_CLIENT:
		new_client(b);
		return true;
	case CMD_FIELD_DONE:
		return d->at == BOOKING_CLIENT && is_half(b);
	case CMD_BACK_PAIN:
		back_pain_push_heard(d, BOOKING_HEARD);
		return true;
	case CMD_READ_ALOUD:
		if (d->at != BOOKING_SERVICE)
			return false;
		if (dialog_text(d, BOOKING_SERVICE)[0] == '\0')
			d->view.ops->command(&d->view, CMD_DOWN, NULL); /* which are there? */
		else
			read_aloud(b);
		return true;
	default:
		return false;
	}
}

static void
release(struct dialog *d)
{
	struct booking_dialog *b = (struct booking_dialog *)d;

	booking_forget(b);
	appt_release(&b->was);
	ways_release(&b->ways);
}

/* --- Opening --------------------------------------------------------------------------------- */

static const struct dialog_ops edit_ops;

static struct booking_dialog *
make(struct app *a, const char *title)
{
	static const char *const labels[] = {
#define X(id, label, hint) label,
		BOOKING_FIELD_LIST(X)
#undef X
	};
	static const char *const hints[] = {
#define X(id, label, hint) hint,
		BOOKING_FIELD_LIST(X)
#undef X
	};
	struct booking_dialog *b =
	    dialog_new(a, sizeof(*b), &booking_ops, title, labels, BOOKING_FIELDS);

	for (size_t i = 0; i < BOOKING_FIELDS; i++)
		b->d.fields[i].hint = hints[i];
	b->here = CIVIL_NONE;
	b->d.fields[BOOKING_PHONE].off = true;
	b->d.fields[BOOKING_HOLD].off = true;
	b->d.fields[BOOKING_HEARD].health = b->d.fields[BOOKING_NOTE].health = true;
	/* Where there is little room, the room is left to common sense. */
	b->d.fields[BOOKING_ROOM].off = a->rows < SMALL_ROWS;
	return b;
}

/* Over an appointment, its fields still empty; NULL: there is no such. */
static struct booking_dialog *
make_edit(struct app *a, int64_t appt_id)
{
	static const enum booking_field not_asked[] = {
	    BOOKING_CLIENT, BOOKING_PHONE, BOOKING_HEARD, BOOKING_HOLD};
	struct booking_dialog *b;
	struct appt was = {0};
	char title[32];

	if (store_appt(a->desk->store, appt_id, &was) != ERR_OK) {
		app_say_error(a);
		return NULL;
	}
	snprintf(title, sizeof(title), "Appointment #%lld ", (long long)was.id);
	b = make(a, title);
	b->d.ops = &edit_ops;
	b->was = was;
	for (size_t i = 0; i < array_size(not_asked); i++)
		b->d.fields[not_asked[i]].off = true;
	b->d.fields[BOOKING_CLIENT].id = was.client_id;
	b->d.at = BOOKING_SERVICE;
	b->typed[BOOKING_SERVICE] = true;
	return b;
}

static void
about(const struct dialog *d, struct str *out)
{
	const struct appt *was = &((const struct booking_dialog *)d)->was;

	client_name(
	    out, was->client_first, was->client_last, &d->view.app->desk->practice.settings);
}

/* What a draft keeps beside the fields: six numbers. */
static void
context(const struct dialog *d, struct str *out)
{
	const struct booking_dialog *b = (const struct booking_dialog *)d;

	str_addf(out, "%lld %d %lld %d %d %d", (long long)b->was.id, b->was.rev,
	    (long long)b->client2, b->is_new, b->typed[BOOKING_SERVICE],
	    b->typed[BOOKING_THERAPIST]);
}

static struct dialog *
reopen(struct app *a, const char *text)
{
	long long k[6];
	struct booking_dialog *b;
	char *end = NULL;

	for (size_t i = 0; i < array_size(k); i++, text = end) {
		k[i] = strtoll(text, &end, 10);
		if (end == text)
			return NULL;
	}
	b = k[0] != 0 ? make_edit(a, k[0]) : make(a, BOOKING_TITLE);
	if (b == NULL)
		return NULL;
	b->was.rev = (int)k[1]; /* as it was seen: what changed since is told when it is saved */
	b->client2 = k[2];
	b->is_new = k[3] != 0;
	b->d.fields[BOOKING_PHONE].off = !b->is_new;
	b->typed[BOOKING_SERVICE] = k[4] != 0;
	b->typed[BOOKING_THERAPIST] = k[5] != 0;
	return &b->d;
}

/* An appointment is changed by the same means; hold and new client are no commands of that. */
#define BOOKING_OPS(of) \
	{ \
		.kind = "booking", .mode = (of), .own = true, .choices = booking_choices, \
		.changed = booking_changed, .echo = booking_echo, .save = booking_save, \
		.way = booking_way, .command = booking_command, .release = release, \
		.context = context, .reopen = reopen, .about = about, .veil = booking_veil, \
	}
const struct dialog_ops booking_ops = BOOKING_OPS(IN_BOOKING);
static const struct dialog_ops edit_ops = BOOKING_OPS(IN_EDIT);

void
booking_push(struct app *a, const struct booking_seed *s)
{
	struct booking_dialog *b = make(a, BOOKING_TITLE);

	if (s->walk_in)
		b->here = s->start;
	booking_set_therapists(b, s->therapist_id, 0);
	b->typed[BOOKING_THERAPIST] = s->requested;
	booking_set_room(b, s->room_id);
	booking_set_time(b, BOOKING_WHEN, s->start);
	if (s->client_id != 0) {
		booking_show_client(b, s->client_id);
		b->d.at = BOOKING_SERVICE;
	}
	if (s->service_id != 0) {
		booking_set_service(b, s->service_id, s->minutes);
		b->typed[BOOKING_SERVICE] = true;
	}
	booking_fill_usual(b);
	dialog_push(&b->d);
	if (s->words != NULL && s->words[0] != '\0')
		b->d.view.ops->type(&b->d.view, s->words);
}

void
booking_edit(struct app *a, int64_t appt_id)
{
	struct booking_dialog *b = make_edit(a, appt_id);

	if (b == NULL)
		return;
	booking_set_service(b, b->was.service_id, appt_minutes(&b->was));
	booking_set_therapists(b, b->was.therapist_id, 0);
	booking_set_room(b, b->was.room_id);
	booking_set_time(b, BOOKING_WHEN, b->was.start);
	dialog_set(&b->d, BOOKING_DESK_NOTE, str_or_empty(b->was.desk_note), 0);
	dialog_push(&b->d);
}
