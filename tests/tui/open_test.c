/* The open appointment: what can be done there, and the ways on and back. */
#include "tui_fixture.h"

int
main(void)
{
	struct tui t;

	tui_start_monday(&t);
	tui_keys(&t, "t Left Left Left Left g[11:30] Enter Enter");
	is_int(app_where(&t.a), IN_CARD, "it is open");
	ok(strncmp(tui_line(&t, -1), "Esc Back  Enter Client  m Move", 30) == 0,
	    "the footer has the ways: %s", tui_line(&t, -1));
	tui_keys(&t, "k");
	is_str(tui_message(&t), "k is a key of the day; D goes there.", "a key of the day");
	tui_keys(&t, "r");
	is_str(tui_message(&t), "r does nothing here; ? shows the keys", "a key of nothing");
	tui_keys(&t, "m");
	is_int(app_where(&t.a), IN_MOVE, "m picks it up");
	ok(!tui_shows(&t, "Appointment #"), "and closes it");
	tui_keys(&t, "Esc Enter Enter");
	is_int(app_where(&t.a), IN_CLIENT, "Enter leads to the client");
	ok(tui_shows(&t, "Novak, Jan"), "to that one");
	tui_keys(&t, "Enter");
	is_int(app_where(&t.a), IN_CARD, "whose visit is opened");
	tui_keys(&t, "Enter");
	is_int(app_where(&t.a), IN_CLIENT, "and left again");
	is_int((int)t.a.n, 2, "without another card of the same");
	tui_keys(&t, "Enter m");
	is_int(app_where(&t.a), IN_MOVE, "m from there");
	is_int((int)t.a.n, 1, "goes to the day");
	tui_keys(&t, "Esc Enter Esc");
	is_int(app_where(&t.a), IN_DAY, "Esc closes it");
	tui_stop(&t);
	return done();
}
