/* Find free time: a query in, a list, and the dialog from it. */
#include "tui_fixture.h"

#include "../../src/tui/booking_dialog.h"

static void
test_budget(struct tui *t)
{
	tui_keys(t, "F[smith dt60 female >15:00 week]");
	ok(tui_shows(t, "= Deep tissue massage 60, female, from 15:00, Mon 23 Nov to Sun 29 Nov, "),
	    "what is understood, while it is typed");
	ok(tui_shows(t, "Smith, Ada"), "for whom");
	tui_keys(t, "Enter");
	is_int(app_where(&t->a), IN_FREE, "Enter lists");
	ok(tui_shows(t, "> Mon 23 Nov 2026  16:45–17:45  Mia, Room 1"), "the best first");
	tui_keys(t, "Enter");
	is_str(tui_field(t, BOOKING_CLIENT), "Smith, Ada", "Enter books, with the client");
	is_str(tui_field(t, BOOKING_WHEN), "Mon 23 Nov 2026 16:45", "at that time");
	tui_keys(t, "Ctrl-S");
	ok(strncmp(tui_message(t), "Booked: Monday 23 November, quarter to five", 43) == 0, "%s",
	    tui_message(t));
	ok(tui_shows(t, "> ") && !tui_shows(t, "Mon 23 Nov 2026  16:45"),
	    "the list is looked through again");
	tui_keys(t, "Esc");
	ok(tui_shows(t, ":45Smith Ada"), "and the day stands there");
	tui_keys(t, "u t");
}

static void
test_query(struct tui *t)
{
	tui_keys(t, "F");
	ok(tui_shows(t, "smith dt60 female >15:00 week"), "it says how to ask");
	tui_keys(t, "[dt60 25:99]");
	ok(tui_shows(t, "25:99"), "a wrong word is named");
	tui_keys(t, "Enter");
	ok(t->a.prompt.open && tui_shows(t, "25:99"), "and stays to be mended");
	tui_keys(t, "Esc /");
	is_str(str_text(&t->a.prompt.line.text), "dt60 25:99", "also over Esc");
	tui_keys(t, "Ctrl-U [pn60 male week] Enter");
	ok(tui_shows(t, "Nothing free as asked, but with any gender."), "what to give up");
	ok(tui_shows(t, "Nothing to book here: / asks again"), "and what to press");
	tui_keys(t, "Enter");
	is_int(app_where(&t->a), IN_FREE, "of nothing nothing can be booked");
	is_str(tui_message(t), "Nothing to book here: / asks again.", "which it says");
	tui_keys(t, "/ Ctrl-U [zz99] Enter");
	ok(t->a.prompt.open && tui_shows(t, "no service or client \"zz99\""),
	    "neither a service nor somebody");
	tui_keys(t, "Ctrl-U [dt60 sun <1:00] Enter");
	ok(tui_shows(t, "Nothing free, and no single wish is in the way"), "more than one wish");
	tui_keys(t, "/ Ctrl-U [smith week] Enter");
	ok(tui_shows(t, "Deep tissue massage 60, Mon 23 Nov"),
	    "no service: the client's usual one");
	tui_keys(t, "End Home Down PgDn PgUp Up /");
	is_str(str_text(&t->a.prompt.line.text), "smith week", "/ asks again, from the words");
	tui_keys(t, "[j]");
	is_str(str_text(&t->a.prompt.line.text), "j", "which the first key typed replaces");
	tui_keys(t, "Ctrl-U [sw60 fri] Enter / End Space [jon]");
	is_str(str_text(&t->a.prompt.line.text), "sw60 fri jon", "or which are gone on with");
	tui_keys(t, "Ctrl-U [jones dt60 jon fri] Enter Enter");
	is_str(tui_field(t, BOOKING_CLIENT), "jones", "who is not certain is chosen in the dialog");
	tui_keys(t, "Enter Ctrl-S");
	ok(strncmp(tui_message(t), "Booked: Friday 27 November", 26) == 0, "here a new one: %s",
	    tui_message(t));
	tui_keys(t, "u u F Esc");
	is_int(app_where(&t->a), IN_DAY, "Esc where nothing is asked goes back");
	tui_keys(t, ":[free dt60 jon] Enter");
	is_int(app_where(&t->a), IN_FREE, "by its name, with its words");
	tui_keys(t, "F");
	is_str(str_text(&t->a.prompt.line.text), "", "F again asks anew");
	tui_keys(t, "Esc t");
}

/* Another desk takes the time that is looked at. */
static void
test_two_desks(struct tui *t)
{
	struct tui other;

	tui_keys(t, "F[dt60 jon mon] Enter");
	ok(tui_shows(t, "> Mon 23 Nov 2026  09:00–10:00"), "free");
	tui_start(&other, "mia", 24, 80);
	tui_keys(&other, "n[kim dt60 jon 9:00] Ctrl-N Ctrl-S");
	tui_event(t, (struct event){.kind = EVENT_TICK});
	ok(!tui_shows(t, "09:00–10:00"), "and gone");
	tui_keys(&other, "u");
	tui_stop(&other);
	tui_event(t, (struct event){.kind = EVENT_TICK});
	tui_keys(t, "Esc");
}

static void
test_golden(struct tui *t)
{
	for (size_t i = 0; i < array_size(tui_sizes); i++) {
		tui_resize(t, tui_sizes[i].rows, tui_sizes[i].columns);
		tui_keys(t, "F[smith dt60 mon-thu] Enter Down Down");
		tui_golden_sized(t, "free");
		tui_keys(t, "Esc");
	}
	tui_resize(t, 24, 80);
	tui_keys(t, "F[dt60 female >9:00 <17:00 mon-thu someone with a long name indeed] Enter");
	ok(strstr(tui_line(t, 2), "…") != NULL, "a long query is cut with a mark: %s",
	    tui_line(t, 2));
	tui_keys(t, "Esc F[dt60 female]");
	tui_golden(t, "free-query-80");
	tui_keys(t, "Ctrl-U [pn60 male week] Enter");
	tui_golden(t, "free-nothing-80");
	tui_keys(t, "Esc");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_book(&d, "Ada Smith dt60 jon 2026-11-10 10:00");
	tui_book(&d, "Kim Park sw60 mia tue 10:15");
	tui_start(&t, "rita", 24, 80);
	test_budget(&t);
	test_query(&t);
	test_two_desks(&t);
	test_golden(&t);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
