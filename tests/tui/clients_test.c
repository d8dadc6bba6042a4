/* The clients: the list, looking somebody up, the card and what is done from it, new and changed.
 */
#include "tui_fixture.h"

#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>

#include "../../src/tui/dialog.h"

/* Adds a client without asking. */
static int64_t
person(struct desk *d, char *const *fields, size_t n)
{
	struct findings alike = {0};
	struct client c;
	int64_t id;

	must(desk_client_add(d, fields, n, "owner agreed", false, &c, &alike));
	id = c.id;
	findings_release(&alike);
	client_release(&c);
	return id;
}

/* Kathe Müller with everything told, one client of many visits, one archived. */
static void
people(struct desk *d)
{
	struct client c;
	int64_t id;

	tui_monday(d);
	must(desk_client_edit(d, 1, 0,
	    WORDS("phone=0171 555 0142", "email=kathe.m@example.org", "birth=1979-03-14",
		"pronouns=she", "avoid=jon", "gender=F", "prefers=mia", "last=Mueller",
		"address=12 Mill Lane, Elmtown", "message=yes", "note=likes the window"),
	    11, &c));
	client_release(&c);
	tui_book(d, "#1 dt60 mia 2026-12-07 9:00");
	person(d, WORDS("first=Ada", "last=Smith", "phone=0171 555 0101", "birth=1990-01-02"), 4);
	tui_book(d, "ada smith sw60 jon 2026-11-24 9:00");
	id = person(d, WORDS("first=Zoe", "last=Zander"), 2);
	must(desk_client_archive(d, id, true, &c));
	client_release(&c);
}

static void
test_sizes(struct tui *t)
{
	tui_keys(t, "C");
	tui_golden(t, "clients-80");
	tui_selection(t);
	tui_keys(t, "/[mue] Down");
	tui_golden(t, "clients-filter-80");
	tui_selection(t);
	tui_keys(t, "Enter");
	tui_golden(t, "client-80");
	tui_selection(t);
	tui_keys(t, "Enter");
	tui_golden(t, "client-open-80");
	tui_keys(t, "Esc x");
	tui_golden(t, "client-cancel-80");
	tui_selection(t);
	tui_keys(t, "Esc e");
	tui_golden(t, "client-edit-80");
	tui_keys(t, "Esc");
	tui_resize(t, 40, 120);
	tui_golden(t, "client-120");
	tui_selection(t);
	tui_keys(t, "Esc");
	tui_golden(t, "clients-120");
	tui_selection(t);
	tui_resize(t, 16, 60);
	tui_golden(t, "clients-60");
	tui_selection(t);
	tui_keys(t, "Enter");
	tui_golden(t, "client-60");
	tui_selection(t);
	tui_keys(t, "Up");
	ok(tui_shows(t, "Pronouns    she") && !tui_shows(t, "Phone  ") &&
		tui_shows(t, "Visits; 7 lines more"),
	    "Up from the first visit leads to the last of the details");
	tui_keys(t, "PgUp PgUp PgUp PgUp PgUp PgUp PgUp");
	ok(tui_shows(t, "Phone  ") && !tui_shows(t, "Pronouns  "), "and on to the first");
	tui_keys(t, "End Home");
	tui_selection(t);
	tui_resize(t, 24, 80);
	tui_keys(t, "Esc Esc Esc");
	is_int(app_where(&t->a), IN_DAY, "Esc: to the list, all of it, the day");
}

static void
test_find(struct tui *t)
{
	tui_keys(t, "/[smit]");
	ok(tui_shows(t, "> Smith, Ada") && tui_shows(t, "Smith, Alex"), "budget: / and [smit]");
	ok(tui_shows(t, "Smith, Ada, born 1990, tel ..01"), "%s", tui_line(t, -3));
	tui_keys(t, "Backspace Backspace Backspace Backspace [patel]");
	ok(tui_shows(t, "> Patel, Raj"), "the list follows what is typed");
	tui_keys(t, "Ctrl-U [555 0142]");
	ok(tui_shows(t, "last visit today, next 7 Dec"), "with last and next visit: %s",
	    tui_line(t, -3));
	tui_keys(t, "Ctrl-U [qnx?:]");
	ok(t->a.prompt.open && tui_shows(t, "Nobody is found by"), "every letter is text");
	tui_keys(t, "Ctrl-U [smiht]");
	ok(tui_shows(t, "similar, perhaps meant:") && tui_shows(t, "  Smith, Ada"),
	    "of a slip the similar names are offered");
	ok(!tui_shows(t, "> Smith") && tui_shows(t, "> + New client \"smiht\""),
	    "but none is selected");
	tui_keys(t, "Enter Up");
	ok(tui_shows(t, "> Smith, "), "they can be");
	tui_keys(t, "Enter :[new jan novak] Enter");
	is_str(tui_field(t, 0), "jan novak", "by its name on the day with who it is for");
	tui_keys(t, "Esc O x x C /[smiht] Enter Up");
	tui_keys(t, "Enter Esc End Enter");
	ok(app_typing(&t->a) && tui_shows(t, "First name  smiht"), "so can a new client");
	tui_keys(t, "Esc O x x C /[smiht] Enter");
	ok(strncmp(tui_line(t, -1), "n Book  Ctrl-N New client  u Undo", 33) == 0,
	    "the footer has nothing that wants somebody: %s", tui_line(t, -1));
	tui_keys(t, "n");
	is_str(tui_field(t, 0), "smiht", "n books for whom was looked for");
	tui_keys(t, "Esc O x x Esc /");
	tui_keys(t, "Ctrl-U [#2] Enter");
	ok(tui_shows(t, "Found by: #2") && tui_shows(t, "> O'Brien, Seamus"), "#2 is a client");
	tui_keys(t, "/[okafor]");
	is_str(str_text(&t->a.prompt.line.text), "okafor", "/ asks anew");
	tui_keys(t, "Esc /[#2] Enter /");
	is_str(str_text(&t->a.prompt.line.text), "#2", "the old words stand until a key is typed");
	tui_keys(t, "Backspace [2]");
	is_str(str_text(&t->a.prompt.line.text), "#2", "and can be mended");
	tui_event(t, (struct event){.kind = EVENT_PASTE, .text = "0"});
	is_str(str_text(&t->a.prompt.line.text), "#20", "then a paste goes behind them");
	tui_keys(t, "Backspace Enter /");
	tui_event(t, (struct event){.kind = EVENT_PASTE, .text = "#2"});
	is_str(str_text(&t->a.prompt.line.text), "#2", "else in their place");
	tui_keys(t, "Enter / Esc");
	ok(tui_shows(t, "All by name") && tui_shows(t, "> O'Brien, Seamus"),
	    "Esc shows all; who was found stays selected");
	tui_keys(t, "/[appointment 2]");
	ok(tui_shows(t, "Enter goes to it: Mon 23 Nov 2026 10:30"), "a number of an appointment");
	tui_keys(t, "Enter");
	ok(app_where(&t->a) == IN_CARD && tui_shows(t, "Appointment #2"), "is opened on the day");
	tui_keys(t, "Esc /[appt #99]");
	ok(tui_shows(t, "no appointment #99"), "one that is not there is named");
	tui_keys(t, "Enter");
	is_int(app_where(&t->a), IN_CLIENTS, "and goes nowhere");
	tui_keys(t, "Enter /[pat] Down");
	ok(tui_shows(t, "> Patel, Raj"), "/ on a card goes to the list");
	tui_keys(t, "D :[book jon]");
	ok(tui_shows(t, "= Jon ..."), "half a line: what is clear of it");
	tui_keys(t, "[es sw]");
	tui_keys(t, "Tab");
	ok(tui_shows(t, "sw45  sw60"), "Tab lists the lengths of a service");
	tui_keys(t, "[45 fri 16:00 mia]");
	ok(tui_shows(t, "= Fri 27 Nov 2026, 16:00–16:45"), "and a whole one as it would be booked");
	tui_keys(t, "Ctrl-U [book feath] Tab");
	ok(tui_shows(t, ":book Featherstonehaugh"), "Tab completes a client");
	tui_keys(t, "Ctrl-U Esc C /[jones] Enter Enter");
	tui_keys(t, ":[book jones sw45 wed 16:00] Enter");
	ok(tui_shows(t, "New booking") && tui_shows(t, "> Jones, Tom"),
	    "a line to book is of whom it says, not of the selected one");
	tui_keys(t, "Ctrl-U Esc D :[find novak] Enter");
	ok(tui_shows(t, "> Novak, Jan"), "by name, with words");
	tui_keys(t, "D");
}

static void
test_list(struct tui *t)
{
	tui_keys(t, "C");
	ok(!tui_shows(t, "Zander, Zoe"), "archived ones are not shown");
	tui_keys(t, "/[zander] Enter");
	ok(tui_shows(t, "Nobody is found") && tui_shows(t, "1 archived: v shows them"),
	    "nor found");
	tui_keys(t, "v");
	ok(tui_shows(t, "> Zander, Zoe") && tui_shows(t, "archived"), "but on request");
	tui_keys(t, "r");
	is_str(tui_message(t), "Took back Zander, Zoe.  u Undo", "taken back");
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone: Took back client", 24) == 0, "undone at once: %s",
	    tui_message(t));
	tui_keys(t, "v Esc Home /[ada] Enter r");
	ok(tui_shows(t, "> Smith, Ada") && tui_shows(t, "archived"),
	    "who is archived stays in sight: %s", tui_message(t));
	ok(tui_shows(t, "Still booked: Tue 24 Nov 2026 09:00."), "and when they are expected");
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone: Archived client", 23) == 0, "and back: %s",
	    tui_message(t));
	tui_keys(t, "F12 r");
	ok(strstr(tui_message(t), "A.S.  u Undo") != NULL, "initials end the sentence: %s",
	    tui_message(t));
	tui_keys(t, "u F12");
	tui_keys(t, "Esc Home Up");
	ok(tui_shows(t, "> Featherst"), "the first by name");
	tui_keys(t, "D");
}

/* More clients than a stretch holds: every one is passed once, both ways. */
static void
test_stretch(struct tui *t)
{
	enum { MANY = 400 };
	char first[16], last[16];

	for (int i = 0; i < MANY; i++) {
		snprintf(first, sizeof(first), "first=P%03d", i);
		snprintf(last, sizeof(last), "last=Xu%03d", i);
		person(&t->d, WORDS(first, last), 2);
	}
	app_changed(&t->a);
	tui_keys(t, "C /[xu000] Enter Esc Esc C");
	tui_keys(t, "/[xu000] Enter /");
	tui_keys(t, "Esc");
	for (int i = 1; i < MANY; i++) {
		char want[32];

		tui_keys(t, "Down");
		snprintf(want, sizeof(want), "> Xu%03d, P%03d", i, i);
		if (!tui_shows(t, want)) {
			ok(false, "Down %d: %s", i, tui_line(t, -3));
			break;
		}
	}
	ok(tui_shows(t, "> Xu399"), "down through all");
	for (int i = 0; i < 50; i++)
		tui_keys(t, "PgUp");
	ok(tui_shows(t, "> Mary"), "up by pages");
	tui_keys(t, "End PgUp PgUp PgUp PgDn PgDn PgDn");
	ok(tui_shows(t, "> 花子"), "from the end up and down again");
	tui_keys(t, "D");
}

static void
test_card(struct tui *t)
{
	int64_t before;

	tui_keys(t, "C /[patel] Enter Enter");
	ok(tui_shows(t, "Patel, Raj  #") && tui_shows(t, "> x Mon 23 Nov 2026 11:00"), "the card");
	tui_keys(t, "w");
	is_str(tui_message(t), "w is a key of the day; D goes there.", "one of the day is told of");
	tui_keys(t, "x");
	is_int(app_where(&t->a), IN_CANCEL, "x asks who");
	tui_keys(t, "c");
	ok(strncmp(tui_message(t), "Time", 4) != 0 && tui_message(t)[0] != '\0',
	    "taken back is refused, for the time is booked again: %s", tui_message(t));
	tui_keys(t, "Esc Esc /[mueller] Enter Enter");
	ok(tui_shows(t, "> - Mon 7 Dec 2026  09:00"), "the next visit is selected");
	tui_keys(t, "y");
	ok(tui_shows(t, "> + Mon 7 Dec 2026"), "y: %s", tui_message(t));
	tui_keys(t, "y");
	ok(tui_shows(t, "> - Mon 7 Dec 2026"), "and back");
	tui_keys(t, "x c");
	ok(tui_shows(t, "> x Mon 7 Dec 2026") && app_where(&t->a) == IN_CLIENT,
	    "xc cancels from the card: %s", tui_message(t));
	tui_keys(t, "u");
	ok(tui_shows(t, "> - Mon 7 Dec 2026"), "u: it is in sight: %s", tui_message(t));
	tui_keys(t, "x g");
	is_str(tui_message(t), "Not cancelled.", "any other key closes the question");
	tui_keys(t, "b[1w] Enter");
	ok(tui_shows(t, "Mon 14 Dec 2026 09:00"), "b books again: %s", tui_message(t));
	tui_keys(t, "u b[2026-12-14 13:00] Enter");
	is_int(app_where(&t->a), IN_REASON, "outside of the shift a reason is asked");
	tui_keys(t, "1");
	ok(tui_shows(t, "Mon 14 Dec 2026 13:00") && app_where(&t->a) == IN_CLIENT,
	    "and a figure answers: %s", tui_message(t));
	tui_keys(t, "u n");
	ok(app_where(&t->a) & (IN_DIALOG | IN_BOOKING) && tui_shows(t, "Mueller"),
	    "n books for the client");
	tui_keys(t, "Esc Enter e");
	ok(app_typing(&t->a), "the open appointment is edited from the card");
	tui_keys(t, "Esc Esc m");
	is_int(app_where(&t->a), IN_MOVE, "m goes to the day with it");
	ok(tui_shows(t, "Moving 09:00 Mueller"), "picked up");
	before = ((struct day *)t->a.views[0])->moving.id;
	tui_keys(t, "Down Enter");
	ok(before != 0 && strncmp(tui_message(t), "Moved 09:00 Mueller", 19) == 0, "%s",
	    tui_message(t));
	tui_keys(t, "u");
}

/* What the card does to the selected visit is the day's. */
static void
test_card_marks(struct tui *t)
{
	tui_keys(t, "C /[jones] Enter Enter c");
	ok(strstr(tui_message(t), "essage") != NULL, "c: a message was left: %s", tui_message(t));
	tui_keys(t, "l");
	ok(t->a.prompt.open, "l asks how late");
	tui_keys(t, "[20] Enter");
	ok(strstr(tui_message(t), "14:35") != NULL, "20 minutes: %s", tui_message(t));
	tui_keys(t, "u u D");
}

/* Where there is little room the year of birth and the end of the phone are what stays. */
static void
test_narrow(struct tui *t)
{
	person(&t->d,
	    WORDS("first=Wilhelmina", "last=Longfellow", "phone=+49 (30) 901820 1234567",
		"birth=1990-02-11"),
	    4);
	app_changed(&t->a);
	tui_keys(t, "C /[longfellow] Enter");
	ok(tui_shows(t, "born 1990 (36)"), "beside the list the year of birth");
	tui_resize(t, 16, 60);
	ok(tui_shows(t, "…1820 1234567"), "of a long phone the end");
	tui_resize(t, 24, 80);
	tui_keys(t, "Esc D");
}

static void
test_form(struct tui *t)
{
	tui_keys(t, "/[#9999] Ctrl-N");
	is_str(tui_field(t, 0), "", "a number is no name");
	tui_keys(t, "Esc Esc /[grace hopper] Ctrl-N");
	ok(app_typing(&t->a) && tui_shows(t, "First name  grace") &&
		tui_shows(t, "Last name   hopper"),
	    "Ctrl-N: a new client of the name");
	tui_keys(t, "[555 0777] Ctrl-S");
	is_str(tui_message(t), "Added hopper, grace.  u Undo", "saved");
	ok(tui_shows(t, "> hopper, grace"), "and selected");
	tui_keys(t, "Enter");
	ok(strncmp(tui_line(t, -1), "n Book  e Edit  t Alert  Ctrl-N New client", 42) == 0,
	    "who has no visits can be edited, but nothing be cancelled: %s", tui_line(t, -1));
	tui_keys(t, "Esc");
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone: Added client", 20) == 0 && !tui_shows(t, "> hopper"),
	    "undone: %s", tui_message(t));
	tui_keys(t, "Esc Ctrl-N [Ada] Tab [Smith] Tab Tab [0171 555 0101] Ctrl-S");
	ok(app_where(&t->a) == IN_REASON && tui_shows(t, "looks like #"),
	    "who looks like another is asked about");
	tui_keys(t, "Esc Esc");
	is_int(app_where(&t->a), IN_CLIENTS, "Esc parks it");
	is_int((long long)t->a.parked.n, 1, "one draft");
	((struct dialog *)t->a.parked.v[0])->began -= 113 * 60;
	tui_keys(t, "O");
	ok(tui_shows(t, "1 h 53 min ago"), "how old it is");
	tui_keys(t, "Esc");
	tui_keys(t, "/[mueller] Enter e");
	ok(tui_shows(t, "Client Mueller, Kathe"), "e edits");
	tui_keys(t, "Tab Ctrl-U [Huber] Ctrl-S");
	is_str(tui_message(t), "Changed Huber, Kathe.  u Undo", "saved");
	tui_keys(t, "/ Ctrl-U [mueller] Enter");
	ok(tui_shows(t, "Formerly    Mueller, Kathe"), "the former name finds, and is shown");
	tui_keys(t, "u e Tab Tab Tab Tab Tab Tab Ctrl-U [nonsense] Ctrl-S");
	ok(tui_shows(t, "Not saved: email \"nonsense\""), "a wrong field is named");
	ok(tui_shows(t, "field 7 of 22: E-mail"), "and the cursor is there");
	tui_keys(t, "Esc");
	tui_keys(t, "e Ctrl-S");
	is_str(tui_message(t), "Nothing was changed.", "nothing typed writes nothing");
	tui_keys(t, "D");
}

/* Tab goes to the visits beside the list; what the card does to one is done there, too. */
static void
test_pane(struct tui *t)
{
	tui_keys(t, "C /[mue] Down Tab");
	tui_golden(t, "clients-pane-80");
	ok(app_where(&t->a) == IN_CLIENT && tui_shows(t, "\nMon 7 Dec 2026 09:00 Mueller, Kathe"),
	    "Tab goes to the next visit");
	tui_keys(t, "y");
	is_str(tui_message(t), "Confirmed 09:00 Mueller.  u Undo", "status keys act on it");
	ok(tui_shows(t, ">+  7 Dec 26 09:00"), "which is seen there");
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone: Confirmed", 17) == 0, "undo has it in sight: %s",
	    tui_message(t));
	tui_keys(t, "t");
	ok(tui_shows(t, " Alert of Mueller, Kathe "), "t is for the client's alerts");
	tui_keys(t, "Esc");
	tui_keys(t, "Down");
	ok(tui_shows(t, "\nMon 23 Nov 2026 09:00 Mueller, Kathe"), "Down is the one before");
	tui_keys(t, "Enter");
	ok(app_where(&t->a) == IN_CARD && tui_shows(t, " Appointment #1 "), "Enter opens it");
	tui_keys(t, "Enter");
	ok(app_where(&t->a) == IN_CLIENT && tui_shows(t, "\nMon 23 Nov 2026 09:00 Mueller, Kathe"),
	    "Enter there goes back to the visit");
	tui_keys(t, "Enter Esc x");
	ok(app_where(&t->a) == IN_CANCEL, "x asks who");
	tui_keys(t, "Esc Tab");
	ok(app_where(&t->a) == IN_CLIENTS && tui_shows(t, "Found by: mue"), "Tab goes back");
	tui_keys(t, "Shift-Tab Esc");
	ok(app_where(&t->a) == IN_CLIENTS && tui_shows(t, "Found by: mue"), "Esc, too");
	tui_keys(t, "Tab Up m");
	ok(app_where(&t->a) == IN_MOVE && tui_shows(t, "Mon 7 Dec 2026"),
	    "picked up, it is carried on the day");
	tui_keys(t, "Esc t C /[smiht] Enter Up Tab y");
	ok(app_where(&t->a) == IN_CLIENT && tui_shows(t, "> Smith, "),
	    "who is only similar stays selected, too");
	tui_keys(t, "u Esc t C /[mue] Down Tab");
	tui_resize(t, 16, 60);
	ok(app_where(&t->a) == IN_CLIENTS,
	    "where there is no room beside it, the list has the keys");
	tui_keys(t, "Tab");
	is_str(tui_message(t), "Enter opens the client; there is no room for more here.", "Tab");
	tui_resize(t, 24, 80);
	tui_keys(t, "Esc Esc D t");
}

/* A draft of a start before: of a new client, and of one who was changed meanwhile. */
static void
test_draft(struct tui *t)
{
	static const char rest[] = "Message OK\t0\tno\nWants F/M\t0\tany\nState\t0\tactive\n";
	struct draft fresh = {0}, old = {0}, gone = {0};

	str_add(&fresh.text, "client\t1795420800\t0 0\nFirst name\t0\tMary\nPhone\t0\t555 0123\n");
	str_add(&fresh.text, rest);
	dialog_push(dialog_reopen(&t->a, &fresh));
	ok(tui_shows(t, "New client") && tui_shows(t, "First name  Mary"),
	    "a new one is there again");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Added Mary.  u Undo", "and saved");
	str_add(&old.text, "client\t1795420800\t1 1\nFirst name\t0\tKate\nLast name\t0\tMueller\n");
	str_add(&old.text, rest);
	dialog_push(dialog_reopen(&t->a, &old));
	ok(tui_shows(t, "First name  Kate") && tui_shows(t, "Phone  "), "a change is there again");
	tui_keys(t, "Ctrl-S");
	ok(tui_shows(t, "Not saved: rita changed this client"), "who changed them since is told");
	tui_keys(t, "Esc");
	str_add(&gone.text, "client\t1795420800\t999 1\nFirst name\t0\tKate\n");
	ok(dialog_reopen(&t->a, &gone) == NULL, "of nobody there is none");
	draft_close(&gone);
	str_release(&gone.text);
}

/* Nothing is known of them but what their therapist must know, and the screen is low and wide. */
static void
test_bare(struct tui *t)
{
	const int64_t id = person(&t->d, WORDS("last=Quitely"), 1);
	struct alert a;

	must(desk_intake_words(&t->d, id, INTAKE_NEWEST,
	    WORDS("conditions=disc,heart,diabetes,osteo,epilepsy,varicose", "pressure=3", "lbL7"),
	    3));
	alert_init(&a, id);
	xstrset(&a.text, "pays at the desk");
	must(desk_alert_save(&t->d, &a));
	alert_release(&a);
	(void)tui_book(&t->d, "quitely sw60 mia 2026-12-09 9:00");
	(void)tui_book(&t->d, "quitely sw60 mia 2026-12-10 9:00");
	(void)tui_book(&t->d, "quitely sw60 mia 2026-12-11 9:00");
	tui_keys(t, "C /[quitely] Enter Enter");
	for (int rows = 16; rows < 24; rows++)
		for (int columns = 60; columns < 160; columns += 19) {
			tui_resize(t, rows, columns);
			app_changed(&t->a); /* laid out anew, before any key scrolls */
			(void)tui_line(t, 0);
		}
	ok(app_where(&t->a) == IN_CLIENT, "the card of who told no more is drawn at any size");
	tui_resize(t, 24, 80);
	tui_keys(t, "Esc Esc D");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	tui_keys(&t, "C");
	ok(tui_shows(&t, "No clients yet. Ctrl-N adds"), "a new practice says what to do");
	tui_keys(&t, "n Esc Enter e r m Down Up End Home PgDn H Esc Esc");
	ok(app_where(&t.a) == IN_DAY, "and no key harms it");
	people(&t.d);
	app_changed(&t.a);
	test_sizes(&t);
	test_find(&t);
	test_list(&t);
	test_card(&t);
	test_card_marks(&t);
	test_form(&t);
	test_pane(&t);
	test_draft(&t);
	test_stretch(&t);
	test_narrow(&t);
	test_bare(&t);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
