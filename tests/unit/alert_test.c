/* Alerts: which of them show, and how they are typed and told. */
#include <frontdesk/alert.h>

#include <stdlib.h>
#include <string.h>

#include "../tap.h"

static civil_day today;
static struct when_habits habits;

static void
test_shows(void)
{
	struct alert a;

	alert_init(&a, 12);
	ok(alert_shows(&a, ALERT_AT_BOOKING, today) && alert_shows(&a, ALERT_AT_CHECK_IN, today),
	    "a new one shows at booking and check-in");
	ok(!alert_shows(&a, ALERT_AT_ROSTER, today), "not on the roster, which lies about");
	ok(alert_shows(&a, ALERT_AT_BOOKING, today + 10000), "without an end always");
	a.until = today + 4;
	ok(alert_shows(&a, ALERT_AT_BOOKING, today + 4), "on its last day it shows");
	ok(!alert_shows(&a, ALERT_AT_BOOKING, today + 5) && alert_is_over(&a, today + 5),
	    "then no more");
	a.until = CIVIL_DAY_NONE;
	a.ended = true;
	ok(!alert_shows(&a, ALERT_AT_BOOKING, today), "one that was ended shows nowhere");
}

/* Sets a field; what it is then, or the sentence. */
static const char *
after(struct alert *a, enum alert_field f, const char *value)
{
	static char text[400];
	struct str s = {0};

	if (alert_set(a, &habits, f, value) != ERR_OK)
		return err_message();
	alert_tell(a, f, &s);
	snprintf(text, sizeof(text), "%s", str_text(&s));
	str_release(&s);
	return text;
}

static void
test_set(void)
{
	char lengthy[ALERT_TEXT_MAX + 2];
	struct str line = {0};
	struct alert a;

	alert_init(&a, 12);
	is_str(after(&a, ALERT_TEXT, "  Brings\ther own\033 oil "), "Brings her own oil", "clean");
	is_str(after(&a, ALERT_TEXT, " "), "an alert needs a text: what the desk is to be told",
	    "not empty");
	memset(lengthy, 'x', sizeof(lengthy) - 1);
	lengthy[sizeof(lengthy) - 1] = '\0';
	is_str(after(&a, ALERT_TEXT, lengthy), "the text is 201 bytes long; at most 200 are kept",
	    "not without end");
	is_str(a.text, "Brings her own oil", "what was wrong changes nothing");
	is_str(after(&a, ALERT_PLACES, "roster, booking"), "booking,roster", "places");
	is_str(after(&a, ALERT_PLACES, "check-in,"), "check-in", "one");
	is_str(after(&a, ALERT_PLACES, "booking,lobby"),
	    "\"lobby\" is none of booking, check-in, roster", "the place at fault is named");
	is_str(after(&a, ALERT_PLACES, " "),
	    "an alert shows at one place at least: booking, check-in, roster", "nowhere");
	is_str(after(&a, ALERT_PLACES, "booking check-in"), "booking,check-in", "or blanks");
	is_str(after(&a, ALERT_UNTIL, "fri"), "2026-11-27", "a day as typed");
	is_str(after(&a, ALERT_UNTIL, "2026-11-27"), "2026-11-27", "and as told");
	is_str(after(&a, ALERT_UNTIL, "fri 14:00"),
	    "\"fri 14:00\" is not a day, like fri or 2026-11-27", "no time");
	is_str(after(&a, ALERT_UNTIL, "2026-11-22"),
	    "\"2026-11-22\" has passed (Sun 22 Nov 2026); it would never show", "nor the past");
	alert_line(&a, &line);
	is_str(str_text(&line), "Brings her own oil (booking, check-in; until Fri 27 Nov 2026)",
	    "in a line");
	a.until = today - 2;
	is_str(after(&a, ALERT_UNTIL, "2026-11-21"), "2026-11-21", "the past stays what it was");
	is_str(after(&a, ALERT_UNTIL, "none"), "", "none takes the end away");
	a.until = today;
	is_str(after(&a, ALERT_UNTIL, ""), "", "so does nothing");
	str_release(&line);
	alert_release(&a);
}

int
main(void)
{
	today = civil_from_ymd(2026, 11, 23);
	habits =
	    (struct when_habits){.now = civil_at(today, 9 * 60), .opens = 9 * 60, .week_start = 1};
	test_shows();
	test_set();
	return done();
}
