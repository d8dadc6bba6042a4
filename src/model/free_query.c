/* The free-time query. */
#include <stdlib.h>
#include <string.h>

#include <frontdesk/line.h>
#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "claim.h"
#include "phrase.h"

enum { DAYS_AHEAD = 14, LIMIT_DIGITS = 4 };

struct reader {
	const struct practice *p;
	const struct when_habits *h;
	struct free_query q;
	bool has_days;
	int service_minutes, minutes; /* typed with the service, and apart */
};

/* female male f m */
static enum err
read_gender(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	bool female = word_is(words[0], "female") || word_is(words[0], "f");
	char gender = female ? 'F' : 'M';

	(void)n;
	if (!female && !word_is(words[0], "male") && !word_is(words[0], "m"))
		return ERR_OK;
	if (r->q.gender != 0 && r->q.gender != gender)
		return err_set(ERR_USAGE, "\"%s\": write female or male, not both", words[0]);
	r->q.gender = gender;
	*taken = 1;
	return ERR_OK;
}

/* Narrows the time of day to [from, until). */
static enum err
narrow(struct reader *r, const char *word, int from, int until)
{
	int before = r->q.before > 0 ? r->q.before : CIVIL_DAY_MINUTES;

	r->q.after = from > r->q.after ? from : r->q.after;
	r->q.before = until < before ? until : before;
	if (r->q.after >= r->q.before)
		return err_set(ERR_USAGE, "\"%s\" leaves no time of the day", word);
	return ERR_OK;
}

/* morning afternoon evening */
static enum err
read_daytime(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	static const struct {
		const char *word;
		int from, until;
	} times[] = {{"morning", 0, 12 * 60}, {"afternoon", 12 * 60, 18 * 60},
	    {"evening", 17 * 60, CIVIL_DAY_MINUTES}};

	(void)n;
	for (size_t i = 0; i < array_size(times); i++) {
		if (!word_is(words[0], times[i].word))
			continue;
		*taken = 1;
		return narrow(r, words[0], times[i].from, times[i].until);
	}
	return ERR_OK;
}

/* >15:00 <noon > 3 pm */
static enum err
read_bound(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	bool after = words[0][0] == '>', apart = strlen(words[0]) == 1;
	char *rest[2] = {words[0] + 1, n > 1 ? words[1] : NULL};
	struct clock clock;
	size_t read = 0;
	enum err err = ERR_OK;
	int minute;

	if (!after && words[0][0] != '<')
		return ERR_OK;
	if (!apart)
		err = clock_read(rest, n > 1 ? 2 : 1, &clock, &read);
	else if (n > 1)
		err = clock_read(words + 1, n - 1, &clock, &read);
	if (err == ERR_OK && read == 0)
		err = err_set(ERR_USAGE, "\"%s\" wants a time; write >15:00 or <12:00", words[0]);
	if (err != ERR_OK)
		return err;
	minute = clock_minute(&clock, r->h);
	*taken = read + apart;
	return after ? narrow(r, words[0], minute, CIVIL_DAY_MINUTES)
		     : narrow(r, words[0], 0, minute);
}

/* first 10 */
static enum err
read_first(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	int limit;

	if (n < 2 || !word_is(words[0], "first") || !word_is_number(words[1], LIMIT_DIGITS, &limit))
		return ERR_OK;
	if (limit == 0)
		return err_set(ERR_USAGE, "\"first %s\": write first 1 or more", words[1]);
	r->q.limit = (size_t)limit;
	*taken = 2;
	return ERR_OK;
}

/* The search key without blanks: "Back pain" and "backpain" are the same skill. */
static char *
skill_key(const char *skill)
{
	struct str fold = {0}, key = {0};

	text_fold(&fold, skill, TEXT_FOLD_PLAIN);
	for (const char *s = str_text(&fold); *s != '\0'; s++)
		if (*s != ' ')
			str_addc(&key, *s);
	str_release(&fold);
	return str_take(&key);
}

/* Adds the skills that are not among the known ones yet. */
static void
learn(struct words *known, const struct words *skills)
{
	for (size_t i = 0; i < skills->n; i++)
		words_add(known, skills->v[i]);
}

static enum err
no_skill(const char *word, const struct words *known)
{
	struct str s = {0};

	for (size_t i = 0; i < known->n; i++)
		str_addf(&s, "%s%s", i > 0 ? ", " : "", known->v[i]);
	err_set(ERR_NOT_FOUND, "no skill \"%s\"; there are: %s", word,
	    s.n > 0 ? str_text(&s) : "none yet");
	str_release(&s);
	return ERR_NOT_FOUND;
}

/* The practice's own word for a skill, of those its therapists have and its services want. */
static enum err
find_skill(const struct practice *p, const char *word, char **out)
{
	struct words known = {0};
	char *key = skill_key(word), *found = NULL;
	enum err err = ERR_OK;

	for (size_t i = 0; i < p->therapists.n; i++)
		learn(&known, &p->therapists.v[i].skills);
	for (size_t i = 0; i < p->services.n; i++)
		learn(&known, &p->services.v[i].skills);
	for (size_t i = 0; i < known.n && found == NULL; i++) {
		char *other = skill_key(known.v[i]);

		if (strcmp(key, other) == 0)
			found = xstrdup(known.v[i]);
		free(other);
	}
	if (found != NULL)
		*out = found;
	else
		err = no_skill(word, &known);
	free(key);
	words_release(&known);
	return err;
}

/* skill:backpain */
static enum err
read_skill(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	const char *word = word_after(words[0], "skill:");

	(void)n;
	if (word == NULL)
		return ERR_OK;
	if (r->q.skill != NULL)
		return err_set(
		    ERR_USAGE, "\"%s\" beside skill \"%s\": one is enough", words[0], r->q.skill);
	*taken = 1;
	return find_skill(r->p, word, &r->q.skill);
}

/* room:any room:r2 */
static enum err
read_room(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	struct claim room = {.kind = CLAIM_ROOM};
	const char *code = word_after(words[0], "room:");
	enum err err;

	(void)n;
	if (code == NULL)
		return ERR_OK;
	*taken = 1;
	if (word_is(code, "any"))
		return ERR_OK;
	err = practice_find_room(r->p, code, &room.id);
	return err != ERR_OK ? err : claim_once(r->p, &room, words[0], &r->q.room_id);
}

/* Any therapist is what a query asks for anyway. */
static enum err
read_any(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	(void)r;
	(void)n;
	*taken = word_is(words[0], "*") || word_is(words[0], "any");
	return ERR_OK;
}

/* mon-thu, mon,wed, fri: those weekdays of the days asked */
static enum err
read_weekdays(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	unsigned bits;

	if ((n > 1 && word_is_to(words[1])) || !word_weekdays(words[0], &bits))
		return ERR_OK;
	r->q.weekdays |= bits;
	*taken = 1;
	return ERR_OK;
}

static enum err
add_days(struct reader *r, const char *word, civil_day from, civil_day until)
{
	if (r->has_days)
		return err_set(ERR_USAGE, "\"%s\" is a second range of days; one is enough", word);
	r->has_days = true;
	r->q.from = from;
	r->q.until = until;
	return ERR_OK;
}

/* week and month from today on; next week, 27.11.-30.11. and the other ranges */
static enum err
read_range(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	civil_day today = civil_day_of(r->h->now);
	struct range range;
	enum err err;
	int figures;

	if (word_is(words[0], "week") || word_is(words[0], "month")) {
		*taken = 1;
		return add_days(r, words[0], today,
		    word_is(words[0], "week") ? today + 7 : civil_add_months(today, 1));
	}
	/*
	 * Four figures alone are no year here: the end of a phone number, or a time without < or >.
	 */
	if (word_length(words[0]) == 4 && word_is_number(words[0], 4, &figures))
		return ERR_OK;
	err = range_read(words, n, r->h, &range, taken);
	if (err != ERR_OK || *taken == 0)
		return err;
	return add_days(r, words[0], civil_day_of(range.from), civil_day_of(range.until));
}

/* A day, a window 15:00-18:00, a length. */
static enum err
read_when(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	struct part part;
	enum err err = part_read(words, n, r->h, &part, taken);
	civil_day day;

	if (err != ERR_OK || *taken == 0)
		return err;
	/* A "-7" with a day are days back. */
	if ((part.has_end && part.day.kind == DAY_NONE) || (part.minute >= 0 && part.minutes < 0))
		return err_set(
		    ERR_USAGE, "\"%s\" alone; write >15:00, <12:00 or 15:00-18:00", words[0]);
	if (part.day.kind != DAY_NONE) {
		day = day_on_or_after(&part.day, civil_day_of(r->h->now));
		err = day_in_years(words[0], day);
		if (err == ERR_OK)
			err = add_days(r, words[0], day, day + 1);
	}
	if (err == ERR_OK && part.minute >= 0)
		err = narrow(r, words[0], part.minute, part.minute + part.minutes);
	else if (err == ERR_OK && part.minutes >= 0)
		err = claim_minutes(part.minutes, r->minutes, &r->minutes);
	return err;
}

/* What the query's own grammar reads at the beginning of the words; *what says what. */
static enum err
read_own(struct reader *r, char *const *words, size_t n, const char **what, size_t *taken)
{
	static const struct {
		const char *what;
		enum err (*read)(struct reader *, char *const *, size_t, size_t *);
	} readers[] = {{"a gender", read_gender}, {"a time of day", read_daytime},
	    {"a time", read_bound}, {"a number of answers", read_first}, {"a skill", read_skill},
	    {"a room", read_room}, {"any therapist", read_any}, {"a weekday", read_weekdays},
	    {"days", read_range}, {"a day or time", read_when}};

	*taken = 0;
	for (size_t i = 0; i < array_size(readers); i++) {
		enum err err = readers[i].read(r, words, n, taken);

		*what = readers[i].what;
		if (err != ERR_OK || *taken > 0)
			return err;
	}
	return ERR_OK;
}

static enum err
add_claim(struct reader *r, const struct claim *c, const char *word)
{
	if (c->kind == CLAIM_THERAPIST)
		return claim_once(r->p, c, word, &r->q.therapist_id);
	if (c->kind == CLAIM_ROOM)
		return claim_once(r->p, c, word, &r->q.room_id);
	r->service_minutes = c->minutes > 0 ? c->minutes : r->service_minutes;
	return claim_once(r->p, c, word, &r->q.service_id);
}

/* The words at the beginning, none quoted. */
static enum err
read_words(struct reader *r, char *const *words, size_t n, struct str *client, size_t *taken)
{
	struct reader read = *r;
	struct claim claim = {0};
	const char *what;
	size_t own;
	enum err err = read_own(&read, words, n, &what, &own);

	if (err == ERR_OK)
		err = claim_read(r->p, words, n, own, what, &claim);
	if (err == ERR_OK && claim.kind == CLAIM_GRAMMAR)
		*r = read;
	else if (read.q.skill != r->q.skill)
		free(read.q.skill);
	if (err != ERR_OK)
		return err;
	*taken = claim.kind == CLAIM_NONE ? 1 : claim.taken;
	if (claim.kind == CLAIM_NONE)
		str_addf(client, "%s%s", client->n > 0 ? " " : "", words[0]);
	else if (claim.kind != CLAIM_GRAMMAR)
		err = add_claim(r, &claim, words[0]);
	return err;
}

static enum err
read_all(struct reader *r, const struct word_list *l, struct str *client)
{
	char **words = word_texts(l);
	enum err err = ERR_OK;
	size_t taken = 1;

	for (size_t i = 0; err == ERR_OK && i < l->n; i += taken) {
		taken = 1;
		if (l->v[i].quoted || words[i][0] == '#')
			str_addf(client, "%s%s", client->n > 0 ? " " : "", words[i]);
		else
			err = words[i][0] == '!'
			    ? err_set(ERR_USAGE, "what was heard (!) is said when booking")
			    : read_words(r, words + i, word_run(l, i), client, &taken);
	}
	free(words);
	if (err == ERR_OK)
		err = claim_minutes(r->service_minutes, r->minutes, &r->q.minutes);
	return err;
}

/* One weekday alone is the coming one: today's, unless the times asked for have passed. */
static void
coming_day(struct reader *r)
{
	unsigned days = r->q.weekdays;

	if (r->has_days || days == 0 || (days & (days - 1)) != 0)
		return;
	r->q.from += r->q.before > 0 && civil_minute_of(r->h->now) >= r->q.before;
	r->q.until = r->q.from + 7;
}

enum err
free_query_parse(const char *text, const struct practice *p, const struct when_habits *h,
    struct free_query *out, char **client)
{
	civil_day today = civil_day_of(h->now);
	struct reader r = {.p = p, .h = h, .q = {.from = today, .until = today + DAYS_AHEAD}};
	struct word_list words = {0};
	struct str who = {0};
	char *wide = range_spread(text);
	enum err err = words_split(wide, &words);

	free(wide);
	if (err != ERR_OK)
		return err;
	err = read_all(&r, &words, &who);
	if (err == ERR_OK) {
		coming_day(&r);
		r.q.minutes_typed = r.q.minutes > 0;
		*out = r.q;
		*client = str_take(&who);
	} else {
		free(r.q.skill);
	}
	str_release(&who);
	word_list_release(&words);
	return err;
}
