/*
 * Every past schema, with data in all its tables, becomes what a new file is, and no value is lost.
 * tests/store/past/NNNN.sql has rows for the tables that migration NNNN made; where a schema has a
 * table without rows the test fails, so that a new migration brings its own.
 */
#include "past.h"

/* The first column of every row, a line each. */
static void
ask(sqlite3 *db, const char *sql, struct str *out)
{
	sqlite3_stmt *q = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK)
		str_addf(out, "%s: %s\n", sqlite3_errmsg(db), sql);
	while (sqlite3_step(q) == SQLITE_ROW)
		str_addf(out, "%s\n", (const char *)sqlite3_column_text(q, 0));
	(void)sqlite3_finalize(q);
}

/* Of each table the question that tells all its values, a line each. */
static char *
questions(const char *path)
{
	struct str s = {0};
	sqlite3 *db;

	(void)sqlite3_open(path, &db);
	ask(db,
	    "SELECT 'SELECT ''' || t.name || ': ''||' ||"
	    "    group_concat('quote(' || c.name || ')', '||'', ''||') ||"
	    "    ' FROM ' || t.name || ' ORDER BY 1'"
	    " FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
	    " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name",
	    &s);
	(void)sqlite3_close(db);
	return str_take(&s);
}

/* What the file answers; the questions that it has no row for go to *unanswered. */
static char *
answers(const char *path, const char *asked, struct str *unanswered)
{
	struct str s = {0};
	sqlite3 *db;

	(void)sqlite3_open(path, &db);
	for (size_t n; *asked != '\0'; asked += n + 1) {
		char *question;
		size_t before = s.n;

		n = strcspn(asked, "\n");
		question = xstrndup(asked, n);
		ask(db, question, &s);
		if (s.n == before)
			str_addf(unanswered, "%s\n", question);
		free(question);
	}
	(void)sqlite3_close(db);
	return str_take(&s);
}

/* The first row that differs is shown. */
static void
same_rows(const char *path, const char *asked, const char *want, const char *what)
{
	struct str row = {0}, lost = {0};
	char *got = answers(path, asked, &lost);
	size_t at = 0;

	for (size_t i = 0; got[i] == want[i] && got[i] != '\0'; i++)
		at = got[i] == '\n' ? i + 1 : at;
	got[at + strcspn(got + at, "\n")] = '\0';
	str_addn(&row, want + at, strcspn(want + at, "\n"));
	is_str(got + at, str_text(&row), "%s", what);
	str_release(&row);
	str_release(&lost);
	free(got);
}

static void
sentence(void *arg, const char *what)
{
	(void)arg;
	printf("# %s\n", what);
}

static void
test_from(size_t migrations)
{
	const struct store_step step = {.who = "rita", .label = "Undone"};
	int number = embedded_migrations[migrations - 1].number;
	const char *path = file_path("past.db");
	char kept[160], *asked, *rows, *label = NULL;
	struct str empty = {0};
	struct store *s = NULL;

	make_past(path, migrations);
	asked = questions(path);
	rows = answers(path, asked, &empty);
	is_str(str_text(&empty), "", "version %d: every table has rows", number);
	is_int(store_open(&s, path, STORE_OPEN), ERR_OK, "it is opened");
	is_int(store_check(s, CHECK_DEEP, sentence, NULL), ERR_OK, "it is sound, and as a new one");
	store_close(s);
	is_int(file_number(path, "PRAGMA user_version"), store_schema(), "of today's version");
	same_rows(path, asked, rows, "with all it held");
	snprintf(kept, sizeof(kept), "%s.v%d", path, number);
	if (migrations < embedded_migration_count)
		same_rows(kept, asked, rows, "and so has the copy beside it");
	must(store_open(&s, path, STORE_OPEN), "open");
	is_int(store_undo(s, &step, (struct store_undo_may){0}, &label), ERR_NOT_FOUND,
	    "a step of an older version is not taken back: %s", err_message());
	store_close(s);
	file_remove(kept);
	file_remove(path);
	str_release(&empty);
	free(label);
	free(asked);
	free(rows);
}

int
main(void)
{
	for (size_t n = 1; n <= embedded_migration_count; n++)
		test_from(n);
	file_done();
	return done();
}
