/* The desk's roster and the door's sheets, as text (paper.md). */
#include <frontdesk/paper.h>
#include <frontdesk/text.h>

#include "../tap.h"
#include "../golden.h"
#include "fixture.h"

static struct practice practice;

static void
setup_practice(void)
{
	fixture_practice(&practice);
	practice.settings.value[SETTING_NAME] = xstrdup("Elm Street Massage");
	for (size_t i = 0; i < practice.services.n; i++)
		practice.services.v[i].desk_label = xstrdup("Massage");
	xstrset(&practice.services.v[1].desk_label, "Deep tissue");
	xstrset(&practice.services.v[2].desk_label, "Couples");
}

static struct appt *
add(struct book *b, const char *first, const char *last, int64_t therapist_id, int64_t room_id,
    int hour, int minute, int minutes)
{
	struct appt *a = fixture_appt(b, therapist_id, room_id, 100 + (int64_t)b->appts.n,
	    fixture_at(1, hour, minute), minutes, 15);

	xstrset(&a->client_first, first);
	xstrset(&a->client_last, last);
	return a;
}

static void
off(struct book *b, int64_t therapist_id, int from_hour, int until_hour, bool weekly)
{
	int weeks_before = weekly ? 4 * 7 : 0;
	struct absence *a = list_push(&b->absences);

	*a = (struct absence){.id = 1, .therapist_id = therapist_id, .weekly = weekly};
	a->start = fixture_at(1, from_hour, 0) - weeks_before * CIVIL_DAY_MINUTES;
	a->end = fixture_at(1, until_hour, 0) - weeks_before * CIVIL_DAY_MINUTES;
	a->reason = xstrdup("SECRET-REASON");
}

/* A Monday in every state. */
static void
setup_monday(struct book *b)
{
	struct appt *a;

	*b = (struct book){.from = fixture_at(1, 0, 0), .until = fixture_at(2, 0, 0)};
	a = add(b, "Ada", "Smith", ASHA, ROOM_C, 9, 0, 60);
	a->state = APPT_COMPLETED;
	a->price = a->paid = 9000;
	a = add(b, "花子", "田中", JON, ROOM_1, 10, 0, 90);
	a->state = APPT_CONFIRMED;
	a->service_id = DEEP;
	a->price = 14000;
	a->paid = 4050;
	a->first_visit = true;
	a = add(b, "Zoe\xcc\x88", "O'Brien-Featherstonehaugh", MIA, ROOM_2, 10, 30, 45);
	a->state = APPT_ARRIVED;
	a->desk_note = xstrdup("SECRET-NOTE");
	a = add(b, "Wrong", "Booking", JON, ROOM_1, 11, 0, 60);
	a->state = APPT_VOID;
	a = add(b, "Tom", "Late", MIA, ROOM_2, 12, 0, 60);
	a->state = APPT_LATE;
	a->price = 9000;
	a->first_visit = true;
	a = add(b, "Ann", "Gone", MIA, 0, 14, 0, 60);
	a->state = APPT_CANCELLED;
	a = add(b, "", "", MIA, ROOM_2, 14, 0, 60);
	a->state = APPT_HELD;
	a->first_visit = true;
	a = add(b, "Bo\x1b[31m\nX", "Noshow", ASHA, ROOM_C, 15, 0, 60);
	a->state = APPT_NOSHOW;
	a = add(b, "Cy", "Couple", ASHA, ROOM_C, 16, 0, 60);
	a->service_id = COUPLES;
	a->party_id = 7;
	a = add(b, "Di", "Couple", JON, ROOM_C, 16, 0, 60);
	a->service_id = COUPLES;
	a->party_id = 7;
	off(b, JON, 12, 14, true);
}

static struct roster_options
options(void)
{
	return (struct roster_options){
	    .day = fixture_monday(),
	    .printed = fixture_at(1, 8, 5),
	    .printed_by = "rita",
	};
}

static char *
roster_text(const struct book *b, const struct roster_options *o, int lines, bool feed)
{
	struct sheet s = {0};
	const struct sheet_list l = {&s, 1, 1};
	struct str out = {0};

	paper_desk_roster(&s, &practice, b, o);
	paper_text(&out, &l, lines, feed);
	sheet_release(&s);
	return str_take(&out);
}

static char *
rooms_text(const struct book *b, const struct roster_options *o, int lines, bool feed)
{
	struct sheet_list l = {0};
	struct str out = {0};

	paper_room_sheets(&l, &practice, b, o);
	paper_text(&out, &l, lines, feed);
	sheet_list_release(&l);
	return str_take(&out);
}

static void
test_roster(void)
{
	struct roster_options o = options();
	struct ids phoneless = {0};
	struct book b;
	char *got;

	setup_monday(&b);
	*list_push(&phoneless) = 101;
	*list_push(&phoneless) = 105;
	o.without_phone = &phoneless;
	o.day_note = "Fire drill at 11:00.\nThe boiler man comes to room 2 between ten and twelve, "
		     "show him the cellar.";
	got = roster_text(&b, &o, 0, false);
	is_golden(got, "tests/unit/golden/roster.txt");
	ok(strstr(got, "SECRET") == NULL, "no note, no reason of an absence");
	ok(strstr(got, "Booking") == NULL, "nothing booked in error");
	free(got);
	o.therapist_id = MIA;
	got = roster_text(&b, &o, 0, false);
	is_golden(got, "tests/unit/golden/roster-mia.txt");
	free(got);
	ids_release(&phoneless);
	book_release(&b);
}

/* Alerts stand below the row of whom they are about, whole. */
static void
test_alerts(void)
{
	static char short_one[] = "Pays at the desk",
		    long_one[] = "Her daughter drives her, waits in the front room until the end, "
				 "and would like a cup of tea";
	struct alert v[] = {{.client_id = 101, .text = short_one},
	    {.client_id = 101, .text = long_one}, {.client_id = 999, .text = short_one}};
	const struct alert_list l = {v, 3, 3};
	struct roster_options o = options();
	struct book b;
	char *got, *at;

	setup_monday(&b);
	o.alerts = &l;
	got = roster_text(&b, &o, 0, false);
	at = strstr(got, "            Alert: Pays at the desk\n");
	ok(at != NULL, "an alert");
	ok(at != NULL &&
		strstr(at,
		    "            Alert: Her daughter drives her, waits in the front room until "
		    "the\n            end, and would like a cup of tea\n") != NULL,
	    "a long one goes on");
	ok(at != NULL && strstr(at + 20, "Alert: Pays") == NULL, "of nobody else");
	free(got);
	got = rooms_text(&b, &o, 0, false);
	ok(strstr(got, "Alert") == NULL, "nor on a room's door");
	free(got);
	book_release(&b);
}

static void
test_clock(void)
{
	struct roster_options o = options();
	struct book b;
	char *got;

	xstrset(&practice.settings.value[SETTING_CLOCK], "12");
	setup_monday(&b);
	add(&b, "Noon", "Anna", MIA, ROOM_2, 12, 15, 60);
	got = roster_text(&b, &o, 0, false);
	is_golden(got, "tests/unit/golden/roster-12.txt");
	free(got);
	got = rooms_text(&b, &o, 0, false);
	ok(strstr(got, "\n12:15pm-1:15pm  Massage 60\n") != NULL, "a room's sheet has whole times");
	free(got);
	xstrset(&practice.settings.value[SETTING_CLOCK], "24");
	book_release(&b);
}

static void
test_rooms(void)
{
	const struct roster_options o = options();
	struct book b;
	char *got;

	setup_monday(&b);
	practice.rooms.v[0].active = false;
	got = rooms_text(&b, &o, PAPER_PAGE_LINES, false);
	practice.rooms.v[0].active = true;
	is_golden(got, "tests/unit/golden/rooms.txt");
	ok(strstr(got, "Smith") == NULL && strstr(got, "Couple,") == NULL, "nobody on the door");
	free(got);
	book_release(&b);
}

static void
test_empty(void)
{
	struct roster_options o = options();
	struct book b = {0};
	size_t shifts = practice.therapists.v[0].shifts.n;
	char *got;

	o.printed_by = NULL;
	off(&b, 0, 0, 24, false);
	got = roster_text(&b, &o, 60, true);
	is_str(got,
	    "Desk roster, Mon 23 Nov 2026                                         page 1 of 1\n"
	    "Elm Street Massage, printed Mon 23 Nov 2026 08:05\n"
	    "\n"
	    "Nothing is booked.\n"
	    "\n"
	    "Free for 60 min and more: nobody\n"
	    "Off: Asha; Jon; Mia\n",
	    "a day on which all are off");
	free(got);
	o.day = fixture_monday() + 5;
	got = roster_text(&b, &o, 60, true);
	ok(strstr(got, "Nothing is booked.") != NULL &&
		strstr(got, "Off: Asha; Jon; Mia\n") != NULL,
	    "a Saturday without shifts");
	free(got);
	practice.therapists.v[0].shifts.n = 0;
	got = roster_text(&b, &o, 60, true);
	ok(strstr(got, "Off: Jon; Mia\nNo hours set: Asha\n") != NULL, "who has no hours: %s", got);
	practice.therapists.v[0].shifts.n = shifts;
	free(got);
	got = rooms_text(&b, &o, 60, true);
	ok(strstr(got, "\fRoom sheet, c, Sat 28 Nov 2026") != NULL &&
		strstr(got, "Nothing is booked.") != NULL,
	    "the door of an empty room");
	free(got);
	book_release(&b);
}

/* Who is off has bookings all the same: just they must be told. */
static void
test_off_with_bookings(void)
{
	struct roster_options o = options();
	struct book b = {.from = fixture_monday(), .until = fixture_monday() + 1};
	char *got;

	(void)add(&b, "Ann", "One", MIA, ROOM_1, 10, 0, 60);
	(void)add(&b, "Bo", "Two", JON, ROOM_2, 10, 0, 60);
	(void)add(&b, "Cy", "Three", JON, ROOM_2, 12, 0, 60);
	(void)add(&b, "Di", "Four", JON, ROOM_2, 14, 0, 60);
	off(&b, MIA, 0, 24, false);
	off(&b, JON, 12, 15, false);
	got = roster_text(&b, &o, 60, true);
	ok(strstr(got, "(2 bookings in the way); Mia (1 booking in the way)\n") != NULL,
	    "who is off with bookings: %s", got);
	free(got);
	book_release(&b);
}

/* Appointments of two lines each, in plenty. */
static void
setup_plenty(struct book *b, int n)
{
	*b = (struct book){.from = fixture_at(1, 0, 0), .until = fixture_at(2, 0, 0)};
	for (int i = 0; i < n; i++) {
		char last[16];

		(void)snprintf(last, sizeof(last), "N%03d", i);
		add(b, "田中田中田中田中田中田中", last, ASHA, ROOM_1, 8, i, 30)->first_visit =
		    true;
	}
}

/* What holds on every page of a text of pages; counts those, and the rows. */
static void
check_pages(const char *text, int lines, int *pages, int *rows)
{
	bool headed = false;
	int on_page = 0;

	*pages = 1;
	*rows = 0;
	for (const char *s = text; *s != '\0';) {
		size_t n = strcspn(s, "\n");
		char *line;

		if (*s == '\f') {
			++*pages;
			on_page = 0;
			headed = false;
			s++;
			n--;
		}
		on_page++;
		line = xstrndup(s, n);
		if (on_page > lines || text_width(line) > PAPER_COLUMNS ||
		    (n > 0 && s[n - 1] == ' '))
			ok(0, "line %d of page %d: %s", on_page, *pages, line);
		headed = headed || strncmp(line, "Time ", 5) == 0;
		if (strncmp(line, "08:", 3) == 0 || strncmp(line, "09:", 3) == 0) {
			++*rows;
			if (!headed)
				ok(0, "no heading on page %d", *pages);
			if (strncmp(s + n + 1, "            first visit\n", 24) != 0)
				ok(0, "an appointment is parted: %s", line);
		}
		free(line);
		s += n + 1;
	}
}

static void
test_pages(void)
{
	static const struct {
		int appts, lines, pages;
	} rows[] = {
	    {1, 60, 1},
	    {24, 60, 1}, /* head 3, heading 2, rows 48, foot 6 */
	    {25, 60, 2},
	    {27, 60, 2},
	    {28, 60, 2},
	    {60, 60, 3},
	    {9, 8, 10}, /* one a page, and the foot on another */
	    {5, 1, 9}, /* too short for anything: still a block a page */
	    {100, 0, 1},
	};
	const struct roster_options o = options();

	for (size_t i = 0; i < array_size(rows); i++) {
		int pages, found, lines = rows[i].lines;
		char *text, of[32];
		struct book b;

		setup_plenty(&b, rows[i].appts);
		text = roster_text(&b, &o, lines, true);
		check_pages(text, lines > 7 ? lines : 1000, &pages, &found);
		is_int(found, rows[i].appts, "%d appointments: all there", rows[i].appts);
		is_int(pages, rows[i].pages, "on pages of %d lines", lines);
		(void)snprintf(of, sizeof(of), "page %d of %d\n", pages, pages);
		ok(strstr(text, of) != NULL, "the last page is numbered");
		free(text);
		book_release(&b);
	}
}

static void
test_no_feed(void)
{
	const struct roster_options o = options();
	struct book b;
	char *text;

	setup_plenty(&b, 30);
	text = roster_text(&b, &o, 60, false);
	ok(strchr(text, '\f') == NULL, "no form feed on a terminal");
	ok(strstr(text, "\n\nDesk roster, Mon 23 Nov 2026") != NULL, "an empty line between pages");
	ok(strstr(text, "田中田") != NULL && strstr(text, "…") != NULL, "names are cut");
	free(text);
	book_release(&b);
}

/* Whatever stands in the practice and the book, no line is wider than the paper. */
static void
test_wide(void)
{
	static const char *const units[] = {"田中", "Wolfeschlegelsteinhausenbergerdorff",
	    "👩‍👩‍👧", "Zoe\xcc\x88\xcc\x88\xcc\x88 ",
	    "\xff\xfe\x01\x1b[31m\n\t\xe2\x80\xae"};

	for (size_t i = 0; i < array_size(units); i++) {
		struct roster_options o = options();
		struct practice kept = practice;
		struct str name = {0};
		struct book b;
		char *text;
		int pages, found;

		for (int n = 0; n < 40; n++)
			str_add(&name, units[i]);
		fixture_practice(&practice);
		practice.settings.value[SETTING_NAME] = xstrdup(str_text(&name));
		xstrset(&practice.therapists.v[0].name, str_text(&name));
		xstrset(&practice.rooms.v[0].code, str_text(&name));
		xstrset(&practice.rooms.v[0].name, str_text(&name));
		xstrset(&practice.services.v[0].name, str_text(&name));
		setup_plenty(&b, 30);
		xstrset(&b.appts.v[3].client_last, str_text(&name));
		o.day_note = o.printed_by = str_text(&name);
		text = roster_text(&b, &o, 60, true);
		check_pages(text, 60, &pages, &found);
		is_int(found, 30, "wide names %zu: the roster", i);
		ok(text_valid(text, strlen(text)) && strchr(text, '\x1b') == NULL &&
			strchr(text, '\t') == NULL,
		    "no control characters");
		free(text);
		text = rooms_text(&b, &o, 60, true);
		for (const char *s = text; *s != '\0'; s += strcspn(s, "\n") + 1) {
			char *line = xstrndup(s + (*s == '\f'), strcspn(s, "\n") - (*s == '\f'));

			if (text_width(line) > PAPER_COLUMNS)
				ok(0, "too wide: %s", line);
			free(line);
		}
		free(text);
		book_release(&b);
		practice_release(&practice);
		practice = kept;
		str_release(&name);
	}
}

int
main(void)
{
	setup_practice();
	test_roster();
	test_alerts();
	test_clock();
	test_rooms();
	test_empty();
	test_off_with_bookings();
	test_pages();
	test_no_feed();
	test_wide();
	practice_release(&practice);
	return done();
}
