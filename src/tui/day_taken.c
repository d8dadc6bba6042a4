/* When time that is not free begins and ends. */
#include "day.h"

/* Between the shifts of the selected therapist; of a room the row. */
static void
find_off(const struct day *d, int *from, int *until)
{
	const struct therapist *t = d->as == DAY_ROOMS ? NULL : day_therapist(d);
	struct span spans[HOURS_SPANS_A_DAY];
	size_t n = t != NULL ? therapist_spans(t, d->day, spans, HOURS_SPANS_A_DAY) : 0;
	const int at = *from;

	if (t == NULL)
		return;
	*from = 0;
	*until = CIVIL_DAY_MINUTES;
	for (size_t i = 0; i < n; i++) {
		if (spans[i].until <= at)
			*from = spans[i].until;
		else if (spans[i].from > at && spans[i].from < *until)
			*until = spans[i].from;
	}
}

static bool
is_roomless(const struct day *d, int minute)
{
	return minute >= 0 && minute < CIVIL_DAY_MINUTES && d->source.roomless[minute / DAY_SLOT] &&
	    day_cell_at(d, d->column, minute / d->grid.step)->kind == DAY_ROOMLESS;
}

/* Time that is not free, from its beginning to its end, not those of its row. */
static void
find_taken(const struct day *d, const struct day_cell *cell, civil_min *from, civil_min *until)
{
	const civil_min midnight = civil_at(d->day, 0);
	int begin = day_row(d) * d->grid.step, end = begin + d->grid.step;

	if (d->as == DAY_LIST) {
		begin = d->lines.v[d->list.at].from;
		end = d->lines.v[d->list.at].until;
	} else if (cell->kind == DAY_OFF && cell->absence == NULL) {
		find_off(d, &begin, &end);
	} else if (cell->kind == DAY_ROOMLESS) {
		for (end = begin; is_roomless(d, end);)
			end += DAY_SLOT;
		while (is_roomless(d, begin - DAY_SLOT))
			begin -= DAY_SLOT;
	}
	*from = midnight + begin;
	*until = midnight + end;
	if (cell->kind == DAY_TURNOVER) {
		*from = cell->appt->end;
		*until = cell->appt->held;
	} else if (d->as != DAY_LIST && cell->absence != NULL &&
	    absence_time(cell->absence, midnight, midnight + CIVIL_DAY_MINUTES, from, until)) {
		*from = *from < midnight ? midnight : *from;
		*until =
		    *until > midnight + CIVIL_DAY_MINUTES ? midnight + CIVIL_DAY_MINUTES : *until;
	}
}

void
day_say_taken(const struct day *d, struct str *out, const struct day_cell *cell)
{
	civil_min from, until;

	find_taken(d, cell, &from, &until);
	day_say_span(d, out, from, until);
}
