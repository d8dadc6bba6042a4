/* Who claims a word: see claim.h. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "claim.h"
#include "phrase.h"

enum { RANK_FIRST_WORD, RANK_NAME, RANK_CODE };
enum { MINUTES_DIGITS = 3 };

struct claim_list {
	struct claim *v;
	size_t n, cap;
};

static bool
is_code(const char *word, const char *code)
{
	return strspn(word, "0123456789") != strlen(word) && text_same(word, code);
}

/*
 * How many of the words spell the whole name; 0 = they do not. *first = whether its first word
 * fits.
 */
static size_t
spells(const char *name, char *const *words, size_t n, bool *first)
{
	struct word_list parts = {0};
	size_t fit = 0;

	*first = false;
	if (words_split(name, &parts) != ERR_OK)
		return 0;
	while (fit < parts.n && fit < n && text_same(parts.v[fit].text, words[fit]))
		fit++;
	*first = fit > 0;
	if (fit < parts.n)
		fit = 0;
	word_list_release(&parts);
	return fit;
}

static void
by_name(struct claim_list *l, enum claim_kind kind, int64_t id, const char *name,
    char *const *words, size_t n)
{
	bool first;
	size_t fit = spells(name, words, n, &first);

	if (fit > 0)
		*list_push(l) = (struct claim){kind, id, 0, fit, RANK_NAME};
	else if (first && kind == CLAIM_THERAPIST)
		*list_push(l) = (struct claim){kind, id, 0, 1, RANK_FIRST_WORD};
}

/* "dt60": the minutes after the code. */
static bool
code_and_minutes(const char *word, const char *code, int *minutes)
{
	size_t n = strlen(word), digits = 0;
	const char *s;
	char *head;
	bool fits;

	while (digits < n && word[n - digits - 1] >= '0' && word[n - digits - 1] <= '9')
		digits++;
	if (digits == 0 || digits == n || digits > MINUTES_DIGITS)
		return false;
	s = word + n - digits;
	head = xstrndup(word, n - digits);
	fits = text_same(head, code) && scan_number(&s, word + n, MINUTES_DIGITS, minutes) &&
	    *minutes > 0;
	free(head);
	return fits;
}

static void
claim_services(struct claim_list *l, const struct practice *p, char *const *words, size_t n)
{
	int minutes;

	for (size_t i = 0; i < p->services.n; i++) {
		const struct service *s = &p->services.v[i];

		if (is_code(words[0], s->code))
			*list_push(l) = (struct claim){CLAIM_SERVICE, s->id, 0, 1, RANK_CODE};
		else if (code_and_minutes(words[0], s->code, &minutes))
			*list_push(l) = (struct claim){CLAIM_SERVICE, s->id, minutes, 1, RANK_NAME};
		else if (s->active)
			by_name(l, CLAIM_SERVICE, s->id, s->name, words, n);
	}
}

static void
claim_therapists(struct claim_list *l, const struct practice *p, char *const *words, size_t n)
{
	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];

		if (is_code(words[0], t->code))
			*list_push(l) = (struct claim){CLAIM_THERAPIST, t->id, 0, 1, RANK_CODE};
		if (t->active)
			by_name(l, CLAIM_THERAPIST, t->id, t->name, words, n);
	}
}

static void
claim_rooms(struct claim_list *l, const struct practice *p, char *const *words)
{
	for (size_t i = 0; i < p->rooms.n; i++)
		if (is_code(words[0], p->rooms.v[i].code))
			*list_push(l) =
			    (struct claim){CLAIM_ROOM, p->rooms.v[i].id, 0, 1, RANK_CODE};
}

/* More words win, then, within a kind, the code, the whole name, its first word. */
static bool
beats(const struct claim *a, const struct claim *b)
{
	return a->taken != b->taken ? a->taken > b->taken : a->kind == b->kind && a->rank > b->rank;
}

static bool
is_same(const struct claim *a, const struct claim *b)
{
	return a->kind == b->kind && a->id == b->id;
}

/* Keeps those that none beats, each record once. */
static void
keep_best(struct claim_list *l)
{
	struct claim_list best = {0};

	for (size_t i = 0; i < l->n; i++) {
		bool keep = true;

		for (size_t k = 0; k < l->n; k++)
			keep = keep && !beats(&l->v[k], &l->v[i]) &&
			    (k >= i || !is_same(&l->v[k], &l->v[i]) || beats(&l->v[i], &l->v[k]));
		if (keep)
			*list_push(&best) = l->v[i];
	}
	free(l->v);
	*l = best;
}

static void
describe(struct str *out, const struct practice *p, const struct claim *c, const char *what)
{
	switch (c->kind) {
	case CLAIM_GRAMMAR:
		str_add(out, what);
		break;
	case CLAIM_SERVICE:
		str_addf(out, "service %s", practice_service(p, c->id)->name);
		break;
	case CLAIM_THERAPIST:
		str_addf(out, "therapist %s (%s)", practice_therapist(p, c->id)->name,
		    practice_therapist(p, c->id)->code);
		break;
	case CLAIM_ROOM:
		str_addf(out, "room %s", practice_room(p, c->id)->code);
		break;
	case CLAIM_NONE:
		break;
	}
}

static enum err
ambiguous(const struct practice *p, char *const *words, size_t n, const struct claim_list *l,
    const char *what)
{
	struct str text = {0}, readings = {0};

	for (size_t i = 0; i < n; i++)
		str_addf(&text, "%s%s", i > 0 ? " " : "", words[i]);
	for (size_t i = 0; i < l->n; i++) {
		str_add(&readings, i > 0 ? ", " : "");
		describe(&readings, p, &l->v[i], what);
	}
	err_set(ERR_USAGE,
	    "\"%s\" could be: %s; write a whole name or a code, a day as 2026-11-27, a time as "
	    "14:30, a client in quotes",
	    str_text(&text), str_text(&readings));
	str_release(&text);
	str_release(&readings);
	return ERR_USAGE;
}

enum err
claim_once(const struct practice *p, const struct claim *c, const char *word, int64_t *slot)
{
	struct claim there = {.kind = c->kind, .id = *slot};
	struct str s = {0};

	if (*slot == 0 || *slot == c->id) {
		*slot = c->id;
		return ERR_OK;
	}
	describe(&s, p, &there, "");
	err_set(ERR_USAGE, "\"%s\" beside %s: one is enough; a client's name goes in quotes", word,
	    str_text(&s));
	str_release(&s);
	return ERR_USAGE;
}

enum err
claim_minutes(int with_service, int apart, int *out)
{
	if (with_service > 0 && apart > 0 && with_service != apart)
		return err_set(ERR_USAGE, "two lengths: %d and %d minutes", with_service, apart);
	*out = with_service > 0 ? with_service : apart > 0 ? apart : 0;
	return ERR_OK;
}

/* "dt 60": a bare number is the minutes when the service is offered so. */
static void
take_minutes(const struct practice *p, char *const *words, size_t n, struct claim *c)
{
	const struct service *s = practice_service(p, c->id);
	int minutes;

	if (c->minutes > 0 || c->taken >= n ||
	    !word_is_number(words[c->taken], MINUTES_DIGITS, &minutes))
		return;
	for (size_t i = 0; i < s->durations.n; i++) {
		if (s->durations.v[i].minutes == minutes) {
			c->minutes = minutes;
			c->taken++;
			return;
		}
	}
}

/*
 * A word inside what the grammar read may be a code too: the a of "3 a", the may of "may 3". So
 * the grammar wins over no one who is there with fewer words.
 */
static void
claim_inside(struct claim_list *l, const struct practice *p, char *const *words, size_t grammar)
{
	for (size_t i = 1; i < grammar && l->n == 0; i++) {
		claim_services(l, p, words + i, 1);
		claim_therapists(l, p, words + i, 1);
		claim_rooms(l, p, words + i);
	}
}

enum err
claim_read(const struct practice *p, char *const *words, size_t n, size_t grammar, const char *what,
    struct claim *out)
{
	struct claim_list l = {0};
	enum err err = ERR_OK;
	size_t longest = 0;

	claim_services(&l, p, words, n);
	claim_therapists(&l, p, words, n);
	claim_rooms(&l, p, words);
	claim_inside(&l, p, words, grammar);
	keep_best(&l);
	for (size_t i = 0; i < l.n; i++)
		longest = l.v[i].taken > longest ? l.v[i].taken : longest;
	if (grammar > 0 && longest <= grammar)
		*list_push(&l) = (struct claim){.kind = CLAIM_GRAMMAR, .taken = grammar};
	if (l.n > 1)
		err = ambiguous(p, words, grammar > 0 ? grammar : 1, &l, what);
	else if (l.n == 1)
		*out = l.v[0];
	else
		*out = (struct claim){0};
	if (err == ERR_OK && out->kind == CLAIM_SERVICE)
		take_minutes(p, words, n, out);
	free(l.v);
	return err;
}
