/* Booking into the selected time, editing, and booking again by words. */
#include "day.h"

#include <stdlib.h>

#include <frontdesk/mem.h>

#include "booking.h"
#include "say.h"

enum { NEAREST = 3 };

/* The row of now is selected, not a time that was typed: who is booked here has walked in. */
static bool
is_now(const struct day *d)
{
	const civil_min start = day_start(d), now = desk_now(day_desk(d));

	return !day_minute_stands(d) && start <= now && now < start + d->grid.step;
}

/* Where something booked here begins: a time under way begins now, never before. */
civil_min
day_begin(const struct day *d)
{
	const civil_min now = desk_now(day_desk(d));

	return is_now(d) ? (now + DAY_SLOT - 1) / DAY_SLOT * DAY_SLOT : day_start(d);
}

void
day_book(struct day *d)
{
	const struct therapist *t = day_therapist(d);
	const struct room *r = day_room(d);
	const struct booking_seed seed = {
	    .therapist_id = t != NULL ? t->id : 0,
	    .room_id = r != NULL ? r->id : 0,
	    .start = day_begin(d),
	    .walk_in = is_now(d) && day_selected_appt(d) == NULL,
	};

	if (d->therapists.n > 0)
		booking_push(d->view.app, &seed);
	else
		app_say(d->view.app, ROLE_CAUTION, DAY_NO_THERAPISTS);
}

void
day_edit(struct day *d)
{
	const struct appt *a = day_selected_appt(d);

	if (a != NULL)
		booking_edit(d->view.app, a->id);
	else
		app_say(d->view.app, ROLE_TEXT, "Nothing is booked here to edit; n books.");
}

static void
ask_again(struct day *d, const char *words)
{
	app_ask(d->view.app, CMD_AGAIN, "Again:", words);
}

/* It is booked: shows it, and says so together with what there is to note. */
static void
booked(struct day *d, const struct booking *b)
{
	struct str s = {0};

	day_follow(d, &b->appt);
	desk_read_back(day_desk(d), b, &s);
	app_say(d->view.app, ROLE_MESSAGE, "Booked: %s.  u Undo", str_text(&s));
	app_say_findings(d->view.app, &b->findings);
	str_release(&s);
}

void
day_ask_reason(struct day *d, enum cmd c, const char *words, const struct findings *f)
{
	xstrset(&d->asking.words, words);
	d->asking.cmd = c;
	app_say_findings(d->view.app, f);
	lines_add(&d->view.app->message, ROLE_MESSAGE, SAY_WHY);
}

/* It is not booked: the words come back to be mended, and why and what could be are under them. */
static void
refused(struct day *d, const char *words, const struct plan *plan, bool hard)
{
	struct lines *echo = &d->view.app->prompt.echo;
	char *why = xstrdup(err_message());

	ask_again(d, words);
	lines_clear(echo);
	lines_add(echo, ROLE_PROBLEM, "Not booked: %s", why);
	if (hard) {
		say_free(d->view.app, plan, NEAREST, echo);
		lines_add(echo, ROLE_FREE,
		    "To take one, type its day and time, and with whom: tue 12:00 mia.");
	}
	free(why);
}

/* yes: the reason for going on. */
static void
book_again(struct day *d, const char *words, const char *yes)
{
	const struct consent consent = {.yes = yes};
	struct desk *desk = d->view.app->desk;
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct booking b = {0};
	enum err e;

	e = desk_rebook_plan(desk, d->again_id, words, &plan);
	if (e == ERR_OK)
		e = desk_book(desk, &plan, &consent, &b);
	if (e == ERR_OK)
		booked(d, &b);
	else if (e == ERR_NEEDS_YES && b.findings.n > 0)
		day_ask_reason(d, CMD_AGAIN, words, &b.findings);
	else
		refused(d, words, &plan, b.findings.n > 0);
	booking_release(&b);
	plan_release(&plan);
}

void
day_again(struct day *d, const char *words)
{
	const struct appt *a = day_selected_appt(d);

	if (words != NULL) {
		book_again(d, words, NULL);
	} else if (a != NULL) {
		d->again_id = a->id;
		ask_again(d, "");
	} else {
		app_say(d->view.app, ROLE_TEXT, "Nothing is booked here to book again.");
	}
}

void
day_reason(struct day *d, const char *reason)
{
	enum cmd c = d->asking.cmd;
	char *words = d->asking.words;

	d->asking = (struct asking){.cmd = CMD_NONE};
	if (c == CMD_AGAIN && reason == NULL)
		ask_again(d, words);
	else if (c == CMD_SPLIT_COUPLE)
		day_split_reason(d, words, reason);
	else if (c == CMD_AGAIN)
		book_again(d, words, reason);
	else if (reason != NULL)
		day_drop(d, reason);
	free(words);
}
