/* Copies that were made of this file, as its log of them knows; and the end of some. */
#include <assert.h>
#include <errno.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <frontdesk/mem.h>

#include "store_private.h"

void
copy_list_release(struct copy_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].path);
	free(l->v);
	*l = (struct copy_list){0};
}

static bool
is_file(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_nlink == 1;
}

enum err
store_copies(struct store *s, struct copy_list *out)
{
	struct stmt st = stmt_begin(s, STMT_BACKUP_LOG);
	struct copy_list found = {0};
	enum err e;

	while (stmt_row(&st)) {
		struct copy *c;

		if (!is_file(stmt_peek(&st, "path")))
			continue;
		c = list_push(&found);
		*c = (struct copy){.id = stmt_i64(&st, "id"), .at = stmt_i64(&st, "at")};
		c->path = stmt_text(&st, "path");
	}
	e = stmt_end(&st);
	if (e == ERR_OK)
		*out = found;
	else
		copy_list_release(&found);
	return e;
}

/* To its last byte what was written then. */
static enum err
as_made(struct store *s, const struct copy *c)
{
	struct stmt st = stmt_begin(s, STMT_BACKUP_SHA256);
	char now[SHA256_DIGEST_STRING_LENGTH];
	bool same = false;
	enum err e;

	stmt_bind_i64(&st, ":id", c->id);
	if (stmt_row(&st))
		same = is_file(c->path) && SHA256File(c->path, now) != NULL &&
		    strcmp(now, stmt_peek(&st, "sha256")) == 0;
	e = stmt_end(&st);
	if (e == ERR_OK && !same)
		e = err_set(ERR_REFUSED, "%s is not as it was made, and was left", c->path);
	return e;
}

enum err
store_copy_remove(struct store *s, const struct copy *c)
{
	enum err e;

	assert(!s->inside); /* reading a large copy takes its time */
	e = as_made(s, c);
	if (e == ERR_OK && unlink(c->path) != 0)
		e = err_set(ERR_REFUSED, "%s could not be removed: %s", c->path, strerror(errno));
	return e;
}

enum err
store_copy_forget(struct store *s, const struct copy *c)
{
	struct stmt st = stmt_begin(s, STMT_BACKUP_LOG_DROP);

	assert(s->inside);
	stmt_bind_i64(&st, ":id", c->id);
	return stmt_run(&st);
}
