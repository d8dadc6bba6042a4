/* Keeping the selected time free, or the rest of a column's day; and giving kept time back. */
#include "day.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_practice.h>
#include <frontdesk/mem.h>
#include <frontdesk/when.h>

/* "Mia 09:00–09:30" */
static void
say_aim(const struct day *d, struct str *out, civil_min from, civil_min until)
{
	const struct practice *p = &day_desk(d)->practice;
	const struct therapist *t = practice_therapist(p, d->aim.therapist_id);
	const struct room *r = practice_room(p, d->aim.room_id);

	str_addf(out, "%s ", t != NULL ? t->name : r != NULL ? r->name : "");
	day_say_span(d, out, from, until);
}

/* --- Giving back ----------------------------------------------------------------------------- */

static void
give_back(struct day *d, const struct absence *a)
{
	struct app *app = d->view.app;
	bool all = a->therapist_id == 0 && a->room_id == 0;
	char *why = xstrdup(str_or_empty(a->reason));

	d->given_back = a->id;
	if (desk_unblock(app->desk, a->id) == ERR_OK) {
		app_changed(app);
		app_say(app, ROLE_MESSAGE, "Given back%s%s%s.  u Undo", all ? " to all" : "",
		    why[0] != '\0' ? ": " : "", why);
	} else {
		app_say_error(app);
	}
	free(why);
}

/* --- What is to be kept ---------------------------------------------------------------------- */

static void
aim(struct day *d, civil_min from, civil_min until)
{
	const struct therapist *t = day_therapist(d);
	const struct room *r = day_room(d);

	d->aim.head = d->head;
	d->aim.room_id = r != NULL ? r->id : 0;
	d->aim.therapist_id = r == NULL && t != NULL ? t->id : 0;
	d->aim.from = from;
	d->aim.until = until;
}

static const char *
label(const struct day *d)
{
	return !d->aim.head       ? "Keep free:"
	    : d->aim.room_id != 0 ? "Not usable today, why:"
				  : "Sick today, or why else:";
}

/* From now on, of another day all of it. */
static void
ask_rest(struct day *d)
{
	const civil_min now = desk_now(day_desk(d)), midnight = civil_at(d->day, 0);

	aim(d, civil_day_of(now) == d->day ? now : midnight, midnight + CIVIL_DAY_MINUTES);
	app_ask(d->view.app, CMD_KEEP_FREE, label(d), "");
}

static void
ask_free(struct day *d, const struct day_cell *cell)
{
	aim(d, day_start(d), civil_at(d->day, cell->free_until));
	app_ask(d->view.app, CMD_KEEP_FREE, label(d), "");
}

static void
ask(struct day *d)
{
	const struct day_cell *cell = day_selected(d);
	const bool part = cell != NULL && cell->free_from < cell->free_until;
	char key[COMMAND_KEY_SIZE];

	if (d->head && day_affected_again(d))
		return;
	if (d->head)
		ask_rest(d);
	else if (cell != NULL && cell->kind == DAY_OFF && cell->absence != NULL)
		give_back(d, cell->absence);
	else if (part && (cell->kind == DAY_FREE || cell->kind == DAY_GONE))
		ask_free(d, cell);
	else if (part && command_key(CMD_DOWN, 0, key))
		app_say(d->view.app, ROLE_TEXT,
		    "An appointment is selected; %s selects what is free beside it.", key);
	else
		app_say(d->view.app, ROLE_TEXT, "No free time is here to keep.");
}

/* --- Its words ------------------------------------------------------------------------------- */

/* Reads "-15:30 lunch", "90m lunch" or "lunch": until when, and *why behind it. */
static enum err
read_words(const struct day *d, const char *words, civil_min *until, const char **why)
{
	const struct when_habits habits = desk_habits(day_desk(d));
	size_t n;
	struct str text = {0};
	struct when w;
	char hm[CIVIL_HM_SIZE];
	enum err e;

	words += strspn(words, " ");
	n = strcspn(words, " ");
	*until = d->aim.until;
	*why = words;
	if (d->aim.head || n == 0 || strchr("-0123456789", words[0]) == NULL)
		return ERR_OK;
	str_addf(&text, "%s %.*s", civil_hm(d->aim.from, hm), (int)n, words);
	e = when_parse(str_text(&text), &habits, &w, NULL);
	str_release(&text);
	if (words[0] != '-' && (e != ERR_OK || w.minutes <= 0))
		return ERR_OK; /* a reason that begins with a number */
	if (e != ERR_OK)
		return e;
	if (w.minutes <= 0)
		return err_set(ERR_USAGE, "\"%.*s\" is no end, like -15:30", (int)n, words);
	*until = d->aim.from + w.minutes;
	*why = words + n + strspn(words + n, " ");
	return ERR_OK;
}

static void
keep(struct day *d, const char *words)
{
	struct app *app = d->view.app;
	const char *why = "";
	struct absence a = {
	    .therapist_id = d->aim.therapist_id, .room_id = d->aim.room_id, .start = d->aim.from};
	struct appt_list way = {0};
	struct str s = {0};
	enum err e = read_words(d, words, &a.end, &why);

	a.reason = xstrdup(why[0] == '\0' && d->aim.head && a.room_id == 0 ? "sick" : why);
	if (e == ERR_OK)
		e = desk_block(app->desk, &a, &way);
	if (e != ERR_OK) {
		app_ask_again(app, CMD_KEEP_FREE, label(d), words);
	} else {
		app_changed(app);
		say_aim(d, &s, a.start, a.end);
		str_addf(&s, "%s%s", a.reason[0] != '\0' ? ": " : "", a.reason);
		app_say(app, ROLE_MESSAGE, "Kept free %s.  u Undo", str_text(&s));
		day_affected_begin(d, a.id, &way, str_text(&s));
	}
	str_release(&s);
	appt_list_release(&way);
	free(a.reason);
}

void
day_keep_free(struct day *d, const char *words)
{
	if (words == NULL)
		ask(d);
	else
		keep(d, words);
}

void
day_keep_echo(const struct day *d, const char *words, struct lines *out)
{
	struct str s = {0};
	civil_min until;
	const char *why;

	if (read_words(d, words, &until, &why) != ERR_OK) {
		lines_add(out, ROLE_CAUTION, "%s", err_message());
		return;
	}
	say_aim(d, &s, d->aim.from, until);
	lines_add(out, ROLE_TEXT, "= %s%s%s", str_text(&s), why[0] != '\0' ? ": " : "", why);
	if (!d->aim.head && words[0] == '\0')
		lines_add(out, ROLE_TEXT, "why, like: lunch; -15:30 lunch for longer");
	str_release(&s);
}
