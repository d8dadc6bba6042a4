/* Flags on the screens: what is heard, the ways on, marks, starting, and who knows. */
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>

#include "booked.h"

#include "../../src/tui/booking_dialog.h"

/* No word of health that was marked stands on the screen. */
static void
is_clean(struct tui *t, const char *where)
{
	ok(!tui_shows(t, "MARK") && !tui_shows(t, "disc"), "%s says nothing of health", where);
}

/* --- What is heard, and the ways on ----------------------------------------------------------- */

static void
test_heard(struct tui *t)
{
	tui_keys(t, "t Left Left n[nora field] Ctrl-N [555] Enter [preg 12.2. lb7 disc] Enter");
	ok(tui_shows(t, "Heard: Pregnant, due: Fri 12 Feb 2027; low back: pain 7;") &&
		tui_shows(t, "Conditions: herniated disc"),
	    "what was heard in words, without the !");
	tui_keys(t, "Shift-Tab Ctrl-U [!disc zebra] Ctrl-S");
	ok(tui_shows(t, "Not saved: \"zebra\" is none of") &&
		((struct dialog *)app_top(&t->a))->at == BOOKING_HEARD,
	    "a word that is not understood is named, at its field");
	tui_keys(t, "Ctrl-U [music=no jazz] Enter");
	ok(tui_shows(t, "Heard: Music: no jazz"), "a field keeps its words");
	tui_keys(t, "Shift-Tab Ctrl-U [disc] Esc O");
	ok(tui_shows(t, "nora field, just now") && !tui_shows(t, "disc"),
	    "the parked one is listed by the client alone");
	tui_keys(t, "Enter");
	is_str(tui_field(t, BOOKING_HEARD), "disc", "and keeps what was heard");
	tui_keys(t, "Ctrl-U Ctrl-S u");
	tui_keys(t, "n[nora field sw60 16:00 !disc !lb7] Ctrl-N");
	is_str(tui_field(t, BOOKING_HEARD), "!disc !lb7", "the line's words go to the field");
	tui_keys(t, "Ctrl-U Esc O x x D t");
}

/* Asked for deep tissue with a herniated disc. */
#define JON "t Left Left Left Left Right Right "
#define ASKS JON "g[15:00] Enter n[tom jones] Enter [disc] Enter Ctrl-U [dt60] Ctrl-S "

static void
test_ways(struct tui *t)
{
	struct appt a;

	tui_keys(t, ASKS);
	is_int(app_where(&t->a), IN_REASON, "a flag in the way asks");
	ok(tui_shows(t, "1 Back massage 60 at pressure 3 (medium) at most with "), "what fits");
	ok(tui_shows(t, "2 As asked, subject to the therapist's OK") &&
		tui_shows(t, "3 Hold the time and call back") && tui_shows(t, "Say: \"Thank you"),
	    "the other ways, and what to say");
	ok(strstr(tui_line(t, -1), "1 Fits  2 Subject to OK  3 Call back  0 Other") != NULL &&
		strstr(tui_line(t, -2), "4 client asked  5 ") != NULL &&
		strstr(tui_line(t, -2), "  7 ") != NULL,
	    "the reasons stand above them: %s", tui_line(t, -2));
	tui_keys(t, "2");
	is_str(booked(t), "Tom Jones, dt 60, jon 2026-11-23T15:00 r3 -", "one more with a finding");
	a = newest(t);
	is_str(a.reason, SUBJECT_TO_OK, "and it says so");
	appt_release(&a);
	ok(!tui_shows(t, "disc") && tui_shows(t, "a flag speaks against it (!C)"),
	    "the message names no condition");
	tui_keys(t, "u " ASKS "3");
	a = newest(t);
	ok(a.state == APPT_HELD && strcmp(a.desk_note, CALL_BACK) == 0, "held, to be called back");
	appt_release(&a);
	tui_keys(t, "u " ASKS "4");
	a = newest(t);
	is_str(a.reason, "client asked", "a reason behind the ways");
	appt_release(&a);
	tui_keys(t, "u " ASKS "1");
	ok((app_where(&t->a) & IN_BOOKING) != 0, "what fits goes to the fields");
	is_str(tui_field(t, BOOKING_SERVICE), "Back massage 60", "the service");
	is_str(tui_field(t, BOOKING_THERAPIST), "Ben", "a therapist with the skill");
	tui_keys(t, "Ctrl-S");
	if (app_where(&t->a) == IN_REASON)
		ok(!tui_shows(t, "1 Back massage"), "and is no way any more");
	tui_keys(t, "1");
	ok(tui_message(t)[0] == '\0' || strstr(tui_message(t), "no such way") != NULL, "%s",
	    tui_message(t));
	tui_keys(t, "2 u");
	tui_keys(t, "t");
}

/* --- Marks ------------------------------------------------------------------------------------ */

/* Seamus O'Brien, who has arrived for deep tissue with Mia, tells of a disc; Kathe, who is done,
 * of fever; Tom, who comes later, of another. */
static void
tell(struct tui *t)
{
	int64_t disc = flag_rule(&t->d.practice.flag_rules, "disc")->id;

	must(desk_flag_rule_save(&t->d, &disc, WORDS("name=MARKNAME", "prompt=MARKPROMPT"), 2));
	must(desk_intake_words(&t->d, 2, INTAKE_NEWEST,
	    WORDS("conditions=disc:MARKWORDS", "allergies=MARKNUT", "lbL7", "pressure=3"), 4));
	must(desk_intake_words(&t->d, 1, INTAKE_NEWEST, WORDS("conditions=fever"), 1));
	must(desk_intake_words(&t->d, 3, INTAKE_NEWEST, WORDS("conditions=fever"), 1));
	app_changed(&t->a);
}

#define BRIEN "t Left Left Left Left Right Right Right g[10:30] Enter "

static void
test_marks(struct tui *t)
{
	int tries = 9;

	tui_keys(t, BRIEN);
	ok(tui_shows(t, "@O'Brien S !C1®<"), "a flag that is open on the grid");
	ok(tui_shows(t, "!S1®"), "and one that stops");
	ok(!tui_shows(t, "Müller Kathe !S"), "but not once the session is over");
	ok(strstr(tui_line(t, -3), "!C OK is missing  Massage 90 r1") != NULL, "in words: %s",
	    tui_line(t, -3));
	is_clean(t, "the grid");
	tui_golden(t, "flags-80");
	tui_keys(t, "v");
	ok(tui_shows(t, "!C1®"), "on the rooms");
	is_clean(t, "the rooms");
	tui_keys(t, "v");
	ok(tui_shows(t, "!C1®"), "on the list");
	is_clean(t, "the list");
	tui_keys(t, "v t j");
	while (strstr(tui_message(t), "waits for the therapist's OK") == NULL && tries-- > 0)
		tui_keys(t, "j");
	ok(strncmp(tui_message(t), "10:30 O'Brien: waits", 20) == 0 ||
		strncmp(tui_message(t), "14:15 Jones: waits", 18) == 0,
	    "who waits for an OK needs us: %s", tui_message(t));
	is_clean(t, "what needs us");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 40, .columns = 120});
	tui_keys(t, BRIEN);
	ok(tui_shows(t, "!C OK is missing"), "in the pane");
	is_clean(t, "the pane");
	tui_golden(t, "flags-120");
	tui_keys(t, "C /[o'b] Enter");
	ok(tui_shows(t, "O'Brien, Seamus") && tui_shows(t, "!C"), "among the clients");
	is_clean(t, "the list of clients");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 16, .columns = 60});
	ok(tui_shows(t, "!C"), "on a small screen");
	tui_keys(t, "D " BRIEN);
	tui_golden(t, "flags-60");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 24, .columns = 80});
}

/* What is done on the day with who has a flag says that there is one, and no more. */
static void
test_deeds(struct tui *t)
{
	tui_keys(t, BRIEN "m Left");
	is_clean(t, "what is picked up");
	tui_keys(t, "g[15:00] Enter Enter");
	is_int(app_where(&t->a), IN_REASON, "another therapist is asked for");
	ok(tui_shows(t, "a flag speaks against it (!C): Enter opens the card"), "without a name");
	is_clean(t, "the question");
	tui_keys(t, "1");
	is_clean(t, "where it went");
	tui_keys(t, "u b[2w]");
	is_clean(t, "booking again");
	tui_keys(t, "Enter");
	is_clean(t, "its question");
	tui_keys(t, "Esc Esc Esc t g[10:30] Enter w");
	is_clean(t, "why not");
	tui_keys(t, "F[o'brien dt60] Enter");
	is_clean(t, "free time");
	tui_keys(t, "D H");
	is_clean(t, "the history");
	tui_keys(t, "D");
}

static void
test_start(struct tui *t)
{
	tui_keys(t, BRIEN "i");
	ok(strstr(tui_message(t), "consent to treatment and keeping health data is missing") !=
		    NULL &&
		strstr(tui_message(t), "a flag speaks against it (!C)") != NULL &&
		strstr(tui_message(t), "i again does it all the same") != NULL,
	    "what is missing is said: %s", tui_message(t));
	is_clean(t, "what is said");
	/* The other desk hears something: what was not asked is not forced. */
	must(desk_intake_words(&t->d, 2, INTAKE_NEWEST, WORDS("conditions=+heart"), 1));
	tui_keys(t, "i");
	ok(strstr(tui_message(t), "i again does it all the same") != NULL, "it is asked anew: %s",
	    tui_message(t));
	tui_keys(t, "i");
	ok(strncmp(tui_message(t), "In session", 10) == 0, "the same key again starts: %s",
	    tui_message(t));
	tui_keys(t, "u u i i");
	is_clean(t, "the start");
	tui_keys(t, "u g[14:15] Enter a i");
	ok(strstr(tui_message(t), "!S: no session before the therapist has spoken") != NULL &&
		strstr(tui_message(t), ":acknowledge") != NULL,
	    "a STOP is no question: %s", tui_message(t));
	tui_keys(t, "i");
	ok(strstr(tui_message(t), "!S") != NULL, "and is not forced");
	ok(strstr(tui_line(t, -4), "!S therapist first") != NULL ||
		strstr(tui_line(t, -3), "!S therapist first") != NULL,
	    "it waits: %s", tui_line(t, -4));
	tui_keys(t, "o Ctrl-S");
	ok(strncmp(tui_message(t), "Mia knows, by phone, noted by rita: 14:15 Jones", 46) == 0,
	    "until she has spoken with him: %s", tui_message(t));
	ok(tui_shows(t, "ARRIVED  !S  ") && !tui_shows(t, "therapist first"),
	    "what is known waits no more");
	tui_keys(t, "i i");
	ok(strncmp(tui_message(t), "In session", 10) == 0, "then it may: %s", tui_message(t));
	tui_keys(t, "u u u");
	ok(strstr(tui_message(t), "Undone: Arrived") != NULL, "each is taken back: %s",
	    tui_message(t));
}

/* A child's guardian agrees first. */
static void
test_guardian(struct tui *t)
{
	struct client c;

	must(desk_client_edit(&t->d, 5, 0, WORDS("birth=2012-05-01"), 1, &c));
	client_release(&c);
	app_changed(&t->a);
	tui_keys(t, "t Left Left Left Left g[11:00] Enter Down a i");
	is_str(tui_message(t),
	    "Under 18: no session without the guardian's consent; Ctrl-G notes it.", "a child");
	tui_keys(t, "Ctrl-G");
	ok(tui_shows(t, "Consent: Novak, Jan"), "the dialog of it");
	is_str(tui_field(t, 0), "minor", "what is missing is asked for");
	tui_keys(t, "Ctrl-S");
	ok(tui_shows(t, "Not saved: the guardian gives it") &&
		((struct dialog *)app_top(&t->a))->at == 2,
	    "somebody gives it, at its field");
	tui_keys(t, "[Eva Novak] Ctrl-S");
	is_str(tui_message(t), "Consent noted: Novak, Jan  u Undo", "and it is noted");
	tui_keys(t, "i");
	ok(strstr(tui_message(t), "the guardian's consent") == NULL &&
		strstr(tui_message(t), "; Ctrl-G notes it; i again") != NULL,
	    "the next is asked for: %s", tui_message(t));
	tui_keys(t, "Ctrl-G");
	is_str(tui_field(t, 0), "treatment", "what is missing next");
	ok(tui_shows(t, "On file: treatment of a minor, by the guardian, Mon 23 Nov 2026"),
	    "under what is on file");
	tui_keys(t, "Esc u u");
	must(desk_client_edit(&t->d, 5, 0, WORDS("birth="), 1, &c));
	client_release(&c);
	app_changed(&t->a);
}

/* A clinician's letter; from the card, the client and by the names of the command line. */
static void
test_clearance(struct tui *t)
{
	must(desk_intake_words(&t->d, 5, INTAKE_NEWEST, WORDS("conditions=cancer"), 1));
	app_changed(&t->a);
	tui_keys(t, "t Left Left Left Left g[11:00] Enter Down Enter Ctrl-O");
	ok(tui_shows(t, "Clearance: Novak, Jan"), "from the card");
	tui_keys(t, "Down");
	ok(tui_shows(t, "> cancer: "), "what asks for one is offered");
	tui_keys(t, "Enter Ctrl-S");
	ok(tui_shows(t, "Not saved: a clearance is given by somebody") &&
		((struct dialog *)app_top(&t->a))->at == 1,
	    "by whom");
	tui_keys(t, "[Dr. Lee] Ctrl-S");
	is_str(tui_message(t), "Clearance noted: Novak, Jan  u Undo", "it is noted");
	tui_keys(t, ":[clearance] Enter");
	ok(tui_shows(t, "On file: cancer, Mon 23 Nov 2026, by Dr. Lee"), "and on file");
	tui_keys(t, "Esc Esc C /[novak] Enter Ctrl-G");
	ok(tui_shows(t, "Consent: Novak, Jan"), "from the list of clients");
	tui_keys(t, "Esc Enter Ctrl-O");
	ok(tui_shows(t, "Clearance: Novak, Jan"), "from the client");
	tui_keys(t, "Esc D u");
	ok(strncmp(tui_message(t), "Undone: Clearance", 17) == 0, "taken back: %s", tui_message(t));
	must(desk_intake_words(&t->d, 5, INTAKE_NEWEST, WORDS("conditions="), 1));
	app_changed(&t->a);
}

/* --- Who knows -------------------------------------------------------------------------------- */

static void
test_acknowledge(struct tui *t)
{
	int64_t rita = 0, mia = 0;

	tui_keys(t, "t Up Up o");
	ok(strstr(tui_message(t), "Nothing is booked here") != NULL, "of nothing");
	must(desk_person_save(&t->d, &rita, WORDS("name=Rita", "login=rita"), 2));
	must(desk_person_save(
	    &t->d, &mia, WORDS("login=mia", "name=Mia", "role=therapist", "therapist=mia"), 4));
	must(desk_person_pin(&t->d, mia, "4711"));
	tui_keys(t, BRIEN "Enter o");
	ok(tui_shows(t, "Therapist's OK: O'Brien, Seamus, Mon 23 Nov 2026 10:30") &&
		tui_shows(t, "open: ADAPT MARKNAME: MARKPROMPT"),
	    "the dialog tells what is open");
	tui_golden(t, "acknowledge-80");
	tui_keys(t, "[1234]");
	ok(tui_shows(t, "****") && !tui_shows(t, "1234"), "the PIN is not shown");
	tui_keys(t, "Ctrl-S");
	ok(tui_shows(t, "Not saved: that is not the PIN of Mia"), "a wrong one");
	is_str(tui_field(t, 2), "", "it does not stay, to be added to unseen");
	tui_keys(t, "Enter");
	ok(tui_shows(t, "Not saved: the PIN again") && !tui_shows(t, "By phone"),
	    "nor is it by phone by an Enter more");
	tui_keys(t, "[4711] Ctrl-S");
	is_str(tui_message(t), "Mia knows: 10:30 O'Brien.  u Undo", "by PIN");
	ok(!tui_shows(t, "!C"), "the mark is gone");
	tui_keys(t, "h");
	ok(tui_shows(t, "to Mia (dt)."), "of whom and of which service, stands with the flag");
	tui_keys(t, "Esc u");
	ok(strncmp(tui_message(t), "Undone: Acknowledged for", 24) == 0 && tui_shows(t, "!C"),
	    "and comes back: %s", tui_message(t));
	tui_keys(t, "Esc :[ack] Enter Shift-Tab Shift-Tab Down Down Enter Ctrl-S");
	is_str(tui_message(t), "Mia knows, by phone, noted by rita: 10:30 O'Brien.  u Undo",
	    "one flag, by phone, by the name of the command");
	tui_keys(t, "u");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 40, .columns = 120});
	tui_keys(t, BRIEN "o");
	tui_golden(t, "acknowledge-120");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 16, .columns = 60});
	tui_golden(t, "acknowledge-60");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 24, .columns = 80});
	/* The other desk hears of a heart while it stands open. */
	must(desk_intake_words(&t->d, 2, INTAKE_NEWEST, WORDS("conditions=+heart"), 1));
	tui_keys(t, "Ctrl-S");
	ok(tui_shows(t, "something new is to be known") && tui_shows(t, "open: CLEAR"),
	    "what was not shown is not acknowledged");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Mia knows, by phone, noted by rita: 10:30 O'Brien.  u Undo",
	    "once shown it is");
	tui_keys(t, "u u Esc");
}

static void
size(struct tui *t, int rows, int columns)
{
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = rows, .columns = columns});
}

/* More flags than there is room for: how many more, and how they are read. */
static void
test_many(struct tui *t)
{
	must(desk_intake_words(&t->d, 5, INTAKE_NEWEST,
	    WORDS("conditions=fever,cancer,heart,disc,epilepsy,diabetes,asthma,osteo",
		"medications=bloodthinner", "allergies=nuts"),
	    3));
	app_changed(&t->a);
	tui_keys(t, "C /[novak] Enter Enter");
	ok(tui_shows(t, "lines more of health; h opens it"), "on the client");
	tui_golden(t, "flags-many-80");
	tui_keys(t, "D t Left Left Left Left g[11:00] Enter Down o");
	ok(tui_shows(t, "More: PgDn"), "in the OK");
	tui_keys(t, "PgDn PgDn PgDn");
	ok(tui_shows(t, "By phone, noted by rita"), "and there they are");
	tui_keys(t, "Esc Enter");
	ok(tui_shows(t, "lines more: PgDn"), "on the card");
	tui_keys(t, "Esc h");
	ok(tui_shows(t, "more: Ctrl-V"), "in the form");
	size(t, 16, 60);
	tui_golden(t, "flags-many-60");
	ok(tui_shows(t, "STOP fever") && tui_shows(t, "… │"), "what is cut is not the whole");
	tui_keys(t, "Esc");
	size(t, 24, 80);
	must(desk_intake_words(
	    &t->d, 5, INTAKE_NEWEST, WORDS("conditions=", "medications=", "allergies="), 3));
	app_changed(&t->a);
}

/* What cannot wait is in sight on the smallest screen, before it is saved and when it asks. */
static void
test_stop_small(struct tui *t)
{
	size(t, 16, 60);
	tui_keys(t, JON "g[15:00] Enter n[jan novak sw60] Enter [fever] Enter");
	ok(tui_shows(t, "Needs a reason: STOP fever"), "while it is typed");
	tui_keys(t, "Ctrl-S");
	ok(app_where(&t->a) == IN_REASON && tui_shows(t, "Needs a reason: STOP fever"),
	    "and when it asks");
	tui_keys(t, "Esc");
	app_close(&t->a, app_top(&t->a));
	size(t, 24, 80);
}

/* What the question has no room for is gone through, and it stays. */
static void
test_scrolled_question(struct tui *t)
{
	static const char *const downs[] = {
	    "PgDn PgDn PgDn", "Down Down Down Down Down Down Down Down"};
	static const char *const ups[] = {"PgUp", "Up Up Up Up Up Up Up Up"};
	char *before, *after;

	size(t, 16, 60);
	tui_keys(t, JON "g[15:00] Enter n[jan novak dt60 !heart] Ctrl-S");
	before = tui_screen(t);
	ok(tui_shows(t, " More: PgDn ") && !tui_shows(t, "11:00–12:00 with Ben"), "too much");
	for (size_t i = 0; i < array_size(downs); i++) {
		tui_keys(t, downs[i]);
		tui_keys(t, downs[i]);
		ok(app_where(&t->a) == IN_REASON && tui_shows(t, "11:00–12:00 with Ben") &&
			!tui_shows(t, " More: PgDn ") && tui_shows(t, "Novak, Jan"),
		    "%s goes to the end of it", downs[i]);
		tui_keys(t, ups[i]);
		tui_keys(t, ups[i]);
		tui_keys(t, ups[i]);
		after = tui_screen(t);
		is_str(after, before, "%s back", ups[i]);
		free(after);
	}
	free(before);
	tui_keys(t, "PgDn 2");
	ok(app_where(&t->a) == IN_DAY, "and is answered");
	tui_keys(t, "u");
	size(t, 24, 80);
}

static void
test_goldens(struct tui *t)
{
	static const struct {
		int rows, columns;
		const char *name;
	} sizes[] = {{24, 80, "ways-80"}, {40, 120, "ways-120"}, {16, 60, "ways-60"}};

	for (size_t i = 0; i < array_size(sizes); i++) {
		tui_event(t,
		    (struct event){
			.kind = EVENT_RESIZE, .rows = sizes[i].rows, .columns = sizes[i].columns});
		tui_keys(t, JON "g[15:00] Enter n[jan novak dt60 !heart] Ctrl-S");
		tui_golden(t, sizes[i].name);
		tui_keys(t, "Esc");
		app_close(&t->a, app_top(&t->a));
	}
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 24, .columns = 80});
}

int
main(void)
{
	struct tui t;
	struct desk d;
	int64_t ben = 0;

	fixture_open(&d);
	tui_monday(&d);
	must(practice_find_therapist(&d.practice, "ben", &ben));
	must(desk_therapist_save(&d, &ben, WORDS("skills=deep-tissue,back-pain"), 1));
	desk_close(&d);
	tui_start(&t, "rita", 24, 80);
	test_heard(&t);
	test_ways(&t);
	tell(&t);
	test_marks(&t);
	test_deeds(&t);
	test_start(&t);
	test_guardian(&t);
	test_clearance(&t);
	test_acknowledge(&t);
	test_many(&t);
	test_stop_small(&t);
	test_scrolled_question(&t);
	test_goldens(&t);
	tui_stop(&t);
	return done();
}
