#include "changeset.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>

void
changeset_release(struct changeset *c)
{
	sqlite3_free(c->bytes);
	*c = (struct changeset){0};
}

enum err
changeset_take(struct store *s, struct changeset *out)
{
	int rc = sqlite3session_changeset(s->session, &out->n, &out->bytes);

	return rc == SQLITE_OK ? ERR_OK : store_err(s, rc, "recording changes");
}

enum err
changeset_columns(struct store *s, enum undoable t, const struct words **out)
{
	struct words *columns = &s->columns[t];
	struct stmt st;
	enum err e = ERR_OK;

	if (columns->n == 0) {
		st = stmt_begin(s, STMT_TABLE_COLUMNS);
		stmt_bind_text(&st, ":record", undoable_rows[t].table);
		while (stmt_row(&st))
			*list_push(columns) = stmt_text(&st, "name");
		e = stmt_end(&st);
	}
	*out = columns;
	return e;
}

int
change_column(const struct words *columns, const char *name)
{
	for (size_t i = 0; i < columns->n; i++) {
		if (strcmp(columns->v[i], name) == 0)
			return (int)i;
	}
	return -1;
}

struct sqlite3_value *
change_old(const struct change *c, int column)
{
	sqlite3_value *v = NULL;

	if (c->op != SQLITE_INSERT)
		(void)sqlite3changeset_old(c->it, column, &v);
	return v;
}

struct sqlite3_value *
change_new(const struct change *c, int column)
{
	sqlite3_value *v = NULL;

	if (c->op != SQLITE_DELETE)
		(void)sqlite3changeset_new(c->it, column, &v);
	return v;
}

int64_t
change_old_i64(const struct change *c, const char *column, int64_t fallback)
{
	sqlite3_value *v = change_old(c, change_column(c->columns, column));

	return v == NULL ? fallback : sqlite3_value_int64(v);
}

/* An update of a row that belongs to a larger thing does not hold that thing's number. */
static enum err
ask_owner(struct change *c)
{
	struct stmt st = stmt_begin(c->store, STMT_OWNER_OF);

	stmt_bind_text(&st, ":record", c->row->table);
	stmt_bind_i64(&st, ":id", change_old_i64(c, "id", 0));
	return stmt_one(&st, "owner", &c->record_id);
}

static enum err
find_record(struct change *c)
{
	int column;
	sqlite3_value *v;

	c->record_id = 0;
	if (*c->row->id_column == '\0')
		return ERR_OK;
	column = change_column(c->columns, c->row->id_column);
	v = c->op == SQLITE_INSERT ? change_new(c, column) : change_old(c, column);
	if (v == NULL)
		return ask_owner(c);
	c->record_id = sqlite3_value_int64(v);
	return ERR_OK;
}

static enum err
one_change(struct store *s, struct change *c, enum err (*fn)(struct change *, void *), void *arg)
{
	const char *table;
	int columns, indirect, rc;
	enum err e;

	rc = sqlite3changeset_op(c->it, &table, &columns, &c->op, &indirect);
	if (rc != SQLITE_OK)
		return store_err(s, rc, "reading changes");
	c->table = undoable_find(table);
	if (c->table == UNDOABLE_COUNT)
		return err_set(ERR_FAILED, "our fault: changes of a table %s are not known", table);
	c->row = &undoable_rows[c->table];
	if ((e = changeset_columns(s, c->table, &c->columns)) != ERR_OK ||
	    (e = find_record(c)) != ERR_OK)
		return e;
	return fn(c, arg);
}

enum err
changeset_each(struct store *s, const struct changeset *changes,
    enum err (*fn)(struct change *, void *), void *arg)
{
	struct change c = {.store = s};
	enum err e = ERR_OK;
	int rc = sqlite3changeset_start(&c.it, changes->n, changes->bytes);

	if (rc != SQLITE_OK)
		return store_err(s, rc, "reading changes");
	while (e == ERR_OK && (rc = sqlite3changeset_next(c.it)) == SQLITE_ROW)
		e = one_change(s, &c, fn, arg);
	(void)sqlite3changeset_finalize(c.it);
	if (e == ERR_OK && rc != SQLITE_DONE)
		e = store_err(s, rc, "reading changes");
	return e;
}

/* One row of the step: its audit, its image before, and whether its time is free. */
static enum err
write_change(struct change *c, void *arg)
{
	struct touched *touched = arg;
	struct str old = {0}, new_ = {0};
	int64_t audit_id = 0;
	enum err e = ERR_OK;

	if (c->table == UNDOABLE_intake && c->op == SQLITE_INSERT)
		e = audit_intake_text(c, &new_);
	if (e == ERR_OK && *c->row->record != '\0' && audit_change_text(c, &old, &new_)) {
		*list_push(touched) =
		    (struct touch){.table = c->table, .op = c->op, .record_id = c->record_id};
		if (c->row->audited)
			e = audit_write(c->store, c->row->record, c->record_id,
			    c->store->step.label, str_text(&old), str_text(&new_), &audit_id);
	}
	if (e == ERR_OK && c->table == UNDOABLE_appointment && c->op != SQLITE_INSERT)
		e = past_keep(c, audit_id);
	if (e == ERR_OK && c->table == UNDOABLE_appointment && c->op != SQLITE_DELETE &&
	    c->store->step.deferred)
		e = overlap_check(c->store, c->record_id);
	str_release(&old);
	str_release(&new_);
	return e;
}

enum err
changeset_write(struct store *s)
{
	struct changeset changes = {0};
	struct touched touched = {0};
	int64_t audit_id;
	enum err e;

	if (s->step.bulk)
		return audit_write(s, "", 0, s->step.label, "", "", &audit_id);
	e = changeset_take(s, &changes);
	if (e == ERR_OK && changes.n > 0) {
		e = changeset_each(s, &changes, write_change, &touched);
		if (e == ERR_OK && touched.n > 0)
			e = undo_keep(s, &changes, &touched);
	}
	free(touched.v);
	changeset_release(&changes);
	return e;
}
