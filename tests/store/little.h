/*
 * A little practice in memory for the tests of the store: Monday 2026-11-23, two rooms (one for
 * two), two therapists, one service, and clients as asked for. A step is open from little_open()
 * on.
 */
#ifndef LITTLE_H
#define LITTLE_H

#include <frontdesk/mem.h>
#include <frontdesk/store.h>

#include "../tap.h"

enum { LITTLE_AT = 1795420800, LITTLE_COUNTRY = 44 }; /* 2026-11-23T08:00:00Z */

static int64_t little_mia, little_jon, little_blue, little_pair, little_service;

static inline civil_min
little_time(int hour, int minute)
{
	return civil_at(civil_from_ymd(2026, 11, 23), hour * 60 + minute);
}

static inline void
must(enum err e, const char *what)
{
	if (e == ERR_OK)
		return;
	printf("Bail out! %s: %s\n", what, err_message());
	exit(1);
}

static inline void
little_step(struct store *s, const char *who, const char *label, int64_t at)
{
	struct store_step step = {.who = who, .desk = "front", .at = at, .label = label};

	must(store_begin(s, &step), label);
}

static inline void
little_begin(struct store *s, const char *who, int64_t at)
{
	little_step(s, who, "Tested", at);
}

/* Takes the last step of theirs back, or does it again. */
static inline enum err
little_undo(struct store *s, const char *who, bool redo, int64_t at)
{
	struct store_step step = {.who = who, .desk = "front", .at = at};
	char *label = NULL;
	enum err e = redo ? store_redo(s, &step, (struct store_undo_may){0}, &label)
			  : store_undo(s, &step, (struct store_undo_may){0}, &label);

	free(label);
	return e;
}

static inline int64_t
little_therapist(struct store *s, const char *code, const char *name)
{
	struct therapist t = {.code = xstrdup(code),
	    .name = xstrdup(name),
	    .active = true,
	    .licence_until = CIVIL_DAY_NONE};

	must(store_therapist_save(s, &t), "therapist");
	free(t.code);
	free(t.name);
	return t.id;
}

static inline int64_t
little_room(struct store *s, const char *code, int capacity)
{
	struct room r = {
	    .code = xstrdup(code), .name = xstrdup(code), .capacity = capacity, .active = true};

	must(store_room_save(s, &r), "room");
	free(r.code);
	free(r.name);
	return r.id;
}

static inline struct store *
little_open_at(const char *path)
{
	struct service v = {.code = xstrdup("dt"),
	    .name = xstrdup("Deep tissue"),
	    .desk_label = xstrdup("Massage"),
	    .turnover = 15,
	    .people = 1,
	    .active = true};
	struct store *s = NULL;

	must(store_open(&s, path, STORE_CREATE), "open");
	little_begin(s, "ann", LITTLE_AT);
	little_mia = little_therapist(s, "mia", "Mia Chen");
	little_jon = little_therapist(s, "jon", "Jon Berg");
	little_blue = little_room(s, "blue", 1);
	little_pair = little_room(s, "pair", 2);
	must(store_service_save(s, &v), "service");
	little_service = v.id;
	free(v.code);
	free(v.name);
	free(v.desk_label);
	return s;
}

static inline struct store *
little_open(void)
{
	return little_open_at(":memory:");
}

static inline int64_t
little_client(struct store *s, const char *first, const char *last, const char *phone)
{
	struct client c;
	int64_t id;

	client_init(&c);
	c.first = xstrdup(first);
	c.last = xstrdup(last);
	c.phone = xstrdup(phone);
	must(store_client_save(s, &c, LITTLE_COUNTRY), "client");
	id = c.id;
	client_release(&c);
	return id;
}

/* One hour with Mia in the blue room, not yet in the file. */
static inline struct appt
little_appt(int64_t client_id, int hour, int minute)
{
	return (struct appt){
	    .client_id = client_id,
	    .therapist_id = little_mia,
	    .room_id = little_blue,
	    .service_id = little_service,
	    .start = little_time(hour, minute),
	    .end = little_time(hour + 1, minute),
	    .held = little_time(hour + 1, minute + 15),
	    .state = APPT_BOOKED,
	    .state_before = APPT_BOOKED,
	    .hold_until = CIVIL_NONE,
	    .booked_at = LITTLE_AT,
	};
}

#endif
