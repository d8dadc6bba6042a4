/* A couple is split on purpose: two bookings, each with a room of its own. */
#include <frontdesk/desk_booking.h>

#include <string.h>

#include "side.h"

/* The words name a service alone; "" = the one they have. */
static enum err
read_split(struct desk *d, int64_t appt_id, const char *words, struct move *out)
{
	enum err e;

	*out = (struct move){.start = CIVIL_NONE};
	if (words[strspn(words, " ")] == '\0')
		return ERR_OK;
	e = desk_move_words(d, appt_id, words, out);
	if (e == ERR_OK &&
	    (out->service_id == 0 || out->start != CIVIL_NONE || out->therapist_id != 0 ||
		out->room_id != 0 || out->turnover_typed))
		e = err_set(ERR_USAGE,
		    "\"%s\" is no service; a split says only what each takes then: sw60", words);
	return e;
}

static enum err
may_split(const struct desk *d, const struct appt_list *rows, const struct move *m)
{
	const struct appt *a = &rows->v[0];
	const struct service *s = practice_service(&d->practice, a->service_id);
	struct move each = *m;
	enum err e = ERR_OK;

	if (a->party_id == 0)
		return err_set(ERR_REFUSED, "appointment #%lld is no couple's", (long long)a->id);
	if (rows->n < 2)
		return err_set(ERR_REFUSED, "the other of the couple is not in the plan any more");
	for (size_t i = 0; i < rows->n && e == ERR_OK; i++) {
		e = move_allowed(d, &rows->v[i], &each);
		each.rev = 0; /* as seen was the one named */
	}
	if (e == ERR_OK && m->service_id == 0 && s->people > 1)
		e = err_set(ERR_USAGE, "%s is for %d clients; say what each takes then: split sw60",
		    s->name, s->people);
	return e;
}

/* From here on the row is nobody's other one. */
static enum err
part(struct desk *d, struct appt *a)
{
	const int64_t id = a->id;
	enum err e;

	a->party_id = 0;
	e = store_appt_update(d->store, a);
	appt_release(a);
	*a = (struct appt){0};
	return e == ERR_OK ? store_appt(d->store, id, a) : e;
}

/* Each is judged by itself, the one named first: it is the one that looks for another room. */
static enum err
split_rows(struct desk *d, struct appt_list *rows, const struct move *m, const struct consent *c,
    struct booking *out)
{
	struct move each = *m;
	struct str label = {0};
	const char *reason = NULL;
	enum err e = may_split(d, rows, m);

	each.rev = 0;
	for (size_t i = 0; i < rows->n && e == ERR_OK; i++)
		e = part(d, &rows->v[i]);
	for (size_t i = 0; i < rows->n && e == ERR_OK; i++) {
		const struct appt_list one = {.v = &rows->v[i], .n = 1};

		if (i == 0 || m->service_id != 0)
			e = move_write(d, &one, &each, c, true, &reason, out);
	}
	out->unchanged = false;
	if (e == ERR_OK)
		e = store_appt(d->store, rows->v[0].id, &out->appt);
	if (e == ERR_OK)
		e = store_appt(d->store, rows->v[1].id, &out->appt2);
	if (e == ERR_OK) {
		str_add(&label, "Split ");
		desk_booking_line(d, out, &label);
		store_relabel(d->store, str_text(&label), reason);
	}
	str_release(&label);
	return e;
}

enum err
desk_split(struct desk *d, int64_t appt_id, int rev, const char *words, const struct consent *c,
    struct booking *out)
{
	struct store_step step = desk_step(d, "Split");
	struct appt_list rows = {0};
	struct move m;
	enum err e;

	*out = (struct booking){0};
	e = read_split(d, appt_id, words, &m);
	m.rev = rev;
	step.deferred = true; /* until the one split off has another room, they share one */
	if (e == ERR_OK)
		e = store_begin(d->store, &step);
	if (e != ERR_OK)
		return e;
	e = desk_reload(d);
	if (e == ERR_OK)
		e = party_rows(d, appt_id, &rows);
	if (e == ERR_OK)
		e = split_rows(d, &rows, &m, c, out);
	appt_list_release(&rows);
	return desk_end(d, e, c != NULL && c->dry_run);
}
