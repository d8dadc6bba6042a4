/*
 * Tables of others in, tables of ours out. In: CSV or TSV in the habits of real exports. Out: TSV
 * and JSON (design: commands.md, --format).
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
	/* UTF-8 cells, owned by the reader, valid until the next row; cleaned of nothing */
	char **v;
	size_t n;
	long line; /* of the file, where the row begins; the header is line 1 */
	/*
	 * why it cannot be used ("an open quote"); its cells are then not to be trusted; NULL =
	 * good
	 */
	const char *fault;
};

enum { CSV_FILE_MAX = 64 << 20, CSV_CELL_MAX = 1 << 16, CSV_CELLS_MAX = 1000 };
/*
 * Reads all of `in` (at most CSV_FILE_MAX bytes), finds encoding and separator, and takes the first
 * row as the header. Encodings: a BOM decides; else UTF-8 when all is valid or some of it is
 * multi-byte UTF-8; else Windows-1252. Separators: , ; tab, whichever the header has most of
 * outside quotes. Quotes as in RFC 4180; CRLF, LF and CR end a row; blank lines are passed over.
 * A row has a fault when it holds a byte that cannot be read, a NUL byte, a cell longer than
 * CSV_CELL_MAX, more than CSV_CELLS_MAX cells, or an open quote: one that never closes, or closes
 * in another line but not at the end of a cell. An open quote faults only the row in which it
 * opens; the lines it seemed to cover are read again, line by line. ERR_USAGE: empty, too large,
 * or a fault in the header. ERR_FAILED: not readable.
 */
MUST_CHECK enum err csv_open(struct csv **out, FILE *in);
const struct csv_row *csv_header(const struct csv *c);
/* "UTF-8", "UTF-16", "Windows-1252" */
const char *csv_encoding(const struct csv *c);
/* The next row; false at the end. */
bool csv_next(struct csv *c, struct csv_row *row);
/* Back to the first row behind the header. */
void csv_rewind(struct csv *c);
void csv_close(struct csv *c);

/* --- Out ------------------------------------------------------------------------------------- */

enum table_format { TABLE_TEXT, TABLE_TSV, TABLE_JSON };

/*
 * One table going out. In every format a value is made valid UTF-8, and no control character goes
 * out. TSV: a header line; tab, newline and backslash escaped as \t \n \\; empty = empty. JSON
 * (RFC 8259): an array of objects, one a line; empty = null; numbers bare. TEXT: a line of
 * titles, columns aligned by width, two blanks between, numbers to the right; nothing at all when
 * there are no rows. When it is wider than `width` (0 = as wide as needed), the widest columns
 * of TABLE_STRING are cut and those of TABLE_LIST go on in the next line. It needs all rows before
 * it prints, so it keeps them.
 */
struct table;

/* WHOLE: a text that is wrong when cut: a date, a phone, a code. LIST: parts with commas between.
 */
enum table_kind { TABLE_STRING, TABLE_WHOLE, TABLE_LIST, TABLE_NUMBER };
struct table_column {
	const char *name; /* field name */
	const char *title; /* heading in TEXT; NULL: not shown there */
	enum table_kind kind;
};
/* `columns` must stay until the end. */
struct table *table_new(
    FILE *out, enum table_format format, const struct table_column *columns, size_t n, int width);
/*
 * Cells of a row in the order of the columns; after the last one the row is complete. A text in a
 * column of numbers ("95.00") is bare in JSON when it is a number there.
 */
void table_text(struct table *t, const char *v); /* NULL or "" = empty */
void table_number(struct table *t, int64_t v);
void table_empty(struct table *t);
/* Ends the table and frees it; the last row must be complete. ERR_FAILED: a write failed. */
MUST_CHECK enum err table_end(struct table *t);

#endif
