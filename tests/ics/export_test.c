/*
 * Whole calendars: byte by byte as in golden/ (E1–E11), what they never say, and what is refused.
 */
#include "sample.h"

#include "../tap.h"
#include "../golden.h"

static struct practice practice;
static struct zone *zone;

/* The golden files say VERSION where the program says which. Takes the text over. */
static char *
hide_version(char *text)
{
	static const char said[] = "frontdesk " VERSION "//";
	const char *at = text == NULL ? NULL : strstr(text, said);
	struct str out = {0};

	if (at == NULL)
		return text;
	str_addn(&out, text, (size_t)(at - text));
	str_add(&out, "frontdesk VERSION//");
	str_add(&out, at + strlen(said));
	free(text);
	return str_take(&out);
}

/* The calendar of the whole sample; NULL when it failed. The caller frees it. */
static char *
exported(const struct ics_options *o, int64_t *events)
{
	char *bytes = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&bytes, &n);
	int64_t counted = -1;
	struct ics *i;
	struct book b;
	enum err e;

	sample_book(&b);
	e = ics_begin(&i, f, o);
	if (e == ERR_OK) {
		enum err ended;

		for (size_t k = 0; k < b.appts.n && e == ERR_OK; k++)
			e = ics_event(i, &b.appts.v[k]);
		ended = ics_end(i, &counted, events);
		e = e != ERR_OK ? e : ended;
	}
	(void)fclose(f);
	book_release(&b);
	if (e == ERR_OK && counted == (int64_t)n)
		return bytes;
	free(bytes);
	return NULL;
}

static void
test_golden(void)
{
	struct ics_options o = sample_options(&practice, zone);
	struct {
		const char *path;
		struct ics_options o;
	} rows[] = {
	    {"tests/ics/golden/busy.ics", o},
	    {"tests/ics/golden/service-utc.ics", o},
	    {"tests/ics/golden/initials.ics", o},
	    {"tests/ics/golden/full.ics", o},
	    {"tests/ics/golden/client.ics", o},
	    {"tests/ics/golden/client-service.ics", o},
	};

	rows[0].o.name = "Elm Street; Mia, room 1\\2";
	rows[1].o.detail = ICS_SERVICE;
	rows[1].o.utc = true;
	rows[2].o.detail = ICS_INITIALS;
	rows[3].o.detail = ICS_FULL;
	rows[4].o.client_file = true;
	rows[5].o.client_file = true;
	rows[5].o.detail = ICS_SERVICE;
	rows[5].o.alarm = 120;
	for (size_t i = 0; i < array_size(rows); i++) {
		int64_t events = 0;
		char *got = hide_version(exported(&rows[i].o, &events));

		is_int(events, 10, "%s: all but the held one", rows[i].path);
		is_golden(got, rows[i].path);
		free(got);
	}
}

/* At no level of detail. */
static void
test_never(void)
{
	static const char *const never[] = {"SECRET", "987", "METHOD", "ORGANIZER", "ATTENDEE",
	    "\x1b", "\nEND:VEVENT\nEND", "RRULE:FREQ=D"};
	struct ics_options o = sample_options(&practice, zone);

	for (int d = 0; d < ICS_DETAIL_COUNT; d++) {
		char *got;

		o.detail = (enum ics_detail)d;
		got = exported(&o, NULL);
		for (size_t i = 0; i < array_size(never); i++)
			ok(got != NULL && strstr(got, never[i]) == NULL, "%s: no \"%s\"",
			    ics_detail_word(o.detail), i == 5 || i == 6 ? "control" : never[i]);
		ok((strstr(got, "Smith") != NULL) == (d == ICS_FULL), "%s: names only in full",
		    ics_detail_word(o.detail));
		ok((strstr(got, "Massage 60") != NULL) == (d != ICS_BUSY), "%s: the treatment",
		    ics_detail_word(o.detail));
		free(got);
	}
	o.client_file = true;
	o.detail = ICS_FULL;
	for (int alarm = 0; alarm <= 90; alarm += 90) {
		char *got;

		o.alarm = alarm;
		o.aftercare = alarm > 0;
		got = exported(&o, NULL);
		ok(strstr(got, "Smith") == NULL && strstr(got, "van der") == NULL,
		    "a client's file has nobody's last name");
		ok(strstr(got, "TRIGGER:-PT90M") != NULL || alarm == 0, "an alarm when asked for");
		ok(strstr(got, "VALARM") == NULL || alarm > 0, "and only then");
		ok((strstr(got, "\\nDrink water") != NULL) == o.aftercare,
		    "aftercare when asked for, and only then");
		free(got);
	}
}

static void
test_refused(void)
{
	static const struct {
		const char *start;
		int minutes;
		const char *message;
	} rows[] = {
	    {"2026-05-01T09:00", 0, "appointment 77 ends before it starts"},
	    {"2026-05-01T09:00", -30, "appointment 77 ends before it starts"},
	    {"2026-03-29T02:30", 60,
		"appointment 77: there is no 2026-03-29T02:30 in Europe/Berlin, where the clocks "
		"change then"},
	    {"2026-03-29T01:30", 60,
		"appointment 77: there is no 2026-03-29T02:30 in Europe/Berlin, where the clocks "
		"change then"},
	    {"2027-01-01T00:00", 60, "appointment 77 is outside of the range exported"},
	    {"2025-12-31T23:00", 60, "appointment 77 is outside of the range exported"},
	    {"2026-03-29T01:00", 60,
		"appointment 77: there is no 2026-03-29T02:00 in Europe/Berlin, where the clocks "
		"change then"},
	    {"2026-03-29T03:00", 60, NULL},
	    {"2026-10-25T02:30", 60, NULL},
	    {"2026-12-31T23:30", 60, NULL},
	};
	struct ics_options o = sample_options(&practice, zone);

	for (size_t i = 0; i < array_size(rows); i++) {
		char *bytes = NULL;
		size_t n = 0;
		FILE *f = open_memstream(&bytes, &n);
		struct appt a = {.id = 77, .state = APPT_BOOKED};
		bool fine = rows[i].message == NULL;
		struct ics *s;
		enum err e;

		if (!civil_parse_iso_min(rows[i].start, &a.start))
			abort();
		a.end = a.start + rows[i].minutes;
		ok(ics_begin(&s, f, &o) == ERR_OK, "begun");
		e = ics_event(s, &a);
		ok(e == (fine ? ERR_OK : ERR_FAILED), "%s, %d min", rows[i].start, rows[i].minutes);
		if (!fine)
			is_str(err_message(), rows[i].message, "and the sentence");
		ok(ics_end(s, NULL, NULL) == e, "the end agrees");
		(void)fclose(f);
		ok((strstr(bytes == NULL ? "" : bytes, "END:VCALENDAR") != NULL) == fine,
		    "no foot below a fault");
		free(bytes);
	}
}

static void
test_overlap_utc(void)
{
	struct ics_options o = sample_options(&practice, zone);
	struct appt a = {.id = 1, .state = APPT_BOOKED};
	char *bytes = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&bytes, &n);
	struct ics *s;

	o.utc = true;
	if (!civil_parse_iso_min("2026-10-25T02:30", &a.start) || ics_begin(&s, f, &o) != ERR_OK)
		abort();
	a.end = a.start + 60;
	ok(ics_event(s, &a) == ERR_OK && ics_end(s, NULL, NULL) == ERR_OK,
	    "an hour that comes twice");
	(void)fclose(f);
	ok(strstr(bytes, "DTSTART:20261025T003000Z\r\nDTEND:20261025T023000Z\r\n") != NULL,
	    "in UTC it is the first");
	free(bytes);
}

static void
test_full_disk(void)
{
	struct ics_options o = sample_options(&practice, zone);
	FILE *f = fopen("/dev/full", "w");
	struct ics *s;
	struct book b;
	enum err e = ERR_OK;

	if (f == NULL)
		return;
	sample_book(&b);
	ok(ics_begin(&s, f, &o) == ERR_OK, "begun on a full disk");
	for (int i = 0; i < 1000 && e == ERR_OK; i++)
		e = ics_event(s, &b.appts.v[0]);
	ok(e == ERR_FAILED, "a full disk stops the events");
	ok(ics_end(s, NULL, NULL) == ERR_FAILED, "and the end tells it");
	is_str(err_message(), "the calendar cannot be written: No space left on device", "by name");
	(void)fclose(f);
	book_release(&b);
}

static void
test_words(void)
{
	enum ics_detail d = ICS_BUSY;

	ok(ics_detail_parse("initials", &d) == ERR_OK && d == ICS_INITIALS, "initials");
	ok(ics_detail_parse("Full", &d) == ERR_USAGE && d == ICS_INITIALS, "Full is none");
	is_str(err_message(), "no detail \"Full\"; there are: busy, service, initials, full",
	    "and the sentence lists them");
}

int
main(void)
{
	if (zone_open(&zone, "Europe/Berlin") != ERR_OK)
		skip_all("no zone files");
	sample_practice(&practice);
	test_golden();
	test_never();
	test_refused();
	test_overlap_utc();
	test_full_disk();
	test_words();
	practice_release(&practice);
	zone_close(zone);
	return done();
}
