/* Clients, bookings and states on the desk of the fixture, for tests that need many of them. */
#ifndef BOOKING_FIXTURE_H
#define BOOKING_FIXTURE_H

#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_client.h>
#include <frontdesk/desk_history.h>
#include <frontdesk/mem.h>

#include "desk_fixture.h"

static struct desk d;

/* phone: NULL = none */
static inline void
client(const char *name, const char *phone)
{
	struct findings alike = {0};
	struct client c;
	char field[64];
	enum err e;

	snprintf(field, sizeof(field), "phone=%s", phone != NULL ? phone : "");
	e = desk_client_add(
	    &d, WORDS(name, field), phone != NULL ? 2 : 1, "test", false, &c, &alike);
	is_int(e, ERR_OK, "add %s", name);
	client_release(&c);
	findings_release(&alike);
}

/* Books a line; what came of it is in *out. yes: why soft findings do not hold it back, or NULL. */
static inline enum err
book(const char *words, const char *yes, struct booking *out)
{
	const struct consent c = {.yes = yes};
	struct plan p;
	enum err e;

	*out = (struct booking){0};
	e = desk_plan(&d, words, PLAN_CLIENT_KNOWN, &p);
	if (e == ERR_OK) {
		e = desk_book(&d, &p, &c, out);
		plan_release(&p);
	}
	return e;
}

static inline int64_t
booked(const char *words, const char *yes)
{
	struct booking b;
	enum err e = book(words, yes, &b);
	int64_t id = b.appt.id;

	is_int(e, ERR_OK, "book %s%s%s", words, e != ERR_OK ? ": " : "",
	    e != ERR_OK ? err_message() : "");
	booking_release(&b);
	return id;
}

static inline void
enter(int64_t id, enum appt_state to, bool force, enum err want, const char *what)
{
	struct booking b;
	enum err e = desk_status(&d, id, 0, to, force, NULL, &b);

	is_int(e, want, "%s%s%s", what, e != ERR_OK ? ": " : "", e != ERR_OK ? err_message() : "");
	booking_release(&b);
}

static inline void
undo(const char *label)
{
	char *said = NULL;
	enum err e = desk_undo(&d, &said);

	ok(e == ERR_OK && strncmp(said, label, strlen(label)) == 0, "undo says %s (%s)", label,
	    e == ERR_OK ? said : err_message());
	free(said);
}

#endif
