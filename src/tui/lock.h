/*
 * The locked screen: the practice and the time, nothing of the book. It lies over everything and
 * changes nothing below: what was half typed stays. It opens by the name and PIN of a person, and
 * when no person has one by any key. No figure typed is shown. After a wrong PIN the next is not
 * tried for a while, counted in ticks, longer each time; a new start waits, too.
 */
#ifndef TUI_LOCK_H
#define TUI_LOCK_H

#include "app.h"

void lock_screen(struct app *a);
/* Locks when nobody touched a key for as long as the practice says; e comes next. */
void lock_when_idle(struct app *a, const struct event *e);
/* Locks when the login is shared: it is no person's, and persons have PINs. */
void lock_at_start(struct app *a);
/* Keys and pastes while it is locked; ticks shorten the wait. */
void lock_event(struct app *a, const struct event *e);
void lock_draw(const struct app *a, struct canvas *c);
void lock_release(struct lock *l);

#endif
