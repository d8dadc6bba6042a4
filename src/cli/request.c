#include "request.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/mem.h>

void
request_release(struct request *r)
{
	desk_close(&r->desk);
	findings_release(&r->refused);
	str_release(&r->instead);
	free(r->args.v);
	free(r->reason);
	free(r->path);
	*r = (struct request){0};
}

bool
request_has(const struct request *r, enum option_id o)
{
	return r->options[o] != NULL;
}

char *
request_words(const struct request *r, size_t first)
{
	struct str words = {0};

	str_add(&words, "");
	for (size_t i = first; i < r->args.n; i++)
		str_addf(&words, "%s%s", i > first ? " " : "", r->args.v[i]);
	return str_take(&words);
}

char *
request_line(const struct request *r, size_t first)
{
	struct str words = {0};

	str_add(&words, "");
	for (size_t i = first; i < r->args.n; i++) {
		const char *word = r->args.v[i];
		bool several =
		    word[0] == '!' && strchr(word, ' ') != NULL && strchr(word, '"') == NULL;

		str_addf(&words, "%s%s%s%s", i > first ? " " : "", several ? "!\"" : "",
		    several ? word + 1 : word, several ? "\"" : "");
	}
	return str_take(&words);
}

struct consent
request_consent(const struct request *r)
{
	return (struct consent){
	    .yes = r->options[OPTION_YES],
	    .dry_run = request_has(r, OPTION_DRY_RUN),
	};
}

enum err
request_number(const struct request *r, enum option_id o, long low, long high, long *out)
{
	const char *text = r->options[o];
	char *end;
	long value;

	if (text == NULL)
		return ERR_OK;
	errno = 0;
	value = strtol(text, &end, 10);
	if (*text == '\0' || *end != '\0' || errno != 0 || value < low || value > high)
		return err_set(ERR_USAGE, "--%s \"%s\" is not a whole number from %ld to %ld",
		    option_rows[o].name, text, low, high);
	*out = value;
	return ERR_OK;
}

enum err
request_reason(struct request *r)
{
	const char *yes = r->options[OPTION_YES];
	const struct vocabulary *l = &r->desk.practice.vocabulary;
	const struct vocabulary_word *w;
	struct str all = {0};

	if (yes == NULL || strlen(yes) != 1 || strspn(yes, "123456789") != 1)
		return ERR_OK;
	w = vocabulary_at(l, VOCABULARY_REASON, yes[0] - '0');
	if (w != NULL) {
		xstrset(&r->reason, w->label);
		r->options[OPTION_YES] = r->reason;
		return ERR_OK;
	}
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].kind == VOCABULARY_REASON && l->v[i].active)
			str_addf(
			    &all, "%s%d %s", all.n > 0 ? ", " : "", l->v[i].place, l->v[i].label);
	err_set(ERR_USAGE, "no reason has the digit %s; there are: %s", yes, str_text(&all));
	str_release(&all);
	return ERR_USAGE;
}

enum err
request_back(const struct request *r, size_t at, bool *back)
{
	*back = r->args.n > at;
	if (*back && strcmp(r->args.v[at], "back") != 0)
		return err_set(ERR_USAGE, "\"%s\" is not understood; only \"back\" may stand there",
		    r->args.v[at]);
	return ERR_OK;
}

enum err
request_id(const char *word, const char *what, int64_t *id)
{
	const char *digits = word + (word[0] == '#');
	size_t n = strspn(digits, "0123456789");

	if (n == 0 || n > 18 || digits[n] != '\0' || strtoll(digits, NULL, 10) == 0)
		return err_set(ERR_USAGE, "\"%s\" is not %s", word, what);
	*id = strtoll(digits, NULL, 10);
	return ERR_OK;
}

enum err
request_appt(const char *word, int64_t *id)
{
	return request_id(word, "an appointment's number, like #12", id);
}

enum err
request_filters(struct request *r, struct appt_query *q)
{
	const struct practice *p = &r->desk.practice;
	enum err e = ERR_OK;

	if (request_has(r, OPTION_THERAPIST))
		e = practice_find_therapist(p, r->options[OPTION_THERAPIST], &q->therapist_id);
	if (e == ERR_OK && request_has(r, OPTION_ROOM))
		e = practice_find_room(p, r->options[OPTION_ROOM], &q->room_id);
	if (e == ERR_OK && request_has(r, OPTION_CLIENT))
		e = desk_client_one(&r->desk, r->options[OPTION_CLIENT], &q->client_id);
	if (e == ERR_OK && request_has(r, OPTION_APPOINTMENT))
		e = request_appt(r->options[OPTION_APPOINTMENT], &q->appt_id);
	return e;
}

enum err
request_range(const struct request *r, size_t first, struct range *out)
{
	const struct when_habits habits = desk_habits(&r->desk);
	char *words;
	enum err e;

	if (r->args.n <= first)
		return ERR_OK;
	words = request_words(r, first);
	e = range_parse(words, &habits, out);
	free(words);
	return e;
}

enum err
request_day(const struct request *r, const char *text, civil_day *out)
{
	const struct when_habits habits = desk_habits(&r->desk);
	struct when when;
	enum err e;

	e = when_parse(text, &habits, &when, NULL);
	if (e != ERR_OK)
		return e;
	if (when.day == CIVIL_DAY_NONE || when.minute >= 0 || when.minutes > 0)
		return err_set(ERR_USAGE, "\"%s\" is not a day, like fri or 2026-11-27", text);
	*out = when.day;
	return ERR_OK;
}

struct range
request_today(const struct request *r, civil_day days)
{
	civil_day today = civil_day_of(desk_now(&r->desk));

	return (struct range){civil_at(today, 0), civil_at(today + days, 0)};
}
