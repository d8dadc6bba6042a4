/* FIELD=VALUE words, set one by one on a record of the practice. Private to desk. */
#ifndef DESK_FIELDS_H
#define DESK_FIELDS_H

#include <frontdesk/desk.h>

struct field {
	const char *name;
	enum err (*set)(struct desk *d, void *record, const char *value); /* value is clean */
};

/* ERR_USAGE names an unknown field and lists the known ones. */
MUST_CHECK enum err fields_set(struct desk *d, const struct field *table, size_t n, void *record,
    char *const *words, size_t count);

/* Values. ERR_USAGE names the value and what would be right. */
MUST_CHECK enum err value_number(const char *value, int low, int high, int *out);
MUST_CHECK enum err value_yes(const char *value, bool *out);
/* "a, b,c" as words, each cleaned; an empty text is no word. */
void value_words(const char *value, struct words *out);

#endif
