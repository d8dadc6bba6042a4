/*
 * What can be read of a damaged file, into a new one. SQLite's own means lose a third of it; asking
 * for ranges of row numbers, halved around what cannot be read, keeps all but the rows on the
 * destroyed pages (store.md, fact 3).
 */
#include <sqlite3.h>
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "records.h"

/* The last row number asked for when the highest cannot be read. */
#define ROWID_FAR (INT64_C(1) << 32)
/* After so many row numbers in a row that cannot be read, the rest of the table is given up. */
enum { GAP_MAX = 100 * 1000 };

/*
 * ROWS(table): has row numbers. KEYED(table): is ordered by its key; what lies behind a destroyed
 * page is lost. client_key is made anew. Parents stand before children for the reader, not for
 * SQLite: references are not judged here, check names those that lead nowhere.
 */
#define SALVAGE_LIST(ROWS, KEYED) \
	KEYED(setting) \
	ROWS(room) \
	ROWS(therapist) \
	KEYED(therapist_skill) \
	ROWS(shift) \
	ROWS(shift_exception) \
	ROWS(absence) \
	ROWS(service) \
	KEYED(service_skill) \
	KEYED(service_room) \
	KEYED(service_duration) \
	KEYED(therapist_service) \
	ROWS(addon) \
	ROWS(person) \
	ROWS(client) \
	ROWS(client_former) \
	KEYED(client_avoid) \
	ROWS(intake) \
	ROWS(appointment) \
	ROWS(appointment_past) \
	ROWS(visit) \
	ROWS(audit) \
	KEYED(import_map) \
	ROWS(backup_log)

static const struct source {
	const char *last; /* NULL: has no row numbers */
	const char
	    *copy; /* ?1, ?2: row numbers [from, until), or how many keys to skip and to take */
} sources[] = {
#define ROWS(table) \
	{"SELECT max(rowid) FROM damaged." #table, \
	    "INSERT INTO main." #table " SELECT * FROM damaged." #table \
	    " NOT INDEXED WHERE rowid >= ?1 AND rowid < ?2"},
#define KEYED(table) \
	{NULL, "INSERT INTO main." #table " SELECT * FROM damaged." #table " LIMIT ?2 OFFSET ?1"},
    SALVAGE_LIST(ROWS, KEYED)
#undef ROWS
#undef KEYED
};

struct reading {
	struct store *out;
	sqlite3_stmt *copy;
	struct salvage *found;
	int changed; /* rows that the last copy brought */
	int64_t gap; /* row numbers since the last row that could be read, none of which could */
};

static enum err
exec(struct store *s, const char *sql)
{
	return store_exec(s, sql, "salvage");
}

/* True when the portion could be copied whole; else nothing of it was. */
static bool
copied(struct reading *r, int64_t a, int64_t b)
{
	int rc;

	(void)sqlite3_bind_int64(r->copy, 1, a);
	(void)sqlite3_bind_int64(r->copy, 2, b);
	rc = sqlite3_step(r->copy);
	(void)sqlite3_reset(r->copy);
	if (rc != SQLITE_DONE)
		return false;
	r->changed = sqlite3_changes(r->out->db);
	r->found->rows += r->changed;
	return true;
}

/* Halves what cannot be read until single rows are left. */
static void
copy_rows(struct reading *r, int64_t from, int64_t until)
{
	int64_t middle = from + (until - from) / 2;

	if (r->gap > GAP_MAX)
		return;
	if (copied(r, from, until)) {
		if (r->changed > 0) {
			r->found->lost += r->gap;
			r->gap = 0;
		}
	} else if (until - from <= 1) {
		r->gap++;
	} else {
		copy_rows(r, from, middle);
		copy_rows(r, middle, until);
	}
}

/* By smaller and smaller portions up to the first row that cannot be read. */
static void
copy_keyed(struct reading *r)
{
	int64_t done = 0, portion = 1024;

	while (portion > 0) {
		if (!copied(r, done, portion))
			portion /= 2;
		else if (r->changed == 0)
			return;
		else
			done += r->changed;
	}
	r->found->lost++;
}

/* The highest row number; ROWID_FAR when it cannot be read. */
static int64_t
last_row(struct store *out, const char *sql)
{
	sqlite3_stmt *q = NULL;
	int64_t last = ROWID_FAR;

	if (sqlite3_prepare_v2(out->db, sql, -1, &q, NULL) == SQLITE_OK &&
	    sqlite3_step(q) == SQLITE_ROW)
		last = sqlite3_column_int64(q, 0);
	(void)sqlite3_finalize(q);
	return last;
}

/* Each portion is a transaction of its own: one that fails takes no other with it. */
static void
copy_table(struct store *out, const struct source *source, struct salvage *found)
{
	struct reading r = {.out = out, .found = found};
	int64_t last;

	if (sqlite3_prepare_v2(out->db, source->copy, -1, &r.copy, NULL) != SQLITE_OK) {
		found->lost++; /* not even its name can be read */
	} else if (source->last == NULL) {
		copy_keyed(&r);
	} else {
		last = last_row(out, source->last);
		copy_rows(&r, 0, last + 1);
		/* How many rows stood behind the last good one is known only with the highest. */
		found->lost += r.gap > 0 && last == ROWID_FAR ? 1 : r.gap;
	}
	(void)sqlite3_finalize(r.copy);
}

/* With writable_schema, tables that are still described are read although others are not. */
static enum err
attach(struct store *out, const char *damaged)
{
	struct stmt st;
	int rc = sqlite3_db_config(out->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	enum err e = rc == SQLITE_OK ? exec(out, "PRAGMA writable_schema = ON")
				     : store_err(out, rc, "salvage");

	if (e != ERR_OK)
		return e;
	st = stmt_begin(out, STMT_ATTACH_DAMAGED);
	stmt_bind_text(&st, ":path", damaged);
	return stmt_run(&st);
}

static enum err
make_keys(struct store *out)
{
	enum err e = exec(out, "BEGIN IMMEDIATE");

	if (e == ERR_OK)
		e = store_clients_reindex(out);
	if (e == ERR_OK)
		e = exec(out, "COMMIT");
	if (!sqlite3_get_autocommit(out->db))
		(void)sqlite3_exec(out->db, "ROLLBACK", NULL, NULL, NULL);
	return e;
}

static enum err
fill(struct store *out, const char *damaged, struct salvage *found)
{
	enum err e = attach(out, damaged);

	if (e == ERR_OK)
		e = exec(out, "PRAGMA foreign_keys = OFF; PRAGMA main.synchronous = OFF;");
	if (e != ERR_OK)
		return e;
	/* The guards judge one row at a time: here all rows are of one moment. */
	out->step.bulk = true;
	for (size_t i = 0; i < array_size(sources); i++)
		copy_table(out, &sources[i], found);
	out->step.bulk = false;
	if ((e = exec(out, "PRAGMA main.synchronous = FULL;")) != ERR_OK)
		return e;
	return make_keys(out);
}

enum err
store_salvage(const char *damaged, const char *path, struct salvage *found)
{
	struct salvage got = {0};
	struct place p;
	struct store *out;
	enum err e = place_find(damaged, &p);

	if (e != ERR_OK)
		return e;
	if ((e = store_open(&out, path, STORE_CREATE)) == ERR_OK) {
		e = fill(out, p.path, &got);
		store_close(out);
		if (e == ERR_OK)
			e = place_sync(path);
		else
			store_remove(path);
	}
	place_release(&p);
	if (e == ERR_OK)
		*found = got;
	return e;
}
