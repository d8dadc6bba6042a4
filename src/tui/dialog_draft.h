/* A dialog's draft: what is in it, and what it is called among the parked ones. */
#ifndef TUI_DIALOG_DRAFT_H
#define TUI_DIALOG_DRAFT_H

#include "dialog.h"

/* The view's ops of the same names. */
bool dialog_keep(struct view *v);
bool dialog_mine(const struct view *v);
void dialog_label(const struct view *v, struct str *out);
void dialog_discard(struct view *v);
bool dialog_is_shut(const struct view *v);
/* Every kind of dialog that has drafts; NULL ends them. A PIN has none, and at the first start
 * there is no practice yet that a draft could be of. */
extern const struct dialog_ops *const dialog_kinds[];

#endif
