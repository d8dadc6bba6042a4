/*
 * The program. The only place that reads the environment, the clock and who is at which terminal;
 * all of it is handed down to the faces.
 */
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <frontdesk/cli.h>
#include <frontdesk/tui.h>
#include <frontdesk/zone.h>

enum { NAME_SIZE = 256 };

extern char **environ;

static int64_t
read_clock(void *arg)
{
	(void)arg;
	return (int64_t)time(NULL);
}

/* Descriptors 0 to 2 are never a database, even when the caller closed them. */
static void
fill_descriptors(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd > STDERR_FILENO)
		close(fd);
}

/* Files are for the person alone; a core would hold health data; a full disk is no death. */
static void
settle_process(void)
{
	umask(077);
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
	signal(SIGXFSZ, SIG_IGN);
}

/* By the user id, because $LOGNAME can say anything and the audit believes it. */
static const char *
login(char buf[static NAME_SIZE])
{
	const struct passwd *pw = getpwuid(getuid());

	if (pw != NULL && pw->pw_name[0] != '\0')
		snprintf(buf, NAME_SIZE, "%s", pw->pw_name);
	else
		snprintf(buf, NAME_SIZE, "uid%ld", (long)getuid());
	return buf;
}

/* "pts/3"; "" without a terminal. */
static const char *
terminal(char buf[static NAME_SIZE])
{
	static const char dev[] = "/dev/";
	size_t skip = sizeof(dev) - 1;

	if (ttyname_r(STDIN_FILENO, buf, NAME_SIZE) != 0)
		return "";
	return strncmp(buf, dev, skip) == 0 ? buf + skip : buf;
}

/* What zone it is here, by $TZ when that names one, else by the system; NULL: neither says. */
static const char *
zone_here(char buf[static ZONE_LINK_SIZE])
{
	const char *tz = getenv("TZ");
	struct zone *zone;

	if (tz != NULL)
		tz += *tz == ':';
	if (tz == NULL || *tz == '\0' || zone_open(&zone, tz) != ERR_OK)
		return zone_system(buf);
	zone_close(zone);
	return tz;
}

static int
columns(void)
{
	enum { USUAL = 80 };
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col
									       : USUAL;
}

/* --- The other face -------------------------------------------------------------------------- */

/* $FRONTDESK_SYNC_FD: a pipe above 2, else ignored. */
static int
sync_fd(void)
{
	const char *text = getenv("FRONTDESK_SYNC_FD");
	struct stat st;
	char *end;
	long fd;

	if (text == NULL || *text == '\0')
		return -1;
	errno = 0;
	fd = strtol(text, &end, 10);
	if (errno != 0 || *end != '\0' || fd <= STDERR_FILENO || fd > 1023)
		return -1;
	return fstat((int)fd, &st) == 0 && S_ISFIFO(st.st_mode) ? (int)fd : -1;
}

/* "$XDG_STATE_HOME/frontdesk/NAME"; NULL: there is no home for it. */
static const char *
state_path(char buf[static PATH_MAX], const char *name)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	int n = -1;

	if (state != NULL && *state == '/')
		n = snprintf(buf, PATH_MAX, "%s/frontdesk/%s", state, name);
	else if (home != NULL && *home == '/')
		n = snprintf(buf, PATH_MAX, "%s/.local/state/frontdesk/%s", home, name);
	return n > 0 && n < PATH_MAX ? buf : NULL;
}

static struct tui_options
screen_options(const struct desk_options *o, bool ascii, char zone[static ZONE_LINK_SIZE])
{
	const char *no_color = getenv("NO_COLOR");

	/* Only the screens need a locale: their width and line graphics depend on it. */
	if (setlocale(LC_CTYPE, "") == NULL || strcmp(setlocale(LC_CTYPE, NULL), "C") == 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	return (struct tui_options){
	    .desk = *o,
	    .zone = zone_here(zone),
	    .ascii = ascii,
	    .no_color = no_color != NULL && *no_color != '\0',
	    .utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0,
	    .sync_fd = sync_fd(),
	};
}

static enum err
run_screens(const struct desk_options *o, bool ascii, int *status)
{
	char log[PATH_MAX], drafts[PATH_MAX], zone[ZONE_LINK_SIZE];
	struct tui_options options = screen_options(o, ascii, zone);

	options.environment = environ;
	options.crash_log = state_path(log, "crash.log");
	options.drafts = state_path(drafts, "drafts");
	return tui_run(&options, status);
}

static enum err
print_screen(const struct desk_options *o, bool ascii, const struct cli_screen *s)
{
	char zone[ZONE_LINK_SIZE];
	const struct tui_options options = screen_options(o, ascii, zone);

	return tui_print(&options, s->name, s->columns, s->rows, s->keys, stdout);
}

int
main(int argc, char **argv)
{
	char who[NAME_SIZE], tty[NAME_SIZE] = "", zone[ZONE_LINK_SIZE];
	struct cli c = {
	    .argc = argc,
	    .argv = argv,
	    .environment = environ,
	    .clock = read_clock,
	    .screens = run_screens,
	    .screen = print_screen,
	};

	fill_descriptors();
	settle_process();
	c.file = getenv("FRONTDESK_FILE");
	c.data_home = getenv("XDG_DATA_HOME");
	c.home = getenv("HOME");
	c.now = getenv("FRONTDESK_NOW");
	c.login = login(who);
	c.terminal = terminal(tty);
	c.zone = zone_here(zone);
	c.columns = columns();
	return cli_run(&c);
}
