/*
 * A screen, or an overlay over one. It obeys commands, never raw keys, and draws without side
 * effects. The loop (app.h) owns the stack of views, the prompt and the message line, and calls
 * load and resize when the view is pushed, load whenever the file changed, resize with the screen,
 * and draw after every event.
 */
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include <frontdesk/command.h>
#include <frontdesk/err.h>
#include <frontdesk/str.h>

#include "canvas.h"
#include "lines.h"

struct app;
struct view;

/* A record of the file, as the audit calls it. */
struct subject {
	const char *record; /* static: "appointment", "client"; NULL = none */
	int64_t id;
};

/* A list within a place, to be found again; all 0: the day. */
struct standing {
	enum cmd place;
	int list; /* the place's own */
	int64_t of; /* whose list it is */
	size_t row; /* the selected one */
};

/* Those marked * may be NULL: the view below is asked, or there is nothing of the kind. */
struct view_ops {
	const char *title; /* *of a place, in the first line of the screen: "DAY" */
	/* In which mode it is: which commands it understands now. */
	unsigned (*where)(const struct view *v);
	/* *Reads what it shows, again; what was selected stays selected. */
	enum err (*load)(struct view *v);
	/* Its part of the canvas, and the cursor. */
	void (*draw)(const struct view *v, struct canvas *c);
	/* The right end of the second line (with a title); *the selected thing in plain words;
	 * *what to do when there is no message. */
	void (*heading)(const struct view *v, struct str *out);
	void (*focus)(const struct view *v, struct str *out);
	void (*hint)(const struct view *v, struct str *out);
	/* Obeys. words: the command's argument, NULL when none was typed yet. CMD_NONE: a key it
	 * has no command for. */
	void (*command)(struct view *v, enum cmd c, const char *words);
	/* *Text typed or pasted, in a mode in which letters are text. */
	void (*type)(struct view *v, const char *text);
	/* *Goes one step back within itself; false: there is none, the view is to close. */
	bool (*back)(struct view *v);
	/* *Something may have been typed that must not be lost: it keeps it as a draft. True: there
	 * is such a thing, and it is parked rather than closed. */
	bool (*keep)(struct view *v);
	/* *Whether it is for who is here, parked or not; NULL: it is for everybody. */
	bool (*mine)(const struct view *v);
	/* *Of one that is parked: what it is, in a line; and its end, with its draft. */
	void (*label)(const struct view *v, struct str *out);
	void (*discard)(struct view *v);
	/* *Of a place with lists: which is shown; and showing it again, if it is still there. What
	 * was parked over it comes back over it. */
	void (*standing)(const struct view *v, struct standing *out);
	void (*stand)(struct view *v, const struct standing *s);
	/* *In IN_REASON: what its digits answer, for the footer; else they are the reasons. */
	void (*answers)(const struct view *v, int columns, struct str *out);
	/* *Live echo: what would be understood by these words. */
	void (*echo)(struct view *v, enum cmd c, const char *words, struct lines *out);
	/* *Shows only what has these words, NULL: as it does. Returns the words as they are. It is
	 * told while they are typed, and "" when the prompt for them is closed. */
	const char *(*filter)(struct view *v, const char *words);
	/* *The prompt was closed with words in it. */
	void (*park)(struct view *v, enum cmd c, const char *words);
	/* *Whether this appointment is on the screen; the same of a client. */
	bool (*shows)(const struct view *v, int64_t appt_id);
	bool (*shows_client)(const struct view *v, int64_t client_id);
	/* *The selected record; false: there is none. */
	bool (*subject)(const struct view *v, struct subject *out);
	/* *The same of another record, called as in the audit. */
	bool (*shows_record)(const struct view *v, const char *record, int64_t id);
	/* *Which of the bits of ON_… there is nothing for now: the footer is without their
	 * commands. */
	uint64_t (*lacks)(const struct view *v);
	void (*resize)(struct view *v, int rows, int columns);
	/* Gives back everything, the view itself too. */
	void (*release)(struct view *v);
};

/* The first member of every view's struct. */
struct view {
	const struct view_ops *ops;
	struct app *app;
	struct standing over; /* of one that is parked: what it lay over */
};

#endif
