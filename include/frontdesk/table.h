/*
 * Tables of others in, tables of ours out. In: CSV or TSV in the habits of real exports. Out: TSV and
 * JSON (design: commands.md, --format).
 */
#ifndef FRONTDESK_TABLE_H
#define FRONTDESK_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <frontdesk/err.h>
#include <frontdesk/str.h>

/* --- In -------------------------------------------------------------------------------------- */

struct csv;

struct csv_row {
	char **v; /* UTF-8 cells, owned by the reader, valid until the next row; cleaned of nothing */
	size_t n;
	long line; /* of the file, where the row begins; the header is line 1 */
	const char *fault; /* why it cannot be used ("a byte that is not UTF-8", "an open quote"); NULL = good */
};

enum { CSV_FILE_MAX = 64 << 20, CSV_CELL_MAX = 1 << 16 };
/*
 * Reads all of `in` (at most CSV_FILE_MAX bytes), finds encoding and separator, and takes the first
 * row as the header. Encodings: a BOM decides; else UTF-8 when all is valid or some of it is
 * multi-byte UTF-8 (then bad rows get a fault); else Windows-1252. Separators: , ; tab, whichever the
 * header has most of outside quotes. RFC 4180 quotes; CRLF, LF and CR end a row; blank lines are
 * passed over. An open quote at the end faults only the row in which it opens: what follows it is read
 * again line by line. ERR_USAGE: empty, too large, no header, NUL in a UTF-8 header.
 */
MUST_CHECK enum err csv_open(struct csv **out, FILE *in);
const struct csv_row *csv_header(const struct csv *c);
/* "UTF-8", "UTF-16", "Windows-1252" */
const char *csv_encoding(const struct csv *c);
/* The next row; false at the end. */
bool csv_next(struct csv *c, struct csv_row *row);
void csv_close(struct csv *c);

/* --- Out ------------------------------------------------------------------------------------- */

enum table_format { TABLE_TEXT, TABLE_TSV, TABLE_JSON };

/*
 * One table going out. TSV: a header line; tab, newline and backslash escaped as \t \n \\; empty = empty.
 * JSON: an array of objects, one a line; empty = null; numbers bare. TEXT: columns aligned by width,
 * cut to `columns` (0 = as wide as needed), two blanks between, numbers to the right; needs all rows
 * before it prints, so it keeps them until table_end().
 */
struct table;

enum table_kind { TABLE_STRING, TABLE_NUMBER };
struct table_column {
	const char *name; /* field name */
	const char *title; /* heading in TEXT; NULL: not shown there */
	enum table_kind kind;
};
struct table *table_new(FILE *out, enum table_format format, const struct table_column *columns,
    size_t n, int width);
/* Cells of a row in the order of the columns; after the last one the row is complete. */
void table_text(struct table *t, const char *v); /* NULL or "" = empty */
void table_number(struct table *t, int64_t v);
void table_empty(struct table *t);
/* Ends the table and frees it. ERR_FAILED: a write failed. */
MUST_CHECK enum err table_end(struct table *t);

#endif
