/* log, undo, redo. */
#include "out.h"
#include "verbs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_history.h>
#include <frontdesk/mem.h>

static const struct table_column columns[] = {
    {"at", NULL, TABLE_STRING},
    {"who", NULL, TABLE_STRING},
    {"desk", NULL, TABLE_STRING},
    {"action", NULL, TABLE_STRING},
    {"record", NULL, TABLE_STRING},
    {"id", NULL, TABLE_NUMBER},
    {"old", NULL, TABLE_STRING},
    {"new", NULL, TABLE_STRING},
    {"reason", NULL, TABLE_STRING},
};
const struct fields fields_audit = {columns, array_size(columns)};

struct log {
	const struct request *r;
	struct table *t; /* NULL: text */
	long skip; /* the older ones that the limit leaves out */
	long n;
	char *step; /* owned; of the line above, in text */
};

static bool
count(void *arg, const struct audit *a)
{
	struct log *l = arg;

	(void)a;
	l->n++;
	return true;
}

static void
table_audit(struct table *t, const struct audit *a)
{
	char at[CIVIL_MIN_SIZE];

	table_text(t, civil_iso_utc(a->at, at));
	table_text(t, a->who);
	table_text(t, a->desk);
	table_text(t, a->action);
	table_text(t, a->record);
	table_id(t, a->record_id);
	table_text(t, a->old);
	table_text(t, a->new_);
	table_text(t, a->reason);
}

static bool
same_text(const char *a, const char *b)
{
	return strcmp(str_or_empty(a), str_or_empty(b)) == 0;
}

/* Whether the line above spoke of the same step; if not, this one is kept to ask of the next. */
static bool
is_more_of_step(struct log *l, const struct audit *a)
{
	struct str step = {0};
	bool same;

	str_addf(&step, "%lld %s %s %s", (long long)a->at, str_or_empty(a->who),
	    str_or_empty(a->desk), str_or_empty(a->action));
	same = same_text(l->step, str_text(&step));
	free(l->step);
	l->step = str_take(&step);
	return same;
}

static void
add_part(struct str *line, const char *text)
{
	if (str_or_empty(text)[0] != '\0')
		str_addf(line, "  %s", text);
}

static void
add_record(struct str *line, const struct audit *a)
{
	add_part(line, a->record);
	if (a->record_id != 0)
		str_addf(line, " #%lld", (long long)a->record_id);
}

/* "start_m=2026-11-27T10:00 → start_m=2026-11-27T11:00"; what is new or gone has one side. */
static void
add_change(struct str *line, const struct audit *a)
{
	const char *old = str_or_empty(a->old), *new_ = str_or_empty(a->new_);

	if (old[0] != '\0' && new_[0] != '\0')
		str_addf(line, "  %s → %s", old, new_);
	else if (old[0] != '\0')
		str_addf(line, "  gone: %s", old);
	else
		add_part(line, new_);
}

/*
 * "2026-11-23 09:00  ana  pts/3  Moved …  appointment #1  (reason)", below it what changed. More
 * records of the same step only have their own line below.
 */
static void
audit_lines(struct log *l, const struct audit *a)
{
	bool more = is_more_of_step(l, a);
	struct str line = {0}, change = {0};

	if (!more) {
		add_moment(&line, &l->r->desk, desk_civil(&l->r->desk, a->at));
		add_part(&line, a->who);
		add_part(&line, a->desk);
		add_part(&line, a->action);
		add_record(&line, a);
		if (str_or_empty(a->reason)[0] != '\0')
			str_addf(&line, "  (%s)", a->reason);
		out_line("%s", str_text(&line));
	}
	str_add(&change, "  ");
	if (more)
		add_record(&change, a);
	add_change(&change, a);
	if (change.n > 2)
		out_line("%s", str_text(&change));
	str_release(&change);
	str_release(&line);
}

static bool
print(void *arg, const struct audit *a)
{
	struct log *l = arg;

	l->n++;
	if (l->n <= l->skip)
		return true;
	if (l->t != NULL)
		table_audit(l->t, a);
	else
		audit_lines(l, a);
	return true;
}

/* Without a range: today; of one record: ever. */
static enum err
read_query(struct request *r, struct audit_query *out)
{
	struct range range = request_today(r, 1);
	struct appt_query q = {0};
	enum err e;

	e = request_range(r, 0, &range);
	if (e == ERR_OK)
		e = request_filters(r, &q);
	if (e != ERR_OK)
		return e;
	if (r->args.n > 0 || (q.client_id == 0 && q.appt_id == 0)) {
		zone_utc(r->desk.zone, range.from, &out->from);
		zone_utc(r->desk.zone, range.until, &out->until);
	}
	out->client_id = q.client_id;
	out->record_id = q.appt_id;
	out->record = q.appt_id != 0 ? "appointment" : NULL;
	return ERR_OK;
}

enum err
verb_log(struct request *r)
{
	struct audit_query q = {0};
	struct log counted = {.r = r}, log = {.r = r};
	long limit = 0;
	enum err e, ended = ERR_OK;

	e = request_number(r, OPTION_LIMIT, 1, 10000000, &limit);
	if (e == ERR_OK)
		e = read_query(r, &q);
	if (e == ERR_OK && limit > 0)
		e = store_audit(r->desk.store, &q, count, &counted);
	if (e != ERR_OK)
		return e;
	log.skip = limit > 0 && counted.n > limit ? counted.n - limit : 0;
	if (r->format != TABLE_TEXT)
		log.t = out_table(r, columns, array_size(columns));
	e = store_audit(r->desk.store, &q, print, &log);
	free(log.step);
	if (log.t != NULL)
		ended = table_end(log.t);
	else if (e == ERR_OK && log.n == 0)
		out_line("nothing was done");
	return e != ERR_OK ? e : ended;
}

/* --- undo, redo ------------------------------------------------------------------------------ */

static const struct table_column step_columns[] = {{"step", NULL, TABLE_STRING}};

static enum err
out_steps(const struct request *r, const char *did, const struct words *labels)
{
	struct table *t;

	if (r->format == TABLE_TEXT) {
		for (size_t i = 0; i < labels->n; i++)
			out_line("%s: %s", did, labels->v[i]);
		return ERR_OK;
	}
	t = out_table(r, step_columns, array_size(step_columns));
	for (size_t i = 0; i < labels->n; i++)
		table_text(t, labels->v[i]);
	return table_end(t);
}

static enum err
read_times(const struct request *r, long *out)
{
	const char *word = r->args.n > 0 ? r->args.v[0] : "1";
	char *end;

	errno = 0;
	*out = strtol(word, &end, 10);
	if (*word == '\0' || *end != '\0' || errno != 0 || *out < 1 || *out > 1000)
		return err_set(ERR_USAGE, "\"%s\" is not a number of steps from 1 to 1000", word);
	return ERR_OK;
}

/* Each step is taken back on its own: what went before a refusal stays taken back, and is said. */
enum err
verb_undo(struct request *r)
{
	struct words labels = {0};
	long times = 0;
	enum err e, printed;

	e = read_times(r, &times);
	for (long i = 0; i < times && e == ERR_OK; i++) {
		char *label = NULL;

		e = desk_undo(&r->desk, &label);
		if (e == ERR_OK)
			*list_push(&labels) = label;
	}
	if (e != ERR_OK && labels.n > 0)
		e = err_set(
		    e, "%s; %zu of %ld steps were taken back", err_message(), labels.n, times);
	printed = labels.n > 0 || e == ERR_OK ? out_steps(r, "Undone", &labels) : ERR_OK;
	words_release(&labels);
	return e != ERR_OK ? e : printed;
}

enum err
verb_redo(struct request *r)
{
	struct words labels = {0};
	char *label = NULL;
	enum err e = desk_redo(&r->desk, &label);

	if (e != ERR_OK)
		return e;
	*list_push(&labels) = label;
	e = out_steps(r, "Done again", &labels);
	words_release(&labels);
	return e;
}
