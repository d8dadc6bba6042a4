/*
 * Emptying the log into the file. SQLite before 3.51.3 can lose commits when a checkpoint that does
 * not hold the writer lock (PASSIVE, and the automatic one) races with a writer that starts the log
 * anew (store.md, fact 1). So: only FULL and TRUNCATE, which hold that lock; and when the wait for
 * it ends in vain, the checkpoint is interrupted, because SQLite would go on as PASSIVE.
 */
#include <assert.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <frontdesk/str.h>

#include "store_private.h"

enum {
	DUE_WHEN_IDLE = 1000, /* pages since the last try */
	DUE_AT_ONCE = 4000,
	IDLE_WAIT_MS = 50, /* someone may begin to type */
	AT_ONCE_WAIT_MS = 500,
};

static enum err
empty_log(struct store *s, int mode, int wait_ms)
{
	sigset_t all, before;
	int rc, pages = 0, done = 0;

	s->log_tried = s->log_pages;
	(void)sigfillset(&all);
	(void)pthread_sigmask(SIG_BLOCK, &all, &before);
	s->wait_ms = wait_ms;
	s->wait_deaf = s->wait_interrupts = true;
	rc = sqlite3_wal_checkpoint_v2(s->db, "main", mode, &pages, &done);
	s->wait_deaf = s->wait_interrupts = false;
	s->wait_ms = WAIT_MS;
	(void)pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (rc == SQLITE_OK)
		s->log_pages = 0;
	/* Someone reads or writes: it is due again when it has grown as much once more, so that one
	 * who reads for long does not make every commit wait. */
	if (rc == SQLITE_INTERRUPT || (rc & 0xFF) == SQLITE_BUSY || (rc & 0xFF) == SQLITE_LOCKED)
		rc = SQLITE_OK;
	return rc == SQLITE_OK ? ERR_OK : store_err(s, rc, "checkpoint");
}

enum err
store_checkpoint(struct store *s, bool idle)
{
	int due = idle ? DUE_WHEN_IDLE : DUE_AT_ONCE;

	assert(!s->inside);
	if (s->read_only || s->reading || s->log_pages - s->log_tried < due)
		return ERR_OK;
	return idle ? empty_log(s, SQLITE_CHECKPOINT_TRUNCATE, IDLE_WAIT_MS)
		    : empty_log(s, SQLITE_CHECKPOINT_FULL, AT_ONCE_WAIT_MS);
}

void
checkpoint_on_close(struct store *s)
{
	struct str name = {0};
	struct stat st;

	str_addf(&name, "%s-wal", s->path);
	if (!s->read_only && !s->memory && stat(str_text(&name), &st) == 0 && st.st_size > 0)
		(void)empty_log(s, SQLITE_CHECKPOINT_TRUNCATE, 0);
	str_release(&name);
}
