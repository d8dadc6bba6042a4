/* Which table a row that was found on a page is of: the columns of no two of them are of one kind.
 */
#include <sqlite3.h>
#include <string.h>

#include <frontdesk/str.h>

#include "salvage.h"

enum { INT_MOST = 9, BLOB_LEAST = 12 }; /* serial types */

/* Columns as the new file has them; false: more than a row may have here. */
static bool
read_columns(struct target *t, struct store *out, sqlite3_stmt *all)
{
	t->n = (size_t)sqlite3_column_count(all);
	if (t->n == 0 || t->n > RAW_FIELDS)
		return false;
	for (size_t i = 0; i < t->n; i++) {
		const char *type = NULL, *collation;
		int not_null = 0, key = 0, counts;

		if (sqlite3_table_column_metadata(out->db, "main", t->table,
			sqlite3_column_name(all, (int)i), &type, &collation, &not_null, &key,
			&counts) != SQLITE_OK)
			return false;
		t->v[i].kind = type[0];
		t->v[i].alias = key && !t->keyed;
		t->v[i].null = !not_null && !key;
	}
	return true;
}

void
target_open(struct target *t, struct store *out, const char *table, bool keyed)
{
	static const char marks[] = "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,"
				    "?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?";
	struct str sql = {0};
	sqlite3_stmt *all = NULL;

	*t = (struct target){.table = table, .keyed = keyed};
	str_addf(&sql, "SELECT * FROM main.%s", table);
	if (sqlite3_prepare_v2(out->db, str_text(&sql), -1, &all, NULL) == SQLITE_OK &&
	    read_columns(t, out, all)) {
		/* What is there already, or breaks a rule of the table, is passed over. */
		str_clear(&sql);
		str_addf(&sql, "INSERT OR IGNORE INTO main.%s VALUES (%.*s)", table,
		    (int)(2 * t->n - 1), marks);
		(void)sqlite3_prepare_v2(out->db, str_text(&sql), -1, &t->insert, NULL);
	}
	(void)sqlite3_finalize(all);
	str_release(&sql);
}

void
target_close(struct target *t)
{
	(void)sqlite3_finalize(t->insert);
	*t = (struct target){0};
}

static bool
fits(const struct target *t, const struct raw_row *row)
{
	if (row->keyed != t->keyed || row->n != t->n || (!row->keyed && row->rowid <= 0))
		return false;
	for (size_t i = 0; i < t->n; i++) {
		uint64_t type = row->v[i].type;
		char kind = type >= BLOB_LEAST ? (type % 2 != 0 ? 'T' : 'B') : 'I';

		if (type == 7 || type == 10 || type == 11) /* a float; never written */
			return false;
		if (type == 0 ? !t->v[i].alias && !t->v[i].null
			      : t->v[i].alias || kind != t->v[i].kind)
			return false;
	}
	return true;
}

static int64_t
integer(const struct raw_field *f)
{
	uint64_t v = f->size > 0 && f->bytes[0] >= 0x80 ? UINT64_MAX : 0;

	for (size_t i = 0; i < f->size; i++)
		v = v << 8 | f->bytes[i];
	return f->type == 9 ? 1 : (int64_t)v;
}

static void
bind(const struct target *t, const struct raw_row *row)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct raw_field *f = &row->v[i];
		int at = (int)i + 1;

		if (t->v[i].alias)
			(void)sqlite3_bind_int64(t->insert, at, row->rowid);
		else if (f->type == 0)
			(void)sqlite3_bind_null(t->insert, at);
		else if (f->type <= INT_MOST)
			(void)sqlite3_bind_int64(t->insert, at, integer(f));
		else if (t->v[i].kind == 'T')
			(void)sqlite3_bind_text(
			    t->insert, at, (const char *)f->bytes, (int)f->size, SQLITE_TRANSIENT);
		else
			(void)sqlite3_bind_blob(
			    t->insert, at, f->bytes, (int)f->size, SQLITE_TRANSIENT);
	}
}

bool
target_take(struct target *t, const struct raw_row *row)
{
	if (t->insert == NULL || !fits(t, row))
		return false;
	bind(t, row);
	if (sqlite3_step(t->insert) == SQLITE_DONE)
		t->saved += sqlite3_changes(sqlite3_db_handle(t->insert));
	(void)sqlite3_reset(t->insert);
	return true;
}
