/* The history: of an appointment, of a client, of the practice. */
#include "tui_fixture.h"

#include <frontdesk/desk_client.h>

#include "../../src/tui/history_change.h"

static void
test_subjects(struct tui *t)
{
	tui_keys(t, "g[10:30] Enter H");
	ok(tui_shows(t, "Appointment #2 Mon 23 Nov 2026 10:30"),
	    "H on the day: of the appointment");
	ok(tui_shows(t, "State: booked → arrived"), "what was before and after, in words");
	tui_golden(t, "history-80");
	tui_selection(t);
	tui_keys(t, "Down");
	ok(tui_shows(t, "Therapist: Mia") && tui_shows(t, "Start: Mon 23 Nov 2026 10:30"),
	    "of a new one what it began with");
	tui_keys(t, "H");
	ok(tui_shows(t, "All the practice"), "H again: of all");
	ok(tui_shows(t, "Added client #8: Booked"),
	    "a new client's row is not the booking's again");
	tui_resize(t, 40, 120);
	tui_golden(t, "history-120");
	tui_selection(t);
	tui_resize(t, 16, 60);
	tui_golden(t, "history-60");
	tui_selection(t);
	tui_resize(t, 24, 80);
	tui_keys(t, "Esc");
	is_int(app_where(&t->a), IN_DAY, "Esc closes");
	tui_keys(t, "C /[obrien] Enter Enter H");
	ok(tui_shows(t, "Client #2 O'Brien, Seamus, with their appointments"),
	    "on a card: of the client");
	ok(tui_shows(t, "Booked Mon 23 Nov"), "with what was booked");
	tui_keys(t, "Esc");
	is_int(app_where(&t->a), IN_CLIENT, "Esc leads back to the card");
	tui_keys(t, "Esc H");
	ok(tui_shows(t, "Client #2 O'Brien"), "in the list: of the selected one");
	tui_keys(t, "D g[7:00] Enter H");
	ok(tui_shows(t, "All the practice"), "with nothing selected: of all");
	tui_keys(t, "D");
}

/* What stands in the file as a number is told in words. */
static void
test_hours(struct tui *t)
{
	tui_keys(t, "g[7:00] Enter H /[hours of dev] Enter");
	ok(tui_shows(t, "Weekday: Tue") && tui_shows(t, "From: 09:15") &&
		tui_shows(t, "Until: 16:00") && !tui_shows(t, "Id:"),
	    "hours by day and time");
	tui_keys(t, "D");
}

static void
test_filter(struct tui *t)
{
	tui_keys(t, "g[7:00] Enter H /[patel cancelled] Down");
	ok(tui_shows(t, "with: patel cancelled") &&
		strstr(tui_line(t, -3), "Cancelled Mon 23 Nov 2026 11:00 Patel") != NULL,
	    "the filter: %s", tui_line(t, -3));
	tui_keys(t, "Enter");
	ok(app_where(&t->a) == IN_CARD && tui_shows(t, "Patel, Raj"),
	    "Enter opens the appointment on the day");
	tui_keys(t, "Esc g[7:00] Enter H /[added] Enter");
	ok(tui_shows(t, "nothing") || tui_shows(t, "Added"), "another filter");
	tui_keys(t, "/ Ctrl-U [xyzzy] Enter");
	ok(tui_shows(t, "Nothing was done."), "a filter without a hit");
	tui_keys(t, "Enter Down End PgDn Esc");
	is_int(app_where(&t->a), IN_HISTORY, "Esc shows all again");
	tui_keys(t, "/[practice name] Enter Enter");
	ok(tui_message(t)[0] != '\0' || app_where(&t->a) == IN_HISTORY, "what cannot be opened");
	tui_keys(t, "D C /[jones] Enter e Tab Tab Tab Tab [555 0199] Ctrl-S H Enter");
	ok(app_where(&t->a) == IN_CLIENT && tui_shows(t, "Jones, Tom  #"),
	    "Enter on a client opens the card");
	tui_keys(t, "H Down"); /* behind who opened the card */
	ok(tui_shows(t, "Phone: nothing → 555 0199") || tui_shows(t, "Phone: 555 0199"),
	    "a phone that was told");
	tui_keys(t, "D");
}

/* More than is read at once. */
static void
test_far_back(struct tui *t)
{
	enum { STEPS = 600 };
	struct booking b = {0};

	for (int i = 0; i < STEPS; i++) {
		must(desk_status(
		    &t->d, 3, 0, i % 2 == 0 ? APPT_BOOKED : APPT_CONFIRMED, true, NULL, &b));
		booking_release(&b);
	}
	app_changed(&t->a);
	tui_keys(t, "Right Right Right g[14:30] Enter H");
	ok(tui_shows(t, "Appointment #3"), "an appointment of many changes");
	tui_keys(t, "End End");
	ok(strstr(tui_line(t, -3), "Booked Mon 23 Nov 2026 14:15 Jones") != NULL,
	    "End and End again: the beginning: %s", tui_line(t, -3));
	tui_keys(t, "PgUp Home");
	ok(strncmp(tui_line(t, 4), "> ", 2) == 0, "and up again");
	tui_keys(t, "D");
}

static void
test_words(const struct desk *d)
{
	static const struct {
		const char *old, *new_, *lines;
	} cases[] = {
	    {"start_m=2026-11-27T10:00 held_m=2026-11-27T11:15",
		"start_m=2026-11-27T11:00 held_m=2026-11-27T12:15",
		"Start: Fri 27 Nov 2026 10:00 > Fri 27 Nov 2026 11:00\n"},
	    {"therapist_id=1 room_id=2",
		"therapist_id=2 room_id=", "Therapist: Mia > Jon\nRoom: Room 2 > nothing\n"},
	    {"", "client_id=7 price_cents=9500 state=-",
		"Client: #7\nPrice: 95.00\nState: booked\n"},
	    {"note(3)", "note(12)", "Note: 3 characters > 12 characters\n"},
	    {"address=\"12 Mill \\\"Lane\\\"\\nElmtown\" rev=1", "address=\"\" rev=1",
		"Address: 12 Mill \"Lane\" Elmtown > nothing\n"},
	    {"confirmed_at=0", "confirmed_at=2026-11-23T14:00:00Z",
		"Confirmed: nothing > Mon 23 Nov 2026 09:00\n"},
	    {"skill=prenatal", "", "Skill: prenatal, gone\n"},
	    {"birth_day=1979-03-14 state=active", "birth_day= state=archived",
		"Birth: Wed 14 Mar 1979 > nothing\nState: active > archived\n"},
	    {"", "", ""},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct lines l = {0};
		struct str got = {0};

		history_changes(d, ">", cases[i].old, cases[i].new_, &l);
		for (size_t k = 0; k < l.n; k++)
			str_addf(&got, "%s\n", l.v[k].text);
		is_str(str_text(&got), cases[i].lines, "%s to %s", cases[i].old, cases[i].new_);
		lines_release(&l);
		str_release(&got);
	}
}

static void
test_former(struct tui *t)
{
	struct client c;

	must(desk_client_edit(&t->d, 2, 0, WORDS("last=Kelly"), 1, &c));
	client_release(&c);
	app_changed(&t->a);
	tui_keys(t, "C /[kelly] Enter H");
	ok(tui_shows(t, "Kept the former name: Changed client #2 Kelly") &&
		!tui_shows(t, "Added client #2: Changed"),
	    "a former name is no new client");
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone: ", 8) == 0, "what is on show is undone at once: %s",
	    tui_message(t));
	tui_keys(t, "/[zzz] Enter");
	ok(tui_shows(t, "Nothing with these words."), "a filter that finds nothing says so");
	tui_keys(t, "Esc D");
	ok(lines_break("Booked.  u Undo", 11) == 8, "a key stays with its word");
}

int
main(void)
{
	struct tui t;

	tui_start_monday(&t);
	tui_keys(&t, "Right Right Right");
	test_words(&t.d);
	test_subjects(&t);
	test_hours(&t);
	test_filter(&t);
	test_far_back(&t);
	test_former(&t);
	tui_stop(&t);
	return done();
}
