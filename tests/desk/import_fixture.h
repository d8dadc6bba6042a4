/* A foreign table written in a test, taken over; what was told of each row. */
#ifndef DESK_IMPORT_FIXTURE_H
#define DESK_IMPORT_FIXTURE_H

#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/mem.h>
#include <frontdesk/str.h>

#include "desk_fixture.h"

static struct import_report told; /* of the last import */
static struct str told_rows; /* "2 new; 3 refused: Mia is with …" */
static int64_t told_id; /* of the last row */

static void
tell_row(void *arg, const struct import_row *row)
{
	(void)arg;
	told_id = row->id;
	str_addf(&told_rows, "%s%ld %s%s%s", told_rows.n > 0 ? "; " : "", row->line,
	    import_outcome_word(row->outcome), row->reason[0] != '\0' ? ": " : "", row->reason);
}

static enum err
import_with(struct desk *d, const struct import_options *o, const char *text)
{
	FILE *in = tmpfile();
	enum err e;

	fputs(text, in);
	rewind(in);
	str_clear(&told_rows);
	import_report_release(&told);
	e = desk_import(d, in, o, &told);
	fclose(in);
	return e;
}

/* Takes a table over and compares what was told of its rows. */
static inline void
take(struct desk *d, enum import_what what, const char *text, const char *want, const char *name)
{
	const struct import_options o = {.what = what, .yes = "test", .row = tell_row};
	enum err e = import_with(d, &o, text);

	is_int(e, ERR_OK, "%s: %s", name, e != ERR_OK ? err_message() : "taken");
	is_str(str_text(&told_rows), want, "%s", name);
}

static inline void
import_fixture_close(struct desk *d)
{
	import_report_release(&told);
	str_release(&told_rows);
	desk_close(d);
}

#endif
