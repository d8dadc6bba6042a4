/* What a caller says, word by word: places, conditions, causes, medications, and the rest. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "intake_parts.h"
#include "phrase.h"

#define WHAT_IS_HEARD \
	"a place (!lb7), a condition, a cause, a medication, !preg 12.2., !p3 or !FIELD=VALUE"

/* Under way: `in` is a copy that takes the place of the caller's when all is understood. */
struct hearing {
	struct intake in;
	const struct intake_habits *h;
	struct str said;
};

/* --- Readings of a word ---------------------------------------------------------------------- */

/* The lists a bare word is looked up in; the order is that of the readings. */
static const enum vocabulary_kind kinds[] = {
    VOCABULARY_REGION, VOCABULARY_CONDITION, VOCABULARY_CAUSE, VOCABULARY_MEDICATION};

/* How a word fits a name: what is only near is never taken, but named. */
enum fit { FIT_NONE, FIT_NEAR, FIT_BEGINS, FIT_WHOLE };

/*
 * `word` is folded as a key is. Taken as the beginning of a name is one of four letters of which
 * the last word alone is begun: "slipped di", but not "deep", "one leg".
 */
static enum fit
fits(const struct vocabulary_key *k, const struct str *word)
{
	const size_t n = word->n - 1; /* without the blank behind it */

	if (strcmp(k->key, word->v) == 0)
		return FIT_WHOLE;
	if (strncmp(k->key, word->v, n) == 0 && n > INTAKE_LETTERS_LEAST &&
	    strchr(k->key + n, ' ') == strrchr(k->key, ' ') && k->key[n] != ' ')
		return FIT_BEGINS;
	for (const char *at = k->key; *at != '\0'; at++)
		if (strncmp(at, word->v, n) == 0)
			return FIT_NEAR;
	return FIT_NONE;
}

/* A cause by the name of a condition: the condition says as much, and raises its flag. */
static bool
is_doubled(const struct vocabulary *l, const struct vocabulary_word *w)
{
	const struct vocabulary_word *condition;

	if (w->kind != VOCABULARY_CAUSE)
		return false;
	condition = vocabulary_word(l, VOCABULARY_CONDITION, w->code);
	return condition != NULL && condition->active;
}

struct readings {
	const struct vocabulary_word **v;
	size_t n, cap;
	enum fit fit; /* how well they do */
};

static void
add_reading(struct readings *out, const struct vocabulary_word *w, enum fit fit)
{
	if (fit > out->fit) {
		out->fit = fit;
		out->n = 0;
	}
	/* The names of a word follow each other. */
	if (fit == out->fit && fit > FIT_NONE && (out->n == 0 || out->v[out->n - 1] != w))
		/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
		*list_push(out) = w;
}

/* Those that fit best. */
static void
find_readings(const struct vocabulary *l, const char *word, struct readings *out)
{
	struct vocabulary_keys keys = {0};
	struct str folded = {0};
	bool own;

	vocabulary_fold(&folded, word);
	for (size_t i = 0; i < array_size(kinds); i++)
		vocabulary_keys_add(&keys, l, kinds[i]);
	own = intake_is_part(&keys, str_text(&folded));
	for (size_t i = 0; i < keys.n && folded.n > strlen("  "); i++) {
		enum fit fit = fits(&keys.v[i], &folded);

		if (!is_doubled(l, keys.v[i].word))
			add_reading(out, keys.v[i].word, own && fit == FIT_BEGINS ? FIT_NEAR : fit);
	}
	str_release(&folded);
	vocabulary_keys_release(&keys);
}

static enum err
several(const struct vocabulary *l, const char *word, bool place, const struct readings *r)
{
	struct str list = {0};
	struct region region;

	if (place && region_parse(l, word, &region) == ERR_OK) {
		str_add(&list, " ");
		region_say(&list, l, &region);
		str_add(&list, ";");
	}
	for (size_t i = 0; i < r->n; i++)
		str_addf(&list, "%s %s (%s, %s)", i > 0 ? ";" : "", r->v[i]->code,
		    vocabulary_kind_word(r->v[i]->kind), r->v[i]->label);
	err_set(ERR_USAGE, "\"%s\" may mean:%s", word, str_text(&list));
	str_release(&list);
	return ERR_USAGE;
}

/* --- Taking it in ---------------------------------------------------------------------------- */

static void
say(struct hearing *hear, const char *label, const char *text)
{
	str_addf(&hear->said, "%s%s%s%s", hear->said.n > 0 ? "; " : "", label,
	    label[0] != '\0' ? ": " : "", text);
}

/* code NULL: the whole field is said; else only what was heard of it. */
static enum err
set_field(struct hearing *hear, enum intake_field field, const char *value, const char *code)
{
	struct str text = {0};
	enum err err = intake_set(&hear->in, hear->h, field, value);

	if (err == ERR_OK) {
		intake_say_code(&text, &hear->in, hear->h->words, field, code);
		say(hear, intake_field_rows[field].label, str_text(&text));
	}
	str_release(&text);
	return err;
}

static enum err
set_region(struct hearing *hear, const char *word)
{
	struct region r;
	struct str text = {0};
	enum err err = region_parse(hear->h->words, word, &r);

	if (err == ERR_OK) {
		region_put(&hear->in.regions, &r);
		region_say(&text, hear->h->words, &r);
		say(hear, "", str_text(&text));
	}
	str_release(&text);
	return err;
}

/* A word of a list with what stands behind it: "disc:L5/S1", "surgery@12.10.", "neck7". */
static enum err
set_word(struct hearing *hear, const struct vocabulary_word *w, const char *rest)
{
	struct str value = {0};
	enum err err;

	if (w->kind == VOCABULARY_REGION) {
		str_addf(&value, "%s%s", w->code, rest);
		err = set_region(hear, str_text(&value));
	} else if (w->kind == VOCABULARY_CAUSE) {
		str_addf(&value, "%s%s", w->code, rest);
		err = set_field(hear, INTAKE_CAUSE, str_text(&value), NULL);
	} else {
		/* Quotes: a comma in its words is no end. */
		str_addf(&value, "+\"%s%s\"", w->code, rest);
		err = set_field(hear,
		    w->kind == VOCABULARY_CONDITION ? INTAKE_CONDITIONS : INTAKE_MEDICATIONS,
		    str_text(&value), w->code);
	}
	str_release(&value);
	return err;
}

/*
 * The readings of a word, and how many of its bytes are the name: "neck" of "neck7", unless the
 * figures are of the name.
 */
static size_t
read_name(const struct vocabulary *l, const char *word, struct readings *out)
{
	static const char *const ends[] = {"@:=", "@:=0123456789"};
	size_t n = 0;

	for (size_t i = 0; i < array_size(ends) && out->n == 0; i++) {
		char *name;

		n = strcspn(word, ends[i]);
		name = xstrndup(word, n);
		find_readings(l, name, out);
		free(name);
	}
	return n;
}

/* Beside the notation of a place only whole words of the other lists count. */
static void
keep_others(struct readings *r)
{
	size_t kept = 0;

	for (size_t i = 0; r->fit == FIT_WHOLE && i < r->n; i++)
		if (r->v[i]->kind != VOCABULARY_REGION)
			r->v[kept++] = r->v[i];
	r->n = kept;
}

static enum err
hear_word(struct hearing *hear, const char *word)
{
	bool place = region_looks_like(hear->h->words, word);
	struct readings r = {0};
	size_t n = read_name(hear->h->words, word, &r);
	enum err err;

	if (place)
		keep_others(&r);
	if (place && r.n == 0)
		err = set_region(hear, word);
	else if (r.n == 0)
		err = err_set(ERR_NOT_FOUND, "\"%s\" is none of: %s", word, WHAT_IS_HEARD);
	else if (r.n > 1 || r.fit == FIT_NEAR || place)
		err = several(hear->h->words, word, place, &r);
	else
		err = set_word(hear, r.v[0], word + n);
	free(r.v);
	return err;
}

/* "p3" */
static bool
is_pressure(const char *word)
{
	return (word[0] == 'p' || word[0] == 'P') && word[1] != '\0' &&
	    strspn(word + 1, "0123456789") == strlen(word + 1);
}

/* "deep", "deep pressure": its level, whatever else begins so; NULL: none. */
static const char *
level_of(const char *word)
{
	for (int level = 1; level <= PRESSURE_VARIES; level++) {
		const char *name = pressure_word(level), *rest = word_after(word, name);

		if (rest != NULL && (rest[0] == '\0' || text_same(rest, "pressure")))
			return name;
	}
	return NULL;
}

/* The due date behind "preg", "pregnant", "pregnancy"; NULL: none is told. */
static const char *
due_of(const char *word)
{
	static const char *const names[] = {"pregnancy ", "pregnant ", "preg"};
	const char *due = NULL;

	for (size_t i = 0; i < array_size(names) && due == NULL; i++)
		due = word_after(word, names[i]);
	if (due == NULL || (due[0] != ' ' && (due[0] < '0' || due[0] > '9')))
		return NULL;
	return due;
}

/* pain=6; false: what stands before "=" is no field. */
static bool
is_field(const char *word, enum intake_field *field, const char **value)
{
	size_t n = strcspn(word, "=");
	char *name;
	bool is;

	if (word[n] == '\0')
		return false;
	name = xstrndup(word, n);
	is = intake_field_find(name, field) == ERR_OK;
	free(name);
	*value = word + n + 1;
	return is;
}

/* One of the things said, without its "!". */
static enum err
hear_one(struct hearing *hear, const char *word)
{
	const char *due = due_of(word), *value;
	enum intake_field field;

	if (word[0] == '\0')
		return err_set(
		    ERR_USAGE, "\"!\" stands right before what was heard, without a blank");
	if (text_same(word, "preg"))
		return err_set(ERR_USAGE,
		    "\"%s\" has no due date; write !preg 12.2., or !pregnant while it is not known",
		    word);
	if (due != NULL)
		return set_field(hear, INTAKE_DUE, due, NULL);
	if (is_pressure(word))
		return set_field(hear, INTAKE_PRESSURE, word + 1, NULL);
	if (level_of(word) != NULL)
		return set_field(hear, INTAKE_PRESSURE, level_of(word), NULL);
	if (is_field(word, &field, &value))
		return set_field(hear, field, value, NULL);
	if (word[0] == '+' || word[0] == '-')
		return set_region(hear, word);
	return hear_word(hear, word);
}

/* The things said: each from a word with "!" up to the next. */
static enum err
hear_all(struct hearing *hear, const struct word_list *words)
{
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < words->n;) {
		struct str one = {0};

		if (words->v[i].text[0] != '!')
			return err_set(ERR_USAGE, "\"%s\" has no \"!\" before it; write !%s",
			    words->v[i].text, words->v[i].text);
		str_add(&one, words->v[i].text + 1);
		for (i++; i < words->n && words->v[i].text[0] != '!'; i++)
			str_addf(&one, " %s", words->v[i].text);
		err = hear_one(hear, str_text(&one));
		str_release(&one);
	}
	return err;
}

enum err
intake_hear(struct intake *in, const struct intake_habits *h, const char *heard, struct str *out)
{
	struct hearing hear = {.h = h};
	struct word_list words = {0};
	enum err err = words_split(heard, &words);

	if (err != ERR_OK)
		return err;
	intake_copy(&hear.in, in);
	err = hear_all(&hear, &words);
	if (err == ERR_OK) {
		intake_release(in);
		*in = hear.in;
		if (out != NULL)
			str_add(out, str_text(&hear.said));
	} else {
		intake_release(&hear.in);
	}
	str_release(&hear.said);
	word_list_release(&words);
	return err;
}
