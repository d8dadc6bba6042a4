/* What the `:` prompt shows and completes of a booking in words. */
#ifndef TUI_PALETTE_BOOK_H
#define TUI_PALETTE_BOOK_H

#include <frontdesk/words.h>

#include "app.h"

/* The booking as it is understood, with what speaks against it; of half a line what is clear. */
void palette_book_echo(const struct app *a, const char *words, struct lines *out);
/* Adds the names of clients that begin so, each once. */
void palette_book_clients(const struct app *a, const char *typed, struct words *out);

#endif
