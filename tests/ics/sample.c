/*
 * For the readers of others (oracles.t): a calendar of 300 appointments over three years in a zone,
 * and what a reader should find in it.
 *	sample ics ZONE [utc]    the calendar
 *	sample rows ZONE         UID, start and end in UTC, start and end by the wall, summary
 */
#include <stdio.h>
#include <string.h>

#include <frontdesk/text.h>

#include "sample.h"

enum { EVENTS = 300 };

/*
 * Every three days and some hours, so that all hours of the day and both halves of the year come.
 */
static civil_min
start_of(int n)
{
	return civil_at(civil_from_ymd(2026, 1, 2), 0) + (civil_min)n * (3 * 1440 + 645);
}

/* Readers differ in the hour that comes twice, and there is none in a gap: those are left out. */
static bool
plain(const struct zone *z, civil_min start, civil_min end)
{
	int64_t utc;

	return zone_utc(z, start, &utc) == ZONE_ONCE && zone_utc(z, end, &utc) == ZONE_ONCE;
}

static void
fill(struct book *b, const struct zone *z)
{
	static const char *const first[] = {"Ada", "花子", "Zoe\xcc\x88", "Tom; Jo, \\ \"x\"",
	    "👩‍👩‍👧",
	    ("Wolfeschlegelsteinhausenbergerdorff Hubert Blaine Adolph Charles David Earl "
	     "Frederick")};
	static const char *const last[] = {"Smith", "田中", "O'Brien", "Müller, geb. Schmidt",
	    "ÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅ"};

	for (int n = 0; n < EVENTS; n++) {
		civil_min start = start_of(n);
		int minutes = 30 + n % 4 * 15;

		if (plain(z, start, start + minutes))
			sample_appt(b, first[n % (int)array_size(first)],
			    last[n % (int)array_size(last)], SWEDISH, start, minutes);
	}
}

static enum err
put_ics(const struct book *b, const struct ics_options *o)
{
	struct ics *i;
	enum err e = ics_begin(&i, stdout, o), ended;

	if (e != ERR_OK)
		return e;
	for (size_t n = 0; n < b->appts.n && e == ERR_OK; n++)
		e = ics_event(i, &b->appts.v[n]);
	ended = ics_end(i, NULL, NULL);
	return e != ERR_OK ? e : ended;
}

static void
put_rows(const struct book *b, const struct zone *z)
{
	for (size_t n = 0; n < b->appts.n; n++) {
		const struct appt *a = &b->appts.v[n];
		char uid[APPT_UID_TEXT], from[CIVIL_MIN_SIZE], until[CIVIL_MIN_SIZE];
		char utc_from[CIVIL_MIN_SIZE], utc_until[CIVIL_MIN_SIZE];
		int64_t start = 0, end = 0;

		(void)zone_utc(z, a->start, &start);
		(void)zone_utc(z, a->end, &end);
		printf("%s\t%s\t%s\t%s\t%s\t%s, %s, Massage %d\n", appt_uid_text(a->uid, uid),
		    civil_iso_utc(start, utc_from), civil_iso_utc(end, utc_until),
		    civil_iso_min(a->start, from), civil_iso_min(a->end, until), a->client_last,
		    a->client_first, appt_minutes(a));
	}
}

int
main(int argc, char **argv)
{
	struct practice p;
	struct book b = {0};
	struct zone *z;
	enum err e = ERR_OK;

	if (argc < 3 || zone_open(&z, argv[2]) != ERR_OK) {
		fputs("usage: sample ics|rows ZONE [utc]\n", stderr);
		return 2;
	}
	sample_practice(&p);
	fill(&b, z);
	if (strcmp(argv[1], "ics") == 0) {
		struct ics_options o = sample_options(&p, z);

		o.until = start_of(EVENTS);
		o.detail = ICS_FULL;
		o.name = "Elm Street";
		o.utc = argc > 3;
		e = put_ics(&b, &o);
	} else {
		put_rows(&b, z);
	}
	book_release(&b);
	practice_release(&p);
	zone_close(z);
	return e == ERR_OK ? 0 : 1;
}
