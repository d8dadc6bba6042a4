/*
 * Back pain, asked in a few keys over the health form: cause, onset, where, how bad, pressure, red
 * flags; each a question with numbered answers. What is picked goes into the form. HEALTH.
 */
#ifndef TUI_BACK_PAIN_H
#define TUI_BACK_PAIN_H

#include "intake_form.h"

void back_pain_push(struct intake_form *f);

#endif
