/*
 * Signals: blocked except while the loop waits, so that nothing is ever interrupted half done.
 */
#ifndef TUI_SIGNALS_H
#define TUI_SIGNALS_H

#include <stdbool.h>

/* From now on SIGTERM, SIGHUP and SIGINT are only remembered. */
void signals_catch(void);
/* The one that ends the program; 0 = none yet. */
int signals_caught(void);
/* Whether one waits to be let through. */
bool signals_pending(void);
/* Stops until the shell has us go on; without a shell that could, it goes on at once. */
void signals_suspend(void);

#endif
