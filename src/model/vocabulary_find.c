/* Words of the practice's lists by what a person typed, and in the text of a note. */
#include <frontdesk/vocabulary.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

/* How a word may fit what was typed. */
typedef bool fits(const char *word, const char *typed);

struct hits {
	const struct vocabulary_word **v;
	size_t n, cap;
};

/* Whether code, label or one of the other words fits. */
static bool
any_fits(const struct vocabulary_word *w, fits *fit, const char *typed)
{
	const char *p = w->also;
	bool any = fit(w->code, typed) || fit(w->label, typed);

	while (!any && *p != '\0') {
		size_t n = strcspn(p, ",");
		char *one = xstrndup(p, n);

		any = fit(one, typed);
		free(one);
		p += n + (p[n] == ',');
	}
	return any;
}

bool
vocabulary_fits(const struct vocabulary_word *w, const char *typed, bool whole)
{
	return any_fits(w, whole ? text_same : text_begins, typed);
}

static void
fitting(const struct vocabulary *l, enum vocabulary_kind kind, fits *fit, const char *typed,
    struct hits *out)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];

		if (w->kind == kind && w->active && any_fits(w, fit, typed))
			*list_push(out) = w;
	}
}

static enum err
not_found(const struct vocabulary *l, enum vocabulary_kind kind, const char *typed)
{
	struct str all = {0};

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == kind && l->v[i].active)
			str_addf(&all, "%s%s", all.n > 0 ? ", " : "", l->v[i].code);
	err_set(ERR_NOT_FOUND, "no %s \"%s\"; there %s%s", vocabulary_kind_word(kind), typed,
	    all.n > 0 ? "are: " : "are none", str_text(&all));
	str_release(&all);
	return ERR_NOT_FOUND;
}

static enum err
ambiguous(const struct hits *hits, enum vocabulary_kind kind, const char *typed)
{
	struct str all = {0};

	for (size_t i = 0; i < hits->n; i++)
		str_addf(&all, "%s%s (%s)", i > 0 ? ", " : "", hits->v[i]->code, hits->v[i]->label);
	err_set(ERR_NOT_FOUND, "%s \"%s\" could be: %s", vocabulary_kind_word(kind), typed,
	    str_text(&all));
	str_release(&all);
	return ERR_NOT_FOUND;
}

enum err
vocabulary_find(const struct vocabulary *l, enum vocabulary_kind kind, const char *word,
    const struct vocabulary_word **out)
{
	static fits *const ways[] = {text_same, text_begins};
	const struct vocabulary_word *exact = vocabulary_word(l, kind, word);
	struct hits hits = {0};
	enum err err = ERR_OK;

	if (exact != NULL && exact->active) {
		*out = exact;
		return ERR_OK;
	}
	for (size_t i = 0; i < array_size(ways) && hits.n == 0; i++)
		fitting(l, kind, ways[i], word, &hits);
	if (hits.n == 1)
		*out = hits.v[0];
	else
		err = hits.n == 0 ? not_found(l, kind, word) : ambiguous(&hits, kind, word);
	free(hits.v);
	return err;
}

/* " text " as a search key: a blank at both ends, so that only whole words are found in it. */
static void
fold(struct str *out, const char *text)
{
	struct str key = {0};

	text_fold(&key, text, TEXT_FOLD_PLAIN);
	str_addf(out, " %s ", str_text(&key));
	str_release(&key);
}

/* Whether a folded text has these words. */
static bool
is_in(const char *words, const char *folded)
{
	struct str key = {0};
	bool found;

	fold(&key, words);
	/* Of punctuation alone nothing is left. */
	found = key.n > 2 && strstr(folded, str_text(&key)) != NULL;
	str_release(&key);
	return found;
}

bool
vocabulary_in_text(const struct vocabulary_word *w, const char *text)
{
	struct str folded = {0};
	bool found;

	fold(&folded, text);
	found = any_fits(w, is_in, str_text(&folded));
	str_release(&folded);
	return found;
}
