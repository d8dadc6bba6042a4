/* The note for the therapist, in the dialog over an appointment. */
#include <frontdesk/desk_person.h>

#include "tui_fixture.h"

#include "../../src/tui/booking_dialog.h"

/* A note for the therapist is added to what there is; who may not read it knows that there is one.
 */
static void
test_note(struct tui *t)
{
	int64_t rita = 0, ana = 0;

	tui_keys(t,
	    "t Space n[ada smith sw60 jon] Enter Ctrl-S e Tab Tab Tab Tab Tab [left knee] Ctrl-S");
	ok(strncmp(tui_message(t), "Changed: Tuesday", 16) == 0, "a note alone: %s",
	    tui_message(t));
	tui_keys(t, "e");
	ok(tui_shows(t, "For the therapist: left knee") && tui_field(t, BOOKING_NOTE)[0] == '\0',
	    "is read, not typed again");
	tui_keys(t, "Ctrl-S");
	is_str(tui_message(t), "Nothing was changed.", "an empty one changes nothing");
	must(desk_person_save(&t->d, &rita, WORDS("name=Rita"), 1));
	must(desk_person_save(&t->d, &ana, WORDS("login=ana", "name=Ana", "role=owner"), 3));
	must(desk_person_pin(&t->d, ana, "1234"));
	must(desk_person_save(&t->d, &rita, WORDS("role=desk"), 1));
	app_changed(&t->a);
	tui_keys(t, "e");
	ok(!tui_shows(t, "left knee") &&
		tui_shows(t, "There is a note for the therapist; a new one is added."),
	    "the desk knows that there is one");
	tui_keys(t, "Tab Tab Tab Tab Tab [both] Ctrl-S");
	ok(strncmp(tui_message(t), "Changed: Tuesday", 16) == 0 && !tui_shows(t, "both"),
	    "and adds to it: %s", tui_message(t));
}

int
main(void)
{
	struct tui t;
	struct desk d = {0};

	fixture_open(&d);
	tui_start(&t, "rita", 24, 80);
	tui_book(&t.d, "Ada Smith dt60 jon fri 10:00");
	test_note(&t);
	tui_stop(&t);
	desk_close(&d);
	return done();
}
