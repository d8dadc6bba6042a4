/* Taking back, doing again, and the safe copy. */
#include <frontdesk/desk_history.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "fields.h"
#include "health.h"

static bool
is_setup(const struct record_id *row)
{
	static const char *const setup[] = {
	    "setting", "room", "therapist", "service", "addon", "person"};

	for (size_t i = 0; i < array_size(setup); i++)
		if (strcmp(row->record, setup[i]) == 0)
			return !row->late;
	return false;
}

struct asking {
	struct desk *d;
	bool redo;
	struct ids begun; /* sessions that had begun before */
};

/* Whether the newest of what is known of a client's health was told by somebody else. */
static enum err
told_by_another(struct desk *d, int64_t client_id, bool *out)
{
	struct intake in = {0};
	enum err e = store_intake(d->store, client_id, &in);

	*out = strcmp(str_or_empty(in.who), d->options.who) != 0;
	intake_release(&in);
	return e;
}

/*
 * No session is begun by redo past what forbids it, nor by undo past what somebody else told
 * meanwhile. One's own steps are taken back in their order, whatever they come by.
 */
static enum err
may_begin(struct asking *a, int64_t appt_id, bool done)
{
	bool asked = a->redo;
	struct findings found = {0};
	struct appt appt = {0};
	enum err e = store_appt(a->d->store, appt_id, &appt);

	if (e == ERR_NOT_FOUND)
		return ERR_OK; /* not there yet, or no more */
	if (e == ERR_OK && appt_has_begun(appt.state)) {
		if (!done)
			*list_push(&a->begun) = appt_id;
		else if (!ids_has(&a->begun, appt_id))
			e = health_check_start(a->d, &appt, &found);
	}
	if (e == ERR_OK && found.n > 0 && !asked)
		e = told_by_another(a->d, appt.client_id, &asked);
	if (e == ERR_OK && asked && found.n > 0 && found.v[0].level == LEVEL_HARD)
		e = err_set(ERR_REFUSED, "%s", found.v[0].text);
	findings_release(&found);
	appt_release(&appt);
	return e;
}

/*
 * Whoever was the owner may be so no more: that is not undone by undoing. Nor may what is done
 * leave no owner.
 */
static enum err
may(void *arg, const struct record_list *rows, bool done)
{
	struct asking *a = arg;
	bool setup = false, person = false;
	enum err e = ERR_OK;

	for (size_t i = 0; i < rows->n && e == ERR_OK; i++) {
		setup = setup || is_setup(&rows->v[i]);
		person = person || strcmp(rows->v[i].record, "person") == 0;
		if (strcmp(rows->v[i].record, "appointment") == 0)
			e = may_begin(a, rows->v[i].id, done);
	}
	if (e == ERR_OK && done && person)
		e = desk_owner_left(a->d);
	if (e != ERR_OK || done || !setup)
		return e;
	e = desk_reload(a->d);
	return e == ERR_OK ? desk_may_set_up(a->d) : e;
}

/* What was set up may have changed along with the step; of one that failed it was read, too. */
static enum err
reload(struct desk *d, enum err e, char **label)
{
	struct str why = {0};
	enum err reloaded;

	str_add(&why, err_message());
	reloaded = desk_reload(d);
	if (e != ERR_OK) {
		(void)err_set(e, "%s", str_text(&why));
	} else if (reloaded != ERR_OK) {
		free(*label);
		*label = NULL;
	}
	str_release(&why);
	return e != ERR_OK ? e : reloaded;
}

enum err
desk_undo(struct desk *d, char **label)
{
	struct store_step step = desk_step(d, "Undo");
	struct asking a = {.d = d};
	enum err e = store_undo(d->store, &step, (struct store_undo_may){may, &a}, label);

	ids_release(&a.begun);
	return reload(d, e, label);
}

enum err
desk_redo(struct desk *d, char **label)
{
	struct store_step step = desk_step(d, "Redo");
	struct asking a = {.d = d, .redo = true};
	enum err e = store_redo(d->store, &step, (struct store_undo_may){may, &a}, label);

	ids_release(&a.begun);
	return reload(d, e, label);
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

static void
keep_first(void *arg, const char *sentence)
{
	struct daily_check *c = arg;

	if (c->problems++ == 0)
		c->first = xstrdup(sentence);
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

static void
say_found(const struct daily_check *c, char **found)
{
	struct str said = {0};

	if (c->problems == 0)
		return;
	str_addf(&said, "Booked twice: %s", c->first);
	if (c->problems > 1)
		str_addf(&said, ", and %d more", c->problems - 1);
	str_add(&said, "; frontdesk check lists all");
	*found = str_take(&said);
}

enum err
desk_daily_check(struct desk *d, bool *more, char **found)
{
	struct daily_check *c = &d->checking;
	bool done = store_read_only(d->store);
	enum err e = ERR_OK;

	*more = false;
	*found = NULL;
	if (!done)
		e = done_today(d, &done);
	if (e == ERR_OK && !done)
		e = store_check_part(d->store, &c->after, keep_first, c);
	if (e == ERR_OK && !done && c->after > 0) {
		*more = true;
		return ERR_OK;
	}
	if (e == ERR_OK && !done)
		e = note_check(d, c->problems);
	if (e == ERR_OK && !done)
		say_found(c, found);
	free(c->first);
	*c = (struct daily_check){0};
	return e;
}

/* --- The safe copy --------------------------------------------------------------------------- */

enum err
desk_backup(struct desk *d, const char *path, struct backup *out)
{
	struct store_step step = desk_note_step(d, "Backup");

	return store_backup(d->store, &step, path, out);
}
