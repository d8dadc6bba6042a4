/* Words and flags at the desk: shipped, changed, kept; what a table of them may not hold. */
#include <frontdesk/desk_health.h>
#include <frontdesk/desk_history.h>
#include <frontdesk/desk_person.h>

#include <string.h>

#include <frontdesk/mem.h>

#include "../../src/desk/vocabulary.h"
#include "../store/past.h"
#include "desk_fixture.h"

static struct desk d;

static const struct vocabulary_word *
word(enum vocabulary_kind kind, const char *code)
{
	return vocabulary_word(&d.practice.vocabulary, kind, code);
}

static const struct flag_rule *
rule(const char *code)
{
	for (size_t i = 0; i < d.practice.flag_rules.n; i++)
		if (strcmp(d.practice.flag_rules.v[i].code, code) == 0)
			return &d.practice.flag_rules.v[i];
	return NULL;
}

/* Every flag of the design page's "Shipped with": its level, cap and what else is said there. */
static void
test_shipped_flags(void)
{
	static const struct {
		const char *code, *level;
		int cap, expires;
		const char *skill;
	} cases[] = {
	    {"fever", "STOP", 0, 7, ""},
	    {"clot", "STOP", 0, 0, ""},
	    {"redflag", "STOP", 0, 0, ""},
	    {"preg-warn", "STOP", 0, 0, ""},
	    {"intoxicated", "STOP", 0, 1, ""},
	    {"bp", "STOP", 2, 0, ""},
	    {"backcheck", "CLEAR", 0, 0, ""},
	    {"numb", "CLEAR", 0, 0, ""},
	    {"disc-acute", "CLEAR", 3, 0, "back-pain"},
	    {"surgery", "CLEAR", 0, 0, ""},
	    {"osteo-severe", "CLEAR", 3, 0, ""},
	    {"cancer", "CLEAR", 2, 0, ""},
	    {"heart", "CLEAR", 2, 0, ""},
	    {"preg-risk", "CLEAR", 0, 0, ""},
	    {"fusion", "CLEAR", 2, 0, ""},
	    {"oedema", "CLEAR", 0, 0, ""},
	    {"kidney", "CLEAR", 0, 0, ""},
	    {"asthma", "CLEAR", 0, 0, ""},
	    {"skin", "LOCAL", 0, 0, ""},
	    {"flare", "LOCAL", 0, 0, ""},
	    {"fracture", "LOCAL", 0, 0, ""},
	    {"sprain", "LOCAL", 0, 0, ""},
	    {"implant", "LOCAL", 0, 0, ""},
	    {"varicose", "LOCAL", 0, 0, ""},
	    {"sunburn", "LOCAL", 0, 0, ""},
	    {"bruise", "LOCAL", 0, 0, ""},
	    {"lump", "LOCAL", 0, 0, ""},
	    {"clot-past", "ADAPT", 2, 0, ""},
	    {"bleeding", "ADAPT", 3, 0, ""},
	    {"osteo", "ADAPT", 3, 0, ""},
	    {"disc", "ADAPT", 3, 0, "back-pain"},
	    {"arthritis", "ADAPT", 3, 0, ""},
	    {"preg1", "ADAPT", 0, 0, ""},
	    {"preg", "ADAPT", 3, 0, "prenatal"},
	    {"diabetes", "ADAPT", 3, 0, ""},
	    {"dulled", "ADAPT", 3, 0, ""},
	    {"epilepsy", "INFO", 0, 0, ""},
	    {"nut", "INFO", 0, 0, ""},
	    {"latex", "INFO", 0, 0, ""},
	    {"fragrance", "INFO", 0, 0, ""},
	};

	is_int(d.practice.flag_rules.n, array_size(cases), "as many flags as are shipped");
	for (size_t i = 0; i < array_size(cases); i++) {
		const struct flag_rule *r = rule(cases[i].code);

		ok(r == &d.practice.flag_rules.v[i], "%s is number %zu", cases[i].code, i + 1);
		ok(r != NULL && strcmp(flag_level_word(r->level), cases[i].level) == 0 &&
			r->cap == cases[i].cap && r->expires_days == cases[i].expires &&
			strcmp(r->skill, cases[i].skill) == 0 && r->prompt[0] != '\0',
		    "%s is %s, at most %d", cases[i].code, cases[i].level, cases[i].cap);
	}
}

static void
test_shipped_words(void)
{
	static const char *const regions[] = {"hd", "jw", "nk", "tr", "sh", "sb", "ub", "mb", "lb",
	    "ql", "si", "gl", "hp", "hm", "cf", "ac", "ft", "fc", "ch", "ab", "hf", "qd", "ad",
	    "kn", "sn", "ua", "el", "fa", "wr", "hn", "sp", "fb", "lg"};
	static const char *const back[] = {"nk", "ub", "mb", "lb", "ql", "si", "sp"};
	static const char *const other[] = {"hd", "cf", "ft", "ab", "hn"};
	const struct vocabulary *l = &d.practice.vocabulary;
	const struct vocabulary_word *w;

	for (size_t i = 0; i < array_size(regions); i++)
		ok(word(VOCABULARY_REGION, regions[i]) == &l->v[i], "region %s", regions[i]);
	for (size_t i = 0; i < array_size(back); i++)
		is_str(word(VOCABULARY_REGION, back[i])->section, "back", "%s is of the back",
		    back[i]);
	for (size_t i = 0; i < array_size(other); i++)
		ok(strcmp(word(VOCABULARY_REGION, other[i])->section, "back") != 0, "%s is not",
		    other[i]);
	/* Nothing that is typed in full means two things of a kind. */
	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].kind == VOCABULARY_NICKNAME)
			continue;
		ok(vocabulary_find(l, l->v[i].kind, l->v[i].label, &w) == ERR_OK && w == &l->v[i],
		    "%s", l->v[i].label);
	}
	is_str(vocabulary_at(l, VOCABULARY_REASON, 1)->label, "client asked", "reason 1");
	is_str(vocabulary_at(l, VOCABULARY_REASON, 4)->label, "emergency", "reason 4");
}

static void
reopen(void)
{
	struct desk_options o = fixture_options("rita");

	desk_close(&d);
	must(desk_open(&d, &o), "open");
}

static void
test_change(void)
{
	char *const *more = WORDS("label=Slipped disc", "also=hnp,  bulging disc ");
	char *const *gout = WORDS("code=gout", "label=Gout", "section=bones");
	int64_t id = word(VOCABULARY_CONDITION, "disc")->id, fresh = 0;
	int64_t flu = word(VOCABULARY_CONDITION, "contagious")->id;

	is_int(desk_vocabulary_save(&d, VOCABULARY_CONDITION, &id, more, 2), ERR_OK, "changed");
	is_str(word(VOCABULARY_CONDITION, "disc")->label, "Slipped disc", "a label");
	is_str(word(VOCABULARY_CONDITION, "disc")->also, "hnp, bulging disc", "and other words");
	is_int(desk_vocabulary_save(&d, VOCABULARY_CONDITION, &fresh, gout, 3), ERR_OK, "added");
	ok(fresh == word(VOCABULARY_CONDITION, "gout")->id, "with its id");
	is_int(word(VOCABULARY_CONDITION, "gout")->place,
	    word(VOCABULARY_CONDITION, "other")->place + 1, "behind the last");
	is_int(desk_vocabulary_archive(&d, flu, true), ERR_OK, "archived");
	reopen();
	is_str(word(VOCABULARY_CONDITION, "disc")->label, "Slipped disc", "it stays changed");
	ok(!word(VOCABULARY_CONDITION, "contagious")->active, "and archived");
	ok(word(VOCABULARY_CONDITION, "gout") != NULL, "and added");
	is_int(desk_vocabulary_archive(&d, flu, false), ERR_OK, "taken back");
	ok(word(VOCABULARY_CONDITION, "contagious")->active, "it is there again");
}

static void
refused(enum vocabulary_kind kind, const char *code, char *const *words, size_t n, enum err want,
    const char *said)
{
	int64_t id = code != NULL ? word(kind, code)->id : 0;

	is_int(desk_vocabulary_save(&d, kind, &id, words, n), want, "%s", said);
	is_str(err_message(), said, "says so");
}

static void
test_refused(void)
{
	int64_t id = word(VOCABULARY_REASON, "owner")->id;

	refused(VOCABULARY_GOAL, NULL, WORDS("label=Calm"), 1, ERR_USAGE,
	    "a goal needs a code: code=CODE label=\"in words\"");
	refused(VOCABULARY_GOAL, NULL, WORDS("code=Be calm"), 1, ERR_USAGE,
	    "code: \"Be calm\" is no code; a code is one word of small letters, digits and "
	    "hyphens");
	refused(VOCABULARY_REGION, NULL, WORDS("code=lb2"), 1, ERR_USAGE,
	    "code: \"lb2\" is no code of a region; it has 8 letters at most");
	refused(VOCABULARY_CONDITION, "disc", WORDS("code=disk"), 1, ERR_REFUSED,
	    "code: what is on record goes by the code; archive disc and add another");
	refused(VOCABULARY_GOAL, NULL, WORDS("code=pain"), 1, ERR_REFUSED,
	    "the code \"pain\" is taken by pain relief");
	refused(VOCABULARY_REASON, NULL, WORDS("code=mine", "place=2"), 2, ERR_REFUSED,
	    "the digit 2 picks \"therapist agreed\"; take another place");
	refused(VOCABULARY_REASON, NULL, WORDS("code=mine", "place=10"), 2, ERR_USAGE,
	    "place: \"10\" is no number from 1 to 9");
	refused(VOCABULARY_GOAL, "pain", WORDS("colour=red"), 1, ERR_USAGE,
	    "no field \"colour\"; there are: code, label, also, section, place");
	is_int(desk_vocabulary_archive(&d, id, true), ERR_OK, "a reason is archived");
	id = 0;
	is_int(desk_vocabulary_save(&d, VOCABULARY_REASON, &id, WORDS("code=mine"), 1), ERR_OK,
	    "another");
	is_int(practice_word(&d.practice, id)->place, 3, "takes its digit");
	is_int(desk_vocabulary_archive(&d, word(VOCABULARY_REASON, "owner")->id, false),
	    ERR_REFUSED, "it cannot come back to it");
}

static void
test_flags(void)
{
	char *const *gout = WORDS("code=gout", "name=Gout", "level=local", "when=condition:gout",
	    "prompt=Keep away from it", "cap=2", "blocks=deep tissue massage,hs", "skill=back-pain",
	    "expires=30", "acknowledge=yes");
	int64_t id = 0, epilepsy = rule("epilepsy")->id;
	const struct flag_rule *r;

	is_int(desk_flag_rule_save(&d, &id, gout, 10), ERR_OK, "a flag is added");
	r = practice_flag_rule(&d.practice, id);
	ok(r->level == FLAG_LOCAL && r->cap == 2 && r->expires_days == 30 && r->acknowledge,
	    "level, cap, expiry, acknowledgement");
	is_str(r->blocks, "dt,hs", "services by their codes");
	is_int(r->place, 10, "behind the last of its level");
	is_int(desk_flag_rule_save(&d, &epilepsy, WORDS("level=CLEAR", "cap=1"), 2), ERR_OK,
	    "levels are the practice's to change");
	is_int(desk_flag_rule_archive(&d, rule("latex")->id, true), ERR_OK, "one is archived");
	reopen();
	ok(rule("epilepsy")->level == FLAG_CLEAR && rule("epilepsy")->cap == 1, "it stays so");
	ok(!rule("latex")->active && rule("gout") != NULL, "the others too");
	id = 0;
	is_int(desk_flag_rule_save(&d, &id, WORDS("code=x", "name=X"), 2), ERR_USAGE, "no level");
	is_str(err_message(), "a flag needs a level: level=ADAPT", "is asked for");
	is_int(desk_flag_rule_save(&d, &id, WORDS("code=x", "level=ADAPT"), 2), ERR_USAGE,
	    "no name, nothing that raises it");
	ok(desk_flag_rule_save(&d, &epilepsy, WORDS("when=condition:xyz"), 1) != ERR_OK &&
		strstr(err_message(), "xyz") != NULL,
	    "what raises it is of the words: %s", err_message());
	is_int(desk_flag_rule_save(&d, &epilepsy, WORDS("cap=6"), 1), ERR_USAGE, "a wrong cap");
	is_str(err_message(), "cap: \"6\" is no number from 0 to 5", "is told");
	is_int(desk_flag_rule_save(&d, &epilepsy, WORDS("blocks=zz"), 1), ERR_NOT_FOUND,
	    "no such service");
	is_int(
	    desk_flag_rule_save(&d, &id,
		WORDS("code=x", "name=X", "level=INFO", "when=condition:gout", "blocks=ar,zz"), 5),
	    ERR_NOT_FOUND, "nor of a new flag");
	ok(strstr(err_message(), "zz") != NULL, "it is named: %s", err_message());
	is_int(desk_flag_rule_save(&d, &epilepsy, WORDS("blocks=ar , dt"), 1), ERR_OK, "blanks");
	is_str(rule("epilepsy")->blocks, "ar,dt", "do no harm");
	is_int(desk_flag_rule_save(&d, &id,
		   WORDS("code=x", "name=X", "level=INFO", "when=condition:gout", "skill=juggling"),
		   5),
	    ERR_NOT_FOUND, "a skill that nobody has");
	ok(strstr(err_message(),
	       "no therapist has the skill \"juggling\"; there are: deep-tissue, ") != NULL,
	    "is named, with those there are: %s", err_message());
	is_int(desk_flag_rule_save(&d, &epilepsy, WORDS("skill=juggling"), 1), ERR_NOT_FOUND,
	    "nor is it given to one that is there");
	is_int(desk_flag_rule_save(&d, &epilepsy, WORDS("skill=prenatal"), 1), ERR_OK,
	    "one of the shipped flags may wait for somebody");
	is_int(
	    desk_flag_rule_save(&d, &epilepsy, WORDS("code=fit"), 1), ERR_REFUSED, "a code stays");
	is_int(desk_flag_rule_archive(&d, 9999, true), ERR_NOT_FOUND, "no such flag");
}

static void
test_undo(void)
{
	int64_t id = word(VOCABULARY_GOAL, "pain")->id;
	char *label = NULL;

	is_int(desk_vocabulary_save(&d, VOCABULARY_GOAL, &id, WORDS("label=no pain"), 1), ERR_OK,
	    "a word is changed");
	is_int(desk_undo(&d, &label), ERR_OK, "and back");
	is_str(label, "Changed goal no pain", "by its name");
	is_str(word(VOCABULARY_GOAL, "pain")->label, "pain relief", "it reads as before");
	free(label);
}

/* Set-up is the owner's. */
static void
test_owner(void)
{
	char *const *rita = WORDS("login=rita", "name=Rita");
	char *const *kim = WORDS("login=kim", "name=Kim", "role=desk");
	int64_t one = 0, two = 0, id = word(VOCABULARY_GOAL, "pain")->id;
	struct desk_options o = fixture_options("kim");
	enum err e = desk_person_save(&d, &one, rita, 2);

	must(e, "owner");
	must(desk_person_save(&d, &two, kim, 3), "desk");
	desk_close(&d);
	must(desk_open(&d, &o), "open");
	is_int(desk_vocabulary_save(&d, VOCABULARY_GOAL, &id, WORDS("label=no"), 1), ERR_REFUSED,
	    "a word is the owner's to change");
	is_int(desk_vocabulary_archive(&d, id, true), ERR_REFUSED, "and to archive");
	id = rule("epilepsy")->id;
	is_int(desk_flag_rule_save(&d, &id, WORDS("cap=5"), 1), ERR_REFUSED, "so is a flag");
	is_int(desk_flag_rule_archive(&d, id, true), ERR_REFUSED, "both");
}

/* Nothing of a table that is wrong comes into the file, and what is wrong there is told. */
static void
test_damaged(void)
{
	struct store_step step = desk_step(&d, "Loaded");

	must(store_begin(d.store, &step), "begin");
	is_int(vocabulary_table(
		   &d, VOCABULARY_GOAL, "# goals\ncode\tlabel\tplace\nzen\tZen\t1\nOh no\tNo\t2\n"),
	    ERR_USAGE, "a damaged row");
	is_str(err_message(),
	    "goals.tsv, line 4: code: \"Oh no\" is no code; a code is one word of small letters, "
	    "digits and hyphens",
	    "is told with table and line");
	is_int(vocabulary_table(&d, VOCABULARY_GOAL, "# code\tlabel\nname\tplace\n"), ERR_USAGE,
	    "no header");
	is_str(err_message(), "the table of goals.tsv lacks the columns code, label", "is told");
	is_int(flag_rule_table(
		   &d, "code\tname\tlevel\twhen\tprompt\n\nx\tX\tGRAVE\tcondition:clot\tNo\n"),
	    ERR_USAGE, "no such level");
	is_str(err_message(),
	    "flags.tsv, line 3: level: \"GRAVE\" is none of STOP, CLEAR, LOCAL, ADAPT, INFO",
	    "is told with its line");
	store_rollback(d.store);
}

/* A file of a version that had no words gets them when it is opened; then they are its own. */
static void
test_past(void)
{
	const char *kept = file_path("past.db");
	struct desk_options o = fixture_options("rita");
	int64_t id, before, after;

	make_past(kept, 7);
	o.path = kept;
	must(desk_open(&d, &o), "an older file");
	ok(word(VOCABULARY_REGION, "lb") != NULL && rule("fever") != NULL, "has words and flags");
	id = word(VOCABULARY_REGION, "lb")->id;
	must(desk_vocabulary_archive(&d, id, true), "archive");
	must(store_audit_last(d.store, &before), "audit");
	desk_close(&d);
	must(desk_open(&d, &o), "the file again");
	must(store_audit_last(d.store, &after), "audit");
	ok(!practice_word(&d.practice, id)->active, "which stay as the practice has them");
	is_int(after, before, "nothing is written into it any more");
	desk_close(&d);
	file_remove(kept);
	(void)unlink(file_path("past.db.v7"));
	file_done();
}

int
main(void)
{
	fixture_open(&d);
	test_shipped_flags();
	test_shipped_words();
	test_change();
	test_refused();
	test_flags();
	test_undo();
	test_damaged();
	test_owner();
	desk_close(&d);
	test_past();
	return done();
}
