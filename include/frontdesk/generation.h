/*
 * Which copies of the practice stay (design: store.md, Backup): damage may be found late, so that
 * the newest copies alone are not enough.
 */
#ifndef FRONTDESK_GENERATION_H
#define FRONTDESK_GENERATION_H

#include <stdbool.h>
#include <stddef.h>

#include <frontdesk/civil.h>

/* So many days, weeks (from Monday) and months that have a copy keep their newest. */
enum { GENERATION_DAYS = 7, GENERATION_WEEKS = 5, GENERATION_MONTHS = 12 };

/* day: of each copy, the newest first. keep[i]: it stays. */
void generations(const civil_day *day, bool *keep, size_t n);

#endif
