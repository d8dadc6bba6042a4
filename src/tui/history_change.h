/* What an audit row says was done, and what was before and after, in words for a person. */
#ifndef TUI_HISTORY_CHANGE_H
#define TUI_HISTORY_CHANGE_H

#include <frontdesk/desk.h>

#include "lines.h"

/*
 * Adds a line for each column: "Start: Mon 23 Nov 2026 09:00 → Tue 24 Nov 2026 10:00". old and new
 * as in struct audit.
 */
void history_changes(
    const struct desk *d, const char *arrow, const char *old, const char *new_, struct lines *out);

/*
 * Adds what was done to a record. While names are kept back, without whom it names: the verb, and
 * the appointment or client as they are now.
 */
void history_action(
    const struct desk *d, const char *action, const char *record, int64_t id, struct str *out);

#endif
