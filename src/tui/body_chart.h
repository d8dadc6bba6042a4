/*
 * The chart of the body over the health form: what is typed is the notation of the places, the
 * cursor is on the spot. Where the chart has no room it is a list. HEALTH.
 */
#ifndef TUI_BODY_CHART_H
#define TUI_BODY_CHART_H

#include "intake_form.h"

/* What is marked goes into the form's field at once. */
void body_chart_push(struct intake_form *f);

#endif
