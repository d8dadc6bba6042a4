/* roster: the sheets of a day, as text or on paper. */
#include "out.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/text.h>

#include "printer.h"
#include "safe_file.h"

/* Sheets for tomorrow are for the next day the practice is open. */
static civil_day
next_open(const struct practice *p, civil_day day)
{
	struct hours h;

	if (hours_parse(settings_text(&p->settings, SETTING_HOURS), &h) != ERR_OK)
		return day;
	for (civil_day d = day; d < day + 7; d++)
		if (h.day[civil_weekday(d)].n > 0)
			return d;
	return day;
}

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
		*out = next_open(&r->desk.practice, *out);
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
	return err_set(ERR_USAGE, "--for \"%s\" is none of desk, room", whom);
}

static enum err
write_file(const char *path, const struct str *text)
{
	struct safe_file file = {0};
	enum err e = safe_file_open(&file, path);

	if (e != ERR_OK)
		return e;
	fputs(str_text(text), file.f);
	return safe_file_commit(&file);
}

/* On stdout without end; else by pages, because a file goes to a printer, too. */
static enum err
write_sheets(struct request *r, const struct sheet_list *sheets)
{
	const char *path = r->options[OPTION_OUTPUT];
	bool print = request_has(r, OPTION_PRINT);
	struct str text = {0};
	enum err e = ERR_OK;

	if (!print && (path == NULL || strcmp(path, "-") == 0)) {
		paper_text(&text, sheets, 0, false);
		fputs(str_text(&text), stdout);
	} else {
		paper_text(&text, sheets, PAPER_PAGE_LINES, true);
		if (print) {
			desk_close(&r->desk);
			e = printer_send(r->cli, r->options[OPTION_PRINT], &text);
		} else {
			e = write_file(path, &text);
		}
	}
	str_release(&text);
	return e;
}

enum err
verb_roster(struct request *r)
{
	struct sheet_list sheets = {0};
	struct appt_query q = {0};
	enum roster_for whom;
	civil_day day;
	enum err e;

	if (request_has(r, OPTION_PRINT) && request_has(r, OPTION_OUTPUT))
		return err_set(ERR_USAGE, "--print or --output, not both");
	e = read_day(r, &day);
	if (e == ERR_OK)
		e = read_for(r, &whom);
	if (e == ERR_OK)
		e = request_filters(r, &q);
	if (e == ERR_OK)
		e = desk_roster(&r->desk, day, whom, q.therapist_id, &sheets);
	if (e == ERR_OK)
		e = write_sheets(r, &sheets);
	sheet_list_release(&sheets);
	return e;
}
