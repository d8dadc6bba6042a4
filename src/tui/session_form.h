/*
 * The dialogs about one session: what was done in it, what is added once that is signed, and that a
 * therapist knows of the flags before it. HEALTH.
 */
#ifndef TUI_SESSION_FORM_H
#define TUI_SESSION_FORM_H

#include <frontdesk/desk_health.h>

#include "app.h"
#include "dialog.h"

extern const struct dialog_ops session_form_ops, addendum_form_ops, acknowledge_form_ops;

/* What was done; of a signed one it is read, and added to. */
void session_form_push(struct app *a, const struct appt *appt);
/* The same of a signed one, which was read; takes visit over. */
void addendum_form_push(struct app *a, const struct appt *appt, struct visit *visit);
/* A therapist knows of the flags. */
void acknowledge_form_push(struct app *a, const struct appt *appt);

/* --- What they share (session_about.c) -------------------------------------------------------- */

struct session_about {
	struct dialog d; /* first */
	struct appt appt; /* as it was when it was opened */
	bool open; /* who began it sees what is the therapists' */
};
/* It is about this appointment, and who is here began it. */
void session_begin(struct session_about *s, const struct appt *appt);
/* As shut of struct dialog_ops: what a therapist began is not for who comes after them. */
bool session_shut(const struct dialog *d);
/* As about and release of struct dialog_ops: "O'Brien, Seamus, Mon 23 Nov 2026 10:30". */
void session_about(const struct dialog *d, struct str *out);
void session_release(struct dialog *d);
/* "10:30 O'Brien", for what was done to it. */
void session_say(const struct session_about *s, struct str *out);
/* As context of struct dialog_ops: "231 1"; and whether who began it saw what is the therapists'.
 */
void session_context(const struct dialog *d, struct str *out);
bool session_was_open(const char *context);
/* The appointment of a draft's context, whose numbers begin with its own; false: it is gone. */
bool session_reopen(struct app *a, const char *context, struct appt *out);

#endif
