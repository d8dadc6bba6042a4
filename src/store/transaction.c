/* One use case is one transaction: BEGIN IMMEDIATE, decide, write, COMMIT. */
#include <assert.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "store_private.h"

/* Whoever is stopped or ended holding the writer lock makes every desk wait. */
static void
block_signals(struct store *s)
{
	static const int stops[] = {SIGTERM, SIGHUP, SIGINT, SIGTSTP};
	sigset_t set;

	(void)sigemptyset(&set);
	for (size_t i = 0; i < array_size(stops); i++)
		(void)sigaddset(&set, stops[i]);
	(void)pthread_sigmask(SIG_BLOCK, &set, &s->signals);
}

static void
keep_step(struct store *s, const struct store_step *step)
{
	s->step = *step;
	s->step.who = xstrdup(step->who);
	s->step.desk = xstrdup(step->desk == NULL ? "" : step->desk);
	s->step.label = xstrdup(step->label == NULL ? "" : step->label);
	s->step.reason = xstrdup(step->reason == NULL ? "" : step->reason);
}

/* The end of a transaction, however it went. */
static void
leave(struct store *s)
{
	if (!sqlite3_get_autocommit(s->db))
		(void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	if (s->session != NULL)
		sqlite3session_delete(s->session);
	s->session = NULL;
	s->undoing = UNDO_NOT;
	s->taking_back = 0;
	free((char *)(uintptr_t)s->step.who);
	free((char *)(uintptr_t)s->step.desk);
	free((char *)(uintptr_t)s->step.label);
	free((char *)(uintptr_t)s->step.reason);
	s->step = (struct store_step){0};
	s->inside = false;
	(void)pthread_sigmask(SIG_SETMASK, &s->signals, NULL);
}

/* A newer program may have been at the file since we opened it. */
static enum err
still_ours(struct store *s)
{
	struct stmt st = stmt_begin(s, STMT_USER_VERSION);
	int64_t version;
	enum err e = stmt_one(&st, "user_version", &version);

	if (e == ERR_OK && version != s->schema)
		return err_set(ERR_DAMAGED,
		    "%s is of version %d now, this program knows %d: "
		    "restart frontdesk; nothing was changed",
		    s->path, (int)version, s->schema);
	return e;
}

/*
 * The time of the step was read before the lock was waited for: it may lie before that of a desk
 * which was faster. Times far apart are another matter: a clock was set.
 */
static enum err
in_order(struct store *s)
{
	enum { CLOCKS_DIFFER = 60 }; /* seconds */
	struct stmt st = stmt_begin(s, STMT_AUDIT_LAST_AT);
	int64_t last = 0;
	enum err e = stmt_one(&st, "at", &last);

	if (last > s->step.at && last - s->step.at < CLOCKS_DIFFER)
		s->step.at = last;
	return e;
}

/* Filling touches every part of the indexes: more of them in memory, as long as we are open. */
static enum err
more_cache(struct store *s)
{
	return store_exec(s, "PRAGMA cache_size = -16000", "PRAGMA cache_size");
}

static int
is_undoable(void *arg, const char *table)
{
	(void)arg;
	return undoable_find(table) != UNDOABLE_COUNT;
}

static enum err
record_changes(struct store *s)
{
	int rc = sqlite3session_create(s->db, "main", &s->session);

	if (rc == SQLITE_OK) {
		sqlite3session_table_filter(s->session, is_undoable, NULL);
		rc = sqlite3session_attach(s->session, NULL);
	}
	return rc == SQLITE_OK ? ERR_OK : store_err(s, rc, "recording changes");
}

enum err
store_begin(struct store *s, const struct store_step *step)
{
	enum err e;

	assert(!s->inside && !s->reading);
	if (s->read_only)
		return may_not_write(s);
	if (step->refused)
		return err_set(
		    ERR_REFUSED, "%s may only look here; nothing was changed", step->who);
	block_signals(s);
	s->inside = true;
	keep_step(s, step);
	e = store_exec_waiting(s, "BEGIN IMMEDIATE", "BEGIN");
	if (e == ERR_OK)
		e = still_ours(s);
	if (e == ERR_OK)
		e = in_order(s);
	if (e == ERR_OK)
		e = step->bulk ? more_cache(s) : record_changes(s);
	if (e != ERR_OK)
		leave(s);
	return e;
}

void
store_relabel(struct store *s, const char *label, const char *reason)
{
	char *slot;

	assert(s->inside);
	slot = (char *)(uintptr_t)s->step.label;
	xstrset(&slot, label == NULL ? "" : label);
	s->step.label = slot;
	slot = (char *)(uintptr_t)s->step.reason;
	xstrset(&slot, reason == NULL ? "" : reason);
	s->step.reason = slot;
}

enum err
store_commit(struct store *s)
{
	enum err e;
	int rc;

	assert(s->inside);
	e = changeset_write(s);
	if (e == ERR_OK && (rc = sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL)) != SQLITE_OK)
		e = store_err(s, rc, "COMMIT");
	leave(s);
	if (e != ERR_OK)
		return e;
	/* What is saved is saved: a log that could not be emptied now is emptied later. */
	e = store_checkpoint(s, false);
	(void)e;
	return ERR_OK;
}

void
store_rollback(struct store *s)
{
	if (s->inside)
		leave(s);
}

enum err
store_read_begin(struct store *s)
{
	enum err e;

	assert(!s->inside && !s->reading);
	e = store_exec(s, "BEGIN", "BEGIN");
	s->reading = e == ERR_OK;
	return e;
}

enum err
store_read_alone(struct store *s, bool *alone)
{
	*alone = !s->inside && !s->reading;
	return *alone ? store_read_begin(s) : ERR_OK;
}

void
store_read_end(struct store *s)
{
	if (s->reading)
		(void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	s->reading = false;
}
