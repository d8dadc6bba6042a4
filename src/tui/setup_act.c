/* The set-up: which command does what in which list. */
#include "setup.h"

#include <frontdesk/mem.h>

static void
open_row(struct setup *s, const struct setup_row *row)
{
	struct app *a = s->view.app;

	switch (s->section) {
	case SETUP_MENU:
		setup_enter(s, (enum setup_section)row->id);
		break;
	case SETUP_PRACTICE:
		setup_setting_push(a, (enum setting)row->id);
		break;
	case SETUP_THERAPISTS:
	case SETUP_ROOMS:
	case SETUP_SERVICES:
	case SETUP_PERSONS:
	case SETUP_KIND:
	case SETUP_FLAGS:
		setup_record_push(s, row->id);
		break;
	case SETUP_WORDS:
		s->kind = (enum vocabulary_kind)row->id;
		s->at[SETUP_KIND] = 0;
		setup_enter(s, SETUP_KIND);
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
	case SETUP_KIND:
	case SETUP_FLAGS:
		setup_record_push(s, 0);
		break;
	case SETUP_ABSENCES:
		setup_off_push(a, "");
		break;
	case SETUP_HOURS:
		setup_hours_push(a, s->therapist_id);
		break;
	case SETUP_MENU:
	case SETUP_PRACTICE:
	case SETUP_WORDS:
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
	case SETUP_KIND:
	case SETUP_FLAGS:
		setup_record_archive(s, row->id, !row->off);
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
	case SETUP_WORDS:
	case SETUP_WAY:
	case SETUP_SECTION_COUNT:
		break;
	}
}

const struct therapist *
setup_therapist(const struct setup *s)
{
	const struct setup_row *row = setup_selected(s);
	int64_t id = s->section == SETUP_HOURS              ? s->therapist_id
	    : s->section == SETUP_THERAPISTS && row != NULL ? row->id
							    : 0;

	return practice_therapist(&s->view.app->desk->practice, id);
}

static void
of_therapist(struct setup *s, enum cmd c)
{
	const struct therapist *t = setup_therapist(s);
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
		setup_enter(s, SETUP_HOURS);
	}
}

void
setup_command(struct view *v, enum cmd c, const char *words)
{
	struct setup *s = (struct setup *)v;
	const struct setup_row *row = setup_selected(s);

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
