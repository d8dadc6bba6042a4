/* The two halves of help; private to the command line. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <frontdesk/command.h>

/* "  name   what it does" */
void help_row(const char *name, const char *help);
/* Remarks, words and fields of one command. */
void help_details(enum cmd c);

#endif
