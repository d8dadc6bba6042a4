/* intake show, set, nochange, review. HEALTH. */
#include "health.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/mem.h>

/* "#12" */
static bool
is_number(const char *word)
{
	return word[0] == '#' && word[1] != '\0' &&
	    strspn(word + 1, "0123456789") == strlen(word + 1);
}

enum err
health_client(struct request *r, size_t n, const char *usage, int64_t *id)
{
	struct str who = {0};
	enum err e;

	if (n > 1 && is_number(r->args.v[0]))
		return err_set(ERR_USAGE, "\"%s\" is one word too many behind client %s",
		    r->args.v[1], r->args.v[0]);
	for (size_t i = 0; i < n; i++)
		str_addf(&who, "%s%s", i > 0 ? " " : "", r->args.v[i]);
	if (who.n == 0)
		e = err_set(ERR_USAGE, "%s needs a client first: words or #number", usage);
	else
		e = desk_client_one(&r->desk, str_text(&who), id);
	str_release(&who);
	return e;
}

/*
 * The client of as many of the first *n words as name one; when it is fewer, the first of the rest
 * is no word of a name: it is what was told, mistyped.
 */
static enum err
client_in_front(struct request *r, size_t *n, const char *usage, int64_t *id)
{
	const enum err e = health_client(r, *n, usage, id);
	struct str why = {0};
	bool found = false;

	if (e != ERR_NOT_FOUND)
		return e;
	str_add(&why, err_message());
	for (size_t k = *n; k > 1 && !found;) {
		found = health_client(r, --k, usage, id) == ERR_OK;
		if (found)
			*n = k;
	}
	if (!found)
		(void)err_set(e, "%s", str_text(&why));
	str_release(&why);
	return found ? ERR_OK : e;
}

static size_t
words_of_client(const struct request *r)
{
	const struct vocabulary *l = &r->desk.practice.vocabulary;
	size_t n = 0;

	while (n < r->args.n && strchr(r->args.v[n], '=') == NULL &&
	    (n == 0 || (!is_number(r->args.v[0]) && !region_looks_like(l, r->args.v[n]))))
		n++;
	return n;
}

/* --- intake show ------------------------------------------------------------------------------ */

static const struct table_column answer_columns[] = {
    {"section", NULL, TABLE_STRING},
    {"field", NULL, TABLE_STRING},
    {"value", NULL, TABLE_STRING},
    {"text", NULL, TABLE_STRING},
};
const struct fields fields_intake = {answer_columns, array_size(answer_columns)};

static void
answer(
    struct table *t, enum intake_section s, const char *field, struct str *value, struct str *text)
{
	table_text(t, intake_section_title(s));
	table_text(t, field);
	table_str(t, value);
	table_str(t, text);
}

/* A field in words; of a pregnancy also how far it is. */
static void
say_answer(const struct request *r, const struct intake *in, enum intake_field f, struct str *out)
{
	intake_say(out, in, &r->desk.practice.vocabulary, f);
	if (f == INTAKE_DUE)
		pregnancy_say(out, in, civil_day_of(desk_now(&r->desk)));
}

static enum err
table_intake(const struct request *r, const struct intake *in)
{
	const struct vocabulary *l = &r->desk.practice.vocabulary;
	struct table *t = out_table(r, answer_columns, array_size(answer_columns));

	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++) {
		struct str value = {0}, text = {0};

		intake_write(&value, in, f);
		say_answer(r, in, f, &text);
		if (value.n > 0) {
			answer(t, intake_field_rows[f].section, intake_field_rows[f].word, &value,
			    &text);
		} else {
			str_release(&value);
			str_release(&text);
		}
	}
	for (size_t i = 0; i < in->regions.n; i++) {
		struct str value = {0}, text = {0};

		region_write(&value, &in->regions.v[i]);
		region_say(&text, l, &in->regions.v[i]);
		answer(t, INTAKE_SECTION_REGIONS, "region", &value, &text);
	}
	return table_end(t);
}

/* "Told Wed 2 Sep 2026 by anna (phone); no change, asked on Mon 5 Oct 2026" */
static void
say_told(const struct request *r, const struct intake *in)
{
	const struct desk *d = &r->desk;
	const civil_day told = civil_day_of(desk_civil(d, in->at));
	const civil_day stamped = civil_day_of(desk_civil(d, in->stamped_at));
	const int months = settings_number(&d->practice.settings, SETTING_INTAKE_MONTHS);
	char at[CIVIL_LONG_SIZE], then[CIVIL_LONG_SIZE];

	if (in->id == 0) {
		out_line("Nothing was told yet.");
		return;
	}
	civil_long_day(told, at);
	civil_long_day(stamped, then);
	out_line("Told %s by %s (%s)%s%s%s", at, in->who, intake_source_word(in->source),
	    stamped > told ? "; no change, asked on " : "", stamped > told ? then : "",
	    intake_is_old(stamped, months, civil_day_of(desk_now(d))) ? "; too old by now" : "");
}

static void
say_section(const struct request *r, const struct intake *in, enum intake_section s)
{
	const struct vocabulary *l = &r->desk.practice.vocabulary;
	struct str text = {0};
	bool titled = false;

	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++) {
		str_clear(&text);
		if (intake_field_rows[f].section == s)
			say_answer(r, in, f, &text);
		if (text.n > 0 && !titled)
			out_line("%s", intake_section_title(s));
		titled = titled || text.n > 0;
		out_field(intake_field_rows[f].label, "%s", str_text(&text));
	}
	for (size_t i = 0; s == INTAKE_SECTION_REGIONS && i < in->regions.n; i++) {
		str_clear(&text);
		region_say(&text, l, &in->regions.v[i]);
		if (i == 0)
			out_line("%s", intake_section_title(s));
		out_line("  %s", str_text(&text));
	}
	str_release(&text);
}

/* What its words name is to be asked about until it is told. */
static void
say_named(const struct request *r, const struct intake *in)
{
	struct str named = {0};

	intake_say_named(&named, in, in, &r->desk.practice.vocabulary);
	if (named.n > 0)
		out_line("! %s.", str_text(&named));
	str_release(&named);
}

static enum err
say_intake(struct request *r, int64_t client_id, const struct intake *in)
{
	struct flag_list flags = {0};
	bool waits = false;
	enum err e = desk_flags(&r->desk, client_id, civil_day_of(desk_now(&r->desk)), &flags);

	if (e == ERR_OK)
		e = desk_note_waits(&r->desk, client_id, &waits);
	say_told(r, in);
	for (enum intake_field f = 0; f < INTAKE_FIELD_COUNT; f++)
		out_label(intake_field_rows[f].label);
	for (enum intake_section s = 0; s < INTAKE_SECTION_COUNT; s++)
		say_section(r, in, s);
	if (str_or_empty(in->note)[0] != '\0')
		out_field("Note", "%s", in->note);
	for (size_t i = 0; i < flags.n; i++) {
		struct str line = {0};

		desk_flag_say(&r->desk, &flags.v[i], &line);
		out_line("! %s", str_text(&line));
		str_release(&line);
	}
	say_named(r, in);
	if (waits)
		out_line("! An imported note waits to be read.");
	if (!desk_sees_private(&r->desk))
		out_line("The answers in full are the therapists' and the owner's.");
	flag_list_release(&flags);
	return e;
}

enum err
verb_intake_show(struct request *r)
{
	struct intake in;
	int64_t id = 0;
	enum err e = health_client(r, r->args.n, "intake show", &id);

	if (e != ERR_OK)
		return e;
	e = desk_intake(&r->desk, id, &in);
	if (e == ERR_OK)
		e = r->format == TABLE_TEXT ? say_intake(r, id, &in) : table_intake(r, &in);
	intake_release(&in);
	return e;
}

enum err
verb_intake_set(struct request *r)
{
	size_t n = words_of_client(r);
	struct str said = {0};
	int64_t id = 0;
	enum err e = client_in_front(r, &n, "intake set", &id);

	if (e == ERR_OK && n == r->args.n)
		e = err_set(ERR_USAGE,
		    "intake set needs what is told, like pressure=3, conditions=+disc or lbL7");
	if (e == ERR_OK)
		e = desk_intake_tell(&r->desk, id, INTAKE_NEWEST, (char *const *)(r->args.v + n),
		    r->args.n - n, &said);
	if (e == ERR_OK && r->format == TABLE_TEXT)
		out_line("Kept with the client's intake: %s.", str_text(&said));
	str_clear(&said);
	if (e == ERR_OK)
		e = desk_intake_named(
		    &r->desk, id, (char *const *)(r->args.v + n), r->args.n - n, &said);
	if (e == ERR_OK && said.n > 0 && r->format == TABLE_TEXT)
		out_line("%s.", str_text(&said));
	str_release(&said);
	return e;
}

enum err
verb_intake_nochange(struct request *r)
{
	int64_t id = 0;
	enum err e = health_client(r, r->args.n, "intake nochange", &id);

	if (e == ERR_OK)
		e = desk_no_change(&r->desk, id);
	if (e == ERR_OK && r->format == TABLE_TEXT)
		out_line("No change, noted today.");
	return e;
}

/* --- intake review ---------------------------------------------------------------------------- */

static const struct table_column note_columns[] = {
    {"record", "Of", TABLE_WHOLE},
    {"id", "#", TABLE_NUMBER},
    {"client_id", "Client", TABLE_NUMBER},
    {"words", "Names", TABLE_LIST},
    {"note", "Note", TABLE_STRING},
};
const struct fields fields_note = {note_columns, array_size(note_columns)};

static enum err
list_notes(struct request *r)
{
	struct note_found_list l = {0};
	enum err e = desk_notes_to_review(&r->desk, 0, &l), ended;
	struct table *t;

	if (e == ERR_OK && l.n == 0 && r->format == TABLE_TEXT)
		out_line("No imported note waits to be read.");
	t = out_table(r, note_columns, array_size(note_columns));
	for (size_t i = 0; i < l.n && e == ERR_OK; i++) {
		struct str words = {0};

		for (size_t k = 0; k < l.v[i].codes.n; k++)
			str_addf(&words, "%s%s", k > 0 ? ", " : "", l.v[i].codes.v[k]);
		table_text(t, l.v[i].note.record);
		table_id(t, l.v[i].note.id);
		table_id(t, l.v[i].note.client_id);
		table_str(t, &words);
		table_text(t, l.v[i].note.note);
	}
	ended = table_end(t);
	note_found_list_release(&l);
	return e != ERR_OK ? e : ended;
}

enum err
verb_intake_review(struct request *r)
{
	int64_t id = 0;
	enum err e;

	if (r->args.n == 0)
		return list_notes(r);
	if (r->args.n == 1)
		return err_set(ERR_USAGE,
		    "intake review needs a note, like intake 12, and the words that are right");
	e = request_id(r->args.v[1], "a note's number, like 12", &id);
	if (e == ERR_OK)
		e = desk_note_review(
		    &r->desk, r->args.v[0], id, (char *const *)(r->args.v + 2), r->args.n - 2);
	if (e == ERR_OK && r->format == TABLE_TEXT)
		out_line("Read.");
	return e;
}
