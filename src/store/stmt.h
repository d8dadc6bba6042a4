/*
 * A statement in use. Parameters are bound and columns read by name; the first failure latches in
 * `err` and later calls do nothing, so that a caller checks once, at stmt_end(), which also resets.
 * After `while (stmt_row(&st))` the loop has ended either way.
 */
#ifndef STORE_STMT_H
#define STORE_STMT_H

#include <stdbool.h>
#include <stdint.h>

#include <frontdesk/store.h>

enum stmt_id {
#define STATEMENT(id, sql) STMT_##id,
#include "statements.def"
#undef STATEMENT
	STMT_COUNT
};

struct sqlite3_stmt;

struct stmt {
	struct store *store;
	struct sqlite3_stmt *q;
	enum err err;
};

struct stmt stmt_begin(struct store *s, enum stmt_id id);
void stmt_bind_i64(struct stmt *st, const char *name, int64_t v);
void stmt_bind_id(struct stmt *st, const char *name, int64_t v); /* 0 binds NULL */
void stmt_bind_text(struct stmt *st, const char *name, const char *v); /* NULL binds "" */
void stmt_bind_blob(struct stmt *st, const char *name, const void *v, size_t n);
void stmt_bind_null(struct stmt *st, const char *name);
bool stmt_row(struct stmt *st);
int64_t stmt_i64(struct stmt *st, const char *column); /* NULL reads 0 */
bool stmt_is_null(struct stmt *st, const char *column);
const char *stmt_peek(struct stmt *st, const char *column); /* valid until the next row; never NULL */
char *stmt_text(struct stmt *st, const char *column); /* owned by the caller; never NULL */
size_t stmt_blob(struct stmt *st, const char *column, const void **v);
MUST_CHECK enum err stmt_end(struct stmt *st);
/* Runs a statement without rows (or drops them) and ends it. */
MUST_CHECK enum err stmt_run(struct stmt *st);
/* Rows changed by the last stmt_run(). */
int stmt_changes(const struct store *s);

#endif
