/*
 * The compiled zone file, RFC 8536: a header and a block for old programs, both again with 64-bit
 * times, and a footer.
 */
#include "zone_data.h"

#include <string.h>

#include <frontdesk/mem.h>

enum {
	OFFSET_MAX = 26 * 3600, /* RFC 8536 3.2: -24:59:59 to 25:59:59 */
	TYPES_MAX = 256,
	TYPE_BYTES = 6,
	TIME_BYTES = 8,
};

/* Bytes not read yet. */
struct bytes {
	const unsigned char *at;
	uint64_t left;
};

struct header {
	unsigned char version;
	uint32_t ut_flags, std_flags, leaps, changes, types, name_bytes;
};

/* The next n bytes; NULL when there are fewer. */
static const unsigned char *
take(struct bytes *b, uint64_t n)
{
	const unsigned char *at = b->at;

	if (n > b->left)
		return NULL;
	b->at += n;
	b->left -= n;
	return at;
}

static uint32_t
number32(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static int64_t
number64(const unsigned char *at)
{
	uint64_t v = (uint64_t)number32(at) << 32 | number32(at + 4);

	return (int64_t)v;
}

static bool
take_header(struct bytes *b, struct header *h)
{
	const unsigned char *at = take(b, 44);

	if (at == NULL || memcmp(at, "TZif", 4) != 0)
		return false;
	*h = (struct header){at[4], number32(at + 20), number32(at + 24), number32(at + 28),
	    number32(at + 32), number32(at + 36), number32(at + 40)};
	return true;
}

/* The block for old programs: 32-bit times. */
static bool
skip_old_block(struct bytes *b, const struct header *h)
{
	return take(b,
		   (uint64_t)h->changes * 5 + (uint64_t)h->types * TYPE_BYTES + h->name_bytes +
		       (uint64_t)h->leaps * 8 + h->std_flags + h->ut_flags) != NULL;
}

static bool
add_types(
    struct zone *z, const unsigned char *at, uint32_t n, const char *names, uint32_t name_bytes)
{
	for (uint32_t i = 0; i < n; i++, at += TYPE_BYTES) {
		int32_t offset = (int32_t)number32(at);
		struct zone_type *type = list_push(&z->types);
		size_t length;

		if (offset <= -OFFSET_MAX || offset >= OFFSET_MAX || at[4] > 1 ||
		    at[5] >= name_bytes)
			return false;
		length = strnlen(names + at[5], name_bytes - at[5]);
		if (length == name_bytes - at[5] || length >= ZONE_NAME_SIZE)
			return false;
		type->offset = offset;
		type->dst = at[4] == 1;
		memcpy(type->name, names + at[5], length);
	}
	return true;
}

/* *last = the last time, even when nothing changed then. */
static bool
add_changes(struct zone *z, const unsigned char *times, const unsigned char *types, uint32_t n,
    int64_t *last)
{
	for (uint32_t i = 0; i < n; i++) {
		int64_t utc = number64(times + (size_t)i * TIME_BYTES);

		if ((i > 0 && utc <= *last) || types[i] >= z->types.n)
			return false;
		zone_add_change(z, utc, types[i]);
		*last = utc;
	}
	return true;
}

static bool
add_block(struct zone *z, struct bytes *b, const struct header *h, int64_t *last)
{
	const unsigned char *times = take(b, (uint64_t)h->changes * TIME_BYTES);
	const unsigned char *change_types = take(b, h->changes);
	const unsigned char *types = take(b, (uint64_t)h->types * TYPE_BYTES);
	const unsigned char *names = take(b, h->name_bytes);

	if (h->types < 1 || h->types > TYPES_MAX || times == NULL || change_types == NULL ||
	    types == NULL || names == NULL || take(b, (uint64_t)h->std_flags + h->ut_flags) == NULL)
		return false;
	return add_types(z, types, h->types, (const char *)names, h->name_bytes) &&
	    add_changes(z, times, change_types, h->changes, last);
}

/* A line between two line ends; more may follow. */
static bool
add_footer(struct zone *z, struct bytes *b)
{
	const unsigned char *first = take(b, 1);
	const unsigned char *end;

	if (first == NULL || *first != '\n')
		return false;
	end = memchr(b->at, '\n', (size_t)b->left);
	if (end == NULL || memchr(b->at, '\0', (size_t)(end - b->at)) != NULL)
		return false;
	z->footer = xstrndup((const char *)b->at, (size_t)(end - b->at));
	return true;
}

static bool
parse(struct zone *z, struct bytes *b)
{
	struct header h;
	int64_t last = INT64_MIN;

	/* Version 1 has no second half. Leap seconds ("right/…") are no civil time. */
	return take_header(b, &h) && h.version >= '2' && skip_old_block(b, &h) &&
	    take_header(b, &h) && h.leaps == 0 && add_block(z, b, &h, &last) && add_footer(z, b) &&
	    (z->footer[0] == '\0' || zone_add_rule(z, last));
}

enum err
zone_parse(struct zone **out, const char *name, const unsigned char *bytes, size_t n)
{
	struct bytes b = {bytes, n};
	struct zone *z = xcalloc(1, sizeof(*z));

	z->name = xstrdup(name);
	if (!parse(z, &b)) {
		zone_close(z);
		return err_set(ERR_FAILED, "zone file %s is damaged", name);
	}
	*out = z;
	return ERR_OK;
}

static bool
same_type(const struct zone_type *a, const struct zone_type *b)
{
	return a->offset == b->offset && a->dst == b->dst && strcmp(a->name, b->name) == 0;
}

void
zone_add_change(struct zone *z, int64_t utc, size_t type)
{
	struct zone_at *change;
	size_t before;

	while (z->changes.n > 0 && z->changes.v[z->changes.n - 1].utc >= utc)
		z->changes.n--;
	before = z->changes.n == 0 ? 0 : z->changes.v[z->changes.n - 1].type;
	if (same_type(&z->types.v[before], &z->types.v[type]))
		return;
	change = list_push(&z->changes);
	change->utc = utc;
	change->type = type;
}
