/* May this be booked? The order of the rules, and what they have in common. */
#include <assert.h>
#include <stdio.h>

#include <frontdesk/mem.h>
#include <frontdesk/schedule.h>

#include "check.h"

size_t
book_first(const struct book *b, civil_min start)
{
	size_t low = 0, high = b->appts.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (b->appts.v[middle].start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
check_init(struct check *c, const struct practice *p, const struct book *b,
    const struct proposal *want, civil_min now, struct findings *out)
{
	*c = (struct check){.p = p, .b = b, .want = want, .now = now, .out = out};
	c->therapist = practice_therapist(p, want->therapist_id);
	c->service = practice_service(p, want->service_id);
	c->room = practice_room(p, want->room_id);
	assert(c->therapist != NULL && c->service != NULL);
	assert(c->room != NULL || want->room_id == 0);
	c->day = civil_day_of(want->start);
	c->day_start = civil_at(c->day, 0);
	c->day_end = civil_at(c->day + 1, 0);
	c->start = want->start;
	c->end = want->start + want->minutes;
	c->held = c->end +
	    (want->turnover >= 0 ? want->turnover : practice_turnover(p, c->service, c->therapist));
	if (c->held > c->day_end)
		c->held = c->end > c->day_end ? c->end : c->day_end;
	c->first = book_first(b, c->start - APPT_HELD_MAX);
	c->lenient = want->taking_over || c->day < civil_day_of(now);
	c->worst = LEVEL_NOTICE;
}

/* What stays hard in the past: two at one time, and what the file cannot hold. */
static bool
is_always_hard(enum finding_code code)
{
	return code == FINDING_THERAPIST_BUSY || code == FINDING_ROOM_FULL ||
	    code == FINDING_CLIENT_BUSY || code == FINDING_LENGTH;
}

enum finding_level
check_level(const struct check *c, enum finding_code code)
{
	enum finding_level level = finding_usual_level(code);

	if (c->want->flags_asked && finding_is_health(code))
		return LEVEL_NOTICE;
	if (level != LEVEL_HARD || is_always_hard(code))
		return level;
	if (c->lenient || (code == FINDING_DURATION && c->want->minutes_typed))
		return LEVEL_SOFT;
	return level;
}

bool
check_raise(struct check *c, enum finding_code code)
{
	enum finding_level level = check_level(c, code);

	if (level > c->worst)
		c->worst = level;
	return c->out != NULL;
}

char *
check_hm(const struct check *c, civil_min m, char buf[static CIVIL_HM_SIZE])
{
	const struct settings *s = &c->p->settings;

	if (m >= c->day_end && settings_is(s, SETTING_CLOCK, "24")) {
		(void)snprintf(buf, CIVIL_HM_SIZE, "24:00");
		return buf;
	}
	return settings_hm(s,
	    m < c->day_start     ? c->day_start
		: m > c->day_end ? c->day_end
				 : m,
	    buf);
}

char *
check_day(civil_day day, char buf[static CHECK_DAY_SIZE])
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	(void)snprintf(buf, CHECK_DAY_SIZE, "%s %d %s", civil_weekday_name(civil_weekday(day)),
	    mday, civil_month_name(month));
	return buf;
}

void
check_name(const struct practice *p, struct str *out, const struct appt *a)
{
	const char *first = a->client_first != NULL ? a->client_first : "";
	const char *last = a->client_last != NULL ? a->client_last : "";

	if (first[0] == '\0' && last[0] == '\0')
		str_add(out, "a client");
	else if (p->settings.initials)
		client_initials(out, first, last);
	else
		str_addf(
		    out, "%s%s%s", first, first[0] != '\0' && last[0] != '\0' ? " " : "", last);
}

bool
check_in_way(const struct check *c, const struct appt *a)
{
	return appt_state_holds(a->state) && a->id != c->want->appt_id && a->held > c->start &&
	    a->start < c->held;
}

civil_min
schedule_held(const struct practice *p, const struct book *b, const struct proposal *want)
{
	struct check c;
	civil_min held;

	check_init(&c, p, b, want, want->start, NULL);
	held = c.held;
	for (size_t i = c.first; i < b->appts.n && b->appts.v[i].start < held; i++) {
		const struct appt *a = &b->appts.v[i];
		bool same_room = want->room_id != 0 && a->room_id == want->room_id &&
		    (want->party_id == 0 || a->party_id != want->party_id);

		if (check_in_way(&c, a) && a->start >= c.end &&
		    (same_room || a->therapist_id == want->therapist_id))
			held = a->start;
	}
	return held;
}

bool
schedule_squeezes(const struct proposal *want, const struct appt *a)
{
	bool same_room = want->room_id != 0 && a->room_id == want->room_id &&
	    (want->party_id == 0 || a->party_id != want->party_id);

	return appt_state_holds(a->state) && a->id != want->appt_id && a->end <= want->start &&
	    a->held > want->start && (same_room || a->therapist_id == want->therapist_id);
}

/* Whether the one cannot do without turnover before the other: same therapist or room. */
static bool
is_beside(const struct appt *a, const struct appt *b)
{
	return a->therapist_id == b->therapist_id ||
	    (b->room_id != 0 && a->room_id == b->room_id &&
		(b->party_id == 0 || a->party_id != b->party_id));
}

bool
schedule_gave_way(const struct appt *a, const struct appt *left)
{
	return appt_state_holds(a->state) && a->id != left->id && a->held == left->start &&
	    is_beside(a, left);
}

static int
usual_turnover(const struct practice *p, const struct appt *a)
{
	return practice_turnover(
	    p, practice_service(p, a->service_id), practice_therapist(p, a->therapist_id));
}

int
schedule_own_turnover(const struct practice *p, const struct book *b, const struct appt *a)
{
	int usual = usual_turnover(p, a), minutes = (int)(a->held - a->end);

	if (minutes == usual)
		return -1;
	for (size_t i = 0; i < b->appts.n && minutes < usual; i++)
		if (appt_state_holds(b->appts.v[i].state) && a->id != b->appts.v[i].id &&
		    a->held == b->appts.v[i].start && is_beside(a, &b->appts.v[i]))
			return -1;
	return a->held == civil_at(civil_day_of(a->start) + 1, 0) ? -1 : minutes;
}

struct proposal
proposal_of_appt(const struct practice *p, const struct appt *a)
{
	int minutes = (int)(a->held - a->end);

	return (struct proposal){
	    .appt_id = a->id,
	    .client_id = a->client_id,
	    .therapist_id = a->therapist_id,
	    .service_id = a->service_id,
	    .room_id = a->room_id,
	    .party_id = a->party_id,
	    .start = a->start,
	    .minutes = appt_minutes(a),
	    .minutes_typed = true,
	    .turnover = minutes > usual_turnover(p, a) ? minutes : -1,
	};
}

/* The cheapest and most often fatal first: a search stops at the first that raises a question. */
static const struct {
	void (*check)(struct check *);
	bool all_day; /* it says the same of every start of a day */
} rules[] = {
    {check_length, false},
    {check_shift, false},
    {check_people, true},
    {check_service, true},
    {check_clashes, false},
    {check_absences, false},
    {check_distance, false},
    {check_hands_on, false},
    {check_flag_skills, true},
};

bool
check_passes(struct check *c, bool all_day)
{
	for (size_t i = 0; i < array_size(rules) && c->worst == LEVEL_NOTICE; i++)
		if (rules[i].all_day == all_day)
			rules[i].check(c);
	return c->worst == LEVEL_NOTICE;
}

void
schedule_clashes(const struct practice *p, const struct book *b, const struct proposal *want,
    civil_min now, struct findings *out)
{
	struct check c;

	check_init(&c, p, b, want, now, out);
	check_clashes(&c);
	if (c.room != NULL)
		check_occupied(&c);
}

void
schedule_check(const struct practice *p, const struct book *b, const struct proposal *want,
    civil_min now, struct findings *out)
{
	struct check c;

	check_init(&c, p, b, want, now, out);
	if (want->minutes <= 0) {
		check_length(&c);
		return;
	}
	for (size_t i = 0; i < array_size(rules); i++)
		rules[i].check(&c);
	check_room(&c);
	check_client_day(&c);
	check_gaps(&c);
	check_health(&c);
}
