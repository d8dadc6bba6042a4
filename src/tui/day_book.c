/* Booking and booking again by words; parking what is half typed. */
#include "day.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/line.h>
#include <frontdesk/mem.h>

/* The words parked for this command and place, owned by the caller; NULL = none. */
static char *
unpark(struct day *d, enum cmd c)
{
	for (size_t i = 0; i < d->parked.n; i++) {
		struct parked *p = &d->parked.v[i];
		char *words = p->words;

		if (p->cmd != c || p->therapist_id != d->place.therapist_id ||
		    p->start != d->place.start)
			continue;
		*p = d->parked.v[--d->parked.n];
		d->view.app->lines_parked = d->parked.n;
		return words;
	}
	return NULL;
}

void
day_park(struct view *v, enum cmd c, const char *words)
{
	struct day *d = (struct day *)v;
	const struct therapist *t;
	struct parked *p;
	char key[COMMAND_KEY_SIZE], hm[CIVIL_HM_SIZE], day[CIVIL_LONG_SIZE];

	if ((c != CMD_NEW && c != CMD_AGAIN) || words[strspn(words, " ")] == '\0')
		return;
	p = list_push(&d->parked);
	*p = (struct parked){c, d->place.therapist_id, d->place.start, xstrdup(words)};
	v->app->lines_parked = d->parked.n;
	t = practice_therapist(&day_desk(d)->practice, p->therapist_id);
	command_key(c, 0, key);
	app_say(v->app, ROLE_TEXT, "Parked; %s at %s, %s with %s goes on with it.", key,
	    day_say_time(d, p->start, hm), civil_long_day(civil_day_of(p->start), day),
	    t != NULL ? t->name : "");
}

/* Opens the prompt in which the words of a command are typed. */
static void
ask(struct day *d, enum cmd c, const char *words)
{
	if (c == CMD_AGAIN)
		app_ask(d->view.app, CMD_AGAIN, "Again:", words);
	else
		app_ask(d->view.app, CMD_NEW, "New:", words);
}

/* The same for the selected place, with what was parked for it. */
static void
ask_here(struct day *d, enum cmd c)
{
	char *parked = unpark(d, c);

	ask(d, c, str_or_empty(parked));
	free(parked);
}

static void
pin_place(struct day *d)
{
	const struct appt *a = day_selected_appt(d);

	d->place.therapist_id = day_therapist(d) != NULL ? day_therapist(d)->id : 0;
	d->place.room_id = day_room(d) != NULL ? day_room(d)->id : 0;
	d->place.start = day_start(d);
	d->place.appt_id = a != NULL ? a->id : 0;
}

/* The line that books, where what is not typed comes from the selected place. */
static enum err
plan_here(const struct day *d, const char *words, enum plan_client who, struct plan *out)
{
	struct desk *desk = d->view.app->desk;
	const struct when_habits habits = desk_habits(desk);
	struct line line = {0};
	struct str all = {0};
	char day[CIVIL_DAY_SIZE], hm[CIVIL_HM_SIZE];
	bool their_column, their_room;
	enum err e;

	e = line_parse(words, &desk->practice, &habits, &line);
	if (e != ERR_OK)
		return e;
	str_add(&all, words);
	if (line.when.day == CIVIL_DAY_NONE)
		str_addf(&all, " %s", civil_iso_day(civil_day_of(d->place.start), day));
	if (line.when.minute < 0)
		str_addf(&all, " %s", civil_hm(d->place.start, hm));
	their_column = line.therapist_id == 0 && !line.therapist_any;
	their_room = d->place.room_id != 0 && line.room_id == 0;
	line_release(&line);
	e = desk_plan(desk, str_text(&all), who, out);
	str_release(&all);
	if (e == ERR_OK && their_column)
		out->therapist_id = d->place.therapist_id;
	if (e == ERR_OK && their_room)
		out->room_id = d->place.room_id;
	return e;
}

enum err
day_plan(const struct day *d, enum cmd c, const char *words, struct plan *out)
{
	if (c == CMD_AGAIN)
		return desk_rebook_plan(d->view.app->desk, d->place.appt_id, words, out);
	return plan_here(d, words, c == CMD_NEW ? PLAN_CLIENT_EITHER : PLAN_CLIENT_NEW, out);
}

enum err
day_plan_client(const struct plan *p)
{
	const char *name = str_or_empty(p->new_name);
	char key[COMMAND_KEY_SIZE];

	command_key(CMD_NEW_CLIENT, 0, key);
	return p->client_id != 0 ? ERR_OK
				 : err_set(ERR_NOT_FOUND, "no client \"%s\"; %s makes a new one",
				       name[0] != '\0' ? name : str_or_empty(p->new_phone), key);
}

/* It is booked: shows it, and says so together with what there is to note. */
static void
booked(struct day *d, const struct booking *b)
{
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	day_follow(d, &b->appt);
	str_addf(&s, "%s ", civil_long_day(civil_day_of(b->appt.start), day));
	day_say_short(d, &s, &b->appt);
	app_say(d->view.app, ROLE_MESSAGE, "Booked %s.  u Undo", str_text(&s));
	app_say_findings(d->view.app, &b->findings);
	str_release(&s);
}

void
day_ask_reason(struct day *d, enum cmd c, const char *words, const struct findings *f)
{
	xstrset(&d->asking.words, words);
	d->asking.cmd = c;
	app_say_findings(d->view.app, f);
	lines_add(&d->view.app->message, ROLE_MESSAGE, "Why go on all the same?");
}

/* It is not booked: the words come back to be mended, and why and what could be are under them. */
static void
refused(struct day *d, enum cmd c, const char *words, const struct plan *plan, bool hard)
{
	struct lines *echo = &d->view.app->prompt.echo;
	char *why = xstrdup(err_message());

	ask(d, c, words);
	lines_clear(echo);
	lines_add(echo, ROLE_PROBLEM, "Not booked: %s", why);
	if (hard)
		day_echo_free(d, plan, echo);
	else if (c == CMD_NEW && plan->client_id == 0 && plan->new_name != NULL)
		day_echo_offer(d, plan, echo);
	free(why);
}

/* Books by the words of NEW, NEW_CLIENT or AGAIN; yes: the reason for going on. */
static void
book(struct day *d, enum cmd c, const char *words, const char *yes)
{
	const struct consent consent = {.yes = yes};
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct booking b = {0};
	enum err e;

	e = day_plan(d, c, words, &plan);
	if (e == ERR_OK && c != CMD_NEW_CLIENT)
		e = day_plan_client(&plan);
	if (e == ERR_OK)
		e = desk_book(d->view.app->desk, &plan, &consent, &b);
	if (e == ERR_OK) {
		booked(d, &b);
	} else if (e == ERR_NEEDS_YES && b.findings.n > 0) {
		day_ask_reason(d, c, words, &b.findings);
	} else {
		refused(d, c, words, &plan, b.findings.n > 0);
	}
	booking_release(&b);
	plan_release(&plan);
}

void
day_book(struct day *d, enum cmd c, const char *words)
{
	if (words != NULL) {
		book(d, c, words, NULL);
	} else if (d->therapists.n > 0) {
		pin_place(d);
		ask_here(d, CMD_NEW);
	}
}

void
day_again(struct day *d, const char *words)
{
	if (words == NULL && day_selected_appt(d) == NULL) {
		app_say(d->view.app, ROLE_TEXT, "Nothing is booked here to book again.");
	} else if (words == NULL) {
		pin_place(d);
		ask_here(d, CMD_AGAIN);
	} else {
		book(d, CMD_AGAIN, words, NULL);
	}
}

void
day_reason(struct day *d, const char *reason)
{
	enum cmd c = d->asking.cmd;
	char *words = d->asking.words;

	d->asking = (struct asking){.cmd = CMD_NONE};
	if (c != CMD_DROP && reason == NULL)
		ask(d, c, words);
	else if (c != CMD_DROP)
		book(d, c, words, reason);
	else if (reason != NULL)
		day_drop(d, reason);
	free(words);
}
