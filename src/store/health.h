/* What the files about health share. */
#ifndef STORE_HEALTH_H
#define STORE_HEALTH_H

#include <frontdesk/store_health.h>

#include "records.h"

/* NULL in the file is `none` here. */
int health_number(struct stmt *st, const char *column, int none);
void health_bind_number(struct stmt *st, const char *name, int v, int none);
/* A word of a closed list by its place; one we do not know can only come from a damaged file. */
size_t health_word(struct stmt *st, const char *column, const char *(*word)(size_t), size_t n);

/* A version's row, and its answers, in the order of the form. */
void intake_read(struct stmt *st, struct intake *in);
MUST_CHECK enum err intake_read_answers(struct store *s, struct intake *in);
/* Appends a version as it is, by the person of the step. */
MUST_CHECK enum err intake_append(struct store *s, struct intake *in);

#endif
