/* Files built into the program by src/gen/embed.c, in the order of their names. */
#ifndef FRONTDESK_EMBEDDED_H
#define FRONTDESK_EMBEDDED_H

#include <stddef.h>

struct embedded {
	int number; /* the digits the file name begins with; 0 when there are none */
	const char *name; /* the file name without its folder */
	const char *text; /* all of the file */
};

/* data/schema/NNNN-what.sql */
extern const struct embedded embedded_migrations[];
extern const size_t embedded_migration_count;
/* data/NAME.tsv */
extern const struct embedded embedded_seeds[];
extern const size_t embedded_seed_count;

#endif
