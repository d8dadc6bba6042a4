/* Words and flag rules: what is saved is read back in order; by rev, audited, taken back. */
#include <frontdesk/store_health.h>

#include "little.h"

static struct practice p;

static void
reread(struct store *s)
{
	practice_release(&p);
	must(store_practice(s, &p), "practice");
}

static struct vocabulary_word
word(enum vocabulary_kind kind, const char *code, int place)
{
	return (struct vocabulary_word){.kind = kind,
	    .code = xstrdup(code),
	    .label = xstrdup("in words"),
	    .also = xstrdup("one, two"),
	    .section = xstrdup("back"),
	    .place = place,
	    .active = true};
}

static struct flag_rule
rule(const char *code, enum flag_level level, int place)
{
	return (struct flag_rule){.code = xstrdup(code),
	    .name = xstrdup("Gout"),
	    .level = level,
	    .raised_by = xstrdup("condition:gout"),
	    .prompt = xstrdup("not there"),
	    .cap = 3,
	    .blocks = xstrdup("dt,hs"),
	    .skill = xstrdup("prenatal"),
	    .expires_days = 7,
	    .acknowledge = true,
	    .place = place,
	    .active = true};
}

static void
test_words(struct store *s)
{
	struct vocabulary_word gout = word(VOCABULARY_CONDITION, "gout", 2);
	struct vocabulary_word foot = word(VOCABULARY_REGION, "ft", 3);
	struct vocabulary_word gouty = word(VOCABULARY_CONDITION, "arthrosis", 1);
	struct vocabulary_word same = word(VOCABULARY_CONDITION, "GOUT", 9);
	const struct vocabulary_word *got;

	is_int(store_vocabulary_save(s, &gout), ERR_OK, "a word is saved");
	ok(gout.id > 0 && gout.rev == 1, "it has an id and rev 1");
	is_int(store_vocabulary_save(s, &foot), ERR_OK, "one of another kind");
	is_int(store_vocabulary_save(s, &gouty), ERR_OK, "one that comes before it");
	is_int(store_vocabulary_save(s, &same), ERR_REFUSED, "a code is taken in its kind");
	is_str(err_message(), "the code \"GOUT\" is taken by in words", "whatever the capitals");
	same.kind = VOCABULARY_CAUSE;
	is_int(store_vocabulary_save(s, &same), ERR_OK, "not in another");
	reread(s);
	is_int(p.vocabulary.n, 4, "all are read");
	is_str(p.vocabulary.v[0].code, "ft", "by kind");
	is_str(p.vocabulary.v[2].code, "arthrosis", "then by place");
	got = practice_word(&p, gout.id);
	ok(got != NULL && got == vocabulary_word(&p.vocabulary, VOCABULARY_CONDITION, "gout"),
	    "by id");
	is_str(got->label, "in words", "label");
	is_str(got->also, "one, two", "also");
	is_str(got->section, "back", "section");
	ok(got->place == 2 && got->active && got->rev == 1, "place, active, rev");
	gout.active = false;
	xstrset(&gout.label, "Gout");
	is_int(store_vocabulary_save(s, &gout), ERR_OK, "it is changed");
	is_int(gout.rev, 2, "its rev rises");
	gout.rev = 1;
	is_int(store_vocabulary_save(s, &gout), ERR_BUSY, "a stale one is refused");
	reread(s);
	got = practice_word(&p, gout.id);
	ok(strcmp(got->label, "Gout") == 0 && !got->active, "the change is read");
	vocabulary_word_release(&gout);
	vocabulary_word_release(&foot);
	vocabulary_word_release(&gouty);
	vocabulary_word_release(&same);
}

static void
test_rules(struct store *s)
{
	struct flag_rule late = rule("late", FLAG_INFO, 1), gout = rule("gout", FLAG_LOCAL, 2);
	struct flag_rule first = rule("first", FLAG_LOCAL, 1), same = rule("Gout", FLAG_STOP, 1);
	const struct flag_rule *got;

	is_int(store_flag_rule_save(s, &late), ERR_OK, "a rule is saved");
	is_int(store_flag_rule_save(s, &gout), ERR_OK, "a graver one");
	is_int(store_flag_rule_save(s, &first), ERR_OK, "one of its level before it");
	is_int(store_flag_rule_save(s, &same), ERR_REFUSED, "its code is taken");
	reread(s);
	is_int(p.flag_rules.n, 3, "all are read");
	is_str(p.flag_rules.v[0].code, "first", "by level, then place");
	is_str(p.flag_rules.v[2].code, "late", "the least grave last");
	got = practice_flag_rule(&p, gout.id);
	is_str(got->name, "Gout", "name");
	is_int(got->level, FLAG_LOCAL, "level");
	is_str(got->raised_by, "condition:gout", "what raises it");
	is_str(got->prompt, "not there", "prompt");
	is_str(got->blocks, "dt,hs", "blocks");
	is_str(got->skill, "prenatal", "skill");
	ok(got->cap == 3 && got->expires_days == 7 && got->acknowledge && got->active,
	    "cap, expiry, acknowledgement, active");
	gout.active = false;
	is_int(store_flag_rule_save(s, &gout), ERR_OK, "it is archived");
	gout.rev = 1;
	is_int(store_flag_rule_save(s, &gout), ERR_BUSY, "a stale one is refused");
	reread(s);
	ok(!practice_flag_rule(&p, gout.id)->active, "which is read");
	flag_rule_release(&late);
	flag_rule_release(&gout);
	flag_rule_release(&first);
	flag_rule_release(&same);
}

static bool
found(void *arg, const struct audit *a)
{
	str_addf(arg, "%s %s;", a->record, a->action);
	return true;
}

/* A word and a rule added in one step go together, and come back. */
static void
test_undo(struct store *s)
{
	struct store_step step = {.who = "ann", .desk = "front", .at = LITTLE_AT + 200};
	struct vocabulary_word w = word(VOCABULARY_GOAL, "calm", 1);
	struct flag_rule r = rule("calm", FLAG_INFO, 9);
	struct audit_query q = {.newest_first = true};
	struct str rows = {0};
	char *label = NULL;

	must(store_commit(s), "commit");
	little_begin(s, "ann", LITTLE_AT + 100);
	must(store_vocabulary_save(s, &w), "word");
	must(store_flag_rule_save(s, &r), "rule");
	must(store_audit_last(s, &q.after_id), "audit");
	must(store_commit(s), "commit");
	must(store_audit(s, &q, found, &rows), "audit");
	ok(strstr(str_text(&rows), "word Tested;") != NULL &&
		strstr(str_text(&rows), "flag Tested;") != NULL,
	    "both are in the audit");
	is_int(store_undo(s, &step, (struct store_undo_may){0}, &label), ERR_OK, "taken back");
	free(label);
	reread(s);
	ok(practice_word(&p, w.id) == NULL && practice_flag_rule(&p, r.id) == NULL, "both");
	is_int(store_redo(s, &step, (struct store_undo_may){0}, &label), ERR_OK, "and redone");
	free(label);
	reread(s);
	ok(practice_word(&p, w.id)->rev > w.rev && practice_flag_rule(&p, r.id)->rev > r.rev,
	    "both, beyond any rev a form may hold");
	str_release(&rows);
	vocabulary_word_release(&w);
	flag_rule_release(&r);
}

int
main(void)
{
	struct store *s = little_open();

	test_words(s);
	test_rules(s);
	test_undo(s);
	practice_release(&p);
	store_close(s);
	return done();
}
