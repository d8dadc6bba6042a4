/* What raises a flag, term by term: "condition:surgery<42d" (flag.h). */
#ifndef MODEL_FLAG_TERMS_H
#define MODEL_FLAG_TERMS_H

#include <frontdesk/flag.h>

enum term_kind {
	TERM_CONDITION,
	TERM_PAST,
	TERM_TOLD,
	TERM_MEDICATION,
	TERM_PREGNANCY,
	TERM_CAUSE,
	TERM_GOAL,
	TERM_ONSET,
	TERM_REGION,
	TERM_KIND,
	TERM_KIND_COUNT
};
struct term {
	enum term_kind kind;
	char *value; /* owned; "disc", "back", "any" */
	bool within; /* <42d */
	int days; /* of <42d and >=42d; 0 = whenever */
};
struct term_list {
	struct term *v;
	size_t n, cap;
};
void term_list_release(struct term_list *l);
/*
 * The next alternative of *raised_by, whose terms must all hold; *raised_by goes past it. At the
 * end there are none. ERR_USAGE names the term.
 */
MUST_CHECK enum err terms_next(const char **raised_by, struct term_list *out);

#endif
