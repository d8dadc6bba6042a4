/* Tables of FIELD=VALUE rows that ship with the program, or are given to init. Private to desk. */
#ifndef DESK_LOAD_H
#define DESK_LOAD_H

#include <frontdesk/desk.h>

struct load {
	const char *name; /* what is said of it: "services, line 7: …" */
	const char *const *needed; /* columns there must be */
	size_t needed_n;
	/* A row; empty cells are left out. */
	enum err (*row)(struct desk *d, void *arg, char *const *words, size_t n);
	void *arg;
};
/*
 * A header of field names, tabs or commas between; lines that begin with "#" are passed over.
 * Stops at the first row that is not right: the sentence names table and line.
 */
MUST_CHECK enum err load_table(struct desk *d, const struct load *l, const char *text);
/* The text of a table in data/; "" when there is none of that name. */
const char *load_shipped(const char *name);

#endif
