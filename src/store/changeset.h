/*
 * Reading what a session recorded: one struct change for each row that was inserted, updated or
 * deleted. Of an update it holds the key and the changed columns alone.
 */
#ifndef STORE_CHANGESET_H
#define STORE_CHANGESET_H

#include "store_private.h"

struct sqlite3_changeset_iter;
struct sqlite3_value;

struct changeset {
	int n;
	void *bytes; /* SQLite's; changeset_release() */
};
void changeset_release(struct changeset *c);
/* What the session of the step under way recorded so far. */
MUST_CHECK enum err changeset_take(struct store *s, struct changeset *out);

struct change {
	struct store *store;
	struct sqlite3_changeset_iter *it;
	enum undoable table;
	const struct undoable_row *row;
	const struct words *columns;
	int op; /* SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE */
	int64_t record_id; /* as audit names it */
};
/* Calls fn for each change, until one fails. */
MUST_CHECK enum err changeset_each(
    struct store *s, const struct changeset *c, enum err (*fn)(struct change *, void *), void *arg);

/* NULL: not part of the change. */
struct sqlite3_value *change_old(const struct change *c, int column);
struct sqlite3_value *change_new(const struct change *c, int column);
/* Where a column stands; -1: there is none. */
int change_column(const struct words *columns, const char *name);
/* A number as it was before; fallback when the change does not hold it. */
int64_t change_old_i64(const struct change *c, const char *column, int64_t fallback);

/* past.c: the appointment as it stood before this change. */
MUST_CHECK enum err past_keep(struct change *c, int64_t audit_id);
/* audit.c: an audit row of the step under way; *id is its number. */
MUST_CHECK enum err audit_write(struct store *s, const char *record, int64_t record_id,
    const char *action, const char *old, const char *new_, int64_t *id);
/* What a version of an intake has in tables of its own, counted: "answers=3 places=1". */
MUST_CHECK enum err audit_intake_text(struct change *c, struct str *new_);
/* audit_text.c: what changed, as text; false when only bookkeeping did. */
bool audit_change_text(struct change *c, struct str *old, struct str *new_);

/* The things a step touched, each named once or more. */
struct touched {
	struct touch {
		enum undoable table;
		int op;
		int64_t record_id;
	} * v;
	size_t n, cap;
};

/*
 * undo_told.c: versions of intakes that the inverse would delete, the first of each client. They
 * stay (a guard of the file refuses; apply() passes over it).
 */
struct told_list {
	struct told {
		int64_t client_id, intake_id;
	} * v;
	size_t n, cap;
};
bool told_is(enum undoable table);
void told_remember(const struct change *c, struct told_list *l);
/* All that one person told of the clients who are to go. */
MUST_CHECK enum err told_forget(struct store *s, const struct touched *t);
/* Tells again what held before; ERR_BUSY: somebody else told more since. */
MUST_CHECK enum err told_take_back(struct store *s, const struct told_list *l,
    const struct touched *t, const char *label, const char *what);

/* undo_rev.c: raises the rev, and the sequence, of every row the step under way has touched. */
MUST_CHECK enum err undo_raise_revs(struct store *s);

/* undo_step.c: stores the step, or turns the one being taken back. */
MUST_CHECK enum err undo_keep(struct store *s, const struct changeset *c, const struct touched *t);

#endif
