/* What the desk hears: who comes late or runs late, a message left; and which row needs us next. */
#include "day.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_practice.h>
#include <frontdesk/when.h>

static bool
is_number(const char *words)
{
	return words[0] != '\0' && words[strspn(words, "0123456789")] == '\0' && strlen(words) < 5;
}

/* "20": in so many minutes, or so long after a start that is further off; "10:50"; "" = in time. */
static enum err
read_expected(const struct day *d, const char *words, civil_min *out)
{
	const struct when_habits habits = desk_habits(day_desk(d));
	const civil_min now = desk_now(day_desk(d)), start = d->aim.from;
	int minutes = (int)strtol(words, NULL, 10);
	struct when w;
	enum err e;

	*out = start;
	if (words[strspn(words, " ")] == '\0')
		return ERR_OK;
	if (is_number(words)) {
		*out = minutes == 0 ? start : (now + minutes > start ? now : start) + minutes;
		return ERR_OK;
	}
	e = when_parse(words, &habits, &w, NULL);
	if (e == ERR_OK && (w.minute < 0 || w.day != CIVIL_DAY_NONE))
		e = err_set(ERR_USAGE, "\"%s\" is no minutes and no time: 20, 10:50", words);
	if (e == ERR_OK)
		*out = civil_at(civil_day_of(start), w.minute);
	return e;
}

/* The same, as far as it can be. */
static enum err
read_possible(const struct day *d, const char *words, civil_min *out)
{
	const struct appt awaited = {
	    .state = APPT_BOOKED, .start = d->aim.from, .end = d->aim.until};
	enum err e = read_expected(d, words, out);

	return e == ERR_OK ? appt_may_expect(&awaited, *out) : e;
}

static enum err
read_late(const char *words, int *out)
{
	*out = (int)strtol(words, NULL, 10);
	return words[strspn(words, " ")] == '\0' || is_number(words)
	    ? ERR_OK
	    : err_set(ERR_USAGE, "\"%s\" is no number of minutes, like 20", words);
}

static const char *
label(const struct day *d)
{
	return d->aim.head ? "Runs late, minutes:" : "Expected in minutes, or at:";
}

static void
ask_late(struct day *d)
{
	const struct appt *a = day_selected_appt(d);
	const struct therapist *t = day_therapist(d);

	if (d->head && (d->as == DAY_ROOMS || t == NULL)) {
		app_say(d->view.app, ROLE_TEXT, "Only a therapist runs late.");
	} else if (d->head) {
		d->aim.head = true;
		d->aim.therapist_id = t->id;
		app_ask(d->view.app, CMD_LATE, label(d), "");
	} else if (a == NULL) {
		app_say(d->view.app, ROLE_TEXT, "Nothing is booked here; l is for who comes late.");
	} else if (appt_may_expect(a, a->start) != ERR_OK) {
		app_say_error(d->view.app);
	} else {
		d->aim.head = false;
		d->aim.appt_id = a->id;
		d->aim.rev = a->rev;
		d->aim.from = a->start;
		d->aim.until = a->end;
		app_ask(d->view.app, CMD_LATE, label(d), "");
	}
}

static void
runs_late(struct day *d, const char *words)
{
	struct app *app = d->view.app;
	const struct therapist *t;
	int minutes = 0;

	if (read_late(words, &minutes) != ERR_OK ||
	    desk_runs_late(app->desk, d->aim.therapist_id, d->day, minutes) != ERR_OK) {
		app_ask_again(app, CMD_LATE, label(d), words);
		return;
	}
	app_changed(app);
	t = practice_therapist(&app->desk->practice, d->aim.therapist_id);
	if (minutes > 0)
		app_say(app, ROLE_MESSAGE, "%s runs %d min late.  u Undo", t->name, minutes);
	else
		app_say(app, ROLE_MESSAGE, "%s is in time.  u Undo", t->name);
}

static void
comes_late(struct day *d, const char *words)
{
	struct app *app = d->view.app;
	struct booking b = {0};
	struct str s = {0};
	const struct appt *a = day_selected_appt(d);
	char hm[CIVIL_HM_SIZE];
	civil_min at;
	size_t n;

	if (read_possible(d, words, &at) != ERR_OK) {
		app_ask_again(app, CMD_LATE, label(d), words);
		return;
	}
	if (a != NULL && a->id == d->aim.appt_id && appt_expected(a) == at) {
		app_say(app, ROLE_TEXT, "It is expected at %s already.", day_say_time(d, at, hm));
		return;
	}
	if (desk_expect(app->desk, d->aim.appt_id, d->aim.rev, at, &b) == ERR_OK) {
		app_changed(app);
		day_say_short(d, &s, &b.appt);
		n = s.n;
		appt_remark(&s, ": ", &b.appt, app->now, &app->desk->practice.settings);
		str_add(&s, s.n == n ? ": expected in time" : "");
		app_say(app, ROLE_MESSAGE, "%s.  u Undo", str_text(&s));
	} else {
		app_say_error(app);
	}
	str_release(&s);
	booking_release(&b);
}

void
day_late_by(struct day *d, const char *words)
{
	if (words == NULL)
		ask_late(d);
	else if (d->aim.head)
		runs_late(d, words);
	else
		comes_late(d, words);
}

void
day_late_echo(const struct day *d, const char *words, struct lines *out)
{
	char hm[CIVIL_HM_SIZE];
	civil_min at;
	int minutes;

	if (d->aim.head && read_late(words, &minutes) == ERR_OK)
		lines_add(out, ROLE_TEXT, minutes > 0 ? "= %d min late on this day" : "= in time",
		    minutes);
	else if (!d->aim.head && read_possible(d, words, &at) == ERR_OK)
		lines_add(out, ROLE_TEXT, "= expected at %s, %d of %d min left",
		    day_say_time(d, at, hm), (int)(d->aim.until - at),
		    (int)(d->aim.until - d->aim.from));
	else
		lines_add(out, ROLE_CAUTION, "%s", err_message());
}

void
day_message_left(struct day *d)
{
	struct app *app = d->view.app;
	const struct appt *a = day_needs_appt(d);
	struct booking b = {0};
	struct str s = {0};

	if (a == NULL)
		return;
	if (desk_message_left(app->desk, a->id, a->rev, !a->message_left, &b) == ERR_OK) {
		app_changed(app);
		day_say_short(d, &s, &b.appt);
		app_say(app, ROLE_MESSAGE, "%s: %s.  u Undo",
		    b.appt.message_left ? "Message left" : "No message left", str_text(&s));
	} else {
		app_say_error(app);
	}
	str_release(&s);
	booking_release(&b);
}

void
day_next_need(struct day *d)
{
	struct app *app = d->view.app;
	const civil_min now = desk_now(day_desk(d));
	const struct appt *at = day_selected_appt(d), *next;
	struct str s = {0};
	struct ids waiting = {0};
	size_t nth, of;

	day_flags_waiting(d, &waiting);
	next = appt_next_need(&d->book.appts, &waiting, at != NULL ? at->id : 0, now, &nth, &of);
	if (next == NULL) {
		app_say(app, ROLE_TEXT, "Nothing on this day needs you now.");
	} else {
		day_select(d, next->id);
		day_say_short(d, &s, next);
		app_say(app, ROLE_MESSAGE, "%s: %s  (%zu of %zu)", str_text(&s),
		    appt_need_words(appt_need(next, &waiting, now)), nth, of);
	}
	ids_release(&waiting);
	str_release(&s);
}
