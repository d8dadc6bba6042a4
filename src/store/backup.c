/* A copy of the file that is proved before it counts: VACUUM INTO neither syncs nor checks. */
#define _GNU_SOURCE /* renameat2 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sha2.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "store_private.h"

static enum err
one_number(struct store *s, enum stmt_id id, const char *column, int64_t *out)
{
	struct stmt st = stmt_begin(s, id);

	return stmt_one(&st, column, out);
}

static enum err
count(struct store *s, struct backup *out)
{
	struct stmt st = stmt_begin(s, STMT_COUNTS);

	if (stmt_row(&st)) {
		out->appointments = stmt_i64(&st, "appointments");
		out->clients = stmt_i64(&st, "clients");
	}
	return stmt_end(&st);
}

/* The copy is at most as large as the file. */
static enum err
room_for(struct store *s, const char *path)
{
	char *folder = xstrdup(path);
	char *slash = strrchr(folder, '/');
	struct statvfs fs;
	int64_t pages = 0, size = 0;
	enum err e = one_number(s, STMT_PAGE_COUNT, "page_count", &pages);

	if (slash != NULL)
		slash[slash == folder] = '\0';
	if (e == ERR_OK)
		e = one_number(s, STMT_PAGE_SIZE, "page_size", &size);
	if (e == ERR_OK && statvfs(slash == NULL ? "." : folder, &fs) != 0)
		e = err_set(ERR_FAILED, "may not write %s: %s", path, strerror(errno));
	else if (e == ERR_OK && (uint64_t)(pages * size) / fs.f_frsize + 1 > fs.f_bavail)
		e = err_set(
		    ERR_FAILED, "no copy was made: the disk of %s has not room enough", path);
	free(folder);
	return e;
}

static enum err
vacuum_into(struct store *s, const char *path)
{
	struct stmt st = stmt_begin(s, STMT_VACUUM_INTO);

	stmt_bind_text(&st, ":path", path);
	return stmt_run(&st);
}

static void
first_problem(void *arg, const char *sentence)
{
	struct str *first = arg;

	if (first->n == 0)
		str_add(first, sentence);
}

/* Reads the copy as any file is read, proves it, and counts its rows. */
static enum err
prove(struct store *s, const char *path, struct backup *out)
{
	struct store *copy;
	struct str why = {0};
	int bad = 0;
	enum err e = connection_open(&copy, path, SQLITE_OPEN_READONLY);

	if (e != ERR_OK)
		return e;
	e = migrate_look(copy);
	if (e == ERR_OK && copy->schema != s->schema)
		e = err_set(ERR_BUSY, "another desk brought %s up to date meanwhile", s->path);
	if (e == ERR_OK)
		e = check_proofs(copy, CHECK_DEEP, first_problem, &why, &bad);
	if (e == ERR_OK && bad > 0)
		e = err_set(ERR_DAMAGED,
		    "no copy was made, because it is not sound: %s; "
		    "run frontdesk check",
		    str_text(&why));
	if (e == ERR_OK)
		e = count(copy, out);
	str_release(&why);
	connection_close(copy);
	return e;
}

/* Rows may come and go meanwhile; when nobody wrote, not one may be missing. */
static enum err
all_there(struct store *s, int64_t version, const struct backup *before, const struct backup *copy)
{
	int64_t now = 0;
	enum err e = one_number(s, STMT_DATA_VERSION, "data_version", &now);

	if (e == ERR_OK && now == version &&
	    (before->appointments != copy->appointments || before->clients != copy->clients))
		return err_set(ERR_FAILED, "no copy was made: rows are missing from it");
	return e;
}

/* Some disks cannot rename so that nothing is replaced: there a second name is given, then the
 * first taken away. */
static int
move_in(const char *temporary, const char *path, bool replace)
{
	if (replace)
		return rename(temporary, path);
	if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	return link(temporary, path) == 0 ? unlink(temporary) : -1;
}

static enum err
taken(const char *path)
{
	return err_set(ERR_REFUSED, "%s is there already; name another", path);
}

static enum err
finish(const char *temporary, const char *path, bool replace, struct backup *out)
{
	struct stat st;

	if (SHA256File(temporary, out->sha256) == NULL || stat(temporary, &st) != 0)
		return err_set(ERR_FAILED, "the disk failed at %s: %s", path, strerror(errno));
	out->bytes = st.st_size;
	if (move_in(temporary, path, replace) != 0)
		return errno == EEXIST
		    ? taken(path)
		    : err_set(ERR_FAILED, "may not write %s: %s", path, strerror(errno));
	return place_sync_folder_of(path);
}

static enum err
fill(struct store *s, const char *temporary, const char *path, bool replace, struct backup *out)
{
	struct backup before = {0};
	int64_t version = 0;
	/* Not store_changed(): whoever watches the file with that must still be told. */
	enum err e = one_number(s, STMT_DATA_VERSION, "data_version", &version);

	if (e == ERR_OK)
		e = count(s, &before);
	if (e == ERR_OK)
		e = vacuum_into(s, temporary);
	if (e == ERR_OK)
		e = place_sync(temporary);
	if (e == ERR_OK)
		e = prove(s, temporary, out);
	if (e == ERR_OK)
		e = all_there(s, version, &before, out);
	return e == ERR_OK ? finish(temporary, path, replace, out) : e;
}

static bool
same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/*
 * VACUUM INTO takes an empty file; made here, it is 0600 from its first byte. One that is there was
 * left by a run that was killed, or is another's at work: its lock tells. -1 with errno.
 */
static int
open_temporary(const struct store *s, const char *name)
{
	struct stat file, there;
	int fd;

	/* A practice may be called x.tmp, too. */
	if (lstat(name, &there) == 0 &&
	    (!S_ISREG(there.st_mode) || there.st_nlink != 1 ||
		(stat(s->path, &file) == 0 && same_file(&file, &there)))) {
		errno = EEXIST;
		return -1;
	}
	for (;;) {
		fd = open(name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
		if (fd == -1)
			return -1;
		/* On a disk without such locks two may meet: unlikely. */
		while (flock(fd, LOCK_EX) != 0 && errno == EINTR)
			continue;
		if (fstat(fd, &file) == 0 && lstat(name, &there) == 0 && same_file(&file, &there))
			break;
		close(fd); /* whoever was before us has renamed or removed it */
	}
	if (fchmod(fd, 0600) == 0 && ftruncate(fd, 0) == 0)
		return fd;
	close(fd);
	return -1;
}

enum err
copy_verified(struct store *s, const char *path, bool replace, struct backup *out)
{
	struct backup made = {0};
	struct str name = {0};
	enum err e = room_for(s, path);
	int fd;

	if (e != ERR_OK)
		return e;
	str_addf(&name, "%s.tmp", path);
	fd = open_temporary(s, str_text(&name));
	if (fd == -1) {
		e = err_set(ERR_FAILED, "may not write %s: %s", str_text(&name), strerror(errno));
	} else {
		e = fill(s, str_text(&name), path, replace, &made);
		if (e != ERR_OK)
			(void)unlink(str_text(&name));
		close(fd); /* not before: it ends the lock */
	}
	str_release(&name);
	if (e == ERR_OK)
		*out = made;
	return e;
}

static enum err
log_it(struct store *s, const struct store_step *step, const char *path, const struct backup *b)
{
	struct stmt st;
	enum err e = store_begin(s, step);

	if (e != ERR_OK)
		return e;
	st = stmt_begin(s, STMT_BACKUP_LOG_ADD);
	stmt_bind_i64(&st, ":at", s->step.at);
	stmt_bind_text(&st, ":who", step->who);
	stmt_bind_text(&st, ":path", path);
	stmt_bind_text(&st, ":sha256", b->sha256);
	stmt_bind_i64(&st, ":appointments", b->appointments);
	stmt_bind_i64(&st, ":clients", b->clients);
	e = stmt_run(&st);
	if (e == ERR_OK)
		e = store_audit_add(s, "backup", 0, step->label == NULL ? "" : step->label);
	if (e == ERR_OK)
		e = store_commit(s);
	store_rollback(s);
	return e;
}

enum err
store_backup(struct store *s, const struct store_step *step, const char *path, struct backup *out)
{
	struct backup made;
	enum err e;

	assert(!s->inside && !s->reading);
	if (access(path, F_OK) == 0) /* told early; finish() makes sure */
		return taken(path);
	e = store_free_name(path);
	if (e == ERR_OK)
		e = copy_verified(s, path, false, &made);
	if (e == ERR_OK && !s->read_only)
		e = log_it(s, step, path, &made);
	if (e == ERR_OK)
		*out = made;
	return e;
}

enum err
store_adopt(const char *backup, const char *path, struct backup *out)
{
	struct place from;
	struct store *s = NULL;
	enum err e = place_find(backup, &from);

	if (e != ERR_OK)
		return e;
	if (access(path, F_OK) == 0)
		e = taken(path);
	if (e == ERR_OK)
		e = store_free_name(path);
	if (e == ERR_OK)
		e = place_no_log(path);
	if (e == ERR_OK)
		e = connection_open(&s, from.path, SQLITE_OPEN_READONLY);
	if (e == ERR_OK)
		e = migrate_look(s);
	if (e == ERR_OK)
		e = copy_verified(s, path, false, out);
	if (s != NULL)
		connection_close(s);
	place_release(&from);
	return e;
}
