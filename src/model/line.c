/* The one line that books. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/line.h>
#include <frontdesk/mem.h>

#include "claim.h"
#include "phrase.h"

struct reader {
	const struct practice *p;
	const struct when_habits *h;
	struct line line; /* but for the clients' words */
	struct str client[2], heard;
	int who; /* whose words come: 0, or 1 after "costa +" */
	int service_minutes;
	enum last { LAST_OTHER, LAST_CLIENT, LAST_THERAPIST } last; /* what stood before */
	bool plus; /* a "+" stands before the word */
};

void
line_release(struct line *l)
{
	free(l->client);
	free(l->client2);
	free(l->heard);
	*l = (struct line){0};
}

static const char *
part_what(const struct part *part)
{
	if (part->day.kind == DAY_OF_WEEK)
		return civil_weekday_long(part->day.weekday);
	if (part->day.kind != DAY_NONE)
		return "a day";
	return part->minute >= 0 || part->has_end ? "a time" : "a length";
}

static enum err
add_client(struct reader *r, const char *word)
{
	struct str *s;

	if (r->plus && r->last == LAST_THERAPIST)
		return err_set(ERR_USAGE, "\"%s\" after \"+\" is not a therapist", word);
	r->who += r->plus;
	s = &r->client[r->who];
	str_addf(s, "%s%s", s->n > 0 ? " " : "", word);
	r->last = LAST_CLIENT;
	r->plus = false;
	return ERR_OK;
}

static enum err
add_plus(struct reader *r, bool is_end)
{
	bool full = r->last == LAST_CLIENT ? r->who > 0 : r->line.therapist2_id != 0;

	if (r->last == LAST_OTHER || r->plus || is_end)
		return err_set(
		    ERR_USAGE, "\"+\" stands between two clients or two therapists: costa + lima");
	if (full)
		return err_set(ERR_USAGE, "\"+\" joins two; there are three");
	r->plus = true;
	return ERR_OK;
}

static enum err
add_therapist(struct reader *r, const struct claim *c, const char *word)
{
	bool second = r->plus;
	enum err err;

	if (r->line.therapist_any)
		return err_set(ERR_USAGE, "\"%s\" beside \"any\" therapist: one is enough", word);
	r->plus = false;
	err = claim_once(r->p, c, word, second ? &r->line.therapist2_id : &r->line.therapist_id);
	if (err == ERR_OK && r->line.therapist_id == r->line.therapist2_id)
		err = err_set(ERR_USAGE, "\"%s\" twice: a couple has two therapists", word);
	r->last = LAST_THERAPIST;
	return err;
}

/* What a claim fills in; grammar is the caller's. */
static enum err
add_claim(struct reader *r, const struct claim *c, const char *word)
{
	if (r->plus && (r->last != LAST_THERAPIST || c->kind != CLAIM_THERAPIST))
		return err_set(ERR_USAGE,
		    "\"%s\" after \"+\" is not a %s; a client's name goes in quotes", word,
		    r->last == LAST_CLIENT ? "client" : "therapist");
	if (c->kind == CLAIM_THERAPIST)
		return add_therapist(r, c, word);
	r->last = LAST_OTHER;
	if (c->kind == CLAIM_ROOM)
		return claim_once(r->p, c, word, &r->line.room_id);
	if (c->kind != CLAIM_SERVICE)
		return ERR_OK;
	r->service_minutes = c->minutes > 0 ? c->minutes : r->service_minutes;
	return claim_once(r->p, c, word, &r->line.service_id);
}

static enum err
add_any(struct reader *r, const char *word)
{
	if (r->line.therapist_id != 0 || r->plus)
		return err_set(ERR_USAGE, "\"%s\" therapist beside %s: one is enough", word,
		    r->plus ? "\"+\"" : practice_therapist(r->p, r->line.therapist_id)->name);
	r->line.therapist_any = true;
	r->last = LAST_OTHER;
	return ERR_OK;
}

/* The words at the beginning, none quoted: by the grammar of days and times, or by the practice. */
static enum err
read_words(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	struct part part;
	struct claim claim = {0};
	size_t grammar;
	enum err err = part_read(words, n, r->h, &part, &grammar);

	if (err == ERR_OK)
		err = claim_read(r->p, words, n, grammar, part_what(&part), &claim);
	if (err != ERR_OK)
		return err;
	*taken = claim.taken;
	if (claim.kind == CLAIM_NONE) {
		*taken = 1;
		return add_client(r, words[0]);
	}
	err = add_claim(r, &claim, words[0]);
	if (err == ERR_OK && claim.kind == CLAIM_GRAMMAR)
		err = part_merge(&part, words[0], r->h, &r->line.when);
	return err;
}

static enum err
read_room(struct reader *r, const char *code)
{
	struct claim room = {.kind = CLAIM_ROOM};
	enum err err = practice_find_room(r->p, code, &room.id);

	return err != ERR_OK ? err : add_claim(r, &room, code);
}

static enum err
read_turnover(struct reader *r, const char *word, const char *minutes)
{
	int n;

	if (r->line.turnover >= 0)
		return err_set(ERR_USAGE, "\"%s\" is a second turnover; one is enough", word);
	if (!word_is_number(minutes, 3, &n) || n > TURNOVER_MAX)
		return err_set(ERR_USAGE, "\"%s\": write the minutes, like turnover=30, at most %d",
		    word, TURNOVER_MAX);
	r->line.turnover = n;
	r->last = LAST_OTHER;
	return ERR_OK;
}

/* 12.2. and 12.2.2027: figures and two dots at least, so no time and no length. */
static bool
is_dotted_date(const char *word)
{
	const char *dot = strchr(word, '.');

	return dot != NULL && strchr(dot + 1, '.') != NULL &&
	    strspn(word, "0123456789.") == strlen(word);
}

/* What was heard ends with its word; but !preg 12.2. has its date. */
static enum err
add_heard(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	bool dated = n > 1 && word_is(words[0], "!preg") && is_dotted_date(words[1]);

	if (words[0][1] == '\0')
		return err_set(
		    ERR_USAGE, "\"!\" stands right before what was heard, without a blank");
	str_addf(&r->heard, "%s%s%s%s", r->heard.n > 0 ? " " : "", words[0], dated ? " " : "",
	    dated ? words[1] : "");
	*taken = dated ? 2 : 1;
	return ERR_OK;
}

/* The figures of a word that may be a part of a phone; 0 = it is none. */
static size_t
phone_figures(const char *word)
{
	size_t figures = 0;
	civil_day day;

	if (strspn(word, "+-()0123456789") != strlen(word) || civil_parse_iso_day(word, &day))
		return 0;
	for (; *word != '\0'; word++)
		figures += *word >= '0' && *word <= '9';
	return figures;
}

/*
 * How many words from the first on are one phone, as it is told in groups: 0170 555 1234. It begins
 * as no time does, has three long groups, or is all there is. 0 = they are none.
 */
static size_t
phone_words(char *const *words, size_t n, bool all)
{
	enum { SHORT = 7, FULL = 10, GROUP = 3 };
	size_t taken = 0, figures = 0;
	bool groups = true;

	for (; taken < n && figures < FULL; taken++) {
		const size_t more = phone_figures(words[taken]);

		if (more == 0)
			break;
		groups = groups && more >= GROUP;
		figures += more;
	}
	if (taken < 2 || figures < SHORT || (words[0][0] == '+' && figures < SHORT + 2))
		return 0; /* +2 1430 60 is a day, a time and a length */
	if (strchr("+(0", words[0][0]) != NULL)
		return taken;
	if (phone_figures(words[0]) >= SHORT) /* it is one by itself */
		return 0;
	return (all && taken == n) || (groups && taken >= GROUP) ? taken : 0;
}

static enum err
add_phone(struct reader *r, char *const *words, size_t n)
{
	enum err err = ERR_OK;

	for (size_t i = 0; i < n && err == ERR_OK; i++)
		err = add_client(r, words[i]);
	return err;
}

static enum err
read_next(struct reader *r, const struct word_list *l, char *const *words, size_t i, size_t *taken)
{
	const char *word = words[i], *room = word_after(word, "room:"),
		   *turnover = word_after(word, "turnover=");
	size_t phone;

	*taken = 1;
	if (l->v[i].quoted || word[0] == '#')
		return add_client(r, word);
	if (word[0] == '!')
		return add_heard(r, words + i, word_run(l, i), taken);
	if (word_is(word, "+"))
		return add_plus(r, i + 1 == l->n);
	if (word_is(word, "*") || word_is(word, "any"))
		return add_any(r, word);
	if (room != NULL)
		return read_room(r, room);
	if (turnover != NULL)
		return read_turnover(r, word, turnover);
	phone = phone_words(words + i, word_run(l, i), i == 0 && word_run(l, i) == l->n);
	if (phone > 0) {
		*taken = phone;
		return add_phone(r, words + i, phone);
	}
	return read_words(r, words + i, word_run(l, i), taken);
}

static enum err
read_all(struct reader *r, const struct word_list *l, char *const *words)
{
	size_t i = 0, taken;
	enum err err = ERR_OK;

	while (err == ERR_OK && i < l->n) {
		err = read_next(r, l, words, i, &taken);
		i += taken;
	}
	if (err == ERR_OK && r->plus)
		err = add_plus(r, true);
	if (err == ERR_OK)
		err = claim_minutes(r->service_minutes, r->line.when.minutes, &r->line.minutes);
	return err;
}

enum err
line_parse(
    const char *text, const struct practice *p, const struct when_habits *h, struct line *out)
{
	struct reader r = {.p = p, .h = h, .line = {.when = WHEN_EMPTY, .turnover = -1}};
	struct word_list l = {0};
	char **words;
	enum err err = words_split(text, &l);

	if (err != ERR_OK)
		return err;
	words = word_texts(&l);
	err = read_all(&r, &l, words);
	if (err == ERR_OK) {
		*out = r.line;
		out->heard = str_take(&r.heard);
		out->client = str_take(&r.client[0]);
		out->client2 = r.who > 0 ? str_take(&r.client[1]) : NULL;
	}
	str_release(&r.client[0]);
	str_release(&r.client[1]);
	str_release(&r.heard);
	free(words);
	word_list_release(&l);
	return err;
}
