/* The prompt: a line to type, and what is understood of it underneath. */
#include "app.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "palette.h"

void
app_prompt_echo(struct app *a)
{
	struct view *v = a->prompt.cmd == CMD_GO_TO ? a->views[0] : app_top(a);

	lines_clear(&a->prompt.echo);
	if (a->prompt.cmd == CMD_COMMAND)
		palette_echo(a, &a->prompt.echo);
	else if (a->prompt.cmd == CMD_FILTER)
		(void)v->ops->filter(v, str_text(&a->prompt.line.text));
	else if (v->ops->echo != NULL)
		v->ops->echo(v, a->prompt.cmd, str_text(&a->prompt.line.text), &a->prompt.echo);
}

void
app_ask(struct app *a, enum cmd c, const char *label, const char *text)
{
	a->prompt.open = true;
	a->prompt.cmd = c;
	a->prompt.label = label;
	a->prompt.old = false;
	line_edit_set(&a->prompt.line, text);
	app_prompt_echo(a);
}

void
app_ask_anew(struct app *a, enum cmd c, const char *label, const char *old)
{
	app_ask(a, c, label, old);
	a->prompt.old = true;
}

void
app_ask_again(struct app *a, enum cmd c, const char *label, const char *text)
{
	char *why = xstrdup(err_message());

	app_ask(a, c, label, text);
	lines_clear(&a->prompt.echo);
	lines_add(&a->prompt.echo, ROLE_PROBLEM, "%s", why);
	free(why);
}

/* Closes the prompt and hands its words over, owned by the caller. */
static char *
close_prompt(struct app *a)
{
	char *words = xstrdup(str_text(&a->prompt.line.text));

	if (words[0] != '\0')
		xstrset(&a->prompt.last[a->prompt.cmd], words);
	a->prompt.open = false;
	line_edit_set(&a->prompt.line, "");
	lines_clear(&a->prompt.echo);
	return words;
}

void
app_prompt_park(struct app *a)
{
	struct view *v = app_top(a);
	enum cmd c = a->prompt.cmd;
	char *words = close_prompt(a);

	if (c == CMD_FILTER)
		(void)v->ops->filter(v, "");
	else if (c == CMD_COMMAND)
		palette_park(a, words);
	else if (v->ops->park != NULL)
		v->ops->park(v, c, words);
	free(words);
}

/* What was typed are the words of a command. */
static void
hand_over(struct app *a, enum cmd c)
{
	struct view *v = app_top(a);
	char *words = close_prompt(a);

	if (c == CMD_COMMAND)
		palette_run(a, words);
	else if (c == CMD_FILTER)
		(void)v->ops->filter(v, words);
	else if (c == CMD_GO_TO)
		app_command(a, c, words);
	else
		v->ops->command(v, c, words);
	free(words);
}

void
app_prompt_accept(struct app *a)
{
	hand_over(a, a->prompt.cmd);
}

/* Who is looked for in vain is a new client. */
static bool
is_new_client(const struct app *a, const struct key *k)
{
	const struct view *v = app_top(a);

	return a->prompt.cmd == CMD_FIND &&
	    command_by_key(v->ops->where(v), k->name) == CMD_ADD_CLIENT;
}

/* What the words are for, and every key. */
static void
say_help(struct app *a)
{
	const struct command *r = &commands[a->prompt.cmd];
	struct str keys = {0};
	char key[COMMAND_KEY_SIZE];

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		if (c != CMD_HELP_TYPING && (commands[c].where & IN_PROMPT) != 0 &&
		    command_key(c, 0, key))
			str_addf(&keys, "%s%s: %s", keys.n > 0 ? ".  " : "", key, commands[c].help);
	}
	lines_clear(&a->prompt.echo);
	lines_add(&a->prompt.echo, ROLE_MESSAGE, "%s%s%s: %s", r->name,
	    r->args[0] != '\0' ? " " : "", r->args, r->help);
	lines_add(&a->prompt.echo, ROLE_TEXT, "%s.", str_text(&keys));
	str_release(&keys);
}

void
app_prompt_forget(struct app *a)
{
	for (size_t i = 0; i < CMD_COUNT; i++) {
		free(a->prompt.last[i]);
		a->prompt.last[i] = NULL;
	}
}

static void
recall(struct app *a)
{
	const char *last = a->prompt.last[a->prompt.cmd];

	if (last == NULL)
		return;
	a->prompt.old = false;
	line_edit_set(&a->prompt.line, last);
	app_prompt_echo(a);
}

static void
forget_old(struct app *a)
{
	if (a->prompt.old)
		line_edit_set(&a->prompt.line, "");
	a->prompt.old = false;
}

static void
edit(struct app *a, const struct key *k, enum cmd c)
{
	if (c == CMD_NONE && key_text(k) != NULL)
		forget_old(a);
	a->prompt.old = false;
	if (c == CMD_NONE && key_text(k) != NULL)
		line_edit_insert(&a->prompt.line, key_text(k));
	else
		line_edit_command(&a->prompt.line, c);
	app_prompt_echo(a);
}

void
app_prompt_key(struct app *a, const struct key *k)
{
	enum cmd c = command_by_key(IN_PROMPT, k->name);

	switch (c) {
	case CMD_ACCEPT:
		app_prompt_accept(a);
		return;
	case CMD_PARK:
	case CMD_QUIT:
		app_prompt_park(a);
		if (c == CMD_QUIT)
			app_command(a, c, NULL);
		return;
	case CMD_REDRAW:
		app_command(a, c, NULL);
		return;
	case CMD_HELP_TYPING:
		say_help(a);
		return;
	case CMD_TO_LIST:
		if (a->prompt.cmd == CMD_FIND || a->prompt.cmd == CMD_FILTER)
			app_prompt_accept(a);
		return;
	case CMD_RECALL:
		recall(a);
		return;
	case CMD_COMPLETE:
		if (a->prompt.cmd == CMD_COMMAND)
			palette_complete(a);
		return;
	default:
		break;
	}
	if (c == CMD_NONE && is_new_client(a, k)) {
		hand_over(a, CMD_ADD_CLIENT);
		return;
	}
	edit(a, k, c);
}

void
app_prompt_paste(struct app *a, const char *text)
{
	if (!a->prompt.open) {
		app_say(a, ROLE_CAUTION,
		    "pasted text runs no commands; open a prompt first, like n or :");
		return;
	}
	forget_old(a);
	if (line_edit_paste(&a->prompt.line, text))
		app_prompt_echo(a);
	else
		lines_add(&a->prompt.echo, ROLE_PROBLEM, "too long to paste here");
}
