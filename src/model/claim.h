/*
 * What a word of a line may be: a service, a therapist, a room, or what the line's own grammar
 * reads. For line.c and free_query.c.
 *
 *   service    its code, with minutes or without ("dt60", "dt 60"), or its whole name
 *   therapist  their code, their whole name, or its first word; no beginnings of names: those are
 *              the client's
 *   room       its code
 * Names of archived ones claim nothing, their codes do. Figures alone are never a code: they are
 * times (a room may be written room:2).
 */
#ifndef MODEL_CLAIM_H
#define MODEL_CLAIM_H

#include <frontdesk/practice.h>

struct claim {
	enum claim_kind {
		CLAIM_NONE,
		CLAIM_GRAMMAR,
		CLAIM_SERVICE,
		CLAIM_THERAPIST,
		CLAIM_ROOM
	} kind;
	int64_t id;
	int minutes; /* of a service; 0 = not typed */
	size_t taken; /* words */
	int rank; /* 2 by code, 1 by whole name, 0 by its first word */
};

/*
 * The one reading of the words (n > 0, none quoted). `grammar` words were read by the grammar
 * itself (0 = none) as `what` ("a day"). ERR_USAGE lists the readings when there are several.
 */
MUST_CHECK enum err claim_read(const struct practice *p, char *const *words, size_t n,
    size_t grammar, const char *what, struct claim *out);

/* Puts the claim's id into *slot; ERR_USAGE names both when another one is there. */
MUST_CHECK enum err claim_once(
    const struct practice *p, const struct claim *c, const char *word, int64_t *slot);
/*
 * The length typed with the service and the one typed apart, 0 or less = not; ERR_USAGE: they
 * differ.
 */
MUST_CHECK enum err claim_minutes(int with_service, int apart, int *out);

#endif
