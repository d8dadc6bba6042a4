/*
 * Health in the practice's file: intakes, clearances, acknowledgements, consents, visits, and the
 * practice's words and flag rules (design: store.md, desk.md 6). The rules of store.h hold: reading
 * at any time, writing between store_begin() and store_commit(). The audit gets names and lengths.
 */
#ifndef FRONTDESK_STORE_HEALTH_H
#define FRONTDESK_STORE_HEALTH_H

#include <frontdesk/flag.h>
#include <frontdesk/intake.h>
#include <frontdesk/store.h>
#include <frontdesk/visit.h>

/* --- Words and rules (read along with store_practice()) --------------------------------------- */

/* id 0: new; else by rev (ERR_BUSY). ERR_REFUSED: the code is taken in its kind. */
MUST_CHECK enum err store_vocabulary_save(struct store *s, struct vocabulary_word *w);
MUST_CHECK enum err store_flag_rule_save(struct store *s, struct flag_rule *r);

/* --- Intakes --------------------------------------------------------------------------------- */

/*
 * The newest version, neither "no change" nor of an import; out->id 0: nothing was told, or a
 * version without an answer took it all back. stamped_at is that of a "no change" after it.
 * Versions are never deleted: undo appends one that tells again what held before, and was stamped
 * then; ERR_BUSY when somebody else told more since. They go with a client whose creation is
 * undone.
 */
MUST_CHECK enum err store_intake(struct store *s, int64_t client_id, struct intake *out);
/* One version, whole. ERR_NOT_FOUND. */
MUST_CHECK enum err store_intake_version(struct store *s, int64_t id, struct intake *out);
/* Every version of a client, newest first, those of imports too, without answers. */
MUST_CHECK enum err store_intakes(struct store *s, int64_t client_id, struct intake_list *out);
/* Appends a version: sets id, at, who, and NEW when it is the first with answers. */
MUST_CHECK enum err store_intake_add(struct store *s, struct intake *in);

/*
 * Notes of imports that nobody has reviewed, of a client or of all (0): fn gets the record, its
 * number and the note.
 */
struct note_seen {
	const char *record; /* intake or visit */
	int64_t id, client_id;
	const char *note;
};
MUST_CHECK enum err store_notes_unreviewed(
    struct store *s, int64_t client_id, bool (*fn)(void *, const struct note_seen *), void *arg);
MUST_CHECK enum err store_note_reviewed(struct store *s, const char *record, int64_t id);

/* --- Clearances, acknowledgements, consents --------------------------------------------------- */

MUST_CHECK enum err store_clearances(
    struct store *s, int64_t client_id, struct clearance_list *out);
MUST_CHECK enum err store_clearance_save(struct store *s, struct clearance *c); /* id 0: new */
MUST_CHECK enum err store_acknowledgements(
    struct store *s, int64_t client_id, struct acknowledgement_list *out);
MUST_CHECK enum err store_acknowledge(struct store *s, struct acknowledgement *a); /* sets id, at */
MUST_CHECK enum err store_consents(struct store *s, int64_t client_id, struct consent_list *out);
MUST_CHECK enum err store_consent_save(struct store *s, struct consent_given *c); /* id 0: new */

/*
 * All that flags are derived from, of one client: intake, clearances, acknowledgements. And of
 * every client with an appointment that holds and starts in [from, until), each once, for the day's
 * marks; fn may take of it what it wants to keep, and leaves zeros there.
 */
MUST_CHECK enum err store_health(struct store *s, int64_t client_id, struct health *out);
MUST_CHECK enum err store_health_between(struct store *s, civil_min from, civil_min until,
    bool (*fn)(void *, struct health *), void *arg);

/* --- Visits ---------------------------------------------------------------------------------- */

/* appt_id 0 in *out: nothing is written of it. */
MUST_CHECK enum err store_visit(struct store *s, int64_t appt_id, struct visit *out);
/* By rev, 0: no row yet. ERR_REFUSED: it is signed (a trigger of the file). */
MUST_CHECK enum err store_visit_save(struct store *s, struct visit *v);
MUST_CHECK enum err store_visit_addendum(struct store *s, int64_t appt_id, const char *text);
/* Of a client, oldest first, the newest so many before a time (0 = all); without addenda. */
MUST_CHECK enum err store_visits(
    struct store *s, int64_t client_id, civil_min before, size_t most, struct visit_list *out);

#endif
