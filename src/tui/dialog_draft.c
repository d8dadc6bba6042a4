#include "dialog_draft.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>

#include "alert_form.h"
#include "booking_dialog.h"
#include "client_form.h"
#include "intake_form.h"
#include "note_form.h"
#include "papers_form.h"
#include "session_form.h"
#include "setup.h"

/* Before the number of the field one was in, and who opened it; no label is so. */
#define AT "@at"
#define WHO "@who"

const struct dialog_ops *const dialog_kinds[] = {&booking_ops, &client_form_ops, &alert_form_ops,
    &intake_form_ops, &session_form_ops, &addendum_form_ops, &acknowledge_form_ops,
    &papers_form_ops, &note_form_ops, &setting_form_ops, &record_form_ops, &hours_form_ops,
    &day_form_ops, &off_form_ops, NULL};

/* What parts a draft may stand in a text that was read, too: there something stands for it that no
 * text has. */
static const char parting[] = "\t\n", stands_for[] = "\x1F\x1E";

static void
put_text(const char *text, struct str *out)
{
	for (; *text != '\0'; text++) {
		const char *at = strchr(parting, *text);

		str_addc(out, at != NULL ? stands_for[at - parting] : *text);
	}
}

/* As it was put, in its place. */
static void
get_text(char *text)
{
	for (; *text != '\0'; text++) {
		const char *at = strchr(stands_for, *text);

		*text = at != NULL ? parting[at - stands_for] : *text;
	}
}

/*
 * "booking<TAB>1795420800<TAB>context", then for each field that says or said something
 * "label<TAB>id when<TAB>text<TAB>was": when it was typed (civil minutes) unless it was filled in,
 * and what it said before.
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

		if (f->secret || (f->text.text.n == 0 && str_or_empty(f->was)[0] == '\0'))
			continue;
		str_addf(out, "%s\t%lld", f->label, (long long)f->id);
		if (f->typed != CIVIL_NONE)
			str_addf(out, " %lld", (long long)f->typed);
		str_addc(out, '\t');
		put_text(dialog_text(d, i), out);
		str_addc(out, '\t');
		put_text(str_or_empty(f->was), out);
		str_addc(out, '\n');
	}
}

bool
dialog_keep(struct view *v)
{
	struct dialog *d = (struct dialog *)v;
	struct str text = {0};

	/* What no start could bring back is not called parked. */
	if (d->ops->reopen == NULL || !dialog_differs(d)) {
		draft_remove(&d->draft);
		return false;
	}
	write_text(d, &text);
	if (draft_write(&d->draft, &v->app->drafts, str_text(&text)) != ERR_OK)
		app_say_error(v->app);
	v->filed = d->draft.path != NULL && d->draft.text.n > 0;
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

bool
dialog_is_shut(const struct view *v)
{
	const struct dialog *d = (const struct dialog *)v;

	return d->ops->shut != NULL && d->ops->shut(d);
}

/* A line of a draft, cut at its tabs; only fields have the last part, and not those of a program
 * before this one. */
enum { KIND, BEGAN, CONTEXT, PARTS, LABEL = KIND, NUMBERS = BEGAN, TEXT = CONTEXT, WAS = PARTS };

/* The next line of the text; false: there is none. */
static bool
next_line(char **text, char *part[static PARTS + 1])
{
	char *end = strchr(*text, '\n');

	if (end == NULL)
		return false;
	*end = '\0';
	part[0] = *text;
	*text = end + 1;
	for (int i = 1; i <= PARTS; i++) {
		part[i] = strchr(part[i - 1], '\t');
		if (i < WAS && part[i] == NULL)
			return false;
		if (part[i] != NULL)
			*part[i]++ = '\0';
	}
	get_text(part[TEXT]);
	if (part[WAS] != NULL)
		get_text(part[WAS]);
	return true;
}

static void
fill(struct dialog *d, char *part[static PARTS + 1])
{
	const char *was = part[WAS] != NULL ? part[WAS] : "";
	char *when;

	if (strcmp(part[LABEL], AT) == 0 && strtoull(part[NUMBERS], NULL, 10) < d->n)
		d->at = strtoull(part[NUMBERS], NULL, 10);
	if (strcmp(part[LABEL], WHO) == 0)
		xstrset(&d->who, part[TEXT]);
	for (size_t i = 0; i < d->n; i++) {
		struct field *f = &d->fields[i];

		if (strcmp(f->label, part[LABEL]) != 0)
			continue;
		f->off = f->off && strcmp(part[TEXT], was) == 0;
		dialog_set(d, i, part[TEXT], strtoll(part[NUMBERS], &when, 10));
		xstrset(&f->was, was);
		f->touched = true;
		if (*when != '\0')
			f->typed = strtoll(when, NULL, 10);
	}
}

/* Of what the record says nothing is left: the draft tells all that was there. */
static void
clear(struct dialog *d)
{
	for (size_t i = 0; i < d->n; i++)
		dialog_set(d, i, "", d->fields[i].id);
}

struct dialog *
dialog_reopen(struct app *a, struct draft *taken)
{
	char *text = xstrdup(str_text(&taken->text)), *at = text, *part[PARTS + 1];
	struct dialog *d = NULL;

	if (next_line(&at, part)) {
		for (size_t i = 0; dialog_kinds[i] != NULL && d == NULL; i++) {
			if (strcmp(dialog_kinds[i]->kind, part[KIND]) == 0)
				d = dialog_kinds[i]->reopen(a, part[CONTEXT]);
		}
	}
	if (d != NULL) {
		d->began = strtoll(part[BEGAN], NULL, 10);
		d->dirty = true;
		d->draft = *taken;
		d->view.filed = true;
		*taken = (struct draft){0};
		clear(d);
		while (next_line(&at, part))
			fill(d, part);
	}
	free(text);
	return d;
}
