#include "undoable.h"

#include <string.h>

const struct undoable_row undoable_rows[UNDOABLE_COUNT] = {
#define UNDOABLE(table, record, id, rev, health, audited) \
	[UNDOABLE_##table] = {#table, record, id, rev, health, audited},
#include "undoable.def"
#undef UNDOABLE
};

enum undoable
undoable_find(const char *table)
{
	int t = 0;

	while (t < UNDOABLE_COUNT && strcmp(undoable_rows[t].table, table) != 0)
		t++;
	return (enum undoable)t;
}

bool
undoable_bookkeeping(const char *column)
{
	return strcmp(column, "rev") == 0 || strcmp(column, "last_by") == 0 ||
	    strcmp(column, "updated") == 0 || strcmp(column, "sequence") == 0;
}
