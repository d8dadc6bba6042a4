/* What the clock says of an appointment: late, how much is left of it, a hold run out. */
#include <frontdesk/appt.h>
#include <frontdesk/setting.h>

enum { ASK_NOSHOW_AFTER = 15 };

static bool
is_awaited(const struct appt *a)
{
	return a->state == APPT_HELD || a->state == APPT_BOOKED || a->state == APPT_CONFIRMED;
}

civil_min
appt_expected(const struct appt *a)
{
	return a->start < a->expected && a->expected < a->end ? a->expected : a->start;
}

int
appt_late(const struct appt *a, civil_min now)
{
	return is_awaited(a) && now > appt_expected(a) && now < a->end ? (int)(now - a->start) : 0;
}

enum err
appt_may_expect(const struct appt *a, civil_min at)
{
	if (a->state > APPT_CONFIRMED)
		return err_set(ERR_REFUSED, "only who is still to come can be expected later");
	if (at < a->start)
		return err_set(ERR_REFUSED, "that is before it begins; who comes early is early");
	if (at >= a->end)
		return err_set(ERR_REFUSED, "later than its end is a no-show; move it instead");
	return ERR_OK;
}

int
appt_left(const struct appt *a, civil_min now)
{
	civil_min from = now;

	if (is_awaited(a) && from < appt_expected(a))
		from = appt_expected(a);
	else if (!is_awaited(a) && a->state != APPT_ARRIVED)
		return 0;
	return from > a->start && from < a->end ? (int)(a->end - from) : 0;
}

bool
appt_asks_noshow(const struct appt *a, civil_min now)
{
	return is_awaited(a) && now >= appt_expected(a) + ASK_NOSHOW_AFTER &&
	    civil_day_of(now) == civil_day_of(a->start);
}

bool
appt_hold_over(const struct appt *a, civil_min now)
{
	return a->state == APPT_HELD && a->hold_until != CIVIL_NONE && now >= a->hold_until;
}

/* "held until 18:00", of another day with its name; or that the hold has run out. */
static void
add_hold(struct str *out, const struct appt *a, civil_min now, const struct settings *s)
{
	const civil_day until = civil_day_of(a->hold_until);
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	if (appt_hold_over(a, now)) {
		str_add(out, "the hold has run out");
		return;
	}
	str_add(out, "held until ");
	if (until != civil_day_of(now))
		str_addf(out, "%s ", civil_long_day(until, day));
	str_add(out, settings_hm(s, a->hold_until, hm));
}

void
appt_remark(struct str *out, const char *lead, const struct appt *a, civil_min now,
    const struct settings *s)
{
	static const char comma[] = ", ";
	char hm[CIVIL_HM_SIZE];

	if (a->state == APPT_HELD && a->hold_until != CIVIL_NONE) {
		str_add(out, lead);
		add_hold(out, a, now, s);
		lead = comma;
	}
	if (appt_asks_noshow(a, now)) {
		str_addf(out, "%sno-show?", lead);
		lead = " ";
	}
	if (is_awaited(a) && now <= appt_expected(a) && appt_expected(a) > a->start) {
		str_addf(out, "%sexp. %s", lead, settings_hm(s, appt_expected(a), hm));
		lead = comma;
	}
	if (appt_late(a, now) > 0) {
		str_addf(out, "%s%d min late", lead, appt_late(a, now));
		lead = comma;
	}
	if (appt_left(a, now) > 0)
		str_addf(out, "%s%d of %d min left", lead, appt_left(a, now), appt_minutes(a));
}
