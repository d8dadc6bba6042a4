/* The door's sheets: clients read them in passing, so they name nobody. */
#include <frontdesk/mem.h>

#include "layout.h"

enum { TIME, SERVICE, COLUMNS };

static const struct paper_column columns[COLUMNS] = {{11, false}, {60, false}};
static const char *const names[COLUMNS] = {"Time", "Service"};

/* A couple is two appointments in one room: one line on its door. */
static bool
said_before(const struct book *b, size_t first, size_t at)
{
	const struct appt *a = &b->appts.v[at];

	for (size_t i = first; i < at; i++) {
		const struct appt *other = &b->appts.v[i];

		if (a->party_id != 0 && other->party_id == a->party_id &&
		    other->room_id == a->room_id && other->start == a->start &&
		    other->end == a->end && appt_state_holds(other->state))
			return true;
	}
	return false;
}

static void
add_row(struct sheet *s, const struct practice *p, const struct appt *a)
{
	struct paper_line *l = sheet_line(s, PAPER_ROW);
	char times[PAPER_TIMES_SIZE];
	struct str label = {0};

	sheet_cell(l, TIME, paper_times(p, a->start, a->end, times));
	paper_label(&label, p, a);
	sheet_cell(l, SERVICE, str_text(&label));
	str_release(&label);
}

static void
add_sheet(struct sheet *s, const struct practice *p, const struct book *b, const struct room *r,
    const struct roster_options *o)
{
	char day[CIVIL_LONG_SIZE];
	struct str title = {0};
	size_t first, end;

	str_addf(&title, "Room sheet, %s, %s", r->name, civil_long_day(o->day, day));
	s->title = paper_clean(&title);
	sheet_subtitle(s, p, o);
	roster_day(b, o->day, &first, &end);
	for (size_t i = first; i < end; i++) {
		const struct appt *a = &b->appts.v[i];

		if (a->room_id != r->id || !appt_state_holds(a->state) || said_before(b, first, i))
			continue;
		if (s->columns == 0) {
			sheet_table(s, columns, names, COLUMNS);
			s->column[TIME].width = paper_times_width(p);
		}
		add_row(s, p, a);
	}
	if (s->columns == 0)
		sheet_text(s, 0, "Nothing is booked.");
}

void
paper_room_sheets(struct sheet_list *out, const struct practice *p, const struct book *b,
    const struct roster_options *o)
{
	for (size_t i = 0; i < p->rooms.n; i++)
		if (p->rooms.v[i].active)
			add_sheet(list_push(out), p, b, &p->rooms.v[i], o);
}
