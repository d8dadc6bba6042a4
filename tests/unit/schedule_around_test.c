/* What a booking leaves and takes around itself: parties, gaps, turnover, rooms. */
#include "schedule_fixture.h"

static void
test_party(void)
{
	struct proposal want;
	civil_min now = fixture_at(1, 8, 0);

	set_up();
	want = plain(ASHA, fixture_at(3, 11, 0));
	want.service_id = COUPLES;
	is_str(findings_text(&want, now),
	    "hard party: Couples massage is for 2 clients with a therapist each; book them in one",
	    "alone");
	want.party_id = 7;
	is_str(findings_text(&want, now), "", "in a room for two");
	want.room_id = ROOM_1;
	is_str(findings_text(&want, now),
	    "hard room-unfit: room 1 holds 1 client; Couples massage is for 2",
	    "in a room for one");
	want.room_id = ROOM_C;
	fixture_appt(&book, JON, ROOM_C, 3, fixture_at(3, 11, 0), 60, 15)->party_id = 7;
	is_str(findings_text(&want, now), "", "the other half is there");
	is_int(schedule_room(&practice, &book, &want), ROOM_C, "the room they share is chosen");
	want.party_id = 8;
	is_str(findings_text(&want, now),
	    "hard room-full: room c is taken 11:00–12:00 by Ada Smith with Jon",
	    "another party is not let in");
	want.party_id = 7;
	fixture_appt(&book, MIA, ROOM_C, 4, fixture_at(3, 11, 0), 60, 15)->party_id = 7;
	ok(strncmp(findings_text(&want, now), "hard room-full", 14) == 0, "nor a third");
	tear_down();
}

static void
test_gaps(void)
{
	static const struct {
		int hour, minute;
		const char *findings;
	} cases[] = {
	    {9, 0, ""},
	    {9, 15, "notice orphan-gap: leaves 15 free minutes before it"},
	    {9, 30, ""},
	    {10, 30, "notice orphan-gap: leaves 15 free minutes after it"},
	    {10, 45, ""}, /* to 11:45, turnover to 12:00, where the next begins */
	    {13, 15, ""},
	    {13, 25, "notice orphan-gap: leaves 10 free minutes before it"},
	    {15, 30, "notice orphan-gap: leaves 15 free minutes after it"},
	    {15, 45, ""}, /* turnover to the end of the shift */
	    {16, 0, ""},
	};

	set_up();
	fixture_appt(&book, ASHA, ROOM_C, 3, fixture_at(3, 12, 0), 60, 15);
	for (size_t i = 0; i < array_size(cases); i++) {
		struct proposal want = plain(ASHA, fixture_at(3, cases[i].hour, cases[i].minute));

		is_str(findings_text(&want, fixture_at(1, 8, 0)), cases[i].findings,
		    "gaps at %02d:%02d", cases[i].hour, cases[i].minute);
	}
	push_absence(ASHA, 0, fixture_at(3, 9, 0), fixture_at(3, 9, 20), false, NULL);
	push_absence(0, 0, fixture_at(3, 10, 45), fixture_at(3, 11, 0), false, NULL);
	{
		struct proposal want = plain(ASHA, fixture_at(3, 9, 25));

		want.minutes = 60;
		is_str(findings_text(&want, fixture_at(1, 8, 0)),
		    "notice orphan-gap: leaves 5 free minutes before it\n"
		    "notice orphan-gap: leaves 5 free minutes after it",
		    "beside time off and a closure");
	}
	tear_down();
}

static void
test_held(void)
{
	struct proposal want;

	set_up();
	want = plain(JON, fixture_at(2, 10, 45));
	is_int(schedule_held(&practice, &book, &want) - want.start, 75, "end and turnover");
	want.start = fixture_at(2, 10, 50);
	is_int(
	    schedule_held(&practice, &book, &want), fixture_at(2, 12, 0), "squeezed by the next");
	want.therapist_id = ASHA;
	is_int(
	    schedule_held(&practice, &book, &want) - want.start, 75, "not by another therapist's");
	want.room_id = ROOM_1;
	is_int(
	    schedule_held(&practice, &book, &want), fixture_at(2, 12, 0), "but by the room's next");
	want.party_id = book.appts.v[0].party_id = 3;
	is_int(schedule_held(&practice, &book, &want) - want.start, 75, "not by one's own party");
	want.start = fixture_at(2, 22, 55);
	is_int(schedule_held(&practice, &book, &want), fixture_at(3, 0, 0), "cut at midnight");
	want.turnover = 0;
	is_int(schedule_held(&practice, &book, &want) - want.start, 60, "its own turnover");

	want = plain(MIA, fixture_at(2, 15, 35));
	ok(schedule_squeezes(&want, &book.appts.v[1]), "it takes the turnover before it");
	want.start = fixture_at(2, 15, 45);
	ok(!schedule_squeezes(&want, &book.appts.v[1]), "not when turnover is over");
	want.start = fixture_at(2, 15, 35);
	want.therapist_id = ASHA;
	ok(!schedule_squeezes(&want, &book.appts.v[1]), "nor of another therapist and room");
	want.room_id = ROOM_2;
	ok(schedule_squeezes(&want, &book.appts.v[1]), "of the room it does");
	want.appt_id = 2;
	ok(!schedule_squeezes(&want, &book.appts.v[1]), "nor from itself");
	tear_down();
}

static void
test_room_choice(void)
{
	struct proposal want;
	struct practice none = {0};

	set_up();
	want = plain(ASHA, fixture_at(2, 10, 0));
	want.room_id = 0;
	is_int(schedule_room(&practice, &book, &want), ROOM_C, "the usual room");
	want.service_id = DEEP;
	is_int(schedule_room(&practice, &book, &want), ROOM_1,
	    "not for this service: the first that is");
	want.service_id = SWEDISH;
	want.therapist_id = JON;
	is_int(
	    schedule_room(&practice, &book, &want), ROOM_1, "no usual room: the smallest, by code");
	want.therapist_id = ASHA;
	fixture_appt(&book, MIA, ROOM_C, 3, fixture_at(4, 10, 0), 60, 15);
	want.start = fixture_at(4, 10, 30);
	is_int(schedule_room(&practice, &book, &want), ROOM_1, "the usual room is taken");
	want.start = fixture_at(4, 11, 5);
	is_int(schedule_room(&practice, &book, &want), ROOM_1,
	    "a free one before one with a question");
	fixture_appt(&book, MIA, ROOM_1, 3, fixture_at(4, 11, 20), 60, 15);
	fixture_appt(&book, MIA, ROOM_2, 3, fixture_at(4, 11, 20), 60, 15);
	is_int(schedule_room(&practice, &book, &want), ROOM_C, "one with a question before none");
	want.start = fixture_at(4, 10, 45);
	is_int(schedule_room(&practice, &book, &want), 0, "none is free");
	practice.rooms.v[0].active = practice.rooms.v[1].active = practice.rooms.v[2].active =
	    false;
	ok(strstr(findings_text(&want, fixture_at(1, 0, 0)), "no-room") == NULL,
	    "a practice without rooms needs none");
	practice_release(&none);
	tear_down();
}

/* What had to end its turnover where another began. */
static void
test_gave_way(void)
{
	static const struct {
		int64_t therapist, room, party;
		int turnover;
		enum appt_state state;
		bool gave_way;
		const char *what;
	} cases[] = {
	    {MIA, ROOM_1, 0, 5, APPT_BOOKED, true, "same therapist"},
	    {JON, ROOM_2, 0, 5, APPT_BOOKED, true, "same room"},
	    {JON, ROOM_1, 0, 5, APPT_BOOKED, false, "neither"},
	    {JON, 0, 0, 5, APPT_BOOKED, false, "no room"},
	    {MIA, ROOM_2, 0, 4, APPT_BOOKED, false, "held less on its own"},
	    {MIA, ROOM_2, 0, 5, APPT_CANCELLED, false, "out of the plan"},
	    {JON, ROOM_2, 9, 5, APPT_BOOKED, false, "the same party shares its room"},
	};
	const struct appt left = {.id = 50,
	    .therapist_id = MIA,
	    .room_id = ROOM_2,
	    .party_id = 9,
	    .start = fixture_at(3, 11, 5)};

	set_up();
	for (size_t i = 0; i < array_size(cases); i++) {
		struct appt *a = fixture_appt(&book, cases[i].therapist, cases[i].room, 3,
		    fixture_at(3, 10, 0), 60, cases[i].turnover);

		a->state = cases[i].state;
		a->party_id = cases[i].party;
		is_int(
		    schedule_gave_way(a, &left), cases[i].gave_way, "gave way: %s", cases[i].what);
	}
	tear_down();
}

/* A hold that has run out does not vanish: its time is taken until the desk gives it back. */
static void
test_hold_over(void)
{
	struct free_query q = {.service_id = SWEDISH,
	    .minutes = 60,
	    .therapist_id = MIA,
	    .from = fixture_monday() + 1,
	    .until = fixture_monday() + 2,
	    .after = 14 * 60,
	    .before = 16 * 60};
	struct proposal want;
	struct slot_list free = {0};

	set_up();
	book.appts.v[1].state = APPT_HELD;
	book.appts.v[1].hold_until = fixture_at(1, 12, 0);
	want = plain(MIA, fixture_at(2, 14, 30));
	is_str(findings_text(&want, fixture_at(1, 11, 59)),
	    "hard therapist-busy: Mia is with Ada Smith 14:30–15:30 (turnover to 15:45)", "held");
	is_str(findings_text(&want, fixture_at(1, 12, 0)),
	    "hard therapist-busy: Mia is with Ada Smith 14:30–15:30 (turnover to 15:45); that "
	    "hold has run out",
	    "run out: still held, and said");
	want = plain(ASHA, fixture_at(2, 14, 30));
	want.room_id = ROOM_2;
	is_str(findings_text(&want, fixture_at(1, 12, 0)),
	    "hard room-full: room 2 is taken 14:30–15:30 by Ada Smith with Mia; that hold has "
	    "run out",
	    "of the room too");
	free_search(&practice, &book, &q, fixture_at(1, 12, 0), &free);
	is_int((int)free.n, 0, "nor is it offered as free");
	slot_list_release(&free);
	tear_down();
}

static void
test_clashes(void)
{
	static const struct {
		int hour, minute;
		const char *text;
	} cases[] = {
	    {14, 0, "hard therapist-busy"}, {13, 25, "soft turnover"}, {15, 35, "soft turnover"},
	    {15, 45, ""}, {7, 0, ""}, /* outside of the shift: no business of other bookings */
	};

	set_up();
	for (size_t i = 0; i < array_size(cases); i++) {
		struct proposal want = plain(MIA, fixture_at(2, cases[i].hour, cases[i].minute));
		struct findings f = {0};
		char text[80] = "";

		schedule_clashes(&practice, &book, &want, fixture_at(1, 8, 0), &f);
		if (f.n > 0)
			snprintf(text, sizeof(text), "%s %s", finding_level_word(f.v[0].level),
			    finding_code_word(f.v[0].code));
		is_str(text, cases[i].text, "clashes at %02d:%02d", cases[i].hour, cases[i].minute);
		findings_release(&f);
	}
	tear_down();
}

/* A turnover of its own is one that no booking behind it made shorter. */
static void
test_own_turnover(void)
{
	struct appt *a;

	set_up();
	a = &book.appts.v[0];
	is_int(schedule_own_turnover(&practice, &book, a), -1, "the usual one");
	a->held = a->end + 30;
	is_int(schedule_own_turnover(&practice, &book, a), 30, "a longer one");
	is_int(proposal_of_appt(&practice, a).turnover, 30, "which it keeps");
	a->held = a->end + 5;
	is_int(schedule_own_turnover(&practice, &book, a), 5, "a shorter one");
	is_int(proposal_of_appt(&practice, a).turnover, -1, "which may have been given up");
	fixture_appt(&book, JON, ROOM_C, 3, a->held, 60, 15);
	a = &book.appts.v[0];
	is_int(schedule_own_turnover(&practice, &book, a), -1, "given up to the next one");
	tear_down();
}

/* Who keeps each room; and of two clients, whose finding it is. */
static void
test_culprits(void)
{
	struct client_facts facts = {.state = CLIENT_BARRED, .visits = 3, .no_shows = 2};
	struct proposal want;

	set_up();
	for (size_t i = 0; i < practice.rooms.n; i++)
		practice.rooms.v[i].active = practice.rooms.v[i].id != ROOM_C;
	want = plain(ASHA, fixture_at(2, 13, 0));
	want.room_id = 0;
	want.minutes = 90;
	is_str(findings_text(&want, fixture_at(1, 9, 0)),
	    "hard no-room: no room for Swedish is free 13:00–14:30; 1: Ada Smith 12:00–13:00 "
	    "(turnover to 13:15); 2: Ada Smith 14:30–15:30 (turnover to 15:45)",
	    "who is in the rooms");
	want = plain(ASHA, fixture_at(2, 9, 0));
	want.room_id = ROOM_2;
	want.client = &facts;
	want.client_name = "Ada Smith";
	is_str(findings_text(&want, fixture_at(1, 9, 0)),
	    "hard client-barred: Ada Smith may be booked by the owner only\n"
	    "notice no-shows: Ada Smith: 2 no-shows in the last 12 months",
	    "whose finding it is");
	tear_down();
}

int
main(void)
{
	test_own_turnover();
	test_culprits();
	test_party();
	test_gaps();
	test_held();
	test_room_choice();
	test_gave_way();
	test_clashes();
	test_hold_over();
	return done();
}
