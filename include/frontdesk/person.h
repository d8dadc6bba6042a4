/*
 * The persons who work with the program, and what they may do (design: desk.md 7). The login says
 * who acts; on a login that several share, whoever signed in by PIN. Without active persons nobody
 * is asked for anything.
 */
#ifndef FRONTDESK_PERSON_H
#define FRONTDESK_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include <frontdesk/err.h>

/* X(ID, word, what it may do) */
#define PERSON_ROLE_LIST(X) \
	X(OWNER, "owner", "everything, setting up too") \
	X(DESK, "desk", "all but setting up") \
	X(THERAPIST, "therapist", "all but setting up") \
	X(READER, "read-only", "look, and change nothing")
enum person_role {
#define X(id, word, help) PERSON_##id,
	PERSON_ROLE_LIST(X)
#undef X
	    PERSON_ROLE_COUNT
};
const char *person_role_word(enum person_role r);
/* ERR_USAGE lists what there is. */
MUST_CHECK enum err person_role_find(const char *word, enum person_role *out);

struct person {
	int64_t id;
	int rev;
	char *login, *name; /* owned; the login is unique */
	enum person_role role;
	int64_t therapist_id; /* 0 = none */
	bool has_pin; /* the hash stays in the file */
	bool active;
};
void person_release(struct person *p);

/* --- PINs ------------------------------------------------------------------------------------ */

enum { PIN_LEAST = 4, PIN_MOST = 12, PIN_HASH_SIZE = 384 };
/* ERR_USAGE: not 4 to 12 digits. The sentence does not repeat it. */
MUST_CHECK enum err pin_check(const char *pin);
/* The crypt(3) hash (yescrypt) with a salt of its own. */
MUST_CHECK enum err pin_hash(const char *pin, char out[static PIN_HASH_SIZE]);
/* Takes some hundredths of a second, always; an empty hash matches nothing. */
bool pin_matches(const char *pin, const char *hash);

#endif
