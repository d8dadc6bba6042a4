/* A growing string, always ended by NUL once something was added. A zeroed one is empty. */
#ifndef FRONTDESK_STR_H
#define FRONTDESK_STR_H

#include <stdarg.h>
#include <stddef.h>

#include <frontdesk/err.h>

struct str {
	char *v; /* owned; NULL while nothing was ever added: read through str_text() */
	size_t n; /* bytes, without the NUL */
	size_t cap;
};

void str_add(struct str *s, const char *text);
void str_addn(struct str *s, const char *bytes, size_t n);
void str_addc(struct str *s, char c);
void str_addf(struct str *s, const char *fmt, ...) PRINTF_LIKE(2, 3);
void str_addv(struct str *s, const char *fmt, va_list ap) PRINTF_LIKE(2, 0);
/* Keeps the first n bytes; nothing happens when there are no more. */
void str_cut(struct str *s, size_t n);
/* The text; "" when empty. Valid until the next change. */
const char *str_text(const struct str *s);
/* Hands the text over to the caller, who frees it; the string is empty afterwards. */
char *str_take(struct str *s);
/* s, or "" for NULL. */
const char *str_or_empty(const char *s);
void str_clear(struct str *s);
void str_release(struct str *s);

#endif
