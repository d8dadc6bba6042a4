#include <pwd.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <frontdesk/mem.h>

#include "store_private.h"

/* A guard of data/schema spoke: three name what is taken twice, the others say a sentence. */
static enum err
refused_by_trigger(struct store *s)
{
	const char *what = sqlite3_errmsg(s->db);

	if (strcmp(what, "therapist") == 0 || strcmp(what, "client") == 0 ||
	    strcmp(what, "room") == 0)
		return err_set(ERR_REFUSED, "already booked: the %s is taken at that time", what);
	return err_set(ERR_REFUSED, "%s", what);
}

/* SQLite's own words name tables and columns, never values. */
static enum err
our_fault(struct store *s, int rc, const char *doing)
{
	return err_set(ERR_FAILED, "our fault, nothing was changed: %s (SQLite %d) in %s",
	    sqlite3_errmsg(s->db), rc, doing);
}

enum err
may_not(const char *path, const char *verb)
{
	const struct passwd *owner = NULL;
	char *blamed = xstrdup(path), *slash = strrchr(blamed, '/');
	struct stat st;
	enum err e;

	/* Who may write the file, or would make it, needs the folder too: a log stands beside it.
	 */
	if (strcmp(verb, "write") == 0 && (access(path, F_OK) != 0 || access(path, W_OK) == 0) &&
	    slash != NULL && slash > blamed)
		*slash = '\0';
	if (stat(blamed, &st) == 0)
		owner = getpwuid(st.st_uid);
	e = err_set(ERR_FAILED, "may not %s %s%s%s", verb, blamed,
	    owner == NULL ? "" : ", which belongs to ", owner == NULL ? "" : owner->pw_name);
	free(blamed);
	return e;
}

enum err
newer_file(const struct store *s)
{
	return err_set(ERR_DAMAGED,
	    "%s is of version %d, this program knows %d: update frontdesk, or restart it when it "
	    "was updated; nothing was changed",
	    s->path, s->schema, store_schema());
}

enum err
may_not_write(const struct store *s)
{
	enum err e;

	if (store_newer(s))
		return newer_file(s);
	e = may_not(s->path, "write");
	return err_set(
	    e, "%s is open for reading only; nothing was changed: %s", s->path, err_message());
}

static enum err
disk_failed(int rc)
{
	switch (rc) {
	case SQLITE_FULL:
		return err_set(
		    ERR_FAILED, "not saved: the disk is full; what was saved before is safe");
	case SQLITE_IOERR_WRITE: /* a limit on the size of files, too */
	case SQLITE_IOERR_FSYNC:
	case SQLITE_IOERR_DIR_FSYNC:
	case SQLITE_IOERR_TRUNCATE:
	case SQLITE_IOERR_SHMSIZE:
		return err_set(ERR_FAILED,
		    "not saved: the disk is full or cannot be written; "
		    "what was saved before is safe");
	}
	return err_set(
	    ERR_FAILED, "the disk failed (SQLite %d); what was saved before is safe", rc);
}

enum err
store_err(struct store *s, int rc, const char *doing)
{
	if (rc == SQLITE_CONSTRAINT_TRIGGER)
		return refused_by_trigger(s);
	/* Codes alone are unique and typed by people. */
	if (rc == SQLITE_CONSTRAINT_UNIQUE)
		return err_set(ERR_REFUSED, "there is one with that code already");
	switch (rc & 0xFF) {
	case SQLITE_OK:
		return ERR_OK;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
	case SQLITE_INTERRUPT:
		return err_set(ERR_BUSY, "another desk is saving; nothing was changed; try again");
	case SQLITE_FULL:
	case SQLITE_IOERR:
		return disk_failed(rc);
	case SQLITE_READONLY:
		return may_not_write(s);
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		return may_not(s->path, "open");
	case SQLITE_ERROR: /* a column that is gone */
		return store_newer(s) ? newer_file(s) : our_fault(s, rc, doing);
	case SQLITE_NOTADB:
		return err_set(ERR_DAMAGED,
		    "%s is not a frontdesk file, or is damaged at its beginning", s->path);
	case SQLITE_CORRUPT:
		return err_set(ERR_DAMAGED,
		    "%s is damaged: stop all desks; take the newest backup, or save "
		    "what can be read: frontdesk check --salvage OUT",
		    s->path == NULL ? "the file" : s->path);
	case SQLITE_NOMEM:
		return err_set(ERR_FAILED, "out of memory; nothing was changed");
	}
	return our_fault(s, rc, doing);
}
