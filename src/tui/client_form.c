#include "client_form.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "client_sheet.h"
#include "clients.h"

struct client_form {
	struct dialog dialog; /* first */
	int64_t id; /* 0 = a new one */
	int rev; /* as it was read */
	char *before[CLIENT_FIELDS]; /* owned; each field's text, as it was read */
};

/* --- What may be chosen ---------------------------------------------------------------------- */

/* The words of a field that has a few; ended by NULL. NULL: it is free text. */
static const char *const *
words_of(size_t field)
{
	static const char *const message[] = {"yes", "no", NULL};
	static const char *const gender[] = {"any", "F", "M", NULL};
	static const char *const state[] = {
	    "active", "archived", "barred", "deceased", NULL}; /* merged is never typed */

	switch (field) {
	case CLIENT_FIELD_message:
		return message;
	case CLIENT_FIELD_gender:
		return gender;
	case CLIENT_FIELD_state:
		return state;
	}
	return NULL;
}

static void
add_words(const char *const *words, const char *typed, struct choices *out)
{
	bool whole = typed[0] == '\0';

	for (size_t i = 0; words[i] != NULL; i++)
		whole = whole || strcmp(words[i], typed) == 0;
	for (size_t i = 0; words[i] != NULL; i++) {
		if (whole || text_begins(words[i], typed))
			choices_add(out, (int64_t)i + 1, words[i], words[i]);
	}
}

static void
add_therapists(const struct practice *p, const char *typed, struct choices *out)
{
	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];

		if (t->active &&
		    (typed[0] == '\0' || text_begins(t->code, typed) ||
			text_begins(t->name, typed)))
			choices_add(out, t->id, t->name, t->code);
	}
}

static void
form_choices(struct dialog *d, struct choices *out)
{
	const char *typed = dialog_text(d, d->at);

	if (words_of(d->at) != NULL)
		add_words(words_of(d->at), typed, out);
	else if (d->at == CLIENT_FIELD_prefers)
		add_therapists(&d->view.app->desk->practice, typed, out);
}

/* --- Saving ---------------------------------------------------------------------------------- */

/* "first=Ada" for each field that is another than it was. */
static void
gather(const struct client_form *f, struct words *out)
{
	for (size_t i = 0; i < CLIENT_FIELDS; i++) {
		const char *text = dialog_text(&f->dialog, i);
		struct str word = {0};

		if (strcmp(text, f->before[i]) != 0) {
			str_addf(&word, "%s=%s", client_fields[i].name, text);
			words_add(out, str_text(&word));
		}
		str_release(&word);
	}
}

/* The first field that is not understood, with its sentence; CLIENT_FIELDS = none. */
static size_t
find_fault(const struct client_form *f)
{
	struct client c;
	size_t i = 0;

	client_init(&c);
	while (i < CLIENT_FIELDS &&
	    (strcmp(dialog_text(&f->dialog, i), f->before[i]) == 0 ||
		client_set(&c, &f->dialog.view.app->desk->practice, client_fields[i].name,
		    dialog_text(&f->dialog, i)) == ERR_OK))
		i++;
	client_release(&c);
	return i;
}

/* "Added Smith, Ada.  u Undo" */
static void
say_done(struct app *a, const char *done, const struct client *c)
{
	struct str name = {0};
	const int64_t id = c->id;

	client_name(&name, c->first, c->last, &a->desk->practice.settings);
	if (name.n == 0)
		str_addf(&name, "#%lld", (long long)id);
	app_changed(a);
	clients_select(a, id);
	app_say(a, ROLE_MESSAGE, "%s %s%s  u Undo", done, str_text(&name),
	    name.v[name.n - 1] == '.' ? "" : "."); /* initials have theirs */
	str_release(&name);
}

static bool
form_save(struct dialog *d, const char *yes)
{
	struct client_form *f = (struct client_form *)d;
	struct app *a = d->view.app;
	struct words changed = {0};
	struct findings alike = {0};
	struct client c;
	size_t fault = find_fault(f);
	enum err e = ERR_USAGE;

	client_init(&c);
	gather(f, &changed);
	if (fault == CLIENT_FIELDS && f->id == 0)
		e = desk_client_add(a->desk, changed.v, changed.n, yes, false, &c, &alike);
	else if (fault == CLIENT_FIELDS && changed.n == 0)
		e = ERR_OK;
	else if (fault == CLIENT_FIELDS)
		e = desk_client_edit(a->desk, f->id, f->rev, changed.v, changed.n, &c);
	if (e == ERR_OK && changed.n == 0)
		app_say(a, ROLE_TEXT, "Nothing was changed.");
	else if (e == ERR_OK)
		say_done(a, f->id == 0 ? "Added" : "Changed", &c);
	else if (e == ERR_NEEDS_YES && alike.n > 0)
		dialog_ask(d, &alike);
	else if (!dialog_behind(d, e))
		dialog_fail(d, fault < CLIENT_FIELDS ? fault : d->at);
	words_release(&changed);
	findings_release(&alike);
	client_release(&c);
	return e == ERR_OK;
}

static void
form_release(struct dialog *d)
{
	struct client_form *f = (struct client_form *)d;

	for (size_t i = 0; i < CLIENT_FIELDS; i++)
		free(f->before[i]);
}

/* --- Opening --------------------------------------------------------------------------------- */

/* As it was read. */
static void
show(struct client_form *f, const struct client *c)
{
	f->rev = c->rev;
	for (size_t i = 0; i < CLIENT_FIELDS; i++) {
		struct str text = {0};

		client_tell(c, &f->dialog.view.app->desk->practice, client_fields[i].name, &text);
		dialog_set(&f->dialog, i, str_text(&text), 0);
		xstrset(&f->before[i], str_text(&text));
		str_release(&text);
	}
}

static bool
form_renew(struct dialog *d)
{
	struct client_form *f = (struct client_form *)d;
	struct client now;
	bool behind;

	client_init(&now);
	behind = f->id != 0 && store_client(d->view.app->desk->store, f->id, &now) == ERR_OK &&
	    now.rev != f->rev;
	if (behind)
		show(f, &now);
	client_release(&now);
	return behind;
}

static struct client_form *
make(struct app *a, const struct client *c, const char *title)
{
	const char *labels[CLIENT_FIELDS];
	struct client_form *f;

	for (size_t i = 0; i < CLIENT_FIELDS; i++)
		labels[i] = client_fields[i].label;
	f = dialog_new(a, sizeof(*f), &client_form_ops, title, labels, CLIENT_FIELDS);
	f->id = c->id;
	for (size_t i = 0; i < CLIENT_FIELDS; i++)
		f->dialog.fields[i].hint = client_fields[i].help;
	show(f, c);
	return f;
}

/* What was looked for in vain: a phone, or a name. */
static void
take_words(struct client_form *f, const char *words)
{
	struct str first = {0}, last = {0};

	if (words[0] == '#') /* a number nobody has */
		return;
	if (words[0] == '+' || isdigit((unsigned char)words[0])) {
		dialog_set(&f->dialog, CLIENT_FIELD_phone, words, 0);
		return;
	}
	client_split_name(words, &first, &last);
	dialog_set(&f->dialog, CLIENT_FIELD_first, str_text(&first), 0);
	dialog_set(&f->dialog, CLIENT_FIELD_last, str_text(&last), 0);
	dialog_go(&f->dialog, CLIENT_FIELD_phone);
	str_release(&first);
	str_release(&last);
}

/* Of a new client only what is told on the phone is asked; the rest is for editing. */
static struct client_form *
make_new(struct app *a)
{
	static const size_t later[] = {CLIENT_FIELD_pronouns, CLIENT_FIELD_contact,
	    CLIENT_FIELD_told, CLIENT_FIELD_emergency, CLIENT_FIELD_occupation,
	    CLIENT_FIELD_guardian, CLIENT_FIELD_guardian_phone, CLIENT_FIELD_avoid,
	    CLIENT_FIELD_state};
	struct client_form *f;
	struct client c;

	client_init(&c);
	f = make(a, &c, "New client");
	for (size_t i = 0; i < array_size(later); i++)
		f->dialog.fields[later[i]].off = true;
	client_release(&c);
	return f;
}

static struct client_form *
make_edit(struct app *a, const struct client *c)
{
	return make(a, c, "Client ");
}

static void
form_about(const struct dialog *d, struct str *out)
{
	const struct client_form *f = (const struct client_form *)d;

	client_name(out, f->before[CLIENT_FIELD_first], f->before[CLIENT_FIELD_last],
	    &d->view.app->desk->practice.settings);
}

/* Of what was read, not of what was typed over it. */
static bool
form_veil(const struct dialog *d, size_t field, struct str *out)
{
	const struct client_form *f = (const struct client_form *)d;

	return f->before[field][0] != '\0' &&
	    strcmp(dialog_text(d, field), f->before[field]) == 0 &&
	    client_veil(out, client_fields[field].name, f->before[field]);
}

/* As it was seen: who has changed them since is told when it is saved. */
static void
form_context(const struct dialog *d, struct str *out)
{
	const struct client_form *f = (const struct client_form *)d;

	str_addf(out, "%lld %d", (long long)f->id, f->rev);
}

static struct dialog *
form_reopen(struct app *a, const char *context)
{
	struct client_form *f = NULL;
	struct client c;
	char *rest;
	const int64_t id = strtoll(context, &rest, 10);
	const int rev = (int)strtol(rest, NULL, 10);

	client_init(&c);
	if (id == 0 || store_client(a->desk->store, id, &c) == ERR_OK) {
		f = id == 0 ? make_new(a) : make_edit(a, &c);
		f->rev = rev;
	}
	client_release(&c);
	return f != NULL ? &f->dialog : NULL;
}

const struct dialog_ops client_form_ops = {
    .kind = "client",
    .choices = form_choices,
    .save = form_save,
    .release = form_release,
    .renew = form_renew,
    .context = form_context,
    .reopen = form_reopen,
    .about = form_about,
    .veil = form_veil,
};

void
client_form_new(struct app *a, const char *name)
{
	struct client_form *f = make_new(a);

	if (name[strspn(name, " ")] != '\0')
		take_words(f, name);
	dialog_push(&f->dialog);
}

void
client_form_edit(struct app *a, const struct client *c)
{
	dialog_push(&make_edit(a, c)->dialog);
}

/* Whoever is archived may still be expected. */
static void
say_coming(struct app *a, int64_t id)
{
	struct str coming = {0};

	if (desk_client_coming(a->desk, id, &coming) != ERR_OK)
		app_say_error(a);
	else if (coming.n > 0)
		lines_add(&a->message, ROLE_CAUTION, "Still booked: %s.", str_text(&coming));
	str_release(&coming);
}

void
client_archive_turn(struct app *a, const struct client *c)
{
	const bool back = c->state == CLIENT_ARCHIVED;
	struct client now;

	client_init(&now);
	if (desk_client_archive(a->desk, c->id, !back, &now) == ERR_OK) {
		say_done(a, back ? "Took back" : "Archived", &now);
		if (!back)
			say_coming(a, now.id);
	} else {
		app_say_error(a);
	}
	client_release(&now);
}
