/* vocabulary: the practice's words and flags; list, add, edit, archive. */
#include "out.h"
#include "verbs.h"

#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { ALL = 0 };

/* Which list a command is about: words of a kind, or the flags, which are no words. */
struct list {
	bool flags;
	enum vocabulary_kind kind;
};

static enum err
read_list(const char *word, struct list *out)
{
	enum err e;

	*out = (struct list){.flags = text_same(word, "flag") || text_same(word, "flags")};
	if (out->flags)
		return ERR_OK;
	e = vocabulary_kind_find(word, &out->kind);
	return e == ERR_OK ? e : err_set(e, "%s, flag", err_message());
}

/* --- What goes out --------------------------------------------------------------------------- */

static const struct table_column kind_columns[] = {
    {"kind", "Kind", TABLE_WHOLE},
    {"words", "Words", TABLE_NUMBER},
    {"help", "What", TABLE_STRING},
};

static enum err
out_kinds(const struct request *r)
{
	const struct practice *p = &r->desk.practice;
	struct table *t = out_table(r, kind_columns, array_size(kind_columns));
	int64_t flags = 0;

	for (int k = 0; k < VOCABULARY_KIND_COUNT; k++) {
		int64_t n = 0;

		for (size_t i = 0; i < p->vocabulary.n; i++)
			n += (int)p->vocabulary.v[i].kind == k && p->vocabulary.v[i].active;
		table_text(t, vocabulary_kind_word((enum vocabulary_kind)k));
		table_number(t, n);
		table_text(t, vocabulary_kind_lists((enum vocabulary_kind)k));
	}
	for (size_t i = 0; i < p->flag_rules.n; i++)
		flags += p->flag_rules.v[i].active;
	table_text(t, "flag");
	table_number(t, flags);
	table_text(t, FLAGS_ARE);
	return table_end(t);
}

static const struct table_column word_columns[] = {
    {"kind", NULL, TABLE_WHOLE},
    {"code", "Code", TABLE_WHOLE},
    {"label", "Label", TABLE_STRING},
    {"also", "Also", TABLE_LIST},
    {"section", "Section", TABLE_WHOLE},
    {"place", "Place", TABLE_NUMBER},
    {"active", "Active", TABLE_WHOLE},
};

static enum err
out_words(const struct request *r, enum vocabulary_kind kind, int64_t only)
{
	const struct vocabulary *l = &r->desk.practice.vocabulary;
	struct table *t = out_table(r, word_columns, array_size(word_columns));

	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];

		if (w->kind != kind || (only != ALL && w->id != only))
			continue;
		table_text(t, vocabulary_kind_word(w->kind));
		table_text(t, w->code);
		table_text(t, w->label);
		table_text(t, w->also);
		table_text(t, w->section);
		table_number(t, w->place);
		table_text(t, w->active ? "yes" : "no");
	}
	return table_end(t);
}

static const struct table_column flag_columns[] = {
    {"code", "Code", TABLE_WHOLE},
    {"level", "Level", TABLE_WHOLE},
    {"name", "Name", TABLE_STRING},
    {"when", NULL, TABLE_STRING},
    {"prompt", "What to do", TABLE_STRING},
    {"cap", "Cap", TABLE_NUMBER},
    {"blocks", NULL, TABLE_LIST},
    {"skill", NULL, TABLE_STRING},
    {"expires", NULL, TABLE_NUMBER},
    {"acknowledge", NULL, TABLE_STRING},
    {"place", NULL, TABLE_NUMBER},
    {"active", "Active", TABLE_WHOLE},
};

static void
out_rule(struct table *t, const struct flag_rule *f)
{
	table_text(t, f->code);
	table_text(t, flag_level_word(f->level));
	table_text(t, f->name);
	table_text(t, f->raised_by);
	table_text(t, f->prompt);
	table_id(t, f->cap);
	table_text(t, f->blocks);
	table_text(t, f->skill);
	table_id(t, f->expires_days);
	table_text(t, f->acknowledge ? "yes" : "no");
	table_number(t, f->place);
	table_text(t, f->active ? "yes" : "no");
}

static enum err
out_rules(const struct request *r, int64_t only)
{
	const struct flag_rules *l = &r->desk.practice.flag_rules;
	struct table *t = out_table(r, flag_columns, array_size(flag_columns));

	for (size_t i = 0; i < l->n; i++)
		if (only == ALL || l->v[i].id == only)
			out_rule(t, &l->v[i]);
	return table_end(t);
}

/* One flag for people: every field on a line of its own. */
static enum err
out_flag(const struct request *r, int64_t id)
{
	static const char *const names[] = {
#define X(field, label, help) #field,
		FLAG_FIELD_LIST(X)
#undef X
	};

	if (r->format != TABLE_TEXT)
		return out_rules(r, id);
	for (size_t i = 0; i < array_size(names); i++) {
		struct str value = {0};

		desk_flag_rule_say(&r->desk, id, i, &value);
		out_field(names[i], "%s", str_text(&value));
		str_release(&value);
	}
	if (!practice_flag_rule(&r->desk.practice, id)->active)
		out_field("active", "no");
	return ERR_OK;
}

static enum err
out_one(const struct request *r, const struct list *l, int64_t id)
{
	return l->flags ? out_flag(r, id) : out_words(r, l->kind, id);
}

/* --- The verbs ------------------------------------------------------------------------------- */

/* By whole code archived ones too: they can come back. */
static enum err
find(const struct request *r, const struct list *l, const char *word, int64_t *id)
{
	const struct practice *p = &r->desk.practice;
	const struct flag_rule *f = l->flags ? flag_rule(&p->flag_rules, word) : NULL;
	const struct vocabulary_word *w =
	    l->flags ? NULL : vocabulary_word(&p->vocabulary, l->kind, word);
	enum err e = ERR_OK;

	if (l->flags && f == NULL)
		e = flag_rule_find(&p->flag_rules, word, &f);
	if (!l->flags && w == NULL)
		e = vocabulary_find(&p->vocabulary, l->kind, word, &w);
	if (e == ERR_OK)
		*id = l->flags ? f->id : w->id;
	return e;
}

static enum err
save(struct request *r, const struct list *l, int64_t id, size_t first)
{
	char *const *fields = (char *const *)(r->args.v + first);
	size_t n = r->args.n - first;
	enum err e = l->flags ? desk_flag_rule_save(&r->desk, &id, fields, n)
			      : desk_vocabulary_save(&r->desk, l->kind, &id, fields, n);

	return e == ERR_OK ? out_one(r, l, id) : e;
}

enum err
verb_vocabulary_list(struct request *r)
{
	struct list l;
	enum err e;

	if (r->args.n == 0)
		return out_kinds(r);
	e = read_list(r->args.v[0], &l);
	if (e != ERR_OK)
		return e;
	return l.flags ? out_rules(r, ALL) : out_words(r, l.kind, ALL);
}

enum err
verb_vocabulary_add(struct request *r)
{
	struct list l;
	enum err e = read_list(r->args.v[0], &l);

	return e == ERR_OK ? save(r, &l, 0, 1) : e;
}

enum err
verb_vocabulary_edit(struct request *r)
{
	struct list l;
	int64_t id;
	enum err e = read_list(r->args.v[0], &l);

	if (e == ERR_OK)
		e = find(r, &l, r->args.v[1], &id);
	return e == ERR_OK ? save(r, &l, id, 2) : e;
}

enum err
verb_vocabulary_archive(struct request *r)
{
	struct list l;
	bool back;
	int64_t id = 0;
	enum err e = read_list(r->args.v[0], &l);

	if (e == ERR_OK)
		e = request_back(r, 2, &back);
	if (e == ERR_OK)
		e = find(r, &l, r->args.v[1], &id);
	if (e == ERR_OK)
		e = l.flags ? desk_flag_rule_archive(&r->desk, id, !back)
			    : desk_vocabulary_archive(&r->desk, id, !back);
	return e == ERR_OK ? out_one(r, &l, id) : e;
}
