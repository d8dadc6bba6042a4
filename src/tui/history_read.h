/* What the history shows: rows of the audit that fit a filter, read back from the newest. */
#ifndef TUI_HISTORY_READ_H
#define TUI_HISTORY_READ_H

#include <frontdesk/desk.h>

#include "view.h"

struct entry {
	int64_t id, at, record_id;
	char *who, *desk, *action, *record, *old, *new_, *reason; /* owned */
};
struct entries {
	struct entry *v;
	size_t n, cap;
	int64_t oldest; /* the last row that was looked at; 0 = none yet */
	bool ended; /* there is none before it */
};
void entries_release(struct entries *l);
/* The next reading begins at the newest. */
void entries_clear(struct entries *l);
/* Reads some hundred rows further back. record NULL: all the practice. */
MUST_CHECK enum err entries_more(
    struct entries *l, const struct desk *d, const struct subject *subject, const char *filter);
/* "Mon 23 Nov 2026 09:00 rita     Arrived 10:30 O'Brien" */
void entry_say(
    const struct desk *d, int64_t at, const char *who, const char *action, struct str *out);

#endif
