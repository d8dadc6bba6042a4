/*
 * What can be read of a damaged file, into a new one. SQLite's own means lose a third of it; asking
 * for ranges of row numbers, halved around what cannot be read, keeps all but the rows on the
 * destroyed pages (store.md, fact 3). Where the page is destroyed that leads to the others, they
 * are looked for all over the file.
 */
#include <assert.h>
#include <sqlite3.h>
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "records.h"
#include "salvage.h"

/* The last row number asked for when the highest cannot be read. */
#define ROWID_FAR (INT64_C(1) << 32)
/* After so many row numbers in a row that cannot be read, the rest of the table is given up. */
enum { GAP_MAX = 100 * 1000 };

/*
 * ROWS(table): has row numbers. KEYED(table): is ordered by its key; what lies behind a destroyed
 * page is lost, because an index may have columns of the same kinds. LONE(table): none has, so that
 * its rows are known wherever they stand. client_key is made anew. Parents stand before children
 * for the reader, not for SQLite: references are not judged here, check names those that lead
 * nowhere.
 */
#define SALVAGE_LIST(ROWS, KEYED, LONE) \
	LONE(setting) \
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
	ROWS(client_alert) \
	ROWS(intake) \
	KEYED(intake_item) \
	KEYED(intake_region) \
	ROWS(appointment) \
	ROWS(appointment_past) \
	ROWS(visit) \
	KEYED(visit_region) \
	ROWS(visit_addendum) \
	ROWS(clearance) \
	ROWS(acknowledgement) \
	ROWS(consent) \
	ROWS(vocabulary) \
	ROWS(flag_rule) \
	KEYED(note_review) \
	ROWS(audit) \
	LONE(import_map) \
	ROWS(backup_log)

static const struct source {
	const char *table;
	enum { BY_ROW, BY_KEY, BY_KEY_ALONE } kind;
	const char *last; /* NULL: has no row numbers */
	const char *some; /* ?1, ?2: row numbers [from, until), or how many to skip and to take */
	const char *count;
} sources[] = {
#define COUNT(table) "SELECT count(*) FROM main." #table
#define BY_ROWS(table) \
	{#table, BY_ROW, "SELECT max(rowid) FROM damaged." #table, \
	    " NOT INDEXED WHERE rowid >= ?1 AND rowid < ?2", COUNT(table)},
#define BY_KEYS(table, kind) {#table, kind, NULL, " LIMIT ?2 OFFSET ?1", COUNT(table)},
#define KEYED(table) BY_KEYS(table, BY_KEY)
#define LONE(table) BY_KEYS(table, BY_KEY_ALONE)
    SALVAGE_LIST(BY_ROWS, KEYED, LONE)
#undef BY_ROWS
#undef BY_KEYS
#undef KEYED
#undef LONE
#undef COUNT
};
static_assert(array_size(sources) <= SALVAGE_TABLES, "one place a table");

/* How a table has fared. */
struct fate {
	bool hurt;
	int64_t given; /* the highest number ever given to a row; -1 = nobody knows */
	int64_t gaps; /* numbers of rows that could not be read; -1 = nobody knows */
};

struct reading {
	struct store *out;
	sqlite3_stmt *copy;
	struct fate *fate;
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
			r->fate->gaps += r->gap;
			r->gap = 0;
		}
	} else if (until - from <= 1) {
		r->fate->hurt = true;
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
	r->fate->hurt = true;
	r->fate->gaps = -1;
}

/* The number that a query answers; 0 when it cannot be read. */
static int64_t
number(struct store *out, const char *sql, const char *table)
{
	sqlite3_stmt *q = NULL;
	int64_t n = 0;

	if (sqlite3_prepare_v2(out->db, sql, -1, &q, NULL) == SQLITE_OK) {
		if (table != NULL)
			(void)sqlite3_bind_text(q, 1, table, -1, SQLITE_STATIC);
		if (sqlite3_step(q) == SQLITE_ROW)
			n = sqlite3_column_int64(q, 0);
	}
	(void)sqlite3_finalize(q);
	return n;
}

/* The file is of before there was such a table. An unreadable list of tables does not tell. */
static bool
never_had(struct store *out, const char *table)
{
	return number(out, "PRAGMA damaged.user_version", NULL) < store_schema() &&
	    number(out, "SELECT NOT EXISTS (SELECT 1 FROM damaged.sqlite_schema WHERE name = ?1)",
		table) == 1;
}

/* Each portion is a transaction of its own: one that fails takes no other with it. */
static void
copy_table(struct store *out, const struct source *source, struct fate *fate)
{
	struct reading r = {.out = out, .fate = fate};
	int64_t last;

	if ((r.copy = salvage_copy(out, source->table, source->some)) == NULL) {
		if (never_had(out, source->table))
			return;
		fate->hurt = true; /* not even its name can be read */
		fate->gaps = -1;
	} else if (source->last == NULL) {
		copy_keyed(&r);
	} else {
		last = number(out, source->last, NULL);
		last = last > fate->given ? last : fate->given;
		copy_rows(&r, 0, (last > 0 || fate->given == 0 ? last : ROWID_FAR) + 1);
		/* How many rows stood behind the last good one is known only with the highest. */
		fate->gaps = r.gap > GAP_MAX || (r.gap > 0 && last <= 0) ? -1 : fate->gaps + r.gap;
	}
	(void)sqlite3_finalize(r.copy);
}

/* --- What stands on pages that nothing leads to ------------------------------------------------
 */

struct strays {
	struct target v[SALVAGE_TABLES];
	size_t n;
};

static void
take_stray(void *arg, const struct raw_row *row)
{
	struct strays *s = arg;

	for (size_t i = 0; i < s->n; i++)
		if (target_take(&s->v[i], row))
			return;
}

/* Fills the tables that were hurt from all pages of the file, its log included. */
static enum err
copy_strays(struct store *out, const struct fate *fates)
{
	struct strays s = {0};
	sqlite3_int64 size = 0;
	unsigned char *image;
	enum err e;

	for (size_t i = 0; i < array_size(sources); i++)
		if (fates[i].hurt && sources[i].kind != BY_KEY)
			target_open(&s.v[s.n++], out, sources[i].table, sources[i].kind != BY_ROW);
	if (s.n == 0)
		return ERR_OK;
	e = exec(out, "BEGIN IMMEDIATE");
	image = e == ERR_OK ? sqlite3_serialize(out->db, "damaged", &size, 0) : NULL;
	if (image != NULL)
		pages_rows(image, (size_t)size, take_stray, &s);
	sqlite3_free(image);
	for (size_t i = 0; i < s.n; i++)
		target_close(&s.v[i]);
	return e == ERR_OK ? exec(out, "COMMIT") : e;
}

/* Of a table that was hurt: at most as many rows are lost as either count says; -1: none does. */
static int64_t
lost_rows(const struct fate *f, int64_t saved, int64_t strays)
{
	int64_t lost = -1;

	if (f->given >= 0)
		lost = f->given > saved ? f->given - saved : 0;
	if (f->gaps >= 0 && (lost < 0 || f->gaps - strays < lost))
		lost = f->gaps > strays ? f->gaps - strays : 0;
	return lost;
}

static void
tell(struct store *out, const struct fate *fates, const int64_t *stepped, struct salvage *found)
{
	for (size_t i = 0; i < array_size(sources); i++) {
		struct salvage_table t = {.name = sources[i].table};

		t.saved = number(out, sources[i].count, NULL);
		found->rows += t.saved;
		if (!fates[i].hurt)
			continue;
		t.lost = lost_rows(&fates[i], t.saved, t.saved - stepped[i]);
		found->lost += t.lost > 0 ? t.lost : 0;
		found->unknown = found->unknown || t.lost < 0;
		found->hurt[found->hurt_n++] = t;
	}
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

/*
 * Numbers are never given twice, so those given before the damage are taken over; they also tell
 * how many rows there may have been.
 */
static void
read_given(struct store *out, struct fate *fates)
{
	(void)sqlite3_exec(out->db,
	    "INSERT INTO main.sqlite_sequence SELECT * FROM damaged.sqlite_sequence", NULL, NULL,
	    NULL);
	for (size_t i = 0; i < array_size(sources); i++)
		fates[i].given = number(out,
		    "SELECT CASE WHEN sql NOT LIKE '%AUTOINCREMENT%'"
		    "  OR NOT EXISTS (SELECT 1 FROM main.sqlite_sequence) THEN -1"
		    " ELSE coalesce((SELECT seq FROM main.sqlite_sequence WHERE name = ?1), 0) END"
		    " FROM main.sqlite_schema WHERE name = ?1",
		    sources[i].table);
}

/* The guards judge one row at a time: here all rows are of one moment. */
static enum err
copy_all(struct store *out, struct salvage *found)
{
	struct fate fates[array_size(sources)] = {0};
	int64_t stepped[array_size(sources)];
	enum err e;

	read_given(out, fates);
	out->step.bulk = true;
	out->undoing = UNDO_FORGETS;
	for (size_t i = 0; i < array_size(sources); i++) {
		copy_table(out, &sources[i], &fates[i]);
		stepped[i] = number(out, sources[i].count, NULL);
	}
	e = copy_strays(out, fates);
	tell(out, fates, stepped, found);
	if (e == ERR_OK)
		e = salvage_mend(out);
	out->undoing = UNDO_NOT;
	out->step.bulk = false;
	return e;
}

static enum err
fill(struct store *out, const char *damaged, struct salvage *found)
{
	enum err e = attach(out, damaged);

	if (e == ERR_OK)
		e = exec(out, "PRAGMA foreign_keys = OFF; PRAGMA main.synchronous = OFF;");
	if (e == ERR_OK)
		e = copy_all(out, found);
	if (e == ERR_OK)
		e = exec(out, "PRAGMA main.synchronous = FULL;");
	return e == ERR_OK ? make_keys(out) : e;
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
