/* Alerts on the screens: told when booking and checking in; added, changed and ended on the card.
 */
#include "tui_fixture.h"

#include <frontdesk/desk_client.h>

static void
tell(struct desk *d, int64_t client_id, const char *text, const char *places, const char *until)
{
	const struct when_habits habits = desk_habits(d);
	struct alert a;

	alert_init(&a, client_id);
	must(alert_set(&a, &habits, ALERT_TEXT, text));
	must(alert_set(&a, &habits, ALERT_PLACES, places));
	must(alert_set(&a, &habits, ALERT_UNTIL, until));
	must(desk_alert_save(d, &a));
	alert_release(&a);
}

static void
resize(struct tui *t, int rows, int columns)
{
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = rows, .columns = columns});
}

static void
to_card(struct tui *t, const char *keys)
{
	tui_keys(t, "D C");
	tui_keys(t, keys);
	tui_keys(t, "Enter Enter");
}

/* On a client without any it is: t, the text, saved. */
static void
test_add(struct tui *t)
{
	to_card(t, "/[o'brien]");
	tui_keys(t, "t[Pays at the desk] Ctrl-S");
	is_str(
	    tui_message(t), "Added an alert of O'Brien, Seamus.  u Undo", "budget: t[text] Ctrl-S");
	is_int(app_where(&t->a), IN_CLIENT, "back on the card");
	ok(tui_shows(t, "Pays at the desk (booking, check-in)"), "which shows it");
	tui_keys(t, "H");
	ok(tui_shows(t, "Added an alert of client #2 O'Brien, Seamus"), "its history tells of it");
	ok(!tui_shows(t, "Pays at the desk"), "not what it says");
	tui_keys(t, "Esc u");
	is_str(tui_message(t), "Undone: Added an alert of client #2 O'Brien, Seamus.  Ctrl-Y Redo",
	    "undone");
	ok(!tui_shows(t, "Pays at the desk"), "gone");
	tui_keys(t, "Ctrl-Y");
	ok(tui_shows(t, "Pays at the desk (booking, check-in)"), "done again: %s", tui_message(t));
	tui_keys(t, "t Esc");
	is_int((long long)t->a.parked.n, 0, "nothing typed, nothing parked");
}

static void
test_change(struct tui *t)
{
	tui_keys(t, "t");
	ok(tui_shows(t, "> + New alert") && tui_shows(t, "  Pays at the desk (booking"),
	    "where there are some one is chosen, or a new one");
	tui_keys(t, "Down Enter");
	ok(tui_shows(t, "Text       Pays at the desk") && tui_shows(t, "Without a text it ends"),
	    "it is there to be changed");
	tui_keys(t, "Tab [roster, lobby] Tab [fri] Ctrl-S");
	ok(tui_shows(t, "Not saved: \"lobby\" is none of booking, check-in, roster"),
	    "the word at fault is named");
	ok(tui_shows(t, "field 3 of 4: Where"), "and the cursor is there");
	tui_keys(t, "Ctrl-U [book]");
	ok(tui_shows(t, "> booking") && tui_shows(t, "  booking,roster"), "what it may be");
	tui_keys(t, "Down Down Enter");
	is_str(tui_field(t, 2), "booking,roster", "taken");
	ok(tui_shows(t, "Pays at the desk (booking, roster; until Fri 27 Nov 2026)"),
	    "the echo says what it will be");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Changed an alert of O'Brien, Seamus.  u Undo", "changed");
	ok(tui_shows(t, "Pays at the desk (booking, roster; until Fri 27 Nov 2026)"),
	    "so it shows");
	tui_keys(t, "t Down Enter Ctrl-S");
	is_str(tui_message(t), "Nothing was changed.", "nothing typed writes nothing");
	tui_keys(t, "t Enter [Parks in the yard] Ctrl-S");
	ok(tui_shows(t, "Pays at the desk") && tui_shows(t, "Parks in the yard"), "a second one");
	tui_keys(t, "t [yard]");
	ok(tui_shows(t, "> Parks in the yard") && !tui_shows(t, "  Pays at the desk (b"),
	    "typing finds one");
	tui_keys(t, "Enter");
	is_str(tui_field(t, 1), "Parks in the yard", "it is taken");
	tui_keys(t, "Esc");
	is_int(app_where(&t->a), IN_CLIENT, "to look at one leaves no draft: %zu", t->a.parked.n);
}

static void
test_end(struct tui *t)
{
	tui_keys(t, "t Down Enter Ctrl-U");
	ok(tui_shows(t, "Saved, it ends: Pays at the desk"), "without a text it ends");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Ended an alert of O'Brien, Seamus.  u Undo", "ended");
	ok(!tui_shows(t, "Pays at the desk") && tui_shows(t, "Parks in the yard"), "that one");
	tui_keys(t, "u");
	ok(tui_shows(t, "Pays at the desk"), "and back");
}

/* Half typed it is parked, and known again with whom and what it was about. */
static void
test_draft(struct tui *t)
{
	struct draft old = {0}, gone = {0};
	const size_t parked = t->a.parked.n;

	tui_keys(t, "t Down Enter [more] Esc");
	is_int((long long)(t->a.parked.n - parked), 1, "Esc parks it");
	str_add(&old.text, "alert\t1795420800\t2 1 1\nAlert\t1\tx\nText\t0\tPays cash\n");
	str_add(&old.text, "Where\t0\tbooking\n");
	dialog_push(dialog_reopen(&t->a, &old));
	ok(tui_shows(t, "Alert of O'Brien, Seamus") && tui_shows(t, "Text       Pays cash"),
	    "it is there again");
	tui_keys(t, "Ctrl-S");
	ok(tui_shows(t, "Not saved: rita changed this alert"), "who changed it since is told");
	ok(tui_shows(t, "Text."), "the cursor stays where it was: %s", tui_line(t, -3));
	tui_keys(t, "Esc");
	str_add(&gone.text, "alert\t1795420800\t999 0 0\nText\t0\tPays cash\n");
	ok(dialog_reopen(&t->a, &gone) == NULL, "of nobody there is none");
	draft_close(&gone);
	str_release(&gone.text);
}

static void
test_shown(struct tui *t)
{
	tell(&t->d, 1, "Wants the step", "check-in", "");
	tell(&t->d, 1, "Brings her own oil!", "check-in,booking", "");
	tell(&t->d, 1,
	    "Her daughter drives her, waits in the front room until the end, and would "
	    "like a cup of tea",
	    "roster", "2026-11-30");
	app_changed(&t->a);
	tui_keys(t, "D n[#1 sw60 jon fri 10:00] Enter");
	ok(tui_shows(t, "Alert: Brings her own oil!") && !tui_shows(t, "Note: Alert"),
	    "the booking dialog tells it");
	ok(!tui_shows(t, "Wants the step"), "but not what is for the check-in");
	tui_keys(t, "Esc D");
	tui_book(&t->d, "#1 sw60 mia 16:00");
	app_changed(&t->a);
	to_card(t, "/[#1]");
	tui_keys(t, "a");
	is_str(tui_message(t),
	    "Arrived 16:00 Müller. Alert: Wants the step. Alert: Brings her own oil!  u Undo",
	    "arriving tells what is for the check-in");
	tui_keys(t, "u");
}

static void
test_sizes(struct tui *t)
{
	to_card(t, "/[#1]");
	tui_golden(t, "alerts-80");
	tui_selection(t);
	tui_keys(t, "t Down Down Down Enter");
	tui_golden(t, "alert-80");
	resize(t, 40, 120);
	tui_golden(t, "alert-120");
	resize(t, 16, 60);
	tui_golden(t, "alert-60");
	tui_keys(t, "Esc");
	tui_golden(t, "alerts-60");
	tui_selection(t);
	resize(t, 40, 120);
	tui_golden(t, "alerts-120");
	tui_selection(t);
	resize(t, 24, 80);
	tui_keys(t, "D");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_monday(&d);
	tui_start(&t, "rita", 24, 80);
	test_add(&t);
	test_change(&t);
	test_end(&t);
	test_draft(&t);
	test_shown(&t);
	test_sizes(&t);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
