/*
 * What each verb does. A verb gets the request with its words and options, checked in kind; it
 * prints its result and returns why it could not.
 */
#ifndef CLI_VERBS_H
#define CLI_VERBS_H

#include "request.h"

enum verb_file { WITHOUT_FILE, WITH_FILE };
enum { ANY_WORDS = 10000 };

/*
 * VERB(ID, does, file, least, most): the command, its function, whether the practice's file is open
 * while it runs, and how many words it takes.
 */
#define VERB_LIST(VERB) \
	VERB(HELP, verb_help, WITHOUT_FILE, 0, 2) \
	VERB(COMPLETION, verb_completion, WITHOUT_FILE, 1, 1) \
	VERB(SCREEN, verb_screen, WITHOUT_FILE, 1, 1) \
	VERB(INIT, verb_init, WITHOUT_FILE, 0, 0) \
	VERB(DEMO, verb_demo, WITHOUT_FILE, 0, 0) \
	VERB(CHECK, verb_check, WITHOUT_FILE, 0, 0) \
	VERB(BACKUP, verb_backup, WITH_FILE, 1, 1) \
	VERB(SET, verb_set, WITH_FILE, 0, ANY_WORDS) \
	VERB(THERAPIST_LIST, verb_therapist_list, WITH_FILE, 0, 0) \
	VERB(THERAPIST_ADD, verb_therapist_add, WITH_FILE, 1, ANY_WORDS) \
	VERB(THERAPIST_EDIT, verb_therapist_edit, WITH_FILE, 2, ANY_WORDS) \
	VERB(THERAPIST_ARCHIVE, verb_therapist_archive, WITH_FILE, 1, 2) \
	VERB(ROOM_LIST, verb_room_list, WITH_FILE, 0, 0) \
	VERB(ROOM_ADD, verb_room_add, WITH_FILE, 1, ANY_WORDS) \
	VERB(ROOM_EDIT, verb_room_edit, WITH_FILE, 2, ANY_WORDS) \
	VERB(ROOM_ARCHIVE, verb_room_archive, WITH_FILE, 1, 2) \
	VERB(SERVICE_LIST, verb_service_list, WITH_FILE, 0, 0) \
	VERB(SERVICE_ADD, verb_service_add, WITH_FILE, 1, ANY_WORDS) \
	VERB(SERVICE_EDIT, verb_service_edit, WITH_FILE, 2, ANY_WORDS) \
	VERB(SERVICE_ARCHIVE, verb_service_archive, WITH_FILE, 1, 2) \
	VERB(PERSON_LIST, verb_person_list, WITH_FILE, 0, 0) \
	VERB(PERSON_ADD, verb_person_add, WITH_FILE, 1, ANY_WORDS) \
	VERB(PERSON_EDIT, verb_person_edit, WITH_FILE, 2, ANY_WORDS) \
	VERB(PERSON_ARCHIVE, verb_person_archive, WITH_FILE, 1, 2) \
	VERB(PERSON_PIN, verb_person_pin, WITH_FILE, 1, 2) \
	VERB(WORD_LIST, verb_vocabulary_list, WITH_FILE, 0, 1) \
	VERB(WORD_ADD, verb_vocabulary_add, WITH_FILE, 2, ANY_WORDS) \
	VERB(WORD_EDIT, verb_vocabulary_edit, WITH_FILE, 3, ANY_WORDS) \
	VERB(WORD_ARCHIVE, verb_vocabulary_archive, WITH_FILE, 2, 3) \
	VERB(HOURS, verb_hours, WITH_FILE, 1, ANY_WORDS) \
	VERB(BLOCK, verb_block, WITH_FILE, 0, ANY_WORDS) \
	VERB(UNBLOCK, verb_unblock, WITH_FILE, 1, 1) \
	VERB(CLOSED, verb_closed, WITH_FILE, 1, ANY_WORDS) \
	VERB(CLIENT_ADD, verb_client_add, WITH_FILE, 1, ANY_WORDS) \
	VERB(CLIENT_FIND, verb_client_find, WITH_FILE, 1, ANY_WORDS) \
	VERB(CLIENT_SHOW, verb_client_show, WITH_FILE, 1, ANY_WORDS) \
	VERB(CLIENT_EDIT, verb_client_edit, WITH_FILE, 2, ANY_WORDS) \
	VERB(CLIENT_ARCHIVE, verb_client_archive, WITH_FILE, 1, ANY_WORDS) \
	VERB(INTAKE_SHOW, verb_intake_show, WITH_FILE, 1, ANY_WORDS) \
	VERB(INTAKE_SET, verb_intake_set, WITH_FILE, 1, ANY_WORDS) \
	VERB(INTAKE_HISTORY, verb_intake_history, WITH_FILE, 1, ANY_WORDS) \
	VERB(INTAKE_NOCHANGE, verb_intake_nochange, WITH_FILE, 1, ANY_WORDS) \
	VERB(INTAKE_FORM, verb_intake_form, WITH_FILE, 0, ANY_WORDS) \
	VERB(INTAKE_REVIEW, verb_intake_review, WITH_FILE, 0, ANY_WORDS) \
	VERB(FLAGS, verb_flags, WITH_FILE, 1, ANY_WORDS) \
	VERB(ACK, verb_ack, WITH_FILE, 0, 2) \
	VERB(CLEARANCE, verb_clearance, WITH_FILE, 1, ANY_WORDS) \
	VERB(CONSENT, verb_consent, WITH_FILE, 1, ANY_WORDS) \
	VERB(VISIT, verb_visit, WITH_FILE, 1, ANY_WORDS) \
	VERB(ALERT_ADD, verb_alert_add, WITH_FILE, 2, ANY_WORDS) \
	VERB(ALERT_LIST, verb_alert_list, WITH_FILE, 1, ANY_WORDS) \
	VERB(ALERT_EDIT, verb_alert_edit, WITH_FILE, 2, ANY_WORDS) \
	VERB(ALERT_END, verb_alert_end, WITH_FILE, 2, 2) \
	VERB(BOOK, verb_book, WITH_FILE, 1, ANY_WORDS) \
	VERB(FREE, verb_free, WITH_FILE, 1, ANY_WORDS) \
	VERB(WHY, verb_why, WITH_FILE, 1, ANY_WORDS) \
	VERB(AGENDA, verb_agenda, WITH_FILE, 0, ANY_WORDS) \
	VERB(SHOW, verb_show, WITH_FILE, 1, 1) \
	VERB(MOVE, verb_move, WITH_FILE, 2, ANY_WORDS) \
	VERB(CANCEL, verb_cancel, WITH_FILE, 1, 1) \
	VERB(STATUS, verb_status, WITH_FILE, 2, 3) \
	VERB(SPLIT, verb_split, WITH_FILE, 1, ANY_WORDS) \
	VERB(REBOOK, verb_rebook, WITH_FILE, 2, ANY_WORDS) \
	VERB(ROSTER, verb_roster, WITH_FILE, 0, ANY_WORDS) \
	VERB(CARD, verb_card, WITH_FILE, 1, 1) \
	VERB(AFTERCARE, verb_aftercare, WITH_FILE, 1, 1) \
	VERB(EXPORT, verb_export, WITH_FILE, 0, ANY_WORDS) \
	VERB(IMPORT_CLIENTS, verb_import, WITH_FILE, 1, 1) \
	VERB(IMPORT_APPOINTMENTS, verb_import, WITH_FILE, 1, 1) \
	VERB(LOG, verb_log, WITH_FILE, 0, ANY_WORDS) \
	VERB(UNDO, verb_undo, WITH_FILE, 0, 1) \
	VERB(REDO, verb_redo, WITH_FILE, 0, 0)

struct verb {
	enum err (*does)(struct request *r);
	enum verb_file file;
	size_t least, most; /* words */
};

#define X(id, does, file, least, most) enum err does(struct request *r);
VERB_LIST(X)
#undef X

/* How a command is written: "frontdesk show APPT". */
void help_usage(enum cmd c, struct str *out);
/* --help: of one command, or of all (CMD_NONE). --version. */
void help_print(enum cmd c);
void help_version(void);

#endif
