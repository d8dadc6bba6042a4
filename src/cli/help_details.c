/* What the help of a command says beyond its row: the words it takes, the records it prints. */
#include "health.h"
#include "help.h"
#include "out.h"
#include "verbs.h"

#include <frontdesk/desk_file.h>
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_person.h>
#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>

struct help_word {
	const char *name, *help;
};
#define X(field, label, help) {#field, help},
static const struct help_word therapist_words[] = {THERAPIST_FIELD_LIST(X)};
static const struct help_word room_words[] = {ROOM_FIELD_LIST(X)};
static const struct help_word service_words[] = {SERVICE_FIELD_LIST(X)};
static const struct help_word person_words[] = {PERSON_FIELD_LIST(X)};
static const struct help_word client_words[] = {CLIENT_TEXT_LIST(X) CLIENT_OTHER_LIST(X)};
static const struct help_word clearance_words[] = {CLEARANCE_FIELD_LIST(X)};
static const struct help_word consent_words[] = {CONSENT_FIELD_LIST(X)};
static const struct help_word vocabulary_words[] = {VOCABULARY_FIELD_LIST(X)};
static const struct help_word flag_words[] = {FLAG_FIELD_LIST(X)};
#undef X
#define X(id, word, kind, choices, section, label) {word, label},
static const struct help_word intake_words[] = {INTAKE_FIELD_LIST(X)};
#undef X
#define X(id, word, label) {word, label},
static const struct help_word visit_words[] = {VISIT_FIELD_LIST(X)};
#undef X

static void
help_words(const char *title, const struct help_word *v, size_t n)
{
	out_line("%s", "");
	out_line("%s:", title);
	for (size_t i = 0; i < n; i++)
		help_row(v[i].name, v[i].help);
}

static void
help_settings(void)
{
	out_line("%s", "");
	out_line("Settings:");
	for (enum setting id = 0; id < SETTING_COUNT; id++)
		help_row(setting_rows[id].key, setting_rows[id].help);
}

static void
help_states(void)
{
	out_line("%s", "");
	out_line("States, by word or character:");
	for (enum appt_state s = 0; s < APPT_STATE_COUNT; s++) {
		struct str title = {0};

		str_addf(&title, "%c  %s", appt_state_char(s), appt_state_title(s));
		help_row(appt_state_word(s), str_text(&title));
		str_release(&title);
	}
}

static void
help_vocabulary(enum cmd c)
{
	out_line("%s", "");
	out_line("Kinds:");
#define X(id, word, help) help_row(word, help);
	VOCABULARY_LIST(X)
#undef X
	help_row("flag", FLAGS_ARE);
	if (c != CMD_WORD_ADD && c != CMD_WORD_EDIT)
		return;
	help_words("Fields of a word", vocabulary_words, array_size(vocabulary_words));
	help_words("Fields of a flag", flag_words, array_size(flag_words));
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
	out_line("Therapist, room and service by code; marks: 1 first visit, R asked for by name, "
		 "m message left");
}

static void
help_slots(void)
{
	out_line("marks: t touches another booking or the edge of the shift, o leaves a gap under "
		 "30 min");
}

static void
help_export(void)
{
	out_line("%s", "");
	out_line("Without a range: from today on for a year. Details, the first when none is "
		 "asked for:");
	help_row(ics_detail_word(ICS_BUSY), "Only that the time is taken");
	help_row(ics_detail_word(ICS_SERVICE), "The service, by its neutral label");
	help_row(ics_detail_word(ICS_INITIALS), "The client's initials, service and room");
	help_row(ics_detail_word(ICS_FULL), "The client's name and service; goes into the log");
}

/* What a command does where its synopsis does not say it. */
static const struct {
	enum cmd cmd;
	const char *text;
} remarks[] = {
    {CMD_SCREEN,
	"Screens: day, clients, free, print, history, parked, setup, welcome. Keys: characters, "
	"Enter, Esc, Down, Ctrl-Z …, or [text]. They are pressed for good: what they book or "
	"change stands in the practice"},
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
    {CMD_INTAKE_SET,
	"Places of the body: a code of `vocabulary list region` with a side L R B M, a pain, = and "
	"numb, scar or bruise, @ and the pressure liked there; + before it: focus, -: avoid, lbL= "
	"takes it out. Of fields with several values +VALUE adds, -VALUE takes out; "
	"conditions=+fracture:faL says where it is; source=paper, version=annual and note= may "
	"stand there too"},
    {CMD_INTAKE_REVIEW,
	"The words that are right are taken into the intake; the note is not asked of again"},
    {CMD_ACK,
	"Without --phone the therapist's PIN is asked for, or read from a pipe. Without a FLAG: "
	"all that is open"},
    {CMD_VISIT,
	"A pain before and after is 6/2; 6 alone leaves what was told after as it is, /2 what was "
	"told before, and pain= takes both out. A pressure above the cap of a flag is noted, and "
	"that is said"},
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

/* The words that a command takes, by their lists. */
static const struct {
	enum cmd cmd;
	const struct help_word *v;
	size_t n;
} words_of[] = {
#define WORDS(c, list) \
	{ \
		CMD_##c, list, array_size(list) \
	}
    WORDS(THERAPIST_ADD, therapist_words),
    WORDS(THERAPIST_EDIT, therapist_words),
    WORDS(ROOM_ADD, room_words),
    WORDS(ROOM_EDIT, room_words),
    WORDS(SERVICE_ADD, service_words),
    WORDS(SERVICE_EDIT, service_words),
    WORDS(PERSON_ADD, person_words),
    WORDS(PERSON_EDIT, person_words),
    WORDS(CLIENT_ADD, client_words),
    WORDS(CLIENT_EDIT, client_words),
    WORDS(INTAKE_SET, intake_words),
    WORDS(CLEARANCE, clearance_words),
    WORDS(CONSENT, consent_words),
    WORDS(VISIT, visit_words),
#undef WORDS
};

/* The records that a command prints. */
static const struct {
	enum cmd cmd;
	const struct fields *fields;
} records_of[] = {
    {CMD_CLIENT_FIND, &fields_client},
    {CMD_CLIENT_SHOW, &fields_client},
    {CMD_ALERT_ADD, &fields_alert},
    {CMD_ALERT_LIST, &fields_alert},
    {CMD_ALERT_EDIT, &fields_alert},
    {CMD_ALERT_END, &fields_alert},
    {CMD_AGENDA, &fields_appt},
    {CMD_SHOW, &fields_appt},
    {CMD_BOOK, &fields_appt},
    {CMD_FREE, &fields_free},
    {CMD_WHY, &fields_finding},
    {CMD_IMPORT_CLIENTS, &fields_import},
    {CMD_IMPORT_APPOINTMENTS, &fields_import},
    {CMD_LOG, &fields_audit},
    {CMD_BLOCK, &fields_block},
    {CMD_CLOSED, &fields_block},
    {CMD_BACKUP, &fields_backup},
    {CMD_CHECK, &fields_problem},
    {CMD_INTAKE_SHOW, &fields_intake},
    {CMD_INTAKE_HISTORY, &fields_versions},
    {CMD_INTAKE_REVIEW, &fields_note},
    {CMD_FLAGS, &fields_flag},
    {CMD_ACK, &fields_appt},
    {CMD_CLEARANCE, &fields_clearance},
    {CMD_CONSENT, &fields_consent},
    {CMD_VISIT, &fields_visit},
};

/* What is said of a command in a way of its own. */
static void
help_particulars(enum cmd c)
{
	if (c == CMD_EXPORT)
		help_export();
	if (c == CMD_SET)
		help_settings();
	if (c == CMD_STATUS)
		help_states();
	if (c == CMD_WORD_LIST || c == CMD_WORD_ADD || c == CMD_WORD_EDIT || c == CMD_WORD_ARCHIVE)
		help_vocabulary(c);
	if (c == CMD_AGENDA || c == CMD_SHOW || c == CMD_BOOK)
		help_appts();
	if (c == CMD_FREE)
		help_slots();
}

void
help_details(enum cmd c)
{
	help_remarks(c);
	for (size_t i = 0; i < array_size(words_of); i++)
		if (words_of[i].cmd == c)
			help_words("Fields", words_of[i].v, words_of[i].n);
	for (size_t i = 0; i < array_size(records_of); i++)
		if (records_of[i].cmd == c)
			help_records(records_of[i].fields);
	help_particulars(c);
}
