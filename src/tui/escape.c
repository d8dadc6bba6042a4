/* Sequences behind an Esc, to their ends. */
#include "escape.h"

#include <limits.h>
#include <string.h>

enum escape_step {
	ESCAPE_MORE, /* the byte is of it, and so is the next one */
	ESCAPE_WHOLE, /* the byte was its last */
	ESCAPE_BROKEN, /* the byte is none of it: it ended before */
};

enum { BEL = 0x07, CANCEL = 0x18, SUBSTITUTE = 0x1A, ESC = 0x1B, DEL = 0x7F, MOUSE_BYTES = 3 };

bool
escape_begins(struct escape *e, int byte)
{
	static const char letter[] = "NO", string[] = "PX]^_"; /* DCS SOS OSC PM APC */

	*e = (struct escape){.state = ESCAPE_CSI};
	if (byte <= 0 || byte > UCHAR_MAX)
		return false;
	if (strchr(letter, byte) != NULL)
		e->state = ESCAPE_LETTER;
	else if (strchr(string, byte) != NULL)
		e->state = ESCAPE_STRING;
	return e->state != ESCAPE_CSI || byte == '[';
}

static enum escape_step
in_csi(struct escape *e, int byte)
{
	const bool first = e->state == ESCAPE_CSI;

	e->state = ESCAPE_PARAMETERS;
	if (first && (byte == 'M' || byte == '[')) {
		e->state = ESCAPE_BYTES;
		e->left = byte == 'M' ? MOUSE_BYTES : 1;
		return ESCAPE_MORE;
	}
	if (byte < ' ' || byte >= DEL)
		return ESCAPE_BROKEN;
	return byte < '@' ? ESCAPE_MORE : ESCAPE_WHOLE;
}

static enum escape_step
next(struct escape *e, int byte)
{
	if (byte < 0 || byte > UCHAR_MAX)
		return ESCAPE_BROKEN;
	if (byte == ESC) {
		e->state = ESCAPE_AGAIN;
		return ESCAPE_MORE;
	}
	switch (e->state) {
	case ESCAPE_AGAIN:
		return escape_begins(e, byte) ? ESCAPE_MORE : ESCAPE_WHOLE;
	case ESCAPE_CSI:
	case ESCAPE_PARAMETERS:
		return in_csi(e, byte);
	case ESCAPE_LETTER: /* old terminals put the number of a modifier before it */
		if (byte < ' ' || byte >= DEL)
			return ESCAPE_BROKEN;
		return byte >= '0' && byte <= '9' ? ESCAPE_MORE : ESCAPE_WHOLE;
	case ESCAPE_STRING:
		return byte == BEL || byte == CANCEL || byte == SUBSTITUTE ? ESCAPE_WHOLE
									   : ESCAPE_MORE;
	case ESCAPE_BYTES:
		if (byte < ' ')
			return ESCAPE_BROKEN;
		return --e->left > 0 ? ESCAPE_MORE : ESCAPE_WHOLE;
	}
	return ESCAPE_BROKEN;
}

bool
escape_skip(struct escape *e, int (*byte)(void *arg), void *arg, int *after)
{
	enum escape_step step = ESCAPE_MORE;
	bool any = false;

	*after = -1;
	while (step == ESCAPE_MORE) {
		const int c = byte(arg);

		step = next(e, c);
		if (step == ESCAPE_BROKEN)
			*after = c;
		else
			any = true;
	}
	return any;
}
