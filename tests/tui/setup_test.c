/* The set-up: lists, dialogs by literal keys, what is in the way, and taking it back. */
#include <frontdesk/desk_history.h>
#include <frontdesk/desk_person.h>

#include "tui_fixture.h"

static void
test_menu(struct tui *t)
{
	tui_keys(t, "S");
	tui_golden(t, "setup-80");
	ok(!tui_shows(t, "n New") && !tui_shows(t, "p PIN"), "no key that does nothing here");
	tui_selection(t);
	tui_keys(t, "Enter");
	tui_golden(t, "setup-practice-80");
	tui_keys(t, "Esc");
	ok(tui_shows(t, "> Practice"), "Esc goes back to the menu, where it was");
	tui_keys(t, "Down Enter");
	tui_golden(t, "setup-therapists-80");
	tui_selection(t);
	tui_keys(t, "Down Enter");
	tui_golden(t, "setup-therapist-80");
	tui_keys(t, "Esc Esc Esc");
	ok(tui_shows(t, "[D Day]"), "Esc after Esc goes home");
	tui_keys(t, "S Down Down Down Enter");
	tui_golden(t, "setup-services-80");
	tui_keys(t, "D");
}

/* Words kind by kind, and flags: changed, added, archived. */
static void
test_words(struct tui *t)
{
	const struct vocabulary *l = &t->d.practice.vocabulary;
	const struct flag_rule *r;

	tui_keys(t, "S End Up Up Enter");
	ok(tui_shows(t, "> region") && !tui_shows(t, "n New"), "the kinds of words");
	tui_keys(t, "Down Down Down Down Enter");
	tui_golden(t, "setup-words-80");
	tui_keys(t, "Enter");
	ok(tui_shows(t, "Change condition fever today"), "a word is opened");
	tui_keys(t, "Tab Ctrl-U [feverish today] Ctrl-S");
	is_str(tui_message(t), "Changed condition feverish today.  u Undo", "and changed");
	is_str(vocabulary_label(l, VOCABULARY_CONDITION, "fever"), "feverish today", "in the file");
	tui_keys(t, "n [Gout] Tab [Gout] Ctrl-S");
	ok(tui_shows(t, "code: \"Gout\" is no code"), "what is wrong is named");
	tui_keys(t, "Ctrl-U [gout] Ctrl-S");
	is_str(tui_message(t), "Added condition Gout.  u Undo", "one is added");
	tui_keys(t, "End x");
	is_str(tui_message(t), "Archived Gout.  u Undo", "and archived");
	ok(!vocabulary_word(l, VOCABULARY_CONDITION, "gout")->active, "in the file");
	tui_keys(t, "Esc");
	ok(tui_shows(t, "> condition"), "Esc goes to the kinds");
	tui_keys(t, "Esc Down Enter");
	tui_golden(t, "setup-flags-80");
	tui_keys(t, "End Enter Tab Tab Ctrl-U [adapt] Tab Tab Tab Ctrl-U [2] Ctrl-S");
	r = flag_rule(&t->d.practice.flag_rules, "fragrance");
	ok(r->level == FLAG_ADAPT && r->cap == 2, "a flag's level is the practice's to change");
	tui_keys(t, "u u u u D");
}

/* A person who has never seen it: a therapist with hours, led by the screen. */
static void
test_therapist(struct tui *t)
{
	const struct therapist *zoe;
	int64_t id = 0;

	tui_keys(t, "S Down Enter n [zoe] Enter [Zoe Young] Enter [q] Ctrl-S");
	ok(tui_shows(t, "gender: \"q\" is neither F, M nor X"), "what is wrong is named");
	ok(tui_shows(t, "field 3 of 10: Gender"), "and the cursor is there");
	tui_keys(t, "Ctrl-U [f] Ctrl-S");
	is_str(tui_message(t), "Added therapist Zoe Young.  u Undo", "she is there");
	ok(tui_shows(t, "no hours yet: h"), "and what is next");
	must(practice_find_therapist(&t->d.practice, "zoe", &id));
	tui_keys(t, "End h");
	ok(tui_shows(t, "No hours yet: h says"), "an empty list says what to press");
	tui_keys(t, "h [mon-fri 9] Ctrl-S");
	ok(tui_shows(t, "field 1 of 3: Hours") && tui_shows(t, "Not saved"), "hours that are none");
	tui_keys(t, "Ctrl-U [mon-fri 9-13 14-18] Tab [someday] Ctrl-S");
	ok(tui_shows(t, "field 2 of 3: From"), "a day that is none");
	tui_keys(t, "Ctrl-U Tab [5/4] Ctrl-S");
	ok(tui_shows(t, "field 3 of 3: Week"), "a week that is none");
	tui_keys(t, "Ctrl-U Enter");
	zoe = practice_therapist(&t->d.practice, id);
	is_int(zoe->shifts.n, 10, "Enter on the last field saves");
	tui_keys(t, "d [24 dec] Enter [off] Enter");
	zoe = practice_therapist(&t->d.practice, id);
	is_int(zoe->exceptions.n, 1, "one day is another");
	tui_golden(t, "setup-hours-80");
	tui_keys(t, "End x");
	is_int(practice_therapist(&t->d.practice, id)->exceptions.n, 0, "and as usual again");
	tui_keys(t, "u");
	is_int(practice_therapist(&t->d.practice, id)->exceptions.n, 1, "u takes it back at once");
	tui_keys(t, "u u");
	is_int(practice_therapist(&t->d.practice, id)->shifts.n, 0, "step by step");
	tui_keys(t, "u");
	ok(practice_therapist(&t->d.practice, id) == NULL, "to before there was a therapist");
	ok(tui_shows(t, "Therapists"), "whose hours are not shown any more");
	tui_keys(t, "D");
}

static void
test_change(struct tui *t)
{
	int64_t id = 0;

	must(practice_find_room(&t->d.practice, "r3", &id));
	tui_keys(t, "S Down Down Enter Down Down Enter Tab Ctrl-U [Garden] Ctrl-S");
	is_str(practice_room(&t->d.practice, id)->name, "Garden", "a room is renamed");
	is_str(tui_message(t), "Changed room Garden.  u Undo", "which is said");
	tui_keys(t, "Enter Ctrl-U [r1] Ctrl-S");
	ok(tui_shows(t, "\"r1\" is taken by Room 1") && tui_shows(t, "field 1 of 5: Code"),
	    "a code that is taken");
	tui_keys(t, "Esc");
	tui_keys(t, "x");
	ok(!practice_room(&t->d.practice, id)->active && tui_shows(t, "booked there"),
	    "x archives, and lists what is booked there");
	tui_keys(t, "Esc");
	ok(tui_shows(t, "archived: x takes back"), "Esc goes back to the list");
	tui_keys(t, "x");
	ok(practice_room(&t->d.practice, id)->active, "and takes back");
	tui_keys(t, "Esc Down Enter n [zz] Enter [Zen] Ctrl-S");
	ok(tui_shows(t, "of 11: Prices"), "a service needs prices: the cursor is there");
	tui_keys(t, "[60=80,90=120] Ctrl-S");
	is_str(tui_message(t), "Added service Zen.  u Undo", "a service");
	tui_keys(t, "u D");
}

static void
test_in_the_way(struct tui *t)
{
	tui_keys(t, "S Down Enter End h n Ctrl-U [mon 14-18] Enter Enter Enter");
	ok(tui_shows(t, "2 booked there stay"), "what is booked outside new hours: %s",
	    tui_message(t));
	tui_golden(t, "setup-way-80");
	tui_selection(t);
	tui_keys(t, "Esc");
	ok(tui_shows(t, "Hours of Mia"), "Esc goes back to the hours");
	tui_keys(t, "u D S Down Enter Down Down o");
	ok(tui_shows(t, "field 2 of 4: When"), "o knows who");
	tui_keys(t, "[mon 9-12] Enter [dentist] Enter Enter");
	ok(tui_shows(t, "1 booked there stays"), "and time off: %s", tui_message(t));
	tui_keys(t, "Esc Esc Down Down Down Enter");
	tui_golden(t, "setup-off-80");
	tui_keys(t, "x");
	ok(!tui_shows(t, "dentist"), "x gives it back");
	tui_keys(t, "n [al] Enter [24 dec to 26 dec] Enter [closed] Enter [maybe] Enter");
	ok(tui_shows(t, "field 4 of 4: Every week"), "neither yes nor no");
	tui_keys(t, "Ctrl-U [no] Enter");
	ok(tui_shows(t, "all       Thu 24 Dec 2026"), "the practice is closed");
	tui_keys(t, "u D");
}

static void
test_settings(struct tui *t)
{
	tui_keys(t, "S Enter Down Down Down Enter Ctrl-U [Mars] Ctrl-S");
	ok(tui_shows(t, "no time zone \"Mars\""), "no such zone");
	tui_keys(t, "Ctrl-U [Europe/Berlin] Enter");
	ok(tui_shows(t, "Why go on all the same?"), "another zone asks why");
	tui_golden(t, "setup-zone-80");
	tui_keys(t, "3");
	is_str(settings_text(&t->d.practice.settings, SETTING_ZONE), "Europe/Berlin",
	    "and takes the reason");
	tui_keys(t, "u Home Down Down Down Down Down Down Enter Down Down Enter Enter");
	is_str(settings_text(&t->d.practice.settings, SETTING_GRID), "5", "choices by Down");
	tui_keys(t, "u D S Enter End Enter [Hall 2 | ring twice] Enter");
	is_str(settings_text(&t->d.practice.settings, SETTING_CARD_FOOTER), "Hall 2\nring twice",
	    "lines by |");
	tui_keys(t, "u D");
}

static void
test_persons(struct tui *t)
{
	char *label = NULL;

	tui_keys(t, "S End Enter");
	ok(tui_shows(t, "Everybody may do everything"), "no persons: said, with what to press");
	tui_keys(t, "n Ctrl-S");
	ok(desk_me(&t->d) != NULL && desk_me(&t->d)->role == PERSON_OWNER, "we are the owner");
	tui_keys(t, "n [ana] Enter [Ana] Ctrl-S");
	ok(tui_shows(t, "field 3 of 4: Role"), "the second is asked for a role");
	tui_keys(t, "[desk] Ctrl-S Home p [1234] Enter [1235] Enter");
	ok(tui_shows(t, "the two are not the same") && !tui_shows(t, "1234"),
	    "a PIN is typed twice");
	ok(!tui_shows(t, "*"), "and then again, from nothing");
	tui_keys(t, "[1234] Enter [1234] Enter");
	is_str(tui_message(t), "Ana's PIN is set.  u Undo", "and set");
	tui_golden(t, "setup-persons-80");
	for (int i = 0; i < 2; i++) {
		must(desk_undo(&t->d, &label));
		free(label);
	}
	tui_keys(t, "p");
	is_str(tui_message(t), "That person is not there any more.", "Ana is gone meanwhile");
	for (int i = 0; i < 2; i++) {
		must(desk_redo(&t->d, &label));
		free(label);
	}
	t->d.options.who = "ana";
	tui_keys(t, "D S Enter Enter Ctrl-U [Mine] Enter");
	ok(tui_shows(t, "setting up is for the owner"), "the desk sets nothing up");
	tui_keys(t, "Esc D");
	t->d.options.who = "rita";
}

static void
test_sizes(struct tui *t)
{
	tui_resize(t, 40, 120);
	tui_keys(t, "S Down Enter");
	tui_golden(t, "setup-therapists-120");
	tui_resize(t, 16, 60);
	tui_golden(t, "setup-therapists-60");
	tui_keys(t, "Enter");
	tui_golden(t, "setup-therapist-60");
	tui_keys(t, "Esc D");
}

/* A half-typed form comes back over the list it was parked in. */
static void
test_parked(struct tui *t)
{
	int64_t dev = 0;

	must(practice_find_therapist(&t->d.practice, "dev", &dev));
	tui_keys(t, "S Down Enter Down h n Ctrl-U [mon 9-12] Esc D O Enter");
	ok(tui_shows(t, "] SETUP ") && tui_shows(t, "mon 9-12"), "hours, over the set-up");
	tui_keys(t, "Esc");
	ok(tui_shows(t, "Hours of Dev"), "in the list of that therapist's");
	tui_keys(t, "O x x S Down Enter Down Enter Tab Ctrl-U [Devon] Esc C O Enter");
	ok(tui_shows(t, "] SETUP ") && tui_shows(t, "Devon"), "a therapist, from elsewhere");
	tui_keys(t, "[te] Ctrl-S");
	is_str(practice_therapist(&t->d.practice, dev)->name, "Devonte", "is saved");
	ok(tui_shows(t, "> dev       Devonte"), "and selected in the list: %s", tui_message(t));
	tui_keys(t, "u D");
}

int
main(void)
{
	struct tui t;

	fixture_open(&t.d);
	tui_monday(&t.d);
	desk_close(&t.d);
	tui_start(&t, "rita", 24, 80);
	test_menu(&t);
	test_parked(&t);
	test_words(&t);
	test_therapist(&t);
	test_change(&t);
	test_in_the_way(&t);
	test_settings(&t);
	test_persons(&t);
	test_sizes(&t);
	tui_stop(&t);
	return done();
}
