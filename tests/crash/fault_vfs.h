/*
 * A file system that fails at a point: the layer between SQLite and the disk in the tests of
 * tests/crash. It counts writes and syncs since fault_at(); no other call fails. Nothing is really
 * synced: what was synced is known to it, and a power cut undoes what was not.
 */
#ifndef FAULT_VFS_H
#define FAULT_VFS_H

#include <stdbool.h>

enum fault {
	FAULT_NONE,
	FAULT_WRITE, /* the write fails, nothing of it is done */
	FAULT_FULL, /* the disk is full */
	FAULT_SHORT, /* half of it is written */
	FAULT_SYNC, /* the sync fails */
	FAULT_POWER, /* half of what was not synced is undone, the write torn; the process ends */
	FAULT_COUNT
};
enum { FAULT_POWER_EXIT = 77 };

/* Makes it the default for all connections of this process. */
void fault_install(void);
/* Fails at the n-th write or sync from now on, once or for good. */
void fault_at(enum fault kind, int n, bool for_good, unsigned seed);
/* Writes and syncs since fault_at(). */
int fault_count(void);

#endif
