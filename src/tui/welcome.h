/*
 * The first start: there is no file yet. The screens stand on a practice in memory (desk_in_memory)
 * until the person has said what is to be made; then the desk is opened on it. Leaving leaves
 * nothing behind.
 */
#ifndef TUI_WELCOME_H
#define TUI_WELCOME_H

#include "app.h"

/* o: where the file is to be; its texts outlive the app. zone: the system's, offered; or NULL. */
struct view *welcome_new(struct app *a, const struct desk_options *o, const char *zone);
/* A desk in memory to stand on. */
MUST_CHECK enum err welcome_desk(struct desk *d, const struct desk_options *o, const char *zone);

#endif
