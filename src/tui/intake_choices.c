/* What may be chosen for a field of the health form: the practice's words, the body's places. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/body.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "intake_form.h"

struct choosing {
	struct choices *out;
	const char *before; /* the values that stand before the one that is typed */
	size_t before_n;
	const char *typed; /* that one, without its sign */
	char sign; /* 0: it has none */
	const char *after; /* what is put behind the chosen one */
};

static void
offer(const struct choosing *c, int64_t id, const char *text, const char *value)
{
	struct str whole = {0};

	str_addn(&whole, c->before, c->before_n);
	if (c->sign != 0)
		str_addc(&whole, c->sign);
	str_addf(&whole, "%s%s", value, c->after);
	choices_add(c->out, id, text, str_text(&whole));
	str_release(&whole);
}

/* How well a word fits what is typed: 0 is it, 1 begins so, 2 has it somewhere, 3 does not. */
static int
fit(const struct vocabulary_word *w, const char *typed)
{
	struct str line = {0};
	int how = 3;

	if (text_same(w->code, typed) || text_same(w->label, typed))
		return 0;
	if (text_begins(w->code, typed) || text_begins(w->label, typed))
		return 1;
	str_addf(&line, "%s %s", w->label, w->also);
	if (lines_fit(typed, str_text(&line)))
		how = 2;
	str_release(&line);
	return how;
}

static void
offer_words(const struct choosing *c, const struct vocabulary *l, enum vocabulary_kind kind)
{
	for (int how = 0; how < 3; how++) {
		for (size_t i = 0; i < l->n; i++) {
			const struct vocabulary_word *w = &l->v[i];
			struct str line = {0};

			if (w->kind != kind || !w->active || fit(w, c->typed) != how)
				continue;
			text_pad(&line, w->code, 14, TEXT_LEFT);
			str_addf(&line, " %s", w->label);
			offer(c, w->id, str_text(&line), w->code);
			str_release(&line);
		}
	}
}

static void
offer_list(const struct choosing *c, const char *words)
{
	int64_t id = 1;

	for (const char *s = words; *s != '\0'; s += strspn(s, " "), id++) {
		size_t n = strcspn(s, " ");
		char *word = xstrndup(s, n);

		if (text_begins(word, c->typed))
			offer(c, id, word, word);
		free(word);
		s += n;
	}
}

static void
offer_pressures(const struct choosing *c)
{
	for (int i = 1; i <= PRESSURE_VARIES; i++) {
		struct str line = {0}, value = {0};

		if (i < PRESSURE_VARIES)
			str_addf(&value, "%d", i);
		else
			str_add(&value, pressure_word(i));
		str_addf(
		    &line, "%s %s", str_text(&value), i < PRESSURE_VARIES ? pressure_word(i) : "");
		if (text_begins(str_text(&value), c->typed) ||
		    text_begins(pressure_word(i), c->typed))
			offer(c, i, str_text(&line), str_text(&value));
		str_release(&line);
		str_release(&value);
	}
}

/* The quick picks while nothing is typed; a place that is whole has nothing to choose. */
static void
offer_places(const struct choosing *c, const struct vocabulary *l)
{
	if (c->typed[0] != '\0' && !region_looks_like(l, c->typed)) {
		offer_words(c, l, VOCABULARY_REGION);
		return;
	}
	for (int i = 0; i < BODY_PICKS && c->typed[0] == '\0'; i++) {
		struct str line = {0};

		str_addf(&line, "%d %-2s %s", i + 1, body_picks[i].code, body_picks[i].label);
		offer(c, i + 1, str_text(&line), body_picks[i].code);
		str_release(&line);
	}
}

static void
offer_of(const struct choosing *c, const struct intake_field_row *row, const struct vocabulary *l)
{
	enum vocabulary_kind kind;

	switch (row->kind) {
	case INTAKE_MANY:
	case INTAKE_ONE:
		if (strpbrk(c->typed, ":@") == NULL &&
		    vocabulary_kind_find(row->choices, &kind) == ERR_OK)
			offer_words(c, l, kind);
		break;
	case INTAKE_CHOICE:
	case INTAKE_CHOICES:
		offer_list(c, row->choices);
		break;
	case INTAKE_IS_PRESSURE:
		offer_pressures(c);
		break;
	case INTAKE_SCALE:
	case INTAKE_DATE:
	case INTAKE_WORDS:
		break;
	}
}

static const char source_words[] = "desk paper phone therapist";
static const char version_words[] = "update new annual";

static void
offer_for(const struct choosing *c, const struct intake_form *f, size_t field)
{
	const struct vocabulary *l = &intake_form_desk(f)->practice.vocabulary;
	enum intake_field of;

	if (form_intake_field(field, &of))
		offer_of(c, &intake_field_rows[of], l);
	else if (field == FORM_PLACES)
		offer_places(c, l);
	else if (field == FORM_SOURCE)
		offer_list(c, source_words);
	else if (field == FORM_VERSION)
		offer_list(c, version_words);
}

/* Of several the one that is being typed is completed; while there is none, none is marked. */
void
form_choices(struct dialog *d, struct choices *out)
{
	const struct intake_form *f = (const struct intake_form *)d;
	const char *text = dialog_text(d, d->at);
	const bool several = form_takes_several(d->at);
	struct choosing c = {.out = out, .before = text, .after = ""};

	if (intake_form_is_shut(f))
		return;
	if (several)
		c.before_n = form_last_value(text, d->at);
	c.typed = text + c.before_n;
	if (several && (c.typed[0] == '+' || c.typed[0] == '-'))
		c.sign = *c.typed++;
	if (several && d->at != FORM_PLACES)
		c.after = ", ";
	if (c.sign == '-' && form_hidden(f, d->at))
		return;
	/* Filled in whole: all there is, to take another. */
	if (!several && !d->fields[d->at].touched)
		c.typed = "";
	offer_for(&c, f, d->at);
	if (several && c.typed[0] == '\0')
		d->marked = out->n;
}
