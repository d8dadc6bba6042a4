/* A line that nobody is to see: from the terminal without echo, else from stdin. */
#ifndef CLI_SECRET_H
#define CLI_SECRET_H

#include <stddef.h>

#include <frontdesk/err.h>

/* Without its newline; a longer one is cut. On a terminal it is asked for with `prompt`. */
MUST_CHECK enum err secret_read(const char *prompt, char *out, size_t size);

#endif
