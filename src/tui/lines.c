/* Lines to tell a person. */
#include "lines.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>
#include <frontdesk/text.h>

void
lines_clear(struct lines *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].text);
	l->n = 0;
}

void
lines_release(struct lines *l)
{
	lines_clear(l);
	free(l->v);
	*l = (struct lines){0};
}

void
lines_add(struct lines *l, enum role role, const char *fmt, ...)
{
	struct str s = {0};
	struct said *said = list_push(l);
	va_list ap;

	va_start(ap, fmt);
	str_addv(&s, fmt, ap);
	va_end(ap);
	said->role = role;
	said->text = str_take(&s);
}

void
lines_add_findings(struct lines *l, const struct findings *f)
{
	static const struct {
		enum role role;
		const char *lead;
	} levels[] = {
	    [LEVEL_NOTICE] = {ROLE_TEXT, "Note"},
	    [LEVEL_SOFT] = {ROLE_CAUTION, "Needs a reason"},
	    [LEVEL_HARD] = {ROLE_PROBLEM, "Not possible"},
	};

	for (size_t i = 0; i < f->n; i++) {
		if (f->v[i].code == FINDING_ALERT) /* says itself what it is */
			lines_add(l, ROLE_CAUTION, "%s", f->v[i].text);
		else
			lines_add(l, levels[f->v[i].level].role, "%s: %s",
			    levels[f->v[i].level].lead, f->v[i].text);
	}
}

bool
lines_fit(const char *filter, const char *line)
{
	struct str folded = {0}, word = {0};
	bool all = true;

	if (filter[0] != '\0')
		text_fold(&folded, line, TEXT_FOLD_PLAIN);
	while (all && *filter != '\0') {
		size_t n = strcspn(filter, " ");

		str_clear(&word);
		str_addn(&word, filter, n);
		all = strstr(str_text(&folded), str_text(&word)) != NULL;
		filter += n;
		filter += strspn(filter, " ");
	}
	str_release(&folded);
	str_release(&word);
	return all;
}

void
lines_add_all(struct lines *l, const struct lines *more)
{
	for (size_t i = 0; i < more->n; i++)
		lines_add(l, more->v[i].role, "%s", more->v[i].text);
}

size_t
lines_break(const char *s, int columns)
{
	size_t fits = text_fit(s, columns, NULL), at = fits;

	if (s[fits] == '\0')
		return fits;
	while (at > 0 && s[at] != ' ')
		at--;
	return at > 0 ? at : fits > 0 ? fits : text_next(s, 0);
}
