/* The arithmetic of the day grid. */
#include "../../src/tui/day_layout.h"

#include <frontdesk/mem.h>

#include "../tap.h"

static void
test_fit(void)
{
	static const struct {
		int rows, columns;
		size_t therapists;
		int body, step;
		size_t shown;
		int width, pane;
	} cases[] = {
	    {24, 80, 4, 18, 30, 4, 17, 0},
	    {24, 80, 5, 18, 30, 5, 13, 0},
	    {24, 80, 7, 18, 30, 5, 13, 0},
	    {24, 80, 1, 18, 30, 1, 40, 0},
	    {24, 80, 0, 18, 30, 1, 40, 0},
	    {16, 60, 4, 10, 30, 1, 53, 0},
	    {23, 79, 4, 17, 30, 1, 72, 0},
	    {35, 80, 4, 29, 30, 4, 17, 0},
	    {36, 80, 4, 30, 15, 4, 17, 0},
	    {40, 120, 4, 34, 15, 4, 20, 91},
	    {24, 110, 4, 18, 30, 4, 17, 81},
	    {24, 109, 4, 18, 30, 4, 24, 0},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct day_grid g;
		int right;

		day_grid_fit(&g, cases[i].rows, cases[i].columns, cases[i].therapists);
		ok(g.rows == cases[i].body && g.step == cases[i].step &&
			g.shown == cases[i].shown && g.width == cases[i].width &&
			g.pane == cases[i].pane,
		    "%dx%d, %zu therapists: %d rows of %d, %zu columns of %d, pane %d",
		    cases[i].columns, cases[i].rows, cases[i].therapists, g.rows, g.step, g.shown,
		    g.width, g.pane);
		right = day_grid_column(&g, g.shown - 1) + g.width + 1;
		ok(right <= (g.pane > 0 ? g.pane : cases[i].columns), "it fits");
	}
}

static void
test_page(void)
{
	struct day_grid g = {.rows = 10, .step = 30, .shown = 3};

	is_int(day_grid_page(&g, 0, 7), 0, "the first page");
	is_int(day_grid_page(&g, 2, 7), 0, "to its end");
	is_int(day_grid_page(&g, 3, 7), 3, "the second");
	is_int(day_grid_page(&g, 6, 7), 4, "the last one is full");
	is_int(day_grid_page(&g, 1, 2), 0, "fewer than fit");
	is_int(day_grid_page(&g, 0, 0), 0, "none");
	is_int(day_grid_scroll(&g, 5, 5), 5, "in sight already");
	is_int(day_grid_scroll(&g, 5, 4), 4, "up");
	is_int(day_grid_scroll(&g, 5, 15), 6, "down");
	is_int(day_grid_scroll(&g, 47, 47), 38, "not beyond midnight");
	g.rows = 60;
	is_int(day_grid_scroll(&g, 3, 10), 0, "a body higher than the day");
}

static struct appt *
add(struct book *b, enum appt_state state, int start, int minutes, int turnover)
{
	struct appt *a = list_push(&b->appts);

	*a = (struct appt){.id = (int64_t)b->appts.n,
	    .therapist_id = 1,
	    .state = state,
	    .start = start,
	    .end = start + minutes,
	    .held = start + minutes + turnover};
	return a;
}

/*
 * The rows from 9:00 as letters: N name, L label, | session, : turnover, / off, o no room, x gone,
 * . free, f free in part; names and gone ones with their ids.
 */
static void
is_rows(const struct book *b, int step, int rows, const char *want)
{
	static const char letters[] = {[DAY_FREE] = '.',
	    [DAY_NAME] = 'N',
	    [DAY_LABEL] = 'L',
	    [DAY_SESSION] = '|',
	    [DAY_TURNOVER] = ':',
	    [DAY_OFF] = '/',
	    [DAY_ROOMLESS] = 'o',
	    [DAY_GONE] = 'x'};
	struct shift shift = {.weekday = 4,
	    .span = {9 * 60, 12 * 60},
	    .cycle = 1,
	    .valid_from = -1000,
	    .valid_until = CIVIL_DAY_NONE}; /* 1970-01-01 is a Thursday */
	struct therapist t = {.id = 1, .active = true, .shifts = {&shift, 1, 1}};
	struct day_source s = {.day = 0};
	struct day_cell cells[CIVIL_DAY_MINUTES / 15];
	struct str got = {0};

	s.book = b;
	day_column(cells, step, &s, &t);
	for (int i = 9 * 60 / step; rows > 0; i++, rows--) {
		const struct day_cell *c = &cells[i];
		bool part = c->kind == DAY_FREE && c->free_until - c->free_from < step;

		str_addc(&got, part ? 'f' : letters[c->kind]);
		if (c->kind == DAY_NAME || c->kind == DAY_GONE)
			str_addf(&got, "%d", (int)c->appt->id);
		if (c->others > 0)
			str_addf(&got, "+%d", c->others);
	}
	is_str(str_text(&got), want, "rows of %d", step);
	str_release(&got);
}

static void
test_rows(void)
{
	struct book b = {.from = 0, .until = CIVIL_DAY_MINUTES};

	is_rows(&b, 30, 8,
	    "....../"
	    "/");
	add(&b, APPT_BOOKED, 9 * 60, 60, 15);
	is_rows(&b, 30, 8, "N1Lf...//");
	is_rows(&b, 15, 8, "N1L||:...");
	add(&b, APPT_BOOKED, 10 * 60 + 15, 60, 15); /* begins in the row where the turnover ends */
	is_rows(&b, 30, 8, "N1LN2L|.//");
	add(&b, APPT_CANCELLED, 10 * 60 + 15, 60, 15); /* a line above what took its time */
	is_rows(&b, 30, 8, "N1Lx3N2L.//");
	add(&b, APPT_NOSHOW, 11 * 60 + 30, 30, 0); /* alone */
	is_rows(&b, 30, 8, "N1Lx3N2Lx4//");
	add(&b, APPT_VOID, 11 * 60 + 45, 15, 0); /* no line left in the row */
	is_rows(&b, 30, 8, "N1Lx3N2Lx4+1//");
	is_rows(&b, 15, 12, "N1L||:x3N2L|:x4x5");
	appt_list_release(&b.appts);
	b.appts = (struct appt_list){0};
	add(&b, APPT_BOOKED, 9 * 60, 15, 0);
	add(&b, APPT_BOOKED, 9 * 60 + 15, 15, 0); /* two in one row */
	is_rows(&b, 30, 3, "N1+1..");
	add(&b, APPT_CANCELLED, 9 * 60, 15, 0); /* what is booked keeps its only line */
	is_rows(&b, 30, 3, "N1+2..");
	b.appts.v[1].end = b.appts.v[1].held =
	    10 * 60; /* the second goes on: named in its first own row */
	is_rows(&b, 30, 3, "N1+1N2.");
	appt_list_release(&b.appts);
}

/* A gap is told whole where it begins, though its row ends. */
static void
test_gap(void)
{
	struct book b = {.from = 0, .until = CIVIL_DAY_MINUTES};
	struct shift shift = {.weekday = 4,
	    .span = {9 * 60, 12 * 60},
	    .cycle = 1,
	    .valid_from = -1000,
	    .valid_until = CIVIL_DAY_NONE};
	struct therapist t = {.id = 1, .active = true, .shifts = {&shift, 1, 1}};
	struct day_source s = {.book = &b};
	struct day_cell cells[CIVIL_DAY_MINUTES / 30];

	add(&b, APPT_BOOKED, 9 * 60, 60, 15);
	add(&b, APPT_BOOKED, 11 * 60 + 15, 45, 0);
	day_column(cells, 30, &s, &t);
	ok(cells[20].free_from == 615 && cells[20].free_until == 630 && cells[20].gap_until == 675,
	    "from 10:15 until 11:15");
	ok(cells[22].kind == DAY_NAME && day_free_beside(&cells[22]) &&
		cells[22].free_from == 660 && cells[22].gap_until == 675,
	    "the last of it is beside who comes then");
	ok(!day_free_beside(&cells[20]) && !day_free_beside(&cells[18]), "nothing else is");
	appt_list_release(&b.appts);
}

/* Rooms are of one kind; an appointment without a therapist here takes one. */
static void
test_roomless(void)
{
	struct book b = {.from = 0, .until = CIVIL_DAY_MINUTES};
	struct shift shift = {.weekday = 4,
	    .span = {9 * 60, 12 * 60},
	    .cycle = 1,
	    .valid_from = -1000,
	    .valid_until = CIVIL_DAY_NONE};
	struct therapist t = {.id = 1, .active = true, .shifts = {&shift, 1, 1}};
	struct room room = {.id = 1, .active = true, .capacity = 1};
	struct service service = {.id = 1, .active = true, .people = 1};
	struct practice p = {
	    .therapists = {&t, 1, 1}, .rooms = {&room, 1, 1}, .services = {&service, 1, 1}};
	struct day_source s = {.book = &b};
	struct span free[DAY_FREE_MAX];
	struct appt *a = add(&b, APPT_BOOKED, 10 * 60, 60, 15);

	a->therapist_id = 2;
	a->room_id = 1;
	day_find_roomless(&s, &p);
	is_int(day_free(&s, &t, free, DAY_FREE_MAX), 2, "no room between two free stretches");
	ok(free[0].from == 540 && free[0].until == 600 && free[1].from == 660 &&
		free[1].until == 720,
	    "while somebody else is in the only one");
	s.without = a->id;
	day_find_roomless(&s, &p);
	is_int(day_free(&s, &t, free, DAY_FREE_MAX), 1, "its own room is free to what is moved");
	s.without = 0;
	a->state = APPT_CANCELLED;
	day_find_roomless(&s, &p);
	is_int(day_free(&s, &t, free, DAY_FREE_MAX), 1, "what is cancelled takes none");
	a->state = APPT_BOOKED;
	p.rooms.n = 0;
	day_find_roomless(&s, &p);
	is_int(day_free(&s, &t, free, DAY_FREE_MAX), 1, "a practice without rooms needs none");
	appt_list_release(&b.appts);
}

static void
test_absences(void)
{
	struct book b = {.from = 0, .until = CIVIL_DAY_MINUTES};
	struct shift shift = {.weekday = 4,
	    .span = {9 * 60, 12 * 60},
	    .cycle = 1,
	    .valid_from = -1000,
	    .valid_until = CIVIL_DAY_NONE};
	struct therapist t = {.id = 1, .active = true, .shifts = {&shift, 1, 1}};
	const struct day_source s = {.book = &b};
	struct span free[DAY_FREE_MAX];
	struct absence *a = list_push(&b.absences);

	*a = (struct absence){.id = 1,
	    .therapist_id = 1,
	    .start = -7 * CIVIL_DAY_MINUTES + 600,
	    .end = -7 * CIVIL_DAY_MINUTES + 645,
	    .weekly = true};
	is_rows(&b, 30, 8,
	    "../f../"
	    "/");
	a = list_push(&b.absences);
	*a = (struct absence){
	    .id = 2, .room_id = 1, .start = 540, .end = 720}; /* a room's is not theirs */
	is_rows(&b, 30, 8,
	    "../f../"
	    "/");
	is_int(day_free(&s, &t, free, DAY_FREE_MAX), 2, "two free stretches");
	ok(free[0].from == 540 && free[0].until == 600 && free[1].from == 645 &&
		free[1].until == 720,
	    "before and after");
	a->room_id = 0; /* a closure of all */
	is_rows(&b, 30, 8, "////////");
	is_int(day_free(&s, &t, free, DAY_FREE_MAX), 0, "nothing free");
	absence_list_release(&b.absences);
}

/* A room is free while anybody works; a couple has one cell in it; blocks do not widen the day. */
static void
test_room(void)
{
	struct book b = {.from = 0, .until = CIVIL_DAY_MINUTES};
	struct shift shift = {.weekday = 4,
	    .span = {9 * 60, 12 * 60},
	    .cycle = 1,
	    .valid_from = -1000,
	    .valid_until = CIVIL_DAY_NONE};
	struct therapist t = {.id = 1, .active = true, .shifts = {&shift, 1, 1}};
	struct room room = {.id = 7, .active = true, .capacity = 2};
	struct practice p = {.therapists = {&t, 1, 1}, .rooms = {&room, 1, 1}};
	struct day_source s = {.book = &b};
	struct day_cell cells[CIVIL_DAY_MINUTES / 30];
	struct absence *off = list_push(&b.absences);

	*off = (struct absence){.id = 1, .start = 0, .end = CIVIL_DAY_MINUTES, .therapist_id = 1};
	is_int(day_opens(&s, &p), 540, "a whole day off does not widen the day");
	for (int i = 0; i < 2; i++) {
		struct appt *a = add(&b, APPT_BOOKED, 10 * 60, 60, 15);

		a->therapist_id = 1 + i;
		a->room_id = 7;
		a->party_id = 1;
	}
	day_room_column(cells, 30, &s, &p, &room);
	is_int(cells[18].kind, DAY_FREE, "free from 9:00, though its therapist is off");
	ok(cells[20].kind == DAY_NAME && cells[20].appt->id == 1 && cells[20].others == 0,
	    "a couple has one cell");
	is_int(cells[21].kind, DAY_LABEL, "with a label");
	is_int(cells[22].free_from, 675, "then turnover");
	is_int(cells[24].kind, DAY_OFF, "nobody works after 12:00");
	off->therapist_id = 0;
	off->room_id = 7;
	day_room_column(cells, 30, &s, &p, &room);
	is_int(cells[18].kind, DAY_OFF, "the room itself is blocked");
	add(&b, APPT_BOOKED, 8 * 60, 30, 0);
	is_int(day_opens(&s, &p), 480, "what is booked early is shown");
	appt_list_release(&b.appts);
	absence_list_release(&b.absences);
	t.active = false;
	is_int(day_opens(&s, &p), 480, "nobody works: the morning");
}

int
main(void)
{
	test_fit();
	test_page();
	test_rows();
	test_gap();
	test_roomless();
	test_absences();
	test_room();
	return done();
}
