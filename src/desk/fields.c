/* FIELD=VALUE words, set one by one. */
#include <frontdesk/desk_person.h>

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
	e = err_set(
	    ERR_USAGE, "no field \"%.*s\"; there are: %s", (int)length, word, str_text(&list));
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
			return err_set(e, "%s: %s", table[i].name, err_message());
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

void
say_words(const struct words *w, struct str *out)
{
	for (size_t i = 0; i < w->n; i++)
		str_addf(out, "%s%s", i > 0 ? "," : "", w->v[i]);
}

enum err
value_word(const char *value, bool digits, char **slot)
{
	if (value[0] == '\0' || strpbrk(value, digits ? " =," : " =,0123456789") != NULL)
		return err_set(ERR_USAGE, "\"%s\" is no code; a code is one word%s", value,
		    digits ? "" : " without digits");
	xstrset(slot, value);
	return ERR_OK;
}

enum err
value_code(const struct desk *d, const char *value, enum code_kind kind, int64_t id, char **slot)
{
	bool same = *slot != NULL && strcmp(*slot, value) == 0;
	enum err e = value_word(value, kind != CODE_SERVICE, slot);

	return e == ERR_OK && !same ? practice_code_free(&d->practice, value, kind, id) : e;
}

enum err
value_name(const char *value, char **slot)
{
	if (value[0] == '\0')
		return err_set(ERR_USAGE, "a name cannot be empty");
	xstrset(slot, value);
	return ERR_OK;
}

enum err
value_pairs(
    const char *value, enum err (*fn)(void *arg, const char *left, const char *right), void *arg)
{
	struct words pairs = {0};
	enum err e = ERR_OK;

	value_words(value, &pairs);
	for (size_t i = 0; i < pairs.n && e == ERR_OK; i++) {
		char *eq = strchr(pairs.v[i], '=');

		if (eq == NULL) {
			e = err_set(ERR_USAGE, "\"%s\" is no pair like 60=95", pairs.v[i]);
			break;
		}
		*eq = '\0';
		e = fn(arg, pairs.v[i], eq + 1);
	}
	words_release(&pairs);
	return e;
}

enum err
desk_setup_begin(struct desk *d, const struct store_step *step)
{
	enum err e = store_begin(d->store, step);

	if (e != ERR_OK)
		return e;
	e = desk_reload(d);
	if (e == ERR_OK)
		e = desk_may_set_up(d);
	if (e != ERR_OK)
		store_rollback(d->store);
	return e;
}

enum err
desk_setup_end(struct desk *d, enum err e)
{
	struct str why = {0};
	enum err reloaded;

	if (e == ERR_OK)
		e = store_commit(d->store);
	str_add(&why, err_message());
	store_rollback(d->store);
	reloaded = desk_reload(d);
	if (e != ERR_OK)
		err_set(e, "%s", str_text(&why));
	str_release(&why);
	return e != ERR_OK ? e : reloaded;
}

void
desk_setup_label(struct desk *d, const char *verb, const char *what, const char *name)
{
	struct str label = {0};

	str_addf(&label, "%s %s %s", verb, what, name);
	store_relabel(d->store, str_text(&label), NULL);
	str_release(&label);
}
