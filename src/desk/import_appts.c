/* A diary of another product, row by row. */
#include <frontdesk/mem.h>

#include "import.h"
#include "side.h"

/* An error: the row is refused. */
static enum err
read_row(struct run *r, const struct csv_row *row, struct import_appt *out)
{
	const struct desk *d = r->desk;
	enum err e;

	e = import_appt_row(&r->map, row->v, row->n, &d->practice, desk_now(d), out);
	if (e == ERR_OK)
		e = desk_time_exists(d, out->start);
	if (e == ERR_OK)
		e = desk_time_exists(d, out->start + out->minutes);
	return e;
}

/* What was missing was made, unless what is written makes no name that is found again. */
static enum err
is_known(const struct import_appt *a)
{
	if (a->therapist_id == 0)
		return err_set(ERR_NOT_FOUND, "no therapist \"%s\"", a->therapist);
	if (a->service_id == 0)
		return err_set(ERR_NOT_FOUND, "no service \"%s\"", a->service);
	return ERR_OK;
}

enum err
import_missing(struct run *r, const struct csv_row *row)
{
	struct import_appt a = {0};

	/* A row that will be refused needs nothing. */
	if (read_row(r, row, &a) == ERR_OK) {
		if (a.therapist_id == 0)
			words_add(&r->report->new_therapists, a.therapist);
		if (a.service_id == 0 && words_add(&r->report->new_services, a.service))
			*list_push(&r->missing) = (struct missing_service){
			    r->report->new_services.v[r->report->new_services.n - 1], a.minutes,
			    a.price};
	}
	import_appt_release(&a);
	return ERR_OK;
}

/* "Foo 60" and "Foo 90" are one service: the second one is found once the first is made. */
static enum err
make_service(struct run *r, const struct missing_service *m)
{
	struct service s = {0};
	enum err e;

	if (import_find_service(&r->desk->practice, m->written) != 0)
		return ERR_OK;
	import_new_service(&r->desk->practice, m->written, m->minutes, m->price, 0, &s);
	e = store_service_save(r->desk->store, &s);
	service_release(&s);
	return e == ERR_OK ? desk_reload(r->desk) : e;
}

static enum err
make_therapist(struct run *r, const char *written)
{
	struct therapist t = {.licence_until = CIVIL_DAY_NONE};
	enum err e;

	import_new_therapist(&r->desk->practice, written, &t);
	e = store_therapist_save(r->desk->store, &t);
	therapist_release(&t);
	return e == ERR_OK ? desk_reload(r->desk) : e;
}

enum err
import_make_missing(struct run *r)
{
	enum err e = ERR_OK;

	for (size_t i = 0; i < r->report->new_therapists.n && e == ERR_OK; i++)
		e = make_therapist(r, r->report->new_therapists.v[i]);
	for (size_t i = 0; i < r->missing.n && e == ERR_OK; i++)
		e = make_service(r, &r->missing.v[i]);
	return e;
}

/* Where the row wants to stand, and what the day says to it. */
struct place {
	struct proposal want;
	struct book book;
	struct findings found;
	civil_min held;
};

static void
place_release(struct place *p)
{
	findings_release(&p->found);
	book_release(&p->book);
}

static enum err
find_place(struct run *r, const struct import_appt *row, int64_t client_id, int64_t appt_id,
    int64_t room_id, struct place *out)
{
	const struct practice *p = &r->desk->practice;
	civil_day day = civil_day_of(row->start);
	enum err e;

	*out = (struct place){
	    .want =
		{
		    .appt_id = appt_id,
		    .client_id = client_id,
		    .therapist_id = row->therapist_id,
		    .service_id = row->service_id,
		    .room_id = room_id,
		    .start = row->start,
		    .minutes = row->minutes,
		    .minutes_typed = true,
		    .turnover = -1,
		    .taking_over = true,
		},
	};
	e = store_book(r->desk->store, day, day + 1, &out->book);
	if (e != ERR_OK)
		return e;
	if (out->want.room_id == 0)
		out->want.room_id = schedule_room(p, &out->book, &out->want);
	out->held = schedule_held(p, &out->book, &out->want);
	/* What no longer takes time is in nobody's way. */
	if (appt_state_holds(row->state))
		schedule_check(p, &out->book, &out->want, desk_now(r->desk), &out->found);
	return ERR_OK;
}

/* Soft findings of a diary taken over are recorded, not asked. */
static void
record_findings(const struct findings *f, struct appt *a)
{
	struct str s = {0};

	for (size_t i = 0; i < f->n; i++)
		if (f->v[i].level == LEVEL_SOFT)
			str_addf(&s, "%s%s",
			    s.n > 0 ? ", " : "taken over: ", finding_code_word(f->v[i].code));
	xstrset(&a->reason, str_text(&s));
	str_release(&s);
}

static void
fill(const struct run *r, const struct import_appt *row, const struct place *at, struct appt *a)
{
	a->client_id = at->want.client_id;
	a->therapist_id = at->want.therapist_id;
	a->room_id = at->want.room_id;
	a->service_id = at->want.service_id;
	a->start = row->start;
	a->end = row->start + row->minutes;
	a->held = at->held;
	a->state = row->state;
	a->state_before = row->state_before;
	a->price = row->price;
	a->paid = row->paid ? row->price : 0;
	if (a->booked_at == 0)
		a->booked_at = desk_utc(r->desk);
	record_findings(&at->found, a);
}

static enum err
write(struct run *r, const struct import_appt *row, struct place *at, struct appt *a)
{
	enum err e = ERR_OK;

	fill(r, row, at, a);
	if (appt_state_holds(a->state))
		e = side_squeeze(r->desk, &at->book, &at->want);
	if (e == ERR_OK)
		e = a->id == 0 ? store_appt_insert(r->desk->store, a)
			       : store_appt_update(r->desk->store, a);
	if (e == ERR_OK && row->who.memo[0] != '\0') {
		e = store_therapist_note_set(r->desk->store, a->id, row->who.memo);
		r->report->memos++;
	}
	return e;
}

/* The client of a row that goes through: made, if need be, and known by this row from now on. */
static enum err
keep_client(struct run *r, struct import_appt *row, int64_t *id)
{
	int64_t mapped = 0, hash = 0;
	enum err e;

	if (*id == 0)
		return import_save_client(r, "people", &row->who, 0, id);
	e = store_import_find(r->desk->store, "people", row->who.external_id, &mapped, &hash);
	if (e == ERR_OK && mapped == 0)
		e = store_import_put(r->desk->store, "people", row->who.external_id, *id, 0);
	return e;
}

static enum err
place_row(struct run *r, struct import_appt *row, struct appt *a, struct decided *out)
{
	bool is_new = a->id == 0;
	int64_t client_id = 0;
	struct place at = {0};
	enum err e;

	e = import_known_client(r, "people", &row->who, &client_id, NULL);
	if (e == ERR_OK)
		e = find_place(r, row, client_id, a->id, a->room_id, &at);
	if (e == ERR_OK && findings_worst(&at.found) == LEVEL_HARD) {
		str_add(&out->reason, at.found.v[0].text);
	} else if (e == ERR_OK) {
		e = keep_client(r, row, &at.want.client_id);
		if (e == ERR_OK)
			e = write(r, row, &at, a);
		out->outcome = is_new ? IMPORT_NEW : IMPORT_CHANGED;
		out->id = a->id;
	}
	place_release(&at);
	return e;
}

static enum err
decide(struct run *r, struct import_appt *row, int64_t hash, struct decided *out)
{
	struct store *store = r->desk->store;
	struct appt a = {.hold_until = CIVIL_NONE};
	int64_t old_hash = 0;
	enum err e;

	e = store_import_find(store, "appointments", row->external_id, &out->id, &old_hash);
	if (e == ERR_OK && out->id != 0 && old_hash == hash) {
		out->outcome = IMPORT_SAME;
		return ERR_OK;
	}
	if (e == ERR_OK && out->id != 0)
		e = store_appt(store, out->id, &a);
	if (e == ERR_OK)
		e = place_row(r, row, &a, out);
	appt_release(&a);
	if (e == ERR_OK && out->outcome != IMPORT_REFUSED)
		e = store_import_put(store, "appointments", row->external_id, out->id, hash);
	return e;
}

enum err
import_appt(struct run *r, const struct csv_row *row, struct decided *out)
{
	int64_t hash = import_row_hash(&r->map, row->v, row->n);
	struct import_appt a = {0};
	enum err e = ERR_OK;

	if (read_row(r, row, &a) != ERR_OK || is_known(&a) != ERR_OK) {
		str_add(&out->reason, err_message());
	} else if (import_seen(r, a.external_id)) {
		out->outcome = IMPORT_SAME;
		str_add(&out->reason, "the same number as a row above");
		e = store_import_find(
		    r->desk->store, "appointments", a.external_id, &out->id, &hash);
	} else {
		e = decide(r, &a, hash, out);
		if (a.who.dropped != NULL)
			str_addf(
			    &out->reason, "%s%s", out->reason.n > 0 ? "; " : "", a.who.dropped);
	}
	import_appt_release(&a);
	return e;
}
