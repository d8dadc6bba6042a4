/*
 * What a terminal sends behind an Esc that is no key here: a key it alone has, the mouse, whether
 * it has the focus, an answer to a question. It is told from Esc and keys byte by byte, so that its
 * last letter is not obeyed (ECMA-48: CSI, SS2, SS3 and the strings; X10 mouse; Linux's F1 to F5).
 */
#ifndef TUI_ESCAPE_H
#define TUI_ESCAPE_H

#include <stdbool.h>

struct escape {
	enum escape_state {
		ESCAPE_AGAIN, /* an Esc within: what follows begins anew, or ends a string */
		ESCAPE_CSI, /* at its first byte */
		ESCAPE_PARAMETERS, /* of a CSI */
		ESCAPE_LETTER, /* of SS2 or SS3 */
		ESCAPE_STRING, /* up to BEL or ST */
		ESCAPE_BYTES, /* so many of any kind */
	} state;
	int left; /* BYTES */
};

/* Takes the byte behind an Esc; false: no sequence begins so. */
bool escape_begins(struct escape *e, int byte);
/*
 * Takes the rest of it: byte() returns the next one, -1 when none comes, and what is above a byte
 * ends it, too. *after: what was read and is none of it; -1 = nothing. False: no more of it came.
 */
bool escape_skip(struct escape *e, int (*byte)(void *arg), void *arg, int *after);

#endif
