/* The first start: nothing is made before it is said, and then the day is there. */
#include <sys/stat.h>

#include <frontdesk/desk_file.h>

#include "tui_fixture.h"

#include "../../src/tui/welcome.h"

/* What main.c does when there is no file; the place is the fixture's path. */
static void
start(struct tui *t, const struct desk_options *o)
{
	fixture_remove();
	*t = (struct tui){0};
	must(welcome_desk(&t->d, o, "Europe/Berlin"));
	must(app_init(&t->a, &t->d, false, 24, 80));
	app_push(&t->a, day_new(&t->a));
	app_push(&t->a, welcome_new(&t->a, o, "Europe/Berlin"));
}

static bool
there(void)
{
	return access(fixture_path, F_OK) == 0;
}

/* The welcome names the path, which is another in each run: goldens stand on a fixed one. */
static void
test_screens(void)
{
	struct desk_options o = fixture_options("rita");
	struct tui t;

	o.path = "/home/rita/.local/share/frontdesk/practice.db";
	start(&t, &o);
	tui_golden(&t, "welcome-80");
	tui_keys(&t, "Enter");
	tui_golden(&t, "welcome-new-80");
	tui_keys(&t, "Esc Down Enter");
	tui_resize(&t, 16, 60);
	tui_golden(&t, "welcome-lists-60");
	tui_resize(&t, 40, 120);
	tui_keys(&t, "Esc");
	tui_golden(&t, "welcome-120");
	is_int(t.a.parked.n, 0, "nothing is parked: there is no practice it could belong to");
	tui_stop(&t);
}

static void
test_leave(void)
{
	const struct desk_options o = fixture_options("rita");
	struct tui t;

	start(&t, &o);
	tui_keys(&t, "Enter [Hill] Esc Down Down Enter D S n");
	ok(tui_shows(&t, "WELCOME"), "there is nowhere else to go");
	tui_keys(&t, "Esc");
	ok(t.a.leave, "Esc leaves");
	ok(!there(), "and leaves nothing behind");
	tui_stop(&t);
}

static void
test_new(void)
{
	const struct desk_options o = fixture_options("rita");
	struct tui t;

	start(&t, &o);
	tui_keys(&t, "Enter Ctrl-S");
	ok(!there() && tui_shows(&t, "no name;") && tui_shows(&t, "field 1 of 3: Name"),
	    "a practice has a name");
	tui_keys(&t, "[Hill] Tab [Mars] Tab [perhaps] Ctrl-S");
	ok(!there() && tui_shows(&t, "field 2 of 3: Time zone"), "of two that are wrong the first");
	tui_keys(&t, "Esc Down Enter");
	is_str(tui_field(&t, 0), "Hill", "what was typed is kept over Esc");
	is_str(tui_field(&t, 1), "Mars", "for either way");
	tui_keys(&t, "Space [Side] Esc Up Enter");
	is_str(tui_field(&t, 0), "Hill Side", "and is edited, not replaced");
	tui_keys(&t, "Ctrl-U [Hill Massage] Enter Ctrl-U [Mars] Enter Enter");
	ok(tui_shows(&t, "no time zone \"Mars\"") && tui_shows(&t, "field 2 of 3: Time zone"),
	    "what is wrong is named");
	ok(!there(), "nothing is made");
	tui_keys(&t, "Ctrl-U [Europe/Berlin] Tab Ctrl-U [perhaps] Ctrl-S");
	ok(tui_shows(&t, "field 3 of 3: Services"), "neither yes nor no");
	tui_keys(&t, "Ctrl-U [yes] Enter");
	ok(there(), "the file is made");
	ok(tui_shows(&t, "[Hill Massage] DAY"), "and the day is there");
	is_str(t.d.options.path, fixture_path, "of that file");
	ok(tui_shows(&t, "No therapists yet: S adds them.") && tui_shows(&t, "S sets up"),
	    "an empty grid says what to press");
	tui_keys(&t, "Esc");
	ok(tui_shows(&t, "S, Therapists, n adds one") && !t.a.leave, "and goes on saying it");
	tui_keys(&t, "n");
	is_str(tui_message(&t), "No therapists yet: S adds them.", "and n says it");
	tui_keys(&t, "Esc Enter");
	is_str(tui_message(&t), "No therapists yet: S adds them.", "and Enter");
	tui_keys(&t, "F[dt60] Enter");
	ok(tui_shows(&t, "no therapists yet"), "nor is time free of nobody");
	tui_keys(&t, "Esc");
	tui_keys(&t, "S Down Enter n [mia] Enter [Mia] Ctrl-S h h [mon-fri 9-17] Ctrl-S D");
	ok(tui_shows(&t, "Mia"), "from there the practice is set up");
	tui_stop(&t);
	start(&t, &o);
	tui_stop(&t);
}

static void
test_demo(void)
{
	const struct desk_options o = fixture_options("rita");
	struct day *day;
	struct tui t;

	start(&t, &o);
	day = (struct day *)t.a.views[0];
	day->day--; /* by the clock of the system */
	day->minute = 20 * 60;
	tui_keys(&t, "Down Down Enter");
	ok(!there() && tui_shows(&t, "Enter again makes it"), "the demonstration asks");
	tui_keys(&t, "Esc");
	ok(!t.a.leave && tui_shows(&t, "Nothing was made."), "Esc is no, and stays");
	tui_keys(&t, "Enter Up Down Enter");
	ok(!there(), "any other key is no yes");
	tui_keys(&t, "Enter");
	ok(there() && tui_shows(&t, "[Elm Street Massage] DAY"), "Enter again is one");
	is_int(day->day, civil_day_of(t.a.now), "it stands at its day,");
	is_int(day->minute, civil_minute_of(t.a.now), "and at its now");
	tui_stop(&t);
}

static void
test_backup(void)
{
	const struct desk_options o = fixture_options("rita");
	char path[96];
	struct backup b;
	struct desk d;
	struct tui t;

	fixture_remove();
	fixture_open(&d);
	snprintf(path, sizeof(path), "%s.copy", fixture_path);
	must(store_backup(
	    d.store, &(struct store_step){.who = "rita", .label = "Backup"}, path, &b));
	desk_close(&d);
	start(&t, &o);
	tui_keys(&t, "End Enter [/nowhere.db] Enter");
	ok(tui_shows(&t, "there is no file /nowhere.db") && !there(), "no such copy");
	tui_keys(&t, "Ctrl-U");
	tui_event(&t, (struct event){.kind = EVENT_PASTE, .text = path});
	tui_keys(&t, "Enter");
	ok(there() && tui_shows(&t, "[Test practice] DAY"), "a copy is opened");
	tui_stop(&t);
	is_int(unlink(path), 0, "and stays where it is");
}

int
main(void)
{
	test_screens();
	test_leave();
	test_new();
	test_demo();
	test_backup();
	return done();
}
