/* Alerts of a client: where and until when they show, as typed and as told. */
#include <frontdesk/alert.h>

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

static const char *const places[] = {
#define X(id, member, word) word,
    ALERT_PLACE_LIST(X)
#undef X
};

void
alert_init(struct alert *a, int64_t client_id)
{
	*a = (struct alert){
	    .client_id = client_id,
	    .places = 1u << ALERT_AT_BOOKING | 1u << ALERT_AT_CHECK_IN,
	    .until = CIVIL_DAY_NONE,
	};
}

void
alert_copy(struct alert *out, const struct alert *a)
{
	*out = *a;
	out->text = xstrdup(str_or_empty(a->text));
}

void
alert_release(struct alert *a)
{
	free(a->text);
	a->text = NULL;
}

void
alert_list_release(struct alert_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		alert_release(&l->v[i]);
	free(l->v);
	*l = (struct alert_list){0};
}

bool
alert_is_over(const struct alert *a, civil_day day)
{
	return a->ended || (a->until != CIVIL_DAY_NONE && day > a->until);
}

bool
alert_shows(const struct alert *a, enum alert_place at, civil_day day)
{
	return (a->places & 1u << at) != 0 && !alert_is_over(a, day);
}

static void
tell_places(unsigned set, const char *between, struct str *out)
{
	const char *before = "";

	for (size_t i = 0; i < array_size(places); i++) {
		if ((set & 1u << i) == 0)
			continue;
		str_addf(out, "%s%s", before, places[i]);
		before = between;
	}
}

static enum err
set_text(struct alert *a, const char *value)
{
	struct str clean = {0};
	enum err e = ERR_OK;

	(void)text_clean(&clean, value, strlen(value), TEXT_LINE);
	if (clean.n == 0)
		e = err_set(ERR_USAGE, "an alert needs a text: what the desk is to be told");
	else if (clean.n > ALERT_TEXT_MAX)
		e = err_set(ERR_USAGE, "the text is %zu bytes long; at most %d are kept", clean.n,
		    ALERT_TEXT_MAX);
	else
		xstrset(&a->text, str_text(&clean));
	str_release(&clean);
	return e;
}

/* One word of a list; its number, or that of no place. */
static size_t
find_place(const char *word, size_t n)
{
	size_t i = 0;

	while (
	    i < array_size(places) && (strlen(places[i]) != n || strncmp(places[i], word, n) != 0))
		i++;
	return i;
}

static enum err
set_places(struct alert *a, const char *value)
{
	static const char between[] = ", ";
	struct str all = {0};
	unsigned set = 0;
	enum err e = ERR_OK;

	tell_places(~0u, ", ", &all);
	for (value += strspn(value, between); *value != '\0'; value += strspn(value, between)) {
		size_t n = strcspn(value, between), place = find_place(value, n);

		if (place == array_size(places) && e == ERR_OK)
			e = err_set(
			    ERR_USAGE, "\"%.*s\" is none of %s", (int)n, value, str_text(&all));
		set |= 1u << place;
		value += n;
	}
	if (e == ERR_OK && set == 0)
		e = err_set(ERR_USAGE, "an alert shows at one place at least: %s", str_text(&all));
	str_release(&all);
	if (e == ERR_OK)
		a->places = set;
	return e;
}

static enum err
set_until(struct alert *a, const struct when_habits *h, const char *value)
{
	char day[CIVIL_LONG_SIZE];
	struct when when;
	enum err e;

	if (value[strspn(value, " ")] == '\0' || text_same(value, "none")) {
		a->until = CIVIL_DAY_NONE;
		return ERR_OK;
	}
	e = when_parse(value, h, &when, NULL);
	if (e != ERR_OK)
		return e;
	if (when.day == CIVIL_DAY_NONE || when.minute >= 0 || when.minutes > 0)
		return err_set(ERR_USAGE, "\"%s\" is not a day, like fri or 2026-11-27", value);
	if (when.day < civil_day_of(h->now) && when.day != a->until)
		return err_set(ERR_USAGE, "\"%s\" has passed (%s); it would never show", value,
		    civil_long_day(when.day, day));
	a->until = when.day;
	return ERR_OK;
}

enum err
alert_set(struct alert *a, const struct when_habits *h, enum alert_field f, const char *value)
{
	switch (f) {
	case ALERT_TEXT:
		return set_text(a, value);
	case ALERT_PLACES:
		return set_places(a, value);
	case ALERT_UNTIL:
		return set_until(a, h, value);
	case ALERT_FIELD_COUNT:
		break;
	}
	return ERR_OK;
}

void
alert_tell(const struct alert *a, enum alert_field f, struct str *out)
{
	char day[CIVIL_DAY_SIZE];

	switch (f) {
	case ALERT_TEXT:
		str_add(out, str_or_empty(a->text));
		break;
	case ALERT_PLACES:
		tell_places(a->places, ",", out);
		break;
	case ALERT_UNTIL:
		if (a->until != CIVIL_DAY_NONE)
			str_add(out, civil_iso_day(a->until, day));
		break;
	case ALERT_FIELD_COUNT:
		break;
	}
}

void
alert_line(const struct alert *a, struct str *out)
{
	char day[CIVIL_LONG_SIZE];

	str_addf(out, "%s (", str_or_empty(a->text));
	tell_places(a->places, ", ", out);
	if (a->until != CIVIL_DAY_NONE)
		str_addf(out, "; until %s", civil_long_day(a->until, day));
	str_addc(out, ')');
}
