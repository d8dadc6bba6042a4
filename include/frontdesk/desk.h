/*
 * The desk: use cases over one practice file. One function = one thing the desk does = one
 * transaction. Both faces call these and nothing below them that writes. The clock and the person's
 * name are handed in by main.c; the zone comes from the file.
 */
#ifndef FRONTDESK_DESK_H
#define FRONTDESK_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>
#include <frontdesk/practice.h>
#include <frontdesk/store.h>
#include <frontdesk/when.h>
#include <frontdesk/zone.h>

struct desk_options {
	const char *path; /* the practice's file */
	const char *who; /* login, or --as: goes into the audit */
	const char *login; /* of the system, when `who` is by --as: must be an owner's; or NULL */
	const char *terminal; /* which desk; "" = none */
	int64_t (*clock)(void *); /* UTC seconds */
	void *clock_arg;
	/* --now in the practice's own time, wins over the clock; CIVIL_NONE = not */
	civil_min pinned;
	bool usual_place; /* the path is the usual one: folders above a new file are made */
	bool pinned_today; /* of `pinned` only the time of day counts: today at that time */
};

struct desk {
	struct desk_options options; /* its texts are the caller's and outlive the desk */
	struct store *store;
	struct practice practice; /* as last read; desk_reload() */
	struct zone *zone;
	char *signed_in; /* who signed in by PIN: options.who then; or NULL */
	bool initials; /* privacy: names of clients are said as initials; desk_initials() */
};

/* Opens an existing file; ERR_NOT_FOUND: there is none. ERR_REFUSED: --as is not for this login. */
MUST_CHECK enum err desk_open(struct desk *d, const struct desk_options *o);
void desk_close(struct desk *d); /* accepts a zeroed one */
/* Reads the practice again, after this or another desk changed it. */
MUST_CHECK enum err desk_reload(struct desk *d);

/* Names of clients are said as initials from now on, or in full again; kept in full. */
void desk_initials(struct desk *d, bool on);

civil_min desk_now(const struct desk *d);
int64_t desk_utc(const struct desk *d);
/* How dates are typed here and now. */
struct when_habits desk_habits(const struct desk *d);
/* Civil times that exist once; ERR_REFUSED says which night it is (desk.md 2). */
MUST_CHECK enum err desk_time_exists(const struct desk *d, civil_min m);
MUST_CHECK enum err desk_span_exists(const struct desk *d, civil_min start, civil_min end);
civil_min desk_civil(const struct desk *d, int64_t utc);

/* A step of a use case, with who, where and when filled in. */
struct store_step desk_step(const struct desk *d, const char *label);
/* The same of what changes nothing in the book, only keeps that it was done: it is for everybody.
 */
struct store_step desk_note_step(const struct desk *d, const char *label);

#endif
