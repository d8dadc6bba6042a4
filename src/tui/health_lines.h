/*
 * What the desk is to know of a client's health, on a card that was opened for it: flags with their
 * prompts, what the client likes, the places, and how it went. HEALTH: never on a screen of several
 * clients, but the two of a couple's appointment.
 */
#ifndef TUI_HEALTH_LINES_H
#define TUI_HEALTH_LINES_H

#include <frontdesk/desk_health.h>

#include "lines.h"

/* That an imported note of the client waits, if one does; to who may read it with the key. */
MUST_CHECK enum err note_waits(struct desk *d, int64_t client_id, struct str *out);

struct health_lines {
	struct lines says; /* the gravest first */
	struct lines trend; /* of pain, a line a visit */
};
void health_lines_release(struct health_lines *h);
/*
 * Reads those of a client anew, so wide. beside: columns of the trend, if there is one, beside the
 * rest, with two between; 0 = it stands under it. The audit says who did.
 */
void health_lines_load(
    struct health_lines *h, struct desk *d, int64_t client_id, int columns, int beside);

#endif
