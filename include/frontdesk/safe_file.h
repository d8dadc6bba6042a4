/*
 * A file that is whole or not there: written beside its place, then renamed (design: commands.md,
 * "-o FILE"). 0600. What is no regular file (a pipe, /dev/null) is written in place.
 */
#ifndef FRONTDESK_SAFE_FILE_H
#define FRONTDESK_SAFE_FILE_H

#include <stdio.h>

#include <frontdesk/err.h>

struct safe_file {
	FILE *f;
	char *path; /* owned; where it will stand */
	char *beside; /* owned; where it is written; NULL = in place */
};
/* ERR_FAILED names the path and the reason; ERR_REFUSED: it is a practice's file, or its log. */
MUST_CHECK enum err safe_file_open(struct safe_file *s, const char *path);
/* Flushes to the disk and renames; on an error nothing has changed. Releases. */
MUST_CHECK enum err safe_file_commit(struct safe_file *s);
/* Leaves no trace. Accepts a zeroed or committed one. */
void safe_file_abandon(struct safe_file *s);

/*
 * What must not be left behind when the program is stopped (Ctrl-C, a hang-up, SIGTERM) while a
 * file is written beside its place: that file, what it is called once it is whole, and the folder
 * made for it. Called before they are made. The texts stay the caller's, valid until
 * leftover_none(); each may be NULL.
 */
void leftover_set(const char *file, const char *whole, const char *folder);
void leftover_none(void);

#endif
