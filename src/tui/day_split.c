/* Splitting a couple: each takes a service of their own, and the selected one another room. */
#include "day.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

void
day_split_echo(const struct day *d, const char *words, struct lines *out)
{
	struct booking b = {0};
	const struct service *s;

	if (words[strspn(words, " ")] != '\0' ||
	    desk_appt(d->view.app->desk, d->aim.appt_id, &b) != ERR_OK)
		return;
	s = practice_service(&day_desk(d)->practice, b.appt.service_id);
	if (s->people > 1)
		lines_add(out, ROLE_TEXT, "%s is for %d: what does each take then? sw60", s->name,
		    s->people);
	else
		lines_add(
		    out, ROLE_TEXT, "Enter: each keeps %s; or another service: sw60", s->name);
	booking_release(&b);
}

static void
ask(struct day *d, const char *words)
{
	app_ask(d->view.app, CMD_SPLIT_COUPLE, "Split, each takes:", words);
}

/* "Split 10:00 Costa and Lima; Costa is in r3.  u Undo" */
static void
say_split(struct day *d, const struct booking *b)
{
	const struct room *r = practice_room(&day_desk(d)->practice, b->appt.room_id);
	const struct settings *settings = &day_desk(d)->practice.settings;
	struct str s = {0};
	char hm[CIVIL_HM_SIZE];

	str_addf(&s, "Split %s ", day_say_time(d, b->appt.start, hm));
	client_short_name(&s, b->appt.client_first, b->appt.client_last, settings);
	str_add(&s, " and ");
	client_short_name(&s, b->appt2.client_first, b->appt2.client_last, settings);
	if (r != NULL) {
		str_add(&s, "; ");
		client_short_name(&s, b->appt.client_first, b->appt.client_last, settings);
		str_addf(&s, " is in %s", r->code);
	}
	app_say(d->view.app, ROLE_MESSAGE, "%s.  u Undo", str_text(&s));
	app_say_findings(d->view.app, &b->findings);
	str_release(&s);
}

/* It is not split: the words come back to be mended, and why is under them. */
static void
refused(struct day *d, const char *words)
{
	struct lines *echo = &d->view.app->prompt.echo;
	char *why = xstrdup(err_message());

	ask(d, words);
	lines_clear(echo);
	lines_add(echo, ROLE_PROBLEM, "Not split: %s", why);
	free(why);
}

/* yes: the reason for going on. */
static void
split(struct day *d, const char *words, const char *yes)
{
	const struct consent consent = {.yes = yes};
	struct desk *desk = d->view.app->desk;
	struct booking b = {0};
	enum err e = desk_split(desk, d->aim.appt_id, d->aim.rev, words, &consent, &b);

	if (e == ERR_OK) {
		day_follow(d, &b.appt);
		say_split(d, &b);
	} else if (e == ERR_NEEDS_YES && b.findings.n > 0) {
		day_ask_reason(d, CMD_SPLIT_COUPLE, words, &b.findings);
	} else {
		refused(d, words);
	}
	booking_release(&b);
}

void
day_split_reason(struct day *d, const char *words, const char *reason)
{
	if (reason != NULL)
		split(d, words, reason);
	else
		ask(d, words);
}

void
day_split(struct day *d, const char *words)
{
	const struct appt *a = day_selected_appt(d);

	if (words != NULL) {
		split(d, words, NULL);
	} else if (a == NULL || a->party_id == 0) {
		app_say(d->view.app, ROLE_TEXT, "No couple is selected; only a couple is split.");
	} else {
		d->aim.appt_id = a->id;
		d->aim.rev = a->rev;
		ask(d, "");
	}
}
