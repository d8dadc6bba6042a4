/* clearance, consent, visit. HEALTH. */
#include "health.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>

enum { VISITS_SHOWN = 12 };

/* The words in front of the first FIELD=VALUE, or of "end". */
static size_t
words_of_client(const struct request *r)
{
	size_t n = 0;

	while (n < r->args.n && strchr(r->args.v[n], '=') == NULL &&
	    (n == 0 || strcmp(r->args.v[n], "end") != 0))
		n++;
	return n;
}

/* Whether the words behind the client are "end WHAT". */
static const char *
ends(const struct request *r, size_t n)
{
	return n + 1 < r->args.n && strcmp(r->args.v[n], "end") == 0 ? r->args.v[n + 1] : NULL;
}

static const struct table_column clearance_columns[] = {
    {"id", "#", TABLE_NUMBER},
    {"flag", "Flag", TABLE_WHOLE},
    {"by", "By", TABLE_STRING},
    {"on", "On", TABLE_WHOLE},
    {"until", "Until", TABLE_WHOLE},
    {"note", "Note", TABLE_STRING},
    {"ended", "Ended", TABLE_STRING},
};
const struct fields fields_clearance = {clearance_columns, array_size(clearance_columns)};

static enum err
out_clearances(struct request *r, int64_t client_id)
{
	struct clearance_list l = {0};
	enum err e = desk_clearances(&r->desk, client_id, &l), ended;
	struct table *t;

	if (e != ERR_OK)
		return e;
	if (l.n == 0 && r->format == TABLE_TEXT)
		out_line("No clearance is on file.");
	t = out_table(r, clearance_columns, array_size(clearance_columns));
	for (size_t i = 0; i < l.n; i++) {
		table_id(t, l.v[i].id);
		table_text(t, l.v[i].flag);
		table_text(t, l.v[i].given_by);
		table_day(t, l.v[i].day);
		table_day(t, l.v[i].until);
		table_text(t, l.v[i].note);
		table_text(t, l.v[i].ended ? "yes" : "");
	}
	ended = table_end(t);
	clearance_list_release(&l);
	return ended;
}

enum err
verb_clearance(struct request *r)
{
	const size_t n = words_of_client(r);
	const char *end = ends(r, n);
	int64_t client_id = 0, id = 0;
	enum err e = health_client(r, n, "clearance", &client_id);

	if (e == ERR_OK && end != NULL) {
		e = request_id(end, "a clearance's number, like 1", &id);
		if (e == ERR_OK)
			e = desk_clearance_end(&r->desk, client_id, id);
	} else if (e == ERR_OK && n < r->args.n) {
		e = desk_clearance_add(
		    &r->desk, client_id, (char *const *)(r->args.v + n), r->args.n - n);
	}
	return e == ERR_OK ? out_clearances(r, client_id) : e;
}

static const struct table_column consent_columns[] = {
    {"kind", "To", TABLE_WHOLE},
    {"version", "Version", TABLE_STRING},
    {"on", "On", TABLE_WHOLE},
    {"by", "By", TABLE_STRING},
    {"ended", "Withdrawn", TABLE_WHOLE},
};
const struct fields fields_consent = {consent_columns, array_size(consent_columns)};

static enum err
out_consents(struct request *r, int64_t client_id)
{
	struct consent_list l = {0};
	enum err e = desk_consents(&r->desk, client_id, &l), ended;
	struct table *t;

	if (e != ERR_OK)
		return e;
	if (l.n == 0 && r->format == TABLE_TEXT)
		out_line("No consent is on file.");
	t = out_table(r, consent_columns, array_size(consent_columns));
	for (size_t i = 0; i < l.n; i++) {
		table_text(t, consent_kind_word(l.v[i].kind));
		table_text(t, l.v[i].version);
		table_day(t, l.v[i].day);
		table_text(t, l.v[i].given_by);
		table_day(t, l.v[i].ended);
	}
	ended = table_end(t);
	consent_list_release(&l);
	return ended;
}

enum err
verb_consent(struct request *r)
{
	const size_t n = words_of_client(r);
	const char *end = ends(r, n);
	enum consent_kind kind = CONSENT_TREATMENT;
	int64_t client_id = 0;
	enum err e = health_client(r, n, "consent", &client_id);

	if (e == ERR_OK && end != NULL) {
		e = consent_kind_find(end, &kind);
		if (e == ERR_OK)
			e = desk_consent_end(&r->desk, client_id, kind);
	} else if (e == ERR_OK && n < r->args.n) {
		e = desk_consent_add(
		    &r->desk, client_id, (char *const *)(r->args.v + n), r->args.n - n);
	}
	return e == ERR_OK ? out_consents(r, client_id) : e;
}

/* --- visit ------------------------------------------------------------------------------------ */

static const struct table_column visit_columns[] = {
    {"field", NULL, TABLE_STRING},
    {"value", NULL, TABLE_STRING},
};
const struct fields fields_visit = {visit_columns, array_size(visit_columns)};

static enum err
table_visit(struct request *r, const struct visit *v)
{
	struct table *t = out_table(r, visit_columns, array_size(visit_columns));

	for (enum visit_field f = 0; f < VISIT_FIELD_COUNT; f++) {
		struct str value = {0};

		visit_write(&value, v, f);
		table_text(t, visit_field_word(f));
		table_str(t, &value);
	}
	return table_end(t);
}

/* The trend, line by line. */
static enum err
say_trend(struct request *r, const struct visit *v)
{
	struct visit_list l = {0};
	struct str trend = {0};
	struct appt a = {0};
	enum err e = store_appt(r->desk.store, v->appt_id, &a);

	if (e == ERR_OK)
		e = desk_visits(&r->desk, a.client_id, VISITS_SHOWN, &l);
	if (e == ERR_OK)
		visit_trend(&trend, &l, r->cli->columns > 0 ? r->cli->columns : 80, VISITS_SHOWN);
	for (const char *line = str_text(&trend); *line != '\0';
	     line += strcspn(line, "\n"), line += *line == '\n')
		out_line("%.*s", (int)strcspn(line, "\n"), line);
	str_release(&trend);
	visit_list_release(&l);
	appt_release(&a);
	return e;
}

static enum err
say_visit(struct request *r, const struct visit *v)
{
	char day[CIVIL_LONG_SIZE];

	for (enum visit_field f = 0; f < VISIT_FIELD_COUNT; f++)
		out_label(visit_field_label(f));
	for (enum visit_field f = 0; f < VISIT_FIELD_COUNT; f++) {
		struct str text = {0};

		visit_say(&text, v, &r->desk.practice.vocabulary, f);
		out_field(visit_field_label(f), "%s", str_text(&text));
		str_release(&text);
	}
	if (v->signed_at != 0)
		out_field("Signed", "%s, by %s",
		    civil_long_day(civil_day_of(desk_civil(&r->desk, v->signed_at)), day),
		    v->signed_by);
	for (size_t i = 0; i < v->addenda.n; i++)
		out_field("Added", "%s (%s)", v->addenda.v[i].text, v->addenda.v[i].who);
	return say_trend(r, v);
}

static enum err
note_visit(struct request *r, int64_t appt_id)
{
	struct str caution = {0};
	enum err e = desk_visit_words(
	    &r->desk, appt_id, VISIT_NEWEST, (char *const *)(r->args.v + 1), r->args.n - 1);

	if (e == ERR_OK)
		e = desk_visit_caution(&r->desk, appt_id, &caution);
	if (caution.n > 0 && r->format == TABLE_TEXT)
		out_line("Noted; %s.", str_text(&caution));
	str_release(&caution);
	return e;
}

/* "sign", "add TEXT", or FIELD=VALUE words. */
static enum err
change_visit(struct request *r, int64_t appt_id)
{
	const char *word = r->args.v[1];
	char *text;
	enum err e;

	if (strcmp(word, "sign") == 0 && r->args.n == 2)
		return desk_visit_sign(&r->desk, appt_id);
	if (strcmp(word, "add") != 0)
		return note_visit(r, appt_id);
	if (r->args.n == 2)
		return err_set(ERR_USAGE, "visit add needs what is added");
	text = request_words(r, 2);
	e = desk_visit_addendum(&r->desk, appt_id, text);
	free(text);
	return e;
}

enum err
verb_visit(struct request *r)
{
	struct visit v;
	int64_t appt_id = 0;
	enum err e = request_appt(r->args.v[0], &appt_id);

	if (e == ERR_OK && r->args.n > 1)
		e = change_visit(r, appt_id);
	if (e != ERR_OK)
		return e;
	e = desk_visit(&r->desk, appt_id, &v);
	if (e == ERR_OK)
		e = r->format == TABLE_TEXT ? say_visit(r, &v) : table_visit(r, &v);
	visit_release(&v);
	return e;
}
