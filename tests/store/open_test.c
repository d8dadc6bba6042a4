/* Which files are opened, how, and which are refused. */
#include <errno.h>
#include <sys/wait.h>

#include <frontdesk/embedded.h>

#include "file.h"

static const struct store_step step = {.who = "mia", .label = "Tried"};

static void
make(const char *path)
{
	struct store *s = little_open_at(path);

	must(store_commit(s), "practice");
	store_close(s);
}

static enum err
open_close(const char *path)
{
	struct store *s = NULL;
	enum err e = store_open(&s, path, STORE_OPEN);

	if (e == ERR_OK)
		store_close(s);
	return e;
}

static void
test_new(void)
{
	const char *path = file_path("new.db");
	struct store *s = NULL, *two = NULL;
	struct stat st;

	is_int(store_open(&s, path, STORE_OPEN), ERR_NOT_FOUND, "no file: %s", err_message());
	is_int(store_open(&s, path, STORE_CREATE), ERR_OK, "is made");
	ok(stat(path, &st) == 0 && (st.st_mode & 0777) == 0600, "for its owner alone");
	is_int(store_open(&two, path, STORE_CREATE), ERR_REFUSED, "not twice: %s", err_message());
	is_int(store_open(&two, path, STORE_OPEN), ERR_OK, "a second desk opens it");
	ok(!store_read_only(two), "for writing");
	must(store_begin(two, &step), "begin");
	must(store_audit_add(two, "client", 1, "Looked"), "audit");
	must(store_commit(two), "commit");
	store_close(two);
	store_close(s);
	ok(file_there(path, "-wal") && stat(path, &st) == 0, "the log's name stays");
	{
		char wal[160];

		snprintf(wal, sizeof(wal), "%s-wal", path);
		ok(stat(wal, &st) == 0 && st.st_size == 0, "the last desk leaves it empty");
	}
	is_int(file_number(path, "PRAGMA application_id"), 0x46444B31, "it is marked as ours");
	is_int(file_number(path, "PRAGMA user_version"), store_schema(), "and with its version");
	ok(file_sql(path, "UPDATE appointment SET start_m = start_m") != SQLITE_OK,
	    "a foreign program cannot book");
	file_remove(path);
}

static void
test_refused(void)
{
	const char *path = file_path("a.db"), *other = file_path("b.db");
	FILE *f;

	f = fopen(path, "w");
	fputs("this is a letter to my aunt, long enough to be taken for a page of a file\n", f);
	fclose(f);
	is_int(open_close(path), ERR_DAMAGED, "a text: %s", err_message());
	file_remove(path);
	f = fopen(path, "w");
	fclose(f);
	is_int(open_close(path), ERR_DAMAGED, "an empty file: %s", err_message());
	file_remove(path);
	(void)file_sql(path, "CREATE TABLE t (a)");
	is_int(open_close(path), ERR_DAMAGED, "another program's file: %s", err_message());
	ok(!file_there(path, "-wal"), "which is left as it was");
	file_remove(path);
	make(path);
	ok(symlink(path, other) == 0, "a link");
	is_int(open_close(other), ERR_FAILED, "is refused: %s", err_message());
	(void)unlink(other);
	ok(link(path, other) == 0, "a second name");
	is_int(open_close(other), ERR_FAILED, "is refused: %s", err_message());
	is_int(open_close(path), ERR_FAILED, "and so is the first");
	(void)unlink(other);
	is_int(open_close(path), ERR_OK, "it is good again with one name");
	is_int(open_close(file_folder), ERR_FAILED, "a folder: %s", err_message());
	file_remove(path);
}

static void
test_newer(void)
{
	const char *path = file_path("newer.db");
	struct practice p = {0};
	struct store *s = NULL;

	make(path);
	must(store_open(&s, path, STORE_OPEN), "open");
	is_int(file_sql(path, "PRAGMA user_version = 9999"), SQLITE_OK, "a newer program was here");
	is_int(store_begin(s, &step), ERR_DAMAGED, "a desk at work stops: %s", err_message());
	ok(strstr(err_message(), "restart frontdesk") != NULL, "and says what to do");
	store_close(s);
	must(store_open(&s, path, STORE_OPEN), "a desk that starts may look");
	ok(store_newer(s) && store_read_only(s), "it knows that the file is newer");
	is_int(store_practice(s, &p), ERR_OK, "and reads: %s", err_message());
	practice_release(&p);
	is_int(store_begin(s, &step), ERR_DAMAGED, "but does not write: %s", err_message());
	ok(strstr(err_message(), "update frontdesk") != NULL, "and says what to do");
	store_close(s);
	is_int(file_sql(path, "ALTER TABLE setting RENAME TO settings"), SQLITE_OK, "a table went");
	must(store_open(&s, path, STORE_OPEN), "open");
	is_int(store_practice(s, &p), ERR_DAMAGED, "what is not there: %s", err_message());
	ok(strstr(err_message(), "update frontdesk") != NULL, "says what to do");
	store_close(s);
	is_int(file_number(path, "PRAGMA user_version"), 9999, "the file is as it was");
	file_remove(path);
}

/* Who is refused is told whose file it is. */
static int
names_owner(const char *path)
{
	struct store *s = NULL;
	int bad = store_open(&s, path, STORE_OPEN) != ERR_OK;

	if (!bad) {
		bad += store_begin(s, &step) == ERR_FAILED ? 0 : 2;
		bad += strstr(err_message(), "which belongs to root") != NULL ? 0 : 4;
		store_close(s);
	}
	return bad;
}

static void
test_guards(void)
{
	const char *path = file_path("guard.db");

	make(path);
	(void)file_sql(path, "DROP TRIGGER appointment_room_update");
	is_int(open_close(path), ERR_DAMAGED, "a guard is missing: %s", err_message());
	ok(strstr(err_message(), "appointment_room_update") != NULL, "it is named");
	file_remove(path);
}

/* As a person who may not write: root may everywhere. */
static int
as_nobody(int (*fn)(const char *), const char *path)
{
	int status = 0;
	pid_t child;

	fflush(stdout);
	if ((child = fork()) == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(99);
		_exit(fn(path));
	}
	(void)waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 98;
}

static int
reads_only(const char *path)
{
	struct store *s = NULL;
	struct practice p = {0};
	int bad = 0;

	if (store_open(&s, path, STORE_OPEN) != ERR_OK) {
		printf("# %s\n", err_message());
		fflush(stdout);
		return 1;
	}
	bad += !store_read_only(s) ? 2 : 0;
	bad += store_begin(s, &step) != ERR_FAILED ? 4 : 0;
	bad += store_practice(s, &p) != ERR_OK || p.therapists.n != 2 ? 8 : 0;
	bad += strcmp(store_path(s), path) != 0 ? 16 : 0;
	practice_release(&p);
	store_close(s);
	return bad;
}

static void
test_read_only(void)
{
	const char *path = file_path("read.db");
	struct store *s = NULL;
	char wal[160], shm[160];

	make(path);
	snprintf(wal, sizeof(wal), "%s-wal", path);
	snprintf(shm, sizeof(shm), "%s-shm", path);
	(void)unlink(wal);
	(void)unlink(shm);
	(void)chmod(path, 0444);
	(void)chmod(file_folder, 0555);
	is_int(as_nobody(reads_only, path), 0, "a file nobody has open is read from a copy");
	ok(!file_there(path, "-shm"), "nothing is left beside it");
	is_int(geteuid() == 0 ? as_nobody(names_owner, path) : 0, 0, "it says whose file it is");
	(void)chmod(path, 0644);
	(void)chmod(file_folder, 0755);
	must(store_open(&s, path, STORE_OPEN), "open");
	must(store_begin(s, &step), "begin");
	must(store_audit_add(s, "client", 1, "Looked"), "audit");
	must(store_commit(s), "commit");
	(void)chmod(file_folder, 0555);
	is_int(as_nobody(reads_only, path), 0, "a file in use is read beside the other desk");
	(void)chmod(shm, 0600);
	is_int(as_nobody(reads_only, path), 1,
	    "but not when what the desks share is not ours to read");
	store_close(s);
	(void)chmod(wal, 0600);
	is_int(as_nobody(reads_only, path), 0, "closed by all, it is read from a copy again");
	(void)chmod(file_folder, 0700);
	file_remove(path);
}

/* A file of every past version becomes what a new file is. */
static void
test_migrate(void)
{
	const char *path = file_path("old.db");
	char kept[160], sql[64];
	struct store *s = NULL;
	struct stat st;
	int children = 8;

	for (size_t v = 0; v + 1 < embedded_migration_count; v++) {
		int good = 0;

		for (size_t i = 0; i <= v; i++)
			(void)file_sql(path, embedded_migrations[i].text);
		snprintf(sql, sizeof(sql), "PRAGMA user_version = %d; PRAGMA application_id = %d",
		    embedded_migrations[v].number, 0x46444B31);
		(void)file_sql(path, sql);
		snprintf(kept, sizeof(kept), "%s.v%d", path, embedded_migrations[v].number);
		/* Many at once: one does the work, nobody fails. */
		fflush(stdout);
		for (int i = 0; i < children; i++) {
			if (fork() == 0)
				_exit(open_close(path) == ERR_OK ? 0 : 1);
		}
		for (int i = 0, status = 0; i < children; i++)
			good += wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
		is_int(good, children, "%d desks open a file of version %d at once", children,
		    embedded_migrations[v].number);
		ok(stat(kept, &st) == 0 && (st.st_mode & 0777) == 0600, "it was kept: %s", kept);
		is_int(file_number(kept, "PRAGMA user_version"), embedded_migrations[v].number,
		    "as it was");
		must(store_open(&s, path, STORE_OPEN), "open");
		store_close(s);
		file_remove(kept);
		file_remove(path);
	}
}

int
main(void)
{
	test_new();
	test_refused();
	test_newer();
	test_guards();
	test_read_only();
	test_migrate();
	file_done();
	return done();
}
