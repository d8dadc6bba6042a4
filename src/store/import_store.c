/* Which record an imported row became. */
#include "records.h"

enum err
store_import_find(struct store *s, const char *source, const char *external_id, int64_t *record_id,
    int64_t *row_hash)
{
	struct stmt st = stmt_begin(s, STMT_IMPORT_FIND);
	int64_t id = 0, hash = 0;
	enum err e;

	stmt_bind_text(&st, ":source", source);
	stmt_bind_text(&st, ":external_id", external_id);
	while (stmt_row(&st)) {
		id = stmt_i64(&st, "record_id");
		hash = stmt_i64(&st, "row_hash");
	}
	e = stmt_end(&st);
	if (e == ERR_OK) {
		*record_id = id;
		*row_hash = hash;
	}
	return e;
}

enum err
store_import_put(struct store *s, const char *source, const char *external_id, int64_t record_id,
    int64_t row_hash)
{
	struct stmt st = stmt_begin(s, STMT_IMPORT_PUT);

	stmt_bind_text(&st, ":source", source);
	stmt_bind_text(&st, ":external_id", external_id);
	stmt_bind_i64(&st, ":record_id", record_id);
	stmt_bind_i64(&st, ":row_hash", row_hash);
	return stmt_run(&st);
}
