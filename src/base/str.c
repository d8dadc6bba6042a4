#include <frontdesk/str.h>

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

enum { STR_FIRST = 32 };

/* Room for more bytes and the NUL. */
static void
reserve(struct str *s, size_t more)
{
	size_t need, cap;

	if (more > SIZE_MAX / 2 - s->n - 1)
		abort();
	need = s->n + more + 1;
	if (need <= s->cap)
		return;
	cap = s->cap < STR_FIRST ? STR_FIRST : s->cap * 2;
	if (cap < need)
		cap = need;
	s->v = xrealloc(s->v, cap);
	s->cap = cap;
}

void
str_add(struct str *s, const char *text)
{
	str_addn(s, text, strlen(text));
}

void
str_addn(struct str *s, const char *bytes, size_t n)
{
	reserve(s, n);
	if (n > 0)
		memcpy(s->v + s->n, bytes, n);
	s->n += n;
	s->v[s->n] = '\0';
}

void
str_addc(struct str *s, char c)
{
	str_addn(s, &c, 1);
}

void
str_addf(struct str *s, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_addv(s, fmt, ap);
	va_end(ap);
}

void
str_addv(struct str *s, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	assert(n >= 0);
	reserve(s, (size_t)n);
	(void)vsnprintf(s->v + s->n, (size_t)n + 1, fmt, again);
	s->n += (size_t)n;
	va_end(again);
}

void
str_cut(struct str *s, size_t n)
{
	if (n >= s->n)
		return;
	s->n = n;
	s->v[n] = '\0';
}

const char *
str_text(const struct str *s)
{
	return s->v == NULL ? "" : s->v;
}

char *
str_take(struct str *s)
{
	char *text = s->v == NULL ? xstrdup("") : s->v;

	*s = (struct str){0};
	return text;
}

void
str_clear(struct str *s)
{
	str_cut(s, 0);
}

void
str_release(struct str *s)
{
	free(s->v);
	*s = (struct str){0};
}

const char *
str_or_empty(const char *s)
{
	return s != NULL ? s : "";
}
