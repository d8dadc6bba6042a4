/* Status keys: confirmed, arrived, in session, finished, cancelled; and back. */
#include "day.h"

#include <ctype.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "say.h"

static const struct {
	enum cmd cmd;
	enum appt_state state;
} states[] = {
    {CMD_CONFIRMED, APPT_CONFIRMED},
    {CMD_ARRIVED, APPT_ARRIVED},
    {CMD_STARTED, APPT_STARTED},
    {CMD_FINISHED, APPT_COMPLETED},
    {CMD_CANCEL_CLIENT, APPT_CANCELLED},
    {CMD_CANCEL_PRACTICE, APPT_PRACTICE},
    {CMD_CANCEL_NOSHOW, APPT_NOSHOW},
    {CMD_CANCEL_LEFT, APPT_LEFT},
    {CMD_CANCEL_VOID, APPT_VOID},
};

static enum appt_state
state_of(enum cmd c)
{
	for (size_t i = 0; i < array_size(states); i++) {
		if (states[i].cmd == c)
			return states[i].state;
	}
	return APPT_BOOKED;
}

/* The command that leads into a state, for one that left the plan: who it was. */
static enum cmd
way_into(enum appt_state s)
{
	for (size_t i = 0; i < array_size(states); i++) {
		if (states[i].state == s)
			return states[i].cmd;
	}
	return CMD_CANCEL_CLIENT; /* late or not is for the clock to say */
}

/* Where the same key again leads: one step back. */
static enum appt_state
one_back(const struct appt *a)
{
	switch (a->state) {
	case APPT_HELD:
	case APPT_BOOKED:
	case APPT_CONFIRMED:
		return APPT_BOOKED;
	case APPT_ARRIVED:
		return a->confirmed_at != 0 ? APPT_CONFIRMED : APPT_BOOKED;
	case APPT_STARTED:
		return APPT_ARRIVED;
	case APPT_COMPLETED:
		return APPT_STARTED;
	case APPT_CANCELLED:
	case APPT_LATE:
	case APPT_PRACTICE:
	case APPT_NOSHOW:
	case APPT_LEFT:
	case APPT_VOID:
	case APPT_STATE_COUNT:
		break;
	}
	return a->state_before;
}

/* "Arrived 10:30 O'Brien. Alert: pays at the desk.  u Undo"; of a couple both, or "Costa (with
 * Lima)" when it is her alone. */
static void
say_done(struct day *d, const struct booking *done, bool back)
{
	const struct appt *a = &done->appt, *other = day_other(d, a);
	const char *title = appt_state_title(a->state);
	struct str s = {0};
	bool told = false;

	if (back)
		str_addf(&s, "Taken back to %s: ", title);
	else
		str_addf(&s, "%c%s ", toupper((unsigned char)title[0]), title + 1);
	day_say_pair(d, &s, a, &done->appt2);
	if (done->appt2.id == 0 && other != NULL) {
		str_add(&s, " (with ");
		client_short_name(
		    &s, other->client_first, other->client_last, &day_desk(d)->practice.settings);
		str_addc(&s, ')');
	}
	str_addc(&s, '.');
	for (size_t i = 0; i < done->findings.n; i++) {
		if (done->findings.v[i].level > LEVEL_NOTICE)
			continue; /* it was asked */
		told = true;
		str_addf(&s, " %s", done->findings.v[i].text);
		str_add(&s, strchr(".!?", s.v[s.n - 1]) != NULL ? "" : ".");
	}
	app_say(d->view.app, told ? ROLE_CAUTION : ROLE_MESSAGE, "%s  u Undo", str_text(&s));
	str_release(&s);
}

/* Why it is not done: of health only what is nobody's secret. */
static void
say_why_not(const struct findings *f, struct str *out)
{
	struct findings told = {0};

	if (f->n == 0)
		str_add(out, err_message());
	else
		say_veil(f, &told);
	for (size_t i = 0; i < told.n; i++)
		str_addf(out, "%s%s", i > 0 ? "; " : "", told.v[i].text);
	findings_release(&told);
}

/* What was asked, whatever of it may be seen here. */
static void
tell_all(const struct findings *f, struct str *out)
{
	str_clear(out);
	for (size_t i = 0; i < f->n; i++)
		str_addf(out, "%s\n", f->v[i].text);
}

/* Out of order: the sentence, and the same key again forces it. */
static void
offer_force(struct day *d, enum cmd c, int64_t appt_id, const struct findings *f)
{
	struct str why = {0};
	char key[COMMAND_KEY_SIZE];

	d->force_key = c;
	d->force_id = appt_id;
	tell_all(f, &d->force_asked);
	say_why_not(f, &why);
	command_key(CMD_SIGNED, 0, key);
	if (findings_has(f, FINDING_CONSENT_MISSING))
		str_addf(&why, "; %s notes it", key);
	command_key(c, 0, key);
	app_say(
	    d->view.app, ROLE_CAUTION, "%s; %s again does it all the same", str_text(&why), key);
	str_release(&why);
}

/* What health forbids is not forced: who has spoken with the client is noted. */
static void
say_forbidden(struct day *d, const struct findings *f)
{
	struct str why = {0};
	char key[COMMAND_KEY_SIZE];

	command_key(CMD_SIGNED, 0, key);
	if (findings_has(f, FINDING_GUARDIAN_MISSING))
		str_addf(
		    &why, "Under 18: no session without the guardian's consent; %s notes it.", key);
	command_key(CMD_ACKNOWLEDGE, 0, key);
	if (findings_has(f, FINDING_FLAG_STOP))
		str_addf(&why,
		    "%s!S: no session before the therapist has spoken with the client; %s (:%s) "
		    "notes it.",
		    why.n > 0 ? " " : "", key, commands[CMD_ACKNOWLEDGE].name);
	app_say(d->view.app, ROLE_PROBLEM, "%s", str_text(&why));
	str_release(&why);
}

/* The same key again answers what it was asked, and nothing that has come to it meanwhile. */
static enum err
ask_or_force(
    struct day *d, const struct appt *a, enum appt_state to, bool force, struct booking *out)
{
	enum err e = desk_status(d->view.app->desk, a->id, a->rev, to, false, NULL, out);
	struct str asked = {0};

	tell_all(&out->findings, &asked);
	if (force && e == ERR_NEEDS_YES &&
	    strcmp(str_text(&asked), str_text(&d->force_asked)) == 0) {
		booking_release(out);
		e = desk_status(d->view.app->desk, a->id, a->rev, to, true, NULL, out);
	}
	str_release(&asked);
	return e;
}

static void
enter(struct day *d, enum cmd c, enum appt_state to, bool back)
{
	struct desk *desk = d->view.app->desk;
	const struct appt *a = day_selected_appt(d);
	bool force = d->force_key == c && d->force_id == a->id;
	struct booking now = {0};
	enum err e;

	d->force_key = CMD_NONE;
	if (!back && c == CMD_CANCEL_CLIENT)
		e = desk_cancel(desk, a->id, a->rev, CANCEL_CLIENT, NULL, false, false, &now);
	else if (!back && c == CMD_CANCEL_PRACTICE)
		e = desk_cancel(desk, a->id, a->rev, CANCEL_PRACTICE, NULL, false, false, &now);
	else
		e = ask_or_force(d, a, to, force, &now);
	if (e == ERR_OK) {
		if (!back && (c == CMD_CONFIRMED || c == CMD_ARRIVED))
			d->last.cmd = c;
		app_changed(d->view.app);
		day_select(d, now.appt.id);
		say_done(d, &now, back);
	} else if (e == ERR_NEEDS_YES) {
		offer_force(d, c, a->id, &now.findings);
	} else if (e == ERR_REFUSED && findings_worst(&now.findings) == LEVEL_HARD) {
		say_forbidden(d, &now.findings);
	} else {
		app_say_error(d->view.app);
		if (e == ERR_BUSY) {
			d->view.app->once[0] = '\0';
			app_changed(d->view.app); /* show what the other desk did */
		}
	}
	booking_release(&now);
}

/* The keys that lead into its state, which take it back. */
static void
say_way_into(const struct appt *a, struct str *out)
{
	const enum cmd c = way_into(a->state);
	char key[COMMAND_KEY_SIZE];

	if (!appt_state_holds(a->state) && command_key(CMD_CANCEL_MENU, 0, key))
		str_addf(out, "%s ", key);
	command_key(c, 0, key);
	str_add(out, key);
}

/*
 * Another key than that which led there is no way back: from out of the plan, or a step back in it,
 * it is asked where the desk would not.
 */
static bool
asks_back(struct day *d, enum cmd c, const struct appt *a)
{
	const bool asked = d->force_key == c && d->force_id == a->id;
	char key[COMMAND_KEY_SIZE];
	struct str way = {0};

	if (asked || (appt_state_holds(a->state) && state_of(c) > a->state) ||
	    appt_step(a, state_of(c), d->view.app->now) != STEP_OK)
		return false;
	d->force_key = c;
	d->force_id = a->id;
	str_clear(&d->force_asked);
	say_way_into(a, &way);
	command_key(c, 0, key);
	app_say(d->view.app, ROLE_CAUTION,
	    "This appointment is %s; take that back first (%s); %s again does it all the same",
	    appt_state_title(a->state), str_text(&way), key);
	str_release(&way);
	return true;
}

/* What left the plan is taken back by the same way. */
static void
say_cancelled_already(struct day *d, const struct appt *a)
{
	char key[COMMAND_KEY_SIZE];

	if (appt_state_holds(a->state))
		return;
	command_key(way_into(a->state), 0, key);
	app_say(d->view.app, ROLE_TEXT, "It is %s already; %s again takes that back.",
	    appt_state_title(a->state), key);
}

void
day_status(struct day *d, enum cmd c)
{
	struct app *app = d->view.app;
	const struct appt *a = day_needs_appt(d);

	if (a == NULL)
		return;
	if (c == CMD_CANCEL_MENU) {
		d->cancelling = true;
		say_cancelled_already(d, a);
		return;
	}
	app_count_once(app);
	if (a->state == state_of(c))
		enter(d, c, one_back(a), true);
	else if (!asks_back(d, c, a))
		enter(d, c, state_of(c), false);
}

/* Confirmed or arrived, here too; never taken back by it. */
static void
enter_again(struct day *d)
{
	const struct appt *a = day_needs_appt(d);

	if (a == NULL)
		return;
	if (a->state == state_of(d->last.cmd))
		app_say(d->view.app, ROLE_TEXT, "It is %s already.", appt_state_title(a->state));
	else if (!asks_back(d, d->last.cmd, a))
		enter(d, d->last.cmd, state_of(d->last.cmd), false);
}

void
day_repeat(struct day *d)
{
	if (d->last.cmd == CMD_NONE)
		app_say(d->view.app, ROLE_TEXT,
		    "Nothing to repeat yet: confirmed, arrived or moved by so much.");
	else if (d->last.cmd == CMD_DROP)
		day_move_by(d, d->last.by);
	else
		enter_again(d);
}

void
day_not_cancelled(struct day *d)
{
	const struct appt *a = day_selected_appt(d);

	if (a == NULL || appt_state_holds(a->state))
		app_say(d->view.app, ROLE_TEXT, "Not cancelled.");
	else
		app_say(d->view.app, ROLE_TEXT, "It stays %s.", appt_state_title(a->state));
}

void
day_cancel(struct day *d, enum cmd who)
{
	const struct appt *a = day_selected_appt(d);
	enum appt_state to = state_of(who);

	d->cancelling = false;
	if (a == NULL)
		return;
	app_count_once(d->view.app); /* it may mean something else once the question is closed */
	if (a->state == to || (a->state == APPT_LATE && to == APPT_CANCELLED))
		enter(d, who, one_back(a), true);
	else
		enter(d, who, to, false);
	d->cancelling = d->force_key == who; /* the same key again forces it */
}
