/* The first start and the lock, in a terminal. */
#include "../desk/desk_fixture.h"
#include "pty.h"

#include <frontdesk/desk_person.h>

static bool
there(void)
{
	return access(fixture_path, F_OK) == 0;
}

static void
test_first(const struct pty_how *how)
{
	struct pty p;

	ok(pty_start(&p, how) && pty_settle(&p) && pty_shows(&p, "Welcome to the front desk."),
	    "without a file it is a welcome");
	(void)pty_send(&p, "\033", 1); /* it may end before it is asked how far it is */
	is_int(pty_wait(&p), 0, "leaves");
	ok(pty_restored(&p) && !there(), "the terminal as it was, and no file");
	pty_release(&p);
	ok(pty_start(&p, how) && pty_settle(&p) && pty_type(&p, "\rHill Massage"), "half a name");
	kill(p.pid, SIGTERM);
	is_int(pty_wait(&p), 128 + SIGTERM, "SIGTERM ends it");
	ok(!there(), "and no file is left");
	pty_release(&p);
	ok(pty_start(&p, how) && pty_settle(&p) && pty_type(&p, "\rHill Massage\023"), "a name");
	ok(pty_shows(&p, "[Hill Massage] DAY") && there(), "makes it, and shows the day");
	ok(pty_type(&p, "S\016") && pty_shows(&p, "SETUP"), "which can be set up");
	kill(p.pid, SIGTERM);
	is_int(pty_wait(&p), 128 + SIGTERM, "SIGTERM");
	pty_release(&p);
}

static void
set_pin(void)
{
	struct desk_options o = fixture_options("rita");
	struct desk d;
	int64_t id = 0;

	if (desk_open(&d, &o) != ERR_OK ||
	    desk_person_save(&d, &id, WORDS("name=Rita"), 1) != ERR_OK ||
	    desk_person_pin(&d, id, "2468") != ERR_OK)
		printf("Bail out! %s\n", err_message());
	desk_close(&d);
}

/* The login of this test is nobody's: it must say who. */
static void
test_shared(const struct pty_how *how)
{
	struct pty p;

	set_pin();
	ok(pty_start(&p, how) && pty_settle(&p) && pty_shows(&p, "Your name here, and your PIN"),
	    "a shared login begins locked");
	ok(!pty_shows(&p, "Therapists") && !pty_shows(&p, "DAY"), "nothing is shown");
	ok(pty_type(&p, "rita\r2468") && pty_shows(&p, "****") && !pty_shows(&p, "2468"),
	    "the PIN is not shown");
	ok(pty_type(&p, "\r") && pty_shows(&p, "user: rita"), "and opens");
	ok(strstr(str_text(&p.output), "2468") == NULL, "nor was it ever sent to the terminal");
	kill(p.pid, SIGHUP);
	is_int(pty_wait(&p), 128 + SIGHUP, "a hang-up ends it");
	pty_release(&p);
	ok(pty_start(&p, how) && pty_settle(&p), "locked");
	kill(p.pid, SIGHUP);
	is_int(pty_wait(&p), 128 + SIGHUP, "also while it is locked");
	ok(pty_restored(&p), "and the terminal is as it was");
	pty_release(&p);
}

int
main(void)
{
	struct pty_how how = {0};

	(void)fixture_options("rita");
	how.file = fixture_path;
	test_first(&how);
	test_shared(&how);
	return done();
}
