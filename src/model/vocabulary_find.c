/* Words of the practice's lists by what a person typed, and in the text of a note. */
#include <frontdesk/vocabulary.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

struct hits {
	const struct vocabulary_word **v;
	size_t n, cap;
};

bool
vocabulary_fits(const struct vocabulary_word *w, const char *typed, bool whole)
{
	bool (*fit)(const char *, const char *) = whole ? text_same : text_begins;
	bool any = fit(w->code, typed) || fit(w->label, typed);

	for (const char *p = w->also; !any && *p != '\0'; p += *p == ',') {
		size_t n = strcspn(p, ",");
		char *one = xstrndup(p, n);

		any = fit(one, typed);
		free(one);
		p += n;
	}
	return any;
}

static void
fitting(const struct vocabulary *l, enum vocabulary_kind kind, const char *typed, bool whole,
    struct hits *out)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];

		if (w->kind == kind && w->active && vocabulary_fits(w, typed, whole))
			/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
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
	const struct vocabulary_word *exact = vocabulary_word(l, kind, word);
	struct hits hits = {0};
	enum err err = ERR_OK;

	if (exact != NULL && exact->active) {
		*out = exact;
		return ERR_OK;
	}
	fitting(l, kind, word, true, &hits);
	if (hits.n == 0)
		fitting(l, kind, word, false, &hits);
	if (hits.n == 1)
		*out = hits.v[0];
	else
		err = hits.n == 0 ? not_found(l, kind, word) : ambiguous(&hits, kind, word);
	free(hits.v);
	return err;
}

/* A blank at both ends, so that only whole words are found in it. */
void
vocabulary_fold(struct str *out, const char *text)
{
	struct str key = {0};

	text_fold(&key, text, TEXT_FOLD_PLAIN);
	str_addf(out, " %s ", str_text(&key));
	str_release(&key);
}

static void
add_key(struct vocabulary_keys *out, const struct vocabulary_word *w, const char *text, size_t n)
{
	char *one = xstrndup(text, n);
	struct str key = {0};

	vocabulary_fold(&key, one);
	if (key.n > strlen("  "))
		*list_push(out) = (struct vocabulary_key){str_take(&key), w};
	str_release(&key);
	free(one);
}

void
vocabulary_keys_add(
    struct vocabulary_keys *out, const struct vocabulary *l, enum vocabulary_kind kind)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];

		if (w->kind != kind || !w->active)
			continue;
		add_key(out, w, w->code, strlen(w->code));
		add_key(out, w, w->label, strlen(w->label));
		for (const char *p = w->also; *p != '\0'; p += *p == ',') {
			size_t n = strcspn(p, ",");

			add_key(out, w, p, n);
			p += n;
		}
	}
}

void
vocabulary_keys_release(struct vocabulary_keys *k)
{
	for (size_t i = 0; i < k->n; i++)
		free(k->v[i].key);
	free(k->v);
	*k = (struct vocabulary_keys){0};
}

/* "other" is said of anything; one more of a thing is the same thing: "strokes". */
bool
vocabulary_key_in(const struct vocabulary_key *k, const char *folded)
{
	const size_t n = strlen(k->key) - 1; /* without the blank behind it */

	if (strcmp(k->word->code, "other") == 0)
		return false;
	for (const char *s = folded; *s != '\0'; s++) {
		if (strncmp(s, k->key, n) != 0)
			continue;
		if (s[n] == ' ' || strncmp(s + n, "s ", 2) == 0 || strncmp(s + n, "es ", 3) == 0)
			return true;
	}
	return false;
}
