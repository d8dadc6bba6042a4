/* Which record an imported row became. */
#include "records.h"

enum err
store_import_find(
    struct store *s, const char *source, const char *external_id, struct import_link *out)
{
	struct stmt st = stmt_begin(s, STMT_IMPORT_FIND);
	struct import_link l = {0};
	enum err e;

	stmt_bind_text(&st, ":source", source);
	stmt_bind_text(&st, ":external_id", external_id);
	while (stmt_row(&st)) {
		l.record_id = stmt_i64(&st, "record_id");
		l.row_hash = stmt_i64(&st, "row_hash");
		l.record_hash = stmt_i64(&st, "record_hash");
	}
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = l;
	return e;
}

enum err
store_import_put(
    struct store *s, const char *source, const char *external_id, const struct import_link *l)
{
	struct stmt st = stmt_begin(s, STMT_IMPORT_PUT);

	stmt_bind_text(&st, ":source", source);
	stmt_bind_text(&st, ":external_id", external_id);
	stmt_bind_i64(&st, ":record_id", l->record_id);
	stmt_bind_i64(&st, ":row_hash", l->row_hash);
	stmt_bind_i64(&st, ":record_hash", l->record_hash);
	return stmt_run(&st);
}
