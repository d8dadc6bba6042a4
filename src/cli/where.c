/* Where and when the desk works: format, clock, person and file. */
#include "request.h"

#include <string.h>

#include <frontdesk/str.h>

static enum err
read_format(struct request *r)
{
	static const char *const words[] = {"text", "tsv", "json"};
	const char *word = r->options[OPTION_FORMAT];

	if (word == NULL)
		return ERR_OK;
	for (int i = TABLE_TEXT; i <= TABLE_JSON; i++)
		if (strcmp(word, words[i]) == 0) {
			r->format = (enum table_format)i;
			return ERR_OK;
		}
	return err_set(ERR_USAGE, "--format \"%s\" is none of text, tsv, json", word);
}

/* "10:20": today at that time; which day that is, the practice's zone will tell. */
static bool
read_time(const char *text, civil_min *out)
{
	const struct when_habits habits = {.week_start = 1};
	struct when when;

	if (when_parse(text, &habits, &when, NULL) != ERR_OK || when.day != CIVIL_DAY_NONE ||
	    when.minute < 0 || when.minutes >= 0)
		return false;
	*out = when.minute;
	return true;
}

static enum err
read_now(struct request *r)
{
	const char *now = request_has(r, OPTION_NOW) ? r->options[OPTION_NOW] : r->cli->now;

	r->where.pinned = CIVIL_NONE;
	if (now == NULL || *now == '\0' || civil_parse_iso_min(now, &r->where.pinned))
		return ERR_OK;
	r->where.pinned_today = read_time(now, &r->where.pinned);
	if (r->where.pinned_today)
		return ERR_OK;
	return err_set(ERR_USAGE, "%s \"%s\" is not a time like 2026-11-23T09:00 or 10:20",
	    request_has(r, OPTION_NOW) ? "--now" : "FRONTDESK_NOW", now);
}

/* A folder of the environment counts only when it is absolute (XDG Base Directory spec). */
static bool
absolute(const char *folder)
{
	return folder != NULL && folder[0] == '/';
}

static enum err
choose_file(struct request *r)
{
	const struct cli *c = r->cli;
	struct str path = {0};

	if (request_has(r, OPTION_FILE))
		str_add(&path, r->options[OPTION_FILE]);
	else if (c->file != NULL && c->file[0] != '\0')
		str_add(&path, c->file);
	else if (absolute(c->data_home))
		str_addf(&path, "%s/frontdesk/practice.db", c->data_home);
	else if (absolute(c->home))
		str_addf(&path, "%s/.local/share/frontdesk/practice.db", c->home);
	r->where.usual_place = !request_has(r, OPTION_FILE) && str_or_empty(c->file)[0] == '\0';
	if (path.n == 0) {
		str_release(&path);
		return err_set(ERR_USAGE, "no file: name one with -f FILE or FRONTDESK_FILE");
	}
	r->path = str_take(&path);
	return ERR_OK;
}

enum err
request_where(struct request *r)
{
	const char *who = request_has(r, OPTION_AS) ? r->options[OPTION_AS] : r->cli->login;
	enum err e;

	if (who[0] == '\0')
		return err_set(ERR_USAGE, "--as needs a name");
	e = read_format(r);
	if (e == ERR_OK)
		e = read_now(r);
	if (e == ERR_OK)
		e = choose_file(r);
	r->where.path = r->path;
	r->where.who = who;
	r->where.login = r->cli->login;
	r->where.terminal = r->cli->terminal;
	r->where.clock = r->cli->clock;
	return e;
}
