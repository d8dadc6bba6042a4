/*
 * How things look: one table of roles and one of glyphs. Views draw roles and glyphs; only
 * terminal.c knows what colour a role has on a terminal.
 */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdbool.h>

#include <frontdesk/sign.h>

enum colour {
	COLOUR_NONE, /* the terminal's own */
	COLOUR_RED,
	COLOUR_GREEN,
	COLOUR_YELLOW,
	COLOUR_BLUE,
	COLOUR_MAGENTA,
	COLOUR_CYAN,
};
enum { LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_REVERSE = 4, LOOK_UNDERLINE = 8 };

/* X(ROLE, colour, attributes). Nothing is told by colour alone: every status has its glyph and
 * word. */
#define ROLE_LIST(X) \
	X(TEXT, NONE, 0) \
	X(TITLE, NONE, LOOK_BOLD) \
	X(RULE, NONE, LOOK_DIM) \
	X(HEAD, NONE, LOOK_BOLD) \
	X(KEY, CYAN, 0) \
	X(SELECTED, NONE, LOOK_REVERSE) \
	X(MESSAGE, NONE, LOOK_BOLD) \
	X(PROBLEM, RED, LOOK_BOLD) \
	X(CAUTION, YELLOW, 0) \
	X(INPUT, NONE, LOOK_UNDERLINE) \
	X(OFF, NONE, LOOK_DIM) \
	X(FREE, NONE, LOOK_DIM) \
	X(NOW, YELLOW, 0) \
	X(PLANNED, NONE, 0) /* held, booked */ \
	X(CONFIRMED, CYAN, 0) \
	X(HERE, GREEN, LOOK_BOLD) /* arrived, in session */ \
	X(DONE, GREEN, 0) \
	X(GONE, MAGENTA, 0) /* cancelled, no-show, void */ \
	X(LATE, YELLOW, LOOK_BOLD)

enum role {
#define X(id, colour, look) ROLE_##id,
	ROLE_LIST(X)
#undef X
	    ROLE_COUNT
};

struct role_row {
	enum colour colour;
	unsigned look;
};
extern const struct role_row role_rows[ROLE_COUNT];

/* X(GLYPH, UTF-8, ASCII): one column each; the signs of the grid are glyphs, too. */
#define GLYPH_LIST(X) \
	X(VERTICAL, "│", "|") \
	X(HORIZONTAL, "─", "=") \
	X(EDGE, "─", "-") \
	X(CORNER_NW, "┌", "+") \
	X(CORNER_NE, "┐", "+") \
	X(CORNER_SW, "└", "+") \
	X(CORNER_SE, "┘", "+") \
	X(NOW, "┄", "-") \
	X(DASH, "–", "-")

enum glyph {
#define X(id, utf8, ascii) GLYPH_##id,
	GLYPH_LIST(X)
#undef X
#define X(id, utf8, ascii, text) GLYPH_##id,
	    SIGN_LIST(X)
#undef X
		GLYPH_COUNT
};
const char *glyph_text(enum glyph g, bool ascii);

#endif
