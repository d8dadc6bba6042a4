#include <unistd.h>

#include <frontdesk/store.h>

#include "../tap.h"

int
main(void)
{
	struct store *s = NULL;
	const struct store_step step = {.who = "mia", .label = "Tried"};

	is_int(store_open(&s, ":memory:", STORE_CREATE), ERR_OK, "memory: %s", err_message());
	is_int(store_begin(s, &step), ERR_OK, "begin");
	is_int(store_commit(s), ERR_OK, "commit");
	store_close(s);
	unlink("/tmp/fd-open.db");
	is_int(
	    store_open(&s, "/tmp/fd-open.db", STORE_CREATE), ERR_OK, "create: %s", err_message());
	store_close(s);
	is_int(store_open(&s, "/tmp/fd-open.db", STORE_OPEN), ERR_OK, "open: %s", err_message());
	is_int(store_begin(s, &step), ERR_OK, "begin");
	is_int(store_commit(s), ERR_OK, "commit");
	store_close(s);
	return done();
}
