/*
 * Waiting for another desk. SQLite's own handler sleeps longer and longer and starves (2 s with 32
 * desks); short sleeps of random length do not (97 ms).
 */
#include <sys/select.h>
#include <sqlite3.h>
#include <time.h>

#include "store_private.h"

enum {
	SLEEP_MIN_NS = 300 * 1000,
	SLEEP_MAX_NS = 2000 * 1000,
	QUIET_MS = 300, /* until the person is told that another desk is being waited for */
	MS_NS = 1000 * 1000,
};

/* Monotonic, ns. */
static int64_t
wait_clock(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 * MS_NS + t.tv_nsec;
}

static void
sleep_a_little(const struct store *s)
{
	struct timespec t = {0};
	unsigned r;

	sqlite3_randomness(sizeof(r), &r);
	t.tv_nsec = SLEEP_MIN_NS + (long)(r % (SLEEP_MAX_NS - SLEEP_MIN_NS));
	/* While no lock is held yet, a stop signal may still end or stop us. */
	(void)pselect(0, NULL, NULL, NULL, &t, s->inside && !s->wait_deaf ? &s->signals : NULL);
}

void
wait_start(struct store *s)
{
	s->wait_since = wait_clock();
	s->gave_up = false;
}

int
wait_busy(void *store, int count)
{
	struct store *s = store;
	int64_t waited;

	/* Inside a transaction the clock runs from store_begin(): one deadline a use case. */
	if (count == 0 && !s->inside)
		wait_start(s);
	waited = (wait_clock() - s->wait_since) / MS_NS;
	if (waited >= s->wait_ms)
		s->gave_up = true;
	else if (waited >= QUIET_MS && !s->wait_deaf && !s->gave_up && s->give_up != NULL)
		s->gave_up = s->give_up(s->give_up_arg);
	if (s->gave_up) {
		if (s->wait_interrupts)
			sqlite3_interrupt(s->db);
		return 0;
	}
	sleep_a_little(s);
	return 1;
}

enum err
store_exec_waiting(struct store *s, const char *sql, const char *doing)
{
	int rc, tries = 0;

	wait_start(s);
	do
		rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
	while ((rc & 0xFF) == SQLITE_BUSY && wait_busy(s, ++tries));
	return rc == SQLITE_OK ? ERR_OK : store_err(s, rc, doing);
}

void
store_on_wait(struct store *s, bool (*give_up)(void *), void *arg)
{
	s->give_up = give_up;
	s->give_up_arg = arg;
}
