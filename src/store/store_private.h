/* What the files of this folder share: the connection, the step under way, and their verbs. */
#ifndef STORE_PRIVATE_H
#define STORE_PRIVATE_H

#include <signal.h>

#include <frontdesk/practice.h>

#include "stmt.h"
#include "undoable.h"

struct sqlite3;
struct sqlite3_session;

/* The SQL function gather(), of gather.c. */
int gather_register(struct sqlite3 *db);

struct store {
	struct sqlite3 *db;
	struct sqlite3_stmt *cache[STMT_COUNT];
	char *path; /* owned; real path, or ":memory:" */
	bool memory;
	bool read_only;
	int schema; /* version of the file, as this connection knows it */
	/* The step under way (store_begin). */
	bool inside;
	bool reading; /* between store_read_begin() and store_read_end() */
	struct store_step step; /* its texts are owned */
	struct sqlite3_session *session;
	/* The answer of desk_undoing(); desk_deferred() is step.deferred, .bulk. FORGETS: what a
	 * client told goes with the client. */
	enum { UNDO_NOT, UNDO_APPLIES, UNDO_FORGETS } undoing;
	int64_t
	    taking_back; /* the undo row that store_commit() turns round instead of adding one */
	sigset_t signals; /* as they were before the transaction blocked the stop signals */
	/* Waiting and checkpoints. */
	int64_t wait_ms; /* how long a lock is waited for; see busy.c */
	int64_t wait_since; /* monotonic ns */
	bool gave_up; /* the wait is over, in vain */
	bool wait_deaf; /* a lock is held meanwhile: no signals, no questions while waiting */
	bool wait_interrupts; /* giving up must also stop the checkpoint under way */
	bool (*give_up)(void *);
	void *give_up_arg;
	int log_pages; /* as the WAL hook last told */
	int log_tried; /* as long as it was when it was last tried to empty it */
	int64_t data_version;
	struct words columns[UNDOABLE_COUNT]; /* of the undoable tables, read when first asked */
};

/* errors.c: "may not write PATH, which belongs to OWNER": the file, or the folder it is in. */
enum err may_not(const char *path, const char *verb);
/* Why an open file is read only: it is of a newer version (ERR_DAMAGED), or somebody else's. */
enum err may_not_write(const struct store *s);
enum err newer_file(const struct store *s);
/* Turns what SQLite said into one of our errors, with the sentence (store.md, last table). */
enum err store_err(struct store *s, int rc, const char *doing);
/* Runs SQL that is not a statement: migrations. */
MUST_CHECK enum err store_exec(struct store *s, const char *sql, const char *doing);

/* busy.c */
enum { WAIT_MS = 10 * 1000 };
void wait_start(struct store *s); /* the deadline runs from now on */
int wait_busy(void *store, int count); /* the busy handler: 0 gives up */
/*
 * Waits for other desks even where SQLite does not ask the busy handler: recovery of the log, and
 * the change to one.
 */
MUST_CHECK enum err store_exec_waiting(struct store *s, const char *sql, const char *doing);

/* place.c: where a file may lie (store.md, "Opening a file"). */
struct place {
	char *path; /* owned; the real folder and the file's name */
	bool writable; /* file and folder may be written */
	bool has_shm; /* a desk has, or had, it open */
	bool reads_shm; /* and we may read what the desks share */
};
MUST_CHECK enum err place_find(const char *path, struct place *out);
/*
 * ERR_REFUSED: a log stands beside the name, of a file that went: SQLite would take it for the new
 * one's.
 */
MUST_CHECK enum err place_no_log(const char *path);
/* A new empty file there, 0600 (0660 in a group's folder); ERR_REFUSED when it or a log exists. */
MUST_CHECK enum err place_create(const char *path, struct place *out);
void place_release(struct place *p);
/* Whether a desk has it open: each holds a lock on the file itself. */
bool place_in_use(const char *path);
/* Takes a copy of the file and its log in a folder of our own; *folder is owned by the caller. */
MUST_CHECK enum err place_copy_aside(const struct place *p, char **folder, char **copy);
/* Removes that folder with what is in it, and frees both texts. */
void place_drop(char *folder, char *copy);
MUST_CHECK enum err place_sync(const char *path); /* fsync of a file or folder */
MUST_CHECK enum err place_sync_folder_of(const char *path);

/* open.c: the connection, without a look at what is in the file. flags: SQLITE_OPEN_… */
MUST_CHECK enum err connection_open(struct store **out, const char *path, int flags);
void connection_close(struct store *s);

/*
 * transaction.c: store_read_begin(), when what follows is not one snapshot already: inside a
 * transaction, or a reading under way. *alone: it is for the caller to end.
 */
MUST_CHECK enum err store_read_alone(struct store *s, bool *alone);

/* migrate.c */
enum { STORE_APPLICATION_ID = 0x46444B31 }; /* "FDK1" */
/* application_id and user_version; ERR_DAMAGED: foreign. */
MUST_CHECK enum err migrate_look(struct store *s);
MUST_CHECK enum err migrate_triggers_present(struct store *s);
/* Takes the file to schema `target`, each step in a transaction of its own. */
MUST_CHECK enum err migrate_to(struct store *s, int target);

/* changeset.c: what the session recorded becomes audit rows, past rows and an undo step. */
MUST_CHECK enum err changeset_write(struct store *s);
/* Column names of an undoable table. */
MUST_CHECK enum err changeset_columns(struct store *s, enum undoable t, const struct words **out);

/* overlap.c: who is in the way of an appointment that holds; ERR_REFUSED says so. */
MUST_CHECK enum err overlap_check(struct store *s, int64_t appointment_id);

/* checkpoint.c: empties the log when the writer lock is free at once. */
void checkpoint_on_close(struct store *s);

/* check.c: the proofs of store_check() for an open file. Returns through *bad how many failed. */
MUST_CHECK enum err check_proofs(
    struct store *s, enum store_depth depth, void (*fn)(void *, const char *), void *arg, int *bad);

/* backup.c: a verified copy of the file at `path`, fsynced. ERR_REFUSED: it may not replace. */
MUST_CHECK enum err copy_verified(
    struct store *s, const char *path, bool replace, struct backup *out);

#endif
