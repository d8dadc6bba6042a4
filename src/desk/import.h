/* Taking lists over, in three files: the run, client rows, appointment rows. Private to desk. */
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

/* One import under way, inside its transaction. */
struct run {
	struct desk *desk;
	const struct import_options *options;
	struct import_report *report;
	struct import_map map;
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
	void *seen; /* a tree of the external ids of this run (tsearch(3)) */
};

/*
 * Whether a row of this run had this external id already: a second one says nothing new. Keeps
 * it.
 */
bool import_seen(struct run *r, const char *external_id);

/* An error here is one of the file or program; a row that is refused is an outcome. */
MUST_CHECK enum err import_client(struct run *r, const struct csv_row *row, struct decided *out);
MUST_CHECK enum err import_appt(struct run *r, const struct csv_row *row, struct decided *out);

/*
 * The client a row speaks of: known by its external id, or surely somebody we have; else 0.
 * *alike (may be NULL) says who it may be.
 */
MUST_CHECK enum err import_known_client(struct run *r, const char *source,
    const struct import_client *row, int64_t *id, struct str *alike);
MUST_CHECK enum err import_save_client(
    struct run *r, const char *source, struct import_client *row, int64_t row_hash, int64_t *id);

/*
 * The therapists and services the rows need and the practice lacks: listed, and made when
 * allowed.
 */
MUST_CHECK enum err import_missing(struct run *r, const struct csv_row *row);
MUST_CHECK enum err import_make_missing(struct run *r);

#endif
