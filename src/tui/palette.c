#include "palette.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>
#include <frontdesk/when.h>

#include "booking.h"
#include "client_card.h"
#include "day.h"
#include "palette_book.h"

enum {
	SHOWN = 5,
	GAP = 2,
	HEAD_MOST = 24, /* columns of a name with its arguments, and of its keys */
	KEYS_MOST = 15,
};

/* The mode the commands are of: that of the view, not of the prompt over it. */
static unsigned
mode(const struct app *a)
{
	const struct view *v = app_top(a);

	return v->ops->where(v);
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

/* The verbs of the command line, and what is here instead. */
static const struct {
	enum cmd verb, here;
} verbs[] = {
    {CMD_BOOK, CMD_NEW},
    {CMD_BOOK, CMD_BOOK_FOR},
    {CMD_NEW, CMD_BOOK_FOR},
    {CMD_MOVE, CMD_PICK_UP},
    {CMD_ACK, CMD_ACKNOWLEDGE},
    {CMD_VISIT, CMD_SESSION},
    {CMD_CONSENT, CMD_SIGNED},
    {CMD_CLEARANCE, CMD_CLEARED},
    {CMD_AGENDA, CMD_DAY},
    {CMD_LOG, CMD_HISTORY},
};

static enum cmd
in_place_of(const struct app *a, enum cmd verb)
{
	for (size_t i = 0; i < array_size(verbs); i++) {
		if (verbs[i].verb == verb && (commands[verbs[i].here].where & mode(a)) != 0)
			return verbs[i].here;
	}
	return CMD_NONE;
}

/* The command that the text begins with, whole; *words: what stands behind its name. */
static enum cmd
named(const struct app *a, const char *text, const char **words)
{
	struct word_list l = {0};
	enum cmd c = CMD_NONE;
	size_t used = 0;

	if (words_split(text, &l) == ERR_OK && l.n > 0)
		c = command_by_name(mode(a), l.v[0].text, l.n > 1 ? l.v[1].text : NULL, &used);
	*words = words_behind(text, used);
	if (c == CMD_NONE && l.n > 0)
		c = in_place_of(a, command_by_name(IN_CLI | IN_DAY, l.v[0].text, NULL, &used));
	*words = words_behind(text, used);
	word_list_release(&l);
	return c;
}

/* The name of a command, or of the verb it is here for, that begins so; NULL: none does. */
static const char *
begins(const struct app *a, enum cmd c, const char *typed)
{
	const size_t n = strlen(typed);

	if ((commands[c].where & mode(a)) == 0)
		return NULL;
	if (strncmp(commands[c].name, typed, n) == 0)
		return commands[c].name;
	for (size_t i = 0; i < array_size(verbs); i++) {
		const char *verb = commands[verbs[i].verb].name;

		if (verbs[i].here == c && strncmp(verb, typed, n) == 0)
			return verb;
	}
	return NULL;
}

/* Whether the word is one of what is told of the command. */
static const char *
tells(const struct app *a, enum cmd c, const char *typed)
{
	struct str folded = {0};
	bool fits;

	text_fold(&folded, typed, TEXT_FOLD_PLAIN);
	fits = (commands[c].where & mode(a)) != 0 &&
	    (lines_fit(str_text(&folded), commands[c].label) ||
		lines_fit(str_text(&folded), commands[c].help));
	str_release(&folded);
	return fits ? commands[c].name : NULL;
}

/* The only command whose name begins so; CMD_NONE: there is none, or there are several. */
static enum cmd
only_one(const struct app *a, const char *typed)
{
	enum cmd found = CMD_NONE;

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		if (begins(a, c, typed) == NULL)
			continue;
		if (found != CMD_NONE)
			return CMD_NONE;
		found = c;
	}
	return found;
}

/* The first of those commands, and what they take of the columns of a list. */
struct found {
	struct {
		enum cmd cmd;
		struct str head; /* its name and arguments */
	} v[SHOWN];
	size_t n, more;
	int head, keys;
};

static void
widen(int *columns, const char *text, int most)
{
	const int width = text_width(text) < most ? text_width(text) : most;

	if (*columns < width)
		*columns = width;
}

static void
find(const struct app *a, const char *typed,
    const char *(*by)(const struct app *a, enum cmd c, const char *typed), struct found *out)
{
	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		const char *name = by(a, c, typed);
		struct str *head;

		if (name == NULL)
			continue;
		if (out->n == SHOWN) {
			out->more++;
			continue;
		}
		out->v[out->n].cmd = c;
		head = &out->v[out->n++].head;
		str_addf(
		    head, "%s%s%s", name, commands[c].args[0] != '\0' ? " " : "", commands[c].args);
		widen(&out->head, str_text(head), HEAD_MOST);
		widen(&out->keys, commands[c].keys, KEYS_MOST);
	}
}

/* A row each, in columns; beside others the help is cut rather than broken. Returns how many more
 * there are. */
static size_t
list(const struct app *a, const char *typed,
    const char *(*by)(const struct app *a, enum cmd c, const char *typed), struct lines *out)
{
	struct found l = {0};

	find(a, typed, by, &l);
	for (size_t i = 0; i < l.n; i++) {
		const struct command *r = &commands[l.v[i].cmd];
		const int left = a->columns - l.head - l.keys - 2 * GAP;
		struct str row = {0};

		text_pad(&row, str_text(&l.v[i].head), l.head, TEXT_LEFT);
		str_addf(&row, "%*s", GAP, "");
		text_pad(&row, r->keys, l.keys, TEXT_LEFT);
		str_addf(&row, "%*s", l.keys > 0 ? GAP : 0, "");
		if (l.n > 1)
			text_pad(&row, r->help, left, TEXT_LEFT);
		else
			str_add(&row, r->help);
		lines_add(out, ROLE_TEXT, "%s", str_text(&row));
		str_release(&row);
		str_release(&l.v[i].head);
	}
	return l.more;
}

void
palette_echo(const struct app *a, struct lines *out)
{
	const char *typed = str_text(&a->prompt.line.text), *words;
	enum cmd c = named(a, typed, &words);
	size_t more;

	if (c == CMD_NEW && words[0] != '\0') {
		palette_book_echo(a, words, out);
		return;
	}
	if (c != CMD_NONE && words[0] != '\0') { /* by the name it was called */
		lines_add(out, ROLE_TEXT, "%.*s%s  %s", (int)(words - typed), typed,
		    commands[c].args, commands[c].help);
		return;
	}
	more = list(a, typed, begins, out);
	if (more > 0)
		lines_add(out, ROLE_FREE, "%zu more; Tab completes", more);
	if (out->n == 0)
		(void)list(a, typed, tells, out);
	if (out->n == 0)
		lines_add(out, ROLE_CAUTION, "no command begins so; Esc and ? list them");
}

/* --- Completion ------------------------------------------------------------------------------ */

/* What can be completed, and what all of it has in common. */
struct candidates {
	const char *typed;
	struct str all, common;
	size_t n;
};

static void
add(struct candidates *l, const char *word)
{
	size_t same = 0;

	if (word == NULL || strncasecmp(word, l->typed, strlen(l->typed)) != 0)
		return;
	str_addf(&l->all, "%s%s", l->n++ > 0 ? "  " : "", word);
	if (l->n == 1)
		str_add(&l->common, word);
	while (same < l->common.n && word[same] == l->common.v[same])
		same++;
	str_cut(&l->common, same);
}

/* "dt", or with the lengths it is offered in. */
static void
add_service(struct candidates *l, const struct service *s, civil_day today)
{
	const size_t n = strlen(s->code);
	money_cents price;

	if (!s->active)
		return;
	if (strncasecmp(s->code, l->typed, n) != 0) { /* the code itself is not whole yet */
		add(l, s->code);
		return;
	}
	for (size_t i = 0; i < s->durations.n; i++) {
		struct str word = {0};

		str_addf(&word, "%s%d", s->code, s->durations.v[i].minutes);
		if (s->durations.v[i].from <= today &&
		    service_price(s, s->durations.v[i].minutes, today, &price) &&
		    strstr(str_text(&l->all), str_text(&word)) == NULL)
			add(l, str_text(&word));
		str_release(&word);
	}
}

/* The words of the practice: who, what and where; of a booking the clients, too. */
static void
add_words(struct candidates *l, const struct app *a, enum cmd c)
{
	const struct practice *p = &a->desk->practice;
	struct words clients = {0};

	for (size_t i = 0; i < p->therapists.n; i++)
		add(l, p->therapists.v[i].active ? p->therapists.v[i].code : NULL);
	for (size_t i = 0; i < p->rooms.n; i++)
		add(l, p->rooms.v[i].active ? p->rooms.v[i].code : NULL);
	for (size_t i = 0; i < p->services.n; i++)
		add_service(l, &p->services.v[i], civil_day_of(a->now));
	if (c == CMD_NEW)
		palette_book_clients(a, l->typed, &clients);
	for (size_t i = 0; i < clients.n; i++)
		add(l, clients.v[i]);
	words_release(&clients);
}

void
palette_complete(struct app *a)
{
	char *typed = xstrdup(str_text(&a->prompt.line.text));
	const char *words;
	enum cmd c = named(a, typed, &words);
	struct candidates l = {.typed = typed};
	struct str line = {0};

	if (c != CMD_NONE && words > typed && words[-1] == ' ') {
		const char *blank = strrchr(typed, ' ');

		l.typed = blank + 1;
		if (commands[c].args[0] != '\0')
			add_words(&l, a, c);
	} else {
		for (c = CMD_NONE + 1; c < CMD_COUNT; c++)
			add(&l, begins(a, c, typed));
	}
	if (l.n > 0) {
		str_addn(&line, typed, (size_t)(l.typed - typed));
		str_add(&line, str_text(&l.common));
		line_edit_set(&a->prompt.line, str_text(&line));
	}
	app_prompt_echo(a);
	if (l.n > 1) {
		lines_clear(&a->prompt.echo);
		lines_add(&a->prompt.echo, ROLE_TEXT, "%s", str_text(&l.all));
	}
	str_release(&l.all);
	str_release(&l.common);
	str_release(&line);
	free(typed);
}

/* --- Running --------------------------------------------------------------------------------- */

static void
unknown_name(struct app *a, const char *text)
{
	enum cmd near = command_near(mode(a), text);

	app_ask(a, CMD_COMMAND, ":", text);
	lines_clear(&a->prompt.echo);
	if (near == CMD_NONE)
		lines_add(
		    &a->prompt.echo, ROLE_PROBLEM, "no command \"%s\"; Esc and ? list them", text);
	else
		lines_add(&a->prompt.echo, ROLE_PROBLEM, "no command \"%s\"; did you mean \"%s\"?",
		    text, commands[near].name);
}

/* What was typed behind a command that takes no words is not dropped. */
static void
refuse_words(struct app *a, enum cmd c, const char *text, const char *words)
{
	app_ask(a, CMD_COMMAND, ":", text);
	lines_clear(&a->prompt.echo);
	lines_add(&a->prompt.echo, ROLE_PROBLEM, "\"%s\" is too much; %s takes no words here",
	    words, commands[c].name);
}

/* "open #39": its number; 0 = these are other words. */
static int64_t
record_number(const char *words)
{
	const char *figures = words + (words[0] == '#');

	return figures[0] != '\0' && figures[strspn(figures, "0123456789")] == '\0'
	    ? strtoll(figures, NULL, 10)
	    : 0;
}

/* Of a command that asks for words: these are they. */
static void
answer(struct app *a, enum cmd c, const char *words)
{
	if (a->prompt.open && a->prompt.cmd == c) {
		line_edit_set(&a->prompt.line, words);
		app_prompt_accept(a);
	} else if (app_typing(a)) {
		app_top(a)->ops->type(app_top(a), words);
	}
}

/* What a command does with words that has none by its key; false: nothing. */
static bool
run_with_words(struct app *a, enum cmd c, const char *words)
{
	const bool client = mode(a) == IN_CLIENTS;
	int64_t id = record_number(words);

	if (c == CMD_OPEN && client && desk_client_one(a->desk, words, &id) == ERR_OK)
		client_card_push(a, id);
	else if (c == CMD_OPEN && client)
		app_say_error(a);
	else if (c == CMD_OPEN && id != 0)
		day_open(a, id);
	else if (c == CMD_PICK_UP || c == CMD_DAY || c == CMD_HELP)
		app_command(a, c, NULL);
	else
		return false;
	if ((c == CMD_PICK_UP && mode(a) == IN_MOVE) || c == CMD_DAY)
		app_command(a, CMD_GO_TO, words);
	if (c == CMD_HELP) {
		app_command(a, CMD_FILTER, NULL);
		answer(a, CMD_FILTER, words);
	}
	return true;
}

static void
run(struct app *a, enum cmd c, const char *text, const char *words)
{
	if (words[0] != '\0' && run_with_words(a, c, words))
		return;
	if (words[0] != '\0' && (commands[c].args[0] == '\0' || c == CMD_UNDO) &&
	    c != CMD_LOCK) { /* which is not to fail */
		refuse_words(a, c, text, words);
		return;
	}
	app_command(a, c, NULL);
	if (words[0] != '\0')
		answer(a, c, words);
}

void
palette_run(struct app *a, const char *text)
{
	struct word_list l = {0};
	const char *words;
	enum cmd c = named(a, text, &words);
	enum err e = words_split(text, &l);
	bool none = l.n == 0;

	word_list_release(&l);
	if (e != ERR_OK)
		app_say_error(a);
	if (e != ERR_OK || none)
		return;
	if (c == CMD_NONE) {
		c = only_one(a, text);
		words = "";
	}
	if (c == CMD_NONE) {
		unknown_name(a, text);
		return;
	}
	/* The words say who: it is not whoever is selected. */
	if (c == CMD_BOOK_FOR && words[0] != '\0') {
		booking_push(a, &(struct booking_seed){.start = CIVIL_NONE, .words = words});
		return;
	}
	run(a, c, text, words);
}

void
palette_park(struct app *a, const char *text)
{
	const char *words;
	const enum cmd c = named(a, text, &words);

	if ((c != CMD_NEW && c != CMD_BOOK_FOR) || words[0] == '\0')
		return;
	palette_run(a, text);
	if ((app_where(a) & IN_BOOKING) != 0)
		app_park(a, app_top(a));
}
