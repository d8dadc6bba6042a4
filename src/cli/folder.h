/* The folder a new practice's file will stand in. */
#ifndef CLI_FOLDER_H
#define CLI_FOLDER_H

#include "request.h"

/*
 * A folder for the desks of a group (2770: what is made in it is the group's; store.md, "Opening a
 * file"): made when it is not there, and *made says so; else it must be one already, ERR_REFUSED.
 * ERR_USAGE: there is no such group.
 */
MUST_CHECK enum err folder_share(const struct request *r, const char *group, bool *made);
/* Takes away what folder_share() made; the error's sentence is kept. */
void folder_remove(const struct request *r);

#endif
