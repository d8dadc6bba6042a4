/* What the rows of a diary need and the practice lacks: therapists and services. */
#include <frontdesk/mem.h>

#include "import.h"

enum err
import_read_appt(struct run *r, const struct csv_row *row, struct import_appt *out)
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

enum err
import_missing(struct run *r, const struct csv_row *row)
{
	struct import_appt a = {0};

	/* A row that will be refused needs nothing. */
	if (import_read_appt(r, row, &a) == ERR_OK) {
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
