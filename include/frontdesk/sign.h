/*
 * The signs of the day's grid beside the characters of the states (appt.h): one list. What the grid
 * draws, the legend of the help and that of the manual come from it.
 */
#ifndef FRONTDESK_SIGN_H
#define FRONTDESK_SIGN_H

/* X(ID, UTF-8, ASCII, what it says): one column each but for the flags, which come first. */
#define SIGN_LIST(X) \
	X(FLAG_STOP, "!S", "!S", "a STOP flag: the therapist speaks with the client first") \
	X(FLAG_OPEN, "!C", "!C", "a flag that waits for an OK; the card says which") \
	X(LATE, "L", "L", "late") \
	X(MISSED, "?", "?", "did not come: a no-show?") \
	X(MESSAGE, "m", "m", "a message was left") \
	X(FIRST, "1", "1", "first visit") \
	X(REQUESTED, "®", "r", "the therapist was asked for by name") \
	X(MORE, "+", "+", "so many more begin in the row, by Down: +2") \
	X(MINUTES, ":", ":", "begins so many minutes after the hour: :15") \
	X(SESSION, "┃", "|", "the session goes on") \
	X(TURNOVER, ":", ":", "turnover") \
	X(FREE, "·", ".", "free from here on; beside a name: a part of the row, by Down") \
	X(OFF, "/", "/", "not on shift, kept free, or no room is free")

#endif
