/*
 * Half-typed dialogs as files (design: store.md, Drafts): one a dialog, 0600, rewritten as someone
 * types, so that neither a hang-up nor kill -9 loses more than the key under way. The desk that has
 * one open holds a lock on it; another desk of the same login does not offer it.
 */
#ifndef TUI_DRAFT_H
#define TUI_DRAFT_H

#include <stdint.h>

#include <frontdesk/err.h>
#include <frontdesk/str.h>

struct draft_place {
	const char *folder; /* where drafts lie; made when needed; NULL = they are not kept */
	const char *practice; /* path of the practice's file: others have their own */
};

/* A zeroed one has no file. */
struct draft {
	char *path; /* owned; NULL = no file yet */
	int fd; /* open and locked while there is a path */
	struct str text; /* as it is in the file */
};

/* Makes the file say the text. When it says so already nothing is done. */
MUST_CHECK enum err draft_write(struct draft *d, const struct draft_place *p, const char *text);
/* Forgets the draft; the file stays, and is offered at the next start. */
void draft_close(struct draft *d);
/* The draft was saved or thrown away: the file goes. */
void draft_remove(struct draft *d);

/*
 * Every draft of the practice that no desk has open, the oldest first: `each` takes it over with
 * its text. Those older than DRAFT_DAYS, by now (UTC seconds), are removed.
 */
enum { DRAFT_DAYS = 7 };
void drafts_find(const struct draft_place *p, int64_t now,
    void (*each)(void *arg, struct draft *taken), void *arg);

#endif
