/* What was asked on the command line, and the words in it made into ids, days and numbers. */
#ifndef CLI_REQUEST_H
#define CLI_REQUEST_H

#include <frontdesk/cli.h>
#include <frontdesk/command.h>
#include <frontdesk/desk_booking.h>
#include <frontdesk/str.h>
#include <frontdesk/table.h>

struct request {
	const struct cli *cli;
	enum cmd cmd; /* CMD_NONE: no command, the screens */
	const char *options[OPTION_COUNT]; /* NULL = not given; "" = given without a value */
	struct {
		const char **v; /* the list is owned, the words are argv's */
		size_t n, cap;
	} args; /* before the verb is known all words, then those behind it */
	enum table_format format;
	char *reason; /* owned; of --yes, when it was a digit */
	char *path; /* owned; the practice's file */
	struct desk_options where; /* how to open it */
	struct desk desk; /* open while a command that needs the file runs */
	struct findings refused; /* why a command was refused, printed with its sentence */
	struct str instead; /* what could be done instead, printed after that; "" = nothing */
};
void request_release(struct request *r);

/* Reads options and words. ERR_USAGE: an option that is none, is not clear, or lacks its value. */
MUST_CHECK enum err request_options(struct request *r);
/* Finds the verb and takes its words off; ERR_USAGE: there is none, or it takes no such option. */
MUST_CHECK enum err request_command(struct request *r);
/* Format, clock, person and file. */
MUST_CHECK enum err request_where(struct request *r);

bool request_has(const struct request *r, enum option_id o);
/* The words from `first` on, parted by blanks; owned by the caller. */
char *request_words(const struct request *r, size_t first);
/* The same as a line that books: of an argument "!low back" the words stay together. */
char *request_line(const struct request *r, size_t first);
/* What is said, and whether it is dry. */
struct consent request_consent(const struct request *r);

/* A whole number in low..high; *out keeps its value when the option is not given. */
MUST_CHECK enum err request_number(
    const struct request *r, enum option_id o, long low, long high, long *out);
/* --yes 2 is the reason of that digit; ERR_USAGE: there is none. With the file open. */
MUST_CHECK enum err request_reason(struct request *r);
/* Whether "back" stands at a place; ERR_USAGE: something else does. */
MUST_CHECK enum err request_back(const struct request *r, size_t at, bool *back);
/* "#12" or "12". */
MUST_CHECK enum err request_appt(const char *word, int64_t *id);
/* A number of something else: "a note's number, like 12". */
MUST_CHECK enum err request_id(const char *word, const char *what, int64_t *id);
/* --therapist, --room, --client, --appointment; 0 = not given. */
MUST_CHECK enum err request_filters(struct request *r, struct appt_query *q);
/* The words from `first` on as a range; without any *out stays. */
MUST_CHECK enum err request_range(const struct request *r, size_t first, struct range *out);
/* Text as a day; the time in it is an error. */
MUST_CHECK enum err request_day(const struct request *r, const char *text, civil_day *out);
/* [today, today + days) */
struct range request_today(const struct request *r, civil_day days);

#endif
