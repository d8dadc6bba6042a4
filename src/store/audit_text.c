/* How a change reads in the audit: "start_m=2026-11-23T09:00 room_id=2", before and after. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include <frontdesk/civil.h>
#include <frontdesk/practice.h>
#include <frontdesk/str.h>

#include "changeset.h"

static bool
ends(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && strcmp(name + n - m, end) == 0;
}

static void
add_number(struct str *out, const char *column, int64_t v)
{
	char buf[CIVIL_MIN_SIZE], day[CIVIL_DAY_SIZE];

	if (ends(column, "_m"))
		str_add(out, civil_iso_min(v, buf));
	else if (ends(column, "_day"))
		str_add(out, civil_iso_day((civil_day)v, day));
	else if (ends(column, "_at") && v != 0)
		str_add(out, civil_iso_utc(v, buf));
	else if (v == PRICE_NONE && ends(column, "_cents"))
		str_add(out, "none");
	else
		str_addf(out, "%lld", (long long)v);
}

/* Bare when it is one word, else quoted; a reader splits at blanks outside of quotes. */
static void
add_text(struct str *out, const char *text)
{
	if (*text != '\0' && strpbrk(text, " \t\n\r\"\\=") == NULL) {
		str_add(out, text);
		return;
	}
	str_addc(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			str_add(out, "\\n");
		else if (*text == '\r')
			str_add(out, "\\r");
		else if (*text == '\t')
			str_add(out, "\\t");
		else if (*text == '"' || *text == '\\')
			str_addf(out, "\\%c", *text);
		else
			str_addc(out, *text);
	}
	str_addc(out, '"');
}

/*
 * Of health, and of notes, reasons and alerts, in which people write health all the same ("sick"),
 * only the name and the length are told; so of a PIN, whose hash can be tried out. Characters, so
 * that the length does not tell the language. */
static int
length(const char *text)
{
	int n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}

static void
add_value(struct str *out, const struct change *c, int column, sqlite3_value *v)
{
	const char *name = c->columns->v[column];
	const char *text;

	bool told = !c->row->health && !ends(name, "note") && !ends(name, "reason") &&
	    strcmp(name, "text") != 0 && strcmp(name, "pin") != 0;

	if (!told && sqlite3_value_type(v) != SQLITE_TEXT)
		return;
	if (out->n > 0)
		str_addc(out, ' ');
	text = sqlite3_value_type(v) == SQLITE_TEXT ? (const char *)sqlite3_value_text(v) : "";
	if (!told) {
		str_addf(out, "%s(%d)", name, length(text));
		return;
	}
	str_addf(out, "%s=", name);
	if (sqlite3_value_type(v) == SQLITE_INTEGER)
		add_number(out, name, sqlite3_value_int64(v));
	else if (sqlite3_value_type(v) == SQLITE_TEXT)
		add_text(out, text);
}

static bool
is_empty(sqlite3_value *v)
{
	switch (sqlite3_value_type(v)) {
	case SQLITE_NULL:
		return true;
	case SQLITE_INTEGER:
		return sqlite3_value_int64(v) == 0;
	}
	return sqlite3_value_bytes(v) == 0;
}

bool
audit_change_text(struct change *c, struct str *old, struct str *new_)
{
	bool any = c->op != SQLITE_UPDATE;

	for (int i = 0; i < (int)c->columns->n; i++) {
		const char *name = c->columns->v[i];
		sqlite3_value *before = change_old(c, i), *after = change_new(c, i);

		if (undoable_bookkeeping(name) || strcmp(name, "uid") == 0 ||
		    strcmp(name, c->row->id_column) == 0)
			continue;
		if (c->op == SQLITE_UPDATE) {
			/* Before without after is the key: it says which setting, which price. */
			any = any || after != NULL;
			if (before != NULL && strcmp(name, "id") != 0) {
				add_value(old, c, i, before);
				add_value(new_, c, i, after == NULL ? before : after);
			}
		} else if (!is_empty(c->op == SQLITE_INSERT ? after : before)) {
			/* Of a new or deleted row, what is empty goes without saying. */
			add_value(c->op == SQLITE_INSERT ? new_ : old, c, i,
			    c->op == SQLITE_INSERT ? after : before);
		}
	}
	return any;
}
