/* How an import ends: what is told, when, and what the desk knows afterwards. */
#include <sqlite3.h>

#include "import_fixture.h"

#define DIARY \
	"start,end,name,service,therapist\n" \
	"2026-11-24 10:00,11:00,Ada Smith,Swedish massage,Zoe\n"

static struct store *other; /* another desk */

/* It can write only when the import does not hold the lock any more. */
static void
write_elsewhere(void *arg, const struct import_row *row)
{
	const struct store_step step = {.who = "ben", .desk = "2", .at = 1, .label = "x"};
	struct appt a = {0};
	enum err e;

	e = store_begin(other, &step);
	is_int(e, ERR_OK, "another desk writes while a row is told");
	store_rollback(other);
	e = store_appt(other, row->id, &a);
	is_int(e, *(enum err *)arg, "and sees what was told");
	appt_release(&a);
}

static bool
give_up(void *arg)
{
	(void)arg;
	return true;
}

static void
told_after_the_end(struct desk *d)
{
	enum err seen = ERR_NOT_FOUND;
	struct import_options o = {.what = IMPORT_APPOINTMENTS,
	    .yes = "test",
	    .dry_run = true,
	    .row = write_elsewhere,
	    .arg = &seen};

	is_int(store_open(&other, fixture_path, STORE_OPEN), ERR_OK, "another desk");
	store_on_wait(other, give_up, NULL);
	is_int(import_with(d, &o, DIARY), ERR_OK, "a dry run");
	is_int(told.rows, 1, "tells its row");
	seen = ERR_OK;
	o.dry_run = false;
	is_int(import_with(d, &o, DIARY), ERR_OK, "an import");
	is_int(told.count[IMPORT_NEW], 1, "tells its row");
	store_close(other);
}

/* A therapist is made, then the file cannot take the row: the desk does not know her. */
static void
practice_is_read_again(struct desk *d)
{
	const struct import_options o = {.what = IMPORT_APPOINTMENTS, .yes = "test"};
	size_t therapists = d->practice.therapists.n;
	sqlite3 *db = NULL;

	is_int(sqlite3_open(fixture_path, &db), SQLITE_OK, "the file");
	is_int(sqlite3_exec(db,
		   "CREATE TRIGGER full BEFORE INSERT ON visit"
		   " BEGIN SELECT raise(FAIL, 'full'); END",
		   NULL, NULL, NULL),
	    SQLITE_OK, "takes no note any more");
	is_int(import_with(d, &o,
		   "start,end,name,service,therapist,memo\n"
		   "2026-11-25 10:00,11:00,Bo Li,Swedish massage,Yan,knee\n"),
	    ERR_REFUSED, "an import fails");
	is_int(told.rows, 0, "and tells no row");
	is_int(d->practice.therapists.n, therapists, "the therapist it made is not known");
	sqlite3_close(db);
}

int
main(void)
{
	struct desk d;

	fixture_open(&d);
	told_after_the_end(&d);
	practice_is_read_again(&d);
	import_fixture_close(&d);
	return done();
}
