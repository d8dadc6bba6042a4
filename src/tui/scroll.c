#include "scroll.h"

#include <frontdesk/text.h>

void
scroll_fit(struct scroll *s)
{
	size_t rows = s->rows > 0 ? (size_t)s->rows : 1;

	if (s->at >= s->n)
		s->at = s->n > 0 ? s->n - 1 : 0;
	if (s->top + rows > s->n)
		s->top = s->n > rows ? s->n - rows : 0;
	if (s->at < s->top)
		s->top = s->at;
	if (s->at >= s->top + rows)
		s->top = s->at - rows + 1;
}

bool
scroll_command(struct scroll *s, enum cmd c)
{
	size_t page = s->rows > 1 ? (size_t)s->rows - 1 : 1;

	switch (c) {
	case CMD_UP:
		s->at -= s->at > 0;
		break;
	case CMD_DOWN:
		s->at++;
		break;
	case CMD_EARLIER:
		s->at -= s->at > page ? page : s->at;
		break;
	case CMD_LATER:
		s->at += page;
		break;
	case CMD_TOP:
		s->at = 0;
		break;
	case CMD_BOTTOM:
		s->at = s->n;
		break;
	default:
		return false;
	}
	scroll_fit(s);
	return true;
}

void
scroll_draw(const struct scroll *s, struct canvas *c, int row, int column, int width,
    enum role (*line)(const void *arg, size_t i, struct str *out), const void *arg)
{
	for (int i = 0; i < s->rows && s->top + (size_t)i < s->n; i++) {
		const size_t n = s->top + (size_t)i;
		const bool selected = n == s->at;
		struct str text = {0}, shown = {0};
		enum role role = line(arg, n, &text);

		if (selected) {
			role = ROLE_SELECTED;
			c->cursor_row = row + i;
			c->cursor_column = column;
		}
		canvas_text(c, row + i, column, 2, role, selected ? "> " : "");
		text_pad(&shown, str_text(&text), width - 2, TEXT_LEFT);
		canvas_text(c, row + i, column + 2, width - 2, role, str_text(&shown));
		str_release(&text);
		str_release(&shown);
	}
}
