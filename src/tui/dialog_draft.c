#include "dialog_draft.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>

#include "alert_form.h"
#include "booking_dialog.h"
#include "client_form.h"
#include "intake_form.h"
#include "session_form.h"
#include "setup.h"

/* Before the number of the field one was in, and who opened it; no label is so. */
#define AT "@at"
#define WHO "@who"

/* Every kind of dialog that has drafts. */
static const struct dialog_ops *const kinds[] = {&booking_ops, &client_form_ops, &alert_form_ops,
    &session_form_ops, &addendum_form_ops, &intake_form_ops, &setup_record_ops};

/*
 * "booking<TAB>1795420800<TAB>context", then for each field with text "label<TAB>id when<TAB>text",
 * when it was typed (civil minutes) unless it was filled in: no text that is typed has tabs or
 * newlines.
 */
static void
write_text(const struct dialog *d, struct str *out)
{
	str_addf(out, "%s\t%lld\t", d->ops->kind, (long long)d->began);
	if (d->ops->context != NULL)
		d->ops->context(d, out);
	str_addc(out, '\n');
	str_addf(out, AT "\t%zu\t\n" WHO "\t\t%s\n", d->at, d->who);
	for (size_t i = 0; i < d->n; i++) {
		const struct field *f = &d->fields[i];

		if (f->text.text.n == 0 || f->secret)
			continue;
		str_addf(out, "%s\t%lld", f->label, (long long)f->id);
		if (f->typed != CIVIL_NONE)
			str_addf(out, " %lld", (long long)f->typed);
		str_addf(out, "\t%s\n", dialog_text(d, i));
	}
}

bool
dialog_keep(struct view *v)
{
	struct dialog *d = (struct dialog *)v;
	struct str text = {0};

	if (!dialog_differs(d)) {
		draft_remove(&d->draft);
		return false;
	}
	if (d->ops->reopen == NULL)
		return true;
	write_text(d, &text);
	if (draft_write(&d->draft, &v->app->drafts, str_text(&text)) != ERR_OK)
		app_say_error(v->app);
	str_release(&text);
	return true;
}

bool
dialog_mine(const struct view *v)
{
	const struct dialog *d = (const struct dialog *)v;
	const struct desk *desk = v->app->desk;

	return !d->ops->own || strcmp(d->who, desk->options.who) == 0 || desk_sees_private(desk);
}

/* ": smith dt60"; what is heard behind it ("!disc") is not for a list. */
static void
add_typed(const char *text, struct str *out)
{
	size_t n = 0;

	while (text[n] != '\0' && (text[n] != '!' || (n > 0 && text[n - 1] != ' ')))
		n++;
	while (n > 0 && text[n - 1] == ' ')
		n--;
	if (n > 0)
		str_addf(out, ": %.*s", (int)n, text);
}

/* "New booking: smith, 12 min ago" */
void
dialog_label(const struct view *v, struct str *out)
{
	const struct dialog *d = (const struct dialog *)v;
	int64_t age = (desk_utc(v->app->desk) - d->began) / 60;

	/* Title and fields may name someone. */
	if (v->app->desk->initials)
		str_add(out, d->ops->kind);
	else
		dialog_title(d, out);
	for (size_t i = 0; i < d->n && !v->app->desk->initials; i++) {
		if (d->fields[i].text.text.n > 0 && !d->fields[i].secret && !d->fields[i].health) {
			add_typed(dialog_text(d, i), out);
			break;
		}
	}
	if (age < 1)
		str_add(out, ", just now");
	else if (age < 60)
		str_addf(out, ", %lld min ago", (long long)age);
	else if (age < 2 * 24 * 60)
		str_addf(out, ", %lld h %lld min ago", (long long)age / 60, (long long)age % 60);
	else
		str_addf(out, ", %lld days ago", (long long)age / (24 * 60));
}

void
dialog_discard(struct view *v)
{
	draft_remove(&((struct dialog *)v)->draft);
	v->ops->release(v);
}

/* The next line of the text, cut at its tabs into three parts; false: there is none. */
static bool
next_line(char **text, char *part[static 3])
{
	char *end = strchr(*text, '\n');

	if (end == NULL)
		return false;
	*end = '\0';
	part[0] = *text;
	*text = end + 1;
	for (int i = 1; i < 3; i++) {
		part[i] = strchr(part[i - 1], '\t');
		if (part[i] == NULL)
			return false;
		*part[i]++ = '\0';
	}
	return true;
}

static void
fill(struct dialog *d, char *part[static 3])
{
	char *when;

	if (strcmp(part[0], AT) == 0 && strtoull(part[1], NULL, 10) < d->n)
		d->at = strtoull(part[1], NULL, 10);
	if (strcmp(part[0], WHO) == 0)
		xstrset(&d->who, part[2]);
	for (size_t i = 0; i < d->n; i++) {
		if (strcmp(d->fields[i].label, part[0]) != 0)
			continue;
		d->fields[i].off = false;
		dialog_set(d, i, part[2], strtoll(part[1], &when, 10));
		d->fields[i].touched = true;
		if (*when != '\0')
			d->fields[i].typed = strtoll(when, NULL, 10);
	}
}

struct dialog *
dialog_reopen(struct app *a, struct draft *taken)
{
	char *text = xstrdup(str_text(&taken->text)), *at = text, *part[3];
	struct dialog *d = NULL;

	if (next_line(&at, part)) {
		for (size_t i = 0; i < array_size(kinds) && d == NULL; i++) {
			if (strcmp(kinds[i]->kind, part[0]) == 0)
				d = kinds[i]->reopen(a, part[2]);
		}
	}
	if (d != NULL) {
		d->began = strtoll(part[1], NULL, 10);
		d->dirty = true;
		d->draft = *taken;
		*taken = (struct draft){0};
		while (next_line(&at, part))
			fill(d, part);
	}
	free(text);
	return d;
}
