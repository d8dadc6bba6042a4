/* A therapist says that they know of a client's flags before a session. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "session_form.h"

enum { FLAG, THERAPIST, PIN, FIELDS };
static const char all_open[] = "All that are open";

struct acknowledge_form {
	struct session_about s; /* first */
	struct flag_list flags;
	bool refused; /* a PIN was: an Enter more does not say that it was by phone */
};

static const struct practice *
practice_of(const struct dialog *d)
{
	return &d->view.app->desk->practice;
}

static bool
is_open(const struct acknowledge_form *f, const struct flag *flag)
{
	return flag_is_open(
	    practice_of(&f->s.d), flag, f->s.appt.service_id, f->s.appt.therapist_id);
}

static void
form_choices(struct dialog *d, struct choices *out)
{
	const struct acknowledge_form *f = (struct acknowledge_form *)d;
	const struct practice *p = practice_of(d);
	const bool all = desk_sees_private(d->view.app->desk);

	if (d->at == FLAG)
		choices_add(out, -1, all_open, all_open);
	for (size_t i = 0; i < f->flags.n && d->at == FLAG; i++) {
		const struct flag_rule *r = practice_flag_rule(p, f->flags.v[i].rule_id);
		struct str row = {0};

		str_addf(&row, "%s %s", flag_level_word(r->level), all ? r->name : r->prompt);
		if (!flag_is_known(&f->flags.v[i], f->s.appt.service_id, f->s.appt.therapist_id))
			choices_add(out, r->id, str_text(&row), all ? r->code : str_text(&row));
		str_release(&row);
	}
	for (size_t i = 0; i < p->therapists.n && d->at == THERAPIST; i++) {
		const struct therapist *t = &p->therapists.v[i];

		if (t->active)
			choices_add(out, t->id, t->name, t->name);
	}
}

static void
form_echo(struct dialog *d, struct lines *out)
{
	const struct acknowledge_form *f = (struct acknowledge_form *)d;
	bool any = false;

	for (size_t i = 0; i < f->flags.n; i++) {
		struct str s = {0};

		desk_flag_say(d->view.app->desk, &f->flags.v[i], &s);
		any = any || is_open(f, &f->flags.v[i]);
		lines_add(out, is_open(f, &f->flags.v[i]) ? ROLE_CAUTION : ROLE_TEXT, "%s%s",
		    is_open(f, &f->flags.v[i]) ? "open: " : "", str_text(&s));
		str_release(&s);
	}
	if (!any)
		lines_add(out, ROLE_FREE, "Nothing waits for a therapist's OK.");
	if (dialog_text(d, PIN)[0] == '\0' && !f->refused)
		lines_add(out, ROLE_TEXT, "By phone, noted by %s.", d->view.app->desk->options.who);
}

/* "" = all that are open. */
static enum err
read_flag(const struct dialog *d, const char **code)
{
	const char *text = dialog_text(d, FLAG);
	const struct flag_rule *r = practice_flag_rule(practice_of(d), d->fields[FLAG].id);
	enum err e = ERR_OK;

	*code = "";
	if (text[0] == '\0' || strcmp(text, all_open) == 0)
		return ERR_OK;
	if (r == NULL) /* typed, not chosen */
		e = flag_rule_find(&practice_of(d)->flag_rules, text, &r);
	if (e == ERR_OK)
		*code = r->code;
	return e;
}

static void
say_done(const struct acknowledge_form *f, int64_t therapist_id, bool by_phone)
{
	struct app *a = f->s.d.view.app;
	const struct therapist *t;
	struct str s = {0};

	session_say(&f->s, &s);
	app_changed(a);
	t = practice_therapist(&a->desk->practice, therapist_id);
	if (by_phone)
		app_say(a, ROLE_MESSAGE, "%s knows, by phone, noted by %s: %s.  u Undo", t->name,
		    a->desk->options.who, str_text(&s));
	else
		app_say(a, ROLE_MESSAGE, "%s knows: %s.  u Undo", t->name, str_text(&s));
	str_release(&s);
}

/* No more than was shown: what came to it since is shown first. */
static enum err
acknowledge(struct acknowledge_form *f, const char *code, int64_t therapist_id, const char *pin)
{
	struct ids shown = {0};
	struct str why = {0};
	enum err e;

	for (size_t i = 0; i < f->flags.n; i++)
		*list_push(&shown) = f->flags.v[i].rule_id;
	e = desk_acknowledge(f->s.d.view.app->desk, f->s.appt.id, code, &shown, therapist_id, pin);
	if (e == ERR_BUSY) {
		str_add(&why, err_message());
		flag_list_release(&f->flags);
		e = desk_flags(f->s.d.view.app->desk, f->s.appt.client_id,
		    civil_day_of(f->s.appt.start), &f->flags);
		if (e == ERR_OK)
			e = err_set(ERR_BUSY, "%s", str_text(&why));
	}
	str_release(&why);
	ids_release(&shown);
	return e;
}

static bool
form_save(struct dialog *d, const char *yes)
{
	struct acknowledge_form *f = (struct acknowledge_form *)d;
	const char *pin = dialog_text(d, PIN), *code;
	int64_t therapist_id = 0;
	size_t fault = FLAG;
	enum err e = read_flag(d, &code);

	(void)yes;
	if (e == ERR_OK) {
		fault = THERAPIST;
		e = practice_find_therapist(
		    practice_of(d), dialog_text(d, THERAPIST), &therapist_id);
	}
	if (e == ERR_OK) {
		f->refused = f->refused || pin[0] != '\0';
		fault = f->refused ? PIN : FLAG;
		e = f->refused && pin[0] == '\0'
		    ? err_set(ERR_USAGE, "the PIN again; Esc first, when it was by phone")
		    : acknowledge(f, code, therapist_id, pin[0] != '\0' ? pin : NULL);
	}
	if (e == ERR_OK)
		say_done(f, therapist_id, pin[0] == '\0');
	else
		dialog_fail(d, fault);
	return e == ERR_OK;
}

static void
form_release(struct dialog *d)
{
	flag_list_release(&((struct acknowledge_form *)d)->flags);
	session_release(d);
}

/* NULL: the flags cannot be read. */
static struct acknowledge_form *
make(struct app *a, const struct appt *appt)
{
	static const char *const labels[FIELDS] = {"Flag", "Therapist", "PIN"};
	static const char *const hints[FIELDS] = {"All that are open, or one: Down",
	    "Who knows of it: name or code",
	    "Of that therapist; left empty: they said so by phone, and you note it"};
	const struct therapist *t = practice_therapist(&a->desk->practice, appt->therapist_id);
	struct flag_list flags = {0};
	struct acknowledge_form *f;

	if (desk_flags(a->desk, appt->client_id, civil_day_of(appt->start), &flags) != ERR_OK)
		return NULL;
	f = dialog_new(a, sizeof(*f), &acknowledge_form_ops, "Therapist's OK: ", labels, FIELDS);
	session_begin(&f->s, appt);
	f->flags = flags;
	for (size_t i = 0; i < FIELDS; i++) {
		f->s.d.fields[i].hint = hints[i];
		f->s.d.fields[i].health = true;
	}
	f->s.d.fields[PIN].secret = true;
	dialog_set(&f->s.d, FLAG, all_open, 0);
	dialog_set(&f->s.d, THERAPIST, t != NULL ? t->name : "", 0);
	f->s.d.at = PIN;
	return f;
}

static struct dialog *
form_reopen(struct app *a, const char *context)
{
	struct acknowledge_form *f = NULL;
	struct appt appt;

	if (session_reopen(a, context, &appt))
		f = make(a, &appt);
	if (f != NULL)
		f->s.open = session_was_open(context);
	appt_release(&appt);
	return f != NULL ? &f->s.d : NULL;
}

const struct dialog_ops acknowledge_form_ops = {
    .kind = "therapist's OK",
    .own = true,
    .choices = form_choices,
    .echo = form_echo,
    .save = form_save,
    .about = session_about,
    .shut = session_shut,
    .release = form_release,
    .context = session_context,
    .reopen = form_reopen,
};

void
acknowledge_form_push(struct app *a, const struct appt *appt)
{
	struct acknowledge_form *f = make(a, appt);

	if (f == NULL)
		app_say_error(a);
	else
		dialog_push(&f->s.d);
}
