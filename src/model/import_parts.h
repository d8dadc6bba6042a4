/* What the files of the import share. */
#ifndef IMPORT_PARTS_H
#define IMPORT_PARTS_H

#include <frontdesk/import.h>

/* Whether 3/4 is the fourth of March in this file. */
bool import_reads_month_first(const struct import_map *m, const struct practice *p);
/*
 * Adds the cell of a field as one clean line, blanks single; returns whether something unprintable
 * was taken out.
 */
bool import_cell(const struct import_map *m, char *const *cells, size_t n, enum import_field field,
    struct str *out);
/* Adds a remark on what a row leaves out or changes: "left out: phone n/a". */
void import_drop(char **dropped, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* The client of a row, whose external id may be in the row or must be made. */
MUST_CHECK enum err import_person(const struct import_map *m, char *const *cells, size_t n,
    const struct practice *p, bool own_id, struct import_client *out);

/*
 * A date, and a time behind it: *minute = -1 when there is none. month_first decides only where
 * both orders make a date. False: it is not one.
 */
bool import_moment(const char *text, bool month_first, civil_day *day, int *minute);
bool import_time(const char *text, int *minute);
/* 1: a date that must have its month first; -1: its day; 0: it does not tell. */
int import_date_order(const char *text);

/* Cuts minutes off the end of a service's name ("Hot Stone 75"); returns them, 0 = none. */
int import_cut_minutes(struct str *name);

#endif
