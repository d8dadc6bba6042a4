/* The practice's words: their kinds, by code, by what was typed, and in a note. */
#include <string.h>

#include <frontdesk/client.h>
#include <frontdesk/mem.h>

#include "../tap.h"

#define WORD(k, short, says, other, at, there) \
	{ \
		.kind = VOCABULARY_##k, .code = (char[]){short}, .label = (char[]){says}, \
		.also = (char[]){other}, .place = at, .active = there \
	}
static struct vocabulary_word words[] = {
    WORD(CONDITION, "disc", "herniated disc", "slipped disc, HNP", 1, true),
    WORD(CONDITION, "spine", "fused spine", "", 2, true),
    WORD(CONDITION, "spasm", "spasms", "cramp", 3, true),
    WORD(CONDITION, "old", "gone out of use", "", 4, false),
    WORD(MEDICATION, "bloodthinner", "blood thinner", "warfarin, beta-blocker", 1, true),
    WORD(NICKNAME, "elodie", "\xc3\x89lodie", "Lo, Didi", 1, true),
    WORD(NICKNAME, "thomas", "Thomas", "tom", 2, false),
    WORD(REASON, "client", "client asked", "", 1, true),
    WORD(REASON, "gone", "no more", "", 2, false),
};
static const struct vocabulary l = {.v = words, .n = array_size(words)};

static void
test_kinds(void)
{
	enum vocabulary_kind k = VOCABULARY_KIND_COUNT;

	for (int i = 0; i < VOCABULARY_KIND_COUNT; i++) {
		const char *word = vocabulary_kind_word((enum vocabulary_kind)i);

		ok(vocabulary_kind_find(word, &k) == ERR_OK && (int)k == i, "%s", word);
	}
	is_int(vocabulary_kind_find("Qualities", &k), ERR_OK, "the plural too");
	is_int(k, VOCABULARY_QUALITY, "of quality");
	is_int(vocabulary_kind_find("causes", &k), ERR_OK, "causes");
	is_int(k, VOCABULARY_CAUSE, "of cause");
	is_int(vocabulary_kind_find("pains", &k), ERR_USAGE, "another word");
	ok(strncmp(err_message(), "\"pains\" is none of region, goal, cause", 38) == 0, "%s",
	    err_message());
}

static void
test_code(void)
{
	ok(vocabulary_word(&l, VOCABULARY_CONDITION, "disc") == &words[0], "by its code");
	ok(vocabulary_word(&l, VOCABULARY_CONDITION, "old") == &words[3], "archived ones too");
	ok(vocabulary_word(&l, VOCABULARY_CAUSE, "disc") == NULL, "of its kind alone");
	is_str(vocabulary_label(&l, VOCABULARY_CONDITION, "old"), "gone out of use", "its label");
	is_str(vocabulary_label(&l, VOCABULARY_CONDITION, "zzz"), "zzz", "else the code itself");
	ok(vocabulary_at(&l, VOCABULARY_REASON, 1) == &words[7], "by its digit");
	ok(vocabulary_at(&l, VOCABULARY_REASON, 2) == NULL, "no archived one");
}

static void
test_find(void)
{
	static const struct {
		const char *typed;
		size_t at;
	} cases[] = {
	    {"disc", 0},
	    {"DISC", 0},
	    {"Herniated Disc", 0},
	    {"hnp", 0},
	    {"slipped disc", 0},
	    {"slip", 0},
	    {"hern", 0},
	    {"fused", 1},
	    {"spi", 1},
	    {"cramp", 2},
	};
	const struct vocabulary_word *w = NULL;

	for (size_t i = 0; i < array_size(cases); i++)
		ok(vocabulary_find(&l, VOCABULARY_CONDITION, cases[i].typed, &w) == ERR_OK &&
			w == &words[cases[i].at],
		    "%s is %s", cases[i].typed, words[cases[i].at].code);
	is_int(vocabulary_find(&l, VOCABULARY_CONDITION, "sp", &w), ERR_NOT_FOUND, "two begin so");
	is_str(err_message(), "condition \"sp\" could be: spine (fused spine), spasm (spasms)",
	    "both are told");
	is_int(vocabulary_find(&l, VOCABULARY_CONDITION, "old", &w), ERR_NOT_FOUND,
	    "an archived one is not taken");
	is_str(err_message(), "no condition \"old\"; there are: disc, spine, spasm",
	    "what there is is told");
	is_int(vocabulary_find(&l, VOCABULARY_GOAL, "x", &w), ERR_NOT_FOUND, "an empty kind");
	is_str(err_message(), "no goal \"x\"; there are none", "says so");
	is_int(vocabulary_find(&l, VOCABULARY_CONDITION, "", &w), ERR_NOT_FOUND, "nothing typed");
}

/* "disc;" for each key of the conditions and medications that a note has. */
static const char *
named(const char *note)
{
	static char codes[80];
	struct vocabulary_keys keys = {0};
	struct str folded = {0}, out = {0};

	vocabulary_keys_add(&keys, &l, VOCABULARY_CONDITION);
	vocabulary_keys_add(&keys, &l, VOCABULARY_MEDICATION);
	vocabulary_fold(&folded, note);
	for (size_t i = 0; i < keys.n; i++)
		if (vocabulary_key_in(&keys.v[i], str_text(&folded)))
			str_addf(&out, "%s;", keys.v[i].word->code);
	snprintf(codes, sizeof(codes), "%s", str_text(&out));
	vocabulary_keys_release(&keys);
	str_release(&folded);
	str_release(&out);
	return codes;
}

static void
test_text(void)
{
	is_str(named("Had a Herniated DISC in 2019"), "disc;disc;", "code and label");
	is_str(named("L5/S1 HNP!"), "disc;", "another word for it, beside punctuation");
	is_str(named("likes discos, discount"), "", "whole words alone");
	is_str(named("two herniated discs, discos"), "disc;disc;", "more than one");
	is_str(named("takes a Beta-Blocker."), "bloodthinner;", "with a hyphen");
	is_str(named("cramp, warfarin"), "spasm;bloodthinner;", "several");
	is_str(named("old, client asked, tom"), "", "no archived one, and no other kind");
	is_str(named(""), "", "no text");
}

static void
test_nicknames(void)
{
	struct str lines = {0};

	client_nicknames(&lines, &l);
	is_str(str_text(&lines), " elodie lo didi \n", "as keys, without archived ones");
	ok(client_first_alike("didi", "elodie", str_text(&lines)), "are one person's names");
	ok(client_first_alike("lo", "didi", str_text(&lines)), "one as well as the other");
	ok(!client_first_alike("tom", "thomas", str_text(&lines)), "others are not");
	str_release(&lines);
}

int
main(void)
{
	test_kinds();
	test_code();
	test_find();
	test_text();
	test_nicknames();
	return done();
}
