/* Taking back, doing again, and the safe copy. */
#include <frontdesk/desk_history.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

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

enum err
desk_backup(struct desk *d, const char *path, struct backup *out)
{
	struct store_step step = desk_step(d, "Backup");

	step.refused = false; /* nothing of the book changes; that it was copied is kept */

	return store_backup(d->store, &step, path, out);
}
