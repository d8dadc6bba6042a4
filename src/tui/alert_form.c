#include "alert_form.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { WHICH, FIRST, FIELDS = FIRST + ALERT_FIELD_COUNT, NEW_ALERT = -1 };

struct alert_form {
	struct dialog dialog; /* first */
	struct alert_list all; /* of the client */
	struct alert alert; /* the one at hand, as it was read; id 0 = a new one */
};

static struct desk *
desk_of(const struct alert_form *f)
{
	return f->dialog.view.app->desk;
}

/* --- Which one ------------------------------------------------------------------------------- */

/* What the alert says of a field. */
static void
tell_field(struct alert_form *f, size_t field)
{
	struct str text = {0};

	alert_tell(&f->alert, (enum alert_field)(field - FIRST), &text);
	dialog_set(&f->dialog, field, str_text(&text), 0);
	str_release(&text);
}

/* The same, from which what is typed differs. */
static void
show_field(struct alert_form *f, size_t field)
{
	tell_field(f, field);
	xstrset(&f->dialog.fields[field].was, dialog_text(&f->dialog, field));
}

/* The one of this number is at hand; of any other number a new one. */
static void
take(struct alert_form *f, int64_t id)
{
	const int64_t client_id = f->alert.client_id;

	alert_release(&f->alert);
	alert_init(&f->alert, client_id);
	for (size_t i = 0; i < f->all.n; i++) {
		if (f->all.v[i].id == id)
			alert_copy(&f->alert, &f->all.v[i]);
	}
}

static void
form_changed(struct dialog *d, size_t field)
{
	struct alert_form *f = (struct alert_form *)d;

	if (field != WHICH || (d->fields[WHICH].id == 0 && dialog_text(d, WHICH)[0] != '\0'))
		return;
	take(f, d->fields[WHICH].id);
	for (size_t i = FIRST; i < FIELDS; i++)
		show_field(f, i);
	xstrset(&d->fields[WHICH].was, dialog_text(d, WHICH));
}

/* Those with the words that are typed; a new one is what is offered first, else last. */
static void
add_alerts(const struct alert_form *f, const char *typed, struct choices *out)
{
	const bool all = typed[0] == '\0' || f->dialog.fields[WHICH].id != 0;

	if (all)
		choices_add(out, NEW_ALERT, "+ New alert", "New alert");
	for (size_t i = 0; i < f->all.n; i++) {
		struct str line = {0};

		alert_line(&f->all.v[i], &line);
		if (all || lines_fit(typed, str_text(&line)))
			choices_add(out, f->all.v[i].id, str_text(&line), f->all.v[i].text);
		str_release(&line);
	}
	if (!all)
		choices_add(out, NEW_ALERT, "+ New alert", "New alert");
}

/* Every set of places that begins as typed; all of them where one is chosen already. */
static void
add_places(const char *typed, struct choices *out)
{
	bool whole = typed[0] == '\0';

	for (int pass = 0; pass < 2; pass++) {
		for (unsigned set = 1; set < 1u << ALERT_PLACE_COUNT; set++) {
			const struct alert a = {.places = set};
			struct str text = {0};

			alert_tell(&a, ALERT_PLACES, &text);
			if (pass == 0)
				whole = whole || strcmp(str_text(&text), typed) == 0;
			else if (whole || text_begins(str_text(&text), typed))
				choices_add(out, (int64_t)set, str_text(&text), str_text(&text));
			str_release(&text);
		}
	}
}

static void
form_choices(struct dialog *d, struct choices *out)
{
	if (d->at == WHICH)
		add_alerts((struct alert_form *)d, dialog_text(d, WHICH), out);
	else if (d->at == FIRST + ALERT_PLACES)
		add_places(dialog_text(d, d->at), out);
}

/* --- Saving ---------------------------------------------------------------------------------- */

/* One that is there ends when its text is taken away. */
static bool
ends(const struct alert_form *f)
{
	return f->alert.id != 0 && dialog_text(&f->dialog, FIRST + ALERT_TEXT)[0] == '\0';
}

/* The alert as it is to be; *fault is the field that is not understood. */
static enum err
read_fields(const struct alert_form *f, struct alert *out, size_t *fault)
{
	const struct dialog *d = &f->dialog;
	const struct when_habits habits = desk_habits(desk_of(f));
	enum err e = ERR_OK;

	alert_copy(out, &f->alert);
	out->ended = ends(f);
	*fault = WHICH;
	if (d->fields[WHICH].id == 0 && dialog_text(d, WHICH)[0] != '\0')
		return err_set(ERR_USAGE, "\"%s\" is none of the alerts; Down shows them",
		    dialog_text(d, WHICH));
	for (size_t i = FIRST; i < FIELDS && e == ERR_OK && !out->ended; i++) {
		*fault = i;
		e = alert_set(out, &habits, (enum alert_field)(i - FIRST), dialog_text(d, i));
	}
	return e;
}

static void
form_echo(struct dialog *d, struct lines *out)
{
	const struct alert_form *f = (struct alert_form *)d;
	struct str line = {0};
	struct alert a;
	size_t fault;
	enum err e = read_fields(f, &a, &fault);

	if (e == ERR_OK && a.ended)
		str_addf(&line, "Saved, it ends: %s", f->alert.text);
	else if (e == ERR_OK)
		alert_line(&a, &line);
	if (e == ERR_OK)
		lines_add(out, a.ended ? ROLE_CAUTION : ROLE_TEXT, "%s", str_text(&line));
	else if (dialog_text(d, fault)[0] != '\0')
		lines_add(out, ROLE_CAUTION, "%s", err_message());
	if (e == ERR_OK && !a.ended && a.id != 0)
		lines_add(out, ROLE_FREE, "Without a text it ends.");
	str_release(&line);
	alert_release(&a);
}

/* "Ended an alert of Smith, Ada.  u Undo" */
static void
say_done(struct app *a, const char *did, int64_t client_id)
{
	struct client_hit hit = {0};
	struct str name = {0};

	app_changed(a);
	if (store_client_hit(a->desk->store, client_id, desk_now(a->desk), &hit) == ERR_OK)
		client_name(&name, hit.first, hit.last, &a->desk->practice.settings);
	app_say(a, ROLE_MESSAGE, "%s an alert of %s%s  u Undo", did, str_text(&name),
	    name.n > 0 && name.v[name.n - 1] == '.' ? "" : "."); /* initials have theirs */
	client_hit_release(&hit);
	str_release(&name);
}

static bool
form_save(struct dialog *d, const char *yes)
{
	struct alert_form *f = (struct alert_form *)d;
	struct app *a = d->view.app;
	const bool is_new = f->alert.id == 0, same = !is_new && !dialog_differs(d);
	struct alert now;
	size_t fault;
	enum err e = read_fields(f, &now, &fault);

	(void)yes;
	if (e == ERR_OK && !same) {
		fault = d->at;
		e = desk_alert_save(a->desk, &now);
	}
	if (e != ERR_OK) {
		if (!dialog_behind(d, e))
			dialog_fail(d, fault);
	} else if (same)
		app_say(a, ROLE_TEXT, "Nothing was changed.");
	else
		say_done(a, now.ended ? "Ended" : is_new ? "Added" : "Changed", now.client_id);
	alert_release(&now);
	return e == ERR_OK;
}

static void
form_release(struct dialog *d)
{
	struct alert_form *f = (struct alert_form *)d;

	alert_list_release(&f->all);
	alert_release(&f->alert);
}

/* --- Opening --------------------------------------------------------------------------------- */

static const struct {
	const char *label, *hint;
} rows[FIELDS] = {[WHICH] = {"Alert", "A new one, or one that is there: Down"},
#define X(id, label, help) [FIRST + ALERT_##id] = {label, help},
    ALERT_FIELD_LIST(X)
#undef X
};

/* With the client's alerts; NULL: said why not. */
static struct alert_form *
make(struct app *a, int64_t client_id)
{
	const char *labels[FIELDS];
	struct client_hit hit = {0};
	struct alert_list all = {0};
	struct alert_form *f = NULL;
	struct str title = {0};

	if (store_client_hit(a->desk->store, client_id, desk_now(a->desk), &hit) == ERR_OK &&
	    store_alerts(a->desk->store, client_id, &all) == ERR_OK) {
		str_add(&title, "Alert of ");
		client_name(&title, hit.first, hit.last, &a->desk->practice.settings);
		for (size_t i = 0; i < FIELDS; i++)
			labels[i] = rows[i].label;
		f = dialog_new(a, sizeof(*f), &alert_form_ops, str_text(&title), labels, FIELDS);
		f->all = all;
		alert_init(&f->alert, client_id);
		for (size_t i = 0; i < FIELDS; i++)
			f->dialog.fields[i].hint = rows[i].hint;
		for (size_t i = FIRST; i < FIELDS; i++)
			show_field(f, i);
		f->dialog.fields[WHICH].off = all.n == 0;
		f->dialog.at = all.n == 0 ? FIRST : WHICH;
	}
	client_hit_release(&hit);
	str_release(&title);
	return f;
}

/* One that ended meanwhile is not there to be changed. */
static bool
form_renew(struct dialog *d)
{
	struct alert_form *f = (struct alert_form *)d;
	const int64_t id = f->alert.id;
	const int rev = f->alert.rev;
	struct alert_list all = {0};
	bool behind = false;

	if (store_alerts(desk_of(f)->store, f->alert.client_id, &all) != ERR_OK)
		return false;
	for (size_t i = 0; i < all.n; i++)
		behind = behind || (all.v[i].id == id && all.v[i].rev != rev);
	if (behind) {
		alert_list_release(&f->all);
		f->all = all;
		take(f, id);
		for (size_t i = FIRST; i < FIELDS; i++)
			tell_field(f, i);
	} else {
		alert_list_release(&all);
	}
	return behind;
}

/* As it was seen: who has changed it since is told when it is saved. */
static void
form_context(const struct dialog *d, struct str *out)
{
	const struct alert *a = &((const struct alert_form *)d)->alert;

	str_addf(out, "%lld %lld %d", (long long)a->client_id, (long long)a->id, a->rev);
}

static struct dialog *
form_reopen(struct app *a, const char *context)
{
	char *rest;
	const int64_t client_id = strtoll(context, &rest, 10), id = strtoll(rest, &rest, 10);
	struct alert_form *f = make(a, client_id);

	if (f == NULL)
		return NULL;
	take(f, id);
	if (f->alert.id != 0)
		f->alert.rev = (int)strtol(rest, NULL, 10);
	f->dialog.at = FIRST;
	return &f->dialog;
}

const struct dialog_ops alert_form_ops = {
    .kind = "alert",
    .choices = form_choices,
    .changed = form_changed,
    .echo = form_echo,
    .save = form_save,
    .release = form_release,
    .renew = form_renew,
    .context = form_context,
    .reopen = form_reopen,
};

void
alert_form_push(struct app *a, int64_t client_id)
{
	struct alert_form *f = make(a, client_id);

	if (f == NULL) {
		app_say_error(a);
		return;
	}
	dialog_push(&f->dialog);
	if (f->all.n > 0)
		app_command(a, CMD_DOWN, NULL); /* shows them */
}
