/* A dialog on a real terminal: sizes, pastes, keys in pieces, old terminals. */
#include "pty.h"

#include "../desk/desk_fixture.h"

#include <frontdesk/mem.h>

#define ENTER "\r"
#define ESC "\033"
#define TAB "\t"
#define CTRL_N "\016"
#define CTRL_U "\025"
#define PASTE "\033[200~"
#define PASTE_END "\033[201~"

static struct pty_how how;

static bool
opens(struct pty *p, const struct pty_how *h)
{
	return pty_start(p, h) && pty_settle(p);
}

static void
ends(struct pty *p)
{
	kill(p->pid, SIGTERM);
	is_int(pty_wait(p), 128 + SIGTERM, "SIGTERM");
	ok(pty_restored(p), "the terminal is as it was");
	pty_release(p);
}

/* The screen of these sizes, and what was typed so far in it. */
static bool
until_drawn(struct pty *p, int rows, const char *typed)
{
	while (!pty_shows(p, typed) || !pty_shows_in(p, rows - 1, "Enter Next") ||
	    !pty_shows_in(p, 0, "CLIENTS"))
		if (!pty_turn(p))
			return false;
	pty_drain(p);
	return true;
}

/* Keys between the sizes: none is lost, and what is typed stays whole. (of those too small none:
 * they take no keys) */
static void
test_storm(void)
{
	static const char text[] = "Bartholomew";
	char typed[64] = "First name  ";
	struct pty p;

	ok(opens(&p, &how) && pty_type(&p, "C" CTRL_N), "a new client");
	for (size_t i = 0; text[i] != '\0'; i++) {
		for (int n = 0; n < 12; n++)
			pty_resize(&p, 16 + (n * 11 + (int)i) % 40, 60 + (n * 31 + (int)i) % 140);
		pty_resize(&p, 16 + (int)i, 60 + (int)i * 5);
		typed[strlen(typed)] = text[i];
		ok(write(p.master, &text[i], 1) == 1 && until_drawn(&p, 16 + (int)i, typed),
		    "\"%s\" between sizes", typed);
	}
	ends(&p);
}

static void
test_paste(void)
{
	struct pty p;

	ok(opens(&p, &how) && pty_type(&p, "C" CTRL_N), "a new client");
	ok(pty_send(&p, PASTE "Ada\r\nLove\nlace\rx\ty" PASTE_END, 1), "lines are pasted");
	ok(pty_shows(&p, "First name  Ada Love lace x y") && pty_shows(&p, "field 1 of"),
	    "into the field, as one line; no newline saves and no tab steps on");
	ok(pty_type(&p, CTRL_U) &&
		pty_send(&p, PASTE "a\001\023\033b\342\200\256c\177d\n" PASTE_END, 1),
	    "control and bidirectional characters are pasted");
	ok(pty_shows(&p, "CLIENTS") && pty_shows(&p, "field 1 of") &&
		pty_shows(&p, "First name  a"),
	    "which command nothing");
	ok(strstr(str_text(&p.output), "\342\200\256") == NULL, "nor reach the terminal");
	ok(pty_type(&p, CTRL_U) && write(p.master, PASTE "Zo", 8) == 8 &&
		write(p.master, "\303", 1) == 1 && pty_send(&p, "\253 Young\033[20", 0) &&
		pty_send(&p, "1~", 1),
	    "a paste that comes in pieces");
	ok(pty_shows(&p, "First name  Zoë Young"), "is one text");
	ok(pty_send(&p, PASTE PASTE_END, 1) && pty_shows(&p, "First name  Zoë Young"),
	    "an empty one is nothing");
	ends(&p);
}

static void
test_pieces(void)
{
	static const struct {
		const char *piece;
		unsigned long events; /* whole with it */
	} pieces[] = {{"\033", 0}, {"[", 0}, {"Z", 1}, {"\033", 0}, {"O", 0}, {"D", 1},
	    {"\033O", 0}, {"D", 1}, {"\303", 0}, {"\266", 1}, {"e", 1}, {"\314", 0}, {"\201", 1}};
	struct pty_how slow = how;
	struct pty p;
	bool sent = true;

	slow.escdelay = "20000"; /* the halves of a key may be far apart */
	ok(opens(&p, &slow) && pty_type(&p, "C" CTRL_N "Ada" TAB "Smith"), "two fields");
	for (size_t i = 0; i < array_size(pieces); i++)
		sent = sent && pty_send(&p, pieces[i].piece, pieces[i].events);
	ok(sent, "Shift-Tab, Left twice and letters beyond ASCII, byte by byte");
	ok(pty_shows(&p,
	       "First name  Aö"
	       "e\314\201"
	       "da") &&
		pty_shows(&p, "Last name   Smith"),
	    "are keys of the dialog");
	ends(&p);
}

static void
test_terminals(void)
{
	static const char *const terms[] = {"vt100", "linux", "xterm", "screen"};
	struct pty p;

	for (size_t i = 0; i < array_size(terms); i++) {
		struct pty_how h = how;

		h.term = terms[i];
		ok(opens(&p, &h) && pty_type(&p, "nada" TAB TAB CTRL_U "dt60" TAB),
		    "TERM=%s: typed", terms[i]);
		ok(pty_shows(&p, " Walk-in ") && pty_shows(&p, "Client        ada") &&
			pty_shows(&p, "Service       dt60") && pty_shows(&p, "field 4 of 8"),
		    "TERM=%s: a dialog", terms[i]);
		ok(pty_send(&p, ESC, 1) && pty_shows(&p, "1 parked") && !pty_shows(&p, " Walk-in "),
		    "TERM=%s: Esc parks it, and leaves nothing of it on the screen", terms[i]);
		ok(pty_type(&p, "O" ENTER) && pty_shows(&p, "Service       dt60") &&
			pty_send(&p, ESC, 1) && pty_type(&p, "Ox\fx"),
		    "TERM=%s: it comes back", terms[i]);
		ends(&p);
	}
}

int
main(void)
{
	static void (*const tests[])(void) = {test_storm, test_paste, test_pieces, test_terminals};
	struct desk d = {0};

	fixture_open(&d);
	desk_close(&d);
	how.file = fixture_path; /* and without a place for drafts: none is in another's way */
	for (size_t i = 0; i < array_size(tests); i++)
		tests[i]();
	return done();
}
