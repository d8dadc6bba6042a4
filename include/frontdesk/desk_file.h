/* What comes in and goes out: imports, calendars, rosters, the demonstration practice. */
#ifndef FRONTDESK_DESK_FILE_H
#define FRONTDESK_DESK_FILE_H

#include <stdio.h>

#include <frontdesk/desk.h>
#include <frontdesk/ics.h>
#include <frontdesk/import.h>
#include <frontdesk/paper.h>

/* --- Imports --------------------------------------------------------------------------------- */

#define IMPORT_OUTCOME_LIST(X) \
	X(NEW, "new") \
	X(CHANGED, "changed") \
	X(SAME, "same") \
	X(REFUSED, "refused")
enum import_outcome {
#define X(id, word) IMPORT_##id,
	IMPORT_OUTCOME_LIST(X)
#undef X
	    IMPORT_OUTCOME_COUNT
};
const char *import_outcome_word(enum import_outcome o);

struct import_row {
	long line;
	enum import_outcome outcome;
	int64_t id; /* of the record; 0 = none */
	const char *reason; /* why refused, or what to look at; "" */
};
struct import_report {
	long rows, count[IMPORT_OUTCOME_COUNT];
	/* appointments: what the file needs and the practice lacks */
	struct words new_therapists, new_services;
	char *unused; /* owned; names of the columns not taken over, comma separated; "" = none */
	long memos; /* kept where therapists read them: they may be health */
};
void import_report_release(struct import_report *r);

struct import_options {
	enum import_what what;
	const char *map; /* or NULL */
	bool dry_run;
	const char *yes; /* creating therapists and services is allowed; NULL = ask */
	/* each row, once all is on disk (or, in a dry run, taken back); may be NULL */
	void (*row)(void *, const struct import_row *);
	void *arg;
};
/*
 * Takes a list over, in one transaction, row by row; idempotent by external id. Soft findings are
 * recorded as the appointment's reason. ERR_NEEDS_YES: therapists or services would be created and
 * yes is NULL; the report names them and nothing was written.
 *
 * What the desk changed since the last import stays. An appointment whose time, therapist,
 * service, state, price or payment is not as the import wrote it: the row is refused, "changed
 * here since; look at #12". A client: only what is empty here is filled; what else differs is
 * told, "changed here since: phone kept". Once both say the same, the source leads again. Notes
 * that are there stay. Appointments that trade places with each other may.
 */
MUST_CHECK enum err desk_import(
    struct desk *d, FILE *in, const struct import_options *o, struct import_report *out);

/* --- Calendars and rosters ------------------------------------------------------------------- */

struct export_query {
	civil_min from, until;
	int64_t therapist_id, room_id, client_id, appt_id; /* 0 = any */
	enum ics_detail detail;
	bool utc, with_cancelled;
	int alarm; /* minutes; 0 = none; a client's or single file only */
	bool aftercare; /* the practice's text; as alarm */
};
/* Streams; *bytes and *events tell what was written. Full detail goes into the audit. */
MUST_CHECK enum err desk_export(
    struct desk *d, const struct export_query *q, FILE *out, int64_t *bytes, int64_t *events);

/*
 * THERAPIST holds health: each client's record is opened by it, as the audit says, and it tells
 * what the person at the desk may see.
 */
enum roster_for { ROSTER_DESK, ROSTER_ROOM, ROSTER_THERAPIST };
MUST_CHECK enum err desk_roster(struct desk *d, civil_day day, enum roster_for whom,
    int64_t therapist_id, struct sheet_list *out);
/* The day itself, or the next one on which the practice is open: "tomorrow" on paper. */
civil_day desk_next_open(const struct desk *d, civil_day day);
/* Writes a file by pages, because a file goes to a printer, too; whole or not at all. */
/* The card of an appointment and the aftercare slip. ERR_REFUSED: it does not take place. */
MUST_CHECK enum err desk_card(struct desk *d, int64_t appt_id, struct sheet_list *out);
MUST_CHECK enum err desk_aftercare(struct desk *d, int64_t appt_id, struct sheet_list *out);
/* The form of a client, with what was told before as far as it may be seen; 0: a blank one. */
MUST_CHECK enum err desk_intake_form(struct desk *d, int64_t client_id, struct sheet_list *out);
MUST_CHECK enum err desk_roster_file(const struct sheet_list *sheets, const char *path);

/* --- The first start ------------------------------------------------------------------------- */

/* A practice in memory alone, empty: what the screens stand on while there is no file. */
MUST_CHECK enum err desk_in_memory(
    struct desk *d, const struct desk_options *o, const char *name, const char *zone);
struct first {
	const char *name, *zone; /* zone: needed; name "": the default */
	bool services; /* the shipped ones */
	const char *clients, *diary; /* lists to take over; "" or NULL = none */
};
/*
 * A new file; on error nothing of it is left. told: adds what was taken over, "298 clients (2
 * refused)". Therapists and services of the diary are made.
 */
MUST_CHECK enum err desk_first(
    const struct desk_options *o, const struct first *w, struct str *told);
/* A verified copy of a backup becomes the practice's file. ERR_REFUSED: there is one. */
MUST_CHECK enum err desk_adopt(
    const struct desk_options *o, const char *backup, struct backup *out);

/* --- The demonstration practice -------------------------------------------------------------- */

struct demo {
	long appointments; /* 0: as many as fill the days */
	int years_back; /* default 1 */
	int therapists, rooms, clients; /* 4, 3, 300 */
	uint64_t seed;
};
#define DEMO_DEFAULT \
	{ \
		.years_back = 1, .therapists = 4, .rooms = 3, .clients = 300, .seed = 1 \
	}
/* A new file with an invented practice, the same for the same seed and day. */
MUST_CHECK enum err desk_demo(const struct desk_options *o, const struct demo *w);

#endif
