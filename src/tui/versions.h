/* What a client told before, version by version, and what changed from one to the next. HEALTH. */
#ifndef TUI_VERSIONS_H
#define TUI_VERSIONS_H

#include <frontdesk/desk_health.h>

#include "lines.h"
#include "scroll.h"

struct versions {
	struct lines lines; /* each version, under it what it changed */
	struct scroll list; /* over the lines as they are broken */
};
void versions_release(struct versions *s);
/* Reads them anew, behind what the lines say already. */
MUST_CHECK enum err versions_read(struct versions *s, struct desk *d, int64_t client_id);
/* Goes along in a box of so many rows and columns inside. */
void versions_scroll(struct versions *s, enum cmd c, int rows, int columns);
/* The selected line. */
void versions_focus(const struct versions *s, int columns, struct str *out);
void versions_draw(
    const struct versions *s, struct canvas *c, int row, int column, int rows, int columns);

#endif
