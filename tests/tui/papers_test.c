/* What is told of a couple's health, papers that end, and imported notes that are read. */
#include "health.h"

/* --- A couple --------------------------------------------------------------------------------- */

static void
test_couple(struct tui *t)
{
	tui_book(&t->d, "Ina Costa sw60 mia thu 9:00");
	tui_book(&t->d, "Leo Lima sw60 jon thu 9:00");
	tui_book(&t->d, "costa + lima cp60 mia + jon wed 10:00 r2");
	must(desk_intake_words(
	    &t->d, health_client(&t->d, "costa"), INTAKE_NEWEST, WORDS("conditions=epilepsy"), 1));
	must(desk_intake_words(&t->d, health_client(&t->d, "lima"), INTAKE_NEWEST,
	    WORDS("conditions=diabetes", "pressure=2"), 2));
	app_changed(&t->a);
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 40, .columns = 120});
	tui_keys(t, "D t Right Right Right Right g[wed 10:00] Enter Enter");
	tui_golden(t, "card-couple-health-120");
	ok(tui_shows(t, "INFO epilepsy") && tui_shows(t, "ADAPT diabetes") &&
		tui_shows(t, "Likes pressure 2 light"),
	    "an open couple tells of both");
	ok(tui_shows(t, "│ Costa, Ina ") && tui_shows(t, "│ Lima, Leo "), "each by name");
	tui_keys(t, "F12");
	ok(tui_shows(t, "ADAPT diabetes") && !tui_shows(t, "Lima"), "by initials in privacy");
	tui_keys(t, "F12 Esc");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 24, .columns = 80});
	tui_keys(t, OBRIEN "Enter");
	ok(!tui_shows(t, "diabetes"), "and nobody else's card");
	tui_keys(t, "Esc");
}

/* --- Ends ------------------------------------------------------------------------------------- */

static int
consents(struct tui *t)
{
	struct consent_list l = {0};
	int held = 0;

	must(desk_consents(&t->d, health_client(&t->d, "o'brien"), &l));
	for (size_t i = 0; i < l.n; i++)
		held += l.v[i].ended == CIVIL_DAY_NONE;
	consent_list_release(&l);
	return held;
}

static void
test_consent(struct tui *t)
{
	tui_keys(t, OBRIEN "Ctrl-G Ctrl-S Ctrl-G Ctrl-S Ctrl-G Down");
	is_int(consents(t), 2, "two are on file");
	ok(tui_shows(t, "end treatment: withdraw the consent to treatment"),
	    "what is on file may end");
	ok(!tui_shows(t, "end photo"), "what is not may not");
	tui_golden(t, "consent-end-80");
	tui_keys(t, "Ctrl-U [end photo] Ctrl-S");
	ok(tui_shows(t, "Not saved: there is no consent to "), "nor by its word");
	tui_keys(t, "Ctrl-U [end treatment] Tab Tab [Ann] Ctrl-S");
	ok(tui_shows(t, "Not saved: by: what ends takes no other words") &&
		((struct dialog *)app_top(&t->a))->at == 2,
	    "nothing else is said of it");
	tui_keys(t, "Ctrl-U Ctrl-S");
	is_str(tui_message(t), "Consent withdrawn: O'Brien, Seamus  u Undo", "it ends");
	is_int(consents(t), 1, "in the file");
	tui_keys(t, "u");
	is_int(consents(t), 2, "and is taken back: %s", tui_message(t));
	tui_keys(t, "Ctrl-G [end t] Enter Ctrl-S");
	is_int(consents(t), 1, "by what was chosen");
	tui_keys(t, "u h y [sore] Ctrl-G [photo] Ctrl-S");
	ok((app_where(&t->a) & IN_INTAKE) != 0 && tui_shows(t, "sore"), "from the health form");
	is_int(consents(t), 3, "which stays");
	tui_keys(t, "Ctrl-O");
	ok(tui_shows(t, "Clearance: O'Brien, Seamus"), "so for a clearance");
	tui_keys(t, "Esc Esc O x x D u s");
	is_str(tui_message(t), "s does nothing here; ? shows the keys", "s is not taken");
}

static int
clearances(struct tui *t)
{
	struct clearance_list l = {0};
	int held = 0;

	must(desk_clearances(&t->d, health_client(&t->d, "o'brien"), &l));
	for (size_t i = 0; i < l.n; i++)
		held += !l.v[i].ended;
	clearance_list_release(&l);
	return held;
}

static void
test_clearance(struct tui *t)
{
	tui_keys(t,
	    OBRIEN "Ctrl-O [surgery] Tab [Dr. Lee] Ctrl-S Ctrl-O [kidney] Tab [Dr. Koch] Ctrl-S");
	is_int(clearances(t), 2, "two are on file: %s", tui_message(t));
	tui_keys(t, "Ctrl-O Down");
	ok(tui_shows(t, "end 1: surgery, by Dr. Lee") && tui_shows(t, "end 2: kidney, by Dr. Koch"),
	    "each may end");
	tui_keys(t, "[end 7] Ctrl-S");
	ok(tui_shows(t, "Not saved: no clearance \"7\" is on file"), "by its number");
	tui_keys(t, "Ctrl-U [end 1] Ctrl-S");
	is_str(tui_message(t), "Clearance ended: O'Brien, Seamus  u Undo", "it ends");
	is_int(clearances(t), 1, "in the file");
	tui_keys(t, "Ctrl-O [end kidney] Ctrl-S");
	is_int(clearances(t), 0, "or by its flag: %s", tui_message(t));
	tui_keys(t, "u");
	is_int(clearances(t), 1, "and is taken back");
	tui_keys(t, "? /[its end] Enter");
	ok(tui_shows(t, "guardian, or its end"), "help says so");
	tui_keys(t, "Esc Esc D");
}

/* --- Imported notes --------------------------------------------------------------------------- */

static bool
has(struct tui *t, const char *code)
{
	struct intake in;
	bool any = false;

	must(store_intake(t->d.store, health_client(&t->d, "jones"), &in));
	for (size_t i = 0; i < in.items.n; i++)
		any = any || strcmp(in.items.v[i].code, code) == 0;
	intake_release(&in);
	return any;
}

static bool
waits(struct tui *t)
{
	bool any = false;

	must(desk_note_waits(&t->d, health_client(&t->d, "jones"), &any));
	return any;
}

static void
import_note(struct tui *t)
{
	must(desk_intake_words(&t->d, health_client(&t->d, "jones"), INTAKE_NEWEST,
	    WORDS("source=import", "note=slipped disc in 2019, her sister has epilepsy"), 2));
	app_changed(&t->a);
}

static void
test_note(struct tui *t)
{
	import_note(t);
	tui_keys(t, "C /[jones] Enter Enter");
	ok(tui_shows(t, "An imported note waits to be read. Ctrl-R on the card opens it."),
	    "the card says how");
	tui_keys(t, "Ctrl-R");
	tui_golden(t, "note-read-80");
	ok(tui_shows(t, "Imported note: Jones, Tom") &&
		tui_shows(t, "The note: slipped disc in 2019, her sister has epilepsy"),
	    "the note");
	ok(tui_shows(t, "herniated disc") && tui_shows(t, "epilepsy "), "and the words found");
	tui_keys(t, "Ctrl-S");
	ok(tui_shows(t, "Not saved: \"herniated disc\" has no answer; write yes or no"),
	    "each wants an answer");
	tui_keys(t, "[y] Enter [n] Ctrl-S");
	is_str(tui_message(t), "Note read: Jones, Tom  u Undo", "it is read");
	ok(has(t, "disc") && !has(t, "epilepsy"), "what is right is told, what is not is not");
	ok(!waits(t) && !tui_shows(t, "An imported note"), "and none waits");
	tui_keys(t, "u");
	ok(!has(t, "disc") && waits(t), "u takes it back: %s", tui_message(t));
	tui_keys(t, ":[imported note] Enter [no] Enter [no] Enter Enter");
	is_str(tui_message(t), "Note read: Jones, Tom  u Undo", "by its name");
	ok(!has(t, "disc") && !waits(t), "nothing of it was right");
	tui_keys(t, "Ctrl-R");
	is_str(tui_message(t), "No imported note of this client waits to be read.", "no more");
	tui_keys(t, "u u");
	ok(waits(t), "until it is taken back: %s", tui_message(t));
}

/* What the owner has open is not for the desk, which opens none. */
static void
test_note_of_desk(struct tui *t)
{
	int64_t rita = 0, ana = 0;

	must(desk_person_save(&t->d, &rita, WORDS("login=rita", "name=Rita", "role=owner"), 3));
	must(desk_person_save(&t->d, &ana, WORDS("login=ana", "name=Ana", "role=desk"), 3));
	app_changed(&t->a);
	tui_keys(t, "Ctrl-R [y]");
	t->d.options.who = "ana";
	tui_keys(t, "Esc O");
	ok(!tui_shows(t, "disc"), "parked it says nothing of health");
	tui_keys(t, "Enter");
	ok(tui_shows(t, DIALOG_SHUT) && !tui_shows(t, "disc") && !tui_shows(t, "epilepsy"),
	    "and is shut for the desk");
	tui_keys(t, "Ctrl-S");
	ok(waits(t) && !tui_shows(t, "disc"), "nothing is saved: %s", tui_message(t));
	tui_keys(t, "Esc Esc D C /[jones] Enter Enter");
	ok(tui_shows(t, "An imported note waits to be read.") && !tui_shows(t, "Ctrl-R"),
	    "the desk is told that it waits, not how it is read");
	tui_keys(t, "Ctrl-R");
	ok(!tui_shows(t, "Imported note:"), "and opens it not: %s", tui_message(t));
	t->d.options.who = "rita";
}

int
main(void)
{
	struct tui t;

	health_practice();
	tui_start(&t, "rita", 24, 80);
	test_couple(&t);
	test_consent(&t);
	test_clearance(&t);
	test_note(&t);
	test_note_of_desk(&t);
	tui_stop(&t);
	return done();
}
