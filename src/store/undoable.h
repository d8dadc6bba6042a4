/* The tables whose changes are recorded, audited and can be taken back (undoable.def). */
#ifndef STORE_UNDOABLE_H
#define STORE_UNDOABLE_H

#include <stdbool.h>

enum undoable {
#define UNDOABLE(table, record, id, rev, health, audited) UNDOABLE_##table,
#include "undoable.def"
#undef UNDOABLE
	UNDOABLE_COUNT
};

struct undoable_row {
	const char *table, *record, *id_column;
	bool has_rev, health, audited;
};
extern const struct undoable_row undoable_rows[UNDOABLE_COUNT];

/* UNDOABLE_COUNT: not one of them. */
enum undoable undoable_find(const char *table);
/* rev, last_by, updated, sequence: kept by the store, of no interest to a person. */
bool undoable_bookkeeping(const char *column);

#endif
