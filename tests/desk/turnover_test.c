/* Turnover that gave way to a booking: back when that leaves, gone again when it returns. */
#include "booking_fixture.h"

static void
move(int64_t id, const char *words)
{
	const struct consent c = {.yes = "asked"};
	struct booking b = {0};
	struct move m;
	enum err e = desk_move_words(&d, id, words, &m);

	if (e == ERR_OK)
		e = desk_move(&d, id, &m, &c, &b);
	is_int(e, ERR_OK, "move %s", words);
	booking_release(&b);
}

static void
turnover_is(int64_t id, int want, const char *what)
{
	struct appt a = {0};

	is_int(store_appt(d.store, id, &a), ERR_OK, "read");
	is_int((int)(a.held - a.end), want, "turnover %s", what);
	appt_release(&a);
}

static void
test_cancelled(void)
{
	int64_t before = booked("lee sw60 mia r1 tue 10:00", "asked");
	int64_t after = booked("kim sw60 mia r1 tue 11:05", "asked");

	turnover_is(before, 5, "gave way");
	enter(after, APPT_CANCELLED, false, ERR_OK, "what squeezed it is cancelled");
	turnover_is(before, 15, "is full again");
	undo("");
	turnover_is(before, 5, "gives way again when that is undone");
	enter(after, APPT_CANCELLED, false, ERR_OK, "cancelled again");
	enter(after, APPT_BOOKED, false, ERR_NEEDS_YES, "back: turnover is a question");
	ok(strstr(err_message(), "only 5 min after Sam Lee") != NULL, "it says whose: %s",
	    err_message());
	turnover_is(before, 15, "stays while nobody said yes");
	enter(after, APPT_BOOKED, true, ERR_OK, "back all the same");
	turnover_is(before, 5, "gave way again");
	enter(after, APPT_VOID, false, ERR_OK, "booked in error");
	booked("smith sw60 mia r2 tue 11:10", "asked");
	turnover_is(before, 10, "gave way to another one");
	enter(after, APPT_BOOKED, true, ERR_REFUSED, "back: the time is booked again");
}

static void
test_moved(void)
{
	int64_t before = booked("lee sw60 mia r1 wed 10:00", "asked");
	int64_t after = booked("kim sw60 mia r1 wed 11:00", "asked");
	int64_t room = booked("smith sw60 jon r1 wed 12:15", "asked");

	turnover_is(before, 0, "gave way");
	move(after, "11:10");
	turnover_is(before, 10, "grows as far as it moved");
	turnover_is(after, 5, "of the moved one gives way to the room's next");
	move(room, "r2");
	turnover_is(after, 15, "is full when the room's next leaves");
	move(after, "thu 11:00");
	turnover_is(before, 15, "is full when it moves to another day");
	undo("");
	turnover_is(before, 10, "as before");
}

static void
test_couple(void)
{
	int64_t mia = booked("lee sw60 mia r2 thu 14:00", "asked");
	int64_t jon = booked("young sw60 jon r1 thu 14:00", "asked");
	int64_t couple = booked("smith + kim cp60 mia + jon r2 thu 15:05", "asked");

	turnover_is(mia, 5, "of Mia's");
	turnover_is(jon, 5, "of Jon's");
	enter(couple, APPT_CANCELLED, false, ERR_OK, "the couple cancels");
	turnover_is(mia, 15, "of Mia's is back");
	turnover_is(jon, 15, "of Jon's too");
	enter(couple, APPT_BOOKED, true, ERR_OK, "they come all the same");
	turnover_is(mia, 5, "of Mia's gave way");
	turnover_is(jon, 5, "of Jon's too");
}

/* What came of a step tells both of a couple. */
static void
test_both(void)
{
	int64_t id = booked("smith + kim cp60 mia + jon r2 fri 14:00", "asked");
	struct booking b;
	char *label = NULL;

	is_int(desk_cancel(&d, id, 0, CANCEL_CLIENT, NULL, false, false, &b), ERR_OK, "cancelled");
	ok(b.appt.id == id && b.appt2.party_id == id && b.appt2.state == APPT_CANCELLED,
	    "both are told");
	booking_release(&b);
	is_int(desk_undo(&d, &label), ERR_OK, "undone");
	is_str(label,
	    "Cancelled Fri 27 Nov 2026 14:00 Smith, Ada & Kim, Lou · Couples 60 · Mia & Jon",
	    "and what was undone");
	free(label);
	is_int(desk_status(&d, id, 0, APPT_CONFIRMED, false, NULL, &b), ERR_OK, "one confirms");
	is_int(b.appt2.id, 0, "of one alone one is told");
	booking_release(&b);
	is_int(desk_appt(&d, id, &b), ERR_OK, "read");
	ok(b.appt2.id != 0 && b.appt2.state == APPT_BOOKED, "with the other one");
	booking_release(&b);
}

int
main(void)
{
	static const char *const names[] = {"Ada Smith", "Lou Kim", "Sam Lee", "Zoe Young"};

	fixture_open(&d);
	for (size_t i = 0; i < array_size(names); i++)
		client(names[i], NULL);
	test_cancelled();
	test_moved();
	test_couple();
	test_both();
	desk_close(&d);
	return done();
}
