#include "zone_data.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <frontdesk/str.h>

#ifndef ZONE_DIR
#define ZONE_DIR "/usr/share/zoneinfo"
#endif

enum {
	FILE_MAX = 1 << 20, /* the largest real one has some 4,000 bytes */
	NEAR = 2 * 86400, /* more seconds than any offset has */
};

static bool
name_valid(const char *name)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				      "0123456789_+-/";

	/* No stop is allowed, so there can be no "..". */
	return name[0] != '\0' && name[0] != '/' && name[strspn(name, allowed)] == '\0';
}

const char *
zone_system(char buf[static ZONE_LINK_SIZE])
{
	static const char mark[] = "zoneinfo/";
	ssize_t n = readlink("/etc/localtime", buf, ZONE_LINK_SIZE - 1);
	const char *name;

	if (n <= 0)
		return NULL;
	buf[n] = '\0';
	name = strstr(buf, mark);
	if (name == NULL || !name_valid(name + sizeof(mark) - 1))
		return NULL;
	return name + sizeof(mark) - 1;
}

static enum err
cannot_read(const char *name, int reason)
{
	if (access(ZONE_DIR, F_OK) != 0)
		return err_set(
		    ERR_FAILED, "there are no time zones in %s: install tzdata", ZONE_DIR);
	if (reason == ENOENT || reason == ENOTDIR || reason == EISDIR)
		return err_set(
		    ERR_USAGE, "no time zone \"%s\"; they look like Europe/Berlin", name);
	return err_set(ERR_FAILED, "zone file %s: %s", name, strerror(reason));
}

/* The name in the folder that differs from this word by no more than case; else the word. */
static void
spell_word(struct str *out, const char *folder, const char *word, size_t n)
{
	struct dirent **entries = NULL;
	const int count = scandir(folder, &entries, NULL, alphasort);
	const char *found = word;

	for (int i = 0; i < count; i++)
		if (strlen(entries[i]->d_name) == n &&
		    strncasecmp(entries[i]->d_name, word, n) == 0)
			found = entries[i]->d_name;
	str_addn(out, found, n);
	for (int i = 0; i < count; i++)
		free(entries[i]);
	free(entries);
}

/* "europe/berlin" as its file is called. */
static void
spell(struct str *out, const char *name)
{
	struct str folder = {0};

	str_addf(&folder, "%s/%s", ZONE_DIR, name);
	if (access(str_text(&folder), F_OK) == 0) {
		str_add(out, name);
		str_release(&folder);
		return;
	}
	while (name[0] != '\0') {
		const size_t n = strcspn(name, "/");

		str_clear(&folder);
		str_addf(&folder, "%s/%s", ZONE_DIR, str_text(out));
		spell_word(out, str_text(&folder), name, n);
		name += n;
		if (name[0] == '/')
			str_addc(out, *name++);
	}
	str_release(&folder);
}

static enum err
read_file(struct str *bytes, const char *name)
{
	struct str path = {0};
	char block[4096];
	size_t got;
	FILE *f;
	int reason;

	str_addf(&path, "%s/%s", ZONE_DIR, name);
	f = fopen(str_text(&path), "rb");
	str_release(&path);
	if (f == NULL)
		return cannot_read(name, errno);
	while (bytes->n <= FILE_MAX && (got = fread(block, 1, sizeof(block), f)) > 0)
		str_addn(bytes, block, got);
	reason = ferror(f) ? errno : 0;
	(void)fclose(f);
	return reason == 0 ? ERR_OK : cannot_read(name, reason);
}

enum err
zone_open(struct zone **out, const char *name)
{
	struct str bytes = {0}, spelt = {0};
	enum err e;

	if (!name_valid(name))
		return err_set(
		    ERR_USAGE, "no time zone \"%s\"; they look like Europe/Berlin", name);
	spell(&spelt, name);
	e = read_file(&bytes, str_text(&spelt));
	if (e == ERR_OK)
		e = zone_parse(
		    out, str_text(&spelt), (const unsigned char *)str_text(&bytes), bytes.n);
	str_release(&bytes);
	str_release(&spelt);
	return e;
}

void
zone_close(struct zone *z)
{
	if (z == NULL)
		return;
	free(z->name);
	free(z->footer);
	free(z->types.v);
	free(z->changes.v);
	free(z);
}

const char *
zone_name(const struct zone *z)
{
	return z->name;
}

const char *
zone_footer(const struct zone *z)
{
	return z->footer;
}

/* How many changes lie at or before the moment. */
static size_t
changes_until(const struct zone *z, int64_t utc)
{
	size_t low = 0, high = z->changes.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (z->changes.v[mid].utc <= utc)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The type in force after the first n changes. */
static const struct zone_type *
type_after(const struct zone *z, size_t n)
{
	return &z->types.v[n == 0 ? 0 : z->changes.v[n - 1].type];
}

int
zone_offset(const struct zone *z, int64_t utc)
{
	return type_after(z, changes_until(z, utc))->offset;
}

void
zone_in_force(
    const struct zone *z, int64_t utc, int *offset, bool *dst, char name[static ZONE_NAME_SIZE])
{
	const struct zone_type *type = type_after(z, changes_until(z, utc));

	*offset = type->offset;
	*dst = type->dst;
	memcpy(name, type->name, ZONE_NAME_SIZE);
}

civil_min
zone_civil(const struct zone *z, int64_t utc)
{
	int64_t local = utc + zone_offset(z, utc);

	return local / 60 - (local % 60 < 0);
}

enum zone_fit
zone_utc(const struct zone *z, civil_min m, int64_t *utc)
{
	int64_t local = m * 60, gap = local;
	int fits = 0;

	assert(m != CIVIL_NONE);
	for (size_t i = changes_until(z, local - NEAR); i <= z->changes.n; i++) {
		int64_t start = i == 0 ? INT64_MIN : z->changes.v[i - 1].utc;
		int64_t end = i == z->changes.n ? INT64_MAX : z->changes.v[i].utc;
		int64_t t = local - type_after(z, i)->offset;

		if (start > local + NEAR)
			break;
		if (t >= start && t < end && fits++ == 0)
			*utc = t;
		/* Too late for the clock before the change, too early for the one after it. */
		if (t >= end && local - type_after(z, i + 1)->offset < end)
			gap = t;
	}
	if (fits > 0)
		return fits == 1 ? ZONE_ONCE : ZONE_TWICE;
	*utc = gap;
	return ZONE_GAP;
}

bool
zone_next_change(const struct zone *z, int64_t from, struct zone_change *out)
{
	size_t i = from == INT64_MIN ? 0 : changes_until(z, from - 1);
	const struct zone_type *after;

	if (i == z->changes.n)
		return false;
	after = type_after(z, i + 1);
	*out = (struct zone_change){
	    .utc = z->changes.v[i].utc,
	    .offset_before = type_after(z, i)->offset,
	    .offset_after = after->offset,
	    .dst_after = after->dst,
	};
	memcpy(out->name_after, after->name, ZONE_NAME_SIZE);
	return true;
}
