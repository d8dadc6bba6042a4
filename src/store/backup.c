/* A copy of the file that is proved before it counts: VACUUM INTO neither syncs nor checks. */
#include <assert.h>
#include <errno.h>
#include <sha2.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

static enum err
finish(const char *temporary, const char *path, struct backup *out)
{
	struct stat st;
	enum err e;

	if (SHA256File(temporary, out->sha256) == NULL || stat(temporary, &st) != 0)
		return err_set(ERR_FAILED, "the disk failed at %s: %s", path, strerror(errno));
	out->bytes = st.st_size;
	if (rename(temporary, path) != 0)
		return err_set(ERR_FAILED, "may not write %s: %s", path, strerror(errno));
	e = place_sync_folder_of(path);
	return e;
}

static enum err
fill(struct store *s, const char *temporary, const char *path, struct backup *out)
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
	return e == ERR_OK ? finish(temporary, path, out) : e;
}

enum err
copy_verified(struct store *s, const char *path, struct backup *out)
{
	struct backup made = {0};
	struct str name = {0};
	enum err e = room_for(s, path);
	int fd;

	if (e != ERR_OK)
		return e;
	/* VACUUM INTO takes an empty file; made here, it is 0600 from its first byte. */
	str_addf(&name, "%s.XXXXXX", path);
	fd = mkstemp(name.v);
	if (fd == -1) {
		e = err_set(ERR_FAILED, "may not write %s: %s", path, strerror(errno));
	} else {
		close(fd);
		e = fill(s, str_text(&name), path, &made);
		if (e != ERR_OK)
			(void)unlink(str_text(&name));
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
	if (access(path, F_OK) == 0)
		return err_set(ERR_REFUSED, "%s is there already; name another", path);
	e = copy_verified(s, path, &made);
	if (e == ERR_OK && !s->read_only)
		e = log_it(s, step, path, &made);
	if (e == ERR_OK)
		*out = made;
	return e;
}
