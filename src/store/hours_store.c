/* When therapists work and when not: weekly hours, exceptions, absences. */
#include <stdlib.h>

#include <frontdesk/mem.h>

#include "records.h"

static enum err
end_shifts(
    struct store *s, enum stmt_id how, int64_t therapist_id, int cycle, int week, civil_day from)
{
	struct stmt st = stmt_begin(s, how);

	stmt_bind_i64(&st, ":therapist", therapist_id);
	stmt_bind_i64(&st, ":cycle", cycle);
	stmt_bind_i64(&st, ":week", week);
	stmt_bind_i64(&st, ":from", from);
	return stmt_run(&st);
}

static enum err
add_shift(struct store *s, int64_t therapist_id, const struct shift *shift)
{
	struct stmt st = stmt_begin(s, STMT_SHIFT_ADD);

	stmt_bind_i64(&st, ":therapist", therapist_id);
	stmt_bind_i64(&st, ":weekday", shift->weekday);
	stmt_bind_i64(&st, ":from_minute", shift->span.from);
	stmt_bind_i64(&st, ":until_minute", shift->span.until);
	stmt_bind_i64(&st, ":cycle", shift->cycle);
	stmt_bind_i64(&st, ":week", shift->week);
	stmt_bind_i64(&st, ":from", shift->valid_from);
	return stmt_run(&st);
}

enum err
store_shifts_set(struct store *s, int64_t therapist_id, const struct hours *h, int cycle, int week,
    civil_day from)
{
	struct shift shift = {.cycle = cycle, .week = week, .valid_from = from};
	enum err e = end_shifts(s, STMT_SHIFTS_DROP, therapist_id, cycle, week, from);

	if (e == ERR_OK)
		e = end_shifts(s, STMT_SHIFTS_CLOSE, therapist_id, cycle, week, from);
	for (shift.weekday = 1; shift.weekday <= 7; shift.weekday++) {
		for (size_t i = 0; e == ERR_OK && i < h->day[shift.weekday].n; i++) {
			shift.span = h->day[shift.weekday].v[i];
			e = add_shift(s, therapist_id, &shift);
		}
	}
	return e;
}

static enum err
add_exception(struct store *s, int64_t therapist_id, civil_day day, struct span span)
{
	struct stmt st = stmt_begin(s, STMT_EXCEPTION_ADD);

	stmt_bind_i64(&st, ":therapist", therapist_id);
	stmt_bind_i64(&st, ":day", day);
	stmt_bind_i64(&st, ":from_minute", span.from);
	stmt_bind_i64(&st, ":until_minute", span.until);
	return stmt_run(&st);
}

enum err
store_exception_clear(struct store *s, int64_t therapist_id, civil_day day)
{
	struct stmt st = stmt_begin(s, STMT_EXCEPTIONS_CLEAR);

	stmt_bind_i64(&st, ":therapist", therapist_id);
	stmt_bind_i64(&st, ":day", day);
	return stmt_run(&st);
}

enum err
store_exception_set(
    struct store *s, int64_t therapist_id, civil_day day, const struct span *v, size_t n)
{
	enum err e = store_exception_clear(s, therapist_id, day);

	if (e == ERR_OK && n == 0)
		e = add_exception(s, therapist_id, day, (struct span){0, 0});
	for (size_t i = 0; e == ERR_OK && i < n; i++)
		e = add_exception(s, therapist_id, day, v[i]);
	return e;
}

enum err
store_absence_add(struct store *s, struct absence *a)
{
	struct stmt st = stmt_begin(s, STMT_ABSENCE_ADD);

	record_bind(&st, 0, 0);
	stmt_bind_id(&st, ":therapist", a->therapist_id);
	stmt_bind_id(&st, ":room", a->room_id);
	stmt_bind_i64(&st, ":start", a->start);
	stmt_bind_i64(&st, ":end", a->end);
	stmt_bind_i64(&st, ":weekly", a->weekly);
	stmt_bind_text(&st, ":reason", a->reason);
	while (stmt_row(&st))
		a->id = stmt_i64(&st, "id");
	return stmt_end(&st);
}

enum err
store_absence_remove(struct store *s, int64_t id)
{
	struct stmt st = stmt_begin(s, STMT_ABSENCE_REMOVE);
	bool found = false;

	stmt_bind_i64(&st, ":id", id);
	while (stmt_row(&st))
		found = true;
	return record_end(&st, found, "time off or block", id);
}

enum err
store_absences(struct store *s, civil_min from, civil_min until, struct absence_list *out)
{
	struct stmt st = stmt_begin(s, STMT_ABSENCES);
	struct absence_list l = {0};
	enum err e;

	stmt_bind_i64(&st, ":from", from);
	stmt_bind_i64(&st, ":until", until);
	while (stmt_row(&st)) {
		struct absence a = {
		    .id = stmt_i64(&st, "id"),
		    .therapist_id = stmt_i64(&st, "therapist_id"),
		    .room_id = stmt_i64(&st, "room_id"),
		    .start = stmt_i64(&st, "start_m"),
		    .end = stmt_i64(&st, "end_m"),
		    .weekly = stmt_i64(&st, "weekly") != 0,
		};

		if (!absence_touches(&a, from, until))
			continue;
		a.reason = stmt_text(&st, "reason");
		*list_push(&l) = a;
	}
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = l;
	else
		absence_list_release(&l);
	return e;
}
