/* How the chart of the body looks: the figures with their marks, or the list. */
#include "body_chart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "scroll.h"

enum {
	ABOVE = BODY_CHART_ABOVE,
	BELOW = BODY_CHART_BELOW,
	EDGES = BODY_CHART_EDGES,
	COLUMN = BODY_CHART_COLUMN,
	BESIDE = BODY_CHART_BESIDE,
};

static void
say_place(const struct body_chart *b, const char *code, char side, struct str *out)
{
	struct region r = {.side = side, .pain = PAIN_NONE};

	snprintf(r.code, sizeof(r.code), "%s", code);
	region_say_place(out, body_chart_words(b), &r);
}

/* "left low back: pain 7; left low back: focus", or that nothing is said. */
void
body_chart_focus(const struct view *v, struct str *out)
{
	const struct body_chart *b = (const struct body_chart *)v;
	const struct region_list *l = &b->form->now.regions;
	size_t n = 0;

	if (intake_form_is_shut(b->form))
		return;
	for (size_t i = 0; i < l->n; i++) {
		if (!body_chart_is_here(b, &l->v[i]))
			continue;
		str_add(out, n++ > 0 ? "; " : "");
		region_say(out, body_chart_words(b), &l->v[i]);
	}
	if (n > 0)
		return;
	say_place(b, b->code, b->side, out);
	str_addf(out, " (%s): nothing is said of it", b->code);
}

void
body_chart_hint(const struct view *v, struct str *out)
{
	(void)v;
	str_add(out, "As it is written: lbL7, tr B +; Enter goes back to the form");
}

static void
draw_chart(const struct body_chart *b, struct canvas *c)
{
	const size_t spot = body_chart_spot(b->code, b->side);
	struct str chart = {0};
	char *text;
	int row = ABOVE + 1;

	body_chart(&chart, &b->form->now.regions);
	text = str_take(&chart);
	for (char *s = text; *s != '\0'; row++) {
		size_t n = strcspn(s, "\n");

		s[n] = '\0';
		canvas_text(c, row, COLUMN, BODY_COLUMNS, ROLE_TEXT, s);
		s += n + 1;
	}
	free(text);
	if (spot == body_spot_count)
		return;
	c->cursor_row = ABOVE + 1 + body_spots[spot].row;
	c->cursor_column = COLUMN + body_spots[spot].column;
}

/* Down to the end of the chart; returns the next row. */
static int
draw_wrapped(struct canvas *c, int row, int column, int width, const char *text)
{
	for (int indent = 0; text[0] != '\0' && row < ABOVE + 1 + BODY_ROWS; row++, indent = 2) {
		const size_t n = lines_break(text, width - indent);
		struct str line = {0};

		str_addn(&line, text, n);
		canvas_text(c, row, column + indent, width - indent, ROLE_TEXT, str_text(&line));
		str_release(&line);
		text += n;
		text += text[0] == ' ';
	}
	return row;
}

/* Where we are, and all that is marked. */
static void
draw_beside(const struct body_chart *b, struct canvas *c)
{
	const struct region_list *l = &b->form->now.regions;
	const int width = c->columns - BESIDE - 2;
	int row = ABOVE + 1;
	struct str line = {0};

	str_add(&line, "> ");
	say_place(b, b->code, b->side, &line);
	canvas_text(c, row, BESIDE, width, ROLE_SELECTED, str_text(&line));
	c->cursor_row = row;
	c->cursor_column = BESIDE;
	row += 2;
	for (size_t i = 0; i < l->n; i++) {
		str_clear(&line);
		region_say(&line, body_chart_words(b), &l->v[i]);
		row = draw_wrapped(c, row, BESIDE, width, str_text(&line));
	}
	str_release(&line);
}

/* "lb  low back   7 focus" */
static enum role
list_row(const struct body_chart *b, const struct vocabulary_word *w, struct str *out)
{
	const struct region_list *l = &b->form->now.regions;
	const bool here = strcmp(w->code, b->code) == 0;
	bool said = false;

	str_addf(out, "%s%-3s ", here ? "> " : "  ", w->code);
	say_place(b, w->code, here ? b->side : 0, out);
	for (size_t i = 0; i < l->n; i++) {
		if (strcmp(l->v[i].code, w->code) != 0)
			continue;
		str_add(out, said ? " " : "   ");
		region_write(out, &l->v[i]);
		said = true;
	}
	return here ? ROLE_SELECTED : said ? ROLE_MESSAGE : ROLE_TEXT;
}

static void
draw_list(const struct body_chart *b, struct canvas *c, int rows)
{
	const struct vocabulary *l = body_chart_words(b);
	const struct vocabulary_word *shown[64];
	struct scroll s = {.rows = rows};

	for (size_t i = 0; i < l->n && s.n < array_size(shown); i++) {
		if (l->v[i].kind != VOCABULARY_REGION || !l->v[i].active)
			continue;
		if (strcmp(l->v[i].code, b->code) == 0)
			s.at = s.n;
		shown[s.n++] = &l->v[i];
	}
	scroll_fit(&s);
	for (int i = 0; i < rows && s.top + (size_t)i < s.n; i++) {
		struct str line = {0};
		enum role role = list_row(b, shown[s.top + (size_t)i], &line);

		canvas_text(
		    c, ABOVE + 1 + i, COLUMN, c->columns - 2 * COLUMN, role, str_text(&line));
		str_release(&line);
	}
	c->cursor_row = ABOVE + 1 + (int)(s.at - s.top);
	c->cursor_column = COLUMN;
}

void
body_chart_draw(const struct view *v, struct canvas *c)
{
	const struct body_chart *b = (const struct body_chart *)v;
	const int rows = c->rows - ABOVE - BELOW - app_covered(v->app);
	struct str title = {0};

	str_add(&title, " Places of ");
	intake_form_name(b->form, &title);
	str_addc(&title, ' ');
	canvas_box(c, ABOVE, 0, rows, c->columns, str_text(&title), "");
	str_release(&title);
	c->cursor_row = ABOVE + 1;
	c->cursor_column = COLUMN;
	if (intake_form_is_shut(b->form))
		return;
	if (body_chart_is_list(b)) {
		draw_list(b, c, rows - EDGES);
	} else {
		draw_beside(b, c);
		draw_chart(b, c);
	}
}
