/* What a dialog asks of the desk: the usual service, free time, an edit, what is read back. */
#include <sqlite3.h>

#include <frontdesk/line.h>

#include "../../src/store/store_private.h"
#include "booking_fixture.h"

/* The client's own latest, else what is taken most; of a couple what is for two. */
static void
test_usual(void)
{
	struct usual u;

	is_int(desk_usual(&d, 0, 1, &u), ERR_OK, "before anything was booked");
	is_str(practice_service(&d.practice, u.service_id)->code, "dt",
	    "the one entered first, not the first by name");
	booked("#4 sw60 jon 2026-11-02 9:00", "owner agreed");
	is_int(desk_usual(&d, 4, 1, &u), ERR_OK, "usual");
	ok(u.own && u.minutes == 60, "what they had the only time: %d", u.minutes);
	booked("#4 sw90 jon 2026-11-03 9:00", "owner agreed");
	booked("#4 sw90 jon 2026-11-04 9:00", "owner agreed");
	is_int(desk_usual(&d, 4, 1, &u), ERR_OK, "usual");
	ok(u.own && u.minutes == 90, "what the client takes most: %d", u.minutes);
	booked("#4 sw60 jon 2026-11-05 9:00", "owner agreed");
	is_int(desk_usual(&d, 4, 1, &u), ERR_OK, "usual");
	ok(u.own && u.minutes == 60, "of two alike the latest: %d", u.minutes);
	is_int(desk_usual(&d, 0, 1, &u), ERR_OK, "nobody");
	ok(!u.own && practice_service(&d.practice, u.service_id) != NULL && u.minutes > 0,
	    "what is taken most");
	is_int(desk_usual(&d, 4, 2, &u), ERR_OK, "with somebody");
	ok(!u.own && practice_service(&d.practice, u.service_id)->people == 2, "for two");
}

static void
test_free_next(void)
{
	struct slot s;
	struct plan p;

	is_int(
	    desk_plan(&d, "#3 sw60 jon 18.1.2027 16:30", PLAN_CLIENT_KNOWN, &p), ERR_OK, "a plan");
	is_int(desk_free_next(&d, &p, &s), ERR_OK, "the next free time");
	is_int(s.start, p.start + 15, "a step of the grid later");
	p.start = s.start;
	is_int(desk_free_next(&d, &p, &s), ERR_OK, "and again");
	p.start = civil_at(civil_day_of(p.start), 17 * 60);
	is_int(desk_free_next(&d, &p, &s), ERR_OK, "at the end of the day");
	is_int(s.start, civil_at(civil_day_of(p.start) + 1, 9 * 60), "on the next one");
	p.minutes = 479;
	p.minutes_typed = true;
	p.therapist_id = 1;
	is_int(desk_free_next(&d, &p, &s), ERR_NOT_FOUND, "never: %s", err_message());
	plan_release(&p);
}

/* How often a statement ran since it was asked last. */
static int
runs(enum stmt_id id)
{
	struct sqlite3_stmt *q = d.store->cache[id];

	return q == NULL ? 0 : sqlite3_stmt_status(q, SQLITE_STMTSTATUS_RUN, true);
}

static void
test_free_query(void)
{
	struct free_query q = {0};
	struct slot_list l = {0};
	struct str s = {0};
	char *client = NULL;

	is_int(desk_free_read(&d, "lee dt60 female >15:00 mon-thu week", &q, &client), ERR_OK,
	    "a query");
	is_str(client, "lee", "its words for the client");
	is_int(q.client_id, 3, "who is found");
	desk_free_echo(&d, &q, &s);
	is_str(str_text(&s),
	    "Deep tissue massage 60, female, from 15:00, Mon/Tue/Wed/Thu, Mon 23 Nov to Sun 29 Nov",
	    "in words");
	free(client);
	free_query_release(&q);
	is_int(desk_free_read(&d, "ada week", &q, &client), ERR_OK, "a query for one of two");
	ok(q.client_id == 0 && strcmp(client, "ada") == 0, "nobody is chosen");
	is_int(desk_free_search(&d, &q, &l), ERR_USAGE, "no service: %s", err_message());
	is_int(desk_free(&d, "week", 0, &l), ERR_USAGE, "nor on the command line");
	free(client);
	free_query_release(&q);
	is_int(desk_free_read(&d, "pn60 male week", &q, &client), ERR_OK, "nobody gives it");
	str_clear(&s);
	(void)runs(STMT_APPTS_TAKEN);
	(void)runs(STMT_APPTS);
	is_int(desk_free_widen(&d, &q, &s), ERR_OK, "what to give up");
	is_str(str_text(&s), "with any gender", "one wish");
	ok(runs(STMT_APPTS_TAKEN) == 1 && runs(STMT_APPTS) == 0,
	    "the days are read once for all wishes, and no names with them");
	q.until = q.from + 366;
	str_clear(&s);
	is_int(desk_free_widen(&d, &q, &s), ERR_OK, "of a whole year");
	is_str(str_text(&s), "with any gender", "the same");
	free(client);
	free_query_release(&q);
	is_int(desk_free_read(&d, "dt60 mia sun morning", &q, &client), ERR_OK, "a free Sunday");
	str_clear(&s);
	is_int(desk_free_widen(&d, &q, &s), ERR_OK, "what to give up");
	is_str(str_text(&s), "on other weekdays", "other days");
	free(client);
	free_query_release(&q);
	str_release(&s);
}

static void
test_edit(void)
{
	const struct consent c = {0};
	const int64_t id = booked("lee sw60 jon 2027-03-01 9:00", "owner agreed");
	struct move m = {.start = CIVIL_NONE, .desk_note = "by the window"};
	struct findings f = {0};
	struct booking b;
	char *said = NULL;

	is_int(desk_move(&d, id, &m, &c, &b), ERR_OK, "a note alone");
	is_str(b.appt.desk_note, "by the window", "is kept");
	is_int(b.appt.sequence, 0, "and no calendar hears of it");
	booking_release(&b);
	m.minutes = 90;
	m.desk_note = NULL;
	is_int(desk_move_why(&d, id, &m, &f), ERR_OK, "what a move would meet");
	ok(m.room_id != 0 && findings_worst(&f) == LEVEL_NOTICE, "nothing, in its room");
	findings_release(&f);
	is_int(desk_move(&d, id, &m, &c, &b), ERR_OK, "longer");
	ok(appt_minutes(&b.appt) == 90 && strcmp(b.appt.desk_note, "by the window") == 0,
	    "the note stays");
	booking_release(&b);
	is_int(desk_undo(&d, &said), ERR_OK, "undone");
	ok(strncmp(said, "Changed ", 8) == 0, "as one step: %s", said);
	free(said);
	m.therapist_id = 1;
	m.start = civil_at(civil_from_ymd(2027, 3, 1), 13 * 60);
	is_int(desk_move_why(&d, id, &m, &f), ERR_OK, "into a break");
	ok(findings_has(&f, FINDING_IN_BREAK), "which it says");
	findings_release(&f);
}

/* Both sides of a couple get longer; the one that pays pays for both. */
static void
test_couple_price(void)
{
	const struct consent c = {0};
	struct move m = {.start = CIVIL_NONE, .minutes = 90};
	struct booking b, longer;

	is_int(book("lee + kim cp60 mia + jon 2027-03-02 9:00", NULL, &b), ERR_OK, "a couple: %s",
	    err_message());
	is_int(desk_move(&d, b.appt2.id, &m, &c, &longer), ERR_OK, "longer, by the second one");
	ok(longer.appt.price == 0 && longer.appt2.price > b.appt.price, "the first pays");
	booking_release(&b);
	booking_release(&longer);
	is_int(book("lee + lee cp60 mia + jon 2027-03-03 9:00", NULL, &b), ERR_USAGE,
	    "a couple of one: %s", err_message());
	booking_release(&b);
}

static void
test_read_back(void)
{
	static const struct {
		const char *words, *says;
	} cases[] = {
	    {"lee sw60 jon 2027-04-05 9:00",
		"Monday 5 April, nine o'clock in the morning, Massage for 60 minutes with "
		"Jon"},
	    {"lee sw60 jon 2027-04-06 12:00",
		"Tuesday 6 April, noon, Massage for 60 minutes with Jon"},
	    {"lee sw60 jon 2027-04-07 14:30",
		"Wednesday 7 April, half past two in the afternoon, Massage for 60 minutes "
		"with Jon"},
	    {"lee sw60 jon 2027-04-08 12:45",
		"Thursday 8 April, quarter to one in the afternoon, Massage for 60 minutes "
		"with Jon"},
	    {"lee sw60 jon 2027-04-09 9:20",
		"Friday 9 April, 09:20, Massage for 60 minutes with Jon"},
	    {"lee + kim cp60 mia + jon 2027-04-12 9:15",
		"Monday 12 April, quarter past nine in the morning, Couples for 60 minutes "
		"with Mia and Jon"},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct booking b;
		struct str s = {0};

		is_int(book(cases[i].words, "owner agreed", &b), ERR_OK, "%s", cases[i].words);
		desk_read_back(&d, &b, &s);
		is_str(str_text(&s), cases[i].says, "read back");
		str_release(&s);
		booking_release(&b);
	}
}

int
main(void)
{
	fixture_open(&d);
	client("Ada Smith", NULL);
	client("Kim Park", NULL);
	client("Ann Lee", NULL);
	client("Ada Jones", NULL);
	test_usual();
	test_free_next();
	test_free_query();
	test_edit();
	test_couple_price();
	test_read_back();
	desk_close(&d);
	return done();
}
