/* What the files about records share: days and times in columns, saving by rev, search keys. */
#ifndef STORE_RECORDS_H
#define STORE_RECORDS_H

#include <frontdesk/str.h>

#include "store_private.h"

/* NULL in the file is CIVIL_DAY_NONE and CIVIL_NONE here. */
civil_day record_day(struct stmt *st, const char *column);
void record_bind_day(struct stmt *st, const char *name, civil_day day);
civil_min record_min(struct stmt *st, const char *column);
void record_bind_min(struct stmt *st, const char *name, civil_min m);

/* 'F' is "F", 0 is "". */
void record_bind_letter(struct stmt *st, const char *name, char c);

/* A random UUID (RFC 9562, version 4), or what the step gives for one. */
MUST_CHECK enum err record_uid(const struct store *s, unsigned char uid[static 16]);

/* Binds :who and :at, and of a record that exists :id and :rev too. */
void record_bind(struct stmt *st, int64_t id, int rev);
/*
 * Ends a statement that looks for others with this code (:code, :id). Codes and logins are typed
 * without minding capitals, so no two differ by them alone: ERR_REFUSED names who has it.
 */
MUST_CHECK enum err record_code_free(struct stmt *st, const char *code, int64_t id);
/*
 * Nothing was changed because id and rev did not fit: someone else was faster (ERR_BUSY: who, and
 * how long ago, as the statement `changed` tells) or there is no such record (ERR_NOT_FOUND names
 * `what`).
 */
enum err record_stale(struct store *s, enum stmt_id changed, const char *what, int64_t id);
/* Ends an INSERT or UPDATE … RETURNING id, rev; no row is record_stale(). */
MUST_CHECK enum err record_saved(
    struct stmt *st, enum stmt_id changed, const char *what, int64_t *id, int *rev);
/* Ends the reading of one record; not found: ERR_NOT_FOUND, "no WHAT #12". */
MUST_CHECK enum err record_end(struct stmt *st, bool found, const char *what, int64_t id);
/* Runs a statement that needs nothing but :id. */
MUST_CHECK enum err record_run(struct store *s, enum stmt_id statement, int64_t id);

/* Rows of the statements that select a whole record. */
void appt_read(struct stmt *st, struct appt *a);
/* Of those that select what time an appointment takes: the rest is 0. */
void appt_read_taken(struct stmt *st, struct appt *a);
enum client_state client_read_state(struct stmt *st);

/* The practice's words and flag rules, in their order. */
MUST_CHECK enum err words_read(struct store *s, struct practice *p);

/* The minute from which no-shows count. */
civil_min record_year_ago(civil_min now);

/* Makes the words a client is found by; after every change of it. */
MUST_CHECK enum err client_index(struct store *s, const struct client *c, int country);
/*
 * The same from what stands in the file: after undo has touched a client, a former name or, for
 * all of them, the setting phone_country.
 */
MUST_CHECK enum err store_client_reindex(struct store *s, int64_t client_id);
MUST_CHECK enum err store_clients_reindex(struct store *s);

/* Adds the keys of that kind, all names, that are one slip from the word; of a short word none. */
MUST_CHECK enum err client_near(
    struct store *s, enum client_key_kind kind, const char *word, struct words *out);

/* Adds "4 s", "12 min", "3 h", "2 d". */
void record_age(struct str *out, int64_t seconds);

#endif
