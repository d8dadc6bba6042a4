/* The loop without the terminal: prompt, help, wrong case, pastes, sizes, two desks, an empty
 * practice. */
#include "tui_fixture.h"

#include <frontdesk/desk_history.h>

static void
test_prompt(struct tui *t)
{
	tui_keys(t, ":[nxt day] Enter");
	ok(t->a.prompt.open && tui_shows(t, "did you mean \"next day\"?"),
	    "a name mistyped is offered right");
	tui_keys(t, "Ctrl-U [xyzzy] Enter");
	ok(tui_shows(t, "no command \"xyzzy\""), "an unknown name is named");
	tui_keys(t, "Ctrl-U [nex] Tab");
	is_str(str_text(&t->a.prompt.line.text), "next day", "Tab completes a name");
	tui_keys(t, "Ctrl-U [in] Tab");
	is_str(str_text(&t->a.prompt.line.text), "in session", "a name of two words");
	tui_keys(t, "Ctrl-U [re] Tab");
	ok(tui_shows(t, "redo  redraw"), "Tab lists what is possible");
	is_str(str_text(&t->a.prompt.line.text), "red", "as far as it is certain");
	tui_keys(t, "Ctrl-U [bo] Tab");
	is_str(str_text(&t->a.prompt.line.text), "book", "a verb of the command line, too");
	tui_keys(t, "Ctrl-U [set ] Tab");
	is_str(str_text(&t->a.prompt.line.text), "set ", "what cannot be completed stays");
	tui_keys(t, "Ctrl-U [arrived now] Enter");
	ok(t->a.prompt.open && tui_shows(t, "\"now\" is too much; arrived takes no words"),
	    "words for a command without any are not dropped");
	tui_keys(t, "Ctrl-U [undo 2] Enter");
	ok(t->a.prompt.open, "nor a number to undo");
	tui_keys(t, "Ctrl-U [help no-show] Enter");
	ok(app_where(&t->a) == IN_HELP && tui_shows(t, "with \"no-show\""), "help of some words");
	tui_keys(t, "Esc Esc :[day wed] Enter");
	ok(tui_shows(t, "Wed 25 Nov 2026"), "the day of a day");
	tui_keys(t, "t :[day x] Enter");
	ok(t->a.prompt.open && tui_shows(t, "\"x\""), "what is no day is named");
	tui_keys(t, "Esc t : Enter");
	ok(!t->a.prompt.open, "nothing typed does nothing");
	tui_keys(t, ":[move]");
	ok(tui_shows(t, "move  m  Pick the appointment up"), "a verb of the command line is found");
	tui_keys(t, "Ctrl-U [salt]");
	ok(tui_shows(t, "no command begins so"), "what nothing tells of is not");
	tui_keys(t, "Ctrl-U [appoint]");
	ok(tui_shows(t, "pick up     m  Pick") && tui_shows(t, "edit        e  Change"),
	    "a word of what is told of it finds a command, too");
	tui_keys(t, "Ctrl-U [book smith dt60] Enter");
	ok(app_where(&t->a) == (IN_DIALOG | IN_BOOKING) && tui_shows(t, "smith dt60"),
	    "book opens the dialog with its words");
	tui_keys(t, "Ctrl-U Esc :[log] Enter");
	is_int(app_where(&t->a), IN_HISTORY, "log is the history");
	tui_keys(t, "D :[next d]");
	ok(tui_shows(t, "next day  Space ]  The next day"),
	    "what begins so is shown with its keys");
	tui_keys(t, "Enter");
	ok(tui_shows(t, "Tue 24 Nov 2026"), "and done when nothing else begins so");
	tui_keys(t, ":[go to -1d] Enter :[new kathe mi] Tab");
	is_str(str_text(&t->a.prompt.line.text), "new kathe mia", "Tab completes words, too");
	ok(tui_shows(t, "= kathe, Mia ..."), "with what is understood of them");
	tui_keys(t, "Esc O x x D :[go to \"fri] Enter");
	ok(tui_message(t)[0] != '\0', "an open quote is told");
	tui_keys(t, "g[ada] Left Left [x] Ctrl-L");
	is_str(str_text(&t->a.prompt.line.text), "axda", "letters in the prompt are text");
	ok(t->a.repaint, "Ctrl-L paints anew");
	tui_keys(t, "Ctrl-U [q?:.] Esc");
}

static void
test_words(struct tui *t)
{
	struct str keys = {0};
	const int64_t id = tui_book(&t->d, "Kathe Muller sw60 mia wed 9:00");

	app_changed(&t->a);
	str_addf(&keys, "D t :[open #%lld] Enter", (long long)id);
	tui_keys(t, str_text(&keys));
	ok(app_where(&t->a) == IN_CARD && tui_shows(t, "Muller, Kathe"),
	    "an appointment by number");
	tui_keys(t, "Esc :[move thu 10:00] Enter");
	ok(app_where(&t->a) == IN_MOVE && tui_shows(t, "Thu 26 Nov 2026"),
	    "picked up, and carried there");
	tui_keys(t, "Esc C :[open muller] Enter");
	is_int(app_where(&t->a), IN_CLIENT, "a client by words");
	tui_keys(t, "C g[thu]");
	ok(tui_shows(t, "= Thu 26 Nov 2026") && app_place(&t->a) != t->a.views[0],
	    "where one goes from anywhere is echoed");
	tui_keys(t, "x Enter");
	ok(t->a.prompt.open && app_place(&t->a) != t->a.views[0], "a slip leaves one there");
	tui_keys(t, "Backspace Enter");
	ok(app_where(&t->a) == IN_DAY && tui_shows(t, "Thu 26 Nov 2026"), "the day is there");
	tui_keys(t, "P 0 Esc");
	is_int(app_where(&t->a), IN_PRINT, "figures go, too; Esc stays");
	tui_keys(t, "? D");
	is_int(app_where(&t->a), IN_DAY, "a place from the help");
	tui_keys(t, "D t g[-15:30]");
	ok(tui_shows(t, "\"-15:30\" is no step back"), "a step is called as it is typed");
	tui_keys(t, "Esc g[14:] Esc g Up");
	is_str(str_text(&t->a.prompt.line.text), "14:", "Up brings back what was typed here");
	tui_keys(t, "Esc : Up");
	is_str(str_text(&t->a.prompt.line.text), "open muller", "of each command its own");
	tui_keys(t, "Ctrl-U [book smi dt60] Esc");
	is_int(t->a.parked.n, 1, "half a booking is parked");
	tui_keys(t, "O");
	ok(tui_shows(t, ": smi dt60, just now"), "as a booking");
	tui_keys(t, "x x F12 F12 : Up");
	is_str(
	    str_text(&t->a.prompt.line.text), "", "nothing comes back once names were kept back");
	tui_keys(t, "Esc D t");
	str_release(&keys);
}

static void
test_case(struct tui *t)
{
	tui_keys(t, "N");
	is_str(tui_message(t), "N does nothing here; ? shows the keys", "a key without a command");
	tui_keys(t, "A");
	is_str(tui_message(t), "Caps Lock?", "two in a row ask");
	tui_keys(t, "N Down N");
	is_str(
	    tui_message(t), "N does nothing here; ? shows the keys", "a right one between forgets");
	tui_keys(t, "Z ; F11 Insert");
	is_str(tui_message(t), "Insert does nothing here; ? shows the keys", "nor has it");
	tui_keys(t, "H ;");
	is_str(tui_message(t), "", "elsewhere nothing is said");
	tui_keys(t, "D");
	tui_keys(t, "Alt-n");
	is_str(tui_message(t), "Nothing needs Alt.", "a letter with Alt is not the letter");
	tui_keys(t, "g Alt-n");
	ok(tui_shows(t, "Nothing needs Alt.") && t->a.prompt.line.text.n == 0, "nor in the prompt");
	tui_keys(t, "Esc :[suspend] Enter");
	ok(t->a.suspend, ":suspend is for the terminal to do");
}

/* What is done from every place stands in the help of each, by those of its keys that do it. */
static void
test_help_of_places(struct tui *t)
{
	static const struct {
		const char *keys, *go_to;
	} places[] = {
	    {"D", "g + - 0 1 2 3"},
	    {"C", "g + - 0 1 2 3"},
	    {"F Esc", "g + - 0 1 2 3"},
	    {"P", "g + - 0  "}, /* the figures print */
	    {"P Enter", "g + - 0 1 2 3"},
	    {"H", "g + - 0 1 2 3"},
	    {"O", "g + - 0 1 2 3"},
	    {"S", "g + - 0 1 2 3"},
	};

	for (size_t i = 0; i < array_size(places); i++) {
		tui_keys(t, places[i].keys);
		tui_keys(t, "? /[go to a day]");
		ok(tui_shows(t, "On every screen") && tui_shows(t, places[i].go_to),
		    "%s: the help has the way to another day", places[i].keys);
		tui_keys(t, "Esc Esc D");
	}
	tui_keys(t, "? /[the clients]");
	ok(tui_shows(t, "C F4            The clients"), "and the other places");
	tui_keys(t, "Esc Esc");
}

static void
test_help(struct tui *t)
{
	tui_keys(t, "n F1");
	ok(tui_shows(t, "Take what is marked, and the next field"), "F1 helps in a dialog");
	tui_keys(t, "Esc [?] Esc");
	ok(app_where(&t->a) == IN_DAY && t->a.parked.n == 1, "where ? is text");
	tui_keys(t, "O x x Esc ?");
	is_int(app_where(&t->a), IN_HELP, "? helps");
	tui_keys(t, "End");
	ok(!tui_shows(t, "More: PgDn"), "End goes to the end of it");
	tui_keys(t, "Home");
	ok(tui_shows(t, "Book, by fields or in words"), "Home to its beginning");
	tui_keys(t, "/[page] Enter");
	ok(tui_shows(t, "Help: keys of this screen with \"page\"; ? for all"), "its title");
	ok(!tui_shows(t, ">│") && !tui_shows(t, ">-"), "nothing beside it seems selected");
	tui_keys(t, "/ Esc");
	ok(tui_shows(t, "Book, by fields or in words"), "by the command table");
	tui_keys(t, "PgDn PgDn PgDn");
	ok(tui_shows(t, "Ctrl-Q          Leave the program"), "down to the last command");
	tui_keys(t, "End");
	ok(tui_shows(t, "^  left without service") &&
		tui_shows(t, "®  the therapist was asked for by name"),
	    "and a legend of the signs");
	tui_keys(t, "PgUp PgUp PgUp PgUp Up Down");
	tui_keys(t, "/[that digit]");
	ok(tui_shows(t, "No command with these words."), "a filter without a hit");
	tui_keys(t, "Esc ? /[that digit]");
	ok(tui_shows(t, "What that digit says in the footer"),
	    "? again has the keys of all screens");
	tui_keys(t, "Enter Esc");
	is_int(app_where(&t->a), IN_DAY, "Esc closes");
	test_help_of_places(t);
	tui_keys(t, "g[10:00] Enter n[kim dt60] Ctrl-N Ctrl-S x ?");
	ok(tui_shows(t, "The client did not come"), "? in a question helps with the question");
	tui_keys(t, "Esc");
	is_int(app_where(&t->a), IN_CANCEL, "which is still asked");
	tui_keys(t, "Esc u ? q ? Ctrl-C F1 n");
	is_int(app_where(&t->a), IN_HELP, "no command of the day below runs through it");
	tui_keys(t, "Esc");
}

/* What is asked under the help is not left for another day or place from it. */
static void
test_help_over_question(struct tui *t)
{
	static const char *const asks[] = {"n [ada] F1", "x ?", "m ?"};
	static const char keys[] = "1 g + D C z Enter Space";
	char title[256];

	tui_keys(t, "t g[10:30] Enter n[ada smith dt60] Ctrl-N Ctrl-S");
	for (size_t i = 0; i < array_size(asks); i++) {
		const unsigned where = app_where(&t->a);

		tui_keys(t, asks[i]);
		snprintf(title, sizeof(title), "%.200s", tui_line(t, 2));
		tui_keys(t, keys);
		is_str(tui_message(t), "Esc closes the help first; what is under it waits.",
		    "%s: it says so", asks[i]);
		ok(!t->a.prompt.open && app_where(&t->a) == IN_HELP &&
			strncmp(tui_line(t, 2), title, 200) == 0,
		    "and nothing else happens");
		tui_keys(t, "Down PgDn /[esc] Enter ? Esc");
		ok(app_where(&t->a) != IN_HELP && app_where(&t->a) != where, "what asked is back");
		tui_keys(t, "Esc O x x D");
	}
	tui_keys(t, "? 1");
	ok(t->a.prompt.open && tui_shows(t, "Go to: 1"), "over a place one goes on from it");
	tui_keys(t, "Esc u u t");
}

static void
test_paste(struct tui *t)
{
	tui_event(t, (struct event){.kind = EVENT_PASTE, .text = "xcn\ny"});
	ok(strncmp(tui_message(t), "pasted text", 11) == 0, "a paste runs no commands");
	tui_keys(t, "n");
	tui_event(t, (struct event){.kind = EVENT_PASTE, .text = "ada\nsmith\x1b[A dt60\n"});
	is_str(tui_field(t, 0), "ada smith[A dt60", "in a dialog it is text, in one line");
	tui_keys(t, "Ctrl-U Esc g");
	tui_event(t, (struct event){.kind = EVENT_PASTE, .text = "fri\n9:00"});
	is_str(str_text(&t->a.prompt.line.text), "fri 9:00", "in the prompt, too");
	tui_keys(t, "Esc");
}

static void
test_sizes(struct tui *t)
{
	static const int sizes[][2] = {{24, 80}, {16, 60}, {15, 60}, {1, 1}, {200, 400}, {24, 79},
	    {24, 109}, {24, 110}, {36, 80}, {35, 80}, {2, 500}, {24, 80}};

	tui_keys(t, "n[ada]");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		char *screen;

		tui_resize(t, sizes[i][0], sizes[i][1]);
		screen = tui_screen(t);
		ok(screen[0] != '\0', "drawn at %dx%d", sizes[i][1], sizes[i][0]);
		free(screen);
	}
	is_str(tui_field(t, 0), "ada", "what was typed is still there");
	tui_resize(t, 10, 40);
	tui_keys(t, "x y");
	ok(tui_shows(t, "need 60×16"), "too small says what is needed");
	is_str(tui_field(t, 0), "ada", "and takes no keys");
	tui_keys(t, "Ctrl-Q");
	ok(!t->a.leave && tui_shows(t, "1 parked and not saved"), "but Ctrl-Q, which asks");
	tui_keys(t, "Ctrl-Q");
	ok(t->a.leave, "and leaves at the second");
	t->a.leave = false;
	tui_resize(t, 24, 80);
	app_unpark(&t->a, 0);
	is_str(tui_field(t, 0), "ada", "it is among the drafts");
	tui_keys(t, "Ctrl-U Esc");
	ok(t->a.parked.n == 0, "what was erased is none");
}

static void
test_clock(struct tui *t)
{
	t->d.options.pinned += 42;
	tui_keys(t, "n[a]");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	ok(tui_shows(t, "09:42"), "the clock goes on with the keys");
	t->d.options.pinned += 1;
	tui_keys(t, "b");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	ok(tui_shows(t, "09:42"), "and stands still while someone types");
	tui_keys(t, "Ctrl-U Esc");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	ok(tui_shows(t, "09:43"), "then catches up");
	t->d.options.pinned -= 43;
}

static void
test_two_desks(struct tui *t)
{
	struct tui other;

	tui_event(t, (struct event){.kind = EVENT_TICK});
	tui_keys(t, "g[12:00] Enter Down Up");
	tui_start(&other, "mia", 24, 80);
	tui_keys(&other, "g[10:00] Enter n[zoe young dt60] Ctrl-N Ctrl-S");
	ok(!tui_shows(t, "young"), "not seen yet");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	is_str(tui_message(t),
	    "By mia at test: Booked Mon 23 Nov 2026 10:00 young, zoe · Massage 60 · Jon",
	    "the other desk's change is told");
	ok(tui_shows(t, "-young zoe"), "and shown");
	is_int(((struct day *)t->a.views[0])->minute, 720, "the selection stays");
	tui_keys(t, "g[10:00] Enter");
	tui_keys(&other, "a");
	tui_keys(t, "y");
	ok(strstr(tui_message(t), "Mia") != NULL && tui_shows(t, "@young"),
	    "nobody overwrites unseen: %s", tui_message(t));
	tui_keys(t, "n[yo]");
	tui_keys(&other, "m g[15:00] Enter Enter");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	tui_keys(t, "Ctrl-U Esc");
	ok(tui_shows(t, ">@young zoe"),
	    "the selection follows the appointment that the other moved");
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone", 6) != 0, "undo is each person's own: %s",
	    tui_message(t));
	tui_stop(&other);
}

/* A minute in which nobody does anything. */
static void
rest(struct tui *t)
{
	for (int i = 0; i < 64; i++) /* the check takes more than one */
		tui_event(t, (struct event){.kind = EVENT_TICK});
}

/* One appointment over another, as no desk would put it. */
static void
book_twice(struct desk *d)
{
	int64_t one = tui_book(d, "ann lee sw60 mia fri 10:00");
	int64_t two = tui_book(d, "bob ray sw60 mia fri 15:00");
	struct store_step step = desk_step(d, "Forced");
	struct appt a = {0}, b = {0};

	must(store_appt(d->store, one, &a));
	must(store_appt(d->store, two, &b));
	b.start = a.start;
	b.end = a.end;
	b.held = a.held;
	step.bulk = true;
	must(store_begin(d->store, &step));
	must(store_appt_update(d->store, &b));
	must(store_commit(d->store));
	appt_release(&a);
	appt_release(&b);
}

static void
test_daily_check(struct tui *t)
{
	char *found = NULL;
	bool more;

	tui_keys(t, "Down");
	rest(t);
	is_str(tui_message(t), "", "nothing is booked twice: nothing is said");
	book_twice(&t->d);
	rest(t);
	is_str(tui_message(t), "", "checked once a day");
	must(desk_daily_check(&t->d, &more, &found));
	ok(found == NULL && !more, "whichever desk asks");
	t->d.options.pinned += CIVIL_DAY_MINUTES;
	tui_keys(t, "Down n");
	rest(t);
	is_str(tui_message(t), "", "not while someone types");
	tui_keys(t, "Esc Down");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	is_str(tui_message(t), "", "nor while someone is there");
	rest(t);
	ok(strncmp(tui_message(t), "Booked twice: appointments #", 28) == 0 &&
		strstr(tui_message(t), "frontdesk check") != NULL,
	    "the next day it is found: %s", tui_message(t));
	t->d.options.pinned -= CIVIL_DAY_MINUTES;
	tui_keys(t, "Down");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	ok(tui_shows(&t, "Nothing is booked on this day. n books"), "an empty day says what to do");
	test_prompt(&t);
	test_case(&t);
	test_help(&t);
	test_help_over_question(&t);
	test_paste(&t);
	test_sizes(&t);
	test_clock(&t);
	test_two_desks(&t);
	test_daily_check(&t);
	test_words(&t);
	tui_stop(&t);
	desk_close(&d);
	fixture_remove();

	struct desk_options o = fixture_options("rita");
	must(desk_init(&o, "New", "UTC", NULL));
	tui_start(&t, "rita", 24, 80);
	ok(tui_shows(&t, "No therapists yet: S adds them.") && tui_shows(&t, "n adds one"),
	    "a new practice says what to do");
	tui_keys(&t, "Down Right n Enter m w x c b y Space PgDn PgUp u Ctrl-Y g[fri] Enter t");
	ok(!t.a.prompt.open, "and no key harms it");
	tui_stop(&t);
	return done();
}
