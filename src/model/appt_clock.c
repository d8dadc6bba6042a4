/* What the clock says of an appointment: late, how much is left of it, a hold run out. */
#include <frontdesk/appt.h>

enum { ASK_NOSHOW_AFTER = 15 };

static bool
is_awaited(const struct appt *a)
{
	return a->state == APPT_HELD || a->state == APPT_BOOKED || a->state == APPT_CONFIRMED;
}

int
appt_late(const struct appt *a, civil_min now)
{
	return is_awaited(a) && now > a->start && now < a->end ? (int)(now - a->start) : 0;
}

int
appt_left(const struct appt *a, civil_min now)
{
	bool waits = is_awaited(a) || a->state == APPT_ARRIVED;

	return waits && now > a->start && now < a->end ? (int)(a->end - now) : 0;
}

bool
appt_asks_noshow(const struct appt *a, civil_min now)
{
	return is_awaited(a) && now >= a->start + ASK_NOSHOW_AFTER &&
	    civil_day_of(now) == civil_day_of(a->start);
}

bool
appt_hold_over(const struct appt *a, civil_min now)
{
	return a->state == APPT_HELD && a->hold_until != CIVIL_NONE && now >= a->hold_until;
}

void
appt_remark(struct str *out, const char *lead, const struct appt *a, civil_min now)
{
	static const char comma[] = ", ";

	if (appt_hold_over(a, now)) {
		str_addf(out, "%sthe hold has run out", lead);
		lead = comma;
	}
	if (appt_asks_noshow(a, now)) {
		str_addf(out, "%sno-show?", lead);
		lead = " ";
	}
	if (appt_late(a, now) > 0) {
		str_addf(out, "%s%d min late", lead, appt_late(a, now));
		lead = comma;
	}
	if (appt_left(a, now) > 0)
		str_addf(out, "%s%d of %d min left", lead, appt_left(a, now), appt_minutes(a));
}
