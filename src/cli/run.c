/* From arguments to an exit status. */
#include "verbs.h"

#include <stdio.h>
#include <string.h>

#include <frontdesk/mem.h>

#include "out.h"

static const struct verb verbs[CMD_COUNT] = {
#define X(id, does, file, least, most) [CMD_##id] = {does, file, least, most},
    VERB_LIST(X)
#undef X
};

static enum err
check_words(const struct request *r, const struct verb *v)
{
	struct str usage = {0};
	enum err e = ERR_OK;

	help_usage(r->cmd, &usage);
	if (r->args.n < v->least)
		e = err_set(ERR_USAGE, "%s needs more words; usage: %s", commands[r->cmd].name,
		    str_text(&usage));
	else if (r->args.n > v->most)
		e = err_set(ERR_USAGE, "\"%s\" is one word too many; usage: %s", r->args.v[v->most],
		    str_text(&usage));
	str_release(&usage);
	return e;
}

/* There is no file yet: what to do about it. */
static enum err
advise(enum err e)
{
	if (e != ERR_NOT_FOUND)
		return e;
	return err_set(e, "%s; make one with frontdesk init, or try frontdesk demo", err_message());
}

static enum err
run_screens(struct request *r, int *status)
{
	if (r->cli->columns == 0)
		return err_set(
		    ERR_USAGE, "the screens need a terminal; for plain text see frontdesk help");
	return advise(r->cli->screens(&r->where, request_has(r, OPTION_ASCII), status));
}

/* Said once; whoever is tired of waiting stops the program. */
static bool
say_waiting(void *arg)
{
	bool *said = arg;

	if (!*said)
		out_error("waiting for another desk to finish saving");
	*said = true;
	return false;
}

/* What goes out is no records: a sheet, a screen, a page of help, a script, a calendar. */
static enum err
check_format(const struct request *r)
{
	static const enum cmd text_only[] = {
	    CMD_ROSTER, CMD_SCREEN, CMD_HELP, CMD_COMPLETION, CMD_EXPORT};

	for (size_t i = 0; i < array_size(text_only); i++)
		if (r->cmd == text_only[i] && r->format != TABLE_TEXT)
			return err_set(ERR_USAGE, "%s prints no records: without --format",
			    commands[r->cmd].name);
	return ERR_OK;
}

static enum err
run_verb(struct request *r)
{
	const struct verb *v = &verbs[r->cmd];
	bool waited = false;
	enum err e;

	e = check_words(r, v);
	if (e == ERR_OK)
		e = check_format(r);
	if (e == ERR_OK && v->file == WITH_FILE)
		e = advise(desk_open(&r->desk, &r->where));
	if (e == ERR_OK)
		e = request_reason(r);
	if (r->desk.store != NULL)
		store_on_wait(r->desk.store, say_waiting, &waited);
	if (e == ERR_OK)
		e = v->does(r);
	if (r->desk.store != NULL)
		store_on_wait(r->desk.store, NULL, NULL);
	if (e == ERR_OK && r->desk.store != NULL && store_newer(r->desk.store))
		out_notice("%s is of a newer version: it is read only, and may hold what is not "
			   "shown; update frontdesk",
		    r->path);
	return e;
}

static enum err
run(struct request *r, int *status)
{
	enum err e;

	e = request_options(r);
	if (e == ERR_OK && request_has(r, OPTION_VERSION)) {
		help_version();
		return ERR_OK;
	}
	if (e == ERR_OK)
		e = request_command(r);
	if (e == ERR_OK && request_has(r, OPTION_HELP)) {
		help_print(r->cmd);
		return ERR_OK;
	}
	if (e == ERR_OK)
		e = request_where(r);
	if (e != ERR_OK)
		return e;
	return r->cmd == CMD_NONE ? run_screens(r, status) : run_verb(r);
}

/* The sentence; under it, for people, what else stands in the way (records have gone out). */
static void
report(const struct request *r)
{
	const struct findings *f = &r->refused;

	out_error(err_message());
	for (size_t i = 0; r->format == TABLE_TEXT && i < f->n; i++)
		if (strstr(err_message(), f->v[i].text) == NULL)
			out_error_more(&f->v[i]);
	for (const char *line = str_text(&r->instead); *line != '\0';
	     line += strcspn(line, "\n"), line += *line == '\n')
		out_notice("  %.*s", (int)strcspn(line, "\n"), line);
}

int
cli_run(const struct cli *c)
{
	struct request r = {.cli = c};
	int status = 0;
	enum err e;

	e = run(&r, &status);
	if ((fflush(stdout) != 0 || ferror(stdout)) && e == ERR_OK)
		e = err_set(ERR_FAILED, "the output could not be written to its end%s",
		    r.desk.store != NULL ? "; what was done stays done" : "");
	if (e != ERR_OK)
		report(&r);
	request_release(&r);
	return e != ERR_OK ? (int)e : status;
}
