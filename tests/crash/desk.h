/* What the crash tests share: a practice of ten therapists in a file, a desk that books. */
#ifndef DESK_H
#define DESK_H

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include "../store/file.h"

enum { DESK_THERAPISTS = 10 };

/* Ids are 1..10 for therapists and rooms (and two rooms more), 1 for service and client. */
static inline void
desk_make(const char *path, int clients)
{
	struct store *s = little_open_at(path);
	char code[16], name[32];

	for (int i = 3; i <= DESK_THERAPISTS; i++) {
		snprintf(code, sizeof(code), "t%d", i);
		snprintf(name, sizeof(name), "Therapist %d", i);
		(void)little_therapist(s, code, name);
		snprintf(code, sizeof(code), "r%d", i);
		(void)little_room(s, code, 1);
	}
	for (int i = 0; i < clients; i++) {
		snprintf(name, sizeof(name), "Client%c%c", 'a' + i / 26 % 26, 'a' + i % 26);
		(void)little_client(s, "Ada", name, "");
	}
	must(store_commit(s), "practice");
	store_close(s);
}

/* The n-th hour of a therapist: seven a day, in the room of the same number. */
static inline struct appt
desk_appt(int therapist, int n, int client)
{
	struct appt a = little_appt(client, 8 + n % 7 * 2, 0);
	civil_min day = n / 7 * (civil_min)CIVIL_DAY_MINUTES;

	a.start += day;
	a.end += day;
	a.held += day;
	a.therapist_id = therapist;
	a.room_id = therapist;
	return a;
}

static inline enum err
desk_book(struct store *s, int therapist, int n, int client, int64_t *id)
{
	struct store_step step = {
	    .who = "mia", .desk = "front", .at = LITTLE_AT + n, .label = "Booked"};
	struct appt a = desk_appt(therapist, n, client);
	enum err e = store_begin(s, &step);

	if (e == ERR_OK)
		e = store_appt_insert(s, &a);
	if (e == ERR_OK)
		e = store_commit(s);
	store_rollback(s);
	*id = a.id;
	appt_release(&a);
	return e;
}

static inline void
desk_problem(void *arg, const char *sentence)
{
	(void)arg;
	printf("# %s\n", sentence);
}

/* A booking is whole or not at all: as many as the audit tells, and the file is sound. */
static inline bool
desk_sound(struct store *s, enum store_depth depth)
{
	if (store_check(s, depth, desk_problem, NULL) == ERR_OK)
		return true;
	printf("# %s\n", err_message());
	return false;
}

#endif
