/* Places of the body: their notation read, written and said. */
#include <frontdesk/intake.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "phrase.h"

static const char *const kind_words[] = {
#define X(id, word, mark, words) word,
    REGION_KIND_LIST(X)
#undef X
};

const char *
region_kind_word(enum region_kind k)
{
	return kind_words[k];
}

enum err
region_kind_find(const char *word, enum region_kind *out)
{
	size_t i;
	enum err err = word_pick(word, kind_words, array_size(kind_words), &i);

	if (err == ERR_OK)
		*out = (enum region_kind)i;
	return err;
}

void
region_list_release(struct region_list *l)
{
	free(l->v);
	*l = (struct region_list){0};
}
