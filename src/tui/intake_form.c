#include "intake_form.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "back_pain.h"
#include "body_chart.h"
#include "papers_form.h"

struct desk *
intake_form_desk(const struct intake_form *f)
{
	return f->dialog.view.app->desk;
}

void
intake_form_name(const struct intake_form *f, struct str *out)
{
	client_name(out, f->first, f->last, &intake_form_desk(f)->practice.settings);
}

static void
form_about(const struct dialog *d, struct str *out)
{
	intake_form_name((const struct intake_form *)d, out);
}

bool
intake_form_is_shut(const struct intake_form *f)
{
	return f->open && !desk_sees_private(intake_form_desk(f));
}

static bool
form_shut(const struct dialog *d)
{
	const struct intake_form *f = (const struct intake_form *)d;

	return f->reading || intake_form_is_shut(f);
}

/* --- Typing ---------------------------------------------------------------------------------- */

static void
read_again(struct intake_form *f)
{
	(void)(form_read(f) == ERR_OK); /* what is not understood is marked */
	lines_clear(&f->raised);
	form_raised(intake_form_desk(f), &f->now, &f->flags, &f->raised);
}

/* Of several values one more may follow at once. */
static void
form_changed(struct dialog *d, size_t field)
{
	struct intake_form *f = (struct intake_form *)d;

	if (form_takes_several(field)) {
		d->fields[field].id = 0;
		d->fields[field].touched = true;
	}
	if (field == FORM_PLACES)
		form_expand_picks(f);
	read_again(f);
}

/* ", week 28, trimester 3" */
static void
say_weeks(const struct intake_form *f, struct str *out)
{
	const struct intake_item *due = intake_item(&f->now, INTAKE_DUE);
	const civil_day today = civil_day_of(desk_now(intake_form_desk(f)));
	const int weeks = due != NULL ? pregnancy_weeks(due->day, today) : -1;

	if (weeks >= 0)
		str_addf(out, ", week %d, trimester %d", weeks, pregnancy_trimester(weeks));
	else if (due != NULL)
		str_add(out, ": that is over");
}

/* What the field at the cursor says in words, or what is wrong with it. */
static void
echo_field(struct intake_form *f, struct lines *out)
{
	const struct dialog *d = &f->dialog;
	struct str words = {0};
	struct intake scratch;

	intake_copy(&scratch, &f->seen);
	if (f->bad[d->at] && form_read_field(f, d->at, &scratch) != ERR_OK) {
		if (d->marked >= d->choices.n) /* else it is being chosen */
			lines_add(out, ROLE_CAUTION, "%s", err_message());
	} else {
		form_say(f, d->at, &words);
		if (d->at == form_field_of(INTAKE_DUE))
			say_weeks(f, &words);
		if (words.n > 0 && d->at < FORM_NOTE)
			lines_add(out, ROLE_TEXT, "= %s", str_text(&words));
	}
	if (form_hidden(f, d->at))
		lines_add(out, ROLE_FREE, "What was told is kept for the therapist; %s",
		    form_takes_several(d->at) ? "this is added to it." : "this takes its place.");
	intake_release(&scratch);
	str_release(&words);
}

/* What cannot wait, the field, the rest. */
static void
form_echo(struct dialog *d, struct lines *out)
{
	struct intake_form *f = (struct intake_form *)d;
	struct str named = {0};

	for (size_t i = 0; i < f->raised.n; i++) {
		if (f->raised.v[i].role == ROLE_PROBLEM)
			lines_add(out, ROLE_PROBLEM, "%s", f->raised.v[i].text);
	}
	echo_field(f, out);
	for (size_t i = 0; i < f->raised.n; i++) {
		if (f->raised.v[i].role != ROLE_PROBLEM)
			lines_add(out, ROLE_CAUTION, "%s", f->raised.v[i].text);
	}
	intake_say_named(&named, &f->now, &f->now, &intake_form_desk(f)->practice.vocabulary);
	if (named.n > 0)
		lines_add(out, ROLE_CAUTION, "%s", str_text(&named));
	str_release(&named);
}

/* --- Saving ---------------------------------------------------------------------------------- */

static void
show_field(struct intake_form *f, size_t field)
{
	struct str text = {0};

	form_was(f, field, &text);
	dialog_set(&f->dialog, field, str_text(&text), 0);
	f->dialog.fields[field].touched = form_takes_several(field);
	str_release(&text);
}

/* Reads it as it is now. */
static enum err
read_seen(struct intake_form *f)
{
	enum err e;

	intake_release(&f->seen);
	e = desk_intake(intake_form_desk(f), f->client_id, &f->seen);
	return e == ERR_OK ? form_read_told(f) : e;
}

/* Somebody told something meanwhile: what was typed stays over what is told now. */
static void
take_newer(struct intake_form *f)
{
	char *why = xstrdup(err_message());
	bool typed[FORM_FIELDS];
	enum err e;

	for (size_t i = 0; i < FORM_FIELDS; i++)
		typed[i] = form_differs(f, i);
	e = read_seen(f);
	for (size_t i = 0; i < FORM_FIELDS; i++) {
		if (!typed[i])
			show_field(f, i);
	}
	read_again(f);
	err_set(e == ERR_OK ? ERR_BUSY : e, "%s", why);
	free(why);
}

/* The marks over the counter, no more: what lies under the form is seen by all. */
static const char *
mark_now(struct intake_form *f)
{
	struct desk *d = intake_form_desk(f);
	struct flag_list now = {0};
	const char *mark = "";

	if (desk_flags(d, f->client_id, civil_day_of(desk_now(d)), &now) == ERR_OK)
		mark = flags_mark(&d->practice, &now, 0, 0);
	flag_list_release(&now);
	return mark;
}

static void
say_saved(struct intake_form *f, const struct words *words)
{
	struct app *a = f->dialog.view.app;
	const char *mark;
	struct str name = {0}, named = {0};

	app_changed(a);
	mark = mark_now(f);
	intake_form_name(f, &name);
	/* What it is, the form says. */
	if (desk_intake_named(intake_form_desk(f), f->client_id, words->v, words->n, &named) !=
	    ERR_OK)
		str_clear(&named);
	app_say(a, mark[0] != '\0' || named.n > 0 ? ROLE_CAUTION : ROLE_MESSAGE,
	    "Health noted: %s%s%s%s%s  u Undo", str_text(&name),
	    name.n > 0 && name.v[name.n - 1] == '.' ? "" : ".",
	    mark[0] != '\0' ? " The therapist first: " : "", mark,
	    named.n > 0 ? " More is named than told: look again." : "");
	str_release(&name);
	str_release(&named);
}

static bool
form_save(struct dialog *d, const char *yes)
{
	struct intake_form *f = (struct intake_form *)d;
	struct words words = {0};
	size_t fault = 0;
	enum err e = form_read(f);

	(void)yes;
	while (fault < FORM_FIELDS && !f->bad[fault])
		fault++;
	if (e == ERR_OK)
		form_words(f, &words);
	if (e == ERR_OK && words.n > 0)
		e = desk_intake_words(
		    intake_form_desk(f), f->client_id, f->seen.id, words.v, words.n);
	if (e == ERR_BUSY)
		take_newer(f);
	if (e != ERR_OK)
		dialog_fail(d, fault < FORM_FIELDS ? fault : d->at);
	else if (words.n == 0)
		app_say(d->view.app, ROLE_TEXT, "Nothing was changed.");
	else
		say_saved(f, &words);
	words_release(&words);
	return e == ERR_OK;
}

void
intake_form_save_from(struct app *a, struct view *over)
{
	app_close(a, over);
	app_command(a, CMD_SAVE, NULL);
}

/* --- Commands -------------------------------------------------------------------------------- */

/* To the first field of a section. */
static void
walk_sections(struct dialog *d, bool back)
{
	size_t at = d->at;

	do {
		at = back ? (at > 0 ? at : d->n) - 1 : (at + 1) % d->n;
	} while (form_section(at) == NULL);
	dialog_go(d, at);
	dialog_refresh(d);
}

/* Flags, and under them what was told before. */
static void
read_before(struct intake_form *f)
{
	const struct lines *told = &f->told;

	versions_release(&f->versions);
	for (size_t i = f->flag_at; i < f->flag_at + f->flag_n; i++)
		lines_add(&f->versions.lines, told->v[i].role, "%s", told->v[i].text);
	f->reading = versions_read(&f->versions, intake_form_desk(f), f->client_id) == ERR_OK;
	if (!f->reading)
		app_say_error(f->dialog.view.app);
}

/* While one reads: to and fro, else back to the fields. */
static void
read_on(struct intake_form *f, enum cmd c)
{
	static const struct {
		enum cmd typed, means;
	} ways[] = {{CMD_UP, CMD_UP}, {CMD_DOWN, CMD_DOWN}, {CMD_SECTION_NEXT, CMD_LATER},
	    {CMD_SECTION_BACK, CMD_EARLIER}, {CMD_EDIT_HOME, CMD_TOP}, {CMD_EDIT_END, CMD_BOTTOM}};
	const struct app *a = f->dialog.view.app;

	for (size_t i = 0; i < array_size(ways); i++) {
		if (ways[i].typed == c) {
			versions_scroll(&f->versions, ways[i].means, form_rows(a), form_columns(a));
			return;
		}
	}
	f->reading = false;
}

static bool
form_focus(const struct dialog *d, struct str *out)
{
	const struct intake_form *f = (const struct intake_form *)d;

	if (intake_form_is_shut(f))
		str_add(out, "Kept for the therapists and the owner.");
	else if (f->reading)
		versions_focus(&f->versions, form_columns(d->view.app), out);
	return f->reading || intake_form_is_shut(f);
}

static bool
form_command(struct dialog *d, enum cmd c)
{
	struct intake_form *f = (struct intake_form *)d;

	if (intake_form_is_shut(f))
		return c != CMD_DIALOG_BACK;
	if (f->reading) {
		read_on(f, c);
		return true;
	}
	switch (c) {
	case CMD_SECTION_NEXT:
	case CMD_SECTION_BACK:
		walk_sections(d, c == CMD_SECTION_BACK);
		return true;
	case CMD_BODY_CHART:
		body_chart_push(f);
		return true;
	case CMD_BACK_PAIN:
		back_pain_push(f);
		return true;
	case CMD_VERSIONS:
		read_before(f);
		return true;
	case CMD_SIGNED:
	case CMD_CLEARED:
		papers_form_push(d->view.app, c, f->client_id);
		return true;
	default:
		return false;
	}
}

/* --- Opening --------------------------------------------------------------------------------- */

static void
form_release(struct dialog *d)
{
	struct intake_form *f = (struct intake_form *)d;

	intake_release(&f->seen);
	intake_release(&f->now);
	flag_list_release(&f->flags);
	lines_release(&f->told);
	lines_release(&f->raised);
	versions_release(&f->versions);
	free(f->first);
	free(f->last);
	free(f->who);
}

/* A therapist is told by the client; at the desk it is as a rule told there. */
static void
show_source(struct intake_form *f)
{
	const struct person *me = desk_me(intake_form_desk(f));

	if (me != NULL && me->role == PERSON_THERAPIST)
		dialog_set(&f->dialog, FORM_SOURCE, intake_source_word(INTAKE_FROM_THERAPIST), 0);
}

/* With what was told last; NULL: said why not. */
static struct intake_form *
make(struct app *a, int64_t client_id)
{
	const char *labels[FORM_FIELDS];
	struct client_hit hit = {0};
	struct intake_form *f;
	enum err e = store_client_hit(a->desk->store, client_id, desk_now(a->desk), &hit);

	for (size_t i = 0; i < FORM_FIELDS; i++)
		labels[i] = form_label(i);
	f = dialog_new(a, sizeof(*f), &intake_form_ops, "Health of ", labels, FORM_FIELDS);
	f->client_id = client_id;
	f->first = xstrdup(str_or_empty(hit.first));
	f->last = xstrdup(str_or_empty(hit.last));
	client_hit_release(&hit);
	f->open = desk_sees_private(a->desk);
	f->who = xstrdup(a->desk->options.who);
	if (e == ERR_OK)
		e = read_seen(f);
	if (e != ERR_OK) {
		f->dialog.view.ops->release(&f->dialog.view);
		return NULL;
	}
	intake_copy(&f->now, &f->seen);
	for (size_t i = 0; i < FORM_FIELDS; i++) {
		show_field(f, i);
		f->dialog.fields[i].hint = form_hint(i);
		f->dialog.fields[i].health = true;
	}
	show_source(f);
	return f;
}

/* Who saw what, and which version: "231 17 1 mia". */
static void
form_context(const struct dialog *d, struct str *out)
{
	const struct intake_form *f = (const struct intake_form *)d;

	str_addf(out, "%lld %lld %d %s", (long long)f->client_id, (long long)f->seen.id, f->open,
	    f->who);
}

/* The version it was made from: who has told more since is said when it is saved. */
static enum err
read_version(struct intake_form *f, int64_t id)
{
	intake_release(&f->seen);
	return id != 0 ? desk_intake_version(intake_form_desk(f), f->client_id, id, &f->seen)
		       : ERR_OK;
}

static struct dialog *
form_reopen(struct app *a, const char *context)
{
	char *rest;
	const int64_t client_id = strtoll(context, &rest, 10), seen = strtoll(rest, &rest, 10);
	const bool open = strtol(rest, &rest, 10) != 0;
	struct intake_form *f = make(a, client_id);

	if (f == NULL)
		return NULL;
	f->open = open;
	xstrset(&f->who, rest + strspn(rest, " "));
	if (f->seen.id != seen && read_version(f, seen) != ERR_OK) {
		f->dialog.view.ops->release(&f->dialog.view);
		return NULL;
	}
	return &f->dialog;
}

const struct dialog_ops intake_form_ops = {
    .kind = "health",
    .mode = IN_INTAKE,
    .choices = form_choices,
    .changed = form_changed,
    .echo = form_echo,
    .save = form_save,
    .command = form_command,
    .about = form_about,
    .draw = form_draw,
    .focus = form_focus,
    .shut = form_shut,
    .release = form_release,
    .context = form_context,
    .reopen = form_reopen,
};

static struct intake_form *
push(struct app *a, int64_t client_id)
{
	struct intake_form *f = make(a, client_id);

	if (f == NULL)
		app_say_error(a);
	else
		dialog_push(&f->dialog);
	return f;
}

void
intake_form_push(struct app *a, int64_t client_id)
{
	(void)push(a, client_id);
}

void
intake_form_push_back_pain(struct app *a, int64_t client_id)
{
	const size_t views = a->n;
	struct intake_form *f = push(a, client_id);

	if (a->n > views) /* there was room for it */
		back_pain_push(f);
}
