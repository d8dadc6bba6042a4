/* What a terminal sends behind an Esc: how far it goes. */
#include "../../src/tui/escape.h"

#include <string.h>

#include "../tap.h"

static int
next_byte(void *arg)
{
	const char **at = arg;

	return **at != '\0' ? (unsigned char)*(*at)++ : -1;
}

/* Behind an Esc and these bytes only `left` is typed. */
static void
is_left(const char *bytes, const char *left)
{
	const char *at = bytes;
	struct escape e;
	char rest[16];
	int after = -1;

	ok(escape_begins(&e, next_byte(&at)), "%s begins one", bytes);
	ok(escape_skip(&e, next_byte, &at, &after), "and has more");
	snprintf(rest, sizeof(rest), "%.*s%s", after >= 0, (char[]){(char)after}, at);
	is_str(rest, left, "what is left of it");
}

static void
is_lone(const char *bytes, int want)
{
	const char *at = bytes;
	struct escape e;
	int after = -1;

	ok(escape_begins(&e, next_byte(&at)), "%s begins one", bytes);
	ok(!escape_skip(&e, next_byte, &at, &after) && after == want, "nothing of it follows");
}

int
main(void)
{
	struct escape e;

	is_left("Oxn", "n"); /* a keypad */
	is_left("Oan", "n"); /* rxvt: Ctrl-Up */
	is_left("O5An", "n"); /* an old xterm's */
	is_left("NAn", "n");
	is_left("[On", "n"); /* the focus is gone */
	is_left("[32~n", "n");
	is_left("[1;5An", "n");
	is_left("[?62;1cn", "n");
	is_left("[3 qn", "n");
	is_left("[<0;10;10Mn", "n"); /* the mouse */
	is_left("[M !!n", "n");
	is_left("[M\xE9\xA0!n", "n");
	is_left("[[An", "n"); /* Linux */
	is_left("]11;rgb:ffff/ffff/ffff\an", "n");
	is_left("]11;rgb:ffff/ffff/ffff\033\\n", "n");
	is_left("P1$r0m\033\\n", "n");
	is_left("_x\033\\n", "n");
	is_left("^x\033\\n", "n");
	is_left("Xx\033\\n", "n");
	is_left("]11;rgb\033[On", "n"); /* its end was lost */
	is_left("[1;\rn", "\rn");
	is_left("[1;\xC3\xA4", "\xC3\xA4");
	is_left("[M!\rn", "\rn");
	is_left("[1;5", "");
	is_lone("[", -1);
	is_lone("O", -1);
	is_lone("P", -1);
	is_lone("[\r", '\r');
	ok(!escape_begins(&e, 'x') && !escape_begins(&e, '\r') && !escape_begins(&e, -1),
	    "a letter, a key and nothing begin none");
	return done();
}
