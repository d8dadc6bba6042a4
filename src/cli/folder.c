#include "folder.h"

#include <errno.h>
#include <grp.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <frontdesk/mem.h>

static bool
is_named(const struct request *r)
{
	return request_has(r, OPTION_FILE) || (r->cli->file != NULL && r->cli->file[0] != '\0');
}

static enum err
make_shared(const char *folder, const struct group *g)
{
	/* The group first: a change of it may take the set-group-id bit away. */
	if (chown(folder, (uid_t)-1, g->gr_gid) == 0 && chmod(folder, 02770) == 0)
		return ERR_OK;
	if (errno == EPERM)
		return err_set(ERR_FAILED,
		    "the folder %s cannot be given to the group %s: you are not in it", folder,
		    g->gr_name);
	return err_set(ERR_FAILED, "the folder %s cannot be given to the group %s: %s", folder,
	    g->gr_name, strerror(errno));
}

static enum err
must_be_shared(const char *folder, const struct group *g)
{
	const mode_t wanted = S_ISGID | S_IRWXG;
	struct stat st;

	if (stat(folder, &st) != 0)
		return err_set(
		    ERR_FAILED, "the folder %s cannot be read: %s", folder, strerror(errno));
	if (st.st_gid == g->gr_gid && (st.st_mode & (wanted | S_IWOTH)) == wanted)
		return ERR_OK;
	return err_set(ERR_REFUSED,
	    "the folder %s is not shared by the group %s: name one that is not there yet, or "
	    "first chgrp %s %s and chmod 2770 %s",
	    folder, g->gr_name, g->gr_name, folder, folder);
}

enum err
folder_share(const struct request *r, const char *group, bool *made)
{
	const struct group *g = getgrnam(group);
	char *path;
	const char *folder;
	enum err e;

	if (g == NULL)
		return err_set(
		    ERR_USAGE, "there is no group \"%s\"; getent group lists them", group);
	if (!is_named(r))
		return err_set(ERR_USAGE,
		    "--group needs a place that all of %s reach: name it with --file", group);
	path = xstrdup(r->path);
	folder = dirname(path);
	*made = mkdir(folder, 0700) == 0;
	if (*made)
		e = make_shared(folder, g);
	else if (errno == EEXIST)
		e = must_be_shared(folder, g);
	else
		e = err_set(
		    ERR_FAILED, "the folder %s could not be made: %s", folder, strerror(errno));
	free(path);
	return e;
}

void
folder_remove(const struct request *r)
{
	char *path = xstrdup(r->path);

	(void)rmdir(dirname(path));
	free(path);
}
