/*
 * Where the practice's file may lie, and its life as a file: SQLite's locks need one name for it
 * and a disk of this host.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "store_private.h"

/* From linux/magic.h and the kernel's sources: kinds on which locks do not reach other hosts. */
static const struct {
	unsigned type;
	const char *name;
} far_disks[] = {
    {0x00006969, "NFS"},
    {0x0000517B, "SMB"},
    {0xFF534D42, "CIFS"},
    {0xFE534D42, "SMB2"},
    {0x5346414F, "AFS"},
    {0x6B414653, "AFS"},
    {0x00C36400, "Ceph"},
    {0x73757245, "Coda"},
    {0x0000564C, "NCP"},
    {0x0BD00BD0, "Lustre"},
    {0x47504653, "GPFS"},
    {0x01161970, "GFS2"},
    {0x7461636F, "OCFS2"},
};
/* Kinds known to be of this host, with locks that work. */
static const unsigned near_disks[] = {
    0x0000EF53, /* ext2, 3, 4 */
    0x58465342, /* XFS */
    0x9123683E, /* Btrfs */
    0xF2F52010, /* F2FS */
    0x2FC12FC1, /* ZFS */
    0x01021994, /* tmpfs */
    0x794C7630, /* overlay */
};

static enum err
no_such_place(const char *path, int why)
{
	if (why == ENOENT || why == ENOTDIR)
		return err_set(ERR_NOT_FOUND, "there is no file %s", path);
	return err_set(ERR_FAILED, "may not read %s: %s", path, strerror(why));
}

/* The folder through realpath(), the last name as it stands. */
static enum err
real_path(const char *path, char **out)
{
	char *for_dir = xstrdup(path), *for_base = xstrdup(path);
	char *folder = realpath(dirname(for_dir), NULL);
	const char *name = basename(for_base);
	struct str real = {0};
	enum err e = ERR_OK;

	if (folder == NULL)
		e = no_such_place(path, errno);
	else if (strcmp(name, "/") == 0 || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		e = err_set(ERR_FAILED, "%s is not the name of a file", path);
	if (e == ERR_OK) {
		str_addf(&real, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name);
		*out = str_take(&real);
	}
	free(folder);
	free(for_dir);
	free(for_base);
	return e;
}

static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == path || slash == NULL ? xstrdup(slash == NULL ? "." : "/")
					      : xstrndup(path, (size_t)(slash - path));
}

/* What SQLite, the log and copies make here is for one person, or for the folder's group. */
static void
set_umask(const char *path)
{
	char *folder = folder_of(path);
	struct stat st;
	bool shared = stat(folder, &st) == 0 && (st.st_mode & S_ISGID) && (st.st_mode & S_IWGRP);

	(void)umask(shared ? 007 : 077);
	free(folder);
}

static unsigned
disk_type(const char *path)
{
	struct statfs fs;

	return statfs(path, &fs) == 0 ? (unsigned)fs.f_type : 0;
}

/*
 * Does another process see a lock of ours? Only read locks are taken, so that two who ask at once
 * do not mistake each other. Closing fd ends SQLite's locks of this process: before it opens.
 */
static bool
locks_work(int fd)
{
	struct flock lock = {.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 1};
	int status = 0;
	pid_t child;

	if (fcntl(fd, F_SETLK, &lock) != 0 || (child = fork()) == -1)
		return false;
	if (child == 0) {
		lock.l_type = F_WRLCK;
		_exit(fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type == F_RDLCK ? 0 : 1);
	}
	while (waitpid(child, &status, 0) == -1 && errno == EINTR)
		continue;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static enum err
try_locks(const char *path)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	bool work;

	if (fd == -1) /* whoever opens it for good says why not */
		return ERR_OK;
	work = locks_work(fd);
	close(fd);
	return work ? ERR_OK
		    : err_set(ERR_FAILED,
			  "%s lies on a disk whose locks do not work; choose another", path);
}

/* One of this host; one of a kind we do not know has to show that its locks work. */
static enum err
disk_fits(const char *path)
{
	unsigned type = disk_type(path);

	for (size_t i = 0; i < array_size(far_disks); i++) {
		if (far_disks[i].type == type)
			return err_set(ERR_FAILED,
			    "%s lies on a network disk (%s), where several "
			    "desks would damage it; keep it on this host's own disk",
			    path, far_disks[i].name);
	}
	for (size_t i = 0; i < array_size(near_disks); i++) {
		if (near_disks[i] == type)
			return ERR_OK;
	}
	return try_locks(path);
}

static enum err
looks_right(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return no_such_place(path, errno);
	if (S_ISLNK(st.st_mode))
		return err_set(ERR_FAILED, "%s is a symbolic link; name the file itself", path);
	if (!S_ISREG(st.st_mode))
		return err_set(ERR_FAILED, "%s is not a regular file", path);
	if (st.st_nlink != 1)
		return err_set(ERR_FAILED,
		    "%s has %lu names (hard links); it may have one only, or its log is lost", path,
		    (unsigned long)st.st_nlink);
	return disk_fits(path);
}

static void
look_for_shm(struct place *p)
{
	struct str name = {0};
	struct stat st;

	str_addf(&name, "%s-shm", p->path);
	p->has_shm = lstat(str_text(&name), &st) == 0;
	p->reads_shm = access(str_text(&name), R_OK) == 0;
	str_release(&name);
}

bool
place_in_use(const char *path)
{
	/* SQLite's file format, "The Lock-Byte Page": the bytes that readers and writers share. */
	struct flock lock = {
	    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510};
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool used;

	if (fd == -1)
		return false;
	used = fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
	close(fd);
	return used;
}

enum err
place_find(const char *path, struct place *out)
{
	struct place p = {0};
	char *folder;
	enum err e = real_path(path, &p.path);

	if (e == ERR_OK)
		e = looks_right(p.path);
	if (e != ERR_OK) {
		free(p.path);
		return e;
	}
	set_umask(p.path);
	folder = folder_of(p.path);
	p.writable = access(p.path, W_OK) == 0 && access(folder, W_OK) == 0;
	look_for_shm(&p);
	free(folder);
	*out = p;
	return ERR_OK;
}

enum err
place_no_log(const char *path)
{
	static const char *const ends[] = {"-wal", "-journal"};
	enum err e = ERR_OK;

	for (size_t i = 0; i < array_size(ends) && e == ERR_OK; i++) {
		struct str name = {0};
		struct stat st;

		str_addf(&name, "%s%s", path, ends[i]);
		/* An empty one is what every last desk leaves. */
		if (lstat(str_text(&name), &st) == 0 && st.st_size > 0)
			e = err_set(ERR_REFUSED,
			    "%s is left over from a file that stood there, and may hold its last "
			    "bookings; move it away",
			    str_text(&name));
		str_release(&name);
	}
	return e;
}

enum err
place_create(const char *path, struct place *out)
{
	char *real;
	enum err e = real_path(path, &real);
	int fd;

	if (e != ERR_OK)
		return e;
	/* What stands there has its log by right. */
	if (access(real, F_OK) != 0)
		e = place_no_log(real);
	if (e != ERR_OK) {
		free(real);
		return e;
	}
	set_umask(real);
	fd = open(real, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0660);
	if (fd == -1) {
		e = errno == EEXIST ? err_set(ERR_REFUSED, "there is a file %s already", real)
		    : errno == EACCES
		    ? may_not(real, "write")
		    : err_set(ERR_FAILED, "may not write %s: %s", real, strerror(errno));
		free(real);
		return e;
	}
	close(fd);
	e = disk_fits(real);
	if (e != ERR_OK) {
		(void)unlink(real);
		free(real);
		return e;
	}
	*out = (struct place){.path = real, .writable = true};
	return ERR_OK;
}

void
place_release(struct place *p)
{
	free(p->path);
	*p = (struct place){0};
}

enum err
place_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool good = fd != -1 && fsync(fd) == 0;
	int why = errno;

	if (fd != -1)
		close(fd);
	return good ? ERR_OK
		    : err_set(ERR_FAILED, "the disk failed at %s: %s", path, strerror(why));
}

enum err
place_sync_folder_of(const char *path)
{
	char *folder = folder_of(path);
	enum err e = place_sync(folder);

	free(folder);
	return e;
}

enum err
store_make_folders(const char *path)
{
	char *folder = xstrdup(path);
	enum err e = ERR_OK;

	for (char *slash = strchr(folder + 1, '/'); slash != NULL && e == ERR_OK;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, 0700) != 0 && errno != EEXIST)
			e = err_set(ERR_FAILED, "the folder %s could not be made: %s", folder,
			    strerror(errno));
		*slash = '/';
	}
	free(folder);
	return e;
}

static bool
is_practice(const char *path)
{
	static const char mark[] = "SQLite format 3";
	char head[sizeof(mark)] = "";
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	bool is;

	if (fd == -1)
		return false;
	is = read(fd, head, sizeof(head)) == (ssize_t)sizeof(head) &&
	    memcmp(head, mark, sizeof(mark)) == 0;
	close(fd);
	return is;
}

enum err
store_free_name(const char *path)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
	size_t n = strlen(path);

	for (size_t i = 0; i < array_size(ends); i++) {
		size_t m = strlen(ends[i]);
		char *whose;
		bool taken;

		if (n < m || strcmp(path + n - m, ends[i]) != 0)
			continue;
		whose = xstrndup(path, n - m);
		taken = is_practice(whose);
		free(whose);
		if (taken)
			return err_set(ERR_REFUSED, "%s is %s practice's file; name another", path,
			    m == 0 ? "a" : "part of a");
	}
	return ERR_OK;
}

void
store_remove(const char *path)
{
	static const char *const parts[] = {"", "-wal", "-shm"};

	for (size_t i = 0; i < array_size(parts); i++) {
		struct str name = {0};

		str_addf(&name, "%s%s", path, parts[i]);
		(void)unlink(str_text(&name));
		str_release(&name);
	}
}
