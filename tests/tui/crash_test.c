/* A failed assertion on the screens: the log says where, and nothing else. */
#undef NDEBUG
#include "../../src/tui/crash.h"

#include <assert.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../tap.h"

static int64_t
clock_of_test(void *arg)
{
	(void)arg;
	return 1795424400;
}

enum { ASSERTION_LINE = 31 + 2 };

/* In a process of its own. */
static void
fail(const char *log)
{
	static const enum cmd doing = CMD_ARRIVED;
	const char *secret = NULL;

	crash_catch(&(struct crash_facts){
	    .log = log, .schema = 7, .doing = &doing, .clock = clock_of_test});
	assert(secret != NULL);
	_exit(0);
}

int
main(void)
{
	char folder[] = "/tmp/frontdesk-crash-XXXXXX", log[64], want[128], line[256] = "";
	struct stat st;
	int status = 0;
	pid_t pid;
	FILE *f;

	if (mkdtemp(folder) == NULL)
		abort();
	snprintf(log, sizeof(log), "%s/crash.log", folder);
	fflush(stdout);
	pid = fork();
	if (pid == 0)
		fail(log);
	ok(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT,
	    "it dies of the signal");
	f = fopen(log, "r");
	ok(f != NULL && fgets(line, sizeof(line), f) != NULL && fgetc(f) == EOF, "one line");
	snprintf(want, sizeof(want),
	    "1795424400 frontdesk " VERSION " schema 7: signal %d in \"arrived\" at "
	    "tests/tui/crash_test.c:%d\n",
	    SIGABRT, ASSERTION_LINE);
	is_str(line, want, "when, what, and where");
	ok(strstr(line, "secret") == NULL, "without what was asserted");
	ok(stat(log, &st) == 0 && (st.st_mode & 0777) == 0600, "for this person alone");
	if (f != NULL)
		fclose(f);
	unlink(log);
	rmdir(folder);
	return done();
}
