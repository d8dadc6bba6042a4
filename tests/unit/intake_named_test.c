/* What words of an intake name and nothing tells: to be asked about. */
#include "intake_fixture.h"
#include "../tap.h"

#define AS "; tell it as "

/* Words of an intake, and what stands beside them. */
static void
test_named(void)
{
	static const struct {
		const char *field, *words, *beside, *said; /* said NULL: nothing */
	} cases[] = {
	    {"reason", "slipped disc, takes Warfarin", "",
		"herniated disc, blood thinner" AS "conditions=+disc medications=+bloodthinner"},
	    {"reason", "slipped disc, takes warfarin", "!disc",
		"blood thinner" AS "medications=+bloodthinner"},
	    {"reason", "slipped disc, takes warfarin", "!cause=disc !medications=other:xarelto",
		NULL},
	    {"reason", "slipped disc", "!disc@past", NULL},
	    {"reason", "two strokes, an aneurysm", "",
		"stroke, aneurysm" AS "conditions=+stroke,aneurysm"},
	    {"reason", "after the stroke", "!conditions=other:stroke", NULL},
	    {"reason", "broken leg", "!injuries=left leg fractured", NULL},
	    {"reason", "pregnancy massage", "!preg 12.2.", NULL},
	    {"reason", "pregnancy massage", "",
		"pregnant, due date not known" AS "conditions=+pregnant"},
	    {"reason", "wants to relax, another time longer", "", NULL},
	    {"goals", "other:sleep after a stroke", "", "stroke" AS "conditions=+stroke"},
	    {"worse", "my pacemaker side", "", "pacemaker" AS "conditions=+pacemaker"},
	    {"conditions", "\"cancer:breast, radiation\"", "",
		"cancer treatment" AS "medications=+chemo"},
	    {"surgeries", "heart, 2019", "", NULL},
	    {"surgeries", "hip, on warfarin since", "",
		"blood thinner" AS "medications=+bloodthinner"},
	    {"allergies", "codeine", "", NULL},
	    {"oil", "almond", "", NULL},
	    {"music", "Heart", "", NULL},
	    {"note", "had a stroke last year", "", "stroke" AS "conditions=+stroke"},
	    {"note", "had a stroke last year", "!stroke@past", NULL},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct intake in;
		struct str said = {0}, want = {0};

		intake_init(&in);
		if (strcmp(cases[i].field, "note") == 0)
			xstrset(&in.note, cases[i].words);
		else if (set(&in, cases[i].field, cases[i].words) != ERR_OK &&
		    cases[i].said != NULL)
			ok(0, "%s: %s", cases[i].words, err_message());
		is_int(intake_hear(&in, &habits, cases[i].beside, NULL), ERR_OK, "told");
		if (cases[i].said != NULL)
			str_addf(&want, "Named but not told: %s", cases[i].said);
		intake_say_named(&said, &in, &in, &words);
		is_str(str_text(&said), str_text(&want), "%s=%s %s", cases[i].field, cases[i].words,
		    cases[i].beside);
		str_release(&said);
		str_release(&want);
		intake_release(&in);
	}
}

/* A second thing that is on no list is told beside the first. */
static void
test_others(void)
{
	struct intake in;

	intake_init(&in);
	is_int(set(&in, "medications", "other:xarelto"), ERR_OK, "one");
	is_int(set(&in, "medications", "+other:morphine"), ERR_OK, "another");
	is_int(set(&in, "medications", "+other:Xarelto"), ERR_OK, "the first again");
	is_str(written(&in, "medications"), "other@2026-11-23:morphine, other@2026-11-23:Xarelto",
	    "both stand, each once");
	is_int(set(&in, "conditions", "night"), ERR_NOT_FOUND, "no beginning of a grave one");
	is_str(err_message(),
	    "no condition \"night\"; if severe pain at night (nightpain) is meant, write it in "
	    "full",
	    "which is named");
	is_int(set(&in, "conditions", "open"), ERR_NOT_FOUND, "nor another");
	is_int(set(&in, "conditions", "diab, pregnancy"), ERR_OK, "what is plain is taken");
	is_str(written(&in, "conditions"), "diabetes@2026-11-23, pregnant@2026-11-23", "as it is");
	intake_release(&in);
}

int
main(void)
{
	intake_set_up();
	test_named();
	test_others();
	vocabulary_release(&words);
	return done();
}
