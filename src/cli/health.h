/* What the health verbs share; private to the command line. */
#ifndef CLI_HEALTH_H
#define CLI_HEALTH_H

#include "request.h"
#include "out.h"

/* The client named by the first n words. */
MUST_CHECK enum err health_client(struct request *r, size_t n, const char *usage, int64_t *id);

extern const struct fields fields_intake, fields_versions, fields_note, fields_flag,
    fields_clearance, fields_consent, fields_visit;

#endif
