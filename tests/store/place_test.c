/* Disks: of other hosts, of unknown kinds, with locks that nobody else sees. */
#include <fcntl.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <sys/vfs.h>

#include "file.h"

static unsigned kind; /* of every disk */
static bool deaf; /* locks are taken, but no other process sees them */

/* Instead of the C library's. */
int
statfs(const char *path, struct statfs *out)
{
	(void)path;
	*out = (struct statfs){.f_type = kind};
	return 0;
}

int
fcntl(int fd, int cmd, ...)
{
	struct flock *lock;
	va_list ap;
	long arg;

	va_start(ap, cmd);
	arg = va_arg(ap, long);
	va_end(ap);
	if (cmd == F_GETLK && deaf) {
		lock = (struct flock *)arg;
		lock->l_type = F_UNLCK;
		return 0;
	}
	return (int)syscall(SYS_fcntl, fd, cmd, arg);
}

static enum err
try(enum store_mode mode)
{
	const char *path = file_path("a.db");
	struct store *s = NULL;
	enum err e = store_open(&s, path, mode);

	if (e == ERR_OK)
		store_close(s);
	return e;
}

int
main(void)
{
	enum { EXT4 = 0xEF53, NFS = 0x6969, STRANGE = 0x12345678 };
	const char *path = file_path("a.db");

	/* The lock is tried by a child, which under valgrind writes what it finds unwritten. */
	(void)setvbuf(stdout, NULL, _IOLBF, 0);
	kind = NFS;
	is_int(try(STORE_CREATE), ERR_FAILED, "no practice on NFS: %s", err_message());
	ok(!file_there(path, ""), "and nothing is left there");
	kind = STRANGE;
	is_int(try(STORE_CREATE), ERR_OK, "on an unknown disk whose locks work");
	is_int(try(STORE_OPEN), ERR_OK, "it opens, too");
	deaf = true;
	is_int(try(STORE_OPEN), ERR_FAILED, "but not where they do not: %s", err_message());
	ok(strstr(err_message(), "locks do not work") != NULL, "which is said");
	kind = EXT4;
	is_int(try(STORE_OPEN), ERR_OK, "a known disk is not asked");
	kind = NFS;
	is_int(try(STORE_OPEN), ERR_FAILED, "copied to NFS: %s", err_message());
	file_remove(path);
	kind = STRANGE;
	is_int(try(STORE_CREATE), ERR_FAILED, "nor is a practice made where locks do not work");
	ok(!file_there(path, ""), "and nothing is left there");
	file_done();
	return done();
}
