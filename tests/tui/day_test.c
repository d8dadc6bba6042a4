/* The Day view: keys in; what is said, shown and written out. */
#include "tui_fixture.h"

#include "../../src/tui/booking_dialog.h"

/* The state and start of an appointment, as the file has it: "@ 2026-11-23T10:30". */
static const char *
stands(struct tui *t, int64_t id)
{
	static char buf[64];
	struct appt a = {0};
	char iso[CIVIL_MIN_SIZE];

	must(store_appt(t->d.store, id, &a));
	snprintf(buf, sizeof(buf), "%c %s", appt_state_char(a.state), civil_iso_min(a.start, iso));
	appt_release(&a);
	return buf;
}

static void
test_walk(struct tui *t)
{
	static const struct {
		const char *keys, *shows, *focus; /* what the screen shows; how the focus begins */
	} cases[] = {
	    {"t", "Mon 23 Nov 2026 (today) wk48", "Jon 09:00"},
	    {"Right", "", "Mia 09:00"},
	    {"Right Right", "", "Mia 09:00"},
	    {"Shift-Tab", "", "Jon 09:00"},
	    {"Tab", "", "Mia 09:00"},
	    {"Left Left", "", "Jon 09:00"},
	    {"g[12:30] Enter Right", "", "Mia 09:00–13:00 free"},
	    {"Down", "", "Mia 13:00–14:00 not on shift"},
	    {"PgDn", "17:30", "Mia 14:00–18:00 free"},
	    {"PgUp PgUp PgUp PgUp", "09:00", "Mia 09:00–13:00"},
	    {"t Space", "Tue 24 Nov 2026 wk48", "Mia 09:00"},
	    {"Backspace [", "Sun 22 Nov 2026 wk47", "Mia all day not on shift"},
	    {"] ]", "Tue 24 Nov", ""},
	    {"g[fri 14:30] Enter", "Fri 27 Nov 2026 wk48", "Mia 14:00"},
	    {"+[1w] Enter", "Fri 4 Dec 2026", ""},
	    {"-[1w] Enter", "Fri 27 Nov", ""},
	    {"+[3] Enter", "Mon 30 Nov", ""},
	    {"1[0:30] Enter", "Mon 30 Nov", "Mia 09:00–13:00"},
	    {"g[2026-11-23] Enter", "Mon 23 Nov", ""},
	    {":[go to tomorrow] Enter", "Tue 24 Nov", ""},
	    {":[next day] Enter", "Wed 25 Nov", ""},
	    {"g[31.12.2199] Enter Space", "31 Dec 2199", ""},
	    {"t", "(today)", ""},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *focus;

		tui_keys(t, cases[i].keys);
		ok(tui_shows(t, cases[i].shows), "%s shows %s", cases[i].keys, cases[i].shows);
		focus = tui_line(t, -3);
		ok(strncmp(focus, cases[i].focus, strlen(cases[i].focus)) == 0, "%s: %s",
		    cases[i].keys, focus);
	}
	t->d.options.pinned -= 5 * 60;
	tui_keys(t, "t");
	ok(strncmp(tui_line(t, 3), "09:00│", 8) == 0 && tui_shows(t, "Mia 09:00"),
	    "before hours the day begins with the first of them");
	t->d.options.pinned += 5 * 60;
	tui_keys(t, "t g[25:99] Enter");
	ok(t->a.prompt.open && strcmp(str_text(&t->a.prompt.line.text), "25:99") == 0,
	    "words that are no time stay to be mended");
	ok(tui_shows(t, "25:99\""), "and are named");
	tui_keys(t, "Esc");
}

static void
test_status(struct tui *t, int64_t id)
{
	struct event a = {.kind = EVENT_KEY, .key = {"a"}};

	tui_keys(t, "t g[10:30] Enter Right Right y");
	is_str(tui_message(t), "Confirmed 10:30 O'Brien.  u Undo", "y confirms");
	tui_keys(t, "y");
	is_str(tui_message(t), "Taken back to booked: 10:30 O'Brien.  u Undo",
	    "y again takes it back");
	tui_keys(t, "y a");
	is_str(stands(t, id), "@ 2026-11-23T10:30", "arrived");
	tui_keys(t, "a");
	is_str(stands(t, id), "+ 2026-11-23T10:30", "back to what it was: confirmed");
	t->ms += 1000;
	a.ms = t->ms;
	app_handle(&t->a, &a);
	a.ms += 399;
	app_handle(&t->a, &a);
	is_str(stands(t, id), "@ 2026-11-23T10:30", "twice within 400 ms counts once");
	ok(strncmp(tui_message(t), "Arrived", 7) == 0, "and what was said stays");
	a.ms += 1;
	app_handle(&t->a, &a);
	is_str(stands(t, id), "+ 2026-11-23T10:30", "later it counts");
	t->ms = a.ms;
	tui_keys(t, "f");
	ok(strstr(tui_message(t), "f again") != NULL, "out of order: %s", tui_message(t));
	is_str(stands(t, id), "+ 2026-11-23T10:30", "nothing was written");
	tui_keys(t, "Down Up f");
	is_str(stands(t, id), "+ 2026-11-23T10:30", "another key between forgets it");
	tui_keys(t, "f");
	is_str(stands(t, id), "= 2026-11-23T10:30", "the same key again forces it");
	tui_keys(t, "u");
	is_str(stands(t, id), "+ 2026-11-23T10:30", "undone");
	tui_keys(t, "Enter a Esc");
	is_str(stands(t, id), "@ 2026-11-23T10:30", "a status key works in the open card");
	tui_keys(t, "a y");
	is_str(stands(t, id), "- 2026-11-23T10:30", "and back");
}

static void
test_card(struct tui *t)
{
	tui_keys(t, "t g[10:30] Enter Right Right Enter");
	ok(tui_shows(t, "Last visit  none") && !tui_shows(t, "Usual "), "nothing is usual yet");
	tui_keys(t, "Esc");
	tui_book(&t->d, "O'Brien sw60 mia 2026-11-16 10:30");
	tui_book(&t->d, "O'Brien sw60 mia 2026-11-09 10:30");
	app_changed(&t->a);
	tui_keys(t, "Enter");
	ok(tui_shows(t, "Usual       Massage 60, Mia"),
	    "the open card tells what they usually have");
	ok(strstr(tui_line(t, 15), "State") != NULL && strstr(tui_line(t, 16), "─") != NULL,
	    "and its last line is within the frame: %s", tui_line(t, 16));
	tui_keys(t, "Esc");
}

static void
test_cancel(struct tui *t, int64_t id)
{
	static const struct {
		const char *keys, *stands, *says;
	} cases[] = {
	    {"x c", "% 2026-11-23T10:30", "Cancelled late 10:30 O'Brien.  u Undo"},
	    {"x", "% 2026-11-23T10:30", "It is cancelled late already; c again takes that back."},
	    {"z", "% 2026-11-23T10:30", "It stays cancelled late."},
	    {"x c", "- 2026-11-23T10:30", "Taken back to booked: 10:30 O'Brien.  u Undo"},
	    {"x p", "p 2026-11-23T10:30", "Cancelled by the practice 10:30 O'Brien.  u Undo"},
	    {"u", "- 2026-11-23T10:30", NULL},
	    {"x e", "v 2026-11-23T10:30", "Booked in error 10:30 O'Brien.  u Undo"},
	    {"Ctrl-Z", "- 2026-11-23T10:30", NULL},
	    {"Ctrl-Y", "v 2026-11-23T10:30", NULL},
	    {"u x z", "- 2026-11-23T10:30", "Not cancelled."},
	    {"x Esc", "- 2026-11-23T10:30", "Not cancelled."},
	    {"x Enter x n", "- 2026-11-23T10:30",
		"this appointment has not begun; a no-show is known only then; n again does it all "
		"the same"},
	    {"n", "? 2026-11-23T10:30", "No-show 10:30 O'Brien.  u Undo"},
	    {"x n", "- 2026-11-23T10:30", "Taken back to booked: 10:30 O'Brien.  u Undo"},
	    {"x l", "- 2026-11-23T10:30",
		"the client has not arrived; mark arrived first; l again does it all the same"},
	    {"l", "^ 2026-11-23T10:30", "Left without service 10:30 O'Brien.  u Undo"},
	    {"u x l z", "- 2026-11-23T10:30", "Not cancelled."},
	    {"a x l", "^ 2026-11-23T10:30", "Left without service 10:30 O'Brien.  u Undo"},
	    {"y", "^ 2026-11-23T10:30",
		"this appointment is \"left without service\"; take that back first; y again does "
		"it all the same"},
	    {"a", "^ 2026-11-23T10:30",
		"This appointment is left without service; take that back first (x l); a again "
		"does it all the same"},
	    {"Down Up a", "^ 2026-11-23T10:30", NULL},
	    {"x l", "@ 2026-11-23T10:30", "Taken back to arrived: 10:30 O'Brien.  u Undo"},
	    {"u a a", "@ 2026-11-23T10:30", "Arrived 10:30 O'Brien.  u Undo"},
	    {"x p a", "p 2026-11-23T10:30", NULL},
	    {"u y", "@ 2026-11-23T10:30",
		"This appointment is arrived; take that back first (a); y again does it all the "
		"same"},
	    {"u u u", "- 2026-11-23T10:30", NULL},
	    {"y x c y", "% 2026-11-23T10:30",
		"This appointment is cancelled late; take that back first (x c); y again does it "
		"all the same"},
	    {"y", "+ 2026-11-23T10:30", "Confirmed 10:30 O'Brien.  u Undo"},
	    {"u u u", "- 2026-11-23T10:30", NULL},
	    {"a i i a", "* 2026-11-23T10:30",
		"This appointment is in session; take that back first (i); a again does it all "
		"the same"},
	    {"i", "@ 2026-11-23T10:30", "Taken back to arrived: 10:30 O'Brien.  u Undo"},
	    {"u u u", "- 2026-11-23T10:30", NULL},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		tui_keys(t, cases[i].keys);
		is_str(stands(t, id), cases[i].stands, "%s", cases[i].keys);
		if (cases[i].says != NULL)
			is_str(tui_message(t), cases[i].says, "%s says so", cases[i].keys);
	}
}

/* Nobody came by 10:46: the focus, the pane and the card say so; nothing is marked by itself. */
static void
test_late(struct tui *t, int64_t id)
{
	t->d.options.pinned += 106;
	tui_keys(t, "t g[10:30] Enter Right Right");
	ok(strstr(tui_line(t, -3), "BOOKED  no-show? 16 min late, 44 of 60 min left") != NULL,
	    "the focus: %s", tui_line(t, -3));
	tui_resize(t, 40, 120);
	ok(tui_shows(t, "no-show? 16 min late, 44 of"), "the pane, as far as it goes");
	tui_resize(t, 24, 80);
	tui_keys(t, "Enter");
	ok(tui_shows(t, "no-show? 16 min late, 44 of 60 min left"), "the card");
	tui_keys(t, "Esc a");
	ok(strstr(tui_line(t, -3), "ARRIVED  44 of 60 min left") != NULL, "who came late: %s",
	    tui_line(t, -3));
	tui_keys(t, "u x n");
	is_str(stands(t, id), "? 2026-11-23T10:30", "a no-show needs no force by now");
	tui_keys(t, "u");
	t->d.options.pinned -= 106;
	tui_keys(t, "t g[10:30] Enter");
}

static void
test_move(struct tui *t, int64_t id)
{
	tui_keys(t, "m Esc");
	is_str(tui_message(t), "10:30 O'Brien stays where it was.", "put back");
	tui_keys(t, "m Enter");
	is_str(stands(t, id), "- 2026-11-23T10:30", "dropped where it was: nothing");
	tui_keys(t, "m Down Down u");
	is_str(tui_message(t), "10:30 O'Brien is picked up: Enter drops, Esc puts back.",
	    "a key that does nothing meanwhile");
	tui_keys(t, "Left Right");
	is_str(tui_line(t, -3), "Moving 10:30 O'Brien to: Mia 11:30–12:30",
	    "the focus says what moves, and where it would be");
	tui_keys(t, "g[13:00] Enter");
	ok(strncmp(tui_message(t), "Needs a reason: Mia has a break", 31) == 0,
	    "and what speaks against it: %s", tui_message(t));
	tui_keys(t, "g[11:30] Enter");
	is_str(tui_message(t), "Note: leaves 15 free minutes after it", "or is to be known");
	tui_keys(t, "Enter");
	is_str(stands(t, id), "- 2026-11-23T11:30", "moved by an hour");
	tui_keys(t, "u");
	tui_keys(t, "m +[7]");
	ok(tui_shows(t, "= Mon 30 Nov 2026, 10:30 (in 7 days): Enter drops it there"),
	    "what is counted on says that it drops");
	tui_keys(t, "Enter");
	is_str(stands(t, id), "- 2026-11-30T10:30", "a week on");
	ok(tui_shows(t, "Mon 30 Nov") && tui_shows(t, ">-O'Brien"), "the cursor goes along");
	tui_keys(t, "t u");
	ok(strncmp(tui_message(t), "Not on this screen: ", 20) == 0,
	    "undo of what is out of sight asks");
	is_str(stands(t, id), "- 2026-11-30T10:30", "and waits");
	tui_keys(t, "u");
	is_str(stands(t, id), "- 2026-11-23T10:30", "for a second u");
	tui_keys(t, "g[10:30] Enter m g[16:30] Enter Left Enter");
	is_str(stands(t, id), "- 2026-11-23T16:30", "to another therapist");
	is_str(tui_message(t), "Moved 10:30 O'Brien to Jon 16:30.  u Undo", "which it says");
	tui_keys(t, "u g[10:30] Enter Right m g[13:00] Enter Enter");
	is_int(app_where(&t->a), IN_REASON, "into the break: why?");
	tui_keys(t, "q");
	is_int(app_where(&t->a), IN_MOVE, "any other key goes back to moving");
	tui_keys(t, "Enter 2");
	is_str(stands(t, id), "- 2026-11-23T13:00", "with a reason it goes");
	tui_keys(t, "u");
	tui_book(&t->d, "Room Taken sw60 jon tue 10:00 r1");
	app_changed(&t->a);
	tui_keys(t, "g[mon 10:30] Enter m g[tue 10:00] Enter Enter");
	is_str(tui_message(t), "Moved 10:30 O'Brien to Mia 10:00, now in r2.  u Undo",
	    "another room is told when the old one is taken");
	tui_keys(t, "u t g[10:30] Enter b[4w]");
	ok(tui_shows(t, "= Mon 21 Dec 2026, 10:30–11:30 (in 28 days), Mia"),
	    "the same again: the echo has the day meant");
	tui_keys(t, "Ctrl-U [1w] Enter");
	ok(strncmp(tui_message(t), "Booked: Monday 30 November, half past ten in the", 48) == 0,
	    "the same again: %s", tui_message(t));
	tui_keys(t, "u t");
}

/* What was typed or is carried keeps its minutes in rows of 30; arrows go by the rows. */
static void
test_minutes(struct tui *t, int64_t id)
{
	tui_keys(t, "t g[16:45] Enter n");
	is_str(tui_field(t, BOOKING_WHEN), "Mon 23 Nov 2026 16:45", "n books at the time typed");
	tui_keys(t, "Esc Down Up n");
	is_str(tui_field(t, BOOKING_WHEN), "Mon 23 Nov 2026 16:30", "and after arrows at the row");
	tui_keys(t, "Esc g[10:30] Enter m g[thu 16:45] Enter Enter");
	is_str(stands(t, id), "- 2026-11-26T16:45", "moved to the time typed");
	tui_keys(t, "m Enter");
	is_str(tui_message(t), "16:45 O'Brien stays where it was.", "not to its row");
	tui_keys(t, "Down Down m Enter");
	is_str(tui_message(t), "16:45 O'Brien stays where it was.", "nor from its second row");
	tui_keys(t, "m Down Up Enter");
	is_str(tui_message(t), "16:45 O'Brien stays where it was.", "nor there and back");
	tui_keys(t, "m +[7] Enter");
	is_str(stands(t, id), "- 2026-12-03T16:45", "nor a week on");
	tui_keys(t, "u u u t");
}

static void
test_why(struct tui *t)
{
	tui_keys(t, "t g[10:30] Enter Right Right w");
	ok(strncmp(tui_message(t), "Not possible: Mia is with Seamus O'Brien 10:30", 46) == 0,
	    "why: %s", tui_message(t));
	tui_keys(t, "g[13:30] Enter w");
	ok(strncmp(tui_message(t), "Needs a reason: ", 16) == 0, "why: %s", tui_message(t));
	tui_keys(t, "g[16:30] Enter w");
	is_str(tui_message(t), "Nothing is in the way here; n books.", "why: nothing");
	tui_people(&t->d);
	tui_book(&t->d, "Room One sw60 mia r1 tue 9:00");
	tui_book(&t->d, "Room Two sw60 ben r2 tue 9:00");
	tui_book(&t->d, "Room Three sw60 dev r3 tue 9:15");
	must(desk_room_archive(&t->d, 4, true));
	app_changed(&t->a);
	tui_keys(t, "g[tue 9:00] Enter Left Left Left Left Right Right w");
	is_str(tui_message(t), "Not possible: no room is free 09:00–09:30", "why: no room");
	ok(tui_shows(t, "no room") && !tui_shows(t, "free 09:15"), "the grid says so");
	ok(strncmp(tui_line(t, -3), "Jon 09:00–09:15", 15) == 0, "%s", tui_line(t, -3));
}

static void
test_pane(struct tui *t)
{
	tui_resize(t, 40, 120);
	tui_keys(t, "t");
	ok(tui_shows(t, "  Ben      09:00"), "the pane lists free hours");
	t->d.options.pinned += 4 * 60 + 3;
	tui_keys(t, "t");
	ok(tui_shows(t, "  Ben      13:05"), "but no time that is past");
	t->d.options.pinned -= 4 * 60 + 3;
	tui_keys(t, "[ ");
	ok(!tui_shows(t, "Free 60"), "and none of yesterday");
	tui_keys(t, "t");
}

/* Who is selected, how to reach them, and when they were and will be here. */
static void
test_pane_client(struct tui *t)
{
	int64_t id = tui_book(&t->d, "Tom Jones sw60 mia 25.11. 10:00");
	int64_t client;
	struct appt a = {0};
	struct client c = {0};

	must(store_appt(t->d.store, id, &a));
	client = a.client_id;
	appt_release(&a);
	must(desk_client_edit(&t->d, client, 0, WORDS("phone=0171 555 0142"), 1, &c));
	client_release(&c);
	t->d.options.pinned += 24 * 60;
	tui_state(&t->d, id, APPT_CONFIRMED);
	t->d.options.pinned -= 24 * 60;
	app_changed(&t->a);
	tui_keys(t, "g[25.11. 9:00] Enter Right Right Right Right");
	ok(!tui_shows(t, "Tel "), "free time has no client");
	tui_keys(t, "Down Down Down Down");
	ok(tui_shows(t, "Tel 0171 555 0142"), "the phone of who is selected");
	ok(tui_shows(t, "Last: none") && tui_shows(t, "Next: this one"), "the visits");
	ok(tui_shows(t, "+ confirmed Tue 24 Nov 2026"), "when it was confirmed, on another day");
	must(desk_client_edit(&t->d, client, 0, WORDS("phone=0171 555 0199"), 1, &c));
	client_release(&c);
	app_changed(&t->a);
	ok(tui_shows(t, "Tel 0171 555 0199"), "what changed is read again");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 24, .columns = 109});
	tui_keys(t, "Enter");
	ok(tui_shows(t, "State       + confirmed Tue 24 Nov 2026 09:00"), "so does the card");
	tui_keys(t, "Esc x v");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 40, .columns = 120});
	tui_keys(t, "t");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};
	int64_t id;

	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	test_walk(&t);
	id = tui_book(&t.d, "Seamus O'Brien dt60 mia 10:30");
	app_changed(&t.a);
	test_status(&t, id);
	test_card(&t);
	test_cancel(&t, id);
	test_late(&t, id);
	test_move(&t, id);
	test_minutes(&t, id);
	test_why(&t);
	test_pane(&t);
	test_pane_client(&t);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
