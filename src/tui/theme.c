/* The two tables of theme.h. */
#include "theme.h"

const struct role_row role_rows[ROLE_COUNT] = {
#define X(id, colour, look) {COLOUR_##colour, look},
    ROLE_LIST(X)
#undef X
};

static const char *const glyphs[GLYPH_COUNT][2] = {
#define X(id, utf8, ascii) {utf8, ascii},
    GLYPH_LIST(X)
#undef X
#define X(id, utf8, ascii, text) {utf8, ascii},
	SIGN_LIST(X)
#undef X
};

const char *
glyph_text(enum glyph g, bool ascii)
{
	return glyphs[g][ascii];
}
