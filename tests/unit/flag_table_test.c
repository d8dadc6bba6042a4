/*
 * Every shipped flag x service x pressure. The tables here were written from desk.md 6, not from
 * data/flags.tsv: what the section says of a flag, the answers that raise it and near ones that do
 * not. What it leaves open (who is to be told of an ADAPT, how long somebody is intoxicated) is as
 * it was decided.
 */
#include <frontdesk/schedule.h>

#include "fixture.h"
#include "intake_fixture.h"
#include "../tap.h"

enum { ANSWERS = 12, THERAPIST = 1, PRESSURES = PRESSURE_MOST + 1 };

static const struct row {
	const char *code;
	enum flag_level level;
	int cap; /* 0 = any */
	int expires; /* days */
	const char *skill;
	bool told; /* the therapist is to be told, whatever the pressure */
	const char *raised_by[ANSWERS], *not_by[ANSWERS];
} rows[] = {
    /* fever or contagious illness today STOP 7 d */
    {"fever", FLAG_STOP, 0, 7, "", true, {"!fever", "!contagious", "!flu"},
	{"!fever@past", "!fever@2026-11-15", "!skin"}},
    /* blood clot now, one leg swollen and painful, sudden breathlessness STOP */
    {"clot", FLAG_STOP, 0, 0, "", true, {"!clot", "!legswelling", "!breathless", "!DVT"},
	{"!clot@past", "!oedema", "!varicose"}},
    /* back-pain red flags (saddle numbness, bladder or bowel trouble, leg weakness) STOP */
    {"redflag", FLAG_STOP, 0, 0, "", true, {"!saddle", "!bladder", "!legweak"},
	{"!numb", "!disc !lb9", "!saddle@past"}},
    /* pregnancy: warning signs STOP */
    {"preg-warn", FLAG_STOP, 0, 0, "", true, {"!pregwarn"}, {"!preg 12.2.", "!highrisk"}},
    /* intoxicated STOP */
    {"intoxicated", FLAG_STOP, 0, 1, "", true, {"!intoxicated", "!drunk"},
	{"!intoxicated@2026-11-21", "!painkiller"}},
    /* severe uncontrolled high blood pressure STOP, cap 2 */
    {"bp", FLAG_STOP, 2, 0, "", true, {"!bpsevere"}, {"!conditions=bp", "!bpmed"}},

    /* back pain with major trauma, cancer history, unexplained weight loss, fever, immune
     * suppression, severe night pain CLEAR */
    {"backcheck", FLAG_CLEAR, 0, 0, "", true,
	{"!trauma !lb6", "!cancer@past !ub", "!weightloss !lbL4", "!fever !mb5", "!immune !lb",
	    "!nightpain !ub8", "!cancer !+lb", "!trauma !disc", "!weightloss !sciatica",
	    "!trauma !cause=disc", "!trauma !injuries=slipped disc"},
	{"!trauma", "!lb9", "!trauma !kn5", "!trauma !-lb", "!cancer@past", "!trauma@past !lb6",
	    "!trauma !disc@past", "!disc !sciatica"}},
    /* new unexplained numbness CLEAR */
    {"numb", FLAG_CLEAR, 0, 0, "", true, {"!numb", "!faR=numb !onset=acute"},
	{"!quality=numb", "!faR=numb", "!numb@past"}},
    /* herniated disc or sciatica: acute or with nerve signs CLEAR; the cap stays, and the
     * back-pain therapist that issue 4 has for it */
    {"disc-acute", FLAG_CLEAR, 3, 0, "back-pain", true,
	{"!disc !onset=acute", "!sciatica !onset=acute", "!cause=disc !onset=acute", "!disc !nerve",
	    "!sciatica !nerve", "!disc !cfL=numb", "!sciatica !ft=numb"},
	{"!disc", "!disc !onset=chronic", "!nerve", "!onset=acute !lb7",
	    "!disc@past !onset=acute"}},
    /* recent surgery (<6 weeks) CLEAR; one without a day counts as recent, by whatever words */
    {"surgery", FLAG_CLEAR, 0, 0, "", true,
	{"!surgery", "!surgery@2026-11-22", "!surgery@2026-10-13", "!surgeries=hip replaced 10 Nov",
	    "!surgeries=hip replaced 13 Oct", "!surgeries=knee"},
	{"!surgery@2026-10-12", "!surgery@2019-05-05", "!surgeries=hip replaced 12 Oct",
	    "!surgeries=knee 2019", "!surgeries=none", "!surgery@past"}},
    /* osteoporosis: severe CLEAR; the cap stays */
    {"osteo-severe", FLAG_CLEAR, 3, 0, "", true, {"!osteosevere"}, {"!osteo"}},
    /* cancer in treatment CLEAR 2 */
    {"cancer", FLAG_CLEAR, 2, 0, "", true, {"!cancer", "!chemo"}, {"!cancer@past", "!lump"}},
    /* heart disease, stroke, aneurysm CLEAR 2 */
    {"heart", FLAG_CLEAR, 2, 0, "", true,
	{"!heart", "!stroke", "!aneurysm", "!stroke@past", "!heart@past", "!aneurysm@past",
	    "!conditions=other:heart attack", "!conditions=other@past:two strokes"},
	{"!medications=other:heart drops", "!pacemaker", "!conditions=bp", "!varicose"}},
    /* pregnancy: high risk CLEAR */
    {"preg-risk", FLAG_CLEAR, 0, 0, "", true, {"!highrisk"}, {"!preg 12.2.", "!pregwarn"}},
    /* ankylosing spondylitis or spinal fusion CLEAR 2 */
    {"fusion", FLAG_CLEAR, 2, 0, "", true,
	{"!spondylitis", "!fusion", "!implants=rods in the spine"},
	{"!implants=screws in the ankle", "!disc", "!arthritis", "!spondylitis@past"}},
    /* oedema, kidney or liver disease, severe asthma CLEAR */
    {"oedema", FLAG_CLEAR, 0, 0, "", true, {"!oedema", "!edema"}, {"!legswelling", "!varicose"}},
    {"kidney", FLAG_CLEAR, 0, 0, "", true, {"!kidney", "!liver"}, {"!bladder", "!diabetes"}},
    {"asthma", FLAG_CLEAR, 0, 0, "", true, {"!conditions=asthma"}, {"!breathless"}},

    /* contagious skin condition, open wound LOCAL */
    {"skin", FLAG_LOCAL, 0, 0, "", false, {"!skin", "!wound"}, {"!contagious", "!kn=scar"}},
    /* inflammatory flare LOCAL */
    {"flare", FLAG_LOCAL, 0, 0, "", false, {"!flare", "!gout"}, {"!arthritis"}},
    /* fracture <6 weeks, sprain <1 week LOCAL */
    {"fracture", FLAG_LOCAL, 0, 0, "", false,
	{"!fracture", "!fracture@2026-10-13", "!injuries=fracture", "!injuries=broken arm",
	    "!broken rib", "!injuries=two fractures"},
	{"!fracture@2026-10-12", "!fracture@past", "!sprain"}},
    {"sprain", FLAG_LOCAL, 0, 0, "", false, {"!sprain", "!sprain@2026-11-17"},
	{"!sprain@2026-11-16", "!sprain@past"}},
    /* pacemaker or port LOCAL */
    {"implant", FLAG_LOCAL, 0, 0, "", false,
	{"!pacemaker", "!conditions=port", "!implants=pacemaker"}, {"!heart", "!implants=hip"}},
    /* varicose veins LOCAL */
    {"varicose", FLAG_LOCAL, 0, 0, "", false, {"!varicose"}, {"!clot", "!oedema"}},
    /* sunburn, bruise, undiagnosed lump LOCAL */
    {"sunburn", FLAG_LOCAL, 0, 0, "", false, {"!sunburn"}, {"!skin", "!sunburn@past"}},
    {"bruise", FLAG_LOCAL, 0, 0, "", false, {"!conditions=bruise", "!hnL=bruise"},
	{"!hnL=scar", "!bleeding"}},
    {"lump", FLAG_LOCAL, 0, 0, "", false, {"!lump"}, {"!cancer"}},

    /* history of clots ADAPT 2 */
    {"clot-past", FLAG_ADAPT, 2, 0, "", true, {"!clot@past"}, {"!clot", "!varicose"}},
    /* anticoagulants, bleeding disorder ADAPT 3 */
    {"bleeding", FLAG_ADAPT, 3, 0, "", true,
	{"!warfarin", "!bloodthinner", "!bleeding", "!medications=other:warfarin",
	    "!medications=other:xarelto 20 mg", "!medications=other:vitamins,other:Eliquis"},
	{"!medications=other:vitamins", "!medications=other@past:warfarin", "!allergies=warfarin",
	    "!warfarin@past", "!painkiller", "!clot@past"}},
    /* osteoporosis ADAPT 3 */
    {"osteo", FLAG_ADAPT, 3, 0, "", true, {"!osteo", "!osteosevere"}, {"!arthritis", "!fracture"}},
    /* herniated disc or sciatica ADAPT 3 */
    {"disc", FLAG_ADAPT, 3, 0, "back-pain", true,
	{"!disc", "!sciatica", "!cause=disc", "!slipped disc"}, {"!disc@past", "!lb9", "!lift"}},
    /* degenerative arthritis ADAPT 3 */
    {"arthritis", FLAG_ADAPT, 3, 0, "", false, {"!arthritis", "!cause=arthritis"}, {"!flare"}},
    /* pregnancy first trimester ADAPT (practice's rule) */
    {"preg1", FLAG_ADAPT, 0, 0, "", false, {"!preg 2027-08-20", "!preg 2027-05-25"},
	{"!preg 2027-05-24", "!preg 12.2.", "!preg 2026-11-03"}},
    /* second and third ADAPT 3 with positions and a prenatal-skilled therapist */
    {"preg", FLAG_ADAPT, 3, 0, "prenatal", false,
	{"!preg 2027-05-24", "!preg 12.2.", "!preg 2026-11-20", "!pregnant", "!pregnancy",
	    "!goals=pregnancy"},
	{"!preg 2027-05-25", "!goals=relax"}},
    /* diabetes ADAPT 3 */
    {"diabetes", FLAG_ADAPT, 3, 0, "", false, {"!diabetes", "!medications=insulin"}, {"!kidney"}},
    /* strong painkillers or blood-pressure medicine today ADAPT 3: while it is told that they are
     * taken, for who takes them today does so on the day of the session, too */
    {"dulled", FLAG_ADAPT, 3, 0, "", false,
	{"!painkiller", "!codeine", "!bpmed", "!medications=bpmed@2026-03-01",
	    "!medications=other:morphine"},
	{"!steroid", "!conditions=bp", "!bpmed@past"}},

    /* epilepsy INFO; nut, latex, fragrance allergy INFO */
    {"epilepsy", FLAG_INFO, 0, 0, "", false, {"!epilepsy"}, {"!stroke"}},
    {"nut", FLAG_INFO, 0, 0, "", false, {"!nut", "!allergies=nuts"},
	{"!latex", "!allergies=pollen"}},
    {"latex", FLAG_INFO, 0, 0, "", false, {"!latex", "!allergies=latex"}, {"!nut"}},
    {"fragrance", FLAG_INFO, 0, 0, "", false, {"!fragrance", "!allergies=fragrances"}, {"!nut"}},
};

/* Deep tissue needs 4; what else ships, and whom it is given by. */
static const struct {
	const char *code;
	int least; /* pressure; 0 = any */
	const char *skill; /* of the flags' */
} services[] = {{"dt", 4, NULL}, {"sw", 0, NULL}, {"hs", 0, NULL}, {"pn", 0, "prenatal"},
    {"sp", 3, NULL}, {"ly", 0, NULL}, {"nk", 0, NULL}, {"bk", 0, "back-pain"}, {"rx", 0, NULL},
    {"ar", 0, NULL}, {"ch", 0, NULL}, {"cp", 0, NULL}};

static struct practice practice;
static struct book book;
static struct health health;

static void
tell(const char *heard)
{
	health_release(&health);
	intake_init(&health.intake);
	health.intake.id = 1;
	health.intake.at = (int64_t)habits.today * 86400;
	if (intake_hear(&health.intake, &habits, heard, NULL) != ERR_OK)
		ok(0, "%s: %s", heard, err_message());
}

/* The flag of a rule among those that stand, alone; empty when it does not. */
static struct flag_list
alone(const struct flag_rule *rule)
{
	struct flag_list all = {0}, one = {0};

	flags_derive(&practice.flag_rules, &words, &health, habits.today, &all);
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].rule_id == rule->id)
			*list_push(&one) = all.v[i];
	free(all.v);
	return one;
}

/* What to do says so of these: no aromatherapy. */
static bool
no_scents(const struct row *row)
{
	static const char *const codes[] = {"asthma", "epilepsy", "fragrance"};

	for (size_t i = 0; i < array_size(codes); i++)
		if (strcmp(row->code, codes[i]) == 0)
			return true;
	return false;
}

static void
test_row(const struct row *row, const struct flag_rule *rule)
{
	is_int(rule->level, row->level, "%s is %s", row->code, flag_level_word(row->level));
	is_int(rule->cap, row->cap, "%s: its cap", row->code);
	is_int(rule->expires_days, row->expires, "%s: its days", row->code);
	is_str(rule->blocks, no_scents(row) ? "ar" : "", "%s: what it keeps from being given",
	    row->code);
	is_str(rule->skill, row->skill, "%s: its skill", row->code);
	is_int(rule->acknowledge, row->told, "%s: whether the therapist is told", row->code);
	is_int(flag_rule_check(rule, &words), ERR_OK, "%s: its terms", row->code);
	ok(rule->prompt[0] != '\0', "%s: says what to do", row->code);
	for (size_t i = 0; i < ANSWERS && row->raised_by[i] != NULL; i++) {
		struct flag_list l;

		tell(row->raised_by[i]);
		l = alone(rule);
		is_int(l.n, 1, "%s is raised by %s", row->code, row->raised_by[i]);
		if (l.n == 1 && row->expires > 0)
			is_int(l.v[0].until, habits.today + row->expires - 1, "and ends");
		flag_list_release(&l);
	}
	for (size_t i = 0; i < ANSWERS && row->not_by[i] != NULL; i++) {
		struct flag_list l;

		tell(row->not_by[i]);
		l = alone(rule);
		is_int(l.n, 0, "%s is not raised by %s", row->code, row->not_by[i]);
		flag_list_release(&l);
	}
}

/* --- x service x pressure -------------------------------------------------------------------- */

static const enum finding_code asked[] = {FINDING_FLAG_STOP, FINDING_FLAG_CLEAR, FINDING_FLAG_OPEN,
    FINDING_FLAG_BLOCKS, FINDING_FLAG_CAP, FINDING_FLAG_SKILL};

/* The findings of asked[] as one text: "flag-clear flag-cap". */
static void
found(struct str *out, struct flag_list *flags, int64_t service, int pressure)
{
	struct client_facts facts = {.has_intake = true, .flags = *flags};
	struct proposal want = {.therapist_id = THERAPIST,
	    .service_id = service,
	    .start = fixture_at(2, 11, 0),
	    .minutes = 60,
	    .turnover = -1,
	    .pressure = pressure,
	    .client = &facts};
	struct findings f = {0};

	schedule_check(&practice, &book, &want, fixture_at(1, 9, 0), &f);
	for (size_t i = 0; i < array_size(asked); i++)
		for (size_t k = 0; k < f.n; k++)
			if (f.v[k].code == asked[i])
				str_addf(out, "%s%s%s", out->n > 0 ? " " : "",
				    f.v[k].level == LEVEL_SOFT ? "" : "NOT SOFT ",
				    finding_code_word(asked[i]));
	findings_release(&f);
}

static void
add(struct str *out, bool if_so, enum finding_code code)
{
	if (if_so)
		str_addf(out, "%s%s", out->n > 0 ? " " : "", finding_code_word(code));
}

/* What section 6 makes of it. */
static void
expected(struct str *out, const struct row *row, size_t service, int pressure, bool skilled,
    bool cleared)
{
	const int needs = services[service].least > pressure ? services[service].least : pressure;
	const bool fits = skilled || row->skill[0] == '\0' ||
	    strcmp(row->skill, str_or_empty(services[service].skill)) == 0;
	const bool capped = row->cap > 0 && needs > row->cap;

	add(out, row->level == FLAG_STOP, FINDING_FLAG_STOP);
	add(out, row->level == FLAG_CLEAR && !cleared, FINDING_FLAG_CLEAR);
	add(out, row->level > FLAG_CLEAR && row->told && !capped && fits, FINDING_FLAG_OPEN);
	add(out, no_scents(row) && strcmp(services[service].code, "ar") == 0, FINDING_FLAG_BLOCKS);
	add(out, capped, FINDING_FLAG_CAP);
	add(out, !fits, FINDING_FLAG_SKILL);
}

/* What was asked at the booking waits for the therapist afterwards, and is asked at the start. */
static const char *
waits(const struct flag_list *flags, int64_t service)
{
	const struct client_facts facts = {.has_intake = true, .flags = *flags};
	const struct proposal want = {
	    .therapist_id = THERAPIST, .service_id = service, .client = &facts};
	const bool open = flag_is_open(&practice, &flags->v[0], service, THERAPIST);
	const char *mark = flags_mark(&practice, flags, service, THERAPIST);
	struct findings f = {0};
	const char *says;

	schedule_start(&practice, &want, &f);
	says = (f.n > 0) != open        ? "the start says otherwise"
	    : open != (mark[0] != '\0') ? "the mark says otherwise"
	    : open && flags->v[0].level == FLAG_STOP && findings_worst(&f) != LEVEL_HARD
	    ? "STOP goes"
	    : open ? "waits"
		   : "";
	findings_release(&f);
	return says;
}

/* The flag when that pressure is told, by which the answers raise it still. */
static struct flag_list
told_pressure(const struct flag_rule *rule, int pressure, bool cleared)
{
	char heard[] = "!p0";
	struct flag_list l;

	heard[2] = (char)('0' + pressure);
	if (pressure > 0 && intake_hear(&health.intake, &habits, heard, NULL) != ERR_OK)
		ok(0, "%s: %s", heard, err_message());
	l = alone(rule);
	if (l.n == 0)
		abort();
	l.v[0].cleared = cleared;
	return l;
}

/* All pressures of one flag, service and therapist: one check, which names those that differ. */
static void
test_pressures(
    const struct row *row, const struct flag_rule *rule, size_t service, bool skilled, bool cleared)
{
	struct str wrong = {0};

	tell(row->raised_by[0]);
	for (int pressure = 0; pressure < PRESSURES; pressure++) {
		struct flag_list l = told_pressure(rule, pressure, cleared);
		struct str got = {0}, want = {0};
		const char *after = waits(&l, (int64_t)service + 1);

		found(&got, &l, (int64_t)service + 1, pressure);
		expected(&want, row, service, pressure, skilled, cleared);
		if (strcmp(str_text(&got), str_text(&want)) != 0 ||
		    strcmp(after, want.n > 0 ? "waits" : "") != 0)
			str_addf(&wrong, " at %d: \"%s\", not \"%s\"; then \"%s\";", pressure,
			    str_text(&got), str_text(&want), after);
		str_release(&got);
		str_release(&want);
		flag_list_release(&l);
	}
	is_str(str_text(&wrong), "", "%s x %s, %s", row->code, services[service].code,
	    skilled ? "skilled" : "not skilled");
	str_release(&wrong);
}

/* Once the therapist knows nothing is asked; a leave on file lifts no cap, and no other rule. */
static void
test_known(
    const struct row *row, const struct flag_rule *rule, struct flag_list *flags, size_t service)
{
	struct str got = {0};

	flags->v[0].outdone = row->cap > 0;
	*list_push(&flags->v[0].acknowledged) = (int64_t)service + 1;
	*list_push(&flags->v[0].acknowledged_by) = THERAPIST;
	found(&got, flags, (int64_t)service + 1, PRESSURE_MOST);
	is_str(
	    str_text(&got), "", "%s x %s, the therapist knows", row->code, services[service].code);
	ok(!flag_is_open(&practice, &flags->v[0], (int64_t)service + 1, THERAPIST) &&
		flag_is_known(&flags->v[0], (int64_t)service + 1, THERAPIST),
	    "and nothing waits");
	flags->v[0].acknowledged.n = flags->v[0].acknowledged_by.n = 0;
	if (row->level == FLAG_CLEAR)
		test_pressures(row, rule, service, false, true);
	str_release(&got);
}

static void
test_crossing(const struct row *row, const struct flag_rule *rule)
{
	struct therapist *t = &practice.therapists.v[0];
	struct flag_list l;

	tell(row->raised_by[0]);
	l = alone(rule);
	for (size_t s = 0; l.n == 1 && s < array_size(services); s++) {
		test_pressures(row, rule, s, false, false);
		words_add(&t->skills, row->skill);
		test_pressures(row, rule, s, true, false);
		words_release(&t->skills);
		test_known(row, rule, &l, s);
	}
	flag_list_release(&l);
}

/* Of several flags the gravest is said first, and what two of them want is said once. */
static void
test_together(void)
{
	struct client_facts facts = {.has_intake = true};
	struct proposal want = {.therapist_id = THERAPIST,
	    .service_id = 1,
	    .start = fixture_at(2, 11, 0),
	    .minutes = 60,
	    .turnover = -1,
	    .client = &facts};
	struct findings f = {0};
	struct str got = {0};

	tell("!disc !onset=acute !contagious");
	flags_derive(&practice.flag_rules, &words, &health, habits.today, &facts.flags);
	schedule_check(&practice, &book, &want, fixture_at(1, 9, 0), &f);
	for (size_t i = 0; i < f.n; i++)
		if (finding_is_health(f.v[i].code))
			str_addf(&got, " %s", finding_code_word(f.v[i].code));
	is_str(str_text(&got), " flag-stop flag-clear flag-skill flag-cap flag-open",
	    "STOP, CLEAR, then skill and cap once; the other flag is named");
	str_release(&got);
	findings_release(&f);
	flag_list_release(&facts.flags);
}

static void
test_services(void)
{
	is_int(practice.services.n, array_size(services), "every shipped service is here");
	for (size_t i = 0; i < array_size(services) && i < practice.services.n; i++) {
		is_str(practice.services.v[i].code, services[i].code, "in its place");
		is_int(practice.services.v[i].min_pressure, services[i].least, "%s: its pressure",
		    services[i].code);
	}
}

static void
set_up(void)
{
	struct therapist *t;

	intake_set_up();
	practice = (struct practice){0};
	shipped_rules(&practice.flag_rules);
	shipped_rows("services.tsv", shipped_service, &practice);
	t = fixture_therapist(&practice, THERAPIST, "mia", "Mia", 'F');
	for (int weekday = 1; weekday <= 5; weekday++)
		fixture_shift(t, weekday, 9, 18);
	book = (struct book){
	    .from = civil_at(habits.today, 0), .until = civil_at(habits.today + 7, 0)};
}

int
main(void)
{
	set_up();
	test_services();
	test_together();
	is_int(practice.flag_rules.n, array_size(rows), "every shipped flag is here, once");
	for (size_t i = 0; i < array_size(rows); i++) {
		const struct flag_rule *rule = flag_rule(&practice.flag_rules, rows[i].code);

		ok(rule != NULL, "%s ships", rows[i].code);
		if (rule == NULL)
			continue;
		test_row(&rows[i], rule);
		test_crossing(&rows[i], rule);
	}
	health_release(&health);
	vocabulary_release(&words);
	practice_release(&practice);
	return done();
}
