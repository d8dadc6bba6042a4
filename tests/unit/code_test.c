/* Which codes are free, and what a mistyped word was meant as. */
#include "grammar.h"
#include "../tap.h"

static void
test_codes(void)
{
	static const struct {
		const char *code;
		enum code_kind kind;
		int64_t id;
		const char *want; /* NULL: free */
	} rows[] = {
	    {"lea", CODE_THERAPIST, 0, NULL},
	    {"jon", CODE_THERAPIST, JON, NULL},
	    {"jon", CODE_THERAPIST, MIA, "taken by Jon Berg (therapist jon)"},
	    {"JON", CODE_ROOM, JON, "taken by Jon Berg"},
	    {"jon", CODE_SERVICE, 0, "taken by Jon Berg"},
	    {"r2", CODE_THERAPIST, 0, "taken by r2 (room r2)"},
	    {"DT", CODE_ROOM, 0, "taken by Deep tissue (service dt)"},
	    {"dt60", CODE_THERAPIST, 0, "taken by Deep tissue"},
	    {"r", CODE_SERVICE, 0, "taken by r2 (room r2)"},
	    {"old", CODE_ROOM, 0, "taken by Olga Gone"},
	    {"7", CODE_ROOM, 0, NULL},
	    {"fri", CODE_THERAPIST, 0, "cannot be a code"},
	    {"su", CODE_THERAPIST, 0, "cannot be a code"},
	    {"mar", CODE_THERAPIST, 0, "cannot be a code"},
	    {"maria", CODE_THERAPIST, 0, NULL},
	    {"today", CODE_ROOM, 0, "cannot be a code"},
	    {"noon", CODE_ROOM, 0, "cannot be a code"},
	    {"3pm", CODE_ROOM, 0, "cannot be a code"},
	    {"pm", CODE_ROOM, 0, "cannot be a code"},
	    {"next", CODE_SERVICE, 0, "cannot be a code"},
	    {"in", CODE_SERVICE, 0, "cannot be a code"},
	    {"to", CODE_SERVICE, 0, "cannot be a code"},
	    {"any", CODE_THERAPIST, 0, "cannot be a code"},
	    {"*", CODE_THERAPIST, 0, "cannot be a code"},
	    {"+", CODE_THERAPIST, 0, "cannot be a code"},
	    {"#5", CODE_THERAPIST, 0, "cannot be a code"},
	    {"!x", CODE_THERAPIST, 0, "cannot be a code"},
	    {"female", CODE_THERAPIST, 0, "cannot be a code"},
	    {"week", CODE_SERVICE, 0, "cannot be a code"},
	    {"first", CODE_SERVICE, 0, "cannot be a code"},
	    {"evening", CODE_SERVICE, 0, "cannot be a code"},
	};
	struct practice p;

	grammar_practice(&p);
	for (size_t i = 0; i < array_size(rows); i++) {
		enum err err = practice_code_free(&p, rows[i].code, rows[i].kind, rows[i].id);

		if (rows[i].want == NULL)
			is_int(err, ERR_OK, "\"%s\" is free", rows[i].code);
		else
			ok(err == ERR_REFUSED && strstr(err_message(), rows[i].want) != NULL,
			    "\"%s\": %s", rows[i].code, err_message());
	}
	practice_release(&p);
}

static void
test_near(void)
{
	static const struct {
		const char *word, *want;
	} rows[] = {{"jno", "jon"}, {"jonn", "jon"}, {"mai", "mc"}, {"asga", "asha"},
	    {"fry", "fri"}, {"olf", ""}, {"smith", ""}, {"x", ""}, {"sn", ""}};
	struct practice p;

	grammar_practice(&p);
	for (size_t i = 0; i < array_size(rows); i++) {
		const char *near = practice_near(&p, rows[i].word);

		is_str(near != NULL ? near : "", rows[i].want, "%s", rows[i].word);
	}
	practice_release(&p);
}

int
main(void)
{
	test_codes();
	test_near();
	return done();
}
