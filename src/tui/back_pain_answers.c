/* The questions of the back-pain path and their answers, from the practice's words. */
#include "back_pain.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

size_t
back_pain_field(enum back_pain_step s)
{
	switch (s) {
#define X(id, field, question) \
	case STEP_##id: \
		return field;
		BACK_PAIN_STEP_LIST(X)
#undef X
	case STEP_COUNT:
		break;
	}
	return 0;
}

const char *
back_pain_question(enum back_pain_step s)
{
	static const char *const questions[] = {
#define X(id, field, question) question,
		BACK_PAIN_STEP_LIST(X)
#undef X
	};

	return questions[s];
}

static void
add(struct answers *l, char key, const char *value, const char *text)
{
	if (l->n < ANSWERS)
		l->v[l->n++] = (struct answer){key, xstrdup(value), xstrdup(text)};
}

/* The first words of a kind, of a section when it is said: as many as there are keys. */
static void
add_words(struct answers *l, const struct vocabulary *all, enum vocabulary_kind kind,
    const char *section, const char *keys)
{
	for (size_t i = 0; i < all->n && keys[l->n] != '\0'; i++) {
		const struct vocabulary_word *w = &all->v[i];

		if (w->kind == kind && w->active &&
		    (section == NULL || strcmp(w->section, section) == 0))
			add(l, keys[l->n], w->code, w->label);
	}
}

/* Red flags of the back; those of the whole body that are ones for it too stand behind. */
static void
add_signs(struct answers *l, const struct vocabulary *all)
{
	static const struct {
		char key;
		const char *code, *value, *text;
	} others[] = {{'0', "fever", "fever", "fever"},
	    {'*', "cancer", "cancer@past", "cancer, now or ever"}};

	add_words(l, all, VOCABULARY_CONDITION, "back", "123456789");
	for (size_t i = 0; i < array_size(others); i++) {
		const struct vocabulary_word *w =
		    vocabulary_word(all, VOCABULARY_CONDITION, others[i].code);

		if (w != NULL && w->active)
			add(l, others[i].key, others[i].value, others[i].text);
	}
}

static void
add_levels(struct answers *l)
{
	for (int i = 1; i <= PRESSURE_MOST; i++)
		add(l, (char)('0' + i), (const char[]){(char)('0' + i), '\0'}, pressure_word(i));
	add(l, '6', pressure_word(PRESSURE_VARIES), pressure_word(PRESSURE_VARIES));
}

static void
add_pains(struct answers *l)
{
	for (int i = 0; i < PAIN_MOST; i++)
		add(l, (char)('0' + i), (const char[]){(char)('0' + i), '\0'},
		    i == 0      ? "none"
			: i < 4 ? "mild"
			: i < 7 ? "moderate"
				: "severe");
	add(l, '*', "10", "10, the worst there is");
}

struct answers
back_pain_answers(const struct vocabulary *all, enum back_pain_step s)
{
	static const char digits[] = "1234567890";
	struct answers l = {0};

	switch (s) {
	case STEP_CAUSE:
		add_words(&l, all, VOCABULARY_CAUSE, NULL, digits);
		break;
	case STEP_ONSET:
		add(&l, '1', "acute", "acute, less than 6 weeks");
		add(&l, '2', "subacute", "subacute");
		add(&l, '3', "chronic", "chronic, 12 weeks or more");
		break;
	case STEP_WHERE:
		add_words(&l, all, VOCABULARY_REGION, "back", digits);
		break;
	case STEP_PAIN:
		add_pains(&l);
		break;
	case STEP_PRESSURE:
		add_levels(&l);
		break;
	case STEP_SIGNS:
		add_signs(&l, all);
		break;
	case STEP_COUNT:
		break;
	}
	return l;
}

void
answers_release(struct answers *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].value);
		free(l->v[i].text);
	}
	l->n = 0;
}
