/* Weekly hours: what is typed, and how it is written back. */
#include <frontdesk/hours.h>
#include <frontdesk/mem.h>

#include "../tap.h"

static void
test_rows(void)
{
	static const struct {
		const char *text, *want;
	} rows[] = {
	    {"mon-fri 9-13 14-18 sat 9-13", "mon-fri 9-13 14-18 sat 9-13"},
	    {"mon 9-13", "mon 9-13"},
	    {"Monday 9-13", "mon 9-13"},
	    {"mo 9-13 tu 9-13 we 9-13", "mon-wed 9-13"},
	    {"mon,wed,fri 9-13 tue 8-12", "mon,wed,fri 9-13 tue 8-12"},
	    {"mon-wed,fri 9-17", "mon-wed,fri 9-17"},
	    {"sat-mon 9-13", "mon,sat-sun 9-13"},
	    {"sun 10-12 mon 9-13", "mon 9-13 sun 10-12"},
	    {"mon-sun 0:00-24", "mon-sun 0:00-24"},
	    {"mon 9:00-13:30", "mon 9-13:30"},
	    {"mon 9:15-9:45", "mon 9:15-9:45"},
	    {"mon 9am-1pm", "mon 9-13"},
	    {"mon 9 - 13", "mon 9-13"},
	    {"mon 9 to 13", "mon 9-13"},
	    {"mon 9–13", "mon 9-13"},
	    {"mon 9-5", "mon 9-17"},
	    {"mon 7-12", "mon 7-12"},
	    {"mon 22:30-24:00", "mon 22:30-24"},
	    {"mon-fri 9-17 sat off", "mon-fri 9-17"},
	    {"sat off mon 9-17", "mon 9-17"},
	    {"mon 1-2 3-4 5-6 7-8 9-10 11-12", "mon 1-2 3-4 5-6 7-8 9-10 11-12"},
	    {"off", "off"},
	    {"mon off", "off"},
	    {"", "no hours; write mon-fri 9-13 14-18, or off"},
	    {"9-13", "\"9-13\" stands after no day; write mon-fri 9-13"},
	    {"mon", "\"mon\" has no hours; write mon 9-13, or off"},
	    {"mon 9-13 tue", "\"tue\" has no hours; write tue 9-13, or off"},
	    {"mon tue 9-13", "\"tue\": the day before it has no hours; write off"},
	    {"mon 9-13 mon 14-18", "\"mon\" names a day twice"},
	    {"mon-fri 9-13 wed 14-18", "\"wed\" names a day twice"},
	    {"mon 9-13 13-18", "\"13-18\" is not after the hours before it; write 9-13 14-18"},
	    {"mon 9-13 12-18", "\"12-18\" is not after the hours before it; write 9-13 14-18"},
	    {"mon 14-18 9-13", "\"9-13\" is not after the hours before it; write 9-13 14-18"},
	    {"mon 13-12", "\"13-12\" ends before it begins"},
	    {"mon 9-9:00", "\"9-9:00\" ends before it begins"},
	    {"mon 1-2 3-4 5-6 7-8 9-10 11-12 13-14", "\"13-14\": a day has at most 6 spans"},
	    {"mon 9", "\"9\" is not a day or hours; write mon-fri 9-13 14-18 sat 9-13"},
	    {"mon lunch", "\"lunch\" is not a day or hours; write mon-fri 9-13 14-18 sat 9-13"},
	    {"lun 9-13", "\"lun\" is not a day or hours; write mon-fri 9-13 14-18 sat 9-13"},
	    {"mon-x 9-13", "\"mon-x\" is not a day or hours; write mon-fri 9-13 14-18 sat 9-13"},
	    {"mon 9-25", "\"9-25\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"mon 25:99-26:00",
		"\"25:99-26:00\" is not a time; write 14:30, 1430, 3pm or 2.30pm, a length 60m"},
	    {"mon 9-13 off", "\"off\" stands after a day: sun off"},
	    {"mon off 9-13", "\"9-13\" stands after no day; write mon-fri 9-13"},
	    {"\"\"", "\"\" is not a day or hours; write mon-fri 9-13 14-18 sat 9-13"},
	    {"\"mon", "the quote before \"mon\" is not closed"},
	};

	for (size_t i = 0; i < array_size(rows); i++) {
		struct hours h = {0};
		struct str s = {0};

		if (hours_parse(rows[i].text, &h) == ERR_OK)
			hours_text(&s, &h);
		else
			str_add(&s, err_message());
		is_str(str_text(&s), rows[i].want, "%s", rows[i].text);
		str_release(&s);
	}
}

static void
test_values(void)
{
	struct hours h = {0};

	ok(hours_parse("tue-wed 9-13 14:30-18 sun 20-24", &h) == ERR_OK, "parsed");
	is_int(h.day[1].n, 0, "Monday has none");
	is_int(h.day[2].n, 2, "Tuesday has two");
	ok(h.day[3].v[0].from == 540 && h.day[3].v[0].until == 780, "minutes of the day");
	ok(h.day[3].v[1].from == 870 && h.day[3].v[1].until == 1080, "and of the second");
	ok(h.day[7].v[0].from == 1200 && h.day[7].v[0].until == 1440, "up to midnight");
	ok(hours_parse("tue x", &h) == ERR_USAGE && h.day[3].n == 2, "an error leaves them");
}

/* The next of a fixed row of numbers below `below` (Numerical Recipes' generator). */
static unsigned
next(uint32_t *seed, unsigned below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

static void
test_round_trip(void)
{
	uint32_t seed = 1;
	int bad = 0;

	for (int round = 0; round < 2000; round++) {
		struct hours h = {0}, back;
		struct str s = {0};

		for (int d = 1; d <= 7; d++) {
			int at = 0;

			if (next(&seed, 3) == 0 && d > 1) {
				h.day[d] = h.day[d - 1];
				continue;
			}
			for (unsigned n = next(&seed, 7); n > 0; n--) {
				int from = at + 15 * (int)next(&seed, 8);
				int until = from + 15 * (1 + (int)next(&seed, 8));

				if (until > 1440)
					break;
				h.day[d].v[h.day[d].n++] = (struct span){from, until};
				at = until + 15;
			}
		}
		hours_text(&s, &h);
		if (hours_parse(str_text(&s), &back) != ERR_OK ||
		    memcmp(h.day, back.day, sizeof(h.day)) != 0)
			bad++;
		str_release(&s);
	}
	is_int(bad, 0, "2,000 weeks are read as they are written");
}

static void
test_cycle(void)
{
	static const struct {
		const char *text;
		int cycle, week; /* 0: refused */
	} cases[] = {{"", 1, 0}, {"1/1", 1, 0}, {"1/2", 2, 0}, {"2/2", 2, 1}, {"4/4", 4, 3},
	    {"3/2", 0, 0}, {"1/5", 0, 0}, {"0/2", 0, 0}, {"1-2", 0, 0}, {"1/2 ", 0, 0},
	    {"week", 0, 0}};

	for (size_t i = 0; i < array_size(cases); i++) {
		int cycle = -1, week = -1;
		enum err e = hours_cycle(cases[i].text, &cycle, &week);

		ok(cases[i].cycle == 0
			? e == ERR_USAGE && strstr(err_message(), cases[i].text) != NULL
			: e == ERR_OK && cycle == cases[i].cycle && week == cases[i].week,
		    "week \"%s\" of a cycle", cases[i].text);
	}
}

int
main(void)
{
	test_cycle();
	test_rows();
	test_values();
	test_round_trip();
	return done();
}
