/*
 * Back pain, asked in a few keys: cause, onset, where, how bad, pressure, red flags; each a
 * question with numbered answers. What is picked goes into the dialog under it at once. HEALTH.
 */
#ifndef TUI_BACK_PAIN_H
#define TUI_BACK_PAIN_H

#include "intake_form.h"

/* Into the fields of the health form. */
void back_pain_push(struct intake_form *f);
/* Into a field of what a caller says: "!lift !lb7". */
void back_pain_push_heard(struct dialog *d, size_t field);

#endif
