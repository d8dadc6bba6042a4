/* When a therapist works on a day. */
#include <frontdesk/practice.h>

/* Weeks since Monday 1969-12-29, three days before day 0. */
static int
week_of(civil_day day)
{
	int days = day + 3;

	return days >= 0 ? days / 7 : -((6 - days) / 7);
}

static bool
shift_is_on(const struct shift *s, civil_day day)
{
	int week;

	if (s->weekday != civil_weekday(day) || day < s->valid_from ||
	    (s->valid_until != CIVIL_DAY_NONE && day >= s->valid_until))
		return false;
	if (s->cycle <= 1)
		return true;
	week = week_of(day) % s->cycle;
	return (week < 0 ? week + s->cycle : week) == s->week;
}

/* Puts a span in its place; joins those that touch or overlap: a break is time between spans. */
static size_t
add_span(struct span *out, size_t n, size_t max, struct span s)
{
	size_t at, last;

	if (s.from >= s.until)
		return n;
	for (at = 0; at < n && out[at].until < s.from; at++)
		;
	for (last = at; last < n && out[last].from <= s.until; last++) {
		if (out[last].from < s.from)
			s.from = out[last].from;
		if (out[last].until > s.until)
			s.until = out[last].until;
	}
	if (last == at) {
		if (n == max)
			return n;
		for (size_t i = n; i > at; i--)
			out[i] = out[i - 1];
		n++;
	} else {
		for (size_t i = last; i < n; i++)
			out[i - (last - at) + 1] = out[i];
		n -= last - at - 1;
	}
	out[at] = s;
	return n;
}

size_t
therapist_spans(const struct therapist *t, civil_day day, struct span *out, size_t max)
{
	bool excepted = false;
	size_t n = 0;

	for (size_t i = 0; i < t->exceptions.n; i++) {
		if (t->exceptions.v[i].day != day)
			continue;
		excepted = true;
		n = add_span(out, n, max, t->exceptions.v[i].span);
	}
	for (size_t i = 0; !excepted && i < t->shifts.n; i++)
		if (shift_is_on(&t->shifts.v[i], day))
			n = add_span(out, n, max, t->shifts.v[i].span);
	return n;
}

/* Same days of validity, same week of the same cycle. */
static bool
together(const struct shift *a, const struct shift *b)
{
	return a->valid_from == b->valid_from && a->valid_until == b->valid_until &&
	    a->cycle == b->cycle && a->week == b->week;
}

bool
therapist_week_begins(const struct therapist *t, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (together(&t->shifts.v[k], &t->shifts.v[i]))
			return false;
	return true;
}

void
therapist_week(const struct therapist *t, size_t i, struct hours *out)
{
	*out = (struct hours){0};
	for (size_t k = i; k < t->shifts.n; k++) {
		const struct shift *s = &t->shifts.v[k];

		if (together(s, &t->shifts.v[i]) && out->day[s->weekday].n < HOURS_SPANS_A_DAY)
			out->day[s->weekday].v[out->day[s->weekday].n++] = s->span;
	}
}
