/* Half-typed bookings: they outlive the desk and the day. */
#include "booked.h"

#include "../../src/tui/booking_dialog.h"
#include "../../src/tui/parked.h"

/* A new desk of the same login, with what the one before had typed. */
static void
start_next(struct tui *next, struct tui *t)
{
	while (t->a.parked.n > 0) {
		struct view *v = t->a.parked.v[--t->a.parked.n];

		v->ops->release(v); /* as a hang-up does */
	}
	tui_start(next, "rita", 24, 80);
	next->a.drafts = t->a.drafts;
	parked_find(&next->a);
}

/* What a hang-up leaves comes back as it was typed. */
static void
test_drafts(struct tui *t)
{
	char folder[] = "/tmp/frontdesk-drafts-XXXXXX";
	const struct draft_place place = {mkdtemp(folder), fixture_path};
	struct tui next;
	int heard = 0;

	t->a.drafts = place;
	tui_keys(t,
	    "t Left Left g[16:00] Enter n[ada smith dt60 mia wed 11:00 !epilepsy] Enter Tab Tab "
	    "Tab "
	    "Tab "
	    "Tab "
	    "[stairs]");
	app_park(&t->a, app_top(&t->a));
	tui_keys(t, "n[zoe young] Ctrl-N [555]");
	app_park(&t->a, app_top(&t->a));
	tui_keys(t, "n[ada smith + bob smith] Enter");
	app_park(&t->a, app_top(&t->a));
	start_next(&next, t);
	is_int(next.a.parked.n, 3, "three are offered at the next start");
	for (size_t i = 3; i > 0; i--) {
		bool couple, is_new;

		app_unpark(&next.a, 0);
		heard += strstr(tui_field(&next, BOOKING_HEARD), "epilepsy") != NULL;
		couple = strstr(tui_field(&next, BOOKING_CLIENT), " + ") != NULL;
		is_new = strcmp(tui_field(&next, BOOKING_CLIENT), "zoe young") == 0;
		if (is_new)
			is_int(((struct dialog *)app_top(&next.a))->at, BOOKING_PHONE,
			    "in the field one was in");
		tui_keys(&next, "Ctrl-S");
		ok((app_where(&next.a) & IN_BOOKING) == 0, "draft %zu is saved: %s", i,
		    tui_message(&next));
		if (couple)
			ok(strstr(tui_message(&next), "Couples for") != NULL, "for two");
		else if (is_new)
			ok(strncmp(booked(&next), "zoe young, ", 11) == 0, "the new client");
		else
			is_str(booked(&next), "Ada Smith, dt 60, mia 2026-11-25T11:00 r1 -",
			    "with all that the line said");
		tui_keys(&next, "u");
	}
	is_int(heard, 1, "what the caller said comes back, too");
	tui_stop(&next);
	t->a.drafts = (struct draft_place){0};
	app_changed(&t->a);
	ok(rmdir(folder) == 0, "and no draft is left");
}

/* What is typed on Monday is meant from Monday on, by whoever reopens it on Tuesday. */
static void
test_parked_overnight(struct tui *t)
{
	char folder[] = "/tmp/frontdesk-drafts-XXXXXX";
	const struct draft_place place = {mkdtemp(folder), fixture_path};
	const struct dialog *first;
	struct tui next;

	t->a.drafts = place;
	tui_keys(
	    t, "t n[ada smith] Enter Enter [dt60] Enter [mia] Enter Enter Ctrl-U [tomorrow 11:00]");
	ok(tui_shows(t, "= Tue 24 Nov 2026, 11:00"), "tomorrow is Tuesday");
	tui_keys(t, "Ctrl-T Ctrl-U [today 10:00] Esc");
	tui_keys(t, "n[ada smith dt60 mia fri 9:00] Esc");
	t->d.options.pinned += 5 * CIVIL_DAY_MINUTES;
	app_unpark(&t->a, 1);
	ok(tui_shows(t, "= Fri 27 Nov 2026, 09:00"), "a line kept at this desk until Saturday");
	ok(tui_shows(t, "Client: as it was typed on Mon 23 Nov 2026."), "which says why");
	t->d.options.pinned -= 5 * CIVIL_DAY_MINUTES;
	tui_keys(t, "Esc");
	start_next(&next, t);
	next.d.options.pinned += CIVIL_DAY_MINUTES;
	is_int(next.a.parked.n, 2, "on Tuesday both are offered");
	first = (struct dialog *)next.a.parked.v[0];
	app_unpark(&next.a, strncmp(dialog_text(first, BOOKING_WHEN), "tom", 3) == 0 ? 0 : 1);
	is_str(tui_field(&next, BOOKING_WHEN), "tomorrow 11:00", "as it was typed");
	ok(tui_shows(&next, "When: as it was typed on Mon 23 Nov 2026."), "and when");
	tui_keys(&next, "Ctrl-S");
	ok(tui_shows(&next, "that has passed; hold until a time to come"), "today was Monday");
	tui_keys(&next, "Ctrl-T Ctrl-S");
	is_str(booked(&next), "Ada Smith, dt 60, mia 2026-11-24T11:00 r1 -", "is today now");
	tui_keys(&next, "u");
	app_unpark(&next.a, 0);
	tui_keys(&next, "Ctrl-S");
	is_str(booked(&next), "Ada Smith, dt 60, mia 2026-11-27T09:00 r1 -", "and so is the line");
	tui_keys(&next, "u");
	tui_stop(&next);
	t->a.drafts = (struct draft_place){0};
	app_changed(&t->a);
	ok(rmdir(folder) == 0, "and no draft is left");
}

/* A form of the set-up comes back over its list, too; what was taken out of it stays out. */
static void
test_setup(struct tui *t)
{
	char folder[] = "/tmp/frontdesk-drafts-XXXXXX";
	const struct therapist *mia;
	struct tui next;

	t->a.drafts = (struct draft_place){mkdtemp(folder), fixture_path};
	tui_keys(t, "S Down Enter Down Enter Tab Ctrl-U [Mia Berg] Tab Ctrl-U Esc");
	tui_keys(t, "D S End Up Up Enter Down Enter n [newword] Esc D");
	start_next(&next, t);
	is_int(next.a.parked.n, 2, "both are offered at the next start");
	tui_keys(&next, "O Enter");
	if (!tui_shows(&next, "Mia Berg"))
		tui_keys(&next, "Esc O Enter");
	ok(tui_shows(&next, "] SETUP ") && tui_shows(&next, "Mia Berg"), "a therapist");
	tui_keys(&next, "Ctrl-S");
	mia = practice_therapist(&next.d.practice, 1);
	ok(strcmp(mia->name, "Mia Berg") == 0 && mia->gender == 0, "is changed: %s",
	    tui_message(&next));
	tui_keys(&next, "u O Enter");
	ok(tui_shows(&next, "newword") && tui_shows(&next, "] SETUP "), "a word");
	tui_keys(&next, "Tab [A new word] Ctrl-S");
	ok(tui_shows(&next, "newword") && !app_typing(&next.a), "is added: %s", tui_message(&next));
	tui_keys(&next, "u");
	tui_stop(&next);
	t->a.drafts = (struct draft_place){0};
	app_changed(&t->a);
	ok(rmdir(folder) == 0, "and no draft is left");
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_book(&d, "Ada Smith sw45 mia 2026-11-12 10:00");
	tui_book(&d, "Bob Smith sw45 mia 2026-11-12 11:00");
	desk_close(&d);
	tui_start(&t, "rita", 24, 80);
	test_drafts(&t);
	test_parked_overnight(&t);
	test_setup(&t);
	tui_stop(&t);
	return done();
}
