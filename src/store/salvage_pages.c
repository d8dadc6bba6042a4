/* Rows as they stand on the pages of a file (https://sqlite.org/fileformat2.html). */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "salvage.h"

enum { INDEX_INTERIOR = 0x02, INDEX_LEAF = 0x0A, TABLE_LEAF = 0x0D };
enum { FILE_HEADER = 100 }; /* on the first page, before what all pages have */

struct image {
	const unsigned char *v;
	size_t size, page, usable; /* bytes: all, a page, of it without what is reserved */
	size_t budget; /* bytes still copied from chains: in a sound file each page is of one */
	struct str whole; /* a record that goes on on other pages */
	void (*fn)(void *, const struct raw_row *);
	void *arg;
};

static size_t
two_bytes(const unsigned char *p)
{
	return (size_t)p[0] << 8 | p[1];
}

static size_t
four_bytes(const unsigned char *p)
{
	return two_bytes(p) << 16 | two_bytes(p + 2);
}

/* What follows the number; NULL: it does not end in time. */
static const unsigned char *
varint(const unsigned char *p, const unsigned char *end, uint64_t *out)
{
	*out = 0;
	for (int i = 0; p != NULL && p < end; i++, p++) {
		if (i == 8) {
			*out = *out << 8 | *p;
			return p + 1;
		}
		*out = *out << 7 | (*p & 0x7F);
		if (*p < 0x80)
			return p + 1;
	}
	return NULL;
}

static size_t
size_of_type(uint64_t type)
{
	static const size_t sizes[12] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};

	return type < 12 ? sizes[type] : (size_t)(type - 12) / 2;
}

/* False: it is no record that fills its bytes. */
static bool
read_record(const unsigned char *p, size_t n, struct raw_row *row)
{
	const unsigned char *end = p + n, *types, *bytes;
	uint64_t header;

	types = varint(p, end, &header);
	if (types == NULL || header > n)
		return false;
	bytes = p + header;
	for (row->n = 0; types < p + header; row->n++) {
		struct raw_field *f = &row->v[row->n];

		if (row->n == RAW_FIELDS || (types = varint(types, p + header, &f->type)) == NULL)
			return false;
		f->size = size_of_type(f->type);
		if (f->size > (size_t)(end - bytes))
			return false;
		f->bytes = bytes;
		bytes += f->size;
	}
	return bytes == end;
}

/* The bytes of a record that stand in its cell; the rest is on a chain of pages. */
static size_t
local_size(const struct image *m, size_t n, bool keyed)
{
	size_t most = keyed ? (m->usable - 12) * 64 / 255 - 23 : m->usable - 35;
	size_t least = (m->usable - 12) * 32 / 255 - 23, fits;

	if (n <= most)
		return n;
	fits = least + (n - least) % (m->usable - 4);
	return fits <= most ? fits : least;
}

/*
 * Adds what stands on the chain until the record has n bytes; false: the chain is broken, comes
 * back to a page where it was (the mark moves on after 1, 2, 4, 8 … pages, so that it gets into
 * every loop), or all chains together are longer than chains can be.
 */
static bool
add_chain(struct image *m, size_t next, size_t n)
{
	size_t mark = 0;

	for (size_t i = 1, turn = 1; m->whole.n < n; i++) {
		size_t left = n - m->whole.n, part = left < m->usable - 4 ? left : m->usable - 4;
		const unsigned char *p;

		if (next == 0 || next > m->size / m->page || next == mark || part > m->budget)
			return false;
		if (i == turn) {
			mark = next;
			turn *= 2;
		}
		p = m->v + (next - 1) * m->page;
		str_addn(&m->whole, (const char *)p + 4, part);
		m->budget -= part;
		next = four_bytes(p);
	}
	return true;
}

/* The record in one piece; NULL: its chain is broken. */
static const unsigned char *
whole_record(
    struct image *m, const unsigned char *p, const unsigned char *end, size_t n, bool keyed)
{
	size_t here = local_size(m, n, keyed);

	if (here + (here < n ? 4 : 0) > (size_t)(end - p))
		return NULL;
	if (here == n)
		return p;
	str_clear(&m->whole);
	str_addn(&m->whole, (const char *)p, here);
	return add_chain(m, four_bytes(p + here), n) ? (const unsigned char *)m->whole.v : NULL;
}

static void
read_cell(struct image *m, const unsigned char *p, const unsigned char *end, int type)
{
	struct raw_row row = {.keyed = type != TABLE_LEAF};
	uint64_t n, rowid = 0;

	if (type == INDEX_INTERIOR)
		p += 4; /* the page below */
	p = varint(p, end, &n);
	if (type == TABLE_LEAF)
		p = varint(p, end, &rowid);
	if (p == NULL || n > m->size)
		return;
	row.rowid = (int64_t)rowid;
	p = whole_record(m, p, end, (size_t)n, row.keyed);
	if (p != NULL && read_record(p, (size_t)n, &row))
		m->fn(m->arg, &row);
}

static void
read_page(struct image *m, const unsigned char *page, size_t skip)
{
	const unsigned char *head = page + skip, *end = page + m->usable, *cells;
	int type = head[0];
	size_t n = two_bytes(head + 3);

	if (type != TABLE_LEAF && type != INDEX_LEAF && type != INDEX_INTERIOR)
		return;
	cells = head + (type == INDEX_INTERIOR ? 12 : 8);
	for (size_t i = 0; i < n && cells + 2 * i + 2 <= end; i++) {
		size_t at = two_bytes(cells + 2 * i);

		if (at + 4 < m->usable)
			read_cell(m, page + at, end, type);
	}
}

void
pages_rows(
    const unsigned char *image, size_t size, void (*fn)(void *, const struct raw_row *), void *arg)
{
	struct image m = {.v = image, .size = size, .budget = 4 * size, .fn = fn, .arg = arg};

	if (size < FILE_HEADER)
		return;
	m.page = two_bytes(image + 16) == 1 ? 65536 : two_bytes(image + 16);
	m.usable = m.page - image[20];
	if (m.page < 512 || m.usable < 480)
		return;
	for (size_t at = 0; at + m.page <= size; at += m.page)
		read_page(&m, image + at, at == 0 ? FILE_HEADER : 0);
	str_release(&m.whole);
}
