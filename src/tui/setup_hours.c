/* Dialogs of a therapist's hours and of time off. */
#include "setup.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/mem.h>
#include <frontdesk/text.h>

#include "dialog.h"

struct of_therapist {
	struct dialog dialog; /* first */
	int64_t therapist_id;
};

static const char *
therapist_name(const struct app *a, int64_t id)
{
	const struct therapist *t = practice_therapist(&a->desk->practice, id);

	return t != NULL ? t->name : "";
}

/* It is saved: the sentence, beginning with the therapist's name, and what is booked in the way. */
static void
saved(struct app *a, int64_t therapist_id, const char *what, struct appt_list *way)
{
	const char *name;

	app_changed(a);
	name = therapist_name(a, therapist_id);
	if (way->n > 0)
		app_say(a, ROLE_CAUTION, "%s%s. %zu booked there stay%s.  u Undo", name, what,
		    way->n, way->n == 1 ? "s" : "");
	else
		app_say(a, ROLE_MESSAGE, "%s%s.  u Undo", name, what);
	setup_show_way(a, way);
	appt_list_release(way);
}

static enum err
read_day(const struct dialog *d, size_t field, civil_day *out)
{
	const struct when_habits habits = dialog_habits(d, field);
	const char *text = dialog_text(d, field);
	struct when when = WHEN_EMPTY;
	enum err e = when_parse(text, &habits, &when, NULL);

	if (e == ERR_OK && (when.day == CIVIL_DAY_NONE || when.minute >= 0))
		e = err_set(ERR_USAGE, "\"%s\" is not a day, like fri or 2026-11-27", text);
	if (e == ERR_OK)
		*out = when.day;
	return e;
}

static struct of_therapist *
new_dialog(struct app *a, const struct dialog_ops *ops, const char *what, int64_t therapist_id,
    const char *const *labels, size_t n)
{
	struct of_therapist *t;
	struct str title = {0};

	str_addf(&title, "%s of %s", what, therapist_name(a, therapist_id));
	t = dialog_new(a, sizeof(*t), ops, str_text(&title), labels, n);
	t->therapist_id = therapist_id;
	str_release(&title);
	return t;
}

/* As context of struct dialog_ops: whose hours they are. */
static void
therapist_context(const struct dialog *d, struct str *out)
{
	str_addf(out, "%lld", (long long)((const struct of_therapist *)d)->therapist_id);
}

/* The therapist of a context; 0: is gone. */
static int64_t
therapist_of(const struct app *a, const char *context)
{
	const int64_t id = strtoll(context, NULL, 10);

	return practice_therapist(&a->desk->practice, id) != NULL ? id : 0;
}

/* It comes back over the list of that therapist's hours. */
static struct dialog *
over_hours(struct of_therapist *t)
{
	t->dialog.view.over =
	    (struct standing){.place = CMD_SETUP, .list = SETUP_HOURS, .of = t->therapist_id};
	return &t->dialog;
}

/* --- Weekly hours ---------------------------------------------------------------------------- */

enum { HOURS_TEXT, HOURS_FROM, HOURS_CYCLE, HOURS_FIELDS };

static bool
hours_save(struct dialog *d, const char *yes)
{
	struct of_therapist *t = (struct of_therapist *)d;
	const char *from_text = dialog_text(d, HOURS_FROM);
	struct app *a = d->view.app;
	struct appt_list way = {0};
	civil_day from = CIVIL_DAY_NONE;
	int cycle, week;

	(void)yes;
	if (from_text[0] != '\0' && read_day(d, HOURS_FROM, &from) != ERR_OK)
		dialog_fail(d, HOURS_FROM);
	else if (hours_cycle(dialog_text(d, HOURS_CYCLE), &cycle, &week) != ERR_OK)
		dialog_fail(d, HOURS_CYCLE);
	else if (desk_hours(a->desk, t->therapist_id, dialog_text(d, HOURS_TEXT), from, cycle, week,
		     &way) != ERR_OK)
		dialog_fail(d, HOURS_TEXT);
	else {
		saved(a, t->therapist_id, "'s hours are changed", &way);
		return true;
	}
	appt_list_release(&way);
	return false;
}

static struct of_therapist *
make_hours(struct app *a, int64_t therapist_id)
{
	static const char *const labels[] = {"Hours", "From", "Week"};
	struct of_therapist *t =
	    new_dialog(a, &hours_form_ops, "Hours", therapist_id, labels, HOURS_FIELDS);
	const struct therapist *who = practice_therapist(&a->desk->practice, therapist_id);
	struct field *f = t->dialog.fields;
	struct str text = {0};
	struct hours h;

	/* Those that were set last are the ones to begin from. */
	if (who != NULL && who->shifts.n > 0) {
		size_t last = who->shifts.n - 1;

		while (!therapist_week_begins(who, last))
			last--;
		therapist_week(who, last, &h);
		hours_text(&text, &h);
	}
	dialog_set(&t->dialog, HOURS_TEXT, str_text(&text), 0);
	f[HOURS_TEXT].hint = "Like mon-fri 9-13 14-18 sat 9-13, or off";
	f[HOURS_FROM].hint = "The first day they count; today when nothing is said";
	f[HOURS_CYCLE].hint =
	    "Only where weeks differ: 1/2 and 2/2 are the weeks of a cycle of two";
	str_release(&text);
	return t;
}

static struct dialog *
hours_reopen(struct app *a, const char *context)
{
	const int64_t id = therapist_of(a, context);

	return id != 0 ? over_hours(make_hours(a, id)) : NULL;
}

const struct dialog_ops hours_form_ops = {
    .kind = "hours",
    .save = hours_save,
    .context = therapist_context,
    .reopen = hours_reopen,
};

void
setup_hours_push(struct app *a, int64_t therapist_id)
{
	dialog_push(&make_hours(a, therapist_id)->dialog);
}

/* --- Hours of one day ------------------------------------------------------------------------ */

enum { DAY_DAY, DAY_HOURS, DAY_FIELDS };

static bool
day_save(struct dialog *d, const char *yes)
{
	struct of_therapist *t = (struct of_therapist *)d;
	struct app *a = d->view.app;
	struct appt_list way = {0};
	civil_day day;

	(void)yes;
	if (read_day(d, DAY_DAY, &day) != ERR_OK) {
		dialog_fail(d, DAY_DAY);
	} else if (desk_hours_on(a->desk, t->therapist_id, dialog_text(d, DAY_HOURS), day, &way) !=
	    ERR_OK) {
		dialog_fail(d, DAY_HOURS);
	} else {
		saved(a, t->therapist_id, "'s hours of that day are changed", &way);
		return true;
	}
	appt_list_release(&way);
	return false;
}

static struct of_therapist *
make_day(struct app *a, int64_t therapist_id, civil_day day)
{
	static const char *const labels[] = {"Day", "Hours"};
	struct of_therapist *t =
	    new_dialog(a, &day_form_ops, "One day", therapist_id, labels, DAY_FIELDS);
	char iso[CIVIL_DAY_SIZE];

	if (day != CIVIL_DAY_NONE) {
		dialog_set(&t->dialog, DAY_DAY, civil_iso_day(day, iso), 0);
		t->dialog.at = DAY_HOURS;
	}
	t->dialog.fields[DAY_DAY].hint = "Like fri, 24 dec or 2026-12-24";
	t->dialog.fields[DAY_HOURS].hint = "Like 9-13 14-18, off, or usual: the weekly ones again";
	return t;
}

static struct dialog *
day_reopen(struct app *a, const char *context)
{
	const int64_t id = therapist_of(a, context);

	return id != 0 ? over_hours(make_day(a, id, CIVIL_DAY_NONE)) : NULL;
}

const struct dialog_ops day_form_ops = {
    .kind = "day",
    .save = day_save,
    .context = therapist_context,
    .reopen = day_reopen,
};

void
setup_day_push(struct app *a, int64_t therapist_id, civil_day day)
{
	dialog_push(&make_day(a, therapist_id, day)->dialog);
}

/* --- Time off -------------------------------------------------------------------------------- */

enum { OFF_WHO, OFF_WHEN, OFF_REASON, OFF_WEEKLY, OFF_FIELDS };

static void
off_choices(struct dialog *d, struct choices *out)
{
	const struct practice *p = &d->view.app->desk->practice;
	const char *typed = dialog_text(d, OFF_WHO);

	if (d->at != OFF_WHO)
		return;
	for (size_t i = 0; i < p->therapists.n; i++) {
		const struct therapist *t = &p->therapists.v[i];

		if (t->active && (text_begins(t->code, typed) || text_begins(t->name, typed)))
			choices_add(out, t->id, t->name, t->code);
	}
	for (size_t i = 0; i < p->rooms.n; i++) {
		const struct room *r = &p->rooms.v[i];

		if (r->active && (text_begins(r->code, typed) || text_begins(r->name, typed)))
			choices_add(out, r->id, r->name, r->code);
	}
	if (text_begins("all", typed))
		choices_add(out, 0, "Everybody: the practice is closed", "all");
}

static enum err
read_off(const struct dialog *d, struct absence *a, size_t *at)
{
	const struct desk *desk = d->view.app->desk;
	const struct when_habits habits = dialog_habits(d, OFF_WHEN);
	const char *weekly = dialog_text(d, OFF_WEEKLY);
	struct range range = {0};
	enum err e = desk_absence_who(desk, dialog_text(d, OFF_WHO), a);

	*at = OFF_WHO;
	if (e != ERR_OK)
		return e;
	*at = OFF_WHEN;
	e = range_parse(dialog_text(d, OFF_WHEN), &habits, &range);
	if (e != ERR_OK)
		return e;
	a->start = range.from;
	a->end = range.until;
	a->reason = xstrdup(dialog_text(d, OFF_REASON));
	a->weekly = text_same(weekly, "yes");
	*at = OFF_WEEKLY;
	if (!a->weekly && weekly[0] != '\0' && !text_same(weekly, "no"))
		return err_set(ERR_USAGE, "\"%s\" is neither yes nor no", weekly);
	return ERR_OK;
}

static bool
off_save(struct dialog *d, const char *yes)
{
	struct app *a = d->view.app;
	struct absence off = {0};
	struct appt_list way = {0};
	size_t at;
	enum err e = read_off(d, &off, &at);

	(void)yes;
	if (e == ERR_OK) {
		at = OFF_WHEN;
		e = desk_block(a->desk, &off, &way);
	}
	if (e == ERR_OK)
		saved(a, 0, "The time is kept free", &way);
	else
		dialog_fail(d, at);
	appt_list_release(&way);
	free(off.reason);
	return e == ERR_OK;
}

static struct dialog *
make_off(struct app *a, const char *who)
{
	static const char *const labels[] = {"Who", "When", "Reason", "Every week"};
	struct dialog *d =
	    dialog_new(a, sizeof(*d), &off_form_ops, "Keep time free", labels, OFF_FIELDS);

	dialog_set(d, OFF_WHO, who, 0);
	d->at = who[0] != '\0' ? OFF_WHEN : OFF_WHO;
	d->fields[OFF_WHO].hint = "A therapist, a room, or all; Down lists them";
	d->fields[OFF_WHEN].hint = "Like fri, 24 dec to 2 jan, or fri 12-13";
	d->fields[OFF_REASON].hint = "For the desk alone";
	d->fields[OFF_WEEKLY].hint = "yes or no";
	return d;
}

static struct dialog *
off_reopen(struct app *a, const char *context)
{
	struct dialog *d = make_off(a, "");

	(void)context;
	d->view.over = (struct standing){.place = CMD_SETUP, .list = SETUP_ABSENCES};
	return d;
}

const struct dialog_ops off_form_ops = {
    .kind = "off",
    .choices = off_choices,
    .save = off_save,
    .reopen = off_reopen,
};

void
setup_off_push(struct app *a, const char *who)
{
	dialog_push(make_off(a, who));
}
