/* What the files of this folder share: the connection and the step under way. */
#ifndef STORE_PRIVATE_H
#define STORE_PRIVATE_H

#include "stmt.h"

struct sqlite3;
struct sqlite3_session;

struct store {
	struct sqlite3 *db;
	struct sqlite3_stmt *cache[STMT_COUNT];
	char *path; /* owned */
	bool read_only;
	/* the step under way (store_begin) */
	bool inside;
	struct store_step step; /* its texts are owned */
	struct sqlite3_session *session;
	bool undoing; /* the answer of desk_undoing(); desk_deferred() is step.deferred */
	/* waiting and checkpoints */
	int64_t wait_until; /* monotonic ns: when the deadline of this use case ends */
	bool (*give_up)(void *);
	void *give_up_arg;
	int log_pages; /* as the WAL hook last told */
	int64_t data_version;
};

/* Turns what SQLite said into one of our errors, with the sentence (store.md, last table). */
enum err store_err(struct store *s, int rc, const char *doing);

#endif
