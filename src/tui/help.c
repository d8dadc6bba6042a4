/* The help overlay. Every line of it comes from the command table. */
#include "help.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/appt.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "app.h"
#include "day_strip.h"

enum { KEYS_WIDTH = 16, MARGIN = 1, FIRST_ROW = 2, ROWS_BELOW = 3 };

static const struct {
	unsigned where;
	const char *title;
} modes[] = {
#define X(id, bit, title) {IN_##id, title},
    MODE_LIST(X)
#undef X
};

static const char every_place[] = "On every screen";

struct help {
	struct view view; /* first */
	unsigned where; /* the mode it was called from */
	bool all; /* of every mode */
	char *filter; /* owned; folded words; "" = none */
	char *typed; /* owned; the same as typed */
	struct lines lines;
	int rows; /* of text on show */
	int top; /* the first line on show */
};

/* A title with nothing under it goes. */
static void
drop_lone_title(struct help *h, size_t at)
{
	if (h->lines.n == at + 1)
		free(h->lines.v[--h->lines.n].text);
}

static void
add_sign(struct help *h, const char *sign, const char *text)
{
	if (lines_fit(h->filter, sign) || lines_fit(h->filter, text))
		lines_add(&h->lines, ROLE_TEXT, "%s  %s", sign, text);
}

/* What the characters of the grid say. */
static void
add_legend(struct help *h)
{
	static const struct {
		enum glyph glyph;
		const char *text;
	} signs[] = {
#define X(id, utf8, ascii, text) {GLYPH_##id, text},
		SIGN_LIST(X)
#undef X
	};
	size_t before = h->lines.n;

	lines_add(&h->lines, ROLE_HEAD, "Signs of the day");
	for (enum appt_state s = 0; s < APPT_STATE_COUNT; s++) {
		char sign[] = {appt_state_char(s), '\0'};

		add_sign(h, sign, appt_state_title(s));
	}
	for (size_t i = 0; i < array_size(signs); i++)
		add_sign(h, glyph_text(signs[i].glyph, h->view.app->ascii), signs[i].text);
	drop_lone_title(h, before);
}

/* What the characters of a day in one line say. */
static void
add_strip(struct help *h)
{
	static const struct {
		const char sign[2];
		const char *text;
	} signs[] = {
#define X(id, sign, text) {{sign, '\0'}, text},
		STRIP_LIST(X)
#undef X
	};
	size_t before = h->lines.n;

	lines_add(&h->lines, ROLE_HEAD, "Signs of a day in one line, like 09##10++11..12//");
	for (size_t i = 0; i < array_size(signs); i++)
		add_sign(h, signs[i].sign, signs[i].text);
	drop_lone_title(h, before);
}

/* Of what every place has, that which is understood here. */
static bool
listed(const struct help *h, uint64_t where, unsigned mode)
{
	const bool here = h->all || (where & (h->where | FROM_PLACES)) != 0;

	return here && command_listed(where, mode);
}

/* The keys of a command; without those that another one has here. None: by its name alone. */
static void
add_keys(const struct help *h, enum cmd c, struct str *out)
{
	char key[COMMAND_KEY_SIZE];

	for (size_t n = 0; command_key(c, n, key); n++) {
		const enum cmd other = h->all ? c : command_by_key(h->where, key);

		if (other == c || other == CMD_NONE)
			str_addf(out, "%s%s", out->n > 0 ? " " : "", key);
	}
	if (out->n == 0)
		str_addf(out, ":%s", commands[c].name);
}

static void
add_mode(struct help *h, unsigned where, const char *title)
{
	const size_t before = h->lines.n;
	const bool titled = h->all || where == IN_PLACES;

	if (titled)
		lines_add(&h->lines, ROLE_HEAD, "%s", title);
	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		const struct command *r = &commands[c];
		struct str line = {0}, keys = {0};

		if (!listed(h, r->where, where))
			continue;
		add_keys(h, c, &keys);
		text_pad(&line, str_text(&keys), KEYS_WIDTH - 1, TEXT_LEFT);
		str_addf(&line, " %s", r->help);
		if (lines_fit(h->filter, r->keys) || lines_fit(h->filter, r->label) ||
		    lines_fit(h->filter, r->help) || lines_fit(h->filter, r->name))
			lines_add(&h->lines, ROLE_TEXT, "%s", str_text(&line));
		str_release(&line);
		str_release(&keys);
	}
	if (titled)
		drop_lone_title(h, before);
}

static void
fill(struct help *h)
{
	lines_clear(&h->lines);
	if (h->all)
		add_mode(h, IN_PLACES, every_place);
	for (size_t i = 0; i < array_size(modes); i++) {
		if (h->all || (modes[i].where & h->where) != 0)
			add_mode(h, modes[i].where, modes[i].title);
	}
	if (!h->all && (h->where & (IN_PLACES | IN_CARD)) != 0)
		add_mode(h, IN_PLACES, every_place);
	if (h->all || h->where == IN_DAY)
		add_legend(h);
	if (h->all || (h->where & (IN_BOOKING | IN_EDIT)) != 0)
		add_strip(h);
	if (h->lines.n == 0)
		lines_add(&h->lines, ROLE_TEXT, "No command with these words.");
	h->top = 0;
}

static void
scroll(struct help *h, int by)
{
	int last = (int)h->lines.n - h->rows;

	h->top += by;
	if (h->top > last)
		h->top = last;
	if (h->top < 0)
		h->top = 0;
}

static unsigned
help_where(const struct view *v)
{
	(void)v;
	return IN_HELP;
}

static void
help_draw(const struct view *v, struct canvas *c)
{
	const struct help *h = (const struct help *)v;
	struct str title = {0};
	bool more = h->top + h->rows < (int)h->lines.n;

	str_addf(&title, " Help: %s%s%s%s%s ", h->all ? "all keys" : "keys of this screen",
	    h->filter[0] != '\0' ? " with \"" : "", h->typed, h->filter[0] != '\0' ? "\"" : "",
	    h->all ? "" : "; ? for all");
	canvas_box(c, FIRST_ROW, MARGIN, h->rows + 2, c->columns - 2 * MARGIN, str_text(&title),
	    more ? " More: PgDn " : "");
	for (int i = 0; i < h->rows && h->top + i < (int)h->lines.n; i++) {
		const struct said *line = &h->lines.v[h->top + i];

		canvas_text(c, FIRST_ROW + 1 + i, MARGIN + 2, c->columns - 2 * MARGIN - 3,
		    line->role, line->text);
	}
	c->cursor_row = FIRST_ROW + 1;
	c->cursor_column = MARGIN + 2;
	str_release(&title);
}

static const char *
help_filter(struct view *v, const char *words)
{
	struct help *h = (struct help *)v;
	struct str folded = {0};

	if (words != NULL) {
		text_fold(&folded, words, TEXT_FOLD_PLAIN);
		xstrset(&h->typed, words);
		free(h->filter);
		h->filter = str_take(&folded);
		fill(h);
	}
	return h->typed;
}

static void
help_command(struct view *v, enum cmd c, const char *words)
{
	struct help *h = (struct help *)v;

	(void)words;
	switch (c) {
	case CMD_HELP:
		h->all = !h->all;
		fill(h);
		break;
	case CMD_UP:
		scroll(h, -1);
		break;
	case CMD_DOWN:
		scroll(h, 1);
		break;
	case CMD_EARLIER:
		scroll(h, -h->rows);
		break;
	case CMD_LATER:
		scroll(h, h->rows);
		break;
	case CMD_TOP:
		scroll(h, -(int)h->lines.n);
		break;
	case CMD_BOTTOM:
		scroll(h, (int)h->lines.n);
		break;
	default:
		break;
	}
}

static void
help_resize(struct view *v, int rows, int columns)
{
	struct help *h = (struct help *)v;

	(void)columns;
	h->rows = rows - FIRST_ROW - ROWS_BELOW - 2;
	scroll(h, 0);
}

static void
help_release(struct view *v)
{
	struct help *h = (struct help *)v;

	lines_release(&h->lines);
	free(h->filter);
	free(h->typed);
	free(h);
}

static const struct view_ops help_ops = {
    .where = help_where,
    .draw = help_draw,
    .command = help_command,
    .filter = help_filter,
    .resize = help_resize,
    .release = help_release,
};

struct view *
help_new(struct app *a, unsigned where)
{
	struct help *h = xcalloc(1, sizeof(*h));

	h->view = (struct view){.ops = &help_ops, .app = a};
	h->where = where;
	h->filter = xstrdup("");
	h->typed = xstrdup("");
	fill(h);
	return &h->view;
}
