/* Taking a list over: the file twice, once to learn, once row by row in one transaction. */
#include "import.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "fields.h"

const char *
import_outcome_word(enum import_outcome o)
{
	static const char *const words[] = {
#define X(id, word) word,
		IMPORT_OUTCOME_LIST(X)
#undef X
	};

	return words[o];
}

void
import_report_release(struct import_report *r)
{
	words_release(&r->new_therapists);
	words_release(&r->new_services);
	free(r->unused);
	r->unused = NULL;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

bool
import_seen(struct run *r, const char *external_id)
{
	char *key = xstrdup(external_id);
	char **node = tsearch(key, &r->seen, by_text);

	if (*node == key)
		return false;
	free(key);
	return true;
}

static void
forget_seen(struct run *r)
{
	while (r->seen != NULL) {
		char *key = *(char **)r->seen;

		tdelete(key, &r->seen, by_text);
		free(key);
	}
}

static enum err
learn(struct run *r, struct csv *csv)
{
	struct csv_row row;
	enum err e = ERR_OK;

	while (csv_next(csv, &row))
		if (row.fault == NULL)
			import_map_learn(&r->map, row.v, row.n);
	csv_rewind(csv);
	while (e == ERR_OK && r->options->what == IMPORT_APPOINTMENTS && csv_next(csv, &row))
		if (row.fault == NULL)
			e = import_missing(r, &row);
	csv_rewind(csv);
	return e;
}

static enum err
decide(struct run *r, const struct csv_row *row)
{
	struct decided d = {.line = row->line, .outcome = IMPORT_REFUSED};
	enum err e = ERR_OK;

	if (row->fault != NULL)
		str_add(&d.reason, row->fault);
	else if (r->options->what == IMPORT_CLIENTS)
		e = import_client(r, row, &d);
	else
		e = import_appt(r, row, &d);
	*list_push(&r->decided) = d;
	return e;
}

/* Whoever listens may be slow, and nothing may be said before it is true: after the end. */
static void
tell(const struct run *r)
{
	for (size_t i = 0; i < r->decided.n; i++) {
		const struct decided *d = &r->decided.v[i];
		const struct import_row row = {d->line, d->outcome, d->id, str_text(&d->reason)};

		r->report->rows++;
		r->report->count[d->outcome]++;
		if (r->options->row != NULL)
			r->options->row(r->options->arg, &row);
	}
}

static bool
lacks(const struct import_report *r)
{
	return r->new_therapists.n > 0 || r->new_services.n > 0;
}

static enum err
needs_yes(const struct import_report *r)
{
	struct str s = {0};
	enum err e;

	for (size_t i = 0; i < r->new_therapists.n; i++)
		str_addf(&s, "%s%s", s.n > 0 ? ", " : "therapists ", r->new_therapists.v[i]);
	for (size_t i = 0; i < r->new_services.n; i++)
		str_addf(&s, "%s%s",
		    i > 0         ? ", "
			: s.n > 0 ? "; services "
				  : "services ",
		    r->new_services.v[i]);
	e = err_set(ERR_NEEDS_YES,
	    "the practice lacks what this diary names: %s; say yes to have them made",
	    str_text(&s));
	str_release(&s);
	return e;
}

static enum err
take_over(struct run *r, struct csv *csv)
{
	struct csv_row row;
	enum err e;

	e = learn(r, csv);
	if (e == ERR_OK && lacks(r->report)) {
		if (r->options->yes == NULL && !r->options->dry_run)
			return needs_yes(r->report);
		e = import_make_missing(r);
	}
	while (e == ERR_OK && csv_next(csv, &row))
		e = decide(r, &row);
	if (e == ERR_OK)
		e = import_appts_again(r);
	return e;
}

static void
relabel(struct run *r)
{
	long taken = 0;
	struct str label = {0};

	for (size_t i = 0; i < r->decided.n; i++)
		taken += r->decided.v[i].outcome == IMPORT_NEW ||
		    r->decided.v[i].outcome == IMPORT_CHANGED;
	str_addf(&label, "Took over %ld %s%s", taken,
	    r->options->what == IMPORT_CLIENTS ? "client" : "appointment", taken == 1 ? "" : "s");
	store_relabel(r->desk->store, str_text(&label), r->options->yes);
	str_release(&label);
}

static enum err
run_inside(struct run *r, struct csv *csv)
{
	enum err e = take_over(r, csv);

	if (e == ERR_OK && r->options->dry_run) {
		store_rollback(r->desk->store);
		e = desk_reload(r->desk);
	} else {
		if (e == ERR_OK)
			relabel(r);
		e = desk_setup_end(r->desk, e);
	}
	if (e != ERR_OK)
		return e;
	tell(r);
	return lacks(r->report) && r->options->yes == NULL ? needs_yes(r->report) : ERR_OK;
}

static void
run_release(struct run *r)
{
	forget_seen(r);
	for (size_t i = 0; i < r->decided.n; i++)
		str_release(&r->decided.v[i].reason);
	free(r->decided.v);
	for (size_t i = 0; i < r->wishes.n; i++)
		import_wish_release(&r->wishes.v[i]);
	free(r->wishes.v);
	free(r->missing.v);
}

enum err
desk_import(struct desk *d, FILE *in, const struct import_options *o, struct import_report *out)
{
	struct run r = {.desk = d, .options = o, .report = out};
	struct store_step step = desk_step(d, "Took a list over");
	const struct csv_row *header;
	struct str unused = {0};
	struct csv *csv;
	enum err e;

	*out = (struct import_report){0};
	step.deferred = true; /* appointments that trade places overlap for a moment */
	e = csv_open(&csv, in);
	if (e != ERR_OK)
		return e;
	header = csv_header(csv);
	e = import_map_columns(&r.map, o->what, header->v, header->n, o->map);
	if (e == ERR_OK) {
		import_map_unused(&r.map, header->v, header->n, &unused);
		out->unused = xstrdup(str_text(&unused));
		e = desk_setup_begin(d, &step);
	}
	if (e == ERR_OK)
		e = run_inside(&r, csv);
	str_release(&unused);
	run_release(&r);
	csv_close(csv);
	return e;
}
