/* Files for tests: a folder of their own, and a raw connection to do what a stranger would do. */
#ifndef FILE_H
#define FILE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

#include "little.h"

static char file_folder[64], file_name[4][128];

/* A path in a folder made at first use; four may be in use at a time. */
static inline const char *
file_path(const char *name)
{
	static int turn;
	char *slot = file_name[turn++ % 4];

	if (file_folder[0] == '\0') {
		snprintf(file_folder, sizeof(file_folder), "/tmp/frontdesk-test-XXXXXX");
		if (mkdtemp(file_folder) == NULL)
			must(err_set(ERR_FAILED, "no folder"), "mkdtemp");
	}
	snprintf(slot, sizeof(file_name[0]), "%s/%s", file_folder, name);
	return slot;
}

static inline void
file_remove(const char *path)
{
	static const char *const parts[] = {"", "-wal", "-shm"};
	char name[160];

	for (size_t i = 0; i < 3; i++) {
		snprintf(name, sizeof(name), "%s%s", path, parts[i]);
		(void)unlink(name);
	}
}

static inline void
file_done(void)
{
	if (file_folder[0] != '\0' && rmdir(file_folder) != 0)
		printf("# left behind: %s\n", file_folder);
}

/* Runs SQL on the file as a foreign program would, without our functions. */
static inline int
file_sql(const char *path, const char *sql)
{
	sqlite3 *db;
	int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	(void)sqlite3_close(db);
	return rc;
}

static inline int64_t
file_number(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *q = NULL;
	int64_t v = -1;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
		v = sqlite3_column_int64(q, 0);
	(void)sqlite3_finalize(q);
	(void)sqlite3_close(db);
	return v;
}

static inline bool
file_there(const char *path, const char *suffix)
{
	char name[160];
	struct stat st;

	snprintf(name, sizeof(name), "%s%s", path, suffix);
	return lstat(name, &st) == 0;
}

#endif
