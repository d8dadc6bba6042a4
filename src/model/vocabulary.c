/* The practice's word lists: their kinds, and a word by its code. */
#include <frontdesk/vocabulary.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "phrase.h"

static const char *const kind_words[] = {
#define X(id, word, help) word,
    VOCABULARY_LIST(X)
#undef X
};

const char *
vocabulary_kind_word(enum vocabulary_kind k)
{
	return kind_words[k];
}

const char *
vocabulary_kind_lists(enum vocabulary_kind k)
{
	static const char *const lists[] = {
#define X(id, word, help) help,
		VOCABULARY_LIST(X)
#undef X
	};

	return lists[k];
}

/* "qualities" of quality. */
static bool
is_plural(const char *typed, const char *word)
{
	struct str plural = {0};
	size_t n = strlen(word);
	bool same;

	str_add(&plural, word);
	if (word[n - 1] == 'y')
		str_cut(&plural, n - 1);
	str_add(&plural, word[n - 1] == 'y' ? "ies" : "s");
	same = text_same(typed, str_text(&plural));
	str_release(&plural);
	return same;
}

enum err
vocabulary_kind_find(const char *word, enum vocabulary_kind *out)
{
	enum err err = ERR_OK;
	size_t i = 0;

	while (i < array_size(kind_words) && !is_plural(word, kind_words[i]))
		i++;
	if (i == array_size(kind_words))
		err = word_pick(word, kind_words, array_size(kind_words), &i);
	if (err == ERR_OK)
		*out = (enum vocabulary_kind)i;
	return err;
}

void
vocabulary_word_release(struct vocabulary_word *w)
{
	free(w->code);
	free(w->label);
	free(w->also);
	free(w->section);
	*w = (struct vocabulary_word){0};
}

void
vocabulary_release(struct vocabulary *l)
{
	for (size_t i = 0; i < l->n; i++)
		vocabulary_word_release(&l->v[i]);
	free(l->v);
	*l = (struct vocabulary){0};
}

const struct vocabulary_word *
vocabulary_word(const struct vocabulary *l, enum vocabulary_kind kind, const char *code)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == kind && strcmp(l->v[i].code, code) == 0)
			return &l->v[i];
	return NULL;
}

const char *
vocabulary_label(const struct vocabulary *l, enum vocabulary_kind kind, const char *code)
{
	const struct vocabulary_word *w = vocabulary_word(l, kind, code);

	return w != NULL ? w->label : code;
}

const struct vocabulary_word *
vocabulary_at(const struct vocabulary *l, enum vocabulary_kind kind, int place)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == kind && l->v[i].place == place && l->v[i].active)
			return &l->v[i];
	return NULL;
}
