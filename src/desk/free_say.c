/* A free-time query in words, and what to give up of it when it found nothing. */
#include <frontdesk/desk_booking.h>

enum { LONGER = 14 }; /* days */

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

/* X(how it is said without the wish, whether it is asked for, giving it up) */
#define WISH_LIST(X) \
	X("at another time of day", q->after > 0 || q->before > 0, w.after = w.before = 0) \
	X("with another therapist", q->therapist_id != 0, w.therapist_id = 0) \
	X("with any gender", q->gender != 0, w.gender = 0) \
	X("without that skill", q->skill != NULL, w.skill = NULL) \
	X("in another room", q->room_id != 0, w.room_id = 0) \
	X("on other weekdays", q->weekdays != 0, w.weekdays = 0) \
	X("within two weeks more", true, w.until += LONGER)

/* Adds what would be free without one wish. */
static enum err
try_without(struct desk *d, const struct free_query *wish, const char *what, struct str *out)
{
	struct slot_list slots = {0};
	enum err e = desk_free_search(d, wish, &slots);

	if (e == ERR_OK && slots.n > 0)
		str_addf(out, "%s%s", out->n > 0 ? "; " : "", what);
	slot_list_release(&slots);
	return e;
}

enum err
desk_free_widen(struct desk *d, const struct free_query *q, struct str *out)
{
	enum err e = ERR_OK;

#define X(what, asked, give_up) \
	if (e == ERR_OK && (asked)) { \
		struct free_query w = *q; \
\
		w.limit = 1; \
		give_up; \
		e = try_without(d, &w, what, out); \
	}
	WISH_LIST(X)
#undef X
	return e;
}
