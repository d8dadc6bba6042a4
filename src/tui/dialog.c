/* What is typed into a dialog, and what comes of it. */
#include "dialog.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

#include "dialog_choice.h"
#include "dialog_draft.h"
#include "dialog_draw.h"
#include "say.h"

const char *
dialog_text(const struct dialog *d, size_t field)
{
	return str_text(&d->fields[field].text.text);
}

void
dialog_set(struct dialog *d, size_t field, const char *text, int64_t id)
{
	line_edit_set(&d->fields[field].text, text);
	d->fields[field].id = id;
	d->fields[field].touched = false;
	d->fields[field].typed = CIVIL_NONE;
}

struct when_habits
dialog_habits(const struct dialog *d, size_t field)
{
	struct when_habits habits = desk_habits(d->view.app->desk);

	if (d->fields[field].typed != CIVIL_NONE)
		habits.now = d->fields[field].typed;
	return habits;
}

void
dialog_title(const struct dialog *d, struct str *out)
{
	str_add(out, d->title);
	if (d->ops->about != NULL)
		d->ops->about(d, out);
}

bool
dialog_only_read(const struct dialog *d)
{
	bool asked = false;

	for (size_t i = 0; i < d->n; i++)
		asked = asked || !d->fields[i].off;
	return !asked || !desk_may_write(d->view.app->desk);
}

/* As that, and said. */
static bool
refuses(const struct dialog *d)
{
	const bool refused = dialog_only_read(d);

	if (refused)
		app_say(d->view.app, ROLE_CAUTION, DIALOG_LOOK);
	return refused;
}

/* What the person is typing is theirs to see. */
bool
dialog_veiled(const struct dialog *d, size_t field, struct str *out)
{
	return d->view.app->desk->initials && !d->fields[field].touched && d->ops->veil != NULL &&
	    d->ops->veil(d, field, out);
}

static bool
is_veiled(const struct dialog *d, size_t field)
{
	struct str shown = {0};
	const bool veiled = dialog_veiled(d, field, &shown);

	str_release(&shown);
	return veiled;
}

static void
echo(struct dialog *d)
{
	lines_clear(&d->echo);
	if (d->ops->echo != NULL)
		d->ops->echo(d, &d->echo);
}

void
dialog_refresh(struct dialog *d)
{
	dialog_keep_choices(d);
	echo(d);
}

void
dialog_go(struct dialog *d, size_t field)
{
	if (field == d->at)
		return;
	d->at = field;
	dialog_find_choices(d, false);
}

static bool
ends_with(const char *text, const char *end)
{
	const size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

/* A PIN is typed anew: nobody sees what the next one would be put behind. */
static void
forget_secrets(struct dialog *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->fields[i].secret)
			line_edit_forget(&d->fields[i].text);
}

void
dialog_fail_with(struct dialog *d, size_t field, const struct lines *more)
{
	char *why = xstrdup(err_message());

	if (d->fields[field].secret)
		forget_secrets(d);
	dialog_go(d, field);
	dialog_find_choices(d, dialog_text(d, field)[0] != '\0' && d->fields[field].id == 0);
	lines_clear(&d->echo);
	lines_add(&d->echo, ROLE_PROBLEM, "Not saved: %s", why);
	lines_add_all(&d->echo, more);
	if (d->ops->echo != NULL)
		d->ops->echo(d, &d->echo);
	for (size_t i = 1; i < d->echo.n; i++) { /* said already */
		if (!ends_with(d->echo.v[i].text, why))
			continue;
		free(d->echo.v[i].text);
		d->echo.n--;
		memmove(&d->echo.v[i], &d->echo.v[i + 1], (d->echo.n - i) * sizeof(d->echo.v[0]));
		break;
	}
	free(why);
}

void
dialog_fail(struct dialog *d, size_t field)
{
	const struct lines none = {0};

	dialog_fail_with(d, field, &none);
}

/* All that is asked about is whether the new client is new. */
static bool
is_who(const struct findings *f)
{
	bool who = true;

	for (size_t i = 0; i < f->n; i++)
		who = who &&
		    (f->v[i].level == LEVEL_NOTICE || f->v[i].code == FINDING_SAME_CLIENT ||
			f->v[i].code == FINDING_LOOKS_LIKE);
	return who;
}

void
dialog_ask(struct dialog *d, const struct findings *f)
{
	d->asking = true;
	d->question = is_who(f) ? "Why is it somebody else? 0 in your words, like: twins" : SAY_WHY;
	d->ways = NULL;
	lines_clear(&d->echo);
	lines_add_findings(&d->echo, f);
	lines_add(&d->echo, ROLE_MESSAGE, "%s", d->question);
}

/* The gravest finding, what can be done, and the rest: a small screen may cut its end. */
void
dialog_ask_ways(struct dialog *d, const struct findings *f, const struct dialog_ways *ways)
{
	struct findings first = {f->v, 1, 1}, rest = {f->v + 1, f->n - 1, f->n - 1};

	d->asking = true;
	d->question = SAY_WHY;
	d->ways = ways;
	lines_clear(&d->echo);
	lines_add_findings(&d->echo, &first);
	for (int i = 0; i < ways->n; i++)
		if (ways->say[i] != NULL)
			lines_add(&d->echo, ROLE_MESSAGE, "%d %s", i + 1, ways->say[i]);
	lines_add(&d->echo, ROLE_TEXT, "Say: %s", ways->sentence);
	lines_add_findings(&d->echo, &rest);
}

void
dialog_save(struct dialog *d, const char *yes)
{
	d->asking = false;
	dialog_find_choices(d, false);
	if (!refuses(d) && d->ops->save(d, yes)) {
		draft_remove(&d->draft);
		app_close(d->view.app, &d->view);
	}
}

/* The next field that is asked for, in a direction and around the end; the same when there is none.
 */
static size_t
next_field(const struct dialog *d, bool back)
{
	size_t at = d->at;

	do {
		at = back ? (at > 0 ? at : d->n) - 1 : (at + 1) % d->n;
	} while (d->fields[at].off && at != d->at);
	return at;
}

void
dialog_changed(struct dialog *d)
{
	if (!d->dirty)
		d->began = desk_utc(d->view.app->desk);
	d->dirty = true;
	if (d->ops->changed != NULL)
		d->ops->changed(d, d->at);
}

static void
enter(struct dialog *d)
{
	bool last = next_field(d, false) <= d->at;
	bool record = false;

	if (d->marked < d->choices.n) {
		record = d->choices.v[d->marked].id > 0;
		dialog_take_choice(d);
	} else if (last) {
		dialog_save(d, NULL);
		return;
	}
	if (record && d->fields[d->at].id == 0) /* the owner asks for more: a couple's other one */
		dialog_find_choices(d, true);
	else if (!last)
		dialog_go(d, next_field(d, false));
	dialog_refresh(d);
}

void
dialog_typed(struct dialog *d, size_t field, const char *text)
{
	const size_t at = d->at;

	if (refuses(d))
		return;
	dialog_set(d, field, text, 0);
	d->fields[field].touched = true;
	d->fields[field].typed = desk_now(d->view.app->desk);
	d->at = field;
	dialog_changed(d);
	d->at = at;
	dialog_refresh(d);
}

static void
typed(struct dialog *d)
{
	d->fields[d->at].id = 0;
	d->fields[d->at].touched = true;
	d->fields[d->at].typed = desk_now(d->view.app->desk);
	dialog_changed(d);
	dialog_find_choices(d, dialog_text(d, d->at)[0] != '\0');
	echo(d);
}

static bool
is_shut(const struct dialog *d)
{
	return d->ops->shut != NULL && d->ops->shut(d);
}

/* A key is one character, and goes in as it is; the blank too, which a paste would lose. */
static void
dialog_type(struct view *v, const char *text)
{
	struct dialog *d = (struct dialog *)v;
	struct line_edit *line = &d->fields[d->at].text;

	d->scrolled = 0;
	if (text[0] == '\0' || is_shut(d) || refuses(d))
		return;
	if (!d->fields[d->at].touched && strlen(text) <= LINE_EDIT_MAX)
		line_edit_set(line, "");
	if (text[1] == '\0' ? line_edit_insert(line, text) : line_edit_paste(line, text))
		typed(d);
	else
		app_say(v->app, ROLE_PROBLEM, "That is too long for a field.");
}

/*
 * Edits the field. A character that is a command in another field only is text. What is not shown
 * is not edited: it is taken out whole.
 */
static void
edit(struct dialog *d, enum cmd c)
{
	struct field *f = &d->fields[d->at];
	const bool veiled = is_veiled(d, d->at);
	char *before;

	if (refuses(d))
		return;
	before = xstrdup(dialog_text(d, d->at));

	if (!line_edit_command(&f->text, c)) {
		dialog_type(&d->view, d->view.app->typed);
	} else if (strcmp(before, dialog_text(d, d->at)) != 0) {
		if (veiled)
			line_edit_set(&f->text, "");
		typed(d);
	} else { /* the cursor was moved in it */
		f->touched = !veiled;
	}
	free(before);
}

static void
take_way(struct dialog *d, int way)
{
	if (d->ways->say[way - 1] == NULL)
		app_say(d->view.app, ROLE_CAUTION, "There is no such way on here.");
	else
		d->ops->way(d, way);
}

static void
reason(struct dialog *d, enum cmd c, const char *words)
{
	const int digit = d->view.app->typed[0] - '0';
	char *picked;

	switch (c) {
	case CMD_REASON_TEXT:
		if (words == NULL)
			app_ask(d->view.app, c, "Reason:", "");
		else if (words[0] != '\0')
			dialog_save(d, words);
		else
			app_say(d->view.app, ROLE_CAUTION, "A reason is needed; Esc goes back.");
		break;
	case CMD_REASON_PICK:
		if (d->ways != NULL && digit <= d->ways->n) {
			take_way(d, digit);
			break;
		}
		picked = say_reason(d->view.app, d->ways != NULL ? d->ways->n : 0);
		if (picked != NULL)
			dialog_save(d, picked);
		free(picked);
		break;
	default:
		d->asking = false;
		dialog_refresh(d);
	}
}

/*
 * PgDn and PgUp go through what the box has no room for, line by line the arrows too where it asks;
 * any other key goes back to the field.
 */
static bool
scroll(struct dialog *d, enum cmd c)
{
	enum { PAGE = 5 };
	const bool line = c == CMD_UP || c == CMD_DOWN;
	const size_t by = line ? 1 : PAGE;
	size_t most;

	if (c != CMD_LATER && c != CMD_EARLIER && !(line && d->asking)) {
		d->scrolled = 0;
		return false;
	}
	most = dialog_hidden(d);
	if (c == CMD_LATER || c == CMD_DOWN)
		d->scrolled = d->scrolled + by < most ? d->scrolled + by : most;
	else
		d->scrolled -= d->scrolled < by ? d->scrolled : by;
	return true;
}

/* For one that is closed: of a parked one it is said that it is. */
static void
say_forgotten(const struct dialog *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->fields[i].secret && dialog_text(d, i)[0] != '\0')
			app_say(d->view.app, ROLE_TEXT, "%s is not kept.", d->fields[i].label);
}

static void
dialog_command(struct view *v, enum cmd c, const char *words)
{
	struct dialog *d = (struct dialog *)v;

	if (scroll(d, c))
		return;
	if (d->asking) {
		reason(d, c, words);
		return;
	}
	if (d->ops->command != NULL && d->ops->command(d, c))
		return;
	switch (c) {
	case CMD_FIELD_DONE:
		enter(d);
		break;
	case CMD_FIELD_NEXT:
	case CMD_FIELD_BACK:
		if (dialog_is_sure(d))
			dialog_take_choice(d);
		dialog_go(d, next_field(d, c == CMD_FIELD_BACK));
		dialog_refresh(d);
		break;
	case CMD_UP:
	case CMD_DOWN:
		dialog_choose(d, c == CMD_DOWN);
		break;
	case CMD_SAVE:
		if (dialog_is_sure(d))
			dialog_take_choice(d);
		dialog_save(d, NULL);
		break;
	case CMD_DIALOG_BACK:
		say_forgotten(d);
		app_park(v->app, v);
		break;
	default:
		edit(d, c);
	}
}

/* Esc takes the question back, not the dialog. */
static bool
dialog_back(struct view *v)
{
	struct dialog *d = (struct dialog *)v;
	bool asked = d->asking;

	d->asking = false;
	dialog_refresh(d);
	return asked;
}

static unsigned
dialog_where(const struct view *v)
{
	const struct dialog *d = (const struct dialog *)v;

	return d->asking ? IN_REASON : IN_DIALOG | d->ops->mode;
}

static void
dialog_answers(const struct view *v, int columns, struct str *out)
{
	const struct dialog *d = (const struct dialog *)v;
	const int n = d->ways != NULL ? d->ways->n : 0;

	for (int i = 0; i < n; i++)
		if (d->ways->say[i] != NULL)
			str_addf(out, "%d %s  ", i + 1, d->ways->label[i]);
	/* Where there is no room they are the hint. */
	if (n == 0 && say_reasons_fit(v->app, n, columns))
		say_reasons(v->app, n, columns, out);
}

static enum err
dialog_load(struct view *v)
{
	struct dialog *d = (struct dialog *)v;

	/* Names are kept back from now on, or it comes from a draft: they are nobody's typing. */
	for (size_t i = 0; i < d->n; i++) {
		const bool touched = d->fields[i].touched;

		d->fields[i].touched = false;
		d->fields[i].touched = touched && !is_veiled(d, i);
	}
	if (!d->asking)
		dialog_refresh(d);
	return ERR_OK;
}

/* What was typed and erased again is no loss, and a secret is typed anew. */
bool
dialog_differs(const struct dialog *d)
{
	bool differs = false;

	for (size_t i = 0; i < d->n && d->dirty; i++)
		differs = differs ||
		    (!d->fields[i].off && !d->fields[i].secret &&
			strcmp(dialog_text(d, i), str_or_empty(d->fields[i].was)) != 0);
	return differs;
}

static void
dialog_resize(struct view *v, int rows, int columns)
{
	(void)v;
	(void)rows;
	(void)columns;
}

/* A PIN does not stay in memory. */
static void
dialog_parked(struct view *v)
{
	forget_secrets((struct dialog *)v);
}

static void
dialog_release(struct view *v)
{
	struct dialog *d = (struct dialog *)v;

	if (d->ops->release != NULL)
		d->ops->release(d);
	forget_secrets(d);
	for (size_t i = 0; i < d->n; i++) {
		line_edit_release(&d->fields[i].text);
		free(d->fields[i].was);
	}
	choices_clear(&d->choices);
	free(d->choices.v);
	lines_release(&d->echo);
	draft_close(&d->draft);
	free(d->title);
	free(d->who);
	free(d->fields);
	free(d);
}

static const struct view_ops dialog_view = {
    .where = dialog_where,
    .load = dialog_load,
    .draw = dialog_draw,
    .focus = dialog_focus,
    .hint = dialog_hint,
    .answers = dialog_answers,
    .command = dialog_command,
    .type = dialog_type,
    .back = dialog_back,
    .keep = dialog_keep,
    .parked = dialog_parked,
    .shut = dialog_is_shut,
    .mine = dialog_mine,
    .label = dialog_label,
    .discard = dialog_discard,
    .resize = dialog_resize,
    .release = dialog_release,
};

void *
dialog_new(struct app *a, size_t size, const struct dialog_ops *ops, const char *title,
    const char *const *labels, size_t n)
{
	struct dialog *d = xcalloc(1, size);

	d->view = (struct view){.ops = &dialog_view, .app = a};
	d->ops = ops;
	d->title = xstrdup(title);
	d->who = xstrdup(a->desk->options.who);
	d->fields = xcalloc(n, sizeof(*d->fields));
	d->n = n;
	for (size_t i = 0; i < n; i++)
		d->fields[i] = (struct field){.label = labels[i], .typed = CIVIL_NONE};
	return d;
}

void
dialog_push(struct dialog *d)
{
	/* Of a draft all there is was typed. */
	for (size_t i = 0; i < d->n && !d->dirty; i++)
		xstrset(&d->fields[i].was, dialog_text(d, i));
	app_push(d->view.app, &d->view);
}
