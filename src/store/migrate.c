/* Which version a file is of, and the way to the newest. */
#include <assert.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/embedded.h>
#include <frontdesk/str.h>

#include "store_private.h"

static enum err
read_version(struct store *s, int *out)
{
	struct stmt st = stmt_begin(s, STMT_USER_VERSION);
	int64_t v;
	enum err e = stmt_one(&st, "user_version", &v);

	if (e == ERR_OK)
		*out = (int)v;
	return e;
}

enum err
migrate_look(struct store *s)
{
	struct stmt st = stmt_begin(s, STMT_APPLICATION_ID);
	int64_t id;
	enum err e = stmt_one(&st, "application_id", &id);

	if (e == ERR_OK && id != STORE_APPLICATION_ID)
		return err_set(ERR_DAMAGED, "%s is not a frontdesk file", s->path);
	if (e == ERR_OK)
		e = read_version(s, &s->schema);
	return e;
}

/* The names after CREATE TRIGGER in the migrations up to this version, each between newlines. */
static void
expected_triggers(int version, struct str *out)
{
	static const char create[] = "\nCREATE TRIGGER ";

	str_addc(out, '\n');
	for (size_t i = 0; i < embedded_migration_count; i++) {
		const char *at = embedded_migrations[i].text;

		if (embedded_migrations[i].number > version)
			break;
		while ((at = strstr(at, create)) != NULL) {
			at += sizeof(create) - 1;
			str_addn(out, at, strcspn(at, " \t\n"));
			str_addc(out, '\n');
		}
	}
}

enum err
migrate_triggers_present(struct store *s)
{
	struct stmt st = stmt_begin(s, STMT_TRIGGERS);
	struct str present = {0}, expected = {0};
	const char *name, *end;
	enum err e;

	str_addc(&present, '\n');
	while (stmt_row(&st))
		str_addf(&present, "%s\n", stmt_peek(&st, "name"));
	e = stmt_end(&st);
	expected_triggers(s->schema, &expected);
	for (name = str_text(&expected) + 1; e == ERR_OK && *name != '\0'; name = end + 1) {
		struct str line = {0};

		end = strchr(name, '\n');
		str_addf(&line, "\n%.*s\n", (int)(end - name), name);
		if (strstr(str_text(&present), str_text(&line)) == NULL)
			e = err_set(ERR_DAMAGED, "%s is damaged: its guard %.*s is missing",
			    s->path, (int)(end - name), name);
		str_release(&line);
	}
	str_release(&present);
	str_release(&expected);
	return e;
}

/*
 * The file as it was, beside it: practice.db.v1. A desk that comes second finds the file newer than
 * it thought (ERR_BUSY of the copy): then the first one has kept it.
 */
static enum err
keep_old(struct store *s)
{
	struct str name = {0};
	struct backup b;
	int now = s->schema;
	enum err e;

	str_addf(&name, "%s.v%d", s->path, s->schema);
	e = copy_verified(s, str_text(&name), true, &b);
	str_release(&name);
	if (e == ERR_BUSY && read_version(s, &now) == ERR_OK && now > s->schema)
		e = ERR_OK;
	return e;
}

/* Inside the writer lock: the version is read again, because another desk may have been first. */
static enum err
apply(struct store *s, const struct embedded *m)
{
	char mark[96];
	int now;
	enum err e = read_version(s, &now);

	if (e != ERR_OK || now >= m->number)
		return e;
	if (now == 0) {
		(void)snprintf(
		    mark, sizeof(mark), "PRAGMA application_id = %d", STORE_APPLICATION_ID);
		e = store_exec(s, mark, m->name);
	}
	if (e == ERR_OK)
		e = store_exec(s, m->text, m->name);
	(void)snprintf(mark, sizeof(mark), "PRAGMA user_version = %d", m->number);
	return e == ERR_OK ? store_exec(s, mark, m->name) : e;
}

enum err
migrate_to(struct store *s, int target)
{
	enum err e = ERR_OK;

	if (s->schema > 0)
		e = keep_old(s);
	for (size_t i = 0; e == ERR_OK && i < embedded_migration_count; i++) {
		const struct embedded *m = &embedded_migrations[i];

		if (m->number <= s->schema || m->number > target)
			continue;
		if ((e = store_exec_waiting(s, "BEGIN IMMEDIATE", m->name)) != ERR_OK)
			break;
		e = apply(s, m);
		if (e == ERR_OK)
			e = store_exec(s, "COMMIT", m->name);
		if (!sqlite3_get_autocommit(s->db))
			(void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
		if (e == ERR_OK)
			s->schema = m->number;
	}
	return e;
}
