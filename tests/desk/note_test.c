/* The therapist's note of an appointment: everybody adds to it, not everybody reads it. */
#include <frontdesk/desk_person.h>

#include "booking_fixture.h"

static struct desk
desk_of(const char *who)
{
	const struct desk_options o = fixture_options(who);
	struct desk other = {0};

	is_int(desk_open(&other, &o), ERR_OK, "the desk of %s", who);
	return other;
}

static void
add(struct desk *desk, int64_t id, const char *note)
{
	const struct move m = {.start = CIVIL_NONE, .therapist_note = note};
	struct booking b = {0};

	is_int(desk_move(desk, id, &m, NULL, &b), ERR_OK, "a note: %s", err_message());
	booking_release(&b);
}

static void
reads(struct desk *desk, int64_t id, const char *want, const char *what)
{
	char *text = NULL;

	is_int(desk_therapist_note(desk, id, &text), ERR_OK, "%s", what);
	is_str(text != NULL ? text : "(kept back)", want, "%s", what);
	free(text);
}

static bool
tells(void *arg, const struct audit *a)
{
	bool *told = arg;

	*told = *told || strstr(a->new_, "knee") != NULL || strstr(a->action, "knee") != NULL;
	return true;
}

int
main(void)
{
	const struct audit_query all = {0};
	int64_t id, ana = 0, dora = 0, mia = 0;
	struct desk desk, therapist, stranger;
	bool told = false;

	fixture_open(&d);
	client("Ada Smith", NULL);
	id = booked("smith sw60 mia fri 10:00", NULL);
	reads(&d, id, "", "nothing is noted");
	add(&d, id, "left knee");
	reads(&d, id, "left knee", "without persons it is anybody's");
	undo("Changed ");
	reads(&d, id, "", "one step back");
	add(&d, id, "left knee");
	enter(id, APPT_CANCELLED, false, ERR_OK, "cancelled");
	add(&d, id, "called");
	reads(&d, id, "left knee\ncalled", "what is noted stays, wherever it stands");
	is_int(desk_person_save(&d, &ana, WORDS("login=rita", "name=Ana"), 2), ERR_OK, "an owner");
	is_int(desk_person_save(&d, &dora, WORDS("login=dora", "name=Dora", "role=desk"), 3),
	    ERR_OK, "the desk");
	is_int(desk_person_save(
		   &d, &mia, WORDS("login=mia", "name=Mia", "role=therapist", "therapist=mia"), 4),
	    ERR_OK, "a therapist");
	desk = desk_of("dora");
	therapist = desk_of("mia");
	stranger = desk_of("nobody");
	reads(&desk, id, "(kept back)", "the desk sees that there is one");
	add(&desk, id, "wants the window");
	reads(&desk, id, "(kept back)", "and adds to it unread");
	reads(&stranger, id, "(kept back)", "nor does who is nobody");
	reads(&therapist, id, "left knee\ncalled\nwants the window", "the therapist reads all");
	reads(&d, id, "left knee\ncalled\nwants the window", "and the owner");
	desk_initials(&d, true);
	reads(&d, id, "(kept back)", "but not while names are kept back");
	desk_initials(&d, false);
	is_int(store_audit(d.store, &all, tells, &told), ERR_OK, "the log");
	ok(!told, "has none of it");
	desk_close(&stranger);
	desk_close(&therapist);
	desk_close(&desk);
	desk_close(&d);
	return done();
}
