/* Which record an imported row became. */
#include "little.h"

int
main(void)
{
	struct store *s = little_open();
	struct import_link l = {-1, -1, -1};

	is_int(store_import_find(s, "clients", "A 1", &l), ERR_OK, "a new row");
	ok(l.record_id == 0 && l.row_hash == 0 && l.record_hash == 0, "stands for nothing");
	is_int(store_import_put(s, "clients", "A 1", &(struct import_link){12, INT64_MIN, 5}),
	    ERR_OK, "it became #12");
	must(store_import_find(s, "clients", "A 1", &l), "find");
	ok(l.record_id == 12 && l.row_hash == INT64_MIN && l.record_hash == 5,
	    "and is found as that");
	must(store_import_find(s, "appointments", "A 1", &l), "find");
	is_int(l.record_id, 0, "another source has ids of its own");
	must(store_import_find(s, "clients", "a 1", &l), "find");
	is_int(l.record_id, 0, "capitals make a difference");
	is_int(store_import_put(s, "clients", "A 1", &(struct import_link){13, 7, 8}), ERR_OK,
	    "it changed");
	must(store_import_find(s, "clients", "A 1", &l), "find");
	ok(l.record_id == 13 && l.row_hash == 7 && l.record_hash == 8, "and is found as it is now");
	must(store_commit(s), "commit");
	store_close(s);
	return done();
}
