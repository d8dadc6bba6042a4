/*
 * A statement in use. Parameters are bound and columns read by name; the first failure latches in
 * `err` and later calls do nothing, so that a caller checks once, at stmt_end(), which also resets.
 * After `while (stmt_row(&st))` the loop has ended either way.
 *
 * Column names are literals, or live and stay the same as long as the statement runs.
 * Two uses of one statement at a time are a mistake (assert). stmt_end() before the next use of the
 * same statement, and before store_commit(): an open reader would keep the log from being emptied.
 */
#ifndef STORE_STMT_H
#define STORE_STMT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/store.h>

enum stmt_id {
#define STATEMENT(id, sql) STMT_##id,
#include "statements.def"
#undef STATEMENT
	STMT_COUNT
};

struct sqlite3_stmt;

enum { STMT_SEEN = 48 };

struct stmt {
	struct store *store;
	struct sqlite3_stmt *q;
	enum err err;
	enum stmt_id id;
	/* Columns found before, by the address of the name asked for: a long result asks in the
	 * same order for every row. */
	int next;
	const char *seen[STMT_SEEN];
};

struct stmt stmt_begin(struct store *s, enum stmt_id id);
void stmt_bind_i64(struct stmt *st, const char *name, int64_t v);
void stmt_bind_id(struct stmt *st, const char *name, int64_t v); /* 0 binds NULL */
void stmt_bind_text(struct stmt *st, const char *name, const char *v); /* NULL binds ""; copied */
void stmt_bind_blob(struct stmt *st, const char *name, const void *v, size_t n); /* copied */
void stmt_bind_null(struct stmt *st, const char *name);
bool stmt_row(struct stmt *st);
int64_t stmt_i64(struct stmt *st, const char *column); /* NULL reads 0 */
bool stmt_is_null(struct stmt *st, const char *column);
const char *stmt_peek(
    struct stmt *st, const char *column); /* valid until the next row; never NULL */
char *stmt_text(struct stmt *st, const char *column); /* owned by the caller; never NULL */
size_t stmt_blob(
    struct stmt *st, const char *column, const void **v); /* valid until the next row */
MUST_CHECK enum err stmt_end(struct stmt *st);
/* Runs a statement without rows (or drops them) and ends it. */
MUST_CHECK enum err stmt_run(struct stmt *st);
/* The first row's value of a column (0 when there is no row), and the end. */
MUST_CHECK enum err stmt_one(struct stmt *st, const char *column, int64_t *out);

/* The statement's name in statements.def, and its text. */
const char *stmt_name(enum stmt_id id);
const char *stmt_sql(enum stmt_id id);

#endif
