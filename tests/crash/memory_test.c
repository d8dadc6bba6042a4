/*
 * SQLite gets no memory at the n-th time it asks: the step fails in words and is not there, or is
 * there whole; the same desk goes on.
 */
#include <sqlite3.h>

#include "desk.h"

enum { POINTS = 300, ALL = 20000 };

static sqlite3_mem_methods real;
static int until; /* times it still gets memory; -1: always */
static int left; /* of them at the end of a trial's work */

static bool
now(void)
{
	if (until > 0)
		until--;
	if (until != 0)
		return false;
	until = -1;
	return true;
}

static void *
get(int n)
{
	return now() ? NULL : real.xMalloc(n);
}

static void *
get_more(void *p, int n)
{
	return now() ? NULL : real.xRealloc(p, n);
}

static void
install(void)
{
	sqlite3_mem_methods mine;

	until = -1;
	(void)sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
	mine = real;
	mine.xMalloc = get;
	mine.xRealloc = get_more;
	(void)sqlite3_config(SQLITE_CONFIG_MALLOC, &mine);
}

static int64_t
bookings(const char *path)
{
	return file_number(path, "SELECT count(*) FROM appointment");
}

/* Opens, books, takes back or not; true when what was told is what is there. */
static bool
trial(const char *path, int n)
{
	const struct store_step step = {.who = "mia", .at = LITTLE_AT};
	int64_t before = bookings(path), want = before, id;
	struct store *s = NULL;
	char *label = NULL;
	bool good;

	until = n;
	if (store_open(&s, path, STORE_OPEN) != ERR_OK) {
		until = -1;
		return bookings(path) == before;
	}
	want += desk_book(s, 1 + n % 5, n, 1 + n % 5, &id) == ERR_OK;
	if (n % 2 == 0 && want > before &&
	    store_undo(s, &step, (struct store_undo_may){0}, &label) == ERR_OK)
		want--;
	left = until;
	until = -1;
	free(label);
	good = desk_book(s, 6, n, 6, &id) == ERR_OK;
	store_close(s);
	if (bookings(path) != want + 1)
		printf("# point %d: %lld bookings, %lld told\n", n, (long long)bookings(path),
		    (long long)want + 1);
	return good && bookings(path) == want + 1;
}

int
main(void)
{
	const char *path = file_path("memory.db");
	struct store *s = NULL;
	int bad = 0, asked;

	install();
	desk_make(path, 7);
	/* How often it asks in a trial without fault. */
	ok(trial(path, ALL), "with memory");
	asked = ALL - left;
	printf("# %d points of %d\n", POINTS, asked);
	for (int n = 1; n <= POINTS; n++)
		bad += !trial(path, (int)((int64_t)n * asked / POINTS));
	is_int(
	    bad, 0, "without memory at each of %d points: what is told is what is there", POINTS);
	must(store_open(&s, path, STORE_OPEN), "open");
	ok(desk_sound(s, CHECK_DEEP), "and the file is sound");
	store_close(s);
	file_remove(path);
	file_done();
	return done();
}
