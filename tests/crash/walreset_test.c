/*
 * The WAL-reset fault of SQLite 3.7.0 to 3.51.2 (store.md, fact 1), made to happen: the desk that
 * checkpoints is paused between its look at the log and its locks, and another desk starts the log
 * anew in that window. A PASSIVE checkpoint then damages the file; ours must not.
 */
#include <sqlite3.h>

#include "../../src/store/store_private.h"
#include "desk.h"

/* Orders to the other desk, each answered by a byte: 'y' a commit was made, 'n' it could not be. */
enum order {
	FILL = '0', /* grow the log, and empty it */
	COMMIT_ONE = '1',
	GROW_ON = '2', /* grow, empty, begin anew */
	BEGIN = 'b', /* holds the writer lock until … */
	END = 'e',
	QUIT = 'q',
};

static int orders[2], answers[2];

static int *written; /* shared: rows the other desk was told are saved */

static char
order(char o)
{
	char answer = 'n';

	if (write(orders[1], &o, 1) != 1 || read(answers[0], &answer, 1) != 1)
		exit(1);
	return answer;
}

/* --- The other desk: not ours in its checkpoints, as a careless program would be -------------- */

static bool
add_rows(sqlite3 *db, int n, bool begin, bool commit)
{
	bool good = !begin || sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;

	for (int i = 0; good && i < n; i++)
		good = sqlite3_exec(db,
			   "INSERT INTO audit (at, who, desk, action, record, "
			   "record_id, old, new, reason) VALUES (1, 'x', 'x', 'x', 'race', 1, "
			   "hex(randomblob(600)), '', '')",
			   NULL, NULL, NULL) == SQLITE_OK;
	if (good && commit)
		good = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
	if (!good)
		(void)sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	else if (commit)
		*written += n;
	return good;
}

static void
grow(sqlite3 *db, int times)
{
	for (int i = 0; i < times; i++)
		(void)add_rows(db, 8, true, true);
	(void)sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

static void
other_desk(const char *path)
{
	sqlite3 *db;
	char o, answer;

	if (sqlite3_open(path, &db) != SQLITE_OK)
		_exit(1);
	(void)sqlite3_busy_timeout(db, 300);
	(void)sqlite3_wal_autocheckpoint(db, 0);
	while (read(orders[0], &o, 1) == 1) {
		answer = 'y';
		if (o == FILL) {
			grow(db, 6);
		} else if (o == COMMIT_ONE) {
			answer = add_rows(db, 1, true, true) ? 'y' : 'n';
		} else if (o == GROW_ON) {
			grow(db, 8);
			(void)add_rows(db, 1, true, true);
		} else if (o == BEGIN) {
			answer = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK
			    ? 'y'
			    : 'n';
		} else if (o == END) {
			answer = add_rows(db, 1, false, true) ? 'y' : 'n';
		}
		if (write(answers[1], &answer, 1) != 1 || o == QUIT)
			break;
	}
	(void)sqlite3_close(db);
	_exit(0);
}

/* --- The window: SQLite calls xUnfetch after its look at the log, before its locks ----------- */

static sqlite3_io_methods hooked;
static int (*real_unfetch)(sqlite3_file *, sqlite3_int64, void *);
static char in_window; /* the order to give there; 0 = none, or given */
static char answered;

static int
unfetch(sqlite3_file *f, sqlite3_int64 at, void *page)
{
	if (in_window != 0) {
		char o = in_window;

		in_window = 0;
		answered = order(o);
	}
	return real_unfetch(f, at, page);
}

static void
hook(sqlite3 *db)
{
	sqlite3_file *f = NULL;

	(void)sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &f);
	hooked = *f->pMethods;
	real_unfetch = hooked.xUnfetch;
	hooked.xUnfetch = unfetch;
	f->pMethods = &hooked;
}

/* --- One race --------------------------------------------------------------------------------- */

enum way { PASSIVE, IDLE, AT_ONCE, IDLE_BUSY, AT_ONCE_BUSY, WAYS };
static const char *const ways[WAYS] = {"a PASSIVE checkpoint", "our checkpoint when idle",
    "our checkpoint at once", "ours when idle, the other holding the lock",
    "ours at once, the other holding the lock"};

static void
checkpoint(struct store *s, enum way way)
{
	bool busy = way == IDLE_BUSY || way == AT_ONCE_BUSY;
	enum err e = ERR_OK;

	if (busy && order(BEGIN) != 'y')
		printf("# the other desk could not begin\n");
	in_window = busy ? END : COMMIT_ONE;
	answered = '-';
	if (way == PASSIVE) {
		(void)sqlite3_wal_checkpoint_v2(
		    s->db, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	} else {
		s->log_pages = 1 << 20;
		e = store_checkpoint(s, way == IDLE || way == IDLE_BUSY);
	}
	printf("# %s: %s; in the window: %c\n", ways[way], e == ERR_OK ? "done" : err_message(),
	    answered);
	if (in_window == END)
		(void)order(END);
	in_window = 0;
}

/* Whether the file is whole, and holds all that was told. */
static bool
whole(const char *path)
{
	sqlite3 *db;
	sqlite3_stmt *q = NULL;
	bool good = sqlite3_open(path, &db) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &q, NULL) == SQLITE_OK &&
	    sqlite3_step(q) == SQLITE_ROW &&
	    strcmp((const char *)sqlite3_column_text(q, 0), "ok") == 0;

	(void)sqlite3_finalize(q);
	(void)sqlite3_close(db);
	return good &&
	    file_number(path, "SELECT count(*) FROM audit NOT INDEXED WHERE record = 'race'") ==
	    *written;
}

static bool
race(const char *path, enum way way)
{
	struct store *s = NULL;
	int64_t id;
	pid_t child;
	bool good;

	*written = 0;
	desk_make(path, 1);
	if (pipe(orders) != 0 || pipe(answers) != 0)
		exit(1);
	fflush(stdout);
	if ((child = fork()) == 0) {
		close(orders[1]);
		close(answers[0]);
		other_desk(path);
	}
	close(orders[0]);
	close(answers[1]);
	(void)order(FILL);
	must(store_open(&s, path, STORE_OPEN), "open");
	must(store_audit_last(s, &id), "read");
	/* The log moves on: what our connection remembers of it is old. */
	(void)order(FILL);
	hook(s->db);
	checkpoint(s, way);
	(void)order(GROW_ON);
	(void)order(QUIT);
	(void)waitpid(child, NULL, 0);
	connection_close(s);
	close(orders[1]);
	close(answers[0]);
	good = whole(path);
	file_remove(path);
	return good;
}

static bool
library_has_fault(void)
{
	int v = sqlite3_libversion_number();

	return v < 3044006 || (v >= 3045000 && v < 3050007) || (v >= 3051000 && v < 3051003);
}

int
main(void)
{
	const char *path = file_path("race.db");
	bool good;

	written =
	    mmap(NULL, sizeof(*written), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	printf("# SQLite %s\n", sqlite3_libversion());
	good = race(path, PASSIVE);
	ok(good != library_has_fault(), "%s %s this library", ways[PASSIVE],
	    good ? "is sound with" : "loses commits with");
	for (int way = IDLE; way < WAYS; way++)
		ok(race(path, (enum way)way), "%s keeps everything", ways[way]);
	file_done();
	return done();
}
