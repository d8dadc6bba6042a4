/* Clients and appointments of other products. */
#include <frontdesk/import.h>
#include <frontdesk/mem.h>
#include <frontdesk/table.h>
#include <frontdesk/text.h>

#include "../../src/model/import_parts.h"
#include "../tap.h"

enum { CELLS_MAX = 24 };

/* The cells of "a|b|c". */
struct line_cells {
	char *v[CELLS_MAX];
	size_t n;
};

static struct line_cells
split(const char *line)
{
	struct line_cells out = {0};

	for (;; line++) {
		size_t n = strcspn(line, "|");

		out.v[out.n++] = xstrndup(line, n);
		line += n;
		if (*line == '\0')
			return out;
	}
}

static void
line_cells_release(struct line_cells *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i]);
}

static enum err
map_line(struct import_map *m, enum import_what what, const char *header, const char *map)
{
	struct line_cells cells = split(header);
	enum err err = import_map_columns(m, what, cells.v, cells.n, map);

	line_cells_release(&cells);
	return err;
}

static void
learn_line(struct import_map *m, const char *line)
{
	struct line_cells cells = split(line);

	import_map_learn(m, cells.v, cells.n);
	line_cells_release(&cells);
}

/* --- Names and dates ------------------------------------------------------------------------- */

static void
test_names(void)
{
	static const struct {
		const char *full, *first, *last;
	} cases[] = {
	    {"Ada Smith", "Ada", "Smith"},
	    {"Mueller, Dmitri", "Dmitri", "Mueller"},
	    {"Mary Ann Smith", "Mary Ann", "Smith"},
	    {"Anna van der Berg", "Anna", "van der Berg"},
	    {"Vincent Van Gogh", "Vincent", "Van Gogh"},
	    {"Dev de la Cruz", "Dev", "de la Cruz"},
	    {"de la Cruz, Ivan", "Ivan", "de la Cruz"},
	    {"Łukasz St. John", "Łukasz", "St. John"},
	    {"Krzysztof Abd al-Rahman", "Krzysztof", "Abd al-Rahman"},
	    {"Marianne Ó Súilleabháin", "Marianne", "Ó Súilleabháin"},
	    {"Tom O. Smith", "Tom O.", "Smith"},
	    {"Sammy Davis Jr.", "Sammy", "Davis Jr."},
	    {"Martin King, Jr.", "Martin", "King, Jr."},
	    {"Martin King III", "Martin", "King III"},
	    {"Van Morrison", "Van", "Morrison"},
	    {"Cher", "Cher", ""},
	    {"李明", "李明", ""},
	    {"Smith,", "", "Smith"},
	    {"", "", ""},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct str first = {0}, last = {0};

		import_split_name(cases[i].full, &first, &last);
		is_str(str_text(&first), cases[i].first, "first name of \"%s\"", cases[i].full);
		is_str(str_text(&last), cases[i].last, "last name of \"%s\"", cases[i].full);
		str_release(&first);
		str_release(&last);
	}
}

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
	    {PLAIN, "Ada Berg|n/a|||", "Ada/Berg////////ada berg||; phone n/a"},
	    {PLAIN, "Ada Berg|||not-an-email|31.02.1990",
		"Ada/Berg////////ada berg||; e-mail not-an-email; birth date 31.02.1990"},
	    {PLAIN, "Ada Berg|||a b@x.org|", "Ada/Berg////////ada berg||; e-mail a b@x.org"},
	    {PLAIN, "A\x1b[2Jda \u202EBerg\a||||",
		"A[2Jda/Berg////////a 2jda berg||; control characters"},
	    {PLAIN, "=SUM(1)||||", "=SUM(1)/////////sum 1 ||; "},
	    {PLAIN, "Ada Berg|||||extra||more",
		"Ada/Berg////////ada berg||; 2 cells behind the last column"},
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

/* --- Appointments ---------------------------------------------------------------------------- */

static void
add_service(struct practice *p, int64_t id, const char *code, const char *name)
{
	struct service *s = list_push(&p->services);

	*s = (struct service){
	    .id = id, .code = xstrdup(code), .name = xstrdup(name), .active = true};
	*list_push(&s->durations) = (struct service_duration){60, 0, 9500};
}

static void
add_therapist(struct practice *p, int64_t id, const char *code, const char *name)
{
	*list_push(&p->therapists) = (struct therapist){
	    .id = id, .code = xstrdup(code), .name = xstrdup(name), .active = true};
}

static void
make_practice(struct practice *p)
{
	*p = (struct practice){0};
	add_service(p, 1, "dt", "Deep tissue massage");
	add_service(p, 2, "ns", "Neck and shoulder");
	add_service(p, 3, "sw", "Swedish");
	add_service(p, 4, "hs", "Hot stone");
	add_service(p, 5, "hs2", "Hot stone massage");
	add_therapist(p, 1, "mia", "Mia Chen");
	add_therapist(p, 2, "jon", "Jonathan Li");
	add_therapist(p, 3, "ana", "Ana Costa");
	add_therapist(p, 4, "an2", "Ana Lima");
}

static void
test_services(void)
{
	static const struct {
		const char *written;
		int64_t id;
		int minutes;
		const char *name;
	} cases[] = {
	    {"Deep Tissue Massage 90", 1, 90, "Deep Tissue Massage"},
	    {"deep tissue", 1, 0, "deep tissue"},
	    {"dt60", 1, 60, "dt"},
	    {"DT", 1, 0, "DT"},
	    {"Deep Tissue (75 min)", 1, 75, "Deep Tissue"},
	    {"Deep Tissue Massage - 90 minutes", 1, 90, "Deep Tissue Massage"},
	    {"Neck & Shoulder 30", 2, 30, "Neck & Shoulder"},
	    {"Neck and Shoulder Massage 30min", 2, 30, "Neck and Shoulder Massage"},
	    {"Swedish Massage 60", 3, 60, "Swedish Massage"},
	    {"Hot Stone", 4, 0, "Hot Stone"},
	    {"Massage Hot Stone", 0, 0, "Massage Hot Stone"}, /* two could be meant */
	    {"Prenatal Massage 60", 0, 60, "Prenatal Massage"},
	    {"Massage 60", 0, 60, "Massage"},
	    {"Level 2", 0, 0, "Level 2"},
	    {"Anniversary 2026", 0, 0, "Anniversary 2026"},
	    {"60", 0, 0, "60"},
	    {"(60)", 0, 0, "(60)"},
	};
	struct practice p;

	make_practice(&p);
	for (size_t i = 0; i < array_size(cases); i++) {
		struct str name = {0};

		str_add(&name, cases[i].written);
		is_int(import_find_service(&p, cases[i].written), cases[i].id,
		    "the service of \"%s\"", cases[i].written);
		is_int(import_cut_minutes(&name), cases[i].minutes, "its minutes");
		is_str(str_text(&name), cases[i].name, "its name");
		str_release(&name);
	}
	is_int(import_find_therapist(&p, "MIA"), 1, "a therapist by code");
	is_int(import_find_therapist(&p, "Jonathan"), 2, "by first name");
	is_int(import_find_therapist(&p, "Jonathan Li"), 2, "by name");
	is_int(import_find_therapist(&p, "Jo"), 0, "not by half of one");
	is_int(import_find_therapist(&p, "Ana"), 3, "the code before the first names");
	is_int(import_find_therapist(&p, "Room 1"), 0, "not one at all");
	practice_release(&p);
}

static void
test_new(void)
{
	static const struct {
		const char *written, *code, *name;
	} services[] =
	    {
		{"Prenatal Massage 60", "pr", "Prenatal Massage"},
		{"Deep Tissue 60", "dtb", "Deep Tissue"},
		{"Hot Stone & Herbs 75", "hsh", "Hot Stone & Herbs"},
		{"Massage", "ma", "Massage"},
		{"指圧", "x", "指圧"},
	    },
	  therapists[] = {
	      {"Zoë Åkesson", "zoe", "Zoë Åkesson"},
	      {"Mia", "miab", "Mia"},
	      {"Maximilianus", "maximili", "Maximilianus"},
	  };
	struct practice p;

	make_practice(&p);
	for (size_t i = 0; i < array_size(services); i++) {
		struct service s;

		import_new_service(&p, services[i].written, 60, 9500, 20000, &s);
		is_str(s.code, services[i].code, "the code of \"%s\"", services[i].written);
		is_str(s.name, services[i].name, "its name");
		ok(s.active && s.people == 1 && s.turnover == 0 && s.desk_label[0] != '\0' &&
			s.durations.n == 1 && s.durations.v[0].minutes == 60 &&
			s.durations.v[0].price == 9500 && s.durations.v[0].from == 20000,
		    "the rest");
		service_release(&s);
	}
	for (size_t i = 0; i < array_size(therapists); i++) {
		struct therapist t;

		import_new_therapist(&p, therapists[i].written, &t);
		is_str(t.code, therapists[i].code, "the code of \"%s\"", therapists[i].written);
		is_str(t.name, therapists[i].name, "the name");
		ok(t.active && t.licence_until == CIVIL_DAY_NONE, "the rest");
		therapist_release(&t);
	}
	practice_release(&p);
}

#define ACUITY \
	"Start Time|End Time|First Name|Last Name|Phone|Type|Calendar|Appointment Price|Paid?|" \
	"Notes|Label|Appointment ID"

/* "start minutes state before service therapist price paid name memo id; dropped", or the refusal. */
static void
appt_text(struct str *out, const struct practice *p, const char *line)
{
	civil_min now = civil_at(civil_from_ymd(2026, 11, 23), 10 * 60);
	struct line_cells cells = split(line);
	struct import_map m;
	struct import_appt a;
	char start[CIVIL_MIN_SIZE];

	if (map_line(&m, IMPORT_APPOINTMENTS, ACUITY, NULL) != ERR_OK)
		abort();
	if (import_appt_row(&m, cells.v, cells.n, p, now, &a) != ERR_OK) {
		str_add(out, err_message());
	} else {
		str_addf(out, "%s %d %c%c %d %d %d %d %s %s %s; %s", civil_iso_min(a.start, start),
		    a.minutes, appt_state_char(a.state), appt_state_char(a.state_before),
		    (int)a.service_id, (int)a.therapist_id, (int)a.price, a.paid, a.who.external_id,
		    a.who.memo, a.external_id, a.who.dropped == NULL ? "" : a.who.dropped);
		import_appt_release(&a);
	}
	line_cells_release(&cells);
}

static void
test_appts(void)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
	    {"November 24, 2026 9:30 AM|November 24, 2026 10:30 AM|João|Li|555 0101|Deep Tissue "
	     "Massage 60|Mia|"
	     "95.00|yes|lower back|Confirmed|700001",
		"2026-11-24T09:30 60 ++ 1 1 9500 1 joao li|5550101| lower back 700001; "},
	    {"2026-11-23 09:00|10:00|A|B||dt|mia||no|||7",
		"2026-11-23T09:00 60 == 1 1 9500 0 a b||  7; "},
	    {"2026-11-23 09:01|10:01|A|B||dt|mia||no|||7",
		"2026-11-23T09:01 60 -- 1 1 9500 0 a b||  7; "},
	    {"2026-11-22 09:00||A|B||dt90|jon|50|||Confirmed|7",
		"2026-11-22T09:00 90 == 1 2 5000 0 a b||  7; "},
	    {"2026-11-22 09:00||A|B||Facial 45|Zed|x|||Canceled|",
		"2026-11-22T09:00 45 x- 0 0 0 0 a b||  2026-11-22T09:00|zed|a b||; price x"},
	    {"2026-11-22 09:00|10:00|A|B||sw|mia|1|||No Show|7",
		"2026-11-22T09:00 60 ?- 3 1 100 0 a b||  7; "},
	    {"2026-11-23 12:00|13:00|A|B||sw|mia|1|||no-show|7",
		"2026-11-23T12:00 60 ?- 3 1 100 0 a b||  7; "},
	    {"2026-11-24 12:00|13:00|A|B||sw|mia|1|||No Show|7",
		"2026-11-24T12:00 60 x- 3 1 100 0 a b||  7; no-show on a day to come, taken as "
		"cancelled"},
	    {"2026-11-24 12:00|13:00|A|B||sw|mia|1|||Completed|7",
		"2026-11-24T12:00 60 -- 3 1 100 0 a b||  7; completed before its end, taken as "
		"booked"},
	    {"2026-11-24 12:00|13:00|A|B||sw|mia|1|||Pregnant|7",
		"2026-11-24T12:00 60 -- 3 1 100 0 a b||  7; a label that is not known"},
	    {"2026-11-24 23:00|2026-11-25 00:00|A|B||sw|mia|1||||7",
		"2026-11-24T23:00 60 -- 3 1 100 0 a b||  7; "},
	    {"|10:00|A|B||dt|mia||||", "no start"},
	    {"soon|10:00|A|B||dt|mia||||", "start \"soon\" is not a date and a time"},
	    {"2026-11-24|10:00|A|B||dt|mia||||", "start \"2026-11-24\" is not a date and a time"},
	    {"1969-11-24 9:00|10:00|A|B||dt|mia||||",
		"start \"1969-11-24 9:00\" is not a date and a time"},
	    {"2026-11-24 9:00|later|A|B||dt|mia||||", "end \"later\" is not a date and a time"},
	    {"2026-11-24 9:00|2026-11-24|A|B||dt|mia||||",
		"end \"2026-11-24\" is not a date and a time"},
	    {"2026-11-24 9:00||A|B||dt|mia||||", "no end, and no minutes behind the service"},
	    {"2026-11-24 9:00|8:00|A|B||dt|mia||||", "it ends before it starts"},
	    {"2026-11-24 9:00|9:04|A|B||dt|mia||||", "it is shorter than 5 minutes"},
	    {"2026-11-24 9:00|17:01|A|B||dt|mia||||", "it is longer than 480 minutes"},
	    {"2026-11-24 23:30|2026-11-25 00:30|A|B||dt|mia||||", "it goes on over midnight"},
	    {"2026-11-24 9:00|10:00|A|B|||mia||||", "no service"},
	    {"2026-11-24 9:00|10:00|A|B||dt|||||", "no therapist"},
	    {"2026-11-24 9:00|10:00||||dt|mia||||", "no name and no phone"},
	};
	struct practice p;

	make_practice(&p);
	for (size_t i = 0; i < array_size(cases); i++) {
		struct str got = {0};

		appt_text(&got, &p, cases[i].line);
		is_str(str_text(&got), cases[i].want, "%s", cases[i].line);
		str_release(&got);
	}
	practice_release(&p);
}

/* --- The real files -------------------------------------------------------------------------- */

static bool
is_printable(const char *s)
{
	struct str clean = {0};
	bool dirty = text_clean(&clean, s, strlen(s), TEXT_LINES);

	str_release(&clean);
	return !dirty;
}

struct tally {
	long good, refused, fault, unprintable;
};

static void
tally_row(const struct import_map *m, enum import_what what, const struct csv_row *row,
    const struct practice *p, struct tally *t)
{
	struct import_appt a = {0};
	enum err err = what == IMPORT_CLIENTS
	    ? import_client_row(m, row->v, row->n, p, &a.who)
	    : import_appt_row(
		  m, row->v, row->n, p, civil_at(civil_from_ymd(2026, 11, 23), 480), &a);

	t->good += err == ERR_OK;
	t->refused += err != ERR_OK;
	if (err != ERR_OK)
		return;
	t->unprintable += !is_printable(a.who.client.first) || !is_printable(a.who.client.last) ||
	    !is_printable(a.who.client.phone) || !is_printable(a.who.memo) ||
	    !is_printable(a.who.external_id) ||
	    (a.who.dropped != NULL && !is_printable(a.who.dropped));
	import_appt_release(&a);
}

static void
test_shared_file(
    const char *path, const char *name, enum import_what what, long good, long refused, long fault)
{
	FILE *in = fopen(path, "rb");
	struct practice p;
	struct tally t = {0};
	struct csv_row row;
	struct import_map m;
	struct csv *c;

	if (in == NULL) {
		ok(true, "%s # SKIP not there", name);
		return;
	}
	make_practice(&p);
	if (csv_open(&c, in) != ERR_OK ||
	    import_map_columns(&m, what, csv_header(c)->v, csv_header(c)->n, NULL) != ERR_OK)
		abort();
	fclose(in);
	while (csv_next(c, &row)) {
		if (row.fault != NULL)
			t.fault++;
		else
			tally_row(&m, what, &row, &p, &t);
	}
	is_int(t.good, good, "%s: good rows", name);
	is_int(t.refused, refused, "%s: rows refused", name);
	is_int(t.fault, fault, "%s: rows at fault", name);
	is_int(t.unprintable, 0, "%s: nothing that a terminal obeys", name);
	csv_close(c);
	practice_release(&p);
}

static void
test_shared(void)
{
	static const struct {
		const char *file;
		enum import_what what;
		long good, refused, fault;
	} files[] = {
	    {"clients-square.csv", IMPORT_CLIENTS, 500, 0, 0},
	    {"clients-acuity-cp1252.csv", IMPORT_CLIENTS, 120, 0, 0},
	    {"clients-names-semicolon-bom.csv", IMPORT_CLIENTS, 80, 0, 0},
	    {"clients-utf16.csv", IMPORT_CLIENTS, 1, 0, 0},
	    {"clients-invalid-utf8.csv", IMPORT_CLIENTS, 1, 0, 2},
	    {"clients-hostile.csv", IMPORT_CLIENTS, 16, 2, 2},
	    {"appointments-acuity.csv", IMPORT_APPOINTMENTS, 1945, 0, 0},
	};
	const char *folder = getenv("FRONTDESK_SHARED");

	for (size_t i = 0; i < array_size(files); i++) {
		struct str path = {0};

		str_addf(&path, "%s/data/%s", folder == NULL ? "../shared" : folder, files[i].file);
		test_shared_file(str_text(&path), files[i].file, files[i].what, files[i].good,
		    files[i].refused, files[i].fault);
		str_release(&path);
	}
}

int
main(void)
{
	test_names();
	test_moments();
	test_map();
	test_map_refusals();
	test_clients();
	test_long_name();
	test_date_order();
	test_hash();
	test_services();
	test_new();
	test_appts();
	test_shared();
	return done();
}
