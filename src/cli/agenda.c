/* agenda: what is booked; without a range today, of a client the coming year. */
#include "out_appt.h"
#include "verbs.h"

#include <frontdesk/str.h>

enum { YEAR = 366 };

struct list {
	const struct request *r;
	struct table *t; /* NULL: text */
	struct agenda lines;
	size_t n;
};

static bool
print(void *arg, const struct appt *a)
{
	struct list *l = arg;

	l->n++;
	if (l->t != NULL)
		out_appt(l->t, &l->r->desk, a);
	else
		agenda_line(&l->lines, a);
	return true;
}

/* "Mon 23 Nov 2026", or its first and last day. */
static void
add_range(struct str *out, const struct range *range)
{
	char first[CIVIL_LONG_SIZE], last[CIVIL_LONG_SIZE];
	civil_day from = civil_day_of(range->from), until = civil_day_of(range->until - 1);

	str_add(out, civil_long_day(from, first));
	if (until != from)
		str_addf(out, " to %s", civil_long_day(until, last));
}

enum err
verb_agenda(struct request *r)
{
	bool to_come = request_has(r, OPTION_CLIENT) && r->args.n == 0;
	struct range range = request_today(r, to_come ? YEAR : 1);
	struct appt_query q = {0};
	struct list list = {.r = r};
	struct str text = {0};
	enum err e;

	e = request_range(r, 0, &range);
	if (e == ERR_OK)
		e = request_filters(r, &q);
	if (e != ERR_OK)
		return e;
	q.from = range.from;
	q.until = range.until;
	agenda_init(&list.lines, r,
	    range.until - range.from > CIVIL_DAY_MINUTES ? DAYS_AS_HEADINGS : DAYS_KNOWN);
	if (r->format != TABLE_TEXT)
		list.t = out_table(r, fields_appt.v, fields_appt.n);
	e = store_appts(r->desk.store, &q, print, &list);
	if (list.t != NULL) {
		enum err ended = table_end(list.t);

		return e != ERR_OK ? e : ended;
	}
	if (e == ERR_OK && list.n == 0 && to_come) {
		out_line("no appointments to come");
	} else if (e == ERR_OK && list.n == 0) {
		add_range(&text, &range);
		out_line("no appointments %s", str_text(&text));
		str_release(&text);
	}
	return e;
}
