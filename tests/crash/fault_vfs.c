#include "fault_vfs.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What stood where something was written that was not synced yet; newest first. */
struct old {
	struct old *next;
	sqlite3_int64 at;
	int n;
	unsigned char bytes[];
};

struct fault_file {
	sqlite3_file base;
	sqlite3_file *real;
	struct old *unsynced;
	struct fault_file *next;
};

static sqlite3_vfs vfs, *real_vfs;
static struct fault_file *files;
static enum fault kind;
static int counter, fail_at;
static bool failing_for_good;
static uint32_t state;

static uint32_t
any(void)
{
	state = state * 1664525 + 1013904223;
	return state >> 8;
}

static sqlite3_file *
real(sqlite3_file *f)
{
	return ((struct fault_file *)f)->real;
}

static bool
hit(void)
{
	counter++;
	return kind != FAULT_NONE &&
	    (counter == fail_at || (failing_for_good && counter > fail_at));
}

static void
power_cut(void)
{
	for (struct fault_file *f = files; f != NULL; f = f->next) {
		for (struct old *o = f->unsynced; o != NULL; o = o->next) {
			if (any() % 2)
				(void)f->real->pMethods->xWrite(f->real, o->bytes, o->n, o->at);
		}
	}
	_exit(FAULT_POWER_EXIT);
}

static void
remember(struct fault_file *f, int n, sqlite3_int64 at)
{
	struct old *o = calloc(1, sizeof(*o) + (size_t)n);

	if (o == NULL)
		abort();
	o->at = at;
	o->n = n;
	/* Beyond the end it reads zeros, which is what a disk would show. */
	(void)f->real->pMethods->xRead(f->real, o->bytes, n, at);
	o->next = f->unsynced;
	f->unsynced = o;
}

static void
forget(struct fault_file *f)
{
	while (f->unsynced != NULL) {
		struct old *next = f->unsynced->next;

		free(f->unsynced);
		f->unsynced = next;
	}
}

static int
fault_close(sqlite3_file *file)
{
	struct fault_file *f = (struct fault_file *)file, **at = &files;
	int rc = f->real->pMethods->xClose(f->real);

	while (*at != NULL && *at != f)
		at = &(*at)->next;
	if (*at != NULL)
		*at = f->next;
	forget(f);
	free(f->real);
	return rc;
}

static int
fault_write(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
	sqlite3_file *r = real(file);
	bool now = hit();

	if (kind == FAULT_POWER) {
		remember((struct fault_file *)file, n, at);
		if (now) {
			(void)r->pMethods->xWrite(r, bytes, (int)(any() % (unsigned)(n + 1)), at);
			power_cut();
		}
	} else if (now && kind == FAULT_WRITE) {
		return SQLITE_IOERR_WRITE;
	} else if (now && kind == FAULT_FULL) {
		return SQLITE_FULL;
	} else if (now && kind == FAULT_SHORT) {
		(void)r->pMethods->xWrite(r, bytes, n / 2, at);
		return SQLITE_IOERR_WRITE;
	}
	return r->pMethods->xWrite(r, bytes, n, at);
}

static int
fault_sync(sqlite3_file *file, int flags)
{
	bool now = hit();

	(void)flags;
	if (now && kind == FAULT_POWER)
		power_cut();
	if (now && kind == FAULT_SYNC)
		return SQLITE_IOERR_FSYNC;
	forget((struct fault_file *)file);
	return SQLITE_OK;
}

/* The rest goes to the real file as it comes. */
static int
fault_read(sqlite3_file *f, void *bytes, int n, sqlite3_int64 at)
{
	return real(f)->pMethods->xRead(real(f), bytes, n, at);
}

static int
fault_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	return real(f)->pMethods->xTruncate(real(f), n);
}

static int
fault_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return real(f)->pMethods->xFileSize(real(f), n);
}

static int
fault_lock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xLock(real(f), level);
}

static int
fault_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int
fault_reserved(sqlite3_file *f, int *out)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int
fault_control(sqlite3_file *f, int op, void *arg)
{
	return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int
fault_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

/* No promises: a page may be torn anywhere. */
static int
fault_character(sqlite3_file *f)
{
	(void)f;
	return 0;
}

static int
fault_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
	return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}

static int
fault_shm_lock(sqlite3_file *f, int from, int n, int flags)
{
	return real(f)->pMethods->xShmLock(real(f), from, n, flags);
}

static void
fault_shm_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int
fault_shm_unmap(sqlite3_file *f, int remove)
{
	return real(f)->pMethods->xShmUnmap(real(f), remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = fault_close,
    .xRead = fault_read,
    .xWrite = fault_write,
    .xTruncate = fault_truncate,
    .xSync = fault_sync,
    .xFileSize = fault_size,
    .xLock = fault_lock,
    .xUnlock = fault_unlock,
    .xCheckReservedLock = fault_reserved,
    .xFileControl = fault_control,
    .xSectorSize = fault_sector,
    .xDeviceCharacteristics = fault_character,
    .xShmMap = fault_shm_map,
    .xShmLock = fault_shm_lock,
    .xShmBarrier = fault_shm_barrier,
    .xShmUnmap = fault_shm_unmap,
};

static int
fault_open(sqlite3_vfs *v, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
	struct fault_file *f = (struct fault_file *)file;
	int rc;

	(void)v;
	*f = (struct fault_file){.real = calloc(1, (size_t)real_vfs->szOsFile)};
	if (f->real == NULL)
		return SQLITE_NOMEM;
	rc = real_vfs->xOpen(real_vfs, name, f->real, flags, out_flags);
	if (f->real->pMethods == NULL) {
		free(f->real);
		return rc;
	}
	f->base.pMethods = &methods;
	f->next = files;
	files = f;
	return rc;
}

void
fault_install(void)
{
	real_vfs = sqlite3_vfs_find(NULL);
	vfs = *real_vfs;
	vfs.zName = "fault";
	vfs.szOsFile = (int)sizeof(struct fault_file);
	vfs.xOpen = fault_open;
	vfs.pNext = NULL;
	if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK)
		abort();
}

void
fault_at(enum fault what, int n, bool for_good, unsigned seed)
{
	kind = what;
	fail_at = n;
	failing_for_good = for_good;
	state = seed;
	counter = 0;
}

int
fault_count(void)
{
	return counter;
}
