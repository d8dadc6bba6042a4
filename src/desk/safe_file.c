#include <frontdesk/safe_file.h>

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <frontdesk/desk.h>
#include <frontdesk/mem.h>
#include <frontdesk/str.h>

static enum err
failed(const char *path)
{
	return err_set(ERR_FAILED, "%s could not be written: %s; what stood there is untouched",
	    path, strerror(errno));
}

static void
release(struct safe_file *s)
{
	if (s->f != NULL)
		fclose(s->f);
	leftover_none();
	free(s->path);
	free(s->beside);
	*s = (struct safe_file){0};
}

static enum err
open_beside(struct safe_file *s)
{
	struct str beside = {0};
	int fd;

	str_addf(&beside, "%s.XXXXXX", s->path);
	s->beside = str_take(&beside);
	leftover_set(s->beside, NULL, NULL);
	fd = mkstemp(s->beside); /* 0600 */
	if (fd < 0) {
		leftover_none();
		free(s->beside);
		s->beside = NULL;
		return failed(s->path);
	}
	s->f = fdopen(fd, "w");
	if (s->f != NULL)
		return ERR_OK;
	close(fd);
	return failed(s->path);
}

enum err
safe_file_open(struct safe_file *s, const char *path)
{
	if (path[0] == '\0')
		return err_set(ERR_USAGE, "the name of the file to write is empty");
	/* A link stays a link, and what it points at is replaced; one to nothing is replaced
	 * itself. */
	char *real = realpath(path, NULL);
	struct stat st;
	enum err e = ERR_OK;

	*s = (struct safe_file){.path = real != NULL ? real : xstrdup(path)};
	if (real != NULL && stat(real, &st) == 0 && !S_ISREG(st.st_mode)) {
		s->f = fopen(real, "w");
		if (s->f == NULL)
			e = failed(path);
	} else {
		/* Nobody means to write a roster over a practice. */
		e = store_free_name(s->path);
		if (e == ERR_OK)
			e = open_beside(s);
	}
	if (e != ERR_OK)
		safe_file_abandon(s);
	return e;
}

static int
sync_folder(const char *path)
{
	char *copy = xstrdup(path);
	int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC), done;

	free(copy);
	if (fd < 0)
		return -1;
	done = fsync(fd);
	close(fd);
	return done;
}

enum err
safe_file_commit(struct safe_file *s)
{
	bool ok = fflush(s->f) == 0 && !ferror(s->f);
	enum err e = ERR_OK;

	if (ok && s->beside != NULL)
		ok = fsync(fileno(s->f)) == 0 && rename(s->beside, s->path) == 0;
	if (!ok) {
		e = failed(s->path);
		safe_file_abandon(s);
		return e;
	}
	if (s->beside != NULL && sync_folder(s->path) != 0)
		e = err_set(ERR_FAILED, "%s is written, but may not outlive a power cut: %s",
		    s->path, strerror(errno));
	release(s);
	return e;
}

void
safe_file_abandon(struct safe_file *s)
{
	if (s->beside != NULL)
		unlink(s->beside);
	release(s);
}
