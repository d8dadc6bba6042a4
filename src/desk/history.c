/* Taking back, doing again, and the safe copy. */
#include <frontdesk/desk_history.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>
#include <frontdesk/str.h>

/* What was set up may have changed along with the step. */
static enum err
reload(struct desk *d, enum err e, char **label)
{
	if (e != ERR_OK)
		return e;
	e = desk_reload(d);
	if (e != ERR_OK) {
		free(*label);
		*label = NULL;
	}
	return e;
}

/* Whoever was the owner may be so no more: that is not undone by undoing. */
static enum err
may_undo(struct desk *d)
{
	static const char *const setup[] = {
	    "setting", "room", "therapist", "service", "addon", "person"};
	struct record_list rows = {0};
	char *label = NULL;
	enum err e;

	if (!desk_has_persons(d))
		return ERR_OK;
	e = store_undo_peek(d->store, d->options.who, &label, &rows);
	for (size_t i = 0; i < rows.n; i++)
		for (size_t k = 0; k < array_size(setup) && e == ERR_OK; k++)
			if (strcmp(rows.v[i].record, setup[k]) == 0)
				e = desk_may_set_up(d);
	record_list_release(&rows);
	free(label);
	return e;
}

enum err
desk_undo(struct desk *d, char **label)
{
	struct store_step step = desk_step(d, "Undo");
	enum err e = may_undo(d);

	if (e != ERR_OK)
		return e;
	return reload(d, store_undo(d->store, &step, label), label);
}

enum err
desk_redo(struct desk *d, char **label)
{
	struct store_step step = desk_step(d, "Redo");

	return reload(d, store_redo(d->store, &step, label), label);
}

/* --- The daily check ------------------------------------------------------------------------- */

static bool
found_row(void *arg, const struct audit *row)
{
	(void)row;
	*(bool *)arg = true;
	return false;
}

static enum err
done_today(struct desk *d, bool *done)
{
	int64_t now = desk_utc(d);
	/* On a night when the clocks change it is done twice, or an hour late. */
	const struct audit_query q = {.from = now - civil_minute_of(desk_now(d)) * 60,
	    .until = now + 60,
	    .record = DESK_RECORD_CHECK};

	*done = false;
	return store_audit(d->store, &q, found_row, done);
}

struct problems {
	char *first; /* owned */
	int n;
};

static void
keep_first(void *arg, const char *sentence)
{
	struct problems *p = arg;

	if (p->n++ == 0)
		p->first = xstrdup(sentence);
}

static enum err
note_check(struct desk *d, int problems)
{
	struct store_step step = desk_note_step(d, "Daily check");
	struct str what = {0};
	enum err e = store_begin(d->store, &step);

	if (e != ERR_OK)
		return e;
	if (problems == 0)
		str_add(&what, "Daily check: nothing is booked twice");
	else
		str_addf(&what, "Daily check: %d problem%s; see frontdesk check", problems,
		    problems == 1 ? "" : "s");
	e = store_audit_add(d->store, DESK_RECORD_CHECK, 0, str_text(&what));
	str_release(&what);
	if (e == ERR_OK)
		e = store_commit(d->store);
	store_rollback(d->store);
	return e;
}

enum err
desk_daily_check(struct desk *d, char **found)
{
	struct problems p = {0};
	struct str said = {0};
	bool done = store_read_only(d->store);
	enum err e = ERR_OK;

	*found = NULL;
	if (!done)
		e = done_today(d, &done);
	if (e != ERR_OK || done)
		return e;
	e = store_check(d->store, CHECK_OVERLAPS, keep_first, &p);
	if (e == ERR_DAMAGED && p.n > 0)
		e = ERR_OK;
	if (e == ERR_OK)
		e = note_check(d, p.n);
	if (e == ERR_OK && p.n > 0) {
		str_addf(&said, "Booked twice: %s", p.first);
		if (p.n > 1)
			str_addf(&said, ", and %d more", p.n - 1);
		str_add(&said, "; frontdesk check lists all");
		*found = str_take(&said);
	}
	free(p.first);
	return e;
}

/* --- The safe copy --------------------------------------------------------------------------- */

enum err
desk_backup(struct desk *d, const char *path, struct backup *out)
{
	struct store_step step = desk_note_step(d, "Backup");

	return store_backup(d->store, &step, path, out);
}
