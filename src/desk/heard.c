/* What is typed as heard on the phone, where the "!" may be left out. */
#include <frontdesk/desk_health.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "health.h"

enum { WORDS_TOGETHER = 4 }; /* "!preg 12 feb 2027" */

struct hearing {
	struct intake_habits habits;
	const struct word_list *words;
	struct str *out; /* with the "!" */
};

/* The words from..until as one thing that was said. */
static void
join(const struct hearing *h, size_t from, size_t until, struct str *out)
{
	const char *first = h->words->v[from].text;

	str_addf(out, "!\"%s", first[0] == '!' ? first + 1 : first);
	for (size_t i = from + 1; i < until; i++)
		str_addf(out, " %s", h->words->v[i].text);
	str_addc(out, '"');
}

static bool
is_said(const struct hearing *h, size_t from, size_t until)
{
	struct intake in;
	struct str one = {0};
	bool is;

	intake_init(&in);
	join(h, from, until, &one);
	is = intake_hear(&in, &h->habits, str_text(&one), NULL) == ERR_OK;
	intake_release(&in);
	str_release(&one);
	return is;
}

/* As many words as make sense together; where none do, one, which is named then. */
static size_t
take(const struct hearing *h, size_t from)
{
	const size_t n = h->words->n;
	size_t until = from + 1;

	while (until < n && until < from + WORDS_TOGETHER && h->words->v[until].text[0] != '!')
		until++;
	while (until > from + 1 && !is_said(h, from, until))
		until--;
	if (h->out->n > 0)
		str_addc(h->out, ' ');
	join(h, from, until, h->out);
	return until;
}

static void
say_named(const struct hearing *h, const struct intake *in, struct str *said)
{
	struct str named = {0};

	intake_say_named(&named, in, in, h->habits.words);
	if (named.n > 0)
		str_addf(said, ". %s", str_text(&named));
	str_release(&named);
}

enum err
desk_heard(const struct desk *d, const char *text, struct str *out, struct str *said)
{
	struct word_list words = {0};
	struct hearing h = {.habits = desk_intake_habits(d), .words = &words, .out = out};
	struct intake in;
	enum err e = words_split(text, &words);

	if (e != ERR_OK)
		return e;
	intake_init(&in);
	for (size_t i = 0; i < words.n;)
		i = take(&h, i);
	e = intake_hear(&in, &h.habits, str_text(out), said);
	if (e == ERR_OK && said != NULL)
		say_named(&h, &in, said);
	intake_release(&in);
	word_list_release(&words);
	return e;
}
