/* Places of the body: their notation read, written and said. */
#include <frontdesk/intake.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "phrase.h"

static const struct {
	const char *mark, *words;
} kinds[] = {
#define X(id, word, mark, words) {mark, words},
    REGION_KIND_LIST(X)
#undef X
};

static const char *const kind_words[] = {
#define X(id, word, mark, words) word,
    REGION_KIND_LIST(X)
#undef X
};

/* 'L' and how it is said. */
static const struct {
	char letter, small;
	const char *said;
} sides[] = {{'L', 'l', "left "}, {'R', 'r', "right "}, {'B', 'b', "both "}, {'M', 'm', "middle "}};

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

/* What is to be worked on is not to be left out. */
static bool
excludes(enum region_kind a, enum region_kind b)
{
	return (a == REGION_FOCUS && b == REGION_AVOID) || (a == REGION_AVOID && b == REGION_FOCUS);
}

void
region_put(struct region_list *l, const struct region *r)
{
	for (size_t i = 0; i < l->n; i++) {
		struct region *old = &l->v[i];

		if (strcmp(old->code, r->code) == 0 && old->side == r->side &&
		    (old->kind == r->kind || excludes(old->kind, r->kind))) {
			*old = *r;
			return;
		}
	}
	*list_push(l) = *r;
}

void
region_drop(struct region_list *l, const char *code, char side)
{
	size_t kept = 0;

	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, code) != 0 || l->v[i].side != side)
			l->v[kept++] = l->v[i];
	l->n = kept;
}

/* --- Reading --------------------------------------------------------------------------------- */

static char
side_of(char c)
{
	for (size_t i = 0; i < array_size(sides); i++)
		if (c == sides[i].letter || c == sides[i].small)
			return sides[i].letter;
	return 0;
}

/* Where number, kind or pressure may begin. */
static bool
is_part(char c)
{
	return c == '\0' || c == '=' || c == '@' || (c >= '0' && c <= '9');
}

static bool
is_mark(char c)
{
	return c == '+' || c == '-';
}

/* The place whose code s begins with; the longest of several. *n = its bytes. */
static const struct vocabulary_word *
code_at(const struct vocabulary *l, const char *s, size_t *n)
{
	const struct vocabulary_word *found = NULL;

	*n = 0;
	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];
		size_t size = strlen(w->code);

		if (w->kind == VOCABULARY_REGION && size > *n && size < REGION_CODE_SIZE &&
		    strlen(s) >= size && span_is(s, size, w->code)) {
			found = w;
			*n = size;
		}
	}
	return found;
}

/* A code with all that may follow it: "lb", "lbL", "lb7". */
static const struct vocabulary_word *
notation_at(const struct vocabulary *l, const char *s, size_t *n)
{
	const struct vocabulary_word *w = code_at(l, s, n);

	if (w != NULL && !is_part(s[*n]) && !(side_of(s[*n]) != 0 && is_part(s[*n + 1])))
		return NULL;
	return w;
}

bool
region_looks_like(const struct vocabulary *l, const char *word)
{
	size_t n;

	return notation_at(l, word + is_mark(word[0]), &n) != NULL;
}

/* "low back7", "neck": by what it is called. */
static enum err
name_at(const struct vocabulary *l, const char *word, const char *s,
    const struct vocabulary_word **w, size_t *n)
{
	size_t code_size;
	bool code = code_at(l, s, &code_size) != NULL;
	char *name;
	enum err err = ERR_NOT_FOUND;

	*n = strcspn(s, "0123456789=@");
	name = xstrndup(s, *n);
	if (text_letters(name) > 0)
		err = vocabulary_find(l, VOCABULARY_REGION, name, w);
	if (err == ERR_OK && strlen((*w)->code) < REGION_CODE_SIZE) {
		free(name);
		return ERR_OK;
	}
	if (code && *n == code_size + 1)
		err_set(ERR_USAGE,
		    "\"%s\": \"%c\" is no side; there are L left, R right, B both, M middle", word,
		    s[code_size]);
	else if (name[0] == '\0')
		err_set(ERR_USAGE, "\"%s\" names no place; write its code, as in lbL7, +trB or -ab",
		    word);
	else
		err_set(ERR_USAGE,
		    "\"%s\": no place is called \"%s\"; write its code, as in lbL7, +trB or -ab",
		    word, name);
	free(name);
	return ERR_USAGE;
}

/* The figures at *s, least to most; *s goes past them. */
static enum err
number_at(const char *word, const char **s, const char *what, int least, int most, int *out)
{
	size_t n = strspn(*s, "0123456789");
	const char *p = *s;

	if (n == 0)
		n = strlen(*s);
	if (!scan_number(&p, *s + n, 2, out) || *out < least || *out > most)
		return err_set(ERR_USAGE, "\"%s\": %s \"%.*s\" is not %d to %d", word, what, (int)n,
		    *s, least, most);
	*s = p;
	return ERR_OK;
}

static enum err
kind_at(const char *word, const char **s, struct region *r)
{
	size_t n = strcspn(*s, "@");
	char *kind;
	enum err err;

	if (r->kind != REGION_PAIN)
		return err_set(ERR_USAGE, "\"%s\": \"%c\" says already that it is %s", word,
		    word[0], kinds[r->kind].words);
	kind = xstrndup(*s, n);
	*s += n;
	err = region_kind_find(kind, &r->kind);
	free(kind);
	return err;
}

/* What stands behind code and side: pain, kind, pressure. */
static enum err
rest_at(const char *word, const char *s, struct region *r)
{
	enum err err = ERR_OK;

	if (*s >= '0' && *s <= '9')
		err = number_at(word, &s, "pain", 0, PAIN_MOST, &r->pain);
	if (err == ERR_OK && *s == '=') {
		s++;
		err = kind_at(word, &s, r);
	}
	if (err == ERR_OK && *s == '@') {
		s++;
		err = number_at(word, &s, "pressure", 1, PRESSURE_MOST, &r->pressure);
	}
	if (err == ERR_OK && *s != '\0')
		err = err_set(ERR_USAGE,
		    "\"%s\": \"%s\" is not understood; the order is lbL7=numb@3: pain, kind, "
		    "pressure",
		    word, s);
	return err;
}

enum err
region_parse(const struct vocabulary *l, const char *word, struct region *out)
{
	struct region r = {.kind = REGION_PAIN, .pain = PAIN_NONE};
	const struct vocabulary_word *w;
	const char *s = word;
	size_t n;
	enum err err = ERR_OK;

	if (is_mark(*s))
		r.kind = *s++ == '+' ? REGION_FOCUS : REGION_AVOID;
	w = notation_at(l, s, &n);
	if (w != NULL) {
		r.side = side_of(s[n]);
		n += r.side != 0;
	} else {
		err = name_at(l, word, s, &w, &n);
	}
	if (err == ERR_OK)
		err = rest_at(word, s + n, &r);
	if (err != ERR_OK)
		return err;
	memcpy(r.code, w->code, strlen(w->code) + 1);
	*out = r;
	return ERR_OK;
}

/* --- Writing --------------------------------------------------------------------------------- */

void
region_write(struct str *out, const struct region *r)
{
	str_addf(out, "%s%s", kinds[r->kind].mark, r->code);
	if (r->side != 0)
		str_addc(out, r->side);
	if (r->pain != PAIN_NONE)
		str_addf(out, "%d", r->pain);
	if (r->kind != REGION_PAIN && kinds[r->kind].mark[0] == '\0')
		str_addf(out, "=%s", kind_words[r->kind]);
	if (r->pressure != 0)
		str_addf(out, "@%d", r->pressure);
}

void
region_say_place(struct str *out, const struct vocabulary *l, const struct region *r)
{
	for (size_t i = 0; i < array_size(sides); i++)
		if (r->side == sides[i].letter)
			str_add(out, sides[i].said);
	str_add(out, vocabulary_label(l, VOCABULARY_REGION, r->code));
}

void
region_say(struct str *out, const struct vocabulary *l, const struct region *r)
{
	region_say_place(out, l, r);
	str_addf(out, ": %s", kinds[r->kind].words);
	if (r->pain != PAIN_NONE)
		str_addf(out, "%s %d", r->kind == REGION_PAIN ? "" : ", pain", r->pain);
	if (r->pressure != 0)
		str_addf(out, ", pressure %d", r->pressure);
}
