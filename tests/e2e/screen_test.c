/* The real program on a terminal: keys as bytes, signals, sizes, terminals, locales, two desks. */
#include "pty.h"

#include "../desk/desk_fixture.h"

#include <locale.h>

#define DOWN "\033OB"
#define ENTER "\r"
#define ESC "\033"
#define CTRL_N "\016"
#define CTRL_S "\023"

static struct pty_how how;

static void
is_end(struct pty *p, int want, const char *what)
{
	is_int(pty_wait(p), want, "%s: how it ends", what);
	ok(pty_restored(p), "%s: the terminal's modes are restored", what);
	ok(strstr(str_text(&p->output), "\033[?2004l") != NULL, "%s: pastes are plain again", what);
	ok(strstr(str_text(&p->output), "\033[?1049l") != NULL, "%s: the shell's screen is back",
	    what);
	pty_release(p);
}

static void
test_work(void)
{
	struct pty p;

	ok(pty_start(&p, &how) && pty_settle(&p), "it opens");
	ok(pty_shows_in(&p, 0, "[Test practice] DAY") &&
		pty_shows_in(&p, 1, "Mon 23 Nov 2026 (today)"),
	    "on today");
	ok(pty_shows_in(&p, 23, "? Help"), "with the footer in the last line");
	ok(pty_type(&p, " ") && pty_shows(&p, "Tue 24 Nov 2026"), "Space is the next day");
	ok(pty_send(&p, "\177", 1) && pty_shows(&p, "(today)"), "Backspace the one before");
	ok(pty_type(&p, "nAda Smith dt60") && pty_shows(&p, "+ New client \"Ada Smith\""),
	    "the dialog");
	ok(pty_send(&p, CTRL_S, 1) && pty_shows(&p, "Not saved: nobody is called"),
	    "no new client by Ctrl-S");
	ok(pty_send(&p, CTRL_N CTRL_S, 2) &&
		pty_shows(&p, "Walk-in, arrived: Monday 23 November, nine"),
	    "booked");
	ok(pty_type(&p, "m") && pty_send(&p, DOWN DOWN, 2) && pty_send(&p, ENTER, 1) &&
		pty_shows(&p, "Moved 09:00 Smith to Jon 10:00"),
	    "moved");
	ok(pty_type(&p, "xp") && pty_shows(&p, "Cancelled by the practice 10:00 Smith"),
	    "cancelled");
	ok(pty_type(&p, "uu") && pty_shows_in(&p, 3, ">@Smith Ada"), "undone twice");
	ok(pty_send(&p, "\031", 1) && pty_shows(&p, "Done again"), "Ctrl-Y does it again");
	ok(pty_send(&p, "\032", 1) && pty_shows_in(&p, 3, "@Smith Ada"), "Ctrl-Z takes it back");
	ok(pty_type(&p, "xv") && pty_send(&p, "\033OQ", 1), "F2");
	ok(pty_type(&p, "n\303\244e\314\201\347\224\260") &&
		pty_shows(&p,
		    "Client        ä"
		    "e\314\201"
		    "田"),
	    "letters beyond ASCII");
	ok(pty_send(&p, ESC, 1) && pty_shows(&p, "1 parked"), "Esc alone is Esc");
	ok(pty_send(&p, "\021", 1) && pty_shows(&p, "1 parked"),
	    "Ctrl-Q asks because of the parked booking");
	p.sent++;
	ok(write(p.master, "\021", 1) == 1, "Ctrl-Q again");
	is_end(&p, 0, "Ctrl-Q");
}

static void
test_bytes(void)
{
	static const char *const halves[] = {
	    "\033", "O", "B", "n", "\303", "\244", "\347", "\224", "\260"};
	struct pty_how slow = how;
	struct pty p;
	bool wrote = true;

	slow.escdelay = "20000"; /* the halves of a key may be far apart */
	ok(pty_start(&p, &slow) && pty_settle(&p), "it opens");
	for (size_t i = 0; i < sizeof(halves) / sizeof(halves[0]); i++)
		wrote = wrote && write(p.master, halves[i], strlen(halves[i])) > 0;
	p.sent += 4;
	ok(wrote && pty_settle(&p) && pty_shows(&p, "Client        ä田"),
	    "keys and characters in pieces");
	ok(pty_send(&p, "\033[200~xp\ry\033[201~", 1) && pty_shows(&p, "Client        ä田xp y"),
	    "a paste is text of one line");
	ok(pty_send(&p, "\003", 1) && pty_shows(&p, "1 parked"), "Ctrl-C closes the dialog");
	ok(pty_send(&p, "\033x", 1) && pty_shows(&p, "Nothing needs Alt.") &&
		!pty_shows(&p, "Who cancelled"),
	    "a letter with Alt is not the letter");
	ok(pty_send(&p, "\033[200~nxc\033[201~", 1) &&
		pty_shows(&p, "pasted text runs no commands"),
	    "a paste outside the prompt runs nothing");
	ok(kill(p.pid, SIGINT) == 0, "SIGINT from outside");
	is_end(&p, 128 + SIGINT, "SIGINT");
}

/* What is no key here is swallowed to its last letter; a time is typed on the keypad. */
static void
test_unknown_keys(void)
{
	static const char *const terms[] = {
	    "xterm-256color", "screen", "tmux-256color", "rxvt", "vt100", "linux"};
	static const char *const unknown[] = {"\033Oa", "\033[O", "\033[32~", "\033[M !!",
	    "\033[<0;10;10M", "\033]11;rgb:ff/ff/ff\a", "\033]11;x\033\\", "\033P1$rx\033\\"};
	struct pty p;

	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
		struct pty_how h = how;

		h.term = terms[i];
		h.escdelay = "20000"; /* the pieces of a sequence may be far apart */
		ok(pty_start(&p, &h) && pty_settle(&p) && pty_type(&p, "g16:00\rt"), "TERM=%s",
		    terms[i]);
		for (size_t k = 0; k < sizeof(unknown) / sizeof(unknown[0]); k++)
			ok(pty_send(&p, unknown[k], 0) && pty_type(&p, " ") &&
				pty_shows_in(&p, 1, "Tue 24 Nov") && pty_send(&p, "\177", 1) &&
				pty_shows_in(&p, 1, "Mon 23 Nov") && !pty_shows(&p, "Alt"),
			    "unknown %zu says and does nothing", k);
		ok(pty_send(&p, "\033Oq\033Os\033Ot\033Ou", 4) && pty_shows(&p, "Go to: 1345"),
		    "figures of the keypad");
		ok(pty_send(&p, "\033OM", 1) && pty_shows(&p, "13:45"), "and its Enter");
		ok(pty_send(&p, "\033Ok\033Oq", 2) && pty_shows(&p, "Go to: +1"), "its plus");
		p.sent++;
		ok(write(p.master, "\021", 1) == 1, "Ctrl-Q");
		is_int(pty_wait(&p), 0, "TERM=%s ends", terms[i]);
		pty_release(&p);
	}
}

/*
 * Until title, field and footer stand where this size has them; screens of earlier sizes may come
 * first.
 */
static bool
until_settled(struct pty *p, int rows)
{
	while (!pty_shows_in(p, 1, "wk48 >") || !pty_shows(p, "Client        ada") ||
	    !pty_shows_in(p, rows - 1, "Enter Next"))
		if (!pty_turn(p))
			return false;
	return true;
}

static void
test_sizes(void)
{
	struct pty p;

	ok(pty_start(&p, &how) && pty_settle(&p) && pty_type(&p, "nada"), "a dialog is open");
	for (int i = 0; i < 60; i++)
		pty_resize(&p, 2 + i * 7 % 60, 10 + i * 37 % 200);
	pty_resize(&p, 31, 97);
	ok(until_settled(&p, 31), "a storm of sizes loses nothing");
	pty_resize(&p, 20, 59);
	ok(pty_until(&p, 0, "Terminal too small: 59×20, need 60×16"), "too small says so");
	pty_resize(&p, 24, 80);
	ok(until_settled(&p, 24), "and keeps its state");
	ok(kill(p.pid, SIGTERM) == 0, "SIGTERM with half a booking typed");
	is_end(&p, 128 + SIGTERM, "SIGTERM");
}

/* The crash log has so many lines; the last one tells of the signal. */
static void
is_log(const char *state, size_t lines, int signal_number)
{
	char path[128], want[128], line[256] = "";
	size_t n = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s/frontdesk/crash.log", state);
	snprintf(want, sizeof(want), " schema %d: signal %d in \"why not\"\n", store_schema(),
	    signal_number);
	f = fopen(path, "r");
	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		n++;
	if (f != NULL)
		fclose(f);
	is_int(n, lines, "the crash log has a line for it");
	ok(strstr(line, " frontdesk ") != NULL && strstr(line, want) != NULL, "%s", line);
}

static void
test_signals(void)
{
	static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS};
	char state[] = "/tmp/frontdesk-state-XXXXXX", home[64];
	struct pty_how h = how;
	struct pty p;

	snprintf(home, sizeof(home), "%s/deep", str_or_empty(mkdtemp(state)));
	h.state = home;

	ok(pty_start(&p, &how) && pty_settle(&p) && pty_type(&p, "nada"), "a dialog is open");
	ok(kill(p.pid, SIGHUP) == 0, "SIGHUP");
	is_end(&p, 128 + SIGHUP, "SIGHUP");
	ok(pty_start(&p, &how) && pty_settle(&p) && pty_type(&p, "nada"), "a dialog is open");
	pty_hang_up(&p);
	is_int(pty_wait(&p), 128 + SIGHUP, "the line drops: it ends, and does not spin");
	pty_release(&p);
	for (size_t i = 0; i < sizeof(crashes) / sizeof(crashes[0]); i++) {
		ok(pty_start(&p, &h) && pty_settle(&p) && pty_type(&p, "w"), "it opens");
		ok(kill(p.pid, crashes[i]) == 0, "a crash: %s", strsignal(crashes[i]));
		is_end(&p, -crashes[i], strsignal(crashes[i]));
		is_log(h.state, i + 1, crashes[i]);
	}
	pty_remove_folder(state);
}

static void
test_suspend(void)
{
	struct pty p;

	ok(pty_start(&p, &how) && pty_settle(&p) && pty_type(&p, ":suspend"), "it opens");
	ok(pty_send(&p, ENTER, 1) && strstr(str_text(&p.output), "\033[?1049l") != NULL,
	    "the shell's screen comes back");
	ok(pty_shows_in(&p, 23, "? Help") && pty_type(&p, " ") && pty_shows(&p, "Tue 24 Nov 2026"),
	    "without a shell to come back from, it goes on");
	kill(p.pid, SIGTERM);
	is_end(&p, 128 + SIGTERM, "SIGTERM");
}

static void
test_terminals(void)
{
	static const char *const good[] = {"vt100", "linux", "xterm", "screen", "tmux-256color"};
	static const char *const bad[] = {"dumb", "no-such-terminal", ""};
	struct pty p;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		struct pty_how h = how;

		h.term = good[i];
		ok(pty_start(&p, &h) && pty_settle(&p) && pty_shows_in(&p, 23, "? Help"), "TERM=%s",
		    good[i]);
		ok(pty_type(&p, "t ") && pty_shows(&p, "Tue 24 Nov"), "TERM=%s takes keys",
		    good[i]);
		p.sent++;
		ok(write(p.master, "\021", 1) == 1, "Ctrl-Q");
		is_int(pty_wait(&p), 0, "TERM=%s ends", good[i]);
		ok(!pty_shows_in(&p, 23, "n New"), "TERM=%s leaves no key line under the shell",
		    good[i]);
		ok(pty_restored(&p), "TERM=%s is restored", good[i]);
		pty_release(&p);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct pty_how h = how;

		h.term = bad[i];
		pty_start(&p, &h);
		is_int(pty_wait(&p), 2, "TERM=%s is refused", bad[i]);
		ok(strstr(str_text(&p.output), "frontdesk: ") != NULL &&
			strchr(str_text(&p.output), '\033') == NULL,
		    "with a sentence and nothing else");
		pty_release(&p);
	}
}

static bool
sets_colour(const struct pty *p)
{
	char code[8];

	for (int i = 1; i < 8; i++) {
		snprintf(code, sizeof(code), "3%dm", i);
		if (strstr(str_text(&p->output), code) != NULL)
			return true;
	}
	return false;
}

static void
test_locales(void)
{
	static const char *const utf8[] = {"C", "POSIX", "no_SUCH", "C.UTF-8"};
	struct pty_how h = how;
	struct pty p;

	for (size_t i = 0; i < sizeof(utf8) / sizeof(utf8[0]); i++) {
		h.locale = utf8[i];
		ok(pty_start(&p, &h) && pty_settle(&p) && pty_shows_in(&p, 3, "│"),
		    "LC_ALL=%s has lines", utf8[i]);
		ok(pty_type(&p, "nä") && pty_shows(&p, "Client        ä"), "LC_ALL=%s has letters",
		    utf8[i]);
		ok(sets_colour(&p), "and colours");
		kill(p.pid, SIGTERM);
		pty_wait(&p);
		pty_release(&p);
	}
	h.locale = NULL;
	h.no_color = true;
	ok(pty_start(&p, &h) && pty_settle(&p) && pty_type(&p, "x"), "NO_COLOR");
	ok(!sets_colour(&p), "no colour is set");
	kill(p.pid, SIGTERM);
	pty_wait(&p);
	pty_release(&p);
}

/* Makes the locale en_US.ISO-8859-1 in a folder; false: this system cannot. */
static bool
make_latin1(const char *folder)
{
	char path[128];
	int status = -1;
	pid_t pid = fork();

	snprintf(path, sizeof(path), "%s/en_US.ISO-8859-1", folder);
	if (pid == 0) {
		close(STDERR_FILENO);
		execlp("localedef", "localedef", "--no-archive", "-i", "en_US", "-f", "ISO-8859-1",
		    path, (char *)NULL);
		_exit(127);
	}
	return waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void
test_latin1(void)
{
	char folder[] = "/tmp/frontdesk-locale-XXXXXX";
	struct pty_how h = how;
	struct pty p;

	if (mkdtemp(folder) == NULL || !make_latin1(folder)) {
		ok(true, "# SKIP localedef cannot make en_US.ISO-8859-1");
		return;
	}
	h.locpath = folder;
	h.locale = "en_US.ISO-8859-1";
	ok(pty_start(&p, &h) && pty_settle(&p) && pty_shows_in(&p, 0, "DAY ====="),
	    "ISO-8859-1 has ASCII lines");
	ok(pty_send(&p, "n\344\351", 3) && strstr(str_text(&p.output), "\344\351") != NULL,
	    "letters of the charset are read and written in it");
	kill(p.pid, SIGTERM);
	is_int(pty_wait(&p), 128 + SIGTERM, "and it ends");
	pty_release(&p);
	pty_remove_folder(folder);
}

static void
test_two_desks(void)
{
	struct pty a = {0}, b = {0};

	ok(pty_start(&a, &how) && pty_start(&b, &how) && pty_settle(&a) && pty_settle(&b),
	    "two desks");
	ok(pty_type(&a, "g11:00\rnZoe Young dt60\016\023") && pty_shows(&a, "Booked"), "one books");
	ok(pty_until(&b, -1, ": Booked Mon 23 Nov") && pty_shows(&b, "-Young Zoe"),
	    "the other sees it by itself");
	ok(pty_type(&b, "g11:00\ra") && pty_shows(&b, "Arrived 11:00 Young"),
	    "and goes on with it");
	ok(pty_until(&a, -1, "@Young Zoe"), "which the first one sees");
	kill(a.pid, SIGTERM);
	kill(b.pid, SIGTERM);
	is_int(pty_wait(&a), 128 + SIGTERM, "the first ends");
	is_int(pty_wait(&b), 128 + SIGTERM, "the other ends");
	pty_release(&a);
	pty_release(&b);
}

/* Another desk holds the file: the person is told, what is typed has its turn, Esc gives up. */
static void
test_waiting(void)
{
	const struct desk_options o = fixture_options("jon");
	struct desk other = {0};
	struct store_step step;
	struct pty p;
	bool wrote = true;

	ok(pty_start(&p, &how) && pty_settle(&p), "it opens");
	ok(pty_type(&p, "g15:00\rnWanda Wait dt60\016\023") && pty_shows(&p, "Booked"), "it books");
	is_int(desk_open(&other, &o), ERR_OK, "another desk");
	step = desk_step(&other, "holds the file");
	is_int(store_begin(other.store, &step), ERR_OK, "which is writing");
	wrote = write(p.master, "y", 1) == 1;
	ok(wrote && pty_until(&p, 22, "Waiting for another desk; Esc gives up."), "it says so");
	wrote = write(p.master, " ", 1) == 1 && write(p.master, ESC, 1) == 1;
	p.sent += 2;
	ok(wrote && pty_settle(&p) && pty_shows(&p, "Tue 24 Nov 2026"),
	    "Esc gives up; what was typed before it has its turn");
	store_rollback(other.store);
	ok(pty_send(&p, "\177", 1) && pty_shows(&p, "-Wait Wanda"), "it was not confirmed");
	ok(pty_type(&p, "y") && pty_shows(&p, "Confirmed 15:00 Wait"), "now it is");
	kill(p.pid, SIGTERM);
	is_int(pty_wait(&p), 128 + SIGTERM, "and it ends");
	pty_release(&p);
	desk_close(&other);
}

int
main(void)
{
	static void (*const tests[])(void) = {test_work, test_bytes, test_unknown_keys, test_sizes,
	    test_signals, test_suspend, test_terminals, test_locales, test_latin1, test_two_desks,
	    test_waiting};
	struct desk d = {0};

	fixture_open(&d);
	desk_close(&d);
	how.file = fixture_path;
	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++) {
		char state[] = "/tmp/frontdesk-state-XXXXXX";

		/* What one leaves half typed is not offered to the next. */
		how.state = mkdtemp(state);
		tests[i]();
		pty_remove_folder(state);
	}
	return done();
}
