/* An appointment from a row of a foreign table. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "import_parts.h"

enum { MINUTES_MIN = 5 };

/* What other products call a state, as search keys. Booked: nothing known but that it was made. */
static const struct {
	const char *label;
	enum appt_state state;
} labels[] = {
    {"", APPT_BOOKED},
    {"booked", APPT_BOOKED},
    {"scheduled", APPT_BOOKED},
    {"accepted", APPT_BOOKED},
    {"pending", APPT_BOOKED},
    {"confirmed", APPT_CONFIRMED},
    {"completed", APPT_COMPLETED},
    {"checked out", APPT_COMPLETED},
    {"canceled", APPT_CANCELLED},
    {"cancelled", APPT_CANCELLED},
    {"canceled by client", APPT_CANCELLED},
    {"cancelled by client", APPT_CANCELLED},
    {"late cancel", APPT_LATE},
    {"late cancellation", APPT_LATE},
    {"canceled by practice", APPT_PRACTICE},
    {"cancelled by practice", APPT_PRACTICE},
    {"no show", APPT_NOSHOW},
    {"noshow", APPT_NOSHOW},
};

void
import_appt_release(struct import_appt *a)
{
	import_client_release(&a->who);
	free(a->external_id);
	free(a->service);
	free(a->therapist);
	*a = (struct import_appt){0};
}

/* The cell, owned by the caller. */
static char *
cell_text(const struct import_map *m, char *const *cells, size_t n, enum import_field field)
{
	struct str text = {0};

	(void)import_cell(m, cells, n, field, &text);
	return str_take(&text);
}

static enum err
read_start(const char *text, bool month_first, civil_min *out)
{
	civil_day day;
	int minute;

	if (text[0] == '\0')
		return err_set(ERR_USAGE, "no start");
	if (!import_moment(text, month_first, &day, &minute) || minute < 0 ||
	    civil_year(day) < CIVIL_YEAR_MIN)
		return err_set(ERR_USAGE, "start \"%s\" is not a date and a time", text);
	*out = civil_at(day, minute);
	return ERR_OK;
}

/* An end that is a time alone is on the day of the start. */
static enum err
read_end(const char *text, bool month_first, civil_min start, civil_min *out)
{
	civil_day day = civil_day_of(start);
	int minute;

	if (!import_time(text, &minute) &&
	    (!import_moment(text, month_first, &day, &minute) || minute < 0))
		return err_set(ERR_USAGE, "end \"%s\" is not a date and a time", text);
	*out = civil_at(day, minute);
	return ERR_OK;
}

static enum err
check_times(civil_min start, civil_min end)
{
	if (end <= start)
		return err_set(ERR_USAGE, "it ends before it starts");
	if (end - start < MINUTES_MIN)
		return err_set(ERR_USAGE, "it is shorter than %d minutes", MINUTES_MIN);
	if (end - start > APPT_HELD_MAX)
		return err_set(ERR_USAGE, "it is longer than %d minutes", APPT_HELD_MAX);
	if (civil_day_of(end - 1) != civil_day_of(start))
		return err_set(ERR_USAGE, "it goes on over midnight");
	return ERR_OK;
}

/* Start and minutes; these from the end, else from the name of the service. */
static enum err
read_times(const struct import_map *m, char *const *cells, size_t n, const struct practice *p,
    struct import_appt *a)
{
	char *start = cell_text(m, cells, n, IMPORT_START),
	     *end = cell_text(m, cells, n, IMPORT_END);
	bool month_first = import_reads_month_first(m, p);
	struct str service = {0};
	civil_min until = 0;
	enum err err = read_start(start, month_first, &a->start);

	str_add(&service, a->service);
	if (err == ERR_OK && end[0] != '\0')
		err = read_end(end, month_first, a->start, &until);
	else if (err == ERR_OK)
		until = a->start + import_cut_minutes(&service);
	if (err == ERR_OK && end[0] == '\0' && until == a->start)
		err = err_set(ERR_USAGE, "no end, and no minutes behind the service");
	if (err == ERR_OK)
		err = check_times(a->start, until);
	a->minutes = err == ERR_OK ? (int)(until - a->start) : 0;
	str_release(&service);
	free(start);
	free(end);
	return err;
}

static enum err
read_who_gives_what(const struct import_map *m, char *const *cells, size_t n,
    const struct practice *p, struct import_appt *a)
{
	a->service = cell_text(m, cells, n, IMPORT_SERVICE);
	a->therapist = cell_text(m, cells, n, IMPORT_THERAPIST);
	if (a->service[0] == '\0')
		return err_set(ERR_USAGE, "no service");
	if (a->therapist[0] == '\0')
		return err_set(ERR_USAGE, "no therapist");
	if (strlen(a->service) > CLIENT_TEXT_MAX || strlen(a->therapist) > CLIENT_TEXT_MAX)
		return err_set(ERR_USAGE, "the service or the therapist is longer than %d bytes",
		    CLIENT_TEXT_MAX);
	a->service_id = import_find_service(p, a->service);
	if (a->service_id == IMPORT_SEVERAL)
		return ERR_USAGE;
	a->therapist_id = import_find_therapist(p, a->therapist);
	return a->therapist_id == IMPORT_SEVERAL ? ERR_USAGE : ERR_OK;
}

static void
read_price(const struct import_map *m, char *const *cells, size_t n, const struct practice *p,
    struct import_appt *a)
{
	char *text = cell_text(m, cells, n, IMPORT_PRICE),
	     *paid = cell_text(m, cells, n, IMPORT_PAID);
	const struct service *s = practice_service(p, a->service_id);
	bool read = money_parse(text, &a->price) && a->price >= 0;

	if (!read) {
		a->price = 0;
		if (text[0] != '\0')
			import_drop(&a->who.dropped, "left out: price %.*s",
			    (int)text_fit(text, 60, NULL), text);
		if (s != NULL)
			(void)service_price(s, a->minutes, civil_day_of(a->start), &a->price);
	}
	a->paid = text_same(paid, "yes") || text_same(paid, "true") || text_same(paid, "paid");
	free(text);
	free(paid);
}

/* What the label says, brought in line with the clock: nothing is over before it was. */
static void
read_state(
    const struct import_map *m, char *const *cells, size_t n, civil_min now, struct import_appt *a)
{
	char *label = cell_text(m, cells, n, IMPORT_LABEL);
	bool past = a->start + a->minutes <= now;
	bool to_come = civil_day_of(a->start) > civil_day_of(now);
	size_t i = 0;

	while (i < array_size(labels) && !text_same(labels[i].label, label))
		i++;
	a->state = i < array_size(labels) ? labels[i].state : APPT_BOOKED;
	if (i == array_size(labels)) /* without its words: people write health there */
		import_drop(&a->who.dropped, "left out: a label that is not known");
	if (a->state == APPT_NOSHOW && to_come) {
		import_drop(&a->who.dropped, "a no-show on a day to come");
	} else if (a->state == APPT_COMPLETED && !past) {
		import_drop(&a->who.dropped, "completed before its end, taken as booked");
		a->state = APPT_BOOKED;
	} else if (appt_state_holds(a->state) && past) {
		a->state = APPT_COMPLETED;
	}
	a->state_before = appt_state_holds(a->state) ? a->state : APPT_BOOKED;
	free(label);
}

static void
read_external_id(const struct import_map *m, char *const *cells, size_t n, struct import_appt *a)
{
	char start[CIVIL_MIN_SIZE];
	struct str id = {0};

	a->external_id = cell_text(m, cells, n, IMPORT_EXTERNAL_ID);
	if (a->external_id[0] != '\0')
		return;
	str_addf(&id, "%s|", civil_iso_min(a->start, start));
	text_fold(&id, a->therapist, TEXT_FOLD_PLAIN);
	str_addf(&id, "|%s", a->who.external_id);
	xstrset(&a->external_id, str_text(&id));
	str_release(&id);
}

enum err
import_appt_row(const struct import_map *m, char *const *cells, size_t n, const struct practice *p,
    civil_min now, struct import_appt *out)
{
	struct import_appt a = {0};
	enum err err = import_person(m, cells, n, p, false, &a.who);

	if (err == ERR_OK)
		err = read_who_gives_what(m, cells, n, p, &a);
	if (err == ERR_OK)
		err = read_times(m, cells, n, p, &a);
	if (err == ERR_OK) {
		read_price(m, cells, n, p, &a);
		read_state(m, cells, n, now, &a);
		read_external_id(m, cells, n, &a);
		*out = a;
	} else {
		import_appt_release(&a);
	}
	return err;
}
