/* What words of an intake name: which are clear, what they tell, what is to be asked about. */
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "intake_parts.h"

bool
intake_names(const struct intake_item *item, enum vocabulary_kind *kind)
{
	const struct intake_field_row *row = &intake_field_rows[item->field];

	*kind = item->field == INTAKE_MEDICATIONS ? VOCABULARY_MEDICATION : VOCABULARY_CONDITION;
	if (row->section != INTAKE_SECTION_HEALTH || item->field == INTAKE_OIL)
		return false;
	return row->kind == INTAKE_WORDS ||
	    (row->kind == INTAKE_MANY && strcmp(str_or_empty(item->code), "other") == 0);
}

bool
intake_is_part(const struct vocabulary_keys *keys, const char *folded)
{
	for (size_t i = 0; i < keys->n; i++)
		if (strstr(keys->v[i].key, folded) != NULL)
			return true;
	return false;
}

bool
intake_is_clear(const struct vocabulary *l, const struct vocabulary_word *w, const char *typed)
{
	struct vocabulary_keys keys = {0};
	struct str folded = {0};
	bool part;

	if (w->kind == VOCABULARY_CONDITION || w->kind == VOCABULARY_MEDICATION)
		vocabulary_keys_add(&keys, l, w->kind);
	vocabulary_fold(&folded, typed);
	part = intake_is_part(&keys, str_text(&folded));
	str_release(&folded);
	vocabulary_keys_release(&keys);
	return vocabulary_fits(w, typed, true) ||
	    (!part && text_letters(typed) >= INTAKE_LETTERS_LEAST &&
		(text_begins(w->code, typed) || text_begins(w->label, typed)));
}

/* --- Told ------------------------------------------------------------------------------------ */

static bool
item_tells(const struct intake_item *item, const struct vocabulary_word *w)
{
	const char *code = str_or_empty(item->code);

	if (w->kind == VOCABULARY_MEDICATION)
		return item->field == INTAKE_MEDICATIONS && strcmp(code, w->code) == 0;
	if (item->field == INTAKE_DUE)
		return strcmp(w->code, "pregnant") == 0;
	return (item->field == INTAKE_CONDITIONS || item->field == INTAKE_CAUSE) &&
	    strcmp(code, w->code) == 0;
}

/* By whichever of its names the words have it. */
static bool
words_tell(const struct intake_item *item, const struct vocabulary_keys *keys,
    const struct vocabulary_word *w)
{
	enum vocabulary_kind kind;
	struct str text = {0};
	bool tell = false;

	if (!intake_names(item, &kind) || kind != w->kind)
		return false;
	vocabulary_fold(&text, str_or_empty(item->text));
	for (size_t i = 0; i < keys->n && !tell; i++)
		tell = keys->v[i].word == w && vocabulary_key_in(&keys->v[i], str_text(&text));
	str_release(&text);
	return tell;
}

static bool
is_told(
    const struct intake *told, const struct vocabulary_keys *keys, const struct vocabulary_word *w)
{
	for (size_t i = 0; i < told->items.n; i++)
		if (item_tells(&told->items.v[i], w) || words_tell(&told->items.v[i], keys, w))
			return true;
	return false;
}

/* --- Named ----------------------------------------------------------------------------------- */

/* What they are allergic to is no medicine that they take, and oil is not of them. */
static bool
may_name(enum intake_field field)
{
	return intake_section_is_private(intake_field_rows[field].section) &&
	    field != INTAKE_ALLERGIES && field != INTAKE_OIL;
}

/* All words that may name something, as vocabulary_key_in() wants them. */
static void
fold_all(const struct intake *in, struct str *out)
{
	vocabulary_fold(out, str_or_empty(in->note));
	for (size_t i = 0; i < in->items.n; i++)
		if (may_name(in->items.v[i].field))
			vocabulary_fold(out, str_or_empty(in->items.v[i].text));
}

struct naming {
	struct str names, conditions, medications;
	const struct vocabulary_word *last; /* its keys follow each other */
};

static void
name_one(struct naming *n, const struct vocabulary_word *w)
{
	struct str *as = w->kind == VOCABULARY_CONDITION ? &n->conditions : &n->medications;

	str_addf(&n->names, "%s%s", n->names.n > 0 ? ", " : "", w->label);
	str_addf(as, "%s%s", as->n > 0 ? "," : "", w->code);
	n->last = w;
}

static void
say_named(const struct naming *n, struct str *out)
{
	if (n->names.n == 0)
		return;
	str_addf(out, "Named but not told: %s; tell it as", str_text(&n->names));
	if (n->conditions.n > 0)
		str_addf(out, " conditions=+%s", str_text(&n->conditions));
	if (n->medications.n > 0)
		str_addf(out, " medications=+%s", str_text(&n->medications));
}

void
intake_say_named(
    struct str *out, const struct intake *in, const struct intake *told, const struct vocabulary *l)
{
	struct vocabulary_keys keys = {0};
	struct naming naming = {0};
	struct str text = {0};

	fold_all(in, &text);
	vocabulary_keys_add(&keys, l, VOCABULARY_CONDITION);
	vocabulary_keys_add(&keys, l, VOCABULARY_MEDICATION);
	for (size_t i = 0; i < keys.n; i++) {
		const struct vocabulary_word *w = keys.v[i].word;

		if (w != naming.last && vocabulary_key_in(&keys.v[i], str_text(&text)) &&
		    !is_told(told, &keys, w))
			name_one(&naming, w);
	}
	say_named(&naming, out);
	str_release(&naming.names);
	str_release(&naming.conditions);
	str_release(&naming.medications);
	str_release(&text);
	vocabulary_keys_release(&keys);
}
