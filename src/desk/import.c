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

/* A row of this run, by its external id: where it stood, and each field as a number. */
struct seen {
	char *external_id;
	long line;
	int64_t fields[IMPORT_FIELD_COUNT];
};

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct seen *)a)->external_id, ((const struct seen *)b)->external_id);
}

static int64_t
hash_field(const struct run *r, const struct csv_row *row, int field)
{
	int column = r->map.column[field];

	return import_text_hash(column >= 0 && (size_t)column < row->n ? row->v[column] : "");
}

static void
seen_free(struct seen *s)
{
	free(s->external_id);
	free(s);
}

/* The names of the columns in which the row says something else than the one before. */
static void
add_differences(
    const struct run *r, const struct csv_row *row, const struct seen *before, struct str *out)
{
	for (int i = 0; i < IMPORT_FIELD_COUNT; i++)
		if (hash_field(r, row, i) != before->fields[i])
			str_addf(
			    out, "%s%s", out->n > 0 ? ", " : "", r->header->v[r->map.column[i]]);
}

bool
import_seen(struct run *r, const char *external_id, const struct csv_row *row, struct decided *out)
{
	struct seen *s = xcalloc(1, sizeof(*s)), **node;
	struct str other = {0};

	s->external_id = xstrdup(external_id);
	node = tsearch(s, &r->seen, by_id);
	if (*node == s) {
		s->line = row->line;
		for (int i = 0; i < IMPORT_FIELD_COUNT; i++)
			s->fields[i] = hash_field(r, row, i);
		return false;
	}
	seen_free(s);
	add_differences(r, row, *node, &other);
	out->outcome = other.n > 0 ? IMPORT_REFUSED : IMPORT_SAME;
	if (other.n > 0)
		str_addf(&out->reason, "the same number as line %ld, but not the same %s",
		    (*node)->line, str_text(&other));
	else
		str_addf(&out->reason, "the same as line %ld", (*node)->line);
	str_release(&other);
	return true;
}

static void
forget_seen(struct run *r)
{
	while (r->seen != NULL) {
		struct seen *s = *(struct seen **)r->seen;

		tdelete(s, &r->seen, by_id);
		seen_free(s);
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
	str_release(&r->nicknames);
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
	r.header = header = csv_header(csv);
	e = import_map_columns(&r.map, o->what, header->v, header->n, o->map);
	if (e == ERR_OK) {
		import_map_unused(&r.map, header->v, header->n, &unused);
		out->unused = xstrdup(str_text(&unused));
		e = desk_setup_begin(d, &step);
	}
	if (e == ERR_OK) {
		client_nicknames(&r.nicknames, &d->practice.vocabulary);
		e = run_inside(&r, csv);
	}
	str_release(&unused);
	run_release(&r);
	csv_close(csv);
	return e;
}
