/* A client from a row of a foreign table. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "import_parts.h"

void
import_client_release(struct import_client *c)
{
	client_release(&c->client);
	free(c->external_id);
	free(c->memo);
	free(c->dropped);
	*c = (struct import_client){0};
}

void
import_drop(char **dropped, const char *fmt, ...)
{
	struct str all = {0};
	va_list ap;

	if (*dropped != NULL)
		str_addf(&all, "%s; ", *dropped);
	va_start(ap, fmt);
	str_addv(&all, fmt, ap);
	va_end(ap);
	free(*dropped);
	*dropped = str_take(&all);
}

static const char *
raw_cell(const struct import_map *m, char *const *cells, size_t n, enum import_field field)
{
	int column = m->column[field];

	return column >= 0 && (size_t)column < n ? cells[column] : "";
}

/* The blanks of other scripts and of typesetters (no-break, narrow), as one. */
static bool
is_blank(uint32_t cp)
{
	return cp == ' ' || cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
	    cp == 0x205F || cp == 0x3000;
}

bool
import_cell(const struct import_map *m, char *const *cells, size_t n, enum import_field field,
    struct str *out)
{
	const char *raw = raw_cell(m, cells, n, field);
	struct str clean = {0};
	bool changed = text_clean(&clean, raw, strlen(raw), TEXT_LINE), gap = false;
	uint32_t cp;

	str_add(out, "");
	for (size_t at = 0; at < clean.n;) {
		at += text_decode(clean.v + at, clean.n - at, &cp);
		if (!is_blank(cp)) {
			str_add(out, gap ? " " : "");
			text_encode(out, cp);
		}
		gap = is_blank(cp);
	}
	str_release(&clean);
	return changed;
}

/* Sets *slot to the cell; returns whether something was taken out. */
static bool
take_text(
    const struct import_map *m, char *const *cells, size_t n, enum import_field field, char **slot)
{
	struct str text = {0};
	bool changed = import_cell(m, cells, n, field, &text);

	free(*slot);
	*slot = str_take(&text);
	return changed;
}

static bool
is_empty(const char *s)
{
	return s == NULL || s[0] == '\0';
}

static bool
take_name(const struct import_map *m, char *const *cells, size_t n, struct client *c)
{
	bool changed = take_text(m, cells, n, IMPORT_FIRST, &c->first);
	struct str full = {0}, first = {0}, last = {0};

	changed |= take_text(m, cells, n, IMPORT_LAST, &c->last);
	changed |= take_text(m, cells, n, IMPORT_PREFERRED, &c->preferred);
	if (!is_empty(c->first) || !is_empty(c->last))
		return changed;
	changed |= import_cell(m, cells, n, IMPORT_FULL_NAME, &full);
	client_split_name(str_text(&full), &first, &last);
	if (first.n == 0 && last.n == 0)
		str_add(&first, c->preferred);
	xstrset(&c->first, str_text(&first));
	xstrset(&c->last, str_text(&last));
	str_release(&full);
	str_release(&first);
	str_release(&last);
	return changed;
}

/* "1 Mill Lane, Pleasant Hill, CA 94523" */
static bool
take_address(const struct import_map *m, char *const *cells, size_t n, struct client *c)
{
	static const struct {
		enum import_field field;
		const char *before;
	} parts[] = {{IMPORT_ADDRESS, ", "}, {IMPORT_ADDRESS2, ", "}, {IMPORT_CITY, ", "},
	    {IMPORT_REGION, ", "}, {IMPORT_POSTCODE, " "}};
	struct str all = {0};
	bool changed = false;

	for (size_t i = 0; i < array_size(parts); i++) {
		struct str part = {0};

		changed |= import_cell(m, cells, n, parts[i].field, &part);
		if (part.n > 0)
			str_addf(&all, "%s%s", all.n > 0 ? parts[i].before : "", str_text(&part));
		str_release(&part);
	}
	c->address = str_take(&all);
	return changed;
}

/* How many bytes of a remark are enough to know it by. */
static int
clip(const char *s)
{
	return (int)text_fit(s, 60, NULL);
}

/* What is no phone ("none", "n/a") would only be in the way. */
static void
check_phone(char **phone, char **dropped)
{
	if (is_empty(*phone) || strpbrk(*phone, "0123456789") != NULL)
		return;
	import_drop(dropped, "left out: phone %.*s", clip(*phone), *phone);
	xstrset(phone, "");
}

/* A bad e-mail is no reason to lose a client; client_check() is the judge of it. */
static void
check_email(struct client *c, char **dropped)
{
	struct client probe = {.first = c->email, .email = c->email};

	if (is_empty(c->email) || strlen(c->email) > CLIENT_TEXT_MAX ||
	    client_check(&probe) == ERR_OK)
		return;
	import_drop(dropped, "left out: e-mail %.*s", clip(c->email), c->email);
	xstrset(&c->email, "");
}

static void
take_birth(const struct import_map *m, char *const *cells, size_t n, const struct practice *p,
    struct import_client *out)
{
	bool month_first = import_reads_month_first(m, p);
	struct str text = {0};
	int minute;

	(void)import_cell(m, cells, n, IMPORT_BIRTH, &text);
	out->client.birth = CIVIL_DAY_NONE;
	if (text.n > 0 && !import_moment(str_text(&text), month_first, &out->client.birth, &minute))
		import_drop(&out->dropped, "left out: birth date %.*s", clip(str_text(&text)),
		    str_text(&text));
	str_release(&text);
}

/* The same person gives the same id, however the name and the phone are written. */
static void
make_external_id(struct import_client *c, const struct practice *p)
{
	const struct client *who = &c->client;
	struct str id = {0};

	text_fold(&id, who->first, TEXT_FOLD_PLAIN);
	str_addc(&id, ' ');
	text_fold(&id, who->last, TEXT_FOLD_PLAIN);
	str_addc(&id, '|');
	phone_digits(&id, who->phone, settings_number(&p->settings, SETTING_PHONE_COUNTRY));
	str_addc(&id, '|');
	text_fold(&id, who->email, TEXT_FOLD_PLAIN);
	xstrset(&c->external_id, str_text(&id));
	str_release(&id);
}

static void
take_memo(const struct import_map *m, char *const *cells, size_t n, struct import_client *out)
{
	const char *raw = raw_cell(m, cells, n, IMPORT_MEMO);
	struct str memo = {0};

	if (text_clean(&memo, raw, strlen(raw), TEXT_LINES))
		import_drop(&out->dropped, "control characters taken out of the memo");
	out->memo = str_take(&memo);
}

static void
count_strays(const struct import_map *m, char *const *cells, size_t n, char **dropped)
{
	size_t strays = 0;

	for (size_t i = m->columns; i < n; i++)
		strays += cells[i][0] != '\0';
	if (strays > 0)
		import_drop(dropped, "left out: %zu cell%s behind the last column", strays,
		    strays == 1 ? "" : "s");
}

/* Who it is and how to reach them; the first phone is never the empty one. */
static void
take_contact(
    const struct import_map *m, char *const *cells, size_t n, struct client *c, char **dropped)
{
	bool changed = take_name(m, cells, n, c);

	changed |= take_text(m, cells, n, IMPORT_PHONE, &c->phone);
	changed |= take_text(m, cells, n, IMPORT_PHONE2, &c->phone2);
	changed |= take_text(m, cells, n, IMPORT_EMAIL, &c->email);
	changed |= take_text(m, cells, n, IMPORT_OCCUPATION, &c->occupation);
	changed |= take_address(m, cells, n, c);
	if (changed)
		import_drop(dropped, "control characters taken out");
	check_phone(&c->phone, dropped);
	check_phone(&c->phone2, dropped);
	if (is_empty(c->phone)) {
		char *none = c->phone;

		c->phone = c->phone2;
		c->phone2 = none;
	}
	check_email(c, dropped);
}

enum err
import_person(const struct import_map *m, char *const *cells, size_t n, const struct practice *p,
    bool own_id, struct import_client *out)
{
	struct import_client who = {0};
	struct client *c = &who.client;
	enum err err;

	take_contact(m, cells, n, c, &who.dropped);
	take_birth(m, cells, n, p, &who);
	take_memo(m, cells, n, &who);
	count_strays(m, cells, n, &who.dropped);
	if (own_id)
		(void)take_text(m, cells, n, IMPORT_EXTERNAL_ID, &who.external_id);
	if (is_empty(who.external_id))
		make_external_id(&who, p);
	if (is_empty(c->first) && is_empty(c->last) && is_empty(c->phone))
		err = err_set(ERR_USAGE, "no name and no phone");
	else
		err = client_check(c);
	if (err == ERR_OK)
		*out = who;
	else
		import_client_release(&who);
	return err;
}

enum err
import_client_row(const struct import_map *m, char *const *cells, size_t n,
    const struct practice *p, struct import_client *out)
{
	return import_person(m, cells, n, p, true, out);
}
