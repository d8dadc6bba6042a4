/* The sheets that are gathered from health. Private to desk. HEALTH. */
#ifndef DESK_SHEETS_H
#define DESK_SHEETS_H

#include <frontdesk/desk_file.h>

/* Those of the sessions of the book's day, o->therapist_id 0: of all; opens the records. */
MUST_CHECK enum err sheets_of_therapists(
    struct desk *d, const struct book *b, const struct roster_options *o, struct sheet_list *out);

#endif
