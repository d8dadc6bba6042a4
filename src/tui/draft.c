#include "draft.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <frontdesk/mem.h>

enum { DRAFT_BYTES = 65536, DAY_S = 86400 };

/* The first line tells the format and the practice, the last one that nothing is missing. */
static const char head[] = "frontdesk draft 1 ", tail[] = "end\n";

/* Makes the folder and those above it. */
static enum err
make_folder(const char *folder)
{
	char *path = xstrdup(folder);
	bool made = true;

	for (char *at = path + 1; made && *at != '\0'; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		made = mkdir(path, 0700) == 0 || errno == EEXIST;
		*at = '/';
	}
	made = made && (mkdir(path, 0700) == 0 || errno == EEXIST);
	free(path);
	return made
	    ? ERR_OK
	    : err_set(ERR_FAILED, "what is typed cannot be kept: %s: %s", folder, strerror(errno));
}

static enum err
create(struct draft *d, const struct draft_place *p)
{
	struct str path = {0};
	enum err e = make_folder(p->folder);

	if (e != ERR_OK)
		return e;
	str_addf(&path, "%s/XXXXXX", p->folder);
	d->path = str_take(&path);
	d->fd = mkstemp(d->path);
	if (d->fd >= 0 && fcntl(d->fd, F_SETFD, FD_CLOEXEC) == 0 &&
	    flock(d->fd, LOCK_EX | LOCK_NB) == 0)
		return ERR_OK;
	e = err_set(ERR_FAILED, "what is typed cannot be kept: %s: %s", p->folder, strerror(errno));
	draft_remove(d);
	return e;
}

/* Over what is there, and then to its length: a kill in between leaves a whole text. */
static enum err
overwrite(struct draft *d, const struct draft_place *p, const char *text)
{
	struct str all = {0};
	enum err e = ERR_OK;

	str_addf(&all, "%s%s\n%s%s", head, p->practice, text, tail);
	if (pwrite(d->fd, all.v, all.n, 0) != (ssize_t)all.n || ftruncate(d->fd, (off_t)all.n) != 0)
		e = err_set(ERR_FAILED, "what is typed cannot be kept: %s", strerror(errno));
	str_release(&all);
	return e;
}

enum err
draft_write(struct draft *d, const struct draft_place *p, const char *text)
{
	enum err e = ERR_OK;

	if (p->folder == NULL || (d->path != NULL && strcmp(text, str_text(&d->text)) == 0))
		return ERR_OK;
	if (d->path == NULL)
		e = create(d, p);
	if (e == ERR_OK)
		e = overwrite(d, p, text);
	str_clear(&d->text);
	if (e == ERR_OK)
		str_add(&d->text, text);
	return e;
}

void
draft_close(struct draft *d)
{
	if (d->path != NULL && d->fd >= 0)
		close(d->fd);
	free(d->path);
	str_release(&d->text);
	*d = (struct draft){0};
}

void
draft_remove(struct draft *d)
{
	if (d->path != NULL)
		unlink(d->path);
	draft_close(d);
}

/* Reads and locks one; false: another desk has it, or it is none of this practice. */
static bool
take(struct draft *d, const struct draft_place *p, int64_t now)
{
	char *text = xcalloc(1, DRAFT_BYTES);
	struct stat st;
	struct str first = {0};
	size_t n;
	bool mine;

	/* Whatever lies there: reading a pipe would never end. */
	d->fd = open(d->path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	mine = d->fd >= 0 && fstat(d->fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_uid == getuid() && st.st_nlink == 1 && flock(d->fd, LOCK_EX | LOCK_NB) == 0 &&
	    read(d->fd, text, DRAFT_BYTES - 1) > 0;
	str_addf(&first, "%s%s\n", head, p->practice);
	n = strlen(text);
	mine = mine && strncmp(text, str_text(&first), first.n) == 0;
	if (mine && now - st.st_mtime > (int64_t)DRAFT_DAYS * DAY_S) {
		unlink(d->path);
		mine = false;
	}
	mine = mine && n >= first.n + sizeof(tail) - 1 &&
	    strcmp(text + n - (sizeof(tail) - 1), tail) == 0;
	if (mine)
		str_addn(&d->text, text + first.n, n - first.n - (sizeof(tail) - 1));
	str_release(&first);
	free(text);
	return mine;
}

static int
is_draft(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

/* The oldest first. */
static int
by_age(const void *a, const void *b)
{
	struct stat x, y;

	if (stat(*(char *const *)a, &x) != 0 || stat(*(char *const *)b, &y) != 0)
		return 0;
	return (x.st_mtime > y.st_mtime) - (x.st_mtime < y.st_mtime);
}

void
drafts_find(const struct draft_place *p, int64_t now, void (*each)(void *arg, struct draft *taken),
    void *arg)
{
	struct dirent **names = NULL;
	int n = p->folder != NULL ? scandir(p->folder, &names, is_draft, alphasort) : 0;
	char **paths;

	if (n <= 0 || names == NULL) {
		free(names);
		return;
	}
	paths = xcalloc((size_t)n, sizeof(*paths));
	for (int i = 0; i < n; i++) {
		struct str path = {0};

		str_addf(&path, "%s/%s", p->folder, names[i]->d_name);
		paths[i] = str_take(&path);
		free(names[i]);
	}
	free(names);
	qsort(paths, (size_t)n, sizeof(*paths), by_age);
	for (int i = 0; i < n; i++) {
		struct draft d = {.path = paths[i], .fd = -1};

		if (take(&d, p, now))
			each(arg, &d);
		else
			draft_close(&d);
	}
	free(paths);
}
