/* Sentences that more than one screen says. */
#ifndef TUI_SAY_H
#define TUI_SAY_H

#include <frontdesk/desk_booking.h>

#include "app.h"

/* The question of a soft finding; its answers stand in the footer. */
#define SAY_WHY "Why go on all the same?"
/*
 * The reason that the digit just typed picks; NULL: there is none, and that is said. Owned by the
 * caller, because the practice may be read again before it is kept. ways: so many digits before the
 * reasons lead elsewhere.
 */
char *say_reason(struct app *a, int ways);
/* Columns that the answers of a question leave in the footer: "0 Other  ? Help". */
enum { ANSWERS_LEAVE = 15 };
/*
 * Adds the reasons there are, "1 client asked  2 therapist agreed  "; where there is no room for
 * all their words these are cut, since every digit is to be seen.
 */
bool say_reasons_fit(const struct app *a, int ways, int columns); /* with all their words */
void say_reasons(const struct app *a, int ways, int columns, struct str *out);
/*
 * Findings for a screen that others may read: of a flag only that there is one, and its mark (rule
 * 6 of screens.md); of what was liked last time nothing.
 */
void say_findings(const struct findings *f, struct lines *out);
/* The same as findings, added to those in out. */
void say_veil(const struct findings *f, struct findings *out);
/* Whether the sentence of a finding names what is nobody's to read over the counter. */
bool say_tells_health(enum finding_code c);
#define SAY_FLAG "a flag speaks against it (!%c): Enter opens the card"

/* Who it is: "Smith, Ada #12, born 1979, last visit Mon 26 Oct 2026". */
void say_client(const struct app *a, int64_t client_id, struct lines *out);
/* The free times nearest to a plan: "Free:  11:15  12:00  14:30 Mia". */
void say_free(const struct app *a, const struct plan *p, size_t most, struct lines *out);

#endif
