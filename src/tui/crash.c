/*
 * Dying. What a signal handler calls is async-signal-safe (POSIX 2.4.3): no allocation, no stdio.
 */
#define _GNU_SOURCE /* REG_RIP */
#undef NDEBUG /* assertions are kept in every build */
#include "crash.h"

#include <assert.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <ucontext.h>
#include <unistd.h>

#include <frontdesk/mem.h>

enum { RESTORE_SIZE = 256, LINE_SIZE = 512, STACK_SIZE = 64 * 1024 };

static const int crashes[] = {SIGABRT, SIGSEGV, SIGBUS};
/* The handler's own: a stack that ran over has no room for it. */
static char stack[STACK_SIZE];
/* The linker's: where the program's code begins and ends. */
extern const char __executable_start[], etext[];

static struct {
	char bytes[RESTORE_SIZE]; /* what makes the terminal usable again */
	size_t n;
	struct termios modes;
	struct crash_facts facts;
	const char *file; /* of the assertion that failed */
	unsigned line;
	uintptr_t fault; /* the instruction that failed; 0 = none did */
} crash;

void
crash_restores(const char *bytes)
{
	size_t n = bytes != NULL ? strlen(bytes) : 0;

	if (n > 0 && crash.n + n <= sizeof(crash.bytes)) {
		memcpy(crash.bytes + crash.n, bytes, n);
		crash.n += n;
	}
}

/* A line of limited length, as a handler can write one. */
struct note {
	char text[LINE_SIZE];
	size_t n;
};

static void
add(struct note *o, const char *text)
{
	size_t n = strlen(text), left = sizeof(o->text) - o->n;

	if (n > left)
		n = left;
	memcpy(o->text + o->n, text, n);
	o->n += n;
}

static void
add_digits(struct note *o, unsigned long long number, unsigned base)
{
	char digits[24];
	size_t at = sizeof(digits) - 1;

	digits[at] = '\0';
	do {
		digits[--at] = "0123456789abcdef"[number % base];
		number /= base;
	} while (number > 0);
	add(o, digits + at);
}

static void
add_number(struct note *o, long long number)
{
	add_digits(o, (unsigned long long)number, 10);
}

/* Where the assertion stands that failed. */
static void
add_place(struct note *o)
{
	add(o, crash.file);
	add(o, ":");
	add_number(o, crash.line);
}

/* The instruction that failed, for addr2line -e frontdesk 0x…; nothing when it is a library's. */
static void
add_fault(struct note *o)
{
	uintptr_t from = (uintptr_t)__executable_start;

	if (crash.fault < from || crash.fault >= (uintptr_t)etext)
		return;
	add(o, " at frontdesk+0x");
	add_digits(o, crash.fault - from, 16);
}

/* Opens the log, with the folders above it; -1: it cannot be. */
static int
open_log(const char *path)
{
	char folder[PATH_MAX];
	size_t n = strlen(path);

	if (n >= sizeof(folder))
		return -1;
	memcpy(folder, path, n + 1);
	for (size_t i = 1; i < n; i++) {
		if (folder[i] != '/')
			continue;
		folder[i] = '\0';
		(void)mkdir(folder, S_IRWXU); /* most are there already */
		folder[i] = '/';
	}
	return open(
	    path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

/* "1795424400 frontdesk 0.1.0 schema 1: signal 6 in \"arrived\" at src/model/x.c:12" */
static void
write_log(int signal_number)
{
	const struct crash_facts *f = &crash.facts;
	struct note o = {.n = 0};
	int fd = f->log != NULL ? open_log(f->log) : -1;

	if (fd < 0)
		return;
	add_number(&o, f->clock(f->clock_arg));
	add(&o, " frontdesk " VERSION " schema ");
	add_number(&o, f->schema);
	add(&o, ": signal ");
	add_number(&o, signal_number);
	if (*f->doing != CMD_NONE) {
		add(&o, " in \"");
		add(&o, commands[*f->doing].name);
		add(&o, "\"");
	}
	if (crash.file != NULL) {
		add(&o, " at ");
		add_place(&o);
	}
	add_fault(&o);
	add(&o, "\n");
	(void)!write(fd, o.text, o.n);
	close(fd);
}

/* Only of a fault of ours: a signal that was sent strikes anywhere. */
static uintptr_t
fault_of(const siginfo_t *info, const void *context)
{
	const ucontext_t *c = context;

	if (info->si_code <= 0)
		return 0;
#if defined(__x86_64__)
	return (uintptr_t)c->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
	return (uintptr_t)c->uc_mcontext.pc;
#else
	(void)c;
	return 0;
#endif
}

static void
on_crash(int signal_number, siginfo_t *info, void *context)
{
	crash.fault = fault_of(info, context);
	(void)!write(STDOUT_FILENO, crash.bytes, crash.n);
	tcsetattr(STDIN_FILENO, TCSANOW, &crash.modes);
	write_log(signal_number);
	raise(signal_number);
}

/* Instead of the C library's: while the screens are on, only the log says which assertion failed.
 */
void
__assert_fail(const char *what, const char *file, unsigned line, const char *function)
{
	struct note o = {.n = 0};

	crash.file = file;
	crash.line = line;
	if (crash.facts.doing == NULL) {
		add_place(&o);
		add(&o, ": ");
		add(&o, function);
		add(&o, ": assertion failed: ");
		add(&o, what);
		add(&o, "\n");
		(void)!write(STDERR_FILENO, o.text, o.n);
	}
	abort();
}

void
crash_catch(const struct crash_facts *facts)
{
	const stack_t own = {.ss_sp = stack, .ss_size = sizeof(stack)};
	struct sigaction act = {
	    .sa_sigaction = on_crash, .sa_flags = (int)(SA_RESETHAND | SA_ONSTACK | SA_SIGINFO)};

	crash.facts = *facts;
	(void)sigaltstack(&own, NULL);
	tcgetattr(STDIN_FILENO, &crash.modes);
	for (size_t i = 0; i < array_size(crashes); i++)
		sigaction(crashes[i], &act, NULL);
}

void
crash_release(void)
{
	for (size_t i = 0; i < array_size(crashes); i++)
		signal(crashes[i], SIG_DFL);
	(void)sigaltstack(&(stack_t){.ss_flags = SS_DISABLE}, NULL);
}
