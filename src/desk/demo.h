/* The demonstration practice, in three files: its people, what they told,
 * its diary. Private to desk. */
#ifndef DESK_DEMO_H
#define DESK_DEMO_H

#include <frontdesk/desk_file.h>

uint64_t demo_random(uint64_t *state);
/* Where uids begin: others on another day, for another seed, and for another kind of record. */
uint64_t demo_uids(const struct desk *d, const struct demo *w, int kind);
/* Of struct store_step: an appointment keeps its name in calendars when it is made again. */
void demo_uid(void *state, unsigned char uid[static APPT_UID_SIZE]);
int demo_below(uint64_t *state, int n); /* 0..n-1 */

/*
 * Settings, therapists, rooms and clients (their ids come back); the desk's practice is read
 * again.
 */
MUST_CHECK enum err demo_people(struct desk *d, const struct demo *w, int64_t *clients);

/* Of a client, what a therapist is to know of them; all 0: nothing. */
struct demo_flag {
	int64_t intake_id;
	const char *code; /* of the flag */
	uint64_t known; /* a bit for each service and therapist who knows it */
};
/*
 * What the clients told over the last year, and what they agreed to; flags[i] is of clients[i].
 */
MUST_CHECK enum err demo_told(
    struct desk *d, const struct demo *w, const int64_t *clients, struct demo_flag *flags);
/* How a session went. Inside a transaction. */
MUST_CHECK enum err demo_visit(struct desk *d, uint64_t *random, const struct appt *a);
/*
 * That its therapist knows of the client's flag: in a session, and mostly of one to come. Inside a
 * transaction.
 */
MUST_CHECK enum err demo_known(
    struct desk *d, uint64_t *random, const struct appt *a, struct demo_flag *f);

#endif
