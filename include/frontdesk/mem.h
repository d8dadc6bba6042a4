/*
 * Memory that never fails (it aborts: outside a transaction nothing is half-written), and lists.
 * A list is any struct with the members `v`, `n` and `cap`; a zeroed one is empty.
 */
#ifndef FRONTDESK_MEM_H
#define FRONTDESK_MEM_H

#include <stddef.h>

void *xcalloc(size_t n, size_t size);
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);
/* Frees *slot and puts a copy of s (NULL stays NULL) there. */
void xstrset(char **slot, const char *s);

/* Room for one more element in an array of n; returns the array, which may have moved. */
void *list_room(void *v, size_t n, size_t *cap, size_t size);

/* The address of a new element at the end of the list; its bytes are zero. */
#define list_push(l) \
	((l)->v = list_room((l)->v, (l)->n, &(l)->cap, sizeof(*(l)->v)), &(l)->v[(l)->n++])

#define array_size(a) (sizeof(a) / sizeof((a)[0]))

#endif
