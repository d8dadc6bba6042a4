/* Setting up a service: durations, prices, what it needs. */
#include <frontdesk/desk_practice.h>

#include <string.h>

#include <frontdesk/appt.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "fields.h"

/* A service being set up, and the day from which its new prices count. */
struct edit {
	struct service *service;
	civil_day from;
};

static struct service *
edited(void *record)
{
	return ((struct edit *)record)->service;
}

static enum err
set_code(struct desk *d, void *record, const char *value)
{
	struct service *s = edited(record);

	return value_code(d, value, CODE_SERVICE, s->id, &s->code);
}

static enum err
set_name(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_name(value, &edited(record)->name);
}

static enum err
set_description(struct desk *d, void *record, const char *value)
{
	struct service *s = edited(record);

	(void)d;
	xstrset(&s->description, value);
	return ERR_OK;
}

static enum err
set_label(struct desk *d, void *record, const char *value)
{
	struct service *s = edited(record);

	(void)d;
	if (value[0] == '\0')
		return err_set(ERR_USAGE, "a service needs a label for the desk: label=Massage");
	xstrset(&s->desk_label, value);
	return ERR_OK;
}

/* The price of that very day is replaced. */
static void
put_price(struct service *s, int minutes, civil_day from, money_cents price)
{
	for (size_t i = 0; i < s->durations.n; i++) {
		struct service_duration *v = &s->durations.v[i];

		if (v->minutes == minutes && v->from == from) {
			v->price = price;
			return;
		}
	}
	*list_push(&s->durations) = (struct service_duration){minutes, from, price};
}

/* "60=none": what was to come goes too; what was, stays for the bookings there are. */
static enum err
end_duration(const struct edit *to, int minutes)
{
	struct service *s = to->service;
	bool known = false;
	size_t kept = 0;

	for (size_t i = 0; i < s->durations.n; i++) {
		struct service_duration v = s->durations.v[i];

		known = known || v.minutes == minutes;
		if (v.minutes != minutes || v.from < to->from)
			s->durations.v[kept++] = v;
	}
	if (!known)
		return err_set(
		    ERR_USAGE, "%d minutes cannot end: the service never had them", minutes);
	s->durations.n = kept;
	put_price(s, minutes, to->from, PRICE_NONE);
	if (service_default_minutes(s, to->from) == 0)
		return err_set(ERR_REFUSED,
		    "without %d minutes nothing of the service is left; archive it: service "
		    "archive %s",
		    minutes, str_or_empty(s->code));
	return ERR_OK;
}

static enum err
add_price(void *arg, const char *minutes, const char *amount)
{
	const struct edit *to = arg;
	money_cents price;
	int n;
	enum err e;

	e = value_number(minutes, 5, APPT_HELD_MAX, &n);
	if (e != ERR_OK)
		return e;
	if (text_same(amount, "none"))
		return end_duration(to, n);
	if (!money_parse(amount, &price) || price < 0)
		return err_set(ERR_USAGE,
		    "\"%s\" is no price; write 60=95, or 60=none to offer it no more", amount);
	put_price(to->service, n, to->from, price);
	return ERR_OK;
}

static enum err
set_prices(struct desk *d, void *record, const char *value)
{
	(void)d;
	return value_pairs(value, add_price, record);
}

static enum err
set_from(struct desk *d, void *record, const char *value)
{
	const struct when_habits habits = desk_habits(d);
	struct edit *to = record;
	struct when when;
	enum err e;

	e = when_parse(value, &habits, &when, NULL);
	if (e == ERR_OK && when.day == CIVIL_DAY_NONE)
		e = err_set(ERR_USAGE, "\"%s\" is no day", value);
	if (e == ERR_OK)
		to->from = when.day;
	return e;
}

static enum err
set_turnover(struct desk *d, void *record, const char *value)
{
	struct service *s = edited(record);

	(void)d;
	return value_number(value, 0, TURNOVER_MAX, &s->turnover);
}

static enum err
set_pressure(struct desk *d, void *record, const char *value)
{
	struct service *s = edited(record);

	(void)d;
	return value_number(value, 0, 5, &s->min_pressure);
}

static enum err
set_skills(struct desk *d, void *record, const char *value)
{
	struct service *s = edited(record);

	(void)d;
	words_release(&s->skills);
	value_words(value, &s->skills);
	return ERR_OK;
}

static enum err
set_rooms(struct desk *d, void *record, const char *value)
{
	struct service *s = edited(record);
	struct words names = {0};
	enum err e = ERR_OK;

	ids_release(&s->rooms);
	value_words(value, &names);
	for (size_t i = 0; i < names.n && e == ERR_OK; i++) {
		int64_t id;

		e = practice_find_room(&d->practice, names.v[i], &id);
		if (e == ERR_OK && !ids_has(&s->rooms, id))
			*list_push(&s->rooms) = id;
	}
	words_release(&names);
	return e;
}

static enum err
set_people(struct desk *d, void *record, const char *value)
{
	struct service *s = edited(record);

	(void)d;
	return value_number(value, 1, 2, &s->people);
}

static void
say_code(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct service *)record)->code);
}

static void
say_name(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct service *)record)->name);
}

static void
say_description(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct service *)record)->description);
}

static void
say_label(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_add(out, ((const struct service *)record)->desk_label);
}

/* "60=95.00,90=130.00": what counts today. */
static void
say_prices(const struct desk *d, const void *record, struct str *out)
{
	const struct service *s = record;
	int last = 0;

	for (size_t i = 0; i < s->durations.n; i++) {
		int minutes = s->durations.v[i].minutes;
		char amount[MONEY_SIZE];
		money_cents price;

		if (minutes == last ||
		    !service_price(s, minutes, civil_day_of(desk_now(d)), &price))
			continue;
		str_addf(out, "%s%d=%s", out->n > 0 ? "," : "", minutes, money_text(price, amount));
		last = minutes;
	}
}

static void
say_from(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	(void)record;
	(void)out; /* of the prices to come: not known yet */
}

static void
say_turnover(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_addf(out, "%d", ((const struct service *)record)->turnover);
}

static void
say_pressure(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_addf(out, "%d", ((const struct service *)record)->min_pressure);
}

static void
say_skills(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	say_words(&((const struct service *)record)->skills, out);
}

static void
say_rooms(const struct desk *d, const void *record, struct str *out)
{
	const struct service *s = record;

	for (size_t i = 0; i < s->rooms.n; i++) {
		const struct room *room = practice_room(&d->practice, s->rooms.v[i]);

		if (room != NULL)
			str_addf(out, "%s%s", out->n > 0 ? "," : "", room->code);
	}
}

static void
say_people(const struct desk *d, const void *record, struct str *out)
{
	(void)d;
	str_addf(out, "%d", ((const struct service *)record)->people);
}

static const struct field fields[] = {
#define X(field, label, help) {#field, set_##field, say_##field},
    SERVICE_FIELD_LIST(X)
#undef X
};

void
desk_service_say(const struct desk *d, int64_t id, size_t field, struct str *out)
{
	const struct service *record = practice_service(&d->practice, id);

	if (record != NULL)
		fields[field].say(d, record, out);
}

static struct service *
of(struct desk *d, int64_t id)
{
	for (size_t i = 0; i < d->practice.services.n; i++)
		if (d->practice.services.v[i].id == id)
			return &d->practice.services.v[i];
	return NULL;
}

/* The day comes before the prices that count from it, in whichever order they were typed. */
static enum err
set_words(struct desk *d, struct edit *to, char *const *words, size_t n)
{
	static const char from[] = "from=";
	enum err e = ERR_OK;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < n && e == ERR_OK; i++)
			if ((strncmp(words[i], from, sizeof(from) - 1) == 0) == (pass == 0))
				e = fields_set(d, fields, array_size(fields), to, &words[i], 1);
	return e;
}

static enum err
save(struct desk *d, struct service *s, char *const *words, size_t n)
{
	bool is_new = s->id == 0;
	/* What a new service costs, it always did. */
	struct edit to = {.service = s, .from = is_new ? 0 : civil_day_of(desk_now(d))};
	enum err e;

	e = set_words(d, &to, words, n);
	if (e == ERR_OK && (s->code == NULL || s->name == NULL))
		e = err_set(
		    ERR_USAGE, "a service needs a code and a name: code=dt name=\"Deep tissue\"");
	if (e == ERR_OK && s->durations.n == 0)
		e = err_set(ERR_USAGE, "a service needs minutes with prices: prices=60=95,90=130");
	if (e == ERR_OK && s->desk_label == NULL)
		s->desk_label = xstrdup("Massage");
	if (e == ERR_OK)
		e = store_service_save(d->store, s);
	if (e == ERR_OK)
		desk_setup_label(d, is_new ? "Added" : "Changed", "service", s->name);
	return e;
}

enum err
service_save_inside(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct service fresh = {.people = 1, .turnover = SERVICE_TURNOVER, .active = true};
	struct service *s = *id == 0 ? &fresh : of(d, *id);
	enum err e;

	if (s == NULL)
		return err_set(ERR_NOT_FOUND, "no service #%lld", (long long)*id);
	e = save(d, s, words, n);
	if (e == ERR_OK)
		*id = s->id;
	service_release(&fresh);
	return e;
}

enum err
desk_service_save(struct desk *d, int64_t *id, char *const *words, size_t n)
{
	struct store_step step = desk_step(d, "Changed service");
	enum err e = desk_setup_begin(d, &step);

	if (e != ERR_OK)
		return e;
	return desk_setup_end(d, service_save_inside(d, id, words, n));
}

enum err
desk_service_archive(struct desk *d, int64_t id, bool archived)
{
	struct store_step step = desk_step(d, "Archived service");
	struct service *s;
	enum err e;

	e = desk_setup_begin(d, &step);
	if (e != ERR_OK)
		return e;
	s = of(d, id);
	if (s == NULL)
		return desk_setup_end(d, err_set(ERR_NOT_FOUND, "no service #%lld", (long long)id));
	s->active = !archived;
	desk_setup_label(d, archived ? "Archived" : "Took back", "service", s->name);
	e = store_service_save(d->store, s);
	return desk_setup_end(d, e);
}
