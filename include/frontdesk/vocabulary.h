/*
 * The practice's word lists (design: desk.md 6): shipped in data/, loaded into the file when it is
 * made, then the practice's own. Part of struct practice; the rules read it, nobody writes into it.
 */
#ifndef FRONTDESK_VOCABULARY_H
#define FRONTDESK_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <frontdesk/err.h>
#include <frontdesk/str.h>

/*
 * X(ID, word, what it lists); the shipped rows stand in data/, a table each.
 *   section   of regions: head, back, front, arms, legs or whole; of conditions: the part of the
 *             form: today, back, heart, bones, nerves, skin, pregnancy, other, allergy
 *   also      other words for it, comma separated; of nicknames: what who bears the name (the code)
 *             is called; of conditions and medications also what an imported note may call them
 *   place     of reasons: the digit that picks it
 */
#define VOCABULARY_LIST(X) \
	X(REGION, "region", "Places of the body") \
	X(GOAL, "goal", "What a client comes for") \
	X(CAUSE, "cause", "Where a complaint comes from") \
	X(QUALITY, "quality", "How a pain feels") \
	X(CONDITION, "condition", "Conditions, and answers that raise a flag") \
	X(MEDICATION, "medication", "Classes of medication") \
	X(TECHNIQUE, "technique", "Techniques of a session") \
	X(NICKNAME, "nickname", "What people of a name are called") \
	X(REASON, "reason", "Why to go on in spite of a finding")

enum vocabulary_kind {
#define X(id, word, help) VOCABULARY_##id,
	VOCABULARY_LIST(X)
#undef X
	    VOCABULARY_KIND_COUNT
};
const char *vocabulary_kind_word(enum vocabulary_kind k);
const char *vocabulary_kind_lists(enum vocabulary_kind k); /* "Places of the body" */
/* By its word or the plural of it. ERR_USAGE lists the kinds. */
MUST_CHECK enum err vocabulary_kind_find(const char *word, enum vocabulary_kind *out);

struct vocabulary_word {
	int64_t id;
	int rev;
	enum vocabulary_kind kind;
	char *code; /* owned, as all texts here; short, one word, unique in its kind */
	char *label; /* in words */
	char *also; /* other words, comma separated; "" = none */
	char *section; /* "" = none */
	int place; /* order in its kind, from 1 */
	bool active;
};
struct vocabulary {
	struct vocabulary_word *v; /* by kind, then place */
	size_t n, cap;
};
void vocabulary_word_release(struct vocabulary_word *w);
void vocabulary_release(struct vocabulary *l);

/* By its code alone, archived ones too: what is on record is always said. NULL: there is none. */
const struct vocabulary_word *vocabulary_word(
    const struct vocabulary *l, enum vocabulary_kind kind, const char *code);
/* Its label; a code that is not in the list says itself. */
const char *vocabulary_label(
    const struct vocabulary *l, enum vocabulary_kind kind, const char *code);
/* The active one of a place, as the digit that picks a reason; NULL: there is none. */
const struct vocabulary_word *vocabulary_at(
    const struct vocabulary *l, enum vocabulary_kind kind, int place);
/*
 * By what a person typed: code, label or another word, else the unique beginning of one; active
 * ones only. ERR_NOT_FOUND names the word and lists what it could mean.
 */
MUST_CHECK enum err vocabulary_find(const struct vocabulary *l, enum vocabulary_kind kind,
    const char *word, const struct vocabulary_word **out);
/* Whether what was typed is one of its words (label, code, also), or the beginning of one. */
bool vocabulary_fits(const struct vocabulary_word *w, const char *typed, bool whole);
/*
 * The active words of a kind (code, label, also) as search keys, each with its word: made once to
 * be looked for in many texts.
 */
struct vocabulary_keys {
	struct vocabulary_key {
		char *key; /* owned */
		const struct vocabulary_word *word;
	} * v;
	size_t n, cap;
};
void vocabulary_keys_add(
    struct vocabulary_keys *out, const struct vocabulary *l, enum vocabulary_kind kind);
void vocabulary_keys_release(struct vocabulary_keys *k);
/* A text as vocabulary_key_in() wants it; whether it has the key as whole words, or its plural. */
void vocabulary_fold(struct str *out, const char *text);
bool vocabulary_key_in(const struct vocabulary_key *k, const char *folded);

#endif
