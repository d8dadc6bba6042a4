/* Appointments as they stood: the whole row before each change of it. */
#include <assert.h>
#include <sqlite3.h>

#include <frontdesk/str.h>

#include "changeset.h"

/* The row before: what changed from the change, the rest as it still stands. */
enum err
past_keep(struct change *c, int64_t audit_id)
{
	struct stmt now = stmt_begin(c->store, STMT_APPOINTMENT_ROW);
	struct stmt past = stmt_begin(c->store, STMT_PAST_ADD);
	enum err e, e_past;
	bool there;

	stmt_bind_i64(&now, ":id", c->record_id);
	there = stmt_row(&now);
	stmt_bind_i64(&past, ":until_at", c->store->step.at);
	stmt_bind_i64(&past, ":by_audit", audit_id);
	for (int i = 0; past.err == ERR_OK && now.err == ERR_OK && i < (int)c->columns->n; i++) {
		sqlite3_value *v = change_old(c, i);
		struct str name = {0};
		int slot;

		str_addf(&name, ":%s", c->columns->v[i]);
		slot = sqlite3_bind_parameter_index(past.q, str_text(&name));
		str_release(&name);
		assert(slot > 0 && (v != NULL || there));
		if (v == NULL)
			v = sqlite3_column_value(now.q, i);
		if (sqlite3_bind_value(past.q, slot, v) != SQLITE_OK)
			past.err = store_err(c->store, SQLITE_NOMEM, stmt_name(past.id));
	}
	e_past = stmt_run(&past);
	e = stmt_end(&now);
	return e == ERR_OK ? e_past : e;
}
