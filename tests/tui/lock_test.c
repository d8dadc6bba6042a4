/* The locked screen, and signing in. */
#include <frontdesk/desk_person.h>

#include "tui_fixture.h"

#include "../../src/tui/lock.h"

enum { MINUTE = 60 * 1000 };

static void
tick(struct tui *t, int64_t ms)
{
	t->ms += ms - 1000;
	tui_event(t, (struct event){.kind = EVENT_TICK});
}

static bool
tells_of_the_book(struct tui *t)
{
	static const char *const names[] = {
	    "Brien", "Jones", "Müller", "Mia", "Ben", "Massage 60", "Arrived", "rita"};

	for (size_t i = 0; i < array_size(names); i++)
		if (tui_shows(t, names[i]))
			return true;
	return false;
}

static void
test_no_pins(struct tui *t)
{
	tui_keys(t, ":[half typed]");
	tick(t, 9 * MINUTE);
	ok(!t->a.lock.on, "nine minutes are not ten");
	tick(t, MINUTE);
	ok(t->a.lock.on, "ten are");
	ok(tui_shows(t, "Test practice") && tui_shows(t, "9:00"), "the practice and the time show");
	ok(!tells_of_the_book(t), "nothing else does");
	tui_golden(t, "locked-80");
	tui_keys(t, "x");
	ok(!t->a.lock.on, "any key goes on when nobody has a PIN");
	is_str(str_text(&t->a.prompt.line.text), "half typed", "what was half typed stays");
	tui_keys(t, "Ctrl-U Esc n[half a name]");
	tick(t, 10 * MINUTE);
	ok(t->a.lock.on && !tui_shows(t, "half a name"), "over a dialog, too");
	tui_keys(t, "x");
	is_str(tui_field(t, 0), "half a name", "which stays as it was");
	tui_keys(t, "Ctrl-U Esc");
	tick(t, 6 * MINUTE);
	tui_keys(t, "Down");
	tick(t, 6 * MINUTE);
	ok(!t->a.lock.on, "a key begins the time anew");
	must(desk_set(&t->d, "idle_lock", "1", NULL));
	tick(t, MINUTE);
	ok(t->a.lock.on, "the practice says how long");
	must(desk_set(&t->d, "idle_lock", "10", NULL));
	tui_keys(t, "x");
	t->ms += 10 * MINUTE;
	tui_keys(t, "?");
	is_int(app_where(&t->a), IN_DAY, "a key after a sleep without ticks only unlocks");
}

static void
test_pins(struct tui *t)
{
	int64_t rita = 0, ana = 0;

	must(desk_person_save(&t->d, &rita, WORDS("name=Rita"), 1));
	must(desk_person_save(&t->d, &ana, WORDS("login=ana", "name=Ana", "role=desk"), 3));
	must(desk_person_pin(&t->d, rita, "1111"));
	must(desk_person_pin(&t->d, ana, "2222"));
	app_changed(&t->a);
	tui_keys(t, "U");
	ok(t->a.lock.on, "U locks");
	tui_golden(t, "locked-pin-80");
	tui_keys(t, "[9999]");
	ok(tui_shows(t, "****") && !tui_shows(t, "9999"), "the PIN is not shown");
	tui_keys(t, "Enter");
	ok(t->a.lock.on && tui_shows(t, "not the name and PIN"), "a wrong one is told");
	tui_keys(t, "[1111] Enter");
	ok(t->a.lock.on && tui_shows(t, "Wait"), "and waits");
	tui_keys(t, "[1111]");
	is_int(t->a.lock.pin.text.n, 4, "typed again it is not put behind what is not seen");
	tui_keys(t, "Enter");
	tick(t, 500);
	tick(t, 500);
	tui_keys(t, "Enter");
	ok(!t->a.lock.on, "two ticks, then the right one opens");
	tui_keys(t, "U [0000] Enter");
	for (int i = 0; i < 2; i++)
		tick(t, 500);
	tui_keys(t, "[0000] Enter");
	for (int i = 0; i < 2; i++)
		tick(t, 500);
	tui_keys(t, "[1111] Enter");
	ok(t->a.lock.on, "the second wrong one waits longer");
	for (int i = 0; i < 2; i++)
		tick(t, 500);
	tui_keys(t, "Enter");
	ok(!t->a.lock.on, "not for ever");
	is_str(t->d.options.who, "rita", "still us");
	tui_keys(t, "g[fr]");
	lock_screen(&t->a);
	tui_keys(t, "Tab [ana] Enter [2222] Enter");
	ok(!t->a.prompt.open, "another person does not finish what one half typed");
	tui_keys(t, "U [1112] Up [ana] Enter");
	ok(tui_shows(t, "not the name and PIN"), "a wrong one, sent from the name");
	tui_keys(t, "[2222]");
	ok(!tui_shows(t, "2222") && tui_shows(t, "****"), "what is typed then is a PIN");
	for (int i = 0; i < 2; i++)
		tick(t, 500);
	tui_keys(t, "Enter");
	ok(!t->a.lock.on, "and opens");
	ok(!t->a.lock.on, "another person signs in");
	is_str(t->d.options.who, "ana", "and acts");
	ok(tui_shows(t, "user: ana"), "the title says who");
	tui_keys(t, "U Ctrl-Q Ctrl-Q");
	ok(t->a.leave, "leaving needs no PIN");
	t->a.leave = false;
	tui_keys(t, "[2222] Enter");
}

/* A login that several share begins locked. */
static void
test_shared(void)
{
	struct tui t;

	tui_start(&t, "counter", 24, 80);
	lock_at_start(&t.a);
	ok(t.a.lock.on, "who is no person must say who");
	tui_keys(&t, "[desk2222]");
	ok(tui_shows(&t, "Name  desk****"), "a PIN typed in the place of the name is not shown");
	tui_keys(&t, "Ctrl-U [ana] Enter [2222] Enter");
	ok(!t.a.lock.on, "and then goes on");
	tui_stop(&t);
}

/* After a wrong PIN, leaving and coming back is no way around the wait. */
static void
test_restart(void)
{
	struct tui t;

	tui_start(&t, "counter", 24, 80);
	lock_at_start(&t.a);
	is_int(t.a.lock.wait, 0, "after the right PIN nobody waits");
	tui_keys(&t, "[ana] Enter [9999] Enter");
	tui_stop(&t);
	tui_start(&t, "counter", 24, 80);
	lock_at_start(&t.a);
	tui_keys(&t, "[ana] Enter [2222] Enter");
	ok(t.a.lock.on && tui_shows(&t, "Wait"), "after a wrong one a new start waits, too");
	tick(&t, 500);
	tick(&t, 500);
	tui_keys(&t, "Enter");
	ok(!t.a.lock.on, "as long as without it");
	tui_stop(&t);
}

/* Locked, nothing of the book stands on the screen, whatever its size, and nothing asked before is
 * answered afterwards. */
static void
test_locked(struct tui *t)
{
	const struct event small = {.kind = EVENT_RESIZE, .rows = 10, .columns = 50};
	const struct event usual = {.kind = EVENT_RESIZE, .rows = 24, .columns = 80};

	tui_keys(t, ":[lock now]");
	tui_keys(t, "Enter");
	ok(t->a.lock.on, "words behind :lock are nothing");
	tui_keys(t, "Enter");
	app_say(&t->a, ROLE_MESSAGE, "Confirmed 10:30 O'Brien.");
	tui_keys(t, "U");
	tui_event(t, small);
	ok(tui_shows(t, "too small") && !tui_shows(t, "O'Brien"), "a small window tells no name");
	tui_event(t, usual);
	ok(!tui_shows(t, "O'Brien"), "nor does a large one");
	tui_keys(t, "Enter");
	ok(!t->a.lock.on, "and it opens again");
}

int
main(void)
{
	struct tui t;

	fixture_open(&t.d);
	tui_monday(&t.d);
	desk_close(&t.d);
	tui_start(&t, "rita", 24, 80);
	test_no_pins(&t);
	test_locked(&t);
	test_pins(&t);
	test_shared();
	test_restart();
	tui_stop(&t);
	return done();
}
