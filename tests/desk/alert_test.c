/* Alerts at the desk: told at booking, at check-in and on the roster, each where it should be. */
#include "desk_fixture.h"

#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_file.h>
#include <frontdesk/desk_history.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include <string.h>

static void
must(enum err e)
{
	if (e != ERR_OK) {
		printf("Bail out! %s\n", err_message());
		exit(1);
	}
}

static int64_t
person(struct desk *d, const char *name)
{
	struct findings alike = {0};
	struct client c;
	int64_t id;

	must(desk_client_add(d, WORDS(name), 1, NULL, false, &c, &alike));
	id = c.id;
	findings_release(&alike);
	client_release(&c);
	return id;
}

static int64_t
tell(struct desk *d, int64_t client_id, const char *text, const char *places, civil_day until)
{
	const struct when_habits habits = desk_habits(d);
	struct alert a;
	int64_t id;

	alert_init(&a, client_id);
	must(alert_set(&a, &habits, ALERT_TEXT, text));
	must(alert_set(&a, &habits, ALERT_PLACES, places));
	a.until = until;
	must(desk_alert_save(d, &a));
	id = a.id;
	alert_release(&a);
	return id;
}

/* The notices of a booking that are alerts, parted by "|". */
static const char *
alerts_in(const struct findings *f)
{
	static char text[400];

	text[0] = '\0';
	for (size_t i = 0; i < f->n; i++) {
		if (f->v[i].code == FINDING_ALERT && f->v[i].level == LEVEL_NOTICE)
			snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%s",
			    text[0] != '\0' ? "|" : "", f->v[i].text);
	}
	return text;
}

static int64_t
book(struct desk *d, const char *words, const char *want)
{
	const struct consent yes = {.yes = "owner agreed"};
	struct findings why = {0};
	struct booking b = {0};
	struct plan plan = {0};
	int64_t id;

	must(desk_plan(d, words, PLAN_CLIENT_KNOWN, &plan));
	must(desk_why(d, &plan, &why));
	is_str(alerts_in(&why), want, "why: %s", words);
	must(desk_book(d, &plan, &yes, &b));
	is_str(alerts_in(&b.findings), want, "booked: %s", words);
	id = b.appt.id;
	findings_release(&why);
	booking_release(&b);
	plan_release(&plan);
	return id;
}

static void
enter(struct desk *d, int64_t id, enum appt_state to, const char *want, const char *what)
{
	struct booking b = {0};

	must(desk_status(d, id, 0, to, true, NULL, &b));
	is_str(alerts_in(&b.findings), want, "%s", what);
	booking_release(&b);
}

static bool
roster_has(struct desk *d, civil_day day, enum roster_for whom, const char *text)
{
	struct sheet_list l = {0};
	struct str out = {0};
	bool has;

	must(desk_roster(d, day, whom, 0, &l));
	paper_text(&out, &l, 0, false);
	has = strstr(str_text(&out), text) != NULL;
	str_release(&out);
	sheet_list_release(&l);
	return has;
}

static void
test_places(struct desk *d, int64_t ada)
{
	const civil_day today = civil_day_of(desk_now(d));
	struct move away = {.start = civil_at(today + 2, 600)};
	struct findings why = {0};
	int64_t id;

	tell(d, ada, "pays at the desk", "booking", CIVIL_DAY_NONE);
	tell(d, ada, "wants the step", "check-in", today);
	tell(d, ada, "over", "booking,check-in,roster", today - 1);
	tell(d, ada, "her daughter waits", "roster", today + 1);
	id = book(d, "#1 sw60 mia today 10:00", "Alert: pays at the desk");
	(void)book(d, "#1 sw60 mia fri 10:00", "Alert: pays at the desk");
	(void)book(d, "#2 sw60 jon today 12:00", "");
	(void)book(d, "#2 + #1 cp60 today 14:00", "Alert for Ada Smith: pays at the desk");
	must(desk_move_why(d, id, &away, &why));
	is_str(alerts_in(&why), "Alert: pays at the desk", "moving tells it too");
	findings_release(&why);
	enter(d, id, APPT_CONFIRMED, "", "confirmed: nobody has come");
	enter(d, id, APPT_ARRIVED, "Alert: wants the step", "arrived");
	enter(d, id, APPT_STARTED, "", "it was told");
	enter(d, id, APPT_ARRIVED, "", "and is not told again on the way back");
	enter(d, id, APPT_BOOKED, "", "nor of who has not come");
	enter(d, id, APPT_STARTED, "Alert: wants the step", "but of who goes straight in");
	ok(roster_has(d, today, ROSTER_DESK, "Alert: her daughter waits"), "on the roster");
	ok(!roster_has(d, today, ROSTER_DESK, "wants the step"), "that of the roster alone");
	ok(!roster_has(d, today, ROSTER_ROOM, "daughter"), "not on the door");
	ok(!roster_has(d, today + 4, ROSTER_DESK, "daughter"), "nor on a roster of a later day");
}

static void
test_end(struct desk *d, int64_t ada)
{
	struct alert a, none;
	char *label = NULL;

	is_int(desk_alert_one(d, ada, "1", &a), ERR_OK, "by its number");
	is_str(a.text, "pays at the desk", "it is the one");
	is_int(desk_alert_one(d, ada, "1x", &none), ERR_NOT_FOUND, "a number is a number");
	is_int(desk_alert_one(d, ada, "99", &none), ERR_NOT_FOUND, "no such one");
	is_str(err_message(), "client #1 has no alert \"99\"; there are: 1, 2, 3, 4", "which");
	is_int(desk_alert_one(d, 2, "1", &none), ERR_NOT_FOUND, "of another client it is none");
	a.ended = true;
	must(desk_alert_save(d, &a));
	is_int(desk_alert_save(d, &a), ERR_OK, "twice is no harm");
	is_int(desk_alert_one(d, ada, "1", &none), ERR_NOT_FOUND, "ended");
	must(desk_undo(d, &label));
	is_str(
	    label, "Ended an alert of client #1 Smith, Ada", "the log does not tell what it said");
	free(label);
	a.rev = 1;
	is_int(desk_alert_save(d, &a), ERR_BUSY, "by who has seen it otherwise it is not changed");
	alert_release(&a);
	alert_init(&a, 99);
	is_int(desk_alert_save(d, &a), ERR_USAGE, "without a text it is none");
	a.text = xstrdup("x");
	is_int(desk_alert_save(d, &a), ERR_NOT_FOUND, "of nobody neither");
	alert_release(&a);
}

/* Who may only look adds none. */
static void
test_roles(struct desk *d, int64_t ada)
{
	int64_t rita = 0, bo = 0;
	struct alert a;

	must(desk_person_save(d, &rita, WORDS("name=Rita"), 1));
	must(desk_person_save(d, &bo, WORDS("login=bo", "role=read-only"), 2));
	d->options.who = "bo";
	alert_init(&a, ada);
	a.text = xstrdup("x");
	is_int(desk_alert_save(d, &a), ERR_REFUSED, "%s", err_message());
	alert_release(&a);
}

int
main(void)
{
	struct desk d = {0};
	int64_t ada;

	fixture_open(&d);
	ada = person(&d, "Ada Smith");
	(void)person(&d, "Bo Kim");
	test_places(&d, ada);
	test_end(&d, ada);
	test_roles(&d, ada);
	desk_close(&d);
	return done();
}
