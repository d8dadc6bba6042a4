/*
 * Thirty-two desks book a hundred times each, all at once, and get in each other's way: no overlap,
 * none lost, and nobody waits for long.
 */
#include <time.h>

#include "desk.h"

enum { DESKS = 32, BOOKINGS = 100, CLIENTS = 64, HOURS = 1200 };

/* Shared by all: the longest wait of each, and what they were told. */
static struct shared {
	int64_t longest_us, refused, busy;
	int64_t ids[BOOKINGS];
} * shared;

static int64_t
micros(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Everyone begins at the same hours: the first come is served, the others take another. */
static int
work(const char *path, int desk)
{
	struct shared *mine = &shared[desk];
	uint32_t state = (uint32_t)desk * 7919 + 1;
	struct store *s = NULL;

	if (store_open(&s, path, STORE_OPEN) != ERR_OK)
		return 1;
	for (int done = 0; done < BOOKINGS;) {
		int64_t began = micros(), took;
		enum err e;

		state = state * 1664525 + 1013904223;
		e = desk_book(s, 1 + (int)(state >> 8) % DESK_THERAPISTS,
		    (int)(state >> 12) % HOURS, 1 + (desk * 2) % CLIENTS, &mine->ids[done]);
		took = micros() - began;
		if (took > mine->longest_us)
			mine->longest_us = took;
		if (e == ERR_OK)
			done++;
		else if (e == ERR_REFUSED)
			mine->refused++;
		else if (e == ERR_BUSY)
			mine->busy++;
		else
			return 2;
	}
	store_close(s);
	return 0;
}

int
main(void)
{
	const char *path = file_path("desks.db");
	struct store *s = NULL;
	int64_t longest = 0, refused = 0, busy = 0;
	int good = 0, lost = 0;

	shared = mmap(NULL, sizeof(*shared) * DESKS, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	desk_make(path, CLIENTS);
	fflush(stdout);
	for (int i = 0; i < DESKS; i++) {
		if (fork() == 0)
			_exit(work(path, i));
	}
	for (int i = 0, status = 0; i < DESKS; i++)
		good += wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
	is_int(good, DESKS, "%d desks book %d times each", DESKS, BOOKINGS);
	must(store_open(&s, path, STORE_OPEN), "open");
	for (int i = 0; i < DESKS; i++) {
		for (int k = 0; k < BOOKINGS; k++) {
			struct appt a = {0};

			lost += store_appt(s, shared[i].ids[k], &a) != ERR_OK;
			appt_release(&a);
		}
		refused += shared[i].refused;
		busy += shared[i].busy;
		if (shared[i].longest_us > longest)
			longest = shared[i].longest_us;
	}
	is_int(lost, 0, "none is lost");
	is_int(busy, 0, "nobody had to give up");
	ok(refused > 0, "they did get in each other's way");
	ok(desk_sound(s, CHECK_DEEP), "the file is sound, and nothing overlaps");
	store_close(s);
	is_int(file_number(path, "SELECT count(*) FROM appointment"), DESKS * BOOKINGS,
	    "and nothing is there twice");
	printf("# longest booking, its wait included: %lld ms; refused: %lld\n",
	    (long long)(longest / 1000), (long long)refused);
	file_remove(path);
	file_done();
	return done();
}
