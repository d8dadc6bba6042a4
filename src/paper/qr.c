#include "qr.h"

#include <stdbool.h>

#include <qrencode.h>

enum { QUIET = 4 }; /* light modules around it, which a reader needs */

static bool
is_dark(const QRcode *code, int row, int column)
{
	return row >= 0 && row < code->width && column >= 0 && column < code->width &&
	    (code->data[row * code->width + column] & 1) != 0;
}

static void
add_rows(struct str *out, const QRcode *code, int row)
{
	static const char *const blocks[] = {" ", "▀", "▄", "█"};

	for (int column = -QUIET; column < code->width; column++)
		str_add(
		    out, blocks[is_dark(code, row, column) + 2 * is_dark(code, row + 1, column)]);
	str_addc(out, '\n');
}

void
qr_add(struct str *out, const char *text, int columns)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L);

	if (code == NULL)
		return;
	if (code->width + 2 * QUIET <= columns)
		for (int row = -QUIET; row < code->width + QUIET; row += 2)
			add_rows(out, code, row);
	QRcode_free(code);
}
