/* What the desk hears: a message left, who comes late, who runs late; undone as any step. */
#include "desk_fixture.h"

#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_history.h>
#include <frontdesk/mem.h>

static void
must(enum err e)
{
	if (e != ERR_OK) {
		printf("Bail out! %s\n", err_message());
		exit(1);
	}
}

static struct appt
row_of(struct desk *d, int64_t id)
{
	struct appt a = {0}, copy;

	must(store_appt(d->store, id, &a));
	copy = a;
	appt_release(&a);
	return copy; /* its texts are gone */
}

static void
undo(struct desk *d)
{
	char *label = NULL;

	must(desk_undo(d, &label));
	free(label);
}

static void
test_appt(struct desk *d, int64_t id)
{
	struct booking b = {0};
	struct appt was = row_of(d, id);

	is_int(desk_message_left(d, id, 0, true, &b), ERR_OK, "a message was left");
	ok(b.appt.message_left && row_of(d, id).message_left, "is in the file");
	is_int(row_of(d, id).sequence, was.sequence, "and no news for calendars");
	booking_release(&b);
	is_int(desk_message_left(d, id, was.rev, false, &b), ERR_BUSY, "a stale row is refused");
	booking_release(&b);
	undo(d);
	ok(!row_of(d, id).message_left, "undone");

	is_int(desk_expect(d, id, 0, was.start + 20, &b), ERR_OK, "expected later");
	booking_release(&b);
	is_int(row_of(d, id).expected - was.start, 20, "is in the file");
	is_int(desk_expect(d, id, 0, was.end, &b), ERR_REFUSED, "not at its end");
	booking_release(&b);
	is_int(desk_expect(d, id, 0, was.start - 1, &b), ERR_REFUSED, "not before its start");
	booking_release(&b);
	is_int(desk_expect(d, id, 0, was.start, &b), ERR_OK, "in time after all");
	booking_release(&b);
	ok(row_of(d, id).expected == CIVIL_NONE, "nothing is kept");
	undo(d);
	is_int(row_of(d, id).expected - was.start, 20, "undone");
	must(desk_status(d, id, 0, APPT_ARRIVED, true, NULL, &b));
	booking_release(&b);
	is_int(
	    desk_expect(d, id, 0, was.start + 5, &b), ERR_REFUSED, "who is here is not expected");
	booking_release(&b);
	is_int(desk_message_left(d, 999, 0, true, &b), ERR_NOT_FOUND, "no such appointment");
	booking_release(&b);
}

static void
test_therapist(struct desk *d)
{
	const civil_day today = civil_day_of(desk_now(d));
	int64_t mia = 0;

	must(practice_find_therapist(&d->practice, "mia", &mia));
	is_int(desk_runs_late(d, mia, today, 20), ERR_OK, "runs late");
	is_int(therapist_late(practice_therapist(&d->practice, mia), today), 20, "today");
	is_int(therapist_late(practice_therapist(&d->practice, mia), today + 1), 0, "today alone");
	is_int(desk_runs_late(d, mia, today, DESK_LATE_MAX + 1), ERR_USAGE, "but not a day");
	is_int(desk_runs_late(d, 99, today, 5), ERR_NOT_FOUND, "nor nobody");
	is_int(desk_runs_late(d, mia, today, 0), ERR_OK, "in time");
	is_int(therapist_late(practice_therapist(&d->practice, mia), today), 0, "again");
	undo(d);
	must(desk_reload(d));
	is_int(therapist_late(practice_therapist(&d->practice, mia), today), 20, "undone");
}

int
main(void)
{
	const struct consent none = {0};
	struct desk d = {0};
	struct plan plan = {0};
	struct booking b = {0};

	fixture_open(&d);
	must(desk_plan(&d, "Ada Smith dt60 mia 15:00", PLAN_CLIENT_EITHER, &plan));
	must(desk_book(&d, &plan, &none, &b));
	test_appt(&d, b.appt.id);
	test_therapist(&d);
	booking_release(&b);
	plan_release(&plan);
	desk_close(&d);
	return done();
}
