/* The booking dialog: keys in; who is booked, when, and what is said. */
#include "booked.h"

#include <frontdesk/store_health.h>

#include "../../src/tui/booking_dialog.h"

static bool
is_open(struct tui *t)
{
	return (app_where(&t->a) & (IN_BOOKING | IN_EDIT)) != 0;
}

/* --- The budgets: literal keys -----------------------------------------------------------------
 */

static void
test_budgets(struct tui *t)
{
	tui_book(&t->d, "Ada Smith dt60 jon fri 10:00");
	tui_book(&t->d, "Ada Smith sw45 mia 2026-11-10 10:00");
	tui_book(&t->d, "Ada Smith sw45 mia 2026-11-12 10:00");
	app_changed(&t->a);
	tui_keys(t, "t Left Left Down n[smit] Enter Enter Ctrl-S");
	is_str(booked(t), "Ada Smith, sw 45, jon 2026-11-23T09:30 r1 -",
	    "a returning client into the selected time, with the usual service");
	is_str(tui_message(t),
	    "Booked: Monday 23 November, half past nine in the morning, Massage for 45 "
	    "minutes with Jon.  u Undo",
	    "what is read back to the client");
	ok(tui_shows(t, ">-Smith Ada"), "the cursor is on it");
	tui_keys(t, "u g[18:00] Enter n[smit] Enter Enter Ctrl-S 1");
	is_str(booked(t), "Ada Smith, sw 45, jon 2026-11-23T18:00 r1 -", "one more with a finding");
	tui_keys(t, "u t Down n[zoe young] Ctrl-N [555 1234] Enter Ctrl-S");
	is_str(booked(t), "zoe young, sw 45, jon 2026-11-23T09:30 r1 -",
	    "a new client, who takes what is taken most");
	tui_keys(t, "u t n[walter walkin]");
	ok(tui_shows(t, " Walk-in "), "into the time it is: a walk-in");
	tui_keys(t, "Enter Ctrl-S");
	is_str(booked(t), "walter walkin, sw 45, jon 2026-11-23T09:00 r1 @", "who has arrived");
	ok(strncmp(tui_message(t), "Walk-in, arrived: Monday 23 November, nine", 41) == 0, "%s",
	    tui_message(t));
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone: Walk-in ", 16) == 0 && !tui_shows(t, "walkin walter"),
	    "in one step: %s", tui_message(t));
	tui_keys(t, "n[smith dt60 fri 3p] Ctrl-S");
	is_str(booked(t), "Ada Smith, dt 60, jon 2026-11-27T15:00 r1 -", "all in one line");
	ok(tui_shows(t, "Fri 27 Nov 2026"), "another day is shown when it was booked there");
	tui_keys(t, "u t u t");
}

static void
test_walk_in_now(struct tui *t)
{
	struct appt a;

	t->d.options.pinned += 22;
	tui_keys(t, "t n[vera vite] Enter Ctrl-S");
	a = newest(t);
	is_int(civil_minute_of(a.start), 9 * 60 + 25, "in a time under way it begins now");
	ok(!tui_shows(t, "before it"), "which loses nothing before it");
	is_int(a.state, APPT_ARRIVED, "as a walk-in");
	appt_release(&a);
	tui_keys(t, "u t n[vera vite 10:00]");
	ok(tui_shows(t, " New booking "), "at another time it is none");
	tui_keys(t, "Enter Ctrl-S");
	a = newest(t);
	is_int(a.state, APPT_BOOKED, "and booked");
	appt_release(&a);
	tui_keys(t, "u t n[vera vite] Enter Ctrl-T Ctrl-U [today 12:00]");
	ok(tui_shows(t, " New booking "), "nor is a time that is held");
	app_close(&t->a, app_top(&t->a));
	t->d.options.pinned -= 22;
	tui_keys(t, "t");
}

/* --- Who -----------------------------------------------------------------------------------------
 */

static void
test_client(struct tui *t)
{
	tui_book(&t->d, "Bob Smith dt60 jon thu 10:00");
	app_changed(&t->a);
	tui_keys(t, "t n[smith]");
	ok(tui_shows(t, "> Smith, ") && tui_shows(t, "+ New client \"smith\""),
	    "those who fit, and a new one");
	tui_keys(t, "Ctrl-S");
	ok(is_open(t) && tui_shows(t, "\"smith\" could be 2 clients; Enter takes"),
	    "of two nobody is booked by guess");
	tui_keys(t, "Down Enter Enter Ctrl-S");
	ok(!is_open(t), "the one that was walked to");
	tui_keys(t, "u n[smth dt60] Ctrl-S");
	ok(is_open(t) && tui_shows(t, "nobody is called \"smth\"; Ctrl-N books"),
	    "wrong letters make no client");
	tui_keys(t, "Ctrl-U Ctrl-S");
	ok(is_open(t) && tui_shows(t, "no client; write a name"), "nor do none");
	tui_keys(t, "[smith dt60 25:99]");
	ok(tui_shows(t, "25:99"), "a word that is wrong is named");
	tui_keys(t, "Ctrl-S");
	ok(is_open(t) && tui_shows(t, "Not saved: "), "and not saved");
	tui_keys(t, "Ctrl-U [mia] Ctrl-N");
	is_str(tui_field(t, BOOKING_CLIENT), "mia", "a client may be called as a therapist is");
	tui_keys(t, "Ctrl-N");
	ok(((struct dialog *)app_top(&t->a))->at == BOOKING_CLIENT &&
		!((struct booking_dialog *)app_top(&t->a))->is_new,
	    "Ctrl-N again takes it back");
	tui_keys(t, "Ctrl-U [bob smith 555-7777] Ctrl-N");
	is_str(tui_field(t, BOOKING_PHONE), "555-7777", "figures go to the phone");
	ok(tui_shows(t, "Note: looks like #"), "who looks alike is told");
	ok(tui_shows(t, "A new client; Ctrl-N again takes that back."), "and how it is taken back");
	tui_keys(t, "Ctrl-N Ctrl-U Esc");
	ok(!is_open(t) && t->a.parked.n == 0, "nothing typed, nothing parked");
	tui_keys(t, "n[#9999]");
	ok(tui_shows(t, "no client #9999") && !tui_shows(t, "+ New client"),
	    "a number that nobody has is no name");
	tui_keys(t, "Ctrl-N");
	ok(!((struct booking_dialog *)app_top(&t->a))->is_new, "not by Ctrl-N either");
	tui_keys(t, "Enter Ctrl-S");
	ok(is_open(t) && tui_shows(t, "Not saved: no client #9999"), "and is not booked");
	app_close(&t->a, app_top(&t->a));
	tui_keys(t, "n[0170 555 1234] Enter");
	is_str(tui_field(t, BOOKING_PHONE), "0170 555 1234", "a phone is told in groups");
	app_close(&t->a, app_top(&t->a));
	tui_keys(t, "n[bob smith] Enter Ctrl-N");
	ok(!((struct booking_dialog *)app_top(&t->a))->is_new &&
		strcmp(tui_field(t, BOOKING_CLIENT), "Smith, Bob") == 0 &&
		strstr(tui_message(t), "Smith, Bob is a client already") != NULL,
	    "a client that was chosen does not become a new one");
	ok(strstr(tui_line(t, -1), "Enter Next  Ctrl-S Save  Esc Back") != NULL &&
		strstr(tui_line(t, -1), "F1 Help") != NULL,
	    "the footer says how to leave");
	app_close(&t->a, app_top(&t->a));
}

static void
test_same_client(struct tui *t)
{
	struct client c;

	tui_book(&t->d, "Xaver Xu 555-9999 dt60 jon 2026-12-14 10:00");
	app_changed(&t->a);
	tui_keys(t, "g[2026-12-15 11:00] Enter n[xaver xu 555-9999] Ctrl-N Ctrl-S");
	ok(app_where(&t->a) == IN_REASON && tui_shows(t, "(same name and phone)") &&
		tui_shows(t, "Why is it somebody else? 0 in your words"),
	    "of the same name and phone it is asked about");
	tui_keys(t, "0[father and son] Enter");
	ok(!is_open(t), "and a reason says that it is somebody else");
	tui_keys(t, "u t n[#1 dt60 2026-12-16 11:00]");
	must(desk_client_archive(&t->d, 1, true, &c));
	client_release(&c);
	tui_keys(t, "Ctrl-S");
	ok(is_open(t) && tui_shows(t, "Not saved: "), "who is archived is not booked");
	is_int(((struct dialog *)app_top(&t->a))->at, BOOKING_CLIENT, "and it is the client");
	app_close(&t->a, app_top(&t->a));
}

static void
test_couple(struct tui *t)
{
	struct appt a;

	tui_keys(t, "t n[ada smith + bob smith] Enter");
	is_str(tui_field(t, BOOKING_CLIENT), "Smith, Ada + Smith, Bob", "a couple is two clients");
	is_str(tui_field(t, BOOKING_SERVICE), "Couples massage 60", "who take a couple's service");
	tui_keys(t, "Ctrl-S");
	a = newest(t);
	ok(!is_open(t) && a.party_id != 0 && a.price == 0, "both are booked: %s", tui_message(t));
	ok(strstr(tui_message(t), " with Jon and Mia.") != NULL ||
		strstr(tui_message(t), " with Jon and ") != NULL,
	    "with two therapists: %s", tui_message(t));
	appt_release(&a);
	tui_keys(t, "u n[ada smith + smith]");
	ok(tui_shows(t, "Smith, Bob") && !tui_shows(t, "+ New client"),
	    "the second is chosen among those who fit");
	app_close(&t->a, app_top(&t->a));
	tui_keys(t, "n[smith + smith]");
	tui_keys(t, "Enter");
	is_int(((struct dialog *)app_top(&t->a))->at, BOOKING_CLIENT,
	    "while the second one is not certain, it is asked for");
	ok(tui_shows(t, "> Smith, ") && tui_shows(t, " #"), "of those who fit");
	tui_keys(t, "Down Enter");
	is_int(((struct dialog *)app_top(&t->a))->at, BOOKING_HEARD, "then it goes on");
	ok(tui_shows(t, "Smith, Ada #") && tui_shows(t, "Smith, Bob #"), "the echo names both");
	app_close(&t->a, app_top(&t->a));
	tui_keys(t, "n[bob smith + zzyx] Enter");
	ok(((struct dialog *)app_top(&t->a))->at == BOOKING_CLIENT &&
		strstr(tui_message(t), "Nobody is called \"zzyx\"") != NULL,
	    "nobody is asked for again, too");
	app_close(&t->a, app_top(&t->a));
	tui_keys(t, "n[smith + bob smith] Enter Ctrl-S");
	ok(is_open(t), "a couple of one is none");
	app_close(&t->a, app_top(&t->a));
}

/* --- What and when -------------------------------------------------------------------------------
 */

static void
test_fields(struct tui *t)
{
	tui_keys(t, "t n[ada smith] Enter Enter");
	ok(tui_shows(t, "The service is the client's usual one."), "it says where it comes from");
	tui_keys(t, "?");
	ok(strncmp(tui_message(t), "Swedish massage: ", 17) == 0, "? reads aloud: %s",
	    tui_message(t));
	tui_keys(t, "Ctrl-U ?");
	ok(tui_shows(t, "> ar   Aromatherapy massage 60"), "? without one lists them");
	tui_keys(t, "[x] Ctrl-U Down");
	ok(tui_shows(t, "> ar   Aromatherapy massage 60"), "as Down does");
	tui_keys(t, "[deap60]");
	ok(tui_shows(t, "no service \"deap\"; there are: Aroma") && tui_shows(t, "Hot stone"),
	    "a slip is told the names");
	tui_keys(t, "Ctrl-U [deep]");
	ok(tui_shows(t, "> dt   Deep tissue massage 60"), "services are chosen with their length");
	tui_keys(t, "Down Enter");
	is_str(tui_field(t, BOOKING_SERVICE), "Deep tissue massage 90", "the second one");
	tui_keys(t, "Ctrl-U Down");
	ok(tui_shows(t, "> * whoever is free") && tui_shows(t, "  Jon") && tui_shows(t, "  Mia"),
	    "all therapists");
	tui_keys(t, "[*] Enter Shift-Tab");
	is_str(tui_field(t, BOOKING_THERAPIST), "*", "whoever is free stays so");
	tui_keys(t, "Ctrl-U [mi] Enter");
	is_str(tui_field(t, BOOKING_THERAPIST), "Mia", "a therapist by beginning");
	tui_keys(t, "Ctrl-U [r2] Enter");
	ok(tui_shows(t, "Mia, Room 2, Deep tissue") && tui_shows(t, "130.00 USD"),
	    "the echo has room and price");
	tui_keys(t, "Down");
	is_str(tui_field(t, BOOKING_WHEN), "Mon 23 Nov 2026 09:15", "Down is later by the grid");
	tui_keys(t, "Up Up");
	is_str(tui_field(t, BOOKING_WHEN), "Mon 23 Nov 2026 08:45", "Up is earlier");
	ok(tui_shows(t, "Mon 23 Mia 08/!09++"), "the strip of the day shows where it would be");
	tui_keys(t, "F1 End");
	ok(tui_shows(t, "!  what is booked here, where it does not"), "F1 tells its signs");
	tui_keys(t, "Esc");
	tui_keys(t, "Ctrl-F");
	is_str(tui_field(t, BOOKING_WHEN), "Mon 23 Nov 2026 09:00", "the next free time");
	tui_keys(t, "Ctrl-U [fri 14:30] Enter [window seat?] Enter [left knee] Ctrl-S");
	is_str(booked(t), "Ada Smith, dt 90, mia 2026-11-27T14:30 r2 -", "as the fields say");
	{
		struct appt a = newest(t);
		char *note = NULL;

		is_str(a.desk_note, "window seat?", "a desk note, in which ? is text");
		ok(a.requested, "who was named was asked for");
		must(store_therapist_note(t->d.store, a.id, &note));
		is_str(note, "left knee", "a note for the therapist");
		free(note);
		appt_release(&a);
	}
	tui_keys(t, "u t");
}

static void
test_wrong_fields(struct tui *t)
{
	static const struct {
		size_t tabs;
		const char *typed, *says;
		size_t at;
	} cases[] = {
	    {0, "xyzzy", "\"xyzzy\" is none of", BOOKING_HEARD},
	    {1, "xyzzy", "no service \"xyzzy\"", BOOKING_SERVICE},
	    {1, "", "no service", BOOKING_SERVICE},
	    {2, "nobody", "no therapist \"nobody\"", BOOKING_THERAPIST},
	    {2, "mia + mia", "two therapists", BOOKING_THERAPIST},
	    {3, "cellar", "no room \"cellar\"", BOOKING_ROOM},
	    {4, "someday", "someday", BOOKING_WHEN},
	    {4, "fri", "no time of day", BOOKING_WHEN},
	    {4, "", "no time", BOOKING_WHEN},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		tui_keys(t, "t n[ada smith] Enter");
		for (size_t k = 0; k < cases[i].tabs; k++)
			tui_keys(t, "Tab");
		tui_keys(t, "Ctrl-U");
		for (const char *c = cases[i].typed; *c != '\0'; c++)
			tui_event(t,
			    (struct event){.kind = EVENT_PASTE, .text = (const char[]){*c, '\0'}});
		tui_keys(t, "Ctrl-S");
		ok(is_open(t) && tui_shows(t, cases[i].says) &&
			((struct dialog *)app_top(&t->a))->at == cases[i].at,
		    "\"%s\" is refused at its field", cases[i].typed);
		app_close(&t->a, app_top(&t->a));
	}
}

static void
test_line(struct tui *t)
{
	tui_keys(t, "t n[smith ada dt90 mia r2 wed 10:00 !epilepsy]");
	ok(tui_shows(t, "= Wed 25 Nov 2026, 10:00–11:30 (in 2 days), Mia, Room 2, Deep "),
	    "the echo follows the line");
	tui_keys(t, "Enter");
	is_str(tui_field(t, BOOKING_CLIENT), "Smith, Ada", "Enter takes the client");
	is_str(tui_field(t, BOOKING_HEARD), "!epilepsy", "what was heard to its field");
	is_str(tui_field(t, BOOKING_SERVICE), "Deep tissue massage 90", "the service to its own");
	is_str(tui_field(t, BOOKING_THERAPIST), "Mia", "the therapist");
	is_str(tui_field(t, BOOKING_ROOM), "r2", "the room");
	is_str(tui_field(t, BOOKING_WHEN), "Wed 25 Nov 2026 10:00", "the time");
	tui_keys(t, "Ctrl-S");
	{
		struct appt a = newest(t);
		struct intake in = {0};

		must(store_intake(t->d.store, a.client_id, &in));
		is_str(
		    in.items.n > 0 ? in.items.v[0].code : "", "epilepsy", "what was heard is kept");
		intake_release(&in);
		appt_release(&a);
	}
	tui_keys(t, "u t Left Left :[new ada smith dt60 wed] Enter");
	ok(is_open(t), ":new opens the dialog");
	is_str(tui_field(t, BOOKING_CLIENT), "ada smith dt60 wed", "with its words");
	tui_keys(t, "Ctrl-S");
	is_str(booked(t), "Ada Smith, dt 60, jon 2026-11-25T09:00 r1 -",
	    "the rest is of the selected time");
	tui_keys(t, "u t");
}

static void
test_hold(struct tui *t)
{
	struct appt a;

	tui_keys(t, "t Space n[ada smith] Enter Ctrl-T");
	is_str(tui_field(t, BOOKING_HOLD), "Tue 24 Nov 2026 09:00", "as long as times are held");
	tui_keys(t, "Ctrl-U [today 17:00] Ctrl-S");
	a = newest(t);
	ok(a.state == APPT_HELD && civil_minute_of(a.hold_until) == 17 * 60, "held until then");
	ok(strncmp(tui_message(t), "Held: Tuesday", 13) == 0 &&
		strstr(tui_message(t), "; held until Monday 23 November, five o'clock") != NULL,
	    "%s", tui_message(t));
	ok(tui_shows(t, "HELD  held until 17:00"), "the focus says so");
	tui_keys(t, "Enter");
	ok(tui_shows(t, "State       ") && tui_shows(t, "            held until 17:00"),
	    "the card does");
	tui_keys(t, "Esc");
	appt_release(&a);
	tui_keys(t, "u n[ada smith] Enter Ctrl-T Ctrl-U [today 8:00] Ctrl-S");
	ok(is_open(t) && tui_shows(t, "that has passed"), "not until a time that has passed");
	tui_keys(t, "Ctrl-T Ctrl-S");
	a = newest(t);
	is_int(a.state, APPT_BOOKED, "Ctrl-T again books");
	appt_release(&a);
	tui_keys(t, "u t");
}

static void
test_refused(struct tui *t)
{
	tui_book(&t->d, "Kim Park sw60 jon 9:00");
	app_changed(&t->a);
	tui_keys(t, "t Left Left n[ada smith dt60 9:30]");
	ok(tui_shows(t, "Not possible: Jon is with") && tui_shows(t, "Free:  10:15  10:30  10:45"),
	    "the echo says what is in the way, and the nearest free times");
	tui_keys(t, "Ctrl-S");
	ok(is_open(t) && tui_shows(t, "Not saved: Jon is with Kim Park") &&
		tui_shows(t, "Free:  10:15") && tui_shows(t, "= Mon 23 Nov 2026, 09:30"),
	    "refused: the fields stay");
	is_int(((struct dialog *)app_top(&t->a))->at, BOOKING_WHEN, "at the time");
	tui_resize(t, 16, 60);
	ok(tui_shows(t, " More: PgDn ") && !tui_shows(t, "Free:  10:15"), "where it is too much");
	tui_keys(t, "PgDn PgDn PgDn");
	ok(!tui_shows(t, " More: PgDn ") && tui_shows(t, "Free:  10:15"), "PgDn shows the rest");
	tui_keys(t, "Left");
	ok(tui_shows(t, "When ") && tui_shows(t, " More: PgDn "), "any key goes back to the field");
	tui_resize(t, 24, 80);
	tui_keys(t, "Ctrl-F Ctrl-S");
	is_str(booked(t), "Ada Smith, dt 60, jon 2026-11-23T10:15 r1 -", "the next free one");
	tui_keys(t, "u g[18:00] Enter n[ada smith dt60] Ctrl-S");
	is_int(app_where(&t->a), IN_REASON, "a soft finding asks why");
	tui_keys(t, "z");
	ok(is_open(t), "any other key goes back");
	tui_keys(t, "Ctrl-S 0 Enter");
	is_int(app_where(&t->a), IN_REASON, "an empty reason is none");
	tui_keys(t, "0[her birthday] Enter");
	{
		struct appt a = newest(t);

		is_str(a.reason, "her birthday", "a reason in words");
		appt_release(&a);
	}
	tui_keys(t, "u t");
}

/* A name with a slip: who is meant is offered, and nobody is taken for it. */
static void
test_similar(struct tui *t)
{
	tui_keys(t, "t n[bob smyth]");
	ok(tui_shows(t, "  Smith, Bob") && tui_shows(t, "> + New client \"bob smyth\"   similar"),
	    "similar names are offered, not marked");
	tui_keys(t, "Ctrl-S");
	ok(is_open(t) && tui_shows(t, "nobody is called \"bob smyth\""), "nor taken");
	tui_keys(t, "Up Enter");
	is_str(tui_field(t, BOOKING_CLIENT), "Smith, Bob", "but by the person");
	app_close(&t->a, app_top(&t->a));
}

static void
test_parked(struct tui *t)
{
	tui_keys(t, "t n[smith dt6] Esc");
	ok(tui_shows(t, "1 parked"), "the title tells of a parked dialog");
	tui_keys(t, "O");
	ok(strstr(tui_line(t, 0), "1 parked") != NULL && strstr(tui_line(t, 1), "1 parked") == NULL,
	    "once, among the parked too");
	tui_keys(t, "Esc n Esc");
	ok(t->a.parked.n == 1, "an empty one is not parked");
	app_unpark(&t->a, 0);
	is_str(tui_field(t, BOOKING_CLIENT), "smith dt6", "it comes back as it was");
	tui_keys(t, "Ctrl-U Esc");
}

static void
test_edit(struct tui *t)
{
	int64_t id = tui_book(&t->d, "Ada Smith sw45 jon 14:00");
	struct appt a;
	int steps;

	app_changed(&t->a);
	tui_keys(t, "t g[14:00] Enter e");
	ok(tui_shows(t, "Smith, Ada") && !tui_shows(t, "Client "), "over the appointment");
	ok(app_where(&t->a) == (IN_DIALOG | IN_EDIT) && (commands[CMD_HOLD].where & IN_EDIT) == 0 &&
		(commands[CMD_NEW_CLIENT].where & IN_EDIT) == 0,
	    "where nothing is held, and nobody is new");
	tui_keys(t, "Ctrl-S");
	ok(!is_open(t) && strcmp(tui_message(t), "Nothing was changed.") == 0,
	    "nothing typed, nothing written");
	tui_keys(t, "e Ctrl-U [dt60] Enter Ctrl-U [mia] Enter Enter Down Enter [by the window]");
	ok(tui_shows(t, "14:15–15:15") && tui_shows(t, "Mia, Room 1, Deep "),
	    "the echo is of what it would become");
	tui_keys(t, "Ctrl-S");
	must(store_appt(t->d.store, id, &a));
	ok(a.start % 1440 == 14 * 60 + 15 && appt_minutes(&a) == 60 && a.therapist_id == 1 &&
		strcmp(a.desk_note, "by the window") == 0 && a.price == 9500,
	    "service, therapist, time and note are changed: %s", tui_message(t));
	appt_release(&a);
	tui_keys(t, "u");
	must(store_appt(t->d.store, id, &a));
	ok(appt_minutes(&a) == 45 && a.desk_note[0] == '\0', "and taken back as one");
	appt_release(&a);
	tui_keys(t, "t g[14:00] Enter Enter e Tab Tab Tab Tab [no stairs] Ctrl-S");
	must(store_appt(t->d.store, id, &a));
	is_str(a.desk_note, "no stairs", "the note alone, from the open card");
	steps = a.sequence;
	is_int(steps, a.sequence, "which no calendar needs to hear of");
	appt_release(&a);
	tui_keys(t, "Esc u g[18:30] Enter e");
	is_str(tui_message(t), "Nothing is booked here to edit; n books.", "e on free time");
	tui_keys(t, "g[14:00] Enter e Tab Ctrl-U Ctrl-S");
	ok(is_open(t) && tui_shows(t, "no therapist; write a name"), "somebody must give it");
	app_close(&t->a, app_top(&t->a));
	tui_keys(t, "t");
}

/* Another desk changes what is shown while somebody types: the mark stays on the same client. */
static void
test_two_desks(struct tui *t)
{
	struct tui other;

	tui_keys(t, "t n[smith] Down");
	is_int(((struct dialog *)app_top(&t->a))->marked, 1, "the second is marked");
	tui_start(&other, "mia", 24, 80);
	tui_keys(&other, "g[16:00] Enter n[zoe smithers] Ctrl-N Ctrl-S");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	is_int(((struct dialog *)app_top(&t->a))->marked, 1, "and stays so");
	tui_keys(t, "Ctrl-U Esc");
	tui_keys(&other, "u");
	tui_stop(&other);
	tui_event(t, (struct event){.kind = EVENT_TICK});
}

/* Where there is little room the list of choices takes few rows: what is understood and what is in
 * the way stay in sight. */
static void
test_small_list(struct tui *t)
{
	tui_resize(t, 16, 60);
	tui_keys(t, "t n[ada smith] Enter Enter Ctrl-U");
	for (int i = 0; i < 5; i++) {
		const struct dialog *d = (struct dialog *)app_top(&t->a);
		char marked[80];

		tui_keys(t, "Down");
		snprintf(marked, sizeof(marked), "> %.14s", d->choices.v[d->marked].text);
		ok(d->choices.n > 3 && tui_shows(t, marked) && tui_shows(t, "Service  ") &&
			tui_shows(t, "no service"),
		    "\"%s\" and what is missing are in sight", marked);
	}
	tui_keys(t, "[dt]");
	ok(tui_shows(t, "> dt") && tui_shows(t, "Deep tissue massage 60, 95.00 USD") &&
		tui_shows(t, "Not possible: Jon is with"),
	    "the echo, the price and what is in the way, too");
	tui_golden(t, "booking-choices-60");
	app_close(&t->a, app_top(&t->a));
	tui_resize(t, 24, 80);
}

static void
test_golden(struct tui *t)
{
	for (size_t i = 0; i < array_size(tui_sizes); i++) {
		tui_resize(t, tui_sizes[i].rows, tui_sizes[i].columns);
		tui_keys(t, "t n[smith]");
		tui_golden_sized(t, "booking-typed");
		tui_keys(t, "Enter Enter");
		tui_golden_sized(t, "booking");
		app_close(&t->a, app_top(&t->a));
	}
	tui_resize(t, 24, 80);
	tui_keys(t, "g[14:00] Enter e");
	tui_golden(t, "edit-80");
	tui_keys(t, "Esc g[18:00] Enter n[ada smith dt60] Ctrl-S");
	tui_golden(t, "booking-reason-80");
	tui_keys(t, "Esc");
	app_close(&t->a, app_top(&t->a));
	must(desk_set(&t->d, "clock", "12", NULL));
	app_changed(&t->a);
	tui_keys(t, "t n[ada smith 1pm] Enter");
	tui_golden(t, "booking-80-12");
	app_close(&t->a, app_top(&t->a));
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	test_budgets(&t);
	test_walk_in_now(&t);
	test_client(&t);
	test_couple(&t);
	test_fields(&t);
	test_wrong_fields(&t);
	test_line(&t);
	test_hold(&t);
	test_refused(&t);
	test_similar(&t);
	test_parked(&t);
	test_edit(&t);
	test_two_desks(&t);
	test_golden(&t);
	test_small_list(&t);
	test_same_client(&t);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
