/* Editing one line, cluster by cluster. */
#include "line_edit.h"

#include <string.h>

#include <frontdesk/text.h>

void
line_edit_release(struct line_edit *e)
{
	str_release(&e->text);
	e->at = 0;
}

void
line_edit_set(struct line_edit *e, const char *text)
{
	str_clear(&e->text);
	str_add(&e->text, text);
	e->at = e->text.n;
}

void
line_edit_forget(struct line_edit *e)
{
	if (e->text.v != NULL)
		explicit_bzero(e->text.v, e->text.cap);
	line_edit_set(e, "");
}

bool
line_edit_insert(struct line_edit *e, const char *text)
{
	struct str tail = {0};
	size_t n = strlen(text);

	if (e->text.n + n > LINE_EDIT_MAX)
		return false;
	str_add(&tail, str_text(&e->text) + e->at);
	str_cut(&e->text, e->at);
	str_add(&e->text, text);
	str_add(&e->text, str_text(&tail));
	str_release(&tail);
	e->at += n;
	return true;
}

bool
line_edit_paste(struct line_edit *e, const char *text)
{
	struct str clean = {0};
	bool fits;

	text_clean(&clean, text, strlen(text), TEXT_LINE);
	fits = line_edit_insert(e, str_text(&clean));
	str_release(&clean);
	return fits;
}

/* Takes [from, until) out; the cursor stands where it was. */
static void
take_out(struct line_edit *e, size_t from, size_t until)
{
	struct str tail = {0};

	str_add(&tail, str_text(&e->text) + until);
	str_cut(&e->text, from);
	str_add(&e->text, str_text(&tail));
	str_release(&tail);
	e->at = from;
}

/* The beginning of the word before the cursor. */
static size_t
word_start(const struct line_edit *e)
{
	const char *s = str_text(&e->text);
	size_t at = e->at;

	while (at > 0 && s[at - 1] == ' ')
		at--;
	while (at > 0 && s[at - 1] != ' ')
		at--;
	return at;
}

bool
line_edit_command(struct line_edit *e, enum cmd c)
{
	const char *s = str_text(&e->text);

	switch (c) {
	case CMD_EDIT_LEFT:
		e->at = text_prev(s, e->at);
		return true;
	case CMD_EDIT_RIGHT:
		e->at = text_next(s, e->at);
		return true;
	case CMD_EDIT_HOME:
		e->at = 0;
		return true;
	case CMD_EDIT_END:
		e->at = e->text.n;
		return true;
	case CMD_EDIT_RUBOUT:
		take_out(e, text_prev(s, e->at), e->at);
		return true;
	case CMD_EDIT_DELETE:
		take_out(e, e->at, text_next(s, e->at));
		return true;
	case CMD_EDIT_WORD:
		take_out(e, word_start(e), e->at);
		return true;
	case CMD_EDIT_CLEAR:
		take_out(e, 0, e->text.n);
		return true;
	default:
		return false;
	}
}

/* Columns of the bytes [from, until) of the text. */
static int
columns_between(const struct line_edit *e, size_t from, size_t until)
{
	struct str part = {0};
	int columns;

	str_addn(&part, str_text(&e->text) + from, until - from);
	columns = text_width(str_text(&part));
	str_release(&part);
	return columns;
}

size_t
line_edit_window(const struct line_edit *e, int columns, int *column)
{
	size_t from = 0;

	while (columns_between(e, from, e->at) >= columns)
		from = text_next(str_text(&e->text), from);
	*column = columns_between(e, from, e->at);
	return from;
}
