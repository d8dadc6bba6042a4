/* A field of a session, from what was typed. */
#include <frontdesk/visit.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>
#include <frontdesk/words.h>

#include "phrase.h"

enum { AGAIN_DAYS_MOST = 366, AGAIN_TIMES_MOST = 99, WEEK = 7 };

/* All of s[0..n) is a figure 0..10, or there is nothing. */
static bool
read_scale(const char *s, size_t n, int *out)
{
	const char *p = s;

	*out = PAIN_NONE;
	return n == 0 || (scan_number(&p, s + n, 2, out) && p == s + n && *out <= PAIN_MOST);
}

/* What one side says leaves the other as it was: it is told at arrival, and again afterwards. */
static enum err
set_pain(struct visit *v, const char *value)
{
	size_t n = strcspn(value, "/");
	const char *rest = value + n + (value[n] == '/');
	int before, after;

	if (!read_scale(value, n, &before) || !read_scale(rest, strlen(rest), &after))
		return err_set(ERR_USAGE,
		    "pain \"%s\" is not before/after, each 0 to 10: 6/2, 6 alone or /2 alone",
		    value);
	if (before != PAIN_NONE || after == PAIN_NONE)
		v->pain_before = before;
	if (after != PAIN_NONE || before == PAIN_NONE)
		v->pain_after = after;
	return ERR_OK;
}

static enum err
set_comfort(struct visit *v, const char *value)
{
	int comfort;

	if (!read_scale(value, strlen(value), &comfort))
		return err_set(ERR_USAGE, "comfort \"%s\" is not a number 0 to 10", value);
	v->comfort = comfort;
	return ERR_OK;
}

static enum err
set_pressure(struct visit *v, const char *value)
{
	int level = 0;
	enum err err = value[0] == '\0' ? ERR_OK : pressure_parse(value, &level);

	if (err == ERR_OK && level == PRESSURE_VARIES)
		err = err_set(ERR_USAGE,
		    "pressure \"%s\" is none that was used: 1 to 5, and by place with "
		    "regions=lbL@4",
		    value);
	if (err == ERR_OK)
		v->pressure = level;
	return err;
}

static enum err
set_feedback(struct visit *v, const char *value)
{
	enum feedback f = FEEDBACK_NONE;
	enum err err = value[0] == '\0' ? ERR_OK : feedback_find(value, &f);

	if (err == ERR_OK)
		v->feedback = f;
	return err;
}

/* Of a place, only where and how hard: pains and marks are of the intake. */
static enum err
add_region(struct region_list *l, const struct vocabulary *words, const char *word)
{
	struct region r;
	enum err err = region_parse(words, word, &r);

	if (err == ERR_OK && (r.kind != REGION_PAIN || r.pain != PAIN_NONE))
		err = err_set(ERR_USAGE,
		    "\"%s\" says more than where was worked: lbL, or lbL@4 with the pressure",
		    word);
	if (err == ERR_OK)
		region_put(l, &r);
	return err;
}

static enum err
set_regions(struct visit *v, const struct vocabulary *words, const char *value)
{
	struct word_list typed = {0};
	struct region_list l = {0};
	enum err err = words_split(value, &typed);

	for (size_t i = 0; i < typed.n && err == ERR_OK; i++)
		err = add_region(&l, words, typed.v[i].text);
	word_list_release(&typed);
	if (err == ERR_OK) {
		region_list_release(&v->regions);
		v->regions = l;
	} else {
		region_list_release(&l);
	}
	return err;
}

/* Adds the code of one of the words between commas, once. */
static enum err
add_technique(struct words *codes, const struct vocabulary *l, const char *s, size_t n)
{
	const struct vocabulary_word *w;
	struct str word = {0};
	enum err err = ERR_OK;

	(void)text_clean(&word, s, n, TEXT_LINE);
	if (word.n > 0)
		err = vocabulary_find(l, VOCABULARY_TECHNIQUE, str_text(&word), &w);
	if (err == ERR_OK && word.n > 0)
		(void)words_add(codes, w->code);
	str_release(&word);
	return err;
}

static enum err
set_techniques(struct visit *v, const struct vocabulary *l, const char *value)
{
	struct words codes = {0};
	struct str all = {0};
	enum err err = ERR_OK;

	for (const char *s = value; *s != '\0' && err == ERR_OK; s += *s == ',') {
		size_t n = strcspn(s, ",");

		err = add_technique(&codes, l, s, n);
		s += n;
	}
	for (size_t i = 0; i < codes.n; i++)
		str_addf(&all, "%s%s", i > 0 ? "," : "", codes.v[i]);
	if (err == ERR_OK)
		xstrset(&v->techniques, str_text(&all));
	str_release(&all);
	words_release(&codes);
	return err;
}

/* "2w x4", "10d"; false: it is not. */
static bool
read_again(const char *s, int *days, int *times)
{
	const char *end = s + strlen(s);

	*times = 0;
	if (!scan_number(&s, end, 3, days) || (*s != 'd' && *s != 'w'))
		return false;
	*days *= *s++ == 'w' ? WEEK : 1;
	s += strspn(s, " ");
	if (*s == '\0')
		return *days >= 1 && *days <= AGAIN_DAYS_MOST;
	return *s++ == 'x' && scan_number(&s, end, 2, times) && *s == '\0' && *times >= 1 &&
	    *times <= AGAIN_TIMES_MOST && *days >= 1 && *days <= AGAIN_DAYS_MOST;
}

/* As it is said: "every 2 weeks, 4 times", "in a week". */
static bool
read_again_words(const char *value, int *days, int *times)
{
	enum { MOST = 5 };
	struct word_list words = {0};
	const char *w[MOST] = {"", "", "", "", ""};
	struct str typed = {0};
	size_t n = 0, k = 1;
	bool is;

	if (words_split(value, &words) != ERR_OK)
		return false;
	for (; n < words.n && n < MOST; n++)
		w[n] = words.v[n].text;
	is = words.n <= MOST && (text_same(w[0], "every") || text_same(w[0], "in"));
	if (text_same(w[k], "a") || text_begins(w[k], "week") || text_begins(w[k], "day"))
		str_add(&typed, "1");
	else
		str_add(&typed, w[k++]);
	k += text_same(w[k], "a");
	is = is && k < MOST && (text_begins(w[k], "week") || text_begins(w[k], "day"));
	if (is) {
		str_addc(&typed, w[k++][0]);
		if (n > k && text_same(w[k], "x"))
			str_addf(&typed, " x%s", k + 1 < MOST ? w[k + 1] : "");
		else if (n > k && w[k][0] == 'x')
			str_addf(&typed, " %s", w[k]);
		else if (n > k)
			str_addf(&typed, " x%s", w[k]);
		else if (text_same(w[0], "in"))
			str_add(&typed, " x1");
		is = read_again(str_text(&typed), days, times);
	}
	str_release(&typed);
	word_list_release(&words);
	return is;
}

static enum err
set_again(struct visit *v, const char *value)
{
	int days = 0, times = 0;

	if (value[0] != '\0' && !read_again(value, &days, &times) &&
	    !read_again_words(value, &days, &times))
		return err_set(ERR_USAGE,
		    "again \"%s\" is no interval: 2w x4 (every two weeks, four times), 10d", value);
	v->again_days = days;
	v->again_times = times;
	return ERR_OK;
}

static enum err
set_aftercare(struct visit *v, const char *value)
{
	bool yes = text_same(value, "yes");

	if (!yes && value[0] != '\0' && !text_same(value, "no"))
		return err_set(ERR_USAGE, "aftercare \"%s\" is neither yes nor no", value);
	v->aftercare = yes;
	return ERR_OK;
}

/* --- All of them ----------------------------------------------------------------------------- */

/* What a signature locks; the file's triggers lock the same. */
static bool
is_locked(const struct visit *v, enum visit_field field)
{
	return v->signed_at != 0 && field != VISIT_AGAIN && field != VISIT_AFTERCARE &&
	    field != VISIT_NOTE;
}

static enum err
set(struct visit *v, const struct vocabulary *l, enum visit_field field, const char *value)
{
	switch (field) {
	case VISIT_PAIN:
		return set_pain(v, value);
	case VISIT_PRESSURE:
		return set_pressure(v, value);
	case VISIT_FEEDBACK:
		return set_feedback(v, value);
	case VISIT_COMFORT:
		return set_comfort(v, value);
	case VISIT_REGIONS:
		return set_regions(v, l, value);
	case VISIT_TECHNIQUES:
		return set_techniques(v, l, value);
	case VISIT_AGAIN:
		return set_again(v, value);
	case VISIT_AFTERCARE:
		return set_aftercare(v, value);
	case VISIT_S:
	case VISIT_O:
	case VISIT_A:
	case VISIT_P:
		xstrset(&v->soap[field - VISIT_S], value);
		return ERR_OK;
	case VISIT_NOTE:
		xstrset(&v->note, value);
		return ERR_OK;
	case VISIT_FIELD_COUNT:
		break;
	}
	return err_set(ERR_USAGE, "there is no such field");
}

enum err
visit_set(struct visit *v, const struct vocabulary *l, enum visit_field field, const char *value)
{
	struct str clean = {0};
	enum err err;

	if (is_locked(v, field))
		return err_set(ERR_REFUSED,
		    "this session is signed, and \"%s\" stays as it is; say it as an addendum",
		    visit_field_word(field));
	(void)text_clean(&clean, value, strlen(value), TEXT_LINES);
	err = set(v, l, field, str_text(&clean));
	str_release(&clean);
	return err;
}
