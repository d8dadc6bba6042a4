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
		d->view.app->parked = d->parked.n;
		return words;
	}
	return NULL;
}

void
day_park(struct view *v, enum cmd c, const char *words)
{
	struct day *d = (struct day *)v;
	struct parked *p;

	if ((c != CMD_NEW && c != CMD_AGAIN) || words[strspn(words, " ")] == '\0')
		return;
	p = list_push(&d->parked);
	*p = (struct parked){c, d->place.therapist_id, d->place.start, xstrdup(words)};
	v->app->parked = d->parked.n;
	app_say(v->app, ROLE_TEXT, "Parked; the same key here goes on with it.");
}

static const char *
label_of(enum cmd c)
{
	return c == CMD_NEW ? "New:" : "Again:";
}

/* Opens the prompt for the selected place, with what was parked for it. */
static void
ask_here(struct day *d, enum cmd c)
{
	char *parked = unpark(d, c);

	app_ask(d->view.app, c, label_of(c), str_or_empty(parked));
	free(parked);
}

static void
pin_place(struct day *d)
{
	const struct appt *a = day_selected_appt(d);

	d->place.therapist_id = d->therapists.v[d->column];
	d->place.start = day_start(d);
	d->place.appt_id = a != NULL ? a->id : 0;
}

/* The line that books, where what is not typed comes from the selected place. */
static enum err
plan_here(const struct day *d, const char *words, struct plan *out)
{
	struct desk *desk = d->view.app->desk;
	const struct when_habits habits = desk_habits(desk);
	struct line line = {0};
	struct str all = {0};
	char day[CIVIL_DAY_SIZE], hm[CIVIL_HM_SIZE];
	bool their_column;
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
	line_release(&line);
	e = desk_plan(desk, str_text(&all), true, out);
	str_release(&all);
	if (e == ERR_OK && their_column)
		out->therapist_id = d->place.therapist_id;
	return e;
}

/* Who it is for: "Smith, Ada #12, last visit Mon 26 Oct 2026". */
static void
echo_client(const struct day *d, const struct plan *plan, struct lines *out)
{
	const struct desk *desk = day_desk(d);
	struct client_hit hit = {0};
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	if (plan->client_id == 0) {
		lines_add(out, ROLE_CAUTION, "new client \"%s\"%s%s", str_or_empty(plan->new_name),
		    str_or_empty(plan->new_phone)[0] != '\0' ? ", phone " : "",
		    str_or_empty(plan->new_phone));
		return;
	}
	if (store_client_hit(desk->store, plan->client_id, desk_now(desk), &hit) != ERR_OK)
		return;
	client_name(&s, hit.first, hit.last, &desk->practice.settings);
	str_addf(&s, " #%lld", (long long)hit.id);
	if (hit.birth != CIVIL_DAY_NONE)
		str_addf(&s, ", born %d", civil_year(hit.birth));
	if (hit.last_visit != CIVIL_NONE)
		str_addf(&s, ", last visit %s", civil_long_day(civil_day_of(hit.last_visit), day));
	lines_add(out, ROLE_TEXT, "%s", str_text(&s));
	str_release(&s);
	client_hit_release(&hit);
}

static void
echo_plan(const struct day *d, const char *words, struct lines *out)
{
	struct desk *desk = d->view.app->desk;
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct findings f = {0};
	struct str s = {0};

	if (words[strspn(words, " ")] == '\0') {
		lines_add(out, ROLE_TEXT,
		    "client and service, like: smith dt60; the rest comes from here");
		return;
	}
	if (plan_here(d, words, &plan) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
		return;
	}
	if (desk_why(desk, &plan, &f) != ERR_OK)
		lines_add(out, ROLE_PROBLEM, "%s", err_message());
	echo_client(d, &plan, out);
	desk_plan_echo(desk, &plan, &s);
	lines_add(out, ROLE_TEXT, "%s", str_text(&s));
	lines_add_findings(out, &f);
	str_release(&s);
	findings_release(&f);
	plan_release(&plan);
}

static void
echo_again(const struct day *d, const char *words, struct lines *out)
{
	const struct consent dry = {.yes = "as before", .dry_run = true};
	struct booking b = {0};
	struct str s = {0};

	if (words[strspn(words, " ")] == '\0') {
		lines_add(out, ROLE_TEXT, "when: 4w, fri, fri 10:00");
		return;
	}
	if (desk_rebook(d->view.app->desk, d->place.appt_id, words, &dry, &b) == ERR_OK) {
		desk_appt_line(day_desk(d), &b.appt, &s);
		lines_add(out, ROLE_TEXT, "= %s", str_text(&s));
	} else if (b.findings.n == 0) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
	}
	lines_add_findings(out, &b.findings);
	str_release(&s);
	booking_release(&b);
}

void
day_echo(struct view *v, enum cmd c, const char *words, struct lines *out)
{
	const struct day *d = (const struct day *)v;

	if (c == CMD_GO_TO)
		day_go_to_echo(d, words, out);
	else if (c == CMD_NEW)
		echo_plan(d, words, out);
	else if (c == CMD_AGAIN)
		echo_again(d, words, out);
}

/* It is booked: shows it, and says so together with what there is to note. */
static void
booked(struct day *d, const struct booking *b)
{
	struct str s = {0};
	char day[CIVIL_LONG_SIZE];

	day_follow(d, &b->appt);
	str_addf(&s, "%s ", civil_long_day(civil_day_of(b->appt.start), day));
	day_say_short(&s, &b->appt);
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

/* Books by the words of NEW or AGAIN; yes: the reason for going on. */
static void
book(struct day *d, enum cmd c, const char *words, const char *yes)
{
	struct desk *desk = d->view.app->desk;
	const struct consent consent = {.yes = yes};
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct booking b = {0};
	enum err e;

	if (c == CMD_NEW) {
		e = plan_here(d, words, &plan);
		if (e == ERR_OK)
			e = desk_book(desk, &plan, &consent, &b);
		plan_release(&plan);
	} else {
		e = desk_rebook(desk, d->place.appt_id, words, &consent, &b);
	}
	if (e == ERR_OK) {
		booked(d, &b);
	} else if (e == ERR_NEEDS_YES && b.findings.n > 0) {
		day_ask_reason(d, c, words, &b.findings);
	} else {
		struct lines *echo = &d->view.app->prompt.echo;
		char *why = xstrdup(err_message());

		app_ask(d->view.app, c, label_of(c), words); /* nothing typed is lost */
		if (b.findings.n == 0) {
			lines_clear(echo);
			lines_add(echo, ROLE_PROBLEM, "%s", why);
		}
		free(why);
	}
	booking_release(&b);
}

void
day_book(struct day *d, const char *words)
{
	if (words != NULL) {
		book(d, CMD_NEW, words, NULL);
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
		app_ask(d->view.app, c, label_of(c), words);
	else if (c != CMD_DROP)
		book(d, c, words, reason);
	else if (reason != NULL)
		day_drop(d, reason);
	free(words);
}
