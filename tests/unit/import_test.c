/* Dates, columns and clients of other products. */
#include <frontdesk/import.h>
#include <frontdesk/mem.h>

#include "../../src/model/import_parts.h"
#include "../tap.h"
#include "import_cells.h"

static void
learn_line(struct import_map *m, const char *line)
{
	struct line_cells cells = split(line);

	import_map_learn(m, cells.v, cells.n);
	line_cells_release(&cells);
}

/* --- Dates ------------------------------------------------------------------------- */

static void
test_moments(void)
{
	static const struct {
		const char *text;
		bool month_first;
		const char *want; /* minute -1: the day alone; NULL: none */
	} cases[] = {
	    {"2026-11-23", false, "2026-11-23"},
	    {"2026-11-23T09:30", false, "2026-11-23T09:30"},
	    {"2026-11-23 09:30:00", false, "2026-11-23T09:30"},
	    {"2026/11/23 9:30", false, "2026-11-23T09:30"},
	    {"23.11.2026 09:30", true, "2026-11-23T09:30"},
	    {"3.4.2026", true, "2026-04-03"},
	    {"3/4/2026", true, "2026-03-04"},
	    {"3/4/2026", false, "2026-04-03"},
	    {"3/14/2000", false, "2000-03-14"},
	    {"14/3/2000", true, "2000-03-14"},
	    {"14-3-2000", true, "2000-03-14"},
	    {"November 23, 2026 9:30 AM", false, "2026-11-23T09:30"},
	    {"November 23, 2026 12:00 AM", false, "2026-11-23T00:00"},
	    {"November 23, 2026 12:15 pm", false, "2026-11-23T12:15"},
	    {"Nov. 3 2026, 4pm", false, "2026-11-03T16:00"},
	    {"Mon, 23 Nov 2026 09:30", false, "2026-11-23T09:30"},
	    {"23-Nov-2026", false, "2026-11-23"},
	    {"Monday, November 23, 2026 at 2:05 p.m.", false, "2026-11-23T14:05"},
	    {"29.02.2024", false, "2024-02-29"},
	    {"29.02.2023", false, NULL},
	    {"31.02.1990", false, NULL},
	    {"13/13/2000", false, NULL},
	    {"3/4/26", false, NULL},
	    {"12345-01-01", false, NULL},
	    {"1.2/2000", false, NULL},
	    {"2026-11-23 25:00", false, NULL},
	    {"2026-11-23 9:60", false, NULL},
	    {"2026-11-23 13:00 PM", false, NULL},
	    {"2026-11-23 0:30 AM", false, NULL},
	    {"2026-11-23 9", false, NULL},
	    {"2026-11-23T09:30:00Z", false, NULL},
	    {"2026-11-23 nine", false, NULL},
	    {"No 3 2026", false, NULL},
	    {"Novembre 3 2026", false, NULL},
	    {"1879-12-31", false, NULL},
	    {"2200-01-01", false, NULL},
	    {"yesterday", false, NULL},
	    {"", false, NULL},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		char buf[CIVIL_MIN_SIZE] = "";
		civil_day day;
		int minute;
		bool read = import_moment(cases[i].text, cases[i].month_first, &day, &minute);

		if (read && minute < 0)
			civil_iso_day(day, buf);
		else if (read)
			civil_iso_min(civil_at(day, minute), buf);
		is_str(buf, cases[i].want == NULL ? "" : cases[i].want, "\"%s\"", cases[i].text);
	}
}

/* --- Columns --------------------------------------------------------------------------------- */

static void
test_map(void)
{
	struct line_cells header = split("Handy|Kunde|Phone|Notes|Lieblingsfarbe");
	struct import_map m;
	struct str unused = {0};

	ok(import_map_columns(&m, IMPORT_CLIENTS, header.v, header.n, "Handy=phone,kunde=name") ==
		ERR_OK,
	    "a map is understood");
	is_int(m.column[IMPORT_PHONE], 0, "the map wins");
	is_int(m.column[IMPORT_FULL_NAME], 1, "the map tells what no one knows");
	is_int(m.column[IMPORT_PHONE2], -1, "what the map took over is not asked for");
	import_map_unused(&m, header.v, header.n, &unused);
	is_str(str_text(&unused), "Phone, Lieblingsfarbe", "what is not taken over is told");
	str_release(&unused);
	line_cells_release(&header);

	ok(map_line(&m, IMPORT_CLIENTS, "Reference ID|Square Customer ID|First Name", NULL) ==
		    ERR_OK &&
		m.column[IMPORT_EXTERNAL_ID] == 1,
	    "the id that is never empty wins");
	ok(map_line(&m, IMPORT_CLIENTS, "Name|Mobile|Phone", NULL) == ERR_OK &&
		m.column[IMPORT_PHONE] == 2 && m.column[IMPORT_PHONE2] == 1,
	    "two phones");
	ok(map_line(&m, IMPORT_CLIENTS, "E-mail|FULL NAME", NULL) == ERR_OK &&
		m.column[IMPORT_EMAIL] == 0 && m.column[IMPORT_FULL_NAME] == 1,
	    "names are compared as people do");
}

static void
test_map_refusals(void)
{
	static const struct {
		enum import_what what;
		const char *header, *map, *want;
	} cases[] = {
	    {IMPORT_CLIENTS, "Email|Notes", NULL,
		"no column has the name of the client; say which with --map \"column=name\"; there "
		"are: "
		"Email, Notes"},
	    {IMPORT_CLIENTS, "Name", "Nom=name", "no column \"Nom\" is left; there are: Name"},
	    {IMPORT_CLIENTS, "Name", "Name", "map \"Name\" is not like column=field"},
	    {IMPORT_CLIENTS, "A|B", "A=name,B=name", "the field name is given twice"},
	    {IMPORT_CLIENTS, "A", "A=name,A=first", "no column \"A\" is left; there are: A"},
	    {IMPORT_APPOINTMENTS, "Name|Type|Calendar", NULL,
		"no column has the start; say which with --map \"column=start\"; there are: "
		"Name, Type, Calendar"},
	    {IMPORT_APPOINTMENTS, "Name|Start|Calendar", NULL,
		"no column has the service; say which with --map \"column=service\"; there are: "
		"Name, Start, Calendar"},
	    {IMPORT_APPOINTMENTS, "Name|Start|Type", NULL,
		"no column has the therapist; say which with --map \"column=therapist\"; there "
		"are: "
		"Name, Start, Type"},
	    {IMPORT_APPOINTMENTS, "Phone|Start|Type|Calendar", NULL,
		"no column has the name of the client; say which with --map \"column=name\"; there "
		"are: "
		"Phone, Start, Type, Calendar"},
	};
	struct import_map m;

	for (size_t i = 0; i < array_size(cases); i++) {
		is_int(map_line(&m, cases[i].what, cases[i].header, cases[i].map), ERR_USAGE,
		    "refused: %s", cases[i].want);
		is_str(err_message(), cases[i].want, "and why");
	}
	is_int(map_line(&m, IMPORT_CLIENTS, "Name", "Name=fone"), ERR_USAGE, "an unknown field");
	ok(strncmp(err_message(), "no field \"fone\"; there are: id name first", 41) == 0,
	    "lists the fields");
}

/* --- Clients --------------------------------------------------------------------------------- */

#define SQUARE \
	"Reference ID|First Name|Last Name|Email Address|Phone Number|Nickname|Street Address 1|" \
	"Street Address 2|City|State|Postal Code|Birthday|Memo|Square Customer ID|Last Visit"
#define PLAIN "Name|Phone|Mobile|Email|Birth date"

/* "first/last/preferred/phone/phone2/email/address/birth/memo/id; dropped", or the refusal. */
static void
client_text(struct str *out, const char *header, const char *line)
{
	struct practice p = {0};
	struct line_cells cells = split(line);
	struct import_client c;
	struct import_map m;
	char birth[CIVIL_DAY_SIZE] = "";

	if (map_line(&m, IMPORT_CLIENTS, header, NULL) != ERR_OK)
		abort();
	if (import_client_row(&m, cells.v, cells.n, &p, &c) != ERR_OK) {
		str_add(out, err_message());
	} else {
		if (c.client.birth != CIVIL_DAY_NONE)
			civil_iso_day(c.client.birth, birth);
		str_addf(out, "%s/%s/%s/%s/%s/%s/%s/%s/%s/%s; %s", c.client.first, c.client.last,
		    c.client.preferred, c.client.phone, c.client.phone2, c.client.email,
		    c.client.address, birth, c.memo, c.external_id,
		    c.dropped == NULL ? "" : c.dropped);
		ok(c.client.note == NULL, "the desk's note stays empty");
		import_client_release(&c);
	}
	line_cells_release(&cells);
}

static void
test_clients(void)
{
	static const struct {
		const char *header, *line, *want;
	} cases[] = {
	    {SQUARE,
		"R1|Zoë|O'Brien|z@x.org|(298) 555-9334 x12|Zo|1 Mill Lane|Apt "
		"2|Hill|CA|94523|1977-08-05|"
		"low back\r\nneck|SQ1|2026-10-02",
		"Zoë/O'Brien/Zo/(298) 555-9334 x12//z@x.org/1 Mill Lane, Apt 2, Hill, CA "
		"94523/1977-08-05/"
		"low back\nneck/SQ1; "},
	    {SQUARE, "|Ana|Li||||||||||||", "Ana/Li////////ana li||; "},
	    {SQUARE, "|Ana", "Ana/////////ana ||; "},
	    {PLAIN, "Berg, Ada|+1 (925) 555-0110||A@X.org|3/14/2000",
		"Ada/Berg//+1 (925) 555-0110//A@X.org//2000-03-14//ada berg|9255550110|a x org; "},
	    {PLAIN, "BERG, ada|925.555.0110||a@x.org|",
		"ada/BERG//925.555.0110//a@x.org////ada berg|9255550110|a x org; "},
	    {PLAIN, "Ada Berg||555 0101||", "Ada/Berg//555 0101//////ada berg|5550101|; "},
	    {PLAIN, "|555 0101|||", "///555 0101////// |5550101|; "},
	    {PLAIN, "  Ada \t  Berg\u00A0 |  555  0107  |||",
		"Ada/Berg//555 0107//////ada berg|5550107|; "},
	    {PLAIN, "Ada Berg|n/a|||", "Ada/Berg////////ada berg||; left out: phone n/a"},
	    {PLAIN, "Ada Berg|||not-an-email|31.02.1990",
		"Ada/Berg////////ada berg||; left out: e-mail not-an-email; left out: birth date "
		"31.02.1990"},
	    {PLAIN, "Ada Berg|||a b@x.org|",
		"Ada/Berg////////ada berg||; left out: e-mail a b@x.org"},
	    {PLAIN, "A\x1b[2Jda \u202EBerg\a||||",
		"A[2Jda/Berg////////a 2jda berg||; control characters taken out"},
	    {PLAIN, "=SUM(1)||||", "=SUM(1)/////////sum 1 ||; "},
	    {PLAIN, "Ada Berg|||||extra||more",
		"Ada/Berg////////ada berg||; left out: 2 cells behind the last column"},
	    {PLAIN, "||||", "no name and no phone"},
	    {PLAIN, "|||a@x.org|", "no name and no phone"},
	    {PLAIN, "|-|||", "no name and no phone"},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct str got = {0};

		client_text(&got, cases[i].header, cases[i].line);
		is_str(str_text(&got), cases[i].want, "client %zu", i + 1);
		str_release(&got);
	}
}

static void
test_long_name(void)
{
	struct str line = {0}, got = {0};

	for (int i = 0; i < 5000; i++)
		str_addc(&line, 'A');
	client_text(&got, "Name", str_text(&line));
	is_str(str_text(&got), "first is 5000 bytes long; at most 500 are kept",
	    "a name of 5,000 letters");
	str_release(&line);
	str_release(&got);
}

/* 3/4/2000 in a file that also has the second date, in a practice of that order. */
static void
test_date_order(void)
{
	static const struct {
		const char *other, *order, *want;
	} cases[] = {
	    {"", "dmy", "2000-04-03"},
	    {"", "mdy", "2000-03-04"},
	    {"3/14/1990", "dmy", "2000-03-04"},
	    {"14/3/1990", "mdy", "2000-04-03"},
	    {"14.3.1990", "mdy", "2000-03-04"},
	    {"1990-03-14", "dmy", "2000-04-03"},
	    {"99/99/1990", "mdy", "2000-03-04"},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct practice p = {0};
		struct line_cells cells = split("Ada|3/4/2000");
		struct str other = {0};
		struct import_map m;
		struct import_client c;
		char birth[CIVIL_DAY_SIZE] = "";

		p.settings.value[SETTING_DATE_ORDER] = xstrdup(cases[i].order);
		str_addf(&other, "Eva|%s", cases[i].other);
		ok(map_line(&m, IMPORT_CLIENTS, "Name|Birthday", NULL) == ERR_OK,
		    "the columns are known");
		learn_line(&m, "Ada|3/4/2000");
		learn_line(&m, str_text(&other));
		ok(import_client_row(&m, cells.v, cells.n, &p, &c) == ERR_OK, "the row is good");
		civil_iso_day(c.client.birth, birth);
		is_str(birth, cases[i].want, "3/4/2000 beside \"%s\" in a practice of %s",
		    cases[i].other, cases[i].order);
		import_client_release(&c);
		str_release(&other);
		line_cells_release(&cells);
		practice_release(&p);
	}
}

static void
test_hash(void)
{
	static const struct {
		const char *line;
		bool same;
	} cases[] = {
	    {"Ada|555|x", true},
	    {"Ada|555|another last visit", true},
	    {"Ada|556|x", false},
	    {"Ada5|55|x", false},
	    {"Ada", false},
	};
	struct line_cells first = split("Ada|555|x");
	struct import_map m;

	ok(map_line(&m, IMPORT_CLIENTS, "Name|Phone|Last Visit", NULL) == ERR_OK,
	    "the columns are known");
	for (size_t i = 0; i < array_size(cases); i++) {
		struct line_cells cells = split(cases[i].line);
		bool same =
		    import_row_hash(&m, first.v, first.n) == import_row_hash(&m, cells.v, cells.n);

		ok(same == cases[i].same, "%s: %s", cases[i].line,
		    cases[i].same ? "no change" : "a change");
		line_cells_release(&cells);
	}
	line_cells_release(&first);
}

int
main(void)
{
	test_moments();
	test_map();
	test_map_refusals();
	test_clients();
	test_long_name();
	test_date_order();
	test_hash();
	return done();
}
