/* What was done in a session: written, signed, added to; and what the cards tell of health. */
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>

#include "tui_fixture.h"

#include "../../src/tui/parked.h"
#include "../../src/tui/session_form.h"

#define KATHE "t Left Left Left Left Right Right Right g[9:00] Enter "

static void
resize(struct tui *t, int rows, int columns)
{
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = rows, .columns = columns});
}

static bool
is_open(struct tui *t)
{
	return (app_where(&t->a) & IN_DIALOG) != 0;
}

static void
test_goldens(struct tui *t)
{
	static const struct {
		int rows, columns;
		const char *card, *client, *session, *addendum;
	} sizes[] = {{24, 80, "health-card-80", "health-client-80", "session-80", "addendum-80"},
	    {40, 120, "health-card-120", "health-client-120", "session-120", "addendum-120"},
	    {16, 60, "health-card-60", "health-client-60", "session-60", "addendum-60"}};

	for (size_t i = 0; i < array_size(sizes); i++) {
		resize(t, sizes[i].rows, sizes[i].columns);
		tui_keys(t, KATHE "Enter");
		tui_golden(t, sizes[i].card);
		tui_keys(t, "Esc d");
		tui_golden(t, sizes[i].addendum);
		tui_keys(t, "Esc g[10:30] Enter d[6/2] Enter [4] Enter [deep] Enter [8]");
		tui_golden(t, sizes[i].session);
		tui_keys(t, "Esc O x x D C /[kathe] Enter Enter");
		tui_golden(t, sizes[i].client);
		tui_keys(t, "D");
	}
	resize(t, 24, 80);
}

static void
test_write(struct tui *t)
{
	struct visit v;

	tui_keys(t, KATHE "d");
	ok(tui_shows(t, "Session: Müller, Kathe, Mon 23 Nov 2026 09:00"), "d opens the form");
	tui_keys(t, "[12] Ctrl-S");
	ok(is_open(t) && tui_shows(t, "Not saved: pain \"12\" is not before/after"),
	    "a field that is not understood is named");
	tui_keys(t, "Ctrl-U [6/2] Enter [4] Enter Down Down Down Enter [8] Enter");
	is_str(tui_field(t, VISIT_FEEDBACK), "deep", "feedback is chosen");
	tui_keys(t, "[lbL tr] Down Enter");
	ok(strncmp(tui_field(t, VISIT_REGIONS), "lbL tr", 6) == 0, "a place is completed: %s",
	    tui_field(t, VISIT_REGIONS));
	ok(tui_shows(t, "6 before, 2 after; 4 firm; too deep; 8 of 10;"),
	    "the echo says it in words");
	ok(tui_shows(t, "* pain -4"), "a change of two and more is marked");
	ok(tui_shows(t, "Comfort is to stay at 7 or below."), "and what is too much");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Noted the session of 09:00 Müller.  u Undo", "noted");
	must(desk_visit(&t->d, 1, &v));
	ok(v.pain_before == 6 && v.pain_after == 2 && v.pressure == 4 && v.comfort == 8,
	    "as it was typed");
	visit_release(&v);
	tui_keys(t, "u");
	ok(strncmp(tui_message(t), "Undone: Noted the session of", 28) == 0, "taken back: %s",
	    tui_message(t));
	tui_keys(t, "Ctrl-Y d Ctrl-S");
	is_str(tui_message(t), "Nothing was changed.", "nothing typed, nothing written");
	tui_keys(t, "g[11:00] Enter Left Left Left d");
	ok(!is_open(t) && strstr(tui_message(t), "there was no session") != NULL,
	    "none of what was cancelled: %s", tui_message(t));
}

/* Of a pain one side may be taken out again; and what is above a cap is noted, and said. */
static void
test_above(struct tui *t)
{
	struct visit v;

	must(desk_intake_words(&t->d, 1, INTAKE_NEWEST, WORDS("conditions=osteo"), 1));
	app_changed(&t->a);
	tui_keys(t, KATHE "d Ctrl-U [6] Enter Ctrl-U [5] Ctrl-S");
	is_str(tui_message(t),
	    "Noted the session of 09:00 Müller; pressure 5 is above the cap of 3.  u Undo",
	    "above the cap");
	must(desk_visit(&t->d, 1, &v));
	ok(v.pain_before == 6 && v.pain_after == PAIN_NONE && v.pressure == 5,
	    "noted, and without a pain afterwards");
	visit_release(&v);
	tui_keys(t, "d Tab Ctrl-U [3] Ctrl-S");
	is_str(tui_message(t), "Noted the session of 09:00 Müller.  u Undo", "within it");
	tui_keys(t, "u u u");
}

static void
test_sign(struct tui *t)
{
	tui_keys(t, KATHE "Enter d Shift-Tab Shift-Tab [MARKNOTE] Shift-Tab [MARKPLAN] Ctrl-S");
	tui_keys(t, "d Shift-Tab [yes]");
	ok(tui_shows(t, "Saved, it is signed"), "what signing does");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Signed the session of 09:00 Müller.  u Undo", "signed");
	tui_keys(t, "d");
	ok(tui_shows(t, "Signed session: ") && tui_shows(t, "P: plan: MARKPLAN") &&
		tui_shows(t, "Signed by rita, Mon 23 Nov 2026."),
	    "then it is read");
	tui_keys(t, "[more of it] Ctrl-S d");
	ok(tui_shows(t, "rita: more of it"), "and added to");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Nothing was added.", "but not without words");
}

/* A half-written one outlives the desk, and is listed without health. */
static void
test_draft(struct tui *t)
{
	char folder[] = "/tmp/frontdesk-drafts-XXXXXX";
	const struct draft_place place = {mkdtemp(folder), fixture_path};
	struct tui next;

	t->a.drafts = place;
	tui_keys(t, "Esc g[10:30] Enter d[7/7] Esc O");
	ok(tui_shows(t, "Session: O'Brien, Seamus, Mon 23 Nov 2026 10:30, just now") &&
		!tui_shows(t, "7/7"),
	    "parked by client and age");
	while (t->a.parked.n > 0) {
		struct view *v = t->a.parked.v[--t->a.parked.n];

		v->ops->release(v);
	}
	tui_start(&next, "rita", 24, 80);
	next.a.drafts = place;
	parked_find(&next.a);
	app_unpark(&next.a, 0);
	is_str(tui_field(&next, VISIT_PAIN), "7/7", "it comes back");
	tui_keys(&next, "Ctrl-S");
	is_str(tui_message(&next), "Noted the session of 10:30 O'Brien.  u Undo", "and is saved");
	tui_keys(&next, "u");
	tui_stop(&next);
	t->a.drafts = (struct draft_place){0};
	is_int(rmdir(folder), 0, "nothing is left behind");
	tui_keys(t, "D");
}

/* Three visits of a client, and what the next booking and the cards say of them. */
static void
test_trend(struct tui *t)
{
	static const char *const pains[] = {"pain=7/5", "pain=6/4", "pain=5/4"};
	static const char *const days[] = {"2026-11-02", "2026-11-09", "2026-11-16"};

	for (size_t i = 0; i < array_size(days); i++) {
		char words[64];
		int64_t id;

		snprintf(words, sizeof(words), "Müller sw60 mia %s 9:00", days[i]);
		id = tui_book(&t->d, words);
		tui_state(&t->d, id, APPT_COMPLETED);
		must(desk_visit_words(
		    &t->d, id, VISIT_NEWEST, WORDS(pains[i], "pressure=4", "feedback=deep"), 3));
	}
	must(desk_intake_words(&t->d, 1, INTAKE_NEWEST,
	    WORDS("conditions=fever", "pressure=3", "lbL7", "-ab", "reason=MARKREASON"), 5));
	app_changed(&t->a);
	tui_keys(t, KATHE "Enter");
	ok(tui_shows(t, "STOP fever or contagious illness today: Do not") &&
		tui_shows(t, "start. Offer another day"),
	    "the open card has level, name and prompt");
	ok(tui_shows(t, "Likes pressure 3 medium; last: 4, too deep"), "pressure and feedback");
	ok(tui_shows(t, "left low back: pain 7; abdomen: avoid"), "the places");
	ok(tui_shows(t, "Intake of today, by desk"), "the age of what was told");
	ok(tui_shows(t, "No consent to treatment, keeping health data"), "what is missing");
	resize(t, 40, 120);
	ok(tui_shows(t, "7 -> 4 over 3 visits"), "and the trend where there is room");
	resize(t, 24, 80);
	tui_keys(t, "Esc C /[kathe] Enter Enter");
	ok(tui_shows(t, "── Health") && tui_shows(t, "7 -> 4 over 3 visits") &&
		tui_shows(t, "-2 *"),
	    "the client's card draws the trend");
	ok(tui_shows(t, "STOP fever"), "and has the flags");
	tui_keys(t, "D");
}

/* The desk writes what is not the therapist's, and sees no more. */
static void
test_desk(struct tui *t)
{
	int64_t rita = 0, ana = 0;
	struct tui desk;

	must(desk_person_save(&t->d, &rita, WORDS("login=rita", "name=Rita"), 2));
	must(desk_person_save(&t->d, &ana, WORDS("login=ana", "name=Ana", "role=desk"), 3));
	tui_start(&desk, "ana", 24, 80);
	tui_keys(&desk, KATHE "d");
	ok(tui_shows(&desk, "Pain before/after: 6 before, 2 after"), "a signed one is read");
	ok(!tui_shows(&desk, "MARK") && !tui_shows(&desk, "more of it"), "but not its notes");
	ok(!tui_shows(&desk, "Addendum") && tui_shows(&desk, "You may look, and change nothing"),
	    "nor is it offered to be added to");
	tui_keys(&desk, "[mine] Enter Tab Ctrl-S");
	is_str(tui_message(&desk), "You may look, and change nothing here.", "nor is it");
	ok(is_open(&desk), "it stays");
	app_close(&desk.a, app_top(&desk.a));
	tui_keys(&desk, KATHE "g[10:30] Enter d");
	ok(tui_shows(&desk, "Pressure used") && !tui_shows(&desk, "S: what") &&
		!tui_shows(&desk, "Note ") && !tui_shows(&desk, "Sign "),
	    "the form has what the desk may write");
	tui_keys(&desk, "[5/5] Ctrl-S");
	is_str(tui_message(&desk), "Noted the session of 10:30 O'Brien.  u Undo", "and keeps it");
	tui_keys(&desk, "u " KATHE "Enter");
	ok(tui_shows(&desk, "Do not start") && !tui_shows(&desk, "fever") &&
		!tui_shows(&desk, "MARK"),
	    "the card has flags and prompts, no answers");
	tui_keys(&desk, "Esc o Down");
	ok(tui_shows(&desk, "Therapist's OK") && tui_shows(&desk, "Do not start") &&
		!tui_shows(&desk, "fever"),
	    "a flag is picked without its name");
	tui_keys(&desk, "Enter");
	is_str(tui_message(&desk), "Mia knows, by phone, noted by ana: 09:00 Müller.  u Undo",
	    "and acknowledged so");
	tui_keys(&desk, "u");
	tui_keys(&desk, "Esc C /[kathe] Enter Enter");
	ok(tui_shows(&desk, "Do not start") && !tui_shows(&desk, "fever") &&
		!tui_shows(&desk, "MARK"),
	    "as has the client's");
	tui_stop(&desk);
}

/* What a therapist had half written is not for who comes to the desk after them. */
static void
test_shut(struct tui *t)
{
	struct desk_options o = t->d.options;

	tui_keys(t, "Esc D t " KATHE "g[10:30] Enter d[3/3] Shift-Tab Shift-Tab [MARKHALF] Esc");
	t->d.options.who = "ana";
	must(desk_reload(&t->d));
	app_unpark(&t->a, t->a.parked.n - 1);
	ok(!tui_shows(t, "MARK") && !tui_shows(t, "3/3") && tui_shows(t, "A therapist began it"),
	    "it is shut");
	tui_keys(t, "[x] Ctrl-S Esc");
	ok(t->a.parked.n > 0, "and stays parked");
	t->d.options = o;
	app_unpark(&t->a, t->a.parked.n - 1);
	is_str(tui_field(t, VISIT_NOTE), "MARKHALF", "until they are back");
	app_close(&t->a, app_top(&t->a));
}

int
main(void)
{
	struct tui t;
	struct desk d;

	fixture_open(&d);
	tui_monday(&d);
	desk_close(&d);
	tui_start(&t, "rita", 24, 80);
	test_write(&t);
	test_above(&t);
	test_sign(&t);
	test_draft(&t);
	test_trend(&t);
	test_goldens(&t);
	test_desk(&t);
	test_shut(&t);
	tui_stop(&t);
	return done();
}
