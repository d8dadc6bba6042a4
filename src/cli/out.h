/* What goes out: lines for people, records as tables. */
#ifndef CLI_OUT_H
#define CLI_OUT_H

#include <frontdesk/client.h>
#include <frontdesk/schedule.h>

#include "request.h"

/* One line on stdout, leading blanks kept; no control character goes out. */
void out_line(const char *fmt, ...) PRINTF_LIKE(1, 2);
/* Makes room for a label of the record to come: no label is cut. */
void out_label(const char *label);
/* "label      text", for the lines of one record; nothing when the text is empty. */
void out_field(const char *label, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Adds "2026-11-27 14:30" or "2026-11-27 2:30pm", by the practice's clock. */
void add_moment(struct str *out, const struct desk *d, civil_min m);
/* "frontdesk: sentence" on stderr. */
void out_error(const char *sentence);
void out_error_more(const struct finding *f);
/* A sentence on stderr that is no error. */
void out_notice(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* A table on stdout in the format asked for. */
struct table *out_table(const struct request *r, const struct table_column *columns, size_t n);
void table_money(struct table *t, money_cents amount);
void table_time(struct table *t, civil_min m); /* CIVIL_NONE = empty */
/* The same for people, where the table is text: "2026-11-27 2:30pm" by the practice's clock. */
void table_moment(struct table *t, const struct request *r, civil_min m);
void table_day(struct table *t, civil_day day); /* CIVIL_DAY_NONE = empty */
void table_id(struct table *t, int64_t id); /* 0 = empty */
void table_str(struct table *t, struct str *s); /* and releases it */

/* The records of commands.md, "Field names". */
struct fields {
	const struct table_column *v;
	size_t n;
};
extern const struct fields fields_appt, fields_client, fields_finding, fields_free, fields_audit,
    fields_import, fields_alert, fields_block, fields_backup, fields_problem, fields_salvage;

void out_appt(struct table *t, const struct desk *d, const struct appt *a);
MUST_CHECK enum err out_client(
    struct table *t, const struct request *r, const struct client_hit *h);
MUST_CHECK enum err out_findings(const struct request *r, const struct findings *f);
/* A list of appointments: agenda lines or a table. */
MUST_CHECK enum err out_appts(const struct request *r, const struct appt_list *l);

/*
 * Notes a refusal: its findings go out as a table (tsv, json) or with the sentence (text). Takes
 * them over; returns e, or why the table could not be written.
 */
MUST_CHECK enum err out_refused(struct request *r, enum err e, struct findings *f);
/* The same; how: how it is done all the same, where that is not --yes. */
MUST_CHECK enum err out_refused_how(
    struct request *r, enum err e, struct findings *f, const char *how);

#endif
