/*
 * One IANA time zone, read from its compiled file (RFC 8536): transitions, then the POSIX footer.
 * Only base/zone.c reads zone files. A zone is immutable once open.
 */
#ifndef FRONTDESK_ZONE_H
#define FRONTDESK_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>

struct zone;

/*
 * The case of the letters does not matter; zone_name() has the right one.
 * ERR_USAGE: no such zone (names with "..", a leading "/" or other than [A-Za-z0-9_+-/] are none).
 * ERR_FAILED: its file cannot be read or is damaged.
 */
MUST_CHECK enum err zone_open(struct zone **out, const char *name);
/* The name of the zone this computer is set to; NULL when it does not say. Lives in buf. */
enum { ZONE_LINK_SIZE = 256 };
const char *zone_system(char buf[static ZONE_LINK_SIZE]);
/* The same from the bytes of a zone file. ERR_FAILED: damaged. */
MUST_CHECK enum err zone_parse(
    struct zone **out, const char *name, const unsigned char *bytes, size_t n);
void zone_close(struct zone *z); /* accepts NULL */
const char *zone_name(const struct zone *z);

/* Seconds east of UTC at that moment. */
int zone_offset(const struct zone *z, int64_t utc);
civil_min zone_civil(const struct zone *z, int64_t utc); /* rounded down to the minute */

/*
 * A civil minute as UTC seconds.
 * GAP: it does not exist; *utc = by the offset before the gap (02:30 becomes 03:30;
 * RFC 5545 3.3.5).
 * TWICE: it exists twice; *utc = the first.
 */
enum zone_fit { ZONE_ONCE, ZONE_GAP, ZONE_TWICE };
enum zone_fit zone_utc(const struct zone *z, civil_min m, int64_t *utc);

/*
 * The first change of offset, name or DST flag at or after a moment; false when there is none
 * before year 2201. Changes beyond the file's own come from its footer.
 */
enum { ZONE_NAME_SIZE = 16 };
struct zone_change {
	int64_t utc;
	int offset_before, offset_after; /* seconds east */
	bool dst_after;
	char name_after[ZONE_NAME_SIZE];
};
bool zone_next_change(const struct zone *z, int64_t from, struct zone_change *out);
/* What is in force at a moment: offset, DST, abbreviation. */
void zone_in_force(
    const struct zone *z, int64_t utc, int *offset, bool *dst, char name[static ZONE_NAME_SIZE]);

/* The POSIX TZ rule of the file's footer ("CET-1CEST,M3.5.0,M10.5.0/3"); "" when it has none. */
const char *zone_footer(const struct zone *z);

#endif
