/* Every statement prepares against a new file, and none walks a large table unless meant to. */
#include <sqlite3.h>
#include <stdbool.h>

#include "../../src/store/store_private.h"
#include "../tap.h"

/* Tables of a few dozen rows, and what is no table. */
static const char *const small[] = {"setting", "room", "therapist", "therapist_skill", "shift",
    "shift_exception", "service", "service_skill", "service_room", "service_duration",
    "therapist_service", "addon", "person", "backup_log", "sqlite_schema", "pragma_table_info",
    "CONSTANT", "vocabulary", "flag_rule", "latest" /* the 200 of USUAL */,
    "asked" /* clients of health */};

/* Walk a whole table on purpose. */
static const enum stmt_id meant[] = {STMT_COUNTS, STMT_FOREIGN_KEY_CHECK, STMT_SCHEMA,
    STMT_OVERLAPS_THERAPIST, STMT_OVERLAPS_CLIENT, STMT_OVERLAPS_ROOM, STMT_OVERLAPS_PARTY,
    STMT_CLIENTS_WITHOUT_KEYS, STMT_CLIENT_IDS,
    /* Of an index that has the notes of imports alone. */
    STMT_NOTES_UNREVIEWED,
    /* Look for children only while a reference is outstanding (OP_FkIfZero): undo alone. */
    STMT_ROOM_INSERT, STMT_THERAPIST_INSERT, STMT_SERVICE_INSERT, STMT_CLIENT_INSERT};

static bool
is_meant(enum stmt_id id)
{
	for (size_t i = 0; i < sizeof(meant) / sizeof(meant[0]); i++) {
		if (meant[i] == id)
			return true;
	}
	return false;
}

/* "SCAN name …": false when name is none of the small ones, but a large table or an alias. */
static bool
harmless(const char *detail)
{
	size_t n;

	if (strncmp(detail, "SCAN ", 5) != 0)
		return true;
	detail += 5;
	n = strcspn(detail, " ");
	for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++) {
		if (strlen(small[i]) == n && strncmp(detail, small[i], n) == 0)
			return true;
	}
	return detail[0] == '('; /* a subquery: its own lines tell */
}

static void
test_plan(struct store *s, enum stmt_id id)
{
	char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", stmt_sql(id));
	sqlite3_stmt *q = NULL;
	bool good = true;

	if (sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) != SQLITE_OK)
		good = false;
	while (good && sqlite3_step(q) == SQLITE_ROW) {
		const char *detail = (const char *)sqlite3_column_text(q, 3);

		if (!harmless(detail) && !is_meant(id)) {
			good = false;
			printf("# %s\n", detail);
		}
	}
	ok(good, "%s walks no large table", stmt_name(id));
	(void)sqlite3_finalize(q);
	sqlite3_free(sql);
}

int
main(void)
{
	struct store *s = NULL;

	if (store_open(&s, ":memory:", STORE_CREATE) != ERR_OK)
		return 1;
	for (int i = 0; i < STMT_COUNT; i++) {
		sqlite3_stmt *q = NULL;
		int rc = sqlite3_prepare_v2(s->db, stmt_sql((enum stmt_id)i), -1, &q, NULL);

		ok(rc == SQLITE_OK, "%s prepares: %s", stmt_name((enum stmt_id)i),
		    rc == SQLITE_OK ? "" : sqlite3_errmsg(s->db));
		(void)sqlite3_finalize(q);
		if (strncmp(stmt_sql((enum stmt_id)i), "PRAGMA", 6) != 0)
			test_plan(s, (enum stmt_id)i);
	}
	store_close(s);
	return done();
}
