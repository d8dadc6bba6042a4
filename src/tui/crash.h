/*
 * How the program dies when it must: the terminal becomes usable again, one line without data goes
 * to a log, and the signal then does what it always does.
 */
#ifndef TUI_CRASH_H
#define TUI_CRASH_H

#include <stdint.h>

#include <frontdesk/command.h>

/* Adds bytes that make the terminal usable again, as far as there is room; NULL = none. */
void crash_restores(const char *bytes);
/* What the log tells. All of it outlives crash_release(). */
struct crash_facts {
	const char *log; /* made with its folders when it is needed; NULL = none */
	int schema;
	const enum cmd *doing; /* the command under way */
	int64_t (*clock)(void *); /* UTC seconds; async-signal-safe, as time() is */
	void *clock_arg;
};
/* From now on SIGABRT, SIGSEGV and SIGBUS are met, with the modes that the terminal has now. */
void crash_catch(const struct crash_facts *facts);
void crash_release(void);

#endif
