/* Going to a day or a time as typed. */
#include "day.h"

#include <string.h>

#include <frontdesk/when.h>

/* Whether the words count from the shown day. */
static bool
counts(const char *words)
{
	return words[0] == '+' || words[0] == '-';
}

/*
 * Reads the words. "+3d" and "-1w" count from the shown day, everything else from now; a time alone
 * is one of the shown day, a number alone after a sign counts days.
 */
static enum err
read_words(const struct day *d, const char *words, struct when *out)
{
	struct when_habits habits = desk_habits(day_desk(d));
	bool sign = counts(words);
	struct str text = {0};
	enum err e;

	if (sign) {
		habits.now = civil_at(d->day, 0);
		str_addf(&text, "+%s", words + 1);
		if (words[1] != '\0' && words[1 + strspn(words + 1, "0123456789")] == '\0')
			str_addc(&text, 'd');
	} else {
		str_add(&text, words);
	}
	e = when_parse(str_text(&text), &habits, out, NULL);
	str_release(&text);
	if (e != ERR_OK && words[0] == '-')
		return err_set(e, "\"%s\" is no step back; write -3d, -2w or -1m", words);
	if (e != ERR_OK)
		return e;
	if (out->day == CIVIL_DAY_NONE)
		out->day = d->day;
	else if (words[0] == '-')
		out->day = d->day - (out->day - d->day);
	return ERR_OK;
}

/* The minute is in the free part of a row that somebody else has. */
static void
stand_on_free(struct day *d)
{
	const struct day_cell *cell = day_selected(d);

	if (cell != NULL && day_free_beside(cell) && d->minute >= cell->free_from &&
	    d->minute < cell->free_until)
		(void)day_select_free(d);
}

void
day_go_to(struct day *d, const char *words)
{
	const char *typed = d->view.app->typed;
	struct when w;

	if (words == NULL) {
		/* The key itself begins the words, but for the letter. */
		app_ask(d->view.app, CMD_GO_TO, "Go to:",
		    typed[0] != '\0' && strchr("+-0123456789", typed[0]) != NULL ? typed : "");
		return;
	}
	if (words[0] == '\0')
		return;
	if (read_words(d, words, &w) != ERR_OK) {
		app_ask(d->view.app, CMD_GO_TO, "Go to:", words);
		return;
	}
	d->head = d->card = false;
	day_show(d, w.day, w.minute >= 0 ? w.minute : d->minute);
	if (w.minute >= 0 && d->moving.id == 0)
		stand_on_free(d);
	/* "a week on" is where to, not a look around */
	if (d->moving.id != 0 && counts(words))
		day_drop(d, NULL);
}

void
day_go_to_echo(const struct day *d, const char *words, struct lines *out)
{
	const struct when_habits habits = desk_habits(day_desk(d));
	struct str echo = {0};
	struct when w;

	if (words[0] == '\0') {
		lines_add(out, ROLE_TEXT, "14:30, fri, +2w, 12 mar, today");
	} else if (read_words(d, words, &w) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
	} else {
		bool drops = d->moving.id != 0 && counts(words);

		if (drops && w.minute < 0)
			w.minute = d->minute;
		when_echo(&echo, &w, &habits);
		lines_add(
		    out, ROLE_TEXT, "%s%s", str_text(&echo), drops ? ": Enter drops it there" : "");
	}
	str_release(&echo);
}

bool
day_stand_on(struct day *d, const struct appt *a)
{
	char day[CIVIL_LONG_SIZE];

	day_show(d, civil_day_of(a->start), civil_minute_of(a->start));
	if (day_select(d, a->id))
		return true;
	app_say(d->view.app, ROLE_CAUTION, "#%lld has no line of its own on %s any more.",
	    (long long)a->id, civil_long_day(civil_day_of(a->start), day));
	return false;
}

void
day_open(struct app *a, int64_t appt_id)
{
	struct day *d = (struct day *)a->views[0];
	struct appt appt = {0};

	if (store_appt(a->desk->store, appt_id, &appt) != ERR_OK) {
		app_say_error(a);
		return;
	}
	app_to_day(a);
	if (day_stand_on(d, &appt))
		d->view.ops->command(&d->view, CMD_OPEN, NULL);
	appt_release(&appt);
}
