/* A crash on the screens: the log says where, and nothing else. */
#undef NDEBUG
#include "../../src/tui/crash.h"

#include <assert.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
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

static void
fail(void)
{
	const char *secret = NULL;

	assert(secret != NULL);
}
enum { ASSERTION_LINE = __LINE__ - 2 };

static void
fault(void)
{
	static volatile uintptr_t nowhere = 64;

	*(volatile int *)nowhere = 1;
}

/* Deeper and deeper; `depth` is told so late that no compiler makes a loop of it. */
static int
overflow(int depth)
{
	volatile char room[4096] = "";

	room[depth % 4096] = 1;
	return depth < 0 ? 0 : overflow(depth + 1) + room[0];
}

static void
run_over(void)
{
	setrlimit(RLIMIT_STACK, &(struct rlimit){1 << 20, 1 << 20});
	(void)overflow(0);
}

static char folder[] = "/tmp/frontdesk-crash-XXXXXX", path[64];

/* What is logged when a process of its own crashes so; the signal it died of. */
static int
crash(void (*fn)(void), char line[static 256])
{
	static const enum cmd doing = CMD_ARRIVED;
	struct stat st;
	int status = 0;
	pid_t pid;
	FILE *f;

	line[0] = '\0';
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		crash_catch(&(struct crash_facts){
		    .log = path, .schema = 7, .doing = &doing, .clock = clock_of_test});
		fn();
		_exit(0);
	}
	waitpid(pid, &status, 0);
	f = fopen(path, "r");
	ok(f != NULL && fgets(line, 256, f) != NULL && fgetc(f) == EOF, "one line");
	line[strcspn(line, "\n")] = '\0';
	printf("# %s\n", line);
	ok(stat(path, &st) == 0 && (st.st_mode & 0777) == 0600, "for this person alone");
	if (f != NULL)
		fclose(f);
	unlink(path);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

int
main(void)
{
	extern const char __executable_start[];
	char line[256], want[256];
	unsigned long long offset = 0;
	const char *at;

	if (mkdtemp(folder) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/crash.log", folder);
	is_int(crash(fail, line), SIGABRT, "an assertion: it dies of the signal");
	snprintf(want, sizeof(want),
	    "1795424400 frontdesk " VERSION " schema 7: signal %d in \"arrived\" at "
	    "tests/tui/crash_test.c:%d",
	    SIGABRT, ASSERTION_LINE);
	is_str(line, want, "when, what, and where, without what was asserted");
	is_int(crash(fault, line), SIGSEGV, "a fault");
	snprintf(want, sizeof(want),
	    "1795424400 frontdesk " VERSION " schema 7: signal %d in \"arrived\" at frontdesk+0x",
	    SIGSEGV);
	ok(strncmp(line, want, strlen(want)) == 0, "where in the program");
	if ((at = strstr(line, "+0x")) != NULL)
		offset = strtoull(at + 3, NULL, 16);
	offset -= (uintptr_t)fault - (uintptr_t)__executable_start;
	ok(offset < 256, "in that function");
	is_int(crash(run_over, line), SIGSEGV, "a stack that ran over");
	ok(strncmp(line, want, strlen(want)) == 0, "is told as well");
	rmdir(folder);
	return done();
}
