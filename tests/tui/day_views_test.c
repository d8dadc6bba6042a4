/* The day as rooms, as a list, with other rows, at every size; what absences and names do to it. */
#include "tui_fixture.h"

/* The golden screens of one way to see the day, in each size. */
static void
all_sizes(struct tui *t, const char *name)
{
	for (size_t i = 0; i < array_size(tui_sizes); i++) {
		tui_resize(t, tui_sizes[i].rows, tui_sizes[i].columns);
		tui_golden_sized(t, name);
	}
	tui_resize(t, 24, 80);
}

static void
test_screens(struct tui *t)
{
	tui_keys(t, "t g[10:30] Enter Right Right Right v");
	all_sizes(t, "day-rooms");
	tui_keys(t, "v");
	all_sizes(t, "day-list");
	tui_keys(t, "v z");
	all_sizes(t, "day-fine");
	tui_keys(t, "z g[9:00] Enter Up");
	ok(tui_shows(t, "k sick today, l runs late; x, m and a are for rows"),
	    "what a header knows");
	all_sizes(t, "day-head");
	tui_keys(t, "Down");
	tui_resize(t, 24, 80);
}

static void
test_rooms(struct tui *t)
{
	tui_keys(t, "t Right Right Right g[10:30] Enter v");
	ok(tui_focus_begins(t, "r1 Mia 10:30–12:00 O'Brien, Seamus"),
	    "what was selected stays selected");
	ok(tui_shows(t, "┃ Massage 90 Mia"), "a room tells who gives it");
	tui_keys(t, "m Right Right Right Enter");
	ok(strncmp(tui_message(t), "Moved 10:30 O'Brien to r4 10:30", 31) == 0 ||
		strstr(tui_message(t), "full") != NULL || t->a.message.n > 0,
	    "dropped into a room: %s", tui_message(t));
	tui_keys(t, "Esc Esc g[14:30] Enter m");
	tui_keys(t, "Esc g[15:30] Enter Left Left Left Left n[novak sw60 mia] Ctrl-S");
	ok(strncmp(tui_message(t), "Booked", 6) == 0, "booked from a room: %s", tui_message(t));
	is_int(day_selected_appt((struct day *)t->a.views[0])->room_id, 1, "into that room");
	tui_keys(t, "u v v");
	ok(tui_focus_begins(t, "Mia ") || tui_focus_begins(t, "Ben "), "and back to therapists");
}

static void
test_move_to_room(struct tui *t)
{
	int64_t id = tui_book(&t->d, "Vera Vine sw60 dev 14:00 r3");
	struct appt a = {0};

	app_changed(&t->a);
	tui_keys(t, "t Left Left Left Left v g[14:00] Enter Right Right");
	ok(tui_focus_begins(t, "r3 Dev 14:00–15:00 Vine, Vera"), "in her room");
	tui_keys(t, "m Right Down Enter");
	is_str(tui_message(t), "Moved 14:00 Vine to r4 14:30.  u Undo", "to another room and time");
	must(store_appt(t->d.store, id, &a));
	ok(a.room_id == 4 && civil_minute_of(a.start) == 870, "which is in the file");
	appt_release(&a);
	tui_keys(t, "u v v");
	tui_state(&t->d, id, APPT_VOID);
	app_changed(&t->a);
}

static void
test_list(struct tui *t)
{
	tui_keys(t, "t v v Left Left Left Left g[9:00] Enter");
	ok(tui_focus_begins(t, "Ben 09:00–11:00 free, 120 min"), "a free stretch is a line");
	ok(tui_shows(t, "> 09:00–11:00 · free, 120 min                                 Ben"),
	    "it tells whose");
	ok(tui_shows(t, "  09:15–10:15 ? no-show         Smith Alex      Massage 60    Dev"),
	    "as one that left the plan does");
	ok(tui_shows(t, "\n  09:00 ┄┄"), "the now-line stands in it");
	tui_keys(t, "g[9:30] Enter");
	ok(tui_focus_begins(t, "Ben 09:00–11:00 free, 120 min, at 09:30"), "a time within it");
	tui_keys(t, "n[novak sw60] Ctrl-S");
	ok(strstr(tui_message(t), "half past nine in the morning") != NULL, "is where n books");
	ok(tui_shows(t, "\nBen 09:30–10:30 Novak, Jan"), "the cursor goes along");
	tui_keys(t, "y");
	ok(tui_shows(t, "> 09:30–10:30 + confirmed       Novak Jan"), "status keys work");
	tui_keys(t, "m g[15:30] Enter Enter");
	is_str(tui_message(t), "Moved 09:30 Novak to Ben 15:30.  u Undo", "moving, too");
	tui_keys(t, "u u u g[12:30] Enter");
	ok(tui_focus_begins(t, "Ben 12:30–13:15 kept free: lunch"), "kept time is a line");
	tui_keys(t, "PgUp PgUp PgUp PgUp Up Up");
	ok(tui_focus_begins(t, "Ben: 1 appointment"), "Up from the first is a header");
	tui_keys(t, "Right Right");
	ok(tui_focus_begins(t, "Jon: 2 appointments, 2.0 h, until 18:00"), "of whom one pleases");
	tui_keys(t, "Down v");
	ok(tui_shows(t, "Time │ Ben"), "and back to the grid");
}

static void
test_rows(struct tui *t)
{
	tui_keys(t, "t");
	ok(strncmp(tui_line(t, 4), "09:30", 5) == 0, "rows of 30 minutes");
	tui_keys(t, "z");
	ok(strncmp(tui_line(t, 4), "   15", 5) == 0, "z: of 15");
	tui_resize(t, 40, 120);
	ok(strncmp(tui_line(t, 4), "   15", 5) == 0, "they stay so");
	tui_resize(t, 16, 60);
	tui_keys(t, "g[15:00] Enter");
	for (int i = 0; i < 4; i++) {
		tui_keys(t, "Down");
		ok(tui_line(t, 3)[2] == ':', "the topmost row has its hour: %.5s", tui_line(t, 3));
	}
	tui_keys(t, "t z");
	ok(!tui_shows(t, "   15│"), "z: of 30 again");
	tui_resize(t, 24, 80);
}

/* A whole day off and a closure do not make the day begin at midnight. */
static void
test_absences(struct tui *t)
{
	tui_book(&t->d, "Early Bird sw60 mia tue 8:30");
	tui_block(&t->d, "ben", "2026-11-24T00:00", "2026-11-25T00:00", "holiday");
	tui_block(&t->d, NULL, "2026-11-26T00:00", "2026-11-27T00:00", "public holiday");
	app_changed(&t->a);
	tui_keys(t, "t Right Right Right g[tue 9:00] Enter");
	tui_golden(t, "day-off-80");
	ok(strncmp(tui_line(t, 3), "08:30", 5) == 0, "it begins with what is booked");
	tui_keys(t, "g[thu 9:00] Enter");
	ok(strncmp(tui_line(t, 3), "09:00", 5) == 0 && tui_shows(t, "//public holiday"),
	    "a closed day with the hours it would have: %s", tui_line(t, 3));
	tui_keys(t, "t");
}

/* A couple stands in both columns, and once in its room; it moves together. */
static void
test_couple(struct tui *t)
{
	tui_book(&t->d, "Ina Costa sw60 mia thu 9:00");
	tui_book(&t->d, "Leo Lima sw60 jon thu 9:00");
	tui_book(&t->d, "costa + lima cp60 mia + jon wed 10:00 r2");
	app_changed(&t->a);
	tui_keys(t, "Right Right Right g[wed 10:00] Enter");
	tui_golden(t, "day-couple-80");
	ok(tui_shows(t, "-Costa & Lim") && tui_shows(t, "-Lima & Costa"), "in both columns");
	tui_keys(t, "v g[10:00] Enter Left Left Left Right");
	ok(tui_shows(t, ">-Costa & L") && !tui_shows(t, "-Lima & C"), "once in its room");
	tui_keys(t, "m Esc");
	is_str(tui_message(t), "10:00 Costa & Lima stays where it was.", "put back are both");
	tui_keys(t, "m g[thu] Enter Esc");
	is_str(tui_message(t), "10:00 Costa & Lima stays where it was.", "from another day, too");
	tui_keys(t, "m Down Enter");
	ok(strncmp(tui_message(t), "Moved 10:00 Costa & Lima to r2 10:30", 36) == 0, "moved: %s",
	    tui_message(t));
	tui_keys(t, "v");
	ok(tui_shows(t, "10:30–11:30 - booked          Costa & Lima") &&
		tui_shows(t, "10:30–11:30 - booked          Lima & Costa"),
	    "both of them");
	tui_keys(t, "u v g[10:00] Enter Enter");
	ok(tui_shows(t, "Client      Costa, Ina & Lima, Leo") &&
		tui_shows(t, "Therapist   Mia & Jon"),
	    "the card names both");
	tui_resize(t, 16, 60);
	ok(tui_shows(t, " lines more: PgDn ") && !tui_shows(t, "State  "),
	    "and says what does not fit");
	tui_keys(t, "PgDn");
	ok(tui_shows(t, " above: PgUp ") && tui_shows(t, "State  ") && !tui_shows(t, "│ Client  "),
	    "which is gone to");
	tui_keys(t, "PgDn End");
	ok(tui_shows(t, " above: PgUp "), "as far as there are lines");
	tui_keys(t, "Home");
	ok(tui_shows(t, "│ Client  ") && !tui_shows(t, "State  "), "and back");
	tui_keys(t, "Down");
	tui_resize(t, 24, 80);
	ok(tui_shows(t, "│ Client  ") && tui_shows(t, "State  ") && !tui_shows(t, "PgUp"),
	    "where all of it fits, all is shown");
	tui_keys(t, "Esc y");
	is_str(tui_message(t), "Confirmed 10:00 Costa (with Lima).  u Undo", "one said yes");
	tui_keys(t, "u x p");
	is_str(tui_message(t), "Cancelled by the practice 10:00 Costa & Lima.  u Undo", "both go");
	tui_keys(t, "u t");
}

/* It is split on purpose, from the day or the card of either. */
static void
test_split(struct tui *t)
{
	tui_keys(t, "g[wed 10:00] Enter :[split] Enter");
	ok(tui_shows(t, "Couples massage is for 2: what does each take then? sw60"),
	    "it is asked what each takes");
	tui_keys(t, "Enter");
	ok(t->a.prompt.open && tui_shows(t, "Not split: Couples massage is for 2"), "and must be");
	tui_keys(t, "[sw60] Enter");
	is_str(tui_message(t), "Split 10:00 Costa and Lima; Costa is in r1.  u Undo", "split");
	ok(tui_shows(t, "-Costa Ina") && tui_shows(t, "-Lima Leo"), "each is one");
	tui_keys(t, "x p");
	is_str(tui_message(t), "Cancelled by the practice 10:00 Costa.  u Undo", "and goes alone");
	tui_keys(t, "u :[split] Enter");
	is_str(tui_message(t), "No couple is selected; only a couple is split.", "once");
	tui_keys(t, "u");
	ok(tui_shows(t, "-Costa & Lim"), "one step back they are a couple again");
	tui_keys(t, ":[split ly60] Enter");
	ok(app_where(&t->a) == IN_REASON && tui_shows(t, "lacks a skill"), "a finding asks why");
	tui_keys(t, "Esc");
	ok(t->a.prompt.open && tui_shows(t, "Split, each takes: ly60"), "Esc gives the words back");
	tui_keys(t, "Enter 3");
	ok(strncmp(tui_message(t), "Split 10:00", 11) == 0, "a reason goes on: %s", tui_message(t));
	tui_keys(t, "u");
	tui_keys(t, "C /[costa] Enter Enter :[split sw60] Enter");
	ok(strncmp(tui_message(t), "Split 10:00 Costa and Lima", 26) == 0, "from the card: %s",
	    tui_message(t));
	tui_keys(t, "u D t");
}

/* Who has no name is called by the phone, everywhere. */
static void
test_phone(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right g[17:00] Enter n[555-0199 sw60] Ctrl-N Ctrl-S");
	ok(strstr(tui_message(t), "five o'clock") != NULL, "the message: %s", tui_message(t));
	ok(tui_shows(t, ">-555-0199"), "the grid");
	ok(tui_shows(t, "Mia 17:00–18:00 555-0199"), "the focus");
	tui_keys(t, "u");
}

static void
test_paging(struct tui *t)
{
	static const char *const more[] = {"eve", "fay", "gus"};
	int64_t long_name = 0;

	for (size_t i = 0; i < array_size(more); i++) {
		char code[16], name[16];
		struct appt_list way = {0};
		int64_t id = 0;

		snprintf(code, sizeof(code), "code=%s", more[i]);
		snprintf(name, sizeof(name), "name=%c%s", more[i][0] - 'a' + 'A', more[i] + 1);
		must(desk_therapist_save(&t->d, &id, WORDS(code, name), 2));
		must(desk_hours(&t->d, id, "mon-fri 9-18", CIVIL_DAY_NONE, 1, 0, &way));
		appt_list_release(&way);
	}
	app_changed(&t->a);
	tui_keys(t, "t Left Left Left Left Left Left Left");
	ok(tui_shows(t, "Ben 1–5 of 7 >"), "more therapists than fit");
	tui_keys(t, "Right Right Right Right Right");
	ok(tui_shows(t, "< Jon 3–7 of 7"), "the next page is full, too: %s", tui_line(t, 1));
	tui_golden(t, "day-paged-80");
	tui_resize(t, 24, 200);
	ok(tui_shows(t, "│ Ben") && tui_shows(t, "│ Mia"), "200 columns have them all");
	tui_golden(t, "day-200");
	tui_resize(t, 16, 60);
	ok(tui_shows(t, "< Jon 6 of 7 >"), "60 have one: %s", tui_line(t, 1));
	tui_resize(t, 23, 79);
	ok(tui_shows(t, "< Jon 6 of 7 >"), "as have 79");
	tui_resize(t, 24, 80);
	must(desk_therapist_save(
	    &t->d, &long_name, WORDS("code=zoe", "name=Zoe-Alexandra Featherstonehaugh"), 2));
	app_changed(&t->a);
	tui_keys(t, "Right Right Right Right Right");
	ok(tui_shows(t, "< Zoe-Alex 4–8 of 8") && tui_shows(t, "? Help"), "a long name is cut: %s",
	    tui_line(t, 1));
}

int
main(void)
{
	struct tui t;

	tui_start_monday(&t);
	test_screens(&t);
	test_rooms(&t);
	test_move_to_room(&t);
	test_list(&t);
	test_rows(&t);
	test_absences(&t);
	test_couple(&t);
	test_split(&t);
	test_phone(&t);
	test_paging(&t);
	tui_stop(&t);
	return done();
}
