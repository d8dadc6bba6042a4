/* Where one stands on the day: in its list, and in a row that several share. */
#include "tui_fixture.h"

static struct day *
day_of(struct tui *t)
{
	return (struct day *)t->a.views[0];
}

static bool
focus_begins(struct tui *t, const char *words)
{
	const char *focus = tui_line(t, -3);
	bool begins = strncmp(focus, words, strlen(words)) == 0;

	if (!begins)
		printf("# focus: %s\n", focus);
	return begins;
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

/* Two begin in a row that has one line: Down and Up go through both. */
static void
test_shared_row(struct tui *t)
{
	const int64_t gone = tui_book(&t->d, "Vera Vine ch30 ben 16:00");

	tui_state(&t->d, gone, APPT_CANCELLED);
	tui_book(&t->d, "Wim Wolf ch30 ben 16:00");
	app_changed(&t->a);
	tui_keys(t, "t Left Left Left Left g[16:00] Enter");
	ok(focus_begins(t, "Ben 16:00–16:30 Wolf, Wim"), "who is booked has the line");
	tui_keys(t, "Down");
	ok(focus_begins(t, "Ben 16:00–16:30 Vine, Vera"), "Down: who was cancelled there");
	ok(tui_shows(t, "16:00│>xVine V"), "on the line");
	tui_keys(t, "z z");
	ok(focus_begins(t, "Ben 16:00–16:30 Vine, Vera"), "and stays selected");
	app_changed(&t->a);
	ok(focus_begins(t, "Ben 16:00–16:30 Vine, Vera"), "as when the day is read again");
	tui_keys(t, "Enter");
	ok(tui_shows(t, "Client      Vine, Vera"), "it opens");
	tui_keys(t, "Esc Down");
	ok(focus_begins(t, "Ben 16:"), "then the next row");
	ok(tui_shows(t, "16:00│-Wolf Wim"), "and who is booked is shown again");
	tui_keys(t, "Up Down Up");
	ok(focus_begins(t, "Ben 16:00–16:30 Wolf, Wim"), "Up: back to who is booked");
	tui_keys(t, "Down t g[16:00] Enter");
	ok(focus_begins(t, "Ben 16:00–16:30 Wolf, Wim"), "as any other way");
	tui_keys(t, "C /[vine] Enter Enter Enter");
	ok(tui_shows(t, "Client      Vine, Vera"), "from the client's card, too");
	tui_keys(t, "Esc D t");
}

/* A closed day does not invite to book. */
static void
test_closed(struct tui *t)
{
	tui_keys(t, "g[wed] Enter");
	ok(tui_shows(t, "n books into the selected time"), "an open day does");
	tui_keys(t, "g[sun] Enter");
	ok(tui_shows(t, "Nothing is booked on this day, and no time is free. w says why; ? Help"),
	    "a closed one does not");
	tui_keys(t, "t");
}

/* What is not free has its own times, not those of its row. */
static void
test_times(struct tui *t)
{
	tui_block(&t->d, "ben", "2026-11-24T10:10", "2026-11-24T12:00", "course");
	tui_book(&t->d, "Nora Night dt60 mia tue 9:15");
	app_changed(&t->a);
	tui_keys(t, "t Left Left Left Left g[tue 11:00] Enter");
	ok(focus_begins(t, "Ben 10:10–12:00 kept free: course"), "kept time");
	tui_keys(t, "g[8:00] Enter");
	ok(focus_begins(t, "Ben 00:00–09:00 not on shift"), "before the shift");
	tui_keys(t, "g[20:00] Enter");
	ok(focus_begins(t, "Ben 18:00–24:00 not on shift"), "after it");
	tui_keys(t, "z Right Right Right g[10:15] Enter");
	ok(focus_begins(t, "Mia 10:15–10:30 turnover after Night"), "a turnover");
	tui_keys(t, "z t");
	t->d.options.pinned += 100;
	tui_keys(t, "t w");
	ok(!tui_shows(t, "has passed"), "why not now asks of now");
	t->d.options.pinned -= 100;
	tui_keys(t, "t");
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
	test_shared_row(&t);
	test_times(&t);
	test_closed(&t);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
