#include <frontdesk/appt.h>
#include <frontdesk/err.h>
#include <frontdesk/mem.h>
#include <frontdesk/setting.h>

#include "../tap.h"

/*
 * From each state (row) to each (column), on the day, what was booked before: . fine, o out of
 * order, N never.
 * The columns are in the order of APPT_STATE_LIST.
 */
static const char *const steps[APPT_STATE_COUNT] = {
    /*      ~-+@*=x%p?^v */
    /* ~ */ "N...oo....o.",
    /* - */ ".N..oo....o.",
    /* + */ "..N.oo....o.",
    /* @ */ "...N.oNN.N..",
    /* * */ "ooo.N.NNoNoo",
    /* = */ "oooo.NNNNNNN",
    /* x */ "o.ooooNooooo",
    /* % */ "o.oooooNoooo",
    /* p */ "o.ooooooNooo",
    /* ? */ "o.oooooooNoo",
    /* ^ */ "o.ooooooooNo",
    /* v */ "o.oooooooooN",
};

static char
step_char(enum appt_state from, enum appt_state to, civil_min start, civil_min now)
{
	const struct appt a = {.state = from, .state_before = APPT_BOOKED, .start = start};

	switch (appt_step(&a, to, now)) {
	case STEP_OK:
		return '.';
	case STEP_ORDER:
		return 'o';
	case STEP_NEVER:
		break;
	}
	return 'N';
}

static void
test_steps(void)
{
	civil_min now = civil_at(civil_from_ymd(2026, 11, 27), 600);

	for (enum appt_state from = 0; from < APPT_STATE_COUNT; from++)
		for (enum appt_state to = 0; to < APPT_STATE_COUNT; to++)
			ok(step_char(from, to, now, now) == steps[from][to], "%s to %s is %c",
			    appt_state_word(from), appt_state_word(to), steps[from][to]);
	for (enum appt_state from = 0; from < APPT_STATE_COUNT; from++) {
		for (enum appt_state to = 0; to < APPT_STATE_COUNT; to++) {
			const struct appt a = {.state = from, .state_before = to, .start = now};

			if (!appt_state_holds(from) && appt_state_holds(to))
				ok(appt_step(&a, to, now) == STEP_OK, "%s back to %s, where it was",
				    appt_state_word(from), appt_state_word(to));
		}
	}
}

static void
test_days(void)
{
	civil_min start = civil_at(civil_from_ymd(2026, 11, 27), 600);
	civil_min eve = start - 601, morning = start - 600, later = start + 3 * CIVIL_DAY_MINUTES;

	ok(step_char(APPT_BOOKED, APPT_ARRIVED, start, eve) == 'N', "not arrived the day before");
	is_str(err_message(),
	    "this appointment is on Fri 27 Nov 2026; it can be marked arrived on that day",
	    "and says which day");
	ok(step_char(APPT_BOOKED, APPT_ARRIVED, start, morning) == '.', "arrived on the day");
	ok(step_char(APPT_BOOKED, APPT_ARRIVED, start, later) == 'o', "arrived, said days later");
	is_str(err_message(),
	    "this appointment was on Fri 27 Nov 2026; arrived is marked on the day itself",
	    "and says which day that was");
	ok(step_char(APPT_ARRIVED, APPT_STARTED, start, later) == 'o', "in session days later");
	ok(step_char(APPT_STARTED, APPT_COMPLETED, start, later) == 'o', "completed days later");
	ok(step_char(APPT_COMPLETED, APPT_STARTED, start, later) == '.', "but taken back any day");
	ok(step_char(APPT_BOOKED, APPT_NOSHOW, start, later) == '.', "a no-show, seen days later");
	ok(step_char(APPT_ARRIVED, APPT_LEFT, start, later) == '.', "so is who left");
	ok(step_char(APPT_BOOKED, APPT_NOSHOW, start, morning) == 'o', "no no-show before it");
	is_str(err_message(), "this appointment has not begun; a no-show is known only then",
	    "and says so");
	ok(step_char(APPT_STARTED, APPT_COMPLETED, start, morning) == 'o',
	    "nor finished before it");
	is_str(err_message(), "this appointment has not begun; it is finished after that",
	    "and says so");
	ok(step_char(APPT_ARRIVED, APPT_STARTED, start, morning) == '.', "but begun early");
	ok(step_char(APPT_BOOKED, APPT_NOSHOW, start, start) == '.', "a no-show from its start on");
	ok(step_char(APPT_BOOKED, APPT_NOSHOW, start, eve) == 'N', "no no-show the day before");
	ok(step_char(APPT_BOOKED, APPT_CANCELLED, start, eve) == '.', "cancelled any day");
	ok(step_char(APPT_ARRIVED, APPT_CONFIRMED, start, eve) == '.', "taken back any day");
	ok(step_char(APPT_COMPLETED, APPT_STARTED, start, eve) == '.', "step by step too");

	ok(step_char(APPT_BOOKED, APPT_COMPLETED, start, start) == 'o', "a step is missing");
	is_str(err_message(), "this appointment is booked; it is marked arrived before completed",
	    "and says which");
	ok(step_char(APPT_COMPLETED, APPT_ARRIVED, start, start) == 'o', "two steps back");
	is_str(err_message(), "this appointment is completed; take it back to in session first",
	    "and says which");
	ok(step_char(APPT_STARTED, APPT_BOOKED, start, start) == 'o', "from a session");
	is_str(err_message(), "this appointment is in session; take it back to arrived first",
	    "and says which");
	ok(step_char(APPT_STARTED, APPT_CANCELLED, start, start) == 'N', "no way out of it");
	is_str(err_message(),
	    "this appointment is in session; take it back to arrived first, or cancel it by the "
	    "practice or as booked in error",
	    "but what there is");

	is_int(
	    appt_cancelled(start, start - 24 * 60, 24), APPT_CANCELLED, "24 h before is in time");
	is_int(appt_cancelled(start, start - 24 * 60 + 1, 24), APPT_LATE, "a minute later is late");
	is_int(appt_cancelled(start, start - 1, 0), APPT_CANCELLED, "no window, never late");
}

static void
test_words(void)
{
	enum appt_state s, again;

	for (s = 0; s < APPT_STATE_COUNT; s++) {
		char text[2] = {appt_state_char(s), '\0'};

		ok(appt_state_parse(appt_state_word(s), &again) == ERR_OK && again == s, "word %s",
		    appt_state_word(s));
		ok(appt_state_parse(text, &again) == ERR_OK && again == s, "character %s", text);
		ok(strchr("!><", text[0]) == NULL, "%s is no mark of the screens", text);
		is_int(appt_state_holds(s), strchr("~-+@*=", text[0]) != NULL, "%s holds or not",
		    text);
		is_int(
		    appt_state_counts(s), strchr("vp", text[0]) == NULL, "%s counts or not", text);
	}
	is_str(appt_state_title(APPT_STARTED), "in session", "a title for people");
	ok(appt_state_parse("Booked", &s) == ERR_OK && s == APPT_BOOKED, "words in any case");
	is_int(appt_state_parse("gone", &s), ERR_USAGE, "no such state");
	is_str(err_message(),
	    "no state \"gone\"; there are: held booked confirmed arrived started completed "
	    "cancelled "
	    "late practice noshow left void",
	    "and lists them");
	is_int(appt_state_parse("", &s), ERR_USAGE, "an empty word is none");
}

static void
test_enter(void)
{
	struct appt a = {
	    .state = APPT_HELD, .state_before = APPT_HELD, .booked_at = 1, .hold_until = 5};

	appt_enter(&a, APPT_BOOKED, 10);
	ok(a.state == APPT_BOOKED && a.booked_at == 1, "held to booked keeps when it was booked");
	ok(a.hold_until == CIVIL_NONE, "and is no longer held");
	appt_enter(&a, APPT_CONFIRMED, 20);
	appt_enter(&a, APPT_CANCELLED, 30);
	ok(a.state == APPT_CANCELLED && a.state_before == APPT_CONFIRMED,
	    "it knows where it came from");
	ok(a.ended_at == 30 && a.confirmed_at == 20, "stamps of what was stay");
	appt_enter(&a, APPT_LATE, 31);
	ok(a.state_before == APPT_CONFIRMED && a.ended_at == 31, "from one way out to another");
	appt_enter(&a, a.state_before, 40);
	ok(a.state == APPT_CONFIRMED && a.confirmed_at == 20 && a.ended_at == 0, "taken back");
	appt_enter(&a, APPT_ARRIVED, 50);
	appt_enter(&a, APPT_STARTED, 60);
	appt_enter(&a, APPT_COMPLETED, 70);
	ok(a.arrived_at == 50 && a.started_at == 60 && a.completed_at == 70, "each step its stamp");
	appt_enter(&a, APPT_STARTED, 80);
	ok(a.started_at == 60 && a.completed_at == 0, "back keeps the first start");
	appt_enter(&a, APPT_BOOKED, 90);
	ok(a.booked_at == 1 && a.confirmed_at == 0 && a.arrived_at == 0 && a.started_at == 0,
	    "back to booked clears what came after");
}

/* 10:00 to 11:00; what is said at a minute after its start. */
static void
test_clock(void)
{
	static const struct {
		enum appt_state state;
		int after;
		const char *says;
	} cases[] = {
	    {APPT_BOOKED, -1, ""},
	    {APPT_BOOKED, 0, ""},
	    {APPT_BOOKED, 1, "1 min late, 59 of 60 min left"},
	    {APPT_CONFIRMED, 14, "14 min late, 46 of 60 min left"},
	    {APPT_CONFIRMED, 15, "no-show? 15 min late, 45 of 60 min left"},
	    {APPT_BOOKED, 59, "no-show? 59 min late, 1 of 60 min left"},
	    {APPT_BOOKED, 60, "no-show?"},
	    {APPT_BOOKED, 13 * 60 + 59, "no-show?"},
	    {APPT_BOOKED, 14 * 60, ""}, /* the next day */
	    {APPT_ARRIVED, 0, ""},
	    {APPT_ARRIVED, 15, "45 of 60 min left"},
	    {APPT_ARRIVED, 60, ""},
	    {APPT_STARTED, 15, ""},
	    {APPT_COMPLETED, 15, ""},
	    {APPT_NOSHOW, 15, ""},
	    {APPT_CANCELLED, 15, ""},
	    {APPT_HELD, -61, "held until 09:00"},
	    {APPT_HELD, -24 * 60, "held until Fri 27 Nov 2026 09:00"},
	    {APPT_HELD, -60, "the hold has run out"},
	    {APPT_HELD, 20, "the hold has run out, no-show? 20 min late, 40 of 60 min left"},
	};
	civil_min start = civil_at(civil_from_ymd(2026, 11, 27), 600);
	struct settings settings = {0};

	for (size_t i = 0; i < array_size(cases); i++) {
		const struct appt a = {.state = cases[i].state,
		    .start = start,
		    .end = start + 60,
		    .hold_until = cases[i].state == APPT_HELD ? start - 60 : CIVIL_NONE};
		struct str says = {0};

		appt_remark(&says, "", &a, start + cases[i].after, &settings);
		is_str(str_text(&says), cases[i].says, "%s at %+d min",
		    appt_state_word(cases[i].state), cases[i].after);
		str_release(&says);
	}
}

/* The same of who is expected so many minutes after the start. */
static void
test_expected(void)
{
	static const struct {
		enum appt_state state;
		int after, expected;
		const char *says;
	} cases[] = {
	    {APPT_BOOKED, -60, 15, "exp. 10:15, 45 of 60 min left"},
	    {APPT_CONFIRMED, 15, 15, "exp. 10:15, 45 of 60 min left"},
	    {APPT_BOOKED, 16, 15, "16 min late, 44 of 60 min left"},
	    {APPT_BOOKED, 30, 15, "no-show? 30 min late, 30 of 60 min left"},
	    {APPT_ARRIVED, 20, 15, "40 of 60 min left"},
	    {APPT_BOOKED, -1, 60, ""}, /* not within the session */
	};
	civil_min start = civil_at(civil_from_ymd(2026, 11, 27), 600);
	struct settings settings = {0};

	for (size_t i = 0; i < array_size(cases); i++) {
		const struct appt a = {.state = cases[i].state,
		    .start = start,
		    .end = start + 60,
		    .expected = start + cases[i].expected};
		struct str says = {0};

		appt_remark(&says, "", &a, start + cases[i].after, &settings);
		is_str(str_text(&says), cases[i].says, "expected at %+d, now %+d",
		    cases[i].expected, cases[i].after);
		str_release(&says);
	}
}

/* The day before is Thursday; the desk looks at 10:30 on Friday. */
static void
test_need(void)
{
	static const struct {
		enum appt_state state;
		int start, expected; /* minutes of Friday */
		bool message_left;
		int hold_until;
		enum appt_need need;
	} cases[] = {
	    {APPT_BOOKED, 660, 0, false, 0, APPT_NEEDS_NOTHING},
	    {APPT_BOOKED, 630, 0, false, 0, APPT_NEEDS_NOTHING},
	    {APPT_BOOKED, 629, 0, false, 0, APPT_NEEDS_LATE},
	    {APPT_CONFIRMED, 615, 0, false, 0, APPT_NEEDS_NOSHOW},
	    {APPT_CONFIRMED, 615, 620, false, 0, APPT_NEEDS_LATE},
	    {APPT_CONFIRMED, 615, 640, false, 0, APPT_NEEDS_NOTHING},
	    {APPT_ARRIVED, 630, 0, false, 0, APPT_NEEDS_NOTHING},
	    {APPT_ARRIVED, 629, 0, false, 0, APPT_NEEDS_WAITING},
	    {APPT_STARTED, 571, 0, false, 0, APPT_NEEDS_NOTHING},
	    {APPT_STARTED, 570, 0, false, 0, APPT_NEEDS_OVER},
	    {APPT_HELD, 900, 0, false, 691, APPT_NEEDS_NOTHING},
	    {APPT_HELD, 900, 0, false, 690, APPT_NEEDS_HOLD},
	    {APPT_HELD, 900, 0, false, 600, APPT_NEEDS_HOLD},
	    {APPT_BOOKED, 1440, 0, false, 0, APPT_NEEDS_CALL},
	    {APPT_BOOKED, 1440, 0, true, 0, APPT_NEEDS_NOTHING},
	    {APPT_CONFIRMED, 1440, 0, false, 0, APPT_NEEDS_NOTHING},
	    {APPT_BOOKED, 2880, 0, false, 0, APPT_NEEDS_NOTHING},
	    {APPT_COMPLETED, 540, 0, false, 0, APPT_NEEDS_NOTHING},
	    {APPT_NOSHOW, 540, 0, false, 0, APPT_NEEDS_NOTHING},
	};
	static const int64_t order[] = {8, 4, 5, 3, 10, 12, 13, 14};
	civil_min friday = civil_at(civil_from_ymd(2026, 11, 27), 0);
	struct appt_list l = {0};
	struct ids waiting = {0};
	int64_t at = 0;
	size_t nth, of;

	for (size_t i = 0; i < array_size(cases); i++) {
		struct appt *a = list_push(&l);

		*a = (struct appt){.id = (int64_t)i + 1,
		    .state = cases[i].state,
		    .start = friday + cases[i].start,
		    .end = friday + cases[i].start + 60,
		    .expected = friday + cases[i].expected,
		    .message_left = cases[i].message_left,
		    .hold_until =
			cases[i].hold_until > 0 ? friday + cases[i].hold_until : CIVIL_NONE};
		is_int(appt_need(a, NULL, friday + 630), cases[i].need, "%d: %s at %d needs: %s",
		    (int)i + 1, appt_state_word(a->state), cases[i].start,
		    appt_need_words(cases[i].need));
	}
	for (size_t i = 0; i < 2 * array_size(order); i++) {
		const struct appt *a = appt_next_need(&l, NULL, at, friday + 630, &nth, &of);

		at = a->id;
		is_int(at, order[i % array_size(order)], "number %zu", i + 1);
		ok(nth == i % array_size(order) + 1 && of == array_size(order), "%zu of %zu", nth,
		    of);
	}
	*list_push(&waiting) = 11;
	*list_push(&waiting) = 8;
	is_int(appt_need(&l.v[10], &waiting, friday + 630), APPT_NEEDS_OK, "an OK is waited for");
	is_int(
	    appt_need(&l.v[7], &waiting, friday + 630), APPT_NEEDS_WAITING, "who waits is first");
	is_int(appt_next_need(&l, &waiting, 13, friday + 630, &nth, &of)->id, 11,
	    "and it is met behind what runs out");
	ok(nth == 8 && of == array_size(order) + 1, "%zu of %zu", nth, of);
	ids_release(&waiting);
	appt_list_release(&l);
	ok(appt_next_need(&l, NULL, 0, friday, &nth, &of) == NULL && of == 0,
	    "nothing needs anything");
}

static void
test_copy(void)
{
	struct appt a = {.id = 7, .start = 100, .end = 160}, b;
	struct appt_list l = {0};
	char text[APPT_UID_TEXT];

	for (int i = 0; i < APPT_UID_SIZE; i++)
		a.uid[i] = (unsigned char)(i * 17);
	is_str(
	    appt_uid_text(a.uid, text), "00112233-4455-6677-8899-aabbccddeeff", "the UID as text");
	a.desk_note = xstrdup("by the window");
	a.client_last = xstrdup("Smith");
	appt_copy(&b, &a);
	ok(b.id == 7 && b.desk_note != a.desk_note && b.reason == NULL, "a deep copy");
	is_str(b.desk_note, "by the window", "of the texts too");
	is_int(appt_minutes(&b), 60, "session minutes");
	*list_push(&l) = b;
	appt_list_release(&l);
	ok(l.n == 0 && l.v == NULL, "an empty list again");
	appt_release(&a);
}

int
main(void)
{
	test_steps();
	test_days();
	test_words();
	test_enter();
	test_clock();
	test_expected();
	test_need();
	test_copy();
	return done();
}
