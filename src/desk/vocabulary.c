/* The practice's words: setting one up. */
#include <frontdesk/desk_health.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "vocabulary.h"

enum { PLACE_MOST = 999, REASON_MOST = 9 };

static const char small[] = "-0123456789abcdefghijklmnopqrstuvwxyz";

enum err
value_small_code(const char *value, char **slot)
{
	if (value[0] == '\0' || value[0] == '-' || value[strspn(value, small)] != '\0')
		return err_set(ERR_USAGE,
		    "\"%s\" is no code; a code is one word of small letters, digits and hyphens",
		    value);
	xstrset(slot, value);
	return ERR_OK;
}

/* Behind a region's code stand its side and a pain. */
static enum err
check_region(const char *value)
{
	if (strpbrk(value, "-0123456789") != NULL || strlen(value) >= REGION_CODE_SIZE)
		return err_set(ERR_USAGE,
		    "\"%s\" is no code of a region; it has %d letters at most", value,
		    REGION_CODE_SIZE - 1);
	return ERR_OK;
}

/* What is on record, and the rules of flags, know a word by its code. */
static enum err
set_code(struct desk *d, void *record, const char *value)
{
	struct vocabulary_word *w = record;
	enum err e = ERR_OK;

	(void)d;
	if (w->id != 0 && strcmp(value, w->code) != 0)
		return err_set(ERR_REFUSED,
		    "what is on record goes by the code; archive %s and add another", w->code);
	if (w->kind == VOCABULARY_REGION)
		e = check_region(value);
	return e == ERR_OK ? value_small_code(value, &w->code) : e;
}

static enum err
set_label(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_name(value, &((struct vocabulary_word *)record)->label);
}

/* "slipped disc,HNP" as "slipped disc, HNP" */
static enum err
set_also(struct desk *d, void *record, const char *value)
{
	struct words words = {0};
	struct str also = {0};

	(void)d;
	value_words(value, &words);
	for (size_t i = 0; i < words.n; i++)
		str_addf(&also, "%s%s", i > 0 ? ", " : "", words.v[i]);
	xstrset(&((struct vocabulary_word *)record)->also, str_text(&also));
	str_release(&also);
	words_release(&words);
	return ERR_OK;
}

static enum err
set_section(struct desk *d, void *record, const char *value)
{
	(void)d;
	xstrset(&((struct vocabulary_word *)record)->section, value);
	return ERR_OK;
}

static enum err
set_place(struct desk *d, void *record, const char *value)
{
	struct vocabulary_word *w = record;

	(void)d;
	return value_number(
	    value, 1, w->kind == VOCABULARY_REASON ? REASON_MOST : PLACE_MOST, &w->place);
}

#define SAY(field, ...) \
	static void say_##field(const struct desk *d, const void *record, struct str *out) \
	{ \
		const struct vocabulary_word *w = record; \
\
		(void)d; \
		str_addf(out, __VA_ARGS__); \
	}
SAY(code, "%s", w->code)
SAY(label, "%s", w->label)
SAY(also, "%s", w->also)
SAY(section, "%s", w->section)
SAY(place, "%d", w->place)
#undef SAY

static const struct field fields[] = {
#define X(field, label, help) {#field, set_##field, say_##field},
    VOCABULARY_FIELD_LIST(X)
#undef X
};

void
desk_vocabulary_say(const struct desk *d, int64_t id, size_t field, struct str *out)
{
	const struct vocabulary_word *w = practice_word(&d->practice, id);

	if (w != NULL)
		fields[field].say(d, w, out);
}

/* Behind the last of its kind; of reasons the first digit that is free. */
static int
next_place(const struct vocabulary *l, enum vocabulary_kind kind)
{
	int place = 1;

	if (kind == VOCABULARY_REASON) {
		while (vocabulary_at(l, kind, place) != NULL)
			place++;
		return place;
	}
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == kind && l->v[i].place >= place)
			place = l->v[i].place + 1;
	return place;
}

/* A digit picks one reason. */
static enum err
check_reason(const struct vocabulary *l, const struct vocabulary_word *w)
{
	if (w->kind != VOCABULARY_REASON || !w->active)
		return ERR_OK;
	if (w->place > REASON_MOST)
		return err_set(ERR_REFUSED, "the digits 1 to 9 are taken; archive a reason first");
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == w->kind && l->v[i].place == w->place && l->v[i].active &&
		    l->v[i].id != w->id)
			return err_set(ERR_REFUSED, "the digit %d picks \"%s\"; take another place",
			    w->place, l->v[i].label);
	return ERR_OK;
}

static enum err
save(struct desk *d, struct vocabulary_word *w)
{
	enum err e;

	if (w->code == NULL)
		return err_set(ERR_USAGE, "a %s needs a code: code=CODE label=\"in words\"",
		    vocabulary_kind_word(w->kind));
	if (w->label == NULL)
		w->label = xstrdup(w->code);
	if (w->place == 0)
		w->place = next_place(&d->practice.vocabulary, w->kind);
	e = check_reason(&d->practice.vocabulary, w);
	return e == ERR_OK ? store_vocabulary_save(d->store, w) : e;
}

enum err
vocabulary_add_inside(
    struct desk *d, enum vocabulary_kind kind, int64_t *id, char *const *words, size_t n)
{
	struct vocabulary_word w = {.kind = kind, .active = true};
	enum err e = fields_set(d, fields, array_size(fields), &w, words, n);

	if (e == ERR_OK)
		e = save(d, &w);
	if (e == ERR_OK) {
		*id = w.id;
		desk_setup_label(d, "Added", vocabulary_kind_word(kind), w.label);
	}
	vocabulary_word_release(&w);
	return e;
}

/* One of the practice as read, to be changed in place; NULL: there is none of that kind. */
static struct vocabulary_word *
of(struct desk *d, int64_t id)
{
	return (struct vocabulary_word *)(uintptr_t)practice_word(&d->practice, id);
}

static enum err
edit_inside(struct desk *d, int64_t id, char *const *words, size_t n)
{
	struct vocabulary_word *w = of(d, id);
	enum err e;

	if (w == NULL)
		return err_set(ERR_NOT_FOUND, "no word #%lld", (long long)id);
	e = fields_set(d, fields, array_size(fields), w, words, n);
	if (e == ERR_OK)
		e = save(d, w);
	if (e == ERR_OK)
		desk_setup_label(d, "Changed", vocabulary_kind_word(w->kind), w->label);
	return e;
}

enum err
desk_vocabulary_save(
    struct desk *d, enum vocabulary_kind kind, int64_t *id, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Changed a word");
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	return desk_setup_end(d,
	    *id == 0 ? vocabulary_add_inside(d, kind, id, words, n)
		     : edit_inside(d, *id, words, n));
}

enum err
desk_vocabulary_archive(struct desk *d, int64_t id, bool archived)
{
	struct store_step step = desk_step(d, "Archived a word");
	struct vocabulary_word *w;
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	w = of(d, id);
	if (w == NULL)
		return desk_setup_end(d, err_set(ERR_NOT_FOUND, "no word #%lld", (long long)id));
	w->active = !archived;
	desk_setup_label(
	    d, archived ? "Archived" : "Took back", vocabulary_kind_word(w->kind), w->label);
	return desk_setup_end(d, save(d, w));
}
