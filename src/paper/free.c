/* Who could still be booked on a day, and who is off: the foot of the desk's roster. */
#include <string.h>

#include "layout.h"

enum { GAP_LEAST = 60 };

/* What is so at a minute of the day. */
enum { WORKS = 1, ABSENT = 2, BOOKED = 4 };
struct minutes {
	const struct practice *p;
	civil_min begin; /* of the day */
	unsigned char v[CIVIL_DAY_MINUTES];
};

static void
mark(struct minutes *m, civil_min from, civil_min until, unsigned char what)
{
	civil_min end = m->begin + CIVIL_DAY_MINUTES;

	for (civil_min t = from < m->begin ? m->begin : from; t < until && t < end; t++)
		m->v[t - m->begin] |= what;
}

static void
mark_absence(struct minutes *m, const struct absence *a)
{
	for (civil_min t = m->begin; t < m->begin + CIVIL_DAY_MINUTES; t++)
		if (absence_touches(a, t, t + 1))
			mark(m, t, t + 1, ABSENT);
}

static void
mark_all(struct minutes *m, const struct practice *p, const struct therapist *t,
    const struct book *b, civil_day day)
{
	struct span spans[HOURS_SPANS_A_DAY];
	size_t n = therapist_spans(t, day, spans, HOURS_SPANS_A_DAY);

	memset(m, 0, sizeof(*m));
	m->p = p;
	m->begin = civil_at(day, 0);
	for (size_t i = 0; i < n; i++)
		mark(m, m->begin + spans[i].from, m->begin + spans[i].until, WORKS);
	for (size_t i = 0; i < b->absences.n; i++) {
		const struct absence *a = &b->absences.v[i];

		if (a->therapist_id == t->id || (a->therapist_id == 0 && a->room_id == 0))
			mark_absence(m, a);
	}
	for (size_t i = 0; i < b->appts.n; i++) {
		const struct appt *a = &b->appts.v[i];

		if (a->therapist_id == t->id && appt_state_holds(a->state))
			mark(m, a->start, a->held, BOOKED);
	}
}

/* Adds the times of at least `least` minutes in which, of the mask, exactly `what` is so. */
static void
add_times(
    struct str *out, const struct minutes *m, unsigned char mask, unsigned char what, int least)
{
	const char *between = "";

	for (int from = 0, until; from < CIVIL_DAY_MINUTES; from = until) {
		unsigned char is = m->v[from] & mask;
		char times[PAPER_TIMES_SIZE];

		for (until = from + 1; until < CIVIL_DAY_MINUTES && (m->v[until] & mask) == is;)
			until++;
		if (is != what || until - from < least)
			continue;
		(void)paper_times(m->p, m->begin + from, m->begin + until, times);
		str_addf(out, "%s%s", between, times);
		between = ", ";
	}
}

/* "Mia 09:00-10:30, 14:00-16:00" after those before. */
static void
add_therapist(struct str *out, const struct therapist *t, const struct str *times)
{
	str_addf(out, "%s%s", out->n > 0 ? "; " : "", t->name);
	if (times->n > 0)
		str_addf(out, " %s", str_text(times));
}

static void
add_free(struct str *out, const struct therapist *t, const struct minutes *m)
{
	struct str gaps = {0};

	add_times(&gaps, m, WORKS | ABSENT | BOOKED, WORKS, GAP_LEAST);
	if (gaps.n > 0)
		add_therapist(out, t, &gaps);
	str_release(&gaps);
}

/* How many bookings have a minute at which, of the mask, exactly `what` is so. */
static int
bookings_at(const struct minutes *m, const struct therapist *t, const struct book *b,
    unsigned char mask, unsigned char what)
{
	int n = 0;

	for (size_t i = 0; i < b->appts.n; i++) {
		const struct appt *a = &b->appts.v[i];
		civil_min at = a->start - m->begin, until = a->end - m->begin;

		if (a->therapist_id != t->id || !appt_state_holds(a->state) || at < 0 ||
		    until > CIVIL_DAY_MINUTES)
			continue;
		while (at < until && (m->v[at] & mask) != what)
			at++;
		n += at < until;
	}
	return n;
}

/* With the times, unless it is the whole day; and with what is booked all the same. */
static void
add_off(struct str *out, const struct therapist *t, const struct minutes *m, const struct book *b)
{
	struct str at_work = {0}, off = {0};
	int in_the_way;

	add_times(&at_work, m, WORKS | ABSENT, WORKS, 1);
	if (at_work.n > 0)
		add_times(&off, m, WORKS | ABSENT, WORKS | ABSENT, 1);
	if (at_work.n == 0 || off.n > 0) {
		in_the_way = at_work.n == 0 ? bookings_at(m, t, b, 0, 0)
					    : bookings_at(m, t, b, WORKS | ABSENT, WORKS | ABSENT);
		add_therapist(out, t, &off);
		if (in_the_way > 0)
			str_addf(out, " (%d booking%s in the way)", in_the_way,
			    in_the_way == 1 ? "" : "s");
	}
	str_release(&at_work);
	str_release(&off);
}

static void
add_list(struct sheet *s, const char *what, struct str *list)
{
	struct str line = {0};

	str_addf(&line, "%s: %s", what, list->n > 0 ? str_text(list) : "nobody");
	sheet_text(s, 4, str_text(&line));
	str_release(&line);
	str_release(list);
}

void
roster_free(
    struct sheet *s, const struct practice *p, const struct book *b, const struct roster_options *o)
{
	struct str available = {0}, off = {0}, unknown = {0};
	struct minutes m;

	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];

		if (!t->active || (o->therapist_id != 0 && t->id != o->therapist_id))
			continue;
		if (t->shifts.n == 0 && t->exceptions.n == 0) {
			add_therapist(&unknown, t, &(struct str){0});
			continue;
		}
		mark_all(&m, p, t, b, o->day);
		add_free(&available, t, &m);
		add_off(&off, t, &m, b);
	}
	add_list(s, "Free for 60 min and more", &available);
	add_list(s, "Off", &off);
	if (unknown.n > 0)
		add_list(s, "No hours set", &unknown);
}
