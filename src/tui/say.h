/* Sentences that more than one screen says. */
#ifndef TUI_SAY_H
#define TUI_SAY_H

#include <frontdesk/desk_booking.h>

#include "app.h"

/* Who it is: "Smith, Ada #12, born 1979, last visit Mon 26 Oct 2026". */
void say_client(const struct app *a, int64_t client_id, struct lines *out);
/* The free times nearest to a plan: "Free:  11:15  12:00  14:30 Mia". */
void say_free(const struct app *a, const struct plan *p, size_t most, struct lines *out);

#endif
