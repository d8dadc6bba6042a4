/* The undo step of a transaction: kept with its changeset, found by the person who made it. */
#include "changeset.h"

/* A value of the file is limited (open.c): a changeset beyond PART_SIZE is kept in parts. */
enum { PART_SIZE = 16 * 1024 * 1024, KEEP_STEPS = 1000, KEEP_SECONDS = 30 * 86400 };

static void
bind_part(struct stmt *st, const char *name, const struct changeset *c, int part)
{
	size_t from = (size_t)part * PART_SIZE, left = (size_t)c->n - from;

	stmt_bind_blob(
	    st, name, (const char *)c->bytes + from, left < PART_SIZE ? left : PART_SIZE);
}

/* All but the first, which stands in the step itself. */
static enum err
add_parts(struct store *s, int64_t id, const struct changeset *c)
{
	enum err e = ERR_OK;

	for (int part = 1; e == ERR_OK && part <= (c->n - 1) / PART_SIZE; part++) {
		struct stmt st = stmt_begin(s, STMT_UNDO_PART_ADD);

		stmt_bind_i64(&st, ":undo_id", id);
		stmt_bind_i64(&st, ":part", part);
		bind_part(&st, ":bytes", c, part);
		e = stmt_run(&st);
	}
	return e;
}

/* What was done turns what is stored round: undone becomes redoable, redone undoable. */
static enum err
turn(struct store *s, const struct changeset *c)
{
	struct stmt st = stmt_begin(s, STMT_UNDO_TURN);
	enum err e;

	stmt_bind_i64(&st, ":id", s->taking_back);
	bind_part(&st, ":changeset", c, 0);
	if ((e = stmt_run(&st)) != ERR_OK)
		return e;
	st = stmt_begin(s, STMT_UNDO_PARTS_CLEAR);
	stmt_bind_i64(&st, ":undo_id", s->taking_back);
	e = stmt_run(&st);
	return e == ERR_OK ? add_parts(s, s->taking_back, c) : e;
}

/* What was taken back before is forgotten: a new step starts from another state. */
static enum err
forget_old(struct store *s)
{
	struct stmt st = stmt_begin(s, STMT_UNDO_FORGET_REDO);
	enum err e;

	stmt_bind_text(&st, ":who", s->step.who);
	if ((e = stmt_run(&st)) != ERR_OK)
		return e;
	st = stmt_begin(s, STMT_UNDO_FORGET_MANY);
	stmt_bind_text(&st, ":who", s->step.who);
	stmt_bind_i64(&st, ":keep", KEEP_STEPS);
	if ((e = stmt_run(&st)) != ERR_OK)
		return e;
	st = stmt_begin(s, STMT_UNDO_FORGET_OLD);
	stmt_bind_text(&st, ":who", s->step.who);
	stmt_bind_i64(&st, ":before", s->step.at - KEEP_SECONDS);
	return stmt_run(&st);
}

static enum err
add_step(struct store *s, const struct changeset *c, int64_t *id)
{
	struct stmt st = stmt_begin(s, STMT_UNDO_ADD);

	stmt_bind_i64(&st, ":at", s->step.at);
	stmt_bind_text(&st, ":who", s->step.who);
	stmt_bind_text(&st, ":label", s->step.label);
	stmt_bind_i64(&st, ":schema_version", s->schema);
	bind_part(&st, ":changeset", c, 0);
	return stmt_one(&st, "id", id);
}

static enum err
add_rows(struct store *s, int64_t undo_id, const struct touched *t)
{
	enum err e = ERR_OK;

	for (size_t i = 0; e == ERR_OK && i < t->n; i++) {
		struct stmt st = stmt_begin(s, STMT_UNDO_ROW_ADD);

		stmt_bind_i64(&st, ":undo_id", undo_id);
		stmt_bind_text(&st, ":record", undoable_rows[t->v[i].table].record);
		stmt_bind_i64(&st, ":record_id", t->v[i].record_id);
		e = stmt_run(&st);
	}
	return e;
}

enum err
undo_keep(struct store *s, const struct changeset *c, const struct touched *t)
{
	int64_t id;
	enum err e;

	if (s->taking_back != 0)
		return turn(s, c);
	if (s->step.no_undo)
		return ERR_OK;
	if ((e = forget_old(s)) != ERR_OK)
		return e;
	if ((e = add_step(s, c, &id)) == ERR_OK)
		e = add_parts(s, id, c);
	return e == ERR_OK ? add_rows(s, id, t) : e;
}
