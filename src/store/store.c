/* What an open file tells about itself, and its end. */
#include <assert.h>
#include <sqlite3.h>

#include <frontdesk/embedded.h>

#include "store_private.h"

bool
store_read_only(const struct store *s)
{
	return s->read_only;
}

bool
store_newer(const struct store *s)
{
	return s->schema > store_schema();
}

const char *
store_path(const struct store *s)
{
	return s->path;
}

int
store_schema(void)
{
	return embedded_migrations[embedded_migration_count - 1].number;
}

const char *
store_sqlite(void)
{
	return sqlite3_libversion();
}

enum err
store_changed(struct store *s, bool *out)
{
	struct stmt st = stmt_begin(s, STMT_DATA_VERSION);
	int64_t version;
	enum err e = stmt_one(&st, "data_version", &version);

	if (e == ERR_OK) {
		*out = version != s->data_version;
		s->data_version = version;
	}
	return e;
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	assert(!s->inside);
	store_read_end(s);
	checkpoint_on_close(s);
	connection_close(s);
}
