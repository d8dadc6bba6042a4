/* What the files that salvage share: rows as they stand on pages, and mending what refers to them.
 */
#ifndef STORE_SALVAGE_H
#define STORE_SALVAGE_H

#include "store_private.h"

struct sqlite3_stmt;

/* --- salvage_pages.c: SQLite's file format, sections 1.6 and 2.1 --------------------------------
 */

enum { RAW_FIELDS = 40 };
struct raw_row {
	bool keyed; /* of an index, or of a table ordered by its key */
	int64_t rowid; /* of the others */
	size_t n;
	struct raw_field {
		uint64_t type; /* "serial type" */
		size_t size;
		const unsigned char *bytes; /* valid in the call */
	} v[RAW_FIELDS];
};
/* Every row on every page of the file, whichever table's it is, whatever became of the trees. */
void pages_rows(
    const unsigned char *image, size_t size, void (*fn)(void *, const struct raw_row *), void *arg);

/* --- salvage_sql.c -------------------------------------------------------------------------------
 */

/* From the damaged file to the new one, what the tail chooses, by the columns that both have. */
struct sqlite3_stmt *salvage_copy(struct store *out, const char *table, const char *tail);
/* One row, all columns by number; NULL where there is a default is the default. */
struct sqlite3_stmt *salvage_insert(struct store *out, const char *table);

/* --- salvage_match.c -----------------------------------------------------------------------------
 */

/* A table to be filled with the rows that look like its own. */
struct target {
	const char *table;
	struct sqlite3_stmt *insert; /* NULL: cannot be filled */
	bool keyed;
	int64_t saved;
	size_t n, least; /* columns: all, without those at the end that a row may lack */
	struct {
		char kind; /* I T B */
		bool null, alias; /* alias: of the row number, NULL in the record */
	} v[RAW_FIELDS];
};
void target_open(struct target *t, struct store *out, const char *table, bool keyed);
void target_close(struct target *t);
/* Takes the row when it is of that table and is not there yet; whether it is of that table. */
bool target_take(struct target *t, const struct raw_row *row);

/* --- salvage_mend.c ------------------------------------------------------------------------------
 */

/* Stands somebody in for those who are lost but still referred to. */
MUST_CHECK enum err salvage_mend(struct store *out);

#endif
