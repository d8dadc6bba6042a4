/* What booking, starting and the health pages share. Private to desk. HEALTH. */
#ifndef DESK_HEALTH_PRIVATE_H
#define DESK_HEALTH_PRIVATE_H

#include <frontdesk/desk_health.h>

/*
 * All that the findings ask about a client on a day (0: somebody new), with what the caller says
 * now as if it had been kept; told of flags is what who is signed in may know. ERR_USAGE,
 * ERR_NOT_FOUND: a word of it.
 */
MUST_CHECK enum err facts_read(
    struct desk *d, int64_t client_id, const char *heard, civil_day day, struct client_facts *out);
/*
 * Adds what a caller says to an intake; NULL and "" say nothing. When it tells something new the
 * id is 0, of a version that is not kept yet: no therapist knows of it.
 */
MUST_CHECK enum err facts_heard(struct desk *d, const char *heard, struct intake *in);
/* The pressure a caller asks for, 1..5; 0 = not said. */
int facts_pressure(struct desk *d, const char *heard);

/* The days of the practice on which clearances came, before flags are derived. */
void health_set_days(const struct desk *d, struct health *h);

/* Before hands are laid on: what health asks for (design: desk.md 3, 6). */
MUST_CHECK enum err health_check_start(struct desk *d, const struct appt *a, struct findings *out);

/* "Intake of Smith, Ada", for what is kept: without health; and as the label of the step. */
MUST_CHECK enum err health_label(
    struct desk *d, const char *verb, int64_t client_id, struct str *out);
MUST_CHECK enum err health_relabel(struct desk *d, const char *verb, int64_t client_id);
/* Writes to the audit that this person opened the record, once a day. ERR_REFUSED: a stranger. */
MUST_CHECK enum err health_opened(struct desk *d, int64_t client_id);
MUST_CHECK enum err health_opened_all(struct desk *d, const struct ids *clients);
/* The same inside a step that is under way, which says who may take it. */
MUST_CHECK enum err health_opened_inside(struct desk *d, int64_t client_id);
/* Writes to the audit that somebody tried a PIN of this person that is not theirs. */
MUST_CHECK enum err pin_was_wrong(struct desk *d, int64_t person_id);

#endif
