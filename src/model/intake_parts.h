/* What intake_set.c, intake_say.c and intake_hear.c share. */
#ifndef MODEL_INTAKE_PARTS_H
#define MODEL_INTAKE_PARTS_H

#include <frontdesk/intake.h>

/* The list that a field of MANY or ONE takes its codes from. */
enum vocabulary_kind intake_vocabulary(enum intake_field field);
/* Of several: "+" adds to it, "-" takes out of it. */
bool intake_takes_several(enum intake_field field);
/*
 * The values of a text, parted by any of the stops; quotes keep them, and go. Each is owned and
 * without blanks around it; empty ones are left out.
 */
void intake_split(const char *text, const char *stops, struct word_list *out);
/*
 * The last day that free words of what was had may mean: "knee 2019" is 31 Dec 2019. Words that
 * tell none, or one to come, tell that it was by today.
 */
civil_day intake_day_told(const char *text, const struct intake_habits *h);
/* In words: of a field the answers with this code; NULL = all. */
void intake_say_code(struct str *out, const struct intake *in, const struct vocabulary *l,
    enum intake_field field, const char *code);

#endif
