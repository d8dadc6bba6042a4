/* Names as initials: on every screen, in what is open, and nowhere in what is kept. */
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>

#include "tui_fixture.h"

#include "../../src/tui/booking_dialog.h"

static void
test_privacy(struct tui *t)
{
	tui_keys(t, "D F12");
	ok(tui_shows(t, "PRIVACY"), "the title says so");
	ok(!tui_shows(t, "Brien") && !tui_shows(t, "Featherstone"), "no names on the grid");
	tui_golden(t, "privacy-80");
	tui_keys(t, "Right Right Right g[10:30] Enter Enter");
	ok(!tui_shows(t, "Brien") && !tui_shows(t, "Seamus"), "none on the card");
	tui_keys(t, "Esc n [o'brien dt60 11:00]");
	ok(!tui_shows(t, "Seamus"), "nor under the prompt");
	tui_keys(t, "Enter");
	ok(!tui_shows(t, "Seamus"), "nor in what stands in the way");
	tui_keys(t, "Esc Ctrl-U Esc Esc g[14:15] Enter a");
	ok(!tui_shows(t, "Jones") && tui_shows(t, "T.J."), "nor in what was done: %s",
	    tui_message(t));
	tui_keys(t, "u");
	ok(!tui_shows(t, "Jones"), "or taken back: %s", tui_message(t));
	tui_keys(t, "Ctrl-Y");
	ok(!tui_shows(t, "Jones"), "or done again");
	tui_keys(t, "n[o'brien] Esc O");
	ok(tui_shows(t, "booking, just now") && !tui_shows(t, "brien"), "nor among the parked");
	tui_keys(t, "x x D F12");
	ok(tui_shows(t, "Jones") && !tui_shows(t, "PRIVACY"), "and back");
}

/* What is said of a time that is booked again. */
static void
test_refusal(struct tui *t)
{
	int64_t id = tui_book(&t->d, "Tom Jones sw45 mia 15:30");
	struct booking b = {0};

	tui_state(&t->d, id, APPT_CANCELLED);
	tui_book(&t->d, "Raj Patel sw45 mia 15:30");
	desk_initials(&t->d, true);
	is_int(desk_status(&t->d, id, 0, APPT_BOOKED, true, NULL, &b), ERR_REFUSED,
	    "a time that was taken");
	ok(strstr(err_message(), "R.P.") != NULL && strstr(err_message(), "Patel") == NULL,
	    "is refused without a name: %s", err_message());
	booking_release(&b);
	b = (struct booking){0};
	desk_initials(&t->d, false);
	is_int(desk_status(&t->d, id, 0, APPT_BOOKED, true, NULL, &b), ERR_REFUSED, "the same");
	ok(strstr(err_message(), "Patel") != NULL, "with one: %s", err_message());
	booking_release(&b);
}

static bool
find_name(void *arg, const struct audit *a)
{
	*(bool *)arg = *(bool *)arg || strstr(a->action, "Jones, Tom") != NULL;
	return true;
}

/* Whether a name of the fixture's clients stands anywhere on the screen. */
static bool
names_someone(struct tui *t)
{
	static const char *const names[] = {
	    "Brien", "Seamus", "Jones", "Tom", "Müller", "Patel", "Costa", "Lima"};

	for (size_t i = 0; i < array_size(names); i++)
		if (tui_shows(t, names[i]))
			return true;
	return false;
}

/* What an open dialog shows follows the key; what it saves does not. */
static void
test_dialog(struct tui *t)
{
	tui_keys(t, "D t n[o'brien] Enter");
	is_str(tui_field(t, BOOKING_CLIENT), "O'Brien, Seamus", "a client is chosen");
	tui_keys(t, "F12");
	ok(!names_someone(t) && tui_shows(t, "Client        S.O."), "F12: by initials");
	is_str(tui_field(t, BOOKING_CLIENT), "O'Brien, Seamus", "the field keeps the name");
	tui_keys(t, "Ctrl-N");
	ok(strncmp(tui_message(t), "S.O. is a client already", 24) == 0, "a message: %s",
	    tui_message(t));
	tui_keys(t, "Left Backspace");
	is_str(tui_field(t, BOOKING_CLIENT), "", "what is not shown is taken out whole");
	tui_keys(t, "[patel]");
	ok(tui_shows(t, "patel") && !tui_shows(t, "Patel"), "what is typed is seen");
	tui_keys(t, "Enter Shift-Tab");
	ok(!names_someone(t) && !tui_shows(t, "patel"), "until someone is chosen");
	is_str(tui_field(t, BOOKING_CLIENT), "Patel, Raj", "by name");
	tui_keys(t, "Tab Tab Ctrl-U [sw60] Tab Ctrl-U [jon] Tab Tab Ctrl-U [16:15] Ctrl-S");
	ok(strncmp(tui_message(t), "Booked", 6) == 0 && !names_someone(t), "saved: %s",
	    tui_message(t));
	tui_keys(t, "F12");
	ok(tui_shows(t, "Patel"), "for that client");
	tui_keys(t, "u");
}

/* Of a couple the first one is certain while the other is typed. */
static void
test_couple(struct tui *t)
{
	tui_book(&t->d, "Ina Costa sw60 mia thu 9:00");
	tui_book(&t->d, "Iva Costa sw60 mia fri 9:00");
	tui_book(&t->d, "Leo Lima sw60 jon thu 9:00");
	tui_book(&t->d, "Lea Lima sw60 jon fri 9:00");
	app_changed(&t->a);
	tui_keys(t, "F12 n[costa + lima]");
	ok(tui_shows(t, "I.C."), "who the first may be");
	tui_keys(t, "Enter");
	ok(!names_someone(t) && tui_shows(t, " + lima"), "the first, by number");
	ok(tui_shows(t, "L.L."), "who the second may be");
	tui_keys(t, "Enter");
	ok(!names_someone(t) && tui_shows(t, "I.C. + L.L."), "both");
	ok(strncmp(dialog_text((struct dialog *)app_top(&t->a), BOOKING_CLIENT), "Costa, I", 8) ==
		0,
	    "kept by name");
	tui_keys(t, "Shift-Tab Ctrl-U Esc F12");
}

static void
test_titles(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right g[10:30] Enter e");
	ok(tui_shows(t, "O'Brien, Seamus"), "an appointment is edited");
	tui_keys(t, "F12");
	ok(!names_someone(t) && tui_shows(t, " S.O. "), "whose title has initials");
	tui_keys(t, "F12 Esc C /[o'brien] Enter e");
	ok(tui_shows(t, "First name  Seamus"), "a client is");
	tui_keys(t, "Right F12");
	ok(!names_someone(t) && tui_shows(t, "First name  S."), "whose names are, too");
	tui_keys(t, "Tab [Jones]");
	ok(tui_shows(t, "Last name   Jones"), "but what is typed over them");
	tui_keys(t, "Ctrl-S");
	ok(strncmp(tui_message(t), "Changed S.J.", 12) == 0 && !names_someone(t), "saved: %s",
	    tui_message(t));
	tui_keys(t, "Enter");
	ok(!names_someone(t) && tui_shows(t, "Formerly    S.O."), "and formerly");
	tui_keys(t, "H");
	ok(!names_someone(t) && tui_shows(t, "Changed client #2 S.J."), "what was done");
	ok(tui_shows(t, "Last: O. → J."), "before and after");
	tui_keys(t, "Down");
	ok(!names_someone(t) && tui_shows(t, "Last: O."), "of the former name");
	tui_keys(t, "H /[kathe booked] Enter");
	ok(!names_someone(t) && tui_shows(t, "Booked Mon 23 Nov 2026 09:00 K.M. · "),
	    "all the practice");
	tui_keys(t, "D F12 u u");
}

/* What was done to the health of whom, in its own words. */
static void
test_health_history(struct tui *t)
{
	must(desk_intake_words(&t->d, 1, INTAKE_NEWEST, WORDS("goals=pain"), 1));
	must(desk_no_change(&t->d, 1));
	must(desk_consent_add(&t->d, 1, WORDS("kind=data"), 1));
	app_changed(&t->a);
	tui_keys(t, "F12 H H");
	ok(!names_someone(t) && tui_shows(t, "No change in health of client #1 K.M."),
	    "no change is not cut to No");
	tui_keys(t, "D F12 u u u");
}

/* While something is asked, too. */
static void
test_questions(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right g[14:15] Enter x F12");
	ok(t->a.desk->initials && app_where(&t->a) == IN_CANCEL && !names_someone(t),
	    "while it is asked who cancelled");
	tui_keys(t, "Esc F12 m F12");
	ok(t->a.desk->initials && app_where(&t->a) == IN_MOVE && !names_someone(t),
	    "while one is moved");
	tui_keys(t, "F12 g[19:00] Enter Enter");
	is_int(app_where(&t->a), IN_REASON, "it asks why to go on");
	tui_keys(t, "F12");
	ok(t->a.desk->initials && app_where(&t->a) == IN_MOVE && !names_someone(t),
	    "what was found may name someone, so it is not asked any more");
	tui_keys(t, "F12 Esc t g[19:00] Enter n[jones dt60] Ctrl-S");
	is_int(app_where(&t->a), IN_REASON, "so it does in a dialog");
	tui_keys(t, "F12");
	ok(t->a.desk->initials && (app_where(&t->a) & IN_DIALOG) != 0 && !names_someone(t),
	    "and is asked again by saving");
	tui_keys(t, "F12");
	app_close(&t->a, app_top(&t->a));
}

int
main(void)
{
	struct audit_query all = {0};
	struct tui t;
	bool named = false;

	fixture_open(&t.d);
	tui_monday(&t.d);
	desk_close(&t.d);
	tui_start(&t, "rita", 24, 80);
	test_privacy(&t);
	test_refusal(&t);
	test_dialog(&t);
	test_couple(&t);
	test_health_history(&t);
	test_questions(&t);
	test_titles(&t);
	tui_keys(&t, "F12 g[14:15] Enter a");
	must(store_audit(t.d.store, &all, find_name, &named));
	ok(named, "what is kept is kept in full");
	tui_stop(&t);
	return done();
}
