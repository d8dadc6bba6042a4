/*
 * One IANA time zone, read from its compiled file (RFC 8536): transitions, then the POSIX footer.
 * Only base/zone.c reads zone files. A zone is immutable once open.
 */
#ifndef FRONTDESK_ZONE_H
#define FRONTDESK_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>

struct zone;

/* ERR_USAGE: no such zone (names with "..", a leading "/" or other than [A-Za-z0-9_+-/] are none). */
MUST_CHECK enum err zone_open(struct zone **out, const char *name);
void zone_close(struct zone *z); /* accepts NULL */
const char *zone_name(const struct zone *z);

/* Seconds east of UTC at that moment. */
int zone_offset(const struct zone *z, int64_t utc);
civil_min zone_civil(const struct zone *z, int64_t utc); /* rounded down to the minute */

/* A civil minute as UTC seconds. GAP: it does not exist. TWICE: it exists twice (*utc = the first). */
enum zone_fit { ZONE_ONCE, ZONE_GAP, ZONE_TWICE };
enum zone_fit zone_utc(const struct zone *z, civil_min m, int64_t *utc);

/* The first change of offset, name or DST flag at or after a moment; false when there is none before year 2201. */
struct zone_change {
	int64_t utc;
	int offset_before, offset_after; /* seconds east */
	bool dst_after;
	char name_after[16];
};
bool zone_next_change(const struct zone *z, int64_t from, struct zone_change *out);
/* What is in force at a moment: offset, DST, abbreviation. */
void zone_in_force(const struct zone *z, int64_t utc, int *offset, bool *dst, char name[static 16]);

/* The POSIX TZ rule of the file's footer ("CET-1CEST,M3.5.0,M10.5.0/3"); "" when it has none. */
const char *zone_footer(const struct zone *z);

#endif
