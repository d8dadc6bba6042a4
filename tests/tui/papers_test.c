/* What is told of a couple's health, and papers that end. */
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
	tui_keys(t, OBRIEN "s Ctrl-S s Ctrl-S s Down");
	is_int(consents(t), 2, "two are on file");
	ok(tui_shows(t, "end treatment: withdraw the consent to treatment"), "what is on file may end");
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
	tui_keys(t, "s [end t] Enter Ctrl-S");
	is_int(consents(t), 1, "by what was chosen");
	tui_keys(t, "u");
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
	tui_keys(t, OBRIEN "p [surgery] Tab [Dr. Lee] Ctrl-S p [kidney] Tab [Dr. Koch] Ctrl-S");
	is_int(clearances(t), 2, "two are on file: %s", tui_message(t));
	tui_keys(t, "p Down");
	ok(tui_shows(t, "end 1: surgery, by Dr. Lee") && tui_shows(t, "end 2: kidney, by Dr. Koch"),
	    "each may end");
	tui_keys(t, "[end 7] Ctrl-S");
	ok(tui_shows(t, "Not saved: no clearance \"7\" is on file"), "by its number");
	tui_keys(t, "Ctrl-U [end 1] Ctrl-S");
	is_str(tui_message(t), "Clearance ended: O'Brien, Seamus  u Undo", "it ends");
	is_int(clearances(t), 1, "in the file");
	tui_keys(t, "p [end kidney] Ctrl-S");
	is_int(clearances(t), 0, "or by its flag: %s", tui_message(t));
	tui_keys(t, "u");
	is_int(clearances(t), 1, "and is taken back");
	tui_keys(t, "? /[its end] Enter");
	ok(tui_shows(t, "guardian, or its end"), "help says so");
	tui_keys(t, "Esc Esc D");
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
	tui_stop(&t);
	return done();
}
