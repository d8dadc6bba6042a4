/* Names written in one column. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include <frontdesk/client.h>

/*
 * Words a last name begins with, as search keys: van der Berg, de la Cruz, St. John, Abd al-Rahman.
 */
static const char *const particles[] = {"van", "von", "der", "den", "de", "del", "della", "di",
    "da", "dos", "das", "du", "la", "le", "el", "al", "bin", "bint", "ibn", "abd", "abu", "st",
    "san", "santa", "ter", "ten", "zu", "zum", "zur", "vom", "af", "av", "o", "ni", "ui", "mac"};

/* Words behind a last name that belong to it. */
static const char *const suffixes[] = {"jr", "sr", "ii", "iii", "iv"};

static bool
is_one_of(const char *const *list, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++) {
		if (text_same(list[i], word))
			return true;
	}
	return false;
}

/* "Ó" is one, the "O." of a middle name is not. */
static bool
is_particle(const char *word)
{
	bool initial = (unsigned char)word[0] < 0x80 && (word[1] == '\0' || word[1] == '.');

	return !initial && is_one_of(particles, array_size(particles), word);
}

struct name_words {
	char **v;
	size_t n, cap;
};

static void
split_words(const char *text, struct name_words *out)
{
	while (*(text += strspn(text, " ")) != '\0') {
		size_t n = strcspn(text, " ");

		*list_push(out) = xstrndup(text, n);
		text += n;
	}
}

static void
join_words(const struct name_words *words, size_t from, size_t until, struct str *out)
{
	for (size_t i = from; i < until; i++)
		str_addf(out, "%s%s", i > from ? " " : "", words->v[i]);
}

/* Where the last name begins; the first word is never part of it. */
static size_t
last_name_at(const struct name_words *words)
{
	size_t end = words->n;

	if (end > 2 && is_one_of(suffixes, array_size(suffixes), words->v[end - 1]))
		end--;
	for (size_t i = 1; i + 1 < end; i++) {
		if (is_particle(words->v[i]))
			return i;
	}
	return end > 1 ? end - 1 : end;
}

void
client_split_name(const char *full, struct str *first, struct str *last)
{
	const char *comma = strchr(full, ',');
	struct name_words words = {0};
	size_t at;

	if (comma != NULL &&
	    !is_one_of(suffixes, array_size(suffixes), comma + 1 + strspn(comma + 1, " "))) {
		(void)text_clean(last, full, (size_t)(comma - full), TEXT_LINE);
		(void)text_clean(first, comma + 1, strlen(comma + 1), TEXT_LINE);
		return;
	}
	split_words(full, &words);
	at = last_name_at(&words);
	join_words(&words, 0, at, first);
	join_words(&words, at, words.n, last);
	for (size_t i = 0; i < words.n; i++)
		free(words.v[i]);
	free(words.v);
}
