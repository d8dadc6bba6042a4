/* FIELD=VALUE words, set one by one. */
#include "fields.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static enum err
unknown(const struct field *table, size_t n, const char *word, size_t length)
{
	struct str list = {0};
	enum err e;

	for (size_t i = 0; i < n; i++)
		str_addf(&list, "%s%s", i > 0 ? ", " : "", table[i].name);
	e = err_set(ERR_USAGE, "no field \"%.*s\"; there are: %s", (int)length, word,
	    str_text(&list));
	str_release(&list);
	return e;
}

enum err
fields_set(struct desk *d, const struct field *table, size_t n, void *record, char *const *words,
    size_t count)
{
	for (size_t w = 0; w < count; w++) {
		const char *eq = strchr(words[w], '=');
		struct str value = {0};
		size_t length, i;
		enum err e;

		if (eq == NULL)
			return err_set(ERR_USAGE, "\"%s\" is no FIELD=VALUE", words[w]);
		length = (size_t)(eq - words[w]);
		for (i = 0; i < n; i++)
			if (strlen(table[i].name) == length &&
			    strncmp(table[i].name, words[w], length) == 0)
				break;
		if (i == n)
			return unknown(table, n, words[w], length);
		text_clean(&value, eq + 1, strlen(eq + 1), TEXT_LINE);
		e = table[i].set(d, record, str_text(&value));
		str_release(&value);
		if (e != ERR_OK)
			return e;
	}
	return ERR_OK;
}

enum err
value_number(const char *value, int low, int high, int *out)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(value, &end, 10);
	if (errno != 0 || end == value || *end != '\0' || n < low || n > high)
		return err_set(ERR_USAGE, "\"%s\" is no number from %d to %d", value, low, high);
	*out = (int)n;
	return ERR_OK;
}

enum err
value_yes(const char *value, bool *out)
{
	bool yes = text_same(value, "yes");

	if (!yes && !text_same(value, "no"))
		return err_set(ERR_USAGE, "\"%s\" is neither yes nor no", value);
	*out = yes;
	return ERR_OK;
}

void
value_words(const char *value, struct words *out)
{
	while (*value != '\0') {
		size_t n = strcspn(value, ",");
		struct str word = {0};

		text_clean(&word, value, n, TEXT_LINE);
		if (word.n > 0)
			words_add(out, str_text(&word));
		str_release(&word);
		value += n;
		value += *value == ',';
	}
}
