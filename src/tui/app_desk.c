/* Undo and redo, and following what another desk does. */
#include "app.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_history.h>
#include <frontdesk/mem.h>

/* The label of a step names clients; it was made for whoever may read names. */
static const char *
told(const struct app *a, const char *label)
{
	return a->desk->initials ? "a step (its names are kept back)" : label;
}

/* Why not: the sentence may name the step that stands in the way. */
static void
say_not_undone(struct app *a)
{
	if (a->desk->initials)
		app_say(a, ROLE_PROBLEM, "That is not possible now; with names (F12) it says why.");
	else
		app_say_error(a);
}

enum err
app_seen(struct app *a)
{
	return store_audit_last(a->desk->store, &a->audit_seen);
}

/* Not of the set-up. */
static bool
of_the_book(const char *record)
{
	static const char *const book[] = {"appointment", "visit", "client", "intake"};

	for (size_t i = 0; i < array_size(book); i++)
		if (strcmp(record, book[i]) == 0)
			return true;
	return false;
}

static bool
is_any_of(const char *record, const char *a, const char *b)
{
	return strcmp(record, a) == 0 || strcmp(record, b) == 0;
}

/* Whether what would be undone can be seen: one of its appointments or clients is on the screen. */
static bool
in_sight(const struct app *a, const struct record_list *rows)
{
	const struct view *v = app_place(a);

	for (size_t i = 0; i < rows->n; i++) {
		const struct record_id *r = &rows->v[i];

		if ((v->ops->where(v) & IN_SETUP) != 0 && !of_the_book(r->record))
			return true;
		if (is_any_of(r->record, "appointment", "visit") && v->ops->shows != NULL &&
		    v->ops->shows(v, r->id))
			return true;
		if (is_any_of(r->record, "client", "intake") && v->ops->shows_client != NULL &&
		    v->ops->shows_client(v, r->id))
			return true;
		if (v->ops->shows_record != NULL &&
		    v->ops->shows_record(v, rows->v[i].record, rows->v[i].id))
			return true;
	}
	return false;
}

static void
take_back(struct app *a)
{
	char *label = NULL;

	if (desk_undo(a->desk, &label) != ERR_OK) {
		say_not_undone(a);
		return;
	}
	app_changed(a);
	app_say(a, ROLE_MESSAGE, "Undone: %s.  Ctrl-Y Redo", told(a, label));
	free(label);
}

void
app_forget_asked(struct app *a)
{
	xstrset(&a->undo_asked, NULL);
	a->quit_asked = false;
}

void
app_undo(struct app *a)
{
	struct record_list rows = {0};
	char *label = NULL;

	if (store_undo_peek(a->desk->store, a->desk->options.who, &label, &rows) != ERR_OK) {
		app_say_error(a);
		return;
	}
	if ((a->undo_asked != NULL && strcmp(a->undo_asked, label) == 0) || in_sight(a, &rows)) {
		xstrset(&a->undo_asked, NULL);
		take_back(a);
	} else {
		xstrset(&a->undo_asked, label);
		app_say(a, ROLE_CAUTION, "Not on this screen: %s.  u again takes it back",
		    told(a, label));
	}
	record_list_release(&rows);
	free(label);
}

void
app_redo(struct app *a)
{
	char *label = NULL;

	if (desk_redo(a->desk, &label) != ERR_OK) {
		say_not_undone(a);
		return;
	}
	app_changed(a);
	app_say(a, ROLE_MESSAGE, "Done again: %s.  u Undo", told(a, label));
	free(label);
}

/* What was done last, and by whom: "mia at tty3: Arrived Mon 23 Nov 2026 10:00 Young, Zoe". */
static bool
keep_deed(void *arg, const struct audit *row)
{
	struct str *deed = arg;

	if (strcmp(row->record, DESK_RECORD_CHECK) == 0) /* nobody did it */
		return true;
	str_clear(deed);
	str_add(deed, row->who);
	if (row->desk != NULL && row->desk[0] != '\0')
		str_addf(deed, " at %s", row->desk);
	str_addf(deed, ": %s", row->action);
	return true;
}

void
app_follow(struct app *a)
{
	struct audit_query q = {.after_id = a->audit_seen};
	struct str deed = {0};
	bool changed = false;
	enum err e;

	e = store_changed(a->desk->store, &changed);
	if (e == ERR_OK && changed)
		e = store_audit(a->desk->store, &q, keep_deed, &deed);
	if (e != ERR_OK) {
		app_say_error(a);
	} else if (changed) {
		app_changed(a);
		if (a->prompt.open)
			app_prompt_echo(a);
		if (deed.n > 0)
			app_say(a, ROLE_MESSAGE, "By %s",
			    a->desk->initials ? "another desk: a change" : str_text(&deed));
	}
	str_release(&deed);
}

void
app_rest(struct app *a)
{
	bool more;
	char *found;
	enum err e;

	if (a->prompt.open || app_typing(a) || a->checked == civil_day_of(a->now))
		return;
	e = desk_daily_check(a->desk, &more, &found);
	if (!more)
		a->checked = civil_day_of(a->now);
	if (e != ERR_OK)
		app_say_error(a);
	else if (found != NULL)
		app_say(a, ROLE_PROBLEM, "%s", found);
	free(found);
}
