/* Sheets into lp(1) of CUPS. No shell, and nothing of the practice in its arguments. */
#define _GNU_SOURCE /* memfd_create: what is printed never lies on a disk */
#include <frontdesk/paper.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_FOUND = 127 }; /* the status of a program that is not there */

/* lp with `in` as its stdin. Anyone can read its arguments, and the queue shows the title. Returns
 * 0 or why not. */
static int
start(const struct printer *p, int in, pid_t *pid)
{
	const char *argv[] = {"lp", "-t", "frontdesk", NULL, NULL, NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none;
	int why;

	if (p->name[0] != '\0') {
		argv[3] = "-d";
		argv[4] = p->name;
	}
	(void)posix_spawn_file_actions_init(&actions);
	(void)posix_spawnattr_init(&attributes);
	/* Signals that we take at our leisure are blocked here: they end lp at once. */
	(void)sigemptyset(&none);
	(void)posix_spawnattr_setsigmask(&attributes, &none);
	(void)posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	why = posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO && why == 0 && p->quiet; fd++)
		why = posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_WRONLY, 0);
	if (why == 0) /* it changes no argument: the signature lacks a const */
		why = posix_spawnp(pid, "lp", &actions, &attributes, (char *const *)(uintptr_t)argv,
		    p->environment);
	(void)posix_spawnattr_destroy(&attributes);
	(void)posix_spawn_file_actions_destroy(&actions);
	return why;
}

/* The text as a file that is only in memory; -1: there is no room. */
static int
make_file(const struct str *text)
{
	int fd = memfd_create("frontdesk", MFD_CLOEXEC);
	size_t written = 0;

	while (fd >= 0 && written < text->n) {
		ssize_t n = write(fd, text->v + written, text->n - written);

		if (n <= 0) {
			close(fd);
			return -1;
		}
		written += (size_t)n;
	}
	if (fd >= 0)
		(void)lseek(fd, 0, SEEK_SET);
	return fd;
}

static enum err
no_lp(const char *or_else)
{
	return err_set(ERR_FAILED,
	    "not printed: there is no lp here; install cups-client, or write a file: %s", or_else);
}

enum err
paper_print(const struct printer *p, const struct sheet_list *sheets, struct print_job *out)
{
	struct str text = {0};
	int fd, why;

	paper_text(&text, sheets, PAPER_PAGE_LINES, true);
	fd = make_file(&text);
	out->or_else = p->or_else;
	why = fd < 0 ? errno : start(p, fd, &out->pid);
	str_release(&text);
	if (fd >= 0)
		close(fd);
	if (why == ENOENT)
		return no_lp(p->or_else);
	if (why != 0)
		return err_set(ERR_FAILED, "not printed: lp cannot be run: %s", strerror(why));
	return ERR_OK;
}

enum err
paper_printed(struct print_job *job, bool wait, bool *done)
{
	int status = 0;
	pid_t ended;

	do {
		ended = waitpid(job->pid, &status, wait ? 0 : WNOHANG);
	} while (ended < 0 && errno == EINTR);
	*done = ended != 0;
	if (ended == 0)
		return ERR_OK;
	job->pid = 0;
	if (ended < 0)
		return err_set(ERR_FAILED, "lp cannot be waited for: %s", strerror(errno));
	if (WIFSIGNALED(status))
		return err_set(ERR_FAILED, "not printed: lp was ended by signal %d; try again",
		    WTERMSIG(status));
	if (WEXITSTATUS(status) == NOT_FOUND) /* where the start cannot tell, as under valgrind */
		return no_lp(job->or_else);
	if (WEXITSTATUS(status) != 0)
		return err_set(ERR_FAILED,
		    "not printed: lp ended with status %d; see lpstat -p for the printers",
		    WEXITSTATUS(status));
	return ERR_OK;
}
