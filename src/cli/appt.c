/* show, move, cancel, status, split, rebook: one appointment. */
#include "out_appt.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

/* --- What came of it ------------------------------------------------------------------------- */

/* "Booked #12: Fri 27 Nov 2026 14:30 Smith, Ada · Massage 60 · Mia · room 2 · 95.00 EUR" */
static void
sentence(const struct desk *d, const char *did, const struct appt *a, bool dry_run)
{
	const struct room *room = practice_room(&d->practice, a->room_id);
	char amount[MONEY_SIZE];
	struct str line = {0};

	str_add(&line, did);
	if (!dry_run)
		str_addf(&line, " #%lld", (long long)a->id);
	str_add(&line, ": ");
	desk_appt_line(d, a, &line);
	if (room != NULL)
		str_addf(&line, " · %s", room->name);
	if (a->price != 0)
		str_addf(&line, " · %s %s", money_text(a->price, amount),
		    settings_text(&d->practice.settings, SETTING_CURRENCY));
	out_line("%s", str_text(&line));
	str_release(&line);
}

static enum err
out_one(const struct request *r, const char *did, const struct appt *a, const struct appt *a2,
    const struct findings *found)
{
	struct table *t;

	if (r->format == TABLE_TEXT) {
		bool dry_run = request_has(r, OPTION_DRY_RUN);

		sentence(&r->desk, did, a, dry_run);
		if (a2 != NULL && a2->id != 0)
			sentence(&r->desk, did, a2, dry_run);
		for (size_t i = 0; found != NULL && i < found->n; i++)
			out_line("  %s", found->v[i].text);
		return ERR_OK;
	}
	t = out_table(r, fields_appt.v, fields_appt.n);
	out_appt(t, &r->desk, a);
	if (a2 != NULL && a2->id != 0)
		out_appt(t, &r->desk, a2);
	return table_end(t);
}

enum err
out_booking(const struct request *r, const char *did, const char *would, const struct booking *b)
{
	return out_one(
	    r, request_has(r, OPTION_DRY_RUN) ? would : did, &b->appt, &b->appt2, &b->findings);
}

/* --- show ------------------------------------------------------------------------------------ */

static void
show_who(const struct request *r, const struct appt *a, const struct client *c)
{
	const struct therapist *therapist = practice_therapist(&r->desk.practice, a->therapist_id);
	struct str name = {0};

	client_name(&name, a->client_first, a->client_last, &r->desk.practice.settings);
	out_field("Client", "%s (#%lld)%s", str_text(&name), (long long)a->client_id,
	    a->first_visit ? ", first visit" : "");
	out_field("Phone", "%s", str_or_empty(c->phone));
	out_field("Therapist", "%s%s", therapist != NULL ? therapist->name : "",
	    a->requested ? " (asked for)" : "");
	str_release(&name);
}

static void
show_what(const struct request *r, const struct appt *a)
{
	const struct practice *p = &r->desk.practice;
	const struct service *service = practice_service(p, a->service_id);
	const struct room *room = practice_room(p, a->room_id);
	char price[MONEY_SIZE], paid[MONEY_SIZE];

	out_field("Service", "%s %d", service != NULL ? service->name : "", appt_minutes(a));
	out_field("Room", "%s", room != NULL ? room->name : "");
	out_field("Price", "%s %s, paid %s", money_text(a->price, price),
	    settings_text(&p->settings, SETTING_CURRENCY), money_text(a->paid, paid));
	out_field("Note", "%s", str_or_empty(a->desk_note));
	out_field("Reason", "%s", str_or_empty(a->reason));
}

/* "Mon 23 Nov 2026, 09:00" */
static void
field_moment(const struct request *r, const char *label, civil_min at, const char *by)
{
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	out_field(label, "%s, %s%s%s", civil_long_day(civil_day_of(at), day),
	    settings_hm(&r->desk.practice.settings, at, hm), by[0] != '\0' ? " by " : "", by);
}

static void
show_when(const struct request *r, const struct appt *a)
{
	char held[CIVIL_HM_SIZE];
	struct str span = {0};

	add_span(&span, &r->desk, a->start, a->end);
	if (a->held > a->end)
		str_addf(&span, " (turnover to %s)",
		    settings_hm(&r->desk.practice.settings, a->held, held));
	out_field("When", "%s", str_text(&span));
	if (a->state == APPT_HELD && a->hold_until != CIVIL_NONE)
		field_moment(r, "Held until", a->hold_until, "");
	field_moment(r, "Changed", desk_civil(&r->desk, a->updated), str_or_empty(a->last_by));
	str_release(&span);
}

/* "Kim, Lou (#3), Jon, appointment #12": the other one of a couple. */
static void
show_other(const struct request *r, const struct appt *other)
{
	const struct practice *p = &r->desk.practice;
	const struct therapist *therapist = practice_therapist(p, other->therapist_id);
	struct str name = {0};

	if (other->id == 0)
		return;
	client_name(&name, other->client_first, other->client_last, &p->settings);
	out_field("Together", "%s (#%lld), %s, appointment #%lld, %s", str_text(&name),
	    (long long)other->client_id, therapist != NULL ? therapist->name : "",
	    (long long)other->id, appt_state_title(other->state));
	str_release(&name);
}

static enum err
show(const struct request *r, const struct booking *b)
{
	const struct appt *a = &b->appt;
	struct str line = {0};
	struct client c;
	enum err e;

	client_init(&c);
	e = store_client(r->desk.store, a->client_id, &c);
	if (e == ERR_OK) {
		str_addf(&line, "#%lld  %c %s", (long long)a->id, appt_state_char(a->state),
		    appt_state_title(a->state));
		appt_remark(&line, ", ", a, desk_now(&r->desk), &r->desk.practice.settings);
		out_line("%s", str_text(&line));
		str_release(&line);
		show_who(r, a, &c);
		show_other(r, &b->appt2);
		show_what(r, a);
		show_when(r, a);
	}
	client_release(&c);
	return e;
}

enum err
verb_show(struct request *r)
{
	struct booking b = {0};
	int64_t id;
	enum err e;

	e = request_appt(r->args.v[0], &id);
	if (e == ERR_OK)
		e = desk_appt(&r->desk, id, &b);
	if (e == ERR_OK)
		e = r->format == TABLE_TEXT ? show(r, &b) : out_one(r, "", &b.appt, NULL, NULL);
	booking_release(&b);
	return e;
}

/* --- Changing -------------------------------------------------------------------------------- */

/* Says what was booked or what is in the way, and gives the booking back. */
static enum err
out_done(struct request *r, enum err e, const char *did, const char *would, struct booking *b)
{
	e = e == ERR_OK ? out_booking(r, did, would, b) : out_refused(r, e, &b->findings);
	booking_release(b);
	return e;
}

enum err
verb_move(struct request *r)
{
	const struct consent consent = request_consent(r);
	char *words = request_words(r, 1);
	struct booking done = {0};
	struct move move;
	int64_t id;
	enum err e;

	e = request_appt(r->args.v[0], &id);
	if (e == ERR_OK)
		e = desk_move_words(&r->desk, id, words, &move);
	if (e == ERR_OK)
		e = desk_move(&r->desk, id, &move, &consent, &done);
	free(words);
	return done.unchanged ? out_done(r, e, "Nothing changed", "Nothing would change", &done)
			      : out_done(r, e, "Moved", "Would move", &done);
}

enum err
verb_split(struct request *r)
{
	const struct consent consent = request_consent(r);
	char *words = request_words(r, 1);
	struct booking done = {0};
	int64_t id;
	enum err e;

	e = request_appt(r->args.v[0], &id);
	if (e == ERR_OK)
		e = desk_split(&r->desk, id, 0, words, &consent, &done);
	free(words);
	return out_done(r, e, "Split", "Would split", &done);
}

/* What could be booked instead: "free that day: 11:15 Mia, 14:00 Mia". */
static enum err
say_nearest(struct request *r, enum err refused, const struct plan *plan)
{
	enum { MOST = 3 };
	struct slot_list slots = {0};
	struct str why = {0};
	enum err e;

	str_add(&why, err_message());
	e = desk_free_near(&r->desk, plan, MOST, &slots);
	if (e == ERR_OK) {
		str_add(&r->instead, slots.n > 0 ? "free that day:" : "nobody is free that day");
		add_slots(&r->instead, &r->desk, &slots, civil_day_of(plan->start));
		e = err_set(refused, "%s", str_text(&why));
	}
	str_release(&why);
	slot_list_release(&slots);
	return e;
}

enum err
verb_rebook(struct request *r)
{
	const struct consent consent = request_consent(r);
	char *words = request_words(r, 1);
	struct plan plan = {0};
	struct booking done = {0};
	int64_t id;
	enum err e;

	e = request_appt(r->args.v[0], &id);
	if (e == ERR_OK)
		e = desk_rebook_plan(&r->desk, id, words, &plan);
	if (e == ERR_OK) {
		e = desk_book(&r->desk, &plan, &consent, &done);
		if (e == ERR_REFUSED || e == ERR_NEEDS_YES)
			e = say_nearest(r, e, &plan);
	}
	plan_release(&plan);
	free(words);
	return out_done(r, e, "Booked", "Would book", &done);
}

static enum err
read_by(const struct request *r, enum cancel_by *out)
{
	const char *by = r->options[OPTION_BY];

	*out = CANCEL_CLIENT;
	if (by == NULL || strcmp(by, "client") == 0)
		return ERR_OK;
	*out = CANCEL_PRACTICE;
	if (strcmp(by, "practice") == 0)
		return ERR_OK;
	return err_set(ERR_USAGE, "--by \"%s\" is none of client, practice", by);
}

/* "Now no-show", "Would be cancelled late" */
static enum err
out_state(const struct request *r, const struct booking *b)
{
	bool dry_run = request_has(r, OPTION_DRY_RUN);
	struct str did = {0};
	enum err e;

	str_addf(&did, "%s %s", dry_run ? "Would be" : "Now", appt_state_title(b->appt.state));
	e = out_one(r, str_text(&did), &b->appt, &b->appt2, &b->findings);
	str_release(&did);
	return e;
}

/* What came of it, or how to do it all the same; gives the booking back. */
static enum err
out_forced(struct request *r, enum err e, struct booking *b)
{
	static const char how[] = "; --force does it all the same";

	if (e == ERR_OK)
		e = out_state(r, b);
	else if (b->findings.n > 0)
		e = out_refused_how(r, e, &b->findings, how);
	else if (e == ERR_NEEDS_YES)
		e = err_set(e, "%s%s", err_message(), how);
	booking_release(b);
	return e;
}

enum err
verb_cancel(struct request *r)
{
	struct booking done = {0};
	enum cancel_by by;
	int64_t id;
	enum err e;

	e = request_appt(r->args.v[0], &id);
	if (e == ERR_OK)
		e = read_by(r, &by);
	if (e == ERR_OK)
		e = desk_cancel(&r->desk, id, 0, by, r->options[OPTION_REASON],
		    request_has(r, OPTION_FORCE), request_has(r, OPTION_DRY_RUN), &done);
	return out_forced(r, e, &done);
}

/* "status 12 message", "status 12 message off": the mark that one was left. */
static enum err
mark_message(struct request *r, int64_t id)
{
	bool off = r->args.n > 2;
	struct booking done = {0};
	enum err e = ERR_OK;

	if (off && strcmp(r->args.v[2], "off") != 0)
		return err_set(ERR_USAGE, "\"%s\" is not off", r->args.v[2]);
	e = desk_message_left(&r->desk, id, 0, !off, &done);
	if (e == ERR_OK)
		e = out_one(r, off ? "No message left" : "Message left", &done.appt, NULL, NULL);
	booking_release(&done);
	return e;
}

enum err
verb_status(struct request *r)
{
	struct booking done = {0};
	enum appt_state to;
	int64_t id;
	enum err e;

	e = request_appt(r->args.v[0], &id);
	if (e == ERR_OK && strcmp(r->args.v[1], "message") == 0)
		return mark_message(r, id);
	if (e == ERR_OK && r->args.n > 2)
		e = err_set(ERR_USAGE, "\"%s\" is one word too many", r->args.v[2]);
	if (e == ERR_OK)
		e = appt_state_parse(r->args.v[1], &to);
	if (e == ERR_OK)
		e = desk_status(&r->desk, id, 0, to, request_has(r, OPTION_FORCE),
		    r->options[OPTION_REASON], &done);
	return out_forced(r, e, &done);
}
