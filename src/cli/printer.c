#include "printer.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* lp with `in` as its stdin. Nothing of the practice stands in its arguments: anyone can read them,
 * and the queue shows the title. Returns 0 or why not. */
static int
start(const struct cli *c, const char *printer, int in, int out, pid_t *pid)
{
	const char *argv[] = {"lp", "-t", "frontdesk", NULL, NULL, NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t usual;
	int why;

	if (printer[0] != '\0') {
		argv[3] = "-d";
		argv[4] = printer;
	}
	(void)sigemptyset(&usual);
	(void)sigaddset(&usual, SIGPIPE);
	(void)posix_spawn_file_actions_init(&actions);
	(void)posix_spawnattr_init(&attributes);
	(void)posix_spawnattr_setsigdefault(&attributes, &usual);
	(void)posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	why = posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	if (why == 0)
		why = posix_spawn_file_actions_addclose(&actions, in);
	if (why == 0)
		why = posix_spawn_file_actions_addclose(&actions, out);
	if (why == 0) /* it changes no argument: the signature lacks a const */
		why = posix_spawnp(pid, "lp", &actions, &attributes, (char *const *)(uintptr_t)argv,
		    c->environment);
	(void)posix_spawnattr_destroy(&attributes);
	(void)posix_spawn_file_actions_destroy(&actions);
	return why;
}

static bool
write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		n -= (size_t)done;
	}
	return true;
}

/* The end of lp, which has said on stderr what it did not like. */
static enum err
judge(pid_t pid, bool took_all)
{
	int status = 0;

	while (waitpid(pid, &status, 0) == -1)
		if (errno != EINTR)
			return err_set(ERR_FAILED, "lp cannot be waited for: %s", strerror(errno));
	if (WIFSIGNALED(status))
		return err_set(ERR_FAILED, "not printed: lp was ended by signal %d; try again",
		    WTERMSIG(status));
	if (WEXITSTATUS(status) != 0)
		return err_set(ERR_FAILED,
		    "not printed: lp ended with status %d; see lpstat -p for the printers",
		    WEXITSTATUS(status));
	if (!took_all)
		return err_set(ERR_FAILED, "not printed whole: lp stopped reading; try again");
	return ERR_OK;
}

enum err
printer_send(const struct cli *c, const char *printer, const struct str *text)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	int ends[2], why;
	pid_t pid;
	bool took_all;

	if (pipe(ends) != 0)
		return err_set(ERR_FAILED, "not printed: %s", strerror(errno));
	why = start(c, printer, ends[0], ends[1], &pid);
	(void)close(ends[0]);
	if (why != 0) {
		(void)close(ends[1]);
		return why == ENOENT
		    ? err_set(ERR_FAILED,
			  "not printed: there is no lp here; install cups-client, or write a "
			  "file with --output")
		    : err_set(ERR_FAILED, "not printed: lp cannot be run: %s", strerror(why));
	}
	/* An lp that reads no further is told by its status. */
	(void)sigaction(SIGPIPE, &ignore, &before);
	took_all = write_all(ends[1], str_text(text), text->n);
	(void)close(ends[1]);
	(void)sigaction(SIGPIPE, &before, NULL);
	return judge(pid, took_all);
}
