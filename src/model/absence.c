/* Time off, closures and blocks; the book of a stretch of days. */
#include <stdlib.h>

#include <frontdesk/schedule.h>

#include "check.h"

enum { WEEK_MINUTES = 7 * CIVIL_DAY_MINUTES };

void
absence_list_release(struct absence_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].reason);
	free(l->v);
	*l = (struct absence_list){0};
}

bool
absence_whole_days(const struct absence *a)
{
	return civil_minute_of(a->start) == 0 && civil_minute_of(a->end) == 0;
}

bool
absence_time(
    const struct absence *a, civil_min start, civil_min end, civil_min *from, civil_min *until)
{
	civil_min later = 0;

	if (a->weekly && start >= a->end)
		later = ((start - a->end) / WEEK_MINUTES + 1) * WEEK_MINUTES;
	*from = a->start + later;
	*until = a->end + later;
	return *from<end && * until> start;
}

bool
absence_touches(const struct absence *a, civil_min start, civil_min end)
{
	civil_min from, until;

	return absence_time(a, start, end, &from, &until);
}

void
book_release(struct book *b)
{
	appt_list_release(&b->appts);
	absence_list_release(&b->absences);
	*b = (struct book){0};
}

void
client_facts_release(struct client_facts *f)
{
	ids_release(&f->avoid);
	words_release(&f->alerts);
	free(f->looks_like);
	flag_list_release(&f->flags);
	free(f->last_time);
	*f = (struct client_facts){0};
}
