/* A dialog's draft: what is in it, and what it is called among the parked ones. */
#ifndef TUI_DIALOG_DRAFT_H
#define TUI_DIALOG_DRAFT_H

#include "dialog.h"

/* The view's ops of the same names. */
bool dialog_keep(struct view *v);
bool dialog_mine(const struct view *v);
void dialog_label(const struct view *v, struct str *out);
void dialog_discard(struct view *v);

#endif
