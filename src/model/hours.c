/* Weekly hours as typed. */
#include <frontdesk/hours.h>

#include <stdlib.h>
#include <string.h>

#include "phrase.h"

enum { DAYS = 7 };

/* Hours stand for themselves: no bare 1-7 of the afternoon, but 9-5 ends at 17:00. */
static const struct when_habits plain = {.week_start = 1};

static enum err
add_span(struct hours *h, unsigned days, const char *word, struct span span)
{
	for (int d = 1; d <= DAYS; d++) {
		size_t n = h->day[d].n;

		if ((days & 1u << d) == 0)
			continue;
		if (n > 0 && span.from <= h->day[d].v[n - 1].until)
			return err_set(ERR_USAGE,
			    "\"%s\" is not after the hours before it; write 9-13 14-18", word);
		if (n == HOURS_SPANS_A_DAY)
			return err_set(ERR_USAGE, "\"%s\": a day has at most %d spans", word,
			    HOURS_SPANS_A_DAY);
		h->day[d].v[h->day[d].n++] = span;
	}
	return ERR_OK;
}

struct reader {
	struct hours hours;
	unsigned days; /* bits of the days the next spans are for */
	bool open; /* days without a span yet */
};

/* mon-fri */
static enum err
add_days(struct reader *r, const char *word, unsigned days)
{
	if (r->open)
		return err_set(
		    ERR_USAGE, "\"%s\": the day before it has no hours; write off", word);
	if ((r->hours.named & days) != 0)
		return err_set(ERR_USAGE, "\"%s\" names a day twice", word);
	r->hours.named |= days;
	r->days = days;
	r->open = true;
	return ERR_OK;
}

/* 9-13, 9am - 1 pm, off */
static enum err
add_hours(struct reader *r, char *const *words, size_t n, size_t *taken)
{
	int from, until;
	enum err err;

	*taken = 1;
	if (word_is(words[0], "off") && (r->open || n == 1)) {
		if (!r->open && r->hours.named != 0)
			return err_set(ERR_USAGE, "\"off\" stands after a day: sun off");
		if (!r->open)
			r->hours.named = HOURS_ALL_DAYS;
		r->open = false;
		r->days = 0;
		return ERR_OK;
	}
	err = span_read(words, n, &plain, &from, &until, taken);
	if (err != ERR_OK)
		return err;
	if (*taken == 0 || until < 0)
		return err_set(ERR_USAGE,
		    "\"%s\" is not a day or hours; write mon-fri 9-13 14-18 sat 9-13", words[0]);
	if (r->days == 0)
		return err_set(
		    ERR_USAGE, "\"%s\" stands after no day; write mon-fri 9-13", words[0]);
	r->open = false;
	return add_span(&r->hours, r->days, words[0], (struct span){from, until});
}

static enum err
read_all(struct reader *r, char *const *words, size_t n)
{
	size_t taken;
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < n; i += taken) {
		unsigned days;

		taken = 1;
		if (word_weekdays(words[i], &days))
			err = add_days(r, words[i], days);
		else
			err = add_hours(r, words + i, n - i, &taken);
	}
	if (err != ERR_OK)
		return err;
	if (n == 0)
		return err_set(ERR_USAGE, "no hours; write mon-fri 9-13 14-18, or off");
	if (r->open)
		return err_set(ERR_USAGE, "\"%s\" has no hours; write %s 9-13, or off",
		    words[n - 1], words[n - 1]);
	return ERR_OK;
}

enum err
hours_parse(const char *text, struct hours *out)
{
	struct reader r = {0};
	struct word_list l = {0};
	char **words;
	enum err err = words_split(text, &l);

	if (err != ERR_OK)
		return err;
	words = word_texts(&l);
	err = read_all(&r, words, l.n);
	if (err == ERR_OK)
		*out = r.hours;
	free(words);
	word_list_release(&l);
	return err;
}

static bool
same_spans(const struct hours *h, int a, int b)
{
	if (h->day[a].n != h->day[b].n)
		return false;
	for (size_t i = 0; i < h->day[a].n; i++)
		if (h->day[a].v[i].from != h->day[b].v[i].from ||
		    h->day[a].v[i].until != h->day[b].v[i].until)
			return false;
	return true;
}

static void
add_name(struct str *out, const char *before, int day)
{
	str_addf(out, "%s%.3s", before, civil_weekday_long(day));
	out->v[out->n - 3] = (char)(out->v[out->n - 3] - 'A' + 'a');
}

/* mon-wed,fri: the days from `first` on with the same spans. */
static void
add_day_list(struct str *out, const struct hours *h, int first)
{
	const char *before = out->n > 0 ? " " : "";

	for (int d = first; d <= DAYS; d++) {
		int last = d;

		if (!same_spans(h, first, d))
			continue;
		while (last < DAYS && same_spans(h, first, last + 1))
			last++;
		add_name(out, before, d);
		if (last > d)
			add_name(out, "-", last);
		before = ",";
		d = last;
	}
}

static void
add_time(struct str *out, const char *before, int minute)
{
	str_addf(out, "%s%d", before, minute / 60);
	if (minute % 60 != 0 || minute == 0)
		str_addf(out, ":%02d", minute % 60);
}

void
hours_text(struct str *out, const struct hours *h)
{
	struct str text = {0};

	for (int d = 1; d <= DAYS; d++) {
		bool written = h->day[d].n == 0;

		for (int k = 1; k < d; k++)
			written = written || same_spans(h, k, d);
		if (written)
			continue;
		add_day_list(&text, h, d);
		for (size_t i = 0; i < h->day[d].n; i++) {
			add_time(&text, " ", h->day[d].v[i].from);
			add_time(&text, "-", h->day[d].v[i].until);
		}
	}
	str_add(out, text.n > 0 ? str_text(&text) : "off");
	str_release(&text);
}

enum err
hours_cycle(const char *text, int *cycle, int *week)
{
	*cycle = 1;
	*week = 0;
	if (text[0] == '\0')
		return ERR_OK;
	if (strlen(text) != 3 || text[0] < '1' || text[0] > text[2] || text[1] != '/' ||
	    text[2] > '4')
		return err_set(
		    ERR_USAGE, "\"%s\" is not a week of up to four, like 1/2 and 2/2", text);
	*cycle = text[2] - '0';
	*week = text[0] - '1';
	return ERR_OK;
}
