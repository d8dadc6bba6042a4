#include "stmt.h"

#include <assert.h>
#include <sqlite3.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "store_private.h"

static const struct {
	const char *name, *sql;
} statements[STMT_COUNT] = {
#define STATEMENT(id, text) [STMT_##id] = {#id, text},
#include "statements.def"
#undef STATEMENT
};

const char *
stmt_name(enum stmt_id id)
{
	return statements[id].name;
}

const char *
stmt_sql(enum stmt_id id)
{
	return statements[id].sql;
}

static void
latch(struct stmt *st, int rc)
{
	if (st->err == ERR_OK && rc != SQLITE_OK)
		st->err = store_err(st->store, rc, statements[st->id].name);
}

struct stmt
stmt_begin(struct store *s, enum stmt_id id)
{
	struct stmt st = {.store = s, .q = s->cache[id], .id = id};

	if (st.q == NULL) {
		latch(&st,
		    sqlite3_prepare_v3(s->db, statements[id].sql, -1, SQLITE_PREPARE_PERSISTENT,
			&s->cache[id], NULL));
		st.q = s->cache[id];
	}
	assert(st.q == NULL || !sqlite3_stmt_busy(st.q));
	return st;
}

static int
slot(const struct stmt *st, const char *name)
{
	int i = sqlite3_bind_parameter_index(st->q, name);

	assert(i > 0);
	return i;
}

void
stmt_bind_i64(struct stmt *st, const char *name, int64_t v)
{
	if (st->err == ERR_OK)
		latch(st, sqlite3_bind_int64(st->q, slot(st, name), v));
}

void
stmt_bind_id(struct stmt *st, const char *name, int64_t v)
{
	if (v == 0)
		stmt_bind_null(st, name);
	else
		stmt_bind_i64(st, name, v);
}

void
stmt_bind_text(struct stmt *st, const char *name, const char *v)
{
	if (st->err == ERR_OK)
		latch(st,
		    sqlite3_bind_text(
			st->q, slot(st, name), v == NULL ? "" : v, -1, SQLITE_TRANSIENT));
}

void
stmt_bind_blob(struct stmt *st, const char *name, const void *v, size_t n)
{
	if (st->err == ERR_OK)
		latch(st, sqlite3_bind_blob64(st->q, slot(st, name), v, n, SQLITE_TRANSIENT));
}

void
stmt_bind_null(struct stmt *st, const char *name)
{
	if (st->err == ERR_OK)
		latch(st, sqlite3_bind_null(st->q, slot(st, name)));
}

bool
stmt_row(struct stmt *st)
{
	int rc;

	if (st->err != ERR_OK)
		return false;
	rc = sqlite3_step(st->q);
	st->next = 0;
	if (rc == SQLITE_ROW)
		return true;
	latch(st, rc == SQLITE_DONE ? SQLITE_OK : rc);
	return false;
}

static int
column(struct stmt *st, const char *name)
{
	int n = sqlite3_column_count(st->q);
	int i = st->next;

	if (i >= n || i >= STMT_SEEN || st->seen[i] != name) {
		int from = i % n;

		/* Columns are mostly read in order: the one wanted is the next, or not far on. */
		for (i = from; strcmp(sqlite3_column_name(st->q, i), name) != 0;) {
			i = (i + 1) % n;
			assert(i != from);
		}
		if (i < STMT_SEEN)
			st->seen[i] = name;
	}
	st->next = i + 1;
	return i;
}

int64_t
stmt_i64(struct stmt *st, const char *name)
{
	return sqlite3_column_int64(st->q, column(st, name));
}

bool
stmt_is_null(struct stmt *st, const char *name)
{
	return sqlite3_column_type(st->q, column(st, name)) == SQLITE_NULL;
}

const char *
stmt_peek(struct stmt *st, const char *name)
{
	const char *text = (const char *)sqlite3_column_text(st->q, column(st, name));

	return text == NULL ? "" : text;
}

char *
stmt_text(struct stmt *st, const char *name)
{
	return xstrdup(stmt_peek(st, name));
}

size_t
stmt_blob(struct stmt *st, const char *name, const void **v)
{
	int i = column(st, name);

	*v = sqlite3_column_blob(st->q, i);
	return *v == NULL ? 0 : (size_t)sqlite3_column_bytes(st->q, i);
}

enum err
stmt_end(struct stmt *st)
{
	if (st->q != NULL) {
		/* The failure, if any, was told by the step. */
		(void)sqlite3_reset(st->q);
		(void)sqlite3_clear_bindings(st->q);
	}
	st->q = NULL;
	return st->err;
}

enum err
stmt_run(struct stmt *st)
{
	while (stmt_row(st))
		continue;
	return stmt_end(st);
}

enum err
stmt_one(struct stmt *st, const char *name, int64_t *out)
{
	int64_t v = stmt_row(st) ? stmt_i64(st, name) : 0;
	enum err e = stmt_end(st);

	if (e == ERR_OK)
		*out = v;
	return e;
}
