/* Events to commands, commands to views. */
#include "app.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "help.h"
#include "lock.h"
#include "place.h"
#include "print_menu.h"
#include "say.h"

enum err
app_init(struct app *a, struct desk *d, bool ascii, int rows, int columns)
{
	*a = (struct app){.desk = d, .ascii = ascii, .rows = rows, .columns = columns};
	a->now = desk_now(d);
	a->typed = "";
	a->checked = CIVIL_DAY_NONE;
	return app_seen(a);
}

void
app_release(struct app *a)
{
	while (a->n > 0) {
		struct view *v = a->views[--a->n];

		v->ops->release(v);
	}
	while (a->parked.n > 0) {
		struct view *v = a->parked.v[--a->parked.n];

		v->ops->release(v);
	}
	free(a->parked.v);
	free(a->printing_what);
	free(a->undo_asked);
	app_prompt_forget(a);
	line_edit_release(&a->prompt.line);
	lines_release(&a->prompt.echo);
	lock_release(&a->lock);
	lines_release(&a->message);
	*a = (struct app){0};
}

void
app_say(struct app *a, enum role role, const char *fmt, ...)
{
	struct str s = {0};
	va_list ap;

	va_start(ap, fmt);
	str_addv(&s, fmt, ap);
	va_end(ap);
	lines_clear(&a->message);
	a->stale = false;
	lines_add(&a->message, role, "%s", str_text(&s));
	str_release(&s);
}

void
app_say_findings(struct app *a, const struct findings *f)
{
	if (a->stale)
		lines_clear(&a->message);
	a->stale = false;
	say_findings(f, &a->message);
}

void
app_count_once(struct app *a)
{
	snprintf(a->once, sizeof(a->once), "%s", a->typed);
	a->once_ms = a->ms;
}

void
app_keep_message(struct app *a)
{
	a->stale = false;
}

void
app_say_error(struct app *a)
{
	const char *why = err_message();

	if (why[0] != '\0')
		app_say(a, ROLE_PROBLEM, "%c%s", toupper((unsigned char)why[0]), why + 1);
}

/* Those that the next start does not bring back: there is nowhere to keep them. */
static size_t
unfiled(const struct app *a)
{
	size_t n = 0;

	for (size_t i = 0; i < app_parked_count(a); i++)
		n += !a->parked.v[app_parked_at(a, i)]->filed;
	return n;
}

static void
ask_whether_to_leave(struct app *a)
{
	const size_t lost = unfiled(a);

	a->quit_asked = true;
	if (lost > 0)
		app_say(a, ROLE_CAUTION,
		    "%zu parked and not saved, %zu of them nowhere kept: Ctrl-Q again loses %s",
		    app_parked_count(a), lost, lost == 1 ? "it" : "them");
	else
		app_say(a, ROLE_CAUTION,
		    "%zu parked and not saved, for the next start: Ctrl-Q again leaves",
		    app_parked_count(a));
}

static void
quit(struct app *a)
{
	struct view *v = app_top(a);

	/* What is half typed goes to the drafts: leaving asks for it, too. */
	if (a->n > 1 && v->ops->keep != NULL && v->ops->keep(v))
		app_park(a, v);
	if (app_parked_count(a) > 0 && !a->quit_asked) {
		ask_whether_to_leave(a);
		return;
	}
	a->leave = true;
}

static void
help(struct app *a)
{
	if (app_where(a) == IN_HELP)
		app_top(a)->ops->command(app_top(a), CMD_HELP, NULL);
	else
		app_push(a, help_new(a, app_where(a)));
}

/* One step back within the view on top, or out of it. */
static void
go_back(struct app *a)
{
	struct view *v = app_top(a);

	if (a->n == 1)
		v->ops->command(v, CMD_BACK, NULL);
	else if (v->ops->back == NULL || !v->ops->back(v))
		app_park(a, v);
}

void
app_hand_over(struct app *a)
{
	if (a->prompt.open)
		app_prompt_park(a);
	if (app_where(a) == IN_REASON)
		go_back(a);
	app_park_others(a);
}

/* What stands on the screen is said anew; the message goes, and the question why to go on with what
 * was found: they may name someone. */
static void
privacy(struct app *a)
{
	bool on = !a->desk->initials;

	if (app_where(a) == IN_REASON)
		go_back(a);
	app_prompt_forget(a);
	desk_initials(a->desk, on);
	app_changed(a);
	if (a->prompt.open)
		app_prompt_echo(a);
	app_say(a, ROLE_MESSAGE,
	    on ? "Clients are shown by their initials.  F12 Names again"
	       : "Clients are shown by name.");
}

/* The day goes there; what lies over it stays until it is there. */
static void
go_to(struct app *a, const char *words)
{
	a->views[0]->ops->command(a->views[0], CMD_GO_TO, words);
	if (words != NULL && words[0] != '\0' && !a->prompt.open)
		app_to_day(a);
}

/* What another file of the loop does, a place, or the view on top. */
static void
command_elsewhere(struct app *a, enum cmd c, const char *words)
{
	if (app_where(a) == IN_HELP && (c == CMD_GO_TO || place_is(c)))
		app_close(a, app_top(a));
	if (c == CMD_GO_TO)
		go_to(a, words);
	else if (c == CMD_LOCK)
		lock_screen(a);
	else if (c == CMD_PRIVACY)
		privacy(a);
	else if (c == CMD_FIND)
		app_find(a);
	else if (c == CMD_FILTER)
		app_ask_anew(a, c, "/", app_top(a)->ops->filter(app_top(a), NULL));
	else if (place_is(c))
		app_go(a, c);
	else
		app_top(a)->ops->command(app_top(a), c, words);
}

void
app_command(struct app *a, enum cmd c, const char *words)
{
	a->doing = c;
	if (c != CMD_UNDO)
		xstrset(&a->undo_asked, NULL);
	a->quit_asked = a->quit_asked && c == CMD_QUIT;
	switch (c) {
	case CMD_QUIT:
		quit(a);
		break;
	case CMD_SUSPEND:
		a->suspend = true;
		break;
	case CMD_REDRAW:
		a->repaint = true;
		break;
	case CMD_HELP:
	case CMD_HELP_TYPING:
		help(a);
		break;
	case CMD_COMMAND:
		app_ask(a, CMD_COMMAND, ":", "");
		break;
	case CMD_UNDO:
		app_undo(a);
		break;
	case CMD_REDO:
		app_redo(a);
		break;
	case CMD_BACK:
		go_back(a);
		break;
	default:
		command_elsewhere(a, c, words);
	}
}

bool
app_typing(const struct app *a)
{
	return !a->lock.on && !a->prompt.open && app_top(a)->ops->type != NULL &&
	    (app_where(a) & IN_TYPING) != 0;
}

/* On the day and the appointment open there, where nothing else was said. */
static void
say_dead(struct app *a, const struct key *k)
{
	if ((app_where(a) & (IN_DAY | IN_CARD)) != 0 && a->stale)
		app_say(a, ROLE_TEXT, "%s does nothing here; ? shows the keys", k->name);
}

/* What is done to a time of the day. */
static bool
is_of_day(const struct app *a, const struct key *k)
{
	return (app_where(a) & ((IN_PLACES & ~IN_DAY) | IN_CARD)) != 0 &&
	    command_by_key(IN_DAY, k->name) != CMD_NONE;
}

/* What a key without a command here does on the day, if that is done from every place. */
static enum cmd
from_place(const struct app *a, const struct key *k)
{
	const enum cmd c = command_by_key(IN_DAY, k->name);

	return (app_where(a) & (IN_PLACES | IN_CARD | IN_HELP)) != 0 &&
		(commands[c].where & FROM_PLACES) != 0
	    ? c
	    : CMD_NONE;
}

/* A key without a command: perhaps its other case has one, or it has one on the day. */
static void
unknown_key(struct app *a, const struct key *k)
{
	const bool of_day = is_of_day(a, k);
	struct key other;

	app_command(a, CMD_NONE, NULL);
	if (of_day) {
		char day[COMMAND_KEY_SIZE];

		command_key(CMD_DAY, 0, day);
		app_say(a, ROLE_TEXT, "%s is a key of the day; %s goes there.", k->name, day);
	}
	if (!key_other_case(k, &other) || command_by_key(app_where(a), other.name) == CMD_NONE) {
		a->wrong_case = false;
		say_dead(a, k);
		return;
	}
	if (a->wrong_case)
		app_say(a, ROLE_CAUTION, "Caps Lock?");
	else
		say_dead(a, k);
	a->wrong_case = true;
}

static bool
too_small(const struct app *a)
{
	return a->rows < APP_ROWS_MIN || a->columns < APP_COLUMNS_MIN;
}

static void
refuse_alt(struct app *a)
{
	static const char hint[] = "Nothing needs Alt.";

	if (a->prompt.open)
		lines_add(&a->prompt.echo, ROLE_CAUTION, hint);
	else
		app_say(a, ROLE_CAUTION, hint);
}

/* A hand that shakes, whatever the key means by now. */
static bool
is_counted(const struct app *a, const struct key *k)
{
	enum { TWICE_MS = 400 };

	return key_text(k) != NULL && strcmp(key_text(k), a->once) == 0 &&
	    a->ms - a->once_ms < TWICE_MS;
}

/* Help over a question, a dialog or what is picked up is left before one goes anywhere. */
static bool
held_by_help(const struct app *a, enum cmd c)
{
	const struct view *under = a->n > 1 ? a->views[a->n - 2] : NULL;

	return under != NULL && app_where(a) == IN_HELP &&
	    (c == CMD_NONE || c == CMD_GO_TO || place_is(c)) &&
	    (under->ops->where(under) & (IN_PLACES | IN_CARD)) == 0;
}

static void
obey_key(struct app *a, const struct key *k)
{
	enum cmd c = command_by_key(app_where(a), k->name);

	if (c == CMD_NONE && !a->prompt.open)
		c = from_place(a, k);
	if (key_is_alt(k)) {
		refuse_alt(a);
		return;
	}

	if (too_small(a) && c != CMD_QUIT && c != CMD_REDRAW)
		return;
	if (a->prompt.open) {
		app_prompt_key(a, k);
		return;
	}
	if (c == CMD_NONE && app_typing(a) && key_text(k) != NULL) {
		app_top(a)->ops->type(app_top(a), key_text(k));
		return;
	}
	a->now = desk_now(a->desk);
	if (is_counted(a, k)) {
		app_keep_message(a);
		return;
	}
	a->once[0] = '\0';
	if (held_by_help(a, c)) {
		app_say(a, ROLE_TEXT, "Esc closes the help first; what is under it waits.");
		return;
	}
	if (c == CMD_NONE) {
		unknown_key(a, k);
		return;
	}
	a->wrong_case = false;
	a->typed = key_text(k) != NULL ? key_text(k) : "";
	app_command(a, c, NULL);
	a->typed = "";
}

/* A message stands until the next key that says nothing new. */
static void
handle_key(struct app *a, const struct key *k)
{
	a->stale = true;
	obey_key(a, k);
	if (a->stale)
		lines_clear(&a->message);
}

static void
handle_resize(struct app *a, int rows, int columns)
{
	a->rows = rows;
	a->columns = columns;
	a->repaint = true;
	if (too_small(a))
		return;
	for (size_t i = 0; i < a->n; i++)
		a->views[i]->ops->resize(a->views[i], rows, columns);
}

/* What was typed so far is kept before the next key. */
static void
keep_all(struct app *a)
{
	for (size_t i = 0; i < a->n; i++) {
		if (a->views[i]->ops->keep != NULL)
			(void)a->views[i]->ops->keep(a->views[i]);
	}
}

/* Nobody did anything for a while. */
static void
handle_tick(struct app *a)
{
	if (!a->prompt.open && !app_typing(a))
		a->now = desk_now(a->desk);
	app_follow(a);
	print_follow(a);
	if (store_checkpoint(a->desk->store, true) != ERR_OK)
		app_say_error(a);
	if (a->ms - a->touched_ms >= APP_REST_MS)
		app_rest(a);
}

static void
handle_paste(struct app *a, const char *text)
{
	if (app_typing(a))
		app_top(a)->ops->type(app_top(a), text);
	else
		app_prompt_paste(a, text);
}

void
app_handle(struct app *a, const struct event *e)
{
	bool locked;

	a->ms = e->ms;
	lock_when_idle(a, e);
	locked = a->lock.on;
	if (locked)
		lock_event(a, e);
	if (e->kind != EVENT_TICK || a->touched_ms == 0)
		a->touched_ms = e->ms;
	switch (e->kind) {
	case EVENT_KEY:
		if (!locked)
			handle_key(a, &e->key);
		break;
	case EVENT_PASTE:
		if (!locked)
			handle_paste(a, e->text);
		break;
	case EVENT_RESIZE:
		handle_resize(a, e->rows, e->columns);
		break;
	case EVENT_TICK:
		handle_tick(a);
		break;
	}
	for (size_t i = 0; i < a->n; i++) {
		if (a->views[i]->ops->settle != NULL)
			a->views[i]->ops->settle(a->views[i]);
	}
	keep_all(a);
}
