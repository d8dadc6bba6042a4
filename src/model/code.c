/* Codes: one namespace for all kinds, apart from the words of the grammars; and words mistyped. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/line.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "phrase.h"

static bool
is_figures(const char *word)
{
	return strspn(word, "0123456789") == strlen(word);
}

/* What the line that books takes for the client's in a text; NULL: it does not understand it. */
static char *
left_by_line(const char *text)
{
	const struct practice nobody = {0};
	const struct when_habits habits = {.week_start = 1};
	struct line line = {0};
	char *client = NULL;

	if (line_parse(text, &nobody, &habits, &line) == ERR_OK) {
		client = line.client;
		line.client = NULL;
	}
	line_release(&line);
	return client;
}

static char *
left_by_query(const char *text)
{
	const struct practice nobody = {0};
	const struct when_habits habits = {.week_start = 1};
	struct free_query q = {0};
	char *client = NULL;

	if (free_query_parse(text, &nobody, &habits, &q, &client) != ERR_OK)
		return NULL;
	free_query_release(&q);
	return client;
}

/*
 * Whether the word is a client's for both grammars, alone and beside what makes words of theirs;
 * and makes no sense of what has none without it.
 */
static bool
means_nothing(const char *word)
{
	static const struct {
		const char *before, *after;
		char *(*left)(const char *text);
		bool senseless;
	} probes[] = {{"", "", left_by_line, false}, {"", " 3", left_by_line, false},
	    {"3 ", "", left_by_line, false}, {"", " fri", left_by_line, false},
	    {"", " 3 weeks", left_by_line, true}, {"", "", left_by_query, false},
	    {"", " week", left_by_query, false}, {"mon ", " fri", left_by_query, false},
	    {"", " 99", left_by_query, true}};
	bool nothing = word[0] != '#';

	for (size_t i = 0; i < array_size(probes) && nothing; i++) {
		struct str text = {0};
		char *left;

		str_addf(&text, "%s%s%s", probes[i].before, word, probes[i].after);
		left = probes[i].left(str_text(&text));
		nothing =
		    probes[i].senseless ? left == NULL : left != NULL && strcmp(left, word) == 0;
		free(left);
		str_release(&text);
	}
	return nothing;
}

/* Whether "r1" could be service r with its minutes. */
static bool
is_with_minutes(const char *word, const char *service)
{
	size_t n = strlen(word);
	char *head;
	bool is;

	while (n > 0 && word[n - 1] >= '0' && word[n - 1] <= '9')
		n--;
	if (n == 0 || n == strlen(word))
		return false;
	head = xstrndup(word, n);
	is = text_same(head, service);
	free(head);
	return is;
}

static bool
collide(const char *a, enum code_kind a_kind, const char *b, enum code_kind b_kind)
{
	return text_same(a, b) || (b_kind == CODE_SERVICE && is_with_minutes(a, b)) ||
	    (a_kind == CODE_SERVICE && is_with_minutes(b, a));
}

enum err
practice_code_free(const struct practice *p, const char *code, enum code_kind kind, int64_t id)
{
#define CHECK(list, of_kind, what) \
	for (size_t i = 0; i < (list).n; i++) \
		if ((kind != (of_kind) || (list).v[i].id != id) && \
		    collide(code, kind, (list).v[i].code, of_kind)) \
			return err_set(ERR_REFUSED, "\"%s\" is taken by %s (%s %s)", code, \
			    (list).v[i].name, what, (list).v[i].code);
	CHECK(p->therapists, CODE_THERAPIST, "therapist")
	CHECK(p->rooms, CODE_ROOM, "room")
	CHECK(p->services, CODE_SERVICE, "service")
#undef CHECK
	if (!is_figures(code) && !means_nothing(code))
		return err_set(ERR_REFUSED,
		    "\"%s\" cannot be a code: a line reads it as a day, a time or a word of its "
		    "own",
		    code);
	return ERR_OK;
}

/* One slip apart, in three letters or more. */
static bool
is_near(const char *word, const char *known)
{
	struct str a = {0}, b = {0};
	bool near;

	text_fold(&a, word, TEXT_FOLD_PLAIN);
	text_fold(&b, known, TEXT_FOLD_PLAIN);
	near = text_letters(str_text(&a)) >= 3 && text_letters(str_text(&b)) >= 3 &&
	    text_distance(str_text(&a), str_text(&b), 1) <= 1;
	str_release(&a);
	str_release(&b);
	return near;
}

const char *
practice_near(const struct practice *p, const char *word)
{
	static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];
		char *first = xstrndup(t->name, strcspn(t->name, " "));
		bool near = is_near(word, t->code) || is_near(word, first);

		free(first);
		if (t->active && near)
			return t->code;
	}
	for (size_t i = 0; i < p->rooms.n; i++)
		if (p->rooms.v[i].active && is_near(word, p->rooms.v[i].code))
			return p->rooms.v[i].code;
	for (size_t i = 0; i < array_size(days); i++)
		if (is_near(word, days[i]))
			return days[i];
	return NULL;
}
