/*
 * Taking lists over: the run, client rows, appointment rows, their places, what the practice lacks.
 * Private to desk.
 */
#ifndef DESK_IMPORT_H
#define DESK_IMPORT_H

#include <frontdesk/desk_file.h>
#include <frontdesk/table.h>

/* What became of one row. */
struct decided {
	long line;
	enum import_outcome outcome;
	int64_t id;
	struct str reason;
};

/* An appointment's row that wants a place. */
struct wish {
	struct import_appt row;
	int64_t hash; /* of the row */
	size_t decided; /* which of run.decided */
	struct appt appt; /* as it is; id 0 = new */
	int64_t client_id; /* below 0: to be made */
	/* Where it would go; room_id 0: to be chosen. */
	int64_t room_id;
	civil_min held;
	bool waits; /* something was in its way */
	/* Asked again: its old place counts as free, its new one as taken. */
	bool leaving, coming;
};
void import_wish_release(struct wish *w);

/* One import under way, inside its transaction. */
struct run {
	struct desk *desk;
	const struct import_options *options;
	struct import_report *report;
	struct import_map map;
	const struct csv_row *header;
	struct str nicknames; /* client_nicknames() */
	/*
	 * What the practice lacks, as the first row that needs it has it; the texts are the
	 * report's.
	 */
	struct {
		struct missing_service {
			const char *written;
			int minutes;
			money_cents price;
		} * v;
		size_t n, cap;
	} missing;
	struct {
		struct decided *v;
		size_t n, cap;
	} decided; /* each row of the file, told after the end */
	struct {
		struct wish *v;
		size_t n, cap;
	} wishes; /* those that wait for another row to move */
	void *seen; /* a tree of the external ids of this run (tsearch(3)) */
};

/*
 * Whether a row of this run had this external id already; keeps it. Then the outcome is decided: a
 * second one that says nothing new is the same, any other is refused with what differs.
 */
bool import_seen(
    struct run *r, const char *external_id, const struct csv_row *row, struct decided *out);

/* An error here is one of the file or program; a row that is refused is an outcome. */
MUST_CHECK enum err import_client(struct run *r, const struct csv_row *row, struct decided *out);
MUST_CHECK enum err import_appt(struct run *r, const struct csv_row *row, struct decided *out);

/*
 * Rows that were in each other's way, because the source moved them, once more: they trade
 * places.
 */
MUST_CHECK enum err import_appts_again(struct run *r);

/* Where a wish wants to stand, and what the day says to it. */
struct place {
	struct proposal want;
	struct book book;
	struct findings found;
	civil_min held;
};
/* What the row says of the appointment, and a number of just that. */
void import_appt_fill(const struct import_appt *row, struct appt *a);
int64_t import_appt_hash(const struct appt *a);
MUST_CHECK enum err import_find_place(struct run *r, struct wish *w, struct place *out);
void import_place_release(struct place *p);
/* Writes the appointment and where it came from. */
MUST_CHECK enum err import_come_true(
    struct run *r, struct wish *w, struct place *at, struct decided *out);

/*
 * The client a row speaks of: known by its external id, or surely somebody we have; else 0.
 * *alike (may be NULL) says who it may be.
 */
MUST_CHECK enum err import_known_client(struct run *r, const char *source,
    const struct import_client *row, int64_t *id, struct str *alike);
MUST_CHECK enum err import_save_client(
    struct run *r, const char *source, struct import_client *row, int64_t row_hash, int64_t *id);

/* An error: the row is refused. */
MUST_CHECK enum err import_read_appt(
    struct run *r, const struct csv_row *row, struct import_appt *out);
/*
 * The therapists and services the rows need and the practice lacks: listed, and made when
 * allowed.
 */
MUST_CHECK enum err import_missing(struct run *r, const struct csv_row *row);
MUST_CHECK enum err import_make_missing(struct run *r);

#endif
