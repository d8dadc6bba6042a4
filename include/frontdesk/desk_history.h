/* Taking back, doing again, and the safe copy (design: store.md, Undo, Backup). */
#ifndef FRONTDESK_DESK_HISTORY_H
#define FRONTDESK_DESK_HISTORY_H

#include <frontdesk/desk.h>

/*
 * Takes back this person's newest step, or does again the one taken back last. *label (owned by
 * the caller) says which.
 */
/* What was set up the owner alone takes back: ERR_REFUSED. */
MUST_CHECK enum err desk_undo(struct desk *d, char **label);
MUST_CHECK enum err desk_redo(struct desk *d, char **label);
/* Writes a verified copy. */
MUST_CHECK enum err desk_backup(struct desk *d, const char *path, struct backup *out);

#endif
