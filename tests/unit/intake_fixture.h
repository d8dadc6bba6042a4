/* Monday 2026-11-23, the shipped words, an intake to fill in. */
#ifndef TESTS_INTAKE_FIXTURE_H
#define TESTS_INTAKE_FIXTURE_H

#include <frontdesk/intake.h>

#include "shipped.h"

static struct vocabulary words;
static struct intake_habits habits;

static inline void
intake_set_up(void)
{
	shipped_vocabulary(&words);
	habits = (struct intake_habits){
	    .words = &words, .when = {.week_start = 1}, .today = civil_from_ymd(2026, 11, 23)};
	habits.when.now = civil_at(habits.today, 9 * 60);
}

static inline enum err
set(struct intake *in, const char *field, const char *value)
{
	enum intake_field f;
	enum err err = intake_field_find(field, &f);

	return err == ERR_OK ? intake_set(in, &habits, f, value) : err;
}

static inline const char *
written(const struct intake *in, const char *field)
{
	static struct str s;
	enum intake_field f;

	str_clear(&s);
	if (intake_field_find(field, &f) == ERR_OK)
		intake_write(&s, in, f);
	return str_text(&s);
}

static inline const char *
said(const struct intake *in, const char *field)
{
	static struct str s;
	enum intake_field f;

	str_clear(&s);
	if (intake_field_find(field, &f) == ERR_OK)
		intake_say(&s, in, &words, f);
	return str_text(&s);
}

/* All that an intake holds, as typed: to see that nothing was changed. */
static inline char *
whole(const struct intake *in)
{
	struct str s = {0};

	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++) {
		intake_write(&s, in, f);
		str_add(&s, "|");
	}
	for (size_t i = 0; i < in->regions.n; i++) {
		region_write(&s, &in->regions.v[i]);
		str_add(&s, " ");
	}
	return str_take(&s);
}

#endif
