/* Taking back, doing again, and the safe copy (design: store.md, Undo, Backup). */
#ifndef FRONTDESK_DESK_HISTORY_H
#define FRONTDESK_DESK_HISTORY_H

#include <frontdesk/desk.h>
#include <frontdesk/str.h>

/*
 * Takes back this person's newest step, or does again the one taken back last. *label (owned by
 * the caller) says which.
 */
/* What was set up the owner alone takes back: ERR_REFUSED. */
MUST_CHECK enum err desk_undo(struct desk *d, char **label);
MUST_CHECK enum err desk_redo(struct desk *d, char **label);
/*
 * Once a day of the practice, by whichever desk asks first: proves that nothing is booked twice
 * (store.md, "No double booking"), and notes in the log that it did. *found (owned) is what to
 * say; NULL: all is well, or it was done today.
 */
#define DESK_RECORD_CHECK "check" /* its record in the audit */
MUST_CHECK enum err desk_daily_check(struct desk *d, char **found);
/* Writes a verified copy. */
MUST_CHECK enum err desk_backup(struct desk *d, const char *path, struct backup *out);

/* The name of a copy made now in a folder: "/srv/backup/practice-2026-11-23-0900.db". */
MUST_CHECK enum err desk_backup_name(const struct desk *d, const char *folder, struct str *out);
/*
 * Of the copies that were made by such names in the folder of `newest`, removes those whose time is
 * over (generation.h). Whatever else lies there is left alone, and so is a copy that is not as it
 * was made.
 */
struct rotation {
	size_t kept;
	struct words removed; /* paths */
	struct words left; /* sentences: whose time is over, but could not be removed */
};
void rotation_release(struct rotation *r);
MUST_CHECK enum err desk_backup_rotate(struct desk *d, const char *newest, struct rotation *out);

#endif
