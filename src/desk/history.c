/* Taking back, doing again, and the safe copy. */
#include <frontdesk/desk_history.h>

#include <stdlib.h>

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

enum err
desk_undo(struct desk *d, char **label)
{
	struct store_step step = desk_step(d, "Undo");

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
