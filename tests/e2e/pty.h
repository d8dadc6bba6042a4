/*
 * The real program on a pseudo-terminal, its screen kept by libvterm. Nothing sleeps: the program
 * tells the pipe $FRONTDESK_SYNC_FD how many events it has handled whenever it is about to wait,
 * and pty_send() returns when it has handled those of its bytes.
 */
#ifndef PTY_H
#define PTY_H

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include <frontdesk/str.h>
#include <frontdesk/text.h>

#include "../tap.h"

enum { PTY_PATIENCE_MS = 30000 }; /* then the test has failed: nothing is ever waited for so long */

struct pty {
	int master, slave, sync;
	pid_t pid;
	VTerm *vt;
	VTermScreen *screen;
	int rows, columns;
	bool told; /* it has waited for the first time */
	unsigned long handled; /* as told last */
	unsigned long waits; /* how often it told so */
	unsigned long sent; /* events of all bytes so far */
	int64_t moved_ms; /* when it last did more than tell the same count again */
	struct termios before;
	struct str output; /* all bytes it wrote */
	struct str line; /* of the sync pipe, not yet whole */
};

/* How the program is started. Members of NULL and 0 stand for 24x80, xterm-256color, C.UTF-8. */
struct pty_how {
	const char *file; /* the practice */
	const char *now; /* NULL: Monday 23 November 2026, 9:00 */
	const char *term, *locale, *escdelay;
	const char *locpath; /* where the locale is, when it is not the system's */
	const char *state; /* where its crash log goes */
	bool no_color;
	int rows, columns;
};

static inline const char *
pty_or(const char *s, const char *other)
{
	return s != NULL ? s : other;
}

static inline void
pty_child(const struct pty_how *h, int slave, int sync)
{
	const char *b = pty_or(getenv("B"), "build");
	char program[512], fd[16];

	setsid();
	ioctl(slave, TIOCSCTTY, 0);
	for (int i = 0; i <= 2; i++)
		dup2(slave, i);
	snprintf(program, sizeof(program), "%s/frontdesk", b);
	snprintf(fd, sizeof(fd), "%d", sync);
	setenv("FRONTDESK_SYNC_FD", fd, 1);
	setenv("TERM", pty_or(h->term, "xterm-256color"), 1);
	setenv("LC_ALL", pty_or(h->locale, "C.UTF-8"), 1);
	setenv("ESCDELAY", pty_or(h->escdelay, "1"), 1);
	setenv("XDG_STATE_HOME", pty_or(h->state, "/dev/null"), 1);
	if (h->locpath != NULL)
		setenv("LOCPATH", h->locpath, 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	unsetenv("NO_COLOR");
	if (h->no_color)
		setenv("NO_COLOR", "1", 1);
	execl(program, "frontdesk", "-f", h->file, "--now", pty_or(h->now, "2026-11-23T09:00"),
	    (char *)NULL);
	_exit(127);
}

static inline int64_t
pty_clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Reads what the program wrote; false: there is no more. */
static inline bool
pty_read(struct pty *p)
{
	char bytes[65536];
	ssize_t n = read(p->master, bytes, sizeof(bytes));

	if (n <= 0)
		return false;
	p->moved_ms = pty_clock_ms();
	str_addn(&p->output, bytes, (size_t)n);
	vterm_input_write(p->vt, bytes, (size_t)n);
	return true;
}

/* An idle program tells its count twice a second: for too long the same is no answer. */
static inline bool
pty_read_sync(struct pty *p)
{
	unsigned long before = p->handled;
	char bytes[4096];
	ssize_t n = read(p->sync, bytes, sizeof(bytes));

	for (ssize_t i = 0; i < n; i++) {
		if (bytes[i] != '\n') {
			str_addc(&p->line, bytes[i]);
			continue;
		}
		p->handled = strtoul(str_text(&p->line), NULL, 10);
		p->told = true;
		p->waits++;
		str_clear(&p->line);
	}
	if (p->handled != before)
		p->moved_ms = pty_clock_ms();
	return n > 0 && pty_clock_ms() - p->moved_ms < PTY_PATIENCE_MS;
}

/* One turn of reading; false: the program has ended, or does not answer. */
static inline bool
pty_turn(struct pty *p)
{
	struct pollfd fds[2] = {
	    {.fd = p->master, .events = POLLIN}, {.fd = p->sync, .events = POLLIN}};
	int n = poll(fds, 2, PTY_PATIENCE_MS);

	if (n < 0 && errno == EINTR)
		return true;
	if (n <= 0)
		return false;
	/* Its screen before its count: what is counted has been drawn. */
	if ((fds[0].revents & POLLIN) != 0)
		return pty_read(p);
	if ((fds[1].revents & POLLIN) != 0)
		return pty_read_sync(p);
	return false;
}

/* What it wrote before it told the last count is read, too. */
static inline void
pty_drain(struct pty *p)
{
	struct pollfd fd = {.fd = p->master, .events = POLLIN};

	while (poll(&fd, 1, 0) > 0 && (fd.revents & POLLIN) != 0 && pty_read(p))
		;
}

/* Until all events sent so far are handled. */
static inline bool
pty_settle(struct pty *p)
{
	p->moved_ms = pty_clock_ms();
	while (!p->told || p->handled < p->sent)
		if (!pty_turn(p))
			return false;
	pty_drain(p);
	return true;
}

static inline bool
pty_start(struct pty *p, const struct pty_how *h)
{
	struct winsize size = {0};
	int sync[2];

	*p = (struct pty){.rows = h->rows > 0 ? h->rows : 24,
	    .columns = h->columns > 0 ? h->columns : 80,
	    .moved_ms = pty_clock_ms()};
	size.ws_row = (unsigned short)p->rows;
	size.ws_col = (unsigned short)p->columns;
	if (pipe(sync) != 0 || openpty(&p->master, &p->slave, NULL, NULL, &size) != 0)
		return false;
	tcgetattr(p->slave, &p->before);
	p->pid = fork();
	if (p->pid == 0) {
		close(p->master);
		close(sync[0]);
		pty_child(h, p->slave, sync[1]);
	}
	close(sync[1]);
	p->sync = sync[0];
	p->vt = vterm_new(p->rows, p->columns);
	vterm_set_utf8(p->vt, 1);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
	return true;
}

/* Sends bytes, which are so many events (a key, a paste), and waits until they are handled. */
static inline bool
pty_send(struct pty *p, const char *bytes, unsigned long events)
{
	size_t n = strlen(bytes);

	p->sent += events;
	return write(p->master, bytes, n) == (ssize_t)n && pty_settle(p);
}

/* A text typed: every character is an event. */
static inline bool
pty_type(struct pty *p, const char *text)
{
	unsigned long events = 0;

	for (const char *s = text; *s != '\0'; s++)
		events += (*s & 0xC0) != 0x80;
	return pty_send(p, text, events);
}

static inline void
pty_row(struct pty *p, int row, struct str *out)
{
	for (int column = 0; column < p->columns;) {
		VTermScreenCell cell;
		VTermPos at = {row, column};

		vterm_screen_get_cell(p->screen, at, &cell);
		if (cell.chars[0] == 0)
			str_addc(out, ' ');
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
			text_encode(out, cell.chars[i]);
		column += cell.width > 0 ? cell.width : 1;
	}
	str_addc(out, '\n');
}

/* Whether the text stands on the screen, or in one row of it (>= 0). */
static inline bool
pty_shows_in(struct pty *p, int row, const char *text)
{
	struct str s = {0};
	bool shows;

	for (int i = row < 0 ? 0 : row; i < (row < 0 ? p->rows : row + 1); i++)
		pty_row(p, i, &s);
	shows = strstr(str_text(&s), text) != NULL;
	str_release(&s);
	return shows;
}

static inline bool
pty_shows(struct pty *p, const char *text)
{
	return pty_shows_in(p, -1, text);
}

/* Reads on until the text stands in the row (-1: anywhere). */
static inline bool
pty_until(struct pty *p, int row, const char *text)
{
	p->moved_ms = pty_clock_ms();
	while (!pty_shows_in(p, row, text))
		if (!pty_turn(p))
			return false;
	pty_drain(p);
	return true;
}

static inline void
pty_resize(struct pty *p, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	p->moved_ms = pty_clock_ms();
	p->rows = rows;
	p->columns = columns;
	vterm_set_size(p->vt, rows, columns);
	ioctl(p->master, TIOCSWINSZ, &size);
}

/* Waits for the end; the exit status, or minus the signal. */
static inline int
pty_wait(struct pty *p)
{
	int status = 0;

	while (pty_turn(p))
		;
	if (waitpid(p->pid, &status, 0) != p->pid)
		return -1000;
	if (p->master >= 0)
		pty_drain(p);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* Whether the terminal's modes are those from before. */
static inline bool
pty_restored(struct pty *p)
{
	struct termios now;

	return tcgetattr(p->slave, &now) == 0 && now.c_lflag == p->before.c_lflag &&
	    now.c_iflag == p->before.c_iflag && now.c_oflag == p->before.c_oflag;
}

/* The terminal is closed from the other side, as when a line drops. */
static inline void
pty_hang_up(struct pty *p)
{
	close(p->master);
	p->master = -1;
}

static inline void
pty_release(struct pty *p)
{
	if (p->master >= 0)
		close(p->master);
	close(p->slave);
	close(p->sync);
	vterm_free(p->vt);
	str_release(&p->output);
	str_release(&p->line);
}

/* With all that is in it. */
static inline void
pty_remove_folder(const char *folder)
{
	pid_t pid = fork();

	if (pid == 0) {
		execl("/bin/rm", "rm", "-rf", folder, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, NULL, 0);
}

#endif
