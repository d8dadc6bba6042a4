/* A session that is signed: it is read, and added to. */
#include "session_form.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

struct addendum_form {
	struct session_about s; /* first */
	struct visit visit;
};

/* "S: what the client said: …": all that is written, then who signed, then what was added. */
static void
form_echo(struct dialog *d, struct lines *out)
{
	const struct addendum_form *f = (struct addendum_form *)d;
	const struct desk *desk = d->view.app->desk;
	const bool all = desk_sees_private(desk);
	char day[CIVIL_LONG_SIZE];

	for (enum visit_field i = 0; i < VISIT_FIELD_COUNT; i++) {
		struct str s = {0};

		visit_say(&s, &f->visit, &desk->practice.vocabulary, i);
		if (s.n > 0 && (all || !visit_field_is_private(i)))
			lines_add(out, ROLE_TEXT, "%s: %s", visit_field_label(i), str_text(&s));
		str_release(&s);
	}
	lines_add(out, ROLE_MESSAGE, "Signed by %s, %s.", f->visit.signed_by,
	    civil_long_day(civil_day_of(desk_civil(desk, f->visit.signed_at)), day));
	for (size_t i = 0; i < f->visit.addenda.n && all; i++)
		lines_add(out, ROLE_TEXT, "%s, %s: %s",
		    civil_long_day(civil_day_of(desk_civil(desk, f->visit.addenda.v[i].at)), day),
		    f->visit.addenda.v[i].who, f->visit.addenda.v[i].text);
}

static bool
form_save(struct dialog *d, const char *yes)
{
	const struct addendum_form *f = (struct addendum_form *)d;
	struct app *a = d->view.app;
	const char *text = dialog_text(d, 0);
	struct str s = {0};
	bool done = true;

	(void)yes;
	session_say(&f->s, &s);
	if (text[strspn(text, " ")] == '\0') {
		app_say(a, ROLE_TEXT, "Nothing was added.");
	} else if (desk_visit_addendum(a->desk, f->s.appt.id, text) == ERR_OK) {
		app_changed(a);
		app_say(a, ROLE_MESSAGE, "Added to the session of %s.  u Undo", str_text(&s));
	} else {
		dialog_fail(d, 0);
		done = false;
	}
	str_release(&s);
	return done;
}

static void
form_release(struct dialog *d)
{
	visit_release(&((struct addendum_form *)d)->visit);
	session_release(d);
}

static struct addendum_form *
make(struct app *a, const struct appt *appt, struct visit *visit)
{
	static const char *const labels[] = {"Addendum"};
	struct addendum_form *f =
	    dialog_new(a, sizeof(*f), &addendum_form_ops, "Signed session: ", labels, 1);

	session_begin(&f->s, appt);
	f->visit = *visit;
	f->s.d.fields[0].hint = "What is to be added; what is signed stays as it is";
	f->s.d.fields[0].health = true;
	f->s.d.fields[0].off = !desk_sees_private(a->desk); /* whose it is to add to */
	return f;
}

static struct dialog *
form_reopen(struct app *a, const char *context)
{
	struct appt appt;
	struct visit visit = {0};
	struct addendum_form *f = NULL;

	if (session_reopen(a, context, &appt) && desk_visit(a->desk, appt.id, &visit) == ERR_OK)
		f = make(a, &appt, &visit);
	else
		visit_release(&visit);
	if (f != NULL)
		f->s.open = session_was_open(context);
	appt_release(&appt);
	return f != NULL ? &f->s.d : NULL;
}

const struct dialog_ops addendum_form_ops = {
    .kind = "addendum",
    .echo = form_echo,
    .save = form_save,
    .about = session_about,
    .shut = session_shut,
    .release = form_release,
    .context = session_context,
    .reopen = form_reopen,
};

void
addendum_form_push(struct app *a, const struct appt *appt, struct visit *visit)
{
	dialog_push(&make(a, appt, visit)->s.d);
}
