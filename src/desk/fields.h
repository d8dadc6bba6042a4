/* FIELD=VALUE words, set one by one on a record of the practice. Private to desk. */
#ifndef DESK_FIELDS_H
#define DESK_FIELDS_H

#include <frontdesk/desk.h>

struct field {
	const char *name;
	enum err (*set)(struct desk *d, void *record, const char *value); /* value is clean */
	void (*say)(const struct desk *d, const void *record, struct str *out); /* as typed */
};

/* ERR_USAGE names an unknown field and lists the known ones. */
MUST_CHECK enum err fields_set(struct desk *d, const struct field *table, size_t n, void *record,
    char *const *words, size_t count);

/* Values. ERR_USAGE names the value and what would be right. */
MUST_CHECK enum err value_number(const char *value, int low, int high, int *out);
MUST_CHECK enum err value_yes(const char *value, bool *out);
/* One word, with digits or without. */
MUST_CHECK enum err value_word(const char *value, bool digits, char **slot);
/*
 * A code that is typed in a line; a service's without digits, because minutes are typed right
 * behind it. ERR_REFUSED: practice_code_free(); the code that the record has stays its own.
 */
MUST_CHECK enum err value_code(
    const struct desk *d, const char *value, enum code_kind kind, int64_t id, char **slot);
MUST_CHECK enum err value_name(const char *value, char **slot);
/* "a, b,c" as words, each cleaned; an empty text is no word. */
void value_words(const char *value, struct words *out);
/* "a,b,c" */
void say_words(const struct words *w, struct str *out);

/* "60=95,90=130": calls fn for each pair until it fails. */
MUST_CHECK enum err value_pairs(
    const char *value, enum err (*fn)(void *arg, const char *left, const char *right), void *arg);

/*
 * A change of the practice: the lock, then a fresh snapshot. It may be edited in place;
 * desk_setup_end() reads it again.
 */
MUST_CHECK enum err desk_setup_begin(struct desk *d, const struct store_step *step);
MUST_CHECK enum err desk_setup_end(struct desk *d, enum err e);
/*
 * Whoever sets persons up must not lock everybody out: ERR_REFUSED when no owner is left who can
 * sign in. Reads the practice again, inside the change.
 */
MUST_CHECK enum err desk_owner_left(struct desk *d);
/* "Added room Blue" */
void desk_setup_label(struct desk *d, const char *verb, const char *what, const char *name);

/* desk_service_save() without its transaction. */
MUST_CHECK enum err service_save_inside(struct desk *d, int64_t *id, char *const *words, size_t n);
/*
 * The services of a table (services.tsv: a header of field names), inside a change of the
 * practice.
 */
MUST_CHECK enum err desk_services_load(struct desk *d, const char *tsv);
/* A new file with settings and services, the desk open on it; on error nothing is left behind. */
MUST_CHECK enum err desk_create(struct desk *d, const struct desk_options *o, const char *name,
    const char *zone, const char *services);
/* Closes a desk and removes its file: a creation that failed. */
void desk_remove(struct desk *d);

#endif
