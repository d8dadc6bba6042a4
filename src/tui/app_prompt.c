/* The prompt: a line to type, and what is understood of it underneath. */
#include "app.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>
#include <frontdesk/when.h>

void
app_prompt_echo(struct app *a)
{
	struct view *v = app_top(a);

	lines_clear(&a->prompt.echo);
	if (a->prompt.cmd != CMD_COMMAND && v->ops->echo != NULL)
		v->ops->echo(v, a->prompt.cmd, str_text(&a->prompt.line.text), &a->prompt.echo);
}

void
app_ask(struct app *a, enum cmd c, const char *label, const char *text)
{
	a->prompt.open = true;
	a->prompt.cmd = c;
	a->prompt.label = label;
	line_edit_set(&a->prompt.line, text);
	app_prompt_echo(a);
}

/* Closes the prompt and hands its words over, owned by the caller. */
static char *
close_prompt(struct app *a)
{
	char *words = xstrdup(str_text(&a->prompt.line.text));

	a->prompt.open = false;
	line_edit_set(&a->prompt.line, "");
	lines_clear(&a->prompt.echo);
	return words;
}

static void
park(struct app *a)
{
	struct view *v = app_top(a);
	enum cmd c = a->prompt.cmd;
	char *words = close_prompt(a);

	if (c != CMD_COMMAND && v->ops->park != NULL)
		v->ops->park(v, c, words);
	free(words);
}

/* The words behind the first n, without the blanks between. */
static const char *
words_behind(const char *text, size_t n)
{
	text += strspn(text, " ");
	for (; n > 0; n--) {
		text += strcspn(text, " ");
		text += strspn(text, " ");
	}
	return text;
}

static void
unknown_name(struct app *a, const char *text)
{
	enum cmd near = command_near(app_where(a), text);

	app_ask(a, CMD_COMMAND, ":", text);
	if (near == CMD_NONE)
		lines_add(&a->prompt.echo, ROLE_PROBLEM, "no command \"%s\"; ? lists them", text);
	else
		lines_add(&a->prompt.echo, ROLE_PROBLEM, "no command \"%s\"; did you mean \"%s\"?",
		    text, commands[near].name);
}

static void accept(struct app *a);

/* ":go to fri" is the command, then "fri" in the prompt or the dialog it opens. */
static void
run_by_name(struct app *a, const char *text)
{
	struct word_list l = {0};
	size_t used = 0;
	enum cmd c = CMD_NONE;

	if (words_split(text, &l) != ERR_OK) {
		app_say_error(a);
		return;
	}
	if (l.n > 0)
		c = command_by_name(app_where(a), l.v[0].text, l.n > 1 ? l.v[1].text : NULL, &used);
	if (c != CMD_NONE)
		app_command(a, c, NULL);
	else if (l.n > 0)
		unknown_name(a, text);
	if (c != CMD_NONE && l.n > used && a->prompt.open && a->prompt.cmd == c) {
		line_edit_set(&a->prompt.line, words_behind(text, used));
		accept(a);
	} else if (c != CMD_NONE && l.n > used && app_typing(a)) {
		app_top(a)->ops->type(app_top(a), words_behind(text, used));
	}
	word_list_release(&l);
}

/* What was typed are the words of a command. */
static void
hand_over(struct app *a, enum cmd c)
{
	struct view *v = app_top(a);
	char *words = close_prompt(a);

	if (c == CMD_COMMAND)
		run_by_name(a, words);
	else
		v->ops->command(v, c, words);
	free(words);
}

static void
accept(struct app *a)
{
	hand_over(a, a->prompt.cmd);
}

/* Completes the name of a command as far as it is certain, and lists what it could become. */
static void
complete(struct app *a)
{
	const struct view *v = app_top(a);
	unsigned where = v->ops->where(v);
	const char *typed = str_text(&a->prompt.line.text);
	struct str all = {0}, common = {0};
	size_t found = 0;

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		const char *name = commands[c].name;
		size_t same = 0;

		if ((commands[c].where & where) == 0 || strncmp(name, typed, strlen(typed)) != 0)
			continue;
		str_addf(&all, "%s%s", found++ > 0 ? "  " : "", name);
		if (found == 1)
			str_add(&common, name);
		while (same < common.n && name[same] == common.v[same])
			same++;
		str_cut(&common, same);
	}
	if (found > 0)
		line_edit_set(&a->prompt.line, str_text(&common));
	lines_clear(&a->prompt.echo);
	if (found != 1)
		lines_add(&a->prompt.echo, found == 0 ? ROLE_PROBLEM : ROLE_TEXT, "%s",
		    found == 0 ? "no command begins so" : str_text(&all));
	str_release(&all);
	str_release(&common);
}

/* Who is looked for in vain is a new client. */
static bool
is_new_client(const struct app *a, const struct key *k)
{
	const struct view *v = app_top(a);

	return a->prompt.cmd == CMD_FIND &&
	    command_by_key(v->ops->where(v), k->name) == CMD_NEW_CLIENT;
}

void
app_prompt_key(struct app *a, const struct key *k)
{
	enum cmd c = command_by_key(IN_PROMPT, k->name);
	const char *text = key_text(k);

	switch (c) {
	case CMD_ACCEPT:
		accept(a);
		return;
	case CMD_PARK:
		park(a);
		return;
	case CMD_QUIT:
		park(a);
		app_command(a, c, NULL);
		return;
	case CMD_REDRAW:
		app_command(a, c, NULL);
		return;
	case CMD_TO_LIST:
		if (a->prompt.cmd == CMD_FIND || a->prompt.cmd == CMD_FILTER)
			accept(a);
		return;
	case CMD_COMPLETE:
		if (a->prompt.cmd == CMD_COMMAND)
			complete(a);
		return;
	default:
		break;
	}
	if (c == CMD_NONE && is_new_client(a, k)) {
		hand_over(a, CMD_NEW_CLIENT);
		return;
	}
	if (c == CMD_NONE && text != NULL)
		line_edit_insert(&a->prompt.line, text);
	else
		line_edit_command(&a->prompt.line, c);
	app_prompt_echo(a);
}

void
app_prompt_paste(struct app *a, const char *text)
{
	if (!a->prompt.open) {
		app_say(a, ROLE_CAUTION,
		    "pasted text runs no commands; open a prompt first, like n or :");
		return;
	}
	if (line_edit_paste(&a->prompt.line, text))
		app_prompt_echo(a);
	else
		lines_add(&a->prompt.echo, ROLE_PROBLEM, "too long to paste here");
}
