#include <frontdesk/text.h>

#include <assert.h>
#include <string.h>

#include <utf8proc.h>

#include "width.h"

enum { REPLACEMENT = 0xFFFD };

size_t
text_decode(const char *s, size_t n, uint32_t *cp)
{
	utf8proc_int32_t c;
	/* The library wants a signed length, and never reads more than four bytes. */
	utf8proc_ssize_t took =
	    utf8proc_iterate((const utf8proc_uint8_t *)s, n < 4 ? (utf8proc_ssize_t)n : 4, &c);

	assert(n > 0);
	if (took <= 0) {
		*cp = REPLACEMENT;
		return 1;
	}
	*cp = (uint32_t)c;
	return (size_t)took;
}

void
text_encode(struct str *out, uint32_t cp)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_int32_t c = cp <= 0x10FFFF ? (utf8proc_int32_t)cp : REPLACEMENT;

	if (!utf8proc_codepoint_valid(c))
		c = REPLACEMENT;
	str_addn(out, (const char *)bytes, (size_t)utf8proc_encode_char(c, bytes));
}

bool
text_valid(const char *s, size_t n)
{
	size_t took;
	uint32_t cp;

	for (size_t at = 0; at < n; at += took) {
		took = text_decode(s + at, n - at, &cp);
		/* A bad byte takes one, the real U+FFFD three. */
		if (cp == REPLACEMENT && took == 1)
			return false;
	}
	return true;
}

int
codepoint_width(uint32_t cp)
{
	size_t low = 0, high = width_range_count;

	if (cp >= ' ' && cp <= '~')
		return 1;
	if (cp > 0x10FFFF)
		return -1;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct width_range *range = &width_ranges[mid];

		if (cp < range->first)
			high = mid;
		else if (cp > range->last)
			low = mid + 1;
		else
			return range->width;
	}
	return 1;
}

/* Columns of the first n bytes. */
static int
span_width(const char *s, size_t n)
{
	int columns = 0;
	uint32_t cp;

	for (size_t at = 0; at < n;) {
		int width;

		at += text_decode(s + at, n - at, &cp);
		width = codepoint_width(cp);
		columns += width < 0 ? 1 : width;
	}
	return columns;
}

int
text_width(const char *s)
{
	return span_width(s, strlen(s));
}

/* The end of the grapheme cluster that begins at `at`, in a text of n bytes. */
static size_t
cluster_end(const char *s, size_t n, size_t at)
{
	utf8proc_int32_t state = 0;
	uint32_t before, cp;

	if (at >= n)
		return n;
	at += text_decode(s + at, n - at, &before);
	while (at < n) {
		size_t took = text_decode(s + at, n - at, &cp);

		if (utf8proc_grapheme_break_stateful(
			(utf8proc_int32_t)before, (utf8proc_int32_t)cp, &state))
			break;
		before = cp;
		at += took;
	}
	return at;
}

size_t
text_fit(const char *s, int columns, int *used)
{
	size_t n = strlen(s), at = 0;
	int sum = 0;

	while (at < n) {
		size_t end = cluster_end(s, n, at);
		int width = span_width(s + at, end - at);

		if (sum + width > columns)
			break;
		sum += width;
		at = end;
	}
	if (used != NULL)
		*used = sum;
	return at;
}

void
text_pad(struct str *out, const char *s, int columns, enum text_align align)
{
	bool cut = text_width(s) > columns;
	int used;
	size_t n = text_fit(s, cut ? columns - 1 : columns, &used);
	int blanks = columns - used - cut;

	if (align == TEXT_RIGHT)
		str_addf(out, "%*s", blanks, "");
	str_addn(out, s, n);
	if (cut)
		str_add(out, "…");
	if (align == TEXT_LEFT)
		str_addf(out, "%*s", blanks, "");
}

size_t
text_next(const char *s, size_t at)
{
	return cluster_end(s, strlen(s), at);
}

size_t
text_prev(const char *s, size_t at)
{
	size_t n = strlen(s), from = 0, end;

	/* From the start, because flags come in pairs of letters that look alike. */
	while ((end = cluster_end(s, n, from)) < at && end < n)
		from = end;
	return from;
}

static bool
is_bidi_control(uint32_t cp)
{
	return cp == 0x061C || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
	    (cp >= 0x2066 && cp <= 0x2069);
}

static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp <= 0x9F);
}

static bool
is_line_end(uint32_t cp)
{
	return cp == '\n' || cp == '\r' || cp == 0x2028 || cp == 0x2029;
}

static bool
is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\n' ||
	    utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_ZS;
}

bool
text_clean(struct str *out, const char *s, size_t n, enum text_lines lines)
{
	size_t start = out->n, end = out->n, took;
	bool changed = false;
	uint32_t cp;

	for (size_t at = 0; at < n; at += took) {
		took = text_decode(s + at, n - at, &cp);
		changed |= cp == 0xFFFD && took == 1;
		if (cp == '\r' && at + 1 < n && s[at + 1] == '\n')
			continue;
		if (is_line_end(cp))
			cp = lines == TEXT_LINES ? '\n' : ' ';
		else if (cp == '\t')
			cp = ' ';
		else if (is_control(cp) || is_bidi_control(cp) || cp == 0xFEFF) {
			changed = true;
			continue;
		}
		if (is_blank(cp) && out->n == start)
			continue;
		text_encode(out, cp);
		if (!is_blank(cp))
			end = out->n;
	}
	str_cut(out, end);
	return changed;
}
