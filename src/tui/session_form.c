/* What was done in a session: the fields of a visit, and its signature. */
#include "session_form.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { SIGN = VISIT_FIELD_COUNT, FIELDS, COMFORT_MOST = 7 };
static const char signs[] = "yes";

struct session_form {
	struct session_about s; /* first */
	struct visit visit; /* as it was read */
};

static struct desk *
desk_of(const struct session_form *f)
{
	return f->s.d.view.app->desk;
}

/* What is not for the eyes of who began it is not asked. */
static void
hide_private(struct session_form *f)
{
	for (size_t i = 0; i < FIELDS; i++)
		f->s.d.fields[i].off =
		    !f->s.open && (i == SIGN || visit_field_is_private((enum visit_field)i));
}

/* --- What may be chosen ---------------------------------------------------------------------- */

/* The last word of the text, behind a separator: where it begins. */
static size_t
last_word(const char *text, char separator)
{
	const char *end = strrchr(text, separator);

	return end != NULL ? (size_t)(end + 1 - text) : 0;
}

/* The words of a kind that begin as the last one typed, which they take the place of. */
static void
add_words(const struct dialog *d, enum vocabulary_kind kind, char separator, struct choices *out)
{
	const struct vocabulary *l = &d->view.app->desk->practice.vocabulary;
	const char *text = dialog_text(d, d->at);
	const size_t at = last_word(text, separator);

	for (size_t i = 0; i < l->n; i++) {
		const struct vocabulary_word *w = &l->v[i];
		struct str value = {0}, row = {0};

		if (w->kind != kind || !w->active ||
		    (text[at] != '\0' && !vocabulary_fits(w, text + at, false)))
			continue;
		str_addn(&value, text, at);
		str_add(&value, w->code);
		str_addf(&row, "%-4s %s", w->code, w->label);
		choices_add(out, w->id, str_text(&row), str_text(&value));
		str_release(&value);
		str_release(&row);
	}
}

static void
add_pressures(struct choices *out)
{
	for (int level = 1; level <= PRESSURE_MOST; level++) {
		char value[2] = {(char)('0' + level), '\0'};
		struct str row = {0};

		str_addf(&row, "%d %s", level, pressure_word(level));
		choices_add(out, level, str_text(&row), value);
		str_release(&row);
	}
}

static void
add_feedback(struct choices *out)
{
	for (enum feedback k = FEEDBACK_LIGHT; k < FEEDBACK_COUNT; k++)
		choices_add(out, (int64_t)k, feedback_says(k), feedback_word(k));
}

static void
add_all(const char *const *words, size_t n, struct choices *out)
{
	for (size_t i = 0; i < n; i++)
		choices_add(out, (int64_t)i + 1, words[i], words[i]);
}

static void
form_choices(struct dialog *d, struct choices *out)
{
	static const char *const yes_no[] = {"yes", "no"};
	static const char *const again[] = {"1w", "2w", "2w x4", "4w", "4w x6"};

	if (d->at == VISIT_PRESSURE)
		add_pressures(out);
	else if (d->at == VISIT_FEEDBACK)
		add_feedback(out);
	else if (d->at == VISIT_REGIONS)
		add_words(d, VOCABULARY_REGION, ' ', out);
	else if (d->at == VISIT_TECHNIQUES)
		add_words(d, VOCABULARY_TECHNIQUE, ',', out);
	else if (d->at == VISIT_AGAIN)
		add_all(again, array_size(again), out);
	else if (d->at == VISIT_AFTERCARE || d->at == SIGN)
		add_all(yes_no, array_size(yes_no), out);
	if (dialog_text(d, d->at)[0] != '\0')
		d->marked = out->n; /* what is typed is whole: a choice is walked to */
}

/* --- What is understood ---------------------------------------------------------------------- */

/* Every field again, into an empty visit; *fault is the one that is not understood. */
static enum err
read_fields(const struct session_form *f, struct visit *out, size_t *fault)
{
	enum err e = ERR_OK;

	visit_init(out);
	for (size_t i = 0; i < VISIT_FIELD_COUNT && e == ERR_OK; i++) {
		*fault = i;
		if (!f->s.d.fields[i].off)
			e = visit_set(out, &desk_of(f)->practice.vocabulary, (enum visit_field)i,
			    dialog_text(&f->s.d, i));
	}
	return e;
}

static bool
is_signing(const struct session_form *f)
{
	return !f->s.d.fields[SIGN].off && strcmp(dialog_text(&f->s.d, SIGN), signs) == 0;
}

static void
echo_visit(const struct session_form *f, const struct visit *v, struct lines *out)
{
	const int change = visit_change(v);
	struct str s = {0};

	for (enum visit_field i = 0; i < VISIT_S; i++) {
		struct str one = {0};

		if (i != VISIT_AFTERCARE)
			visit_say(&one, v, &desk_of(f)->practice.vocabulary, i);
		str_addf(&s, "%s%s", s.n > 0 && one.n > 0 ? "; " : "", str_text(&one));
		str_release(&one);
	}
	if (s.n > 0)
		lines_add(out, ROLE_TEXT, "= %s", str_text(&s));
	if (change >= VISIT_CHANGE || change <= -VISIT_CHANGE)
		lines_add(out, ROLE_MESSAGE, "* pain %+d", -change);
	if (v->comfort > COMFORT_MOST)
		lines_add(out, ROLE_CAUTION, "Comfort is to stay at %d or below.", COMFORT_MOST);
	if (is_signing(f))
		lines_add(out, ROLE_CAUTION, "Saved, it is signed: then it is only added to.");
	str_release(&s);
}

static void
form_echo(struct dialog *d, struct lines *out)
{
	const struct session_form *f = (struct session_form *)d;
	struct visit v;
	size_t fault;

	if (read_fields(f, &v, &fault) == ERR_OK)
		echo_visit(f, &v, out);
	else
		lines_add(out, ROLE_CAUTION, "%s", err_message());
	visit_release(&v);
}

/* --- Saving ---------------------------------------------------------------------------------- */

/*
 * "pain=6/2" of each field that says something else than it did. The form shows all of a pain: a
 * side that is not there any more is taken out.
 */
static void
collect(const struct session_form *f, struct words *out)
{
	for (size_t i = 0; i < VISIT_FIELD_COUNT; i++) {
		struct str was = {0}, word = {0};

		visit_write(&was, &f->visit, (enum visit_field)i);
		str_addf(
		    &word, "%s=%s", visit_field_word((enum visit_field)i), dialog_text(&f->s.d, i));
		if (!f->s.d.fields[i].off && strcmp(str_text(&was), dialog_text(&f->s.d, i)) != 0) {
			if (i == VISIT_PAIN)
				*list_push(out) = xstrdup("pain=");
			*list_push(out) = str_take(&word);
		}
		str_release(&was);
		str_release(&word);
	}
}

/* What is new in it; then the signature, which is a step of its own. */
static enum err
save_all(struct session_form *f, size_t *said)
{
	struct words words = {0};
	enum err e = ERR_OK;

	collect(f, &words);
	*said = words.n;
	if (words.n > 0)
		e = desk_visit_words(desk_of(f), f->s.appt.id, f->visit.rev, words.v, words.n);
	if (e == ERR_OK && words.n > 0) {
		visit_release(&f->visit);
		e = desk_visit(desk_of(f), f->s.appt.id, &f->visit);
	}
	if (e == ERR_OK && is_signing(f))
		e = desk_visit_sign(desk_of(f), f->s.appt.id);
	words_release(&words);
	return e;
}

/* "Noted the session of 10:30 O'Brien; pressure 5 is above the cap of 2.  u Undo" */
static void
say_saved(const struct session_form *f)
{
	struct str s = {0}, caution = {0};
	const enum err e = desk_visit_caution(desk_of(f), f->s.appt.id, &caution);

	session_say(&f->s, &s);
	if (e == ERR_OK && caution.n > 0)
		str_addf(&s, "; %s", str_text(&caution));
	app_say(f->s.d.view.app, caution.n > 0 ? ROLE_CAUTION : ROLE_MESSAGE,
	    "%s the session of %s.  u Undo", is_signing(f) ? "Signed" : "Noted", str_text(&s));
	str_release(&s);
	str_release(&caution);
}

static bool
form_save(struct dialog *d, const char *yes)
{
	struct session_form *f = (struct session_form *)d;
	struct app *a = d->view.app;
	struct visit v;
	size_t fault, said = 0;
	enum err e = read_fields(f, &v, &fault);

	(void)yes;
	if (e == ERR_OK) {
		fault = is_signing(f) ? SIGN : d->at;
		e = save_all(f, &said);
	}
	if (e != ERR_OK) {
		dialog_fail(d, fault);
	} else if (said == 0 && !is_signing(f)) {
		app_say(a, ROLE_TEXT, "Nothing was changed.");
	} else {
		app_changed(a);
		say_saved(f);
	}
	visit_release(&v);
	return e == ERR_OK;
}

static void
form_release(struct dialog *d)
{
	visit_release(&((struct session_form *)d)->visit);
	session_release(d);
}

/* --- Opening --------------------------------------------------------------------------------- */

static const struct {
	const char *label, *hint;
} rows[FIELDS] = {
    [VISIT_PAIN] = {NULL, "6/2: before and after, each 0 to 10; 6 or /2 is one of them"},
    [VISIT_PRESSURE] = {NULL, "1 very light to 5 deep; Down lists them"},
    [VISIT_FEEDBACK] = {NULL, "What the client said of the pressure: light, right, deep"},
    [VISIT_COMFORT] = {NULL, "To stay at 7 or below"},
    [VISIT_REGIONS] = {NULL, "lbL trB@4; Down lists the places"},
    [VISIT_TECHNIQUES] = {NULL, "Comma separated; Down lists them"},
    [VISIT_AGAIN] = {NULL, "2w x4: every two weeks, four times"},
    [VISIT_AFTERCARE] = {NULL, "yes or no"},
    [SIGN] = {"Sign", "yes: locked from then on, and only added to"},
};

/* The fields say what is written already. Takes visit over. */
static struct session_form *
make(struct app *a, const struct appt *appt, struct visit *visit)
{
	const char *labels[FIELDS];
	struct session_form *f;

	for (size_t i = 0; i < FIELDS; i++)
		labels[i] =
		    rows[i].label != NULL ? rows[i].label : visit_field_label((enum visit_field)i);
	f = dialog_new(a, sizeof(*f), &session_form_ops, "Session: ", labels, FIELDS);
	session_begin(&f->s, appt);
	f->visit = *visit;
	for (size_t i = 0; i < FIELDS; i++) {
		f->s.d.fields[i].hint = rows[i].hint;
		f->s.d.fields[i].health = true;
	}
	hide_private(f);
	return f;
}

static void
fill(struct session_form *f)
{
	for (size_t i = 0; i < VISIT_FIELD_COUNT; i++) {
		struct str text = {0};

		visit_write(&text, &f->visit, (enum visit_field)i);
		dialog_set(&f->s.d, i, str_text(&text), 0);
		str_release(&text);
	}
	dialog_set(&f->s.d, SIGN, "no", 0);
}

/* As it was seen: what somebody else noted since is told when it is saved. */
static void
form_context(const struct dialog *d, struct str *out)
{
	const struct session_form *f = (const struct session_form *)d;

	str_addf(out, "%lld %d %d", (long long)f->s.appt.id, f->visit.rev, f->s.open);
}

static struct dialog *
form_reopen(struct app *a, const char *context)
{
	struct appt appt;
	struct visit visit = {0};
	struct session_form *f = NULL;
	char *rest;

	(void)strtoll(context, &rest, 10);
	if (session_reopen(a, context, &appt) && desk_visit(a->desk, appt.id, &visit) == ERR_OK &&
	    visit.signed_at == 0) {
		f = make(a, &appt, &visit);
		f->visit.rev = (int)strtol(rest, &rest, 10);
		f->s.open = strtol(rest, NULL, 10) != 0;
		hide_private(f);
	} else {
		visit_release(&visit);
	}
	appt_release(&appt);
	return f != NULL ? &f->s.d : NULL;
}

const struct dialog_ops session_form_ops = {
    .kind = "session",
    .choices = form_choices,
    .echo = form_echo,
    .save = form_save,
    .about = session_about,
    .shut = session_shut,
    .release = form_release,
    .context = form_context,
    .reopen = form_reopen,
};

void
session_form_push(struct app *a, const struct appt *appt)
{
	struct visit visit = {0};
	struct session_form *f;

	if (!appt_state_holds(appt->state)) {
		app_say(
		    a, ROLE_TEXT, "It is %s: there was no session.", appt_state_title(appt->state));
	} else if (desk_visit(a->desk, appt->id, &visit) != ERR_OK) {
		app_say_error(a);
	} else if (visit.signed_at != 0) {
		addendum_form_push(a, appt, &visit);
	} else {
		f = make(a, appt, &visit);
		fill(f);
		dialog_push(&f->s.d);
	}
}
