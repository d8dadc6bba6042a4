/* The disk is really full (a limit on the size of files): it is said, nothing is lost, it mends. */
#include <sys/resource.h>

#include "desk.h"

enum { CLIENTS = 3, MANY = 4000 };

static struct {
	int booked;
	enum err refused, after;
	bool said, reads, sound;
} * told;

static bool
first_is_there(struct store *s)
{
	struct appt a = {0};
	bool is = store_appt(s, 1, &a) == ERR_OK;

	appt_release(&a);
	return is;
}

static int
work(const char *path)
{
	struct rlimit limit;
	struct store *s = NULL;
	struct stat st;
	int64_t id;

	(void)signal(SIGXFSZ, SIG_IGN);
	if (stat(path, &st) != 0 || getrlimit(RLIMIT_FSIZE, &limit) != 0)
		return 1;
	limit.rlim_cur = (rlim_t)st.st_size + 300 * 1024;
	if (setrlimit(RLIMIT_FSIZE, &limit) != 0 || store_open(&s, path, STORE_OPEN) != ERR_OK)
		return 2;
	while (told->booked < MANY && desk_book(s, 1, told->booked, 1, &id) == ERR_OK)
		told->booked++;
	told->said = strstr(err_message(), "not saved: the disk is full") != NULL;
	if (!told->said)
		printf("# %s\n", err_message());
	fflush(stdout);
	told->refused = desk_book(s, 2, 0, 2, &id);
	told->reads = first_is_there(s);
	limit.rlim_cur = RLIM_INFINITY;
	if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
		return 3;
	told->after = desk_book(s, 2, 0, 2, &id);
	told->sound = desk_sound(s, CHECK_DEEP);
	store_close(s);
	return 0;
}

int
main(void)
{
	const char *path = file_path("full.db");
	int status = 0;

	told = mmap(NULL, sizeof(*told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	desk_make(path, CLIENTS);
	fflush(stdout);
	if (fork() == 0)
		_exit(work(path));
	(void)wait(&status);
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 0, "a desk works until the disk is full");
	ok(told->booked > 5 && told->booked < MANY, "after %d bookings", told->booked);
	ok(told->said, "it says so");
	is_int(told->refused, ERR_FAILED, "the next booking fails as well");
	ok(told->reads, "what is there can be read");
	is_int(told->after, ERR_OK, "with room again, the same desk goes on");
	ok(told->sound, "and the file is sound");
	is_int(file_number(path, "SELECT count(*) FROM appointment"), told->booked + 1,
	    "with just what was told to be saved");
	file_remove(path);
	file_done();
	return done();
}
