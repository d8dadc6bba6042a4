/*
 * Two desks at work are killed two hundred times. What they were told is saved is there afterwards,
 * a booking and its audit are one, and the file is sound without anyone's help.
 */
#include "desk.h"

enum { KILLS = 200, DESKS = 2, CLIENTS = 5 };

/* Tells the parent each booking after the commit, and goes on until it is killed. */
static void
work(const char *path, int desk, int round, int tell)
{
	struct store *s = NULL;

	must(store_open(&s, path, STORE_OPEN), "open");
	for (int n = round * 40;; n++) {
		int64_t id;

		if (desk_book(s, 1 + desk, n, 1 + desk, &id) != ERR_OK)
			_exit(1);
		if (write(tell, &id, sizeof(id)) != sizeof(id))
			_exit(2);
	}
}

static uint32_t
any(void)
{
	static uint32_t state = 2026;

	state = state * 1664525 + 1013904223;
	return state >> 8;
}

/* A time that is no sleep: somewhere in the next transaction. */
static void
a_moment(void)
{
	volatile uint32_t n = any() % 400000;

	while (n > 0)
		n--;
}

/* Starts the desks, lets them book a few, kills all; the told ids go to acked. */
static void
round_of(const char *path, int round, struct ids *acked)
{
	int64_t id;
	pid_t child[DESKS];
	int ends[2], few = 1 + (int)(any() % 6);

	if (pipe(ends) != 0)
		exit(1);
	for (int i = 0; i < DESKS; i++) {
		fflush(stdout);
		if ((child[i] = fork()) == 0) {
			close(ends[0]);
			work(path, i, round, ends[1]);
		}
	}
	close(ends[1]);
	for (int i = 0; i < few && read(ends[0], &id, sizeof(id)) == sizeof(id); i++)
		*list_push(acked) = id;
	a_moment();
	for (int i = 0; i < DESKS; i++)
		(void)kill(child[i], SIGKILL);
	while (read(ends[0], &id, sizeof(id)) == sizeof(id))
		*list_push(acked) = id;
	for (int i = 0; i < DESKS; i++)
		(void)waitpid(child[i], NULL, 0);
	close(ends[0]);
}

static bool
all_there(const char *path, const struct ids *acked, size_t from, enum store_depth depth)
{
	struct store *s = NULL;
	bool good = store_open(&s, path, STORE_OPEN) == ERR_OK;

	if (!good) {
		printf("# %s\n", err_message());
		return false;
	}
	good = desk_sound(s, depth);
	for (size_t i = from; good && i < acked->n; i++) {
		struct appt a = {0};

		good = store_appt(s, acked->v[i], &a) == ERR_OK;
		appt_release(&a);
	}
	store_close(s);
	return good;
}

int
main(void)
{
	const char *path = file_path("kill.db");
	struct ids acked = {0};
	int bad = 0;

	desk_make(path, CLIENTS);
	for (int round = 0; round < KILLS; round++) {
		size_t from = acked.n;

		round_of(path, round, &acked);
		if (!all_there(path, &acked, from, CHECK_QUICK)) {
			printf("# after kill %d\n", round + 1);
			bad++;
		}
	}
	is_int(bad, 0, "after each of %d kills the file is sound and holds what was told", KILLS);
	ok(acked.n >= KILLS, "the desks were at work");
	printf("# %zu bookings were told to be saved\n", acked.n);
	ok(all_there(path, &acked, 0, CHECK_DEEP), "at the end all of them are there");
	is_int(file_number(path, "SELECT count(*) FROM appointment"),
	    file_number(path, "SELECT count(*) FROM audit WHERE action = 'Booked'"),
	    "each with its audit");
	/* Of a fast machine the oldest steps are forgotten. */
	is_int(file_number(path,
		   "SELECT count(*) FROM appointment WHERE id >="
		   " (SELECT min(record_id) FROM undo_row WHERE record = 'appointment')"),
	    file_number(path, "SELECT count(*) FROM undo WHERE label = 'Booked'"),
	    "and its undo step");
	ids_release(&acked);
	file_remove(path);
	file_done();
	return done();
}
