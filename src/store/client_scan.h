/*
 * Clients by the keys that a word begins, before they are ranked; private to the store's look-up.
 */
#ifndef STORE_CLIENT_SCAN_H
#define STORE_CLIENT_SCAN_H

#include "records.h"

/* One who may be shown; `order` is that of the keys. */
struct candidate {
	int64_t id;
	enum client_key_kind kind;
	size_t order;
	size_t fits; /* how many of the other words are known to fit */
	civil_min away; /* minutes between now and the nearest visit */
};
struct candidates {
	struct candidate *v;
	size_t n, cap;
	bool cut; /* a common word: there are more */
};

/* Where candidates stand in their list, by id: an open table, at most half full. */
struct places {
	size_t *v; /* owned; place + 1; 0 = nobody */
	size_t size; /* a power of two */
};

/* The kinds of keys that words are looked for in, the best first, and whether words of digits are.
 */
enum { CLIENT_SCAN_KINDS = 5 };
struct client_scan_kind {
	enum client_key_kind kind;
	bool digits;
};
extern const struct client_scan_kind client_scan_kinds[CLIENT_SCAN_KINDS];
/* Binds :kind and :word of a statement over keys that begin with it. */
void client_scan_bind(struct stmt *st, enum client_key_kind kind, const char *word);

/* How many keys begin with the word, counted up to a limit of each kind. */
MUST_CHECK enum err client_count_keys(
    struct store *s, const struct client_query_word *w, int64_t limit, size_t *out);

/* Which of those with a key that a word fits. */
struct client_scan {
	const char *other; /* a name that they must have as well; NULL = none */
	int64_t limit; /* of each kind; -1 = all */
	bool near; /* a name one slip from the word is as good */
};
/* Adds them, the best kind first, and some twice. */
MUST_CHECK enum err client_scan_word(struct store *s, const struct client_query_word *w,
    const struct client_scan *how, struct candidates *out);
/*
 * A client found by two keys is kept by the better one, which was read first. *p, owned by the
 * caller, is where they stand then.
 */
void candidates_drop_twins(struct candidates *c, struct places *p);
struct candidate *candidates_find(struct candidates *c, const struct places *p, int64_t id);
/*
 * Adds those whom all words fit, each once, in the order of their keys that the word at `word`
 * begins: when all are common, of two at least.
 */
MUST_CHECK enum err client_crowd(
    struct store *s, const struct client_query *q, size_t word, struct candidates *out);

#endif
