/* client add, find, show, edit, archive. */
#include "out_appt.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>

static const struct table_column columns[] = {
    {"id", "#", TABLE_NUMBER},
    {"first", "First", TABLE_STRING},
    {"last", "Last", TABLE_STRING},
    {"preferred", NULL, TABLE_STRING},
    {"phone", "Phone", TABLE_WHOLE},
    {"email", NULL, TABLE_STRING},
    {"birth", "Born", TABLE_WHOLE},
    {"therapist", NULL, TABLE_STRING},
    {"last_visit", "Last visit", TABLE_WHOLE},
    {"next_visit", "Next visit", TABLE_WHOLE},
    {"visits", NULL, TABLE_NUMBER},
    {"state", "State", TABLE_STRING},
};
const struct fields fields_client = {columns, array_size(columns)};

static void
table_year(struct table *t, civil_day day)
{
	if (day == CIVIL_DAY_NONE)
		table_empty(t);
	else
		table_number(t, civil_year(day));
}

enum err
out_client(struct table *t, const struct request *r, const struct client_hit *h)
{
	const struct therapist *therapist;
	struct client c;
	enum err e;

	client_init(&c);
	e = store_client(r->desk.store, h->id, &c);
	if (e != ERR_OK)
		return e;
	therapist = practice_therapist(&r->desk.practice, c.preferred_therapist_id);
	table_number(t, h->id);
	table_text(t, c.first);
	table_text(t, c.last);
	table_text(t, c.preferred);
	table_text(t, c.phone);
	table_text(t, c.email);
	if (r->format == TABLE_TEXT)
		table_year(t, c.birth);
	else
		table_day(t, c.birth);
	table_text(t, therapist != NULL ? therapist->code : "");
	if (r->format == TABLE_TEXT && h->last_visit != CIVIL_NONE)
		table_day(t, civil_day_of(h->last_visit));
	else
		table_time(t, h->last_visit);
	table_moment(t, r, h->next_visit);
	table_number(t, h->visits);
	table_text(t, client_state_word(c.state));
	client_release(&c);
	return ERR_OK;
}

static enum err
out_hits(const struct request *r, const struct client_hits *hits)
{
	struct table *t = out_table(r, columns, array_size(columns));
	enum err e = ERR_OK, ended;

	for (size_t i = 0; i < hits->n && e == ERR_OK; i++)
		e = out_client(t, r, &hits->v[i]);
	ended = table_end(t);
	return e != ERR_OK ? e : ended;
}

/* The record of one client, as list and table show it. */
static enum err
out_one(const struct request *r, int64_t id)
{
	struct client_hits one = {0};
	struct client_hit hit = {0};
	enum err e;

	e = store_client_hit(r->desk.store, id, desk_now(&r->desk), &hit);
	if (e != ERR_OK)
		return e;
	*list_push(&one) = hit;
	e = out_hits(r, &one);
	client_hits_release(&one);
	return e;
}

enum err
verb_client_add(struct request *r)
{
	struct findings alike = {0};
	struct client c;
	bool dry_run = request_has(r, OPTION_DRY_RUN);
	enum err e;

	client_init(&c);
	e = desk_client_add(&r->desk, (char *const *)r->args.v, r->args.n, r->options[OPTION_YES],
	    dry_run, &c, &alike);
	if (e != ERR_OK) {
		e = out_refused(r, e, &alike);
	} else if (r->format == TABLE_TEXT) {
		struct str name = {0};

		client_name(&name, c.first,
		    client_shown_last(c.first, c.last, c.preferred, c.phone),
		    &r->desk.practice.settings);
		if (dry_run)
			out_line("Would add client: %s", str_text(&name));
		else
			out_line("Added client #%lld: %s", (long long)c.id, str_text(&name));
		str_release(&name);
	} else {
		e = dry_run ? out_hits(r, &(struct client_hits){0}) : out_one(r, c.id);
	}
	findings_release(&alike);
	client_release(&c);
	return e;
}

/* What people are told beside the table. */
static enum err
say_found(struct request *r, const char *words, const struct client_hits *hits)
{
	struct str none = {0};
	enum err e = ERR_OK;

	if (r->format == TABLE_TEXT && hits->total == 0) {
		e = desk_client_none(&r->desk, words, &none);
		out_line("%s", str_text(&none));
	}
	if (r->format == TABLE_TEXT && hits->total > hits->n)
		out_line("and %zu more", hits->total - hits->n);
	str_release(&none);
	return e;
}

enum err
verb_client_find(struct request *r)
{
	char *words = request_words(r, 0);
	struct client_hits hits = {0};
	long limit = 0;
	enum err e;

	e = request_number(r, OPTION_LIMIT, 1, 1000000, &limit);
	if (e == ERR_OK)
		e = desk_client_find(&r->desk, words, (size_t)limit, &hits);
	if (e == ERR_OK)
		e = out_hits(r, &hits);
	if (e == ERR_OK)
		e = say_found(r, words, &hits);
	client_hits_release(&hits);
	free(words);
	return e;
}

/* --- show ------------------------------------------------------------------------------------ */

/* Those that show, with where and until when. */
static enum err
show_alerts(const struct request *r, int64_t id)
{
	struct alert_list l = {0};
	enum err e = store_alerts(r->desk.store, id, &l);

	for (size_t i = 0; i < l.n; i++) {
		struct str line = {0};

		alert_line(&l.v[i], &line);
		if (!alert_is_over(&l.v[i], civil_day_of(desk_now(&r->desk))))
			out_field("alert", "%s", str_text(&line));
		str_release(&line);
	}
	alert_list_release(&l);
	return e;
}

static void
show_former(const struct words *former)
{
	for (size_t i = 0; i < former->n; i++) {
		const char *name = former->v[i];
		int first = (int)strcspn(name, "\n");

		out_field("formerly", "%.*s %s", first, name,
		    name[first] == '\0' ? "" : name + first + 1);
	}
}

static void
field_moment(const struct request *r, const char *label, civil_min m)
{
	struct str text = {0};

	if (m == CIVIL_NONE)
		return;
	add_moment(&text, &r->desk, m);
	out_field(label, "%s", str_text(&text));
	str_release(&text);
}

static enum err
show_visits(struct request *r, const struct client_hit *h)
{
	struct str usual = {0};
	enum err e = desk_client_usual(&r->desk, h->id, &usual);

	out_field("visits", "%d", h->visits);
	field_moment(r, "last visit", h->last_visit);
	field_moment(r, "next visit", h->next_visit);
	if (h->no_shows > 0)
		out_field("no-shows", "%d in 12 months", h->no_shows);
	out_field("usual", "%s", str_text(&usual));
	str_release(&usual);
	return e;
}

static enum err
show_guardian(struct request *r, const struct client *c)
{
	struct str guardian = {0};
	enum err e = desk_client_guardian(&r->desk, c, &guardian);

	out_field("guardian", "%s", str_text(&guardian));
	out_field("guardian phone", "%s", str_or_empty(c->guardian_phone));
	str_release(&guardian);
	return e;
}

static void
show_fields(const struct request *r, const struct client *c)
{
	const struct practice *p = &r->desk.practice;
	const struct therapist *prefers = practice_therapist(p, c->preferred_therapist_id);
	char birth[CIVIL_DAY_SIZE];

	out_line("#%lld  %s", (long long)c->id, client_state_word(c->state));
#define X(member, label, help) out_field(#member, "%s", str_or_empty(c->member));
	CLIENT_TEXT_LIST(X)
#undef X
	if (c->birth != CIVIL_DAY_NONE)
		out_field("birth", "%s", civil_iso_day(c->birth, birth));
	out_field("messages", "%s", c->message_ok ? "may be left" : "not to be left");
	if (c->gender_preference != 0)
		out_field("gender", "%c", c->gender_preference);
	out_field("prefers", "%s", prefers != NULL ? prefers->code : "");
	for (size_t i = 0; i < c->avoid.n; i++) {
		const struct therapist *t = practice_therapist(p, c->avoid.v[i]);

		out_field("avoid", "%s", t != NULL ? t->code : "");
	}
}

static bool
show_visit(void *arg, const struct appt *a)
{
	agenda_line(arg, a);
	return true;
}

static enum err
show_client(struct request *r, int64_t id)
{
	const struct appt_query q = {.client_id = id};
	struct agenda visits;
	struct words former = {0};
	struct client_hit hit = {0};
	struct client c;
	enum err e;

	client_init(&c);
	e = store_client(r->desk.store, id, &c);
	if (e == ERR_OK)
		e = store_client_former(r->desk.store, id, &former);
	if (e == ERR_OK)
		e = store_client_hit(r->desk.store, id, desk_now(&r->desk), &hit);
	if (e == ERR_OK) {
		if (c.guardian_phone != NULL && c.guardian_phone[0] != '\0')
			out_label("guardian phone");
		show_fields(r, &c);
		e = show_guardian(r, &c);
	}
	if (e == ERR_OK) {
		show_former(&former);
		e = show_alerts(r, id);
	}
	if (e == ERR_OK)
		e = show_visits(r, &hit);
	if (e == ERR_OK) {
		agenda_init(&visits, r, DAYS_IN_LINES);
		e = store_appts(r->desk.store, &q, show_visit, &visits);
	}
	words_release(&former);
	client_hit_release(&hit);
	client_release(&c);
	return e;
}

enum err
verb_client_show(struct request *r)
{
	char *words = request_words(r, 0);
	int64_t id;
	enum err e;

	e = desk_client_one(&r->desk, words, &id);
	free(words);
	if (e != ERR_OK)
		return e;
	return r->format == TABLE_TEXT ? show_client(r, id) : out_one(r, id);
}

/* --- edit, archive --------------------------------------------------------------------------- */

/* The words in front of the first FIELD=VALUE say who. */
static enum err
split_who(struct request *r, size_t *fields, int64_t *id)
{
	struct str who = {0};
	enum err e;

	for (*fields = 0; *fields < r->args.n && strchr(r->args.v[*fields], '=') == NULL; ++*fields)
		str_addf(&who, "%s%s", *fields > 0 ? " " : "", r->args.v[*fields]);
	if (who.n == 0)
		e = err_set(ERR_USAGE, "client edit needs a client first: words or #number");
	else if (*fields == r->args.n)
		e = err_set(ERR_USAGE, "client edit needs FIELD=VALUE, like phone=\"555 0100\"");
	else
		e = desk_client_one(&r->desk, str_text(&who), id);
	str_release(&who);
	return e;
}

enum err
verb_client_edit(struct request *r)
{
	struct client c;
	size_t first = 0;
	int64_t id = 0;
	enum err e;

	client_init(&c);
	e = split_who(r, &first, &id);
	if (e == ERR_OK)
		e = desk_client_edit(
		    &r->desk, id, 0, (char *const *)(r->args.v + first), r->args.n - first, &c);
	client_release(&c);
	return e == ERR_OK ? out_one(r, id) : e;
}

enum err
verb_client_archive(struct request *r)
{
	bool back = r->args.n > 1 && strcmp(r->args.v[r->args.n - 1], "back") == 0;
	struct client c;
	char *words;
	int64_t id;
	enum err e;

	client_init(&c);
	r->args.n -= back;
	words = request_words(r, 0);
	e = desk_client_one(&r->desk, words, &id);
	if (e == ERR_OK)
		e = desk_client_archive(&r->desk, id, !back, &c);
	client_release(&c);
	free(words);
	return e == ERR_OK ? out_one(r, id) : e;
}
