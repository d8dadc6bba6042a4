/* Opening a connection by the recipe of store.md, and closing it. */
#include <assert.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "store_private.h"

static const struct {
	int id, most;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024},
    {SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024},
    {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 200},
    {SQLITE_LIMIT_COMPOUND_SELECT, 50},
    {SQLITE_LIMIT_ATTACHED, 1}, /* VACUUM INTO attaches what it writes */
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 200},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

static void
desk_deferred(sqlite3_context *context, int n, sqlite3_value **v)
{
	const struct store *s = sqlite3_user_data(context);

	(void)n;
	(void)v;
	sqlite3_result_int(context, s->step.deferred || s->step.bulk);
}

static void
desk_undoing(sqlite3_context *context, int n, sqlite3_value **v)
{
	const struct store *s = sqlite3_user_data(context);

	(void)n;
	(void)v;
	sqlite3_result_int(context, (int)s->undoing);
}

static int
log_grew(void *store, sqlite3 *db, const char *name, int pages)
{
	struct store *s = store;

	(void)db;
	(void)name;
	s->log_pages = pages;
	if (pages < s->log_tried) /* begun anew */
		s->log_tried = 0;
	return SQLITE_OK;
}

enum err
store_exec(struct store *s, const char *sql, const char *doing)
{
	int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? ERR_OK : store_err(s, rc, doing);
}

/* Answers of one flag each; a library without the flag is not ours. */
static int
harden(struct store *s)
{
	static const struct {
		int id, on;
	} flags[] = {
	    {SQLITE_DBCONFIG_DEFENSIVE, 1},
	    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
	    {SQLITE_DBCONFIG_DQS_DML, 0},
	    {SQLITE_DBCONFIG_DQS_DDL, 0},
	    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
	    {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1},
	    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
	};
	const int kind = SQLITE_UTF8 | SQLITE_INNOCUOUS;
	int rc = SQLITE_OK;

	for (size_t i = 0; i < array_size(flags) && rc == SQLITE_OK; i++)
		rc = sqlite3_db_config(s->db, flags[i].id, flags[i].on, NULL);
	for (size_t i = 0; i < array_size(limits); i++)
		(void)sqlite3_limit(s->db, limits[i].id, limits[i].most);
	if (rc == SQLITE_OK)
		rc = sqlite3_create_function_v2(
		    s->db, "desk_deferred", 0, kind, s, desk_deferred, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_create_function_v2(
		    s->db, "desk_undoing", 0, kind, s, desk_undoing, NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = gather_register(s->db);
	return rc;
}

enum err
connection_open(struct store **out, const char *path, int flags)
{
	struct store *s = xcalloc(1, sizeof(*s));
	enum err e;
	int rc;

	s->path = xstrdup(path);
	s->wait_ms = WAIT_MS;
	rc = sqlite3_open_v2(
	    path, &s->db, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_busy_handler(s->db, wait_busy, s);
	if (rc == SQLITE_OK)
		rc = harden(s);
	e = rc == SQLITE_OK ? ERR_OK : store_err(s, rc, "opening");
	if (e == ERR_OK)
		e = store_exec(s,
		    "PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON;"
		    "PRAGMA secure_delete = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;",
		    "opening");
	if (e != ERR_OK) {
		connection_close(s);
		return e;
	}
	*out = s;
	return ERR_OK;
}

void
connection_close(struct store *s)
{
	for (int i = 0; i < STMT_COUNT; i++)
		(void)sqlite3_finalize(s->cache[i]);
	(void)sqlite3_close(s->db);
	for (int t = 0; t < UNDOABLE_COUNT; t++)
		words_release(&s->columns[t]);
	free(s->path);
	free(s);
}

/* A log, flushed at every commit; both asked back, because SQLite keeps silent when it declines. */
static enum err
durable(struct store *s)
{
	struct stmt st;
	int64_t flush = 0;
	bool wal;
	enum err e = ERR_OK;

	if (!s->read_only)
		e = store_exec_waiting(
		    s, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", "opening");
	if (e != ERR_OK)
		return e;
	st = stmt_begin(s, STMT_JOURNAL_MODE);
	wal = stmt_row(&st) && strcmp(stmt_peek(&st, "journal_mode"), "wal") == 0;
	if ((e = stmt_end(&st)) != ERR_OK)
		return e;
	st = stmt_begin(s, STMT_SYNCHRONOUS);
	if ((e = stmt_one(&st, "synchronous", &flush)) != ERR_OK)
		return e;
	if (!s->memory && !s->read_only && (!wal || flush != 2))
		return err_set(ERR_FAILED, "%s: the disk does not let a log be kept", s->path);
	(void)sqlite3_wal_autocheckpoint(s->db, 0);
	(void)sqlite3_wal_hook(s->db, log_grew, s);
	return ERR_OK;
}

/* Looks at what is in the file and brings it up to date. */
static enum err
prepare(struct store *s, enum store_mode mode)
{
	bool fresh = s->memory || mode == STORE_CREATE;
	enum err e = ERR_OK;
	bool changed;

	if (!fresh)
		e = migrate_look(s);
	if (store_newer(s))
		s->read_only = true;
	if (e == ERR_OK)
		e = durable(s);
	if (e == ERR_OK && store_newer(s))
		e = store_exec(s, "PRAGMA query_only = ON", "opening");
	else if (e == ERR_OK && !fresh)
		e = migrate_triggers_present(s);
	if (e == ERR_OK && s->schema < store_schema()) {
		if (s->read_only)
			return err_set(ERR_FAILED,
			    "%s is of an older version, and may not be "
			    "written to bring it up to date",
			    s->path);
		e = migrate_to(s, store_schema());
	}
	return e == ERR_OK ? store_changed(s, &changed) : e;
}

/*
 * A file that may not be written: beside other desks as they are, else from a copy of our own. What
 * the desks share is left behind by the last of them, and is not always for us to read.
 */
static enum err
open_read_only(struct store **out, const struct place *p)
{
	char *folder = NULL, *copy = NULL;
	enum err e;

	if (p->reads_shm) {
		if ((e = connection_open(out, p->path, SQLITE_OPEN_READONLY)) != ERR_OK)
			return e;
		(*out)->read_only = true;
		if ((e = prepare(*out, STORE_OPEN)) != ERR_OK)
			connection_close(*out);
		return e;
	}
	if ((e = place_copy_aside(p, &folder, &copy)) != ERR_OK)
		return e;
	if ((e = connection_open(out, copy, SQLITE_OPEN_READWRITE)) == ERR_OK) {
		xstrset(&(*out)->path, p->path);
		(*out)->read_only = true;
		e = prepare(*out, STORE_OPEN);
		if (e == ERR_OK)
			e = store_exec(*out, "PRAGMA query_only = ON", "opening");
		if (e != ERR_OK)
			connection_close(*out);
	}
	/* Opened, it needs no name any more: nothing is left behind, however we end. */
	place_drop(folder, copy);
	return e;
}

static enum err
open_writing(struct store **out, const struct place *p, enum store_mode mode)
{
	enum err e = connection_open(out, p->path, SQLITE_OPEN_READWRITE);

	if (e == ERR_OK) {
		e = prepare(*out, mode);
		if (e != ERR_OK)
			connection_close(*out);
		else if (mode == STORE_CREATE)
			e = place_sync_folder_of(p->path);
	}
	if (e != ERR_OK && mode == STORE_CREATE)
		store_remove(p->path);
	return e;
}

enum err
store_open(struct store **out, const char *path, enum store_mode mode)
{
	struct place p;
	struct store *s = NULL;
	enum err e;

	if (strcmp(path, ":memory:") == 0) {
		if ((e = connection_open(&s, path,
			 SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY)) !=
		    ERR_OK)
			return e;
		s->memory = true;
		if ((e = prepare(s, mode)) == ERR_OK)
			*out = s;
		else
			connection_close(s);
		return e;
	}
	e = mode == STORE_CREATE ? place_create(path, &p) : place_find(path, &p);
	if (e != ERR_OK)
		return e;
	e = p.writable ? open_writing(&s, &p, mode) : open_read_only(&s, &p);
	place_release(&p);
	if (e == ERR_OK)
		*out = s;
	return e;
}
