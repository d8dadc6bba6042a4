/* The shipped words and flags, into a file that has none of a kind yet. */
#include "load.h"
#include "vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

static const char *const tables[VOCABULARY_KIND_COUNT] = {
    [VOCABULARY_REGION] = "regions.tsv",
    [VOCABULARY_GOAL] = "goals.tsv",
    [VOCABULARY_CAUSE] = "causes.tsv",
    [VOCABULARY_QUALITY] = "qualities.tsv",
    [VOCABULARY_CONDITION] = "conditions.tsv",
    [VOCABULARY_MEDICATION] = "medications.tsv",
    [VOCABULARY_TECHNIQUE] = "techniques.tsv",
    [VOCABULARY_NICKNAME] = "nicknames.tsv",
    [VOCABULARY_REASON] = "reasons.tsv",
};

static enum err
add_word(struct desk *d, void *arg, char *const *words, size_t n)
{
	int64_t id;

	return vocabulary_add_inside(d, *(const enum vocabulary_kind *)arg, &id, words, n);
}

/* "blocks=" with those services alone that the practice gives: the others need no rule. */
static void
blocks_given(const struct desk *d, const char *codes, struct str *out)
{
	str_add(out, "blocks=");
	while (*codes != '\0') {
		const size_t n = strcspn(codes, ",");
		char *code = xstrndup(codes, n);
		int64_t id;

		if (practice_find_service(&d->practice, code, &id) == ERR_OK)
			str_addf(out, "%s%s", str_text(out)[out->n - 1] == '=' ? "" : ",", code);
		free(code);
		codes += n + (codes[n] == ',');
	}
}

static enum err
add_rule(struct desk *d, void *arg, char *const *words, size_t n)
{
	static const char blocks[] = "blocks=";
	struct str given = {0};
	char **mine = xcalloc(n, sizeof(*mine));
	int64_t id;
	enum err e;

	(void)arg;
	for (size_t i = 0; i < n; i++) {
		mine[i] = words[i];
		if (strncmp(words[i], blocks, strlen(blocks)) == 0) {
			blocks_given(d, words[i] + strlen(blocks), &given);
			mine[i] = given.v;
		}
	}
	e = flag_rule_add_inside(d, &id, mine, n);
	str_release(&given);
	free(mine);
	return e;
}

enum err
vocabulary_table(struct desk *d, enum vocabulary_kind kind, const char *tsv)
{
	static const char *const needed[] = {"code", "label"};
	const struct load l = {tables[kind], needed, array_size(needed), add_word, &kind};

	return load_table(d, &l, tsv);
}

enum err
flag_rule_table(struct desk *d, const char *tsv)
{
	static const char *const needed[] = {"code", "name", "level", "when", "prompt"};
	static const struct load l = {"flags.tsv", needed, array_size(needed), add_rule, NULL};

	return load_table(d, &l, tsv);
}

static bool
has_kind(const struct vocabulary *l, enum vocabulary_kind kind)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == kind)
			return true;
	return false;
}

static bool
is_whole(const struct practice *p)
{
	for (int k = 0; k < VOCABULARY_KIND_COUNT; k++)
		if (!has_kind(&p->vocabulary, (enum vocabulary_kind)k))
			return false;
	return p->flag_rules.n > 0;
}

/* The words first: the rules name them. */
static enum err
load_missing(struct desk *d)
{
	enum err e = desk_reload(d);

	for (int k = 0; e == ERR_OK && k < VOCABULARY_KIND_COUNT; k++) {
		enum vocabulary_kind kind = (enum vocabulary_kind)k;

		if (!has_kind(&d->practice.vocabulary, kind))
			e = vocabulary_table(d, kind, load_shipped(tables[kind]));
	}
	if (e == ERR_OK)
		e = desk_reload(d);
	if (e == ERR_OK && d->practice.flag_rules.n == 0)
		e = flag_rule_table(d, load_shipped("flags.tsv"));
	store_relabel(d->store, "Loaded the shipped words", NULL);
	return e;
}

/* Nobody's doing: one line in the audit, and nothing to take back. */
enum err
desk_vocabulary_load(struct desk *d)
{
	struct store_step step = desk_note_step(d, "Loaded the shipped words");
	enum err e;

	if (is_whole(&d->practice) || store_read_only(d->store))
		return ERR_OK;
	step.bulk = true;
	e = store_begin(d->store, &step);
	return e == ERR_OK ? desk_setup_end(d, load_missing(d)) : e;
}
