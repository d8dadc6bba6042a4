/* The chart of the body: every spot by keys, what is marked, and the list where it has no room. */
#include "health.h"

#include <frontdesk/body.h>

#include "../../src/tui/intake_form.h"

#define CHART OBRIEN "h y Ctrl-B "
enum { ROW = 3, COLUMN = 2 };

/* The hardware cursor is on the spot of a place. */
static bool
is_on(struct tui *t, const char *code, char side)
{
	char *screen = tui_screen(t), *rest;
	const long row = strtol(strstr(screen, "cursor ") + strlen("cursor "), &rest, 10);
	const long column = strtol(rest + 1, NULL, 10);
	bool on = false;

	for (size_t i = 0; i < body_spot_count; i++)
		on = on ||
		    (strcmp(body_spots[i].code, code) == 0 && body_spots[i].side == side &&
			row == ROW + body_spots[i].row && column == COLUMN + body_spots[i].column);
	free(screen);
	return on;
}

static const char *
places(struct tui *t)
{
	const struct intake_form *f = (const struct intake_form *)t->a.views[t->a.n - 2];

	return dialog_text(&f->dialog, FORM_PLACES);
}

static void
test_marks(struct tui *t)
{
	tui_keys(t, CHART);
	ok(app_where(&t->a) == IN_BODY, "Ctrl-B shows the chart");
	ok(is_on(t, "lb", 'L'), "the cursor is on the first place that is marked");
	tui_golden(t, "health-body-80");
	ok(tui_shows(t, "> left low back"), "which is seen without it");
	tui_keys(t, "9");
	is_str(places(t), "+trB lbL9 ", "a digit is the pain there");
	tui_keys(t, "9 9 *");
	is_str(places(t), "+trB lbL10 ", "the same takes it back; * is 10");
	tui_keys(t, "Backspace");
	is_str(places(t), "+trB ", "Backspace: nothing is said of it");
	tui_keys(t, "t r L -");
	ok(is_on(t, "tr", 'L'), "letters of a code go there, L to the left one");
	tui_keys(t, "k R o n B / h d #");
	is_str(places(t), "+trB -trL knR=numb nkB=scar hd=bruise ", "every kind, and every side");
	tui_keys(t, "#");
	is_str(places(t), "+trB -trL knR=numb nkB=scar ", "each takes itself back");
	tui_keys(t, "y");
	ok(tui_shows(t, "No place begins with \"y\""), "a letter that leads nowhere: %s",
	    tui_message(t));
	tui_keys(t, "Enter");
	ok(tui_shows(t, "Health of O'Brien") && (app_where(&t->a) & IN_INTAKE) != 0,
	    "Enter goes back to the form");
	tui_keys(t, "Ctrl-B Ctrl-S");
	ok(strncmp(tui_message(t), "Health noted", 12) == 0, "Ctrl-S saves from there: %s",
	    tui_message(t));
	tui_keys(t, "u");
}

/* Arrows lead to the spot next to it, in every direction. */
static void
test_walk(struct tui *t)
{
	static const struct {
		const char *key;
		int rows, columns;
	} arrows[] = {{"Down", 1, 0}, {"Right", 0, 1}, {"Up", -1, 0}, {"Left", 0, -1}};
	unsigned seed = 20261123;
	size_t at = 0;
	int off = 0;

	tui_keys(t, CHART "h d");
	for (int i = 0; i < 300; i++) {
		seed = seed * 1103515245u + 12345u;
		tui_keys(t, arrows[seed >> 16 & 3].key);
		at = body_walk(at, arrows[seed >> 16 & 3].rows, arrows[seed >> 16 & 3].columns);
		off += !is_on(t, body_spots[at].code, body_spots[at].side);
	}
	is_str(body_spots[0].code, "hd", "from the head");
	is_int(off, 0, "arrows walk from spot to spot, the cursor on each");
	tui_keys(t, "s p");
	tui_keys(t, "f b +");
	is_str(places(t), "lbL6 +trB +fb ", "a place without a spot can be said");
	tui_keys(t, "Down");
	ok(tui_shows(t, ": nothing is said of it"), "and left");
	tui_keys(t, "Esc Esc");
}

static void
test_list(struct tui *t)
{
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 40, .columns = 120});
	tui_keys(t, CHART);
	tui_golden(t, "health-body-120");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 16, .columns = 60});
	tui_golden(t, "health-body-60");
	ok(tui_shows(t, "> lb  left low back   lbL6"), "where the chart has no room: a list");
	tui_keys(t, "Down Right 4");
	is_str(places(t), "lbL6 +trB qlL4 ", "Down to the next, Right to its side");
	tui_keys(t, "Left Left 5 Up Up Up - f b M +");
	is_str(places(t), "lbL6 +trB qlL4 qlM5 -ub +fbM ", "all by the same keys");
	tui_event(t, (struct event){.kind = EVENT_RESIZE, .rows = 24, .columns = 80});
	ok(tui_shows(t, "middle full body"), "a larger screen shows the chart again");
	tui_keys(t, "Enter Esc");
}

/* What is typed there and not understood is not lost over the chart. */
static void
test_not_understood(struct tui *t)
{
	tui_keys(t, OBRIEN "h y [x] PgDn PgDn [nonsense] Ctrl-B");
	ok((app_where(&t->a) & IN_INTAKE) != 0 && tui_shows(t, "nonsense"),
	    "first the places that are not understood");
	tui_keys(t, "Esc");
}

int
main(void)
{
	struct tui t;

	health_practice();
	tui_start(&t, "rita", 24, 80);
	test_marks(&t);
	test_walk(&t);
	test_list(&t);
	test_not_understood(&t);
	tui_stop(&t);
	return done();
}
