/* A form of a record that somebody else changed since it was read. */
#include "dialog.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

/* What the person had typed into a field. */
struct typed {
	char *text; /* owned */
	int64_t id;
	civil_min when;
	bool touched;
};

static struct typed *
keep_typed(const struct dialog *d)
{
	struct typed *l = xcalloc(d->n, sizeof(*l));

	for (size_t i = 0; i < d->n; i++)
		l[i] = (struct typed){xstrdup(dialog_text(d, i)), d->fields[i].id,
		    d->fields[i].typed, d->fields[i].touched};
	return l;
}

static void
put_back(struct dialog *d, size_t i, const struct typed *t)
{
	dialog_set(d, i, t->text, t->id);
	d->fields[i].typed = t->when;
	d->fields[i].touched = t->touched;
}

static void
add_label(struct str *to, const struct field *f)
{
	if (!f->off)
		str_addf(to, "%s%s", to->n > 0 ? ", " : "", f->label);
}

/* What they wrote where the person wrote something else; of health and names only that. */
static void
say_theirs(const struct dialog *d, size_t i, const char *theirs, struct lines *out)
{
	const struct field *f = &d->fields[i];

	if (f->off)
		return;
	if (f->health || d->view.app->desk->initials)
		lines_add(out, ROLE_CAUTION, "%s: they changed it, too; yours stays.", f->label);
	else
		lines_add(out, ROLE_CAUTION, "%s: now \"%s\"; yours stays.", f->label, theirs);
}

/* The fields say what the record does by now: the person's go over it. */
static void
merge(struct dialog *d, const struct typed *typed, struct lines *out)
{
	struct str new = {0};

	for (size_t i = 0; i < d->n; i++) {
		struct field *f = &d->fields[i];
		const char *was = str_or_empty(f->was);
		const bool ours = strcmp(typed[i].text, was) != 0;
		const bool theirs = strcmp(dialog_text(d, i), was) != 0;
		char *now = xstrdup(dialog_text(d, i));

		if (theirs && !ours)
			add_label(&new, f);
		if (theirs && ours && strcmp(now, typed[i].text) != 0)
			say_theirs(d, i, now, out);
		if (ours)
			put_back(d, i, &typed[i]);
		xstrset(&f->was, now);
		free(now);
	}
	if (new.n > 0)
		lines_add(out, ROLE_CAUTION, "Shown as it is now: %s.", str_text(&new));
	lines_add(out, ROLE_CAUTION, "Ctrl-S saves what you changed over it.");
	str_release(&new);
}

bool
dialog_behind(struct dialog *d, enum err e)
{
	char *why = xstrdup(err_message());
	struct typed *typed = keep_typed(d);
	struct lines more = {0};
	const bool behind = e == ERR_BUSY && d->ops->renew != NULL && d->ops->renew(d);
	char *end = strstr(why, "; look again"); /* that is what is done here */

	if (behind && end != NULL)
		*end = '\0';
	if (behind)
		merge(d, typed, &more);
	(void)err_set(e, "%s", why);
	if (behind)
		dialog_fail_with(d, d->at, &more);
	for (size_t i = 0; i < d->n; i++)
		free(typed[i].text);
	free(typed);
	lines_release(&more);
	free(why);
	return behind;
}
