/* After a step was taken back no form that was opened before may be saved over it. */
#include <sqlite3.h>

#include "changeset.h"

/* The number of the row itself: of an alert it is not that of the client it belongs to. */
static int64_t
row_id(const struct change *c)
{
	int column = change_column(c->columns, "id");
	sqlite3_value *v = c->op == SQLITE_INSERT ? change_new(c, column) : change_old(c, column);

	return v == NULL ? c->record_id : sqlite3_value_int64(v);
}

/* Beyond any rev a form may still hold, and any sequence a calendar has seen. */
static enum err
raise_rev(struct change *c, void *arg)
{
	static const enum stmt_id raise[UNDOABLE_COUNT] = {
	    [UNDOABLE_room] = STMT_RAISE_ROOM,
	    [UNDOABLE_therapist] = STMT_RAISE_THERAPIST,
	    [UNDOABLE_absence] = STMT_RAISE_ABSENCE,
	    [UNDOABLE_service] = STMT_RAISE_SERVICE,
	    [UNDOABLE_addon] = STMT_RAISE_ADDON,
	    [UNDOABLE_person] = STMT_RAISE_PERSON,
	    [UNDOABLE_vocabulary] = STMT_RAISE_WORD,
	    [UNDOABLE_flag_rule] = STMT_RAISE_FLAG_RULE,
	    [UNDOABLE_client] = STMT_RAISE_CLIENT,
	    [UNDOABLE_client_alert] = STMT_RAISE_CLIENT_ALERT,
	    [UNDOABLE_appointment] = STMT_RAISE_APPOINTMENT,
	    [UNDOABLE_visit] = STMT_RAISE_VISIT,
	    [UNDOABLE_clearance] = STMT_RAISE_CLEARANCE,
	    [UNDOABLE_consent] = STMT_RAISE_CONSENT,
	};
	struct stmt st;

	(void)arg;
	if (!c->row->has_rev || c->op == SQLITE_DELETE)
		return ERR_OK;
	st = stmt_begin(c->store, raise[c->table]);
	stmt_bind_i64(&st, ":id", row_id(c));
	stmt_bind_i64(&st, ":rev", change_old_i64(c, "rev", 0));
	stmt_bind_text(&st, ":who", c->store->step.who);
	stmt_bind_i64(&st, ":at", c->store->step.at);
	if (c->table == UNDOABLE_appointment)
		stmt_bind_i64(&st, ":sequence", change_old_i64(c, "sequence", 0));
	return stmt_run(&st);
}

enum err
undo_raise_revs(struct store *s)
{
	struct changeset done = {0};
	enum err e = changeset_take(s, &done);

	if (e == ERR_OK)
		e = changeset_each(s, &done, raise_rev, NULL);
	changeset_release(&done);
	return e;
}
