#include <frontdesk/mem.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LIST_FIRST = 8 };

static void *
sure(void *p)
{
	if (p == NULL)
		abort();
	return p;
}

void *
xcalloc(size_t n, size_t size)
{
	/* Asking for nothing may give NULL, which is no failure. */
	return n == 0 || size == 0 ? sure(calloc(1, 1)) : sure(calloc(n, size));
}

void *
xrealloc(void *p, size_t size)
{
	return sure(realloc(p, size == 0 ? 1 : size));
}

char *
xstrdup(const char *s)
{
	return sure(strdup(s));
}

char *
xstrndup(const char *s, size_t n)
{
	return sure(strndup(s, n));
}

void
xstrset(char **slot, const char *s)
{
	/* Copied first: s may lie within the old text. */
	char *copy = s == NULL ? NULL : xstrdup(s);

	free(*slot);
	*slot = copy;
}

void *
list_room(void *v, size_t n, size_t *cap, size_t size)
{
	if (n >= *cap) {
		size_t more = *cap < LIST_FIRST ? LIST_FIRST : *cap * 2;

		if (more < *cap || more > SIZE_MAX / size)
			abort();
		v = xrealloc(v, more * size);
		*cap = more;
	}
	memset((char *)v + n * size, 0, size);
	return v;
}
