/* Half a booking, and the program ends: what was typed is a file, and offered at the next start. */
#include "pty.h"

#include "../desk/desk_fixture.h"

#include <dirent.h>
#include <sys/stat.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>

#define ENTER "\r"
#define ESC "\033"
#define TAB "\t"
#define CTRL_S "\023"
#define CTRL_U "\025"
#define HALF "n#1" ENTER ENTER CTRL_U "dt60" ENTER TAB TAB TAB "window" TAB
#define OFFERED "1 half typed from last time; O lists them."

static struct pty_how how;
static char state[] = "/tmp/frontdesk-state-XXXXXX";

/* How many drafts there are; one of them is looked at. */
static size_t
drafts(struct stat *one)
{
	char folder[64], path[320];
	const struct dirent *e;
	struct stat st;
	size_t n = 0;
	DIR *dir;

	snprintf(folder, sizeof(folder), "%s/frontdesk/drafts", state);
	dir = opendir(folder);
	while (dir != NULL && (e = readdir(dir)) != NULL) {
		snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
		if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
			continue;
		*one = st;
		n++;
	}
	if (dir != NULL)
		closedir(dir);
	return n;
}

static bool
opens(struct pty *p)
{
	return pty_start(p, &how) && pty_settle(p);
}

static void
ends(struct pty *p, int signal_number, int want, const char *what)
{
	unsigned long waits = p->waits;

	if (signal_number != 0)
		kill(p->pid, signal_number);
	else
		pty_hang_up(p);
	is_int(pty_wait(p), want, "%s ends it", what);
	ok(p->waits - waits < 10, "%s: and it does not spin", what);
	if (want > 0 && p->master >= 0)
		ok(pty_restored(p) && strstr(str_text(&p->output), "\033[?1049l") != NULL,
		    "%s: the terminal is as it was", what);
	pty_release(p);
}

static bool
is_half(struct pty *p)
{
	return pty_shows(p, "Client        Smith, Ada") && pty_shows(p, "Service       dt60") &&
	    pty_shows(p, "Desk note     window") && pty_shows(p, "For therapist less hard");
}

/* However it ends, every key that was handled is there at the next start. */
static void
test_ends(void)
{
	static const struct {
		const char *name;
		int signal_number; /* 0: the line drops */
		int status;
	} ways[] = {{"a hang-up", SIGHUP, 128 + SIGHUP}, {"SIGTERM", SIGTERM, 128 + SIGTERM},
	    {"SIGINT", SIGINT, 128 + SIGINT}, {"a closed terminal", 0, 128 + SIGHUP},
	    {"kill -9", SIGKILL, -SIGKILL}};
	struct stat st = {0};
	struct pty p;

	for (size_t i = 0; i < array_size(ways); i++) {
		const char *name = ways[i].name;

		ok(opens(&p) && !pty_shows(&p, "half typed"), "%s: nothing is left to offer", name);
		ok(pty_type(&p, HALF "less hard") && is_half(&p), "%s: half a booking", name);
		ends(&p, ways[i].signal_number, ways[i].status, name);
		is_int(drafts(&st), 1, "%s: it is a file", name);
		is_int(st.st_mode & 0777, 0600, "%s: for nobody else", name);
		ok(opens(&p) && pty_shows(&p, OFFERED), "%s: the next start offers it", name);
		ok(pty_type(&p, "O") && pty_shows(&p, "> New booking: Smith, Ada, just now"),
		    "%s: O lists it", name);
		ok(pty_type(&p, ENTER) && is_half(&p), "%s: and it is whole", name);
		ok(pty_type(&p, CTRL_S) && pty_shows(&p, "Walk-in, arrived: Monday 23 November"),
		    "%s: it can be saved", name);
		is_int(drafts(&st), 0, "%s: then the file goes", name);
		ok(pty_type(&p, "ut"), "%s: time is free again", name);
		ends(&p, SIGTERM, 128 + SIGTERM, "and then SIGTERM");
	}
}

/* kill -9 after any key: nothing handled is missing. */
static void
test_every_key(void)
{
	static const char text[] = "zoe müller";
	struct stat st;
	struct pty p;

	ok(opens(&p) && pty_type(&p, "n"), "an empty dialog");
	is_int(drafts(&st), 0, "is nothing to keep");
	ends(&p, SIGKILL, -SIGKILL, "kill -9");
	for (size_t n = 1; n < sizeof(text); n += 3) {
		char typed[sizeof(text)] = "", want[64];

		memcpy(typed, text, n);
		snprintf(want, sizeof(want), "Client        %s", typed);
		ok(opens(&p) && pty_type(&p, "n") && pty_type(&p, typed), "\"%s\" typed", typed);
		ends(&p, SIGKILL, -SIGKILL, "kill -9");
		ok(opens(&p) && pty_type(&p, "O" ENTER) && pty_shows(&p, want), "is there");
		ok(pty_send(&p, ESC, 1) && pty_type(&p, "Ox\fx") && pty_shows(&p, "Thrown away."),
		    "thrown away");
		is_int(drafts(&st), 0, "it leaves no file");
		ends(&p, SIGTERM, 128 + SIGTERM, "SIGTERM");
	}
}

static void
test_two_desks(void)
{
	struct stat st;
	struct pty a, b, c;

	ok(opens(&a) && pty_type(&a, HALF "less hard"), "one desk has it open");
	ok(opens(&b) && !pty_shows(&b, "half typed"), "the other does not offer it");
	ok(pty_type(&b, "O") && pty_shows(&b, "Nothing is parked."), "nor list it");
	ok(pty_send(&a, ESC, 1) && pty_shows(&a, "1 parked"), "it is parked");
	ok(opens(&c) && !pty_shows(&c, "half typed"), "it still is of that desk");
	ends(&c, SIGTERM, 128 + SIGTERM, "SIGTERM");
	ok(pty_type(&b, "DnYoung") && drafts(&st) == 2, "each has its own");
	ends(&a, SIGKILL, -SIGKILL, "kill -9");
	ok(opens(&a) && pty_shows(&a, OFFERED), "the next start offers one");
	ok(pty_type(&a, "O" ENTER) && is_half(&a), "that of the desk which is gone");
	ends(&b, SIGHUP, 128 + SIGHUP, "a hang-up");
	ends(&a, SIGHUP, 128 + SIGHUP, "a hang-up");
	ok(opens(&a) && pty_shows(&a, "2 half typed from last time"), "both are gone: both");
	ok(pty_send(&a, "\021", 1) && pty_shows(&a, "2 parked and not saved"),
	    "leaving says so once");
	a.sent++;
	ok(write(a.master, "\021", 1) == 1, "Ctrl-Q again");
	ends(&a, SIGCONT, 0, "Ctrl-Q");
	is_int(drafts(&st), 2, "leaves them for the next start");
}

/* The forms of the set-up, too, however it ends. */
static void
test_setup(void)
{
	static const struct {
		const char *name;
		int signal_number; /* 0: Ctrl-Q, twice */
		int status;
	} ways[] = {
	    {"SIGTERM", SIGTERM, 128 + SIGTERM}, {"kill -9", SIGKILL, -SIGKILL}, {"leaving", 0, 0}};
	struct stat st = {0};
	struct pty p;

	for (size_t i = 0; i < array_size(ways); i++) {
		const char *name = ways[i].name;

		ok(opens(&p) && pty_type(&p, "S") && pty_send(&p, "\033OB", 1) &&
			pty_type(&p, ENTER "nhalf" TAB "Half a Name") &&
			pty_shows(&p, "Half a Name"),
		    "%s: half a therapist", name);
		is_int(drafts(&st), 1, "%s: is a file", name);
		if (ways[i].signal_number != 0) {
			ends(&p, ways[i].signal_number, ways[i].status, name);
		} else {
			ok(pty_send(&p, "\021", 1) &&
				pty_shows(&p, "1 parked and not saved, for the next start"),
			    "leaving says so");
			p.sent++;
			ok(write(p.master, "\021", 1) == 1, "Ctrl-Q again");
			ends(&p, SIGCONT, 0, name);
		}
		ok(opens(&p) && pty_shows(&p, OFFERED) && pty_type(&p, "O" ENTER) &&
			pty_shows(&p, "SETUP") && pty_shows(&p, "Half a Name"),
		    "%s: it is offered, and whole", name);
		ok(pty_type(&p, CTRL_S) && pty_shows(&p, "Added therapist Half a Name"),
		    "%s: it can be saved", name);
		is_int(drafts(&st), 0, "%s: then the file goes", name);
		ok(pty_type(&p, "u"), "%s: taken back", name);
		ends(&p, SIGTERM, 128 + SIGTERM, "and then SIGTERM");
	}
}

static void
remove_state(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		execlp("rm", "rm", "-rf", state, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, NULL, 0);
}

int
main(void)
{
	struct desk d = {0};
	struct client ada;
	struct findings alike = {0};

	fixture_open(&d);
	if (desk_client_add(&d, WORDS("Ada Smith"), 1, NULL, false, &ada, &alike) != ERR_OK)
		printf("Bail out! %s\n", err_message());
	client_release(&ada);
	findings_release(&alike);
	desk_close(&d);
	how = (struct pty_how){.file = fixture_path, .state = mkdtemp(state)};
	test_ends();
	test_every_key();
	test_setup();
	test_two_desks();
	remove_state();
	return done();
}
