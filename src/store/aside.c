/*
 * A private copy of a file that cannot be written and that no desk has open: SQLite cannot read a
 * file with a log without writing beside it. A copy of a file in use is worth nothing.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "store_private.h"

static bool
write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, bytes, n);

		if (done == -1 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		n -= (size_t)done;
	}
	return true;
}

static bool
copy_bytes(int from, int to)
{
	char buf[64 * 1024];
	ssize_t n;

	while ((n = read(from, buf, sizeof(buf))) > 0) {
		if (!write_all(to, buf, (size_t)n))
			return false;
	}
	return n == 0;
}

/* False with errno; a part that is not there, or empty (a log nobody may read), is no failure. */
static bool
copy_part(const char *from, const char *to, const char *part)
{
	struct str source = {0}, target = {0};
	struct stat st;
	int in, out = -1, why;
	bool good;

	str_addf(&source, "%s%s", from, part);
	str_addf(&target, "%s%s", to, part);
	in = open(str_text(&source), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (in == -1) {
		good = *part != '\0' &&
		    (errno == ENOENT || (lstat(str_text(&source), &st) == 0 && st.st_size == 0));
	} else {
		out = open(str_text(&target), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		good = out != -1 && copy_bytes(in, out);
	}
	why = errno;
	if (in != -1)
		close(in);
	if (out != -1)
		close(out);
	str_release(&source);
	str_release(&target);
	errno = why;
	return good;
}

/* Refuses while a desk has the file open; asked before and after the copy is taken. */
static enum err
unused(const struct place *p)
{
	if (!place_in_use(p->path))
		return ERR_OK;
	if (p->has_shm)
		return err_set(ERR_FAILED,
		    "may not read %s-shm, as it takes while another desk is at work", p->path);
	return err_set(ERR_BUSY, "another desk opened %s; try again", p->path);
}

enum err
place_copy_aside(const struct place *p, char **folder, char **copy)
{
	char *where = xstrdup("/tmp/frontdesk-XXXXXX");
	struct str name = {0};
	enum err e = unused(p);

	if (e != ERR_OK) {
		free(where);
		return e;
	}
	if (mkdtemp(where) == NULL) {
		free(where);
		return err_set(
		    ERR_FAILED, "no room in /tmp for a copy to read: %s", strerror(errno));
	}
	str_addf(&name, "%s/practice.db", where);
	if (!copy_part(p->path, str_text(&name), "") ||
	    !copy_part(p->path, str_text(&name), "-wal"))
		e = err_set(
		    ERR_FAILED, "%s cannot be copied for reading: %s", p->path, strerror(errno));
	else
		e = unused(p);
	*folder = where;
	*copy = str_take(&name);
	if (e != ERR_OK)
		place_drop(*folder, *copy);
	return e;
}

void
place_drop(char *folder, char *copy)
{
	store_remove(copy);
	(void)rmdir(folder);
	free(folder);
	free(copy);
}
