/* The set-up: where we stand, and the commands. */
#include "setup.h"

#include <stdlib.h>
#include <string.h>

#include <frontdesk/desk_person.h>
#include <frontdesk/mem.h>

enum { TITLE_ROW = 2, FIRST_ROW = 4, BELOW = 3 };

const struct setup_section_row setup_sections[SETUP_SECTION_COUNT] = {
#define X(id, title, menu, none) {title, menu, none},
    SETUP_SECTION_LIST(X)
#undef X
};

static const struct setup_row *
selected(const struct setup *s)
{
	return s->rows.n > 0 ? &s->rows.v[s->scroll.at] : NULL;
}

static void
fill(struct setup *s)
{
	setup_rows_clear(s);
	setup_rows_read(s);
	s->scroll.n = s->rows.n;
	scroll_fit(&s->scroll);
}

/* Each list is left where it was, and found there again. */
static void
enter(struct setup *s, enum setup_section section)
{
	s->at[s->section] = s->scroll.at;
	s->section = section;
	s->scroll.at = s->at[section];
	fill(s);
}

static unsigned
setup_where(const struct view *v)
{
	switch (((const struct setup *)v)->section) {
	case SETUP_MENU:
	case SETUP_PRACTICE:
	case SETUP_WAY:
	case SETUP_SECTION_COUNT:
		break;
	case SETUP_ROOMS:
	case SETUP_SERVICES:
	case SETUP_ABSENCES:
		return IN_SETUP | IN_SETUP_LIST;
	case SETUP_THERAPISTS:
	case SETUP_HOURS:
		return IN_SETUP | IN_SETUP_LIST | IN_SETUP_THERAPIST;
	case SETUP_PERSONS:
		return IN_SETUP | IN_SETUP_LIST | IN_SETUP_PERSON;
	}
	return IN_SETUP;
}

static enum err
setup_load(struct view *v)
{
	struct setup *s = (struct setup *)v;

	/* Another desk may have taken the therapist back. */
	if (s->section == SETUP_HOURS &&
	    practice_therapist(&v->app->desk->practice, s->therapist_id) == NULL)
		enter(s, SETUP_THERAPISTS);
	fill(s);
	return ERR_OK;
}

static enum role
line(const void *arg, size_t i, struct str *out)
{
	const struct setup *s = arg;

	str_add(out, s->rows.v[i].text);
	return s->rows.v[i].off ? ROLE_OFF : ROLE_TEXT;
}

static void
setup_draw(const struct view *v, struct canvas *c)
{
	const struct setup *s = (const struct setup *)v;
	struct scroll scroll = s->scroll;
	struct str title = {0};

	if (s->section == SETUP_HOURS)
		str_addf(&title, "%s of %s", setup_sections[s->section].title,
		    practice_therapist(&v->app->desk->practice, s->therapist_id)->name);
	else if (s->section == SETUP_WAY)
		str_addf(&title, "%zu booked there: move or cancel them on their day", s->way.n);
	else
		str_add(&title, setup_sections[s->section].title);
	canvas_text(c, TITLE_ROW, 0, c->columns, ROLE_HEAD, str_text(&title));
	str_release(&title);
	/* A message of several lines covers the last rows: the selected one stays in sight. */
	scroll.rows -= app_covered(v->app);
	scroll_fit(&scroll);
	scroll_draw(&scroll, c, FIRST_ROW, 0, c->columns, line, s);
	if (s->rows.n == 0) {
		canvas_text(
		    c, FIRST_ROW, 2, c->columns - 2, ROLE_TEXT, setup_sections[s->section].none);
		c->cursor_row = FIRST_ROW;
		c->cursor_column = 2;
	}
}

static void
setup_heading(const struct view *v, struct str *out)
{
	const struct setup *s = (const struct setup *)v;

	if (s->rows.n > 0)
		str_addf(out, "%zu of %zu", s->scroll.at + 1, s->rows.n);
}

static void
setup_focus(const struct view *v, struct str *out)
{
	const struct setup *s = (const struct setup *)v;
	const struct setup_row *row = selected(s);

	if (row != NULL)
		str_add(out, row->focus);
	else
		str_addf(out, "%s: nothing yet", setup_sections[s->section].title);
}

/* What the keys' own words at the foot do not tell of this list. */
static void
setup_hint(const struct view *v, struct str *out)
{
	const struct setup *s = (const struct setup *)v;

	if (s->section == SETUP_ABSENCES)
		str_add(out, "x gives the time back.");
	else if (s->section == SETUP_HOURS)
		str_add(out, "x gives the day its usual hours back.");
}

static bool
setup_back(struct view *v)
{
	struct setup *s = (struct setup *)v;

	switch (s->section) {
	case SETUP_MENU:
		return false;
	case SETUP_WAY:
		enter(s, s->before);
		break;
	case SETUP_HOURS:
		enter(s, SETUP_THERAPISTS);
		break;
	case SETUP_PRACTICE:
	case SETUP_THERAPISTS:
	case SETUP_ROOMS:
	case SETUP_SERVICES:
	case SETUP_ABSENCES:
	case SETUP_PERSONS:
	case SETUP_SECTION_COUNT:
		enter(s, SETUP_MENU);
	}
	return true;
}

/* --- Commands -------------------------------------------------------------------------------- */

static void
open_row(struct setup *s, const struct setup_row *row)
{
	struct app *a = s->view.app;

	switch (s->section) {
	case SETUP_MENU:
		enter(s, (enum setup_section)row->id);
		break;
	case SETUP_PRACTICE:
		setup_setting_push(a, (enum setting)row->id);
		break;
	case SETUP_THERAPISTS:
	case SETUP_ROOMS:
	case SETUP_SERVICES:
	case SETUP_PERSONS:
		setup_record_push(a, s->section, row->id);
		break;
	case SETUP_HOURS:
		if (row->day != CIVIL_DAY_NONE)
			setup_day_push(a, s->therapist_id, row->day);
		else
			setup_hours_push(a, s->therapist_id);
		break;
	case SETUP_ABSENCES:
	case SETUP_WAY:
	case SETUP_SECTION_COUNT:
		break;
	}
}

static void
add(struct setup *s)
{
	struct app *a = s->view.app;

	switch (s->section) {
	case SETUP_THERAPISTS:
	case SETUP_ROOMS:
	case SETUP_SERVICES:
	case SETUP_PERSONS:
		setup_record_push(a, s->section, 0);
		break;
	case SETUP_ABSENCES:
		setup_off_push(a, "");
		break;
	case SETUP_HOURS:
		setup_hours_push(a, s->therapist_id);
		break;
	case SETUP_MENU:
	case SETUP_PRACTICE:
	case SETUP_WAY:
	case SETUP_SECTION_COUNT:
		break;
	}
}

static void
give_back(struct app *a, int64_t absence_id)
{
	if (desk_unblock(a->desk, absence_id) != ERR_OK) {
		app_say_error(a);
		return;
	}
	app_changed(a);
	app_say(a, ROLE_MESSAGE, "The time is given back.  u Undo");
}

static void
as_usual(struct app *a, int64_t therapist_id, civil_day day)
{
	struct appt_list way = {0};

	if (desk_hours_on(a->desk, therapist_id, "usual", day, &way) != ERR_OK) {
		app_say_error(a);
	} else {
		app_changed(a);
		app_say(a, ROLE_MESSAGE, "The usual hours count on that day.  u Undo");
		setup_show_way(a, &way);
	}
	appt_list_release(&way);
}

static void
take_away(struct setup *s, const struct setup_row *row)
{
	struct app *a = s->view.app;

	switch (s->section) {
	case SETUP_THERAPISTS:
	case SETUP_ROOMS:
	case SETUP_SERVICES:
	case SETUP_PERSONS:
		setup_record_archive(a, s->section, row->id, !row->off);
		break;
	case SETUP_ABSENCES:
		give_back(a, row->id);
		break;
	case SETUP_HOURS:
		if (row->day != CIVIL_DAY_NONE)
			as_usual(a, s->therapist_id, row->day);
		else
			app_say(a, ROLE_CAUTION,
			    "Weekly hours are not taken away, but replaced: n, and \"off\".");
		break;
	case SETUP_MENU:
	case SETUP_PRACTICE:
	case SETUP_WAY:
	case SETUP_SECTION_COUNT:
		break;
	}
}

/* The therapist of the list, or whose hours are shown; NULL: none. */
static const struct therapist *
therapist(const struct setup *s)
{
	const struct setup_row *row = selected(s);
	int64_t id = s->section == SETUP_HOURS              ? s->therapist_id
	    : s->section == SETUP_THERAPISTS && row != NULL ? row->id
							    : 0;

	return practice_therapist(&s->view.app->desk->practice, id);
}

static void
of_therapist(struct setup *s, enum cmd c)
{
	const struct therapist *t = therapist(s);
	struct app *a = s->view.app;

	if (t == NULL) {
		app_say(a, ROLE_CAUTION, "That is done on a therapist; go to the list of them.");
		return;
	}
	if (c == CMD_SETUP_OFF)
		setup_off_push(a, t->code);
	else if (c == CMD_SETUP_DAY)
		setup_day_push(a, t->id, CIVIL_DAY_NONE);
	else if (s->section == SETUP_HOURS)
		setup_hours_push(a, t->id);
	else {
		s->therapist_id = t->id;
		s->at[SETUP_HOURS] = 0;
		enter(s, SETUP_HOURS);
	}
}

static void
setup_command(struct view *v, enum cmd c, const char *words)
{
	struct setup *s = (struct setup *)v;
	const struct setup_row *row = selected(s);

	(void)words;
	if (scroll_command(&s->scroll, c))
		return;
	switch (c) {
	case CMD_SETUP_OPEN:
		if (row != NULL)
			open_row(s, row);
		break;
	case CMD_SETUP_ADD:
		add(s);
		break;
	case CMD_SETUP_ARCHIVE:
		if (row != NULL)
			take_away(s, row);
		break;
	case CMD_SETUP_HOURS:
	case CMD_SETUP_DAY:
	case CMD_SETUP_OFF:
		of_therapist(s, c);
		break;
	case CMD_SETUP_PIN:
		if (s->section == SETUP_PERSONS && row != NULL)
			setup_pin_push(v->app, row->id);
		break;
	default:
		break;
	}
}

static bool
setup_bare(const struct view *v)
{
	return selected((const struct setup *)v) == NULL;
}

static void
setup_resize(struct view *v, int rows, int columns)
{
	struct setup *s = (struct setup *)v;

	(void)columns;
	s->scroll.rows = rows - FIRST_ROW - BELOW;
	scroll_fit(&s->scroll);
}

static void
setup_release(struct view *v)
{
	struct setup *s = (struct setup *)v;

	setup_rows_clear(s);
	free(s->rows.v);
	appt_list_release(&s->way);
	free(s);
}

static const struct view_ops setup_ops = {
    .title = "SETUP",
    .where = setup_where,
    .load = setup_load,
    .draw = setup_draw,
    .heading = setup_heading,
    .focus = setup_focus,
    .hint = setup_hint,
    .command = setup_command,
    .back = setup_back,
    .bare = setup_bare,
    .resize = setup_resize,
    .release = setup_release,
};

struct view *
setup_new(struct app *a)
{
	struct setup *s = xcalloc(1, sizeof(*s));

	s->view = (struct view){.ops = &setup_ops, .app = a};
	return &s->view;
}

void
setup_show_way(struct app *a, struct appt_list *way)
{
	for (size_t i = 0; i < a->n && way->n > 0; i++) {
		struct setup *s = (struct setup *)a->views[i];

		if (a->views[i]->ops != &setup_ops)
			continue;
		appt_list_release(&s->way);
		s->way = *way;
		*way = (struct appt_list){0};
		if (s->section != SETUP_WAY)
			s->before = s->section;
		s->at[SETUP_WAY] = 0;
		enter(s, SETUP_WAY);
	}
}
