/* What the sheets that hold health share. Private to paper. HEALTH. */
#ifndef PAPER_HEALTH_PRIVATE_H
#define PAPER_HEALTH_PRIVATE_H

#include <frontdesk/paper_health.h>

#include "layout.h"

/* The block goes on with the body, and lines of text beside it, folded to their room. */
void sheet_chart(struct sheet *s, const struct region_list *regions, const char *beside);
/* What its marks mean, in two lines. */
void chart_legend(struct str *out);

#endif
