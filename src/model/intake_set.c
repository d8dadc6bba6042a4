/* One field of an intake from what was typed. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "intake_parts.h"
#include "phrase.h"

enum vocabulary_kind
intake_vocabulary(enum intake_field field)
{
	enum vocabulary_kind kind = VOCABULARY_CONDITION;

	/* The list in the header names a kind: a test goes over all fields. */
	if (vocabulary_kind_find(intake_field_rows[field].choices, &kind) != ERR_OK)
		return VOCABULARY_CONDITION;
	return kind;
}

bool
intake_takes_several(enum intake_field field)
{
	enum intake_kind kind = intake_field_rows[field].kind;

	return kind == INTAKE_MANY || kind == INTAKE_CHOICES;
}

void
intake_split(const char *text, const char *stops, struct word_list *out)
{
	bool quote = false;

	for (const char *s = text; *s != '\0'; s += *s != '\0') {
		struct str part = {0}, clean = {0};
		size_t at = (size_t)(s - text);

		for (; *s != '\0' && (quote || strchr(stops, *s) == NULL); s++) {
			if (*s == '"')
				quote = !quote;
			else
				str_addc(&part, *s);
		}
		text_clean(&clean, str_text(&part), part.n, TEXT_LINE);
		if (clean.n > 0)
			*list_push(out) = (struct word){str_take(&clean), at, false};
		str_release(&part);
		str_release(&clean);
	}
}

/* --- The items of a field -------------------------------------------------------------------- */

static void
drop(struct intake *in, size_t i)
{
	free(in->items.v[i].code);
	free(in->items.v[i].text);
	in->items.n--;
	memmove(&in->items.v[i], &in->items.v[i + 1], (in->items.n - i) * sizeof(in->items.v[0]));
}

/* How many went; code NULL: all. */
static size_t
drop_of(struct intake *in, enum intake_field field, const char *code)
{
	size_t before = in->items.n;

	for (size_t i = in->items.n; i-- > 0;)
		if (in->items.v[i].field == field &&
		    (code == NULL || strcmp(in->items.v[i].code, code) == 0))
			drop(in, i);
	return before - in->items.n;
}

/* Behind what the field has; takes over its texts. */
static void
put(struct intake *in, const struct intake_item *item)
{
	size_t i = in->items.n;

	(void)list_push(&in->items);
	for (; i > 0 && in->items.v[i - 1].field > item->field; i--)
		in->items.v[i] = in->items.v[i - 1];
	in->items.v[i] = *item;
	if (item->code == NULL)
		in->items.v[i].code = xstrdup("");
	if (item->text == NULL)
		in->items.v[i].text = xstrdup("");
}

static const struct intake_item *
item_of(const struct intake *in, enum intake_field field, const char *code)
{
	for (size_t i = 0; i < in->items.n; i++)
		if (in->items.v[i].field == field && text_same(in->items.v[i].code, code))
			return &in->items.v[i];
	return NULL;
}

/* --- Days ------------------------------------------------------------------------------------ */

/* A whole text as a day: with `ahead` the coming one, else the last that was. */
static enum err
read_day(const char *text, const struct intake_habits *h, bool ahead, civil_day *out)
{
	struct word_list words = {0};
	struct day_phrase day;
	struct when_habits when = h->when;
	size_t taken = 0;
	char **texts;
	enum err err = words_split(text, &words);

	if (err != ERR_OK)
		return err;
	when.now = civil_at(h->today, 0);
	texts = word_texts(&words);
	if (words.n > 0)
		err = day_read(texts, words.n, &when, &day, &taken);
	if (err == ERR_OK && (taken == 0 || taken < words.n))
		err = err_set(
		    ERR_USAGE, "\"%s\" is not a day; write 12.2., 12 mar or 2026-10-20", text);
	free(texts);
	word_list_release(&words);
	if (err == ERR_OK)
		*out = ahead ? day_on_or_after(&day, h->today) : day_on_or_before(&day, h->today);
	return err;
}

/* A birth is at most 40 weeks away, or overdue by three. */
static enum err
read_due(const char *text, const struct intake_habits *h, civil_day *out)
{
	char buf[CIVIL_LONG_SIZE];
	civil_day day;
	enum err err = read_day(text, h, true, &day);

	if (err != ERR_OK)
		return err;
	if (pregnancy_weeks(day, h->today) < 0 && day > h->today)
		return err_set(ERR_USAGE,
		    "due \"%s\" is %s, more than 40 weeks away; of a day that was, write the year",
		    text, civil_long_day(day, buf));
	if (pregnancy_weeks(day, h->today) < 0)
		return err_set(ERR_USAGE,
		    "due \"%s\" was %s, more than 3 weeks ago; of a birth that was, leave it out",
		    text, civil_long_day(day, buf));
	*out = day;
	return ERR_OK;
}

static enum err
read_since(const char *text, const struct intake_habits *h, civil_day *out)
{
	civil_day day;
	enum err err = read_day(text, h, false, &day);

	if (err == ERR_OK && day > h->today)
		return err_set(ERR_USAGE, "\"%s\" is still to come; write since when", text);
	if (err == ERR_OK)
		*out = day;
	return err;
}

/* --- Codes ----------------------------------------------------------------------------------- */

/* What is on record may stay, archived or not. */
static enum err
read_code(const struct intake *in, const struct intake_habits *h, enum intake_field field,
    const char *word, struct intake_item *item)
{
	const struct intake_item *old = item_of(in, field, word);
	const struct vocabulary_word *w = NULL;
	enum err err = ERR_OK;

	if (old == NULL)
		err = vocabulary_find(h->words, intake_vocabulary(field), word, &w);
	if (err == ERR_OK && old == NULL && !intake_is_clear(h->words, w, word))
		err = err_set(ERR_NOT_FOUND, "no %s \"%s\"; if %s (%s) is meant, write it in full",
		    vocabulary_kind_word(w->kind), word, w->label, w->code);
	if (err == ERR_OK)
		item->code = xstrdup(old != NULL ? old->code : w->code);
	return err;
}

/* "@past", "@2026-10-20": what stands between code and words. */
static enum err
read_marks(char *marks, const struct intake_habits *h, struct intake_item *item)
{
	enum err err = ERR_OK;

	while (err == ERR_OK && *marks == '@') {
		size_t n = strcspn(marks + 1, "@");
		char *mark = xstrndup(marks + 1, n);

		marks += 1 + n;
		if (word_is(mark, "past"))
			item->past = true;
		else
			err = read_since(mark, h, &item->day);
		free(mark);
	}
	return err;
}

/* "disc", "disc@past", "surgery@2026-10-20:left knee" */
static enum err
read_item(const struct intake *in, const struct intake_habits *h, const char *typed,
    struct intake_item *item)
{
	size_t n = strcspn(typed, "@:"), marks = strcspn(typed + n, ":");
	char *code = xstrndup(typed, n), *mark = xstrndup(typed + n, marks);
	const char *words = typed + n + marks + (typed[n + marks] == ':');
	struct str clean = {0};
	enum err err = read_code(in, h, item->field, code, item);

	if (err == ERR_OK)
		err = read_marks(mark, h, item);
	text_clean(&clean, words, strlen(words), TEXT_LINE);
	item->text = xstrdup(str_text(&clean));
	/* Flags that expire count from when it was told. */
	if (intake_field_rows[item->field].section == INTAKE_SECTION_HEALTH && !item->past &&
	    item->day == CIVIL_DAY_NONE)
		item->day = h->today;
	str_release(&clean);
	free(code);
	free(mark);
	return err;
}

/* The word of the choices that is typed, whole or by its unique beginning. */
static enum err
read_choice(const char *word, struct intake_item *item)
{
	const struct intake_field_row *row = &intake_field_rows[item->field];
	struct word_list list = {0};
	const char *found = NULL;
	size_t fits = 0;
	enum err err = words_split(row->choices, &list);

	for (size_t i = 0; err == ERR_OK && i < list.n; i++) {
		bool whole = text_same(list.v[i].text, word);

		if (whole || text_begins(list.v[i].text, word)) {
			found = list.v[i].text;
			fits = whole ? 1 : fits + 1;
		}
		if (whole)
			break;
	}
	if (err == ERR_OK && fits == 1)
		item->code = xstrdup(found);
	else if (err == ERR_OK)
		err = err_set(ERR_USAGE, "%s \"%s\" is none of: %s", row->word, word, row->choices);
	word_list_release(&list);
	return err;
}

/* --- Setting --------------------------------------------------------------------------------- */

/* Of health it counts when it was; the same words told again do not make it younger. */
static void
read_words(const struct intake *in, const struct intake_habits *h, const char *value,
    struct intake_item *item)
{
	const struct intake_item *old = intake_item(in, item->field);

	item->text = xstrdup(value);
	if (old != NULL && old->day != CIVIL_DAY_NONE &&
	    strcmp(str_or_empty(old->text), value) == 0)
		item->day = old->day;
	else if (intake_field_rows[item->field].section == INTAKE_SECTION_HEALTH)
		item->day = intake_day_told(value, h);
}

/* One value as it is typed, of any kind. */
static enum err
read_value(const struct intake *in, const struct intake_habits *h, const char *value,
    struct intake_item *item)
{
	const struct intake_field_row *row = &intake_field_rows[item->field];

	switch (row->kind) {
	case INTAKE_MANY:
	case INTAKE_ONE:
		return read_item(in, h, value, item);
	case INTAKE_CHOICE:
	case INTAKE_CHOICES:
		if (item->field == INTAKE_ONSET)
			item->day = h->today; /* what is acute grows old */
		return read_choice(value, item);
	case INTAKE_SCALE:
		if (word_is_number(value, 2, &item->number) && item->number <= PAIN_MOST)
			return ERR_OK;
		return err_set(ERR_USAGE, "%s \"%s\" is not 0 to %d", row->word, value, PAIN_MOST);
	case INTAKE_IS_PRESSURE:
		return pressure_parse(value, &item->number);
	case INTAKE_DATE:
		return read_due(value, h, &item->day);
	case INTAKE_WORDS:
		read_words(in, h, value, item);
		break;
	}
	return ERR_OK;
}

/* Its words are what is told: another is another. */
static bool
is_other(const struct intake_item *item)
{
	return strcmp(str_or_empty(item->code), "other") == 0 && item->text != NULL;
}

/* What an added item takes the place of: the same told anew, not another time of it. */
static void
drop_same(struct intake *in, const struct intake_item *item, civil_day today)
{
	for (size_t i = in->items.n; i-- > 0;) {
		const struct intake_item *old = &in->items.v[i];

		if (old->field == item->field &&
		    strcmp(str_or_empty(old->code), str_or_empty(item->code)) == 0 &&
		    (!is_other(item) || text_same(old->text, item->text)) &&
		    (item->day == CIVIL_DAY_NONE || item->day == today ||
			old->day == CIVIL_DAY_NONE || old->day == item->day))
			drop(in, i);
	}
}

/* Puts a value in, or with the sign '-' takes it out; `old` is the intake before. */
static enum err
change(struct intake *in, const struct intake *old, const struct intake_habits *h,
    enum intake_field field, char sign, const char *value)
{
	struct intake_item item = {.field = field, .number = -1, .day = CIVIL_DAY_NONE};
	const struct intake_item *same;
	enum err err = read_value(old, h, value, &item);

	if (err == ERR_OK && sign != '-') {
		same = sign == '+' ? item_of(in, field, item.code) : NULL;
		if (same != NULL && item.text != NULL && item.text[0] == '\0')
			xstrset(&item.text, same->text);
		if (same != NULL)
			drop_same(in, &item, h->today);
		put(in, &item);
		return ERR_OK;
	}
	if (err == ERR_OK && drop_of(in, field, item.code) == 0)
		err = err_set(ERR_NOT_FOUND, "\"%s\" is not among the %s", value,
		    intake_field_rows[field].word);
	free(item.code);
	free(item.text);
	return err;
}

/* "a,b" anew, or "+a,b,-c" of what there is: a sign holds until the next. */
static enum err
set_values(struct intake *in, const struct intake *old, const struct intake_habits *h,
    enum intake_field field, const struct word_list *values)
{
	bool signs = values->n > 0 && intake_takes_several(field) &&
	    (values->v[0].text[0] == '+' || values->v[0].text[0] == '-');
	enum err err = ERR_OK;
	char sign = 0;

	if (!signs)
		drop_of(in, field, NULL);
	for (size_t i = 0; err == ERR_OK && i < values->n; i++) {
		const char *value = values->v[i].text;

		if (signs && (*value == '+' || *value == '-'))
			sign = *value++;
		err = change(in, old, h, field, sign, value);
	}
	return err;
}

/* What parts the values of a field; of one value nothing does. */
static const char *
stops(enum intake_field field)
{
	if (!intake_takes_several(field))
		return "";
	return intake_field_rows[field].kind == INTAKE_CHOICES ? ", " : ",";
}

enum err
intake_set(
    struct intake *in, const struct intake_habits *h, enum intake_field field, const char *value)
{
	struct word_list values = {0};
	struct intake next;
	struct str clean = {0};
	enum err err;

	text_clean(&clean, value, strlen(value), TEXT_LINE);
	if (intake_field_rows[field].kind == INTAKE_WORDS && clean.n > 0)
		*list_push(&values) = (struct word){str_take(&clean), 0, false};
	else
		intake_split(str_text(&clean), stops(field), &values);
	intake_copy(&next, in);
	err = set_values(&next, in, h, field, &values);
	if (err == ERR_OK) {
		intake_release(in);
		*in = next;
	} else {
		intake_release(&next);
	}
	str_release(&clean);
	word_list_release(&values);
	return err;
}
