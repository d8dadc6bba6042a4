#include <frontdesk/setting.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/hours.h>
#include <frontdesk/text.h>

#include "phrase.h"

const struct setting_row setting_rows[SETTING_COUNT] = {
#define X(id, key, label, kind, choices, fallback, help) \
	[SETTING_##id] = {key, label, choices, fallback, help, SETTING_##kind},
    SETTING_LIST(X)
#undef X
};

void
settings_release(struct settings *s)
{
	for (int i = 0; i < SETTING_COUNT; i++)
		free(s->value[i]);
	*s = (struct settings){0};
}

const char *
settings_text(const struct settings *s, enum setting id)
{
	return s->value[id] != NULL ? s->value[id] : setting_rows[id].fallback;
}

int
settings_number(const struct settings *s, enum setting id)
{
	return (int)strtol(settings_text(s, id), NULL, 10);
}

bool
settings_is(const struct settings *s, enum setting id, const char *choice)
{
	return strcmp(settings_text(s, id), choice) == 0;
}

static bool
is_key(const char *typed, const char *key)
{
	for (; *key != '\0' && *typed != '\0'; key++, typed++)
		if (!span_is(typed, 1, (const char[]){*key, '\0'}) &&
		    !(*key == '_' && *typed == '-'))
			return false;
	return *key == *typed;
}

enum err
setting_find(const char *key, enum setting *out)
{
	struct str keys = {0};

	for (int i = 0; i < SETTING_COUNT; i++) {
		if (is_key(key, setting_rows[i].key)) {
			*out = (enum setting)i;
			str_release(&keys);
			return ERR_OK;
		}
		str_addf(&keys, "%s%s", i > 0 ? ", " : "", setting_rows[i].key);
	}
	err_set(ERR_USAGE, "no setting \"%s\"; there are: %s", key, str_text(&keys));
	str_release(&keys);
	return ERR_USAGE;
}

static enum err
check_text(const struct setting_row *row, const char *value)
{
	struct str clean = {0};
	bool lines = row->kind == SETTING_LINES;
	bool changed = text_clean(&clean, value, strlen(value), lines ? TEXT_LINES : TEXT_LINE);

	str_release(&clean);
	if (changed || (!lines && strpbrk(value, "\r\n\t") != NULL))
		return err_set(ERR_USAGE, "%s holds a character that is not text%s", row->key,
		    lines ? "" : ", or more than one line");
	return ERR_OK;
}

static enum err
check_currency(const struct setting_row *row, const char *value)
{
	if (strlen(value) == 3 && strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
		return ERR_OK;
	return err_set(
	    ERR_USAGE, "%s \"%s\" is not three capital letters, like EUR", row->key, value);
}

/* A whole number of at most nine digits within "low..high". */
static enum err
check_number(const struct setting_row *row, const char *value)
{
	const char *low = row->choices, *high = strstr(low, "..");
	int number;

	if (!word_is_number(value, 9, &number) || value[word_length(value)] != '\0' ||
	    number < strtol(low, NULL, 10) || number > strtol(high + 2, NULL, 10))
		return err_set(ERR_USAGE, "%s \"%s\" is not a whole number of %.*s to %s", row->key,
		    value, (int)(high - low), low, high + 2);
	return ERR_OK;
}

static enum err
check_choice(const struct setting_row *row, const char *value)
{
	struct word_list choices = {0};
	enum err err = words_split(row->choices, &choices);
	bool found = false;

	for (size_t i = 0; i < choices.n; i++)
		found = found || strcmp(choices.v[i].text, value) == 0;
	word_list_release(&choices);
	if (err == ERR_OK && !found)
		err = err_set(ERR_USAGE, "%s \"%s\" is none of: %s", row->key, value, row->choices);
	return err;
}

/* The form of a name; whether there is such a zone is for desk to find out. */
static enum err
check_zone(const struct setting_row *row, const char *value)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789_+-/";

	if (*value == '\0' || *value == '/' || strspn(value, letters) != strlen(value))
		return err_set(ERR_USAGE, "%s \"%s\" is not a time zone; write Europe/Berlin",
		    row->key, value);
	return ERR_OK;
}

enum err
setting_check(enum setting id, const char *value)
{
	const struct setting_row *row = &setting_rows[id];
	struct hours hours;

	switch (row->kind) {
	case SETTING_TEXT:
	case SETTING_LINES:
		return check_text(row, value);
	case SETTING_IS_NAME:
		return value[0] != '\0' ? check_text(row, value)
					: err_set(ERR_USAGE, "%s cannot be empty", row->key);
	case SETTING_IS_CURRENCY:
		return check_currency(row, value);
	case SETTING_NUMBER:
		return check_number(row, value);
	case SETTING_CHOICE:
		return check_choice(row, value);
	case SETTING_IS_ZONE:
		return check_zone(row, value);
	case SETTING_IS_HOURS:
		return hours_parse(value, &hours);
	}
	return ERR_OK;
}
