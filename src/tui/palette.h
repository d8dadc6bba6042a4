/* The `:` prompt: commands by their names, with what they take. */
#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "app.h"

/* Under the prompt: the commands that begin so, with their keys; or what the command takes. */
void palette_echo(const struct app *a, struct lines *out);
/* Tab: completes the name, or the last word behind it, as far as it is certain. */
void palette_complete(struct app *a);
/* Enter: ":go to fri" is the command, then "fri" for the prompt or dialog it opens. */
void palette_run(struct app *a, const char *text);
/* The prompt was closed: a booking in words is parked, half typed as it is. */
void palette_park(struct app *a, const char *text);

#endif
