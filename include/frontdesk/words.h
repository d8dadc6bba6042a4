/* Two little lists that records have: words (skills), and ids of other records. */
#ifndef FRONTDESK_WORDS_H
#define FRONTDESK_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Words in a fixed order, each once: skills. */
struct words {
	char **v; /* owned */
	size_t n, cap;
};
bool words_has(const struct words *w, const char *word); /* by search key */
bool words_add(struct words *w, const char *word); /* false: was there */
void words_release(struct words *w);

struct ids {
	int64_t *v;
	size_t n, cap;
};
bool ids_has(const struct ids *l, int64_t id);
void ids_release(struct ids *l);

#endif
