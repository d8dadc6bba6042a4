/*
 * Back pain, asked in a few keys: cause, onset, where, how bad, pressure, red flags; each a
 * question with numbered answers. What is picked goes into the dialog under it at once. HEALTH.
 */
#ifndef TUI_BACK_PAIN_H
#define TUI_BACK_PAIN_H

#include "intake_form.h"

/* Into the fields of the health form. */
void back_pain_push(struct intake_form *f);
/* Into a field of what a caller says: "!lift !lb7". */
void back_pain_push_heard(struct dialog *d, size_t field);

/* --- Its questions (back_pain_answers.c) ------------------------------------------------------ */

/* X(ID, field of the form, question) */
#define BACK_PAIN_STEP_LIST(X) \
	X(CAUSE, form_field_of(INTAKE_CAUSE), "What is it from?") \
	X(ONSET, form_field_of(INTAKE_ONSET), "Since when?") \
	X(WHERE, FORM_PLACES, "Where is it worst?") \
	X(PAIN, form_field_of(INTAKE_PAIN), "How bad is it now, 0 to 10?") \
	X(PRESSURE, form_field_of(INTAKE_PRESSURE), "Which pressure is liked?") \
	X(SIGNS, form_field_of(INTAKE_CONDITIONS), "Any of these? All that are right")
enum back_pain_step {
#define X(id, field, question) STEP_##id,
	BACK_PAIN_STEP_LIST(X)
#undef X
	    STEP_COUNT
};

/* The field of the form it is about, and what is asked. */
size_t back_pain_field(enum back_pain_step s);
const char *back_pain_question(enum back_pain_step s);

enum { ANSWERS = 11 }; /* "1" to "9", "0", "*" */
struct answer {
	char key;
	char *value, *text; /* owned; as the field takes it, and in words */
};
struct answers {
	struct answer v[ANSWERS];
	size_t n;
};

struct answers back_pain_answers(const struct vocabulary *all, enum back_pain_step s);
void answers_release(struct answers *l);

#endif
