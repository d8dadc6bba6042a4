/* Appointments: saving, the guards against double booking, lists, the book of a day, notes. */
#include "little.h"

static int64_t ada, bob;

static enum err
insert(struct store *s, struct appt *a)
{
	free(a->last_by);
	a->last_by = NULL;
	return store_appt_insert(s, a);
}

static void
test_round_trip(struct store *s)
{
	struct appt a = little_appt(ada, 8, 0), got;

	a.series_id = 7;
	a.party_id = 5;
	a.state = APPT_HELD;
	a.state_before = APPT_HELD;
	a.requested = a.message_left = true;
	a.desk_note = xstrdup("brings the dog");
	a.reason = xstrdup("as asked");
	a.price = 9500;
	a.paid = 2000;
	a.hold_until = little_time(7, 0);
	a.booked_at = 1;
	a.confirmed_at = 2;
	a.arrived_at = 3;
	a.started_at = 4;
	a.completed_at = 5;
	a.ended_at = 6;
	is_int(store_appt_insert(s, &a), ERR_OK, "an appointment is saved: %s", err_message());
	ok(a.id > 0 && a.rev == 1 && a.sequence == 0 && a.updated == LITTLE_AT, "what it sets");
	is_str(a.last_by, "ann", "who did it");
	is_int(store_appt(s, a.id, &got), ERR_OK, "and read");
	ok(memcmp(a.uid, got.uid, sizeof(a.uid)) == 0 && got.uid[6] >> 4 == 4, "uid");
	ok(got.client_id == ada && got.therapist_id == little_mia && got.room_id == little_blue &&
		got.service_id == little_service && got.party_id == 5 && got.series_id == 7,
	    "ids");
	ok(got.start == a.start && got.end == a.end && got.held == a.held, "times");
	ok(got.state == APPT_HELD && got.state_before == APPT_HELD && got.requested &&
		got.message_left,
	    "state and marks");
	is_str(got.desk_note, "brings the dog", "desk note");
	is_str(got.reason, "as asked", "reason");
	ok(got.price == 9500 && got.paid == 2000, "amounts");
	is_int(got.hold_until, little_time(7, 0), "hold until");
	ok(got.booked_at == 1 && got.confirmed_at == 2 && got.arrived_at == 3 &&
		got.started_at == 4 && got.completed_at == 5 && got.ended_at == 6,
	    "stamps");
	is_str(got.last_by, "ann", "last by");
	is_str(got.client_first, "Ada", "the client's first name comes along");
	is_str(got.client_last, "Smith", "and the last");
	ok(got.first_visit, "a first visit");
	appt_release(&got);
	a.state = APPT_VOID;
	must(store_appt_update(s, &a), "void");
	appt_release(&a);
	is_int(store_appt(s, 999, &got), ERR_NOT_FOUND, "an appointment that does not exist");
	is_str(err_message(), "no appointment #999", "is named");
}

/*
 * Ada is with Mia in the blue room 10:00-11:00 (held to 11:15). What may stand beside it?
 * client: 0 = Ada; therapist and room: 0 = the same.
 */
static const struct guard_row {
	const char *what;
	bool other_client, other_therapist, other_room;
	int start, end, held; /* minutes of the day */
	const char *taken; /* NULL: accepted */
} guard_rows[] = {
    {"the same time", true, false, true, 600, 660, 675, "therapist"},
    {"into its beginning", true, false, true, 555, 601, 601, "therapist"},
    {"in its turnover", true, false, true, 674, 734, 749, "therapist"},
    {"inside", true, false, true, 620, 630, 630, "therapist"},
    {"around", true, false, true, 540, 720, 720, "therapist"},
    {"up to its beginning", true, false, false, 540, 600, 600, NULL},
    {"turnover over its beginning", true, false, true, 540, 600, 601, "therapist"},
    {"from its turnover's end", true, false, false, 675, 735, 750, NULL},
    {"the room, same time", true, true, false, 600, 660, 675, "room"},
    {"the room, in its turnover", true, true, false, 674, 734, 749, "room"},
    {"the room, turnover over its beginning", true, true, false, 540, 600, 601, "room"},
    {"the room, up to its beginning", true, true, false, 540, 600, 600, NULL},
    {"the room, after", true, true, false, 675, 735, 750, NULL},
    {"the client, same time", false, true, true, 600, 660, 675, "client"},
    {"the client, last minute", false, true, true, 659, 700, 700, "client"},
    {"the client, into the beginning", false, true, true, 540, 601, 601, "client"},
    {"the client, in the turnover", false, true, true, 660, 720, 735, NULL},
    {"the client, own turnover over it", false, true, true, 540, 600, 615, NULL},
    {"all others", true, true, true, 600, 660, 675, NULL},
    {"the longest before", true, false, false, 120, 600, 600, NULL},
    {"the longest over the beginning", true, false, true, 121, 600, 601, "therapist"},
};

static struct appt
guarded(const struct guard_row *r)
{
	struct appt a = little_appt(r->other_client ? bob : ada, 0, 0);

	if (r->other_therapist)
		a.therapist_id = little_jon;
	if (r->other_room)
		a.room_id = little_pair;
	a.start = little_time(0, r->start);
	a.end = little_time(0, r->end);
	a.held = little_time(0, r->held);
	return a;
}

static void
take_away(struct store *s, struct appt *a)
{
	a->state_before = a->state;
	a->state = APPT_CANCELLED;
	must(store_appt_update(s, a), "cancel");
}

static void
test_guards(struct store *s)
{
	struct appt there = little_appt(ada, 10, 0);
	char sentence[100];

	must(insert(s, &there), "there");
	for (size_t i = 0; i < array_size(guard_rows); i++) {
		const struct guard_row *r = &guard_rows[i];
		struct appt a = guarded(r);

		is_int(
		    insert(s, &a), r->taken == NULL ? ERR_OK : ERR_REFUSED, "insert: %s", r->what);
		if (r->taken == NULL) {
			take_away(s, &a);
		} else {
			snprintf(sentence, sizeof(sentence),
			    "already booked: the %s is taken at that time", r->taken);
			is_str(err_message(), sentence, "told: %s", r->what);
		}
		free(a.last_by);
	}
	take_away(s, &there);
	free(there.last_by);
}

/* The same questions when an appointment is moved there. */
static void
test_moves(struct store *s)
{
	struct appt there = little_appt(ada, 10, 0), moved = little_appt(bob, 15, 0);

	must(insert(s, &there), "there");
	must(insert(s, &moved), "moved");
	for (size_t i = 0; i < array_size(guard_rows); i++) {
		const struct guard_row *r = &guard_rows[i];
		struct appt a = guarded(r);

		a.id = moved.id;
		a.rev = moved.rev;
		is_int(store_appt_update(s, &a), r->taken == NULL ? ERR_OK : ERR_REFUSED,
		    "move: %s", r->what);
		if (r->taken == NULL)
			moved.rev = a.rev;
		free(a.last_by);
	}
	take_away(s, &moved);
	take_away(s, &there);
	free(there.last_by);
	free(moved.last_by);
}

static void
test_cancelled(struct store *s)
{
	struct appt a = little_appt(ada, 10, 0), b = little_appt(bob, 10, 0);

	must(insert(s, &a), "a");
	is_int(insert(s, &b), ERR_REFUSED, "the time is taken");
	take_away(s, &a);
	is_int(insert(s, &b), ERR_OK, "and frees its time");
	a.state = APPT_BOOKED;
	is_int(store_appt_update(s, &a), ERR_REFUSED, "taking it back is refused now");
	take_away(s, &b);
	is_int(store_appt_update(s, &a), ERR_OK, "and goes when that is gone");
	take_away(s, &a);
	free(a.last_by);
	free(b.last_by);
}

static void
test_couples(struct store *s)
{
	int64_t cid = little_client(s, "Cid", "Third", ""),
		asha = little_therapist(s, "ash", "Asha");
	struct appt one = little_appt(ada, 10, 0), two = little_appt(bob, 10, 0);
	struct appt three = little_appt(cid, 10, 0);

	one.room_id = two.room_id = three.room_id = little_pair;
	two.therapist_id = little_jon;
	three.therapist_id = asha;
	must(insert(s, &one), "one");
	is_int(insert(s, &two), ERR_REFUSED, "a room for two is not shared by strangers");
	one.party_id = two.party_id = three.party_id = one.id;
	must(store_appt_update(s, &one), "party");
	is_int(insert(s, &two), ERR_OK, "but by a couple");
	is_int(insert(s, &three), ERR_REFUSED, "up to its capacity");
	two.room_id = little_blue;
	must(store_appt_update(s, &two), "out");
	is_int(insert(s, &three), ERR_OK, "when one goes, there is a place");
	two.room_id = little_pair;
	is_int(store_appt_update(s, &two), ERR_REFUSED, "and none to come back to");
	take_away(s, &one);
	is_int(store_appt_update(s, &two), ERR_OK, "but when another goes");
	two.party_id = 0;
	is_int(store_appt_update(s, &two), ERR_REFUSED, "leaving the couple is leaving the room");
	two.party_id = one.id;
	take_away(s, &two);
	take_away(s, &three);
	free(one.last_by);
	free(two.last_by);
	free(three.last_by);
}

static void
test_sequence(struct store *s)
{
	struct appt a = little_appt(ada, 10, 0);

	must(insert(s, &a), "a");
	a.message_left = true;
	must(store_appt_update(s, &a), "mark");
	ok(a.rev == 2 && a.sequence == 0, "a mark is no matter for calendars");
	a.start += 15;
	must(store_appt_update(s, &a), "start");
	is_int(a.sequence, 1, "sequence: start");
	a.end += 15;
	must(store_appt_update(s, &a), "end");
	is_int(a.sequence, 2, "sequence: end");
	a.held += 15;
	must(store_appt_update(s, &a), "held");
	is_int(a.sequence, 2, "turnover is our own matter");
	a.room_id = 0;
	must(store_appt_update(s, &a), "room");
	is_int(a.sequence, 3, "sequence: no room");
	a.therapist_id = little_jon;
	must(store_appt_update(s, &a), "therapist");
	is_int(a.sequence, 4, "sequence: therapist");
	take_away(s, &a);
	is_int(a.sequence, 5, "sequence: state");
	is_int(a.rev, 8, "rev: every time");
	free(a.last_by);
}

static void
test_stale(struct store *s)
{
	struct appt a = little_appt(ada, 10, 0), stale;

	must(insert(s, &a), "a");
	must(store_appt(s, a.id, &stale), "read");
	must(store_commit(s), "commit");
	little_begin(s, "mia", LITTLE_AT + 10);
	take_away(s, &a);
	must(store_commit(s), "commit");
	little_begin(s, "jon", LITTLE_AT + 12);
	is_int(store_appt_update(s, &stale), ERR_BUSY, "a stale appointment is refused");
	is_str(err_message(), "mia changed this appointment 2 s ago; look again, then change it",
	    "with who and when");
	is_int(stale.rev, 1, "and left as it was");
	free(a.last_by);
	appt_release(&stale);
}

/* Ids of a list, blank separated. */
static struct str ids;
static size_t stop_after;

static bool
note_id(void *arg, const struct appt *a)
{
	(void)arg;
	str_addf(&ids, "%s%lld", ids.n > 0 ? " " : "", (long long)a->id);
	return --stop_after > 0;
}

static void
lists(struct store *s, struct appt_query q, int64_t base, const char *want, const char *what)
{
	struct str expected = {0};

	for (const char *p = want; *p != '\0'; p++)
		str_addf(
		    &expected, "%s%lld", expected.n > 0 ? " " : "", (long long)base + *p - 'a');
	str_clear(&ids);
	must(store_appts(s, &q, note_id, NULL), what);
	is_str(str_text(&ids), str_text(&expected), "list: %s", what);
	str_release(&expected);
}

static int64_t
add(struct store *s, int64_t client, int64_t therapist, int64_t room, int day, int hour, bool gone)
{
	struct appt a = little_appt(client, hour, 0);

	a.therapist_id = therapist;
	a.room_id = room;
	a.start += day * 1440;
	a.end += day * 1440;
	a.held += day * 1440;
	a.state = gone ? APPT_NOSHOW : APPT_BOOKED;
	must(store_appt_insert(s, &a), "add");
	free(a.last_by);
	return a.id;
}

static void
test_lists(struct store *s)
{
	int64_t eve = little_client(s, "Eve", "List", ""),
		dan = little_client(s, "Dan", "List", "");
	civil_min noon = little_time(12, 0), day = 1440;
	int64_t a = add(s, eve, little_jon, little_blue, 100, 12, false);

	add(s, dan, little_mia, little_pair, 100, 12, false); /* b */
	add(s, eve, little_mia, little_blue, 100, 9, true); /* c */
	add(s, eve, little_mia, little_blue, 101, 9, false); /* d */
	add(s, dan, little_jon, 0, 101, 9, false); /* e */
	add(s, eve, little_jon, little_blue, 99, 15, false); /* f */
#define LIST(want, ...) \
	(stop_after = SIZE_MAX, lists(s, (struct appt_query){__VA_ARGS__}, a, want, #__VA_ARGS__))
	LIST("a", .appt_id = a);
	LIST("", .appt_id = a + 99);
	LIST("fcbade", .from = noon + 99 * day, .until = noon + 110 * day);
	LIST("cba", .from = noon + 100 * day - 180, .until = noon + 100 * day + 1);
	LIST("", .from = noon + 100 * day + 1, .until = noon + 101 * day - 180);
	LIST("fbade", .from = noon + 99 * day, .until = noon + 110 * day, .holds_only = true);
	LIST("cbd", .from = noon + 99 * day, .until = noon + 110 * day, .therapist_id = little_mia);
	LIST("bd", .from = noon + 99 * day, .until = noon + 110 * day, .therapist_id = little_mia,
	    .holds_only = true);
	LIST("d", .from = noon + 99 * day, .until = noon + 110 * day, .therapist_id = little_mia,
	    .room_id = little_blue, .holds_only = true);
	LIST("fcad", .from = noon + 99 * day, .until = noon + 110 * day, .room_id = little_blue);
	LIST("fad", .from = noon + 99 * day, .until = noon + 110 * day, .room_id = little_blue,
	    .holds_only = true);
	LIST("fcad", .client_id = eve);
	LIST("fad", .client_id = eve, .holds_only = true);
	LIST("cd", .client_id = eve, .therapist_id = little_mia);
	LIST("ca", .client_id = eve, .from = noon + 100 * day - 180, .until = noon + 100 * day + 1);
	LIST("be", .client_id = dan);
	stop_after = 2;
	lists(s, (struct appt_query){.client_id = eve}, a, "fc", "stopped after two");
	str_release(&ids);
}

static void
test_first_visit(struct store *s)
{
	int64_t gil = little_client(s, "Gil", "First", "");
	int64_t gone = add(s, gil, little_jon, 0, 200, 9, true);
	int64_t first = add(s, gil, little_jon, 0, 201, 9, false);
	int64_t second = add(s, gil, little_jon, 0, 202, 9, false);
	struct appt a;

	must(store_appt(s, first, &a), "first");
	ok(a.first_visit, "one who did not come has not been here");
	appt_release(&a);
	must(store_appt(s, second, &a), "second");
	ok(!a.first_visit, "the second visit is none");
	appt_release(&a);
	must(store_appt(s, gone, &a), "gone");
	ok(a.first_visit, "nor was there one before the missed one");
	appt_release(&a);
}

static void
test_book(struct store *s)
{
	int64_t hal = little_client(s, "Hal", "Book", "");
	civil_day day = civil_day_of(little_time(0, 0)) + 300;
	int64_t late = add(s, hal, little_jon, 0, 300, 15, false);
	int64_t early = add(s, hal, little_jon, 0, 300, 9, true);
	struct absence off = {
	    .therapist_id = little_jon, .start = civil_at(day, -30), .end = civil_at(day, 30)};
	struct book b;

	add(s, hal, little_jon, 0, 301, 9, false);
	add(s, hal, little_jon, 0, 299, 9, false);
	must(store_absence_add(s, &off), "absence");
	is_int(store_book(s, day, day + 1, &b), ERR_OK, "the book of a day");
	ok(b.from == civil_at(day, 0) && b.until == civil_at(day + 1, 0), "its bounds");
	ok(b.appts.n == 2 && b.appts.v[0].id == early && b.appts.v[1].id == late,
	    "all that start that day, by start, gone ones too");
	ok(b.absences.n == 1 && b.absences.v[0].id == off.id, "absences that touch it");
	book_release(&b);
	is_int(store_book_taken(s, day, day + 1, &b), ERR_OK, "what of it is taken");
	ok(b.from == civil_at(day, 0) && b.until == civil_at(day + 1, 0) && b.absences.n == 1,
	    "the same bounds and absences");
	ok(b.appts.n == 1 && b.appts.v[0].id == late && b.appts.v[0].client_id == hal &&
		b.appts.v[0].therapist_id == little_jon && b.appts.v[0].room_id == 0 &&
		b.appts.v[0].start == civil_at(day, 15 * 60) &&
		b.appts.v[0].held >= b.appts.v[0].end && b.appts.v[0].state == APPT_BOOKED,
	    "by those that hold, with all that the rules ask");
	book_release(&b);
	must(store_book(s, day - 1, day + 2, &b), "three days");
	is_int(b.appts.n, 4, "three days");
	book_release(&b);
}

static void
test_note(struct store *s)
{
	int64_t id = add(s, ada, little_jon, 0, 400, 9, false);
	char *note = NULL;

	is_int(store_therapist_note(s, id, &note), ERR_OK, "a note that was not written");
	is_str(note, "", "is empty");
	free(note);
	is_int(store_therapist_note_set(s, id, "left shoulder"), ERR_OK, "a note");
	must(store_therapist_note(s, id, &note), "note");
	is_str(note, "left shoulder", "is read back");
	free(note);
	is_int(store_therapist_note_set(s, id, ""), ERR_OK, "a note is emptied");
	must(store_therapist_note(s, id, &note), "note");
	is_str(note, "", "and gone");
	free(note);
}

/* Filling a new file: the guards are off, the overlap proof of `check` is what finds mistakes. */
static void
test_bulk(struct store *s)
{
	const struct store_step fill = {
	    .who = "demo", .at = LITTLE_AT, .label = "Filled", .bulk = true};
	int64_t id;
	struct appt a;

	must(store_commit(s), "commit");
	is_int(store_begin(s, &fill), ERR_OK, "a bulk step begins");
	id = add(s, ada, little_jon, 0, 500, 9, false);
	is_int(store_commit(s), ERR_OK, "and ends");
	is_int(store_appt(s, id, &a), ERR_OK, "what it wrote stands");
	is_str(a.last_by, "demo", "with who wrote it");
	appt_release(&a);
}

int
main(void)
{
	struct store *s = little_open();

	ada = little_client(s, "Ada", "Smith", "020 7946 0958");
	bob = little_client(s, "Bob", "Jones", "");
	test_round_trip(s);
	test_guards(s);
	test_moves(s);
	test_cancelled(s);
	test_couples(s);
	test_sequence(s);
	test_stale(s);
	test_lists(s);
	test_first_visit(s);
	test_book(s);
	test_note(s);
	test_bulk(s);
	store_close(s);
	return done();
}
