/* Which column of a foreign table is what. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "import_parts.h"

static const char *const field_names[IMPORT_FIELD_COUNT] = {
#define X(id, name) [IMPORT_##id] = name,
    IMPORT_FIELD_LIST(X)
#undef X
};

/*
 * The names of columns, as search keys, the best known first. A column is taken for the first field
 * here that wants it: "Mobile" is the second phone only where another column is the first.
 */
enum { CLIENTS = 1, APPOINTMENTS = 2, BOTH = 3 };
static const struct {
	enum import_field field;
	int what;
	const char *name;
} known[] = {
    {IMPORT_EXTERNAL_ID, CLIENTS, "square customer id"},
    {IMPORT_EXTERNAL_ID, CLIENTS, "customer id"},
    {IMPORT_EXTERNAL_ID, CLIENTS, "client id"},
    {IMPORT_EXTERNAL_ID, CLIENTS, "reference id"},
    {IMPORT_EXTERNAL_ID, APPOINTMENTS, "appointment id"},
    {IMPORT_EXTERNAL_ID, APPOINTMENTS, "booking id"},
    {IMPORT_EXTERNAL_ID, BOTH, "id"},
    {IMPORT_FULL_NAME, BOTH, "full name"},
    {IMPORT_FULL_NAME, BOTH, "name"},
    {IMPORT_FULL_NAME, BOTH, "client name"},
    {IMPORT_FULL_NAME, BOTH, "customer name"},
    {IMPORT_FULL_NAME, BOTH, "client"},
    {IMPORT_FULL_NAME, BOTH, "customer"},
    {IMPORT_FIRST, BOTH, "first name"},
    {IMPORT_FIRST, BOTH, "firstname"},
    {IMPORT_FIRST, BOTH, "given name"},
    {IMPORT_FIRST, BOTH, "first"},
    {IMPORT_LAST, BOTH, "last name"},
    {IMPORT_LAST, BOTH, "lastname"},
    {IMPORT_LAST, BOTH, "family name"},
    {IMPORT_LAST, BOTH, "surname"},
    {IMPORT_LAST, BOTH, "last"},
    {IMPORT_PREFERRED, BOTH, "nickname"},
    {IMPORT_PREFERRED, BOTH, "preferred name"},
    {IMPORT_PREFERRED, BOTH, "preferred"},
    {IMPORT_PHONE, BOTH, "phone number"},
    {IMPORT_PHONE, BOTH, "phone"},
    {IMPORT_PHONE, BOTH, "mobile phone"},
    {IMPORT_PHONE, BOTH, "mobile"},
    {IMPORT_PHONE, BOTH, "cell phone"},
    {IMPORT_PHONE, BOTH, "telephone"},
    {IMPORT_PHONE2, BOTH, "phone 2"},
    {IMPORT_PHONE2, BOTH, "phone2"},
    {IMPORT_PHONE2, BOTH, "second phone"},
    {IMPORT_PHONE2, BOTH, "mobile phone"},
    {IMPORT_PHONE2, BOTH, "mobile"},
    {IMPORT_PHONE2, BOTH, "cell phone"},
    {IMPORT_PHONE2, BOTH, "home phone"},
    {IMPORT_PHONE2, BOTH, "work phone"},
    {IMPORT_EMAIL, BOTH, "email address"},
    {IMPORT_EMAIL, BOTH, "email"},
    {IMPORT_EMAIL, BOTH, "e mail"},
    {IMPORT_BIRTH, BOTH, "date of birth"},
    {IMPORT_BIRTH, BOTH, "birthday"},
    {IMPORT_BIRTH, BOTH, "birth date"},
    {IMPORT_BIRTH, BOTH, "birthdate"},
    {IMPORT_BIRTH, BOTH, "birth"},
    {IMPORT_BIRTH, BOTH, "dob"},
    {IMPORT_ADDRESS, BOTH, "street address 1"},
    {IMPORT_ADDRESS, BOTH, "address line 1"},
    {IMPORT_ADDRESS, BOTH, "address 1"},
    {IMPORT_ADDRESS, BOTH, "street address"},
    {IMPORT_ADDRESS, BOTH, "address"},
    {IMPORT_ADDRESS, BOTH, "street"},
    {IMPORT_ADDRESS2, BOTH, "street address 2"},
    {IMPORT_ADDRESS2, BOTH, "address line 2"},
    {IMPORT_ADDRESS2, BOTH, "address 2"},
    {IMPORT_CITY, BOTH, "city"},
    {IMPORT_CITY, BOTH, "town"},
    {IMPORT_REGION, CLIENTS, "state"},
    {IMPORT_REGION, BOTH, "region"},
    {IMPORT_REGION, BOTH, "province"},
    {IMPORT_REGION, BOTH, "county"},
    {IMPORT_POSTCODE, BOTH, "postal code"},
    {IMPORT_POSTCODE, BOTH, "postcode"},
    {IMPORT_POSTCODE, BOTH, "zip code"},
    {IMPORT_POSTCODE, BOTH, "zip"},
    {IMPORT_OCCUPATION, BOTH, "occupation"},
    {IMPORT_MEMO, BOTH, "memo"},
    {IMPORT_MEMO, BOTH, "notes"},
    {IMPORT_MEMO, BOTH, "note"},
    {IMPORT_START, APPOINTMENTS, "start time"},
    {IMPORT_START, APPOINTMENTS, "start"},
    {IMPORT_END, APPOINTMENTS, "end time"},
    {IMPORT_END, APPOINTMENTS, "end"},
    {IMPORT_SERVICE, APPOINTMENTS, "appointment type"},
    {IMPORT_SERVICE, APPOINTMENTS, "service"},
    {IMPORT_SERVICE, APPOINTMENTS, "type"},
    {IMPORT_THERAPIST, APPOINTMENTS, "therapist"},
    {IMPORT_THERAPIST, APPOINTMENTS, "staff"},
    {IMPORT_THERAPIST, APPOINTMENTS, "provider"},
    {IMPORT_THERAPIST, APPOINTMENTS, "calendar"},
    {IMPORT_PRICE, APPOINTMENTS, "appointment price"},
    {IMPORT_PRICE, APPOINTMENTS, "price"},
    {IMPORT_PAID, APPOINTMENTS, "paid"},
    {IMPORT_LABEL, APPOINTMENTS, "label"},
    {IMPORT_LABEL, APPOINTMENTS, "status"},
};

static bool
is_taken(const struct import_map *m, size_t column)
{
	for (size_t f = 0; f < IMPORT_FIELD_COUNT; f++) {
		if (m->column[f] == (int)column)
			return true;
	}
	return false;
}

/* The column of that name, which no field has yet; -1 = none. */
static int
free_column(const struct import_map *m, char *const *header, const char *name)
{
	for (size_t i = 0; i < m->columns; i++) {
		if (!is_taken(m, i) && text_same(header[i], name))
			return (int)i;
	}
	return -1;
}

static enum err
field_by_name(const char *name, enum import_field *out)
{
	struct str names = {0};

	for (size_t f = 0; f < IMPORT_FIELD_COUNT; f++) {
		if (text_same(field_names[f], name)) {
			str_release(&names);
			*out = (enum import_field)f;
			return ERR_OK;
		}
		str_addf(&names, " %s", field_names[f]);
	}
	err_set(ERR_USAGE, "no field \"%s\"; there are:%s", name, str_text(&names));
	str_release(&names);
	return ERR_USAGE;
}

static void
list_columns(char *const *header, size_t n, struct str *out)
{
	for (size_t i = 0; i < n; i++) {
		str_add(out, i > 0 ? ", " : "");
		text_clean(out, header[i], strlen(header[i]), TEXT_LINE);
	}
}

/* One "Mobile=phone" of a map. */
static enum err
map_column(struct import_map *m, char *const *header, const char *pair)
{
	const char *equals = strrchr(pair, '=');
	enum import_field field;
	struct str names = {0};
	char *name;
	int column;
	enum err err;

	if (equals == NULL)
		return err_set(ERR_USAGE, "map \"%s\" is not like column=field", pair);
	err = field_by_name(equals + 1, &field);
	if (err != ERR_OK)
		return err;
	name = xstrndup(pair, (size_t)(equals - pair));
	column = free_column(m, header, name);
	if (m->column[field] >= 0) {
		err = err_set(ERR_USAGE, "the field %s is given twice", field_names[field]);
	} else if (column < 0) {
		list_columns(header, m->columns, &names);
		err = err_set(
		    ERR_USAGE, "no column \"%s\" is left; there are: %s", name, str_text(&names));
	} else {
		m->column[field] = column;
	}
	str_release(&names);
	free(name);
	return err;
}

static enum err
map_by_hand(struct import_map *m, char *const *header, const char *map)
{
	enum err err = ERR_OK;

	while (err == ERR_OK && *map != '\0') {
		size_t n = strcspn(map, ",");
		char *pair = xstrndup(map, n);

		err = map_column(m, header, pair);
		free(pair);
		map += n + (map[n] == ',');
	}
	return err;
}

static void
map_by_names(struct import_map *m, char *const *header, int what)
{
	for (size_t i = 0; i < array_size(known); i++) {
		if ((known[i].what & what) != 0 && m->column[known[i].field] < 0)
			m->column[known[i].field] = free_column(m, header, known[i].name);
	}
}

static enum err
missing(const struct import_map *m, char *const *header, const char *what, const char *field)
{
	struct str names = {0};

	list_columns(header, m->columns, &names);
	err_set(ERR_USAGE,
	    "no column has the %s; say which with --map \"column=%s\"; there are: %s", what, field,
	    str_text(&names));
	str_release(&names);
	return ERR_USAGE;
}

static enum err
check_needed(const struct import_map *m, enum import_what what, char *const *header)
{
	const int *c = m->column;
	bool name = c[IMPORT_FULL_NAME] >= 0 || c[IMPORT_FIRST] >= 0 || c[IMPORT_LAST] >= 0;

	if (!name && (what == IMPORT_APPOINTMENTS || c[IMPORT_PHONE] < 0))
		return missing(m, header, "name of the client", "name");
	if (what == IMPORT_CLIENTS)
		return ERR_OK;
	if (c[IMPORT_START] < 0)
		return missing(m, header, "start", "start");
	if (c[IMPORT_SERVICE] < 0)
		return missing(m, header, "service", "service");
	if (c[IMPORT_THERAPIST] < 0)
		return missing(m, header, "therapist", "therapist");
	return ERR_OK;
}

enum err
import_map_columns(
    struct import_map *out, enum import_what what, char *const *header, size_t n, const char *map)
{
	struct import_map m = {.columns = n};
	enum err err;

	for (size_t f = 0; f < IMPORT_FIELD_COUNT; f++)
		m.column[f] = -1;
	err = map_by_hand(&m, header, map == NULL ? "" : map);
	if (err != ERR_OK)
		return err;
	map_by_names(&m, header, what == IMPORT_CLIENTS ? CLIENTS : APPOINTMENTS);
	err = check_needed(&m, what, header);
	if (err == ERR_OK)
		*out = m;
	return err;
}

void
import_map_unused(const struct import_map *m, char *const *header, size_t n, struct str *out)
{
	for (size_t i = 0, listed = 0; i < n; i++) {
		if (is_taken(m, i))
			continue;
		str_add(out, listed++ > 0 ? ", " : "");
		text_clean(out, header[i], strlen(header[i]), TEXT_LINE);
	}
}

void
import_map_learn(struct import_map *m, char *const *cells, size_t n)
{
	static const enum import_field dates[] = {IMPORT_BIRTH, IMPORT_START, IMPORT_END};

	for (size_t i = 0; i < array_size(dates); i++) {
		struct str text = {0};

		(void)import_cell(m, cells, n, dates[i], &text);
		m->month_first += import_date_order(str_text(&text));
		str_release(&text);
	}
}

bool
import_reads_month_first(const struct import_map *m, const struct practice *p)
{
	if (m->month_first != 0)
		return m->month_first > 0;
	return settings_is(&p->settings, SETTING_DATE_ORDER, "mdy");
}

int64_t
import_text_hash(const char *text)
{
	uint64_t hash = 0xcbf29ce484222325U;

	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001b3U;
	return (int64_t)hash;
}

int64_t
import_row_hash(const struct import_map *m, char *const *cells, size_t n)
{
	uint64_t hash = 0xcbf29ce484222325U;

	for (size_t f = 0; f < IMPORT_FIELD_COUNT; f++) {
		const char *cell =
		    m->column[f] >= 0 && (size_t)m->column[f] < n ? cells[m->column[f]] : "";

		/* The NUL counts too: it parts the cells. */
		do
			hash = (hash ^ (unsigned char)*cell) * 0x100000001b3U;
		while (*cell++ != '\0');
	}
	return (int64_t)hash;
}
