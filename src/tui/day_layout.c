/* Minutes of a therapist's day, and how they become rows. */
#include "day_layout.h"

#include <string.h>

#include <frontdesk/mem.h>

enum {
	COLUMN_MIN = 13, /* a state, a name and two marks can be read */
	COLUMN_MAX = 40,
	PANE_FROM = 110, /* columns of the screen */
	ONE_COLUMN_BELOW = 80, /* of the width alone: a low screen has room for all of them */
	FINE_FROM = 30, /* rows of the body */
	FINE_STEP = 15,
	COARSE_STEP = 30,
	LINES_ABOVE = 3, /* title, screens and date, names */
	LINES_BELOW = 3, /* focus, message, footer */
	SPANS_MAX = 24
};

void
day_grid_fit(struct day_grid *g, int rows, int columns, size_t therapists)
{
	int room = columns - DAY_TIME_WIDTH - 1, most;

	*g = (struct day_grid){.top = LINES_ABOVE, .rows = rows - LINES_ABOVE - LINES_BELOW};
	g->step = g->rows >= FINE_FROM ? FINE_STEP : COARSE_STEP;
	if (columns >= PANE_FROM) {
		g->pane = columns - DAY_PANE_WIDTH;
		room -= DAY_PANE_WIDTH + 1;
	}
	most = columns < ONE_COLUMN_BELOW ? 1 : room / (COLUMN_MIN + 1);
	g->shown = therapists < 1 ? 1 : therapists;
	if (g->shown > (size_t)most)
		g->shown = (size_t)most;
	g->width = room / (int)g->shown - 1;
	if (columns >= ONE_COLUMN_BELOW && g->width > COLUMN_MAX)
		g->width = COLUMN_MAX;
}

int
day_grid_column(const struct day_grid *g, size_t i)
{
	return DAY_TIME_WIDTH + 1 + (int)i * (g->width + 1);
}

size_t
day_grid_page(const struct day_grid *g, size_t i, size_t therapists)
{
	size_t first = i / g->shown * g->shown;

	if (first + g->shown > therapists)
		first = therapists > g->shown ? therapists - g->shown : 0;
	return first;
}

int
day_grid_scroll(const struct day_grid *g, int first, int row)
{
	int last = day_rows(g->step) - g->rows;

	if (row < first)
		first = row;
	if (row >= first + g->rows)
		first = row - g->rows + 1;
	if (first > last)
		first = last;
	return first < 0 ? 0 : first;
}

int
day_rows(int step)
{
	return CIVIL_DAY_MINUTES / step;
}

/* What a therapist does in each minute of a day. */
struct minutes {
	unsigned char kind[CIVIL_DAY_MINUTES]; /* FREE SESSION TURNOVER OFF ROOMLESS */
	const struct appt *appt[CIVIL_DAY_MINUTES]; /* whose session or turnover */
	const struct absence *absence[CIVIL_DAY_MINUTES]; /* why off */
};

static void
mark(struct minutes *m, int from, int until, enum day_kind kind, const struct appt *a)
{
	for (int i = from < 0 ? 0 : from; i < until && i < CIVIL_DAY_MINUTES; i++) {
		m->kind[i] = (unsigned char)kind;
		m->appt[i] = a;
	}
}

static void
mark_absence(struct minutes *m, civil_min midnight, const struct absence *a)
{
	if (!absence_touches(a, midnight, midnight + CIVIL_DAY_MINUTES))
		return;
	for (int i = 0; i < CIVIL_DAY_MINUTES; i++) {
		if (absence_touches(a, midnight + i, midnight + i + 1)) {
			m->kind[i] = DAY_OFF;
			m->absence[i] = a;
		}
	}
}

/* Whose column it is; the other is 0. */
struct owner {
	int64_t therapist_id, room_id;
};

static bool
keeps_free(const struct absence *a, const struct owner *o)
{
	if (a->therapist_id == 0 && a->room_id == 0)
		return true;
	return o->room_id != 0 ? a->room_id == o->room_id : a->therapist_id == o->therapist_id;
}

static bool
is_theirs(const struct day_source *s, size_t i, const struct owner *o)
{
	const struct appt *all = s->book->appts.v, *a = &all[i];

	if (a->id == s->without)
		return false;
	if (o->room_id == 0)
		return a->therapist_id == o->therapist_id;
	/* of a couple in its room, the first */
	for (size_t k = 0; a->party_id != 0 && k < i; k++) {
		if (all[k].party_id == a->party_id && all[k].room_id == a->room_id &&
		    all[k].start == a->start)
			return false;
	}
	return a->room_id == o->room_id;
}

static void
mark_shift(struct minutes *m, civil_day day, const struct therapist *t)
{
	struct span spans[SPANS_MAX];
	size_t n = therapist_spans(t, day, spans, SPANS_MAX);

	for (size_t i = 0; i < n; i++)
		mark(m, spans[i].from, spans[i].until, DAY_FREE, NULL);
}

/* What is kept free and booked, over the hours that are there already. */
static void
mark_book(struct minutes *m, const struct day_source *s, const struct owner *o)
{
	const struct book *b = s->book;
	civil_min midnight = civil_at(s->day, 0);

	for (size_t i = 0; i < b->absences.n; i++) {
		if (keeps_free(&b->absences.v[i], o))
			mark_absence(m, midnight, &b->absences.v[i]);
	}
	for (size_t i = 0; i < b->appts.n; i++) {
		const struct appt *a = &b->appts.v[i];

		if (!is_theirs(s, i, o) || !appt_state_holds(a->state))
			continue;
		mark(m, (int)(a->end - midnight), (int)(a->held - midnight), DAY_TURNOVER, a);
		mark(m, (int)(a->start - midnight), (int)(a->end - midnight), DAY_SESSION, a);
	}
}

static void
read_minutes(struct minutes *m, const struct day_source *s, const struct therapist *t)
{
	const struct owner o = {.therapist_id = t->id};

	memset(m, 0, sizeof(*m));
	mark(m, 0, CIVIL_DAY_MINUTES, DAY_OFF, NULL);
	mark_shift(m, s->day, t);
	mark_book(m, s, &o);
	for (int i = 0; i < CIVIL_DAY_MINUTES; i++) {
		if (m->kind[i] == DAY_FREE && s->roomless[i / DAY_SLOT])
			m->kind[i] = DAY_ROOMLESS;
	}
}

void
day_find_roomless(struct day_source *s, const struct practice *p)
{
	for (int i = 0; i < DAY_SLOTS; i++)
		s->roomless[i] = schedule_roomless(
		    p, s->book, s->without, civil_at(s->day, i * DAY_SLOT), DAY_SLOT);
}

/* The first free stretch within [from, until). */
static void
free_part(const struct minutes *m, int from, int until, int *start, int *end)
{
	while (from < until && m->kind[from] != DAY_FREE)
		from++;
	*start = *end = from;
	while (*end < until && m->kind[*end] == DAY_FREE)
		(*end)++;
}

/* Whose session has the row: the first that begins in it, else the one that goes on. */
static const struct appt *
row_owner(const struct minutes *m, int from, int until)
{
	const struct appt *owner = NULL;

	for (int i = from; i < until; i++) {
		if (m->kind[i] != DAY_SESSION)
			continue;
		if (i == 0 || m->kind[i - 1] != DAY_SESSION || m->appt[i - 1] != m->appt[i])
			return m->appt[i];
		owner = m->appt[i];
	}
	return owner;
}

/* A row as its minutes have it, before lines are given out. */
static void
read_row(struct day_cell *cell, const struct minutes *m, int from, int until)
{
	int from_here;

	*cell = (struct day_cell){.edge = DAY_FREE, .appt = row_owner(m, from, until)};
	free_part(m, from, until, &cell->free_from, &cell->free_until);
	if (cell->free_from < cell->free_until)
		free_part(m, cell->free_from, CIVIL_DAY_MINUTES, &from_here, &cell->gap_until);
	if (cell->appt != NULL) {
		cell->kind = DAY_SESSION;
		return;
	}
	if (cell->free_from < cell->free_until) {
		int rest = cell->free_from > from ? from : until - 1;

		if (cell->free_until - cell->free_from < until - from)
			cell->edge = (enum day_kind)m->kind[rest];
		return;
	}
	cell->kind = (enum day_kind)m->kind[from];
	cell->appt = m->appt[from];
	cell->absence = m->absence[from];
}

bool
day_free_beside(const struct day_cell *cell)
{
	return (cell->kind == DAY_NAME || cell->kind == DAY_LABEL || cell->kind == DAY_SESSION) &&
	    cell->free_from < cell->free_until;
}

static int
rows_of(const struct day_cell *cells, int rows, const struct appt *a)
{
	int n = 0;

	for (int r = 0; r < rows; r++)
		n += cells[r].kind == DAY_SESSION && cells[r].appt == a;
	return n;
}

/* One that left the plan takes a line of its own, unless what is booked there has no other. */
static void
place_gone(struct day_cell *cells, int rows, int row, const struct appt *a)
{
	struct day_cell *cell = &cells[row];

	if (cell->kind == DAY_GONE ||
	    (cell->kind == DAY_SESSION && rows_of(cells, rows, cell->appt) == 1)) {
		cell->others++;
		return;
	}
	cell->kind = DAY_GONE;
	cell->appt = a;
}

/* The first lines of each session become its name and its label. */
static void
place_names(struct day_cell *cells, int rows)
{
	const struct appt *named = NULL;
	int lines = 0;

	for (int r = 0; r < rows; r++) {
		if (cells[r].kind != DAY_SESSION)
			continue;
		if (cells[r].appt != named) {
			named = cells[r].appt;
			lines = 0;
		}
		if (lines < 2)
			cells[r].kind = lines == 0 ? DAY_NAME : DAY_LABEL;
		lines++;
	}
}

static void
lay_rows(struct day_cell *cells, int step, const struct day_source *s, const struct minutes *m,
    const struct owner *o)
{
	const struct book *b = s->book;
	int rows = day_rows(step);
	civil_min midnight = civil_at(s->day, 0);

	for (int r = 0; r < rows; r++)
		read_row(&cells[r], m, r * step, (r + 1) * step);
	for (size_t i = 0; i < b->appts.n; i++) {
		const struct appt *a = &b->appts.v[i];
		int row = (int)(a->start - midnight) / step;

		if (!is_theirs(s, i, o) || a->start < midnight || row >= rows)
			continue;
		if (!appt_state_holds(a->state))
			place_gone(cells, rows, row, a);
		else if (rows_of(cells, rows, a) == 0)
			cells[row].others++;
	}
	place_names(cells, rows);
	for (int r = 0; r < rows; r++)
		cells[r].first = r == 0 || cells[r].kind != cells[r - 1].kind ||
		    cells[r].absence != cells[r - 1].absence;
}

void
day_column(struct day_cell *cells, int step, const struct day_source *s, const struct therapist *t)
{
	const struct owner o = {.therapist_id = t->id};
	struct minutes m;

	read_minutes(&m, s, t);
	lay_rows(cells, step, s, &m, &o);
}

void
day_room_column(struct day_cell *cells, int step, const struct day_source *s,
    const struct practice *p, const struct room *r)
{
	const struct owner o = {.room_id = r->id};
	struct minutes m;

	memset(&m, 0, sizeof(m));
	mark(&m, 0, CIVIL_DAY_MINUTES, DAY_OFF, NULL);
	for (size_t i = 0; i < p->therapists.n; i++) {
		if (p->therapists.v[i].active)
			mark_shift(&m, s->day, &p->therapists.v[i]);
	}
	mark_book(&m, s, &o);
	lay_rows(cells, step, s, &m, &o);
}

static bool
has_line(const struct day_cell *cells, int rows, const struct appt *a)
{
	for (int r = 0; r < rows; r++) {
		if (cells[r].appt == a && cells[r].kind != DAY_TURNOVER)
			return true;
	}
	return false;
}

const struct appt *
day_other_of_row(const struct day_cell *cells, int step, const struct day_source *s,
    int64_t therapist_id, int64_t room_id, int row, int n)
{
	const struct owner o = {.therapist_id = therapist_id, .room_id = room_id};
	const civil_min from = civil_at(s->day, row * step);

	for (size_t i = 0; cells[row].others > 0 && i < s->book->appts.n; i++) {
		const struct appt *a = &s->book->appts.v[i];

		if (a->start < from || a->start >= from + step || !is_theirs(s, i, &o) ||
		    has_line(cells, day_rows(step), a))
			continue;
		if (n-- == 0)
			return a;
	}
	return NULL;
}

int
day_opens(const struct day_source *s, const struct practice *p)
{
	enum { MORNING = 8 * 60 };
	int opens = CIVIL_DAY_MINUTES;

	for (size_t i = 0; i < p->therapists.n; i++) {
		struct span spans[SPANS_MAX];
		size_t n = therapist_spans(&p->therapists.v[i], s->day, spans, SPANS_MAX);

		if (p->therapists.v[i].active && n > 0 && spans[0].from < opens)
			opens = spans[0].from;
	}
	for (size_t i = 0; i < s->book->appts.n; i++) {
		int start = (int)(s->book->appts.v[i].start - civil_at(s->day, 0));

		if (start >= 0 && start < opens)
			opens = start;
	}
	return opens < CIVIL_DAY_MINUTES ? opens : MORNING;
}

size_t
day_free(const struct day_source *s, const struct therapist *t, struct span *out, size_t max)
{
	struct minutes m;
	size_t n = 0;
	int from = 0, until;

	read_minutes(&m, s, t);
	while (n < max) {
		free_part(&m, from, CIVIL_DAY_MINUTES, &from, &until);
		if (from == until)
			break;
		out[n++] = (struct span){from, until};
		from = until;
	}
	return n;
}
