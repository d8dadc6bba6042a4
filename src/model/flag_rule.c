/* The practice's rules of flags: what raises one, checked, and finding a rule. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "flag_terms.h"
#include "phrase.h"

static const char *const kind_words[TERM_KIND_COUNT] = {"condition", "past", "told", "medication",
    "pregnancy", "cause", "goal", "onset", "region", "kind"};

enum { DAYS_MOST = 36500 };

/* --- Reading --------------------------------------------------------------------------------- */

void
term_list_release(struct term_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].value);
	free(l->v);
	*l = (struct term_list){0};
}

/* "<42d", ">=42d"; nothing is any time. */
static enum err
read_days(const char *term, const char *s, struct term *out)
{
	const char *end = s + strlen(s);
	const size_t n = *s == '<' ? 1 : strncmp(s, ">=", 2) == 0 ? 2 : 0;

	if (*s == '\0')
		return ERR_OK;
	out->within = n == 1;
	s += n;
	if (n > 0 && (out->kind == TERM_CONDITION || out->kind == TERM_TOLD) &&
	    scan_number(&s, end, 5, &out->days) && out->days > 0 && out->days <= DAYS_MOST &&
	    strcmp(s, "d") == 0)
		return ERR_OK;
	return err_set(ERR_USAGE,
	    "\"%s\": days are of condition: or told:, and written condition:surgery<42d or >=42d",
	    term);
}

static enum err
no_term(const char *term)
{
	struct str list = {0};

	for (enum term_kind k = 0; k < TERM_KIND_COUNT; k++)
		str_addf(&list, " %s:", kind_words[k]);
	err_set(
	    ERR_USAGE, "\"%s\" raises nothing; a term begins with one of%s", term, str_text(&list));
	str_release(&list);
	return ERR_USAGE;
}

/* Of every rule and client of a day: nothing is made here that only an error needs. */
static enum err
read_term(const char *term, struct term *out)
{
	size_t n = strcspn(term, ":"), value;

	*out = (struct term){.kind = TERM_KIND_COUNT};
	for (enum term_kind k = 0; k < TERM_KIND_COUNT && out->kind == TERM_KIND_COUNT; k++)
		if (span_is(term, n, kind_words[k]))
			out->kind = k;
	value = term[n] == ':' ? strcspn(term + n + 1, "<>") : 0;
	if (out->kind == TERM_KIND_COUNT || value == 0)
		return no_term(term);
	out->value = xstrndup(term + n + 1, value);
	return read_days(term, term + n + 1 + value, out);
}

enum err
terms_next(const char **raised_by, struct term_list *out)
{
	static const char blanks[] = " \t\n";
	const char *s = *raised_by + strspn(*raised_by, blanks);
	const char *end = s + strcspn(s, blanks);
	enum err err = ERR_OK;

	*raised_by = end;
	while (err == ERR_OK && s < end) {
		size_t n = strcspn(s, "+ \t\n");
		char *term = xstrndup(s, n);

		err = read_term(term, list_push(out));
		free(term);
		s += n + (s[n] == '+');
		if (err == ERR_OK && s == end && s[-1] == '+')
			err = err_set(ERR_USAGE, "there is nothing behind the last \"+\"");
	}
	return err;
}

/* --- Checking -------------------------------------------------------------------------------- */

static bool
is_section(const struct vocabulary *l, const char *section)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == VOCABULARY_REGION && strcmp(l->v[i].section, section) == 0)
			return true;
	return false;
}

static enum err
no_value(const struct term *t, const char *what)
{
	return err_set(
	    ERR_USAGE, "\"%s:%s\": \"%s\" is no %s", kind_words[t->kind], t->value, t->value, what);
}

static enum err
check_code(const struct term *t, const struct vocabulary *l, enum vocabulary_kind kind)
{
	return vocabulary_word(l, kind, t->value) != NULL ? ERR_OK
							  : no_value(t, vocabulary_kind_word(kind));
}

static bool
is_onset(const char *word)
{
	struct word_list list = {0};
	bool is = false;

	if (words_split(intake_field_rows[INTAKE_ONSET].choices, &list) != ERR_OK)
		return false;
	for (size_t i = 0; i < list.n; i++)
		is |= strcmp(list.v[i].text, word) == 0;
	word_list_release(&list);
	return is;
}

static bool
is_trimester(const char *word)
{
	return strcmp(word, "any") == 0 || (strlen(word) == 1 && strchr("123", *word) != NULL);
}

/* Those of health that are told in free words. */
static bool
field_has_words(enum intake_field f)
{
	return intake_field_rows[f].kind == INTAKE_WORDS &&
	    intake_field_rows[f].section == INTAKE_SECTION_HEALTH;
}

static enum err
check_term(const struct term *t, const struct vocabulary *l)
{
	enum intake_field field;
	enum region_kind kind;

	switch (t->kind) {
	case TERM_CONDITION:
	case TERM_PAST:
		return check_code(t, l, VOCABULARY_CONDITION);
	case TERM_TOLD:
		if (intake_field_find(t->value, &field) == ERR_OK && field_has_words(field))
			return ERR_OK;
		return no_value(
		    t, "field; there are surgeries, injuries, implants, allergies, oil");
	case TERM_MEDICATION:
		return check_code(t, l, VOCABULARY_MEDICATION);
	case TERM_CAUSE:
		return check_code(t, l, VOCABULARY_CAUSE);
	case TERM_GOAL:
		return check_code(t, l, VOCABULARY_GOAL);
	case TERM_REGION:
		return is_section(l, t->value) ? ERR_OK : check_code(t, l, VOCABULARY_REGION);
	case TERM_PREGNANCY:
		return is_trimester(t->value) ? ERR_OK
					      : no_value(t, "trimester; there are 1, 2, 3 and any");
	case TERM_ONSET:
		return is_onset(t->value)
		    ? ERR_OK
		    : no_value(t, "onset; there are acute, subacute, chronic");
	case TERM_KIND:
		if (region_kind_find(t->value, &kind) == ERR_OK && kind != REGION_PAIN &&
		    kind != REGION_FOCUS)
			return ERR_OK;
		return no_value(t, "kind of place; there are avoid, numb, scar, bruise");
	case TERM_KIND_COUNT:
		break;
	}
	return ERR_OK;
}

enum err
flag_rule_check(const struct flag_rule *r, const struct vocabulary *l)
{
	const char *s = str_or_empty(r->raised_by);
	enum err err = ERR_OK;
	size_t alternatives = 0;

	for (;; alternatives++) {
		struct term_list terms = {0};
		bool end;

		err = terms_next(&s, &terms);
		end = err != ERR_OK || terms.n == 0;
		for (size_t i = 0; err == ERR_OK && i < terms.n; i++)
			err = check_term(&terms.v[i], l);
		term_list_release(&terms);
		if (end || err != ERR_OK)
			break;
	}
	if (err == ERR_OK && alternatives == 0)
		err = err_set(ERR_USAGE, "nothing raises it; write condition:CODE or the like");
	return err;
}

/* --- Finding --------------------------------------------------------------------------------- */

const struct flag_rule *
flag_rule(const struct flag_rules *l, const char *code)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, code) == 0)
			return &l->v[i];
	return NULL;
}

/* The only one that fits; NULL: none or several, then *all lists them, or all there are. */
static const struct flag_rule *
only(const struct flag_rules *l, const char *word, bool whole, struct str *all)
{
	bool (*fits)(const char *, const char *) = whole ? text_same : text_begins;
	const struct flag_rule *found = NULL;
	size_t n = 0;

	str_clear(all);
	for (size_t i = 0; i < l->n; i++) {
		const struct flag_rule *r = &l->v[i];

		if (fits(r->code, word) || fits(r->name, word)) {
			str_addf(all, "%s%s", n > 0 ? ", " : "", r->code);
			found = r;
			n++;
		}
	}
	return n == 1 ? found : NULL;
}

enum err
flag_rule_find(const struct flag_rules *l, const char *word, const struct flag_rule **out)
{
	const struct flag_rule *found = flag_rule(l, word);
	struct str fit = {0};

	if (found == NULL)
		found = only(l, word, true, &fit);
	if (found == NULL)
		found = only(l, word, false, &fit);
	if (found != NULL)
		*out = found;
	else if (fit.n > 0)
		err_set(ERR_NOT_FOUND, "\"%s\" may be any of %s", word, fit.v);
	else {
		for (size_t i = 0; i < l->n; i++)
			str_addf(&fit, "%s%s", i > 0 ? ", " : "", l->v[i].code);
		err_set(
		    ERR_NOT_FOUND, "no flag is called \"%s\"; there are %s", word, str_text(&fit));
	}
	str_release(&fit);
	return found != NULL ? ERR_OK : ERR_NOT_FOUND;
}
