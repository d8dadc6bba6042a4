/* The first start: a new practice, lists, a backup; what fails leaves nothing. */
#include <frontdesk/desk_file.h>
#include <frontdesk/desk_history.h>
#include <frontdesk/mem.h>
#include <sys/stat.h>

#include "desk_fixture.h"

static char folder[] = "/tmp/frontdesk-first-XXXXXX";

static const char *
in_folder(const char *name)
{
	static char path[2][128];
	static int turn;

	turn = !turn;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", folder, name);
	return path[turn];
}

static void
write_file(const char *name, const char *text)
{
	FILE *f = fopen(in_folder(name), "w");

	if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0)
		abort();
}

static struct desk_options
where(const char *name)
{
	static char path[128];
	struct desk_options o = fixture_options("rita");

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	o.path = path;
	return o;
}

static void
drop(const char *name)
{
	static const char *const tails[] = {"", "-wal", "-shm"};

	for (size_t i = 0; i < array_size(tails); i++) {
		char file[160];

		snprintf(file, sizeof(file), "%s%s", in_folder(name), tails[i]);
		unlink(file);
	}
}

static bool
there(const char *name)
{
	return access(in_folder(name), F_OK) == 0;
}

static void
test_new(void)
{
	struct first w = {.name = "Hill", .zone = "Europe/Berlin", .services = true};
	struct desk_options o = where("usual/place/p.db");
	struct str told = {0};
	struct stat st;
	struct desk d;

	is_int(desk_first(&o, &w, &told), ERR_NOT_FOUND, "the folder of a named file is not made");
	o.usual_place = true;
	is_int(desk_first(&o, &w, &told), ERR_OK, "the usual one is");
	ok(stat(in_folder("usual"), &st) == 0 && (st.st_mode & 0777) == 0700, "for us alone");
	is_int(desk_first(&o, &w, &told), ERR_REFUSED, "never over a file");
	is_int(desk_open(&d, &o), ERR_OK, "a practice");
	is_str(settings_text(&d.practice.settings, SETTING_NAME), "Hill", "of that name");
	ok(d.practice.services.n > 5, "with the shipped services");
	desk_close(&d);
	drop("usual/place/p.db");
	w.services = false;
	is_int(desk_first(&o, &w, &told), ERR_OK, "or without");
	is_int(desk_open(&d, &o), ERR_OK, "a practice");
	is_int(d.practice.services.n, 0, "of none");
	desk_close(&d);
	drop("usual/place/p.db");
	w.zone = "Mars/Base";
	is_int(desk_first(&o, &w, &told), ERR_USAGE, "no such zone");
	w.zone = "";
	is_int(desk_first(&o, &w, &told), ERR_USAGE, "none at all");
	ok(!there("usual/place/p.db"), "leave no file");
	rmdir(in_folder("usual/place"));
	rmdir(in_folder("usual"));
	str_release(&told);
}

static void
test_lists(void)
{
	struct first w = {.name = "", .zone = "UTC", .services = true};
	struct desk_options o = where("l.db");
	struct str told = {0};

	write_file(
	    "clients.csv", "id,first,last,phone\n1,Ada,Smith,555-0100\n2,Ben,Jones,555-0101\n");
	write_file("bad.csv", "");
	w.clients = in_folder("bad.csv");
	ok(desk_first(&o, &w, &told) != ERR_OK, "a list that is none");
	ok(!there("l.db"), "leaves no file");
	w.clients = "/nowhere/clients.csv";
	is_int(desk_first(&o, &w, &told), ERR_FAILED, "one that is not there");
	ok(strstr(err_message(), "/nowhere/clients.csv") != NULL && !there("l.db"),
	    "is named, and leaves none: %s", err_message());
	w.clients = in_folder("clients.csv");
	str_clear(&told);
	is_int(desk_first(&o, &w, &told), ERR_OK, "a good one");
	is_str(str_text(&told), "2 clients", "is taken over");
	drop("l.db");
	unlink(in_folder("clients.csv"));
	unlink(in_folder("bad.csv"));
	str_release(&told);
}

/* The log of a file that went would be replayed into whatever takes its name. */
static void
test_foreign_log(const struct desk_options *o)
{
	static const char *const logs[] = {"b.db-wal", "b.db-journal"};
	struct first w = {.name = "Hill", .zone = "UTC"};
	struct str told = {0};
	struct backup b;

	for (size_t i = 0; i < array_size(logs); i++) {
		write_file(logs[i], "the last bookings");
		is_int(desk_adopt(o, in_folder("copy.db"), &b), ERR_REFUSED, "%s", logs[i]);
		ok(strstr(err_message(), logs[i]) != NULL, "is named: %s", err_message());
		is_int(desk_first(o, &w, &told), ERR_REFUSED, "nor a new practice");
		ok(strstr(err_message(), logs[i]) != NULL, "is named: %s", err_message());
		ok(!there("b.db"), "nothing was made");
		ok(there(logs[i]), "and it stays");
		unlink(in_folder(logs[i]));
	}
	str_release(&told);
}

static void
test_backup(void)
{
	struct desk_options o = where("b.db");
	struct backup b;
	struct desk d;

	fixture_open(&d);
	is_int(desk_backup(&d, in_folder("copy.db"), &b), ERR_OK, "a copy");
	desk_close(&d);
	is_int(desk_adopt(&o, in_folder("none.db"), &b), ERR_NOT_FOUND, "no such copy");
	write_file("text.db", "not a practice at all, but long enough to be read as one");
	is_int(desk_adopt(&o, in_folder("text.db"), &b), ERR_DAMAGED, "what is no practice");
	ok(!there("b.db"), "leaves nothing");
	test_foreign_log(&o);
	is_int(desk_adopt(&o, in_folder("copy.db"), &b), ERR_OK, "it becomes the file");
	ok(there("copy.db"), "and stays");
	is_int(desk_adopt(&o, in_folder("copy.db"), &b), ERR_REFUSED, "never over a file");
	is_int(desk_open(&d, &o), ERR_OK, "and opens");
	is_str(settings_text(&d.practice.settings, SETTING_NAME), "Test practice", "as it was");
	desk_close(&d);
	drop("b.db");
	drop("copy.db");
	unlink(in_folder("text.db"));
}

static void
test_memory(void)
{
	struct desk_options o = where("m.db");
	struct desk d;

	is_int(desk_in_memory(&d, &o, "frontdesk", "UTC"), ERR_OK, "a practice in memory");
	is_int(d.practice.services.n, 0, "empty");
	desk_close(&d);
	ok(!there("m.db"), "leaves no file");
}

int
main(void)
{
	if (mkdtemp(folder) == NULL)
		abort();
	test_new();
	test_lists();
	test_backup();
	test_memory();
	is_int(rmdir(folder), 0, "nothing else was left");
	return done();
}
