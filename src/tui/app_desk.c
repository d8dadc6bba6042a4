/* Undo and redo, and following what another desk does. */
#include "app.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_history.h>

enum err
app_seen(struct app *a)
{
	return store_audit_last(a->desk->store, &a->audit_seen);
}

/* Whether what would be undone can be seen: one of its appointments is on the screen. */
static bool
in_sight(const struct app *a, const struct record_list *rows)
{
	const struct view *v = app_place(a);

	for (size_t i = 0; i < rows->n; i++) {
		if (strcmp(rows->v[i].record, "appointment") == 0 && v->ops->shows != NULL &&
		    v->ops->shows(v, rows->v[i].id))
			return true;
	}
	return false;
}

static void
take_back(struct app *a)
{
	char *label = NULL;

	if (desk_undo(a->desk, &label) != ERR_OK) {
		app_say_error(a);
		return;
	}
	app_changed(a);
	app_say(a, ROLE_MESSAGE, "Undone: %s.  Ctrl-Y Redo", label);
	free(label);
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
	if (a->undo_asked || in_sight(a, &rows)) {
		a->undo_asked = false;
		take_back(a);
	} else {
		a->undo_asked = true;
		app_say(a, ROLE_CAUTION, "Not on this screen: %s.  u again takes it back", label);
	}
	record_list_release(&rows);
	free(label);
}

void
app_redo(struct app *a)
{
	char *label = NULL;

	if (desk_redo(a->desk, &label) != ERR_OK) {
		app_say_error(a);
		return;
	}
	app_changed(a);
	app_say(a, ROLE_MESSAGE, "Done again: %s.  u Undo", label);
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
			app_say(a, ROLE_MESSAGE, "By %s", str_text(&deed));
	}
	str_release(&deed);
}

void
app_rest(struct app *a)
{
	char *found;

	if (a->prompt.open || app_typing(a) || a->checked == civil_day_of(a->now))
		return;
	a->checked = civil_day_of(a->now);
	if (desk_daily_check(a->desk, &found) != ERR_OK)
		app_say_error(a);
	else if (found != NULL)
		app_say(a, ROLE_PROBLEM, "%s", found);
	free(found);
}
