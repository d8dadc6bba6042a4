/* Words: splitting a text, comparing, numbers, names of days and months. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "phrase.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Reads one word at *s into out; false: a quote is open at its end. */
static bool
next_word(const char **s, struct str *out)
{
	bool quote = false;

	for (; **s != '\0' && (quote || !is_blank(**s)); (*s)++) {
		if (**s == '"')
			quote = !quote;
		else
			str_addc(out, **s);
	}
	return !quote;
}

enum err
words_split(const char *text, struct word_list *out)
{
	struct word_list l = {0};
	const char *s = text;

	for (;;) {
		struct str word = {0};
		size_t at;

		while (is_blank(*s))
			s++;
		if (*s == '\0')
			break;
		at = (size_t)(s - text);
		if (!next_word(&s, &word)) {
			err_set(
			    ERR_USAGE, "the quote before \"%s\" is not closed", str_text(&word));
			str_release(&word);
			word_list_release(&l);
			return ERR_USAGE;
		}
		*list_push(&l) = (struct word){str_take(&word), at, text[at] == '"'};
	}
	*out = l;
	return ERR_OK;
}

void
word_list_release(struct word_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].text);
	free(l->v);
	*l = (struct word_list){0};
}

char **
word_texts(const struct word_list *l)
{
	char **texts = xcalloc(l->n + 1, sizeof(*texts));

	for (size_t i = 0; i < l->n; i++)
		texts[i] = l->v[i].text;
	return texts;
}

size_t
word_run(const struct word_list *l, size_t i)
{
	size_t n = 0;

	while (i + n < l->n && !l->v[i + n].quoted)
		n++;
	return n;
}

size_t
word_length(const char *word)
{
	size_t n = strlen(word);

	return n > 1 && word[n - 1] == ',' ? n - 1 : n;
}

/* ASCII alone, whatever the locale: the words of the grammars are English. */
static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
begins(const char *name, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (name[i] == '\0' || lower(name[i]) != lower(s[i]))
			return false;
	return true;
}

bool
span_is(const char *s, size_t n, const char *wanted)
{
	return n == strlen(wanted) && begins(wanted, s, n);
}

bool
word_is(const char *word, const char *wanted)
{
	return span_is(word, word_length(word), wanted);
}

bool
word_is_to(const char *word)
{
	return word_is(word, "to") || word_is(word, "-") || word_is(word, "–") ||
	    word_is(word, "..");
}

enum err
word_pick(const char *word, const char *const *list, size_t n, size_t *out)
{
	struct str all = {0};

	for (size_t i = 0; i < n; i++) {
		if (text_same(word, list[i])) {
			*out = i;
			str_release(&all);
			return ERR_OK;
		}
		str_addf(&all, "%s%s", i > 0 ? ", " : "", list[i]);
	}
	err_set(ERR_USAGE, "\"%s\" is none of %s", word, str_text(&all));
	str_release(&all);
	return ERR_USAGE;
}

const char *
word_after(const char *word, const char *prefix)
{
	size_t n = strlen(prefix);

	return strlen(word) >= n && span_is(word, n, prefix) ? word + n : NULL;
}

bool
scan_number(const char **s, const char *end, size_t max_digits, int *out)
{
	const char *p = *s;
	int value = 0;

	for (; p < end && *p >= '0' && *p <= '9'; p++) {
		if ((size_t)(p - *s) == max_digits)
			return false;
		value = value * 10 + (*p - '0');
	}
	if (p == *s)
		return false;
	*s = p;
	*out = value;
	return true;
}

bool
word_is_number(const char *word, size_t max_digits, int *out)
{
	const char *end = word + word_length(word);
	int value;

	if (!scan_number(&word, end, max_digits, &value) || word != end)
		return false;
	*out = value;
	return true;
}

static int
named(const char *name(int), int count, size_t least, const char *s, size_t n)
{
	for (int i = 1; n >= least && i <= count; i++)
		if (begins(name(i), s, n))
			return i;
	return 0;
}

int
weekday_of(const char *s, size_t n)
{
	return named(civil_weekday_long, 7, 2, s, n);
}

int
month_of(const char *s, size_t n)
{
	return named(civil_month_long, 12, 3, s, n);
}

size_t
find_dash(const char *s, size_t n, size_t from, size_t *size)
{
	static const char en_dash[] = "–";
	size_t len = strlen(en_dash);

	for (size_t i = from; i < n; i++) {
		if (s[i] == '-') {
			*size = 1;
			return i;
		}
		if (i + len <= n && memcmp(s + i, en_dash, len) == 0) {
			*size = len;
			return i;
		}
	}
	return n;
}

/* Of one day or one "mon-thu" in s[0..n). */
static bool
weekday_span(const char *s, size_t n, unsigned *bits)
{
	size_t size = 0, dash = find_dash(s, n, 0, &size);
	int from = weekday_of(s, dash), until = from;

	if (dash < n)
		until = weekday_of(s + dash + size, n - dash - size);
	if (from == 0 || until == 0)
		return false;
	*bits |= 1u << until;
	for (int d = from; d != until; d = d % 7 + 1)
		*bits |= 1u << d;
	return true;
}

bool
word_weekdays(const char *word, unsigned *bits)
{
	const char *end = word + word_length(word);
	unsigned found = 0;

	for (;;) {
		const char *comma = memchr(word, ',', (size_t)(end - word));
		const char *stop = comma != NULL ? comma : end;

		if (!weekday_span(word, (size_t)(stop - word), &found))
			return false;
		if (comma == NULL)
			break;
		word = comma + 1;
	}
	*bits = found;
	return true;
}
