/* Slips of the hand: keys pressed twice, and keys that come when their question is gone. */
#include "tui_fixture.h"

/* The keys, with 100 ms between them. */
static void
quickly(struct tui *t, const char *keys)
{
	for (; *keys != '\0'; keys++) {
		char one[2] = {*keys, '\0'};

		t->ms -= 900;
		tui_keys(t, one);
	}
}

static void
test_answer_twice(struct tui *t)
{
	tui_keys(t, "t Left Left Left Left g[11:30] Enter x");
	quickly(t, "cc");
	is_str(tui_message(t), "Cancelled late 11:00 Novak.  u Undo",
	    "the answer twice within 400 ms counts once");
	tui_keys(t, "u x");
	quickly(t, "ee");
	is_int(app_where(&t->a), IN_DAY, "and opens nothing");
	tui_keys(t, "u");
	tui_keys(t, "C /[novak] Enter Enter x");
	quickly(t, "ee");
	is_int(app_where(&t->a), IN_CLIENT, "nor on the client's card");
	tui_keys(t, "u D t");
}

static void
test_sick_list(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right Up k Enter");
	ok(tui_shows(t, "1 of 2: 10:30"), "two are affected");
	quickly(t, "xx");
	ok(tui_shows(t, "2 of 2: 14:15"), "x twice within 400 ms counts once");
	tui_keys(t, "x c");
	ok(strstr(tui_message(t), "0 moved, 2 cancelled") != NULL, "c after the last is a slip: %s",
	    tui_message(t));
	tui_keys(t, "c");
	ok(strncmp(tui_message(t), "Message left", 12) == 0, "then it is what it is: %s",
	    tui_message(t));
	tui_keys(t, "u u u u");
}

/* Who is not sick after all affects nobody. */
static void
test_not_sick(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right Up k Enter");
	is_int(app_where(&t->a), IN_AFFECTED, "those affected");
	tui_keys(t, "u");
	is_int(app_where(&t->a), IN_DAY, "undone, the list is over");
	ok(strncmp(tui_message(t), "Undone: ", 8) == 0, "%s", tui_message(t));
	tui_keys(t, "t Right Right Right Right Up k Enter x u");
	is_int(app_where(&t->a), IN_AFFECTED, "undoing what was done in it leaves it open");
	tui_keys(t, "u t");
	is_int(app_where(&t->a), IN_DAY, "until the sickness itself is undone");
}

/* What cannot be moved is not picked up; what cannot be dropped says so, and stays picked up. */
static void
test_no_move(struct tui *t)
{
	tui_keys(t, "t Right Right Right Right m");
	is_str(tui_message(t), "It is completed; take that back first.", "done is done");
	tui_keys(t, "Left m");
	is_int(app_where(&t->a), IN_DAY, "nor free time");
	tui_keys(t, "Right g[14:15] Enter m g[10:30] Enter");
	ok(strncmp(tui_message(t), "Not possible: Mia is with", 25) == 0, "what is in the way: %s",
	    tui_message(t));
	tui_keys(t, "Enter");
	is_str(tui_message(t), "Not moved: it cannot be dropped here.", "it is refused");
	ok(t->a.message.n > 1 &&
		strncmp(t->a.message.v[1].text, "Not possible: Mia is with", 25) == 0,
	    "with why");
	is_int(app_where(&t->a), IN_MOVE, "it is still picked up");
	tui_keys(t, "Esc t");
}

int
main(void)
{
	struct tui t;

	tui_start_monday(&t);
	test_answer_twice(&t);
	test_sick_list(&t);
	test_not_sick(&t);
	test_no_move(&t);
	tui_stop(&t);
	return done();
}
