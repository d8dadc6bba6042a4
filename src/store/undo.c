/*
 * Taking a step back, and redoing it, are one thing: the inverse of what was done last about that
 * step is applied, and what that did is stored in its place, to be inverted next time.
 */
#include <assert.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/civil.h>
#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "changeset.h"
#include "records.h"

struct taking {
	struct store *store;
	const char *label, *what; /* of the step, and what is done to it: for sentences */
	struct changeset inverse;
	struct touched touched; /* by the inverse */
	struct record_list rows; /* the same, as whoever judges it is told */
	bool country; /* the country of all phones is among it */
	struct told_list told; /* versions of intakes that stay, and what they tell is taken back */
	size_t kept; /* rows of the inverse that stay */
	/* What stood in the way when SQLite asked. */
	int conflict; /* 0: nothing */
	enum undoable table;
	int64_t record_id;
};

/* That somebody runs late is written in their row, but is not set up. */
static bool
only_late(const struct change *c)
{
	if (c->table != UNDOABLE_therapist || c->op != SQLITE_UPDATE)
		return false;
	for (int i = 0; i < (int)c->columns->n; i++)
		if (change_new(c, i) != NULL && !undoable_bookkeeping(c->columns->v[i]) &&
		    strncmp(c->columns->v[i], "late_", 5) != 0)
			return false;
	return true;
}

static enum err
remember(struct change *c, void *arg)
{
	struct taking *t = arg;

	told_remember(c, &t->told);
	if (*c->row->record != '\0')
		*list_push(&t->rows) = (struct record_id){
		    .record = xstrdup(c->row->record), .id = c->record_id, .late = only_late(c)};
	*list_push(&t->touched) =
	    (struct touch){.table = c->table, .op = c->op, .record_id = c->record_id};
	if (c->table == UNDOABLE_setting) {
		sqlite3_value *key = c->op == SQLITE_INSERT ? change_new(c, 0) : change_old(c, 0);

		t->country = t->country ||
		    strcmp((const char *)sqlite3_value_text(key),
			setting_rows[SETTING_PHONE_COUNTRY].key) == 0;
	}
	return ERR_OK;
}

static bool
same_value(sqlite3_value *a, sqlite3_value *b)
{
	int n = sqlite3_value_bytes(a);

	if (sqlite3_value_type(a) != sqlite3_value_type(b))
		return false;
	if (sqlite3_value_type(a) == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	return n == sqlite3_value_bytes(b) &&
	    (n == 0 || memcmp(sqlite3_value_blob(a), sqlite3_value_blob(b), (size_t)n) == 0);
}

/* Someone changed the row since; does it matter? */
static bool
only_bookkeeping(sqlite3_changeset_iter *it, const struct words *columns)
{
	for (int i = 0; i < (int)columns->n; i++) {
		sqlite3_value *then = NULL, *now = NULL;

		if (sqlite3changeset_old(it, i, &then) != SQLITE_OK || then == NULL ||
		    undoable_bookkeeping(columns->v[i]))
			continue;
		if (sqlite3changeset_conflict(it, i, &now) != SQLITE_OK || !same_value(then, now))
			return false;
	}
	return true;
}

/* Which record it is about, from whatever image of the row there is. */
static int64_t
record_of(sqlite3_changeset_iter *it, enum undoable table, const struct words *columns, int kind)
{
	int i = change_column(columns, undoable_rows[table].id_column);
	sqlite3_value *v = NULL;

	if (i == -1)
		return 0;
	if (sqlite3changeset_old(it, i, &v) != SQLITE_OK || v == NULL)
		(void)sqlite3changeset_new(it, i, &v);
	if (v == NULL && (kind == SQLITE_CHANGESET_DATA || kind == SQLITE_CHANGESET_CONFLICT))
		(void)sqlite3changeset_conflict(it, i, &v);
	return v == NULL ? 0 : sqlite3_value_int64(v);
}

static int
on_conflict(void *arg, int kind, sqlite3_changeset_iter *it)
{
	struct taking *t = arg;
	const struct words *columns;
	const char *table;
	int n, op, indirect;

	t->conflict = kind;
	if (kind == SQLITE_CHANGESET_FOREIGN_KEY)
		return SQLITE_CHANGESET_ABORT;
	if (sqlite3changeset_op(it, &table, &n, &op, &indirect) != SQLITE_OK)
		return SQLITE_CHANGESET_ABORT;
	t->table = undoable_find(table);
	/* What was told stays, or is gone with its client already. */
	if (told_is(t->table) && op == SQLITE_DELETE) {
		t->conflict = 0;
		t->kept++;
		return SQLITE_CHANGESET_OMIT;
	}
	if (changeset_columns(t->store, t->table, &columns) != ERR_OK)
		return SQLITE_CHANGESET_ABORT;
	t->record_id = record_of(it, t->table, columns, kind);
	if (kind == SQLITE_CHANGESET_DATA && only_bookkeeping(it, columns)) {
		t->conflict = 0;
		return SQLITE_CHANGESET_REPLACE;
	}
	return SQLITE_CHANGESET_ABORT;
}

/* "mia changed it on …": the last row of the audit about that record. */
static enum err
say_who(struct taking *t)
{
	struct stmt st = stmt_begin(t->store, STMT_AUDIT_LAST_OF);
	struct str age = {0};
	enum err said = ERR_BUSY, e;

	stmt_bind_text(&st, ":record", undoable_rows[t->table].record);
	stmt_bind_i64(&st, ":record_id", t->record_id);
	if (stmt_row(&st)) {
		record_age(&age, t->store->step.at - stmt_i64(&st, "at"));
		said = err_set(ERR_BUSY,
		    "\"%s\" cannot be %s: %s changed the same "
		    "%s %s ago (\"%s\"); nothing was changed",
		    t->label, t->what, stmt_peek(&st, "who"), undoable_rows[t->table].record,
		    str_text(&age), stmt_peek(&st, "action"));
		str_release(&age);
	} else {
		said = err_set(ERR_BUSY,
		    "\"%s\" cannot be %s: the same %s was changed since; "
		    "nothing was changed",
		    t->label, t->what, undoable_rows[t->table].record);
	}
	e = stmt_end(&st);
	return e == ERR_OK ? said : e;
}

static enum err
apply_failed(struct taking *t, int rc)
{
	switch (t->conflict) {
	case 0:
		return store_err(t->store, rc, "taking back");
	case SQLITE_CHANGESET_FOREIGN_KEY:
		return err_set(ERR_REFUSED,
		    "\"%s\" cannot be %s: later records depend on it; "
		    "nothing was changed",
		    t->label, t->what);
	case SQLITE_CHANGESET_CONSTRAINT:
		return err_set(ERR_REFUSED,
		    "\"%s\" cannot be %s: what it would bring back is taken by "
		    "another %s; nothing was changed",
		    t->label, t->what, undoable_rows[t->table].record);
	}
	return say_who(t);
}

/* Search keys are made from clients: those of touched clients go before, and are made anew. */
static enum err
each_client(struct taking *t, enum err (*fn)(struct store *, int64_t))
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < t->touched.n; i++) {
		const struct touch *one = &t->touched.v[i];

		if (one->table == UNDOABLE_client || one->table == UNDOABLE_client_former)
			e = fn(t->store, one->record_id);
	}
	return e;
}

static enum err
drop_keys(struct store *s, int64_t client_id)
{
	return record_run(s, STMT_CLIENT_KEYS_CLEAR, client_id);
}

static enum err
apply(struct taking *t)
{
	struct store *s = t->store;
	sqlite3_int64 before;
	enum err e = each_client(t, drop_keys);
	int rc;

	if (e == ERR_OK)
		e = told_forget(s, &t->touched);
	if (e != ERR_OK)
		return e;
	s->undoing = UNDO_APPLIES;
	before = sqlite3_total_changes64(s->db);
	rc = sqlite3changeset_apply(s->db, t->inverse.n, t->inverse.bytes, NULL, on_conflict, t);
	s->undoing = UNDO_NOT;
	if (rc != SQLITE_OK)
		return apply_failed(t, rc);
	if (sqlite3_total_changes64(s->db) - before != (sqlite3_int64)(t->touched.n - t->kept))
		return err_set(ERR_FAILED,
		    "our fault, nothing was changed: \"%s\" was taken back in "
		    "part only",
		    t->label);
	e = told_take_back(s, &t->told, &t->touched, t->label, t->what);
	if (e == ERR_OK)
		e = undo_raise_revs(s);
	if (e != ERR_OK)
		return e;
	return t->country ? store_clients_reindex(s) : each_client(t, store_client_reindex);
}

/* The rest of a changeset that is kept in parts, behind its beginning. */
static enum err
read_parts(struct store *s, struct str *changes)
{
	struct stmt st = stmt_begin(s, STMT_UNDO_PARTS);
	const void *bytes;

	stmt_bind_i64(&st, ":undo_id", s->taking_back);
	while (stmt_row(&st)) {
		size_t n = stmt_blob(&st, "bytes", &bytes);

		str_addn(changes, bytes, n);
	}
	return stmt_end(&st);
}

/* The step whose turn it is: its number, label and what was done, as far as it stands in it. */
static enum err
find_step(struct taking *t, bool redo, char **label, struct str *changes)
{
	struct store *s = t->store;
	struct stmt st = stmt_begin(s, redo ? STMT_UNDO_TO_REDO : STMT_UNDO_TO_UNDO);
	const void *bytes;
	enum err e, found = ERR_OK;

	stmt_bind_text(&st, ":who", s->step.who);
	if (!stmt_row(&st)) {
		found = err_set(ERR_NOT_FOUND, redo ? "nothing to redo" : "nothing to undo");
	} else if (stmt_i64(&st, "schema_version") != s->schema) {
		found = err_set(ERR_NOT_FOUND,
		    "nothing to undo: \"%s\" was done before the file was "
		    "brought up to date",
		    stmt_peek(&st, "label"));
	} else {
		size_t n = stmt_blob(&st, "changeset", &bytes);

		str_addn(changes, bytes, n);
		s->taking_back = stmt_i64(&st, "id");
		*label = stmt_text(&st, "label");
		t->label = *label;
	}
	e = stmt_end(&st);
	return e == ERR_OK ? found : e;
}

/* The inverse of what was done last about the step whose turn it is. */
static enum err
find_inverse(struct taking *t, bool redo, char **label)
{
	struct str changes = {0};
	enum err e = find_step(t, redo, label, &changes);

	if (e == ERR_OK)
		e = read_parts(t->store, &changes);
	if (e == ERR_OK) {
		int rc = sqlite3changeset_invert(
		    (int)changes.n, changes.v, &t->inverse.n, &t->inverse.bytes);

		if (rc != SQLITE_OK)
			e = store_err(t->store, rc, "taking back");
	}
	str_release(&changes);
	return e;
}

/* Finds the step, asks, does it, and asks again. */
static enum err
take_back_inside(struct taking *t, bool redo, struct store_undo_may may, char **label)
{
	enum err e = find_inverse(t, redo, label);

	if (e == ERR_OK)
		e = changeset_each(t->store, &t->inverse, remember, t);
	if (e == ERR_OK && may.ask != NULL)
		e = may.ask(may.arg, &t->rows, false);
	if (e == ERR_OK)
		e = apply(t);
	if (e == ERR_OK && may.ask != NULL)
		e = may.ask(may.arg, &t->rows, true);
	return e;
}

static enum err
take_back(struct store *s, const struct store_step *step, bool redo, struct store_undo_may may,
    char **label)
{
	struct taking t = {.store = s, .what = redo ? "redone" : "taken back"};
	struct store_step own = *step;
	struct str said = {0};
	char *name = NULL;
	enum err e;

	/* The order of the rows is arbitrary: only the whole is judged. */
	own.deferred = true;
	if ((e = store_begin(s, &own)) != ERR_OK)
		return e;
	e = take_back_inside(&t, redo, may, &name);
	if (e == ERR_OK) {
		str_addf(&said, "%s: %s", redo ? "Redo" : "Undo", name);
		store_relabel(s, str_text(&said), step->reason);
		e = store_commit(s);
	}
	store_rollback(s);
	str_release(&said);
	free(t.touched.v);
	free(t.told.v);
	record_list_release(&t.rows);
	changeset_release(&t.inverse);
	if (e == ERR_OK)
		*label = name;
	else
		free(name);
	return e;
}

enum err
store_undo(struct store *s, const struct store_step *step, struct store_undo_may may, char **label)
{
	return take_back(s, step, false, may, label);
}

enum err
store_redo(struct store *s, const struct store_step *step, struct store_undo_may may, char **label)
{
	return take_back(s, step, true, may, label);
}

void
record_list_release(struct record_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].record);
	free(l->v);
	*l = (struct record_list){0};
}

enum err
store_undo_peek(struct store *s, const char *who, char **label, struct record_list *rows)
{
	struct stmt st = stmt_begin(s, STMT_UNDO_PEEK);
	struct record_list found = {0};
	char *name = NULL;
	enum err e;

	stmt_bind_text(&st, ":who", who);
	while (stmt_row(&st)) {
		if (name == NULL)
			name = stmt_text(&st, "label");
		*list_push(&found) = (struct record_id){
		    .record = stmt_text(&st, "record"), .id = stmt_i64(&st, "record_id")};
	}
	e = stmt_end(&st);
	if (e == ERR_OK && name == NULL)
		e = err_set(ERR_NOT_FOUND, "nothing to undo");
	if (e != ERR_OK) {
		record_list_release(&found);
		free(name);
		return e;
	}
	*label = name;
	*rows = found;
	return ERR_OK;
}
