/* Sound files are called sound, damaged ones damaged; copies are proved; salvage saves the rest. */
#include <fcntl.h>
#include <sys/wait.h>

#include "file.h"

static char last[300];

static void
problem(void *arg, const char *sentence)
{
	(void)arg;
	snprintf(last, sizeof(last), "%s", sentence);
}

static enum err
check(const char *path, enum store_depth depth)
{
	struct store *s = NULL;
	enum err e = store_open(&s, path, STORE_OPEN);

	last[0] = '\0';
	if (e == ERR_OK) {
		e = store_check(s, depth, problem, NULL);
		store_close(s);
	}
	return e;
}

/* A practice with clients and one appointment for each. */
static void
make(const char *path, int clients)
{
	struct store *s = little_open_at(path);

	for (int i = 0; i < clients; i++) {
		char last_name[20];
		struct appt a;

		snprintf(last_name, sizeof(last_name), "Smith%d", i);
		a = little_appt(little_client(s, "Ada", last_name, ""), 9, 0);
		a.start += i * (int64_t)CIVIL_DAY_MINUTES;
		a.end += i * (int64_t)CIVIL_DAY_MINUTES;
		a.held += i * (int64_t)CIVIL_DAY_MINUTES;
		must(store_appt_insert(s, &a), "insert");
		appt_release(&a);
	}
	must(store_commit(s), "practice");
	store_close(s);
}

/* SQL as one who has our functions by chance, and means ill. */
static void
force(const char *path, const char *sql)
{
	(void)file_sql(path,
	    "PRAGMA writable_schema = ON;"
	    "DELETE FROM sqlite_schema WHERE type = 'trigger'; PRAGMA writable_schema = RESET;");
	ok(file_sql(path, sql) == SQLITE_OK, "forced: %.40s", sql);
}

static void
test_check(void)
{
	const char *path = file_path("check.db");
	struct store *s = NULL;
	struct store_step bulk = {.who = "x", .label = "Filled", .bulk = true};
	struct appt a;

	make(path, 3);
	is_int(check(path, CHECK_QUICK), ERR_OK, "a sound file");
	is_int(check(path, CHECK_DEEP), ERR_OK, "is sound in depth: %s", last);
	must(store_open(&s, path, STORE_OPEN), "open");
	must(store_begin(s, &bulk), "bulk");
	a = little_appt(2, 9, 30);
	a.room_id = little_pair;
	must(store_appt_insert(s, &a), "past the guards");
	must(store_commit(s), "bulk");
	store_close(s);
	is_int(check(path, CHECK_QUICK), ERR_DAMAGED, "an overlap is found");
	is_str(last, "appointments #1 and #4 take the same therapist at once", "and said");
	is_str(strstr(err_message(), "1 problem"), strstr(err_message(), "1 problem found in"),
	    "counted: %s", err_message());
	must(store_open(&s, path, STORE_OPEN), "open");
	must(store_begin(s, &bulk), "bulk");
	a.therapist_id = little_jon;
	a.room_id = little_blue;
	must(store_appt_update(s, &a), "past the guards");
	must(store_commit(s), "bulk");
	store_close(s);
	appt_release(&a);
	is_int(check(path, CHECK_QUICK), ERR_DAMAGED, "in a room too");
	is_str(last, "appointments #1 and #4 take the same room at once", "and said");
	file_remove(path);
	make(path, 1);
	(void)file_sql(path,
	    "PRAGMA foreign_keys = OFF; DELETE FROM client_key;"
	    "DELETE FROM service_skill; INSERT INTO client_avoid VALUES (1, 77)");
	is_int(check(path, CHECK_QUICK), ERR_DAMAGED, "a reference to nothing");
	is_str(last, "a row of client_avoid (0) refers to a therapist that is not there", "said");
	is_int(check(path, CHECK_DEEP), ERR_DAMAGED, "no search keys");
	is_str(last, "1 client cannot be found by name", "said");
	file_remove(path);
	make(path, 1);
	(void)file_sql(path, "DROP INDEX appointment_start");
	is_int(check(path, CHECK_DEEP), ERR_DAMAGED, "an index gone: %s", last);
	file_remove(path);
	make(path, 1);
	force(path, "SELECT 1");
	is_int(check(path, CHECK_QUICK), ERR_DAMAGED, "guards gone");
	file_remove(path);
}

static void
count_problem(void *arg, const char *sentence)
{
	(*(int *)arg)++;
	snprintf(last, sizeof(last), "%s", sentence);
}

/* What the screens prove beside people at work: the same, some appointments at a time. */
static void
test_parts(void)
{
	const char *path = file_path("parts.db");
	struct store_step bulk = {.who = "x", .label = "Filled", .bulk = true};
	struct store *s = NULL;
	struct appt a;
	int64_t after = 0;
	int problems = 0, parts = 0;

	make(path, 600);
	must(store_open(&s, path, STORE_OPEN), "open");
	must(store_begin(s, &bulk), "bulk");
	a = little_appt(599, 9, 30);
	must(store_appt_insert(s, &a), "past the guards");
	must(store_commit(s), "bulk");
	appt_release(&a);
	do {
		must(store_check_part(s, &after, count_problem, &problems), "part");
		parts++;
	} while (after > 0 && parts < 100);
	store_close(s);
	ok(parts > 2 && parts < 10, "in %d parts", parts);
	is_int(problems, 2, "the therapist and the room are taken twice: %s", last);
	ok(strstr(last, "#1 and #601") != NULL, "both are named");
	file_remove(path);
}

/* A room was given fewer places than the couple booked in it needs: allowed, and told. */
static void
test_room_too_small(void)
{
	const char *path = file_path("couple.db"), *copy = file_path("copy.db");
	const struct store_step step = {.who = "mia", .at = LITTLE_AT, .label = "Backed up"};
	struct store *s = little_open_at(path);
	struct appt a = little_appt(little_client(s, "Ada", "Smith", ""), 9, 0);
	struct appt b = little_appt(little_client(s, "Bo", "Ek", ""), 9, 0);
	struct room r = {.id = little_pair, .rev = 1, .capacity = 1, .active = true};
	struct backup made;

	a.room_id = b.room_id = little_pair;
	b.therapist_id = little_jon;
	a.party_id = b.party_id = 1;
	must(store_appt_insert(s, &a), "one");
	must(store_appt_insert(s, &b), "other");
	r.code = r.name = xstrdup("pair");
	must(store_room_save(s, &r), "fewer places");
	must(store_commit(s), "practice");
	is_int(store_backup(s, &step, copy, &made), ERR_OK, "a copy is made: %s", err_message());
	store_close(s);
	is_int(check(path, CHECK_DEEP), ERR_OK, "the file is sound");
	is_str(last, "appointments #1 and #2 share the room pair, too small for both",
	    "and the couple is told");
	free(r.code);
	appt_release(&a);
	appt_release(&b);
	file_remove(copy);
	file_remove(path);
}

static void
test_backup(void)
{
	const char *path = file_path("live.db"), *copy = file_path("copy.db");
	const struct store_step step = {.who = "mia", .at = LITTLE_AT, .label = "Backed up"};
	struct store *s = NULL;
	struct backup b = {0};
	struct stat st;

	make(path, 5);
	must(store_open(&s, path, STORE_OPEN), "open");
	is_int(store_backup(s, &step, copy, &b), ERR_OK, "a copy: %s", err_message());
	ok(b.appointments == 5 && b.clients == 5, "its rows are counted");
	is_int(strlen(b.sha256), 64, "and summed");
	ok(stat(copy, &st) == 0 && st.st_size == b.bytes && (st.st_mode & 0777) == 0600,
	    "it is there, for its owner alone");
	is_int(check(copy, CHECK_DEEP), ERR_OK, "and sound");
	is_int(store_backup(s, &step, copy, &b), ERR_REFUSED,
	    "a later one does not take its place: %s", err_message());
	is_int(store_backup(s, &step, path, &b), ERR_REFUSED, "not over itself: %s", err_message());
	is_int(store_backup(s, &step, "/nowhere/at/all.db", &b), ERR_FAILED, "no folder: %s",
	    err_message());
	store_close(s);
	is_int(file_number(path, "SELECT count(*) FROM backup_log"), 1, "it is in the log");
	is_int(file_number(path, "SELECT count(*) FROM audit WHERE record = 'backup'"), 1,
	    "and the audit");
	file_remove(copy);
	file_remove(path);
}

/* What a killed run left, what another practice needs, and several who copy to one name. */
static void
test_backup_names(void)
{
	const char *path = file_path("live.db"), *copy = file_path("copy.db");
	const char *left = file_path("copy.db.tmp"), *journal = file_path("live.db-journal");
	const struct store_step step = {.who = "mia", .at = LITTLE_AT, .label = "Backed up"};
	int children = 6, made = 0, refused = 0, status = 0;
	struct store *s = NULL;
	struct backup b = {0};
	struct stat st;
	FILE *f;

	make(path, 5);
	f = fopen(left, "w");
	fputs("half a copy", f);
	fclose(f);
	(void)chmod(left, 0666);
	must(store_open(&s, path, STORE_OPEN), "open");
	is_int(store_backup(s, &step, copy, &b), ERR_OK, "over what was left: %s", err_message());
	ok(stat(copy, &st) == 0 && (st.st_mode & 0777) == 0600, "for its owner alone");
	ok(!file_there(left, ""), "nothing is left");
	(void)unlink(copy);
	ok(symlink(path, left) == 0, "a link of that name");
	is_int(store_backup(s, &step, copy, &b), ERR_FAILED, "is not followed: %s", err_message());
	(void)unlink(left);
	is_int(store_backup(s, &step, journal, &b), ERR_REFUSED, "not as a part of a practice: %s",
	    err_message());
	store_close(s);
	fflush(stdout);
	for (int i = 0; i < children; i++) {
		if (fork() == 0) {
			must(store_open(&s, path, STORE_OPEN), "open");
			_exit((int)store_backup(s, &step, copy, &b));
		}
	}
	while (wait(&status) > 0) {
		made += WIFEXITED(status) && WEXITSTATUS(status) == ERR_OK;
		refused += WIFEXITED(status) && WEXITSTATUS(status) == ERR_REFUSED;
	}
	is_int(made, 1, "of several who copy to one name one makes it");
	is_int(refused, children - 1, "and the others are refused");
	is_int(check(copy, CHECK_DEEP), ERR_OK, "it is sound");
	ok(!file_there(left, ""), "nothing is left");
	file_remove(copy);
	file_remove(path);
}

/* Overwrites one page, and looks which rows can still be had. */
static void
destroy_page(const char *path, int page)
{
	char junk[4096];
	int fd = open(path, O_WRONLY);

	memset(junk, 0xA5, sizeof(junk));
	ok(fd != -1 && pwrite(fd, junk, sizeof(junk), (off_t)(page - 1) * 4096) == 4096,
	    "page %d is destroyed", page);
	close(fd);
}

static void
test_salvage(void)
{
	const char *path = file_path("bad.db"), *out = file_path("out.db");
	struct salvage found = {0};
	int64_t pages, rows;

	make(path, 400);
	is_int(store_salvage(path, out, &found), ERR_OK, "of a sound file: %s", err_message());
	is_int(found.lost, 0, "nothing is lost");
	is_int(file_number(out, "SELECT count(*) FROM appointment"), 400, "all appointments");
	is_int(check(out, CHECK_DEEP), ERR_OK, "and it is sound: %s", last);
	is_int(store_salvage(path, out, &found), ERR_REFUSED, "never over a file");
	file_remove(out);
	pages = file_number(path,
	    "SELECT max(pageno) FROM dbstat WHERE name = 'appointment' AND "
	    "pagetype = 'leaf' AND pageno NOT IN (SELECT max(pageno) FROM dbstat WHERE "
	    "name = 'appointment')");
	rows = file_number(path,
	    "SELECT max(ncell) FROM dbstat WHERE name = 'appointment' AND "
	    "pagetype = 'leaf'");
	destroy_page(path, (int)pages);
	is_int(check(path, CHECK_QUICK), ERR_DAMAGED, "which check tells: %s", last);
	is_int(store_salvage(path, out, &found), ERR_OK, "salvage: %s", err_message());
	printf("# of 400 appointments %lld lost\n", (long long)found.lost);
	ok(found.lost > 0 && found.lost <= rows, "no more than the page's rows are lost");
	is_int(file_number(out, "SELECT count(*) FROM appointment"), 400 - found.lost,
	    "all others are there");
	is_int(file_number(out, "SELECT count(*) FROM client"), 400, "and all clients");
	ok(file_number(out, "SELECT count(*) FROM client_key") >= 800, "who can be found");
	file_remove(out);
	file_remove(path);
}

/* Damage anywhere never crashes anything, and never passes for a sound file in depth. */
static void
test_bits(void)
{
	const char *path = file_path("bits.db"), *out = file_path("saved.db");
	uint32_t random = 12345;
	int opened = 0, salvaged = 0;

	for (int i = 0; i < 24; i++) {
		struct salvage found = {0};
		struct stat st;
		int fd;

		make(path, 10);
		fd = open(path, O_RDWR);
		if (fd == -1 || fstat(fd, &st) != 0)
			break;
		for (int k = 0; k < 40; k++) {
			unsigned char c;
			off_t at;

			random = random * 1664525 + 1013904223;
			at = (off_t)(random % (uint32_t)st.st_size);
			if (pread(fd, &c, 1, at) == 1) {
				c ^= (unsigned char)(1 << (random >> 29));
				(void)!pwrite(fd, &c, 1, at);
			}
		}
		close(fd);
		opened += check(path, CHECK_DEEP) != ERR_FAILED;
		if (store_salvage(path, out, &found) == ERR_OK)
			salvaged++;
		else
			printf("# %s\n", err_message());
		file_remove(out);
		file_remove(path);
	}
	printf("# 24 files with 40 flipped bits each: %d opened or refused, %d salvaged\n", opened,
	    salvaged);
	ok(opened > 0 && salvaged >= 20, "flipped bits crash nothing, and most files are salvaged");
}

int
main(void)
{
	test_check();
	test_parts();
	test_room_too_small();
	test_backup();
	test_backup_names();
	test_salvage();
	test_bits();
	file_done();
	return done();
}
