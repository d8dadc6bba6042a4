/* Finding the encoding of a table, and reading it with iconv(3). */
#include "csv_decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { PIECE = 4096 };

static const struct csv_encoding utf8 = {
    "UTF-8", NULL, "\xEF\xBB\xBF", 1, "a byte that is not UTF-8"};
static const struct csv_encoding utf16le = {
    "UTF-16", "UTF-16LE", "\xFF\xFE", 2, "a character that is not UTF-16"};
static const struct csv_encoding utf16be = {
    "UTF-16", "UTF-16BE", "\xFE\xFF", 2, "a character that is not UTF-16"};
static const struct csv_encoding windows1252 = {
    "Windows-1252", "CP1252", "", 1, "a byte that is not Windows-1252"};

/* Whether it is UTF-8 as a whole, or means to be and is damaged here and there. */
static bool
looks_like_utf8(const char *bytes, size_t n)
{
	bool bad = false, multibyte = false;
	uint32_t cp;

	for (size_t at = 0; at < n;) {
		size_t took = text_decode(bytes + at, n - at, &cp);

		multibyte |= took > 1;
		bad |= took == 1 && cp == 0xFFFD;
		at += took;
	}
	return !bad || multibyte;
}

/* *bom = the length of its mark at the beginning. */
static const struct csv_encoding *
find_encoding(const char *bytes, size_t n, size_t *bom)
{
	static const struct csv_encoding *const marked[] = {&utf8, &utf16le, &utf16be};

	for (size_t i = 0; i < array_size(marked); i++) {
		*bom = strlen(marked[i]->bom);
		if (n >= *bom && memcmp(bytes, marked[i]->bom, *bom) == 0)
			return marked[i];
	}
	*bom = 0;
	return looks_like_utf8(bytes, n) ? &utf8 : &windows1252;
}

static enum err
convert(struct str *out, const struct csv_encoding *e, const char *bytes, size_t left)
{
	iconv_t cd = iconv_open("UTF-8", e->iconv);
	char *in = (char *)bytes; /* iconv(3) only reads it */

	if (cd == (iconv_t)-1)
		return err_set(ERR_FAILED, "this system cannot read %s", e->name);
	while (left > 0) {
		char piece[PIECE], *to = piece;
		size_t room = sizeof(piece);
		bool read = iconv(cd, &in, &left, &to, &room) != (size_t)-1 || errno == E2BIG;
		size_t skip = left < e->unit ? left : e->unit;

		str_addn(out, piece, (size_t)(to - piece));
		if (read)
			continue;
		str_addc(out, '\xFF'); /* never a byte of UTF-8 */
		in += skip;
		left -= skip;
	}
	(void)iconv_close(cd);
	return ERR_OK;
}

enum err
csv_decode(struct str *out, const char *bytes, size_t n, const struct csv_encoding **encoding)
{
	size_t bom;
	const struct csv_encoding *e = find_encoding(bytes, n, &bom);

	*encoding = e;
	if (e->iconv != NULL)
		return convert(out, e, bytes + bom, n - bom);
	str_addn(out, bytes + bom, n - bom);
	return ERR_OK;
}
