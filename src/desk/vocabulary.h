/* Words and flag rules inside a change of the practice that is under way. Private to desk. */
#ifndef DESK_VOCABULARY_H
#define DESK_VOCABULARY_H

#include <frontdesk/desk_health.h>

#include "fields.h"

MUST_CHECK enum err vocabulary_add_inside(
    struct desk *d, enum vocabulary_kind kind, int64_t *id, char *const *words, size_t n);
MUST_CHECK enum err flag_rule_add_inside(struct desk *d, int64_t *id, char *const *words, size_t n);
/*
 * The rows of a table in data/, each added. ERR_USAGE, ERR_REFUSED name table and line, and what
 * is wrong there.
 */
MUST_CHECK enum err vocabulary_table(struct desk *d, enum vocabulary_kind kind, const char *tsv);
MUST_CHECK enum err flag_rule_table(struct desk *d, const char *tsv);
/* A new word or rule of one's own: small letters, digits, hyphens between. ERR_USAGE. */
MUST_CHECK enum err value_small_code(const char *value, char **slot);

#endif
