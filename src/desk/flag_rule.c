/* The practice's flag rules: setting one up. */
#include <frontdesk/desk_health.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "vocabulary.h"

enum { PLACE_MOST = 999, DAYS_MOST = 3650 };

static struct flag_rule *
rule_of(void *record)
{
	return record;
}

/* Clearances and who knows of a flag go by its code. */
static enum err
set_code(struct desk *d, void *record, const char *value)
{
	struct flag_rule *r = record;

	(void)d;
	if (r->id != 0 && strcmp(value, r->code) != 0)
		return err_set(ERR_REFUSED,
		    "what is on record goes by the code; archive %s and add another", r->code);
	return value_small_code(value, &r->code);
}

static enum err
set_name(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_name(value, &rule_of(record)->name);
}

static enum err
set_level(struct desk *d, void *record, const char *value)
{
	(void)d;
	return flag_level_find(value, &rule_of(record)->level);
}

static enum err
set_when(struct desk *d, void *record, const char *value)
{
	(void)d;
	xstrset(&rule_of(record)->raised_by, value);
	return ERR_OK;
}

static enum err
set_prompt(struct desk *d, void *record, const char *value)
{
	(void)d;
	xstrset(&rule_of(record)->prompt, value);
	return ERR_OK;
}

static enum err
set_cap(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_number(value, 0, PRESSURE_MOST, &rule_of(record)->cap);
}

/* "*", or services, by whatever they are called. */
static enum err
set_blocks(struct desk *d, void *record, const char *value)
{
	struct words names = {0};
	struct str codes = {0};
	enum err e = ERR_OK;

	value_words(value, &names);
	for (size_t i = 0; i < names.n && e == ERR_OK; i++) {
		const char *code = names.v[i];
		int64_t id;

		if (strcmp(code, "*") != 0) {
			e = practice_find_service(&d->practice, code, &id);
			if (e == ERR_OK)
				code = practice_service(&d->practice, id)->code;
		}
		str_addf(&codes, "%s%s", codes.n > 0 ? "," : "", code);
	}
	if (e == ERR_OK)
		xstrset(&rule_of(record)->blocks, str_text(&codes));
	str_release(&codes);
	words_release(&names);
	return e;
}

static void
learn(struct words *known, const struct words *skills)
{
	for (size_t i = 0; i < skills->n; i++)
		(void)words_add(known, skills->v[i]);
}

/* Those of the shipped rules may wait for somebody who has them. */
static void
known_skills(const struct practice *p, struct words *out)
{
	for (size_t i = 0; i < p->therapists.n; i++)
		learn(out, &p->therapists.v[i].skills);
	for (size_t i = 0; i < p->services.n; i++)
		learn(out, &p->services.v[i].skills);
	for (size_t i = 0; i < p->flag_rules.n; i++)
		if (p->flag_rules.v[i].skill[0] != '\0')
			(void)words_add(out, p->flag_rules.v[i].skill);
}

static enum err
set_skill(struct desk *d, void *record, const char *value)
{
	struct words known = {0};
	struct str list = {0};
	enum err e = ERR_OK;

	known_skills(&d->practice, &known);
	for (size_t i = 0; i < known.n; i++)
		str_addf(&list, "%s%s", i > 0 ? ", " : "", known.v[i]);
	/* What is shipped is added before there is any rule, or anybody who could have it. */
	if (value[0] == '\0' || d->practice.flag_rules.n == 0 || words_has(&known, value))
		xstrset(&rule_of(record)->skill, value);
	else
		e = err_set(ERR_NOT_FOUND, "no therapist has the skill \"%s\"; there are: %s",
		    value, list.n > 0 ? str_text(&list) : "none yet");
	str_release(&list);
	words_release(&known);
	return e;
}

static enum err
set_expires(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_number(value, 0, DAYS_MOST, &rule_of(record)->expires_days);
}

static enum err
set_acknowledge(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_yes(value, &rule_of(record)->acknowledge);
}

static enum err
set_place(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_number(value, 1, PLACE_MOST, &rule_of(record)->place);
}

#define SAY(field, ...) \
	static void say_##field(const struct desk *d, const void *record, struct str *out) \
	{ \
		const struct flag_rule *r = record; \
\
		(void)d; \
		str_addf(out, __VA_ARGS__); \
	}
SAY(code, "%s", r->code)
SAY(name, "%s", r->name)
SAY(level, "%s", flag_level_word(r->level))
SAY(when, "%s", r->raised_by)
SAY(prompt, "%s", r->prompt)
SAY(cap, "%d", r->cap)
SAY(blocks, "%s", r->blocks)
SAY(skill, "%s", r->skill)
SAY(expires, "%d", r->expires_days)
SAY(acknowledge, "%s", r->acknowledge ? "yes" : "no")
SAY(place, "%d", r->place)
#undef SAY

static const struct field fields[] = {
#define X(field, label, help) {#field, set_##field, say_##field},
    FLAG_FIELD_LIST(X)
#undef X
};

void
desk_flag_rule_say(const struct desk *d, int64_t id, size_t field, struct str *out)
{
	const struct flag_rule *r = practice_flag_rule(&d->practice, id);

	if (r != NULL)
		fields[field].say(d, r, out);
}

/* Behind the last of its level. */
static int
next_place(const struct flag_rules *l, enum flag_level level)
{
	int place = 1;

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].level == level && l->v[i].place >= place)
			place = l->v[i].place + 1;
	return place;
}

static enum err
save(struct desk *d, struct flag_rule *r)
{
	enum err e;

	if (r->code == NULL || r->name == NULL || str_or_empty(r->raised_by)[0] == '\0')
		return err_set(ERR_USAGE,
		    "a flag needs a code, a name, a level and what raises it: code=gout name=Gout "
		    "level=LOCAL when=condition:gout");
	if (r->place == 0)
		r->place = next_place(&d->practice.flag_rules, r->level);
	e = flag_rule_check(r, &d->practice.vocabulary);
	return e == ERR_OK ? store_flag_rule_save(d->store, r) : e;
}

static bool
names_level(char *const *words, size_t n)
{
	static const char level[] = "level=";

	for (size_t i = 0; i < n; i++)
		if (strncmp(words[i], level, sizeof(level) - 1) == 0)
			return true;
	return false;
}

enum err
flag_rule_add_inside(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct flag_rule r = {.active = true};
	enum err e = ERR_OK;

	if (!names_level(words, n))
		e = err_set(ERR_USAGE, "a flag needs a level: level=ADAPT");
	if (e == ERR_OK)
		e = fields_set(d, fields, array_size(fields), &r, words, n);
	if (e == ERR_OK)
		e = save(d, &r);
	if (e == ERR_OK) {
		*id = r.id;
		desk_setup_label(d, "Added", "flag", r.name);
	}
	flag_rule_release(&r);
	return e;
}

/* One of the practice as read, to be changed in place. */
static struct flag_rule *
of(struct desk *d, int64_t id)
{
	return (struct flag_rule *)(uintptr_t)practice_flag_rule(&d->practice, id);
}

static enum err
edit_inside(struct desk *d, int64_t id, char *const *words, size_t n)
{
	struct flag_rule *r = of(d, id);
	enum err e;

	if (r == NULL)
		return err_set(ERR_NOT_FOUND, "no flag #%lld", (long long)id);
	e = fields_set(d, fields, array_size(fields), r, words, n);
	if (e == ERR_OK)
		e = save(d, r);
	if (e == ERR_OK)
		desk_setup_label(d, "Changed", "flag", r->name);
	return e;
}

enum err
desk_flag_rule_save(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Changed a flag");
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	return desk_setup_end(
	    d, *id == 0 ? flag_rule_add_inside(d, id, words, n) : edit_inside(d, *id, words, n));
}

enum err
desk_flag_rule_archive(struct desk *d, int64_t id, bool archived)
{
	struct store_step step = desk_step(d, "Archived a flag");
	struct flag_rule *r;
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	r = of(d, id);
	if (r == NULL)
		return desk_setup_end(d, err_set(ERR_NOT_FOUND, "no flag #%lld", (long long)id));
	r->active = !archived;
	desk_setup_label(d, archived ? "Archived" : "Took back", "flag", r->name);
	return desk_setup_end(d, store_flag_rule_save(d->store, r));
}
