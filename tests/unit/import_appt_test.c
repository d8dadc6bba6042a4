/* Services, therapists and appointments of other products; and all of the shared files. */
#include <frontdesk/import.h>
#include <frontdesk/mem.h>
#include <frontdesk/table.h>
#include <frontdesk/text.h>

#include "../../src/model/import_parts.h"
#include "../tap.h"
#include "import_cells.h"

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
	    {"Massage Hot Stone", IMPORT_SEVERAL, 0, "Massage Hot Stone"}, /* two could be meant */
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
		ok(s.active && s.people == 1 && s.turnover == 15 && s.desk_label[0] != '\0' &&
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

/*
 * "start minutes state before service therapist price paid name memo id; dropped", or the refusal.
 */
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
		"2026-11-22T09:00 45 x- 0 0 0 0 a b||  2026-11-22T09:00|zed|a b||; left out: price "
		"x"},
	    {"2026-11-22 09:00|10:00|A|B||sw|mia|1|||No Show|7",
		"2026-11-22T09:00 60 ?- 3 1 100 0 a b||  7; "},
	    {"2026-11-23 12:00|13:00|A|B||sw|mia|1|||no-show|7",
		"2026-11-23T12:00 60 ?- 3 1 100 0 a b||  7; "},
	    {"2026-11-24 12:00|13:00|A|B||sw|mia|1|||No Show|7",
		"2026-11-24T12:00 60 ?- 3 1 100 0 a b||  7; a no-show on a day to come"},
	    {"2026-11-24 12:00|13:00|A|B||sw|mia|1|||Completed|7",
		"2026-11-24T12:00 60 -- 3 1 100 0 a b||  7; completed before its end, taken as "
		"booked"},
	    {"2026-11-24 12:00|13:00|A|B||sw|mia|1|||Pregnant|7",
		"2026-11-24T12:00 60 -- 3 1 100 0 a b||  7; left out: a label that is not known"},
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
	test_services();
	test_new();
	test_appts();
	test_shared();
	return done();
}
