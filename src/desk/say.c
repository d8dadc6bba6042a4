/* What the desk says aloud, and what people usually take. */
#include <frontdesk/desk_booking.h>

#include <frontdesk/mem.h>

enum { LATELY = 90 }; /* days */

/* Full names: what is spoken is not cut short. */
static const char *const weekdays[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December"};
static const char *const hours[] = {"twelve", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "eleven"};

/* "half past two in the afternoon", "noon"; what is no quarter as the clock shows it. */
static void
say_time(const struct desk *d, civil_min m, struct str *out)
{
	static const char *const quarters[] = {"", "quarter past ", "half past ", "quarter to "};
	const int minute = civil_minute_of(m), hour = minute / 60, quarter = minute % 60 / 15;
	char hm[CIVIL_HM_SIZE];

	if (minute == 12 * 60) {
		str_add(out, "noon");
		return;
	}
	if (minute % 15 != 0) {
		str_add(out, settings_hm(&d->practice.settings, m, hm));
		return;
	}
	str_addf(out, "%s%s%s in the %s", quarters[quarter], hours[(hour + (quarter == 3)) % 12],
	    quarter == 0 ? " o'clock" : "",
	    hour < 12       ? "morning"
		: hour < 18 ? "afternoon"
			    : "evening");
}

/* "Friday 27 November, half past two in the afternoon" */
static void
say_moment(const struct desk *d, civil_min m, struct str *out)
{
	int year, month, day;

	civil_to_ymd(civil_day_of(m), &year, &month, &day);
	str_addf(out, "%s %d %s, ", weekdays[civil_weekday(civil_day_of(m)) - 1], day,
	    months[month - 1]);
	say_time(d, m, out);
}

void
desk_read_back(const struct desk *d, const struct booking *b, struct str *out)
{
	const struct appt *a = &b->appt;
	const struct practice *p = &d->practice;
	const struct service *service = practice_service(p, a->service_id);
	const struct therapist *t = practice_therapist(p, a->therapist_id);
	const struct therapist *t2 = practice_therapist(p, b->appt2.therapist_id);
	say_moment(d, a->start, out);
	if (service != NULL)
		str_addf(out, ", %s for %d minutes", service_desk_name(service), appt_minutes(a));
	if (t != NULL)
		str_addf(out, " with %s", t->name);
	if (t2 != NULL)
		str_addf(out, " and %s", t2->name);
	if (a->state == APPT_HELD && a->hold_until != CIVIL_NONE) {
		str_add(out, "; held until ");
		say_moment(d, a->hold_until, out);
	}
}

/* Nothing was ever booked: the one that was entered first, which is not the first by its name. */
static void
first_offered(const struct practice *p, int people, civil_day day, struct usual *out)
{
	for (size_t i = 0; i < p->services.n; i++) {
		const struct service *s = &p->services.v[i];

		if (s->active && s->people == people && service_default_minutes(s, day) > 0 &&
		    (out->service_id == 0 || s->id < out->service_id))
			out->service_id = s->id;
	}
}

static bool
keep_last(void *arg, const struct appt *a)
{
	struct client_usual *last = arg;

	last->service_id = a->service_id;
	last->minutes = appt_minutes(a);
	return true;
}

static enum err
last_had(struct desk *d, int64_t client_id, struct client_usual *out)
{
	const struct appt_query q = {.client_id = client_id, .holds_only = true};

	return store_appts(d->store, &q, keep_last, out);
}

/* The client's own, in use and for so many people: what they had most often, else what last. */
static enum err
own_usual(struct desk *d, int64_t client_id, int people, struct usual *out)
{
	struct client_usual most = {0};
	const struct service *s;
	enum err e;

	if (client_id == 0)
		return ERR_OK;
	e = store_client_usual(d->store, client_id, desk_now(d), &most);
	if (e == ERR_OK && most.service_id == 0)
		e = last_had(d, client_id, &most);
	s = practice_service(&d->practice, most.service_id);
	if (s == NULL || !s->active || s->people != people)
		return e;
	*out = (struct usual){most.service_id, most.minutes, .own = true};
	return e;
}

enum err
desk_usual(struct desk *d, int64_t client_id, int people, struct usual *out)
{
	const civil_day today = civil_day_of(desk_now(d));
	const struct service *s;
	money_cents price;
	enum err e;

	*out = (struct usual){0};
	e = own_usual(d, client_id, people, out);
	if (e == ERR_OK && out->service_id == 0)
		e = store_usual(
		    d->store, people, civil_at(today - LATELY, 0), &out->service_id, &out->minutes);
	if (e != ERR_OK)
		return e;
	if (out->service_id == 0) {
		out->first = true;
		first_offered(&d->practice, people, today, out);
	}
	s = practice_service(&d->practice, out->service_id);
	/* A length it is no longer offered in. */
	if (s != NULL && !service_price(s, out->minutes, today, &price))
		out->minutes = service_default_minutes(s, today);
	return ERR_OK;
}
