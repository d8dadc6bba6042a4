/* A free-time query in words. */
#include <frontdesk/desk_booking.h>

static void
add(struct str *out, const char *what)
{
	str_addf(out, "%s%s", out->n > 0 ? ", " : "", what);
}

static void
echo_who(const struct practice *p, const struct free_query *q, struct str *out)
{
	const struct therapist *t = practice_therapist(p, q->therapist_id);
	const struct room *r = practice_room(p, q->room_id);

	if (t != NULL)
		add(out, t->name);
	if (q->gender != 0)
		add(out, q->gender == 'F' ? "female" : "male");
	if (q->skill != NULL)
		add(out, q->skill);
	if (r != NULL)
		add(out, r->name);
}

static void
echo_times(const struct settings *s, const struct free_query *q, struct str *out)
{
	char hm[CIVIL_HM_SIZE];

	if (q->after > 0) {
		add(out, "from ");
		str_add(out, settings_hm(s, q->after, hm));
	}
	if (q->before > 0 && q->before < CIVIL_DAY_MINUTES) {
		add(out, "until ");
		str_add(out, settings_hm(s, q->before, hm));
	}
}

/* "Fri 27 Nov": the year goes without saying. */
static void
add_day(struct str *out, civil_day day)
{
	int year, month, mday;

	civil_to_ymd(day, &year, &month, &mday);
	str_addf(
	    out, "%s %d %s", civil_weekday_name(civil_weekday(day)), mday, civil_month_name(month));
}

static void
echo_days(const struct free_query *q, struct str *out)
{
	bool first = true;

	for (int w = 1; w <= 7; w++) {
		if ((q->weekdays & 1U << w) == 0)
			continue;
		str_addf(out, "%s%s", first ? ", " : "/", civil_weekday_name(w));
		first = false;
	}
	add(out, "");
	add_day(out, q->from);
	if (q->until - q->from > 1) {
		str_add(out, " to ");
		add_day(out, q->until - 1);
	}
}

void
desk_free_echo(const struct desk *d, const struct free_query *q, struct str *out)
{
	const struct practice *p = &d->practice;
	const struct service *s = practice_service(p, q->service_id);

	if (s != NULL) {
		add(out, s->name);
		str_addf(
		    out, " %d", q->minutes > 0 ? q->minutes : service_default_minutes(s, q->from));
	}
	echo_who(p, q, out);
	echo_times(&p->settings, q, out);
	echo_days(q, out);
}
