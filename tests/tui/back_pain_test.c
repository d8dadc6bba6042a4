/* Back pain in a few keys: the budget, every question, and what goes into the form. */
#include "health.h"

#include "../../src/tui/booking_dialog.h"
#include "../../src/tui/intake_form.h"

enum { BUDGET = 8 }; /* keys beside typed words */

/* The keys of a line: words parted by blanks, without what is typed in brackets. */
static int
count(const char *keys)
{
	int n = 0;

	for (const char *s = keys; *s != '\0';) {
		s += strspn(s, " ");
		if (*s == '[')
			s += strcspn(s, "]") + 1;
		else if (*s != '\0')
			n++;
		s += strcspn(s, " [");
	}
	return n;
}

static const char *
told(struct tui *t, const char *who, enum intake_field f)
{
	static char buf[256];
	struct str s = {0};
	struct intake in;

	must(store_intake(t->d.store, health_client(&t->d, who), &in));
	intake_write(&s, &in, f);
	snprintf(buf, sizeof(buf), "%s", str_text(&s));
	str_release(&s);
	intake_release(&in);
	return buf;
}

static const char *
places(struct tui *t, const char *who)
{
	static char buf[256];
	struct str s = {0};
	struct intake in;

	must(store_intake(t->d.store, health_client(&t->d, who), &in));
	for (size_t i = 0; i < in.regions.n; i++) {
		str_add(&s, i > 0 ? " " : "");
		region_write(&s, &in.regions.v[i]);
	}
	snprintf(buf, sizeof(buf), "%s", str_text(&s));
	str_release(&s);
	intake_release(&in);
	return buf;
}

/* From wherever it is begun: strain from lifting, acute, low back, 7, medium, saddle numbness. */
static void
test_budget(struct tui *t, const char *from, const char *what)
{
	static const char keys[] = "Ctrl-P 1 1 6 7 3 1 Ctrl-S";

	ok(count(keys) <= BUDGET, "%d keys", count(keys));
	tui_keys(t, from);
	tui_keys(t, keys);
	ok(strstr(tui_message(t), "Health noted: Jones, Tom. The therapist first: !S") != NULL,
	    "%s: %s", what, tui_message(t));
	is_str(told(t, "jones", INTAKE_CAUSE), "lift", "the cause");
	is_str(told(t, "jones", INTAKE_ONSET), "acute", "the onset");
	is_str(places(t, "jones"), "lb7", "where, and how bad there");
	is_str(told(t, "jones", INTAKE_PAIN), "7", "how bad");
	is_str(told(t, "jones", INTAKE_PRESSURE), "3", "the pressure");
	is_str(told(t, "jones", INTAKE_CONDITIONS), "saddle@2026-11-23", "a red flag");
	tui_keys(t, "Esc Esc Esc D u");
	is_str(told(t, "jones", INTAKE_CAUSE), "", "taken back: %s", tui_message(t));
}

/* Without a red flag, with words of their own, it ends in the form. */
static void
test_form(struct tui *t)
{
	static const char keys[] = "1 1 6 7 3 Enter [fell off a ladder] Ctrl-S";

	ok(count(keys) + 1 <= BUDGET, "%d keys and typed words", count(keys) + 1);
	tui_keys(t, "C /[jones] Enter Enter Ctrl-P ");
	tui_keys(t, keys);
	is_str(told(t, "jones", INTAKE_REASON), "fell off a ladder", "their words: %s",
	    tui_message(t));
	is_str(told(t, "jones", INTAKE_CONDITIONS), "", "no red flag");
	tui_keys(t, "u");
}

/* In the booking it is what the caller says: of a new client, too, and checked at once. */
static void
test_booking(struct tui *t)
{
	tui_keys(t, "D t n[zoe new] Ctrl-N Ctrl-P 1 1 L 6 7 3 1");
	ok(tui_shows(t, "Raises STOP back pain with saddle"), "red flags are said at once");
	tui_keys(t, "Backspace Enter 1 Ctrl-S");
	is_str(tui_field(t, BOOKING_HEARD), "!cause=lift !onset=acute !lbL7 !pain=7 !pressure=3",
	    "it is what is heard");
	ok(!tui_shows(t, " of 6  "), "Ctrl-S saves the booking: %s", tui_message(t));
	tui_keys(t, "Esc Esc Esc O x x D n[jones] Enter [!disc] Ctrl-P Enter 2 Esc");
	is_str(tui_field(t, BOOKING_HEARD), "!disc !onset=subacute", "behind what was heard");
	tui_keys(t, "Esc O x x D n[jones] Enter Ctrl-P Enter Enter 6 6 Enter 0 *");
	ok(tui_shows(t, "0 [x] fever") && tui_shows(t, "* [x] cancer, now or ever") &&
		tui_shows(t, "Raises CLEAR back pain with"),
	    "fever, and cancer that was, are red flags too");
	tui_keys(t, "Esc");
	is_str(tui_field(t, BOOKING_HEARD), "!lb6 !pain=6 !conditions=+fever,cancer@past",
	    "and are heard");
	tui_keys(t, "Esc O x x D");
}

static void
test_questions(struct tui *t)
{
	tui_keys(t, "C /[o'brien] Enter Enter Ctrl-P");
	ok(tui_shows(t, "1 of 6  What is it from?"), "a question after the other");
	tui_golden(t, "health-path-80");
	tui_keys(t, "Enter 3 L 6 * Enter 1 3");
	tui_golden(t, "health-path-signs-80");
	ok(tui_shows(t, "1 [x] numb") && tui_shows(t, "2 [ ] new") && tui_shows(t, "Raises STOP"),
	    "several red flags, and what they raise");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 40, .columns = 120});
	tui_golden(t, "health-path-120");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 16, .columns = 60});
	tui_golden(t, "health-path-60");
	ok(tui_shows(t, "1 [x] numb") && tui_shows(t, "cancer, now or ever"),
	    "on the smallest screen all of them are read");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 24, .columns = 80});
	tui_keys(t, "1 Backspace Backspace 4 Enter");
	ok(tui_shows(t, "6 of 6") && tui_shows(t, "1 [ ] numb") && tui_shows(t, "3 [x]"),
	    "the same digit takes it back; Backspace goes back");
	tui_keys(t, "Enter");
	is_str(tui_field(t, form_field_of(INTAKE_CAUSE)), "", "what was skipped is not told");
	is_str(tui_field(t, form_field_of(INTAKE_ONSET)), "chronic", "what was picked is");
	is_str(tui_field(t, FORM_PLACES), "lbL6 +trB lbL4 ", "behind what is there");
	is_str(tui_field(t, form_field_of(INTAKE_PAIN)), "4", "picked again");
	is_str(tui_field(t, form_field_of(INTAKE_CONDITIONS)), "disc@2026-06-01, legweak, ",
	    "in the ordinary form");
	ok(tui_shows(t, "field 2 of 30: In their words"), "where the rest is typed");
	tui_keys(t, "Ctrl-S");
	is_str(places(t, "o'brien"), "+trB lbL4", "the same place has one pain");
	tui_keys(t, "u");
}

int
main(void)
{
	struct tui t;

	health_practice();
	tui_start(&t, "rita", 24, 80);
	test_budget(&t, "C /[jones] Enter Enter ", "from the client's card");
	test_budget(&t, "C /[jones] Enter ", "from the list of clients");
	test_budget(&t, "D t Right Right Right Right g[14:15] Enter ", "from the day");
	test_budget(&t, "D t Right Right Right Right g[14:15] Enter Enter ", "from the open one");
	test_budget(&t, "C /[jones] Enter Enter h ", "from the form");
	test_booking(&t);
	test_form(&t);
	test_questions(&t);
	tui_stop(&t);
	return done();
}
