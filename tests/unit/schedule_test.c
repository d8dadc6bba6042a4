/* May this be booked? The findings for people, services, times and absences, and their sentences.
 */
#include "schedule_fixture.h"

static void
test_times(void)
{
	static const struct {
		int64_t therapist, room;
		int weekday, hour, minute, minutes;
		const char *findings;
	} cases[] = {
	    {ASHA, ROOM_C, 2, 9, 0, 60, ""},
	    {ASHA, ROOM_C, 2, 16, 0, 60, ""},
	    {ASHA, ROOM_C, 2, 8, 0, 60,
		"soft outside-shift: Asha works 09:00–17:00 on Tue 24 Nov; 08:00 is outside"},
	    {ASHA, ROOM_C, 2, 16, 30, 60,
		"soft outside-shift: Asha works 09:00–17:00 on Tue 24 Nov; 17:30 is outside"},
	    {MIA, ROOM_C, 2, 18, 15, 60,
		"soft outside-shift: Mia works 09:00–13:00 and 14:00–18:00 on Tue 24 Nov; "
		"18:15 is outside"},
	    {MIA, ROOM_C, 7, 10, 0, 60, "soft outside-shift: Mia does not work on Sun 29 Nov"},
	    {MIA, ROOM_C, 3, 12, 30, 60, "soft in-break: Mia has a break 13:00–14:00"},
	    {MIA, ROOM_C, 3, 13, 0, 60, "soft in-break: Mia has a break 13:00–14:00"},
	    {MIA, ROOM_C, 3, 13, 30, 30, "soft in-break: Mia has a break 13:00–14:00"},
	    {MIA, ROOM_C, 3, 12, 0, 60, ""},
	    {MIA, ROOM_C, 3, 14, 0, 60, ""},
	    {MIA, ROOM_C, 2, 15, 0, 60,
		"hard therapist-busy: Mia is with Ada Smith 14:30–15:30 (turnover to 15:45)"},
	    {MIA, ROOM_2, 2, 14, 30, 60,
		"hard therapist-busy: Mia is with Ada Smith 14:30–15:30 (turnover to 15:45)"},
	    {MIA, ROOM_C, 2, 15, 35, 60,
		"soft turnover: only 5 min after Ada Smith with Mia (turnover 15)"},
	    {MIA, ROOM_C, 2, 15, 30, 60,
		"soft turnover: only 0 min after Ada Smith with Mia (turnover 15)"},
	    {MIA, ROOM_C, 2, 15, 45, 60, ""},
	    {JON, ROOM_C, 2, 10, 50, 60,
		"soft turnover: only 10 min before Ada Smith with Jon (turnover 15)"},
	    {JON, ROOM_C, 2, 10, 45, 60, ""},
	    {ASHA, ROOM_1, 2, 12, 30, 60,
		"hard room-full: room 1 is taken 12:00–13:00 by Ada Smith with Jon"},
	    {ASHA, ROOM_1, 2, 13, 5, 60,
		"soft turnover: only 5 min after Ada Smith in room 1 (turnover 15)"},
	    {ASHA, ROOM_1, 2, 13, 15, 60, ""},
	    {ASHA, ROOM_2, 2, 13, 20, 60,
		"soft turnover: only 10 min before Ada Smith in room 2 (turnover 15)"},
	    {ASHA, 0, 2, 9, 0, 60, "hard no-room: no room for Swedish is free 09:00–10:00"},
	    {ASHA, ROOM_C, 2, 9, 0, 50,
		"hard duration: Swedish has no 50 minutes; it has 30, 60, 90"},
	    {ASHA, ROOM_C, 2, 9, 0, 0, "hard length: an appointment of 0 minutes has no length"},
	    {ASHA, ROOM_C, 2, 9, 0, -60,
		"hard length: an appointment of -60 minutes has no length"},
	    {ASHA, ROOM_C, 2, 23, 30, 60,
		"hard length: an appointment ends by midnight of its day\n"
		"soft outside-shift: Asha works 09:00–17:00 on Tue 24 Nov; 23:30 is outside"},
	    {ASHA, ROOM_C, 2, 23, 0, 60,
		"soft outside-shift: Asha works 09:00–17:00 on Tue 24 Nov; 23:00 is outside"},
	};

	set_up();
	for (size_t i = 0; i < array_size(cases); i++) {
		struct proposal want = plain(cases[i].therapist,
		    fixture_at(cases[i].weekday, cases[i].hour, cases[i].minute));
		const char *found;

		want.room_id = cases[i].room;
		want.minutes = cases[i].minutes;
		found = findings_text(&want, fixture_at(1, 8, 0));
		/* Gaps have their own test. */
		if (strncmp(found, "notice orphan-gap", 17) == 0)
			found = "";
		if (strstr(found, "\nnotice orphan-gap") != NULL)
			*strstr(found, "\nnotice orphan-gap") = '\0';
		is_str(found, cases[i].findings, "case %zu: therapist %d, day %d %02d:%02d", i,
		    (int)cases[i].therapist, cases[i].weekday, cases[i].hour, cases[i].minute);
	}
	tear_down();
}

static void
test_people_and_service(void)
{
	struct proposal want;
	struct client_facts facts = {.has_phone = true, .visits = 3, .has_intake = true};
	civil_min now = fixture_at(1, 8, 0);
	struct therapist *jon, *mia;

	set_up();
	jon = &practice.therapists.v[1];
	mia = &practice.therapists.v[2];
	want = plain(JON, fixture_at(3, 11, 0));
	want.client = &facts;
	want.client_id = 9;
	is_str(findings_text(&want, now), "", "nothing against it");

	want.service_id = DEEP;
	is_str(findings_text(&want, now),
	    "hard room-unfit: room c is not for Deep tissue\n"
	    "soft skill: Jon lacks a skill for Deep tissue",
	    "skill and room");
	want.room_id = ROOM_1;
	*list_push(&jon->services) = (struct therapist_service){DEEP, false, -1};
	is_str(findings_text(&want, now),
	    "hard not-able: Jon does not give Deep tissue\n"
	    "soft skill: Jon lacks a skill for Deep tissue",
	    "not able");
	xstrset(&practice.services.v[1].desk_label, "Massage");
	is_str(findings_text(&want, now),
	    "hard not-able: Jon does not give Massage\n"
	    "soft skill: Jon lacks a skill for Massage",
	    "what the service tells stays with its desk label");

	want.service_id = SWEDISH;
	facts.gender_preference = 'F';
	*list_push(&facts.avoid) = JON;
	is_str(findings_text(&want, now),
	    "soft gender: the client would rather have a female therapist than Jon\n"
	    "soft do-not-pair: the client and Jon are not to be paired",
	    "preference and pairing");
	facts = (struct client_facts){.has_phone = true, .avoid = facts.avoid, .has_intake = true};
	ids_release(&facts.avoid);

	facts.state = CLIENT_BARRED;
	facts.visits = 1;
	is_str(findings_text(&want, now),
	    "hard client-barred: this client may be booked by the owner only", "barred");
	facts.state = CLIENT_DECEASED;
	is_str(findings_text(&want, now),
	    "hard client-archived: this client's record is closed (deceased)", "deceased");
	facts.state = CLIENT_ACTIVE;

	facts.visits = 0;
	facts.no_shows = 2;
	facts.is_new = true;
	facts.has_phone = false;
	facts.looks_like = xstrdup("looks like #12 Tom Twin (same phone)");
	words_add(&facts.alerts, "pays at the desk");
	is_str(findings_text(&want, now),
	    "notice alert: Alert: pays at the desk\n"
	    "notice no-phone: a new client without a phone\n"
	    "notice looks-like: looks like #12 Tom Twin (same phone)\n"
	    "notice no-shows: 2 no-shows in the last 12 months\n"
	    "notice first-visit: first visit: ask to come 15 minutes early",
	    "notices");
	facts.is_same = true;
	ok(strncmp(findings_text(&want, now), "soft same-client: looks", 23) == 0,
	    "of the same name and phone it is asked about");
	want.client_name = "Ada Smith";
	ok(strstr(findings_text(&want, now), "alert: Alert for Ada Smith: pays") != NULL,
	    "of two, whose alert it is");
	want.client_name = NULL;
	client_facts_release(&facts);
	want.client_id = 0;
	is_str(findings_text(&want, now), "", "zeroed facts find nothing");
	want.client = NULL;

	jon->licence_until = fixture_monday();
	is_str(findings_text(&want, now),
	    "soft licence: Jon's licence is valid until Mon 23 Nov 2026", "licence");
	jon->licence_until = fixture_monday() + 2;
	is_str(findings_text(&want, now), "", "valid on its last day");

	jon->active = false;
	practice.rooms.v[0].active = false;
	practice.services.v[0].active = false;
	is_str(findings_text(&want, now),
	    "hard therapist-archived: Jon does not work here any more\n"
	    "hard service-archived: Swedish is not offered any more\n"
	    "hard room-archived: room 1 is not in use any more",
	    "archived");
	practice.services.v[0].active = true;

	want = plain(MIA, fixture_at(3, 14, 0));
	mia->shifts.n = 0;
	is_str(findings_text(&want, now), "soft outside-shift: Mia has no working hours yet",
	    "no hours at all");
	tear_down();
}

static void
test_durations(void)
{
	struct proposal want;
	civil_min now = fixture_at(1, 8, 0);

	set_up();
	want = plain(ASHA, fixture_at(3, 11, 0));
	want.minutes = 50;
	want.minutes_typed = true;
	is_str(findings_text(&want, now),
	    "soft duration: Swedish has no 50 minutes; it has 30, 60, 90",
	    "a duration typed on purpose");
	want.minutes = 60;
	fixture_duration(&practice.services.v[0], 60, fixture_monday() + 2, PRICE_NONE);
	is_str(findings_text(&want, now), "soft duration: Swedish has no 60 minutes; it has 30, 90",
	    "one that has ended");
	want.minutes_typed = false;
	is_str(findings_text(&want, now), "hard duration: Swedish has no 60 minutes; it has 30, 90",
	    "and nobody typed");
	want.minutes_typed = true;
	want.minutes = 470;
	want.start = fixture_at(3, 9, 0);
	ok(strncmp(findings_text(&want, now),
	       "hard length: an appointment with its turnover takes at most 480 minutes, not 485",
	       60) == 0,
	    "too long with its turnover");
	want.turnover = 0;
	ok(strstr(findings_text(&want, now), "length") == NULL, "470 minutes without turnover");
	ok(strstr(findings_text(&want, now),
	       "soft hands-on: Asha would have 470 minutes of hands-on work on Wed 25 Nov; the cap "
	       "is "
	       "360") != NULL,
	    "hands-on cap");
	practice.therapists.v[0].hands_on_cap = 470;
	ok(strstr(findings_text(&want, now), "hands-on") == NULL, "the therapist's own cap");
	tear_down();
}

static void
test_hands_on(void)
{
	struct proposal want;

	set_up();
	for (int hour = 9; hour < 12; hour++)
		fixture_appt(&book, ASHA, ROOM_C, 5, fixture_at(3, hour, 0), 60, 0);
	book.appts.v[2].state = APPT_CANCELLED;
	practice.therapists.v[0].hands_on_cap = 180;
	want = plain(ASHA, fixture_at(3, 13, 0));
	ok(strstr(findings_text(&want, fixture_at(1, 8, 0)), "hands-on") == NULL,
	    "what does not hold is not counted");
	book.appts.v[2].state = APPT_COMPLETED;
	ok(strstr(findings_text(&want, fixture_at(1, 8, 0)), "would have 240 minutes") != NULL,
	    "what holds is");
	want.appt_id = book.appts.v[4].id;
	ok(strstr(findings_text(&want, fixture_at(1, 8, 0)), "hands-on") == NULL,
	    "the one moved is not counted twice");
	tear_down();
}

static void
test_client_busy(void)
{
	struct proposal want;
	civil_min now = fixture_at(1, 8, 0);

	set_up();
	want = plain(ASHA, fixture_at(2, 15, 0));
	want.client_id = 1;
	is_str(findings_text(&want, now),
	    "hard client-busy: Ada Smith is booked 14:30–15:30 with Mia",
	    "the client is elsewhere");
	want.start = fixture_at(2, 15, 45);
	is_str(findings_text(&want, now),
	    "notice same-day: Ada Smith is booked 14:30–15:30 with Mia the same day",
	    "the client is free once the session ends");
	want.appt_id = 2;
	want.start = fixture_at(2, 15, 0);
	is_str(findings_text(&want, now), "", "never in its own way");
	want.appt_id = 0;
	book.appts.v[1].state = APPT_NOSHOW;
	is_str(findings_text(&want, now), "", "what does not hold is in nobody's way");
	tear_down();
}

static void
test_absences(void)
{
	struct proposal want;
	civil_min now = fixture_at(1, 8, 0);

	set_up();
	want = plain(ASHA, fixture_at(3, 11, 0));
	push_absence(ASHA, 0, fixture_at(3, 11, 30), fixture_at(3, 12, 0), false, "dentist");
	is_str(findings_text(&want, now), "soft time-off: Asha is off 11:30–12:00",
	    "time off, its reason kept private");
	want.start = fixture_at(3, 12, 0);
	is_str(findings_text(&want, now), "", "free again at its end");
	push_absence(0, 0, fixture_at(2, 12, 0), fixture_at(4, 0, 0), false, "holiday");
	is_str(findings_text(&want, now), "soft closed: the practice is closed all day: holiday",
	    "a closure of days");
	book.absences.v[1].end = fixture_at(3, 9, 0);
	push_absence(0, ROOM_C, fixture_at(3, 12, 0) - 14 * 1440, fixture_at(3, 12, 30) - 14 * 1440,
	    true, "cleaning");
	is_str(findings_text(&want, now),
	    "soft room-blocked: room c is blocked 12:00–12:30: cleaning", "a block every week");
	want.room_id = ROOM_1;
	is_str(findings_text(&want, now), "", "another room is not blocked");
	want = plain(JON, fixture_at(3, 11, 0));
	is_str(findings_text(&want, now), "", "another therapist is not off");

	push_absence(0, 0, fixture_at(6, 0, 0), fixture_at(7, 0, 0), true, NULL);
	ok(!absence_touches(&book.absences.v[3], fixture_at(5, 23, 0), fixture_at(6, 0, 0)),
	    "before");
	ok(absence_touches(&book.absences.v[3], fixture_at(6, 0, 0), fixture_at(6, 1, 0)),
	    "the first");
	ok(!absence_touches(&book.absences.v[3], fixture_at(7, 0, 0), fixture_at(13, 0, 0)),
	    "between");
	ok(absence_touches(&book.absences.v[3], fixture_at(13, 23, 59), fixture_at(14, 0, 0)),
	    "again");
	ok(!absence_touches(&book.absences.v[3], fixture_at(-1, 0, 0), fixture_at(0, 0, 0)),
	    "not in the week before the first");
	ok(absence_touches(&book.absences.v[3], fixture_at(7, 0, 0), fixture_at(14, 0, 0)),
	    "a week holds one");
	tear_down();
}

static void
test_past_and_future(void)
{
	struct proposal want;

	set_up();
	want = plain(ASHA, fixture_at(3, 11, 0));
	is_str(findings_text(&want, fixture_at(3, 11, 15)), "", "one grid step ago");
	is_str(findings_text(&want, fixture_at(3, 11, 16)),
	    "soft past: Wed 25 Nov 2026 11:00 has passed", "more than one");
	want.taking_over = true;
	is_str(
	    findings_text(&want, fixture_at(3, 11, 16)), "", "a diary taken over is of the past");
	want.taking_over = false;
	is_str(findings_text(&want, want.start - 366 * 1440), "", "a year ahead");
	is_str(findings_text(&want, want.start - 367 * 1440),
	    "soft far-ahead: Wed 25 Nov 2026 is more than a year ahead", "more than a year");

	practice.therapists.v[1].active = false;
	want = plain(JON, fixture_at(2, 12, 30));
	want.room_id = ROOM_1;
	want.minutes = 50;
	want.client_id = 2;
	is_str(findings_text(&want, fixture_at(3, 0, 0)),
	    "hard client-busy: Ada Smith is booked 12:00–13:00 with Jon\n"
	    "hard therapist-busy: Jon is with Ada Smith 12:00–13:00 (turnover to 13:15)\n"
	    "soft therapist-archived: Jon does not work here any more\n"
	    "soft duration: Swedish has no 50 minutes; it has 30, 60, 90\n"
	    "soft past: Tue 24 Nov 2026 12:30 has passed",
	    "before today only double bookings are hard");
	want.taking_over = true;
	want.start = fixture_at(2, 16, 0);
	want.minutes = 0;
	is_str(findings_text(&want, fixture_at(1, 0, 0)),
	    "hard length: an appointment of 0 minutes has no length",
	    "and what the file cannot hold");
	want.minutes = 60;
	want.room_id = 0;
	is_str(findings_text(&want, fixture_at(1, 0, 0)),
	    "soft therapist-archived: Jon does not work here any more\n"
	    "soft no-room: no room for Swedish is free 16:00–17:00\n"
	    "notice same-day: Ada Smith is booked 12:00–13:00 with Jon the same day",
	    "a future diary taken over is lenient too");
	tear_down();
}

static void
test_findings(void)
{
	struct findings f = {0};

	is_int(findings_worst(&f), LEVEL_NOTICE, "nothing found");
	findings_add(&f, LEVEL_NOTICE, FINDING_SAME_DAY, 1, "n%d", 1);
	findings_add(&f, LEVEL_HARD, FINDING_PARTY, 2, "h1");
	findings_add(&f, LEVEL_SOFT, FINDING_PAST, 3, "s1");
	findings_add(&f, LEVEL_HARD, FINDING_LENGTH, 4, "h2");
	findings_add(&f, LEVEL_SOFT, FINDING_SKILL, 5, "s2");
	is_int((int64_t)f.n, 5, "all of them");
	is_str(f.v[0].text, "h1", "hard first");
	is_str(f.v[1].text, "h2", "in order of finding");
	is_str(f.v[3].text, "s2", "then soft");
	ok(f.v[4].appt_id == 1 && strcmp(f.v[4].text, "n1") == 0, "then notices");
	is_int(findings_worst(&f), LEVEL_HARD, "the worst");
	ok(findings_has(&f, FINDING_SKILL) && !findings_has(&f, FINDING_CLOSED), "by code");
	for (enum finding_code c = 0; c < FINDING_COUNT; c++)
		for (enum finding_code d = 0; d < c; d++)
			if (strcmp(finding_code_word(c), finding_code_word(d)) == 0)
				ok(0, "%s stands for two", finding_code_word(c));
	findings_release(&f);
}

int
main(void)
{
	test_findings();
	test_times();
	test_people_and_service();
	test_durations();
	test_hands_on();
	test_client_busy();
	test_absences();
	test_past_and_future();
	return done();
}
