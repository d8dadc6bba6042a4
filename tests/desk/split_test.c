/* A couple is split on purpose into two bookings; and who walks in has arrived. */
#include <frontdesk/desk_health.h>

#include "booking_fixture.h"

enum { COUPLE_PRICE = 18000, MASSAGE_PRICE = 9000 };

static enum err
split(int64_t id, const char *words, const char *yes)
{
	const struct consent c = {.yes = yes};
	struct booking b = {0};
	enum err e = desk_split(&d, id, 0, words, &c, &b);

	if (e == ERR_OK)
		ok(b.appt.id == id && b.appt2.id != 0 && b.appt2.id != id, "both are given back");
	booking_release(&b);
	return e;
}

static struct appt
row_of(int64_t id)
{
	struct appt a = {0}, copy;

	if (store_appt(d.store, id, &a) != ERR_OK)
		ok(false, "read #%lld: %s", (long long)id, err_message());
	copy = a;
	appt_release(&a);
	return copy; /* its texts are gone */
}

static void
test_split(int64_t r3)
{
	const int64_t id = booked("smith + kim cp60 mia + jon wed 10:00", NULL);
	const int64_t other = id + 1;
	const int64_t room = row_of(id).room_id;

	is_int(row_of(other).party_id, id, "a couple");
	is_int(split(id, "", NULL), ERR_USAGE, "a service for two: %s", err_message());
	ok(strstr(err_message(), "split sw60") != NULL, "says how to say what each takes");
	is_int(split(id, "cp60", NULL), ERR_REFUSED, "for two again: %s", err_message());
	is_int(split(id, "sw60 11:00", NULL), ERR_USAGE, "at another time: %s", err_message());
	is_int(row_of(id).party_id, id, "nothing was written");
	is_int(split(id, "sw60", NULL), ERR_OK, "split: %s", err_message());
	ok(row_of(id).party_id == 0 && row_of(other).party_id == 0, "neither is of a party");
	ok(row_of(id).room_id != room && row_of(id).room_id != 0, "the one named has another room");
	is_int(row_of(other).room_id, room, "the other keeps theirs");
	ok(row_of(id).price > 0 && row_of(id).price == row_of(other).price, "each pays");
	enter(id, APPT_CANCELLED, false, ERR_OK, "one cancels");
	is_int(row_of(other).state, APPT_BOOKED, "alone");
	undo("Cancelled");
	is_int(split(id, "", NULL), ERR_REFUSED, "once: %s", err_message());
	undo("Split ");
	ok(row_of(id).party_id == id && row_of(other).party_id == id &&
		row_of(id).room_id == room && row_of(other).price == 0,
	    "one step back and they are a couple again");
	/* Every other room is taken. */
	is_int(desk_room_archive(&d, 1, true), ERR_OK, "without room 1");
	is_int(desk_room_archive(&d, r3, true), ERR_OK, "and room 3");
	is_int(split(id, "sw60", "asked"), ERR_REFUSED, "no other room: %s", err_message());
	is_int(row_of(id).party_id, id, "they stay a couple");
	is_int(desk_room_archive(&d, 1, false), ERR_OK, "room 1 is back");
	enter(other, APPT_ARRIVED, true, ERR_REFUSED, "not today");
	enter(id, APPT_CANCELLED, false, ERR_OK, "both cancel");
	is_int(split(id, "sw60", NULL), ERR_REFUSED, "out of the plan: %s", err_message());
}

/* Two who take the ordinary service are split without a word. */
static void
test_ordinary(void)
{
	const int64_t id = booked("smith + kim sw60 mia + jon thu 10:00", NULL);
	const int64_t alone = booked("lee sw60 jon thu 14:00", NULL);
	struct booking b = {0};

	is_int(split(alone, "", NULL), ERR_REFUSED, "no couple's: %s", err_message());
	is_int(desk_split(&d, id, row_of(id).rev + 1, "", NULL, &b), ERR_BUSY,
	    "as it was not seen: %s", err_message());
	booking_release(&b);
	is_int(desk_split(&d, id, 0, "", &(struct consent){.dry_run = true}, &b), ERR_OK, "a try");
	booking_release(&b);
	is_int(row_of(id).party_id, id, "writes nothing");
	is_int(split(id, "", NULL), ERR_OK, "split: %s", err_message());
	ok(row_of(id).party_id == 0 && row_of(id).room_id != row_of(id + 1).room_id,
	    "each has a room");
}

/* What is found of two is said of whom. */
static void
test_whose(void)
{
	const int64_t id = booked("smith + kim cp60 mia + jon fri 10:00", NULL);
	const struct consent c = {.yes = "asked"};
	struct booking b = {0};

	is_int(desk_intake_words(&d, 2, INTAKE_NEWEST, WORDS("conditions=fever"), 1), ERR_OK,
	    "Kim has a fever");
	is_int(split(id, "sw60", NULL), ERR_NEEDS_YES, "which is asked about");
	ok(strncmp(err_message(), "Kim Park: STOP fever", 20) == 0, "as Kim's: %s", err_message());
	is_int(desk_split(&d, id, 0, "sw60", &c, &b), ERR_OK, "the therapist knows");
	for (size_t i = 0; i < b.findings.n; i++)
		if (b.findings.v[i].code == FINDING_FLAG_STOP)
			ok(strncmp(b.findings.v[i].text, "Kim Park: ", 10) == 0, "whose: %s",
			    b.findings.v[i].text);
	ok(findings_has(&b.findings, FINDING_FLAG_STOP), "and it is found");
	booking_release(&b);
}

static void
test_walk_in(void)
{
	struct booking b;
	struct plan p;

	is_int(desk_plan(&d, "#3 sw60 mia 9:00", PLAN_CLIENT_KNOWN, &p), ERR_OK, "a plan");
	p.walk_in = true;
	is_int(desk_book(&d, &p, NULL, &b), ERR_OK, "who walks in: %s", err_message());
	ok(b.appt.state == APPT_ARRIVED && b.appt.arrived_at == desk_utc(&d), "has arrived");
	enter(b.appt.id, APPT_BOOKED, false, ERR_OK, "which can be taken back");
	undo("Taken back to booked");
	undo("Walk-in ");
	ok(store_appt(d.store, b.appt.id, &b.appt2) == ERR_NOT_FOUND, "undone in one step");
	booking_release(&b);
	p.held = true;
	is_int(desk_book(&d, &p, NULL, &b), ERR_USAGE, "not held: %s", err_message());
	booking_release(&b);
	p.held = false;
	p.start += CIVIL_DAY_MINUTES;
	is_int(desk_book(&d, &p, NULL, &b), ERR_REFUSED, "not tomorrow: %s", err_message());
	booking_release(&b);
	plan_release(&p);
}

int
main(void)
{
	int64_t r3 = 0;

	fixture_open(&d);
	is_int(desk_room_save(&d, &r3, WORDS("code=r3", "name=Room 3"), 2), ERR_OK, "a room");
	client("Ada Smith", NULL);
	client("Kim Park", NULL);
	client("Ann Lee", NULL);
	test_split(r3);
	test_ordinary();
	test_whose();
	test_walk_in();
	desk_close(&d);
	return done();
}
