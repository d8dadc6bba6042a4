/* alert add, list, edit, end: what the desk is to be told of a client. */
#include "out.h"
#include "verbs.h"

#include <stdlib.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>

static const struct table_column columns[] = {
    {"id", "#", TABLE_NUMBER},
    {"text", "Text", TABLE_STRING},
    {"at", "Where", TABLE_LIST},
    {"until", "Until", TABLE_WHOLE},
};
const struct fields fields_alert = {columns, array_size(columns)};

static void
out_alert(struct table *t, const struct alert *a)
{
	struct str at = {0};

	alert_tell(a, ALERT_PLACES, &at);
	table_number(t, a->id);
	table_text(t, a->text);
	table_str(t, &at);
	table_day(t, a->until);
}

/* "Added alert #3 of Smith, Ada: Pays cash (booking, check-in)", or its record. */
static enum err
out_done(const struct request *r, const char *did, const struct alert *a)
{
	struct str line = {0};
	struct client c;
	struct table *t;
	enum err e;

	if (r->format != TABLE_TEXT) {
		t = out_table(r, columns, array_size(columns));
		out_alert(t, a);
		return table_end(t);
	}
	client_init(&c);
	e = store_client(r->desk.store, a->client_id, &c);
	if (e == ERR_OK) {
		str_addf(&line, "%s alert #%lld of ", did, (long long)a->id);
		client_name(&line, c.first,
		    client_shown_last(c.first, c.last, c.preferred, c.phone),
		    &r->desk.practice.settings);
		str_add(&line, ": ");
		alert_line(a, &line);
		out_line("%s", str_text(&line));
	}
	str_release(&line);
	client_release(&c);
	return e;
}

/* The words from `first` on as its text, --at and --until; what is not given stays. */
static enum err
set(const struct request *r, size_t first, struct alert *a)
{
	const struct when_habits habits = desk_habits(&r->desk);
	char *text = request_words(r, first);
	enum err e = ERR_OK;

	if (r->args.n > first)
		e = alert_set(a, &habits, ALERT_TEXT, text);
	if (e == ERR_OK && request_has(r, OPTION_AT))
		e = alert_set(a, &habits, ALERT_PLACES, r->options[OPTION_AT]);
	if (e == ERR_OK && request_has(r, OPTION_UNTIL))
		e = alert_set(a, &habits, ALERT_UNTIL, r->options[OPTION_UNTIL]);
	free(text);
	return e;
}

enum err
verb_alert_add(struct request *r)
{
	struct alert a;
	int64_t id;
	enum err e = desk_client_one(&r->desk, r->args.v[0], &id);

	if (e != ERR_OK)
		return e;
	alert_init(&a, id);
	e = set(r, 1, &a);
	if (e == ERR_OK)
		e = desk_alert_save(&r->desk, &a);
	if (e == ERR_OK)
		e = out_done(r, "Added", &a);
	alert_release(&a);
	return e;
}

enum err
verb_alert_list(struct request *r)
{
	char *words = request_words(r, 0);
	struct alert_list l = {0};
	struct table *t;
	int64_t id;
	enum err e = desk_client_one(&r->desk, words, &id);

	if (e == ERR_OK)
		e = store_alerts(r->desk.store, id, &l);
	if (e == ERR_OK && l.n == 0 && r->format == TABLE_TEXT)
		out_line("no alerts; add one: frontdesk alert add '#%lld' TEXT", (long long)id);
	if (e == ERR_OK) {
		t = out_table(r, columns, array_size(columns));
		for (size_t i = 0; i < l.n; i++)
			out_alert(t, &l.v[i]);
		e = table_end(t);
	}
	alert_list_release(&l);
	free(words);
	return e;
}

/* The alert that the first two words name. */
static enum err
read_alert(struct request *r, struct alert *out)
{
	int64_t id;
	enum err e = desk_client_one(&r->desk, r->args.v[0], &id);

	alert_init(out, 0);
	return e == ERR_OK ? desk_alert_one(&r->desk, id, r->args.v[1], out) : e;
}

enum err
verb_alert_edit(struct request *r)
{
	struct alert a;
	enum err e = read_alert(r, &a);

	if (e == ERR_OK && r->args.n == 2 && !request_has(r, OPTION_AT) &&
	    !request_has(r, OPTION_UNTIL))
		e = err_set(ERR_USAGE, "alert edit needs a new text, --at or --until");
	if (e == ERR_OK)
		e = set(r, 2, &a);
	if (e == ERR_OK)
		e = desk_alert_save(&r->desk, &a);
	if (e == ERR_OK)
		e = out_done(r, "Changed", &a);
	alert_release(&a);
	return e;
}

enum err
verb_alert_end(struct request *r)
{
	struct alert a;
	enum err e = read_alert(r, &a);

	a.ended = true;
	if (e == ERR_OK)
		e = desk_alert_save(&r->desk, &a);
	if (e == ERR_OK)
		e = out_done(r, "Ended", &a);
	alert_release(&a);
	return e;
}
