/* Files as past versions of the program left them, with rows in all their tables. */
#ifndef PAST_H
#define PAST_H

#include <frontdesk/embedded.h>
#include <frontdesk/str.h>

#include "file.h"

static inline void
past_never(sqlite3_context *c, int n, sqlite3_value **v)
{
	(void)n;
	(void)v;
	sqlite3_result_int(c, 0);
}

static inline char *
past_read(int number)
{
	char path[64], part[4096];
	struct str s = {0};
	size_t n;
	FILE *f;

	snprintf(path, sizeof(path), "tests/store/past/%04d.sql", number);
	if ((f = fopen(path, "r")) != NULL) {
		while ((n = fread(part, 1, sizeof(part), f)) > 0)
			str_addn(&s, part, n);
		fclose(f);
	}
	return str_take(&s);
}

static inline void
past_run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		must(err_set(ERR_FAILED, "%s: %.60s", sqlite3_errmsg(db), sql), "a past schema");
}

/* A file as the program left it when the migrations went so far. */
static inline void
make_past(const char *path, size_t migrations)
{
	char mark[96];
	sqlite3 *db;

	(void)sqlite3_open(path, &db);
	(void)sqlite3_create_function(
	    db, "desk_deferred", 0, SQLITE_UTF8, NULL, past_never, NULL, NULL);
	(void)sqlite3_create_function(
	    db, "desk_undoing", 0, SQLITE_UTF8, NULL, past_never, NULL, NULL);
	for (size_t i = 0; i < migrations; i++) {
		const struct embedded *m = &embedded_migrations[i];
		char *rows = past_read(m->number);

		past_run(db, m->text);
		past_run(db, rows);
		free(rows);
		snprintf(mark, sizeof(mark), "PRAGMA application_id = %d; PRAGMA user_version = %d",
		    0x46444B31, m->number);
		past_run(db, mark);
	}
	(void)sqlite3_close(db);
}

#endif
