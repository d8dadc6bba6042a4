/* The marks of flags on the day: read once with it, and never what they are of. */
#include "day.h"

#include <frontdesk/mem.h>

enum err
day_flags_load(struct day *d)
{
	const civil_min from = civil_at(d->day, 0);
	struct flag_marks marks = {0};
	enum err e = desk_flag_marks(d->view.app->desk, from, from + CIVIL_DAY_MINUTES, &marks);

	flag_marks_release(&d->marks);
	d->marks = marks;
	return e;
}

/* Before the session is over: what comes after is no longer asked. */
const char *
day_flag(const struct day *d, const struct appt *a)
{
	return appt_state_holds(a->state) && a->state < APPT_COMPLETED
	    ? desk_flag_mark(day_desk(d), &d->marks, a)
	    : "";
}

const char *
day_flag_words(const struct day *d, const struct appt *a)
{
	const char *mark = day_flag(d, a);

	if (mark[0] == '\0' || a->state >= APPT_STARTED ||
	    !desk_flag_waits(day_desk(d), &d->marks, a))
		return mark;
	return mark[1] == 'S' ? "!S therapist first" : "!C OK is missing";
}

void
day_flags_waiting(const struct day *d, struct ids *out)
{
	for (size_t i = 0; i < d->book.appts.n; i++) {
		const struct appt *a = &d->book.appts.v[i];

		if (d->day == civil_day_of(d->view.app->now) && a->state < APPT_STARTED &&
		    desk_flag_waits(day_desk(d), &d->marks, a))
			*list_push(out) = a->id;
	}
}
