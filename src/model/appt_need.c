/* Which appointments need the desk, and which of them next. */
#include <frontdesk/appt.h>

enum { HOLD_SOON = 60 };

const char *
appt_need_words(enum appt_need n)
{
	static const char *const words[] = {
#define X(id, words) words,
		APPT_NEED_LIST(X)
#undef X
		    "",
	};

	return words[n];
}

enum appt_need
appt_need(const struct appt *a, const struct ids *waiting, civil_min now)
{
	if (a->state == APPT_ARRIVED && now > a->start)
		return APPT_NEEDS_WAITING;
	if (appt_asks_noshow(a, now))
		return APPT_NEEDS_NOSHOW;
	if (appt_late(a, now) > 0)
		return APPT_NEEDS_LATE;
	if (a->state == APPT_STARTED && now >= a->end)
		return APPT_NEEDS_OVER;
	if (appt_hold_over(a, now + HOLD_SOON))
		return APPT_NEEDS_HOLD;
	if (waiting != NULL && ids_has(waiting, a->id))
		return APPT_NEEDS_OK;
	if (a->state == APPT_BOOKED && !a->message_left &&
	    civil_day_of(a->start) == civil_day_of(now) + 1)
		return APPT_NEEDS_CALL;
	return APPT_NEEDS_NOTHING;
}

/* Whether a is met before b. */
static bool
is_before(const struct appt *a, const struct appt *b, const struct ids *waiting, civil_min now)
{
	enum appt_need x = appt_need(a, waiting, now), y = appt_need(b, waiting, now);

	if (x != y)
		return x < y;
	return a->start != b->start ? a->start < b->start : a->id < b->id;
}

const struct appt *
appt_next_need(const struct appt_list *l, const struct ids *waiting, int64_t after, civil_min now,
    size_t *nth, size_t *of)
{
	const struct appt *last = NULL, *next = NULL;

	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].id == after && appt_need(&l->v[i], waiting, now) != APPT_NEEDS_NOTHING)
			last = &l->v[i];
	}
	for (int round = 0; round < 2 && next == NULL; round++, last = NULL) {
		for (size_t i = 0; i < l->n; i++) {
			const struct appt *a = &l->v[i];

			if (appt_need(a, waiting, now) != APPT_NEEDS_NOTHING &&
			    (last == NULL || is_before(last, a, waiting, now)) &&
			    (next == NULL || is_before(a, next, waiting, now)))
				next = a;
		}
	}
	*nth = *of = 0;
	if (next == NULL)
		return NULL;
	*nth = 1;
	for (size_t i = 0; i < l->n; i++) {
		if (appt_need(&l->v[i], waiting, now) == APPT_NEEDS_NOTHING)
			continue;
		++*of;
		*nth += next != &l->v[i] && is_before(&l->v[i], next, waiting, now);
	}
	return next;
}
