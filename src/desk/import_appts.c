/* A diary of another product, row by row; then once more what was in each other's way. */
#include <frontdesk/mem.h>

#include "import.h"

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

static void
remark(struct decided *out, const char *text)
{
	if (text != NULL)
		str_addf(&out->reason, "%s%s", out->reason.n > 0 ? "; " : "", text);
}

/* Whether something is in the way; then it is said. */
static bool
refuse(const struct wish *w, const struct place *at, struct decided *out)
{
	if (findings_worst(&at->found) != LEVEL_HARD)
		return false;
	str_clear(&out->reason);
	remark(out, at->found.v[0].text);
	remark(out, w->row.who.dropped);
	return true;
}

static enum err
place(struct run *r, struct wish *w, struct decided *out)
{
	struct place at;
	enum err e;

	e = import_find_place(r, w, &at);
	if (e == ERR_OK && !refuse(w, &at, out)) {
		str_clear(&out->reason);
		e = import_come_true(r, w, &at, out);
		remark(out, w->row.who.dropped);
	}
	import_place_release(&at);
	return e;
}

/* The desk has the last word; when both came to the same, they agree again. */
static enum err
changed_here(struct run *r, const struct wish *w, struct decided *out)
{
	struct import_link l = {w->appt.id, w->hash, import_appt_hash(&w->appt)};
	struct appt wanted = w->appt;

	import_appt_fill(&w->row, &wanted);
	if (import_appt_hash(&wanted) != l.record_hash) {
		str_addf(&out->reason, "changed here since; look at #%lld", (long long)out->id);
		remark(out, w->row.who.dropped);
		return ERR_OK;
	}
	out->outcome = IMPORT_SAME;
	remark(out, w->row.who.dropped);
	return store_import_put(r->desk->store, "appointments", w->row.external_id, &l);
}

static enum err
decide(struct run *r, struct wish *w, struct decided *out)
{
	struct store *store = r->desk->store;
	struct import_link l = {0};
	enum err e;

	e = store_import_find(store, "appointments", w->row.external_id, &l);
	out->id = l.record_id;
	if (e == ERR_OK && out->id != 0 && l.row_hash == w->hash) {
		out->outcome = IMPORT_SAME;
		remark(out, w->row.who.dropped);
		return ERR_OK;
	}
	if (e == ERR_OK && out->id != 0) {
		e = store_appt(store, out->id, &w->appt);
		w->room_id = w->appt.room_id;
	}
	if (e == ERR_OK && out->id != 0 && l.record_hash != import_appt_hash(&w->appt))
		return changed_here(r, w, out);
	if (e == ERR_OK)
		e = place(r, w, out);
	w->waits = out->outcome == IMPORT_REFUSED;
	return e;
}

enum err
import_appt(struct run *r, const struct csv_row *row, struct decided *out)
{
	struct wish w = {.appt = {.hold_until = CIVIL_NONE}, .decided = r->decided.n};
	struct import_link l = {0};
	enum err e = ERR_OK;

	w.hash = import_row_hash(&r->map, row->v, row->n);
	if (import_read_appt(r, row, &w.row) != ERR_OK || is_known(&w.row) != ERR_OK) {
		remark(out, err_message());
	} else if (import_seen(r, w.row.external_id, row, out)) {
		e = store_import_find(r->desk->store, "appointments", w.row.external_id, &l);
		out->id = l.record_id;
	} else {
		e = decide(r, &w, out);
	}
	if (w.waits)
		*list_push(&r->wishes) = w;
	else
		import_wish_release(&w);
	return e;
}

/*
 * Lets all wishes that may still come true leave their old places, and asks of each in turn
 * whether there is room beside those before it. One that there is no room for stays where it is,
 * which may be in the way of another: then *sure is false.
 */
static enum err
sweep(struct run *r, bool *sure)
{
	enum err e = ERR_OK;

	*sure = true;
	for (size_t i = 0; i < r->wishes.n; i++)
		r->wishes.v[i].coming = false;
	for (size_t i = 0; i < r->wishes.n && e == ERR_OK; i++) {
		struct wish *w = &r->wishes.v[i];
		struct place at;

		if (!w->leaving)
			continue;
		w->room_id = w->appt.room_id;
		e = import_find_place(r, w, &at);
		w->coming = !refuse(w, &at, &r->decided.v[w->decided]);
		w->leaving = w->coming;
		w->room_id = at.want.room_id;
		w->held = at.held;
		*sure = *sure && w->coming;
		import_place_release(&at);
	}
	return e;
}

enum err
import_appts_again(struct run *r)
{
	bool sure = false;
	enum err e = ERR_OK;

	for (size_t i = 0; i < r->wishes.n; i++)
		r->wishes.v[i].leaving = true;
	while (e == ERR_OK && !sure)
		e = sweep(r, &sure);
	for (size_t i = 0; i < r->wishes.n; i++)
		r->wishes.v[i].coming = false;
	for (size_t i = 0; i < r->wishes.n && e == ERR_OK; i++) {
		struct wish *w = &r->wishes.v[i];

		if (!w->leaving)
			continue;
		/* Its turnover may have been shortened since. */
		if (w->appt.id != 0) {
			appt_release(&w->appt);
			e = store_appt(r->desk->store, r->decided.v[w->decided].id, &w->appt);
		}
		if (e == ERR_OK)
			e = place(r, w, &r->decided.v[w->decided]);
		w->leaving = false;
	}
	return e;
}
