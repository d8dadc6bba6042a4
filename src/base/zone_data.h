/*
 * What a zone file says, shared by the three parts of the zone: zone_file.c reads its bytes into
 * it, zone_rule.c adds the changes its footer makes in the years after, zone.c answers from it.
 */
#ifndef BASE_ZONE_DATA_H
#define BASE_ZONE_DATA_H

#include <frontdesk/zone.h>

/* Years for which the footer is turned into changes. */
enum { ZONE_YEAR_FIRST = 1900, ZONE_YEAR_LAST = 2200 };

struct zone_type {
	int offset; /* seconds east */
	bool dst;
	char name[ZONE_NAME_SIZE];
};

struct zone {
	char *name;
	char *footer;
	/* The first type holds before the first change. */
	struct {
		struct zone_type *v;
		size_t n, cap;
	} types;
	/* Ascending in time; each differs from the type in force before it. */
	struct {
		struct zone_at {
			int64_t utc;
			size_t type;
		} * v;
		size_t n, cap;
	} changes;
};

/* Adds a change later than those there, or in the place of those at that time or later. */
void zone_add_change(struct zone *z, int64_t utc, size_t type);

/*
 * Adds the changes z->footer makes after the moment `after` (INT64_MIN: the file has no changes);
 * false when it is no rule.
 */
bool zone_add_rule(struct zone *z, int64_t after);

#endif
