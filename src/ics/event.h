/* What a VEVENT says of an appointment, by detail (calendar.md E11). Private to ics. */
#ifndef ICS_EVENT_H
#define ICS_EVENT_H

#include <frontdesk/ics.h>
#include <frontdesk/str.h>

/* Each adds to out; nothing when there is nothing to say. */
void ics_summary(struct str *out, const struct ics_options *o, const struct appt *a);
void ics_location(struct str *out, const struct ics_options *o, const struct appt *a);
void ics_description(struct str *out, const struct ics_options *o, const struct appt *a);

#endif
