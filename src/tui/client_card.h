/*
 * A client's card: everything the desk knows of them, and their visits. What is done to a visit is
 * done by the day under it, which stands on that visit; while the day asks, the card is its face.
 */
#ifndef TUI_CLIENT_CARD_H
#define TUI_CLIENT_CARD_H

#include "app.h"

void client_card_push(struct app *a, int64_t client_id);

#endif
