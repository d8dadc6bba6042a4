/* Lines to tell a person, each in its role. A zeroed one is empty. */
#ifndef TUI_LINES_H
#define TUI_LINES_H

#include <stdbool.h>

#include <frontdesk/err.h>
#include <frontdesk/schedule.h>

#include "theme.h"

struct lines {
	struct said {
		char *text; /* owned */
		enum role role;
	} * v;
	size_t n, cap;
};
void lines_clear(struct lines *l);
void lines_release(struct lines *l);
void lines_add(struct lines *l, enum role role, const char *fmt, ...) PRINTF_LIKE(3, 4);
/* Each finding a line: hard ones as problems, soft ones and alerts as cautions. */
void lines_add_findings(struct lines *l, const struct findings *f);
/* Whether every word of the filter (folded, blank separated) stands somewhere in the line. */
bool lines_fit(const char *filter, const char *line);
void lines_add_all(struct lines *l, const struct lines *more);
/* How many bytes of s stand in a line of so many columns (>= 2), cut at a blank where there is one.
 */
size_t lines_break(const char *s, int columns);

#endif
