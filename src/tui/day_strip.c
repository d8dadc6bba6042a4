#include "day_strip.h"

enum { HALF = 30, HOUR = 60 };

struct strip {
	const struct therapist *t;
	const struct book *book;
	int64_t moving_id;
	struct span spans[HOURS_SPANS_A_DAY];
	size_t n;
	civil_min from, until; /* proposed */
};

static bool
is_taken(const struct strip *s, civil_min m)
{
	for (size_t i = 0; i < s->book->appts.n; i++) {
		const struct appt *a = &s->book->appts.v[i];

		if (a->therapist_id == s->t->id && a->id != s->moving_id &&
		    appt_state_holds(a->state) && a->start < m + HALF && a->held > m)
			return true;
	}
	return false;
}

static bool
is_off(const struct strip *s, civil_min m)
{
	const int minute = civil_minute_of(m);
	bool works = false;

	for (size_t i = 0; i < s->n; i++)
		works = works || (s->spans[i].from < minute + HALF && s->spans[i].until > minute);
	for (size_t i = 0; i < s->book->absences.n && works; i++) {
		const struct absence *a = &s->book->absences.v[i];

		if (a->room_id == 0 && (a->therapist_id == 0 || a->therapist_id == s->t->id) &&
		    absence_touches(a, m, m + HALF))
			works = false;
	}
	return !works;
}

enum strip_sign {
#define X(id, sign, text) STRIP_##id = (sign),
	STRIP_LIST(X)
#undef X
};

static char
sign(const struct strip *s, civil_min m)
{
	bool proposed = s->from < m + HALF && s->until > m;

	if (is_taken(s, m))
		return proposed ? STRIP_CLASHES : STRIP_TAKEN;
	if (is_off(s, m))
		return proposed ? STRIP_CLASHES : STRIP_OFF;
	return proposed ? STRIP_FITS : STRIP_FREE;
}

/* The whole hours to show: [*first, *last). */
static void
hours(const struct strip *s, civil_min day, int *first, int *last)
{
	civil_min from = s->from - day, until = s->until - day;

	for (size_t i = 0; i < s->n; i++) {
		from = s->spans[i].from < from ? s->spans[i].from : from;
		until = s->spans[i].until > until ? s->spans[i].until : until;
	}
	*first = (int)(from / HOUR);
	*last = (int)((until + HOUR - 1) / HOUR);
	if (*last > 24)
		*last = 24;
}

enum err
day_strip(struct desk *d, int64_t therapist_id, civil_min from, civil_min until, int64_t moving_id,
    struct str *out)
{
	const civil_day day = civil_day_of(from);
	struct book book = {0};
	struct strip s = {
	    .t = practice_therapist(&d->practice, therapist_id),
	    .book = &book,
	    .moving_id = moving_id,
	    .from = from,
	    .until = until,
	};
	int first, last, year, month, mday;
	enum err e = store_book(d->store, day, day + 1, &book);

	if (e != ERR_OK || s.t == NULL)
		return e;
	s.n = therapist_spans(s.t, day, s.spans, HOURS_SPANS_A_DAY);
	hours(&s, civil_at(day, 0), &first, &last);
	civil_to_ymd(day, &year, &month, &mday);
	str_addf(out, "%s %d %s ", civil_weekday_name(civil_weekday(day)), mday, s.t->name);
	for (int hour = first; hour < last; hour++)
		str_addf(out, "%02d%c%c", hour, sign(&s, civil_at(day, hour * HOUR)),
		    sign(&s, civil_at(day, hour * HOUR + HALF)));
	str_addf(out, "%02d", last);
	book_release(&book);
	return ERR_OK;
}
