/* Which table a row that was found on a page is of: the columns of no two of them are of one kind.
 */
#include <sqlite3.h>
#include <string.h>

#include "salvage.h"

enum { INT_MOST = 9, BLOB_LEAST = 12 }; /* serial types */

/* Columns as the new file has them; false: none, or as many as a row may have here. */
static bool
read_columns(struct target *t, struct store *out)
{
	sqlite3_stmt *q = NULL;

	if (sqlite3_prepare_v2(out->db,
		"SELECT type, \"notnull\", pk > 0, dflt_value IS NOT NULL"
		" FROM pragma_table_info(?1, 'main') ORDER BY cid",
		-1, &q, NULL) == SQLITE_OK)
		(void)sqlite3_bind_text(q, 1, t->table, -1, SQLITE_STATIC);
	for (; t->n < RAW_FIELDS && sqlite3_step(q) == SQLITE_ROW; t->n++) {
		bool key = sqlite3_column_int(q, 2), null = !sqlite3_column_int(q, 1) && !key;

		t->v[t->n].kind = ((const char *)sqlite3_column_text(q, 0))[0];
		t->v[t->n].alias = key && !t->keyed;
		t->v[t->n].null = null;
		if (!null && !sqlite3_column_int(q, 3))
			t->least = t->n + 1;
	}
	return sqlite3_finalize(q) == SQLITE_OK && t->n > 0 && t->n < RAW_FIELDS;
}

void
target_open(struct target *t, struct store *out, const char *table, bool keyed)
{
	*t = (struct target){.table = table, .keyed = keyed};
	if (read_columns(t, out))
		t->insert = salvage_insert(out, table);
}

void
target_close(struct target *t)
{
	(void)sqlite3_finalize(t->insert);
	*t = (struct target){0};
}

static int64_t
integer(const struct raw_field *f)
{
	uint64_t v = f->size > 0 && f->bytes[0] >= 0x80 ? UINT64_MAX : 0;

	for (size_t i = 0; i < f->size; i++)
		v = v << 8 | f->bytes[i];
	return f->type == 9 ? 1 : (int64_t)v;
}

/*
 * Before 0006 a therapist had as many columns as a service, of the same kinds. Where the last day
 * of the licence would be, a service has how many people it is for.
 */
static bool
is_service(const struct target *t, const struct raw_row *row)
{
	enum { SERVICE_COLUMNS = 12, PEOPLE = 7 };

	return strcmp(t->table, "therapist") == 0 && row->n == SERVICE_COLUMNS &&
	    row->v[PEOPLE].type != 0 && integer(&row->v[PEOPLE]) <= 2;
}

/* A row that was written before columns were added ends before them. */
static bool
fits(const struct target *t, const struct raw_row *row)
{
	if (row->keyed != t->keyed || row->n < t->least || row->n > t->n ||
	    (!row->keyed && row->rowid <= 0))
		return false;
	for (size_t i = 0; i < row->n; i++) {
		uint64_t type = row->v[i].type;
		char kind = type >= BLOB_LEAST ? (type % 2 != 0 ? 'T' : 'B') : 'I';

		if (type == 7 || type == 10 || type == 11) /* a float; never written */
			return false;
		if (type == 0 ? !t->v[i].alias && !t->v[i].null
			      : t->v[i].alias || kind != t->v[i].kind)
			return false;
	}
	return !is_service(t, row);
}

static void
bind(const struct target *t, const struct raw_row *row)
{
	(void)sqlite3_clear_bindings(t->insert); /* NULL: the default */
	for (size_t i = 0; i < row->n; i++) {
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
