/* Which record an imported row became. */
#include "little.h"

int
main(void)
{
	struct store *s = little_open();
	int64_t id = -1, hash = -1;

	is_int(store_import_find(s, "clients", "A 1", &id, &hash), ERR_OK, "a new row");
	ok(id == 0 && hash == 0, "stands for nothing");
	is_int(store_import_put(s, "clients", "A 1", 12, INT64_MIN), ERR_OK, "it became #12");
	must(store_import_find(s, "clients", "A 1", &id, &hash), "find");
	ok(id == 12 && hash == INT64_MIN, "and is found as that");
	must(store_import_find(s, "appointments", "A 1", &id, &hash), "find");
	is_int(id, 0, "another source has ids of its own");
	must(store_import_find(s, "clients", "a 1", &id, &hash), "find");
	is_int(id, 0, "capitals make a difference");
	is_int(store_import_put(s, "clients", "A 1", 13, 7), ERR_OK, "it changed");
	must(store_import_find(s, "clients", "A 1", &id, &hash), "find");
	ok(id == 13 && hash == 7, "and is found as it is now");
	must(store_commit(s), "commit");
	store_close(s);
	return done();
}
