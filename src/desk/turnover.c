/* Turnover gives way to what is booked into it, and comes back when that leaves. */
#include "side.h"

enum err
side_squeeze(struct desk *d, struct book *b, const struct proposal *want)
{
	for (size_t i = 0; i < b->appts.n; i++) {
		struct appt *a = &b->appts.v[i];
		enum err e;

		if (!schedule_squeezes(want, a))
			continue;
		/* In the book too: a couple's other side may squeeze the same row. */
		a->held = want->start;
		e = store_appt_update(d->store, a);
		if (e != ERR_OK)
			return e;
	}
	return ERR_OK;
}

enum err
turnover_back(struct desk *d, const struct appt *left)
{
	civil_day day = civil_day_of(left->start);
	struct book b = {0};
	enum err e = store_book(d->store, day, day + 1, &b);

	for (size_t i = 0; i < b.appts.n && e == ERR_OK; i++) {
		struct appt *a = &b.appts.v[i];
		const struct proposal stands = proposal_of_appt(&d->practice, a);
		civil_min held;

		if (!schedule_gave_way(a, left))
			continue;
		held = schedule_held(&d->practice, &b, &stands);
		if (held <= a->held)
			continue;
		a->held = held;
		e = store_appt_update(d->store, a);
	}
	book_release(&b);
	return e;
}

/* Turnover alone is a question; two at one time are refused. */
static enum err
clashes_verdict(const struct findings *f, bool force)
{
	if (findings_worst(f) == LEVEL_HARD)
		return err_set(ERR_REFUSED, "its time is booked again: %s", f->v[0].text);
	if (f->n > 0 && !force)
		return err_set(ERR_NEEDS_YES, "%s", f->v[0].text);
	return ERR_OK;
}

enum err
turnover_again(struct desk *d, struct appt *a, bool force)
{
	const struct proposal stands = proposal_of_appt(&d->practice, a);
	civil_day day = civil_day_of(a->start);
	struct findings clashes = {0};
	struct book b = {0};
	enum err e = store_book(d->store, day, day + 1, &b);

	if (e == ERR_OK) {
		schedule_clashes(&d->practice, &b, &stands, desk_now(d), &clashes);
		e = clashes_verdict(&clashes, force);
	}
	if (e == ERR_OK)
		e = side_squeeze(d, &b, &stands);
	if (e == ERR_OK)
		a->held = schedule_held(&d->practice, &b, &stands);
	findings_release(&clashes);
	book_release(&b);
	return e;
}
