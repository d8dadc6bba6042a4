/* What may be chosen in a dialog's field, and which of it is marked. Private to dialog.c. */
#ifndef TUI_DIALOG_CHOICE_H
#define TUI_DIALOG_CHOICE_H

#include "dialog.h"

void choices_clear(struct choices *l);
/* What may be chosen: once something was typed, or when asked for. The first is marked then, unless
 * the owner marks another. */
void dialog_find_choices(struct dialog *d, bool open);
/* Finds them again: what the person has marked stays marked, wherever it is now. */
void dialog_keep_choices(struct dialog *d);
/* Up and Down walk the choices; Down shows them first. */
void dialog_choose(struct dialog *d, bool down);
void dialog_take_choice(struct dialog *d);
/*
 * Whether the marked choice is what is meant, though nobody took it: the only record there is, or
 * marked by the person. An offer is taken by Enter alone.
 */
bool dialog_is_sure(const struct dialog *d);

/* The field at the cursor was changed by the person (dialog.c). */
void dialog_changed(struct dialog *d);

#endif
