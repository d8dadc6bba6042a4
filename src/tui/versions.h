/* What a client told before, version by version, and what changed from one to the next. HEALTH. */
#ifndef TUI_VERSIONS_H
#define TUI_VERSIONS_H

#include "intake_form.h"

/* Over the form, which stays under it. */
void versions_push(const struct intake_form *f);

#endif
