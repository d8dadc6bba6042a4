/* Where a row of a diary is to stand: what is in its way, and writing it there. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "import.h"
#include "side.h"

void
import_place_release(struct place *p)
{
	findings_release(&p->found);
	book_release(&p->book);
}

void
import_wish_release(struct wish *w)
{
	import_appt_release(&w->row);
	appt_release(&w->appt);
}

/* Below 0: somebody to be made, the same number in all wishes that wait for them. */
static enum err
find_client(struct run *r, struct wish *w)
{
	enum err e;

	if (w->client_id > 0)
		return ERR_OK;
	e = import_known_client(r, "people", &w->row.who, &w->client_id, NULL);
	for (size_t i = 0; i < r->wishes.n && w->client_id == 0; i++)
		if (strcmp(r->wishes.v[i].row.who.external_id, w->row.who.external_id) == 0)
			w->client_id = -(int64_t)i - 1;
	return e;
}

static int
by_start(const void *a, const void *b)
{
	civil_min x = ((const struct appt *)a)->start, y = ((const struct appt *)b)->start;

	return (x > y) - (x < y);
}

static void
add_coming(const struct wish *w, int64_t id, struct book *b)
{
	const struct client *who = &w->row.who.client;

	*list_push(&b->appts) = (struct appt){
	    .id = id,
	    .client_id = w->client_id,
	    .therapist_id = w->row.therapist_id,
	    .room_id = w->room_id,
	    .service_id = w->row.service_id,
	    .party_id = w->appt.party_id,
	    .start = w->row.start,
	    .end = w->row.start + w->row.minutes,
	    .held = w->held,
	    .state = w->row.state,
	    .client_first = xstrdup(str_or_empty(who->first)),
	    .client_last =
		xstrdup(client_shown_last(who->first, who->last, who->preferred, who->phone)),
	};
}

/* The day as it will be when the wishes under way have come true. */
static void
look_ahead(const struct run *r, struct book *b)
{
	bool more = false;

	for (size_t i = 0; i < r->wishes.n; i++) {
		const struct wish *w = &r->wishes.v[i];

		if (w->leaving)
			book_drop(b, w->appt.id);
		if (w->coming && civil_day_of(w->row.start) == civil_day_of(b->from)) {
			add_coming(w, -(int64_t)i - 1, b);
			more = true;
		}
	}
	if (more)
		qsort(b->appts.v, b->appts.n, sizeof(*b->appts.v), by_start);
}

enum err
import_find_place(struct run *r, struct wish *w, struct place *out)
{
	const struct practice *p = &r->desk->practice;
	civil_day day = civil_day_of(w->row.start);
	enum err e;

	*out = (struct place){0};
	e = find_client(r, w);
	if (e == ERR_OK)
		e = store_book(r->desk->store, day, day + 1, &out->book);
	if (e != ERR_OK)
		return e;
	look_ahead(r, &out->book);
	out->want = (struct proposal){
	    .appt_id = w->appt.id,
	    .client_id = w->client_id,
	    .therapist_id = w->row.therapist_id,
	    .service_id = w->row.service_id,
	    .room_id = w->room_id,
	    .party_id = w->appt.party_id,
	    .start = w->row.start,
	    .minutes = w->row.minutes,
	    .minutes_typed = true,
	    .turnover = -1,
	    .taking_over = true,
	};
	if (out->want.room_id == 0)
		out->want.room_id = schedule_room(p, &out->book, &out->want);
	out->held = schedule_held(p, &out->book, &out->want);
	/* What no longer takes time is in nobody's way. */
	if (appt_state_holds(w->row.state))
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

int64_t
import_appt_hash(const struct appt *a)
{
	struct str s = {0};
	int64_t hash;

	str_addf(&s, "%lld %lld %lld %lld %c %lld %lld", (long long)a->start, (long long)a->end,
	    (long long)a->therapist_id, (long long)a->service_id, appt_state_char(a->state),
	    (long long)a->price, (long long)a->paid);
	hash = import_text_hash(str_text(&s));
	str_release(&s);
	return hash;
}

void
import_appt_fill(const struct import_appt *row, struct appt *a)
{
	a->start = row->start;
	a->end = row->start + row->minutes;
	a->therapist_id = row->therapist_id;
	a->service_id = row->service_id;
	a->state = row->state;
	a->price = row->price;
	a->paid = row->paid ? row->price : 0;
}

static void
fill(const struct run *r, const struct wish *w, const struct place *at, struct appt *a)
{
	import_appt_fill(&w->row, a);
	a->client_id = w->client_id;
	a->room_id = at->want.room_id;
	a->held = at->held;
	a->state_before = w->row.state_before;
	if (a->booked_at == 0)
		a->booked_at = desk_utc(r->desk);
	record_findings(&at->found, a);
}

/* The client of a row that goes through: made, if need be, and known by this row from now on. */
static enum err
keep_client(struct run *r, struct wish *w)
{
	struct store *store = r->desk->store;
	const char *who = w->row.who.external_id;
	struct import_link l = {0};
	enum err e = ERR_OK;

	if (w->client_id < 0) /* perhaps another wish has made them meanwhile */
		e = import_known_client(r, "people", &w->row.who, &w->client_id, NULL);
	if (e == ERR_OK && w->client_id == 0)
		return import_save_client(r, "people", &w->row.who, 0, &w->client_id);
	if (e == ERR_OK)
		e = store_import_find(store, "people", who, &l);
	if (e == ERR_OK && l.record_id == 0) {
		l.record_id = w->client_id;
		e = store_import_put(store, "people", who, &l);
	}
	return e;
}

/* A note that is there may be the therapist's own by now. */
static enum err
add_memo(struct run *r, const struct wish *w, struct decided *out)
{
	struct store *store = r->desk->store;
	const char *memo = w->row.who.memo;
	char *note = NULL;
	enum err e;

	e = store_therapist_note(store, w->appt.id, &note);
	if (e == ERR_OK && note[0] == '\0') {
		e = store_therapist_note_set(store, w->appt.id, memo);
		r->report->memos++;
	} else if (e == ERR_OK && strcmp(note, memo) != 0) {
		str_add(&out->reason, "the note here kept");
	}
	free(note);
	return e;
}

enum err
import_come_true(struct run *r, struct wish *w, struct place *at, struct decided *out)
{
	struct store *store = r->desk->store;
	struct appt *a = &w->appt;
	const struct appt was = *a; /* its numbers alone */
	enum err e;

	out->outcome = a->id == 0 ? IMPORT_NEW : IMPORT_CHANGED;
	e = keep_client(r, w);
	if (e != ERR_OK)
		return e;
	fill(r, w, at, a);
	if (appt_state_holds(a->state))
		e = side_squeeze(r->desk, &at->book, &at->want);
	if (e == ERR_OK)
		e = a->id == 0 ? store_appt_insert(store, a) : store_appt_update(store, a);
	out->id = a->id;
	if (e == ERR_OK && was.id != 0 && appt_state_holds(was.state))
		e = turnover_back(r->desk, &was);
	if (e == ERR_OK && w->row.who.memo[0] != '\0')
		e = add_memo(r, w, out);
	if (e == ERR_OK)
		e = store_import_put(store, "appointments", w->row.external_id,
		    &(struct import_link){a->id, w->hash, import_appt_hash(a)});
	return e;
}
