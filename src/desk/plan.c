/*
 * From the words of the line that books to a plan: every word understood, what was not said
 * filled in.
 */
#include <frontdesk/desk_booking.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_client.h>
#include <frontdesk/line.h>
#include <frontdesk/mem.h>

#include "side.h"

void
plan_release(struct plan *p)
{
	free(p->new_name);
	free(p->new_phone);
	free(p->desk_note);
	free(p->therapist_note);
	free(p->heard);
	*p = (struct plan){.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
}

void
plan_new_words(struct plan *p, const char *words)
{
	struct str name = {0}, phone = {0};

	for (const char *w = words; *w != '\0';) {
		size_t n = strcspn(w, " ");
		struct str *to = strspn(w, "+-()./0123456789") == n ? &phone : &name;

		if (n > 0) {
			if (to->n > 0)
				str_addc(to, ' ');
			str_addn(to, w, n);
		}
		w += n;
		w += strspn(w, " ");
	}
	free(p->new_name);
	free(p->new_phone);
	p->new_name = str_take(&name);
	p->new_phone = str_take(&phone);
}

enum err
plan_new_client(const struct desk *d, const struct plan *p, struct client *out)
{
	struct str first = {0}, last = {0};
	enum err e;

	client_init(out);
	client_split_name(p->new_name, &first, &last);
	e = client_set(out, &d->practice, "first", str_text(&first));
	if (e == ERR_OK)
		e = client_set(out, &d->practice, "last", str_text(&last));
	if (e == ERR_OK)
		e = client_set(out, &d->practice, "phone", str_or_empty(p->new_phone));
	str_release(&first);
	str_release(&last);
	return e == ERR_OK ? client_check(out) : e;
}

/* Whether one client has all of these words but the n bytes at `word`. */
static bool
fits_without(struct desk *d, const char *words, const char *word, size_t n)
{
	struct str rest = {0};
	int64_t id;
	size_t found;
	bool one;

	str_addn(&rest, words, (size_t)(word - words));
	str_add(&rest, word + n);
	one = desk_client_only(d, str_text(&rest), &found, &id) == ERR_OK && found == 1;
	str_release(&rest);
	return one;
}

/*
 * Nobody has all the words. When the others are one client and this word is a slip away from a
 * code, the word is at fault, not the name. Else the sentence stays.
 */
static enum err
blame_word(struct desk *d, const char *words, enum err e)
{
	struct str sentence = {0};
	bool found = false;

	if (e != ERR_NOT_FOUND || words[0] == '#' || strchr(words, ' ') == NULL)
		return e;
	str_add(&sentence, err_message());
	for (const char *w = words; !found && *w != '\0'; w += strspn(w, " ")) {
		size_t n = strcspn(w, " ");
		char *word = xstrndup(w, n);
		const char *near = practice_near(&d->practice, word);

		found = near != NULL && fits_without(d, words, w, n);
		if (found)
			e = err_set(ERR_NOT_FOUND,
			    "\"%s\" is no therapist, room or day; did you mean %s?", word, near);
		free(word);
		w += n;
	}
	if (!found)
		e = err_set(e, "%s", str_text(&sentence));
	str_release(&sentence);
	return e;
}

static enum err
known_client(struct desk *d, const char *words, int64_t *id)
{
	return blame_word(d, words, desk_client_one(d, words, id));
}

static enum err
find_client(struct desk *d, const char *words, enum plan_client who, struct plan *out)
{
	int64_t id;
	size_t found;
	enum err e;

	if (words[0] == '\0')
		return err_set(
		    ERR_USAGE, "no client in the line; write a name, a phone or #number");
	if (who == PLAN_CLIENT_EITHER) {
		e = desk_client_only(d, words, &found, &id);
		if (e != ERR_OK)
			return e;
		if (found == 0)
			who = PLAN_CLIENT_NEW;
	}
	if (who == PLAN_CLIENT_NEW && words[0] != '#') {
		plan_new_words(out, words);
		return ERR_OK;
	}
	return known_client(d, words, &out->client_id);
}

/* The second of a couple is somebody else. */
static enum err
find_second(struct desk *d, const char *words, struct plan *out)
{
	enum err e = known_client(d, words, &out->client2_id);

	if (e == ERR_OK && out->client2_id == out->client_id)
		e = err_set(ERR_USAGE, "both clients are #%lld; \"+\" joins two different ones",
		    (long long)out->client_id);
	return e;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Letters and then figures, as a service is written: dt60. */
static bool
like_service(const char *word, size_t n)
{
	size_t letters = 0;

	while (letters < n && is_letter(word[letters]))
		letters++;
	return letters > 0 && letters < n && letters + strspn(word + letters, "0123456789") >= n;
}

/* A figure and then letters, as a time is: 3qm. */
static bool
like_time(const char *word, size_t n)
{
	size_t figures = strspn(word, "0123456789:.");

	return figures > 0 && figures < n && is_letter(word[figures]);
}

/* The first of the client's words that looks so; NULL = none. */
static const char *
word_like(const char *words, bool (*like)(const char *, size_t), size_t *n)
{
	while (*(words += strspn(words, " ")) != '\0') {
		*n = strcspn(words, " ");
		if (like(words, *n))
			return words;
		words += *n;
	}
	return NULL;
}

enum err
plan_no_service(const struct practice *p, const char *client)
{
	struct str codes = {0};
	size_t n = 0;
	const char *word = word_like(client, like_service, &n);
	enum err e;

	for (size_t i = 0; i < p->services.n; i++)
		if (p->services.v[i].active)
			str_addf(&codes, "%s%s", codes.n > 0 ? " " : "", p->services.v[i].code);
	if (word != NULL)
		e = err_set(ERR_USAGE, "no service \"%.*s\"; there are: %s", (int)n, word,
		    str_text(&codes));
	else
		e = err_set(ERR_USAGE,
		    "no service in the line; write its code with minutes, like dt60: %s",
		    str_text(&codes));
	str_release(&codes);
	return e;
}

static enum err
no_time(const char *client)
{
	size_t n = 0;
	const char *word = word_like(client, like_time, &n);

	if (word != NULL)
		return err_set(
		    ERR_USAGE, "\"%.*s\" is not a time; write one, like fri 14:30", (int)n, word);
	return err_set(ERR_USAGE, "no time in the line; write one, like fri 14:30");
}

static enum err
fill_in(struct desk *d, const struct line *l, struct plan *out)
{
	const struct when_habits habits = desk_habits(d);
	const struct service *service = practice_service(&d->practice, l->service_id);
	struct when when = l->when;

	if (service == NULL)
		return plan_no_service(&d->practice, l->client);
	if (when.minute < 0)
		return no_time(l->client);
	out->service_id = l->service_id;
	out->start = when_start(&when, &habits);
	out->minutes = l->minutes > 0 ? l->minutes : when.minutes;
	out->minutes_typed = out->minutes > 0;
	if (out->minutes <= 0)
		out->minutes = service_default_minutes(service, civil_day_of(out->start));
	out->therapist_id = l->therapist_id;
	out->therapist2_id = l->therapist2_id;
	out->requested = l->therapist_id != 0;
	out->room_id = l->room_id;
	out->turnover_typed = l->turnover >= 0;
	out->turnover = l->turnover;
	if (l->heard != NULL && l->heard[0] != '\0')
		out->heard = xstrdup(l->heard);
	return desk_span_exists(d, out->start, out->start + out->minutes);
}

enum err
desk_plan(struct desk *d, const char *words, enum plan_client who, struct plan *out)
{
	const struct when_habits habits = desk_habits(d);
	struct plan plan = {.start = CIVIL_NONE, .hold_until = CIVIL_NONE};
	struct line line = {0};
	enum err e;

	e = line_parse(words, &d->practice, &habits, &line);
	if (e == ERR_OK)
		e = fill_in(d, &line, &plan);
	if (e == ERR_OK)
		e = find_client(d, line.client, who, &plan);
	if (e == ERR_OK && line.client2 != NULL)
		e = find_second(d, line.client2, &plan);
	line_release(&line);
	if (e == ERR_OK)
		*out = plan;
	else
		plan_release(&plan);
	return e;
}

void
desk_plan_echo(const struct desk *d, const struct plan *p, struct str *out)
{
	const struct when_habits habits = desk_habits(d);
	const struct service *service = practice_service(&d->practice, p->service_id);
	const struct therapist *t = practice_therapist(&d->practice, p->therapist_id);
	const struct therapist *t2 = practice_therapist(&d->practice, p->therapist2_id);
	const struct room *room = practice_room(&d->practice, p->room_id);
	char amount[MONEY_SIZE];
	money_cents price;
	struct when when = {
	    .day = civil_day_of(p->start),
	    .minute = civil_minute_of(p->start),
	    .minutes = p->minutes,
	};

	when_echo(out, &when, &habits);
	str_addf(out, ", %s%s", p->any ? "any: " : "", t != NULL ? t->name : "anyone free");
	if (t2 != NULL)
		str_addf(out, " and %s", t2->name);
	if (room != NULL)
		str_addf(out, ", %s", room->name);
	if (service == NULL)
		return;
	str_addf(out, ", %s %d", service->name, p->minutes);
	if (service_price(service, p->minutes, when.day, &price))
		str_addf(out, ", %s %s%s", money_text(price, amount),
		    settings_text(&d->practice.settings, SETTING_CURRENCY),
		    p->client2_id != 0 && service->people < 2 ? " each" : "");
	if (p->turnover_typed)
		str_addf(out, ", turnover %d", p->turnover);
}

static void
add_line(const struct desk *d, const struct appt *a, const struct appt *other, bool kept,
    struct str *out)
{
	void (*const add_name)(struct str *, const char *, const char *, const struct settings *) =
	    kept ? client_full_name : client_name;
	const struct practice *p = &d->practice;
	const struct service *service = practice_service(p, a->service_id);
	const struct therapist *t = practice_therapist(p, a->therapist_id);
	const struct therapist *t2 =
	    other != NULL ? practice_therapist(p, other->therapist_id) : NULL;
	char day[CIVIL_LONG_SIZE], hm[CIVIL_HM_SIZE];

	str_addf(out, "%s %s ", civil_long_day(civil_day_of(a->start), day),
	    settings_hm(&p->settings, a->start, hm));
	add_name(out, a->client_first, a->client_last, &p->settings);
	if (other != NULL) {
		str_add(out, " & ");
		add_name(out, other->client_first, other->client_last, &p->settings);
	}
	if (service != NULL) {
		str_add(out, " · ");
		service_label(out, service, appt_minutes(a));
	}
	if (t != NULL)
		str_addf(out, " · %s", t->name);
	if (t2 != NULL)
		str_addf(out, " & %s", t2->name);
}

void
desk_appt_line(const struct desk *d, const struct appt *a, struct str *out)
{
	add_line(d, a, NULL, false, out);
}

void
desk_booking_line(const struct desk *d, const struct booking *b, struct str *out)
{
	add_line(d, &b->appt, b->appt2.id != 0 ? &b->appt2 : NULL, true, out);
}
