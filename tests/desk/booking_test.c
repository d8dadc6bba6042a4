/* Booking, moving, states, undo: what the desk does to appointments, and what it refuses. */
#include "booking_fixture.h"

/* The same again, as the faces do it. */
static enum err
again(struct desk *desk, int64_t id, const char *when, struct booking *out)
{
	struct plan p = {0};
	enum err e = desk_rebook_plan(desk, id, when, &p);

	*out = (struct booking){0};
	if (e == ERR_OK)
		e = desk_book(desk, &p, NULL, out);
	plan_release(&p);
	return e;
}

static void
refused(const char *words, const char *yes, enum err want, const char *code)
{
	struct booking b;
	enum err e = book(words, yes, &b);
	bool found = false;

	for (size_t i = 0; i < b.findings.n; i++)
		found |= strcmp(finding_code_word(b.findings.v[i].code), code) == 0;
	ok(e == want && found, "%s: %s (%s)", words, code, err_message());
	if (e != want || !found)
		printf("# got %d, want %d\n", e, want);
	booking_release(&b);
}

static void
state_is(int64_t id, const char *state, const char *start, const char *what)
{
	struct appt a = {0};
	char at[CIVIL_MIN_SIZE] = "", s[2] = "";

	if (store_appt(d.store, id, &a) == ERR_OK) {
		s[0] = appt_state_char(a.state);
		civil_iso_min(a.start, at);
	}
	is_str(s, state, "%s: the state", what);
	is_str(at, start, "%s: the start", what);
	appt_release(&a);
}

static void
test_booking(void)
{
	struct booking b;
	int64_t id;

	id = booked("smith dt60 mia fri 14:00", NULL);
	state_is(id, "-", "2026-11-27T14:00", "booked");
	refused("kim dt60 mia fri 14:30", NULL, ERR_REFUSED, "therapist-busy");
	ok(strstr(err_message(), "Smith") != NULL && strstr(err_message(), "Mia") != NULL,
	    "the sentence names who is in the way: %s", err_message());
	refused("smith sw60 jon fri 14:30", NULL, ERR_REFUSED, "client-busy");
	refused("kim dt60 mia sun 14:00", NULL, ERR_NEEDS_YES, "outside-shift");
	refused("kim ly60 mia fri 16:00", NULL, ERR_NEEDS_YES, "skill");
	refused("kim dt60 mia 2026-11-20 10:00", NULL, ERR_NEEDS_YES, "past");
	refused("kim dt45 mia fri 16:00", NULL, ERR_NEEDS_YES, "duration");
	is_int(book("kim dt60 mia fri 12:30", "client asked", &b), ERR_OK, "a yes goes through");
	is_str(b.appt.reason, "client asked", "and the reason is kept");
	booking_release(&b);
	/* 14:00–15:00 and its turnover to 15:15: a start at 15:00 squeezes it. */
	refused("kim dt60 mia fri 15:00", NULL, ERR_NEEDS_YES, "turnover");
	is_int(
	    book("kim dt60 mia fri 15:00", "owner agreed", &b), ERR_OK, "squeezed with a reason");
	booking_release(&b);
}

static void
test_not_understood(void)
{
	static const struct {
		const char *words;
		enum err want;
		const char *names;
	} cases[] = {
	    {"smith dt60 mia fri 25:99", ERR_USAGE, "25:99"},
	    {"smith mia fri 14:00", ERR_USAGE, "service"},
	    {"smith xx60 mia fri 14:00", ERR_USAGE, "xx60"},
	    {"smith dt60 mia fri", ERR_USAGE, "time"},
	    {"dt60 mia fri 14:00", ERR_USAGE, "client"},
	    {"nobody dt60 mia fri 14:00", ERR_NOT_FOUND, "nobody"},
	    {"smyth dt60 mia fri 14:00", ERR_NOT_FOUND, "no client \"smyth\"; similar: #"},
	    {"ada dt60 mia fri 14:00", ERR_NOT_FOUND, "2 clients"},
	    {"ada dt60 mia fri 14:00", ERR_NOT_FOUND, "; write more of the name, or #"},
	    {"smith dt60 mia 2027-03-14 2:30", ERR_REFUSED, "clocks"},
	};
	struct booking b;

	for (size_t i = 0; i < array_size(cases); i++) {
		enum err e = book(cases[i].words, NULL, &b);

		ok(e == cases[i].want && strstr(err_message(), cases[i].names) != NULL, "%s: %s",
		    cases[i].words, err_message());
		booking_release(&b);
	}
}

static void
move(int64_t id, const char *words, enum err want)
{
	const struct consent c = {0};
	struct booking b = {0};
	struct move m;
	enum err e;

	e = desk_move_words(&d, id, words, &m);
	if (e == ERR_OK)
		e = desk_move(&d, id, &m, &c, &b);
	is_int(e, want, "move %s%s%s", words, e != ERR_OK ? ": " : "",
	    e != ERR_OK ? err_message() : "");
	booking_release(&b);
}

static void
test_moving(void)
{
	int64_t id = booked("kim sw60 jon thu 10:00", NULL);
	struct move m;
	struct booking b;

	move(id, "11:00", ERR_OK);
	state_is(id, "-", "2026-11-26T11:00", "moved in time");
	move(id, "sat", ERR_OK);
	state_is(id, "-", "2026-11-28T11:00", "moved to a day");
	move(id, "thu 10:30 mia", ERR_OK);
	undo("Moved");
	state_is(id, "-", "2026-11-28T11:00", "put back");
	is_int(desk_move_words(&d, id, "mon 9:00", &m), ERR_OK, "read");
	m.rev = 1;
	is_int(
	    desk_move(&d, id, &m, NULL, &b), ERR_BUSY, "a stale form is told: %s", err_message());
	booking_release(&b);
	is_int(again(&d, id, "4w", &b), ERR_OK, "the same again in four weeks");
	state_is(b.appt.id, "-", "2026-12-26T11:00", "again");
	booking_release(&b);
}

static void
test_states(void)
{
	int64_t id = booked("smith sw60 jon today 11:00", NULL), other;
	struct booking b;

	enter(id, APPT_CONFIRMED, false, ERR_OK, "confirmed");
	enter(id, APPT_COMPLETED, false, ERR_NEEDS_YES, "completed before arrival asks");
	enter(id, APPT_ARRIVED, false, ERR_OK, "arrived");
	enter(id, APPT_STARTED, false, ERR_NEEDS_YES, "without intake and consents it asks");
	enter(id, APPT_STARTED, true, ERR_OK, "in session");
	enter(id, APPT_NOSHOW, true, ERR_REFUSED, "one in session is no no-show");
	undo("In session");
	state_is(id, "@", "2026-11-23T11:00", "back to arrived");
	id = booked("kim sw60 mia tue 10:00", NULL);
	is_int(desk_cancel(&d, id, 0, CANCEL_CLIENT, NULL, false, false, &b), ERR_OK,
	    "cancelled the day before");
	is_int(b.appt.state, APPT_CANCELLED, "in time");
	booking_release(&b);
	other = booked("lee sw60 mia tue 10:00", NULL);
	enter(id, APPT_BOOKED, false, ERR_REFUSED, "its time is booked again");
	ok(strstr(err_message(), "Lee") != NULL, "by whom: %s", err_message());
	enter(other, APPT_VOID, false, ERR_OK, "booked in error");
	enter(id, APPT_BOOKED, false, ERR_OK, "now it comes back");
	id = booked("kim sw60 jon today 16:00", NULL);
	is_int(desk_cancel(&d, id, 0, CANCEL_CLIENT, NULL, false, false, &b), ERR_OK,
	    "cancelled the same day");
	is_int(b.appt.state, APPT_LATE, "late");
	booking_release(&b);
}

static void
test_couple(void)
{
	int64_t id = booked("smith + kim cp60 mia + jon wed 15:00", NULL);
	struct appt a = {0};
	struct book day = {0};
	int n = 0;

	is_int(store_appt(d.store, id, &a), ERR_OK, "read");
	ok(a.party_id == id, "the party bears the first row's number");
	is_int(store_book(d.store, civil_day_of(a.start), civil_day_of(a.start) + 1, &day), ERR_OK,
	    "day");
	for (size_t i = 0; i < day.appts.n; i++)
		n += day.appts.v[i].party_id == id && day.appts.v[i].room_id == a.room_id;
	is_int(n, 2, "two rows in one room");
	book_release(&day);
	move(id, "16:30", ERR_OK);
	enter(id, APPT_CANCELLED, false, ERR_OK, "the couple cancels");
	is_int(store_book(d.store, civil_day_of(a.start), civil_day_of(a.start) + 1, &day), ERR_OK,
	    "day");
	n = 0;
	for (size_t i = 0; i < day.appts.n; i++)
		n += day.appts.v[i].party_id == id && day.appts.v[i].state == APPT_CANCELLED &&
		    day.appts.v[i].start == a.start + 90;
	is_int(n, 2, "both moved, both cancelled");
	book_release(&day);
	appt_release(&a);
	refused("smith cp60 mia wed 15:00", NULL, ERR_REFUSED, "party");
}

/* What the review of 23 November found. */
static void
test_couples_more(void)
{
	struct booking b;
	struct plan same;
	struct appt a;
	int64_t id, before, room = 2;

	/* Two people in the ordinary service need a room for two, and two therapists. */
	id = booked("smith + kim sw60 mia + jon 2026-12-07 10:00", NULL);
	is_int(store_appt(d.store, id, &a), ERR_OK, "read");
	is_int(a.room_id, 2, "the room for two is chosen");
	appt_release(&a);
	is_int(desk_plan(&d, "smith + smith cp60 2026-12-08 10:00", PLAN_CLIENT_KNOWN, &same),
	    ERR_USAGE, "nobody is a couple: %s", err_message());
	move(id, "jon", ERR_REFUSED);
	/* Both sides take turnover from the same row. */
	before = booked("lee sw60 mia r2 2026-12-09 10:00", NULL);
	is_int(book("smith + kim cp60 mia + jon r2 2026-12-09 11:00", "asked", &b), ERR_OK,
	    "a couple after it: %s", err_message());
	is_int(store_appt(d.store, before, &a), ERR_OK, "read");
	is_int(a.held, a.end, "the turnover gave way once");
	ok(b.appt.price == 18000 && b.appt2.price == 0, "a couple pays once");
	appt_release(&a);
	/* Who has come is said of each; leaving the plan concerns both. */
	id = b.appt2.id;
	booking_release(&b);
	enter(id, APPT_CONFIRMED, false, ERR_OK, "one of them confirms");
	state_is(id, "+", "2026-12-09T11:00", "the one");
	enter(id, APPT_CANCELLED, false, ERR_OK, "cancelled");
	undo("Cancelled");
	is_int(desk_room_save(&d, &room, WORDS("capacity=1"), 1), ERR_OK, "a smaller room");
	enter(id, APPT_BOOKED, false, ERR_OK, "they may still be marked");
	is_int(desk_room_save(&d, &room, WORDS("capacity=2"), 1), ERR_OK, "and larger");
	is_int(desk_therapist_archive(&d, 2, true), ERR_OK, "Jon leaves");
	is_int(book("smith + kim cp60 2026-12-10 10:00", NULL, &b), ERR_REFUSED,
	    "one is too few: %s", err_message());
	booking_release(&b);
	is_int(desk_therapist_archive(&d, 2, false), ERR_OK, "Jon is back");
}

/* What was read before another desk wrote is not written over. */
static void
test_stale(void)
{
	const struct consent c = {0};
	int64_t id = booked("lee sw60 mia 2026-12-14 10:00", NULL), gone = 0;
	struct plan p = {.client_id = 3, .start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct booking b;
	struct move m;
	char *label;

	is_int(desk_move_words(&d, id, "14:30", &m), ERR_OK, "a desk reads");
	move(id, "2026-12-17", ERR_OK);
	is_int(desk_move(&d, id, &m, &c, &b), ERR_BUSY, "and is told: %s", err_message());
	booking_release(&b);
	is_int(desk_therapist_save(&d, &gone, WORDS("code=zoe", "name=Zoe"), 2), ERR_OK, "Zoe");
	is_int(
	    desk_plan(&d, "lee sw60 zoe 2026-12-18 10:00", false, &p), ERR_OK, "a plan with her");
	is_int(desk_undo(&d, &label), ERR_OK, "who is undone");
	free(label);
	is_int(desk_book(&d, &p, &c, &b), ERR_BUSY, "the plan is told: %s", err_message());
	booking_release(&b);
	plan_release(&p);
}

/* The nights of the clock changes. */
static void
test_clock_changes(void)
{
	struct appt_list way = {0};
	struct slot_list l = {0};
	struct booking b;

	is_int(desk_hours(&d, 1, "mon-sun 0:00-24:00", CIVIL_DAY_NONE, 1, 0, &way), ERR_OK,
	    "day and night");
	is_int(book("lee sw60 mia 2027-03-14 1:30", NULL, &b), ERR_REFUSED, "ends in the gap: %s",
	    err_message());
	booking_release(&b);
	is_int(desk_free(&d, "sw60 mia 2027-03-14 0:00-6:00", 0, &l), ERR_OK, "that night");
	ok(l.n > 0, "there are free times: %zu", l.n);
	for (size_t i = 0; i < l.n; i++)
		ok(desk_span_exists(&d, l.v[i].start, l.v[i].end) == ERR_OK, "which exist");
	slot_list_release(&l);
	appt_list_release(&way);
}

static void
test_hold(void)
{
	struct plan p;
	struct booking b;

	is_int(desk_plan(&d, "lee sw60 jon today 15:00", false, &p), ERR_OK, "a plan for today");
	p.held = true;
	p.hold_until = p.start + 60;
	is_int(
	    desk_book(&d, &p, NULL, &b), ERR_USAGE, "not beyond its beginning: %s", err_message());
	booking_release(&b);
	p.hold_until = CIVIL_NONE;
	is_int(desk_book(&d, &p, NULL, &b), ERR_OK, "held");
	is_int(b.appt.hold_until, p.start, "at most until then");
	booking_release(&b);
	plan_release(&p);
}

static void
test_free(void)
{
	struct slot_list l = {0};

	is_int(desk_free(&d, "dt60 mia fri", 0, &l), ERR_OK, "free time of Mia");
	ok(l.n > 0, "there is some: %zu", l.n);
	for (size_t i = 0; i < l.n; i++) {
		struct plan p = {.client_id = 3,
		    .service_id = 0,
		    .start = l.v[i].start,
		    .minutes = 60,
		    .therapist_id = l.v[i].therapist_id,
		    .room_id = l.v[i].room_id};
		struct findings f = {0};

		practice_find_service(&d.practice, "dt", &p.service_id) == ERR_OK ? (void)0
										  : abort();
		ok(desk_why(&d, &p, &f) == ERR_OK && findings_worst(&f) == LEVEL_NOTICE,
		    "slot %zu may be booked", i);
		findings_release(&f);
	}
	slot_list_release(&l);
	is_int(desk_free(&d, "pn60 male week", 0, &l), ERR_OK, "nobody fits");
	is_int(l.n, 0, "an empty answer is an answer");
	slot_list_release(&l);
}

/* The nearest free starts: the therapist's own, in order of time; else anybody's. */
static void
test_free_near(void)
{
	struct slot_list l = {0};
	struct plan p;

	is_int(
	    desk_plan(&d, "#3 sw60 jon 12.1.2027 12:00", PLAN_CLIENT_KNOWN, &p), ERR_OK, "a plan");
	is_int(desk_free_near(&d, &p, 3, &l), ERR_OK, "free time near it");
	ok(l.n == 3 && l.v[0].start == p.start - 15 && l.v[1].start == p.start &&
		l.v[2].start == p.start + 15,
	    "the nearest, by time");
	slot_list_release(&l);
	p.start = civil_at(civil_day_of(p.start) + 4, 12 * 60); /* a Saturday: Mia is off */
	p.therapist_id = 1;
	is_int(desk_free_near(&d, &p, 2, &l), ERR_OK, "where this therapist has none");
	ok(l.n == 2 && l.v[0].therapist_id == 2, "others have");
	slot_list_release(&l);
	p.start = civil_at(civil_day_of(p.start) + 1, 12 * 60);
	is_int(desk_free_near(&d, &p, 2, &l), ERR_OK, "on a Sunday");
	is_int(l.n, 0, "nobody has");
	slot_list_release(&l);
	plan_release(&p);
}

/* Of a couple with two therapists every time that is offered can be booked. */
static void
test_free_couple(void)
{
	const int64_t taken = booked("#3 sw60 jon 14.1.2027 11:00", NULL);
	struct slot_list l = {0};
	struct slot next;
	struct findings f = {0};
	struct plan p;

	is_int(desk_plan(&d, "smith + kim cp60 mia + jon 14.1.2027 11:00", PLAN_CLIENT_KNOWN, &p),
	    ERR_OK, "a couple's plan");
	is_int(desk_free_next(&d, &p, &next), ERR_OK, "the next free time");
	p.start = next.start;
	is_int(desk_why(&d, &p, &f), ERR_OK, "is looked at");
	ok(findings_worst(&f) <= LEVEL_NOTICE, "and the second therapist is free, too");
	findings_release(&f);
	p.start = civil_at(civil_day_of(p.start), 11 * 60);
	is_int(desk_free_near(&d, &p, 9, &l), ERR_OK, "the nearest");
	ok(l.n > 0, "there are some");
	for (size_t i = 0; i < l.n; i++) {
		p.start = l.v[i].start;
		is_int(desk_why(&d, &p, &f), ERR_OK, "each");
		ok(findings_worst(&f) <= LEVEL_NOTICE, "can be booked");
		findings_release(&f);
	}
	slot_list_release(&l);
	plan_release(&p);
	enter(taken, APPT_CANCELLED, false, ERR_OK, "cancelled");
}

/* Looking at what booking again would be waits for nobody. */
static void
test_rebook_plan(void)
{
	const struct desk_options o = fixture_options("mia");
	const int64_t id = booked("#3 sw60 jon 13.1.2027 12:00", NULL);
	struct store_step step;
	struct desk other = {0};
	struct plan p = {0};

	is_int(desk_open(&other, &o), ERR_OK, "another desk");
	step = desk_step(&other, "Busy");
	is_int(store_begin(other.store, &step), ERR_OK, "is writing");
	is_int(desk_rebook_plan(&d, id, "4w", &p), ERR_OK, "meanwhile: %s", err_message());
	ok(civil_day_of(p.start) == civil_from_ymd(2027, 2, 10) && p.client_id == 3 &&
		p.therapist_id == 2 && p.minutes == 60,
	    "the same four weeks later");
	plan_release(&p);
	is_int(desk_rebook_plan(&d, id, "4w mia", &p), ERR_OK, "%s", err_message());
	ok(civil_day_of(p.start) == civil_from_ymd(2027, 2, 10) && p.therapist_id == 1 &&
		p.requested,
	    "with a therapist by name");
	plan_release(&p);
	is_int(desk_rebook_plan(&d, id, "mia 15.1.2027 9:00", &p), ERR_OK, "%s", err_message());
	ok(p.start == civil_at(civil_from_ymd(2027, 1, 15), 540) && p.therapist_id == 1,
	    "in any order");
	plan_release(&p);
	is_int(desk_rebook_plan(&d, id, "never", &p), ERR_USAGE, "%s", err_message());
	is_int(desk_rebook_plan(&d, id, "4w never", &p), ERR_USAGE, "%s", err_message());
	ok(strstr(err_message(), "never") != NULL, "the word at fault");
	store_rollback(other.store);
	desk_close(&other);
}

int
main(void)
{
	fixture_open(&d);
	client("Ada Smith", "555-0101");
	client("Kim Park", "555-0102");
	client("Ann Lee", "555-0103");
	client("Ada Jones", "555-0104");
	test_booking();
	test_not_understood();
	test_moving();
	test_states();
	test_couple();
	test_couples_more();
	test_stale();
	test_free();
	test_free_near();
	test_free_couple();
	test_rebook_plan();
	test_hold();
	test_clock_changes();
	desk_close(&d);
	return done();
}
