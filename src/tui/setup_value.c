/* Dialogs of one setting, and of a PIN. */
#include "setup.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "dialog.h"

/* --- Settings -------------------------------------------------------------------------------- */

struct setting_dialog {
	struct dialog dialog; /* first */
	enum setting id;
};

static const char newline[] = " | "; /* in the one line there is */

static void
to_line(const char *value, struct str *out)
{
	for (; *value != '\0'; value++)
		str_add(out, *value == '\n' ? newline : (const char[]){*value, '\0'});
}

static void
from_line(const char *line, struct str *out)
{
	const char *at;

	for (; (at = strstr(line, newline)) != NULL; line = at + sizeof(newline) - 1) {
		str_addn(out, line, (size_t)(at - line));
		str_addc(out, '\n');
	}
	str_add(out, line);
}

/* All while the text is one of them, which is marked then; else those that begin with it. */
static void
setting_choices(struct dialog *d, struct choices *out)
{
	const struct setting_row *row = &setting_rows[((struct setting_dialog *)d)->id];
	const char *typed = dialog_text(d, 0), *s = row->choices;
	bool whole = setting_check(((struct setting_dialog *)d)->id, typed) == ERR_OK;

	if (row->kind != SETTING_CHOICE)
		return;
	while (*s != '\0') {
		struct str word = {0};

		str_addn(&word, s, strcspn(s, " "));
		s += word.n;
		s += strspn(s, " ");
		if (whole && strcmp(str_text(&word), typed) == 0)
			d->marked = out->n;
		if (whole || text_begins(str_text(&word), typed))
			choices_add(out, 0, str_text(&word), str_text(&word));
		str_release(&word);
	}
}

/* The one setting that asks is the zone. */
static void
ask_why(struct dialog *d)
{
	struct findings f = {0};

	findings_add(&f, LEVEL_SOFT, FINDING_FAR_AHEAD, 0, "%s", err_message());
	dialog_ask(d, &f);
	findings_release(&f);
}

static bool
setting_save(struct dialog *d, const char *yes)
{
	enum setting id = ((struct setting_dialog *)d)->id;
	const char *key = setting_rows[id].key;
	struct app *a = d->view.app;
	struct str value = {0};
	enum err e;

	if (setting_rows[id].kind == SETTING_LINES)
		from_line(dialog_text(d, 0), &value);
	else
		str_add(&value, dialog_text(d, 0));
	e = desk_set(a->desk, key, str_text(&value), yes);
	str_release(&value);
	if (e == ERR_NEEDS_YES) {
		ask_why(d);
	} else if (e != ERR_OK) {
		dialog_fail(d, 0);
	} else {
		app_changed(a);
		app_say(a, ROLE_MESSAGE, "%s: changed.  u Undo", setting_rows[id].label);
	}
	return e == ERR_OK;
}

static struct setting_dialog *
make_setting(struct app *a, enum setting id)
{
	const struct setting_row *row = &setting_rows[id];
	const char *labels[] = {row->label};
	struct setting_dialog *s =
	    dialog_new(a, sizeof(*s), &setting_form_ops, row->help, labels, array_size(labels));
	struct str line = {0};

	s->id = id;
	to_line(settings_text(&a->desk->practice.settings, id), &line);
	dialog_set(&s->dialog, 0, str_text(&line), 0);
	s->dialog.fields[0].hint = row->kind == SETTING_CHOICE ? "Down shows what there is"
	    : row->kind == SETTING_LINES                       ? "\" | \" begins a new line"
							       : row->help;
	str_release(&line);
	return s;
}

static void
setting_context(const struct dialog *d, struct str *out)
{
	str_add(out, setting_rows[((const struct setting_dialog *)d)->id].key);
}

static struct dialog *
setting_reopen(struct app *a, const char *context)
{
	enum setting id = SETTING_NAME;
	struct dialog *d;

	if (setting_find(context, &id) != ERR_OK)
		return NULL;
	d = &make_setting(a, id)->dialog;
	d->view.over = (struct standing){.place = CMD_SETUP, .list = SETUP_PRACTICE};
	return d;
}

const struct dialog_ops setting_form_ops = {
    .kind = "setting",
    .choices = setting_choices,
    .save = setting_save,
    .context = setting_context,
    .reopen = setting_reopen,
};

void
setup_setting_push(struct app *a, enum setting id)
{
	dialog_push(&make_setting(a, id)->dialog);
}

/* --- PINs ------------------------------------------------------------------------------------ */

enum { PIN_ONCE, PIN_AGAIN, PIN_FIELDS };

struct pin_dialog {
	struct dialog dialog; /* first */
	int64_t person_id;
};

static bool
pin_save(struct dialog *d, const char *yes)
{
	struct app *a = d->view.app;
	const char *pin = dialog_text(d, PIN_ONCE);
	int64_t id = ((struct pin_dialog *)d)->person_id;
	enum err e;

	(void)yes;
	if (strcmp(pin, dialog_text(d, PIN_AGAIN)) != 0) {
		(void)err_set(ERR_USAGE, "the two are not the same");
		dialog_fail(d, PIN_ONCE);
		return false;
	}
	e = desk_person_pin(a->desk, id, pin);
	if (e != ERR_OK) {
		dialog_fail(d, PIN_ONCE);
		return false;
	}
	app_changed(a);
	app_say(a, ROLE_MESSAGE, "%s's PIN is %s.  u Undo",
	    practice_person(&a->desk->practice, id)->name, pin[0] != '\0' ? "set" : "taken away");
	return true;
}

/* It has no draft: all of it is secret. */
static const struct dialog_ops pin_ops = {.kind = "pin", .own = true, .save = pin_save};

void
setup_pin_push(struct app *a, int64_t person_id)
{
	static const char *const labels[] = {"PIN", "Again"};
	const struct person *who = practice_person(&a->desk->practice, person_id);
	struct pin_dialog *p;
	struct str title = {0};

	if (who == NULL) { /* another desk's doing */
		app_say(a, ROLE_CAUTION, "That person is not there any more.");
		return;
	}
	str_addf(&title, "PIN of %s", who->name);
	p = dialog_new(a, sizeof(*p), &pin_ops, str_text(&title), labels, PIN_FIELDS);
	p->person_id = person_id;
	p->dialog.fields[PIN_ONCE].secret = p->dialog.fields[PIN_AGAIN].secret = true;
	p->dialog.fields[PIN_ONCE].hint = "4 to 12 digits; nothing takes it away";
	p->dialog.fields[PIN_AGAIN].hint = "The same again";
	str_release(&title);
	dialog_push(&p->dialog);
}
