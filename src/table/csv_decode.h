/* Bytes of a table in any encoding we know, as UTF-8. */
#ifndef CSV_DECODE_H
#define CSV_DECODE_H

#include <stddef.h>

#include <frontdesk/err.h>
#include <frontdesk/str.h>

struct csv_encoding {
	const char *name; /* as csv_encoding() tells it */
	const char *iconv; /* its name for iconv(3) */
	const char *bom;
	size_t unit; /* bytes to pass over when one cannot be read */
	const char *fault; /* of a row that has such bytes */
};

/*
 * Adds the text to *out. What cannot be read is left as bytes that are not UTF-8, so that the row
 * is at fault and not the file. ERR_FAILED: the system lacks the encoding.
 */
MUST_CHECK enum err csv_decode(
    struct str *out, const char *bytes, size_t n, const struct csv_encoding **encoding);

#endif
