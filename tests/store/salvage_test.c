/* Rows whose tree is destroyed are found on their pages; who is lost is stood in for. */
#include <fcntl.h>

#include "past.h"

enum { CLIENTS = 900, PAGE = 4096, NOTE = 10000 };

/* Clients with a long note, so that some rows go on on other pages, and one appointment each. */
static void
make(const char *path)
{
	struct store *s = little_open_at(path);
	char *note = NULL;

	for (int i = 0; i < CLIENTS; i++) {
		char last_name[20];
		struct appt a;

		snprintf(last_name, sizeof(last_name), "Smith%d", i);
		a = little_appt(little_client(s, "Ada", last_name, "555 0100"), 9, 0);
		a.start += i * (int64_t)CIVIL_DAY_MINUTES;
		a.end += i * (int64_t)CIVIL_DAY_MINUTES;
		a.held += i * (int64_t)CIVIL_DAY_MINUTES;
		if (i % 50 == 0) {
			note = xcalloc(1, NOTE + 1);
			memset(note, 'n', NOTE);
			free(a.desk_note);
			a.desk_note = note;
		}
		must(store_appt_insert(s, &a), "insert");
		appt_release(&a);
	}
	must(store_commit(s), "practice");
	store_close(s);
}

static void
destroy(const char *path, int64_t first, int64_t last)
{
	int fd = open(path, O_WRONLY);
	unsigned char junk[PAGE];
	bool good = fd != -1;

	memset(junk, 0xAA, sizeof(junk));
	for (int64_t page = first; page <= last; page++)
		good = good && pwrite(fd, junk, PAGE, (page - 1) * PAGE) == PAGE;
	close(fd);
	ok(good, "pages %lld to %lld are destroyed", (long long)first, (long long)last);
}

static int64_t
root_of(const char *path, const char *table)
{
	char sql[100];

	snprintf(sql, sizeof(sql), "SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
	return file_number(path, sql);
}

static const struct salvage_table *
hurt(const struct salvage *found, const char *table)
{
	for (size_t i = 0; i < found->hurt_n; i++)
		if (strcmp(found->hurt[i].name, table) == 0)
			return &found->hurt[i];
	return NULL;
}

static void
print_problem(void *arg, const char *problem)
{
	printf("# %s\n", problem);
	(void)arg;
}

static void
is_sound(const char *path)
{
	struct store *s = NULL;

	is_int(store_open(&s, path, STORE_OPEN), ERR_OK, "it opens: %s", err_message());
	is_int(store_check(s, CHECK_DEEP, print_problem, NULL), ERR_OK, "and is sound");
	store_close(s);
}

static void
test_roots(void)
{
	static const char *const tables[] = {"appointment", "client", "audit"};

	for (size_t i = 0; i < 3; i++) {
		const char *path = file_path("bad.db"), *out = file_path("out.db");
		struct salvage found = {0};

		make(path);
		destroy(path, root_of(path, tables[i]), root_of(path, tables[i]));
		is_int(store_salvage(path, out, &found), ERR_OK, "salvage: %s", err_message());
		is_int(found.lost, 0, "without the root of %s nothing is lost", tables[i]);
		ok(hurt(&found, tables[i]) != NULL, "%s was hurt", tables[i]);
		is_int((int64_t)found.hurt_n, 1, "nothing else was");
		is_int(file_number(out, "SELECT count(*) FROM appointment"), CLIENTS, "all there");
		is_int(file_number(out, "SELECT count(*) FROM client"), CLIENTS, "all clients");
		is_int(file_number(out,
			   "SELECT count(*) FROM appointment WHERE length(desk_note) = 10000 AND"
			   " desk_note NOT GLOB '*[^n]*'"),
		    CLIENTS / 50, "and what goes on on other pages");
		is_sound(out);
		file_remove(out);
		file_remove(path);
	}
}

static void
test_range(void)
{
	const char *path = file_path("bad.db"), *out = file_path("out.db");
	struct salvage found = {0};
	int64_t saved;

	make(path);
	destroy(path, 20, 59);
	is_int(store_salvage(path, out, &found), ERR_OK, "salvage: %s", err_message());
	saved = file_number(out, "SELECT count(*) FROM appointment");
	printf("# %lld of %d appointments\n", (long long)saved, CLIENTS);
	ok(saved >= CLIENTS - 100, "without pages 20 to 59 most are there");
	ok(hurt(&found, "appointment") != NULL, "which is told");
	is_int(hurt(&found, "appointment")->lost, CLIENTS - saved, "and how many are lost");
	ok(hurt(&found, "visit") != NULL && hurt(&found, "visit")->lost == -1 && found.unknown,
	    "and where nobody can tell");
	is_sound(out);
	file_remove(out);
	file_remove(path);
}

/* All that knew the clients is gone; their appointments are seen all the same. */
static void
test_lost_clients(void)
{
	const char *path = file_path("bad.db"), *out = file_path("out.db");
	struct salvage found = {0};
	struct store *s = NULL;
	struct appt a = {0};
	int64_t page;

	make(path);
	while ((page = file_number(path,
		    "SELECT pageno FROM dbstat WHERE name = 'client' AND pagetype = 'leaf'")) > 0)
		destroy(path, page, page);
	destroy(path, root_of(path, "client"), root_of(path, "client"));
	is_int(store_salvage(path, out, &found), ERR_OK, "salvage: %s", err_message());
	is_int(hurt(&found, "client") != NULL ? hurt(&found, "client")->lost : 0, CLIENTS,
	    "all clients are lost");
	is_int(file_number(out, "SELECT count(*) FROM appointment"), CLIENTS, "no appointment is");
	is_sound(out);
	is_int(store_open(&s, out, STORE_OPEN), ERR_OK, "open");
	is_int(store_appt(s, 7, &a), ERR_OK, "an appointment: %s", err_message());
	ok(strncmp(a.client_last, "Lost client ", 12) == 0, "with \"%s\"", a.client_last);
	appt_release(&a);
	store_close(s);
	file_remove(out);
	file_remove(path);
}

/* What was to be told of somebody who is lost is kept, and of whom it is. */
static void
test_lost_alert(void)
{
	const char *path = file_path("bad.db"), *out = file_path("out.db");
	struct store *s = little_open_at(path);
	struct salvage found = {0};
	struct alert a;

	alert_init(&a, little_client(s, "Ada", "Smith", ""));
	a.text = xstrdup("Pays at the desk");
	must(store_alert_save(s, &a), "alert");
	must(store_commit(s), "practice");
	store_close(s);
	alert_release(&a);
	destroy(path, root_of(path, "client"), root_of(path, "client"));
	is_int(store_salvage(path, out, &found), ERR_OK, "salvage: %s", err_message());
	is_int(file_number(out,
		   "SELECT count(*) FROM client_alert a JOIN client c ON c.id = a.client_id"
		   " WHERE a.text = 'Pays at the desk' AND c.last GLOB 'Lost client*'"),
	    1, "somebody stands in for them");
	is_sound(out);
	file_remove(out);
	file_remove(path);
}

/* A chain that leads to itself is left at once: it could stand for as many bytes as the file has.
 */
static void
test_loop(void)
{
	const char *path = file_path("bad.db"), *out = file_path("out.db");
	struct salvage found = {0};
	unsigned char next[4];
	int64_t page;
	int fd;

	make(path);
	page = file_number(
	    path, "SELECT pageno FROM dbstat WHERE name = 'appointment' AND path LIKE '%+000000'");
	for (int i = 0; i < 4; i++)
		next[i] = (unsigned char)(page >> 8 * (3 - i));
	destroy(path, root_of(path, "appointment"), root_of(path, "appointment"));
	fd = open(path, O_WRONLY);
	is_int(pwrite(fd, next, 4, (page - 1) * PAGE), 4, "page %lld leads to itself",
	    (long long)page);
	close(fd);
	is_int(store_salvage(path, out, &found), ERR_OK, "salvage: %s", err_message());
	is_int(found.lost, 1, "what it is of is lost");
	is_int(file_number(out, "SELECT count(*) FROM appointment"), CLIENTS - 1, "nothing else");
	is_sound(out);
	file_remove(out);
	file_remove(path);
}

static const char *const counted[] = {"appointment", "appointment_past", "therapist", "service",
    "service_duration", "client", "shift", "audit", "visit"};

static void
same_counts(const char *out, const int64_t *want)
{
	for (size_t i = 0; i < array_size(counted); i++) {
		char sql[60];

		snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", counted[i]);
		is_int(file_number(out, sql), want[i], "%s", counted[i]);
	}
	is_int(file_number(out, "SELECT count(*) FROM therapist WHERE late_minutes = 0"), want[2],
	    "no therapist is late");
}

/* Of tables that not every version has. */
static void
same_later(const char *path, const char *out)
{
	static const char *const later[] = {"client_alert", "intake_item", "intake_region",
	    "clearance", "acknowledgement", "consent", "visit_region", "visit_addendum",
	    "note_review", "vocabulary", "flag_rule"};

	for (size_t i = 0; i < array_size(later); i++) {
		char sql[60];
		int64_t want;

		snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", later[i]);
		if ((want = file_number(path, sql)) > 0)
			is_int(file_number(out, sql), want, "%s", later[i]);
	}
}

/* Of the tables that have grown, and of that which a therapist of before then looks like. */
static void
lose_trees(const char *path)
{
	is_int(file_sql(path,
		   "PRAGMA writable_schema = ON;"
		   "UPDATE sqlite_schema SET rootpage ="
		   "  (SELECT rootpage FROM sqlite_schema WHERE name = 'appointment_start')"
		   " WHERE name IN ('appointment', 'appointment_past', 'therapist', 'service')"),
	    SQLITE_OK, "four trees are lost");
}

/* As the past left it, or (migrated) as it is after today's program has opened it. */
static void
test_past(size_t migrations, bool migrated, bool damaged)
{
	const char *path = file_path("past.db"), *out = file_path("out.db");
	int number = embedded_migrations[migrations - 1].number;
	int64_t want[array_size(counted)];
	struct salvage found = {0};
	struct store *s = NULL;
	char kept[160];

	make_past(path, migrations);
	for (size_t i = 0; i < array_size(counted); i++) {
		char sql[60];

		snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s", counted[i]);
		want[i] = file_number(path, sql);
	}
	if (migrated) {
		must(store_open(&s, path, STORE_OPEN), "open");
		store_close(s);
	}
	if (damaged)
		lose_trees(path);
	is_int(store_salvage(path, out, &found), ERR_OK, "version %d%s: %s", number,
	    migrated ? ", migrated" : "", err_message());
	is_int((int64_t)found.hurt_n, damaged ? 4 : 0, "so many tables are hurt");
	same_counts(out, want);
	same_later(path, out);
	is_sound(out);
	snprintf(kept, sizeof(kept), "%s.v%d", path, number);
	file_remove(kept);
	file_remove(out);
	file_remove(path);
}

int
main(void)
{
	test_roots();
	test_range();
	test_lost_clients();
	test_lost_alert();
	test_loop();
	for (size_t n = 1; n <= embedded_migration_count; n++)
		test_past(n, false, false);
	test_past(1, false, true);
	test_past(1, true, true);
	file_done();
	return done();
}
