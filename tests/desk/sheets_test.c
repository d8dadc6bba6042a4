/* The sheets the desk gathers: who sees what on them, and who is said to have opened a record. */
#include <frontdesk/desk_booking.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/desk_file.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "desk_fixture.h"

static struct desk d;

static int64_t
client(const char *name)
{
	struct findings alike = {0};
	struct client c;
	int64_t id;

	ok(desk_client_add(&d, WORDS(name), 1, "test", false, &c, &alike) == ERR_OK, "add %s",
	    name);
	id = c.id;
	client_release(&c);
	findings_release(&alike);
	return id;
}

static int64_t
booked(const char *words)
{
	const struct consent c = {.yes = "asked"};
	struct booking b = {0};
	struct plan p;
	int64_t id;
	enum err e;

	e = desk_plan(&d, words, PLAN_CLIENT_KNOWN, &p);
	if (e == ERR_OK) {
		e = desk_book(&d, &p, &c, &b);
		plan_release(&p);
	}
	id = b.appt.id;
	is_int(e, ERR_OK, "book %s", words);
	booking_release(&b);
	return id;
}

/* The sheets as text, released. */
static char *
text_of(struct sheet_list *l)
{
	struct str out = {0};

	paper_text(&out, l, 0, false);
	sheet_list_release(l);
	return str_take(&out);
}

static char *
roster(enum roster_for whom)
{
	struct sheet_list l = {0};

	is_int(desk_roster(&d, civil_day_of(desk_now(&d)), whom, 0, &l), ERR_OK, "a roster");
	return text_of(&l);
}

static bool
count_opened(void *arg, const struct audit *a)
{
	*(int *)arg += strcmp(a->action, "Opened health") == 0;
	return true;
}

static int
opened(int64_t client_id)
{
	const struct audit_query q = {.record = "intake", .record_id = client_id};
	int n = 0;

	is_int(store_audit(d.store, &q, count_opened, &n), ERR_OK, "the log");
	return n;
}

static void
test_opened(int64_t ada, int64_t ben)
{
	struct sheet_list l = {0};
	const int before = opened(ada);

	free(roster(ROSTER_DESK));
	free(roster(ROSTER_ROOM));
	is_int(desk_card(&d, 1, &l), ERR_OK, "a card");
	is_int(desk_aftercare(&d, 1, &l), ERR_OK, "a slip");
	is_int(desk_intake_form(&d, 0, &l), ERR_OK, "a blank form");
	sheet_list_release(&l);
	is_int(opened(ada), before, "they open no record");
	free(roster(ROSTER_THERAPIST));
	is_int(opened(ada), before + 1, "the therapist's sheet does");
	is_int(opened(ben), 1, "of each client on it");
	free(roster(ROSTER_THERAPIST));
	is_int(opened(ada), before + 1, "said once a day");
}

static void
test_names(void)
{
	char *text = roster(ROSTER_THERAPIST);

	ok(strstr(text, "10:00-11:00  Addie") != NULL, "as she likes to be called");
	ok(strstr(text, "Smith") == NULL, "and no more");
	free(text);
	desk_initials(&d, true);
	text = roster(ROSTER_THERAPIST);
	desk_initials(&d, false);
	ok(strstr(text, "Addie") == NULL && strstr(text, "A.S.") != NULL,
	    "while names are kept back: initials");
	free(text);
}

/* Signs in as another, as if it were their login. */
static void
test_roles(int64_t ada)
{
	static const struct {
		const char *login, *role;
		bool all;
	} cases[] = {
	    {"rita", "owner", true},
	    {"mia", "therapist", true},
	    {"dora", "desk", false},
	    {"rob", "read-only", false},
	};
	struct sheet_list l = {0};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct str login = {0}, role = {0};
		int64_t id = 0;
		char *text;

		d.options.who = "rita";
		str_addf(&login, "login=%s", cases[i].login);
		str_addf(&role, "role=%s", cases[i].role);
		is_int(desk_person_save(&d, &id, WORDS(str_text(&login), str_text(&role)), 2),
		    ERR_OK, "%s", cases[i].login);
		str_release(&login);
		str_release(&role);
		d.options.who = cases[i].login;
		text = roster(ROSTER_THERAPIST);
		is_int(strstr(text, "Goals") != NULL, cases[i].all, "%s: goals", cases[i].role);
		is_int(strstr(text, "herniated") != NULL, cases[i].all, "%s: what a flag is of",
		    cases[i].role);
		is_int(strstr(text, "zplan") != NULL, cases[i].all, "%s: the plan", cases[i].role);
		ok(strstr(text, "AT MOST    3 medium") != NULL &&
			strstr(text, "left low back 7") != NULL && strstr(text, "no prone") != NULL,
		    "%s: prompt, cap, places, position", cases[i].role);
		free(text);
		is_int(desk_intake_form(&d, ada, &l), ERR_OK, "the form");
		text = text_of(&l);
		is_int(strstr(text, "zreason") != NULL, cases[i].all, "%s: the complaint",
		    cases[i].role);
		free(text);
	}
	d.options.who = "rita";
}

static void
test_gone(int64_t appt_id)
{
	struct sheet_list l = {0};
	struct booking b;
	char *text;

	is_int(desk_cancel(&d, appt_id, 0, CANCEL_CLIENT, NULL, false, false, &b), ERR_OK,
	    "it is cancelled");
	booking_release(&b);
	is_int(desk_card(&d, appt_id, &l), ERR_REFUSED, "no card of it");
	is_int(desk_aftercare(&d, appt_id, &l), ERR_REFUSED, "no slip");
	is_int(desk_card(&d, 99, &l), ERR_NOT_FOUND, "none of what is not");
	is_int(l.n, 0, "nothing was laid out");
	text = roster(ROSTER_THERAPIST);
	ok(strstr(text, "Addie") == NULL, "not on the sheet");
	free(text);
}

int
main(void)
{
	int64_t ada, ben, past, appt;
	struct client c;

	fixture_open(&d);
	ada = client("Ada Smith");
	ben = client("Ben Jones");
	ok(desk_client_edit(&d, ada, 0, WORDS("preferred=Addie"), 1, &c) == ERR_OK, "Addie");
	client_release(&c);
	ok(desk_intake_words(&d, ada, INTAKE_NEWEST,
	       WORDS("goals=pain", "reason=zreason", "pressure=4", "conditions=disc",
		   "position=no-prone", "lbL7"),
	       6) == ERR_OK,
	    "she tells");
	appt = booked("smith sw60 mia mon 10:00");
	booked("jones sw60 jon mon 10:00");
	past = booked("smith sw60 mia 2026-11-20 10:00");
	ok(desk_visit_words(&d, past, VISIT_NEWEST, WORDS("pressure=4", "feedback=deep", "p=zplan"),
	       3) == ERR_OK,
	    "a session before");
	past = booked("smith sw60 mia 2026-11-20 14:00");
	ok(desk_visit_words(&d, past, VISIT_NEWEST, WORDS("pressure=4", "feedback=deep"), 2) ==
		ERR_OK,
	    "and one without a plan: the plan before it stands");
	test_opened(ada, ben);
	test_names();
	test_roles(ada);
	test_gone(appt);
	desk_close(&d);
	return done();
}
