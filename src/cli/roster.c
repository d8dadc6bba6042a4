/* roster, card, aftercare, intake form: sheets, as text or on paper. */
#include "health.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/safe_file.h>
#include <frontdesk/text.h>

static enum err
read_day(const struct request *r, civil_day *out)
{
	char *words;
	enum err e;

	*out = civil_day_of(desk_now(&r->desk));
	if (r->args.n == 0)
		return ERR_OK;
	words = request_words(r, 0);
	e = request_day(r, words, out);
	if (e == ERR_OK && text_same(words, "tomorrow"))
		*out = desk_next_open(&r->desk, *out);
	free(words);
	return e;
}

static enum err
read_for(const struct request *r, enum roster_for *out)
{
	const char *whom = r->options[OPTION_FOR];

	*out = ROSTER_DESK;
	if (whom == NULL || strcmp(whom, "desk") == 0)
		return ERR_OK;
	*out = ROSTER_ROOM;
	if (strcmp(whom, "room") == 0)
		return ERR_OK;
	*out = ROSTER_THERAPIST;
	if (strcmp(whom, "therapist") == 0)
		return ERR_OK;
	return err_set(ERR_USAGE, "--for \"%s\" is none of desk, room, therapist", whom);
}

static enum err
print_sheets(const struct request *r, const struct sheet_list *sheets)
{
	const struct printer printer = {
	    .name = r->options[OPTION_PRINT],
	    .environment = r->cli->environment,
	    .or_else = "--output FILE",
	};
	struct print_job job = {0};
	bool done;
	enum err e = paper_print(&printer, sheets, &job);

	return e == ERR_OK ? paper_printed(&job, true, &done) : e;
}

/* On stdout without end. */
static enum err
write_sheets(const struct request *r, const struct sheet_list *sheets)
{
	const char *path = r->options[OPTION_OUTPUT];
	struct str text = {0};

	if (path != NULL && strcmp(path, "-") != 0)
		return desk_roster_file(sheets, path);
	paper_text(&text, sheets, 0, false);
	fputs(str_text(&text), stdout);
	str_release(&text);
	return ERR_OK;
}

static enum err
one_way_out(const struct request *r)
{
	if (request_has(r, OPTION_PRINT) && request_has(r, OPTION_OUTPUT))
		return err_set(ERR_USAGE, "--print or --output, not both");
	return ERR_OK;
}

/* Prints or writes what could be laid out, and gives it back. */
static enum err
put_sheets(const struct request *r, enum err e, struct sheet_list *sheets)
{
	if (e == ERR_OK)
		e = request_has(r, OPTION_PRINT) ? print_sheets(r, sheets)
						 : write_sheets(r, sheets);
	sheet_list_release(sheets);
	return e;
}

enum err
verb_roster(struct request *r)
{
	struct sheet_list sheets = {0};
	struct appt_query q = {0};
	enum roster_for whom;
	civil_day day;
	enum err e = one_way_out(r);

	if (e == ERR_OK)
		e = read_day(r, &day);
	if (e == ERR_OK)
		e = read_for(r, &whom);
	if (e == ERR_OK)
		e = request_filters(r, &q);
	if (e == ERR_OK)
		e = desk_roster(&r->desk, day, whom, q.therapist_id, &sheets);
	return put_sheets(r, e, &sheets);
}

static enum err
put_of_appt(
    struct request *r, enum err (*make)(struct desk *d, int64_t appt_id, struct sheet_list *out))
{
	struct sheet_list sheets = {0};
	int64_t id;
	enum err e = one_way_out(r);

	if (e == ERR_OK)
		e = request_appt(r->args.v[0], &id);
	if (e == ERR_OK)
		e = make(&r->desk, id, &sheets);
	return put_sheets(r, e, &sheets);
}

enum err
verb_card(struct request *r)
{
	return put_of_appt(r, desk_card);
}

enum err
verb_aftercare(struct request *r)
{
	return put_of_appt(r, desk_aftercare);
}

enum err
verb_intake_form(struct request *r)
{
	struct sheet_list sheets = {0};
	int64_t client_id = 0;
	enum err e = one_way_out(r);

	if (e == ERR_OK && r->args.n > 0)
		e = health_client(r, r->args.n, "intake form", &client_id);
	if (e == ERR_OK)
		e = desk_intake_form(&r->desk, client_id, &sheets);
	return put_sheets(r, e, &sheets);
}
