/*
 * The statements of salvage that depend on which columns the damaged file has: it may be of an
 * older version. Nowhere else is SQL assembled; only names and defaults of the new file's own
 * schema go into it.
 */
#include <sqlite3.h>

#include <frontdesk/str.h>

#include "salvage.h"

/* What the query composes for the table, and a tail; NULL: nothing that can be run. */
static sqlite3_stmt *
composed(struct store *out, const char *query, const char *table, const char *tail)
{
	struct str sql = {0};
	sqlite3_stmt *q = NULL, *made = NULL;

	if (sqlite3_prepare_v2(out->db, query, -1, &q, NULL) == SQLITE_OK &&
	    sqlite3_bind_text(q, 1, table, -1, SQLITE_STATIC) == SQLITE_OK &&
	    sqlite3_step(q) == SQLITE_ROW && sqlite3_column_type(q, 0) == SQLITE_TEXT) {
		str_addf(&sql, "%s%s", (const char *)sqlite3_column_text(q, 0), tail);
		(void)sqlite3_prepare_v2(out->db, str_text(&sql), -1, &made, NULL);
	}
	(void)sqlite3_finalize(q);
	str_release(&sql);
	return made;
}

sqlite3_stmt *
salvage_copy(struct store *out, const char *table, const char *tail)
{
	return composed(out,
	    "SELECT 'INSERT INTO main.' || ?1 || ' (' || both || ') SELECT ' || both"
	    "  || ' FROM damaged.' || ?1"
	    " FROM (SELECT group_concat('\"' || name || '\"') AS both"
	    "  FROM pragma_table_info(?1, 'main')"
	    "  WHERE name IN (SELECT name FROM pragma_table_info(?1, 'damaged')))",
	    table, tail);
}

/* What is there already, or breaks a rule of the table, is passed over. */
sqlite3_stmt *
salvage_insert(struct store *out, const char *table)
{
	return composed(out,
	    "SELECT 'INSERT OR IGNORE INTO main.' || ?1 || ' VALUES (' || group_concat("
	    "  CASE WHEN dflt_value IS NULL THEN '?' || (cid + 1)"
	    "   ELSE 'coalesce(?' || (cid + 1) || ', ' || dflt_value || ')' END) || ')'"
	    " FROM pragma_table_info(?1, 'main')",
	    table, "");
}
