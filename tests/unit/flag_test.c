/* Rules of flags read, flags derived, and where they are. */
#include "flag_fixture.h"

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
	    {"goal:pregnancy", NULL},
	    {"goal:fever", "\"goal:fever\": \"fever\" is no goal"},
	    {"cause:fever", "\"cause:fever\": \"fever\" is no cause"},
	    {"region:attic", "\"region:attic\": \"attic\" is no region"},
	    {"pregnancy:4", "\"pregnancy:4\": \"4\" is no trimester; there are 1, 2, 3 and any"},
	    {"onset:old", "\"onset:old\": \"old\" is no onset; there are acute, subacute, chronic"},
	    {"kind:pain",
		"\"kind:pain\": \"pain\" is no kind of place; there are avoid, numb, scar, "
		"bruise"},
	    {"disc",
		"\"disc\" raises nothing; a term begins with one of condition: past: told: "
		"medication: pregnancy: cause: goal: onset: region: kind:"},
	    {"condition:",
		"\"condition:\" raises nothing; a term begins with one of condition: past: told: "
		"medication: pregnancy: cause: goal: onset: region: kind:"},
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
		struct flag_rule r = rule_of(cases[i].raised_by);

		is_int(flag_rule_check(&r, &words), cases[i].message != NULL ? ERR_USAGE : ERR_OK,
		    "\"%s\"", cases[i].raised_by);
		if (cases[i].message != NULL)
			is_str(err_message(), cases[i].message, "it names the term");
	}
}

static void
test_terms(void)
{
	static const struct {
		const char *raised_by, *heard;
		bool raised;
	} cases[] = {
	    {"condition:disc", "!disc", true},
	    {"condition:disc", "!disc:L5", true},
	    {"condition:disc", "!heart", false},
	    {"condition:disc", "!disc@past", false},
	    {"past:disc", "!disc@past", true},
	    {"past:disc", "!disc", false},
	    {"condition:disc condition:heart", "!heart", true},
	    {"condition:disc+onset:acute", "!disc", false},
	    {"condition:disc+onset:acute", "!onset=acute", false},
	    {"condition:disc+onset:acute", "!disc !onset=acute", true},
	    {"condition:disc+onset:acute", "!disc !onset=chronic", false},
	    {"condition:disc+onset:acute condition:disc+kind:numb", "!disc !hnL=numb", true},
	    {"condition:surgery<42d", "!surgery", true},
	    {"condition:surgery<42d", "!surgery@2026-10-13", true},
	    {"condition:surgery<42d", "!surgery@2026-10-12", false},
	    {"condition:surgery<42d", "!surgery@2026-11-01@past", true},
	    {"condition:surgery<42d", "!surgery@past", false},
	    {"condition:surgery<42d", "!conditions=surgery@2020-01-01,surgery@2026-11-01", true},
	    {"condition:surgery>=42d", "!surgery@2026-10-12", true},
	    {"condition:surgery>=42d", "!surgery@2026-10-13", false},
	    {"condition:surgery>=42d", "!surgery", false},
	    {"told:surgeries<42d", "!surgeries=hip replaced 10 Nov", true},
	    {"told:surgeries<42d", "!surgeries=hip replaced 13.10.", true},
	    {"told:surgeries<42d", "!surgeries=hip replaced 12.10.", false},
	    {"told:surgeries<42d", "!surgeries=knee 2019, hip (Nov 2026)", true},
	    {"told:surgeries<42d", "!surgeries=knee 2019", false},
	    {"told:surgeries<42d", "!surgeries=none", false},
	    {"told:surgeries<42d", "!surgeries=None.", false},
	    {"told:surgeries<42d", "!injuries=hip 10 Nov", false},
	    {"told:surgeries>=42d", "!surgeries=knee 2019", true},
	    {"told:surgeries", "!surgeries=knee 2019", true},
	    {"condition:fracture<42d", "!injuries=fracture 2019", false},
	    {"condition:fracture<42d", "!injuries=fracture 20 Nov", true},
	    {"medication:bloodthinner", "!warfarin", true},
	    {"medication:bloodthinner", "!warfarin@past", false},
	    {"medication:bloodthinner", "!bleeding", false},
	    {"cause:lift", "!lift", true},
	    {"cause:lift", "!overuse", false},
	    {"goal:sleep", "!goals=relax,sleep", true},
	    {"goal:sleep", "!goals=relax", false},
	    {"medication:chemo", "!medications=other:radiation", true},
	    {"medication:chemo", "!conditions=other:radiation", false},
	    {"region:back", "!disc", true},
	    {"region:back", "!cause=disc", true},
	    {"region:back", "!sciatica", true},
	    {"region:back", "!sciatica@past", false},
	    {"region:lb", "!sciatica", false},
	    {"region:legs", "!sciatica", false},
	    {"region:back", "!lb7", true},
	    {"region:back", "!+lb", true},
	    {"region:back", "!lbL=numb", true},
	    {"region:back", "!-lb", false},
	    {"region:back", "!lb=scar", false},
	    {"region:back", "!kn7", false},
	    {"region:lb", "!lb7", true},
	    {"region:lb", "!ub7", false},
	    {"kind:numb", "!fa=numb", true},
	    {"kind:numb", "!fa=bruise", false},
	    {"kind:bruise", "!fa=bruise", true},
	    {"pregnancy:3", "!preg 12.2.", true},
	    {"pregnancy:any", "!preg 12.2.", true},
	    {"pregnancy:2", "!preg 12.2.", false},
	    {"pregnancy:1", "!preg 2027-08-20", true},
	    {"pregnancy:any", "!preg 2026-11-03", true},
	    {"condition:disc zorp:x", "!disc", true},
	    {"zorp:x condition:disc", "!disc", true},
	    {"", "!disc", false},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct flag_rule r = rule_of(cases[i].raised_by);

		tell(cases[i].heard);
		is_int(stands(&r, habits.today), cases[i].raised, "%s: %s", cases[i].raised_by,
		    cases[i].heard);
	}
}

/* How many days after Monday a flag stands for the last time; -1 = it does not, 9999 = for good. */
static void
test_until(void)
{
	enum { GOOD = 9999 };
	static const struct {
		const char *raised_by, *heard;
		int expires, last;
	} cases[] = {
	    {"condition:disc", "!disc", 0, GOOD},
	    {"condition:intoxicated", "!intoxicated", 1, 0},
	    {"onset:acute", "!onset=acute", 0, 41},
	    {"onset:acute onset:subacute", "!onset=acute", 0, 83},
	    {"onset:subacute", "!onset=subacute", 0, 41},
	    {"onset:subacute", "!onset=acute", 0, -1},
	    {"onset:acute onset:subacute onset:chronic", "!onset=acute", 0, GOOD},
	    {"condition:disc+onset:acute", "!disc !onset=acute", 0, 41},
	    {"condition:fever", "!fever", 7, 6},
	    {"condition:fever", "!fever@2026-11-20", 7, 3},
	    {"condition:fever", "!fever@2026-11-17", 7, 0},
	    {"condition:fever", "!fever@2026-11-16", 7, -1},
	    {"condition:surgery<42d", "!surgery@2026-11-20", 0, 38},
	    {"condition:surgery<42d", "!surgery", 7, 6},
	    {"condition:surgery<42d condition:fracture<42d",
		"!surgery@2026-11-20 !fracture@2026-11-22", 0, 40},
	    {"told:surgeries<42d", "!surgeries=hip 20 Nov", 0, 38},
	    {"told:surgeries<42d", "!surgeries=hip", 0, 41},
	    {"condition:disc+condition:surgery<42d", "!disc !surgery@2026-11-20", 0, 38},
	    {"condition:disc condition:surgery<42d", "!disc !surgery@2026-11-20", 0, GOOD},
	    {"pregnancy:3", "!preg 12.2.", 0, 81 + 20},
	    {"pregnancy:2", "!preg 2027-03-12", 0, 109 - 85},
	    {"pregnancy:any", "!preg 2027-03-12", 0, 109 + 20},
	    {"pregnancy:2 pregnancy:3", "!preg 2027-03-12", 0, 109 + 20},
	    {"pregnancy:1 pregnancy:3", "!preg 2027-08-20", 0, 270 - 183},
	    {"condition:surgery<42d condition:surgery>=42d", "!surgery@2026-11-20", 0, GOOD},
	    {"region:back", "!lb7", 3, 2},
	    {"medication:painkiller", "!codeine", 1, 0},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct flag_rule r = rule_of(cases[i].raised_by);
		int last = cases[i].last;
		struct flag_list l;

		r.expires_days = cases[i].expires;
		tell(cases[i].heard);
		l = derive(&r, habits.today);
		is_int(l.n, last >= 0, "%s: %s", cases[i].raised_by, cases[i].heard);
		if (l.n > 0)
			is_int(l.v[0].until, last == GOOD ? CIVIL_DAY_NONE : habits.today + last,
			    "until");
		ok(last < 0 || stands(&r, habits.today + last), "it stands on that day");
		ok(last == GOOD || !stands(&r, habits.today + last + 1), "not on the next");
		flag_list_release(&l);
	}
}

/* Answers that are over on the phone, and those that come later: as the weeks go by. */
static void
test_trimesters(void)
{
	static const struct {
		int days; /* from the due date */
		const char *trimester;
	} cases[] = {{-281, ""}, {-280, "1"}, {-183, "1"}, {-182, "2"}, {-85, "2"}, {-84, "3"},
	    {0, "3"}, {20, "3"}, {21, ""}};
	const civil_day due = civil_from_ymd(2027, 2, 12);

	tell("!preg 12.2.");
	for (size_t i = 0; i < array_size(cases); i++) {
		struct str s = {0};

		for (int n = 1; n <= 3; n++) {
			const char t = (char)('0' + n);
			char term[] = {'p', 'r', 'e', 'g', 'n', 'a', 'n', 'c', 'y', ':', t, '\0'};
			struct flag_rule r = rule_of(term);

			if (stands(&r, due + cases[i].days))
				str_addc(&s, t);
		}
		is_str(str_text(&s), cases[i].trimester, "%d days from due", cases[i].days);
		str_release(&s);
	}
}

/* Places: those that raise it, those written behind the answer that does, each once; else none. */
static void
test_places(void)
{
	static const struct {
		const char *raised_by, *heard, *said; /* NULL: it does not stand */
	} cases[] = {
	    {"condition:fracture<42d", "!fracture:faL", " Left forearm."},
	    {"condition:fracture<42d", "fracture@2026-11-20:faL knR", " Left forearm, right knee."},
	    {"condition:fracture<42d", "fracture:skiing hnL badly", " Left hand."},
	    {"condition:fracture<42d", "!fracture", ""},
	    {"condition:fracture<42d", "fracture:in a cast", ""},
	    {"condition:fracture<42d", "!fracture !faL7", ""},
	    {"condition:fracture<42d", "!fracture !skin:faL", ""},
	    {"condition:fracture<42d", "fracture@2026-10-01:faL,fracture:knR", " Right knee."},
	    {"condition:skin condition:wound", "!skin:faL !wound:faL", " Left forearm."},
	    {"condition:bruise kind:bruise", "!bruise:faL !knR=bruise !ab7",
		" Left forearm, right knee."},
	    {"condition:bruise kind:bruise", "!knR=bruise", " Right knee."},
	    {"kind:numb+onset:acute", "!knR=numb", NULL},
	    {"condition:trauma+region:back", "!trauma !lbL7 !kn3", " Left low back."},
	    {"medication:bloodthinner", "!warfarin !lbL7", ""},
	    {"pregnancy:any", "!preg 12.2.", ""},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct flag_rule r = rule_of(cases[i].raised_by);
		struct flag_list l, copy;
		struct str s = {0};

		r.level = FLAG_LOCAL;
		tell(cases[i].heard[0] == '!' ? cases[i].heard : "");
		if (cases[i].heard[0] != '!' &&
		    set(&health.intake, "conditions", cases[i].heard) != ERR_OK)
			ok(0, "%s: %s", cases[i].heard, err_message());
		l = derive(&r, habits.today);
		flag_list_copy(&copy, &l);
		flag_list_release(&l);
		is_int(copy.n, cases[i].said != NULL, "%s: %s", cases[i].raised_by, cases[i].heard);
		if (copy.n > 0)
			flag_say_places(&s, &words, &copy.v[0]);
		is_str(str_text(&s), cases[i].said != NULL ? cases[i].said : "", "its places");
		str_release(&s);
		flag_list_release(&copy);
	}
}

/* A flag that is not of a place has those written behind the answer alone. */
static void
test_places_of_others(void)
{
	struct flag_rule r = rule_of("condition:surgery+kind:numb");
	struct str s = {0};
	struct flag_list l;

	tell("!surgery:knR !ftR=numb");
	l = derive(&r, habits.today);
	flag_say_places(&s, &words, &l.v[0]);
	is_str(str_text(&s), " Right knee.", "a numb foot may tell of the knee");
	str_release(&s);
	flag_list_release(&l);
}

static void
test_archived_rule(void)
{
	struct flag_rule r = rule_of("condition:heart");

	tell("!heart");
	r.active = false;
	ok(!stands(&r, habits.today), "an archived rule raises nothing");
}

static void
test_cap_and_blocks(void)
{
	static const struct {
		const char *blocks, *service;
		bool blocked;
	} cases[] = {{"", "dt", false}, {"*", "dt", true}, {"dt", "dt", true}, {"dt", "d", false},
	    {"hs,dt", "dt", true}, {"hs, dt", "DT", true}, {"hs,ly", "dt", false}};
	struct flag v[] = {{.rule_id = 1, .cap = 0}, {.rule_id = 2, .cap = 3},
	    {.rule_id = 3, .cap = 2}, {.rule_id = 4, .cap = 2}};
	struct flag_list l = {v, 4, 4}, none = {0};
	const struct flag *which = NULL;

	is_int(flags_cap(&l, &which), 2, "the least cap counts");
	is_int(which->rule_id, 3, "and whose it is");
	is_int(flags_cap(&none, &which), 0, "without flags any pressure");
	ok(which == NULL, "of nobody");
	is_int(flags_cap(&l, NULL), 2, "nobody asks whose");
	for (size_t i = 0; i < array_size(cases); i++) {
		struct flag_rule r = rule_of("condition:disc");

		r.blocks = (char *)cases[i].blocks;
		is_int(flag_blocks(&r, cases[i].service), cases[i].blocked, "\"%s\" blocks %s",
		    cases[i].blocks, cases[i].service);
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
	test_terms();
	test_until();
	test_trimesters();
	test_places();
	test_places_of_others();
	test_archived_rule();
	test_cap_and_blocks();
	test_find();
	health_release(&health);
	vocabulary_release(&words);
	return done();
}
