/*
 * The terminal: the only file that includes <curses.h>. One raw loop: read what is there, handle it
 * in order, draw once, wait in ppoll(). Signals are blocked except inside ppoll(), so that nothing
 * is ever interrupted half done.
 */
#define _GNU_SOURCE /* ppoll */
#include <frontdesk/tui.h>

#include <ctype.h>
#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "app.h"
#include "crash.h"
#include "day.h"
#include "escape.h"
#include "lock.h"
#include "parked.h"
#include "signals.h"
#include "welcome.h"

/* After our own headers: <term.h> has macros of common names. */
#include <curses.h>
#include <term.h>
#undef columns
#undef lines

enum {
	/* What define_key() makes of the marks around a paste, and of a keypad's keys: the code and
	 * the character. Those from KEY_MAX on are of keys that curses knows of one terminal only.
	 */
	CODE_PASTE = KEY_MAX + 5000,
	CODE_PASTE_END,
	CODE_KEYPAD,
	ESCAPE = 27,
	ESCAPE_MS = 50, /* how long an Esc may be the beginning of a key */
	ESCAPE_MS_CURSES = 1000, /* what curses takes when $ESCDELAY says nothing */
	SIGNAL_STATUS = 128,
};

struct terminal {
	const struct tui_options *o;
	SCREEN *screen;
	struct {
		int *v;
		size_t n, cap;
	} ahead; /* codes read while another desk was waited for, to be handled in their turn */
	bool waiting; /* the person was told so */
	mbstate_t partial; /* a character of which some bytes have come */
	bool pasting;
	struct str pasted;
	unsigned long handled; /* events, told to sync_fd */
	struct app app;
};

/* --- Starting and stopping ------------------------------------------------------------------- */

static enum err
check_terminal(void)
{
	static const char *const restoring[] = {"sgr0", "rmkx", "cnorm", "rmcup"};
	const char *cup;
	int found;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(ERR_USAGE,
		    "the screens need a terminal; without one give a command, like: frontdesk "
		    "agenda");
	if (setupterm(NULL, STDOUT_FILENO, &found) != OK)
		return err_set(ERR_USAGE,
		    "the terminal's type ($TERM) is not known here; xterm, linux or vt100 would "
		    "be");
	cup = tigetstr("cup");
	if (cup == NULL || cup == (const char *)-1) {
		del_curterm(cur_term);
		return err_set(ERR_USAGE,
		    "this type of terminal ($TERM) cannot place the cursor; xterm, linux or vt100 "
		    "can");
	}
	for (size_t i = 0; i < array_size(restoring); i++) {
		const char *bytes = tigetstr(restoring[i]);

		if (bytes != (const char *)-1) /* the terminal has no such string */
			crash_restores(bytes);
	}
	del_curterm(cur_term);
	return ERR_OK;
}

static void
start_colours(const struct tui_options *o)
{
	if (o->no_color || !has_colors())
		return;
	start_color();
	use_default_colors();
	init_pair(COLOUR_RED, COLOR_RED, -1);
	init_pair(COLOUR_GREEN, COLOR_GREEN, -1);
	init_pair(COLOUR_YELLOW, COLOR_YELLOW, -1);
	init_pair(COLOUR_BLUE, COLOR_BLUE, -1);
	init_pair(COLOUR_MAGENTA, COLOR_MAGENTA, -1);
	init_pair(COLOUR_CYAN, COLOR_CYAN, -1);
}

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

static void
write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t wrote = write(fd, bytes, n);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return;
		bytes += wrote;
		n -= (size_t)wrote;
	}
}

/*
 * A keypad sends its own letters behind SS3 while the arrows send theirs, and terminfo calls some
 * of them F5 or Home: a time is typed on it. No mouse was asked for: what it sends is no key.
 */
static void
define_keys(void)
{
	static const char keypad[] = "p0q1r2s3t4u5v6w7x8y9j*k+l,m-n.o/X=";
	char bytes[] = "\033O?";

	for (const char *k = keypad; *k != '\0'; k += 2) {
		bytes[2] = k[0];
		define_key(bytes, CODE_KEYPAD + k[1]);
	}
	define_key("\033OM", KEY_ENTER);
	define_key("\033[200~", CODE_PASTE);
	define_key("\033[201~", CODE_PASTE_END);
	define_key(NULL, KEY_MOUSE);
}

static enum err
start(struct terminal *t)
{
	const struct desk_options *desk = &t->o->desk;
	const struct crash_facts facts = {
	    .log = t->o->crash_log,
	    .schema = store_schema(),
	    .doing = &t->app.doing,
	    .clock = desk->clock,
	    .clock_arg = desk->clock_arg,
	};
	enum err e = check_terminal();

	if (e != ERR_OK)
		return e;
	crash_restores(paste_off);
	crash_catch(&facts);
	signals_catch();
	if (t->o->utf8)
		setenv("NCURSES_NO_UTF8_ACS", "1", 1);
	t->screen = newterm(NULL, stdout, stdin);
	if (t->screen == NULL)
		return err_set(ERR_FAILED, "the terminal cannot be used");
	if (get_escdelay() == ESCAPE_MS_CURSES)
		set_escdelay(ESCAPE_MS);
	raw();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	start_colours(t->o);
	define_keys();
	write_all(STDOUT_FILENO, paste_on, sizeof(paste_on) - 1);
	return ERR_OK;
}

/* The shell's screen again; where there is but one, our last line does not stay under its prompt.
 */
static void
leave_screen(void)
{
	move(LINES - 1, 0);
	clrtoeol();
	refresh();
	endwin();
	write_all(STDOUT_FILENO, paste_off, sizeof(paste_off) - 1);
}

static void
stop(struct terminal *t)
{
	if (t->screen == NULL)
		return;
	leave_screen();
	delscreen(t->screen);
	t->screen = NULL;
	crash_release();
}

/* Until the shell has us go on; without a shell that could, it goes on at once. */
static void
suspend(struct terminal *t)
{
	leave_screen();
	signals_suspend();
	write_all(STDOUT_FILENO, paste_on, sizeof(paste_on) - 1);
	t->app.suspend = false;
	t->app.repaint = true;
}

/* --- Drawing --------------------------------------------------------------------------------- */

static attr_t
attributes(enum role role)
{
	const unsigned look = role_rows[role].look;
	attr_t a = A_NORMAL;

	if (look & LOOK_BOLD)
		a |= A_BOLD;
	if (look & LOOK_DIM)
		a |= A_DIM;
	if (look & LOOK_REVERSE)
		a |= A_REVERSE;
	if (look & LOOK_UNDERLINE)
		a |= A_UNDERLINE;
	return a;
}

/* Whether the locale's charset has the character. */
static bool
can_show(wchar_t wc)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = {0};

	return wcrtomb(bytes, wc, &state) != (size_t)-1;
}

static void
paint_cell(const struct terminal *t, int row, int column, const struct cell *cell)
{
	wchar_t text[CELL_CODEPOINTS + 1] = {0};
	short pair = t->o->no_color || !has_colors() ? 0 : (short)role_rows[cell->role].colour;
	cchar_t out;

	for (size_t i = 0; i < CELL_CODEPOINTS && cell->cp[i] != 0; i++) {
		wchar_t wc = (wchar_t)cell->cp[i];

		if (can_show(wc))
			text[i] = wc;
		else if (i == 0)
			text[i] = L'?';
		else
			break;
	}
	setcchar(&out, text, attributes(cell->role), pair, NULL);
	mvadd_wch(row, column, &out);
}

static void
paint(struct terminal *t)
{
	struct canvas c;

	canvas_init(&c, t->app.rows, t->app.columns, t->app.ascii);
	app_draw(&t->app, &c);
	erase();
	for (int row = 0; row < c.rows; row++) {
		for (int column = 0; column < c.columns; column++) {
			const struct cell *cell = canvas_cell(&c, row, column);

			if (cell->cp[0] != 0)
				paint_cell(t, row, column, cell);
		}
	}
	move(c.cursor_row, c.cursor_column);
	t->waiting = false;
	if (t->app.repaint)
		clearok(stdscr, TRUE);
	t->app.repaint = false;
	refresh();
	canvas_release(&c);
}

/* --- Reading --------------------------------------------------------------------------------- */

static int64_t
now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static void
handle(struct terminal *t, struct event *e)
{
	e->ms = now_ms();
	app_handle(&t->app, e);
	t->handled += e->kind != EVENT_TICK;
}

static const struct {
	int code;
	const char *name;
} codes[] = {
    {KEY_UP, "Up"},
    {KEY_DOWN, "Down"},
    {KEY_LEFT, "Left"},
    {KEY_RIGHT, "Right"},
    {KEY_PPAGE, "PgUp"},
    {KEY_NPAGE, "PgDn"},
    {KEY_HOME, "Home"},
    {KEY_END, "End"},
    {KEY_BACKSPACE, "Backspace"},
    {KEY_DC, "Delete"},
    {KEY_IC, "Insert"},
    {KEY_ENTER, "Enter"},
    {KEY_BTAB, "Shift-Tab"},
};

/* The key of a code that curses made; false: one that has no name here. */
static bool
key_of_code(struct key *out, int code)
{
	char name[COMMAND_KEY_SIZE];

	if (code > CODE_KEYPAD)
		return key_from_codepoint(out, (uint32_t)(code - CODE_KEYPAD));
	for (size_t i = 0; i < array_size(codes); i++) {
		if (codes[i].code == code)
			return key_from_name(out, codes[i].name, strlen(codes[i].name));
	}
	if (code < KEY_F(1) || code > KEY_F(12))
		return false;
	snprintf(name, sizeof(name), "F%d", code - KEY_F0);
	return key_from_name(out, name, strlen(name));
}

static void
read_code(struct terminal *t, int code)
{
	struct event e = {.kind = EVENT_KEY};

	if (code == KEY_RESIZE) {
		e.kind = EVENT_RESIZE;
		getmaxyx(stdscr, e.rows, e.columns);
		handle(t, &e);
	} else if (code == CODE_PASTE) {
		t->pasting = true;
		str_clear(&t->pasted);
	} else if (code == CODE_PASTE_END) {
		t->pasting = false;
		e.kind = EVENT_PASTE;
		e.text = str_text(&t->pasted);
		handle(t, &e);
	} else if (!t->pasting && key_of_code(&e.key, code)) {
		handle(t, &e);
	}
}

/* One byte of a character; the character is an event once it is whole. */
static void
read_byte(struct terminal *t, char byte)
{
	struct event e = {.kind = EVENT_KEY};
	wchar_t wc = 0;
	size_t n = mbrtowc(&wc, &byte, 1, &t->partial);

	if (n == (size_t)-2)
		return;
	if (n == (size_t)-1) {
		t->partial = (mbstate_t){0};
		return;
	}
	if (t->pasting)
		text_encode(&t->pasted, (uint32_t)wc);
	else if (key_from_codepoint(&e.key, (uint32_t)wc))
		handle(t, &e);
}

/* The next code typed, in order; ERR: nothing more was. */
static int
next_code(struct terminal *t)
{
	int c;

	if (t->ahead.n == 0)
		return getch();
	c = t->ahead.v[0];
	memmove(t->ahead.v, t->ahead.v + 1, --t->ahead.n * sizeof(*t->ahead.v));
	return c;
}

/*
 * Another desk holds the file: says so, once. True: an Esc of its own, or the end of the program,
 * gives up; what else is typed meanwhile has its turn later.
 */
static bool
give_up(void *arg)
{
	struct terminal *t = arg;
	int c, before = ERR;

	if (!t->waiting) {
		attr_set(attributes(ROLE_MESSAGE), 0, NULL);
		mvaddnstr(LINES - 2, 0, "Waiting for another desk; Esc gives up.", COLS);
		clrtoeol();
		refresh();
		t->waiting = true;
	}
	while ((c = getch()) != ERR) {
		*list_push(&t->ahead) = c;
		before = c;
	}
	if (before != ESCAPE)
		return signals_pending();
	t->ahead.n--;
	return true;
}

static void
put_back(struct terminal *t, int c)
{
	if (c == ERR)
		return;
	*list_push(&t->ahead) = c;
	memmove(t->ahead.v + 1, t->ahead.v, (t->ahead.n - 1) * sizeof(c));
	t->ahead.v[0] = c;
}

/* The next code of a sequence, which may come in pieces. */
static int
code_within(void *arg)
{
	int c;

	timeout(get_escdelay());
	c = next_code(arg);
	timeout(0);
	return c;
}

/* What came with an Esc: no key here, or a letter typed with Alt; false: nothing did. */
static bool
read_escape(struct terminal *t)
{
	struct event e = {.kind = EVENT_KEY};
	struct escape s;
	int c = next_code(t), after;

	if (escape_begins(&s, c)) {
		const bool is = escape_skip(&s, code_within, t, &after);

		put_back(t, after);
		if (is)
			return true;
	} else if (c > UCHAR_MAX || !isalnum(c)) {
		put_back(t, c);
		return false;
	}
	snprintf(e.key.name, sizeof(e.key.name), "Alt-%c", (char)c);
	handle(t, &e);
	return true;
}

/* Everything that has been typed so far, in order. */
static void
read_all(struct terminal *t)
{
	int c;

	while (!t->app.leave && !t->app.suspend && (c = next_code(t)) != ERR) {
		if (c > UCHAR_MAX)
			read_code(t, c);
		else if (t->pasting || c != ESCAPE || !read_escape(t))
			read_byte(t, (char)c);
	}
}

/* --- The loop -------------------------------------------------------------------------------- */

static void
tell_handled(struct terminal *t)
{
	char line[32];
	int n = snprintf(line, sizeof(line), "%lu\n", t->handled);

	if (t->o->sync_fd >= 0)
		write_all(t->o->sync_fd, line, (size_t)n);
}

/* Waits for something to read, or for a tick. False: nobody is there any more. */
static bool
wait_for_input(struct terminal *t)
{
	const struct timespec tick = {.tv_nsec = APP_TICK_MS * 1000000L};
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
	struct event e = {.kind = EVENT_TICK};
	sigset_t none;
	int n, bytes = 0;

	if (t->ahead.n > 0)
		return true;
	sigemptyset(&none);
	n = ppoll(&in, 1, &tick, &none);
	if (n == 0)
		handle(t, &e);
	if (n <= 0)
		return true; /* a tick, or a signal: getch() knows of a new size */
	if ((in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
		return false;
	return ioctl(STDIN_FILENO, FIONREAD, &bytes) == 0 && bytes > 0;
}

/* Until the person leaves (0), or a signal ends it; a terminal that is gone counts as a hang-up. */
static int
loop(struct terminal *t)
{
	while (signals_caught() == 0) {
		store_on_wait(t->app.desk->store, give_up, t); /* the file may be new */
		read_all(t);
		if (t->app.leave)
			return 0;
		if (t->app.suspend)
			suspend(t);
		paint(t);
		tell_handled(t);
		if (!wait_for_input(t))
			return SIGHUP;
	}
	return signals_caught();
}

/* The first screens: the day, and over it what must be known before. */
static void
first_views(struct terminal *t, bool no_file)
{
	app_push(&t->app, day_new(&t->app));
	lock_at_start(&t->app);
	if (no_file)
		app_push(&t->app, welcome_new(&t->app, &t->o->desk, t->o->zone));
	else
		parked_find(&t->app);
}

enum err
tui_run(const struct tui_options *o, int *status)
{
	struct terminal t = {.o = o};
	struct desk d = {0};
	int rows, columns, end;
	char *practice;
	bool first;
	enum err e;

	e = desk_open(&d, &o->desk);
	practice = realpath(o->desk.path, NULL);
	first = e == ERR_NOT_FOUND;
	if (first)
		e = welcome_desk(&d, &o->desk, o->zone);
	if (e == ERR_OK)
		e = start(&t);
	if (e == ERR_OK) {
		getmaxyx(stdscr, rows, columns);
		e = app_init(&t.app, &d, o->ascii || !o->utf8, rows, columns);
	}
	if (e == ERR_OK) {
		t.app.drafts =
		    (struct draft_place){.folder = o->drafts, .practice = str_or_empty(practice)};
		first_views(&t, first);
		end = loop(&t);
		*status = end > 0 ? SIGNAL_STATUS + end : 0;
	}
	stop(&t);
	app_release(&t.app);
	str_release(&t.pasted);
	free(t.ahead.v);
	free(practice);
	desk_close(&d);
	return e;
}
