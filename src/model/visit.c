/* What happened in a session, and consents, as records: their words, and giving them back. */
#include <frontdesk/visit.h>

#include <stdlib.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "phrase.h"

static const char *const feedback_words[] = {
#define X(id, word, words) word,
    FEEDBACK_LIST(X)
#undef X
};

static const char *const feedback_said[] = {
#define X(id, word, words) words,
    FEEDBACK_LIST(X)
#undef X
};

const char *
feedback_word(enum feedback f)
{
	return feedback_words[f];
}

const char *
feedback_says(enum feedback f)
{
	return feedback_said[f];
}

/* As it is typed or as it is said; NONE has no word. */
enum err
feedback_find(const char *word, enum feedback *out)
{
	enum { FIRST = FEEDBACK_NONE + 1 };
	size_t i;
	enum err err;

	for (i = FIRST; i < FEEDBACK_COUNT; i++)
		if (text_same(word, feedback_said[i])) {
			*out = (enum feedback)i;
			return ERR_OK;
		}
	err = word_pick(word, feedback_words + FIRST, FEEDBACK_COUNT - FIRST, &i);
	if (err == ERR_OK)
		*out = (enum feedback)(i + FIRST);
	return err;
}

static const char *const field_words[] = {
#define X(id, word, label) word,
    VISIT_FIELD_LIST(X)
#undef X
};

const char *
visit_field_word(enum visit_field f)
{
	return field_words[f];
}

const char *
visit_field_label(enum visit_field f)
{
	static const char *const labels[] = {
#define X(id, word, label) label,
		VISIT_FIELD_LIST(X)
#undef X
	};

	return labels[f];
}

enum err
visit_field_find(const char *word, enum visit_field *out)
{
	size_t i;
	enum err err = word_pick(word, field_words, array_size(field_words), &i);

	if (err == ERR_OK)
		*out = (enum visit_field)i;
	return err;
}

bool
visit_field_is_private(enum visit_field f)
{
	return f >= VISIT_S && f <= VISIT_NOTE;
}

void
visit_init(struct visit *v)
{
	*v = (struct visit){
	    .pain_before = PAIN_NONE,
	    .pain_after = PAIN_NONE,
	    .comfort = PAIN_NONE,
	    .techniques = xstrdup(""),
	    .soap = {xstrdup(""), xstrdup(""), xstrdup(""), xstrdup("")},
	    .note = xstrdup(""),
	    .signed_by = xstrdup(""),
	};
}

void
visit_release(struct visit *v)
{
	region_list_release(&v->regions);
	free(v->techniques);
	for (size_t i = 0; i < array_size(v->soap); i++)
		free(v->soap[i]);
	free(v->note);
	free(v->signed_by);
	for (size_t i = 0; i < v->addenda.n; i++) {
		free(v->addenda.v[i].who);
		free(v->addenda.v[i].text);
	}
	free(v->addenda.v);
	*v = (struct visit){0};
}

void
visit_list_release(struct visit_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		visit_release(&l->v[i]);
	free(l->v);
	*l = (struct visit_list){0};
}

static const char *const consent_words[] = {
#define X(id, word, words, required) word,
    CONSENT_KIND_LIST(X)
#undef X
};

const char *
consent_kind_word(enum consent_kind k)
{
	return consent_words[k];
}

const char *
consent_kind_says(enum consent_kind k)
{
	static const char *const says[] = {
#define X(id, word, words, required) words,
		CONSENT_KIND_LIST(X)
#undef X
	};

	return says[k];
}

enum err
consent_kind_find(const char *word, enum consent_kind *out)
{
	size_t i;
	enum err err = word_pick(word, consent_words, array_size(consent_words), &i);

	if (err == ERR_OK)
		*out = (enum consent_kind)i;
	return err;
}

void
consent_given_release(struct consent_given *c)
{
	free(c->version);
	free(c->given_by);
	*c = (struct consent_given){0};
}

void
consent_list_release(struct consent_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		consent_given_release(&l->v[i]);
	free(l->v);
	*l = (struct consent_list){0};
}
