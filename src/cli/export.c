/* export: calendar files, on stdout or written beside and renamed; one, or one a month. */
#include "out.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/safe_file.h>

enum { AHEAD = 366 }; /* days of an export without a range: bookings reach a year ahead */

/* What only a client's own file takes. */
static enum err
is_for_client(const struct appt_query *filters, enum option_id o)
{
	if (filters->client_id != 0 || filters->appt_id != 0)
		return ERR_OK;
	return err_set(ERR_USAGE, "--%s is for a client's own file: add --client or --appointment",
	    option_rows[o].name);
}

static enum err
read_query(struct request *r, struct export_query *q)
{
	struct range range = request_today(r, AHEAD);
	struct appt_query filters = {0};
	struct appt one = {0};
	bool aftercare = request_has(r, OPTION_AFTERCARE);
	long alarm = 0;
	enum err e;

	e = request_range(r, 0, &range);
	if (e == ERR_OK)
		e = request_filters(r, &filters);
	if (e == ERR_OK && request_has(r, OPTION_DETAIL))
		e = ics_detail_parse(r->options[OPTION_DETAIL], &q->detail);
	if (e == ERR_OK)
		e = request_number(r, OPTION_ALARM, 1, 40320, &alarm);
	if (e == ERR_OK && (alarm > 0 || aftercare))
		e = is_for_client(&filters, alarm > 0 ? OPTION_ALARM : OPTION_AFTERCARE);
	if (e == ERR_OK && filters.appt_id != 0)
		e = store_appt(r->desk.store, filters.appt_id, &one);
	appt_release(&one);
	if (e != ERR_OK)
		return e;
	/* One appointment is exported wherever it stands. */
	if (filters.appt_id == 0 || r->args.n > 0) {
		q->from = range.from;
		q->until = range.until;
	}
	q->therapist_id = filters.therapist_id;
	q->room_id = filters.room_id;
	q->client_id = filters.client_id;
	q->appt_id = filters.appt_id;
	q->alarm = (int)alarm;
	q->aftercare = aftercare;
	q->utc = request_has(r, OPTION_UTC);
	q->with_cancelled = request_has(r, OPTION_WITH_CANCELLED);
	return ERR_OK;
}

static void
warn_large(int64_t bytes)
{
	if (bytes > ICS_GOOGLE_LIMIT)
		out_notice("%lld bytes: Google refuses calendar files above %d; "
			   "--split month writes a file a month",
		    (long long)bytes, ICS_GOOGLE_LIMIT);
}

/* An empty calendar of many days may be right; of one appointment it is a surprise. */
static void
warn_empty(const struct export_query *q, int64_t events)
{
	if (events > 0 || q->appt_id == 0)
		return;
	out_notice("nothing was exported: appointment #%lld %s", (long long)q->appt_id,
	    q->with_cancelled ? "is held, void or of another day"
			      : "is cancelled, held or of another day; cancelled ones go out with "
				"--with-cancelled");
}

static enum err
write_stdout(struct request *r, const struct export_query *q)
{
	int64_t bytes = 0, events = 0;
	enum err e = desk_export(&r->desk, q, stdout, &bytes, &events);

	if (e == ERR_OK) {
		warn_large(bytes);
		warn_empty(q, events);
	}
	return e;
}

/* keep_empty: a feed without appointments must say so; a month without them needs no file. */
static enum err
write_file(struct request *r, const struct export_query *q, const char *path, bool keep_empty)
{
	struct safe_file file = {0};
	int64_t bytes = 0, events = 0;
	enum err e;

	e = safe_file_open(&file, path);
	if (e == ERR_OK)
		e = desk_export(&r->desk, q, file.f, &bytes, &events);
	if (e != ERR_OK || (events == 0 && !keep_empty)) {
		safe_file_abandon(&file);
		return e;
	}
	e = safe_file_commit(&file);
	if (e == ERR_OK) {
		out_line("%s: %lld appointment%s, %lld bytes", path, (long long)events,
		    events == 1 ? "" : "s", (long long)bytes);
		warn_large(bytes);
		warn_empty(q, events);
	}
	return e;
}

/* "book.ics" becomes "book-2026-11.ics". */
static void
month_path(struct str *out, const char *path, civil_day day)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
	size_t stem = strlen(path);
	int year, month, mday;

	if (dot != NULL && (slash == NULL || dot > slash + 1) && dot != path)
		stem = (size_t)(dot - path);
	civil_to_ymd(day, &year, &month, &mday);
	str_addn(out, path, stem);
	str_addf(out, "-%04d-%02d%s", year, month, path + stem);
}

static enum err
write_months(struct request *r, const struct export_query *q, const char *path)
{
	civil_min from = q->from;
	enum err e = ERR_OK;

	while (from < q->until && e == ERR_OK) {
		struct export_query month = *q;
		struct str name = {0};
		int year, number, mday;
		civil_min next;

		civil_to_ymd(civil_day_of(from), &year, &number, &mday);
		next = civil_at(civil_add_months(civil_from_ymd(year, number, 1), 1), 0);
		month.from = from;
		month.until = next < q->until ? next : q->until;
		month_path(&name, path, civil_day_of(from));
		e = write_file(r, &month, str_text(&name), false);
		str_release(&name);
		from = next;
	}
	return e;
}

enum err
verb_export(struct request *r)
{
	const char *path = r->options[OPTION_OUTPUT], *split = r->options[OPTION_SPLIT];
	bool to_file = path != NULL && strcmp(path, "-") != 0;
	struct export_query q = {0};
	enum err e;

	if (split != NULL && strcmp(split, "month") != 0)
		return err_set(
		    ERR_USAGE, "--split \"%s\" is not understood; it can be: month", split);
	if (split != NULL && !to_file)
		return err_set(ERR_USAGE, "--split month needs -o FILE, to name the files after");
	e = read_query(r, &q);
	if (e != ERR_OK)
		return e;
	if (split != NULL)
		return write_months(r, &q, path);
	return to_file ? write_file(r, &q, path, true) : write_stdout(r, &q);
}
