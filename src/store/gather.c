/*
 * gather(id): the ids of a group as one blob of int64_t, in the order read. A row for each costs
 * more than the reading when there are a hundred thousand.
 */
#include <sqlite3.h>
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "store_private.h"

struct gathered {
	int64_t *v;
	size_t n, cap;
};

static void
add_id(sqlite3_context *context, int n, sqlite3_value **values)
{
	struct gathered *g = sqlite3_aggregate_context(context, (int)sizeof(*g));

	(void)n;
	if (g == NULL)
		sqlite3_result_error_nomem(context);
	else
		*list_push(g) = sqlite3_value_int64(values[0]);
}

static void
end_ids(sqlite3_context *context)
{
	struct gathered *g = sqlite3_aggregate_context(context, 0);

	if (g != NULL)
		sqlite3_result_blob64(context, g->v, g->n * sizeof(*g->v), free);
}

int
gather_register(struct sqlite3 *db)
{
	return sqlite3_create_function_v2(db, "gather", 1,
	    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, NULL, add_id, end_ids,
	    NULL);
}
