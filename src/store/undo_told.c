/*
 * What a client told is not deleted: a step that appended a version is taken back by appending one
 * that tells what held before it. So is the taking back, when it is redone. A client who was not
 * there before the step goes with all that was told.
 */
#include <sqlite3.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "changeset.h"
#include "health.h"

bool
told_is(enum undoable table)
{
	return table == UNDOABLE_intake || table == UNDOABLE_intake_item ||
	    table == UNDOABLE_intake_region;
}

static int64_t
number(const struct change *c, const char *column)
{
	return change_old_i64(c, column, 0);
}

void
told_remember(const struct change *c, struct told_list *l)
{
	int64_t id = number(c, "id");

	/* An import's note goes, and comes, like any other row. */
	if (c->table != UNDOABLE_intake || c->op != SQLITE_DELETE ||
	    strcmp((const char *)sqlite3_value_text(
		       change_old(c, change_column(c->columns, "source"))),
		intake_source_word(INTAKE_FROM_IMPORT)) == 0)
		return;
	for (size_t i = 0; i < l->n; i++) {
		struct told *t = &l->v[i];

		if (t->client_id != c->record_id)
			continue;
		t->intake_id = t->intake_id < id ? t->intake_id : id;
		return;
	}
	*list_push(l) = (struct told){.client_id = c->record_id, .intake_id = id};
}

static bool
goes(const struct touched *t, int64_t client_id)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].table == UNDOABLE_client && t->v[i].op == SQLITE_DELETE &&
		    t->v[i].record_id == client_id)
			return true;
	return false;
}

static enum err
forget(struct store *s, int64_t client_id)
{
	static const enum stmt_id forgetting[] = {
	    STMT_INTAKE_ITEMS_FORGET, STMT_INTAKE_REGIONS_FORGET, STMT_INTAKES_FORGET};
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < array_size(forgetting); i++) {
		struct stmt st = stmt_begin(s, forgetting[i]);

		stmt_bind_i64(&st, ":id", client_id);
		stmt_bind_text(&st, ":who", s->step.who);
		e = stmt_run(&st);
	}
	return e;
}

enum err
told_forget(struct store *s, const struct touched *t)
{
	/* What still depends on it is judged with the rest of the step. */
	enum err e = store_exec(s, "PRAGMA defer_foreign_keys = ON", "taking back");

	s->undoing = UNDO_FORGETS;
	for (size_t i = 0; e == ERR_OK && i < t->n; i++)
		if (t->v[i].table == UNDOABLE_client && t->v[i].op == SQLITE_DELETE)
			e = forget(s, t->v[i].record_id);
	s->undoing = UNDO_NOT;
	return e;
}

static enum err
nobody_told_more(struct store *s, const struct told *told, const char *label, const char *what)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_LATER);
	struct str age = {0};
	enum err e, said = ERR_OK;

	stmt_bind_i64(&st, ":client", told->client_id);
	stmt_bind_i64(&st, ":id", told->intake_id);
	stmt_bind_text(&st, ":who", s->step.who);
	while (stmt_row(&st)) {
		record_age(&age, s->step.at - stmt_i64(&st, "at"));
		said = err_set(ERR_BUSY,
		    "\"%s\" cannot be %s: %s wrote a newer intake of the same client %s ago; "
		    "nothing was changed",
		    label, what, stmt_peek(&st, "who"), str_text(&age));
	}
	str_release(&age);
	e = stmt_end(&st);
	return e == ERR_OK ? said : e;
}

/* What held before; empty when nothing did. */
static enum err
read_before(struct store *s, const struct told *told, struct intake *out)
{
	struct stmt st = stmt_begin(s, STMT_INTAKE_BEFORE);
	int64_t id = 0, stamped_at = s->step.at;
	enum err e;

	stmt_bind_i64(&st, ":client", told->client_id);
	stmt_bind_i64(&st, ":id", told->intake_id);
	while (stmt_row(&st)) {
		id = stmt_i64(&st, "id");
		if (id != 0)
			stamped_at = stmt_i64(&st, "stamped_at");
	}
	e = stmt_end(&st);
	if (e == ERR_OK && id != 0)
		e = store_intake_version(s, id, out);
	else
		intake_init(out);
	out->client_id = told->client_id;
	out->source = INTAKE_FROM_DESK;
	out->version = INTAKE_IS_UPDATE;
	/* It is no newer than it was: flags end, and answers are old, by when they were told. */
	out->at = stamped_at;
	return e;
}

enum err
told_take_back(struct store *s, const struct told_list *l, const struct touched *t,
    const char *label, const char *what)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < l->n; i++) {
		struct intake before;

		if (goes(t, l->v[i].client_id))
			continue;
		if ((e = nobody_told_more(s, &l->v[i], label, what)) != ERR_OK)
			return e;
		if ((e = read_before(s, &l->v[i], &before)) == ERR_OK)
			e = intake_append(s, &before);
		intake_release(&before);
	}
	return e;
}
