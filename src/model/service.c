/* What a service costs, how long it takes, and how it is called over the counter. */
#include <frontdesk/practice.h>

int
practice_turnover(const struct practice *p, const struct service *s, const struct therapist *t)
{
	(void)p;
	for (size_t i = 0; t != NULL && i < t->services.n; i++)
		if (t->services.v[i].service_id == s->id && t->services.v[i].turnover >= 0)
			return t->services.v[i].turnover;
	return s->turnover;
}

bool
service_price(const struct service *s, int minutes, civil_day day, money_cents *out)
{
	const struct service_duration *best = NULL;

	for (size_t i = 0; i < s->durations.n; i++) {
		const struct service_duration *d = &s->durations.v[i];

		if (d->minutes == minutes && d->from <= day &&
		    (best == NULL || d->from >= best->from))
			best = d;
	}
	if (best == NULL || best->price == PRICE_NONE)
		return false;
	*out = best->price;
	return true;
}

int
service_default_minutes(const struct service *s, civil_day day)
{
	money_cents price;
	int shortest = 0;

	for (size_t i = 0; i < s->durations.n; i++) {
		int minutes = s->durations.v[i].minutes;

		if (!service_price(s, minutes, day, &price))
			continue;
		if (minutes == 60)
			return 60;
		if (shortest == 0 || minutes < shortest)
			shortest = minutes;
	}
	return shortest;
}

const char *
service_desk_name(const struct service *s)
{
	return str_or_empty(s->desk_label)[0] != '\0' ? s->desk_label : s->name;
}

void
service_label(struct str *out, const struct service *s, int minutes)
{
	str_addf(out, "%s %d", service_desk_name(s), minutes);
}
