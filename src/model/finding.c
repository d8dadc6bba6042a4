/* Findings: the list, its order, its words. */
#include <stdarg.h>
#include <stdlib.h>

#include <frontdesk/mem.h>
#include <frontdesk/schedule.h>

#include "check.h"

static const struct {
	enum finding_level level;
	const char *word;
} rows[FINDING_COUNT] = {
#define X(id, level, word) {LEVEL_##level, word},
    FINDING_LIST(X)
#undef X
};

const char *
finding_level_word(enum finding_level l)
{
	static const char *const words[] = {
	    [LEVEL_NOTICE] = "notice", [LEVEL_SOFT] = "soft", [LEVEL_HARD] = "hard"};

	return words[l];
}

const char *
finding_code_word(enum finding_code c)
{
	return rows[c].word;
}

bool
finding_is_health(enum finding_code c)
{
	static const bool health[FINDING_COUNT] = {
#define X(id, level, word) [FINDING_##id] = true,
		HEALTH_FINDING_LIST(X)
#undef X
	};

	return health[c];
}

enum finding_level
finding_usual_level(enum finding_code c)
{
	return rows[c].level;
}

void
findings_release(struct findings *f)
{
	for (size_t i = 0; i < f->n; i++)
		free(f->v[i].text);
	free(f->v);
	*f = (struct findings){0};
}

/* What a session may not begin with stands first of its level. */
static int
gravity(const struct finding *f)
{
	return (int)f->level * 3 +
	    (f->code == FINDING_FLAG_STOP           ? 2
		    : f->code == FINDING_FLAG_CLEAR ? 1
						    : 0);
}

void
findings_add(struct findings *f, enum finding_level level, enum finding_code code, int64_t appt_id,
    const char *fmt, ...)
{
	struct finding one = {.level = level, .code = code, .appt_id = appt_id};
	struct str text = {0};
	va_list args;
	size_t at;

	va_start(args, fmt);
	str_addv(&text, fmt, args);
	va_end(args);
	one.text = str_take(&text);
	list_push(f);
	for (at = f->n - 1; at > 0 && gravity(&f->v[at - 1]) < gravity(&one); at--)
		f->v[at] = f->v[at - 1];
	f->v[at] = one;
}

enum finding_level
findings_worst(const struct findings *f)
{
	return f->n == 0 ? LEVEL_NOTICE : f->v[0].level;
}

bool
findings_has(const struct findings *f, enum finding_code code)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->v[i].code == code)
			return true;
	return false;
}
