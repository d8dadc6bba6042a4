/* What a flag asks of a session: cleared, acknowledged, against the service or its therapist. */
#include "flag_fixture.h"

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

static void
push_clearance(const char *flag, int from, int until, bool ended)
{
	struct clearance *c = list_push(&health.clearances);

	*c = (struct clearance){.client_id = CLIENT,
	    .day = habits.today + from,
	    .came = habits.today,
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

/* A leave is for what was known when it was given. */
static void
test_causes(void)
{
	static const struct {
		const char *raised_by, *heard;
		int from, came; /* the leave's days, from Monday */
		bool clears;
	} cases[] = {
	    {"condition:surgery<42d", "!surgery@2026-11-15", -8, 0, true},
	    {"condition:surgery<42d", "!surgery@2026-11-15", -9, 0, false}, /* of another one */
	    {"condition:surgery<42d", "!surgery@2026-11-15", -300, 0, false},
	    {"condition:heart condition:stroke", "!heart", -300, 0, true},
	    {"condition:heart condition:stroke", "!heart", -300, -1, false}, /* told since */
	    {"condition:heart condition:stroke", "!heart@2020-01-01 !stroke", -300, -200, false},
	    {"condition:heart condition:stroke", "!heart@2020-01-01", -300, -200, true},
	    {"medication:chemo", "!chemo", -1, -1, false},
	    {"medication:chemo", "!chemo", -1, 0, true},
	    {"condition:trauma+region:back", "!trauma@2026-01-05 !lb7", -20, -20, true},
	    {"region:back", "!lb7", -20, -20, true}, /* a place has no day */
	};

	for (size_t i = 0; i < array_size(cases); i++) {
		struct flag_rule r = rule_of(cases[i].raised_by);
		struct flag_list l;

		r.level = FLAG_CLEAR;
		tell(cases[i].heard);
		push_clearance("flag", cases[i].from, 0, false);
		health.clearances.v[0].came = habits.today + cases[i].came;
		l = derive(&r, habits.today);
		is_int(l.v[0].cleared, cases[i].clears, "leave %zu of %s for %s", i,
		    cases[i].raised_by, cases[i].heard);
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
	    {FLAG_ADAPT, 3, 0, "!lb7@4", NULL, NULL, false, true},
	    {FLAG_ADAPT, 3, 0, "!lb7@3", NULL, NULL, false, false},
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

int
main(void)
{
	intake_set_up();
	test_clearances();
	test_causes();
	test_acknowledgements();
	test_against();
	test_open();
	health_release(&health);
	vocabulary_release(&words);
	return done();
}
