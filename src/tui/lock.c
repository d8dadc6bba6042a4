#include "lock.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "parked.h"

enum {
	IDLE_MS = 60 * 1000, /* of the setting's unit */
	WAIT_FIRST = 2, /* ticks, doubled with each wrong PIN */
	WAIT_MOST = 128,
	WAIT_MOST_S = WAIT_MOST * APP_TICK_MS / 1000,
	LABEL = 6,
	FIELD = 24,
};

static struct line_edit *
edited(struct lock *l)
{
	return l->at_name ? &l->name : &l->pin;
}

void
lock_release(struct lock *l)
{
	line_edit_forget(&l->name);
	line_edit_forget(&l->pin);
	line_edit_release(&l->name);
	line_edit_release(&l->pin);
}

static bool
has_pin(const struct app *a)
{
	const struct person *me = desk_me(a->desk);

	return me != NULL && me->has_pin;
}

void
lock_screen(struct app *a)
{
	struct lock *l = &a->lock;

	/* Nothing of the book stays in sight, and nothing that was asked is answered later. */
	lines_clear(&a->message);
	app_forget_asked(a);
	app_prompt_forget(a);
	l->on = true;
	l->says = "";
	line_edit_forget(&l->name);
	line_edit_forget(&l->pin);
	l->at_name = !has_pin(a);
}

void
lock_when_idle(struct app *a, const struct event *e)
{
	int64_t idle = settings_number(&a->desk->practice.settings, SETTING_IDLE_LOCK);

	if (!a->lock.on && a->touched_ms != 0 && e->ms - a->touched_ms >= idle * IDLE_MS)
		lock_screen(a);
}

static int
wait_after(int wrong)
{
	return wrong == 0 ? 0 : wrong <= 6 ? WAIT_FIRST << (wrong - 1) : WAIT_MOST;
}

/* A new start is no way around the wait. */
void
lock_at_start(struct app *a)
{
	if (desk_me(a->desk) != NULL || !desk_has_pins(a->desk))
		return;
	lock_screen(a);
	if (desk_wrong_pins(a->desk, WAIT_MOST_S, &a->lock.wrong) != ERR_OK)
		app_say_error(a);
	a->lock.wait = wait_after(a->lock.wrong);
}

static void
unlock(struct app *a)
{
	a->lock.on = false;
	a->lock.wrong = 0;
	app_changed(a);
	a->repaint = true;
}

static void
sign_in(struct app *a)
{
	struct lock *l = &a->lock;
	const char *name = str_text(&l->name.text);
	char *before;
	enum err e;

	if (l->wait > 0) {
		l->kept = true;
		l->says = "Wait a little before the next try.";
		return;
	}
	l->kept = false;
	before = xstrdup(a->desk->options.who);
	e = desk_sign_in(
	    a->desk, name[0] != '\0' ? name : a->desk->options.who, str_text(&l->pin.text));
	line_edit_forget(&l->pin);
	if (e == ERR_OK) {
		l->on = false;
		if (strcmp(before, a->desk->options.who) != 0)
			app_hand_over(a);
		app_say(a, ROLE_MESSAGE, "You are %s.", desk_me(a->desk)->name);
		unlock(a);
		parked_find(a); /* what is not for everybody to read again */
	} else if (e == ERR_REFUSED) {
		l->wait = wait_after(++l->wrong);
		l->at_name = false; /* what is typed next is a PIN: never to be read */
		l->says = "That is not the name and PIN of a person here.";
	} else {
		l->says = "It cannot be looked up now: another desk is saving, or the disk failed.";
	}
	free(before);
}

static void
obey(struct app *a, enum cmd c, const char *text)
{
	struct lock *l = &a->lock;

	switch (c) {
	case CMD_UNLOCK:
		if (l->at_name && l->pin.text.n == 0)
			l->at_name = false;
		else
			sign_in(a);
		break;
	case CMD_LOCK_FIELD:
		l->at_name = !l->at_name;
		break;
	case CMD_NONE:
		if (text != NULL && l->kept && !l->at_name)
			line_edit_forget(&l->pin);
		l->kept = l->kept && (text == NULL || l->at_name);
		if (text != NULL) /* names have no blanks */
			line_edit_paste(edited(l), text);
		break;
	default:
		line_edit_command(edited(l), c);
	}
}

static void
leave(struct app *a)
{
	app_command(a, CMD_QUIT, NULL);
	if (!a->leave)
		a->lock.says = "Something half typed is parked: Ctrl-Q again leaves it so.";
}

static const char *
help_text(const struct app *a)
{
	return desk_has_pins(a->desk) ? "Enter goes on, Tab to the name. The owner sets a new PIN."
				      : "It opens with a PIN once a person has one: S, persons.";
}

void
lock_event(struct app *a, const struct event *e)
{
	enum cmd c = CMD_NONE;
	const char *text = e->kind == EVENT_PASTE ? e->text : key_text(&e->key);

	if (e->kind == EVENT_TICK)
		a->lock.wait -= a->lock.wait > 0;
	if (e->kind != EVENT_KEY && e->kind != EVENT_PASTE)
		return;
	a->now = desk_now(a->desk);
	if (e->kind == EVENT_KEY)
		c = command_by_key(app_where(a), e->key.name);
	a->lock.says = "";
	if (c == CMD_QUIT)
		leave(a);
	else if (c == CMD_REDRAW)
		a->repaint = true;
	else if (c == CMD_HELP_TYPING)
		a->lock.says = help_text(a);
	else if (!desk_has_pins(a->desk))
		unlock(a);
	else
		obey(a, c, text);
}

/* One of the two fields. A PIN is figures: none is ever shown, for it may be typed first. */
static void
draw_field(const struct lock *l, struct canvas *c, int row, int column, bool name)
{
	const struct line_edit *e = name ? &l->name : &l->pin;
	const char *text = str_text(&e->text);
	struct str shown = {0};
	int at = 0;

	for (size_t i = line_edit_window(e, FIELD, &at), end; i < e->text.n; i = end) {
		end = text_next(text, i);
		if (name && !isdigit((unsigned char)text[i]))
			str_addn(&shown, text + i, end - i);
		else
			str_addc(&shown, '*');
	}
	canvas_text(c, row, column, LABEL, ROLE_HEAD, name ? "Name" : "PIN");
	canvas_text(c, row, column + LABEL, FIELD, ROLE_INPUT, str_text(&shown));
	str_release(&shown);
	if (l->at_name != name)
		return;
	c->cursor_row = row;
	c->cursor_column = column + LABEL + at;
}

static int
middle(const struct canvas *c, const char *text)
{
	int width = text_width(text);

	return width < c->columns ? (c->columns - width) / 2 : 0;
}

static void
draw_line(struct canvas *c, int row, enum role role, const char *text)
{
	canvas_text(c, row, middle(c, text), c->columns - middle(c, text), role, text);
}

void
lock_draw(const struct app *a, struct canvas *c)
{
	const struct settings *s = &a->desk->practice.settings;
	const struct lock *l = &a->lock;
	const int row = c->rows / 3, column = (c->columns - LABEL - FIELD) / 2;
	char hm[CIVIL_HM_SIZE];
	struct str footer = {0};

	draw_line(c, row - 2, ROLE_TITLE, settings_text(s, SETTING_NAME));
	draw_line(c, row, ROLE_TEXT, settings_hm(s, a->now, hm));
	if (desk_has_pins(a->desk)) {
		draw_field(l, c, row + 2, column, true);
		draw_field(l, c, row + 3, column, false);
		draw_line(c, row + 5, ROLE_FREE,
		    has_pin(a) ? "Locked. Without a name it is the PIN of whoever was here."
			       : "Locked. Your name here, and your PIN.");
	} else {
		draw_line(c, row + 3, ROLE_TEXT, "Locked. Nobody has a PIN: any key goes on.");
		c->cursor_row = row + 3;
		c->cursor_column = middle(c, "Locked. Nobody has a PIN: any key goes on.");
	}
	draw_line(c, row + 6, ROLE_PROBLEM, l->says);
	command_footer(app_where(a), 0, c->columns, &footer);
	canvas_text(c, c->rows - 1, 0, c->columns, ROLE_KEY, str_text(&footer));
	str_release(&footer);
}
