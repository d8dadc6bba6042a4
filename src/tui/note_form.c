/*
 * A note that came with an import, and a field for each word of it that names a flag: yes or no.
 * HEALTH: the therapists' and the owner's.
 */
#include "note_form.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "dialog.h"

struct note_form {
	struct dialog dialog; /* first */
	struct note_found_list found; /* the first is read, a field for each of its words */
	struct words labels; /* of the fields */
	struct client client;
};

static struct desk *
desk_of(const struct dialog *d)
{
	return d->view.app->desk;
}

static const struct note_found *
note_of(const struct note_form *f)
{
	return &f->found.v[0];
}

/* --- What is shown --------------------------------------------------------------------------- */

static bool
form_shut(const struct dialog *d)
{
	return !desk_sees_private(desk_of(d));
}

static void
form_about(const struct dialog *d, struct str *out)
{
	const struct client *c = &((const struct note_form *)d)->client;

	client_name(out, c->first, c->last, &desk_of(d)->practice.settings);
}

/* The words are nobody's who may not read the note. */
static bool
form_focus(const struct dialog *d, struct str *out)
{
	if (form_shut(d))
		dialog_title(d, out);
	return form_shut(d);
}

static void
form_choices(struct dialog *d, struct choices *out)
{
	static const char *const answers[] = {"yes", "no"};
	const char *typed = d->fields[d->at].touched ? dialog_text(d, d->at) : "";

	for (size_t i = 0; i < array_size(answers); i++)
		if (typed[0] == '\0' || text_begins(answers[i], typed))
			choices_add(out, 0, answers[i], answers[i]);
}

static void
form_echo(struct dialog *d, struct lines *out)
{
	const struct note_form *f = (struct note_form *)d;

	lines_add(out, ROLE_TEXT, "The note: %s", note_of(f)->note.note);
	if (f->found.n > 1)
		lines_add(out, ROLE_TEXT, "%zu more wait after it.", f->found.n - 1);
}

/* --- Saving ---------------------------------------------------------------------------------- */

/* *at is the field that has no answer. */
static enum err
read_answers(const struct note_form *f, struct words *right, size_t *at)
{
	const struct dialog *d = &f->dialog;

	for (*at = 0; *at < d->n; (*at)++) {
		const char *answer = dialog_text(d, *at);

		if (text_begins("yes", answer))
			(void)words_add(right, note_of(f)->codes.v[*at]);
		else if (!text_begins("no", answer))
			return err_set(ERR_USAGE, "\"%s\" has no answer; write yes or no",
			    d->fields[*at].label);
	}
	*at = 0;
	if (right->n == 0)
		(void)words_add(right, "none");
	return ERR_OK;
}

static bool
form_save(struct dialog *d, const char *yes)
{
	const struct note_form *f = (struct note_form *)d;
	const struct note_seen *note = &note_of(f)->note;
	struct words right = {0};
	struct str who = {0};
	size_t at;
	enum err e = read_answers(f, &right, &at);

	(void)yes;
	if (e == ERR_OK)
		e = desk_note_review(desk_of(d), note->record, note->id, right.v, right.n);
	words_release(&right);
	if (e != ERR_OK) {
		dialog_fail(d, at);
		return false;
	}
	form_about(d, &who);
	app_changed(d->view.app);
	app_say(d->view.app, ROLE_MESSAGE, "Note read: %s%s  u Undo", str_text(&who),
	    f->found.n > 1 ? "; another waits." : "");
	str_release(&who);
	return true;
}

static void
form_release(struct dialog *d)
{
	struct note_form *f = (struct note_form *)d;

	note_found_list_release(&f->found);
	words_release(&f->labels);
	client_release(&f->client);
}

static const struct dialog_ops note_form_ops = {
    .kind = "note",
    .choices = form_choices,
    .echo = form_echo,
    .save = form_save,
    .about = form_about,
    .focus = form_focus,
    .shut = form_shut,
    .release = form_release,
};

/* --- Opening --------------------------------------------------------------------------------- */

/* "herniated disc" of "condition:disc" */
static void
add_labels(const struct desk *d, const struct words *codes, struct words *out)
{
	const struct vocabulary *l = &d->practice.vocabulary;

	for (size_t i = 0; i < codes->n; i++) {
		const char *code = strchr(codes->v[i], ':') + 1;
		const bool medication = strncmp(codes->v[i], "medication:", 11) == 0;

		*list_push(out) = xstrdup(vocabulary_label(
		    l, medication ? VOCABULARY_MEDICATION : VOCABULARY_CONDITION, code));
	}
}

static void
show(struct app *a, struct client *client, struct note_found_list *found)
{
	struct words labels = {0};
	struct note_form *f;

	add_labels(a->desk, &found->v[0].codes, &labels);
	f = dialog_new(a, sizeof(*f), &note_form_ops,
	    "Imported note: ", (const char *const *)labels.v, labels.n);
	f->found = *found;
	f->labels = labels;
	f->client = *client;
	for (size_t i = 0; i < labels.n; i++) {
		f->dialog.fields[i].hint = "yes: the note says so of the client; no: it does not";
		f->dialog.fields[i].health = true;
	}
	*found = (struct note_found_list){0};
	client_init(client);
	dialog_push(&f->dialog);
}

void
note_form_push(struct app *a, int64_t client_id)
{
	struct note_found_list found = {0};
	struct client client;
	enum err e;

	client_init(&client);
	e = store_client(a->desk->store, client_id, &client);
	if (e == ERR_OK)
		e = desk_notes_to_review(a->desk, client_id, &found);
	if (e != ERR_OK)
		app_say_error(a);
	else if (found.n == 0)
		app_say(a, ROLE_TEXT, "No imported note of this client waits to be read.");
	else
		show(a, &client, &found);
	note_found_list_release(&found);
	client_release(&client);
}
