/* A practice in a temporary file, with the clock pinned to Monday 23 November 2026, 9:00. */
#ifndef DESK_FIXTURE_H
#define DESK_FIXTURE_H

#include <stdlib.h>
#include <unistd.h>

#include <frontdesk/desk.h>
#include <frontdesk/desk_practice.h>

#include "../tap.h"

/* FIELD=VALUE words as the faces pass them. */
#define WORDS(...) ((char *const *)(const char *const[]){__VA_ARGS__})

static char fixture_path[64];

static void
fixture_remove(void)
{
	static const char *const tails[] = {"", "-wal", "-shm"};
	char file[80];

	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		snprintf(file, sizeof(file), "%s%s", fixture_path, tails[i]);
		unlink(file);
	}
}

static inline struct desk_options
fixture_options(const char *who)
{
	civil_min now;

	if (fixture_path[0] == '\0') {
		snprintf(fixture_path, sizeof(fixture_path), "/tmp/frontdesk-test-%ld.db",
		    (long)getpid());
		fixture_remove();
		atexit(fixture_remove);
	}
	civil_parse_iso_min("2026-11-23T09:00", &now);
	return (struct desk_options){
	    .path = fixture_path, .who = who, .terminal = "test", .pinned = now};
}

/*
 * The shipped services; therapists mia (F), jon (M); rooms r1, r2 (for two). Stops the test when
 * it cannot.
 */
static inline void
fixture_open(struct desk *d)
{
	char *const *mia = WORDS("code=mia", "name=Mia", "gender=F", "skills=deep-tissue,prenatal");
	char *const *jon = WORDS("code=jon", "name=Jon", "gender=M", "skills=deep-tissue,sports");
	char *const *r1 = WORDS("code=r1", "name=Room 1");
	char *const *r2 = WORDS("code=r2", "name=Room 2", "capacity=2");
	struct desk_options o = fixture_options("rita");
	struct appt_list way = {0};
	int64_t id_mia = 0, id_jon = 0, id_r1 = 0, id_r2 = 0;
	enum err e;

	e = desk_init(&o, "Test practice", "America/New_York", NULL);
	if (e == ERR_OK)
		e = desk_open(d, &o);
	if (e == ERR_OK)
		e = desk_room_save(d, &id_r1, r1, 2);
	if (e == ERR_OK)
		e = desk_room_save(d, &id_r2, r2, 3);
	if (e == ERR_OK)
		e = desk_therapist_save(d, &id_mia, mia, 4);
	if (e == ERR_OK)
		e = desk_therapist_save(d, &id_jon, jon, 4);
	if (e == ERR_OK)
		e = desk_hours(d, id_mia, "mon-fri 9-13 14-18", CIVIL_DAY_NONE, 1, 0, &way);
	if (e == ERR_OK)
		e = desk_hours(d, id_jon, "mon-sat 9-18", CIVIL_DAY_NONE, 1, 0, &way);
	if (e != ERR_OK) {
		printf("Bail out! fixture: %s\n", err_message());
		exit(1);
	}
}

/* "../shared/data/NAME", or NULL when it is not there. */
static inline const char *
shared_data(const char *name)
{
	static char path[512];
	const char *root = getenv("FRONTDESK_SHARED");

	snprintf(path, sizeof(path), "%s/data/%s", root != NULL ? root : "../shared", name);
	return access(path, R_OK) == 0 ? path : NULL;
}

#endif
