/* The lines of every screen: title, heading, body, focus, message or prompt, footer. */
#include "app.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "lock.h"
#include "place.h"
#include "say.h"

enum { BODY_MIN = 6 }; /* lines that messages leave to the body */

static void
draw_title(const struct app *a, struct canvas *c)
{
	const struct settings *s = &a->desk->practice.settings;
	struct str left = {0}, right = {0};
	char hm[CIVIL_HM_SIZE];
	int used, begin;

	if (app_parked_count(a) > 0)
		str_addf(&right, "%zu parked  ", app_parked_count(a));
	str_addf(&right, "%s  user: %s", settings_hm(s, a->now, hm), a->desk->options.who);
	str_addf(&left, "[%s] %s%s%s ", settings_text(s, SETTING_NAME), app_place(a)->ops->title,
	    store_read_only(a->desk->store) ? " READ ONLY" : "", s->initials ? " PRIVACY" : "");
	begin = c->columns - text_width(str_text(&right));
	used = canvas_text(c, 0, 0, begin - 1, ROLE_TITLE, str_text(&left));
	canvas_fill(c, 0, used, begin - 1 - used, ROLE_RULE, GLYPH_HORIZONTAL);
	canvas_text(c, 0, begin, c->columns - begin, ROLE_TITLE, str_text(&right));
	str_release(&left);
	str_release(&right);
}

/* "[D Day]  ? Help  : Command": the places that can be gone to, the one we are at in brackets, and
 * the ways to everything else. */
/* Adds "D Day  ", in brackets when we are there; nothing when that is wider than so many columns.
 */
static void
add_way(struct str *out, enum cmd c, const char *name, bool here, int columns)
{
	struct str way = {0};
	char key[COMMAND_KEY_SIZE];

	command_key(c, 0, key);
	str_addf(&way, "%s%s %c%s%s  ", here ? "[" : "", key, toupper((unsigned char)name[0]),
	    name + 1, here ? "]" : "");
	if (text_width(str_text(out)) + text_width(str_text(&way)) <= columns)
		str_add(out, str_text(&way));
	str_release(&way);
}

/* The ways to everything that has no place of its own. */
static void
add_ways(struct str *out, bool welcome, int columns)
{
	static const enum cmd ways[] = {CMD_HELP, CMD_COMMAND};

	for (size_t i = 0; i < (welcome ? 1 : array_size(ways)); i++)
		add_way(out, ways[i], commands[ways[i]].label, false, columns);
}

static void
add_places(struct str *out, const struct view *here, int columns)
{
	for (size_t i = 0; place_at(i) != CMD_NONE; i++) {
		const char *name = commands[place_at(i)].name;

		add_way(out, place_at(i), name, strcasecmp(name, here->ops->title) == 0, columns);
	}
}

static void
draw_heading(const struct app *a, struct canvas *c)
{
	const struct view *place = app_place(a);
	struct str left = {0}, right = {0}, ways = {0};
	const bool welcome = place->ops->where(place) == IN_WELCOME; /* nowhere to go yet */
	int width, room;

	place->ops->heading(place, &right);
	width = text_width(str_text(&right));
	if (width > c->columns)
		width = c->columns;
	room = c->columns - width;
	add_ways(&ways, welcome, room);
	if (!welcome)
		add_places(&left, place, room - text_width(str_text(&ways)));
	if (!welcome && left.n == 0) { /* the footer has the help, too */
		str_clear(&ways);
		add_places(&left, place, room);
	}
	str_add(&left, str_text(&ways));
	canvas_text(c, 1, 0, room, ROLE_HEAD, str_text(&left));
	canvas_text(c, 1, room, width, ROLE_HEAD, str_text(&right));
	str_release(&left);
	str_release(&right);
	str_release(&ways);
}

/* Draws lines from `row` on, wrapped, at most `most` rows; returns how many. Without a canvas it
 * only counts. */
static int
draw_lines(struct canvas *c, const struct lines *l, int row, int columns, int most)
{
	int n = 0;

	for (size_t i = 0; i < l->n; i++) {
		const char *s = l->v[i].text;

		do {
			size_t bytes = lines_break(s, columns);

			if (n == most)
				return n;
			if (c != NULL) {
				struct str line = {0};

				str_addn(&line, s, bytes);
				canvas_text(c, row + n, 0, columns, l->v[i].role, str_text(&line));
				str_release(&line);
			}
			n++;
			s += bytes;
			s += s[0] == ' ';
		} while (s[0] != '\0');
	}
	return n;
}

static void
draw_prompt(const struct app *a, struct canvas *c, int row)
{
	const struct prompt *p = &a->prompt;
	int label = canvas_text(c, row, 0, c->columns, ROLE_HEAD, p->label);
	int width, column;
	size_t from;

	if (label > 1) /* ":" stands close to its words */
		label++;
	width = c->columns - label;
	from = line_edit_window(&p->line, width, &column);
	canvas_text(c, row, label, width, ROLE_INPUT, str_text(&p->line.text) + from);
	c->cursor_row = row;
	c->cursor_column = label + column;
}

/* Takes the blanks off its end. */
static void
trim(struct str *s)
{
	while (s->n > 0 && s->v[s->n - 1] == ' ')
		str_cut(s, s->n - 1);
}

/* On one row; what is cut ends in "…". */
static void
draw_cut(struct canvas *c, int row, enum role role, const char *text)
{
	struct str line = {0};

	str_add(&line, text);
	trim(&line);
	if (text_width(str_text(&line)) > c->columns) {
		str_cut(&line, text_fit(text, c->columns - 1, NULL));
		trim(&line);
		str_add(&line, "…");
	}
	canvas_text(c, row, 0, c->columns, role, str_text(&line));
	str_release(&line);
}

/* On one row, or two. */
static void
draw_focus(const struct app *a, struct canvas *c, int row, int rows)
{
	const struct view *v = app_top(a);
	struct str s = {0}, line = {0};
	const char *left;

	for (size_t i = a->n - 1; v->ops->focus == NULL; i--)
		v = a->views[i - 1];
	v->ops->focus(v, &s);
	left = str_text(&s);
	if (rows > 1 && text_width(left) > c->columns) {
		str_addn(&line, left, lines_break(left, c->columns));
		canvas_text(c, row++, 0, c->columns, ROLE_TEXT, str_text(&line));
		left += line.n;
		left += strspn(left, " ");
	}
	draw_cut(c, row, ROLE_TEXT, left);
	str_release(&s);
	str_release(&line);
}

static void
say_hint(const struct app *a, struct str *out)
{
	const struct view *v = app_top(a);

	for (size_t i = a->n - 1; v->ops->hint == NULL; i--)
		v = a->views[i - 1];
	v->ops->hint(v, out);
}

static const struct lines *
panel_lines(const struct app *a)
{
	return a->prompt.open ? &a->prompt.echo : &a->message;
}

int
app_covered(const struct app *a)
{
	int n = draw_lines(NULL, panel_lines(a), 0, a->columns, a->rows - BODY_MIN - 4);

	return a->prompt.open ? n : n > 1 ? n - 1 : 0;
}

/* What stands under the focus: the prompt with its echo, or the message, or a hint. */
static void
draw_panel(const struct app *a, struct canvas *c)
{
	const struct lines *l = panel_lines(a);
	int most = c->rows - BODY_MIN - 4;
	int n = draw_lines(NULL, l, 0, c->columns, most);
	int row = c->rows - 1 - n;
	struct str hint = {0};

	if (a->prompt.open) {
		draw_focus(a, c, row - 2, 1);
		draw_prompt(a, c, row - 1);
		draw_lines(c, l, row, c->columns, most);
	} else if (n > 0) {
		draw_focus(a, c, row - 1, 1);
		draw_lines(c, l, row, c->columns, most);
	} else {
		say_hint(a, &hint);
		draw_focus(a, c, row - 2, hint.n > 0 ? 1 : 2);
		if (hint.n > 0)
			draw_cut(c, row - 1, ROLE_FREE, str_text(&hint));
	}
	str_release(&hint);
}

static void
draw_footer(const struct app *a, struct canvas *c)
{
	const struct view *v = app_top(a);
	const uint64_t lacks = v->ops->lacks != NULL ? v->ops->lacks(v) : 0;
	struct str s = {0};

	if (app_where(a) == IN_REASON && v->ops->answers != NULL)
		v->ops->answers(v, c->columns - ANSWERS_LEAVE, &s);
	else if (app_where(a) == IN_REASON)
		say_reasons(a, 0, c->columns - ANSWERS_LEAVE, &s);
	command_footer(app_where(a), lacks, c->columns - text_width(str_text(&s)), &s);
	canvas_text(c, c->rows - 1, 0, c->columns, ROLE_KEY, str_text(&s));
	str_release(&s);
}

static void
draw_too_small(const struct app *a, struct canvas *c)
{
	struct lines l = {0};

	lines_add(&l, ROLE_PROBLEM, "Terminal too small: %d%s%d, need %d%s%d", a->columns,
	    a->ascii ? "x" : "×", a->rows, APP_COLUMNS_MIN, a->ascii ? "x" : "×", APP_ROWS_MIN);
	if (!a->lock.on)
		lines_add_all(&l, &a->message);
	draw_lines(c, &l, 0, c->columns, c->rows);
	lines_release(&l);
}

void
app_draw(const struct app *a, struct canvas *c)
{
	size_t first = 0;

	if (a->rows < APP_ROWS_MIN || a->columns < APP_COLUMNS_MIN) {
		draw_too_small(a, c);
		return;
	}
	if (a->lock.on) {
		lock_draw(a, c);
		return;
	}
	draw_title(a, c);
	draw_heading(a, c);
	while (a->views[first] != app_place(a))
		first++;
	for (size_t i = first; i < a->n; i++)
		a->views[i]->ops->draw(a->views[i], c);
	draw_panel(a, c);
	draw_footer(a, c);
}
