/* What findings say of a flag, by how much of it may be said: every shipped one, each service. */
#include <frontdesk/schedule.h>

#include "fixture.h"
#include "shipped.h"
#include "../tap.h"

enum { THERAPIST = 1 };

static struct practice practice;
static struct book book;

/* All sentences about health of a booking, or of a start, a line each. */
static char *
said(struct client_facts *facts, int64_t service, bool start)
{
	const struct proposal want = {.therapist_id = THERAPIST,
	    .service_id = service,
	    .start = fixture_at(2, 11, 0),
	    .minutes = 60,
	    .turnover = -1,
	    .client = facts};
	struct findings f = {0};
	struct str out = {0};

	if (start)
		schedule_start(&practice, &want, &f);
	else
		schedule_check(&practice, &book, &want, fixture_at(1, 9, 0), &f);
	for (size_t i = 0; i < f.n; i++)
		if (finding_is_health(f.v[i].code))
			str_addf(&out, "%s\n", f.v[i].text);
	findings_release(&f);
	return str_take(&out);
}

static bool
holds(const char *text, const char *part)
{
	return text != NULL && strstr(text, part) != NULL;
}

/* The name of a flag is in its prompt, too ("Keep away from the bruise."): that may be said. */
static bool
names(char *text, const struct flag_rule *r)
{
	char *prompt = text != NULL ? strstr(text, r->prompt) : NULL;

	if (prompt != NULL)
		memset(prompt, '_', strlen(r->prompt));
	return holds(text, r->name);
}

static void
test_rule(const struct flag_rule *r, int64_t service, bool start)
{
	struct flag flag = {.rule_id = r->id, .level = r->level, .cap = r->cap};
	struct client_facts facts = {
	    .has_intake = true, .pressure = PRESSURE_MOST, .flags = {.v = &flag, .n = 1}};
	const char *word = flag_level_word(r->level);
	const char *what = start ? "the start" : "a booking";
	char *text = said(&facts, service, start);
	const bool found = text != NULL && text[0] != '\0';

	ok(!found || names(text, r), "%s: %s names it to who may know", r->code, what);
	free(text);
	facts.telling = FLAG_TELLS_PROMPT;
	text = said(&facts, service, start);
	ok(!found || holds(text, word), "tells its level to the desk");
	ok(!names(text, r), "but no name");
	free(text);
	facts.telling = FLAG_TELLS_LEVEL;
	text = said(&facts, service, start);
	ok(!found || holds(text, word), "and its level to a stranger");
	ok(!holds(text, r->name) && !holds(text, r->prompt) &&
		(r->skill[0] == '\0' || !holds(text, r->skill)) && !holds(text, "cap"),
	    "and nothing more");
	free(text);
}

/* In sentences. */
static void
test_words(void)
{
	const struct flag_rule *r = flag_rule(&practice.flag_rules, "heart");
	struct flag flag = {.rule_id = r->id, .level = r->level, .cap = r->cap};
	struct client_facts facts = {
	    .has_intake = true, .telling = FLAG_TELLS_PROMPT, .flags = {.v = &flag, .n = 1}};
	char *text;
	int64_t deep = 0;

	for (size_t i = 0; i < practice.services.n; i++)
		if (strcmp(practice.services.v[i].code, "dt") == 0)
			deep = practice.services.v[i].id;
	text = said(&facts, deep, false);
	is_str(text,
	    "CLEAR: Ask for a doctor's OK. Light; head raised if lying flat is hard.\n"
	    "Deep tissue massage needs pressure 4; a CLEAR flag caps at 2: the therapist must "
	    "acknowledge\n",
	    "the desk");
	free(text);
	flag.level = FLAG_ADAPT;
	text = said(&facts, deep, false);
	is_str(text,
	    "Deep tissue massage needs pressure 4; an ADAPT flag caps at 2: the therapist must "
	    "acknowledge\n",
	    "in English");
	free(text);
	facts.telling = FLAG_TELLS_LEVEL;
	facts.pressure = 2;
	text = said(&facts, deep, false);
	is_str(text, "an ADAPT flag stands\n", "a stranger, once, and not what is liked");
	free(text);
}

/* What is only told of one flag does not silence what is asked of another. */
static void
test_alike(void)
{
	const struct flag_rule *heart = flag_rule(&practice.flag_rules, "heart");
	const struct flag_rule *kidney = flag_rule(&practice.flag_rules, "kidney");
	struct flag flags[] = {{.rule_id = heart->id, .level = heart->level, .cleared = true},
	    {.rule_id = kidney->id, .level = kidney->level}};
	int64_t service = practice.services.v[0].id, therapist = THERAPIST;
	struct client_facts facts = {
	    .has_intake = true, .telling = FLAG_TELLS_LEVEL, .flags = {.v = flags, .n = 2}};
	char *text;

	flags[0].acknowledged = (struct ids){.v = &service, .n = 1};
	flags[0].acknowledged_by = (struct ids){.v = &therapist, .n = 1};
	text = said(&facts, service, false);
	is_str(text, "a CLEAR flag stands\na CLEAR flag stands\n", "a question and a notice");
	free(text);
}

int
main(void)
{
	struct therapist *t;

	shipped_rules(&practice.flag_rules);
	shipped_rows("services.tsv", shipped_service, &practice);
	t = fixture_therapist(&practice, THERAPIST, "mia", "Mia", 'F');
	for (int weekday = 1; weekday <= 5; weekday++)
		fixture_shift(t, weekday, 9, 18);
	book = (struct book){.from = fixture_at(1, 0, 0), .until = fixture_at(8, 0, 0)};
	for (size_t i = 0; i < practice.flag_rules.n; i++)
		for (size_t k = 0; k < practice.services.n; k++) {
			test_rule(&practice.flag_rules.v[i], practice.services.v[k].id, false);
			test_rule(&practice.flag_rules.v[i], practice.services.v[k].id, true);
		}
	test_words();
	test_alike();
	practice_release(&practice);
	return done();
}
