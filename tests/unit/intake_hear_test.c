/* What a caller says on the phone, heard. */
#include "intake_fixture.h"
#include "../tap.h"

static void
test_heard(void)
{
	static const struct {
		const char *heard, *said;
	} cases[] = {
	    {"!preg 12.2. !disc !lb7 !p3 !warfarin",
		"Pregnant, due: Fri 12 Feb 2027; Conditions: herniated disc (23 Nov 2026); "
		"low back: pain 7; Pressure liked: 3 medium; "
		"Medications: blood thinner (23 Nov 2026)"},
	    {"!preg 12 feb 2027 !lb7", "Pregnant, due: Fri 12 Feb 2027; low back: pain 7"},
	    {"!preg12.2.", "Pregnant, due: Fri 12 Feb 2027"},
	    {"!pregnant", "Conditions: pregnant, due date not known (23 Nov 2026)"},
	    {"!+trB@4 !-ab !lbL=numb",
		"both upper trapezius: focus, pressure 4; abdomen: avoid; left low back: numb"},
	    {"!neck7", "neck: pain 7"},
	    {"!low back", "low back: pain"},
	    {"!\"lower back\" !nk", "low back: pain; neck: pain"},
	    {"!lift !pain=6 !worst=9",
		"Cause: strain from lifting; Pain now, 0 to 10: 6; At worst: 9"},
	    {"!music=no jazz please !quiet", NULL},
	    {"!music=no jazz please !talk=quiet", "Music: no jazz please; Talk: quiet"},
	    {"!disc:L5, since spring !heart@past",
		"Conditions: herniated disc: L5, since spring (23 Nov 2026); "
		"Conditions: heart disease (past)"},
	    {"!surgery@20.10.", "Conditions: surgery (20 Oct 2026)"},
	    {"!slipped disc", "Conditions: herniated disc (23 Nov 2026)"},
	    {"!arthritis", "Conditions: arthritis, degenerative (23 Nov 2026)"},
	    {"!P4", "Pressure liked: 4 firm"},
	    {"!deep !lb7", "Pressure liked: 5 deep; low back: pain 7"},
	    {"!Very light", "Pressure liked: 1 very light"},
	    {"!firm pressure", "Pressure liked: 4 firm"},
	    {"!varies", "Pressure liked: varies"},
	    {"!pregnancy", "Conditions: pregnant, due date not known (23 Nov 2026)"},
	    {"!pregnancy 12.2.", "Pregnant, due: Fri 12 Feb 2027"},
	    {"!pregnant 12 feb", "Pregnant, due: Fri 12 Feb 2027"},
	    {"!pregnancy warning sign", "Conditions: pregnancy warning sign (23 Nov 2026)"},
	    {"!flu", "Conditions: contagious illness today (23 Nov 2026)"},
	    {"!DVT", "Conditions: blood clot (23 Nov 2026)"},
	    {"!diab", "Conditions: diabetes (23 Nov 2026)"},
	    {"!warf", "Medications: blood thinner (23 Nov 2026)"},
	    {"!slipped di", "Conditions: herniated disc (23 Nov 2026)"},
	    {"!broken", "Conditions: fracture (23 Nov 2026)"},
	    {"", ""},
	    {"  ", ""},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct intake in;
		struct str s = {0};
		enum err err;

		intake_init(&in);
		err = intake_hear(&in, &habits, cases[i].heard, &s);
		is_int(err, cases[i].said != NULL ? ERR_OK : ERR_NOT_FOUND, "%s", cases[i].heard);
		is_str(str_text(&s), cases[i].said != NULL ? cases[i].said : "", "is understood");
		str_release(&s);
		intake_release(&in);
	}
}

/* Words of the practice's own that can be read in two ways. */
static void
push(enum vocabulary_kind kind, const char *code, const char *label)
{
	struct vocabulary_word *w = list_push(&words);

	*w = (struct vocabulary_word){.kind = kind, .active = true};
	w->code = xstrdup(code);
	w->label = xstrdup(label);
	w->also = xstrdup("");
	w->section = xstrdup("");
}

static void
test_not_understood(void)
{
	static const struct {
		const char *heard;
		enum err err;
		const char *message;
	} cases[] = {
	    {"!disc !zorp", ERR_NOT_FOUND,
		"\"zorp\" is none of: a place (!lb7), a condition, a cause, a medication, !preg "
		"12.2., !p3 or !FIELD=VALUE"},
	    {"!disc fever", ERR_NOT_FOUND,
		"\"disc fever\" is none of: a place (!lb7), a condition, a cause, a medication, "
		"!preg 12.2., !p3 or !FIELD=VALUE"},
	    {"disc", ERR_USAGE, "\"disc\" has no \"!\" before it; write !disc"},
	    {"!", ERR_USAGE, "\"!\" stands right before what was heard, without a blank"},
	    {"!preg", ERR_USAGE,
		"\"preg\" has no due date; write !preg 12.2., or !pregnant while it is not known"},
	    {"!preg 31.2.", ERR_USAGE, NULL},
	    {"!p9", ERR_USAGE,
		"pressure \"9\" is none of 1 very light, 2 light, 3 medium, 4 firm, 5 deep, "
		"varies"},
	    {"!lb11", ERR_USAGE, "\"lb11\": pain \"11\" is not 0 to 10"},
	    {"!disc !lbX3", ERR_NOT_FOUND, NULL},
	    {"!pain=12", ERR_USAGE, "pain \"12\" is not 0 to 10"},
	    {"!hair=grey", ERR_NOT_FOUND, NULL},
	    {"!ost", ERR_USAGE,
		"\"ost\" may mean: osteo (condition, osteoporosis); osteosevere (condition, severe "
		"osteoporosis); arthritis (condition, arthritis, degenerative)"},
	    {"!port", ERR_USAGE,
		"\"port\" may mean: port (condition, port); port (medication, port wine)"},
	    {"!acl", ERR_USAGE,
		"\"acl\" may mean: left Achilles tendon: pain; acl (condition, cruciate "
		"ligament)"},
	    {"!disc \"", ERR_USAGE, NULL},
	};
	struct intake in;
	char *before;

	push(VOCABULARY_MEDICATION, "port", "port wine");
	push(VOCABULARY_CONDITION, "acl", "cruciate ligament");
	intake_init(&in);
	is_int(intake_hear(&in, &habits, "!nut !kn2", NULL), ERR_OK, "something is known");
	before = whole(&in);
	for (size_t i = 0; i < array_size(cases); i++) {
		struct str s = {0};
		char *after;

		is_int(intake_hear(&in, &habits, cases[i].heard, &s), cases[i].err, "%s",
		    cases[i].heard);
		if (cases[i].message != NULL)
			is_str(err_message(), cases[i].message, "it names the word");
		after = whole(&in);
		is_str(after, before, "nothing was changed");
		is_str(str_text(&s), "", "nor said");
		free(after);
		str_release(&s);
	}
	free(before);
	intake_release(&in);
}

/* Everyday words begin what is grave: they are never taken for it, but what is near is named. */
static void
test_everyday(void)
{
	static const struct {
		const char *heard, *near; /* NULL: nothing is */
	} cases[] = {{"tension", "spasm"}, {"pressure", "bp"}, {"swelling", NULL},
	    {"swollen", "legswelling"}, {"pain", "painkiller"}, {"weak", "immune"},
	    {"night", "nightpain"}, {"severe", "bpsevere"}, {"severe pain", "nightpain"},
	    {"blood", "bloodthinner"}, {"blood pressure", "bpmed"}, {"back", "lb"},
	    {"high", "highrisk"}, {"high blood", "bp"}, {"open", "wound"}, {"doctor", NULL},
	    {"one", "legswelling"}, {"one leg", "legswelling"}, {"first", NULL},
	    {"weight", "weightloss"}, {"breath", "breathless"}, {"sudden", "breathless"},
	    {"new", "bladder"}, {"new trouble", "bladder"}, {"sad", "saddle"}, {"inc", "bladder"},
	    {"foo", "legweak"}, {"bad", "trauma"}, {"car", "trauma"}, {"cold", "skin"},
	    {"water", "bladder"}, {"deep vein", "clot"}, {"leak", "pregwarn"}, {"slip", "disc"},
	    {"hern", "disc"}, {"strong", "painkiller"}, {"upper", "ub"}};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct intake in;
		struct str heard = {0}, near = {0};

		intake_init(&in);
		str_addf(&heard, "!%s", cases[i].heard);
		if (cases[i].near != NULL)
			str_addf(&near, " %s (", cases[i].near);
		is_int(intake_hear(&in, &habits, str_text(&heard), NULL),
		    cases[i].near != NULL ? ERR_USAGE : ERR_NOT_FOUND, "!%s", cases[i].heard);
		ok(strstr(err_message(), cases[i].heard) != NULL &&
			strstr(err_message(), str_text(&near)) != NULL,
		    "names it: %s", err_message());
		ok(intake_empty(&in), "and takes nothing");
		str_release(&heard);
		str_release(&near);
		intake_release(&in);
	}
}

/* What is said adds to what is known; said again, it is told anew. */
static void
test_adds(void)
{
	struct intake in;

	intake_init(&in);
	is_int(set(&in, "conditions", "disc@2026-03-01:L5"), ERR_OK, "known");
	is_int(intake_hear(&in, &habits, "!nut !lb7 !lb4", NULL), ERR_OK, "heard");
	is_str(written(&in, "conditions"), "disc@2026-03-01:L5, nut@2026-11-23", "both");
	is_int(in.regions.n, 1, "one place");
	is_int(in.regions.v[0].pain, 4, "as it was said last");
	is_int(intake_hear(&in, &habits, "!disc", NULL), ERR_OK, "heard again");
	is_str(written(&in, "conditions"), "nut@2026-11-23, disc@2026-11-23:L5", "told today");
	is_str(written(&in, "cause"), "", "a condition is no cause besides");
	intake_release(&in);
}

int
main(void)
{
	intake_set_up();
	test_heard();
	test_everyday();
	test_adds();
	test_not_understood();
	vocabulary_release(&words);
	return done();
}
