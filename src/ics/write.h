/*
 * Content lines of a calendar file (RFC 5545 3.1 and 3.3.11): ended by CRLF, folded at 75 octets
 * between characters, text escaped. A line is begun, added to and ended:
 *
 *	ics_add(w, "DTSTART;TZID=");
 *	ics_add(w, zone);
 *	ics_end_line(w);
 *
 * A write that fails is remembered; ics_flush() tells.
 */
#ifndef ICS_WRITE_H
#define ICS_WRITE_H

#include <stdint.h>
#include <stdio.h>

#include <frontdesk/civil.h>
#include <frontdesk/err.h>
#include <frontdesk/str.h>
#include <frontdesk/text.h>

enum { ICS_LINE_MAX = 75, ICS_BUFFER = 1 << 16 };

/* A zeroed one with a file is ready. */
struct ics_writer {
	FILE *file; /* not owned */
	int64_t bytes; /* written so far, those in the buffer included */
	size_t column; /* octets in the line begun */
	int reason; /* errno of the write that failed first; 0 = none */
	struct str clean, escaped; /* text on its way */
	size_t n; /* bytes in the buffer */
	char buffer[ICS_BUFFER];
};
void ics_writer_release(struct ics_writer *w); /* flushes nothing */

/* Adds to the line begun, folding it where it gets too long. */
void ics_add(struct ics_writer *w, const char *s);
void ics_end_line(struct ics_writer *w);
/* A whole line. */
void ics_line(struct ics_writer *w, const char *s);
/* A property of type TEXT, cleaned and escaped; nothing when the text is NULL or empty. */
void ics_text(struct ics_writer *w, const char *name, const char *text, enum text_lines lines);

/* Adds s as a TEXT value is written. */
void ics_escape(struct str *out, const char *s);

/* 20261123T090000: local time, seconds after the minute. */
enum { ICS_STAMP_SIZE = 17 };
char *ics_stamp(civil_min m, int second, char buf[static ICS_STAMP_SIZE]);
/* The same of UTC seconds, ended by Z. */
char *ics_stamp_utc(int64_t utc, char buf[static ICS_STAMP_SIZE]);

/* ERR_FAILED: a write has failed, now or before. */
MUST_CHECK enum err ics_flush(struct ics_writer *w);

#endif
