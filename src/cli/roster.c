/* roster: the sheets of a day, as text. */
#include "out.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/text.h>

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

/* On stdout without end; in a file by pages, because a file goes to a printer. */
static enum err
write_sheets(const struct request *r, const struct sheet_list *sheets)
{
	const char *path = r->options[OPTION_OUTPUT];
	struct safe_file file = {0};
	struct str text = {0};
	enum err e = ERR_OK;

	if (path == NULL || strcmp(path, "-") == 0) {
		paper_text(&text, sheets, 0, false);
		fputs(str_text(&text), stdout);
	} else {
		paper_text(&text, sheets, PAPER_PAGE_LINES, true);
		e = safe_file_open(&file, path);
		if (e == ERR_OK) {
			fputs(str_text(&text), file.f);
			e = safe_file_commit(&file);
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
