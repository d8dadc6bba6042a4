/* Cells, and the one primitive that writes them. */
#include "canvas.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { ZWJ = 0x200D, REPLACEMENT = 0xFFFD, MARGIN = 2 };

static struct cell *
cell_at(const struct canvas *c, int row, int column)
{
	return &c->v[row * c->columns + column];
}

static void
set_blank(struct cell *at, enum role role)
{
	*at = (struct cell){.cp = {' '}, .role = role};
}

void
canvas_init(struct canvas *c, int rows, int columns, bool ascii)
{
	*c = (struct canvas){.rows = rows, .columns = columns, .ascii = ascii};
	c->v = xcalloc((size_t)rows * (size_t)columns, sizeof(*c->v));
	for (int i = 0; i < rows * columns; i++)
		set_blank(&c->v[i], ROLE_TEXT);
}

void
canvas_release(struct canvas *c)
{
	free(c->v);
	*c = (struct canvas){0};
}

const struct cell *
canvas_cell(const struct canvas *c, int row, int column)
{
	return cell_at(c, row, column);
}

/* Makes the cell free to be written: the other half of a wide character in it goes. */
static struct cell *
claim(struct canvas *c, int row, int column, enum role role)
{
	struct cell *at = cell_at(c, row, column);

	if (at->cp[0] == 0 && column > 0)
		set_blank(at - 1, (at - 1)->role);
	if (column + 1 < c->columns && at[1].cp[0] == 0)
		set_blank(at + 1, at[1].role);
	set_blank(at, role);
	return at;
}

static void
add_mark(struct cell *to, uint32_t cp)
{
	for (size_t i = 1; to != NULL && i < CELL_CODEPOINTS; i++) {
		if (to->cp[i] == 0) {
			to->cp[i] = cp;
			return;
		}
	}
}

int
canvas_text(struct canvas *c, int row, int column, int width, enum role role, const char *text)
{
	size_t left = strlen(text);
	struct cell *last = NULL; /* the one that takes the marks that follow */
	int used = 0;

	if (row < 0 || row >= c->rows || column < 0)
		return 0;
	if (width > c->columns - column)
		width = c->columns - column;
	while (left > 0) {
		uint32_t cp;
		size_t n = text_decode(text, left, &cp);
		int wide = codepoint_width(cp);

		text += n;
		left -= n;
		if (wide == 0) {
			if (cp != ZWJ)
				add_mark(last, cp);
			continue;
		}
		if (wide < 0) {
			cp = REPLACEMENT;
			wide = 1;
		}
		if (used + wide > width)
			break;
		last = claim(c, row, column + used, role);
		last->cp[0] = cp;
		if (wide == 2)
			claim(c, row, column + used + 1, role)->cp[0] = 0;
		used += wide;
	}
	for (int i = used; i < width; i++)
		claim(c, row, column + i, role);
	return used;
}

void
canvas_fill(struct canvas *c, int row, int column, int width, enum role role, enum glyph glyph)
{
	for (int i = 0; i < width; i++)
		canvas_text(c, row, column + i, 1, role, canvas_glyph(c, glyph));
}

static void
draw_edge(struct canvas *c, int row, int column, int columns, enum glyph west, enum glyph east,
    const char *text)
{
	const int width = text_width(text), most = columns - 4, shown = width < most ? width : most;
	struct str cut = {0};

	text_pad(&cut, text, shown, TEXT_LEFT);
	canvas_fill(c, row, column, columns, ROLE_RULE, GLYPH_EDGE);
	canvas_text(c, row, column, 1, ROLE_RULE, canvas_glyph(c, west));
	canvas_text(c, row, column + columns - 1, 1, ROLE_RULE, canvas_glyph(c, east));
	canvas_text(c, row, column + 2, shown, ROLE_HEAD, str_text(&cut));
	str_release(&cut);
}

/* Scraps of what lies below, which might seem to be of the box. */
static void
hide_beside(struct canvas *c, int row, int rows, int column, int columns)
{
	const int right = column + columns;

	for (int i = row; i < row + rows; i++) {
		canvas_text(c, i, 0, column, ROLE_TEXT, "");
		canvas_text(c, i, right, c->columns - right, ROLE_TEXT, "");
	}
}

void
canvas_box(struct canvas *c, int row, int column, int rows, int columns, const char *title,
    const char *note)
{
	const char *side = canvas_glyph(c, GLYPH_VERTICAL);

	if (column <= MARGIN)
		hide_beside(c, row, rows, column, columns);
	draw_edge(c, row, column, columns, GLYPH_CORNER_NW, GLYPH_CORNER_NE, title);
	for (int i = 1; i < rows - 1; i++) {
		canvas_text(c, row + i, column, columns, ROLE_RULE, side);
		canvas_text(c, row + i, column + columns - 1, 1, ROLE_RULE, side);
	}
	draw_edge(c, row + rows - 1, column, columns, GLYPH_CORNER_SW, GLYPH_CORNER_SE, note);
}

const char *
canvas_glyph(const struct canvas *c, enum glyph glyph)
{
	return glyph_text(glyph, c->ascii);
}

void
canvas_dump(const struct canvas *c, struct str *out)
{
	for (int row = 0; row < c->rows; row++) {
		size_t end = out->n; /* of what is not blank */

		for (int column = 0; column < c->columns; column++) {
			const struct cell *at = cell_at(c, row, column);

			for (size_t i = 0; i < CELL_CODEPOINTS && at->cp[i] != 0; i++)
				text_encode(out, at->cp[i]);
			if (at->cp[0] != 0 && at->cp[0] != ' ')
				end = out->n;
		}
		str_cut(out, end);
		str_addc(out, '\n');
	}
}
