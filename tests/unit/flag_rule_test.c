/* Rules of flags: what raises one is checked; finding one. */
#include <frontdesk/flag.h>

#include "intake_fixture.h"
#include "../tap.h"

static void
test_check(void)
{
	static const struct {
		const char *raised_by, *message; /* NULL: it is right */
	} cases[] = {
	    {"condition:disc", NULL},
	    {"condition:disc+onset:acute pregnancy:2 pregnancy:any", NULL},
	    {"condition:surgery<42d condition:surgery>=42d past:clot", NULL},
	    {" medication:bloodthinner  cause:disc region:back region:lb kind:numb ", NULL},
	    {"told:surgeries<42d told:implants told:injuries>=7d", NULL},
	    {"told:zorp",
		"\"told:zorp\": \"zorp\" is no field; there are surgeries, injuries, implants, "
		"allergies, oil"},
	    {"told:music",
		"\"told:music\": \"music\" is no field; there are surgeries, injuries, implants, "
		"allergies, oil"},
	    {"", "nothing raises it; write condition:CODE or the like"},
	    {"condition:zorp", "\"condition:zorp\": \"zorp\" is no condition"},
	    {"condition:disc past:zorp", "\"past:zorp\": \"zorp\" is no condition"},
	    {"medication:disc", "\"medication:disc\": \"disc\" is no medication"},
	    {"cause:fever", "\"cause:fever\": \"fever\" is no cause"},
	    {"region:attic", "\"region:attic\": \"attic\" is no region"},
	    {"pregnancy:4", "\"pregnancy:4\": \"4\" is no trimester; there are 1, 2, 3 and any"},
	    {"onset:old", "\"onset:old\": \"old\" is no onset; there are acute, subacute, chronic"},
	    {"kind:pain",
		"\"kind:pain\": \"pain\" is no kind of place; there are avoid, numb, scar, "
		"bruise"},
	    {"disc",
		"\"disc\" raises nothing; a term begins with one of condition: past: told: "
		"medication: pregnancy: cause: onset: region: kind:"},
	    {"condition:",
		"\"condition:\" raises nothing; a term begins with one of condition: past: told: "
		"medication: pregnancy: cause: onset: region: kind:"},
	    {"condition:disc+", "there is nothing behind the last \"+\""},
	    {"condition:surgery<42",
		"\"condition:surgery<42\": days are of condition: or told:, and "
		"written condition:surgery<42d or >=42d"},
	    {"condition:surgery>42d",
		"\"condition:surgery>42d\": days are of condition: or told:, and "
		"written condition:surgery<42d or >=42d"},
	    {"condition:surgery>",
		"\"condition:surgery>\": days are of condition: or told:, and "
		"written condition:surgery<42d or >=42d"},
	    {"past:clot<42d",
		"\"past:clot<42d\": days are of condition: or told:, and written "
		"condition:surgery<42d or >=42d"},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		const struct flag_rule r = {.raised_by = (char *)cases[i].raised_by};

		is_int(flag_rule_check(&r, &words), cases[i].message != NULL ? ERR_USAGE : ERR_OK,
		    "\"%s\"", cases[i].raised_by);
		if (cases[i].message != NULL)
			is_str(err_message(), cases[i].message, "it names the term");
	}
}

static void
test_find(void)
{
	struct flag_rules rules;
	const struct flag_rule *r = NULL;
	enum flag_level level;

	shipped_rules(&rules);
	ok(flag_rule_find(&rules, "disc", &r) == ERR_OK && strcmp(r->code, "disc") == 0,
	    "a code before its beginnings");
	ok(flag_rule_find(&rules, "Osteoporosis", &r) == ERR_OK && strcmp(r->code, "osteo") == 0,
	    "by name");
	ok(flag_rule_find(&rules, "epi", &r) == ERR_OK && strcmp(r->code, "epilepsy") == 0,
	    "by its beginning");
	is_int(flag_rule_find(&rules, "preg", &r), ERR_OK, "a code");
	is_int(flag_rule_find(&rules, "fus", &r), ERR_OK, "one");
	is_int(flag_rule_find(&rules, "pre", &r), ERR_NOT_FOUND, "several");
	is_int(flag_rule_find(&rules, "zorp", &r), ERR_NOT_FOUND, "none");
	ok(strstr(err_message(), "no flag is called \"zorp\"; there are fever, clot") != NULL,
	    "what there is, is listed: %s", err_message());
	ok(flag_rule(&rules, "zorp") == NULL, "nor by its code");
	for (enum flag_level i = 0; i < FLAG_LEVEL_COUNT; i++)
		ok(flag_level_find(flag_level_word(i), &level) == ERR_OK && level == i, "%s",
		    flag_level_asks(i));
	is_int(flag_level_find("grave", &level), ERR_USAGE, "no such level");
	flag_rules_release(&rules);
}

int
main(void)
{
	intake_set_up();
	test_check();
	test_find();
	vocabulary_release(&words);
	return done();
}
