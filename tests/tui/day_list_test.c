/* The day as a list: where one stands in it, and what its lines say. */
#include "tui_fixture.h"

static struct day *
day_of(struct tui *t)
{
	return (struct day *)t->a.views[0];
}

/* A time of another column is typed: the one that is selected is picked up at its own place. */
static void
test_pick_up(struct tui *t)
{
	tui_book(&t->d, "Vera Vine sw60 dev tue 8:30");
	app_changed(&t->a);
	tui_keys(t, "t v v Left Left Left Left g[tue 8:00] Enter");
	is_str(day_selected_appt(day_of(t))->client_last, "Vine", "the next line");
	tui_keys(t, "m");
	ok(tui_shows(t, "> 08:30–09:30 - picked up"), "it stands on its own place");
	ok(strncmp(tui_line(t, -3), "Moving 08:30 Vine to: Dev 08:30", 31) == 0, "%s",
	    tui_line(t, -3));
	tui_keys(t, "Enter");
	is_str(tui_message(t), "08:30 Vine stays where it was.", "where Enter puts it back");
	tui_keys(t, "m Down Down Up Up Enter");
	is_str(tui_message(t), "08:30 Vine stays where it was.", "as after a look around");
	tui_keys(t, "v t");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	tui_monday(&t.d);
	app_changed(&t.a);
	test_pick_up(&t);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
