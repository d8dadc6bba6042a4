/* Lists and diaries of other products come in whole, twice, and row by row. */
#include <frontdesk/desk_file.h>

#include "desk_fixture.h"

static void
import(struct desk *d, const char *file, enum import_what what, const char *yes, bool dry_run,
    struct import_report *out, enum err want)
{
	const struct import_options o = {.what = what, .yes = yes, .dry_run = dry_run};
	FILE *in = fopen(shared_data(file), "r");
	enum err e = desk_import(d, in, &o, out);

	fclose(in);
	is_int(e, want, "%s%s: %s", file, dry_run ? " (dry run)" : "",
	    e != ERR_OK ? err_message() : "taken");
}

static void
counts(const struct import_report *r, const char *what, long rows, long fresh, long changed,
    long same, long refused)
{
	is_int(r->rows, rows, "%s: all rows accounted for", what);
	is_int(r->count[IMPORT_NEW], fresh, "%s: new", what);
	is_int(r->count[IMPORT_CHANGED], changed, "%s: changed", what);
	is_int(r->count[IMPORT_SAME], same, "%s: same", what);
	is_int(r->count[IMPORT_REFUSED], refused, "%s: refused", what);
}

static void
take_twice(struct desk *d, const char *file, long rows, long fresh, long same, long refused)
{
	struct import_report r;

	import(d, file, IMPORT_CLIENTS, NULL, true, &r, ERR_OK);
	counts(&r, "dry run", rows, fresh, 0, same, refused);
	import_report_release(&r);
	import(d, file, IMPORT_CLIENTS, NULL, false, &r, ERR_OK);
	counts(&r, file, rows, fresh, 0, same, refused);
	import_report_release(&r);
	import(d, file, IMPORT_CLIENTS, NULL, false, &r, ERR_OK);
	counts(&r, "again", rows, 0, 0, fresh + same, refused);
	import_report_release(&r);
}

static void
diary(struct desk *d)
{
	struct import_report r;

	import(d, "appointments-acuity.csv", IMPORT_APPOINTMENTS, NULL, false, &r, ERR_NEEDS_YES);
	is_int(r.new_therapists.n, 1, "one therapist is missing");
	is_str(r.new_therapists.n > 0 ? r.new_therapists.v[0] : "", "Asha", "it is Asha");
	is_int(r.new_services.n, 0, "all services are known");
	is_int(r.rows, 0, "nothing was written");
	import_report_release(&r);
	import(d, "appointments-acuity.csv", IMPORT_APPOINTMENTS, NULL, true, &r, ERR_NEEDS_YES);
	is_int(r.rows, 1945, "the dry run tells all rows");
	import_report_release(&r);
	import(d, "appointments-acuity.csv", IMPORT_APPOINTMENTS, "new here", false, &r, ERR_OK);
	counts(&r, "diary", 1945, 1945, 0, 0, 0);
	ok(r.unused != NULL && strstr(r.unused, "Start Time") == NULL, "unused: %s", r.unused);
	ok(r.memos > 0, "memos are counted: %ld", r.memos);
	import_report_release(&r);
	import(d, "appointments-acuity.csv", IMPORT_APPOINTMENTS, NULL, false, &r, ERR_OK);
	counts(&r, "diary again", 1945, 0, 0, 1945, 0);
	import_report_release(&r);
}

int
main(void)
{
	struct desk d;

	if (shared_data("clients-square.csv") == NULL)
		skip_all("../shared/data is not here");
	fixture_open(&d);
	take_twice(&d, "clients-square.csv", 500, 500, 0, 0);
	take_twice(&d, "clients-acuity-cp1252.csv", 120, 120, 0, 0);
	take_twice(&d, "clients-names-semicolon-bom.csv", 80, 80, 0, 0);
	take_twice(&d, "clients-utf16.csv", 1, 1, 0, 0);
	take_twice(&d, "clients-hostile.csv", 20, 15, 0, 5);
	take_twice(&d, "clients-invalid-utf8.csv", 3, 1, 0, 2);
	diary(&d);
	desk_close(&d);
	return done();
}
