/* What the files of the intake and of its flags share. */
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
/*
 * Whether the words of an answer tell what they name, and which list they are read for: the free
 * ones of what is had, and those behind "other".
 */
bool intake_names(const struct intake_item *item, enum vocabulary_kind *kind);
/*
 * Whether folded words stand in a longer name by themselves: then they are no beginning of another.
 * "night" is none of "nightpain", for it is of "severe pain at night", too.
 */
bool intake_is_part(const struct vocabulary_keys *keys, const char *folded);
/* So many are taken as the beginning of what raises a flag. */
enum { INTAKE_LETTERS_LEAST = 4 };
/*
 * Whether what is typed for a word is understood so: whole, or by four letters that begin its code
 * or label. A shorter one, or the beginning of another name, may be meant for something else.
 */
bool intake_is_clear(
    const struct vocabulary *l, const struct vocabulary_word *w, const char *typed);
/* In words: of a field the answers with this code; NULL = all. */
void intake_say_code(struct str *out, const struct intake *in, const struct vocabulary *l,
    enum intake_field field, const char *code);

#endif
