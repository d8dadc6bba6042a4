/* Flags derived, cleared, acknowledged. */
#include <frontdesk/practice.h>

#include "intake_fixture.h"
#include "../tap.h"

enum { CLIENT = 5, TOLD = 70, SERVICE = 2, OTHER_SERVICE, THERAPIST = 9 };

static struct health health;

/* One rule, of level ADAPT. */
static struct flag_rule
rule_of(const char *raised_by)
{
	static char code[] = "flag", name[] = "a flag", empty[] = "";
	static struct str s;

	str_clear(&s);
	str_add(&s, raised_by);
	return (struct flag_rule){.id = 1,
	    .code = code,
	    .name = name,
	    .level = FLAG_ADAPT,
	    .raised_by = s.n > 0 ? s.v : empty,
	    .prompt = empty,
	    .blocks = empty,
	    .skill = empty,
	    .active = true};
}

/* Before a session of a service of any pressure, in a practice with this rule alone. */
static bool
is_open(const struct flag *f, struct flag_rule *r, int64_t service, int64_t therapist)
{
	static char code[] = "sw";
	struct service s = {.id = service, .code = code};
	struct therapist t = {.id = therapist};
	const struct practice p = {
	    .flag_rules = {r, 1, 1}, .services = {&s, 1, 1}, .therapists = {&t, 1, 1}};

	return flag_is_open(&p, f, service, therapist);
}

/* An intake told on a Monday, 2026-11-23, with these words. */
static void
tell(const char *heard)
{
	health_release(&health);
	intake_init(&health.intake);
	health.intake.id = TOLD;
	health.intake.client_id = CLIENT;
	health.intake.at = (int64_t)habits.today * 86400 + 8 * 3600;
	if (intake_hear(&health.intake, &habits, heard, NULL) != ERR_OK)
		ok(0, "%s: %s", heard, err_message());
}

/* The flags of one rule on a day. */
static struct flag_list
derive(const struct flag_rule *rule, civil_day day)
{
	struct flag_rule copy = *rule;
	struct flag_rules rules = {&copy, 1, 1};
	struct flag_list l = {0};

	flags_derive(&rules, &words, &health, day, &l);
	return l;
}

static bool
stands(const struct flag_rule *rule, civil_day day)
{
	struct flag_list l = derive(rule, day);
	bool any = l.n > 0;

	flag_list_release(&l);
	return any;
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

static void
push_clearance(const char *flag, int from, int until, bool ended)
{
	struct clearance *c = list_push(&health.clearances);

	*c = (struct clearance){.client_id = CLIENT,
	    .day = habits.today + from,
	    .until = until == 0 ? CIVIL_DAY_NONE : habits.today + until,
	    .ended = ended};
	c->flag = xstrdup(flag);
}

static void
test_clearances(void)
{
	static const struct {
		const char *flag;
		int from, until;
		bool ended, clears[3]; /* today, in five days, in ten */
	} cases[] = {
	    {"flag", 0, 0, false, {true, true, true}},
	    {"flag", -30, 5, false, {true, true, false}},
	    {"flag", 1, 0, false, {false, true, true}},
	    {"flag", -30, -1, false, {false, false, false}},
	    {"flag", 0, 0, true, {false, false, false}},
	    {"other", 0, 0, false, {false, false, false}},
	};

	for (size_t i = 0; i < array_size(cases); i++)
		for (int n = 0; n < 3; n++) {
			struct flag_rule r = rule_of("condition:heart");
			struct flag_list l;

			r.level = FLAG_CLEAR;
			r.acknowledge = true;
			tell("!heart");
			push_clearance(
			    cases[i].flag, cases[i].from, cases[i].until, cases[i].ended);
			l = derive(&r, habits.today + 5 * n);
			is_int(
			    l.v[0].cleared, cases[i].clears[n], "leave %zu in %d days", i, 5 * n);
			is_int(is_open(&l.v[0], &r, SERVICE, THERAPIST), !cases[i].clears[n],
			    "then nothing more is asked");
			flag_list_release(&l);
			r.level = FLAG_STOP;
			l = derive(&r, habits.today);
			ok(!l.v[0].cleared && is_open(&l.v[0], &r, SERVICE, THERAPIST),
			    "no leave lifts a STOP");
			flag_list_release(&l);
		}
}

static void
push_acknowledgement(int64_t client, const char *flag, int64_t service, int64_t version)
{
	struct acknowledgement *a = list_push(&health.acknowledgements);

	*a = (struct acknowledgement){.client_id = client,
	    .service_id = service,
	    .intake_id = version,
	    .therapist_id = THERAPIST};
	a->flag = xstrdup(flag);
	a->noted_by = xstrdup("rita");
}

static void
test_acknowledgements(void)
{
	static const struct {
		int64_t client, service, version;
		const char *flag;
		bool open;
	} cases[] = {
	    {CLIENT, SERVICE, TOLD, "flag", false},
	    {CLIENT, SERVICE, TOLD, "other", true},
	    {CLIENT, OTHER_SERVICE, TOLD, "flag", true},
	    {CLIENT, SERVICE, TOLD - 1, "flag", true}, /* told anew since */
	    {CLIENT + 1, SERVICE, TOLD, "flag", true},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct flag_rule r = rule_of("condition:heart");
		struct flag_list l, copy;

		r.level = FLAG_STOP;
		tell("!heart");
		/* "No change" was stamped on it: what holds is the same version. */
		health.intake.stamped_at = health.intake.at + 30 * 86400;
		push_acknowledgement(
		    cases[i].client, cases[i].flag, cases[i].service, cases[i].version);
		l = derive(&r, habits.today + 31);
		is_int(is_open(&l.v[0], &r, SERVICE, THERAPIST), cases[i].open, "case %zu", i);
		flag_list_copy(&copy, &l);
		flag_list_release(&l);
		is_int(is_open(&copy.v[0], &r, SERVICE, THERAPIST), cases[i].open,
		    "a copy says so too");
		ok(cases[i].open || copy.v[0].therapists.v[0] == THERAPIST, "and who knows");
		flag_list_release(&copy);
	}
}

/* What the session is may ask for the therapist where the flag by itself does not. */
static void
test_against(void)
{
	static char code[] = "dt", blocks[] = "ar, dt", all[] = "*", skill[] = "back-pain";
	static const struct {
		enum flag_level level;
		int cap, least; /* of the service */
		const char *told; /* besides what raises it */
		char *blocks, *skill;
		bool cleared, open;
	} cases[] = {
	    {FLAG_ADAPT, 3, 4, "", NULL, NULL, false, true},
	    {FLAG_ADAPT, 3, 3, "", NULL, NULL, false, false},
	    {FLAG_ADAPT, 3, 0, "!p4", NULL, NULL, false, true},
	    {FLAG_ADAPT, 3, 0, "!p3", NULL, NULL, false, false},
	    {FLAG_ADAPT, 3, 0, "!pressure=varies", NULL, NULL, false, false},
	    {FLAG_ADAPT, 0, 4, "!p5", NULL, NULL, false, false},
	    {FLAG_CLEAR, 2, 4, "", NULL, NULL, true, true},
	    {FLAG_CLEAR, 2, 0, "!p3", NULL, NULL, true, true},
	    {FLAG_CLEAR, 2, 2, "", NULL, NULL, true, false},
	    {FLAG_INFO, 0, 0, "", blocks + 4, NULL, false, true},
	    {FLAG_INFO, 0, 0, "", all, NULL, false, true},
	    {FLAG_LOCAL, 0, 0, "", NULL, skill, false, true},
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct flag_rule r = rule_of("condition:heart");
		struct service s = {.id = SERVICE, .code = code, .min_pressure = cases[i].least};
		struct therapist t = {.id = THERAPIST};
		const struct practice p = {
		    .flag_rules = {&r, 1, 1}, .services = {&s, 1, 1}, .therapists = {&t, 1, 1}};
		struct flag_list l;

		r.level = cases[i].level;
		r.cap = cases[i].cap;
		r.blocks = cases[i].blocks != NULL ? cases[i].blocks : r.blocks;
		r.skill = cases[i].skill != NULL ? cases[i].skill : r.skill;
		tell("!heart");
		if (cases[i].told[0] != '\0')
			is_int(intake_hear(&health.intake, &habits, cases[i].told, NULL), ERR_OK,
			    "%s", cases[i].told);
		l = derive(&r, habits.today);
		l.v[0].cleared = cases[i].cleared;
		is_int(flag_is_open(&p, &l.v[0], SERVICE, THERAPIST), cases[i].open,
		    "case %zu waits or not", i);
		is_str(flags_mark(&p, &l, SERVICE, THERAPIST), cases[i].open ? "!C" : "",
		    "and is so marked");
		is_str(flags_mark(&p, &l, 0, 0), "", "of no session nothing waits");
		words_add(&t.skills, skill);
		ok(!cases[i].skill || !flag_is_open(&p, &l.v[0], SERVICE, THERAPIST),
		    "a skilled therapist is enough");
		words_release(&t.skills);
		flag_list_release(&l);
	}
}

static void
test_open(void)
{
	static const struct {
		enum flag_level level;
		bool acknowledge, open;
		const char *mark;
	} cases[] = {{FLAG_STOP, false, true, "!S"}, {FLAG_CLEAR, false, true, "!C"},
	    {FLAG_LOCAL, false, false, ""}, {FLAG_ADAPT, false, false, ""},
	    {FLAG_ADAPT, true, true, "!C"}, {FLAG_INFO, true, true, "!C"},
	    {FLAG_INFO, false, false, ""}};

	tell("!heart");
	for (size_t i = 0; i < array_size(cases); i++) {
		struct flag_rule r = rule_of("condition:heart");
		const struct practice p = {.flag_rules = {&r, 1, 1}};
		struct flag_list l;

		r.level = cases[i].level;
		r.acknowledge = cases[i].acknowledge;
		l = derive(&r, habits.today);
		is_int(is_open(&l.v[0], &r, SERVICE, THERAPIST), cases[i].open, "%s%s",
		    flag_level_word(r.level), r.acknowledge ? ", to be told" : "");
		is_str(flags_mark(&p, &l, SERVICE, THERAPIST), cases[i].mark, "its mark");
		*list_push(&l.v[0].acknowledged) = SERVICE;
		*list_push(&l.v[0].acknowledged_by) = THERAPIST;
		ok(!r.acknowledge || is_open(&l.v[0], &r, SERVICE, THERAPIST + 1),
		    "one knows, another does not");
		ok(!is_open(&l.v[0], &r, SERVICE, THERAPIST), "the therapist knows");
		is_str(flags_mark(&p, &l, SERVICE, THERAPIST),
		    r.level == FLAG_STOP        ? "!S"
			: r.level == FLAG_CLEAR ? "!C"
						: "",
		    "what stands is marked still");
		flag_list_release(&l);
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

int
main(void)
{
	intake_set_up();
	test_terms();
	test_until();
	test_trimesters();
	test_clearances();
	test_acknowledgements();
	test_open();
	test_against();
	test_places();
	test_places_of_others();
	test_archived_rule();
	test_cap_and_blocks();
	health_release(&health);
	vocabulary_release(&words);
	return done();
}
