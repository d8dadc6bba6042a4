/*
 * A dialog: fields one under the other to type into, what may be chosen for the one at the cursor,
 * and below them what is understood or in the way. It is a view over the one it was opened from
 * (design: screens.md, Keys, "dialogs").
 *
 * The owner's struct begins with the dialog, gives it fields and its ops, and pushes it. Enter
 * takes the marked choice and goes to the next field, on the last one it saves; Ctrl-S saves from
 * anywhere, and takes the choice only when it is the one there is or the one that was walked to.
 * What a soft finding asks is one question, and its answer saves again.
 */
#ifndef TUI_DIALOG_H
#define TUI_DIALOG_H

#include <frontdesk/command.h>

#include "app.h"
#include "line_edit.h"
#include "lines.h"
#include "view.h"

struct dialog;

struct field {
	const char *label; /* static; also how a draft calls it */
	const char *hint; /* static, for the message line while it is empty; or NULL */
	struct line_edit text;
	int64_t id; /* of the record chosen for the text; 0 = none: typing takes it away */
	civil_min
	    typed; /* when its text was: "tomorrow" is meant from then; CIVIL_NONE = it was not */
	char *was; /* owned; the text with which the dialog was shown */
	bool touched; /* typed or edited by the person; else the first key typed replaces it */
	bool health; /* never in a list, as that of the parked ones */
	bool secret; /* shown as stars; never in a draft nor kept while parked; emptied once refused
		      */
	bool off; /* not asked now: not drawn, not stepped on */
};

/* Something to choose. */
struct choice {
	char *text; /* owned; the line shown */
	char *value; /* owned; what the field says once it is taken */
	int64_t id; /* <= 0: no record but an offer, like a new client */
};
struct choices {
	struct choice *v;
	size_t n, cap;
};
/* Adds one; both texts are copied. */
void choices_add(struct choices *l, int64_t id, const char *text, const char *value);

#define DIALOG_LOOK "You may look, and change nothing here."
#define DIALOG_SHUT "A therapist began it; it is kept for them. Esc goes back."

struct dialog_ops {
	const char *kind; /* "booking": what a draft of it is called */
	unsigned mode; /* of commands of its own; 0 = it has none */
	/* Health or a PIN may be typed in any of its fields: it is for who opened it, and for who
	 * sees what is private. */
	bool own;
	/* *What may be chosen for the text of the field at d->at; best first. The first is marked,
	 * unless d->marked says otherwise. */
	void (*choices)(struct dialog *d, struct choices *out);
	/* *A field's text was typed in, or a choice for it taken (then its id is set). */
	void (*changed)(struct dialog *d, size_t field);
	/* *Under the fields: what is understood, what is in the way. */
	void (*echo)(struct dialog *d, struct lines *out);
	/*
	 * Checks every field again and saves; yes: why to go on with soft findings, NULL = not
	 * asked yet. False: it stays open, with dialog_fail() or dialog_ask() called. True: it is
	 * closed; what was done is said by the owner.
	 */
	bool (*save)(struct dialog *d, const char *yes);
	/* *One of the ways on that dialog_ask_ways() offered was picked, from 1. */
	void (*way)(struct dialog *d, int way);
	/* *Another command of IN_DIALOG; false: it is none of its own. */
	bool (*command)(struct dialog *d, enum cmd c);
	/* *What the title says after what it was made with: who it is about. */
	void (*about)(const struct dialog *d, struct str *out);
	/* *While names are kept back: what is shown of a field as it was filled in; false: all. */
	bool (*veil)(const struct dialog *d, size_t field, struct str *out);
	/* *Draws it in its own way; and says what is selected, false: as usual. */
	void (*draw)(const struct dialog *d, struct canvas *c);
	bool (*focus)(const struct dialog *d, struct str *out);
	/* *Whether nothing can be typed now; which commands count is then for command() to say. */
	bool (*shut)(const struct dialog *d);
	/* *Gives back what the owner holds beside the fields, not itself. */
	void (*release)(struct dialog *d);
	/* *Of a record that somebody else changed since it was read: reads it again and fills the
	 * fields as if it were opened now. False: nothing was done, nobody did. */
	bool (*renew)(struct dialog *d);
	/* *What a draft must keep beside the fields, in one line without tabs; and the dialog made
	 * anew from it, for its fields to be filled: NULL when that is not possible any more.
	 * Without them it is never parked. */
	void (*context)(const struct dialog *d, struct str *out);
	struct dialog *(*reopen)(struct app *a, const char *context);
};

/* The ways on of a question, as digits from 1; those without words are not there. */
struct dialog_ways {
	int n;
	const char *const *say; /* in words, a line each */
	const char *const *label; /* for the footer */
	const char *sentence; /* what to say to the caller */
};

struct dialog {
	struct view view; /* first */
	const struct dialog_ops *ops;
	char *title; /* owned; names no client */
	struct field *fields; /* owned */
	size_t n, at;
	struct choices choices;
	size_t marked; /* of the choices; n of them = none */
	bool walked; /* the person has moved the mark */
	struct lines echo;
	size_t scrolled; /* lines of the box that were gone down, by PgDn */
	bool asking; /* a soft finding asks why to go on: */
	const char *question; /* static */
	const struct dialog_ways
	    *ways; /* the owner's; what the first digits do then; NULL = none */
	bool dirty; /* something was typed: worth a draft */
	struct draft draft;
	int64_t began; /* when it was first typed into; UTC seconds */
	char *who; /* owned; who opened it */
};

/* Made for dialog_push(): so many fields, all empty. size is that of the owner's struct. */
void *dialog_new(struct app *a, size_t size, const struct dialog_ops *ops, const char *title,
    const char *const *labels, size_t n);
/* Shows it. The cursor is at the first field. */
void dialog_push(struct dialog *d);

const char *dialog_text(const struct dialog *d, size_t field);
/* Writes a field's text as if it had been there; id as in struct field. */
void dialog_set(struct dialog *d, size_t field, const char *text, int64_t id);
/* The title, and who it is about. */
void dialog_title(const struct dialog *d, struct str *out);
/* Whether something else is shown of a field than its text: what. */
bool dialog_veiled(const struct dialog *d, size_t field, struct str *out);
/* Whether who is here may only read: then nothing is typed or saved, and it says so. */
bool dialog_only_read(const struct dialog *d);
/* Whether what was typed makes a difference to how it was opened. */
bool dialog_differs(const struct dialog *d);
/* How dates are typed, for the text of a field: from when that was typed, however long ago. */
struct when_habits dialog_habits(const struct dialog *d, size_t field);
/* Goes to a field. */
void dialog_go(struct dialog *d, size_t field);
/* The field's text was written as if the person had typed it. */
void dialog_typed(struct dialog *d, size_t field, const char *text);
/* Looks at everything typed again: choices and echo. */
void dialog_refresh(struct dialog *d);
/* The dialog of a draft, which it takes over; NULL: there is none such any more. */
struct dialog *dialog_reopen(struct app *a, struct draft *taken);
/* In save(): the sentence of the error above the echo, and the cursor at the field at fault. */
void dialog_fail(struct dialog *d, size_t field);
/* In save(): the same, with more lines below the sentence. */
void dialog_fail_with(struct dialog *d, size_t field, const struct lines *more);
/*
 * In save(), refused with e: true if somebody changed the record meanwhile. Then it is read again,
 * what the person typed stays over it, and who did and what is told; the next save counts.
 */
bool dialog_behind(struct dialog *d, enum err e);
/* In save(): the findings, and the question why to go on. */
void dialog_ask(struct dialog *d, const struct findings *f);
/* The same with ways on before the reasons; they are kept by the owner while it asks. */
void dialog_ask_ways(struct dialog *d, const struct findings *f, const struct dialog_ways *ways);
/* Saves; yes as in save(). Closed when that is done: then the dialog is gone. */
void dialog_save(struct dialog *d, const char *yes);

#endif
