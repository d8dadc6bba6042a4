/* Paper: text into lp(1) of CUPS (design: paper.md). */
#ifndef CLI_PRINTER_H
#define CLI_PRINTER_H

#include <frontdesk/cli.h>
#include <frontdesk/str.h>

/*
 * Prints; printer "" = the usual one. No file may be open that is not to outlive a fork: the desk
 * is closed. ERR_FAILED: there is no lp, or it did not take all of it.
 */
MUST_CHECK enum err printer_send(const struct cli *c, const char *printer, const struct str *text);

#endif
