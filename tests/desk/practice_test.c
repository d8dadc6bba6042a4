/* Setting the practice up, by words; what is wrong is named and nothing is half-done. */
#include <frontdesk/desk_booking.h>
#include <frontdesk/desk_file.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>

#include "desk_fixture.h"

static struct desk d;

static void
test_refusals(void)
{
	static const struct {
		const char *what, *word, *names;
	} cases[] = {
	    {"therapist", "name=", "name"},
	    {"therapist", "code=a b", "a b"},
	    {"therapist", "gender=Q", "Q"},
	    {"therapist", "colour=mauve", "mauve"},
	    {"therapist", "room=r9", "r9"},
	    {"therapist", "licence=someday", "someday"},
	    {"therapist", "cap=lots", "lots"},
	    {"therapist", "cannot=zz", "zz"},
	    {"therapist", "turnover=dt", "dt"},
	    {"therapist", "height=180", "height"},
	    {"therapist", "Mia", "Mia"},
	    {"room", "capacity=9", "9"},
	    {"room", "step_free=maybe", "maybe"},
	    {"service", "code=dt60", "dt60"},
	    {"service", "prices=60:95", "60:95"},
	    {"service", "prices=2=95", "2"},
	    {"service", "prices=60=cheap", "cheap"},
	    {"service", "prices=45=none", "45"},
	    {"service", "pressure=6", "6"},
	    {"service", "people=3", "3"},
	    {"service", "turnover=-1", "-1"},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		int64_t id = 1;
		enum err e = cases[i].what[0] == 't'
		    ? desk_therapist_save(&d, &id, WORDS(cases[i].word), 1)
		    : cases[i].what[0] == 'r' ? desk_room_save(&d, &id, WORDS(cases[i].word), 1)
					      : desk_service_save(&d, &id, WORDS(cases[i].word), 1);

		ok((e == ERR_USAGE || e == ERR_NOT_FOUND) &&
			strstr(err_message(), cases[i].names) != NULL,
		    "%s %s: %s", cases[i].what, cases[i].word, err_message());
	}
	is_str(practice_therapist(&d.practice, 1)->name, "Mia", "nothing was changed");
	is_str(practice_therapist(&d.practice, 1)->code, "mia", "nor half of it");
}

static void
test_fields(void)
{
	const struct therapist *t;
	const struct service *s;
	money_cents price = 0;
	int64_t id = 1;

	is_int(desk_therapist_save(&d, &id,
		   WORDS("gender=f", "colour=blue", "skills=hot-stone, prenatal", "cap=300",
		       "room=r2", "licence=2027-06-30", "cannot=sp", "turnover=dt=20"),
		   8),
	    ERR_OK, "a therapist's fields");
	t = practice_therapist(&d.practice, id);
	ok(t->gender == 'F' && t->hands_on_cap == 300 && t->usual_room_id == 2 && t->skills.n == 2,
	    "are read back");
	s = NULL;
	is_int(practice_find_service(&d.practice, "dt", &id), ERR_OK, "deep tissue");
	s = practice_service(&d.practice, id);
	is_int(practice_turnover(&d.practice, s, t), 20, "her own turnover");
	is_int(desk_service_save(&d, &id, WORDS("prices=60=99.50", "from=2027-01-01"), 2), ERR_OK,
	    "a new price from a day on");
	s = practice_service(&d.practice, id);
	ok(service_price(s, 60, civil_from_ymd(2026, 12, 31), &price) && price == 9500,
	    "the old one before");
	ok(service_price(s, 60, civil_from_ymd(2027, 1, 1), &price) && price == 9950,
	    "the new one after");
	is_int(desk_service_save(&d, &id, WORDS("from=2027-01-01", "prices=60=101"), 2), ERR_OK,
	    "typed the other way round, again");
	s = practice_service(&d.practice, id);
	ok(service_price(s, 60, civil_from_ymd(2027, 1, 1), &price) && price == 10100,
	    "it takes its place");
	is_int(desk_service_save(&d, &id, WORDS("prices=60=none", "from=2026-12-15"), 2), ERR_OK,
	    "a length ends");
	s = practice_service(&d.practice, id);
	ok(service_price(s, 60, civil_from_ymd(2026, 12, 14), &price) && price == 9500,
	    "it was offered");
	ok(!service_price(s, 60, civil_from_ymd(2027, 1, 1), &price),
	    "and is no more; the price that was to come is gone too");
	is_int(desk_service_save(&d, &id, WORDS("prices=60=99"), 1), ERR_OK, "a price before that");
	is_int(desk_service_save(&d, &id, WORDS("prices=60=98", "from=2026-12-15"), 2), ERR_OK,
	    "and offered again");
	id = 0;
	is_int(desk_service_save(
		   &d, &id, WORDS("code=zz", "name=Zed", "prices=60=10", "from=2027-01-01"), 4),
	    ERR_OK, "a service from a day on");
	ok(!service_price(
	       practice_service(&d.practice, id), 60, civil_from_ymd(2026, 12, 31), &price),
	    "is not offered before");
	is_int(desk_service_save(&d, &id, WORDS("prices=60=none", "from=2027-02-01"), 2),
	    ERR_REFUSED, "the last length: %s", err_message());
	id = 0;
	is_int(desk_room_save(&d, &id, WORDS("code=r1"), 1), ERR_REFUSED, "a code is one's own: %s",
	    err_message());
	is_int(desk_therapist_archive(&d, 2, true), ERR_OK, "archived");
	ok(!practice_therapist(&d.practice, 2)->active, "is not active");
	is_int(desk_therapist_archive(&d, 2, false), ERR_OK, "and back");
}

static void
test_settings(void)
{
	struct appt before = {0}, after = {0};

	is_int(desk_set(&d, "grid", "10", NULL), ERR_OK, "a choice");
	is_int(settings_number(&d.practice.settings, SETTING_GRID), 10, "is read back");
	is_int(desk_set(&d, "grid", "7", NULL), ERR_USAGE, "no choice: %s", err_message());
	is_int(desk_set(&d, "gird", "10", NULL), ERR_USAGE, "no key: %s", err_message());
	is_int(
	    desk_set(&d, "zone", "Europe/Nowhere", NULL), ERR_USAGE, "no zone: %s", err_message());
	is_int(store_appt(d.store, 1, &before), ERR_OK, "an appointment to come");
	is_int(desk_set(&d, "zone", "Europe/Berlin", NULL), ERR_NEEDS_YES, "a zone asks: %s",
	    err_message());
	is_int(desk_set(&d, "zone", "Europe/Berlin", "moved"), ERR_OK, "a zone, with a reason");
	is_int(store_appt(d.store, 1, &after), ERR_OK, "the appointment");
	ok(after.start == before.start && after.sequence == before.sequence + 1,
	    "stays on the wall, and calendars are told");
	appt_release(&before);
	appt_release(&after);
	is_str(zone_name(d.zone), "Europe/Berlin", "is taken at once");
	is_int(desk_set(&d, "name", "Rest\x1b[2J & Calm", NULL), ERR_OK,
	    "a name from a careless paste");
	is_str(settings_text(&d.practice.settings, SETTING_NAME), "Rest[2J & Calm", "is cleaned");
}

static void
spans_are(civil_day day, const char *want)
{
	struct span v[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(practice_therapist(&d.practice, 1), day, v, array_size(v));
	struct str got = {0};

	for (size_t i = 0; i < n; i++)
		str_addf(&got, "%s%d-%d", i > 0 ? " " : "", v[i].from / 60, v[i].until / 60);
	is_str(str_text(&got), want, "the day is %s", want);
	str_release(&got);
}

static void
test_one_day(void)
{
	civil_day day = civil_from_ymd(2026, 12, 1);
	struct appt_list way = {0};

	spans_are(day, "9-13 14-18");
	is_int(desk_hours_on(&d, 1, "10-12", day, &way), ERR_OK, "other hours on one day");
	spans_are(day, "10-12");
	is_int(desk_hours_on(&d, 1, "off", day, &way), ERR_OK, "none at all");
	spans_are(day, "");
	spans_are(day + 1, "9-13 14-18");
	is_int(desk_hours_on(&d, 1, "25-26", day, &way), ERR_USAGE, "no hours: %s", err_message());
	is_int(desk_hours_on(&d, 1, "usual", day, &way), ERR_OK, "as usual again");
	spans_are(day, "9-13 14-18");
	appt_list_release(&way);
}

/* Bookings outside new hours or within time off are told, not moved. */
static void
test_in_the_way(void)
{
	const struct consent yes = {.yes = "test"};
	struct absence off = {.therapist_id = 1};
	struct appt_list way = {0};
	struct booking b;
	struct plan p;

	is_int(desk_plan(&d, "ada 555-0100 sw60 mia tue 15:00", PLAN_CLIENT_EITHER, &p), ERR_OK,
	    "a plan with a new client");
	is_int(desk_book(&d, &p, &yes, &b), ERR_OK, "is booked");
	plan_release(&p);
	is_int(desk_hours_on(&d, 999, "usual", civil_day_of(desk_now(&d)), &way), ERR_NOT_FOUND,
	    "of a therapist whom another desk removed");
	is_int(desk_hours(&d, 1, "mon-fri 9-13", CIVIL_DAY_NONE, 1, 0, &way), ERR_OK,
	    "mornings from now on");
	is_int(way.n, 1, "one booking is in the way");
	appt_list_release(&way);
	off.start = b.appt.start - 60;
	off.end = b.appt.end;
	off.reason = xstrdup("dentist");
	is_int(desk_block(&d, &off, &way), ERR_OK, "time off");
	is_int(way.n, 1, "the same booking");
	ok(way.n > 0 && way.v[0].id == b.appt.id && way.v[0].state == APPT_BOOKED,
	    "stands as it was");
	appt_list_release(&way);
	is_int(desk_unblock(&d, off.id), ERR_OK, "given back");
	is_int(desk_unblock(&d, off.id), ERR_NOT_FOUND, "once: %s", err_message());
	free(off.reason);
	booking_release(&b);
}

/* "Tomorrow" on paper is a day on which somebody opens. */
static void
test_next_open(void)
{
	civil_day monday = civil_day_of(desk_now(&d));
	struct absence closed = {.start = civil_at(monday + 1, 0), .end = civil_at(monday + 3, 0)};
	struct appt_list way = {0};

	is_int(desk_next_open(&d, monday + 1), monday + 1, "a usual Tuesday");
	closed.reason = xstrdup("moving");
	is_int(desk_block(&d, &closed, &way), ERR_OK, "closed for two days: %s", err_message());
	is_int(desk_next_open(&d, monday + 1), monday + 3, "then the day after them");
	is_int(desk_unblock(&d, closed.id), ERR_OK, "open again");
	free(closed.reason);
	closed.end = civil_at(monday + 1, 12 * 60);
	closed.reason = xstrdup("morning");
	is_int(desk_block(&d, &closed, &way), ERR_OK, "closed for a morning");
	is_int(desk_next_open(&d, monday + 1), monday + 1, "is open in the afternoon");
	is_int(desk_unblock(&d, closed.id), ERR_OK, "open again");
	free(closed.reason);
	appt_list_release(&way);
}

static void
test_init(void)
{
	struct desk_options o = fixture_options("rita");

	is_str(settings_text(&d.practice.settings, SETTING_CURRENCY), "USD", "dollars in New York");
	is_int(desk_init(&o, "Again", "UTC", NULL), ERR_REFUSED, "a file is not overwritten: %s",
	    err_message());
	o.path = "/tmp/frontdesk-test-bad.db";
	is_int(
	    desk_init(&o, "X", "Mars/Olympus", NULL), ERR_USAGE, "no such zone: %s", err_message());
	is_int(access(o.path, F_OK), -1, "and no file");
	ok(desk_init(&o, "X", "UTC", "code\tname\tprices\ndt\tDeep\t60=x\n") != ERR_OK,
	    "a wrong table of services: %s", err_message());
	is_int(access(o.path, F_OK), -1, "and no file either");
}

static int64_t
past_midnight(void *arg)
{
	(void)arg;
	return 1795476600; /* 2026-11-23T23:30:00Z, Tuesday already in Berlin */
}

static void
test_now(void)
{
	struct desk_options kept = d.options;
	char now[CIVIL_MIN_SIZE];

	d.options.clock = past_midnight;
	d.options.pinned = CIVIL_NONE;
	is_str(civil_iso_min(desk_now(&d), now), "2026-11-24T00:30", "by the clock");
	d.options.pinned = 10 * 60 + 20;
	d.options.pinned_today = true;
	is_str(civil_iso_min(desk_now(&d), now), "2026-11-24T10:20", "today at a time pinned");
	is_str(civil_iso_utc(desk_utc(&d), now), "2026-11-24T09:20:00Z", "and so in UTC");
	d.options = kept;
	is_str(civil_iso_min(desk_now(&d), now), "2026-11-23T09:00", "day and time pinned");
}

int
main(void)
{
	fixture_open(&d);
	test_refusals();
	test_fields();
	test_one_day();
	test_in_the_way();
	test_settings();
	test_next_open();
	test_init();
	test_now();
	desk_close(&d);
	return done();
}
