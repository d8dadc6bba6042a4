/*
 * Texts compared with a file of the tree. With FRONTDESK_GOLDEN=write in the environment
 * (`make golden`) the file is written anew instead. Include it after tap.h.
 */
#ifndef GOLDEN_H
#define GOLDEN_H

#include <frontdesk/str.h>

static inline char *
golden_read(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct str text = {0};
	char block[4096];
	size_t n;

	if (f == NULL)
		return NULL;
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		str_addn(&text, block, n);
	(void)fclose(f);
	return str_take(&text);
}

static inline void
golden_write(const char *path, const char *text)
{
	FILE *f = fopen(path, "wb");

	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0)
		abort();
}

/* An assertion. path: from the top of the tree. */
static inline void
is_golden(const char *got, const char *path)
{
	const char *mode = getenv("FRONTDESK_GOLDEN");
	char *want;

	if (got != NULL && mode != NULL && strcmp(mode, "write") == 0)
		golden_write(path, got);
	want = golden_read(path);
	is_str(got, want, "as in %s", path);
	free(want);
}

#endif
