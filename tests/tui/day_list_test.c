/* Where one stands on the day: in its list, and in a row that several share. */
#include "tui_fixture.h"

/* A time of another column is typed: the one that is selected is picked up at its own place. */
static void
test_pick_up(struct tui *t)
{
	tui_book(&t->d, "Vera Vine sw60 dev tue 8:30");
	app_changed(&t->a);
	tui_keys(t, "t v v Left Left Left Left g[tue 8:00] Enter");
	is_str(day_selected_appt(tui_day(t))->client_last, "Vine", "the next line");
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

/* All the way around leads back, though there is nothing of it in a room or the list. */
static void
test_turn(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right g[13:00] Enter");
	ok(tui_focus_begins(t, "Mia 13:00–14:00 not on shift"), "a time that has no line");
	tui_keys(t, "v v v");
	ok(tui_focus_begins(t, "Mia 13:00–14:00 not on shift"), "is selected again");
	tui_keys(t, "v v Down v");
	ok(!tui_focus_begins(t, "Mia 13:00–14:00 not on shift"), "but not after a step");
	tui_keys(t, "t");
}

/* Lines say what the focus says, in columns, those of one time in the order of the therapists. */
static void
test_lines(struct tui *t)
{
	tui_keys(t, "t v v");
	tui_golden(t, "day-list-words-80");
	ok(tui_shows(t, "? no-show "), "a state by the word that the focus has");
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
	ok(tui_focus_begins(t, "Ben 16:00–16:30 Wolf, Wim"), "who is booked has the line");
	tui_keys(t, "Down");
	ok(tui_focus_begins(t, "Ben 16:00–16:30 Vine, Vera"), "Down: who was cancelled there");
	ok(tui_shows(t, "16:00│>xVine V"), "on the line");
	tui_keys(t, "z z");
	ok(tui_focus_begins(t, "Ben 16:00–16:30 Vine, Vera"), "and stays selected");
	app_changed(&t->a);
	ok(tui_focus_begins(t, "Ben 16:00–16:30 Vine, Vera"), "as when the day is read again");
	tui_keys(t, "Enter");
	ok(tui_shows(t, "Client      Vine, Vera"), "it opens");
	tui_keys(t, "Esc Down");
	ok(tui_focus_begins(t, "Ben 16:"), "then the next row");
	ok(tui_shows(t, "16:00│-Wolf Wim"), "and who is booked is shown again");
	tui_keys(t, "Up Down Up");
	ok(tui_focus_begins(t, "Ben 16:00–16:30 Wolf, Wim"), "Up: back to who is booked");
	tui_keys(t, "Down t g[16:00] Enter");
	ok(tui_focus_begins(t, "Ben 16:00–16:30 Wolf, Wim"), "as any other way");
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
	ok(tui_focus_begins(t, "Ben 10:10–12:00 kept free: course"), "kept time");
	tui_keys(t, "g[8:00] Enter");
	ok(tui_focus_begins(t, "Ben 00:00–09:00 not on shift"), "before the shift");
	tui_keys(t, "g[20:00] Enter");
	ok(tui_focus_begins(t, "Ben 18:00–24:00 not on shift"), "after it");
	tui_keys(t, "z Right Right Right g[10:15] Enter");
	ok(tui_focus_begins(t, "Mia 10:15–10:30 turnover after Night"), "a turnover");
	tui_keys(t, "z t");
	tui_keys(t, "g[10:00] Enter");
	ok(tui_shows(t, ">:free :15–:30  <"), "free time says so while it is selected, too");
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

	tui_start_monday(&t);
	test_pick_up(&t);
	test_turn(&t);
	test_lines(&t);
	test_shared_row(&t);
	test_times(&t);
	test_closed(&t);
	tui_stop(&t);
	return done();
}
