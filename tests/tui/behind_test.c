/* Two desks at one record: who saves second reads what the first one changed, and loses nothing. */
#include "health.h"

#include <string.h>

#include "../../src/tui/booking_dialog.h"
#include "../../src/tui/parked.h"
#include "../../src/tui/session_form.h"

/* The desks of rita and of root. */
struct desks {
	struct tui rita, root;
};

/* O'Brien on both screens, as the file says by now. */
static void
meet(struct desks *d)
{
	tui_event(&d->rita, (struct event){.kind = EVENT_TICK});
	tui_keys(&d->rita, "Esc Esc " OBRIEN);
	tui_event(&d->root, (struct event){.kind = EVENT_TICK});
	tui_keys(&d->root, "Esc Esc " OBRIEN);
}

static bool
is_open(struct tui *t)
{
	return (app_where(&t->a) & IN_DIALOG) != 0;
}

static struct appt
obrien(struct tui *t)
{
	struct appt a = {0};

	must(store_appt(t->d.store, 2, &a));
	return a;
}

/* A note is typed while the appointment is moved: both are there in the end. */
static void
test_untouched(struct desks *d)
{
	struct appt a;

	meet(d);
	tui_keys(&d->rita, "e Tab Tab Tab Tab [their note]");
	tui_keys(&d->root, "m Down Down Enter 2");
	ok(strncmp(tui_message(&d->root), "Moved", 5) == 0, "root moves it: %s",
	    tui_message(&d->root));
	tui_keys(&d->rita, "Ctrl-S");
	ok(is_open(&d->rita) &&
		tui_shows(&d->rita, "Not saved: root changed this appointment 0 s ago") &&
		!tui_shows(&d->rita, "look again"),
	    "who changed it");
	ok(tui_shows(&d->rita, "Shown as it is now: When."), "and what");
	ok(tui_shows(&d->rita, "Ctrl-S saves what you changed over it."), "and what to do");
	ok(strstr(tui_field(&d->rita, BOOKING_WHEN), "10:30") == NULL, "the new time: %s",
	    tui_field(&d->rita, BOOKING_WHEN));
	is_str(tui_field(&d->rita, BOOKING_DESK_NOTE), "their note", "the note as typed");
	tui_keys(&d->rita, "Ctrl-S");
	ok(!is_open(&d->rita), "then it is saved: %s", tui_message(&d->rita));
	a = obrien(&d->root);
	is_str(str_or_empty(a.desk_note), "their note", "with the note");
	ok(a.start % CIVIL_DAY_MINUTES != 10 * 60 + 30, "where root has put it");
	appt_release(&a);
	tui_keys(&d->rita, "u");
	meet(d);
	tui_keys(&d->root, "u");
}

/* Both wrote a note: who is second sees the other one, and theirs goes over it when they say so. */
static void
test_both(struct desks *d)
{
	struct appt a;

	meet(d);
	tui_keys(&d->rita, "e Tab Tab Tab Tab [window]");
	tui_keys(&d->root, "e Tab Tab Tab Tab [door] Ctrl-S");
	tui_keys(&d->rita, "Ctrl-S");
	ok(tui_shows(&d->rita, "Desk note: now \"door\"; yours stays."), "what root wrote");
	tui_keys(&d->rita, "Ctrl-S");
	a = obrien(&d->root);
	is_str(str_or_empty(a.desk_note), "window", "rita's is kept");
	appt_release(&a);
	tui_keys(&d->rita, "u");
	meet(d);
	tui_keys(&d->root, "u");
}

/* From a draft of an earlier start, too. */
static void
test_draft(struct desks *d)
{
	char folder[] = "/tmp/frontdesk-behind-XXXXXX";
	const struct draft_place place = {mkdtemp(folder), fixture_path};
	struct appt a;

	meet(d);
	d->rita.a.drafts = place;
	tui_keys(&d->rita, "e Tab Tab Tab Tab [their note]");
	tui_stop(&d->rita);
	tui_keys(&d->root, "e Tab Tab Tab Ctrl-U [16:00] Ctrl-S 2");
	ok(strncmp(tui_message(&d->root), "Changed", 7) == 0, "to another time: %s",
	    tui_message(&d->root));
	tui_start(&d->rita, "rita", 24, 80);
	d->rita.a.drafts = place;
	parked_find(&d->rita.a);
	tui_keys(&d->rita, "O Enter Ctrl-S");
	ok(tui_shows(&d->rita, "Not saved: root changed this appointment") &&
		tui_shows(&d->rita, "Shown as it is now: When."),
	    "it is told after a start");
	tui_keys(&d->rita, "Ctrl-S");
	a = obrien(&d->root);
	ok(strcmp(str_or_empty(a.desk_note), "their note") == 0 &&
		a.start % CIVIL_DAY_MINUTES == 16 * 60,
	    "and saved: %s", tui_message(&d->rita));
	appt_release(&a);
	is_int(rmdir(folder), 0, "no draft is left");
	d->rita.a.drafts = (struct draft_place){0};
	tui_keys(&d->rita, "u");
	meet(d);
	tui_keys(&d->root, "u");
}

static void
test_client(struct desks *d)
{
	struct client c;

	client_init(&c);
	meet(d);
	tui_keys(&d->rita, "C /[o'brien] Enter e Tab Tab Tab Tab Ctrl-U [555 01]");
	must(desk_client_edit(
	    &d->root.d, health_client(&d->root.d, "o'brien"), 0, WORDS("note=by the door"), 1, &c));
	client_release(&c);
	tui_keys(&d->rita, "Ctrl-S");
	ok(tui_shows(&d->rita, "Not saved: root changed this client 0 s ago") &&
		tui_shows(&d->rita, "Shown as it is now: Note."),
	    "of a client the same");
	tui_keys(&d->rita, "Ctrl-S");
	ok(strncmp(tui_message(&d->rita), "Changed O'Brien, Seamus", 23) == 0, "it is saved: %s",
	    tui_message(&d->rita));
	client_init(&c);
	must(store_client(d->root.d.store, health_client(&d->root.d, "o'brien"), &c));
	ok(strcmp(str_or_empty(c.note), "by the door") == 0, "and root's note stays: %s",
	    str_or_empty(c.note));
	client_release(&c);
	tui_keys(&d->rita, "u");
	meet(d);
	tui_keys(&d->root, "u");
}

static void
test_alert(struct desks *d)
{
	meet(d);
	tui_keys(&d->root, "C /[o'brien] Enter Enter t [told] Ctrl-S");
	tui_event(&d->rita, (struct event){.kind = EVENT_TICK});
	tui_keys(&d->rita, "C /[o'brien] Enter Enter t Down Enter Ctrl-U [said]");
	tui_keys(&d->root, "t Down Enter Ctrl-U [shouted] Ctrl-S");
	tui_keys(&d->rita, "Ctrl-S");
	ok(tui_shows(&d->rita, "Not saved: root changed this alert") &&
		tui_shows(&d->rita, "now \"shouted\"; yours stays."),
	    "of an alert");
	tui_keys(&d->rita, "Ctrl-S");
	ok(strncmp(tui_message(&d->rita), "Changed an alert", 16) == 0, "it is saved: %s",
	    tui_message(&d->rita));
	tui_keys(&d->rita, "u");
	tui_event(&d->root, (struct event){.kind = EVENT_TICK});
	tui_keys(&d->root, "u u");
}

/* What the other one wrote of health is not said beside the field. */
static void
test_session(struct desks *d)
{
	struct visit v;

	meet(d);
	tui_keys(&d->rita, "d [6/2]");
	must(desk_visit_words(&d->root.d, 2, 0, WORDS("pain=7/1", "pressure=4"), 2));
	tui_keys(&d->rita, "Ctrl-S");

	ok(tui_shows(&d->rita, "they changed it, too; yours stays.") &&
		!tui_shows(&d->rita, "7/1") &&
		tui_shows(&d->rita, "Shown as it is now: Pressure used."),
	    "of a session");
	tui_keys(&d->rita, "Ctrl-S");
	must(desk_visit(&d->root.d, 2, &v));
	ok(v.pain_before == 6 && v.pressure == 4, "both are there: %s", tui_message(&d->rita));
	visit_release(&v);
}

int
main(void)
{
	struct desks d;

	health_practice();
	tui_start(&d.rita, "rita", 24, 80);
	tui_start(&d.root, "root", 24, 80);
	test_untouched(&d);
	test_both(&d);
	test_draft(&d);
	test_client(&d);
	test_alert(&d);
	test_session(&d);
	tui_stop(&d.rita);
	tui_stop(&d.root);
	return done();
}
