/* Reading tables of others, row by row. */
#include <frontdesk/table.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "csv_decode.h"

/* The cells of one row. */
struct cells {
	struct str text; /* one after the other, each ended by NUL */
	size_t *v, n, cap; /* where each begins in text */
	char **pointers; /* what the caller is shown */
	bool too_many;
};

struct csv {
	struct str text; /* all of the file, UTF-8 but for bytes that could not be read */
	size_t at; /* read up to here */
	long line; /* number of the line at `at` */
	char separator;
	const struct csv_encoding *encoding;
	/* Rows that begin before this are one line each: a quote was open from there to here. */
	size_t by_line_until;
	struct cells header_cells, row_cells;
	struct csv_row header;
};

static void
cells_clear(struct cells *l)
{
	str_clear(&l->text);
	l->n = 0;
	l->too_many = false;
}

static void
cells_release(struct cells *l)
{
	str_release(&l->text);
	free(l->v);
	free(l->pointers);
}

static void
cells_begin(struct cells *l)
{
	if (l->n < CSV_CELLS_MAX)
		*list_push(l) = l->text.n;
	else
		l->too_many = true;
}

static bool
ends_line(char c)
{
	return c == '\n' || c == '\r';
}

/* Moves over one line end, of any kind. */
static void
pass_line_end(struct csv *c)
{
	bool pair = c->text.v[c->at] == '\r' && c->text.v[c->at + 1] == '\n';

	c->at += pair ? 2 : 1;
}

/* The number of line ends between two places; the second is not between CR and LF. */
static long
count_lines(const char *s, size_t from, size_t until)
{
	long lines = 0;

	for (size_t i = from; i < until; i++)
		lines += s[i] == '\r' || (s[i] == '\n' && (i == from || s[i - 1] != '\r'));
	return lines;
}

/*
 * Takes a quoted text at c->at. False: the quote never closes, or closes in another line than it
 * opened and not at the end of a cell, or only after more than a cell may hold. Then it was not
 * meant to open anything, and the lines up to where that became clear are read one by one: so none
 * is looked at again and again.
 */
static bool
take_quoted(struct csv *c, struct str *out, bool one_line)
{
	const char *s = c->text.v;
	size_t n = c->text.n, before = out->n, at, line = c->at;
	bool spans = false;

	for (at = c->at + 1; at < n; at++) {
		if (ends_line(s[at])) {
			if (one_line)
				return false;
			spans = true;
			line = at + 1;
		} else if (s[at] == '"') {
			at++;
			if (at == n || s[at] != '"') {
				c->at = at;
				if (!spans || at == n || s[at] == c->separator || ends_line(s[at]))
					return true;
				break;
			}
		}
		str_addc(out, s[at]);
		if (spans && out->n - before > CSV_CELL_MAX)
			break;
	}
	c->by_line_until = at < n ? line : n;
	return false;
}

/*
 * Takes a row at c->at. Quotes open a cell only before *quotes_until. False: a quote does not
 * close; the new *quotes_until is the one to blame: the first that went over a line end, for it may
 * have turned inside out all that came after it.
 */
static bool
take_cells(struct csv *c, struct cells *row, bool one_line, size_t *quotes_until)
{
	const char *s = c->text.v;
	size_t to_blame = SIZE_MAX;

	for (;; c->at++) {
		size_t begin = c->at;

		cells_begin(row);
		if (begin < *quotes_until && s[begin] == '"') {
			bool closed = take_quoted(c, &row->text, one_line);

			if (to_blame == SIZE_MAX && (!closed || count_lines(s, begin, c->at) > 0))
				to_blame = begin;
			if (!closed) {
				*quotes_until = to_blame;
				return false;
			}
		}
		begin = c->at;
		while (c->at < c->text.n && s[c->at] != c->separator && !ends_line(s[c->at]))
			c->at++;
		str_addn(&row->text, s + begin, c->at - begin);
		str_addc(&row->text, '\0');
		if (c->at == c->text.n || s[c->at] != c->separator)
			return true;
	}
}

static bool
has_long_cell(const struct cells *row)
{
	for (size_t i = 0; i < row->n; i++) {
		size_t end = i + 1 < row->n ? row->v[i + 1] : row->text.n;

		if (end - row->v[i] > (size_t)CSV_CELL_MAX + 1)
			return true;
	}
	return false;
}

/* What is wrong with the row read from s[0..n). */
static const char *
find_fault(const struct csv *c, const struct cells *row, const char *s, size_t n)
{
	if (memchr(s, '\0', n) != NULL)
		return "a NUL byte";
	if (!text_valid(s, n))
		return c->encoding->fault;
	if (has_long_cell(row))
		return "a cell longer than 65,536 bytes";
	if (row->too_many)
		return "more than 1,000 cells";
	return NULL;
}

static bool
take_row(struct csv *c, struct cells *row, struct csv_row *out)
{
	size_t start, quotes_until = SIZE_MAX;
	bool one_line;

	for (; c->at < c->text.n && ends_line(c->text.v[c->at]); c->line++)
		pass_line_end(c);
	if (c->at == c->text.n)
		return false;
	start = c->at;
	one_line = start < c->by_line_until;
	for (cells_clear(row); !take_cells(c, row, one_line, &quotes_until); cells_clear(row))
		c->at = start;
	out->line = c->line;
	out->fault = quotes_until < SIZE_MAX ? "an open quote"
					     : find_fault(c, row, c->text.v + start, c->at - start);
	if (c->at < c->text.n)
		pass_line_end(c);
	c->line += count_lines(c->text.v, start, c->at);
	row->pointers = xrealloc(row->pointers, row->n * sizeof(*row->pointers));
	for (size_t i = 0; i < row->n; i++)
		row->pointers[i] = row->text.v + row->v[i];
	out->v = row->pointers;
	out->n = row->n;
	return true;
}

/* The one the first line has most of, outside quotes. */
static char
find_separator(const char *s, size_t n)
{
	static const char choices[] = ",;\t";
	size_t count[sizeof(choices)] = {0}, best = 0;
	bool quoted = false;

	for (size_t i = 0; i < n && (quoted || !ends_line(s[i])); i++) {
		const char *found = s[i] == '\0' ? NULL : strchr(choices, s[i]);

		quoted ^= s[i] == '"';
		if (found != NULL && !quoted)
			count[found - choices]++;
	}
	for (size_t i = 1; i < sizeof(choices) - 1; i++) {
		if (count[i] > count[best])
			best = i;
	}
	return choices[best];
}

/* All of the file, as it is. */
static enum err
read_all(struct str *out, FILE *in)
{
	char piece[BUFSIZ];
	size_t n;

	while ((n = fread(piece, 1, sizeof(piece), in)) > 0) {
		if (out->n + n > CSV_FILE_MAX)
			return err_set(ERR_USAGE, "the table is larger than 64 MiB; split it");
		str_addn(out, piece, n);
	}
	if (ferror(in))
		return err_set(ERR_FAILED, "the table could not be read to its end");
	return ERR_OK;
}

static enum err
read_header(struct csv *c)
{
	size_t start = strspn(str_text(&c->text), "\r\n");

	c->line = 1;
	if (start == c->text.n)
		return err_set(ERR_USAGE, "the table is empty");
	c->separator = find_separator(c->text.v + start, c->text.n - start);
	(void)take_row(c, &c->header_cells, &c->header);
	if (c->header.fault != NULL)
		return err_set(ERR_USAGE,
		    "the names of the columns have %s; save the table as UTF-8 again",
		    c->header.fault);
	return ERR_OK;
}

enum err
csv_open(struct csv **out, FILE *in)
{
	struct csv *c = xcalloc(1, sizeof(*c));
	struct str bytes = {0};
	enum err err = read_all(&bytes, in);

	if (err == ERR_OK)
		err = csv_decode(&c->text, str_text(&bytes), bytes.n, &c->encoding);
	if (err == ERR_OK)
		err = read_header(c);
	str_release(&bytes);
	if (err == ERR_OK)
		*out = c;
	else
		csv_close(c);
	return err;
}

void
csv_rewind(struct csv *c)
{
	c->at = 0;
	c->by_line_until = 0;
	/* The header was good the first time. */
	(void)read_header(c);
}

const struct csv_row *
csv_header(const struct csv *c)
{
	return &c->header;
}

const char *
csv_encoding(const struct csv *c)
{
	return c->encoding->name;
}

bool
csv_next(struct csv *c, struct csv_row *row)
{
	return take_row(c, &c->row_cells, row);
}

void
csv_close(struct csv *c)
{
	if (c == NULL)
		return;
	str_release(&c->text);
	cells_release(&c->header_cells);
	cells_release(&c->row_cells);
	free(c);
}
