/* import clients, import appointments: row by row, then the sum. */
#include "out.h"
#include "verbs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/mem.h>

static const struct table_column columns[] = {
    {"row", NULL, TABLE_NUMBER},
    {"outcome", NULL, TABLE_STRING},
    {"id", NULL, TABLE_NUMBER},
    {"reason", NULL, TABLE_STRING},
};
const struct fields fields_import = {columns, array_size(columns)};

/* For people only what they should look at; records hold every row. */
static void
print_row(void *arg, const struct import_row *row)
{
	struct table *t = arg;

	if (t != NULL) {
		table_number(t, row->line);
		table_text(t, import_outcome_word(row->outcome));
		table_id(t, row->id);
		table_text(t, row->reason);
	} else if (row->outcome == IMPORT_REFUSED || str_or_empty(row->reason)[0] != '\0') {
		out_line("line %ld: %s: %s", row->line, import_outcome_word(row->outcome),
		    str_or_empty(row->reason));
	}
}

/* "500 rows: 480 new, 0 changed, 12 same, 8 refused" */
static void
print_sum(const struct request *r, const struct import_report *report)
{
	struct str line = {0};

	str_addf(&line, "%ld row%s:", report->rows, report->rows == 1 ? "" : "s");
	for (enum import_outcome o = 0; o < IMPORT_OUTCOME_COUNT; o++)
		str_addf(
		    &line, "%s %ld %s", o > 0 ? "," : "", report->count[o], import_outcome_word(o));
	if (request_has(r, OPTION_DRY_RUN))
		str_add(&line, "; a dry run, nothing was written");
	out_line("%s", str_text(&line));
	str_release(&line);
}

/* What the file says beyond the rows: for people who wonder where it went. */
static void
print_rest(const struct request *r, const struct import_report *report)
{
	if (str_or_empty(report->unused)[0] != '\0')
		out_line("columns not taken over: %s; take one with --map \"COLUMN=FIELD\"",
		    report->unused);
	if (report->memos > 0)
		out_line("%ld memo%s went to the %s, because they may tell of health",
		    report->memos, report->memos == 1 ? "" : "s",
		    r->cmd == CMD_IMPORT_CLIENTS ? "clients' intake" : "therapists' notes");
}

/* Therapists made by an import work at no time and can nothing special yet. */
static void
remind(const struct request *r, const struct words *made)
{
	for (size_t i = 0; i < made->n; i++) {
		const struct therapist *t;
		int64_t id;

		if (practice_find_therapist(&r->desk.practice, made->v[i], &id) != ERR_OK)
			continue;
		t = practice_therapist(&r->desk.practice, id);
		if (t->shifts.n == 0)
			out_notice("%s is new and has no hours: frontdesk hours %s mon-fri 9-17",
			    t->name, t->code);
		if (t->skills.n == 0)
			out_notice(
			    "%s is new and has no skills: frontdesk therapist edit %s skills=…",
			    t->name, t->code);
	}
}

static enum err
finish(struct request *r, const struct import_report *report, enum err e)
{
	if (r->format == TABLE_TEXT && report->rows > 0 && (e == ERR_OK || e == ERR_NEEDS_YES)) {
		print_sum(r, report);
		print_rest(r, report);
	}
	if (e == ERR_NEEDS_YES)
		return err_set(ERR_NEEDS_YES, "%s: --yes REASON", err_message());
	if (e != ERR_OK)
		return e;
	if (!request_has(r, OPTION_DRY_RUN)) {
		e = desk_reload(&r->desk);
		if (e != ERR_OK)
			return e;
		remind(r, &report->new_therapists);
	}
	if (request_has(r, OPTION_STRICT) && report->count[IMPORT_REFUSED] > 0)
		return err_set(ERR_NEEDS_YES, "%ld of %ld rows were refused",
		    report->count[IMPORT_REFUSED], report->rows);
	return ERR_OK;
}

enum err
verb_import(struct request *r)
{
	const char *path = r->args.v[0];
	FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	struct import_report report = {0};
	struct import_options o = {
	    .what = r->cmd == CMD_IMPORT_CLIENTS ? IMPORT_CLIENTS : IMPORT_APPOINTMENTS,
	    .map = r->options[OPTION_MAP],
	    .dry_run = request_has(r, OPTION_DRY_RUN),
	    .yes = r->options[OPTION_YES],
	    .row = print_row,
	};
	struct table *t = NULL;
	enum err e;

	if (in == NULL)
		return err_set(ERR_FAILED, "%s cannot be read: %s", path, strerror(errno));
	if (r->format != TABLE_TEXT)
		o.arg = t = out_table(r, columns, array_size(columns));
	e = desk_import(&r->desk, in, &o, &report);
	if (t != NULL) {
		enum err ended = table_end(t);

		if (e == ERR_OK)
			e = ended;
	}
	e = finish(r, &report, e);
	import_report_release(&report);
	if (in != stdin)
		fclose(in);
	return e;
}
