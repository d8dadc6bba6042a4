/* The practice's words and flag rules: read along with the practice, and saved. */
#include <frontdesk/store_health.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "records.h"

/* false: a kind of a later version, no business of ours. */
static bool
find_kind(const char *word, enum vocabulary_kind *out)
{
	for (int k = 0; k < VOCABULARY_KIND_COUNT; k++)
		if (strcmp(vocabulary_kind_word((enum vocabulary_kind)k), word) == 0) {
			*out = (enum vocabulary_kind)k;
			return true;
		}
	return false;
}

static enum err
read_words(struct store *s, struct vocabulary *l)
{
	struct stmt st = stmt_begin(s, STMT_WORDS);
	enum vocabulary_kind kind;

	while (stmt_row(&st))
		if (find_kind(stmt_peek(&st, "kind"), &kind))
			*list_push(l) = (struct vocabulary_word){
			    .id = stmt_i64(&st, "id"),
			    .rev = (int)stmt_i64(&st, "rev"),
			    .kind = kind,
			    .code = stmt_text(&st, "code"),
			    .label = stmt_text(&st, "label"),
			    .also = stmt_text(&st, "also"),
			    .section = stmt_text(&st, "section"),
			    .place = (int)stmt_i64(&st, "place"),
			    .active = stmt_i64(&st, "active") != 0,
			};
	return stmt_end(&st);
}

static enum flag_level
read_level(const char *word)
{
	int l = 0;

	/* The file holds no other; were there one, it would be taken for the gravest. */
	for (int i = 0; i < FLAG_LEVEL_COUNT; i++)
		if (strcmp(flag_level_word((enum flag_level)i), word) == 0)
			l = i;
	return (enum flag_level)l;
}

static enum err
read_rules(struct store *s, struct flag_rules *l)
{
	struct stmt st = stmt_begin(s, STMT_FLAG_RULES);

	while (stmt_row(&st))
		*list_push(l) = (struct flag_rule){
		    .id = stmt_i64(&st, "id"),
		    .rev = (int)stmt_i64(&st, "rev"),
		    .code = stmt_text(&st, "code"),
		    .name = stmt_text(&st, "name"),
		    .level = read_level(stmt_peek(&st, "level")),
		    .raised_by = stmt_text(&st, "raised_by"),
		    .prompt = stmt_text(&st, "prompt"),
		    .cap = (int)stmt_i64(&st, "cap"),
		    .blocks = stmt_text(&st, "blocks"),
		    .skill = stmt_text(&st, "skill"),
		    .expires_days = (int)stmt_i64(&st, "expires_days"),
		    .acknowledge = stmt_i64(&st, "acknowledge") != 0,
		    .place = (int)stmt_i64(&st, "place"),
		    .active = stmt_i64(&st, "active") != 0,
		    .updated = stmt_i64(&st, "updated"),
		};
	return stmt_end(&st);
}

static int
compare(int rank_a, int place_a, const char *code_a, int rank_b, int place_b, const char *code_b)
{
	if (rank_a != rank_b)
		return rank_a - rank_b;
	return place_a != place_b ? place_a - place_b : strcmp(code_a, code_b);
}

static int
by_kind(const void *a, const void *b)
{
	const struct vocabulary_word *v = a, *w = b;

	return compare((int)v->kind, v->place, v->code, (int)w->kind, w->place, w->code);
}

static int
by_level(const void *a, const void *b)
{
	const struct flag_rule *r = a, *s = b;

	return compare((int)r->level, r->place, r->code, (int)s->level, s->place, s->code);
}

enum err
words_read(struct store *s, struct practice *p)
{
	enum err e = read_words(s, &p->vocabulary);

	if (e == ERR_OK)
		e = read_rules(s, &p->flag_rules);
	if (p->vocabulary.n > 0)
		qsort(p->vocabulary.v, p->vocabulary.n, sizeof(*p->vocabulary.v), by_kind);
	if (p->flag_rules.n > 0)
		qsort(p->flag_rules.v, p->flag_rules.n, sizeof(*p->flag_rules.v), by_level);
	return e;
}

enum err
store_vocabulary_save(struct store *s, struct vocabulary_word *w)
{
	struct stmt st = stmt_begin(s, STMT_WORD_TAKEN);
	enum err e;

	stmt_bind_text(&st, ":kind", vocabulary_kind_word(w->kind));
	e = record_code_free(&st, w->code, w->id);
	if (e != ERR_OK)
		return e;
	st = stmt_begin(s, w->id == 0 ? STMT_WORD_INSERT : STMT_WORD_UPDATE);
	record_bind(&st, w->id, w->rev);
	stmt_bind_text(&st, ":kind", vocabulary_kind_word(w->kind));
	stmt_bind_text(&st, ":code", w->code);
	stmt_bind_text(&st, ":label", w->label);
	stmt_bind_text(&st, ":also", w->also);
	stmt_bind_text(&st, ":section", w->section);
	stmt_bind_i64(&st, ":place", w->place);
	stmt_bind_i64(&st, ":active", w->active);
	return record_saved(&st, STMT_WORD_CHANGED, "word", &w->id, &w->rev);
}

enum err
store_flag_rule_save(struct store *s, struct flag_rule *r)
{
	struct stmt st = stmt_begin(s, STMT_FLAG_RULE_TAKEN);
	enum err e = record_code_free(&st, r->code, r->id);

	if (e != ERR_OK)
		return e;
	st = stmt_begin(s, r->id == 0 ? STMT_FLAG_RULE_INSERT : STMT_FLAG_RULE_UPDATE);
	record_bind(&st, r->id, r->rev);
	stmt_bind_text(&st, ":code", r->code);
	stmt_bind_text(&st, ":name", r->name);
	stmt_bind_text(&st, ":level", flag_level_word(r->level));
	stmt_bind_text(&st, ":raised_by", r->raised_by);
	stmt_bind_text(&st, ":prompt", r->prompt);
	stmt_bind_i64(&st, ":cap", r->cap);
	stmt_bind_text(&st, ":blocks", r->blocks);
	stmt_bind_text(&st, ":skill", r->skill);
	stmt_bind_i64(&st, ":expires_days", r->expires_days);
	stmt_bind_i64(&st, ":acknowledge", r->acknowledge);
	stmt_bind_i64(&st, ":place", r->place);
	stmt_bind_i64(&st, ":active", r->active);
	return record_saved(&st, STMT_FLAG_RULE_CHANGED, "flag", &r->id, &r->rev);
}
