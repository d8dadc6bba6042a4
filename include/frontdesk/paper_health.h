/* The sheets that hold health: for a therapist's clipboard, and the client's own form. HEALTH. */
#ifndef FRONTDESK_PAPER_HEALTH_H
#define FRONTDESK_PAPER_HEALTH_H

#include <frontdesk/client.h>
#include <frontdesk/flag.h>
#include <frontdesk/intake.h>
#include <frontdesk/paper.h>
#include <frontdesk/visit.h>

/* What the therapist must know of one session. */
struct session {
	const struct appt *appt; /* not owned */
	char *name; /* owned; what the client likes to be called */
	struct intake intake;
	struct flag_list flags; /* that stand on the day */
	bool note_waits; /* an imported note is to be read */
	struct visit last; /* appt_id 0: there is none; its plan: of the newest that has one */
};
struct session_list {
	struct session *v; /* in time order */
	size_t n, cap;
};
void session_list_release(struct session_list *l);

/*
 * One sheet for each therapist with sessions, added to `out`; of o->therapist_id alone, also when
 * there are none. in_full: for the eyes of therapists; else a flag's name is left out.
 */
void paper_therapist_sheets(struct sheet_list *out, const struct practice *p,
    const struct session_list *l, const struct roster_options *o, bool in_full);

/* What a client fills in: every field of an intake, the body, the consents to sign. */
struct intake_form {
	const struct client *client; /* NULL: blank */
	const struct intake *intake; /* NULL, or what was told before */
	civil_min printed;
};
void paper_intake_form(struct sheet *out, const struct practice *p, const struct intake_form *f);

#endif
