#include "signals.h"

#include <signal.h>
#include <stddef.h>

#include <frontdesk/mem.h>

static volatile sig_atomic_t caught;

static const int ends[] = {SIGTERM, SIGHUP, SIGINT};

static void
on_end(int signal_number)
{
	caught = signal_number;
}

void
signals_catch(void)
{
	struct sigaction end = {.sa_handler = on_end};
	sigset_t blocked;

	sigemptyset(&blocked);
	sigaddset(&blocked, SIGWINCH);
	sigaddset(&blocked, SIGTSTP);
	sigaddset(&blocked, SIGCONT);
	sigfillset(&end.sa_mask);
	for (size_t i = 0; i < array_size(ends); i++) {
		sigaddset(&blocked, ends[i]);
		sigaction(ends[i], &end, NULL);
	}
	sigprocmask(SIG_BLOCK, &blocked, NULL);
}

int
signals_caught(void)
{
	return caught;
}

bool
signals_pending(void)
{
	sigset_t pending;

	sigpending(&pending);
	for (size_t i = 0; i < array_size(ends); i++) {
		if (sigismember(&pending, ends[i]) == 1)
			return true;
	}
	return false;
}

void
signals_suspend(void)
{
	sigset_t stop;

	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	kill(0, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, NULL);
	sigprocmask(SIG_BLOCK, &stop, NULL);
}
