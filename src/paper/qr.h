/* A QR code as half blocks (libqrencode). Private to paper. */
#ifndef PAPER_QR_H
#define PAPER_QR_H

#include <frontdesk/str.h>

/*
 * Adds the code as lines of at most `columns`, two rows of it in one, dark as ink. Nothing when it
 * needs more.
 */
void qr_add(struct str *out, const char *text, int columns);

#endif
