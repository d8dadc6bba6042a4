/* The VTIMEZONE of a zone (RFC 5545 3.6.5; calendar.md E8). Private to ics. */
#ifndef ICS_VTIMEZONE_H
#define ICS_VTIMEZONE_H

#include <frontdesk/zone.h>

#include "write.h"

/*
 * Right for civil times in [from, until) and a day more. When one yearly rule covers them: one
 * STANDARD and one DAYLIGHT from 1970 on, which even readers that take the first of each
 * understand. Else what is in force at the beginning and every change, one by one.
 */
void ics_vtimezone(struct ics_writer *w, const struct zone *z, civil_min from, civil_min until);

#endif
