/* help, --help, --version: all of it from the command table. */
#include "out.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

#include <frontdesk/desk_file.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

enum { NAME_WIDTH = 24 };

static void
row(const char *name, const char *help)
{
	struct str line = {0};

	str_add(&line, "  ");
	if (text_width(name) < NAME_WIDTH)
		text_pad(&line, name, NAME_WIDTH, TEXT_LEFT);
	else
		str_addf(&line, "%s  ", name);
	str_add(&line, help);
	out_line("%s", str_text(&line));
	str_release(&line);
}

void
help_usage(enum cmd c, struct str *out)
{
	str_addf(out, "frontdesk %s", commands[c].name);
	if (commands[c].args[0] != '\0')
		str_addf(out, " %s", commands[c].args);
}

/* "-o, --output FILE" */
static void
option_row_line(const struct option_row *o)
{
	struct str name = {0};

	if (o->letter != 0)
		str_addf(&name, "-%c, ", o->letter);
	str_addf(&name, "--%s", o->name);
	if (o->arg[0] == '[')
		str_addf(&name, "[=%.*s]", (int)strcspn(o->arg + 1, "]"), o->arg + 1);
	else if (o->arg[0] != '\0')
		str_addf(&name, " %s", o->arg);
	row(str_text(&name), o->help);
	str_release(&name);
}

static void
help_options(enum cmd c)
{
	bool any = false;

	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *o = &option_rows[i];

		if (c == CMD_NONE ? !o->global : !command_takes(c, o->name))
			continue;
		if (!any)
			out_line("%s", "");
		if (!any)
			out_line("%s", c == CMD_NONE ? "Options of every command:" : "Options:");
		any = true;
		option_row_line(o);
	}
}

/* --- Words and fields of some commands ------------------------------------------------------- */

struct help_word {
	const char *name, *help;
};
#define X(field, label, help) {#field, help},
static const struct help_word therapist_words[] = {THERAPIST_FIELD_LIST(X)};
static const struct help_word room_words[] = {ROOM_FIELD_LIST(X)};
static const struct help_word service_words[] = {SERVICE_FIELD_LIST(X)};
static const struct help_word person_words[] = {PERSON_FIELD_LIST(X)};
static const struct help_word client_words[] = {CLIENT_TEXT_LIST(X) CLIENT_OTHER_LIST(X)};
#undef X

static void
help_words(const struct help_word *v, size_t n)
{
	out_line("%s", "");
	out_line("Fields:");
	for (size_t i = 0; i < n; i++)
		row(v[i].name, v[i].help);
}

static void
help_settings(void)
{
	out_line("%s", "");
	out_line("Settings:");
	for (enum setting id = 0; id < SETTING_COUNT; id++)
		row(setting_rows[id].key, setting_rows[id].help);
}

static void
help_states(void)
{
	out_line("%s", "");
	out_line("States, by word or character:");
	for (enum appt_state s = 0; s < APPT_STATE_COUNT; s++) {
		struct str title = {0};

		str_addf(&title, "%c  %s", appt_state_char(s), appt_state_title(s));
		row(appt_state_word(s), str_text(&title));
		str_release(&title);
	}
}

static void
help_records(const struct fields *f)
{
	struct str line = {0};

	str_add(&line, "Fields of tsv and json:");
	for (size_t i = 0; i < f->n; i++)
		str_addf(&line, " %s", f->v[i].name);
	out_line("%s", "");
	out_line("%s", str_text(&line));
	str_release(&line);
}

static void
help_appts(void)
{
	help_records(&fields_appt);
	out_line("Therapist, room and service by code; marks: 1 first visit, R asked for by name, "
		 "m message left");
}

static void
help_slots(void)
{
	help_records(&fields_free);
	out_line("marks: t touches another booking or the edge of the shift, o leaves a gap under "
		 "30 min");
}

static void
help_export(void)
{
	out_line("%s", "");
	out_line("Without a range: from today on for a year. Details, the first when none is "
		 "asked for:");
	row(ics_detail_word(ICS_BUSY), "Only that the time is taken");
	row(ics_detail_word(ICS_SERVICE), "The service, by its neutral label");
	row(ics_detail_word(ICS_INITIALS), "The client's initials, service and room");
	row(ics_detail_word(ICS_FULL), "The client's name and service; goes into the log");
}

/* What a command does where its synopsis does not say it. */
static const struct {
	enum cmd cmd;
	const char *text;
} remarks[] = {
    {CMD_SCREEN,
	"Screens: day, print, parked, setup, welcome. Keys: characters, Enter, Esc, Down, Ctrl-Z "
	"…, or [text]. They are pressed for good: what they book or change stands in the practice"},
    {CMD_AGENDA, "Without a range: today; with --client from today on for a year"},
    {CMD_LOG, "Without a range: today; of a client or an appointment all there is"},
    {CMD_BACKUP,
	"Into a folder: a copy by its date; of those the newest of each of 7 days, 5 weeks and "
	"12 months stay, the others are removed"},
    {CMD_PERSON_ADD, "The first person is you, and the owner; of others the role must be said"},
    {CMD_PERSON_PIN, "4 to 12 digits, typed unseen, or the first line of what comes by a pipe"},
    {CMD_ALERT_ADD,
	"A client of several words is written in quotes: 'ada smith'. It shows at booking and "
	"check-in unless --at says otherwise. No health: the roster lies on the counter"},
    {CMD_ALERT_EDIT, "What is not named stays; --until none takes the end away"},
    {CMD_FREE, "For people the first 20 are listed, unless --limit says how many"},
};

static void
help_remarks(enum cmd c)
{
	for (size_t i = 0; i < array_size(remarks); i++)
		if (remarks[i].cmd == c) {
			out_line("%s", "");
			out_line("%s", remarks[i].text);
		}
}

static void
help_details(enum cmd c)
{
	help_remarks(c);
	if (c == CMD_EXPORT)
		help_export();
	if (c == CMD_SET)
		help_settings();
	if (c == CMD_STATUS)
		help_states();
	if (c == CMD_THERAPIST_ADD || c == CMD_THERAPIST_EDIT)
		help_words(therapist_words, array_size(therapist_words));
	if (c == CMD_ROOM_ADD || c == CMD_ROOM_EDIT)
		help_words(room_words, array_size(room_words));
	if (c == CMD_SERVICE_ADD || c == CMD_SERVICE_EDIT)
		help_words(service_words, array_size(service_words));
	if (c == CMD_PERSON_ADD || c == CMD_PERSON_EDIT)
		help_words(person_words, array_size(person_words));
	if (c == CMD_CLIENT_ADD || c == CMD_CLIENT_EDIT)
		help_words(client_words, array_size(client_words));
	if (c == CMD_CLIENT_FIND || c == CMD_CLIENT_SHOW)
		help_records(&fields_client);
	if (c == CMD_ALERT_ADD || c == CMD_ALERT_LIST || c == CMD_ALERT_EDIT || c == CMD_ALERT_END)
		help_records(&fields_alert);
	if (c == CMD_AGENDA || c == CMD_SHOW || c == CMD_BOOK)
		help_appts();
	if (c == CMD_FREE)
		help_slots();
	if (c == CMD_WHY)
		help_records(&fields_finding);
	if (c == CMD_IMPORT_CLIENTS || c == CMD_IMPORT_APPOINTMENTS)
		help_records(&fields_import);
	if (c == CMD_LOG)
		help_records(&fields_audit);
	if (c == CMD_BLOCK || c == CMD_CLOSED)
		help_records(&fields_block);
	if (c == CMD_BACKUP)
		help_records(&fields_backup);
	if (c == CMD_CHECK)
		help_records(&fields_problem);
}

/* --- Pages ----------------------------------------------------------------------------------- */

static void
help_one(enum cmd c)
{
	struct str usage = {0};

	help_usage(c, &usage);
	out_line("%s", str_text(&usage));
	out_line("%s", commands[c].help);
	help_options(c);
	help_details(c);
	str_release(&usage);
}

/* The table is in the order of the footer, where those of the screens too do not stand apart. */
static void
help_verbs(bool on_screen)
{
	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++)
		if ((commands[c].where & IN_CLI) != 0 && (commands[c].where != IN_CLI) == on_screen)
			row(commands[c].name, commands[c].help);
}

static void
help_all(void)
{
	out_line("usage: frontdesk [OPTIONS] [COMMAND [ARGUMENTS]]");
	out_line("Without a command the screens open on today.");
	out_line("%s", "");
	help_verbs(false);
	help_verbs(true);
	help_options(CMD_NONE);
	out_line("%s", "");
	out_line("Exit status:");
#define X(id, status, text) row(#status, text);
	ERR_LIST(X)
#undef X
	out_line("%s", "");
	out_line("More of a command: frontdesk help COMMAND. All of it: man frontdesk.");
}

void
help_print(enum cmd c)
{
	if (c == CMD_NONE)
		help_all();
	else
		help_one(c);
}

void
help_version(void)
{
	out_line("frontdesk %s, schema %d, SQLite %s", VERSION, store_schema(), store_sqlite());
}

/* "help therapist": every command that begins so. */
static bool
help_parts(const char *verb)
{
	size_t n = strlen(verb);
	bool any = false;

	for (enum cmd c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		struct str usage = {0};

		if ((commands[c].where & IN_CLI) == 0 || strncmp(commands[c].name, verb, n) != 0 ||
		    commands[c].name[n] != ' ')
			continue;
		any = true;
		help_usage(c, &usage);
		out_line("%s", str_text(&usage));
		out_line("    %s", commands[c].help);
		str_release(&usage);
	}
	return any;
}

enum err
verb_help(struct request *r)
{
	const char *w1 = r->args.n > 0 ? r->args.v[0] : NULL;
	const char *w2 = r->args.n > 1 ? r->args.v[1] : NULL;
	size_t used;
	enum cmd c;

	if (w1 == NULL) {
		help_all();
		return ERR_OK;
	}
	c = command_by_name(IN_CLI, w1, w2, &used);
	if (c != CMD_NONE && used == r->args.n) {
		help_one(c);
		return ERR_OK;
	}
	if (w2 == NULL && help_parts(w1))
		return ERR_OK;
	return err_set(ERR_USAGE, "no command \"%s%s%s\"; frontdesk help lists them all", w1,
	    w2 != NULL ? " " : "", str_or_empty(w2));
}
