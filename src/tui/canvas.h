/*
 * What is drawn, before a terminal sees it: a rectangle of cells and the place of the cursor. A
 * cell holds one spacing code point and up to four zero-width ones, as curses can; a wide character
 * takes two cells, the second of them empty.
 */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/str.h>

#include "theme.h"

enum { CELL_CODEPOINTS = 5 };

struct cell {
	uint32_t
	    cp[CELL_CODEPOINTS]; /* ended by 0; cp[0] 0 = the second half of a wide character */
	enum role role;
};

struct canvas {
	int rows, columns;
	bool ascii; /* which glyphs */
	struct cell *v; /* owned; rows x columns */
	int cursor_row, cursor_column;
};

/* Rows and columns >= 1. All cells are blank, the cursor is at 0, 0. */
void canvas_init(struct canvas *c, int rows, int columns, bool ascii);
void canvas_release(struct canvas *c);
const struct cell *canvas_cell(const struct canvas *c, int row, int column);

/*
 * The one primitive: draws one line of text into exactly `width` columns from there, cut or filled
 * up with blanks, and returns how many columns the text took. What lies outside the canvas is not
 * drawn. Control characters and those without a width become U+FFFD; ZWJ is dropped, so that
 * clusters lie in cells of their own; a wide character that fits only by half becomes a blank.
 */
int canvas_text(struct canvas *c, int row, int column, int width, enum role role, const char *text);
/* The glyph, over and over. */
void canvas_fill(
    struct canvas *c, int row, int column, int width, enum role role, enum glyph glyph);
/* A frame of so many rows and columns (>= 4), blank inside, the title in its upper edge and the
 * note in its lower one. Where hardly anything is left beside it, that is blank, too. */
void canvas_box(struct canvas *c, int row, int column, int rows, int columns, const char *title,
    const char *note);
const char *canvas_glyph(const struct canvas *c, enum glyph glyph);

/* The canvas as lines of text, blanks at their ends left out. */
void canvas_dump(const struct canvas *c, struct str *out);

#endif
