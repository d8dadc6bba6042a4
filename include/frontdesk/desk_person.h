/*
 * Who is at the desk, and what they may do (design: desk.md 7). Nothing is asked of a practice
 * without active persons. With them, somebody who is none of them may only look, as a read-only
 * person may; setting up, persons and acting as someone else are the owner's.
 */
#ifndef FRONTDESK_DESK_PERSON_H
#define FRONTDESK_DESK_PERSON_H

#include <frontdesk/desk.h>

/* X(field, label, help): what the words of add and edit may be. */
#define PERSON_FIELD_LIST(X) \
	X(login, "Login", "Login of the system, or a short name on a shared one") \
	X(name, "Name", "Name") \
	X(role, "Role", "owner, desk, therapist or read-only") \
	X(therapist, "Therapist", "Code of the therapist this person is")

/*
 * id 0 adds; else edits. The first person is whoever adds, and an owner. From the second on the
 * role must be said. ERR_REFUSED: no owner would be left who can act (by this login, or by PIN).
 */
MUST_CHECK enum err desk_person_save(struct desk *d, int64_t *id, char *const *fields, size_t n);
/* The last one may be archived: then nobody is asked for anything again. */
MUST_CHECK enum err desk_person_archive(struct desk *d, int64_t id, bool archived);
void desk_person_say(const struct desk *d, int64_t id, size_t field, struct str *out);
/* The owner's, and of everybody for themselves. "" takes it away. */
MUST_CHECK enum err desk_person_pin(struct desk *d, int64_t id, const char *pin);

/* Who acts; NULL: somebody who is no active person. */
const struct person *desk_me(const struct desk *d);
bool desk_has_persons(const struct desk *d);
bool desk_has_pins(const struct desk *d);
/* May change the book; may set up. */
bool desk_may_write(const struct desk *d);
/* ERR_REFUSED says whose it is. */
MUST_CHECK enum err desk_may_set_up(const struct desk *d);
/*
 * The person of a login acts from now on: d->options.who. Audited, a wrong PIN too, without it.
 * ERR_REFUSED: no such person, or a wrong PIN; it is not said which.
 */
MUST_CHECK enum err desk_sign_in(struct desk *d, const char *login, const char *pin);
/* How many wrong PINs the audit has of this login in the last so many seconds, since somebody
 * signed in. */
MUST_CHECK enum err desk_wrong_pins(struct desk *d, int seconds, int *n);

#endif
